// The new tab: one idea, set large on the quiet side of a map sheet.
import { useEffect } from 'preact/hooks';
import { topicName } from '../../library/index.ts';
import type { Note } from '../../library/schema.ts';
import { Icon, Waymark } from '../../look/Waymark.tsx';
import { entryOfNote } from '../../notes/entry.ts';
import { openOwnPage } from '../../platform/tabs.ts';
import { IconButton } from '../controls.tsx';
import { Land } from '../Land.tsx';
import { Unbroken } from '../Unbroken.tsx';
import { longDate, t } from '../words.ts';
import { Answer } from './Answer.tsx';
import { date, handBack, note, showAnother } from './state.ts';

export function NewTab() {
  useEffect(() => {
    document.addEventListener('keydown', pageKey);
    return () => document.removeEventListener('keydown', pageKey);
  }, []);
  const shown = note.value;
  return (
    <div class="day">
      <Land note={shown?.id ?? ''} date={date.value} words=".day-main" narrow={880} edges />
      <div class="day-page">
        <header class="day-top">
          <span class="date">
            <Waymark shape="turn" />
            <time dateTime={date.value}>{longDate(new Date(`${date.value}T12:00`))}</time>
          </span>
          <span class="end">
            <a class="btn btn-plain" href="/library.html">
              <Icon name="search" />
              <span class="word">{t('newtab.search')}</span> <kbd class="key">/</kbd>
            </a>
            <IconButton
              icon="options"
              name={t('newtab.options')}
              press={() => void openOwnPage('options', 'day')}
            />
          </span>
        </header>
        {shown ? <Idea note={shown} /> : <Empty />}
        <footer class="day-foot">
          {shown && (
            <>
              <button type="button" class="btn btn-plain" onClick={showAnother}>
                <Icon name="turn" />
                {t('newtab.another')}
              </button>
              <a class="btn btn-plain" href={`/library.html#${shown.id}`}>
                <Icon name="note" />
                {t('newtab.open')}
              </a>
            </>
          )}
          <button type="button" class="btn btn-plain end" onClick={() => void handBack()}>
            {t('newtab.handBack')}
          </button>
        </footer>
      </div>
    </div>
  );
}

function Idea({ note: shown }: { note: Note }) {
  const source = entryOfNote(shown).sources[0];
  return (
    <main class="day-main">
      <p class="day-kind">{topicName(shown.topic)}</p>
      <h1 class="day-idea">
        {sentences(shown.idea).map((sentence) => (
          <>
            <span key={sentence}>
              <Unbroken text={sentence} />
            </span>{' '}
          </>
        ))}
      </h1>
      <Answer key={`${date.value} ${shown.id}`} note={shown} />
      <dl class="day-facts">
        <dt class="label">{t('note.step')}</dt>
        <dd>{shown.do}</dd>
        {source && (
          <>
            <dt class="label">{t('note.source')}</dt>
            <dd>
              {source.author},{' '}
              {source.link ? (
                <a href={source.link} rel="noreferrer">
                  {source.work}
                </a>
              ) : (
                source.work
              )}
              {source.year && `, ${source.year}`}
            </dd>
          </>
        )}
      </dl>
    </main>
  );
}

function Empty() {
  return (
    <main class="day-main">
      <h1 class="day-idea">{t('newtab.empty')}</h1>
      <p class="day-again">
        <button type="button" class="btn" onClick={() => location.reload()}>
          {t('newtab.again')}
        </button>
      </p>
    </main>
  );
}

/** An idea in sentences: each starts a line or fits on it. */
const sentences = (idea: string): string[] => idea.split(/(?<=[.?!])\s+/);

/** Letters work where no field has the focus; the focus itself stays in the address bar until the person comes. */
function pageKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
  if (key === '/') location.assign('/library.html');
  else if (key === 'a') document.querySelector<HTMLInputElement>('#answer')?.focus();
  else return;
  event.preventDefault();
}
