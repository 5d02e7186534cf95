// The list: hints of this page, what was pinned or read lately, or what was found.
import { useEffect } from 'preact/hooks';
import { Icon, Waymark } from '../../look/Waymark.tsx';
import type { Entry } from '../../notes/entry.ts';
import { excerpt, matchesIn } from '../../notes/search.ts';
import { plainText } from '../../notes/text.ts';
import { Marked } from '../Marked.tsx';
import { t } from '../words.ts';
import { read, write } from './acts.ts';
import {
  entryOf,
  foundCount,
  type Group,
  groups,
  nothingFound,
  page,
  pastedHints,
  type Row,
  rows,
  selected,
  shelf,
  typed,
} from './state.ts';

const EXCERPT = 64;

export function List() {
  const row = rows.value[selected.value];
  useEffect(() => {
    if (row) document.getElementById(row.id)?.scrollIntoView({ block: 'nearest' });
  }, [row?.id]);
  return (
    <>
      <p class="unseen" role="status">
        {typed.value.trim() ? t('popup.found', nothingFound.value ? 0 : foundCount.value) : ''}
      </p>
      {pastedHints.value?.length === 0 && <p class="pop-said">{t('popup.pastedNothing')}</p>}
      {nothingFound.value && <Nothing />}
      <div id="rows" role="listbox" aria-label={t('popup.list')}>
        {groups.value.map((group) => (
          <Rows key={group.name} group={group} />
        ))}
      </div>
    </>
  );
}

function Nothing() {
  return (
    <div class="pop-none">
      <p class="voice">{t('popup.none', [typed.value.trim()])}</p>
      <p>{t('popup.noneSays')}</p>
      <button type="button" class="btn" onClick={() => write(typed.value.trim())}>
        <Icon name="plus" />
        {t('popup.write', [typed.value.trim()])}
      </button>
    </div>
  );
}

function groupName(name: Group['name']): string {
  switch (name) {
    case 'page':
      return t('popup.groupPage');
    case 'possible':
      return t('popup.groupPossible');
    case 'pasted':
      return t('popup.groupPasted');
    case 'pinned':
      return t('popup.groupPinned');
    case 'library':
      return t('popup.groupLibrary');
    case 'idea':
      return t('popup.groupIdea');
    case 'nearest':
      return t('popup.groupNearest');
    case 'found':
      return t('popup.groupFound', [String(foundCount.value), String(shelf.value.entries.size)]);
  }
}

function Rows({ group }: { group: Group }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox has no element of its own
    <div role="group" aria-label={groupName(group.name)}>
      <div class="pop-head" role="presentation">
        <span>{groupName(group.name)}</span>
        {group.name === 'page' && <span>{t('popup.open', page.value?.hints.length ?? 0)}</span>}
        {group.name === 'found' && <span>{t('popup.narrow')}</span>}
      </div>
      {group.rows.map((row) => (
        <Option key={row.id} row={row} />
      ))}
    </div>
  );
}

function Option({ row }: { row: Row }) {
  const at = rows.value.indexOf(row);
  const chosen = at === selected.value;
  const entry = entryOf(row);
  const title = row.kind === 'hint' ? row.hint.title : row.entry.title;
  const topic = row.kind === 'hint' ? row.hint.topic : row.entry.own ? t('note.yours') : row.entry.topicName;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names this by aria-activedescendant
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field
    <div
      id={row.id}
      role="option"
      aria-selected={chosen}
      class={row.kind === 'hint' ? 'row here' : 'row'}
      onClick={() => {
        selected.value = at;
        read(entry);
      }}
    >
      {row.kind === 'hint' && <Waymark shape={row.hint.shown === 'mark' ? 'turn' : 'seen'} />}
      <span class="row-title">
        <Marked text={title} typed={typed.value} />
      </span>
      <span class="row-topic">
        {chosen ? <kbd class="key">↵</kbd> : <Marked text={topic} typed={typed.value} />}
      </span>
      <span class="row-line">
        {row.kind === 'hint' ? row.hint.line : <Marked text={secondLine(row.entry)} typed={typed.value} />}
      </span>
    </div>
  );
}

/** The line of a note, or, where the match is elsewhere, an excerpt around it. */
function secondLine(entry: Entry): string {
  const query = typed.value;
  if (!query.trim()) return entry.line;
  const texts = [entry.line, entry.idea, plainText(entry.body), entry.step, entry.question];
  const holding = texts.find((text) => matchesIn(text, query).length > 0);
  return excerpt(holding ?? entry.line, query, EXCERPT);
}
