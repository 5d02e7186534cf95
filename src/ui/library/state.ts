// What the library page shows: a note (by the address), or a list by words, by topic, or by the outline.
import { computed, signal } from '@preact/signals';
import { openDatabase } from '../../notes/database.ts';
import { libraryShelf, noteMet, openShelf, type Shelf, withoutOwn } from '../../notes/shelf.ts';

/** The address of the list itself. */
const LIST = 'all';

import { presenting } from '../../settings/settings.ts';
import { settingSignal } from '../setting.ts';

const database = openDatabase();
const whole = signal<Shelf>(libraryShelf);
const presentingNow = settingSignal(presenting);
/** What can be found now: while presenting, the library alone. */
export const shelf = computed(() => (presentingNow.value ? withoutOwn(whole.value) : whole.value));
export const typed = signal('');
/** Id in the address; empty for the list. */
export const address = signal('');
export const reading = computed(() => shelf.value.entries.get(address.value) ?? null);
export const found = computed(() =>
  typed.value.trim() ? shelf.value.search.search(typed.value).map(({ entry }) => entry) : null,
);
/** An address of no note there is: a link from before a note went. */
export const missing = computed(() => address.value !== '' && reading.value === null);

function followAddress(): void {
  const named = decodeURIComponent(location.hash.slice(1));
  address.value = named === LIST ? '' : named;
  if (reading.value) void noteMet(database, reading.value.id, 'read', Date.now()).catch(console.warn);
}

/** Follows the address, and reads the person's own notes. */
export function startLibrary(): void {
  followAddress();
  window.addEventListener('hashchange', followAddress);
  void openShelf(database, Date.now()).then(
    (opened) => {
      whole.value = opened;
    },
    (error: unknown) => console.error('own notes:', error),
  );
}
