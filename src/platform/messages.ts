// Every message between the worlds, one union each direction, parsed at the border.
import * as v from 'valibot';
import { type By, KINDS, type Kind, type Place } from '../engine/types.ts';

export const BLOCK_LIMIT = 20_000;
export const MESSAGE_LIMIT = 256 * 1024;

const id = v.pipe(v.string(), v.maxLength(80));
const short = v.pipe(v.string(), v.maxLength(400));
const by = v.picklist(['me', 'other'] satisfies By[]);
const kind = v.picklist(KINDS);

const block = v.object({
  id,
  type: v.picklist(['paragraph', 'heading', 'item', 'cell', 'code', 'quote']),
  text: v.pipe(v.string(), v.maxLength(BLOCK_LIMIT)),
  level: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6))),
});

/** What a host says of the page that is read. The site itself is taken from the sender, never from here. */
const documentInfo = v.object({
  host: short,
  /** What the host names the document by: issue key, page id; else origin and path. */
  documentId: v.pipe(v.string(), v.maxLength(2000)),
  title: short,
  kind,
});
export type DocumentInfo = v.InferOutput<typeof documentInfo>;

export const ANSWERS = ['copied', 'useful', 'not-here', 'never'] as const;
export type Answer = (typeof ANSWERS)[number];
export const LATERS = ['hour', 'today', 'tab', 'site'] as const;
export type Later = (typeof LATERS)[number];

/** Page script → background, over the port `page`. */
export const fromPage = v.variant('kind', [
  v.object({ kind: v.literal('document'), document: documentInfo }),
  v.object({
    kind: v.literal('blocks'),
    surface: id,
    revision: v.number(),
    by,
    /** The surface's own kind, where it differs from the document's: a review comment on a pull request. */
    surfaceKind: v.optional(kind),
    /** What the field is called, where the person may have excluded it. */
    field: v.optional(short),
    /** True where the surface shows only a part of its text (virtual rendering): nothing may be called missing. */
    partial: v.boolean(),
    /** Ids of all blocks of the surface in document order. */
    order: v.pipe(v.array(id), v.maxLength(10_000)),
    /** Blocks that the background has not had on this port. */
    changed: v.array(block),
    /** Block that holds the caret. */
    caret: v.optional(id),
    /** Further `changed` of the same revision follow. */
    more: v.optional(v.boolean()),
  }),
  v.object({ kind: v.literal('gone'), surface: id }),
  v.object({ kind: v.literal('answer'), surface: id, block: id, note: id, said: v.picklist(ANSWERS) }),
  v.object({ kind: v.literal('undo'), note: id }),
  v.object({ kind: v.literal('later'), until: v.picklist(LATERS) }),
  /** The person wants this field left alone, on this site and from now on. */
  v.object({ kind: v.literal('exclude'), surface: id, field: short }),
  v.object({ kind: v.literal('open-note'), note: id }),
  v.object({ kind: v.literal('open-panel') }),
  /** The page cannot be read, and why (a message key of the locale files under `unread`). */
  v.object({ kind: v.literal('unread'), reason: short }),
  /** Staffwise gave up on this page, and why (a message key under `retired`). */
  v.object({ kind: v.literal('retired'), reason: short }),
]);
export type FromPage = v.InferOutput<typeof fromPage>;

/** All that a mark and its card show: library text and the page's own words. */
const pageHint = v.object({
  surface: id,
  block: id,
  start: v.number(),
  end: v.number(),
  note: id,
  topic: short,
  /** The line with its slot filled. */
  line: short,
  quote: short,
  because: short,
  do: v.string(),
  ask: v.string(),
  /** What Copy copies: the note's `paste`, or its `ask`. */
  copy: v.string(),
  copies: v.picklist(['sentence', 'question']),
  source: v.string(),
  link: v.optional(v.string()),
  /** One of the person's own notes: its words are never drawn in a page. */
  own: v.boolean(),
});
export type PageHint = v.InferOutput<typeof pageHint>;

/** Background → page script. */
export const toPage = v.variant('kind', [
  v.object({ kind: v.literal('hints'), surface: id, revision: v.number(), hints: v.array(pageHint) }),
  /** Go to the block and open the card of the note. */
  v.object({ kind: v.literal('show'), surface: id, block: id, note: id }),
  /** Scroll to the block without a card. */
  v.object({ kind: v.literal('reveal'), surface: id, block: id }),
  /** Marks are hidden while `quiet`. */
  v.object({
    kind: v.literal('quiet'),
    quiet: v.boolean(),
    /** Underlines under the evidence of every mark. */
    underline: v.optional(v.boolean()),
  }),
  /** The person excluded this field: it is not to be read. */
  v.object({ kind: v.literal('excluded'), surface: id }),
  /** The person asked for the document's own export to be read: the only request that is ever made. */
  v.object({ kind: v.literal('export') }),
  v.object({ kind: v.literal('off') }),
]);
export type ToPage = v.InferOutput<typeof toPage>;

