// Importing: choose files, see what would happen, then do all of it or none.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type ChosenFile, chosenFile } from '../../notes/import/files.ts';
import { importers, type ReadFiles, readFiles } from '../../notes/import/importers.ts';
import { type PreviewRow, previewOf } from '../../notes/import/preview.ts';
import { runImport } from '../../notes/import/run.ts';
import { takeSettings } from '../../settings/all.ts';
import { go, mine } from '../library/state.ts';
import { t } from '../words.ts';
import './own.css';

type Stage =
  | { at: 'choose' }
  | { at: 'reading' }
  | { at: 'preview'; read: ReadFiles; rows: PreviewRow[]; name: string }
  | { at: 'writing'; done: number; of: number }
  | { at: 'ended'; says: string };

const LISTED = 500;

const chosenFiles = (list: FileList): ChosenFile[] =>
  [...list].map((file) => ({
    path: file.webkitRelativePath || file.name,
    size: file.size,
    read: async () => new Uint8Array(await file.arrayBuffer()),
  }));

export function Import({ backup }: { backup: string }) {
  const stage = useSignal<Stage>({ at: 'choose' });
  const cancel = useRef<AbortController | null>(null);
  const read = async (files: () => Promise<ChosenFile[]>, name: string) => {
    stage.value = { at: 'reading' };
    try {
      const found = await readFiles(await files());
      stage.value = {
        at: 'preview',
        read: found,
        rows: await previewOf(mine.database, found.notes, Date.now()),
        name,
      };
    } catch (error) {
      console.error('import:', error);
      stage.value = { at: 'ended', says: t('import.cannotRead', [(error as Error).message]) };
    }
  };
  useEffect(() => {
    if (backup) void read(() => backupFile(backup), backup);
    return () => cancel.current?.abort();
  }, []);
  const write = async (preview: Extract<Stage, { at: 'preview' }>, chosen: ReadonlySet<string>) => {
    const rows = preview.rows.filter(({ note }) => chosen.has(note.id));
    const of = rows.filter(({ state }) => state !== 'same').length;
    cancel.current = new AbortController();
    stage.value = { at: 'writing', done: 0, of };
    try {
      const written = await runImport(mine.own, rows, preview.read.rest, {
        name: preview.name,
        signal: cancel.current.signal,
        progress: (done) => {
          stage.value = { at: 'writing', done, of };
        },
        now: Date.now(),
      });
      if (written !== null && preview.read.rest) await takeSettings(preview.read.rest.settings);
      stage.value = {
        at: 'ended',
        says: written === null ? t('import.canceled') : t('import.done', written),
      };
    } catch (error) {
      console.error('import:', error);
      stage.value = { at: 'ended', says: t('import.failed') };
    }
  };
  const now = stage.value;
  return (
    <>
      <h1>{t('import.title')}</h1>
      {now.at === 'choose' && <Choose read={read} />}
      {now.at === 'reading' && <p role="status">{t('import.reading')}</p>}
      {now.at === 'preview' && <Preview preview={now} write={(chosen) => void write(now, chosen)} />}
      {now.at === 'writing' && (
        <div role="status">
          <label>
            {t('import.writing', [String(now.done), String(now.of)])}
            <progress max={now.of} value={now.done} />
          </label>
          <button type="button" class="btn" onClick={() => cancel.current?.abort()}>
            {t('import.cancel')}
          </button>
        </div>
      )}
      {now.at === 'ended' && (
        <>
          <p role="status">{now.says}</p>
          <p class="own-acts">
            <button type="button" class="btn" onClick={() => go('mine')}>
              {t('own.title')}
            </button>
          </p>
        </>
      )}
    </>
  );
}

async function backupFile(id: string): Promise<ChosenFile[]> {
  const kept = await mine.backups.backups.get(id);
  if (!kept) throw new Error(t('import.noBackup'));
  return [chosenFile(`${id}.json`, new TextEncoder().encode(kept.text))];
}

function Choose({ read }: { read(files: () => Promise<ChosenFile[]>, name: string): Promise<void> }) {
  const take = (list: FileList | null | undefined) => {
    if (list && list.length > 0) void read(async () => chosenFiles(list), list[0]!.name);
  };
  const folder = useRef<HTMLInputElement>(null);
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the two fields do the same
    <div
      class="own-drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer?.files);
      }}
    >
      <p>{t('import.says')}</p>
      <ul class="own-formats">
        {importers.map(({ id }) => (
          <li key={id}>{t(`importer.${id}`)}</li>
        ))}
      </ul>
      <label class="own-file">
        {t('import.files')}
        <input type="file" multiple onChange={(event) => take(event.currentTarget.files)} />
      </label>
      <label class="own-file">
        {t('import.folder')}
        <input type="file" ref={folder} onChange={(event) => take(event.currentTarget.files)} />
      </label>
    </div>
  );
}

interface PreviewProps {
  preview: Extract<Stage, { at: 'preview' }>;
  write(chosen: ReadonlySet<string>): void;
}

function Preview({ preview: { rows, read }, write }: PreviewProps) {
  const left = useSignal<ReadonlySet<string>>(new Set());
  const count = (state: PreviewRow['state']) => rows.filter((row) => row.state === state).length;
  const wanted = rows.filter((row) => row.state !== 'same' && !left.value.has(row.note.id));
  const toggle = (id: string) => {
    const next = new Set(left.value);
    if (!next.delete(id)) next.add(id);
    left.value = next;
  };
  return (
    <>
      <p>
        {t('import.new', count('new'))}, {t('import.changed', count('changed'))},{' '}
        {t('import.same', count('same'))}
        {read.rest && `. ${t('import.rest')}`}
      </p>
      {read.skipped.length > 0 && (
        <details class="own-skipped" open={read.skipped.length < 6}>
          <summary>{t('import.skipped', read.skipped.length)}</summary>
          <ul>
            {read.skipped.slice(0, LISTED).map((skipped) => (
              <li key={`${skipped.file} ${skipped.line} ${skipped.reason}`}>
                <b>
                  {skipped.file}
                  {skipped.line ? `:${skipped.line}` : ''}
                </b>{' '}
                {t(`importFault.${skipped.reason}`)} {skipped.detail}
              </li>
            ))}
          </ul>
        </details>
      )}
      <ul class="own-list">
        {rows
          .filter((row) => row.state !== 'same')
          .slice(0, LISTED)
          .map(({ state, note, before }) => (
            <li key={note.id}>
              <input
                type="checkbox"
                aria-label={t('own.choose', [note.title])}
                checked={!left.value.has(note.id)}
                onChange={() => toggle(note.id)}
              />
              <span class="own-name">{note.title}</span>
              <span class="label">
                {state === 'new' ? t('import.isNew') : t('import.isChanged', [before?.title ?? ''])}
              </span>
            </li>
          ))}
      </ul>
      {rows.length > LISTED && <p class="label">{t('import.more', rows.length - LISTED)}</p>}
      <p class="own-acts">
        <button
          type="button"
          class="btn btn-strong"
          disabled={wanted.length === 0 && !read.rest}
          onClick={() => write(new Set(wanted.map(({ note }) => note.id)))}
        >
          {t('import.run', wanted.length)}
        </button>
        <button type="button" class="btn btn-plain" onClick={() => go('mine')}>
          {t('import.cancel')}
        </button>
      </p>
    </>
  );
}
