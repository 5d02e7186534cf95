// The page's line to the background. It may die at any time (a sleeping worker, the back/forward cache), so
// nothing it holds is more than a cache: it is opened anew when there is text to send, and only then, since a
// line that reopened by itself would keep the worker awake for ever.
import * as v from 'valibot';
import type { By, Kind } from '../engine/types.ts';
import {
  type DocumentInfo,
  type FromPage,
  fromPage,
  MESSAGE_LIMIT,
  type ToPage,
  toPage,
} from '../platform/messages.ts';
import { parcels } from './parcels.ts';
import type { ReadBlock } from './surfaces/read.ts';

/** One opened port, whoever opened it. */
export interface Connection {
  post(message: unknown): void;
  onMessage(received: (message: unknown) => void): void;
  onDisconnect(closed: () => void): void;
  close(): void;
}

/** What a surface has to say after a reading. */
export interface Reading {
  surface: string;
  revision: number;
  by: By;
  surfaceKind?: Kind | undefined;
  /** What the field is called, so that the person can exclude it. */
  field?: string;
  partial: boolean;
  blocks: readonly ReadBlock[];
  caret?: string;
}

export interface LinkOptions {
  /** Opens a port. @throws where the extension has gone */
  connect(): Connection;
  document(): DocumentInfo;
  received(message: ToPage): void;
  /** The last reading of a surface, to be sent again; null where it is gone. */
  lastReading(surface: string): Reading | null;
  /** The extension was updated or removed under this page. */
  orphaned(): void;
  alive(): boolean;
  signal: AbortSignal;
}

/** How long an answer may take before the line counts as dead (a worker that loads its model needs a second). */
const ANSWER_LIMIT_MS = 5000;
const RETRIES = 2;

interface Awaited {
  revision: number;
  tries: number;
  timer: ReturnType<typeof setTimeout>;
}

export class Link {
  readonly #options: LinkOptions;
  #connection: Connection | null = null;
  /** Blocks that the background has had on this connection, by surface. */
  readonly #sent = new Map<string, Set<string>>();
  #document = '';
  #unread: string | null = null;
  readonly #awaited = new Map<string, Awaited>();

  constructor(options: LinkOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => {
      this.#forgetAwaited();
      this.#drop();
    });
  }

  /** Sends what changed of a surface since the background last heard of it. */
  sendReading(reading: Reading): void {
    this.#await(reading.surface, reading.revision, 0);
    this.#sendReading(reading);
  }

  /** Sends a message that is no text: an answer, an undo. Opens the line, and names the document, where that is due. */
  send(message: FromPage): void {
    if (!this.#open()) return;
    this.#sendDocument();
    this.#post(message);
  }

  /** The page may be another document now: says so where the background is listening. */
  documentMoved(): void {
    if (this.#connection) this.#sendDocument();
  }

  /** Says that the page cannot be read, and why; or (null) that it can be after all. */
  unread(reason: string | null): void {
    if (reason === this.#unread || !this.#open()) return;
    // Hearing of the document anew, the background takes it for readable.
    this.#document = '';
    this.#sendDocument();
    this.#unread = reason;
    if (reason) this.#post({ kind: 'unread', reason });
  }

  /** Forgets a surface; tells the background only where it is listening anyway. */
  gone(surface: string): void {
    this.#answered(surface, Number.POSITIVE_INFINITY);
    this.#sent.delete(surface);
    if (this.#connection) this.#post({ kind: 'gone', surface });
  }

  #sendReading(reading: Reading): void {
    if (!this.#open()) return;
    this.#sendDocument();
    const sent = this.#sent.get(reading.surface) ?? new Set<string>();
    this.#sent.set(reading.surface, sent);
    const changed = reading.blocks.filter((block) => !sent.has(block.id));
    for (const message of parcels(reading, changed, MESSAGE_LIMIT)) this.#post(message);
    sent.clear();
    for (const block of reading.blocks) sent.add(block.id);
  }

  #sendDocument(): void {
    const document = this.#options.document();
    const seen = JSON.stringify(document);
    if (seen === this.#document) return;
    this.#document = seen;
    this.#post({ kind: 'document', document });
  }

  #open(): boolean {
    if (this.#connection) return true;
    if (this.#options.signal.aborted) return false;
    if (!this.#options.alive()) {
      this.#options.orphaned();
      return false;
    }
    try {
      const connection = this.#options.connect();
      connection.onMessage((message) => this.#receive(connection, message));
      connection.onDisconnect(() => this.#closed(connection));
      this.#connection = connection;
      return true;
    } catch {
      this.#options.orphaned();
      return false;
    }
  }

  #post(message: FromPage): void {
    try {
      this.#connection?.post(v.parse(fromPage, message));
    } catch (error) {
      if (error instanceof v.ValiError) throw error;
      this.#drop();
      // After an update every call throws; the port may never say that it closed.
      if (!this.#options.alive()) this.#options.orphaned();
    }
  }

  #receive(connection: Connection, message: unknown): void {
    if (connection !== this.#connection) return;
    const parsed = v.safeParse(toPage, message);
    if (!parsed.success) return;
    if (parsed.output.kind === 'hints') this.#answered(parsed.output.surface, parsed.output.revision);
    this.#options.received(parsed.output);
  }

  #closed(connection: Connection): void {
    if (connection !== this.#connection) return;
    this.#drop();
    if (!this.#options.alive()) this.#options.orphaned();
    else for (const surface of [...this.#awaited.keys()]) this.#again(surface);
  }

  #drop(): void {
    const connection = this.#connection;
    this.#connection = null;
    this.#sent.clear();
    this.#unread = null;
    this.#document = '';
    try {
      connection?.close();
    } catch {
      // The extension has gone; there is nothing left to close.
    }
  }

  #await(surface: string, revision: number, tries: number): void {
    clearTimeout(this.#awaited.get(surface)?.timer);
    const timer = setTimeout(() => {
      this.#drop();
      this.#again(surface);
    }, ANSWER_LIMIT_MS);
    this.#awaited.set(surface, { revision, tries, timer });
  }

  #answered(surface: string, revision: number): void {
    const awaited = this.#awaited.get(surface);
    if (!awaited || awaited.revision > revision) return;
    clearTimeout(awaited.timer);
    this.#awaited.delete(surface);
  }

  #again(surface: string): void {
    const awaited = this.#awaited.get(surface);
    if (!awaited) return;
    const reading = this.#options.lastReading(surface);
    if (!reading || awaited.tries >= RETRIES) {
      this.#answered(surface, Number.POSITIVE_INFINITY);
      return;
    }
    this.#await(surface, reading.revision, awaited.tries + 1);
    this.#sendReading(reading);
  }

  #forgetAwaited(): void {
    for (const { timer } of this.#awaited.values()) clearTimeout(timer);
    this.#awaited.clear();
  }
}
