// The grammar of triggers (design, section 6): from a phrase as an author writes it to steps.
import { stemOf, wordsOf } from '../text/words.ts';

/** Classes of words that a trigger can name. */
export type WordClass = 'number' | 'name' | 'date';

/** One step of a pattern. */
export type Step =
  | { kind: 'word'; stem: string }
  | { kind: 'exact'; lower: string }
  | { kind: 'class'; class: WordClass }
  | { kind: 'gap' }
  | { kind: 'either'; branches: Step[][] };

/** A parsed trigger. */
export interface Pattern {
  steps: Step[];
  /** Only at the start of a block. */
  atStart: boolean;
}

/** A phrase that is not of the grammar; the message says what and where. */
export class GrammarError extends Error {
  override name = 'GrammarError';
}

const TOKEN = /\(|\)|\||…|\.\.\.|"[^"]*"|\[[^\]]*\]|[^\s()|"[\]…]+/g;

/**
 * Parses a trigger: words matched by stem, `(a|b)` alternatives (each may hold several words),
 * `[number]` `[name]` `[date]`, `…` a gap of at most four words, `"exact words"`, `^` start of the block.
 * @throws GrammarError
 */
export function parsePattern(source: string): Pattern {
  const trimmed = source.trim();
  const atStart = trimmed.startsWith('^');
  const tokens = trimmed.slice(atStart ? 1 : 0).match(TOKEN) ?? [];
  const reader = { tokens, at: 0, source };
  const steps = sequence(reader, false);
  if (steps.length === 0) throw new GrammarError(`"${source}" is empty`);
  if (steps[0]!.kind === 'gap' || steps.at(-1)!.kind === 'gap') {
    throw new GrammarError(`"${source}" starts or ends with a gap`);
  }
  return { steps, atStart };
}

interface Reader {
  tokens: readonly string[];
  at: number;
  source: string;
}

function sequence(reader: Reader, inside: boolean): Step[] {
  const steps: Step[] = [];
  while (reader.at < reader.tokens.length) {
    const token = reader.tokens[reader.at]!;
    if (token === ')' || token === '|') {
      if (!inside) throw new GrammarError(`"${reader.source}" has a ${token} outside ( )`);
      return steps;
    }
    reader.at++;
    steps.push(...stepsOf(token, reader));
  }
  if (inside) throw new GrammarError(`"${reader.source}" has a ( that is not closed`);
  return steps;
}

function stepsOf(token: string, reader: Reader): Step[] {
  if (token === '(') return [{ kind: 'either', branches: branches(reader) }];
  if (token === '…' || token === '...') return [{ kind: 'gap' }];
  if (token.startsWith('"')) return exactWords(token.slice(1, -1), reader.source);
  if (token.startsWith('[')) {
    const name = token.slice(1, -1);
    if (name !== 'number' && name !== 'name' && name !== 'date') {
      throw new GrammarError(`"${reader.source}" has the unknown class ${token}`);
    }
    return [{ kind: 'class', class: name }];
  }
  return wordsOf(token).map((word) => ({ kind: 'word', stem: word.stem }));
}

function branches(reader: Reader): Step[][] {
  const found: Step[][] = [];
  for (;;) {
    const branch = sequence(reader, true);
    if (branch.length === 0) throw new GrammarError(`"${reader.source}" has an empty alternative`);
    found.push(branch);
    if (reader.tokens[reader.at++] === ')') return found;
  }
}

function exactWords(text: string, source: string): Step[] {
  const words = wordsOf(text);
  if (words.length === 0) throw new GrammarError(`"${source}" has empty quotation marks`);
  return words.map((word) => ({ kind: 'exact', lower: word.lower }));
}

/** The stem under which a single word of a pattern is looked up. */
export function stemOfPhrase(word: string): string {
  return stemOf(word.toLowerCase());
}
