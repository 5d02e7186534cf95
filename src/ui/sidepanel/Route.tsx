// The document as a route: hints in its order, then the sections that are there and those that are missing.
import { Waymark } from '../../look/Waymark.tsx';
import type { ListedHint, SectionState, TabState } from '../../platform/messages.ts';
import { openOwnPage } from '../../platform/tabs.ts';
import { t } from '../words.ts';
import { answer, copy, opened, reveal } from './state.ts';

const hintId = (hint: ListedHint) => `${hint.surface}-${hint.block}-${hint.note}`;

export function Route({ shown }: { shown: TabState }) {
  const { hints, possible, sections } = shown;
  const open = hints.filter((hint) => !hint.answered);
  const done = hints.filter((hint) => hint.answered);
  if (hints.length + possible.length + sections.length === 0) {
    return <p class="coach-silent">{shown.words > 0 ? t('panel.nothing') : t('panel.emptyPage')}</p>;
  }
  return (
    <>
      <Stops name={t('panel.hints')} items={open.map((hint) => <Hint key={hintId(hint)} hint={hint} />)} />
      <Stops
        name={t('panel.possible')}
        items={possible.map((hint) => <Hint key={hintId(hint)} hint={hint} />)}
      />
      <Stops
        name={t('panel.sections')}
        items={sections.map((section, at) => (
          <Section key={section.id} section={section} before={sections[at + 1]} />
        ))}
      />
      <Stops name={t('panel.done')} items={done.map((hint) => <Done key={hintId(hint)} hint={hint} />)} />
    </>
  );
}

function Stops({ name, items }: { name: string; items: preact.JSX.Element[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-label={name}>
      <h2 class="route-name label">{name}</h2>
      <ol class="route">{items}</ol>
    </section>
  );
}

function Hint({ hint }: { hint: ListedHint }) {
  const id = hintId(hint);
  const isOpen = opened.value === id;
  const theirs = hint.by === 'other';
  const toggle = () => {
    opened.value = isOpen ? '' : id;
    if (!isOpen) void reveal(hint);
  };
  return (
    <li class={isOpen ? 'stop hint open' : 'stop hint'} data-stop={id}>
      <Waymark shape={hint.shown === 'mark' ? 'turn' : 'seen'} />
      <button type="button" class="stop-line voice" aria-expanded={isOpen} onClick={toggle}>
        {theirs ? hint.comment : hint.line}
      </button>
      {isOpen && (
        <>
          <dl>
            <dt class="label">{t('panel.why')}</dt>
            <dd>
              <q class="evidence">{hint.quote}</q> {hint.because}
            </dd>
            <dt class="label">{t('note.step')}</dt>
            <dd>{hint.do}</dd>
            <dt class="label">{t('note.source')}</dt>
            <dd>{hint.source}</dd>
          </dl>
          <div class="stop-do">
            <button type="button" class="btn" onClick={() => void copy(theirs ? hint.comment : hint.copy)}>
              {theirs
                ? t('panel.copyComment')
                : hint.copies === 'sentence'
                  ? t('panel.copySentence')
                  : t('panel.copyQuestion')}
            </button>
            <button type="button" class="btn btn-plain" onClick={() => void answer(hint, 'useful')}>
              {t('panel.doneIt')}
            </button>
            <button type="button" class="btn btn-plain" onClick={() => void answer(hint, 'not-here')}>
              {t('panel.notHere')}
            </button>
            <button
              type="button"
              class="btn btn-plain"
              onClick={() => void openOwnPage('library', hint.note)}
            >
              {t('panel.openNote')}
            </button>
          </div>
        </>
      )}
    </li>
  );
}

function Section({ section, before }: { section: SectionState; before: SectionState | undefined }) {
  const id = `section-${section.id}`;
  const toGap = before && !before.present;
  if (section.present) {
    return (
      <li class={toGap ? 'stop has to-gap' : 'stop has'} data-stop={id}>
        <Waymark shape="way" />
        <div class="stop-name">
          <button type="button" class="stop-line" onClick={() => void reveal(section)}>
            {section.name}
          </button>
        </div>
      </li>
    );
  }
  const isOpen = opened.value === id;
  return (
    <li class={`stop gap${toGap ? ' to-gap' : ''}${isOpen ? ' open' : ''}`} data-stop={id}>
      <Waymark shape="gap" />
      <div class="stop-name">
        <button
          type="button"
          class="stop-line"
          aria-expanded={isOpen}
          onClick={() => {
            opened.value = isOpen ? '' : id;
          }}
        >
          {section.name}
        </button>
        <span class="label">{t('panel.isMissing')}</span>
      </div>
      {isOpen && (
        <>
          <p>{section.why}</p>
          <div class="stop-do">
            <button type="button" class="btn" onClick={() => void copy(section.skeleton)}>
              {t('panel.copySkeleton')}
            </button>
          </div>
        </>
      )}
    </li>
  );
}

function Done({ hint }: { hint: ListedHint }) {
  return (
    <li class="stop done has">
      <Waymark shape="way" quiet />
      <div class="stop-name">{hint.title}</div>
    </li>
  );
}
