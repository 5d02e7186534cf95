// The words of the engine: what goes in (passages), what comes out (hints).

export const KINDS = [
  'design-doc',
  'ticket',
  'epic',
  'pull-request',
  'review-comment',
  'incident-review',
  'strategy',
  'status-update',
  'self-review',
  'proposal',
  'one-to-one',
  'meeting-notes',
  'chat',
  'email',
  'article',
  'unknown',
] as const;

/** The kind of a document or passage. */
export type Kind = (typeof KINDS)[number];

/** Whether the person wrote a passage or reads it. */
export type By = 'me' | 'other';

/** A block with its context: the unit for which hints are sought. */
export interface Passage {
  text: string;
  heading?: string;
  title?: string;
  kind?: Kind;
  /** Id of the host (`jira`, `github`, …), where known. */
  host?: string;
  by?: By;
  /** At most the two blocks before, nearest last. */
  before?: string[];
  /** At most one block after. */
  after?: string[];
  /** Ids of the expected sections that the document has. */
  sections?: string[];
}

/** Where a note may be drawn: in a page that others may see, or in the panel only. */
export type Place = 'page' | 'panel';

/** Why a hint shows: the method that decided, and the half sentence that follows the evidence. */
export interface Reason {
  method: 'trigger' | 'learned' | 'own';
  because: string;
}

/** A note offered for a passage. `start` and `end` are UTF-16 offsets into the passage's text, end exclusive. */
export interface Hint {
  note: string;
  topic: string;
  start: number;
  end: number;
  /** Calibrated probability, 0–1, that the person would call it helpful. */
  score: number;
  reason: Reason;
  /** Sure enough for a mark in the page, or for the panel only. */
  shown: 'mark' | 'panel';
  place: Place;
}

/** What a person has told the engine so far; all of it optional. */
export interface State {
  /** Notes that never come. */
  never?: ReadonlySet<string>;
  /** Notes answered with "Not here" in this document. */
  notHere?: ReadonlySet<string>;
  /** Factor a topic, 0.5–1.5; 1 where absent. */
  weights?: ReadonlyMap<string, number>;
  /** Whether notes of tier `extra` may be hints. */
  extra?: boolean;
}

/** How the page shows a block. */
export type BlockType = 'paragraph' | 'heading' | 'item' | 'cell' | 'code' | 'quote';

/** A paragraph, list item, heading or table cell as the page shows it. */
export interface Block {
  /** Hash of the text, with a counter for equal texts: stable while the text is. */
  id: string;
  type: BlockType;
  text: string;
  /** Level of a heading, 1–6. */
  level?: number;
}
