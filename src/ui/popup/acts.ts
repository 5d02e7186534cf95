// What the popup does with the row that is selected, or the note that is read.
import type { Entry } from '../../notes/entry.ts';
import { noteMet } from '../../notes/met.ts';
import { recordDone, setPinned } from '../../notes/shelf.ts';
import { entryMarkdown, entryText } from '../../notes/text.ts';
import { ask } from '../../platform/ask.ts';
import { openPanel } from '../../platform/panel.ts';
import { openOwnPage } from '../../platform/tabs.ts';
import { partNames } from '../NoteView.tsx';
import { turnOff, turnOn } from '../sites.ts';
import { t } from '../words.ts';
import {
  database,
  entryOf,
  fault,
  page,
  type Row,
  readLibrary,
  refreshPage,
  refreshShelf,
  rows,
  said,
  selected,
  shelf,
  showNote,
  site,
  siteOn,
  tab,
} from './state.ts';

/** The row that is selected. */
export function selectedRow(): Row | undefined {
  return rows.value[selected.value];
}

/** Moves the selection; it stops at both ends. */
export function move(by: number): void {
  selected.value = Math.max(0, Math.min(rows.value.length - 1, selected.value + by));
}

/** Opens a note to read. */
export function read(entry: Entry | undefined): void {
  if (!entry) return;
  showNote(entry);
  said.value = '';
  if (fault.value) return;
  database()
    .then((mine) => noteMet(mine, entry.id, 'read', Date.now()))
    .catch(console.warn);
}

/** Reads the next or the previous note of the list. */
export function readNext(by: number): void {
  move(by);
  const row = selectedRow();
  if (row) read(entryOf(row));
}

/** Goes to the paragraph of a hint, opens its card there, and closes the popup. */
export async function goTo(row: Row | undefined): Promise<void> {
  if (row?.kind !== 'hint' || !tab.value || row.hint.surface === 'pasted') return;
  const { surface, block, note } = row.hint;
  const shown = await ask({ kind: 'show', tab: tab.value.id, surface, block, note });
  if (shown) window.close();
  else said.value = t('popup.gone');
}

/** Copies a note. */
export async function copy(entry: Entry | undefined, form: 'text' | 'markdown'): Promise<void> {
  if (!entry) return;
  await readLibrary();
  const known = shelf.value.entries.get(entry.id) ?? entry;
  const text = form === 'text' ? entryText(known, partNames()) : entryMarkdown(known, partNames());
  await navigator.clipboard.writeText(text);
  said.value = t('popup.copied');
}

/** Pins a note or takes its pin off. */
export async function togglePin(entry: Entry | undefined): Promise<void> {
  if (!entry) return;
  const pinned = !shelf.value.pinned.has(entry.id);
  await setPinned(await database(), entry.id, pinned, Date.now());
  await refreshShelf();
  said.value = pinned ? t('popup.pinned') : t('popup.unpinned');
}

/** "I did this": begins an entry of the record with the page in front. */
export async function didThis(entry: Entry | null): Promise<void> {
  if (!entry) return;
  const from = site.value ? tab.value : null;
  await recordDone(
    await database(),
    entry,
    { link: from?.url ?? '', linkTitle: from?.title ?? '' },
    Date.now(),
  );
  said.value = t('popup.recorded');
}

/** Opens the editor with a note of this title. Typing goes on there, in a tab, which does not close by itself. */
export function write(title: string): void {
  void openOwnPage('library', `new=${encodeURIComponent(title)}`);
}

/** Edits an own note; of a library note it makes an own copy first. */
export function edit(entry: Entry): void {
  void openOwnPage('library', `${entry.own ? 'edit' : 'copy'}=${encodeURIComponent(entry.id)}`);
}

/** Turns the site on or off; in a press, since the browser asks. */
export async function toggleSite(): Promise<void> {
  if (!site.value) return;
  if (siteOn.value) {
    await turnOff(site.value);
    said.value = t('popup.turnedOff');
  } else {
    const granted = await turnOn(site.value);
    said.value = granted ? '' : t('popup.refused');
  }
  await refreshPage();
}

/** Opens the panel beside the page. In a press: browsers allow it in no other way. */
export function review(): void {
  if (tab.value) openPanel(tab.value.id);
  window.close();
}

/** Hides or shows everything. */
export async function togglePresenting(): Promise<void> {
  const on = !page.value?.presenting;
  await ask({ kind: 'presenting', on });
  if (page.value) page.value = { ...page.value, presenting: on };
}

/** Ends a snooze. */
export async function wake(): Promise<void> {
  if (tab.value) await ask({ kind: 'later', tab: tab.value.id, until: 'now' });
  await refreshPage();
}
