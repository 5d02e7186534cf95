// The record and the journal: what was done, who could do what because of it, and what was answered.
import { topicName, topics } from '../../library/index.ts';
import { Icon, Waymark } from '../../look/Waymark.tsx';
import type { RecordRow } from '../../notes/database.ts';
import { localDate } from '../../notes/date.ts';
import { journalMarkdown } from '../../notes/journal.ts';
import { isUnfinished, recordMarkdown } from '../../notes/record.ts';
import { presenting } from '../../settings/settings.ts';
import { IconButton } from '../controls.tsx';
import { longMonth } from '../dates.ts';
import { download } from '../download.ts';
import { settingSignal } from '../setting.ts';
import { t } from '../words.ts';
import { Cell } from './Cell.tsx';
import {
  add,
  added,
  bringBack,
  edit,
  editAnswer,
  groups,
  journal,
  notice,
  remove,
  removed,
  rows,
  unfinished,
  view,
} from './state.ts';

const presentingNow = settingSignal(presenting);
const VIEWS = ['month', 'topic', 'journal'] as const;
const viewName = { month: 'record.byMonth', topic: 'record.byTopic', journal: 'record.journal' } as const;

export function Record() {
  return (
    <div class="rec">
      <header class="rec-top">
        <a class="rec-brand" href="/library.html">
          <Waymark shape="turn" />
          {t('name')}
        </a>
      </header>
      <main class="rec-page">
        {presentingNow.value ? <p class="voice">{t('record.presenting')}</p> : <Page />}
      </main>
    </div>
  );
}

function Page() {
  const inJournal = view.value === 'journal';
  return (
    <>
      <h1>{inJournal ? t('record.journal') : t('record.title')}</h1>
      <p class="rec-lead">{inJournal ? t('record.journalLead') : t('record.lead')}</p>
      <div class="rec-bar">
        <fieldset class="rec-views">
          <legend class="unseen">{t('record.view')}</legend>
          {VIEWS.map((name) => (
            <button
              key={name}
              type="button"
              class="btn btn-plain"
              aria-pressed={view.value === name}
              onClick={() => {
                view.value = name;
              }}
            >
              {t(viewName[name])}
            </button>
          ))}
        </fieldset>
        {!inJournal && (
          <button type="button" class="btn btn-strong" onClick={() => void add()}>
            <Icon name="plus" />
            {t('record.add')}
          </button>
        )}
        <button type="button" class="btn" onClick={() => void copyAll()}>
          {t('record.copy')}
        </button>
        <button type="button" class="btn" onClick={saveAll}>
          {t('record.save')}
        </button>
      </div>
      <p class="rec-notice" role="status">
        {notice.value}
        {removed.value && (
          <>
            {t('record.removed')}{' '}
            <button type="button" class="link" onClick={() => void bringBack()}>
              {t('record.undo')}
            </button>
          </>
        )}
      </p>
      {inJournal ? <Journal /> : <Groups />}
    </>
  );
}

const groupName = (key: string): string => {
  if (view.value === 'topic') return key ? topicName(key) : t('record.noTopic');
  return longMonth(key);
};

/** What is shown, as Markdown. */
function markdown(): string {
  if (view.value === 'journal') return journalMarkdown(journal.value, t('record.journal'));
  const names = {
    title: t('record.title'),
    did: t('record.did'),
    outcome: t('record.outcome'),
    by: t('record.by'),
    link: t('record.link'),
    unfinished: t('record.unfinished'),
  };
  return recordMarkdown(groups.value, names, groupName);
}

async function copyAll(): Promise<void> {
  await navigator.clipboard.writeText(markdown());
  notice.value = t('record.copied');
}

function saveAll(): void {
  const name = view.value === 'journal' ? 'journal' : 'record';
  download(`staffwise-${name}-${localDate(new Date())}.md`, markdown(), 'text/markdown');
}

function Groups() {
  if (rows.value.length === 0) return <p class="voice rec-empty">{t('record.empty')}</p>;
  return (
    <>
      <p class="rec-count">
        {unfinished.value > 0 ? t('record.unfinishedCount', unfinished.value) : t('record.allFinished')}
      </p>
      {groups.value.map(({ key, rows: grouped }) => (
        <section key={key} class="rec-group" aria-label={groupName(key)}>
          <h2>{groupName(key)}</h2>
          {grouped.map((row) => (
            <Entry key={row.id} row={row} />
          ))}
        </section>
      ))}
    </>
  );
}

function Entry({ row }: { row: RecordRow }) {
  const open = isUnfinished(row);
  const set = (part: 'did' | 'outcome' | 'by' | 'link') => (text: string) =>
    void edit(row.id, { [part]: text });
  return (
    <article class="rec-entry" id={row.id}>
      <Waymark shape={open ? 'gap' : 'way'} quiet={!open} />
      <div class="rec-parts">
        <div class="rec-part rec-did">
          <span class="label">{t('record.did')}</span>
          <Cell name={t('record.did')} text={row.did} first={added.value === row.id} keep={set('did')} />
        </div>
        <div class="rec-part">
          <span class="label">{open ? t('record.unfinished') : t('record.outcome')}</span>
          <Cell
            name={t('record.outcome')}
            text={row.outcome}
            placeholder={`${t('record.outcome')}?`}
            keep={set('outcome')}
          />
        </div>
        <div class="rec-part">
          <span class="label">{t('record.by')}</span>
          <Cell name={t('record.by')} text={row.by} placeholder="–" keep={set('by')} />
        </div>
        <div class="rec-part rec-link">
          <span class="label">
            {t('record.link')}
            {row.linkTitle && ` · ${row.linkTitle}`}
          </span>
          <Cell name={t('record.link')} text={row.link} placeholder="–" keep={set('link')} />
        </div>
        <div class="rec-foot">
          <select
            aria-label={t('record.topic')}
            value={row.topic}
            onChange={(event) => void edit(row.id, { topic: event.currentTarget.value })}
          >
            <option value="">{t('record.noTopic')}</option>
            {topics.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          {/^https?:\/\//.test(row.link) && (
            <a href={row.link} target="_blank" rel="noreferrer">
              {t('record.openLink')}
            </a>
          )}
          <IconButton icon="close" name={t('record.remove')} press={() => void remove(row)} />
        </div>
      </div>
    </article>
  );
}

function Journal() {
  if (journal.value.length === 0) return <p class="voice rec-empty">{t('record.journalEmpty')}</p>;
  return (
    <ol class="rec-journal">
      {journal.value.map((row) => (
        <li key={row.id}>
          <p class="label">
            <time dateTime={row.date}>{row.date}</time>
          </p>
          <div>
            <p class="voice">{row.question}</p>
            <Cell
              name={row.question}
              text={row.text}
              keep={(text) => text.trim() && void editAnswer(row, text)}
            />
          </div>
          <IconButton icon="close" name={t('record.remove')} press={() => void editAnswer(row, '')} />
        </li>
      ))}
    </ol>
  );
}
