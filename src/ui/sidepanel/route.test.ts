import { describe, expect, it } from 'vitest';
import type { CheckState, SectionState, TabState } from '../../platform/messages.ts';
import { NO_MEMORY, remember, routeOf } from './route.ts';

const section = (id: string, at: number): SectionState => ({
  id,
  name: id,
  present: at >= 0,
  at,
  words: 10,
  why: '',
  skeleton: '',
});
const check = (id: string, at: number): CheckState => ({
  ...{ id, name: id, surface: 's', block: 'b', at, heading: '', quote: '', looked: '', line: '' },
  ...{ comment: '', do: '', sure: true, source: '' },
});
const state = (sections: SectionState[], checks: CheckState[] = [], more: Partial<TabState> = {}) =>
  ({
    ...{ tab: 1, document: 'd', surface: 's', kind: 'design-doc', partial: false, hints: [], possible: [] },
    ...{ sections, checks },
    ...more,
  }) as unknown as TabState;
const shown = (of: TabState, memory = NO_MEMORY) =>
  routeOf(of, memory).map(({ kind, id }) => `${kind} ${id}`);

describe('routeOf', () => {
  it('puts a gap before the next section of the kind that is there, and the last gaps at the end', () => {
    const of = state([
      section('problem', 0),
      section('goals', -1),
      section('risks', 7),
      section('decider', -1),
    ]);
    expect(shown(of)).toEqual([
      'section section:problem',
      'gap section:goals',
      'section section:risks',
      'gap section:decider',
    ]);
  });

  it('turns what was mended into done, where it stood', () => {
    const before = state([section('problem', 0), section('goals', -1)], [check('acronyms', 3)]);
    const memory = remember(NO_MEMORY, before);
    const after = state([section('problem', 0), section('goals', 5)]);
    expect(shown(after, memory)).toEqual([
      'section section:problem',
      'done done check:acronyms',
      'section section:goals',
    ]);
    expect(routeOf(after, memory).at(-1)).toMatchObject({ added: true });
  });

  it('takes back a done that is open again, and what was dismissed is no work done', () => {
    const before = state([], [check('acronyms', 3)]);
    const memory = remember(NO_MEMORY, before);
    expect(shown(before, memory)).toEqual(['check check:acronyms']);
    expect(shown(state([]), { ...memory, dropped: new Set(['check:acronyms']) })).toEqual([]);
  });

  it('forgets another document and another kind, and calls nothing done that scrolled away', () => {
    const memory = remember(NO_MEMORY, state([], [check('acronyms', 3)]));
    expect(shown(state([], [], { document: 'e' }), memory)).toEqual([]);
    expect(shown(state([], [], { kind: 'proposal' }), memory)).toEqual([]);
    expect(shown(state([], [], { partial: true }), memory)).toEqual([]);
  });
});
