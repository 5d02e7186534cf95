// Promise 6: every hint shows the words that led to it, and its source.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { likelyPassages } from '../editors/passage.ts';
import { layerOf, until } from './driver/layer.ts';
import { BROWSER, openCard, press, type Stage, setStage, turnOn, type } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  const page = await stage.driver.open(`${stage.server.origin}/textarea/`);
  await turnOn(stage.driver, page, stage.server.origin);
  await page.close();
});
afterAll(() => stage?.close());

/** The lines of a text that are more than white space. */
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

describe(`promise 6 in ${BROWSER}: it says why`, () => {
  it.each(likelyPassages().slice(0, 4))('%s', async (passage) => {
    const { driver, server } = stage;
    const page = await driver.open(`${server.origin}/textarea/`);
    await type(page, passage);
    const { text, actions } = await openCard(driver, page);
    const why = linesOf(text).find((line) => line.startsWith('Why here'))!;
    const said = passage.match(/[\w']+ [\w']+/g)!;
    expect(said.filter((words) => why.includes(words)).length, why).toBeGreaterThan(0);
    await press(page, actions.more!);
    const more = await until(async () => {
      const card = await layerOf(driver, page).card();
      return card?.text.includes('Source') && card.text;
    }, 'the rest of the card');
    const lines = linesOf(more);
    expect(lines[lines.indexOf('Source') + 1]).toMatch(/\S{3}/);
    await page.close();
  });
});
