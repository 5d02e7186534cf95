// Comma-separated values as RFC 4180 has them: quoted fields, "" for a quote within, line breaks within. Spreadsheets
// of many languages write a semicolon or a tab instead: the first line decides.

export interface CsvRow {
  /** Line of the file on which it begins, from 1. */
  line: number;
  cells: string[];
  /** A quote is left open, or text follows a closing one: the cells are not to be trusted. */
  broken: boolean;
}

/** Reads rows one by one; empty ones are left out. Nothing is thrown: a broken row says so, and the next line goes on. */
export function* csvRows(text: string): Generator<CsvRow> {
  const separator = separatorOf(text);
  const plain = new RegExp(`[^${separator}\\r\\n]*`, 'y');
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const begun = at;
    const row: CsvRow = { line, cells: [], broken: false };
    for (;;) {
      if (text[at] === '"') {
        const end = closingQuote(text, at);
        row.cells.push(text.slice(at + 1, end).replaceAll('""', '"'));
        at = end + 1;
      } else {
        plain.lastIndex = at;
        const [cell] = plain.exec(text)!;
        row.cells.push(cell);
        at += cell.length;
      }
      if (text[at] !== separator) break;
      at++;
    }
    if (at > text.length || (at < text.length && text[at] !== '\r' && text[at] !== '\n')) {
      row.broken = true;
      at = endOfLine(text, begun);
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    line += text.slice(begun, at).split(/\r\n|\r|\n/).length - 1;
    if (row.broken || row.cells.some((cell) => cell.trim() !== '')) yield row;
  }
}

const SEPARATORS = [',', ';', '\t'] as const;

/** What the first line has most of. */
function separatorOf(text: string): string {
  const first = text.slice(0, endOfLine(text, 0));
  const counts = SEPARATORS.map((separator) => first.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}

/** Where the quote that opens at `at` closes; the end of the text where it does not. */
function closingQuote(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end < 0 ? text.length : end;
}

function endOfLine(text: string, at: number): number {
  const end = /[\r\n]|$/g;
  end.lastIndex = at;
  return end.exec(text)!.index;
}
