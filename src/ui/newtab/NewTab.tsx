// The new tab: one idea, set large on the quiet side of a map sheet.
import { useEffect } from 'preact/hooks';
import { topicName } from '../../library/index.ts';
import type { Note } from '../../library/schema.ts';
import { Icon, Waymark } from '../../look/Waymark.tsx';
import { openOwnPage, showBrowsersNewTab } from '../../platform/tabs.ts';
import { IconButton } from '../controls.tsx';
import { longDate } from '../dates.ts';
import { Land } from '../Land.tsx';
import { t } from '../words.ts';
import { Answer } from './Answer.tsx';
import { Facts } from './Facts.tsx';
import { Idea } from './Idea.tsx';
import { Recall } from './Recall.tsx';
import { openSearch, Search, searching } from './Search.tsx';
import { date, due, dueCount, mode, note, putAside, showAnother } from './state.ts';
import { setNewTab } from './whose.ts';

export function NewTab() {
  useEffect(() => {
    document.addEventListener('keydown', pageKey);
    return () => document.removeEventListener('keydown', pageKey);
  }, []);
  const recalling = mode.value === 'recall' && due.value.length > 0;
  return (
    <div class="day">
      <Land note={note.value?.id ?? ''} date={date.value} words=".day-main" narrow={880} edges />
      <div class="day-page">
        <Top />
        {recalling ? <Recall /> : note.value ? <Today note={note.value} /> : <Empty />}
        <Foot recalling={recalling} />
      </div>
      <Search />
    </div>
  );
}

function Top() {
  return (
    <header class="day-top">
      <span class="date">
        <Waymark shape="turn" />
        <time dateTime={date.value}>{longDate(new Date(`${date.value}T12:00`))}</time>
      </span>
      <span class="end">
        <button type="button" class="btn btn-plain" onClick={() => void openSearch()}>
          <Icon name="search" />
          <span class="word">{t('newtab.search')}</span> <kbd class="key">/</kbd>
        </button>
        <IconButton
          icon="options"
          name={t('newtab.options')}
          press={() => void openOwnPage('options', 'day')}
        />
      </span>
    </header>
  );
}

function Today({ note: shown }: { note: Note }) {
  return (
    <main class="day-main">
      <p class="day-kind">{topicName(shown.topic)}</p>
      <h1 class="day-idea">
        <Idea text={shown.idea} />
      </h1>
      <Answer key={`${date.value} ${shown.id}`} note={shown} />
      <Facts note={shown} />
    </main>
  );
}

function Empty() {
  return (
    <main class="day-main">
      <h1 class="day-idea">{putAside.value ? t('newtab.putAside') : t('newtab.empty')}</h1>
      <p class="day-again">
        {putAside.value ? (
          <a class="btn" href="/options.html#marks">
            {t('newtab.bringBack')}
          </a>
        ) : (
          <button type="button" class="btn" onClick={() => location.reload()}>
            {t('newtab.again')}
          </button>
        )}
      </p>
    </main>
  );
}

function Foot({ recalling }: { recalling: boolean }) {
  return (
    <footer class="day-foot">
      {recalling ? (
        <button type="button" class="btn btn-plain" onClick={toggleRecall}>
          <Icon name="back" />
          {t('newtab.toIdea')}
        </button>
      ) : (
        <>
          {note.value && (
            <>
              <button type="button" class="btn btn-plain" onClick={() => void showAnother()}>
                <Icon name="turn" />
                {t('newtab.another')}
              </button>
              <a class="btn btn-plain" href={`/library.html#${note.value.id}`}>
                <Icon name="note" />
                {t('newtab.open')}
              </a>
            </>
          )}
          {dueCount.value > 0 && (
            <button type="button" class="btn btn-plain" onClick={toggleRecall}>
              {t('newtab.toRecall', dueCount.value)} <kbd class="key">R</kbd>
            </button>
          )}
          <a class="btn btn-plain" href="/record.html">
            {t('record.title')}
          </a>
        </>
      )}
      <button
        type="button"
        class="btn btn-plain end"
        onClick={() => void setNewTab('browser').then(showBrowsersNewTab)}
      >
        {t('newtab.handBack')}
      </button>
    </footer>
  );
}

function toggleRecall(): void {
  mode.value = mode.value === 'idea' && due.value.length > 0 ? 'recall' : 'idea';
}

/** Letters work where no field has the focus; the focus itself stays in the address bar until the person comes. */
function pageKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (searching.value || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
  if (key === '/') void openSearch();
  else if (key === 'a') document.querySelector<HTMLInputElement>('#answer')?.focus();
  else if (key === 'r') toggleRecall();
  else return;
  event.preventDefault();
}
