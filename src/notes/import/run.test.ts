import { beforeEach, describe, expect, it } from 'vitest';
import { exportAll } from '../export/json.ts';
import { openNotes } from '../opening.ts';
import { newNote, visibleNotes } from '../own.ts';
import { freshNotes, stubLocks } from '../testing/memory.ts';
import { chosenFile } from './files.ts';
import { readFiles } from './importers.ts';
import { previewOf } from './preview.ts';
import { runImport } from './run.ts';

const now = 1_790_000_000_000;
const bytes = (text: string) => new TextEncoder().encode(text);
const options = (
  signal = new AbortController().signal,
  progress: (done: number) => void = () => undefined,
) => ({
  name: 'test',
  signal,
  progress,
  now,
});
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    key: `k${at}`,
    id: `n${at}`,
    title: `Note ${at}`,
    body: `Text ${at}`,
  }));

beforeEach(stubLocks);

describe('an import', () => {
  it('shows only when it is whole, and adds nothing the second time', async () => {
    const { own, database } = await freshNotes();
    const rows = await previewOf(database, many(120), now);
    const seen: number[] = [];
    const progress = async () => {
      seen.push((await visibleNotes(database)).length);
    };
    expect(
      await runImport(
        own,
        rows,
        undefined,
        options(undefined, () => void progress()),
      ),
    ).toBe(120);
    expect(Math.max(0, ...seen.slice(0, 2))).toBe(0);
    expect(await visibleNotes(database)).toHaveLength(120);
    const again = await previewOf(database, many(120), now);
    expect(again.every((row) => row.state === 'same')).toBe(true);
  });

  it('leaves nothing when it is canceled, and changed notes as they were', async () => {
    const { own, database } = await freshNotes('n3');
    const before = await own.get('n3');
    const cancel = new AbortController();
    const rows = await previewOf(database, many(120), now);
    expect(rows.filter((row) => row.state === 'changed')).toHaveLength(1);
    expect(
      await runImport(
        own,
        rows,
        undefined,
        options(cancel.signal, () => cancel.abort()),
      ),
    ).toBeNull();
    expect(await database.notes.toArray()).toEqual([before]);
    expect(await database.imports.count()).toBe(0);
  });

  it('that fills the disk leaves nothing, and says so', async () => {
    const { own, database } = await freshNotes('kept');
    let written = 0;
    database.notes.hook('creating', () => {
      if (++written > 60) throw new DOMException('full', 'QuotaExceededError');
    });
    const rows = await previewOf(database, many(120), now);
    await expect(runImport(own, rows, undefined, options())).rejects.toThrow();
    expect((await database.notes.toArray()).map((note) => note.id)).toEqual(['kept']);
    expect(await database.imports.count()).toBe(0);
  });

  it('that was torn in the middle is gone at the next opening', async () => {
    const { own, mirror, database } = await freshNotes('kept');
    await database.imports.add({ id: 'torn', state: 'running', started: now, name: 'x' });
    await database.notes.bulkPut([{ ...newNote({ id: 'half' }, now), importId: 'torn' }]);
    expect(await visibleNotes(database)).toHaveLength(1);
    expect(await openNotes(own, mirror)).toEqual({ removedImports: 1, restored: 0, missing: 0 });
    expect((await database.notes.toArray()).map((note) => note.id)).toEqual(['kept']);
  });

  it('that was torn after its end is finished at the next opening', async () => {
    const { own, mirror, database } = await freshNotes('a');
    await database.imports.add({ id: 'late', state: 'done', started: now, name: 'x' });
    await database.notes.bulkPut([
      { ...newNote({ id: 'waiting:late:a', title: 'a', body: 'changed' }, now), importId: 'late' },
      { ...newNote({ id: 'b', title: 'b' }, now), importId: 'late' },
    ]);
    await openNotes(own, mirror);
    expect((await own.get('a'))?.body).toBe('changed');
    expect((await visibleNotes(database)).map((note) => note.id).sort()).toEqual(['a', 'b']);
    expect(mirror.notes.get('a')?.body).toBe('changed');
  });
});

describe('opening', () => {
  it('brings back from the mirror what the database lost', async () => {
    const { own, mirror, database } = await freshNotes('a', 'b', 'c');
    await database.notes.clear();
    expect(await openNotes(own, mirror)).toEqual({ removedImports: 0, restored: 3, missing: 0 });
    expect(await database.notes.count()).toBe(3);
  });

  it('says what is gone from both, once', async () => {
    const { own, mirror, database } = await freshNotes('a', 'b');
    await database.notes.clear();
    mirror.notes.clear();
    expect((await openNotes(own, mirror)).missing).toBe(2);
    expect((await openNotes(own, mirror)).missing).toBe(0);
  });
});

it('exports, wipes and imports everything equal', async () => {
  const { own, database } = await freshNotes('a', 'b');
  await own.save(
    newNote({ title: 'Ünïcode “quotes”', body: '# x\n\n- y', tags: ['t'], triggers: ['who decides'] }, now),
  );
  await own.bin(['b']);
  await database.journal.put({
    id: 'j',
    date: '2026-11-24',
    note: 'n',
    question: 'q',
    text: 't',
    updated: now,
  });
  await database.record.put({
    id: 'r',
    did: 'd',
    outcome: '',
    by: '',
    link: '',
    topic: 'x',
    created: now,
    updated: now,
  });
  await database.answers.add({ note: 'n', topic: 't', said: 'never', document: 'h', at: now });
  await database.met.add({ note: 'n', where: 'read', at: now });
  await database.pins.put({ note: 'a', at: now });
  const first = await exportAll(database, { marks: true }, new Date(now));
  const empty = await freshNotes();
  const read = await readFiles([chosenFile('staffwise.json', bytes(JSON.stringify(first, null, 2)))]);
  expect(read.skipped).toEqual([]);
  const rows = await previewOf(empty.database, read.notes, now);
  await runImport(empty.own, rows, read.rest, options());
  expect(await exportAll(empty.database, { marks: true }, new Date(now))).toEqual(first);
  await runImport(empty.own, await previewOf(empty.database, read.notes, now), read.rest, options());
  expect(await exportAll(empty.database, { marks: true }, new Date(now))).toEqual(first);
});
