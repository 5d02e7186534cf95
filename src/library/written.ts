// A review as text: to paste into a comment, to print in a terminal, to hand to an assistant.

/** A section that is missing. */
export interface WrittenGap {
  name: string;
  why: string;
}

/** A hint or the finding of a check, with the words that led to it. */
export interface WrittenRemark {
  /** To the writer, or (on somebody else's text) the question to post. */
  line: string;
  quote: string;
  /** Heading under which it stands; may be empty. */
  where: string;
  source: string;
}

export interface WrittenReview {
  title: string;
  /** Name of the kind; empty where none is known. */
  kind: string;
  sections: readonly string[];
  gaps: readonly WrittenGap[];
  remarks: readonly WrittenRemark[];
}

/** The review as Markdown. */
export function reviewMarkdown({ title, kind, sections, gaps, remarks }: WrittenReview): string {
  const parts = [`## Review: ${title || kind || 'document'}`];
  if (kind && title) parts.push(`Read as: ${kind.toLowerCase()}.`);
  if (gaps.length > 0)
    parts.push('### Not there yet', list(gaps.map(({ name, why }) => `**${name}.** ${why}`)));
  if (remarks.length > 0) parts.push('### To look at', list(remarks.map(remarkLine)));
  if (sections.length > 0) parts.push(`There: ${sections.join(', ')}.`);
  if (gaps.length + remarks.length === 0) parts.push('Nothing to add.');
  return `${parts.join('\n\n')}\n`;
}

/**
 * What an assistant is asked about the document.
 * @param text the document itself; only where the person wants it in
 */
export function reviewPrompt({ title, kind, gaps, remarks }: WrittenReview, text = ''): string {
  const questions = [
    ...gaps.map(({ name, why }) => `${name}: where does the document say it? ${why}`),
    ...remarks.map(({ line, quote }) => (quote ? `“${quote}”: ${line}` : line)),
  ];
  const parts = [
    `Review ${kind ? `this ${kind.toLowerCase()}` : 'this document'}${title ? `, “${title}”` : ''}, as a staff engineer would.`,
    'For each question below, quote the sentence that answers it, or say that it is missing. Add nothing else, and do not rewrite the document.',
    questions.map((question, at) => `${at + 1}. ${question}`).join('\n'),
  ];
  if (text) parts.push('The document:', text);
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');

function remarkLine({ line, quote, where, source }: WrittenRemark): string {
  const place = [where, quote && `“${quote}”`].filter(Boolean).join(': ');
  return `${line}${place ? `\n  ${place}` : ''}\n  Source: ${source}`;
}