/** What an extension page shows of one hint. */
export interface ListedHint extends PageHint {
  title: string;
  by: By;
  comment: string;
  shown: 'mark' | 'panel';
  place: Place;
  score: number;
  answered?: Answer;
  /** Position of its block in the surface, and the heading it stands under. */
  at?: number;
  heading?: string;
}

/** What the popup and the panel show of one tab. */
export interface TabState {
  tab: number;
  /** Origin of the tab's page, absent where it has none that could be turned on. */
  site?: string;
  on: boolean;
  /** The page script of this tab has spoken since the background last woke. */
  alive: boolean;
  unread?: string;
  retired?: string;
  title: string;
  host: string;
  kind: Kind;
  /** 0–1. */
  confidence: number;
  /** The kind was set by the person. */
  corrected: boolean;
  by: By;
  /** The surface that the review is of: the one with the caret, else the longest. */
  surface?: string;
  /** The block of that surface that holds the caret. */
  caret?: string;
  /** Names the document while the browser runs, so that the panel can tell what became of its gaps. */
  document: string;
  /** Only a part of the document can be read: then nothing is called missing. */
  partial: boolean;
  sections: SectionState[];
  checks: CheckState[];
  /** In document order, of all surfaces of the page. */
  hints: ListedHint[];
  /** At most three, for the passage at the caret. */
  possible: ListedHint[];
  words: number;
  presenting: boolean;
  /** The model of the guidance is missing or damaged: only triggers speak. */
  damaged?: boolean;
  /** Milliseconds since the epoch, or 0. */
  snoozedUntil: number;
}

/** One section of the kind: found (then where), or missing. */
export interface SectionState {
  id: string;
  name: string;
  present: boolean;
  surface?: string;
  block?: string;
  /** Position of its block in the surface; -1 where it is missing. */
  at: number;
  words: number;
  why: string;
  skeleton: string;
}

/** A place at which a check of the kind stops. */
export interface CheckState {
  id: string;
  name: string;
  surface: string;
  block: string;
  at: number;
  heading: string;
  quote: string;
  /** What it looked for. */
  looked: string;
  line: string;
  comment: string;
  do: string;
  /** Right often enough to be said; else it is asked. */
  sure: boolean;
  source: string;
  link?: string;
}

/** How the parts of a review are named where an answer to them is kept, beside the ids of notes. */
export const partId = {
  section: (id: string) => `section:${id}`,
  check: (id: string) => `check:${id}`,
};

/** Extension page → background, one answer each (see `Answers`). */
export const fromUi = v.variant('kind', [
  v.object({ kind: v.literal('tab'), tab: v.number() }),
  v.object({ kind: v.literal('show'), tab: v.number(), surface: id, block: id, note: id }),
  v.object({ kind: v.literal('reveal'), tab: v.number(), surface: id, block: id }),
  v.object({
    kind: v.literal('answer'),
    tab: v.number(),
    surface: id,
    block: id,
    note: id,
    said: v.picklist(ANSWERS),
  }),
  v.object({ kind: v.literal('undo'), tab: v.number(), note: id }),
  /** Read a Google Doc by its own export: the person pressed for it. */
  v.object({ kind: v.literal('export'), tab: v.number() }),
  v.object({ kind: v.literal('presenting'), on: v.boolean() }),
  v.object({ kind: v.literal('later'), tab: v.number(), until: v.picklist([...LATERS, 'now']) }),
  v.object({ kind: v.literal('document-kind'), tab: v.number(), documentKind: v.nullable(kind) }),
  /** The text of a tab's document, as Markdown, for "Copy as prompt" when the person asks for it. */
  v.object({ kind: v.literal('document-text'), tab: v.number() }),
  /** Search by idea: notes nearest in meaning. */
  v.object({ kind: v.literal('ideas'), query: v.pipe(v.string(), v.maxLength(500)) }),
  /** Hints for a pasted passage, on a page that cannot be read. */
  v.object({ kind: v.literal('suggest'), text: v.pipe(v.string(), v.maxLength(BLOCK_LIMIT)) }),
]);
export type FromUi = v.InferOutput<typeof fromUi>;

/** The answer to each message of `FromUi`. */
export interface Answers {
  tab: TabState;
  show: boolean;
  reveal: boolean;
  answer: boolean;
  undo: boolean;
  export: boolean;
  presenting: boolean;
  later: boolean;
  'document-kind': boolean;
  'document-text': string;
  ideas: { note: string; score: number }[];
  suggest: ListedHint[];
}

/** Name of the port that a page script opens, and of the one by which a panel follows a tab. */
export const PAGE_PORT = 'page';
/** The panel opens `panel:<tab id>`; the background posts a `TabState` on each change. */
export const PANEL_PORT = 'panel:';
