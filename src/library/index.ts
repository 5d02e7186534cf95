// The library as built into the product, with all that it says.
import library from 'virtual:library';
import type { Note } from './schema.ts';

export { topicName, topics } from './titles.ts';
export const notes: readonly Note[] = library.notes;
export const documents = library.documents;
export const families = library.families;
export const checks = library.checks;

const noteById = new Map(notes.map((note) => [note.id, note]));

/** The note of an id, or undefined. */
export function noteOf(id: string): Note | undefined {
  return noteById.get(id);
}
