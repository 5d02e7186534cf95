// The library on a page of its own: search, browse by topic, the outline; a note is read beside the list.
import { useEffect, useRef } from 'preact/hooks';
import { topics } from '../../library/index.ts';
import { Icon, Waymark } from '../../look/Waymark.tsx';
import type { Entry } from '../../notes/entry.ts';
import { outline } from '../../notes/outline.ts';
import { entryMarkdown } from '../../notes/text.ts';
import { NoteView, partNames } from '../NoteView.tsx';
import { Bin } from '../own/Bin.tsx';
import { copyOf, Editor, EditorOf } from '../own/Editor.tsx';
import { Import } from '../own/Import.tsx';
import { Mine } from '../own/Mine.tsx';
import { t } from '../words.ts';
import { Shelves } from './Shelves.tsx';
import { found, go, notice, route, shelf, typed } from './state.ts';
import { Titles } from './Titles.tsx';

export function Library() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== '/' || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
        return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', key);
    if (route.value.at === 'list') field.current?.focus();
    return () => document.removeEventListener('keydown', key);
  }, []);
  return (
    <div class="lib">
      <header class="lib-top">
        <a class="lib-brand" href="#all">
          <Waymark shape="turn" />
          {t('name')}
        </a>
        <label class="lib-find">
          <Icon name="search" />
          <span class="unseen">{t('popup.search', shelf.value.entries.size)}</span>
          <input
            ref={field}
            type="search"
            autocomplete="off"
            placeholder={t('popup.search', shelf.value.entries.size)}
            value={typed.value}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
              if (route.value.at !== 'list') go('all');
            }}
          />
        </label>
        <nav class="lib-nav" aria-label={t('own.title')}>
          <a href="#mine">{t('own.title')}</a>
          <a href="#new">{t('own.write')}</a>
          <a href="#import">{t('own.import')}</a>
          <a href="/record.html">{t('record.title')}</a>
        </nav>
      </header>
      <main class="lib-page">
        <p class="lib-notice" role="status">
          {notice.value}
        </p>
        <Place />
      </main>
    </div>
  );
}

function Place() {
  const { value: now } = route;
  switch (now.at) {
    case 'note': {
      const entry = shelf.value.entries.get(now.id);
      return entry ? <Reading entry={entry} /> : <Lists missing />;
    }
    case 'new':
      return <Editor key={`new ${now.title}`} start={{ title: now.title }} />;
    case 'copy':
      return <Editor key={`copy ${now.id}`} start={copyOf(now.id)} />;
    case 'edit':
      return <EditorOf key={now.id} id={now.id} />;
    case 'mine':
      return <Mine />;
    case 'bin':
      return <Bin />;
    case 'import':
      return <Import key={now.backup} backup={now.backup} />;
    case 'list':
      return <Lists missing={false} />;
  }
}

function Reading({ entry }: { entry: Entry }) {
  const related = entry.related.flatMap((id) => shelf.value.entries.get(id) ?? []);
  return (
    <div>
      <p class="lib-back">
        <a href="#all" class="btn btn-plain">
          <Icon name="back" />
          {t('library.all')}
        </a>
        <button
          type="button"
          class="btn btn-plain"
          onClick={() => void navigator.clipboard.writeText(entryMarkdown(entry, partNames()))}
        >
          <Icon name="copy" />
          {t('popup.copyMarkdown')}
        </button>
        <a class="btn btn-plain" href={entry.home ?? (entry.own ? `#edit=${entry.id}` : `#copy=${entry.id}`)}>
          <Icon name="note" />
          {entry.own ? t('own.edit') : t('own.makeCopy')}
        </a>
      </p>
      <NoteView entry={entry} related={related} open={(other) => go(other.id)} />
    </div>
  );
}

function Lists({ missing }: { missing: boolean }) {
  if (found.value) {
    return (
      <section aria-label={t('popup.list')}>
        <p class="label" role="status">
          {t('popup.found', found.value.length)}
        </p>
        <Titles entries={found.value} />
      </section>
    );
  }
  return (
    <>
      {missing && <p class="voice lib-missing">{t('library.missing')}</p>}
      <h1>{t('library.title')}</h1>
      <Outline />
      <Shelves />
      <h2>{t('library.topics')}</h2>
      <nav class="lib-topics" aria-label={t('library.topics')}>
        {topics.map(({ id, name }) => (
          <a key={id} href={`#topic-${id}`} onClick={(event) => jump(event, id)}>
            {name}
          </a>
        ))}
      </nav>
      {topics.map(({ id, name }) => {
        const entries = [...shelf.value.entries.values()].filter((entry) => entry.topic === id);
        if (entries.length === 0) return null;
        return (
          <section key={id} class="lib-topic" aria-labelledby={`topic-${id}`}>
            <h3 id={`topic-${id}`} tabIndex={-1}>
              {name}
            </h3>
            <Titles entries={entries} />
          </section>
        );
      })}
    </>
  );
}

/** Goes to a topic without changing the address, which names notes. */
function jump(event: MouseEvent, topic: string): void {
  event.preventDefault();
  const heading = document.getElementById(`topic-${topic}`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

function Outline() {
  return (
    <details class="lib-outline">
      <summary>{t('library.outline')}</summary>
      {outline().map((part) => (
        <section key={part.name}>
          <h3>{t(`outline.${part.name}`)}</h3>
          <ol>
            {part.ideas.map(({ id, entries }) =>
              entries.map((entry) => (
                <li key={`${id} ${entry.id}`}>
                  <a href={`#${entry.id}`}>{entry.title}</a>
                </li>
              )),
            )}
          </ol>
        </section>
      ))}
    </details>
  );
}
