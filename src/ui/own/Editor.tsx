// The editor of an own note: kept as it is typed, with a live preview and its trigger words tried on the spot.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Waymark } from '../../look/Waymark.tsx';
import type { OwnNote } from '../../notes/database.ts';
import { libraryShelf } from '../../notes/library-shelf.ts';
import { newNote } from '../../notes/own.ts';
import { phraseFaults, triggersFire } from '../../notes/own-triggers.ts';
import { Body } from '../Body.tsx';
import { go, mine } from '../library/state.ts';
import { t } from '../words.ts';
import './own.css';

const SAVE_MS = 350;

/** A note of one's own that starts as a copy of a library note. */
export function copyOf(id: string): Partial<OwnNote> {
  const entry = libraryShelf.entries.get(id);
  if (!entry) return {};
  const body = [entry.line, entry.body, entry.step && `**${t('note.step')}:** ${entry.step}`]
    .filter(Boolean)
    .join('\n\n');
  return { title: entry.title, body, library: entry.id, tags: [entry.topicName] };
}

/** The editor of a note that is there. */
export function EditorOf({ id }: { id: string }) {
  const note = useSignal<OwnNote | null | undefined>(undefined);
  useEffect(() => {
    mine.own.get(id).then(
      (kept) => {
        note.value = kept ?? null;
      },
      () => {
        note.value = null;
      },
    );
  }, [id]);
  if (note.value === undefined) return null;
  return note.value ? <Editor start={note.value} /> : <p class="voice">{t('library.missing')}</p>;
}

type Kept = 'nothing' | 'waiting' | 'kept' | 'failed';

export function Editor({ start }: { start: Partial<OwnNote> }) {
  const note = useSignal<OwnNote>(newNote(start, Date.now()));
  const kept = useSignal<Kept>('nothing');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const save = async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!note.value.title.trim() && !note.value.body.trim()) return;
    try {
      await mine.own.save({ ...note.value, title: note.value.title.trim() || t('own.untitled') });
      kept.value = 'kept';
    } catch (error) {
      // What was written stays on the screen.
      console.error('own note:', error);
      kept.value = 'failed';
    }
  };
  const change = (part: Partial<OwnNote>) => {
    note.value = { ...note.value, ...part };
    kept.value = 'waiting';
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), SAVE_MS);
  };
  useEffect(() => {
    const leave = () => {
      if (timer.current) void save();
    };
    // Behind another tab the browser lets timers wait, and may end the page without a word.
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return (
    <div class="own-editor">
      <h1 class="unseen">{t('own.edit')}</h1>
      <Fields note={note.value} change={change} />
      <p class="own-kept" role="status">
        {said(kept.value)}
      </p>
      <p class="own-acts">
        <button
          type="button"
          class="btn btn-strong"
          onClick={() => void save().then(() => go(note.value.id))}
        >
          {t('own.done')}
        </button>
        <button
          type="button"
          class="btn btn-plain"
          onClick={() =>
            void save()
              .then(() => mine.own.bin([note.value.id]))
              .then(() => go('mine'))
          }
        >
          {t('own.toBin')}
        </button>
      </p>
    </div>
  );
}

function said(kept: Kept): string {
  if (kept === 'kept') return t('own.kept');
  return kept === 'failed' ? t('own.notKept') : '';
}

interface FieldsProps {
  note: OwnNote;
  change(part: Partial<OwnNote>): void;
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const passages = (text: string) =>
  text
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter(Boolean);

function Fields({ note, change }: FieldsProps) {
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <>
      <label for="own-title">{t('own.noteTitle')}</label>
      <input
        id="own-title"
        class="field own-title"
        ref={first}
        maxLength={200}
        value={note.title}
        onInput={(event) => change({ title: event.currentTarget.value })}
      />
      <div class="own-two">
        <div>
          <label for="own-body">{t('own.text')}</label>
          <textarea
            id="own-body"
            class="field own-body"
            rows={14}
            value={note.body}
            onInput={(event) => change({ body: event.currentTarget.value })}
          />
        </div>
        <section class="note own-preview" aria-label={t('own.preview')}>
          <p class="label">{t('own.preview')}</p>
          <div class="note-body">
            <Body text={note.body} />
          </div>
        </section>
      </div>
      <label for="own-tags">{t('own.tags')}</label>
      <input
        id="own-tags"
        class="field"
        value={note.tags.join(', ')}
        onChange={(event) =>
          change({
            tags: event.currentTarget.value
              .split(',')
              .map((tag) => tag.trim())
              .filter(Boolean),
          })
        }
      />
      {note.origin && (
        <p class="label">
          {t('own.from')}{' '}
          <a href={note.origin.url} target="_blank" rel="noreferrer">
            {note.origin.title || note.origin.url}
          </a>
        </p>
      )}
      <Triggers note={note} change={change} />
    </>
  );
}

/** When the note should come by itself, and passages to try it on. */
function Triggers({ note, change }: FieldsProps) {
  const faults = phraseFaults(note.triggers);
  return (
    <details class="own-when" open={note.triggers.length > 0}>
      <summary>{t('own.when')}</summary>
      <label for="own-triggers">{t('own.triggers')}</label>
      <textarea
        id="own-triggers"
        class="field"
        rows={3}
        defaultValue={note.triggers.join('\n')}
        onInput={(event) => change({ triggers: lines(event.currentTarget.value) })}
      />
      <p class="label">{t('own.triggersSay')}</p>
      {faults.map((fault) => (
        <p key={fault.phrase} role="alert">
          {fault.message}
        </p>
      ))}
      <Tried field="examples" name={t('own.examples')} wanted note={note} change={change} />
      <Tried field="falseFriends" name={t('own.falseFriends')} wanted={false} note={note} change={change} />
    </details>
  );
}

interface TriedProps extends FieldsProps {
  field: 'examples' | 'falseFriends';
  name: string;
  /** Whether the note should come for these passages. */
  wanted: boolean;
}

function Tried({ field, name, wanted, note, change }: TriedProps) {
  const id = `own-${field}`;
  return (
    <>
      <label for={id}>{name}</label>
      <textarea
        id={id}
        class="field"
        rows={4}
        defaultValue={note[field].join('\n\n')}
        onInput={(event) => change({ [field]: passages(event.currentTarget.value) })}
      />
      <ul class="own-tried">
        {note[field].map((passage) => {
          const fires = triggersFire(note.triggers, passage);
          return (
            <li key={passage}>
              <Waymark shape={fires === wanted ? 'way' : 'gap'} quiet={fires === wanted} />
              <span>{fires ? t('own.comes') : t('own.doesNotCome')}</span>
              <q>{passage.slice(0, 80)}</q>
            </li>
          );
        })}
      </ul>
    </>
  );
}
