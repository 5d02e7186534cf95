// A whole document: which kind it is, and which of the expected sections it has.
import { Automaton, type Match } from '../match/automaton.ts';
import { parsePattern } from '../match/grammar.ts';
import { blankInline } from '../text/prose.ts';
import { type Word, wordsOf } from '../text/words.ts';
import type { Block, Kind } from '../types.ts';

/** What content/documents/<kind>.md says of a kind, as far as the engine reads it. */
export interface KindDescription {
  id: Kind;
  name: string;
  titles: readonly string[];
  headings: readonly string[];
  phrases: readonly string[];
  against: readonly string[];
  sections: readonly SectionDescription[];
}

export interface SectionDescription {
  id: string;
  name: string;
  expected: boolean;
  headings: readonly string[];
  phrases: readonly string[];
  empty: readonly string[];
  why: string;
  skeleton: string;
}

/** A document as it is read: its title, its blocks in order, and the kind that its host names. */
export interface Document {
  title: string;
  blocks: readonly Block[];
  hostKind?: Kind;
}

/** One section of the kind, and where it was found. */
export interface FoundSection {
  id: string;
  present: boolean;
  /** Id of the block where it stands, and the heading it stands under; null where it is missing. */
  block: string | null;
  where: string | null;
}

/** What is known of a document. */
export interface DocumentReview {
  kind: Kind;
  /** 0–1. */
  confidence: number;
  sections: FoundSection[];
  /** Ids of expected sections that are missing, in the order of the kind. */
  missing: string[];
}

type Weigh = 'titles' | 'headings' | 'phrases' | 'against';

const WEIGHTS: Record<Weigh, number> = { titles: 3, headings: 1, phrases: 0.5, against: -1.2 };
/** Further phrases of the same sort say little that is new. */
const MOST: Record<Weigh, number> = { titles: 1, headings: 6, phrases: 5, against: 3 };
const HOST_SAYS = 5;
/** Below this nothing is claimed. */
const LEAST = 2.4;

interface Label {
  kind: number;
  what: Weigh;
}

interface SectionLabel {
  kind: number;
  section: number;
}

interface ReadBlock {
  block: Block;
  words: Word[];
}

/** Knows the kinds of documents; built once from the library. */
export class DocumentReader {
  private readonly signs: Automaton;
  private readonly labels: Label[] = [];
  private readonly sectionHeadings: Automaton;
  private readonly headingLabels: SectionLabel[] = [];
  private readonly sectionPhrases: Automaton;
  private readonly phraseLabels: SectionLabel[] = [];
  private readonly empties: Automaton;

  /** @throws GrammarError where a phrase is not of the grammar */
  constructor(private readonly kinds: readonly KindDescription[]) {
    const signs: string[] = [];
    const headings: string[] = [];
    const phrases: string[] = [];
    kinds.forEach((description, kind) => {
      for (const what of Object.keys(WEIGHTS) as Weigh[]) {
        for (const phrase of description[what]) {
          signs.push(phrase);
          this.labels.push({ kind, what });
        }
      }
      description.sections.forEach((section, at) => {
        for (const phrase of section.headings) headings.push(phrase);
        for (const _ of section.headings) this.headingLabels.push({ kind, section: at });
        for (const phrase of section.phrases) phrases.push(phrase);
        for (const _ of section.phrases) this.phraseLabels.push({ kind, section: at });
      });
    });
    const empty = new Set(kinds.flatMap(({ sections }) => sections.flatMap((section) => section.empty)));
    this.signs = compile(signs);
    this.sectionHeadings = compile(headings);
    this.sectionPhrases = compile(phrases);
    this.empties = compile([...empty].filter((phrase) => wordsOf(phrase).length > 0));
  }

  /** The kind of a document, its sections, and what is missing; nothing is missed in an unknown kind. */
  review(document: Document, corrected?: Kind): DocumentReview {
    const read = document.blocks.map((block) => ({ block, words: wordsOf(blankInline(block.text)) }));
    const { kind, confidence } = corrected
      ? { kind: corrected, confidence: 1 }
      : this.recognize(document, read);
    const at = this.kinds.findIndex((description) => description.id === kind);
    if (at < 0) return { kind, confidence, sections: [], missing: [] };
    const sections = this.sectionsOf(at, read);
    const { sections: described } = this.kinds[at]!;
    const missing = sections
      .filter((section, i) => !section.present && described[i]!.expected)
      .map(({ id }) => id);
    return { kind, confidence, sections, missing };
  }

