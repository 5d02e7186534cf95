// Passages that the engine should be sure of, taken from the library itself: these tests are about pages, and
// must not break when the guidance changes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEngine, loadSecondStage } from '../../scripts/engine.ts';
import { isFresh, root } from '../../scripts/setup.mjs';
import { readContent } from '../../src/library/read.ts';
import type { Driver } from '../e2e/driver/driver.ts';
import { EnginePage } from './engine-page.ts';

/** At most this many notes are tried. */
const MOST = 6;
/** Surer than a mark needs: titles and headings of the pages weigh in as well. */
const SURE = 0.85;

/** Found once for all test files: asking the engine takes it ten seconds. */
const KEPT = join(root, '.output/passages.json');
const SOURCES = [
  'content',
  'src/engine',
  'src/train',
  'src/library',
  'public/encoder',
  'tests/editors/passage.ts',
];

/** Passages that the engine marks, one a note; the browser has the last word. */
export function likelyPassages(): string[] {
  if (isFresh(KEPT, SOURCES)) return JSON.parse(readFileSync(KEPT, 'utf8')) as string[];
  const found = surePassages(MOST);
  mkdirSync(join(root, '.output'), { recursive: true });
  writeFileSync(KEPT, JSON.stringify(found));
  return found;
}

/** At most `most` passages that the engine marks, one a note. */
export function surePassages(most: number): string[] {
  const engine = loadEngine();
  const secondStage = loadSecondStage();
  const found: string[] = [];
  for (const { note, examples } of readContent(join(root, 'content')).examples) {
    const marked = examples.find(({ text, shown }) => {
      if (shown !== 'named' || text.length < 60 || text.length > 260 || !/^[\w ,.'-]+$/.test(text))
        return false;
      if (!engine.fired(text).includes(note)) return false;
      const hint = engine.suggest({ text, by: 'me' }, {}, secondStage.scores(text))[0];
      return hint?.note === note && hint.place === 'page' && hint.score >= SURE;
    });
    if (marked) found.push(marked.text);
    if (found.length === most) break;
  }
  return found;
}

/** The first likely passage that gets a mark in a browser whose site is on. @throws where none does */
export async function findPassage(driver: Driver, origin: string): Promise<string> {
  for (const candidate of likelyPassages()) {
    const editor = await EnginePage.open(driver, origin, 'textarea', 'plain', candidate);
    await editor.clickWords('Invoices come out of');
    const marked = await editor.layer.firstMark(2500).catch(() => null);
    await editor.close();
    if (marked) return candidate;
  }
  throw new Error('no passage of the library gets a mark');
}
