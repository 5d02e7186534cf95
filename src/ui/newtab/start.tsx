// Starts the new tab: takes over the page that the first frame drew, or draws it, then reads what it did not wait for.
import { effect } from '@preact/signals';
import { hydrate, render } from 'preact';
import { showBrowsersNewTab } from '../../platform/tabs.ts';
import { newTab } from '../../settings/settings.ts';
import { t } from '../words.ts';
import { handedBack, keepAhead, keepFrame, keepWhose, keptAhead, keptFrame } from './cache.ts';
import { aheadOf, drawnOf, frameOf } from './frame.ts';
import { NewTab } from './NewTab.tsx';
import { date, drawAhead, findIdea, followDay, mode, readRest, shown, take } from './state.ts';

/** Starts the page. */
export async function start(): Promise<void> {
  document.documentElement.lang = t('language');
  document.title = t('newtab.title');
  if (handedBack()) return giveBack();
  const frame = frameOf(keptFrame(), date.value);
  const ahead = frame ? undefined : aheadOf(keptAhead(), date.value);
  // The script of the first frame stands in the body too; only what it drew is taken over.
  for (const script of document.querySelectorAll('body > script')) script.remove();
  const known = frame ?? ahead;
  if (known && take(known)) {
    hydrate(<NewTab />, document.body);
    // It is the idea of the day from now on, unless it was put aside since.
    if (ahead) await findIdea();
  } else {
    await findIdea();
    document.body.replaceChildren();
    render(<NewTab />, document.body);
  }
  followDay();
  await readRest();
  effect(keepPage);
  const whose = await newTab.get();
  keepWhose(whose);
  if (whose === 'browser') return giveBack();
  requestIdleCallback(() => void makeAhead().catch(console.error));
}

/** Makes the page of tomorrow, so that its first tab waits for nothing. */
async function makeAhead(): Promise<void> {
  const frame = await drawAhead(() => {
    const aside = document.createElement('div');
    render(<NewTab />, aside);
    const page = aside.firstElementChild;
    const drawn = page ? drawnOf(page) : undefined;
    render(null, aside);
    return drawn;
  });
  if (frame) keepAhead(JSON.stringify(frame));
}

async function giveBack(): Promise<void> {
  keepWhose('browser');
  await showBrowsersNewTab();
}

/** Keeps the page for the next new tab of the day, whenever what it shows has changed and nothing private is open. */
function keepPage(): void {
  const state = shown.value;
  if (mode.value !== 'idea' || !state) return;
  const page = document.body.firstElementChild;
  requestAnimationFrame(() => {
    if (page?.isConnected) keepFrame(JSON.stringify({ ...state, page: drawnOf(page) }));
  });
}
