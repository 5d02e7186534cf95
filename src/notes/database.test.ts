import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { openDatabase } from './database.ts';

describe('the database', () => {
  it('opens what version 1 left, whole', async () => {
    const old = new Dexie('from-1');
    old.version(1).stores({
      notes: 'id, updated, binned, importId, *tags',
      answers: '++id, note, document, at',
      journal: 'id, date, note',
      record: 'id, created, topic',
      recall: 'note, due',
      met: '++id, note, at',
      pins: 'note',
      imports: 'id, state',
    });
    const line = {
      id: '2026-11-24 x',
      date: '2026-11-24',
      note: 'x',
      question: 'Q?',
      text: 'Kept',
      updated: 1,
    };
    const entry = { id: 'r', did: 'D', outcome: '', by: '', link: '', topic: '', created: 1, updated: 1 };
    await old.table('journal').put(line);
    await old.table('record').put(entry);
    old.close();
    const database = openDatabase('from-1');
    expect(await database.journal.toArray()).toEqual([line]);
    expect(await database.record.toArray()).toEqual([entry]);
    expect(await database.days.toArray()).toEqual([]);
  });
});
