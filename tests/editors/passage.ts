// Passages that the engine should be sure of, taken from the library itself: these tests are about pages, and
// must not break when the guidance changes.
import { join } from 'node:path';
import { root } from '../../scripts/setup.mjs';
import { Engine } from '../../src/engine/suggest.ts';
import { readContent } from '../../src/library/read.ts';
import type { Driver } from '../e2e/driver/driver.ts';
import { EnginePage } from './engine-page.ts';

/** At most this many notes are tried. */
const MOST = 16;

/** Likely passages, the likeliest first, one a note; the browser decides which of them gets a mark. */
export function likelyPassages(): string[] {
  const { notes, examples } = readContent(join(root, 'content'));
  const engine = new Engine(notes);
  const found = new Map<string, { text: string; score: number }>();
  for (const { note, examples: passages } of examples) {
    for (const { text, shown } of passages) {
      if (shown !== 'named' || text.length < 60 || text.length > 260 || !/^[\w ,.'-]+$/.test(text)) continue;
      const hint = engine.suggest({ text, kind: 'unknown', by: 'me' }).find((other) => other.note === note);
      if (hint?.place !== 'page' || hint.score <= (found.get(note)?.score ?? 0)) continue;
      found.set(note, { text, score: hint.score });
    }
  }
  const sorted = [...found.values()].sort((a, b) => b.score - a.score || a.text.length - b.text.length);
  return sorted.slice(0, MOST).map(({ text }) => text);
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
