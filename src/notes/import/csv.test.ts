import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvRows } from './csv.ts';

const cellsOf = (text: string) => [...csvRows(text)].map(({ cells }) => cells);
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

it('reads plain and quoted cells, with quotes, commas and line breaks within', () => {
  expect(cellsOf('\uFEFFa,b\r\n"c, d","say ""e""\nf"\n\n,g')).toEqual([
    ['a', 'b'],
    ['c, d', 'say "e"\nf'],
    ['', 'g'],
  ]);
});

it('says on which line a row begins, and which are broken; the next line goes on', () => {
  const rows = [...csvRows('a\n"b\nc"\n"d" e,f\ng\n"h\ni\n')];
  expect(rows.map(({ line, broken }) => [line, broken])).toEqual([
    [1, false],
    [2, false],
    [4, true],
    [5, false],
    [6, true],
    [7, false],
  ]);
});

it('gives back what was written, whatever it is', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', '\n', '\r', 'é') });
  const rows = fc.array(
    fc.array(cell, { minLength: 1 }).filter((cells) => cells.some((text) => text.trim() !== '')),
  );
  fc.assert(
    fc.property(rows, (table) => {
      const text = table.map((cells) => cells.map(quoted).join(',')).join('\r\n');
      expect(cellsOf(text)).toEqual(table);
    }),
  );
});
