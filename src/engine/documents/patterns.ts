// Patterns of the grammar compiled together, each with what it is a sign of.
import { Automaton, type Match } from '../match/automaton.ts';
import { parsePattern } from '../match/grammar.ts';
import type { Word } from '../text/words.ts';

/** A pattern that was found. */
export interface Found<L> {
  label: L;
  match: Match;
}

export class Patterns<L> {
  private readonly automaton: Automaton;
  private readonly labels: L[];

  /** @throws GrammarError where a phrase is not of the grammar */
  constructor(entries: readonly { phrase: string; label: L }[]) {
    this.automaton = new Automaton(entries.map(({ phrase }) => parsePattern(phrase)));
    this.labels = entries.map(({ label }) => label);
  }

  find(words: readonly Word[]): Found<L>[] {
    return this.automaton.find(words).map((match) => ({ label: this.labels[match.pattern]!, match }));
  }
}
