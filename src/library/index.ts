// The library as built into the product.
import library from 'virtual:library';
import type { Note, Topic } from './schema.ts';

export const topics: readonly Topic[] = library.topics;
export const notes: readonly Note[] = library.notes;
export const documents = library.documents;
export const families = library.families;
export const checks = library.checks;

const noteById = new Map(notes.map((note) => [note.id, note]));
const topicById = new Map(topics.map((topic) => [topic.id, topic]));

/** The note of an id, or undefined. */
export function noteOf(id: string): Note | undefined {
  return noteById.get(id);
}

/** The name of a topic, as it is shown everywhere. */
export function topicName(id: string): string {
  return topicById.get(id)?.name ?? id;
}
