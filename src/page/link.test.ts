import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ToPage } from '../platform/messages.ts';
import { Link, type Reading } from './link.ts';

/** A background that can be killed. */
class Line {
  posted: { kind: string; changed?: { id: string }[] }[] = [];
  receive: (message: unknown) => void = () => {};
  closed: () => void = () => {};
}

let lines: Line[];
let alive: boolean;
let received: ToPage[];
let orphaned: number;
let stop: AbortController;
let reading: Reading;

function link(): Link {
  return new Link({
    connect() {
      const line = new Line();
      lines.push(line);
      return {
        post: (message) => line.posted.push(message as Line['posted'][0]),
        onMessage: (receive) => Object.assign(line, { receive }),
        onDisconnect: (closed) => Object.assign(line, { closed }),
        close() {},
      };
    },
    document: () => ({ host: 'generic', documentId: 'd', title: 't', kind: 'unknown' }),
    received: (message) => received.push(message),
    lastReading: () => reading,
    orphaned: () => orphaned++,
    alive: () => alive,
    signal: stop.signal,
  });
}

const block = (id: string) => ({ id, type: 'paragraph' as const, text: id, pieces: [], elements: [] });

beforeEach(() => {
  vi.useFakeTimers();
  lines = [];
  received = [];
  orphaned = 0;
  alive = true;
  stop = new AbortController();
  reading = { surface: 's1', revision: 1, by: 'me', partial: false, blocks: [block('a'), block('b')] };
});
afterEach(() => vi.useRealTimers());

it('names the document before an answer on a line that was opened anew', () => {
  const page = link();
  page.sendReading(reading);
  lines[0]!.receive({ kind: 'hints', surface: 's1', revision: 1, hints: [] });
  lines[0]!.closed();
  page.send({ kind: 'undo', note: 'n' });
  expect(lines.at(-1)!.posted.map(({ kind }) => kind)).toEqual(['document', 'undo']);
});

it('says the document first, and then only the blocks that the background has not had', () => {
  const page = link();
  page.sendReading(reading);
  expect(lines[0]!.posted.map(({ kind }) => kind)).toEqual(['document', 'blocks']);
  page.sendReading({ ...reading, revision: 2, blocks: [block('a'), block('c')] });
  expect(lines[0]!.posted.at(-1)!.changed!.map(({ id }) => id)).toEqual(['c']);
});

it('sends everything again when the background dies before it has answered', () => {
  link().sendReading(reading);
  lines[0]!.closed();
  expect(lines).toHaveLength(2);
  expect(lines[1]!.posted.at(-1)!.changed).toHaveLength(2);
});

it('stays silent when the line closes and nothing is asked', () => {
  link().sendReading(reading);
  lines[0]!.receive({ kind: 'hints', surface: 's1', revision: 1, hints: [] });
  lines[0]!.closed();
  expect(lines).toHaveLength(1);
  expect(received).toHaveLength(1);
});

it('gives up on a line that does not answer, twice, and then waits for new text', () => {
  const page = link();
  page.sendReading(reading);
  vi.advanceTimersByTime(60_000);
  expect(lines).toHaveLength(3);
  expect(vi.getTimerCount()).toBe(0);
  page.sendReading({ ...reading, revision: 2 });
  expect(lines).toHaveLength(4);
});

it('knows that the extension has gone', () => {
  link().sendReading(reading);
  alive = false;
  lines[0]!.closed();
  expect(orphaned).toBe(1);
  expect(lines).toHaveLength(1);
});

it('drops what does not fit the schema', () => {
  link().sendReading(reading);
  lines[0]!.receive({ kind: 'hints', surface: 's1', revision: 1, hints: [{ note: 1 }] });
  lines[0]!.receive('no');
  expect(received).toEqual([]);
});
