// What a list shows of each note, apart from the library: a tenth of its size, so that a page can list before it reads.
import inSight from 'virtual:titles';
import type { Title } from './schema.ts';

export const { topics, titles } = inSight;

const titleById = new Map(titles.map((title) => [title.id, title]));
const topicById = new Map(topics.map((topic) => [topic.id, topic]));

/** The title of an id, or undefined. */
export function titleOf(id: string): Title | undefined {
  return titleById.get(id);
}

/** The name of a topic, as it is shown everywhere. */
export function topicName(id: string): string {
  return topicById.get(id)?.name ?? id;
}