  private recognize(document: Document, read: readonly ReadBlock[]): { kind: Kind; confidence: number } {
    const seen = this.kinds.map(() => new Map<Weigh, Set<number>>());
    const count = (matches: readonly Match[], take: (label: Label, match: Match) => boolean) => {
      for (const match of matches) {
        const label = this.labels[match.pattern]!;
        if (!take(label, match)) continue;
        const sorts = seen[label.kind]!;
        const patterns = sorts.get(label.what) ?? new Set();
        sorts.set(label.what, patterns.add(match.pattern));
      }
    };
    count(this.signs.find(wordsOf(document.title)), ({ what }) => what === 'titles' || what === 'against');
    for (const { block, words } of read) {
      if (block.type === 'code') continue;
      const heading = block.type === 'heading';
      count(this.signs.find(words), ({ what }, match) => {
        if (heading)
          return (what === 'headings' && covers(match, words)) || what === 'against' || isTitle(what, block);
        return what === 'phrases' || (what === 'against' && block.type !== 'quote' && words.length < 60);
      });
    }
    const scores = this.kinds.map(({ id }, kind) => {
      let score = document.hostKind === id ? HOST_SAYS : 0;
      for (const [what, patterns] of seen[kind]!)
        score += WEIGHTS[what] * Math.min(patterns.size, MOST[what]);
      return score;
    });
    const best = scores.indexOf(Math.max(...scores));
    if (best < 0 || scores[best]! < LEAST) return { kind: document.hostKind ?? 'unknown', confidence: 0.3 };
    const total = scores.reduce((sum, score) => sum + Math.exp(Math.max(score, 0) * 0.8), 0);
    return { kind: this.kinds[best]!.id, confidence: Math.exp(scores[best]! * 0.8) / total };
  }

  private sectionsOf(kind: number, read: readonly ReadBlock[]): FoundSection[] {
    const { sections } = this.kinds[kind]!;
    const found: FoundSection[] = sections.map(({ id }) => ({
      id,
      present: false,
      block: null,
      where: null,
    }));
    const place = (section: number, block: string, where: string) => {
      const known = found[section]!;
      if (!known.present) Object.assign(known, { present: true, block, where });
    };
    let heading = '';
    read.forEach(({ block, words }, at) => {
      if (block.type === 'heading') heading = block.text;
      const title = titleWords(block, words);
      if (title.length > 0 && this.hasContent(read, at, title.length)) {
        for (const match of this.sectionHeadings.find(title)) {
          const label = this.headingLabels[match.pattern]!;
          if (label.kind === kind && covers(match, title)) place(label.section, block.id, block.text);
        }
      }
      if (block.type === 'heading' || block.type === 'code') return;
      for (const match of this.sectionPhrases.find(words)) {
        const label = this.phraseLabels[match.pattern]!;
        if (label.kind === kind) place(label.section, block.id, heading);
      }
    });
    return found;
  }

  /** Whether something is said under a heading, other than that nothing is. */
  private hasContent(read: readonly ReadBlock[], at: number, title: number): boolean {
    const { block, words } = read[at]!;
    if (block.type !== 'heading') return !this.isEmpty(words.slice(title));
    const below: Word[] = [];
    for (let i = at + 1; i < read.length && below.length < 40; i++) {
      const next = read[i]!;
      if (next.block.type === 'heading' && (next.block.level ?? 6) <= (block.level ?? 6)) break;
      if (next.block.type !== 'heading') below.push(...next.words);
    }
    return !this.isEmpty(below);
  }

  private isEmpty(words: readonly Word[]): boolean {
    if (words.length < 3) return words.length === 0 || this.empties.find(words).length > 0;
    return words.length < 12 && this.empties.find(words).some((match) => match.words * 2 >= words.length - 4);
  }
}

function compile(phrases: readonly string[]): Automaton {
  return new Automaton(phrases.map(parsePattern));
}

/** Whether a match makes up the better half of a heading, so that one word in a long title is not it. */
function covers(match: Match, words: readonly Word[]): boolean {
  return match.words * 2 >= words.filter((word) => !/^\d+(?:\.\d+)*$/.test(word.lower)).length;
}

/** The first heading of a document is its title as well. */
function isTitle(what: Weigh, block: Block): boolean {
  return what === 'titles' && block.level === 1;
}

const LABEL = /^[*_\s]*\p{L}[\p{L} -]{1,30}[*_]*:/u;

/** The words of a heading; `Owner: Kim` at the start of a paragraph stands for a heading as well. */
function titleWords(block: Block, words: readonly Word[]): readonly Word[] {
  if (block.type === 'heading') return words;
  if (block.type === 'code' || block.type === 'quote' || words.length >= 60) return [];
  const label = LABEL.exec(block.text);
  return label ? words.filter((word) => word.end <= label[0].length) : [];
}
