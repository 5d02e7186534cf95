// All patterns in one nondeterministic automaton that reads a text's words once.
import type { Word } from '../text/words.ts';
import type { Pattern, Step, WordClass } from './grammar.ts';

/** A pattern found in a text. `start`, `end` are UTF-16 offsets, end exclusive; `words` counts what it spans. */
export interface Match {
  pattern: number;
  start: number;
  end: number;
  words: number;
}

const GAP = 4;

interface State {
  words: Map<string, State[]>;
  exact: Map<string, State[]>;
  classes: { class: WordClass; next: State }[];
  any: State[];
  ends: number[];
}

const newState = (): State => ({ words: new Map(), exact: new Map(), classes: [], any: [], ends: [] });

function isOf(word: Word, wanted: WordClass): boolean {
  if (wanted === 'name') return word.capital && !word.first && word.lower.length > 1;
  return word.known[wanted];
}

/** Patterns compiled together; `find` gives every place where one of them ends. */
export class Automaton {
  private readonly anywhere = newState();
  private readonly atStart = newState();

  constructor(patterns: readonly Pattern[]) {
    patterns.forEach((pattern, id) => {
      const ends = this.extend([pattern.atStart ? this.atStart : this.anywhere], pattern.steps);
      for (const end of ends) end.ends.push(id);
    });
  }

  /** Adds `steps` behind each of `from`; gives the states where they end. */
  private extend(from: State[], steps: readonly Step[]): State[] {
    let states = from;
    for (const step of steps) states = [...new Set(states.flatMap((state) => this.add(state, step)))];
    return states;
  }

  private add(state: State, step: Step): State[] {
    if (step.kind === 'either') return step.branches.flatMap((branch) => this.extend([state], branch));
    if (step.kind === 'gap') return this.gap(state);
    if (step.kind === 'class') {
      const known = state.classes.find((edge) => edge.class === step.class);
      if (known) return [known.next];
      const next = newState();
      state.classes.push({ class: step.class, next });
      return [next];
    }
    const edges = step.kind === 'word' ? state.words : state.exact;
    const key = step.kind === 'word' ? step.stem : step.lower;
    const known = edges.get(key);
    if (known) return known;
    const next = [newState()];
    edges.set(key, next);
    return next;
  }

  private gap(state: State): State[] {
    const states = [state];
    for (let i = 0; i < GAP; i++) {
      const last = states.at(-1)!;
      last.any[0] ??= newState();
      states.push(last.any[0]);
    }
    return states;
  }

  /** Every match in `words`, in the order in which they end. Linear in the number of words. */
  find(words: readonly Word[]): Match[] {
    const matches: Match[] = [];
    let active: { state: State; from: number }[] = [];
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const next: typeof active = [];
      if (i === 0) step(this.atStart, 0, word, next);
      for (const { state, from } of active) step(state, from, word, next);
      step(this.anywhere, i, word, next);
      for (const { state, from } of next) {
        for (const pattern of state.ends) {
          matches.push({ pattern, start: words[from]!.start, end: word.end, words: i - from + 1 });
        }
      }
      active = next;
    }
    return matches;
  }
}

function step(state: State, from: number, word: Word, into: { state: State; from: number }[]): void {
  const byStem = state.words.get(word.stem);
  if (byStem) for (const next of byStem) into.push({ state: next, from });
  if (state.exact.size > 0) {
    const byWord = state.exact.get(word.lower);
    if (byWord) for (const next of byWord) into.push({ state: next, from });
  }
  for (const edge of state.classes) if (isOf(word, edge.class)) into.push({ state: edge.next, from });
  for (const next of state.any) into.push({ state: next, from });
}
