// For tests: a database, a mirror and locks in memory.
import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import type { OwnNote } from '../database.ts';
import { openDatabase } from '../database.ts';
import type { Mirror } from '../mirror.ts';
import { newNote, OwnNotes } from '../own.ts';

/** Locks as a browser gives them, as far as one page needs them. */
export function stubLocks(): void {
  const held = new Set<string>();
  vi.stubGlobal('navigator', {
    locks: {
      async request<T>(name: string, act: () => Promise<T>): Promise<T> {
        held.add(name);
        try {
          return await act();
        } finally {
          held.delete(name);
        }
      },
      query: async () => ({ held: [...held].map((name) => ({ name })) }),
    },
  });
}

/** A mirror in memory. */
export function memoryMirror(): Mirror & { notes: Map<string, OwnNote> } {
  const notes = new Map<string, OwnNote>();
  let expected: number | null = null;
  return {
    notes,
    put: async (changed) => {
      for (const note of changed) notes.set(note.id, note);
    },
    remove: async (ids) => {
      for (const id of ids) notes.delete(id);
    },
    all: async () => [...notes.values()],
    count: async () => expected,
    setCount: async (count) => {
      expected = count;
    },
  };
}

let count = 0;

/** A fresh database with own notes in it. */
export async function freshNotes(...titles: string[]) {
  const mirror = memoryMirror();
  const own = new OwnNotes(openDatabase(`test-${count++}`), mirror, () => 1_790_000_000_000);
  for (const title of titles)
    await own.save(newNote({ id: title, title, body: `About ${title}.` }, 1_780_000_000_000));
  return { own, mirror, database: own.database };
}
