// From a passage to hints: triggers and learned relevance, ranked, each with its evidence.
import { Automaton, type Match } from './match/automaton.ts';
import { parsePattern } from './match/grammar.ts';
import type { Evidence, Relevance, Scores } from './relevance/relevance.ts';
import { blankInline, isProse } from './text/prose.ts';
import { type Word, wordsOf } from './text/words.ts';
import type { Hint, Kind, Passage, Place, State } from './types.ts';

/** What the engine needs of a note. */
export interface EngineNote {
  id: string;
  topic: string;
  tier: 'core' | 'extra';
  because: string;
  place: Place;
  triggers: readonly string[];
  unless?: { sections?: string[] | undefined; words?: string[] | undefined } | undefined;
  documents: readonly Kind[];
}

/** At least this sure for a mark, and for the first line in the panel; what comes beside that may be less sure. */
export interface Thresholds {
  mark: number;
  panel: number;
  beside: number;
}

/** Score of a trigger where no model could be read: then nothing else speaks. */
const TRIGGER_SCORE = 0.86;
/** Where a model speaks as well, a trigger is evidence: this much on its logit. Alone it is a line in the panel. */
const TRIGGER_LOGIT = 2.5;
const TRIGGER_ALONE = 0.4;
const MOST_HINTS = 3;
/** Fewer words are a label or a link: what was learned from passages says nothing of them. */
const FEWEST_WORDS = 8;
/** Until a relevance model says otherwise. */
const TRIGGERS_ONLY: Thresholds = { mark: 0.8, panel: 0.5, beside: 0.5 };

interface Candidate {
  note: EngineNote;
  score: number;
  evidence: Evidence;
  method: Hint['reason']['method'];
}

/** A text as the engine reads it: its words, whether it is prose, and the triggers that fired. */
interface ReadText {
  text: string;
  words: readonly Word[];
  prose: boolean;
  fired: readonly Match[];
}

/** The engine: built once from the library, asked for each passage. */
export class Engine {
  private readonly triggers: Automaton;
  private readonly triggerNotes: EngineNote[] = [];
  private readonly silencers: Automaton;
  private readonly silencerNotes: string[] = [];
  private readonly byId: Map<string, EngineNote>;
  private last: ReadText | null = null;

  /**
   * @param notes the library, and own notes made to look alike
   * @param relevance what was learned; without it only triggers speak
   * @throws GrammarError where a trigger or an `unless` is not of the grammar
   */
  constructor(
    readonly notes: readonly EngineNote[],
    private readonly relevance?: Relevance,
  ) {
    this.byId = new Map(notes.map((note) => [note.id, note]));
    const triggers = notes.flatMap((note) => note.triggers.map((phrase) => ({ note, phrase })));
    this.triggers = new Automaton(triggers.map(({ phrase }) => parsePattern(phrase)));
    this.triggerNotes = triggers.map(({ note }) => note);
    const silencers = notes.flatMap((note) => (note.unless?.words ?? []).map((phrase) => ({ note, phrase })));
    this.silencers = new Automaton(silencers.map(({ phrase }) => parsePattern(phrase)));
    this.silencerNotes = silencers.map(({ note }) => note.id);
  }

  /** Whether what was learned could be read; else only triggers speak. */
  get isLearned(): boolean {
    return this.relevance !== undefined;
  }

  /** The thresholds in force, after the linear stage alone or with an encoder's scores. */
  thresholds(scores?: Scores): Thresholds {
    return this.relevance?.thresholds(scores) ?? TRIGGERS_ONLY;
  }

  /** Whether an encoder should be asked about a passage: it is prose, long enough, and the linear stage leaves it open. */
  isOpen(passage: Passage): boolean {
    if (!this.relevance) return false;
    const { words, prose, fired } = this.read(passage.text);
    if (!prose || words.length < FEWEST_WORDS) return false;
    return fired.length > 0 || this.relevance.isOpen(passage, words);
  }

  /**
   * Hints for one passage, best first, at most three; none for what is not prose.
   * @param scores what an encoder found; without it the linear stage decides
   */
  suggest(passage: Passage, state: State = {}, scores?: Scores): Hint[] {
    const { words, prose, fired } = this.read(passage.text);
    if (!prose) return [];
    const thresholds = this.thresholds(scores);
    const found = this.triggered(fired);
    this.learn(passage, words, found, (note) => isAllowed(note, state), thresholds.beside, scores);
    if (found.size === 0) return [];
    const silenced = this.silenced(passage);
    const hints = [...found.values()]
      .filter(({ note }) => !silenced.has(note.id) && isAllowed(note, state))
      .map((candidate) => toHint(candidate, passage.text, state, thresholds))
      .filter((hint) => hint.score >= thresholds.beside)
      .sort((a, b) => b.score - a.score || a.note.localeCompare(b.note));
    return hints[0] && hints[0].score >= thresholds.panel ? hints.slice(0, MOST_HINTS) : [];
  }

