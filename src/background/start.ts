// Starts the background: every listener at once, each waiting for one start promise.
import { type Browser, browser } from 'wxt/browser';
import { DocumentReader } from '../engine/documents/document.ts';
import { LearnedRelevance } from '../engine/relevance/learned.ts';
import { LinearStage } from '../engine/relevance/linear.ts';
import { MODEL_FILE, unpackModel } from '../engine/relevance/pack.ts';
import type { Relevance } from '../engine/relevance/relevance.ts';
import { GUIDANCE_FILE, type Guidance, GuidanceIndex } from '../library/guidance.ts';

import { AnswerBook } from '../notes/answers.ts';
import { keepMine, type Mine, openMine } from '../notes/mine.ts';
import type { NoteSearch } from '../notes/search.ts';
import { assetBytes, assetJson } from '../platform/assets.ts';
import { closeStorageToPages } from '../platform/keyed.ts';
import { PAGE_PORT, PANEL_PORT } from '../platform/messages.ts';
import { openPanel } from '../platform/panel.ts';
import { allSettings } from '../settings/all.ts';
import { presenting } from '../settings/settings.ts';
import { startBadge } from './badge.ts';
import { capture, createMenus } from './capture.ts';
import { type Listen, listenEarly } from './early.ts';
import { lazyEncoder } from './encoder.ts';
import { omniboxSearch, openEntered, suggestions } from './omnibox.ts';
import { EngineWithOwn, followOwn } from './own-guidance.ts';
import { Pages } from './pages.ts';
import { Quiet } from './quiet.ts';
import { readRendered, SiteRegistration } from './sites.ts';
import { uiHandler } from './ui.ts';

interface Running {
  pages: Pages;
  registration: SiteRegistration;
  answer(raw: unknown): Promise<unknown>;
  save(info: Browser.contextMenus.OnClickData, tab: Browser.tabs.Tab | undefined): Promise<void>;
  /** Made at the first word typed behind "sw". */
  search(): NoteSearch;
}

/** Registers all listeners in the first turn of the event loop, as a sleeping background needs it. */
export function startBackground(): void {
  const running = start(new AbortController().signal);
  browser.runtime.onConnect.addListener((port) => {
    const listen = listenEarly(port);
    void running.then((background) => connect(background, port, listen));
  });
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    if (sender.tab && !sender.url?.startsWith(browser.runtime.getURL('/' as never))) return;
    running
      .then(({ answer }) => answer(message))
      .then(respond, (error) => {
        console.error('message:', error);
        respond(undefined);
      });
    return true;
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // Registered scripts are gone after every update (docs/browser-facts.md).
    void running.then(({ registration }) => registration.refresh());
    void createMenus();
    if (reason === 'install')
      void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as never) });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => void running.then(({ save }) => save(info, tab)));
  browser.omnibox.onInputChanged.addListener(
    (text, suggest) => void running.then(({ search }) => suggest(suggestions(search(), text))),
  );
  browser.omnibox.onInputEntered.addListener(
    (text, disposition) =>
      void openEntered(text, disposition).catch((error) => console.error('omnibox:', error)),
  );
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel' && tab?.id !== undefined) openPanel(tab.id);
    if (command === 'toggle-presenting') void presenting.get().then((on) => presenting.set(!on));
  });
}

async function start(signal: AbortSignal): Promise<Running> {
  const library = new GuidanceIndex(await assetJson<Guidance>(GUIDANCE_FILE));
  const engine = new EngineWithOwn(library.guidance.notes, await loadRelevance());
  const reader = new DocumentReader(library.guidance);
  const mine = openMine();
  const quiet = new Quiet();
  const secondStage = lazyEncoder(assetBytes);
  const registration = new SiteRegistration((origin) => pages.leave(origin));
  const pages = new Pages(
    engine,
    reader,
    library,
    secondStage,
    registration,
    new AnswerBook(mine.database),
    quiet,
    openPanel,
  );
  await quiet.start(signal);
  await registration.start(signal);
  await startBadge(pages, signal);
  followOwn(mine.database, engine, library, () => void pages.refresh(), signal);
  void keep(mine);
  let search: NoteSearch | undefined;
  return {
    pages,
    registration,
    answer: uiHandler(engine, library, pages, quiet, secondStage),
    save: (info, tab) => capture(mine, info, tab, (id, text) => hintIn(pages, id, text)),
    search: () => (search ??= omniboxSearch(library)),
  };
}

/** Keeps pages of the web from what is the person's, and puts it in order; the library works without. */
async function keep(mine: Mine): Promise<void> {
  try {
    await closeStorageToPages();
    await keepMine(mine, allSettings);
  } catch (error) {
    console.error('own notes:', error);
  }
}

/** The library note of a hint whose words stand in a text of a tab. */
async function hintIn(pages: Pages, tab: number, text: string): Promise<string | undefined> {
  const { hints, possible } = await pages.stateOf(tab);
  return [...hints, ...possible].find(({ quote }) => text.includes(quote.replace(/…$/, '')))?.note;
}

/** What was learned; without it (a file that is missing or damaged) the triggers still speak. */
async function loadRelevance(): Promise<Relevance | undefined> {
  try {
    const { linear } = unpackModel(await assetBytes(MODEL_FILE));
    return new LearnedRelevance(new LinearStage(linear));
  } catch (error) {
    console.error('guidance could not be loaded whole:', error);
    return undefined;
  }
}

function connect({ pages }: Running, port: Browser.runtime.Port, listen: Listen): void {
  if (port.name === PAGE_PORT) pages.connect(port, listen);
  else if (port.name.startsWith(PANEL_PORT))
    follow(pages, port, listen, Number(port.name.slice(PANEL_PORT.length)));
  else port.disconnect();
}

/** Posts the state of a tab to a panel: now, and on each change. */
function follow(pages: Pages, port: Browser.runtime.Port, listen: Listen, tab: number): void {
  const post = () =>
    void pages.stateOf(tab).then(
      (state) => port.postMessage(state),
      // The tab was closed while its state was read: the panel hears of it from the browser.
      () => undefined,
    );
  const stop = pages.watch((changed) => {
    if (changed === tab) post();
  });
  listen(() => undefined, stop);
  void readRendered(tab);
  post();
}
