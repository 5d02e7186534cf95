// The document as a route: one list in its order, made from the state of a tab and from what was open before.
import {
  type CheckState,
  type ListedHint,
  partId,
  type SectionState,
  type TabState,
} from '../../platform/messages.ts';

interface Place {
  /** The same while the text around it is edited. */
  id: string;
  /** Name under which an answer is kept. */
  part: string;
  at: number;
}

export type Stop = Place &
  (
    | { kind: 'section'; section: SectionState; added: boolean }
    | { kind: 'gap'; section: SectionState }
    | { kind: 'check'; check: CheckState }
    | { kind: 'hint'; hint: ListedHint }
    | { kind: 'done'; name: string }
  );

/** What was open in this document while the panel has shown it. */
export interface Memory {
  document: string;
  /** Stops that were open, by id. */
  open: ReadonlyMap<string, Stop>;
  /** Stops that the person said are not for this document. */
  dropped: ReadonlySet<string>;
}

export const NO_MEMORY: Memory = { document: '', open: new Map(), dropped: new Set() };

/** What names a document for the panel's memory: another kind is another list. */
export function documentOf({ document, surface, kind }: TabState): string {
  return `${document} ${surface} ${kind}`;
}

/** The memory after a state; that of another document is forgotten. */
export function remember(memory: Memory, state: TabState): Memory {
  const document = documentOf(state);
  const kept = memory.document === document ? memory : { ...NO_MEMORY, document };
  const open = new Map(kept.open);
  for (const stop of openStops(state)) open.set(stop.id, stop);
  return { ...kept, open };
}

/** All stops of a document, in its order. */
export function routeOf(state: TabState, memory: Memory): Stop[] {
  const open = openStops(state);
  const ids = new Set(open.map(({ id }) => id));
  const was = memory.document === documentOf(state) ? memory : NO_MEMORY;
  const gone = (stop: Stop) => !ids.has(stop.id) && !was.dropped.has(stop.id);
  const sections = state.sections
    .filter(({ present }) => present)
    .map((section): Stop => {
      const id = partId.section(section.id);
      return { kind: 'section', id, part: id, at: section.at, section, added: was.open.has(id) };
    });
  // A part of a document that scrolls out of sight is not done.
  const done = [...was.open.values()].flatMap((stop): Stop[] => {
    if (state.partial || stop.kind === 'gap' || !gone(stop)) return [];
    return [{ kind: 'done', id: `done ${stop.id}`, part: stop.part, at: stop.at, name: nameOf(stop) }];
  });
  const rank = { section: 0, gap: 1, check: 2, hint: 3, done: 4 };
  return [...sections, ...open, ...done].sort((a, b) => a.at - b.at || rank[a.kind] - rank[b.kind]);
}

function openStops(state: TabState): Stop[] {
  const hints = state.hints.filter(({ surface }) => surface === state.surface);
  const seen = new Map<string, number>();
  return [
    ...state.sections.flatMap((section, i): Stop[] => {
      const id = partId.section(section.id);
      return section.present ? [] : [{ kind: 'gap', id, part: id, at: gapAt(state.sections, i), section }];
    }),
    ...state.checks.map((check): Stop => {
      const id = partId.check(check.id);
      return { kind: 'check', id, part: id, at: check.at, check };
    }),
    ...hints.map((hint): Stop => {
      const nth = seen.get(hint.note) ?? 0;
      seen.set(hint.note, nth + 1);
      return { kind: 'hint', id: `hint:${hint.note}:${nth}`, part: hint.note, at: hint.at ?? 0, hint };
    }),
  ];
}

/** A gap stands before the next section of its kind's order that is there; at the end where none is. */
function gapAt(sections: readonly SectionState[], index: number): number {
  const next = sections.slice(index + 1).find(({ present }) => present);
  return next ? next.at - 0.5 : Number.MAX_SAFE_INTEGER;
}

function nameOf(stop: Stop): string {
  if (stop.kind === 'check') return stop.check.name;
  if (stop.kind === 'hint') return stop.hint.title;
  return stop.kind === 'done' ? stop.name : stop.section.name;
}
