// The popup: one field, one list, one line of keys; a note is read in the same window.
import { useEffect, useRef } from 'preact/hooks';
import { Icon, Waymark } from '../../look/Waymark.tsx';
import { told } from '../../notes/notice.ts';
import { openOwnPage } from '../../platform/tabs.ts';
import { prepareBody } from '../Body.tsx';
import { IconButton } from '../controls.tsx';
import { NoteView } from '../NoteView.tsx';
import { t } from '../words.ts';
import { copy, edit, read, togglePin } from './acts.ts';
import { Foot } from './Foot.tsx';
import { Here } from './Here.tsx';
import { popupKey } from './keys.ts';
import { List } from './List.tsx';
import {
  fault,
  mended,
  reading,
  refreshShelf,
  restored,
  rows,
  selected,
  shelf,
  showNote,
  type,
  typed,
} from './state.ts';

/** `elsewhere`: opened over a page of ours, where no page stands beside it. */
export function Popup({ elsewhere = false }: { elsewhere?: boolean }) {
  useEffect(() => {
    document.addEventListener('keydown', popupKey);
    setTimeout(() => void prepareBody(), 300);
    return () => document.removeEventListener('keydown', popupKey);
  }, []);
  return (
    <div class="popup">
      {reading.value ? <Reading /> : <Finding elsewhere={elsewhere} />}
      <Foot />
    </div>
  );
}

function Finding({ elsewhere }: { elsewhere: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    // What came back is selected: the next letter replaces it.
    if (restored.value) field.current?.select();
  }, [restored.value]);
  const row = rows.value[selected.value];
  const count = shelf.value.entries.size;
  return (
    <>
      <header class="pop-find">
        <Waymark shape="turn" />
        <input
          id="find"
          ref={field}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-expanded="true"
          aria-controls="rows"
          aria-activedescendant={row?.id}
          aria-label={t('popup.search', count)}
          placeholder={t('popup.search', count)}
          value={typed.value}
          onInput={(event) => type(event.currentTarget.value)}
        />
        {typed.value ? (
          <IconButton icon="close" name={t('popup.clear')} press={() => type('')} />
        ) : (
          <IconButton icon="options" name={t('popup.options')} press={() => void openOwnPage('options')} />
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <main class="pop-body" tabIndex={0} aria-label={t('popup.list')}>
        <h1 class="unseen">{t('name')}</h1>
        {!typed.value && !elsewhere && <Here />}
        {fault.value && <Fault />}
        {mended.value && (
          <p class="pop-mended" role="status">
            {mended.value}{' '}
            <button type="button" class="link" onClick={() => void told().then(() => (mended.value = ''))}>
              {t('popup.seen')}
            </button>
          </p>
        )}
        <List />
      </main>
    </>
  );
}

function Fault() {
  return (
    <div class="pop-none pop-fault">
      <p class="voice">{t('popup.fault')}</p>
      <p>{t('popup.faultSafe')}</p>
      <button type="button" class="btn" onClick={() => void refreshShelf()}>
        {t('popup.faultAgain')}
      </button>
    </div>
  );
}

function Reading() {
  const entry = reading.value!;
  const body = useRef<HTMLElement>(null);
  useEffect(() => {
    body.current?.focus({ preventScroll: true });
    body.current?.scrollTo(0, 0);
  }, [entry.id]);
  const pinned = shelf.value.pinned.has(entry.id);
  const related = entry.related.flatMap((id) => shelf.value.entries.get(id) ?? []);
  return (
    <>
      <header class="pop-find">
        <button type="button" class="btn btn-plain pop-back" onClick={() => showNote(null)}>
          <Icon name="back" />
          {t('popup.back')}
        </button>
        <IconButton
          icon="pin"
          name={pinned ? t('popup.unpin') : t('popup.pin')}
          pressed={pinned}
          press={() => void togglePin(entry)}
        />
        <IconButton icon="copy" name={t('popup.copyMarkdown')} press={() => void copy(entry, 'markdown')} />
        <IconButton
          icon="edit"
          name={entry.own ? t('own.edit') : t('own.makeCopy')}
          press={() => edit(entry)}
        />
        <IconButton
          icon="note"
          name={t('popup.openInLibrary')}
          press={() => void openOwnPage('library', entry.id)}
        />
      </header>
      {/* Focus on the text itself, so that the arrow keys scroll it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <main class="pop-body pop-reading" ref={body} tabIndex={0} aria-label={entry.title}>
        <NoteView entry={entry} related={related} open={read} />
      </main>
    </>
  );
}
