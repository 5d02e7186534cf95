// A whole document in a terminal: the review that the panel shows, of a file.
import { DocumentReader, type DocumentReview } from '../src/engine/documents/document.ts';
import { blocksOfText, type TextBlock } from '../src/engine/text/markup.ts';
import type { Hint, Kind, Passage } from '../src/engine/types.ts';
import { checks, documents, families, noteOf } from '../src/library/index.ts';
import { reviewMarkdown, type WrittenReview } from '../src/library/written.ts';

/** A hint with the block it stands in. */
export interface PlacedHint {
  block: TextBlock;
  heading: string;
  hint: Hint;
}

export interface FileReview {
  title: string;
  review: DocumentReview;
  blocks: TextBlock[];
  hints: PlacedHint[];
}

const reader = new DocumentReader({ documents, families, checks });
const FRONT_TITLE = /^(?:title|name)\s*[:=]\s*["']?(.+?)["']?\s*$/im;

/**
 * Reviews a document.
 * @param text Markdown, reStructuredText or plain text
 * @param title its title, where it is known; else the front matter's, or its first heading
 * @param hintsOf the hints of one passage
 */
export function reviewText(
  text: string,
  title: string | undefined,
  hintsOf: (passage: Passage) => Hint[],
): FileReview {
  const blocks = blocksOfText(text);
  const named = title || titleOf(blocks);
  const review = reader.review({ title: named, blocks });
  const sections = review.sections.filter(({ present }) => present).map(({ id }) => id);
  const kind: Kind = review.kind;
  let heading = '';
  const hints = blocks.flatMap((block, at) => {
    if (block.type === 'heading') heading = block.text;
    if ((block.type !== 'paragraph' && block.type !== 'item') || review.prompts.has(block.id)) return [];
    const before = blocks.slice(Math.max(0, at - 2), at).map((near) => near.text);
    const after = blocks.slice(at + 1, at + 2).map((near) => near.text);
    const passage = { text: block.text, heading, title: named, kind, before, after, sections };
    return hintsOf(passage).map((hint) => ({ block, heading, hint }));
  });
  return { title: named, review, blocks, hints };
}

function titleOf(blocks: readonly TextBlock[]): string {
  const [first] = blocks;
  const front = first?.type === 'code' && first.start === 0 ? FRONT_TITLE.exec(first.text)?.[1] : undefined;
  return front ?? blocks.find(({ type }) => type === 'heading')?.text ?? '';
}

/** The review as Markdown, like "Copy the review" in the panel. */
export function markdownOf(file: FileReview): string {
  return reviewMarkdown(writtenOf(file));
}

function writtenOf({ title, review, blocks, hints }: FileReview): WrittenReview {
  const described = documents.find(({ id }) => id === review.kind);
  const missing = new Set(review.missing);
  const findings = review.findings.flatMap((finding) => {
    const check = checks.find(({ id }) => id === finding.check);
    const block = blocks[finding.at];
    if (!check || !block) return [];
    const quote = short(block.text.slice(finding.start, finding.end));
    const line = `${check.line} (Looked for: ${check.looked})`;
    return [{ line, quote, where: headingAt(blocks, finding.at), source: sourceOf(check.source[0]!) }];
  });
  const remarks = hints.flatMap(({ block, heading, hint }) => {
    const note = noteOf(hint.note);
    if (!note) return [];
    const quote = short(block.text.slice(hint.start, hint.end));
    const line = (note.plain ?? note.line).replace('{quote}', quote);
    return [{ line, quote, where: heading, source: sourceOf(note.source[0]!) }];
  });
  const present = review.sections.filter((section) => section.present).map(({ id }) => id);
  return {
    title,
    kind: described?.name ?? '',
    sections: described?.sections.filter(({ id }) => present.includes(id)).map(({ name }) => name) ?? [],
    gaps: described?.sections.filter(({ id }) => missing.has(id)) ?? [],
    remarks: [...findings, ...remarks],
  };
}

const sourceOf = ({ author, work, year }: { author: string; work: string; year?: number | undefined }) =>
  [author, work, year].filter(Boolean).join(', ');

function short(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

function headingAt(blocks: readonly TextBlock[], at: number): string {
  return blocks.slice(0, at + 1).findLast(({ type }) => type === 'heading')?.text ?? '';
}
