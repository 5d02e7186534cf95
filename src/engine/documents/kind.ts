// Which kind a document is: signs are counted a family, and the texture of the text decides within one.
import type { Kind } from '../types.ts';
import type { FamilyDescription, KindDescription } from './describe.ts';
import type { Found } from './patterns.ts';
import { covers, type ReadBlock, type Sign, type SignLabel } from './read.ts';

export interface KindGuess {
  kind: Kind;
  /** 0–1. */
  confidence: number;
}

const WEIGHTS: Record<Sign, number> = {
  titles: 3,
  headings: 1,
  phrases: 0.5,
  against: -1,
  texture: 0,
  settles: 0,
};
/** Further phrases of the same sort say little that is new. */
const MOST: Record<Sign, number> = { titles: 1, headings: 6, phrases: 5, against: 2, texture: 0, settles: 0 };
const OF_TITLES: ReadonlySet<Sign> = new Set(['titles', 'against', 'settles']);
const HOST_SAYS = 5;
/** Within a family: as if the words of its texture stood so many times more often. */
const SETTLED = 8;
/** Below this nothing is claimed. */
const LEAST = 2.2;
const SHORT_BLOCK = 25;
/** `Changes` says something of a kind, `Merged changes` may be anything. */
const STRICT = 0.6;

/** The kind of a document that was read, `unknown` where no kind has enough for it. */
export function recognize(
  kinds: readonly KindDescription[],
  families: readonly FamilyDescription[],
  title: readonly Found<SignLabel>[],
  read: readonly ReadBlock[],
  hostKind: Kind | undefined,
): KindGuess {
  const signs = signsOf(kinds, title, read);
  const scored = groupsOf(kinds, families).map((members) => ({
    members,
    score: scoreOf(members, signs) + (members.some((at) => kinds[at]!.id === hostKind) ? HOST_SAYS : 0),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { members: [] as number[], score: 0 });
  if (best.score < LEAST) return { kind: hostKind ?? 'unknown', confidence: 0.3 };
  const total = scored.reduce((sum, { score }) => sum + Math.exp(Math.max(score, 0) * 0.8), 0);
  const share = Math.exp(best.score * 0.8) / total;
  const withCode = new Set(
    families.flatMap(({ members }) => members.filter(({ code }) => code).map(({ kind }) => kind)),
  );
  const code = read.reduce((sum, entry) => sum + entry.code, 0);
  const within = byTexture(best.members, (at) => {
    const { id } = kinds[at]!;
    return (
      (wordsOf(signs[at]!) + (withCode.has(id) ? code : 0) + 2) *
      (id === hostKind || signs[at]!.has('settles') ? SETTLED : 1)
    );
  });
  return { kind: kinds[within.at]!.id, confidence: share * within.share };
}

/** By sign, what was seen and how often: headings by their words, all else by its pattern. */
type Seen = Map<Sign, Map<string, number>>;

/** How often each sign of each kind stands where it counts. */
function signsOf(
  kinds: readonly KindDescription[],
  title: readonly Found<SignLabel>[],
  read: readonly ReadBlock[],
): Seen[] {
  const seen: Seen[] = kinds.map(() => new Map());
  const add = ({ kind, sign, id }: SignLabel, words = `${id}`) => {
    const of = seen[kind]!.get(sign) ?? new Map<string, number>();
    seen[kind]!.set(sign, of.set(words, (of.get(words) ?? 0) + 1));
  };
  for (const { label } of title) if (OF_TITLES.has(label.sign)) add(label);
  // The first heading of a document is its title as well.
  const first = read.find(({ block }) => block.type === 'heading');
  for (const entry of read) {
    const heading = entry.title.map((word) => word.stem).join(' ');
    for (const found of entry.signs) {
      if (counts(found, entry, entry === first))
        add(found.label, found.label.sign === 'headings' ? heading : undefined);
    }
  }
  return seen;
}

function counts(
  { label: { sign }, match }: Found<SignLabel>,
  { block, title, count }: ReadBlock,
  first: boolean,
): boolean {
  const heading = block.type === 'heading';
  if (sign === 'headings') {
    const inTitle = title.length > 0 && match.end <= title.at(-1)!.end;
    return inTitle && covers(match, title, STRICT);
  }
  if (sign === 'titles' || sign === 'settles') return first;
  if (sign === 'against') return heading || (block.type !== 'quote' && count < SHORT_BLOCK);
  return !heading;
}

/** Signs of all members together: what two of them know counts once. */
function scoreOf(members: readonly number[], signs: readonly Seen[]): number {
  let score = 0;
  for (const sign of Object.keys(WEIGHTS) as Sign[]) {
    const all = new Set(members.flatMap((at) => [...(signs[at]!.get(sign)?.keys() ?? [])]));
    score += WEIGHTS[sign] * Math.min(all.size, MOST[sign]);
  }
  return score;
}

/** Positions of the kinds, those of one family together. */
function groupsOf(kinds: readonly KindDescription[], families: readonly FamilyDescription[]): number[][] {
  const groups = new Map<string, number[]>();
  kinds.forEach(({ id }, at) => {
    const name = families.find(({ members }) => members.some(({ kind }) => kind === id))?.id ?? id;
    groups.set(name, [...(groups.get(name) ?? []), at]);
  });
  return [...groups.values()];
}

/** How often words of its texture stand in the text. */
function wordsOf(seen: Seen): number {
  return [...(seen.get('texture')?.values() ?? [])].reduce((sum, times) => sum + times, 0);
}

/** The member of a family that weighs most, and how much of the whole it is. */
function byTexture(members: readonly number[], weigh: (at: number) => number): { at: number; share: number } {
  const weights = members.map(weigh);
  const most = weights.indexOf(Math.max(...weights));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { at: members[most]!, share: Math.min(1, weights[most]! / total + 0.15) };
}
