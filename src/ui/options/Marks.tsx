import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { noteOf } from '../../library/index.ts';
import { openDatabase } from '../../notes/database.ts';
import { bringBack, neverNotes } from '../../notes/never.ts';
import {
  badge,
  extraNotes,
  marks,
  marksOnTheirs,
  presenting,
  snooze,
  underlines,
} from '../../settings/settings.ts';
import { Setting, Switch } from '../controls.tsx';
import { settingSignal } from '../setting.ts';
import { t } from '../words.ts';
import { LeftAlone } from './LeftAlone.tsx';

const SWITCHES = [
  { name: 'marksInPages', setting: marks },
  { name: 'underlines', setting: underlines },
  { name: 'theirs', setting: marksOnTheirs },
  { name: 'extra', setting: extraNotes },
  { name: 'badge', setting: badge },
  { name: 'presenting', setting: presenting },
] as const;
const signals = SWITCHES.map(({ setting }) => settingSignal(setting));
const snoozed = settingSignal(snooze);
const database = openDatabase();

/** What is marked, and how quietly. */
export function Marks() {
  const quiet = snoozed.value.until > Date.now() || Object.keys(snoozed.value.sites).length > 0;
  return (
    <section id="marks">
      <h2>{t('options.marks')}</h2>
      <p class="lead">{t('options.marksLead')}</p>
      {SWITCHES.map(({ name, setting }, at) => (
        <Setting key={name} name={t(`options.${name}`)} says={t(`options.${name}Says`)}>
          <Switch on={signals[at]!.value} name={t(`options.${name}`)} set={(on) => void setting.set(on)} />
        </Setting>
      ))}
      <Setting name={t('options.later')} says={quiet ? t('options.laterOn') : t('options.laterOff')}>
        <button type="button" class="btn" disabled={!quiet} onClick={() => void snooze.set(snooze.initial)}>
          {t('options.laterEnd')}
        </button>
      </Setting>
      <Never />
      <LeftAlone />
    </section>
  );
}

/** Notes that were told never to come. */
function Never() {
  const ids = useSignal<string[]>([]);
  const read = () =>
    neverNotes(database).then(
      (all) => {
        ids.value = all;
      },
      (error: unknown) => console.error('answers:', error),
    );
  useEffect(() => void read(), []);
  return (
    <>
      <Setting name={t('options.never')} says={t('options.neverSays', ids.value.length)}>
        <span />
      </Setting>
      {ids.value.map((id) => (
        <div class="set set-inner" key={id}>
          <div>{noteOf(id)?.title ?? id}</div>
          <button type="button" class="btn" onClick={() => void bringBack(database, id).then(read)}>
            {t('options.bringBack')}
          </button>
        </div>
      ))}
    </>
  );
}
