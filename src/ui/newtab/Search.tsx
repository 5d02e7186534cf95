// Quick search over the new tab: the popup itself, with its keys, in a dialog; loaded when it is asked for.
import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../words.ts';

const popup = signal<FunctionComponent<{ elsewhere?: boolean }> | null>(null);
export const searching = signal(false);

/** Opens the search; the library stands in for it where it cannot be loaded. */
export async function openSearch(): Promise<void> {
  searching.value = true;
  try {
    const [{ Popup }, { startElsewhere }] = await Promise.all([
      import('../popup/Popup.tsx'),
      import('../popup/state.ts'),
      import('../popup/popup.css'),
    ]);
    startElsewhere();
    popup.value = Popup;
  } catch (error) {
    console.error('search:', error);
    location.assign('/library.html');
  }
}

/** The dialog; Escape closes it when nothing is typed. */
export function Search() {
  const dialog = useRef<HTMLDialogElement>(null);
  const Loaded = popup.value;
  useEffect(() => {
    if (Loaded && searching.value) dialog.current?.showModal();
  }, [Loaded, searching.value]);
  if (!Loaded || !searching.value) return null;
  return (
    <dialog
      ref={dialog}
      class="day-search"
      closedby="any"
      aria-label={t('newtab.search')}
      onClose={() => {
        searching.value = false;
      }}
    >
      <Loaded elsewhere />
    </dialog>
  );
}
