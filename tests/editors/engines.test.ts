// Every engine, each in surroundings of real pages: text read, mark on its line, editor untouched.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launch } from '../e2e/driver/driver.ts';
import { type EditorState, EnginePage } from './engine-page.ts';
import { type Served, serveEngines } from './engines/serve.ts';
import type { Box } from './layer.ts';
import { type EngineName, MatrixTable, pairs, type Surrounding } from './matrix.ts';
import { findPassage } from './passage.ts';
import { turnOn } from './site.ts';

/** `npm run test:matrix` runs every pair, `npm run test:atlassian` those of one engine; both write the table. */
const whole = process.env.STAFFWISE_MATRIX;
const FIRST = 'Invoices come out of';

type Pair = readonly [engine: EngineName, around: Surrounding];
const tried = pairs(whole);
/** Pairs whose editor is compared with a run without Staffwise. */
const compared = whole ? tried : tried.filter(([, around]) => around === 'plain');

let served: Served;
let driver: Driver;
/** The same browser without Staffwise. */
let without: Driver;
let passage = '';
const table = new MatrixTable();

beforeAll(async () => {
  served = await serveEngines();
  driver = await launch('chromium');
  await turnOn(driver, served.origin);
  passage = await findPassage(driver, served.origin);
  without = await launch('chromium', { extension: null });
}, 240_000);

afterAll(async () => {
  await driver?.close();
  await without?.close();
  await served?.close();
  if (whole) table.write();
});

/** Writes, breaks a line, joins it, copies, pastes, composes, and takes back, as a person does; gives what is left. */
async function runOfKeys(browser: Driver, [engine, around]: Pair): Promise<EditorState> {
  const editor = await EnginePage.openTimed(browser, served.origin, engine, around, passage);
  // Slate takes selections in ten times a second.
  if (engine === 'slate') editor.pace = 120;
  await editor.clickWords(FIRST);
  await editor.keys('Home', 'N', 'o', 'w', ',', ' ', 'Enter', 'Backspace');
  await editor.keys(
    'Shift+ArrowLeft',
    'Shift+ArrowLeft',
    'Shift+ArrowLeft',
    'Control+c',
    'ArrowRight',
    'Control+v',
  );
  await editor.compose('zwar');
  await editor.pause();
  await editor.keys('x', 'Control+z');
  await editor.page.evaluate(() => window.engine.remote());
  await editor.pause();
  const state = await editor.state();
  await editor.close();
  return state;
}

/** Whether two boxes have a point in common. */
function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe('engines', () => {
  it.each(tried)(
    '%s, %s: its text, a mark on its line, a card that takes nothing from the editor',
    async (engine, around) => {
      const editor = await EnginePage.open(driver, served.origin, engine, around, passage);
      const blocks = await editor.blocks(`${served.origin}/reader.js`);
      // Where a code editor wraps a line it cannot be told from where a person did.
      expect(blocks.map((block) => block.replaceAll('\n', ' '))).toEqual([
        'heading: Background',
        expect.stringMatching(/^paragraph: Invoices come out of .* there is\.$/),
        `paragraph: ${passage}`,
        'heading: Plan',
        'item: The data model moves first.',
        'item: Then each of the fourteen report jobs.',
        'code: const total = lines.reduce(sum);',
        expect.stringMatching(/^paragraph: The old job keeps .* need not act\.$/),
      ]);
      table.note(engine, around, 'text');

      await editor.clickWords(FIRST);
      const mark = await editor.layer.firstMark();

      const { own } = await editor.words(passage);
      const off = mark.y + mark.height / 2 - (own.y + own.height / 2);
      expect(Math.abs(off), 'off its line, px').toBeLessThanOrEqual(2);
      table.note(engine, around, 'line');

      await editor.listen();
      const { onPage } = mark;
      await editor.page.mouse.click(onPage.x + onPage.width / 2, onPage.y + onPage.height / 2);
      const card = await editor.layer.until(() => editor.layer.card(), 'the card');
      expect(card.active).toBeNull();
      for (const words of [passage, FIRST]) {
        const line = (await editor.words(words)).onPage;
        expect(meet(card.onPage, line), `covers "${words.slice(0, 20)}"`).toBe(false);
      }
      await editor.keys('ArrowRight');
      expect((await editor.layer.card())?.active).toBe('copy');
      await editor.keys('Escape');
      expect(await editor.layer.card()).toBeNull();
      expect(await editor.heard()).toEqual([]);
      table.note(engine, around, 'card');

      await editor.clickWords(passage);
      const before = (await editor.state()).model;
      await editor.keys('z');
      expect((await editor.state()).model).not.toBe(before);
      expect(await editor.layer.marks(), 'hidden as its text changed').toEqual([]);
      table.note(engine, around, 'hides');
      await editor.close();
    },
  );

  it.each(compared)('%s, %s: HTML, model and undo stack as without Staffwise', async (engine, around) => {
    const pair = [engine, around] as const;
    const [untouched, watched] = await Promise.all([runOfKeys(without, pair), runOfKeys(driver, pair)]);
    expect(watched).toEqual(untouched);
    table.note(engine, around, 'equal');
  });
});
