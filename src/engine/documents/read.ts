// Reads one block of a document: its words, and every sign of a kind that stands in it.
import type { Match } from '../match/automaton.ts';
import { blankInline } from '../text/prose.ts';
import { type Word, wordsOf } from '../text/words.ts';
import type { Block } from '../types.ts';
import type { Descriptions } from './describe.ts';
import { type Found, Patterns } from './patterns.ts';
import { isPlaceholder, type Prompting, promptingOf } from './prompts.ts';

export type Sign = 'titles' | 'headings' | 'phrases' | 'against' | 'texture' | 'settles';
const SIGNS = ['titles', 'headings', 'phrases', 'against'] as const;

export interface SignLabel {
  kind: number;
  sign: Sign;
  /** Equal for equal patterns of one kind, so that the same words count once. */
  id: number;
}

/** A column of a table: the words over it, and whether anything stands under them. */
export interface Column {
  title: readonly Word[];
  filled: boolean;
}

/** A block as it was read, whatever kind the document is of. */
export interface ReadBlock {
  block: Block;
  /** Whether it only says what is to be written. */
  prompting: Prompting;
  /** All words, inline code left out; none of a prompt or of code. */
  words: readonly Word[];
  count: number;
  /** The words of a heading, or of a label such as `Owner:` that stands for one. */
  title: readonly Word[];
  /** The words behind the title; all words of a short block, none of a long one. */
  rest: readonly Word[];
  /** Pieces of inline code. */
  code: number;
  columns: readonly Column[];
  signs: readonly Found<SignLabel>[];
}

const SHORT = 40;
const LABEL = /^[*_\s]*\p{L}[\p{L} -]{1,30}[*_]*:/u;
const TABLE = /^\s*\|.*\|/;
/** The line of a table that parts its head from its body. */
const RULE = /^[\s|:+=-]*$/;
/** Comments, targets of links, tables of contents, and lines of markup alone: code that says nothing. */
const SILENT =
  /^\s*(?:<!--|\.\. (?:_|contents|image|figure|raw|sectnum|highlight|comment)|<\/?[a-z][^>]*>\s*$|\[[^\]]+\]:)/i;
const FRONT = /^---\s*\n[\s\S]*\n---\s*$/;
/** An entry of front matter with its value, or with the list below it; comments are left out. */
const ENTRY = /^([\w -]+):[ \t]*((?:[^\n#]*)(?:\n[ \t]*- *[^\n#]*)*)/gm;
const INLINE_CODE = /`[^`\n]+`/g;

/** The patterns that tell kinds, and those that say nothing; compiled once. */
export class BlockReader {
  private readonly signs: Patterns<SignLabel>;
  private readonly empties: Patterns<null>;

  /** @throws GrammarError where a phrase is not of the grammar */
  constructor({ documents: kinds, families }: Descriptions) {
    let id = 0;
    const ofFamilies = families.flatMap(({ members }) =>
      members.flatMap((member) => {
        const kind = kinds.findIndex(({ id }) => id === member.kind);
        const label = (sign: Sign) => (phrase: string) => ({ phrase, label: { kind, sign, id: id++ } });
        return [...member.texture.map(label('texture')), ...member.titles.map(label('settles'))];
      }),
    );
    const signs = kinds.flatMap((described, kind) =>
      SIGNS.flatMap((sign) =>
        described[sign].map((phrase) => ({ phrase, label: { kind, sign: sign as Sign, id: id++ } })),
      ),
    );
    this.signs = new Patterns([...signs, ...ofFamilies]);
    const empties = new Set(kinds.flatMap(({ sections }) => sections.flatMap(({ empty }) => empty)));
    this.empties = new Patterns(
      [...empties].filter((phrase) => wordsOf(phrase).length > 0).map((phrase) => ({ phrase, label: null })),
    );
  }

  /** Signs of kinds in a title. */
  readTitle(title: string): readonly Found<SignLabel>[] {
    // `RFC0503` and `KEP-2879` are a name and a number.
    return this.signs.find(wordsOf(title.replace(/(\p{L})-?(?=\d)/gu, '$1 ')));
  }

  /** Reads a block under its heading; code is only counted, and a prompt to write says nothing. */
  read(block: Block, under: string): ReadBlock {
    const prompting = promptingOf(block, under);
    const none = {
      block,
      prompting,
      words: [],
      count: 0,
      title: [],
      rest: [],
      code: 0,
      columns: [],
      signs: [],
    };
    if (block.type === 'code' && TABLE.test(block.text)) return { ...none, ...this.table(block.text) };
    if (FRONT.test(block.text)) return { ...none, columns: this.frontMatter(block.text) };
    if (block.type === 'code') return SILENT.test(block.text) ? none : { ...none, code: 1 };
    if (prompting === 'yes' || prompting === 'aside') return none;
    const words = wordsOf(blankInline(block.text));
    const title = titleWords(block, words);
    const heading = block.type === 'heading';
    return {
      ...{ block, prompting, words, title, columns: [] },
      count: words.length,
      rest: heading || words.length > SHORT ? [] : words.slice(title.length),
      code: block.text.match(INLINE_CODE)?.length ?? 0,
      signs: this.signs.find(words),
    };
  }

  /** A table as text has it: the cells of its first row stand for headings of their columns. */
  private table(text: string): Pick<ReadBlock, 'words' | 'count' | 'columns' | 'signs'> {
    const rows = text.split('\n').filter((row) => !RULE.test(row));
    const [head = [], ...body] = rows.map((row) => row.split('|').slice(1));
    const columns = head.map((cell, column) => ({
      title: wordsOf(cell),
      filled: body.some((row) => !this.isEmpty(wordsOf(row[column] ?? ''))),
    }));
    const words = wordsOf(blankInline(body.map((row) => row.join(' ')).join('\n')));
    return { words, count: words.length, columns, signs: this.signs.find(words) };
  }

  /** The entries before a text: `approvers: Kim` stands for a heading with Kim under it. */
  private frontMatter(text: string): Column[] {
    return [...text.matchAll(ENTRY)].map(([, key = '', value = '']) => ({
      title: wordsOf(key),
      filled: !isPlaceholder(value) && !this.isEmpty(wordsOf(value)),
    }));
  }

  /** Whether a few words say only that nothing is said yet. */
  isEmpty(words: readonly Word[]): boolean {
    if (words.length >= 12) return false;
    const found = this.empties.find(words);
    if (words.length < 3) return words.length === 0 || found.length > 0;
    return found.some(({ match }) => match.words * 2 >= words.length - 4);
  }
}

/** The words of a heading; `Owner: Kim` at the start of a paragraph stands for a heading as well. */
function titleWords(block: Block, words: readonly Word[]): readonly Word[] {
  if (block.type === 'heading') return words;
  if (block.type === 'quote' || words.length >= 60) return [];
  const label = LABEL.exec(block.text);
  return label ? words.filter((word) => word.end <= label[0].length) : [];
}

const STOP = /^(?:a|an|and|as|at|by|for|from|in|of|on|or|our|the|this|to|with|\d+(?:\.\d+)*)$/;

/** Whether a match makes up `share` of a heading, so that one word in a long title is not it. */
export function covers(match: Match, words: readonly Word[], share = 0.5): boolean {
  return match.words >= share * words.filter((word) => !STOP.test(word.lower)).length;
}
