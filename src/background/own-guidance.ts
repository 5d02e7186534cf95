// Own notes as hints: those with trigger words come like notes of the library, and follow every change.
import { liveQuery } from 'dexie';
import { i18n } from '#i18n';
import type { Relevance, Scores } from '../engine/relevance/relevance.ts';
import { Engine } from '../engine/suggest.ts';
import type { Hint, Passage, State } from '../engine/types.ts';
import type { GuidanceIndex, GuidanceNote } from '../library/guidance.ts';
import type { Database, OwnNote } from '../notes/database.ts';
import { entryLine, visibleNotes } from '../notes/own.ts';
import { phraseFaults } from '../notes/own-triggers.ts';

const MOST_HINTS = 3;

/** An own note in the form of the library's; null where nothing raises it. */
export function guidanceOfOwn(note: OwnNote): GuidanceNote | null {
  const faulty = new Set(phraseFaults(note.triggers).map(({ phrase }) => phrase));
  const triggers = note.triggers.filter((phrase) => !faulty.has(phrase));
  if (triggers.length === 0) return null;
  const { advice } = note;
  return {
    id: note.id,
    title: note.title,
    topic: '',
    tier: 'core',
    line: entryLine(note) || note.title,
    plain: undefined,
    because: advice?.because || i18n.t('own.because'),
    unless: undefined,
    do: advice?.do ?? '',
    paste: advice?.paste || note.body.slice(0, 500),
    comment: advice?.comment || entryLine(note),
    ask: advice?.ask || note.title,
    // The mark may stand in the page: its card says "one of your notes" and nothing of it.
    place: 'page',
    source: [{ author: '', work: note.origin?.title ?? '' }],
    triggers,
    documents: [],
  };
}

/** The library's engine, and beside it one of the own notes: rebuilt at every change of theirs. */
export class EngineWithOwn extends Engine {
  /** Counts changes, so that nothing stands that was found before. */
  ownVersion = 0;
  private own: Engine | undefined;

  constructor(notes: readonly GuidanceNote[], relevance?: Relevance) {
    super(notes, relevance);
  }

  /** Takes the own notes that can come as hints. */
  setOwn(notes: readonly GuidanceNote[]): void {
    this.own = notes.length > 0 ? new Engine(notes) : undefined;
    this.ownVersion++;
  }

  override suggest(passage: Passage, state: State = {}, scores?: Scores): Hint[] {
    const hints = super.suggest(passage, state, scores);
    if (!this.own) return hints;
    const own = this.own
      .suggest(passage, state)
      .map((hint): Hint => ({ ...hint, reason: { ...hint.reason, method: 'own' } }));
    return [...own, ...hints].sort((a, b) => b.score - a.score).slice(0, MOST_HINTS);
  }
}

/** Follows the own notes; calls `changed` whenever hints may have changed. A database that does not open has none. */
export function followOwn(
  database: Database,
  engine: EngineWithOwn,
  library: GuidanceIndex,
  changed: () => void,
  signal: AbortSignal,
): void {
  const following = liveQuery(() => visibleNotes(database)).subscribe({
    next(notes) {
      const own = notes.map(guidanceOfOwn).filter((note) => note !== null);
      if (own.length === 0 && engine.ownVersion === 0) return;
      library.setOwn(own);
      engine.setOwn(own);
      changed();
    },
    error: (error: unknown) => console.error('own notes:', error),
  });
  signal.addEventListener('abort', () => following.unsubscribe());
}
