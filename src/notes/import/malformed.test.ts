// What people's files look like when something went wrong on the way, for every importer: each is either read safely or
// named with a reason, and what is imported of it is whole.
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { visibleNotes } from '../own.ts';
import { freshNotes, stubLocks } from '../testing/memory.ts';
import { type ChosenFile, chosenFile } from './files.ts';
import { type ReadFiles, readFiles } from './importers.ts';
import { previewOf } from './preview.ts';
import { runImport } from './run.ts';

const NOW = 1_790_000_000_000;
const MEGABYTE = 1024 * 1024;

const LIBRARY_NOTE = readFileSync('content/notes/decisions/add-a-dimension-to-a-trade-off.md', 'utf8');

const SAMPLES: Record<string, { path: string; text: string }> = {
  kindle: {
    path: 'My Clippings.txt',
    text: [1, 2, 3, 4]
      .map(
        (at) =>
          `A Bóok ${at} (Doe, Jane)\r\n- Your Highlight on page ${at} | location ${at}40-${at}45 | Added on Friday, 1 May 2026 08:00:00\r\n\r\nWords — number ${at}, “quoted”.\r\n==========\r\n`,
      )
      .join(''),
  },
  readwise: {
    path: 'readwise.csv',
    text: `Highlight,Book Title,Book Author,Note,Tags,Location,Highlighted at\n${[1, 2, 3, 4]
      .map(
        (at) =>
          `"Two lines ${at},\nand “a” comma",Bóok ${at},Someone,a note,"x, y",${at},2026-01-27 05:56:46+00:00\n`,
      )
      .join('')}`,
  },
  markdown: {
    path: 'vault/note.md',
    text: '---\ntitle: "A nóte: one"\ntags: [one, two]\ncreated: 2026-01-27\ntriggers:\n  - who decides\n---\n# Heading\n\nA **text** with “quotes”, a [link](https://a.example) and `code`.\n\n- one\n- two\n',
  },
  staffwise: {
    path: 'staffwise.json',
    text: JSON.stringify(
      {
        format: 'staffwise',
        version: 1,
        exported: '2026-11-24T00:00:00.000Z',
        notes: [1, 2, 3].map((at) => ({
          id: `n${at}`,
          title: `Nóte ${at}`,
          body: 'Text “here”.',
          tags: ['x'],
          created: NOW,
          updated: NOW,
        })),
        pins: [{ note: 'n1', at: NOW }],
      },
      null,
      2,
    ),
  },
  pack: {
    path: 'pack.json',
    text: JSON.stringify(
      {
        format: 'staffwise-pack',
        version: 1,
        name: 'Ours',
        files: [{ path: 'a/one.md', text: LIBRARY_NOTE }],
      },
      null,
      2,
    ),
  },
};

type Change = (text: string) => string | Uint8Array;

const bytesOf = (text: string) => strToU8(text);
const cutAt =
  (share: number): Change =>
  (text) =>
    text.slice(0, Math.floor(text.length * share));
const withinAt =
  (share: number, slipped: string): Change =>
  (text) => {
    const at = Math.floor(text.length * share);
    return text.slice(0, at) + slipped + text.slice(at);
  };
