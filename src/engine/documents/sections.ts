// Which of the expected sections a document has, and where each stands.
import type { KindDescription } from './describe.ts';
import type { MatchedBlock } from './matched.ts';
import type { BlockReader } from './read.ts';

/** One section of the kind, and where it was found. */
export interface FoundSection {
  id: string;
  present: boolean;
  /** Id of the block where it stands, and the heading it stands under; null where it is missing. */
  block: string | null;
  where: string | null;
  /** Position of that block in the document; -1 where it is missing. */
  at: number;
  /** Words under its heading; of its block where it has no heading of its own. */
  words: number;
}

/** The sections of a kind, in the order of its description. */
export function sectionsOf(
  { sections }: KindDescription,
  blocks: readonly MatchedBlock[],
  reader: BlockReader,
): FoundSection[] {
  const found = sections.map(
    ({ id }): FoundSection => ({ id, present: false, block: null, where: null, at: -1, words: 0 }),
  );
  const named = new Set<number>();
  // The first place counts; a heading of its own is a better one than words in passing.
  const place = (section: number, at: number, where: string, words: number, heading: boolean) => {
    const known = found[section]!;
    if (known.present && (!heading || named.has(section))) return;
    if (heading) named.add(section);
    Object.assign(known, { present: true, block: blocks[at]!.block.id, where, at, words });
  };
  const title = titleOf(blocks);
  let heading = '';
  blocks.forEach(({ block, titled, passing, count }, at) => {
    if (block.type === 'heading') heading = block.text;
    if (titled.length > 0 && at !== title) {
      const words = wordsBelow(blocks, at, reader);
      if (words > 0) for (const section of titled) place(section, at, block.text, words, true);
    }
    for (const section of passing) place(section, at, heading, count, false);
  });
  return found;
}

/** Where the document's own title stands: its first heading, where no other is of that level or above. */
function titleOf(blocks: readonly MatchedBlock[]): number {
  const first = blocks.findIndex(({ block }) => block.type === 'heading');
  const level = blocks[first]?.block.level ?? 0;
  const above = blocks.filter(({ block }) => block.type === 'heading' && (block.level ?? 6) <= level);
  const headings = blocks.filter(({ block }) => block.type === 'heading').length;
  return above.length === 1 && headings > 1 ? first : -1;
}

const WORDS_OF_CODE = 12;

/** Words that stand under a heading (or behind a label); 0 where they only say that nothing is said yet. */
function wordsBelow(read: readonly MatchedBlock[], at: number, reader: BlockReader): number {
  const { block, count, title, rest } = read[at]!;
  if (block.type !== 'heading') {
    const behind = count - title.length;
    return rest.length > 0 && reader.isEmpty(rest) ? 0 : behind;
  }
  let words = 0;
  const first = [];
  for (let i = at + 1; i < read.length; i++) {
    const below = read[i]!;
    if (below.block.type === 'heading') {
      if ((below.block.level ?? 6) <= (block.level ?? 6)) break;
      continue;
    }
    // A piece of code says something, though not in words; so does a table by its words.
    words += below.count + (below.block.type === 'code' ? below.code * WORDS_OF_CODE : 0);
    if (first.length < 40) first.push(...below.title, ...below.rest);
  }
  return words < WORDS_OF_CODE && reader.isEmpty(first) ? 0 : words;
}
