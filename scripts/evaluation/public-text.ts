// Public documents by repository, commit and path, out of clones that stand beside: their text is never committed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import type { TextBlock } from '../../src/engine/text/markup.ts';
import { isProse } from '../../src/engine/text/prose.ts';
import { wordsOf } from '../../src/engine/text/words.ts';

/** Where a public document stands; `path` may be a folder, whose Markdown files are meant. */
export const sourceSchema = v.object({
  repository: v.string(),
  commit: v.pipe(v.string(), v.hexadecimal(), v.length(40)),
  path: v.string(),
});
export type Source = v.InferOutput<typeof sourceSchema>;

const MOST_BYTES = 1 << 28;
/** Shorter blocks are captions and names. */
const LEAST_WORDS = 12;

/** Clones of public repositories below one folder, each at `owner/name`. */
export class Clones {
  constructor(private readonly folder: string) {}

  private git(repository: string, ...args: string[]): string {
    const clone = join(this.folder, repository);
    return execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8', maxBuffer: MOST_BYTES });
  }

  /** @throws where the clone or the commit is not there */
  read({ repository, commit, path }: Source): string {
    return this.git(repository, 'show', `${commit}:${path}`);
  }

  /** The Markdown files of a folder. */
  files({ repository, commit, path }: Source): Source[] {
    return this.git(repository, 'ls-tree', '-r', '--name-only', commit, '--', `${path}/`)
      .split('\n')
      .filter((file) => file.endsWith('.md'))
      .map((file) => ({ repository, commit, path: file }));
  }
}

/** The SHA-256 of a paragraph, by which a verdict names it. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Whether a block is a paragraph in the sense of the rates: prose of a sentence's length. */
export function isParagraph({ type, text }: TextBlock): boolean {
  if (type !== 'paragraph' && type !== 'item') return false;
  const words = wordsOf(text);
  return words.length >= LEAST_WORDS && isProse(type, text, words);
}