const lines =
  (change: (all: string[]) => string[]): Change =>
  (text) =>
    change(text.split('\n')).join('\n');

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const letters = mark ? `\uFEFF${text}` : text;
  const view = new DataView(new ArrayBuffer(letters.length * 2));
  for (let at = 0; at < letters.length; at++) view.setUint16(at * 2, letters.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

/** Bytes of the western letters; others become question marks. */
const latin = (text: string) =>
  Uint8Array.from([...text].map((letter) => Math.min(letter.charCodeAt(0), 255)));

const BOMB = `---\na: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`).join('\n')}\n---\n`;

const CHANGES: Record<string, Change> = {
  ...Object.fromEntries(
    [5, 15, 25, 35, 45, 55, 65, 75, 85, 95].map((share) => [`cut at ${share} %`, cutAt(share / 100)]),
  ),
  'cut within a letter': (text) =>
    bytesOf(text).subarray(0, bytesOf(text.slice(0, text.search(/[óé“—]/))).length + 1),
  'with a BOM': (text) => `\uFEFF${text}`,
  'with two BOMs': (text) => `\uFEFF\uFEFF${text}`,
  'UTF-16 little endian': (text) => utf16(text, true, true),
  'UTF-16 big endian': (text) => utf16(text, false, true),
  'UTF-16 without its mark': (text) => utf16(text, true, false),
  'UTF-16 cut within a letter': (text) => utf16(text, true, true).subarray(0, -1),
  'western letters': latin,
  'UTF-8 read as western letters and written again': (text) =>
    new TextDecoder('windows-1252').decode(bytesOf(text)),
  CRLF: (text) => text.replace(/\r?\n/g, '\r\n'),
  'CR alone': (text) => text.replace(/\r?\n/g, '\r'),
  'LF alone': (text) => text.replaceAll('\r', ''),
  'line ends of all kinds': (text) =>
    text
      .split(/\r?\n/)
      .map((line, at) => line + ['\n', '\r\n', '\r'][at % 3])
      .join(''),
  'CRLF doubled': (text) => text.replace(/\r?\n/g, '\r\r\n'),
  'no line ends': (text) => text.replace(/[\r\n]/g, ' '),
  'empty lines at the head': (text) => `\n\n\n${text}`,
  'in an HTML page': (text) => `<!doctype html><html><body><pre>${text}</pre></body></html>`,
  'a script within': withinAt(0.6, '<script>alert(document.cookie)</script>'),
  'an image that runs code': withinAt(0.6, '<img src=x onerror=alert(1)>'),
  'a link that runs code': withinAt(0.6, '[x](javascript:alert(1))'),
  'a frame within': withinAt(0.6, '<iframe srcdoc="<script>1</script>"></iframe>'),
  'a zero at the head': (text) => `\0${text}`,
  'a zero behind the head': (text) => `${text}${' '.repeat(5000)}\0`,
  'control letters': withinAt(0.5, '\x01\x07\x1b[31m\x7f'),
  'half a letter pair': withinAt(0.5, '\uD83D'),
  'letters that turn the direction': withinAt(0.5, '\u202E\u2066'),
  'letters without width': withinAt(0.3, '\u200B\u200E\u2060'),
  'twice the same': (text) => text + text,
  'without its first line': lines((all) => all.slice(1)),
  'without its last three lines': lines((all) => all.slice(0, -3)),
  'every second line gone': lines((all) => all.filter((_, at) => at % 2 === 0)),
  'from the last line to the first': lines((all) => all.reverse()),
  'without quotes': (text) => text.replaceAll('"', ''),
  'with quotes doubled': (text) => text.replaceAll('"', '""'),
  'without colons': (text) => text.replaceAll(':', ''),
  'without brackets': (text) => text.replace(/[[\](){}]/g, ''),
  'semicolons for commas': (text) => text.replaceAll(',', ';'),
  'numbers without end': (text) => text.replace(/\d+/g, '9'.repeat(40)),
  'a line of a megabyte': withinAt(0.6, 'x'.repeat(MEGABYTE)),
  'brackets a hundred thousand deep': withinAt(0.6, '['.repeat(100_000)),
  'a million laughs': (text) => BOMB + text,
  'a prototype': withinAt(0.5, '"__proto__": {"polluted": true},'),
  'what a merge left': withinAt(0.5, '\n<<<<<<< HEAD\n=======\n>>>>>>> other\n'),
  'all in capitals': (text) => text.toUpperCase(),
  'spaces alone': (text) => ' '.repeat(text.length),
  nothing: () => '',
};

const faults = Object.keys(
  (parse(readFileSync('locales/en.yml', 'utf8')) as { importFault: object }).importFault,
);

/** What must hold of whatever was read. */
function expectSound(read: ReadFiles): void {
  expect(read.notes.length + read.skipped.length + (read.rest ? 1 : 0)).toBeGreaterThan(0);
  for (const { reason, file, line } of read.skipped) {
    expect(faults).toContain(reason);
    expect(file).not.toBe('');
    if (line !== undefined) expect(line).toBeGreaterThan(0);
  }
  for (const note of read.notes) {
    expect(typeof note.title).toBe('string');
    expect(typeof note.body).toBe('string');
    for (const tag of note.tags ?? []) expect(typeof tag).toBe('string');
  }
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
}

/** Imports what was read into an empty database: all of it shows, and a second time adds nothing. */
async function expectWhole(read: ReadFiles): Promise<void> {
  const { own, database } = await freshNotes();
  const rows = await previewOf(database, read.notes, NOW);
  const options = { name: 'x', signal: new AbortController().signal, progress: () => undefined, now: NOW };
  await runImport(own, rows, read.rest, options);
  const shown = await visibleNotes(database);
  expect(shown.length).toBe(rows.filter(({ note }) => !note.binned).length);
  expect(await database.imports.count()).toBe(0);
  expect((await previewOf(database, read.notes, NOW)).every(({ state }) => state === 'same')).toBe(true);
  await database.delete();
}

beforeEach(stubLocks);

describe.each(Object.entries(SAMPLES))('a file for %s', (id, { path, text }) => {
  it('is read as it is', async () => {
    const read = await readFiles([chosenFile(path, bytesOf(text))]);
    expect(read.formats).toEqual([id]);
    expect(read.skipped).toEqual([]);
    await expectWhole(read);
  });

  it(`is named or safely read in ${Object.keys(CHANGES).length} ways to be malformed`, async () => {
    for (const [name, change] of Object.entries(CHANGES)) {
      const changed = change(text);
      const bytes = typeof changed === 'string' ? bytesOf(changed) : changed;
      const read = await readFiles([chosenFile(path, bytes)]);
      try {
        expectSound(read);
        await expectWhole(read);
      } catch (error) {
        throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
      }
    }
  });

  it('of 100 MB is named, and larger ones are not even read', async () => {
    const large = new Uint8Array(100 * MEGABYTE).fill(0x61);
    large.set(bytesOf(text));
    const huge: ChosenFile = {
      path,
      size: 5000 * MEGABYTE,
      read: () => Promise.reject(new Error('read')),
    };
    const { notes, skipped } = await readFiles([chosenFile(path, large), huge]);
    expect(notes).toEqual([]);
    expect(skipped.map(({ reason }) => reason)).toEqual(['tooLarge', 'tooLarge']);
  });
});

describe('a zip', () => {
  const good = zipSync({ 'a.md': strToU8('# A\n\nText'), 'b/c.md': strToU8('# C\n\nText') });
  /** The same with another number where the list of its files keeps one of the first entry. */
  const withField = (offset: number, bytes: readonly number[]) => {
    const changed = good.slice();
    const list = changed.findLastIndex((_, at) => String(changed.subarray(at, at + 4)) === '80,75,1,2');
    changed.set(bytes, list + offset);
    return changed;
  };

  it.each<[string, Uint8Array]>([
    ...[0.1, 0.3, 0.5, 0.7, 0.9, 0.99].map((share): [string, Uint8Array] => [
      `cut at ${share}`,
      good.subarray(0, Math.floor(good.length * share)),
    ]),
    ...Array.from({ length: 30 }, (_, at): [string, Uint8Array] => {
      const changed = good.slice();
      const place = 4 + Math.floor(((good.length - 4) * at) / 30);
      changed[place] = changed[place]! ^ 0xff;
      return [`with a wrong byte at ${place}`, changed];
    }),
    ['that leads out of its folder', zipSync({ '../a.md': strToU8('out') })],
    ['that leads out of a folder in it', zipSync({ 'x/../../a.md': strToU8('out') })],
    ['that leads to the root', zipSync({ '/etc/a.md': strToU8('out') })],
    ['that leads to a drive', zipSync({ 'C:\\a.md': strToU8('out') })],
    ['that leads out by backslashes', zipSync({ '..\\a.md': strToU8('out') })],
    ['in a zip', zipSync({ 'inner.zip': good })],
    [
      'of too many files',
      zipSync(Object.fromEntries(Array.from({ length: 25_001 }, (_, at) => [`${at}.md`, new Uint8Array()])), {
        level: 0,
      }),
    ],
    ['packed in a way that is not known', withField(10, [99, 0])],
    ['of pictures', zipSync({ 'a.png': new Uint8Array([0x89, 0x50, 0, 1]) })],
  ])('%s is named or safely read', async (_name, bytes) => {
    const read = await readFiles([chosenFile('notes.zip', bytes)]);
    expectSound(read);
    expect(read.notes.every(({ body }) => !body.includes('out'))).toBe(true);
    await expectWhole(read);
  });

  it('that says it unpacks to 4 GB is refused as a whole', async () => {
    const { notes, skipped } = await readFiles([
      chosenFile('bomb.zip', withField(24, [0xff, 0xff, 0xff, 0xfe])),
    ]);
    expect(notes).toEqual([]);
    expect(skipped).toEqual([{ file: 'bomb.zip', reason: 'tooLarge' }]);
  });

  it('that unpacks to more than it says gives no more than it says', async () => {
    const { notes } = await readFiles([chosenFile('bomb.zip', withField(24, [5, 0, 0, 0]))]);
    expect(notes.every(({ body }) => body.length <= '# C\n\nText'.length)).toBe(true);
  });

  it('with a file of a megabyte is read', async () => {
    const { notes } = await readFiles([
      chosenFile('notes.zip', zipSync({ 'a.md': strToU8(`# A\n\n${'word '.repeat(200_000)}`) })),
    ]);
    expect(notes).toHaveLength(1);
  });
});
