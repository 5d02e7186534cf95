// A note as text for the clipboard.
import type { Entry, EntrySource } from './entry.ts';

/** What stands before each part of a note; words of the interface. */
export interface PartNames {
  step: string;
  question: string;
  source: string;
}

/** Author, work and year in one line. */
export function sourceText({ author, work, year }: EntrySource): string {
  return [author, work, year].filter(Boolean).join(', ');
}

/** Markdown without its marks, in one line: for lists and excerpts. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|>|[-*+]|\d+\.)\s+/gm, '')
    .replace(/\*\*|__|`|~~/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A note as Markdown, with its source. */
export function entryMarkdown(entry: Entry, names: PartNames): string {
  const source = entry.sources.map((one) =>
    one.link ? `[${sourceText(one)}](${one.link})` : sourceText(one),
  );
  return [
    `# ${entry.title}`,
    entry.line && entry.line !== entry.body ? `**${entry.line}**` : '',
    entry.body,
    entry.step && `- **${names.step}:** ${entry.step}`,
    entry.question && `- **${names.question}:** ${entry.question}`,
    source.length > 0 ? `${names.source}: ${source.join('; ')}` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** A note as plain text, with its source. */
export function entryText(entry: Entry, names: PartNames): string {
  return [
    entry.title,
    entry.line,
    entry.step && `${names.step}: ${entry.step}`,
    entry.question && `${names.question}: ${entry.question}`,
    entry.sources.length > 0 ? `${names.source}: ${entry.sources.map(sourceText).join('; ')}` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}
