// "Save to Staffwise" and "Save as evidence": a selection of any page becomes a note, or an entry of the record.
import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Mine } from '../notes/mine.ts';
import { newNote } from '../notes/own.ts';

type Clicked = Browser.contextMenus.OnClickData;

const SAVE = 'save';
const EVIDENCE = 'evidence';
const LONGEST_TITLE = 80;
const SHOWN_MS = 3000;

/** Puts the entries into the menu of a selection. Browsers keep them; called when Staffwise is installed or updated. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: SAVE, title: i18n.t('capture.save'), contexts: ['selection'] });
  browser.contextMenus.create({ id: EVIDENCE, title: i18n.t('capture.evidence'), contexts: ['selection'] });
}

/**
 * Keeps what was selected when an entry of ours is pressed.
 * @param hintIn the library note whose hint stood in the text, if there was one
 */
export async function capture(
  { own, database }: Mine,
  info: Clicked,
  tab: Browser.tabs.Tab | undefined,
  hintIn: (tab: number, text: string) => Promise<string | undefined>,
): Promise<void> {
  if (info.menuItemId !== SAVE && info.menuItemId !== EVIDENCE) return;
  try {
    const text = await selectionOf(info, tab);
    if (!text) return;
    const origin = { title: tab?.title ?? '', url: info.pageUrl ?? tab?.url ?? '' };
    const now = Date.now();
    if (info.menuItemId === SAVE) {
      const library = tab?.id === undefined ? undefined : await hintIn(tab.id, text);
      const title = text.replace(/\s+/g, ' ').slice(0, LONGEST_TITLE);
      const body = text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n');
      await own.save(newNote({ title, body, origin, ...(library && { library }) }, now));
    } else {
      const id = crypto.randomUUID();
      await database.record.add({
        id,
        did: text,
        outcome: '',
        by: '',
        link: origin.url,
        topic: '',
        created: now,
        updated: now,
      });
    }
    await show('✓', i18n.t('capture.saved'), tab);
  } catch (error) {
    console.error('capture:', error);
    await show('!', i18n.t('capture.notSaved'), tab);
  }
}

/** The selection with its line breaks, which the menu's own text has lost; that one where the page cannot be asked. */
async function selectionOf(info: Clicked, tab: Browser.tabs.Tab | undefined): Promise<string> {
  const plain = info.selectionText?.trim() ?? '';
  if (tab?.id === undefined) return plain;
  try {
    const target = { tabId: tab.id, frameIds: [info.frameId ?? 0] };
    const func = () => getSelection()?.toString() ?? '';
    const [found] = (await browser.scripting.executeScript({ target, func } as never)) as {
      result?: unknown;
    }[];
    return typeof found?.result === 'string' && found.result.trim() ? found.result.trim() : plain;
  } catch {
    return plain;
  }
}

/** Says on the toolbar icon what became of it: nothing is drawn in the page. */
async function show(text: string, title: string, tab: Browser.tabs.Tab | undefined): Promise<void> {
  const where = tab?.id === undefined ? {} : { tabId: tab.id };
  await browser.action.setBadgeText({ text, ...where });
  await browser.action.setTitle({ title, ...where });
  setTimeout(() => {
    // The tab may be gone by now.
    browser.action.setBadgeText({ text: '', ...where }).catch(() => undefined);
    browser.action.setTitle({ title: i18n.t('name'), ...where }).catch(() => undefined);
  }, SHOWN_MS);
}
