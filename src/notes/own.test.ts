import { describe, expect, it } from 'vitest';
import { binnedNotes, duplicatesAmong, newNote, visibleNotes } from './own.ts';
import { freshNotes } from './testing/memory.ts';

describe('own notes', () => {
  it('go to the bin, come back, and are erased with their copies', async () => {
    const { own, mirror, database } = await freshNotes('a', 'b');
    await own.bin(['a']);
    expect((await visibleNotes(database)).map((note) => note.id)).toEqual(['b']);
    expect((await binnedNotes(database)).map((note) => note.id)).toEqual(['a']);
    await own.restore(['a']);
    expect(await visibleNotes(database)).toHaveLength(2);
    await own.bin(['a']);
    await own.erase(['a']);
    expect(mirror.notes.has('a')).toBe(false);
    expect(await mirror.count()).toBe(1);
  });

  it('leave the bin for good after thirty days, not before', async () => {
    const { own, database } = await freshNotes('old', 'new');
    await own.putAll([
      { ...(await own.get('old'))!, binned: 1_790_000_000_000 - 31 * 86_400_000 },
      { ...(await own.get('new'))!, binned: 1_790_000_000_000 - 29 * 86_400_000 },
    ]);
    await own.emptyOldBin();
    expect((await database.notes.toArray()).map((note) => note.id)).toEqual(['new']);
  });

  it('are tagged in bulk', async () => {
    const { own } = await freshNotes('a', 'b');
    await own.retag(['a', 'b'], ['team', 'x'], []);
    await own.retag(['b'], [], ['x']);
    expect((await own.get('a'))?.tags).toEqual(['team', 'x']);
    expect((await own.get('b'))?.tags).toEqual(['team']);
  });

  it('that say the same are found and merged', async () => {
    const { own, database } = await freshNotes();
    const text = 'Ask Petra before the architecture forum meets, never in it, since she decides alone.';
    const one = await own.save(newNote({ title: 'Who decides', body: text, tags: ['a'] }, 1));
    const two = await own.save(newNote({ title: 'Who decides', body: `${text} Twice.`, tags: ['b'] }, 2));
    await own.save(newNote({ title: 'Another', body: 'Something else altogether stands here.' }, 3));
    const pairs = duplicatesAmong(await visibleNotes(database));
    expect(pairs.map((pair) => pair.map((note) => note.id).sort())).toEqual([[one.id, two.id].sort()]);
    await own.merge(two, [one]);
    expect((await visibleNotes(database)).map((note) => note.title).sort()).toEqual([
      'Another',
      'Who decides',
    ]);
    expect((await own.get(two.id))?.tags).toEqual(['b', 'a']);
  });
});
