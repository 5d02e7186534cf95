// Under the question: the next step, the source, and on some days one line more.
import { useState } from 'preact/hooks';
import type { Note } from '../../library/schema.ts';
import { entryOfNote } from '../../notes/entry.ts';
import { presenting } from '../../settings/settings.ts';
import { settingSignal } from '../setting.ts';
import { t } from '../words.ts';
import { friday, hasPast, keepFriday, past } from './state.ts';

const presentingNow = settingSignal(presenting);

export function Facts({ note }: { note: Note }) {
  const source = entryOfNote(note).sources[0];
  return (
    <dl class="day-facts">
      <dt class="label">{t('note.step')}</dt>
      <dd>{note.do}</dd>
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
      {friday.value && <Friday />}
      {hasPast.value && !presentingNow.value && <Past />}
    </dl>
  );
}

/** One optional line for the record, on Fridays. */
function Friday() {
  const [text, setText] = useState('');
  const [said, setSaid] = useState<'' | 'kept' | 'fault'>('');
  return (
    <>
      <dt class="label">
        <label for="friday">{t('newtab.friday')}</label>
      </dt>
      <dd>
        {said === 'kept' ? (
          <span role="status">
            {t('newtab.fridayKept')} <a href="/record.html">{t('newtab.fridayOpen')}</a>
          </span>
        ) : (
          <form
            class="day-friday"
            onSubmit={(event) => {
              event.preventDefault();
              if (text.trim()) void keepFriday(text).then((kept) => setSaid(kept ? 'kept' : 'fault'));
            }}
          >
            <input
              id="friday"
              autocomplete="off"
              maxLength={500}
              placeholder={t('newtab.fridayLine')}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            {said === 'fault' && <span role="status">{t('newtab.notKept')}</span>}
          </form>
        )}
      </dd>
    </>
  );
}

/** What was answered a year ago, closed until it is asked for. */
function Past() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <dt class="label">{t('newtab.past')}</dt>
      <dd>
        {open ? (
          past.value.map((row) => (
            <p key={row.id}>
              {row.question} <span class="day-said">{row.text}</span>
            </p>
          ))
        ) : (
          <button type="button" class="link" onClick={() => setOpen(true)}>
            {t('newtab.show')}
          </button>
        )}
      </dd>
    </>
  );
}
