// What a file of the library must hold; every file of content/ and every pack passes through these schemas.
import * as v from 'valibot';
import { KINDS } from '../engine/types.ts';

export const VOICES = [
  'terse',
  'rambling',
  'junior',
  'manager',
  'non-native',
  'typos',
  'upset',
  'cheerful',
] as const;
export const TRADES = [
  'payments',
  'games',
  'hospital',
  'embedded',
  'data',
  'shop',
  'machine-learning',
  'government',
  'robotics',
  'research',
] as const;

const noteId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case words joined by hyphens'),
  v.maxLength(80),
);
const words = (most: number) =>
  v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'), v.maxLength(most));
const kind = v.picklist(KINDS);

export const sourceSchema = v.strictObject({
  author: words(200),
  work: words(200),
  year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100))),
  link: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//, 'an http(s) address'))),
  unverified: v.optional(v.boolean()),
  secondary: v.optional(v.boolean()),
});

export const unlessSchema = v.strictObject({
  sections: v.optional(v.array(noteId)),
  words: v.optional(v.array(words(200))),
});

/** The front matter of a note. */
export const noteSchema = v.strictObject({
  id: noteId,
  title: words(90),
  topic: noteId,
  tier: v.picklist(['core', 'extra']),
  level: v.picklist(['growing', 'staff', 'both']),
  writer: words(200),
  line: words(140),
  plain: v.optional(words(140)),
  because: words(140),
  unless: v.optional(unlessSchema),
  do: words(500),
  paste: v.optional(words(500)),
  comment: words(300),
  ask: words(240),
  idea: words(90),
  recall: v.strictObject({ q: words(200), a: words(300) }),
  place: v.picklist(['page', 'panel']),
  source: v.pipe(v.array(sourceSchema), v.minLength(1)),
  seed: v.optional(v.array(v.pipe(v.string(), v.regex(/^S\d{1,2}$/)))),
  triggers: v.optional(v.array(words(200)), []),
  documents: v.optional(v.array(kind), []),
  related: v.optional(v.array(noteId), []),
});
export type NoteMeta = v.InferOutput<typeof noteSchema>;
export type Source = v.InferOutput<typeof sourceSchema>;

/** A note as the product reads it: its front matter and the Markdown of its body. */
export interface Note extends NoteMeta {
  body: string;
}

const by = v.pipe(v.string(), v.regex(/^[a-z]$/, 'one letter, the hand that wrote it'));
const passage = v.pipe(v.string(), v.trim(), v.nonEmpty());

export const exampleSchema = v.strictObject({
  text: passage,
  kind,
  voice: v.picklist(VOICES),
  trade: v.picklist(TRADES),
  shown: v.picklist(['named', 'implied']),
  by,
  also: v.optional(v.array(noteId), []),
});
export type Example = v.InferOutput<typeof exampleSchema>;

export const falseFriendSchema = v.strictObject({
  text: passage,
  why: v.picklist(['other-sense', 'handled']),
  by,
});
export type FalseFriend = v.InferOutput<typeof falseFriendSchema>;

export const examplesSchema = v.strictObject({
  examples: v.array(exampleSchema),
  falseFriends: v.array(falseFriendSchema),
});

export const topicsSchema = v.object({
  about: v.optional(v.string()),
  topics: v.array(v.object({ id: noteId, name: words(60), covers: words(400) })),
});
export type Topic = v.InferOutput<typeof topicsSchema>['topics'][number];

export const neutralSchema = v.strictObject({ kind, hard: v.boolean(), by });

const phrases = v.optional(v.array(words(200)), []);

export const sectionSchema = v.strictObject({
  id: noteId,
  name: words(80),
  expected: v.boolean(),
  headings: phrases,
  phrases,
  empty: phrases,
  why: words(300),
  skeleton: v.string(),
});

export const documentSchema = v.strictObject({
  id: kind,
  name: words(60),
  titles: phrases,
  headings: phrases,
  phrases,
  against: phrases,
  sections: v.array(sectionSchema),
});
export type DocumentKind = v.InferOutput<typeof documentSchema> & { body: string };

/** Kinds that look alike from outside, and what tells them apart. */
export const familySchema = v.strictObject({
  id: noteId,
  members: v.pipe(
    v.array(
      v.strictObject({ kind, titles: phrases, texture: phrases, code: v.optional(v.boolean(), false) }),
    ),
    v.minLength(2),
  ),
});
export type Family = v.InferOutput<typeof familySchema> & { body: string };

/** A further check of documents of some kinds: what is looked for, and what is said. */
export const checkSchema = v.strictObject({
  id: noteId,
  kinds: v.pipe(v.array(kind), v.minLength(1)),
  name: words(60),
  /** What it looked for, so that a person can judge it. */
  looked: words(200),
  line: words(140),
  comment: words(300),
  do: words(300),
  /** Whether it was right on at least 24 of 30 of its cases; else its line is a question. */
  sure: v.boolean(),
  source: v.pipe(v.array(sourceSchema), v.minLength(1)),
  look: v.optional(v.picklist(['each', 'late', 'acronyms', 'owned']), 'each'),
  sections: v.optional(v.array(noteId), []),
  blocks: v.optional(v.array(v.picklist(['paragraph', 'item', 'cell', 'quote'])), [
    'paragraph',
    'item',
    'cell',
  ]),
  phrases,
  unless: phrases,
  near: v.optional(v.picklist(['block', 'neighbors', 'document']), 'block'),
  most: v.optional(v.pipe(v.number(), v.integer()), 400),
});
export type Check = v.InferOutput<typeof checkSchema> & { body: string };

/** A text (`under` a heading) on which a check must stop or must not. */
export const casesSchema = v.pipe(
  v.array(v.strictObject({ text: passage, stops: v.boolean(), under: v.optional(words(80)) })),
  v.minLength(30, 'needs at least 30 cases'),
);
export type CheckCase = v.InferOutput<typeof casesSchema>[number];

/** The library as it is built into the product: words for people, and what the engine compiles. */
export interface Library {
  topics: Topic[];
  notes: Note[];
  documents: DocumentKind[];
  families: Family[];
  checks: Check[];
}

/** A note as a list shows it; `line` is the plain one where it has a slot. */
export type Title = Pick<Note, 'id' | 'title' | 'topic' | 'line' | 'idea' | 'place'>;

/** What lists show of the library. */
export interface Titles {
  topics: readonly Topic[];
  titles: readonly Title[];
}
