// What the background needs of the library: no bodies, nothing for reading. Shipped as the asset guidance.json.
import type { Content } from './read.ts';
import type { Check, DocumentKind, Family, Note, Topic } from './schema.ts';

const FIELDS = [
  'id',
  'title',
  'topic',
  'tier',
  'line',
  'plain',
  'because',
  'unless',
  'do',
  'paste',
  'comment',
  'ask',
  'place',
  'source',
  'triggers',
  'documents',
] as const satisfies (keyof Note)[];

/** A note without what only a reader needs. */
export type GuidanceNote = Pick<Note, (typeof FIELDS)[number]>;

/** The file guidance.json. */
export interface Guidance {
  topics: readonly Topic[];
  notes: readonly GuidanceNote[];
  documents: readonly Omit<DocumentKind, 'body'>[];
  families: readonly Omit<Family, 'body'>[];
  checks: readonly Omit<Check, 'body'>[];
}

/** Name of the asset. */
export const GUIDANCE_FILE = 'guidance.json';

/** The part of the library that the background needs. */
export function guidanceOf({
  topics,
  notes,
  documents,
  families,
  checks,
}: Pick<Content, 'topics' | 'notes' | 'documents' | 'families' | 'checks'>): Guidance {
  return {
    topics,
    notes: notes.map(
      (note) => Object.fromEntries(FIELDS.map((field) => [field, note[field]])) as unknown as GuidanceNote,
    ),
    documents: documents.map(({ body: _body, ...document }) => document),
    families: families.map(({ body: _body, ...family }) => family),
    checks: checks.map(({ body: _body, ...check }) => check),
  };
}

/** Looks notes and topics up by id. */
export class GuidanceIndex {
  private readonly byId: ReadonlyMap<string, GuidanceNote>;
  private readonly names: ReadonlyMap<string, string>;

  constructor(readonly guidance: Guidance) {
    this.byId = new Map(guidance.notes.map((note) => [note.id, note]));
    this.names = new Map(guidance.topics.map((topic) => [topic.id, topic.name]));
  }

  private own: ReadonlyMap<string, GuidanceNote> = new Map();

  /** The note of an id, of the library or own. */
  noteOf(id: string): GuidanceNote | undefined {
    return this.byId.get(id) ?? this.own.get(id);
  }

  /** Whether a note is one of the person's own. */
  isOwn(id: string): boolean {
    return this.own.has(id);
  }

  /** Takes the own notes that can come as hints. */
  setOwn(notes: readonly GuidanceNote[]): void {
    this.own = new Map(notes.map((note) => [note.id, note]));
  }

  /** The name of a topic, as it is shown everywhere. */
  topicName(id: string): string {
    return this.names.get(id) ?? id;
  }
}
