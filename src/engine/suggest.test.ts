import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Relevance } from './relevance/relevance.ts';
import { Engine, type EngineNote } from './suggest.ts';

const note: EngineNote = {
  id: 'problem-first',
  topic: 'problem-finding',
  tier: 'core',
  because: 'names what to build before what is wrong',
  place: 'page',
  triggers: ['rewrite … from scratch'],
  unless: { sections: ['problem'], words: ['the problem is'] },
  documents: [],
};
const engine = new Engine([note, { ...note, id: 'extra', tier: 'extra', triggers: ['enjoys working'] }]);
const text = 'We should rewrite billing from scratch, because nobody enjoys working on it.';
const ids = (...args: Parameters<Engine['suggest']>) => engine.suggest(...args).map((hint) => hint.note);

describe('Engine', () => {
  it('gives a hint with its evidence and its reason', () => {
    const [hint] = engine.suggest({ text });
    expect(hint).toMatchObject({
      note: 'problem-first',
      shown: 'mark',
      place: 'page',
      reason: { method: 'trigger' },
    });
    expect(text.slice(hint!.start, hint!.end)).toBe('rewrite billing from scratch');
  });

  it('is silent where the document already says it', () => {
    expect(ids({ text, before: ['The problem is that invoices are wrong.'] })).toEqual([]);
    expect(ids({ text, sections: ['problem'] })).toEqual([]);
  });

  it('obeys what the person said', () => {
    expect(ids({ text }, { never: new Set(['problem-first']) })).toEqual([]);
    expect(ids({ text }, { notHere: new Set(['problem-first']) })).toEqual([]);
    expect(ids({ text }, { extra: true })).toEqual(['extra', 'problem-first']);
    expect(engine.suggest({ text }, { weights: new Map([['problem-finding', 0.9]]) })[0]?.shown).toBe(
      'panel',
    );
  });

  it('says nothing learned of a label, which has too few words', () => {
    const relevance: Relevance = {
      thresholds: () => ({ mark: 0.5, panel: 0.1, beside: 0.1 }),
      isOpen: () => true,
      rank: () => [{ note: 'problem-first', score: 0.9, evidence: () => ({ start: 0, end: 4 }) }],
      nearest: () => new Map(),
    };
    const learned = new Engine([note], relevance);
    const label = 'Breaks backwards compatibility? Not that we know.';
    expect(learned.suggest({ text: label })).toEqual([]);
    expect(learned.isOpen({ text: label })).toBe(false);
    expect(learned.suggest({ text: `${label} Nobody asked.` })).toHaveLength(1);
  });

  it('never throws, and keeps spans inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (noise) => {
        for (const hint of engine.suggest({ text: `${noise} rewrite ${noise} from scratch` })) {
          expect(hint.start).toBeLessThanOrEqual(hint.end);
        }
      }),
    );
  });
});
