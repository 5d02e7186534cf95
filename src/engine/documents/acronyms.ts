// Acronyms that a text uses and nowhere spells out.
import type { ReadBlock } from './read.ts';

const ACRONYM = /(?<![\p{L}\p{N}_`/.-])[A-Z][A-Z0-9]{1,4}[A-Z](?![\p{L}\p{N}_`/.-]|s?\p{L})/gu;
/** Letters in such a row name an acronym; spelled out are `service level objective (SLO)` and `SLO (service …)`. */
const SPELLED =
  /\(([A-Z][A-Za-z0-9]{1,5}?)s?\)|\b([A-Z][A-Z0-9]{1,5})s?\s*(?:\(|:|—|–|stands for|means|is short for)/g;
const INLINE_CODE = /`[^`\n]+`/g;

/** The first acronym in `scope` that is used at least twice in the text, and is neither spelled out nor in `known`. */
export function unexplainedAcronyms(
  read: readonly ReadBlock[],
  scope: readonly number[],
  known: ReadonlySet<string>,
): { at: number; start: number; end: number } | null {
  const spelled = new Set<string>();
  const times = new Map<string, number>();
  const uses: { acronym: string; at: number; start: number }[] = [];
  const inside = new Set(scope);
  read.forEach(({ block, count }, at) => {
    if (block.type === 'code') return;
    for (const match of block.text.matchAll(SPELLED)) spelled.add((match[1] ?? match[2]!).toUpperCase());
    if (!inside.has(at) || count === 0) return;
    const text = block.text.replace(INLINE_CODE, (code) => ' '.repeat(code.length));
    for (const match of text.matchAll(ACRONYM)) {
      times.set(match[0], (times.get(match[0]) ?? 0) + 1);
      uses.push({ acronym: match[0], at, start: match.index });
    }
  });
  const first = uses.find(
    ({ acronym }) => times.get(acronym)! >= 2 && !spelled.has(acronym) && !known.has(acronym),
  );
  return first ? { at: first.at, start: first.start, end: first.start + first.acronym.length } : null;
}
