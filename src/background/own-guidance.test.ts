import { describe, expect, it, vi } from 'vitest';
import { newNote } from '../notes/own.ts';
import { EngineWithOwn, guidanceOfOwn } from './own-guidance.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

const own = (triggers: string[]) =>
  newNote({ id: 'mine', title: 'Ask Petra', body: 'Ask **Petra** first.', triggers }, 1);

describe('own notes as hints', () => {
  it('come where their trigger words stand, and say that they are own', () => {
    const engine = new EngineWithOwn([]);
    const passage = { text: 'The architecture forum meets on Thursday and we will present the plan there.' };
    expect(engine.suggest(passage)).toEqual([]);
    engine.setOwn([guidanceOfOwn(own(['architecture forum', '(broken']))!]);
    const [hint] = engine.suggest(passage);
    expect(hint).toMatchObject({ note: 'mine', shown: 'mark', reason: { method: 'own' } });
    expect(passage.text.slice(hint!.start, hint!.end)).toBe('architecture forum');
    expect(engine.suggest(passage, { never: new Set(['mine']) })).toEqual([]);
  });

  it('need a phrase that is of the grammar', () => {
    expect(guidanceOfOwn(own(['(broken']))).toBeNull();
    expect(guidanceOfOwn(own([]))).toBeNull();
  });
});
