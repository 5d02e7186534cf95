// The library's examples, false friends and neutral text as labelled passages.
import type { Content } from '../library/read.ts';
import type { Labelled } from './linear.ts';

/** All passages to learn from. False friends count as silence, and weigh more: they are what must not surface. */
export function labelledOf(content: Content): Labelled[] {
  const topicOf = new Map(content.notes.map((note) => [note.id, note.topic]));
  const passages: Labelled[] = [];
  for (const { note, examples, falseFriends } of content.examples) {
    const topic = topicOf.get(note)!;
    for (const { text, also } of examples) passages.push({ text, topics: [topic, ...also], note });
    for (const { text } of falseFriends) passages.push({ text, topics: [], weight: 1.5 });
  }
  for (const { text } of content.neutral) passages.push({ text, topics: [] });
  return passages;
}

/** What of a note says what it is about. */
export interface TitledNote {
  id: string;
  title: string;
  line: string;
}

/** The text by which a note is found by idea. */
export const titleText = ({ title, line }: TitledNote): string => `${title}. ${line}`;
