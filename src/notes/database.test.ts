import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { openDatabase } from './database.ts';

/** Every version that was ever released, as it stood; a new one is added here when it is. */
const FIRST = {
  notes: 'id, updated, binned, importId, *tags',
  answers: '++id, note, document, at',
  journal: 'id, date, note',
  record: 'id, created, topic',
  recall: 'note, due',
  met: '++id, note, at',
  pins: 'note',
  imports: 'id, state',
};
const RELEASED: Record<number, Record<string, string>> = { 1: FIRST, 2: { ...FIRST, days: 'date' } };

it.each(Object.entries(RELEASED))('opens what version %s left behind, whole', async (version, stores) => {
  const name = `released-${version}`;
  const old = new Dexie(name);
  old.version(Number(version)).stores(stores);
  await old.table('notes').add({ id: 'a', title: 'A', body: 'b', tags: ['x'], created: 1, updated: 1 });
  await old.table('answers').add({ note: 'n', topic: 't', said: 'never', document: 'd', at: 1 });
  old.close();
  const database = openDatabase(name);
  expect(await database.notes.get('a')).toMatchObject({ title: 'A', body: 'b', tags: ['x'] });
  expect(await database.answers.toArray()).toMatchObject([{ said: 'never' }]);
  expect(await database.notes.where('tags').equals('x').count()).toBe(1);
  database.close();
});

it('is in the list of released versions as it is now', async () => {
  const database = openDatabase('now');
  await database.open();
  const stores = Object.fromEntries(
    database.tables.map(({ name, schema }) => [
      name,
      [schema.primKey, ...schema.indexes].map(({ src }) => src).join(', '),
    ]),
  );
  expect(stores).toEqual(RELEASED[database.verno]);
  database.close();
});

it('never blocks an upgrade: an open page closes for it', async () => {
  const page = openDatabase('open-page');
  await page.notes.count();
  const newer = new Dexie('open-page');
  newer.version(page.verno + 1).stores({ ...RELEASED[page.verno], later: 'id' });
  await newer.table('later').add({ id: 1 });
  expect(page.isOpen()).toBe(false);
  newer.close();
});
