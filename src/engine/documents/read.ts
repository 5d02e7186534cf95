// Reads one block of a document: its words, and every sign of a kind, section or check that stands in it.
import { Automaton, type Match } from '../match/automaton.ts';
import { parsePattern } from '../match/grammar.ts';
import { blankInline } from '../text/prose.ts';
import { type Word, wordsOf } from '../text/words.ts';
import type { Block } from '../types.ts';
import type { Descriptions } from './describe.ts';
import { isPrompt } from './prompts.ts';

export type Sign = 'titles' | 'headings' | 'phrases' | 'against' | 'texture' | 'settles';
const SIGNS = ['titles', 'headings', 'phrases', 'against'] as const;

/** A pattern of a kind, a section or a check that was found. */
export interface Found<L> {
  label: L;
  match: Match;
}

export interface SignLabel {
  kind: number;
  sign: Sign;
  /** Equal for equal patterns of one kind, so that the same words count once. */
  id: number;
}
export interface SectionLabel {
  kind: number;
  section: number;
}
export interface CheckLabel {
  check: number;
  spares: boolean;
}

/** A block with everything that was found in it. */
export interface ReadBlock {
  block: Block;
  /** Number of words, inline code left out. */
  count: number;
  /** The words of a heading, or of a label such as `Owner:` that stands for one. */
  title: readonly Word[];
  /** The words behind the title; all words of a short block, none of a long one. */
  rest: readonly Word[];
  /** Pieces of inline code. */
  code: number;
  signs: readonly Found<SignLabel>[];
  titleSections: readonly Found<SectionLabel>[];
  sections: readonly Found<SectionLabel>[];
  checks: readonly Found<CheckLabel>[];
}

const SHORT = 40;
const LABEL = /^[*_\s]*\p{L}[\p{L} -]{1,30}[*_]*:/u;
const TABLE = /^\s*\|.*\|/;
/** The line of a table that parts its head from its body. */
const RULE = /^[\s|:+=-]*$/;
/** A line of a table of contents, or the target of a link: neither says anything. */
const POINTER = /^\s*(?:[-*\d.]+\s+)?\[[^\]]*\](?:\(#[^)]*\)|:\s*\S+)\s*$/;
const INLINE_CODE = /`[^`\n]+`/g;

/** A set of patterns, each with what it is a sign of. */
class Patterns<L> {
  private readonly automaton: Automaton;
  private readonly labels: L[];

  constructor(entries: readonly { phrase: string; label: L }[]) {
    this.automaton = new Automaton(entries.map(({ phrase }) => parsePattern(phrase)));
    this.labels = entries.map(({ label }) => label);
  }

  find(words: readonly Word[]): Found<L>[] {
    return this.automaton.find(words).map((match) => ({ label: this.labels[match.pattern]!, match }));
  }
}

/** All patterns of kinds and checks, compiled once. */
export class BlockReader {
  private readonly signs: Patterns<SignLabel>;
  private readonly headings: Patterns<SectionLabel>;
  private readonly phrases: Patterns<SectionLabel>;
  private readonly checks: Patterns<CheckLabel>;
  private readonly empties: Patterns<null>;

  /** @throws GrammarError where a phrase is not of the grammar */
  constructor({ documents: kinds, families, checks }: Descriptions) {
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
    const ofSections = (field: 'headings' | 'phrases') =>
      new Patterns(
        kinds.flatMap(({ sections }, kind) =>
          sections.flatMap((described, section) =>
            described[field].map((phrase) => ({ phrase, label: { kind, section } })),
          ),
        ),
      );
    this.headings = ofSections('headings');
    this.phrases = ofSections('phrases');
    this.checks = new Patterns(
      checks.flatMap(({ phrases, unless }, check) => [
        ...phrases.map((phrase) => ({ phrase, label: { check, spares: false } })),
        ...unless.map((phrase) => ({ phrase, label: { check, spares: true } })),
      ]),
    );
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
    const none = { block, title: [], rest: [], signs: [], titleSections: [], sections: [], checks: [] };
    if (block.type === 'code')
      return TABLE.test(block.text) ? this.table(block) : { ...none, count: 0, code: 1 };
    const says = !POINTER.test(block.text) && (block.type === 'heading' || !isPrompt(block.text, under));
    if (!says) return { ...none, count: 0, code: 0 };
    const words = wordsOf(blankInline(block.text));
    const title = titleWords(block, words);
    const heading = block.type === 'heading';
    return {
      block,
      count: words.length,
      title,
      rest: heading || words.length > SHORT ? [] : words.slice(title.length),
      code: block.text.match(INLINE_CODE)?.length ?? 0,
      signs: this.signs.find(words),
      titleSections: title.length > 0 ? this.headings.find(title) : [],
      sections: heading ? [] : this.phrases.find(words),
      checks: heading ? [] : this.checks.find(words),
    };
  }

  /** A table as text has it: the cells of its first row stand for headings of their columns. */
  private table(block: Block): ReadBlock {
    const rows = block.text.split('\n').filter((row) => !RULE.test(row));
    const [head = [], ...body] = rows.map((row) => row.split('|').slice(1));
    const columns = head.flatMap((cell, column) => {
      const title = wordsOf(cell);
      const filled = body.some((row) => !this.isEmpty(wordsOf(row[column] ?? '')));
      const found = filled ? this.headings.find(title) : [];
      return found.filter(({ match }) => covers(match, title));
    });
    const words = wordsOf(blankInline(body.map((row) => row.join(' ')).join('\n')));
    return {
      ...{ block, count: words.length, title: [], rest: [], code: 0, checks: [] },
      signs: this.signs.find(words),
      titleSections: [],
      sections: [...columns, ...this.phrases.find(words)],
    };
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
