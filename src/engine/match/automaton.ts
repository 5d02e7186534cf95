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

/** Most states end a pattern and lead nowhere: what leads on is made when it is needed. */
interface State {
  words: Map<string, State[]> | null;
  exact: Map<string, State[]> | null;
  classes: { class: WordClass; next: State }[] | null;
  /** After any word. */
  any: State | null;
  ends: number[] | null;
  /** Several words of one pattern lead here: no other pattern may go on from it. */
  shared: boolean;
}

const newState = (shared = false): State => ({
  ...{ words: null, exact: null, classes: null, any: null, ends: null },
  shared,
});

function isOf(word: Word, wanted: WordClass): boolean {
  if (wanted === 'name') return word.capital && !word.first && word.lower.length > 1;
  return word.known[wanted];
}

const NONE: readonly number[] = [];

/** Patterns compiled together; `find` gives every place where one of them ends. */
export class Automaton {
  private readonly anywhere = newState();
  private readonly atStart = newState();

  constructor(patterns: readonly Pattern[]) {
    patterns.forEach((pattern, id) => {
      const ends = this.extend([pattern.atStart ? this.atStart : this.anywhere], pattern.steps);
      for (const end of ends) {
        end.ends ??= [];
        end.ends.push(id);
      }
    });
  }

  /** Adds `steps` behind each of `from`; gives the states where they end. */
  private extend(from: State[], steps: readonly Step[]): State[] {
    let states = from;
    for (const step of steps) {
      // `(a|b) (c|d)` needs one state behind c and d, not one for each way there. First words are left apart: there
      // patterns share states with each other, and every word of a text is looked up.
      const shared = states !== from && isChoice(step) ? newState(true) : undefined;
      states = [...new Set(states.flatMap((state) => this.add(state, step, shared)))];
    }
    return states;
  }

  private add(state: State, step: Step, shared?: State): State[] {
    if (step.kind === 'either') {
      if (shared) return step.branches.flatMap(([only]) => this.add(state, only!, shared));
      return step.branches.flatMap((branch) => this.extend([state], branch));
    }
    if (step.kind === 'gap') return this.gap(state);
    if (step.kind === 'class') {
      state.classes ??= [];
      const known = state.classes.find((edge) => edge.class === step.class);
      if (known) return [known.next];
      const next = newState();
      state.classes.push({ class: step.class, next });
      return [next];
    }
    const field = step.kind === 'word' ? 'words' : 'exact';
    state[field] ??= new Map();
    const edges = state[field];
    const key = step.kind === 'word' ? step.stem : step.lower;
    const known = edges.get(key) ?? [];
    const usable = known.filter((next) => !next.shared || next === shared);
    if (usable.length > 0) return usable;
    const next = shared ?? newState();
    edges.set(key, [...known, next]);
    return [next];
  }

  private gap(state: State): State[] {
    const states = [state];
    for (let i = 0; i < GAP; i++) {
      const last = states.at(-1)!;
      last.any ??= newState();
      states.push(last.any);
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
        for (const pattern of state.ends ?? NONE) {
          matches.push({ pattern, start: words[from]!.start, end: word.end, words: i - from + 1 });
        }
      }
      active = next;
    }
    return matches;
  }
}

/** Whether a step is a choice of single words. */
function isChoice(step: Step): boolean {
  return (
    step.kind === 'either' &&
    step.branches.every(([only, more]) => !more && (only?.kind === 'word' || only?.kind === 'exact'))
  );
}

function step(state: State, from: number, word: Word, into: { state: State; from: number }[]): void {
  const byStem = state.words?.get(word.stem);
  if (byStem) for (const next of byStem) into.push({ state: next, from });
  const byWord = state.exact?.get(word.lower);
  if (byWord) for (const next of byWord) into.push({ state: next, from });
  if (state.classes) {
    for (const edge of state.classes) if (isOf(word, edge.class)) into.push({ state: edge.next, from });
  }
  if (state.any) into.push({ state: state.any, from });
}
