// All connected pages: ports in, marks out, and what the popup and the panel show of a tab.
import { type Browser, browser } from 'wxt/browser';
import type { DocumentReader } from '../engine/documents/document.ts';
import type { SecondStage } from '../engine/relevance/second-stage.ts';
import type { Kind } from '../engine/types.ts';
import { unreadableAt } from '../hosts/index.ts';
import type { GuidanceIndex } from '../library/guidance.ts';
import { type AnswerBook, correctedKind, correctKind } from '../notes/answers.ts';
import type { FromPage, ListedHint, TabState, ToPage } from '../platform/messages.ts';
import { originOf } from '../platform/permissions.ts';
import type { Listen } from './early.ts';
import type { EngineWithOwn } from './own-guidance.ts';
import { Page, type PageContext, type Wire } from './page.ts';
import { WorkQueue } from './queue.ts';
import { OWN_ORIGIN, type Quiet } from './quiet.ts';
import { documentText, reviewState } from './review-state.ts';
import type { SiteRegistration } from './sites.ts';

type Heard = Parameters<PageContext['heard']>[1];
type Said = Omit<Extract<FromPage, { kind: 'answer' }>, 'kind'>;

/** The pages that are connected now; empty after every wake. */
export class Pages {
  private readonly pages = new Set<Page>();
  private readonly queue = new WorkQueue();
  private readonly watchers = new Set<(tab: number) => void>();

  constructor(
    private readonly engine: EngineWithOwn,
    private readonly reader: DocumentReader,
    private readonly library: GuidanceIndex,
    private readonly secondStage: () => Promise<SecondStage | null>,
    private readonly registration: SiteRegistration,
    private readonly answers: AnswerBook,
    private readonly quiet: Quiet,
    private readonly openPanel: (tab: number) => void,
  ) {
    quiet.onChange(() => this.redraw());
  }

  /** Calls `changed` with the tab whose state changed; gives the function that ends it. */
  watch(changed: (tab: number) => void): () => void {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  }

  /** Takes a port that a page script opened. The site comes from the browser, never from a message. */
  connect(port: Browser.runtime.Port, listen: Listen): void {
    const { sender } = port;
    const tab = sender?.tab?.id;
    // The welcome page runs the page script on its own live editor: it needs no grant.
    const own = sender?.url?.startsWith(browser.runtime.getURL('/' as never)) ?? false;
    const origin = own ? OWN_ORIGIN : (originOf(sender?.url) ?? originOf(sender?.tab?.url));
    const wire = wireOf(port);
    if (tab === undefined || origin === null || !(own || this.registration.isOn(origin))) {
      wire.close();
      return;
    }
    const page = new Page(tab, sender?.frameId ?? 0, origin, wire, this.contextOf(tab, origin));
    this.pages.add(page);
    wire.post(this.looks(tab, origin));
    listen(
      (message) => page.receive(message),
      () => {
        this.pages.delete(page);
        this.notify(tab);
      },
    );
  }

  private contextOf(tab: number, origin: string): PageContext {
    return {
      engine: this.engine,
      reader: this.reader,
      library: this.library,
      queue: this.queue,
      secondStage: this.secondStage,
      mayMark: () => this.quiet.mayMark(tab, origin),
      isExcluded: (field) => this.quiet.isExcluded(origin, field),
      changed: () => this.notify(tab),
      heard: (page, message) => void this.heard(page, message),
      told: async (page) => {
        const { state, version } = await this.answers.stateOf(page.origin, page.info.documentId);
        return { state, version: `${this.engine.ownVersion} ${version}` };
      },
      correctedKind: (page) => correctedKind(page.origin, page.info.documentId),
    };
  }

  private async heard(page: Page, message: Heard): Promise<void> {
    if (message.kind === 'answer') await this.record(page, message);
    else if (message.kind === 'undo') await this.takeBack(page, message.note);
    else if (message.kind === 'exclude') await this.quiet.exclude(page.origin, message.field);
    else if (message.kind === 'later') await this.quiet.later(message.until, page.tab, page.origin);
    else if (message.kind === 'open-panel') this.openPanel(page.tab);
    else await browser.tabs.create({ url: browser.runtime.getURL(`/library.html#${message.note}` as never) });
  }

  /** Keeps an answer that was given in a page of ours, and looks at every page again. */
  async answer(tab: number, said: Said): Promise<boolean> {
    const page = this.ofTab(tab).find((candidate) => candidate.surfaces.has(said.surface));
    if (page) await this.record(page, said);
    return page !== undefined;
  }

  /** Keeps an answer for the document of a page. */
  private async record(page: Page, said: Said): Promise<void> {
    await this.answers.record({
      note: said.note,
      topic: this.library.noteOf(said.note)?.topic ?? '',
      said: said.said,
      origin: page.origin,
      documentId: page.info.documentId,
    });
    await this.refresh();
  }

