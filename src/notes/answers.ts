// What a person said to hints: kept by note and by document (a salted hash), and turned into the engine's state.
import * as v from 'valibot';
import { KINDS, type Kind, type State } from '../engine/types.ts';
import type { Answer } from '../platform/messages.ts';
import { stored } from '../platform/storage.ts';
import { extraNotes } from '../settings/settings.ts';
import type { Database } from './database.ts';

/** One answer as it is given. */
export interface Said {
  note: string;
  topic: string;
  said: Answer;
  origin: string;
  documentId: string;
}

/** What the engine has to know; `version` is equal while nothing that matters for the document changed. */
export interface Told {
  state: State;
  version: string;
}

const WEIGHT_STEP = 0.04;
const LEAST_WEIGHT = 0.8;
const MOST_WEIGHT = 1.15;

const salt = stored('salt', v.string(), '');
/** Kinds that the person set, by document. */
const kinds = stored('kinds', v.record(v.string(), v.picklist(KINDS)), {});
const MOST_KINDS = 500;

/** Where answers are kept. */
export class AnswerBook {
  constructor(private readonly database: Database) {}

  /** Keeps an answer. @throws where the database cannot write */
  async record({ origin, documentId, ...said }: Said): Promise<void> {
    await this.database.answers.add({
      ...said,
      document: await documentHash(origin, documentId),
      at: Date.now(),
    });
  }

  /** Takes the last answer to `note` in the document back. */
  async undo(note: string, origin: string, documentId: string): Promise<void> {
    const document = await documentHash(origin, documentId);
    const rows = await this.database.answers.where('note').equals(note).toArray();
    const last = rows.filter((row) => row.document === document).at(-1);
    if (last) await this.database.answers.delete(last.id);
  }

  /** What the engine has to know of one document; empty where the database cannot be read. */
  async stateOf(origin: string, documentId: string): Promise<Told> {
    const document = await documentHash(origin, documentId);
    const [rows, extra] = await Promise.all([this.database.answers.toArray(), extraNotes.get()]);
    const state = {
      never: new Set(rows.filter((row) => row.said === 'never').map((row) => row.note)),
      notHere: new Set(
        rows.filter((row) => row.document === document && row.said !== 'copied').map((row) => row.note),
      ),
      weights: weightsOf(rows),
      extra,
    };
    const version = JSON.stringify([[...state.never], [...state.notHere], [...state.weights], extra]);
    return { state, version };
  }
}

/** The kind that the person set for a document. */
export async function correctedKind(origin: string, documentId: string): Promise<Kind | undefined> {
  return (await kinds.get())[await documentHash(origin, documentId)];
}

/** Remembers the kind of a document, or (null) forgets it. The oldest go when there are too many. */
export async function correctKind(origin: string, documentId: string, kind: Kind | null): Promise<void> {
  const document = await documentHash(origin, documentId);
  const { [document]: _before, ...others } = await kinds.get();
  const kept = Object.entries(others).slice(-MOST_KINDS + 1);
  await kinds.set(Object.fromEntries(kind ? [...kept, [document, kind]] : kept));
}

/** A topic found useful weighs a little more, one dismissed a little less; both slowly, and within bounds. */
export function weightsOf(rows: readonly { topic: string; said: Answer }[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { topic, said } of rows) {
    // Sections and checks have no topic.
    if (topic === '') continue;
    const step = said === 'useful' || said === 'copied' ? WEIGHT_STEP / 2 : -WEIGHT_STEP;
    const weight = (weights.get(topic) ?? 1) + step;
    weights.set(topic, Math.min(MOST_WEIGHT, Math.max(LEAST_WEIGHT, weight)));
  }
  return weights;
}

/** Documents are told apart by a salted hash, so that the database names none of them. */
async function documentHash(origin: string, documentId: string): Promise<string> {
  let known = await salt.get();
  if (!known) {
    known = crypto.randomUUID();
    await salt.set(known);
  }
  const bytes = new TextEncoder().encode(`${known} ${origin} ${documentId}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
