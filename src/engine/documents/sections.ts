// Which of the expected sections a document has, and where each stands.
import type { KindDescription } from './describe.ts';
import { type BlockReader, covers, type ReadBlock } from './read.ts';

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

/** The sections of the kind at `kind`, in the order of its description. */
export function sectionsOf(
  kinds: readonly KindDescription[],
  kind: number,
  read: readonly ReadBlock[],
  reader: BlockReader,
): FoundSection[] {
  const found = kinds[kind]!.sections.map(
    ({ id }): FoundSection => ({ id, present: false, block: null, where: null, at: -1, words: 0 }),
  );
  const named = new Set<number>();
  // The first place counts; a heading of its own is a better one than words in passing.
  const place = (section: number, at: number, where: string, words: number, heading: boolean) => {
    const known = found[section]!;
    if (known.present && (!heading || named.has(section))) return;
    if (heading) named.add(section);
    Object.assign(known, { present: true, block: read[at]!.block.id, where, at, words });
  };
  let heading = '';
  read.forEach(({ block, title, titleSections, sections, count }, at) => {
    if (block.type === 'heading') heading = block.text;
    const ofKind = titleSections.filter(({ label, match }) => label.kind === kind && covers(match, title));
    if (ofKind.length > 0) {
      const words = wordsBelow(read, at, reader);
      if (words > 0) for (const { label } of ofKind) place(label.section, at, block.text, words, true);
    }
    for (const { label } of sections)
      if (label.kind === kind) place(label.section, at, heading, count, false);
  });
  return found;
}

/** Words that stand under a heading (or behind a label); 0 where they only say that nothing is said yet. */
function wordsBelow(read: readonly ReadBlock[], at: number, reader: BlockReader): number {
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
    words += below.count + (below.block.type === 'code' ? below.code * 12 : 0);
    if (first.length < 40) first.push(...below.title, ...below.rest);
  }
  return words < 12 && reader.isEmpty(first) ? 0 : words;
}
