// Starts the background: every listener at once, each waiting for one start promise.
import { type Browser, browser } from 'wxt/browser';
import { LearnedRelevance } from '../engine/relevance/learned.ts';
import { LinearStage } from '../engine/relevance/linear.ts';
import { MODEL_FILE, unpackModel } from '../engine/relevance/pack.ts';
import type { Relevance } from '../engine/relevance/relevance.ts';
import { Engine } from '../engine/suggest.ts';
import { GUIDANCE_FILE, type Guidance, GuidanceIndex } from '../library/guidance.ts';

import { AnswerBook } from '../notes/answers.ts';
import { openDatabase } from '../notes/database.ts';
import { assetBytes, assetJson } from '../platform/assets.ts';
import { PAGE_PORT, PANEL_PORT } from '../platform/messages.ts';
import { openPanel } from '../platform/panel.ts';
import { presenting } from '../settings/settings.ts';
import { Pages } from './pages.ts';
import { Quiet } from './quiet.ts';
import { SiteRegistration } from './sites.ts';
import { uiHandler } from './ui.ts';

interface Running {
  pages: Pages;
  registration: SiteRegistration;
  answer(raw: unknown): Promise<unknown>;
}

/** Registers all listeners in the first turn of the event loop, as a sleeping background needs it. */
export function startBackground(): void {
  const running = start(new AbortController().signal);
  browser.runtime.onConnect.addListener(
    (port) => void running.then((background) => connect(background, port)),
  );
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
    if (reason === 'install')
      void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as never) });
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel' && tab?.id !== undefined) openPanel(tab.id);
    if (command === 'toggle-presenting') void presenting.get().then((on) => presenting.set(!on));
  });
}

async function start(signal: AbortSignal): Promise<Running> {
  const library = new GuidanceIndex(await assetJson<Guidance>(GUIDANCE_FILE));
  const engine = new Engine(library.guidance.notes, await loadRelevance());
  const quiet = new Quiet();
  const registration = new SiteRegistration((origin) => pages.leave(origin));
  const pages = new Pages(engine, library, registration, new AnswerBook(openDatabase()), quiet, openPanel);
  await quiet.start(signal);
  await registration.start(signal);
  return { pages, registration, answer: uiHandler(engine, library, pages, quiet) };
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

function connect({ pages }: Running, port: Browser.runtime.Port): void {
  if (port.name === PAGE_PORT) pages.connect(port);
  else if (port.name.startsWith(PANEL_PORT)) follow(pages, port, Number(port.name.slice(PANEL_PORT.length)));
  else port.disconnect();
}

/** Posts the state of a tab to a panel: now, and on each change. */
function follow(pages: Pages, port: Browser.runtime.Port, tab: number): void {
  const post = () =>
    void pages.stateOf(tab).then(
      (state) => port.postMessage(state),
      // The tab was closed while its state was read: the panel hears of it from the browser.
      () => undefined,
    );
  const stop = pages.watch((changed) => {
    if (changed === tab) post();
  });
  port.onDisconnect.addListener(stop);
  post();
}
