// One stop of the route: a row, and below it what there is to say while it is open.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon, Waymark } from '../../look/Waymark.tsx';
import { openOwnPage } from '../../platform/tabs.ts';
import { t } from '../words.ts';
import type { Stop } from './route.ts';
import { answer, copy, copyOf, opened, reveal, state, toggle } from './state.ts';

/** A row of the route; `toGap` where the way from here is broken. */
export function StopRow({ stop, toGap }: { stop: Stop; toGap: boolean }) {
  const open = opened.value === stop.id;
  const kind = { section: 'has', gap: 'gap', check: 'hint', hint: 'hint', done: 'has done' }[stop.kind];
  const classes = ['stop', kind, toGap && 'to-gap', open && 'open'].filter(Boolean).join(' ');
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li class={classes} data-stop={stop.id} ref={row}>
      <Waymark {...waymarkOf(stop)} />
      {stop.kind === 'section' && (
        <Name name={stop.section.name} press={() => void reveal(stop)}>
          {stop.added ? <Added /> : t('panel.words', stop.section.words)}
        </Name>
      )}
      {stop.kind === 'done' && (
        <Name name={stop.name}>
          <Added />
        </Name>
      )}
      {stop.kind === 'gap' && (
        <>
          <Name name={stop.section.name} open={open} press={() => toggle(stop)}>
            {t('panel.isMissing')}
          </Name>
          {open && <p>{stop.section.why}</p>}
        </>
      )}
      {stop.kind === 'check' && <Check stop={stop} open={open} />}
      {stop.kind === 'hint' && <Hint stop={stop} open={open} />}
      {open && <Acts stop={stop} />}
    </li>
  );
}

function waymarkOf(stop: Stop): { shape: 'way' | 'gap' | 'turn' | 'seen'; quiet?: boolean } {
  if (stop.kind === 'gap') return { shape: 'gap' };
  if (stop.kind === 'check') return { shape: stop.check.sure ? 'turn' : 'seen' };
  if (stop.kind === 'hint') return { shape: stop.hint.shown === 'mark' ? 'turn' : 'seen' };
  return { shape: 'way', quiet: true };
}

const Added = () => (
  <>
    <Icon name="check" />
    {t('panel.added')}
  </>
);

function Name({
  name,
  open,
  press,
  children,
}: {
  name: string;
  open?: boolean;
  press?: () => void;
  children: ComponentChildren;
}) {
  return (
    <div class="stop-name">
      {press ? (
        <button type="button" class="stop-line" aria-expanded={open} onClick={press}>
          {name}
        </button>
      ) : (
        <span>{name}</span>
      )}
      <span class="label">{children}</span>
    </div>
  );
}

function Line({ stop, open, line, where }: { stop: Stop; open: boolean; line: string; where: string }) {
  return (
    <>
      <button type="button" class="stop-line voice" aria-expanded={open} onClick={() => toggle(stop)}>
        {line}
      </button>
      {!open && where && <p class="said">{where}</p>}
    </>
  );
}

function Hint({ stop, open }: { stop: Extract<Stop, { kind: 'hint' }>; open: boolean }) {
  const { hint } = stop;
  return (
    <>
      <Line
        stop={stop}
        open={open}
        line={hint.by === 'other' ? hint.comment : hint.line}
        where={hint.heading ?? ''}
      />
      {open && (
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
      )}
    </>
  );
}

function Check({ stop, open }: { stop: Extract<Stop, { kind: 'check' }>; open: boolean }) {
  const { check } = stop;
  const theirs = state.value?.by === 'other';
  return (
    <>
      <Line stop={stop} open={open} line={theirs ? check.comment : check.line} where={check.heading} />
      {open && (
        <dl>
          <dt class="label">{t('panel.why')}</dt>
          <dd>
            <q class="evidence">{check.quote}</q>
          </dd>
          <dt class="label">{t('panel.looked')}</dt>
          <dd>{check.looked}</dd>
          <dt class="label">{t('note.step')}</dt>
          <dd>{check.do}</dd>
          <dt class="label">{t('note.source')}</dt>
          <dd>{check.source}</dd>
        </dl>
      )}
    </>
  );
}

function Acts({ stop }: { stop: Stop }) {
  if (stop.kind === 'section' || stop.kind === 'done') return null;
  return (
    <div class="stop-do">
      <button type="button" class="btn" onClick={() => void copy(copyOf(stop))}>
        {copyName(stop)}
      </button>
      {stop.kind !== 'gap' && (
        <button type="button" class="btn btn-plain" onClick={() => void answer(stop, 'useful')}>
          {t('panel.doneIt')}
        </button>
      )}
      <button type="button" class="btn btn-plain" onClick={() => void answer(stop, 'not-here')}>
        {t('panel.notHere')}
      </button>
      {stop.kind === 'hint' && (
        <button type="button" class="btn btn-plain" onClick={() => void openOwnPage('library', stop.part)}>
          {t('panel.openNote')}
        </button>
      )}
    </div>
  );
}

function copyName(stop: Stop): string {
  if (state.value?.by === 'other') return t('panel.copyComment');
  if (stop.kind === 'gap') return t('panel.copySkeleton');
  return stop.kind === 'hint' && stop.hint.copies === 'sentence'
    ? t('panel.copySentence')
    : t('panel.copyQuestion');
}