  /** Takes the last answer to a note back. */
  async undo(tab: number, note: string): Promise<boolean> {
    const page = this.ofTab(tab)[0];
    if (page) await this.takeBack(page, note);
    return page !== undefined;
  }

  private async takeBack(page: Page, note: string): Promise<void> {
    await this.answers.undo(note, page.origin, page.info.documentId);
    await this.refresh();
  }

  /** What was said, or an own note, holds everywhere: all pages are read again. */
  async refresh(): Promise<void> {
    for (const page of this.pages) await page.refresh();
  }

  /** Sets the kind of a tab's document, or (null) leaves it to Staffwise again. */
  async correctKind(tab: number, kind: Kind | null): Promise<boolean> {
    const page = mainPage(this.ofTab(tab));
    if (!page) return false;
    await correctKind(page.origin, page.info.documentId, kind);
    await this.refresh();
    this.notify(tab);
    return true;
  }

  /** The text of a tab's document. */
  textOf(tab: number): string {
    return documentText(mainPage(this.ofTab(tab)));
  }

  /** Posts a message to the page that holds a surface. */
  post(tab: number, surface: string, message: ToPage): boolean {
    const page = this.ofTab(tab).find((candidate) => candidate.surfaces.has(surface));
    page?.wire.post(message);
    return page !== undefined;
  }

  /** Posts a message to every page of a tab. */
  postToAll(tab: number, message: ToPage): boolean {
    const pages = this.ofTab(tab);
    for (const page of pages) page.wire.post(message);
    return pages.length > 0;
  }

  /** Tells all pages of an origin that they are off. */
  leave(origin: string): void {
    for (const page of this.pages) if (page.origin === origin) page.wire.close();
  }

  /** How marks are to look in a tab. */
  private looks(tab: number, origin: string): Extract<ToPage, { kind: 'quiet' }> {
    return { kind: 'quiet', quiet: !this.quiet.mayMark(tab, origin), underline: this.quiet.underline };
  }

  private redraw(): void {
    for (const page of this.pages) {
      page.wire.post(this.looks(page.tab, page.origin));
      page.drawAll();
      this.notify(page.tab);
    }
  }

  /** Tabs that have a page connected. */
  tabs(): Set<number> {
    return new Set([...this.pages].map((page) => page.tab));
  }

  private ofTab(tab: number): Page[] {
    return [...this.pages].filter((page) => page.tab === tab).sort((a, b) => a.frame - b.frame);
  }

  private notify(tab: number): void {
    for (const watcher of this.watchers) watcher(tab);
  }

  /** What the popup and the panel show of a tab. */
  async stateOf(tab: number): Promise<TabState> {
    const pages = this.ofTab(tab);
    const { url = '' } = await browser.tabs.get(tab);
    const site = pages[0]?.origin ?? originOf(url) ?? undefined;
    const main = mainPage(pages);
    const unread = main?.unread ?? unreadableAt(url);
    const hints = pages.flatMap((page) => page.listed());
    return {
      tab,
      ...(site && { site }),
      on: this.registration.isOn(site ?? null),
      alive: pages.length > 0,
      ...(!this.engine.isLearned && { damaged: true }),
      ...(unread && { unread }),
      ...(main?.retired && { retired: main.retired }),
      title: main?.info.title ?? '',
      host: main?.info.host ?? 'unknown',
      ...reviewState(main, this.library),
      hints: hints.filter((hint) => hint.shown === 'mark'),
      possible: possible(hints, pages),
      words: pages.reduce((words, page) => words + page.words(), 0),
      presenting: this.quiet.presenting,
      snoozedUntil: this.quiet.snoozedUntil(tab, site ?? ''),
    };
  }
}

/** The page of a tab that holds the document: the first that has text. */
function mainPage(pages: readonly Page[]): Page | undefined {
  return pages.find((page) => page.surfaces.size > 0) ?? pages[0];
}

/** What is more likely than not for the passage at the caret; without a caret, of the whole page. Each note once. */
function possible(hints: readonly ListedHint[], pages: readonly Page[]): ListedHint[] {
  const carets = new Set(
    pages.flatMap((page) => [...page.surfaces.values()].map((surface) => surface.caret)),
  );
  const unsure = hints.filter((hint) => hint.shown === 'panel');
  const here = unsure.filter((hint) => carets.has(hint.block));
  const best = (here.length > 0 ? here : unsure).sort((a, b) => b.score - a.score);
  return best.filter(({ note }, at) => best.findIndex((other) => other.note === note) === at).slice(0, 3);
}

function wireOf(port: Browser.runtime.Port): Wire {
  return {
    post(message) {
      try {
        port.postMessage(message);
      } catch {
        // The page went away between our last word and this one; its port says so in a moment.
      }
    },
    close() {
      this.post({ kind: 'off' });
      port.disconnect();
    },
  };
}
