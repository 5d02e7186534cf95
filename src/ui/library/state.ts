// What the library page shows, by its address, live with every change of the notes in any page.
import { computed, signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { libraryEntries, libraryShelf } from '../../notes/library-shelf.ts';
import { noteMet } from '../../notes/met.ts';
import { keepMine, openMine } from '../../notes/mine.ts';
import { told, untold } from '../../notes/notice.ts';
import { openShelf, type Shelf, withoutOwn } from '../../notes/shelf.ts';
import { allSettings } from '../../settings/all.ts';
import { presenting } from '../../settings/settings.ts';
import { openingSays } from '../opening.ts';
import { settingSignal } from '../setting.ts';
import { t } from '../words.ts';
import { type Route, routeOf } from './routes.ts';

export const mine = openMine();
const whole = signal<Shelf>(libraryShelf);
const presentingNow = settingSignal(presenting);
/** What can be found now: while presenting, the library alone. */
export const shelf = computed(() => (presentingNow.value ? withoutOwn(whole.value) : whole.value));
export const typed = signal('');
export const route = signal<Route>(routeOf(location.hash));
export const found = computed(() =>
  typed.value.trim() ? shelf.value.search.search(typed.value).map(({ entry }) => entry) : null,
);
/** What has to be said: notes that came back, a database that did not open. */
export const notice = signal('');

/** Goes to a place on this page. */
export function go(hash: string): void {
  location.hash = hash;
}

function followAddress(): void {
  const next = routeOf(location.hash);
  if (next.at === 'list' && next.find) typed.value = next.find;
  route.value = next;
  window.scrollTo(0, 0);
  if (next.at === 'note') void noteMet(mine.database, next.id, 'read', Date.now()).catch(console.warn);
}

/** Follows the address and the notes. */
export function startLibrary(): void {
  followAddress();
  window.addEventListener('hashchange', followAddress);
  liveQuery(() => openShelf(libraryEntries, mine.database, Date.now())).subscribe({
    next: (shelfNow) => {
      whole.value = shelfNow;
    },
    error: (error: unknown) => {
      console.error('own notes:', error);
      notice.value = t('own.didNotOpen');
    },
  });
  keepMine(mine, allSettings)
    .then(untold)
    .then((opening) => {
      if (!opening) return;
      notice.value = openingSays(opening);
      return told();
    })
    .catch(console.error);
}
