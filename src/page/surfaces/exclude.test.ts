import { expect, it } from 'vitest';
import { type FieldTraits, isReadable } from './exclude.ts';

const text: FieldTraits = {
  tag: 'INPUT',
  type: 'text',
  role: '',
  autocomplete: '',
  multiline: false,
  inSearch: false,
  readOnly: false,
};
const area: FieldTraits = { ...text, tag: 'TEXTAREA', type: '', multiline: true };

it.each<[string, FieldTraits, boolean]>([
  ['a text field', text, true],
  ['a textarea', area, true],
  ['a password', { ...text, type: 'password' }, false],
  ['a search field', { ...text, type: 'search' }, false],
  ['a field in a search form', { ...text, inSearch: true }, false],
  ['an e-mail address', { ...text, type: 'email' }, false],
  ['a one-time code', { ...text, autocomplete: 'one-time-code' }, false],
  ['a card number in a section', { ...text, autocomplete: 'section-a cc-number' }, false],
  ['a combobox', { ...text, role: 'combobox' }, false],
  ['a comment box that lists people to mention', { ...area, role: 'combobox' }, true],
  ['a searchbox of several lines', { ...area, role: 'searchbox' }, false],
  ['what cannot be written in', { ...area, readOnly: true }, false],
])('%s', (_name, traits, readable) => {
  expect(isReadable(traits)).toBe(readable);
});
