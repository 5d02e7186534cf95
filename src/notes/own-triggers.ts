// Trigger words of own notes: the library's grammar, tried on the spot.
import { Automaton } from '../engine/match/automaton.ts';
import { GrammarError, type Pattern, parsePattern } from '../engine/match/grammar.ts';
import { wordsOf } from '../engine/text/words.ts';

/** A phrase that is not of the grammar, with the parser's words. */
export interface PhraseFault {
  phrase: string;
  message: string;
}

/** The phrases that are not of the grammar. */
export function phraseFaults(phrases: readonly string[]): PhraseFault[] {
  return phrases.flatMap((phrase) => {
    try {
      parsePattern(phrase);
      return [];
    } catch (error) {
      if (!(error instanceof GrammarError)) throw error;
      return [{ phrase, message: error.message }];
    }
  });
}

/** Whether one of the phrases stands in a text; those that are not of the grammar never do. */
export function triggersFire(phrases: readonly string[], text: string): boolean {
  const faulty = new Set(phraseFaults(phrases).map(({ phrase }) => phrase));
  const patterns: Pattern[] = phrases.filter((phrase) => !faulty.has(phrase)).map(parsePattern);
  return patterns.length > 0 && new Automaton(patterns).find(wordsOf(text)).length > 0;
}
