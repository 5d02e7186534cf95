import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { markdownZip } from '../export/markdown.ts';
import { newNote } from '../own.ts';
import { chosenFile } from './files.ts';
import { importers, readFiles } from './importers.ts';

const bytes = (text: string) => strToU8(text);
const read = (path: string, text: string) => readFiles([chosenFile(path, bytes(text))]);

const KINDLE = [
  'The Manager’s Path (Fournier, Camille)',
  '- Your Highlight on page 242 | location 1406-1408 | Added on Tuesday, 3 March 2026 21:05:12',
  '',
  'Glue work is what keeps a team moving.',
  '==========',
  'The Manager’s Path (Fournier, Camille)',
  '- Your Note on page 242 | location 1408 | Added on Tuesday, 3 March 2026 21:06:00',
  '',
  'ask Petra about this',
  '==========',
  'Ein Buch ohne Autor',
  '- Ihre Markierung bei Position 180-82 | Hinzugefügt am Freitag, 1. Mai 2026 08:00:00',
  '',
  'Zuerst fragen.',
  '==========',
  'Book (One (Two))',
  '- 您在位置 #116-119的标注 | 添加于 2026年5月1日星期五 上午8:00:00',
  '',
  '先问一问。',
  '==========',
  'Book (One (Two))',
  '- Your Bookmark on Location 12 | Added on Friday, 1 May 2026 08:00:00',
  '',
  '',
  '==========',
].join('\r\n');

const READWISE = `\uFEFFHighlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags
"Two lines,
and a comma","A Book",Someone,,".h1 Heading",yellow,"team, glue",page,12,2026-01-27 05:56:46+00:00,
,"A Book",Someone,,,,,page,13,2026-01-27 05:56:46+00:00,
`;

describe('importers', () => {
  it('each have an id of their own', () => {
    expect(new Set(importers.map(({ id }) => id)).size).toBe(importers.length);
  });

  it('read Kindle clippings by their shape, in any language, twice the same', async () => {
    const first = await read('My Clippings.txt', KINDLE);
    expect(first.formats).toEqual(['kindle']);
    expect(first.notes).toHaveLength(3);
    expect(first.notes[0]?.body).toContain('ask Petra about this');
    expect(first.notes[0]?.body).toContain('Fournier, Camille');
    expect(first.skipped.map(({ reason }) => reason)).toEqual(['bookmark']);
    expect(await read('My Clippings.txt', `\uFEFF${KINDLE}`)).toEqual(first);
  });

  it('read Readwise by the names of its columns', async () => {
    const { formats, notes, skipped } = await read('readwise.csv', READWISE);
    expect(formats).toEqual(['readwise']);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({
      tags: ['readwise', 'team', 'glue'],
      created: Date.UTC(2026, 0, 27, 5, 56, 46),
    });
    expect(notes[0]?.body).toContain('Heading');
    expect(skipped).toMatchObject([{ line: 4, reason: 'empty' }]);
  });

  it('read Obsidian notes, and keep front matter that YAML refuses', async () => {
    const zip = zipSync({
      'vault/a.md': strToU8('---\ntags: one, two\nalias: x\n---\n# Title of a\n\nText'),
      'vault/b.md': strToU8('---\ntitle: Fwd: broken\nx: [[A]], [[B]]\n---\nKept'),
      'vault/.obsidian/app.json': strToU8('{}'),
      'vault/templates/t.md': strToU8('{{date}}'),
      '../evil.md': strToU8('out'),
    });
    const { notes, skipped } = await readFiles([chosenFile('vault.zip', zip)]);
    expect(notes.map((note) => note.title).sort()).toEqual(['Title of a', 'b']);
    expect(notes.find((note) => note.title === 'b')?.body).toContain('Fwd: broken');
    expect(skipped.map(({ reason }) => reason).sort()).toEqual(['badFrontMatter', 'badPath']);
  });

  it('read back what the Markdown export wrote', async () => {
    const note = newNote(
      {
        title: 'A: title #1',
        body: '**Text**\n\n- list',
        tags: ['x'],
        triggers: ['a (b|c)'],
        origin: { title: 'P', url: 'https://a.example' },
      },
      Date.UTC(2026, 10, 24),
    );
    const { notes } = await readFiles([
      chosenFile('notes.zip', markdownZip([note, { ...note, id: 'second' }])),
    ]);
    expect(notes).toHaveLength(2);
    const { key: _key, ...back } = notes[0]!;
    expect(newNote(back, 0)).toEqual(note);
  });

  it('check packs as the library is checked', async () => {
    const { notes, skipped } = await read(
      'pack/broken.md',
      '---\nid: x\nline: y\nbecause: z\ntopic: decisions\nrecall: no\n---\nBody',
    );
    expect(notes).toEqual([]);
    expect(skipped).toMatchObject([{ reason: 'badNote', file: 'pack/broken.md' }]);
  });

  it('name files that they do not know, and zips that are none', async () => {
    const { skipped } = await readFiles([
      chosenFile('photo.png', new Uint8Array([0x89, 0x50, 0, 1, 2])),
      chosenFile('torn.zip', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])),
      chosenFile('x.txt', bytes('nothing known')),
      chosenFile('empty.md', new Uint8Array()),
    ]);
    expect(skipped.map(({ reason }) => reason).sort()).toEqual(['badZip', 'empty', 'notText', 'unknown']);
  });

  it('never throw, whatever is cut, mangled or slipped in', { timeout: 30_000 }, async () => {
    const samples: [string, string][] = [
      ['My Clippings.txt', KINDLE],
      ['readwise.csv', READWISE],
      ['note.md', '---\ntitle: A\ntags: [x]\n---\nText <script>alert(1)</script>'],
      ['export.json', '{"format":"staffwise","version":1,"exported":"","notes":[{"id":"a","title":"A"}]}'],
      [
        'pack.json',
        '{"format":"staffwise-pack","version":1,"name":"x","files":[{"path":"a.md","text":"---\\nid: a\\n---"}]}',
      ],
    ];
    const mangled = fc.record({
      sample: fc.integer({ min: 0, max: samples.length - 1 }),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      junk: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom('\uFEFF', '\r', '"', '<img onerror=x>', '---\n', '==========\n', '&a *a'),
      ),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(mangled, async ({ sample, cut, junk, at }) => {
        const [path, text] = samples[sample]!;
        const short = text.slice(0, Math.floor(text.length * cut));
        const place = Math.floor(short.length * at);
        const found = await read(path, short.slice(0, place) + junk + short.slice(place));
        for (const note of found.notes) expect(typeof note.body).toBe('string');
      }),
      { numRuns: 250 },
    );
  });
});
