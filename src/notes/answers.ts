// What a person said to hints: kept by note and by document (a salted hash), and turned into the engine's state.
import type { State } from '../engine/types.ts';
import type { Answer } from '../platform/messages.ts';

/** One answer as it is given. */
export interface Said {
  note: string;
  topic: string;
  said: Answer;
  origin: string;
  documentId: string;
}

/** Where answers are kept. */
export interface AnswerBook {
  record(said: Said): Promise<void>;
  /** Takes the last answer to `note` in the document back. */
  undo(note: string, origin: string, documentId: string): Promise<void>;
  /** What the engine has to know; `version` is equal while nothing that matters for the document changed. */
  stateOf(origin: string, documentId: string): Promise<{ state: State; version: string }>;
}
