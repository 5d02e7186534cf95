// Own notes: every change is one small transaction, then a copy into the mirror.

import { nearDuplicates } from '../library/similar.ts';
import type { Database, OwnNote } from './database.ts';
import type { Mirror } from './mirror.ts';
import { plainText } from './text.ts';

const BIN_DAYS = 30;
const DAY_MS = 86_400_000;
/** Likeness from which two notes are offered for merging. */
const DUPLICATE = 0.8;

const LONGEST_LINE = 140;

/** The line of an own note: its advice's, else the first of its text. */
export function entryLine(note: OwnNote): string {
  const first = note.body.split('\n').find((line) => line.trim()) ?? '';
  return note.advice?.line || plainText(first).slice(0, LONGEST_LINE);
}

/** A note without what only the database adds. */
export function newNote(parts: Partial<OwnNote>, now: number): OwnNote {
  return {
    id: crypto.randomUUID(),
    title: '',
    body: '',
    tags: [],
    triggers: [],
    examples: [],
    falseFriends: [],
    created: now,
    updated: now,
    ...parts,
  };
}

/** Ids of imports that have not come to their end: what they brought does not show. */
export async function runningImports(database: Database): Promise<Set<string>> {
  return new Set(await database.imports.where('state').equals('running').primaryKeys());
}

/** Own notes that show: not in the bin, and of no unfinished import. */
export async function visibleNotes(database: Database): Promise<OwnNote[]> {
  const [all, running] = await Promise.all([database.notes.toArray(), runningImports(database)]);
  return all.filter((note) => !note.binned && !running.has(note.importId ?? ''));
}

/** Notes in the bin, the latest first. */
export async function binnedNotes(database: Database): Promise<OwnNote[]> {
  return (await database.notes.where('binned').above(0).sortBy('binned')).reverse();
}

/** Changes own notes. Every method throws where the database cannot write; what it holds is then unchanged. */
export class OwnNotes {
  constructor(
    readonly database: Database,
    private readonly mirror: Mirror,
    private readonly now: () => number = Date.now,
  ) {}

  get(id: string): Promise<OwnNote | undefined> {
    return this.database.notes.get(id);
  }

  /** Keeps a note as it is now. */
  async save(note: OwnNote): Promise<OwnNote> {
    const kept = { ...note, updated: this.now() };
    await this.putAll([kept]);
    return kept;
  }

  /** Puts notes into the bin; they stay there for 30 days. */
  bin(ids: readonly string[]): Promise<void> {
    return this.change(ids, (note) => ({ ...note, binned: this.now() }));
  }

  /** Takes notes out of the bin. */
  restore(ids: readonly string[]): Promise<void> {
    return this.change(ids, ({ binned: _binned, ...note }) => note);
  }

  /** Adds and takes off tags of many notes. */
  retag(ids: readonly string[], add: readonly string[], remove: readonly string[]): Promise<void> {
    return this.change(ids, (note) => ({
      ...note,
      tags: [...new Set([...note.tags, ...add])].filter((tag) => !remove.includes(tag)),
      updated: this.now(),
    }));
  }

  /** Removes notes for good, with their copies. */
  async erase(ids: readonly string[]): Promise<void> {
    await this.database.notes.bulkDelete([...ids]);
    await this.mirror.remove(ids);
    await this.count();
  }

  /** Removes what has been in the bin for its time. */
  async emptyOldBin(): Promise<void> {
    const old = await this.database.notes
      .where('binned')
      .between(1, this.now() - BIN_DAYS * DAY_MS)
      .primaryKeys();
    if (old.length > 0) await this.erase(old);
  }

  /** Makes one note of several that say the same; the others go to the bin. */
  async merge(kept: OwnNote, others: readonly OwnNote[]): Promise<void> {
    const texts = others.map((note) => note.body.trim()).filter((text) => text && !kept.body.includes(text));
    await this.save({
      ...kept,
      body: [kept.body.trim(), ...texts].join('\n\n'),
      tags: [...new Set([kept, ...others].flatMap((note) => note.tags))],
      triggers: [...new Set([kept, ...others].flatMap((note) => note.triggers))],
      examples: [...new Set([kept, ...others].flatMap((note) => note.examples))],
      falseFriends: [...new Set([kept, ...others].flatMap((note) => note.falseFriends))],
    });
    await this.bin(others.map((note) => note.id));
  }

  /** Writes notes in one transaction, then their copies. */
  async putAll(notes: readonly OwnNote[]): Promise<void> {
    await this.database.transaction('rw', this.database.notes, () => this.database.notes.bulkPut([...notes]));
    await this.copy(notes);
    await this.count();
  }

  /** Copies notes into the mirror. A copy that fails does not undo what was kept. */
  async copy(notes: readonly OwnNote[]): Promise<void> {
    await this.mirror.put(notes).catch((error: unknown) => console.warn('mirror:', error));
  }

  /** Brings the census in line with what the database holds. */
  async count(): Promise<void> {
    await this.mirror.setCount(await this.database.notes.count());
  }

  private async change(ids: readonly string[], change: (note: OwnNote) => OwnNote): Promise<void> {
    const notes = (await this.database.notes.bulkGet([...ids])).filter((note) => note !== undefined);
    await this.putAll(notes.map(change));
  }
}

/** Pairs of notes that say nearly the same, to be offered for merging. */
export function duplicatesAmong(notes: readonly OwnNote[]): [OwnNote, OwnNote][] {
  const texts = notes.map((note) => ({ note, text: `${note.title} ${note.body}` }));
  return nearDuplicates(texts, DUPLICATE).map(([a, b]) => [a.note, b.note]);
}
