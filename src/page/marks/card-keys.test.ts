import { expect, it } from 'vitest';
import { type Key, type Outcome, onKey } from './card-keys.ts';

const plain: Key = { key: '', modified: false, shift: false, composing: false };
const press = (key: string, active: number | null, more: Partial<Key> = {}) =>
  onKey({ ...plain, key, ...more }, active, 4);

it.each<[string, Outcome, Outcome]>([
  ['an arrow makes the first action active', press('ArrowRight', null), { take: true, active: 0 }],
  ['backward, the last', press('ArrowLeft', null), { take: true, active: 3 }],
  ['around the end', press('Tab', 3), { take: true, active: 0 }],
  ['Shift and Tab go back', press('Tab', 0, { shift: true }), { take: true, active: 3 }],
  [
    'Enter belongs to the page until an action is active',
    press('Enter', null),
    { take: false, close: false },
  ],
  ['then it runs the action', press('Enter', 2), { take: true, run: true }],
  ['Escape never reaches the page', press('Escape', null), { take: true, close: true }],
  ['a typed character goes to the page and closes', press('a', 1), { take: false, close: true }],
  ['a space is a typed character', press(' ', 1), { take: false, close: true }],
  [
    'selecting text is the page\u2019s',
    press('ArrowLeft', 1, { shift: true }),
    { take: false, close: false },
  ],
  ['shortcuts are the page\u2019s', press('Enter', 1, { modified: true }), { take: false }],
  ['a word being composed has its keys', press('Enter', 1, { composing: true }), { take: false }],
  ['and its Escape', press('Escape', 1, { composing: true }), { take: false }],
])('%s', (_name, outcome, expected) => {
  expect(outcome).toEqual(expected);
});
