// Promise 3: it installs with access to no site; one origin at a time, asked for by the browser, and given back.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layerOf, until } from './driver/layer.ts';
import { says } from './own-page.ts';
import {
  BROWSER,
  firstMark,
  HINTED,
  inOwnPage,
  noMark,
  type Stage,
  setStage,
  turnOn,
  type,
} from './stage.ts';

let stage: Stage;
let options: Page;

beforeAll(async () => {
  stage = await setStage();
  options = await stage.driver.openOwn('options.html');
});
afterAll(() => stage?.close());

interface Access {
  origins: string[];
  matches: string[];
  sites: string[];
}

/** What the browser grants, what is registered, and what is wished. */
const access = () =>
  inOwnPage<Access>(
    options,
    `Promise.all([api.permissions.getAll(), api.scripting.getRegisteredContentScripts(), api.storage.local.get('sites')])
      .then(([{ origins }, scripts, { sites = [] }]) =>
        ({ origins, matches: scripts.flatMap((script) => script.matches), sites }))`,
  );

describe(`promise 3 in ${BROWSER}: no site at install, one at a time`, () => {
  it('has access to none at first', async () => {
    expect(await access()).toEqual({ origins: [], matches: [], sites: [] });
  });

  it('leaves a site off that the browser refused, and says so', async () => {
    // As if the person had pressed "Block": no driver reaches the browser's own question.
    await inOwnPage(
      options,
      `(() => {
        const request = api.permissions.request;
        api.permissions.request = (_asked, done) => {
          api.permissions.request = request;
          return done ? done(false) : Promise.resolve(false);
        };
      })()`,
    );
    await options.bringToFront();
    await options.type('#site', stage.server.origin);
    await options.click('.add-site [type="submit"]');
    await says(options, 'did not allow');
    expect(await access()).toEqual({ origins: [], matches: [], sites: [] });
  });

  it('asks for one origin, and registers on no wider one', async () => {
    const page = await stage.driver.open(`${stage.server.origin}/textarea/`);
    await turnOn(stage.driver, page, stage.server.origin);
    const { origins, matches, sites } = await access();
    expect(origins).toEqual(['http://localhost/*']);
    expect(sites).toEqual([stage.server.origin]);
    expect(matches).toHaveLength(1);
    expect(matches[0]).toMatch(/^http:\/\/localhost(?::\d+)?\/\*$/);
    await page.close();
  });

  it('goes from an open page when the browser takes the access away, and the options say so', async () => {
    const { driver, server } = stage;
    const page = await driver.open(`${server.origin}/textarea/`);
    await type(page, HINTED);
    await firstMark(driver, page);
    await driver.revoke(server.origin);
    await page.bringToFront();
    await noMark(driver, page);
    await until(async () => !(await layerOf(driver, page).exists()), 'the layer to go');
    await until(async () => (await access()).matches.length === 0, 'the registration to end');
    await options.bringToFront();
    await says(options, 'The browser no longer allows it');
    await page.close();
  });

  it('comes back, without a reload, when the access is given again', async () => {
    const { driver, server } = stage;
    const page = await driver.open(`${server.origin}/textarea/`);
    await type(page, HINTED);
    // The grant alone: the person's wish still stands.
    if (driver.name === 'chromium') await driver.allow(server.origin);
    else await options.click('#sites [role="switch"]');
    await page.bringToFront();
    await firstMark(driver, page);
    await page.close();
  });
});
