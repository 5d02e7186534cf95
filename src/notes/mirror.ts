// A second copy of own notes in another store of the browser (Chromium: storage.local), since a database that is
// killed at a bad moment can come back empty (research of November 2026: 1 in 40 kills). Firefox keeps its
// databases in SQLite, and page scripts could read the copy there: none is kept.
import * as v from 'valibot';
import { type Keyed, keyed } from '../platform/keyed.ts';
import { stored } from '../platform/storage.ts';
import type { OwnNote } from './database.ts';

/** Where copies are kept. */
export interface Mirror {
  put(notes: readonly OwnNote[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  all(): Promise<OwnNote[]>;
  /** How many notes there should be; null where nothing is known. */
  count(): Promise<number | null>;
  setCount(count: number): Promise<void>;
}

const census = stored('census', v.nullable(v.object({ notes: v.number() })), null);

/** The mirror in storage.local. */
export function storageMirror(notes: Keyed<OwnNote> = keyed('note')): Mirror {
  return {
    put: (changed) => notes.put(new Map(changed.map((note) => [note.id, note]))),
    remove: (ids) => notes.remove(ids),
    all: async () => [...(await notes.all()).values()],
    count: async () => (await census.get())?.notes ?? null,
    setCount: (count) => census.set({ notes: count }),
  };
}

/** No mirror: where there is no store that pages cannot read. The census is kept all the same. */
export function noMirror(): Mirror {
  return {
    put: async () => undefined,
    remove: async () => undefined,
    all: async () => [],
    count: async () => (await census.get())?.notes ?? null,
    setCount: (count) => census.set({ notes: count }),
  };
}
