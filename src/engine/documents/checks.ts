// The further checks of a kind: what a reviewer would stop at, each with the place where it stands.
import { unexplainedAcronyms } from './acronyms.ts';
import type { CheckDescription } from './describe.ts';
import type { MatchedBlock } from './matched.ts';
import { isOwned } from './owned.ts';
import type { FoundSection } from './sections.ts';

/** A place at which a check stops. */
export interface CheckFinding {
  check: string;
  block: string;
  /** Position of the block in the document. */
  at: number;
  /** UTF-16 offsets into the block's text, end exclusive. */
  start: number;
  end: number;
}

/** About what a reader sees before scrolling. */
const FOLD_WORDS = 90;
const FEWEST_WORDS = 3;

/** What the checks of a kind find: the first place of each. */
export function findingsOf(
  checks: readonly CheckDescription[],
  read: readonly MatchedBlock[],
  sections: readonly FoundSection[],
): CheckFinding[] {
  return checks
    .flatMap((check) => {
      const look = { each, late, acronyms, owned }[check.look];
      return look(check, read, scopeOf(check, read, sections)) ?? [];
    })
    .sort((a, b) => a.at - b.at);
}

type Look = (
  check: CheckDescription,
  read: readonly MatchedBlock[],
  scope: readonly number[],
) => CheckFinding | null;

/** Positions of the blocks in which a check looks. */
function scopeOf(
  { sections, blocks }: CheckDescription,
  read: readonly MatchedBlock[],
  found: readonly FoundSection[],
): number[] {
  const all = read.map((_, at) => at);
  const inside =
    sections.length === 0
      ? all
      : found
          .filter(({ id, present }) => present && sections.includes(id))
          .flatMap(({ at }) => below(read, at));
  return [...new Set(inside)].filter((at) => blocks.includes(read[at]!.block.type));
}

/** The blocks under the heading at `at`; the block itself where it is none. */
function below(read: readonly MatchedBlock[], at: number): number[] {
  const { block } = read[at]!;
  if (block.type !== 'heading') return [at];
  const inside: number[] = [];
  for (let i = at + 1; i < read.length; i++) {
    const next = read[i]!.block;
    if (next.type === 'heading' && (next.level ?? 6) <= (block.level ?? 6)) break;
    inside.push(i);
  }
  return inside;
}

const has = ({ checks }: MatchedBlock, { id: check }: CheckDescription, spares: boolean) =>
  checks.find(({ label }) => label.check === check && label.spares === spares);

const each: Look = (check, read, scope) => {
  if (check.near === 'document' && read.some((entry) => has(entry, check, true))) return null;
  for (const at of scope) {
    const entry = read[at]!;
    if (entry.count < FEWEST_WORDS || entry.count > check.most) continue;
    const near = check.near === 'neighbors' ? read.slice(Math.max(0, at - 1), at + 2) : [entry];
    if (near.some((other) => has(other, check, true))) continue;
    if (check.phrases.length === 0) return finding(check, at, entry, 0, entry.block.text.length);
    const found = has(entry, check, false);
    if (found) return finding(check, at, entry, found.match.start, found.match.end);
  }
  return null;
};

const late: Look = (check, read, scope) => {
  let words = 0;
  const inScope = new Set(scope);
  for (const [at, entry] of read.entries()) {
    const found = inScope.has(at) && has(entry, check, false);
    if (found && !has(entry, check, true)) {
      return words >= FOLD_WORDS ? finding(check, at, entry, found.match.start, found.match.end) : null;
    }
    words += entry.count;
  }
  return null;
};

const acronyms: Look = (check, read, scope) => {
  const found = unexplainedAcronyms(read, scope, new Set(check.unless.map((word) => word.toUpperCase())));
  return found && finding(check, found.at, read[found.at]!, found.start, found.end);
};

const owned: Look = (check, read, scope) => {
  const at = scope.find((i) => {
    const { block, count } = read[i]!;
    return count >= FEWEST_WORDS && count <= check.most && !isOwned(block.text);
  });
  return at === undefined ? null : finding(check, at, read[at]!, 0, read[at]!.block.text.length);
};

function finding(
  { id }: CheckDescription,
  at: number,
  { block }: MatchedBlock,
  start: number,
  end: number,
): CheckFinding {
  return { check: id, block: block.id, at, start, end };
}
