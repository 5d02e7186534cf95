// One's own notes in a list: tags, many at once, and those that say the same.
import { useSignal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { useEffect } from 'preact/hooks';
import type { OwnNote } from '../../notes/database.ts';
import { duplicatesAmong, visibleNotes } from '../../notes/own.ts';
import { presenting } from '../../settings/settings.ts';
import { mine } from '../library/state.ts';
import { settingSignal } from '../setting.ts';
import { t } from '../words.ts';
import './own.css';

const presentingNow = settingSignal(presenting);

/** Own notes as they are now, in every open page. */
export function useNotes(query: () => Promise<OwnNote[]>) {
  const notes = useSignal<OwnNote[] | null>(null);
  useEffect(() => {
    const following = liveQuery(query).subscribe({
      next: (now) => {
        notes.value = now;
      },
      error: (error: unknown) => console.error('own notes:', error),
    });
    return () => following.unsubscribe();
  }, []);
  return notes;
}

export function Mine() {
  const notes = useNotes(() => visibleNotes(mine.database));
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const tag = useSignal('');
  if (presentingNow.value) return <p class="voice">{t('panel.presenting')}</p>;
  const all = [...(notes.value ?? [])].sort((a, b) => b.updated - a.updated);
  const shown = tag.value ? all.filter((note) => note.tags.includes(tag.value)) : all;
  const tags = [...new Set(all.flatMap((note) => note.tags))].sort();
  const toggle = (id: string) => {
    const next = new Set(chosen.value);
    if (!next.delete(id)) next.add(id);
    chosen.value = next;
  };
  return (
    <>
      <h1>{t('own.title')}</h1>
      <p class="own-lead">
        {t('own.count', all.length)} <a href="#bin">{t('own.bin')}</a>
      </p>
      {tags.length > 0 && (
        <label class="own-filter">
          {t('own.byTag')}
          <select
            class="field"
            value={tag.value}
            onChange={(event) => {
              tag.value = event.currentTarget.value;
            }}
          >
            <option value="">{t('own.allTags')}</option>
            {tags.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      )}
      {chosen.value.size > 0 && <Many ids={[...chosen.value]} done={() => (chosen.value = new Set())} />}
      <ul class="own-list">
        {shown.map((note) => (
          <li key={note.id}>
            <input
              type="checkbox"
              aria-label={t('own.choose', [note.title])}
              checked={chosen.value.has(note.id)}
              onChange={() => toggle(note.id)}
            />
            <a href={`#${note.id}`}>{note.title}</a>
            <span class="label">{note.tags.join(', ')}</span>
          </li>
        ))}
      </ul>
      <Duplicates notes={all} />
    </>
  );
}

/** What can be done with several notes. */
function Many({ ids, done }: { ids: string[]; done(): void }) {
  const typed = useSignal('');
  const tags = () =>
    typed.value
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean);
  return (
    <div class="own-many">
      <span>{t('own.chosen', ids.length)}</span>
      <input
        class="field"
        aria-label={t('own.tags')}
        placeholder={t('own.tags')}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
      />
      <button type="button" class="btn" onClick={() => void mine.own.retag(ids, tags(), []).then(done)}>
        {t('own.addTags')}
      </button>
      <button type="button" class="btn" onClick={() => void mine.own.retag(ids, [], tags()).then(done)}>
        {t('own.removeTags')}
      </button>
      <button type="button" class="btn" onClick={() => void mine.own.bin(ids).then(done)}>
        {t('own.binMany', ids.length)}
      </button>
    </div>
  );
}

function Duplicates({ notes }: { notes: readonly OwnNote[] }) {
  const pairs = duplicatesAmong(notes);
  if (pairs.length === 0) return null;
  return (
    <section class="own-same" aria-labelledby="own-same">
      <h2 id="own-same">{t('own.same')}</h2>
      <ul class="own-list">
        {pairs.map(([one, other]) => (
          <li key={`${one.id} ${other.id}`}>
            <a href={`#${one.id}`}>{one.title}</a>
            <a href={`#${other.id}`}>{other.title}</a>
            <button type="button" class="btn" onClick={() => void mine.own.merge(one, [other])}>
              {t('own.merge')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
