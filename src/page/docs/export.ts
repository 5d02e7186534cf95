// The one request that Staffwise ever makes: a Google Doc's own export, from the document's own page, after a
// person pressed for it.
import { BLOCK_LIMIT } from '../../platform/messages.ts';
import { plainBlocks } from '../surfaces/plain.ts';
import type { ReadBlock, Reader } from '../surfaces/read.ts';

/** The address of a document's Markdown export, with the account that the page is open in; null for other pages. */
export function exportAddress(url: URL): string | null {
  const match = /^\/document\/(u\/\d+\/)?d\/([\w-]+)/.exec(url.pathname);
  return match ? `${url.origin}/document/${match[1] ?? ''}d/${match[2]}/export?format=md` : null;
}

/** A reader of an exported document: its text, and no place for it on the page. */
export class ExportReader implements Reader {
  readonly partial = false;
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** Reads the export. @returns null where Docs refuses it */
  static async open(url: URL): Promise<ExportReader | null> {
    const address = exportAddress(url);
    if (!address) return null;
    try {
      const answer = await fetch(address, { credentials: 'same-origin' });
      return answer.ok ? new ExportReader(await answer.text()) : null;
    } catch {
      return null;
    }
  }

  *read(): Generator<void, ReadBlock[]> {
    const blocks = yield* plainBlocks(this.#text);
    return blocks.map(({ type, level, text }) => ({
      id: '',
      type,
      level,
      text: text.slice(0, BLOCK_LIMIT),
      pieces: [],
      elements: [],
    }));
  }

  caret(): undefined {
    return undefined;
  }
}