  /** Reads the text of a passage. The last one is kept, since a passage is asked about more than once. */
  private read(text: string): ReadText {
    if (this.last?.text === text) return this.last;
    const words = wordsOf(blankInline(text));
    const prose = isProse('paragraph', text, words);
    this.last = { text, words, prose, fired: prose ? this.triggers.find(words) : [] };
    return this.last;
  }

  private triggered(fired: readonly Match[]): Map<string, Candidate> {
    const found = new Map<string, Candidate>();
    for (const match of fired) {
      const note = this.triggerNotes[match.pattern]!;
      const known = found.get(note.id);
      if (known && known.evidence.end - known.evidence.start >= match.end - match.start) continue;
      found.set(note.id, {
        note,
        score: this.relevance ? TRIGGER_ALONE : TRIGGER_SCORE,
        evidence: { start: match.start, end: match.end },
        method: 'trigger',
      });
    }
    return found;
  }

  /** Notes whose trigger fires on `text`. */
  fired(text: string): string[] {
    const words = wordsOf(blankInline(text));
    return this.triggers.find(words).map((match) => this.triggerNotes[match.pattern]!.id);
  }

  /** Whether a note's trigger fires on `text`, for checks of the library. */
  firesOn(note: string, text: string): boolean {
    return this.fired(text).includes(note);
  }

  /**
   * Notes nearest to the words that a person searches by, the best first, with their shares. Nothing is held back for
   * being unsure: a person asked.
   * @param scores what an encoder says of the words
   */
  nearest(query: string, scores?: Scores): { note: string; score: number }[] {
    const words = wordsOf(query);
    const found = this.relevance?.nearest(words, scores) ?? new Map<string, number>();
    for (const note of this.triggered(this.triggers.find(words)).keys())
      found.set(note, (found.get(note) ?? TRIGGER_SCORE) * Math.exp(TRIGGER_LOGIT));
    return [...found].map(([note, score]) => ({ note, score })).sort((a, b) => b.score - a.score);
  }

  /** Whether the note's own `unless` is met, for checks of the library. */
  isSilenced(note: string, passage: Passage): boolean {
    return this.silenced(passage).has(note);
  }

  private learn(
    passage: Passage,
    words: readonly Word[],
    found: Map<string, Candidate>,
    allowed: (note: EngineNote) => boolean,
    atLeast: number,
    scores?: Scores,
  ): void {
    if (!this.relevance || words.length < FEWEST_WORDS) return;
    const triggered = new Set(found.keys());
    const mayCome = (id: string) => {
      const note = this.byId.get(id);
      return note !== undefined && allowed(note);
    };
    for (const learned of this.relevance.rank(passage, words, triggered, mayCome, atLeast, scores)) {
      const note = this.byId.get(learned.note);
      if (!note) continue;
      const known = found.get(note.id);
      found.set(note.id, {
        note,
        score: known ? Math.max(raised(learned.score), known.score) : learned.score,
        evidence: known?.evidence ?? learned.evidence(),
        method: known ? 'trigger' : 'learned',
      });
    }
  }

  /** Notes whose `unless` is met by the passage, its neighbors or the document's sections. */
  private silenced(passage: Passage): Set<string> {
    const silenced = new Set<string>();
    for (const text of [...(passage.before ?? []), passage.text, ...(passage.after ?? [])]) {
      for (const match of this.silencers.find(wordsOf(text)))
        silenced.add(this.silencerNotes[match.pattern]!);
    }
    const sections = new Set(passage.sections);
    if (sections.size === 0) return silenced;
    for (const note of this.notes) {
      if (note.unless?.sections?.some((section) => sections.has(section))) silenced.add(note.id);
    }
    return silenced;
  }
}

/** A learned probability with the weight of a trigger on its logit. */
function raised(score: number): number {
  return 1 / (1 + Math.exp(-(Math.log(score / (1 - score)) + TRIGGER_LOGIT)));
}

function isAllowed(note: EngineNote, state: State): boolean {
  if (note.tier === 'extra' && !state.extra) return false;
  return !state.never?.has(note.id) && !state.notHere?.has(note.id);
}

function toHint(
  { note, score, evidence, method }: Candidate,
  text: string,
  state: State,
  at: Thresholds,
): Hint {
  const weighed = Math.min(1, score * (state.weights?.get(note.topic) ?? 1));
  return {
    note: note.id,
    topic: note.topic,
    start: Math.max(0, evidence.start),
    end: Math.min(text.length, evidence.end),
    score: weighed,
    reason: { method, because: note.because },
    shown: weighed >= at.mark ? 'mark' : 'panel',
    place: note.place,
  };
}
