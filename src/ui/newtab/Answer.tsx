// The question of the day and one line of answer; covered once given, since screens are shared.
import { useState } from 'preact/hooks';
import type { Note } from '../../library/schema.ts';
import { Waymark } from '../../look/Waymark.tsx';
import { presenting } from '../../settings/settings.ts';
import { settingSignal } from '../setting.ts';
import { t } from '../words.ts';
import { answer, answered, covered, fault, keep } from './state.ts';

const presentingNow = settingSignal(presenting);

/** What was typed before this page was ready. */
const typedBefore = () => document.querySelector<HTMLInputElement>('#answer')?.value || null;

export function Answer({ note }: { note: Note }) {
  const [text, setText] = useState<string | null>(typedBefore);
  const given = answered.value && text === null;
  return (
    <form
      class="day-ask"
      onSubmit={(event) => {
        event.preventDefault();
        void keep(text ?? answer.value).then(() => !fault.value && setText(null));
      }}
    >
      <label for="answer">{note.ask}</label>
      {given && (covered.value || presentingNow.value) ? (
        <p class="day-answer day-given">
          <Waymark shape="way" quiet />
          {t('newtab.answered')}
          {!presentingNow.value && (
            <button
              type="button"
              class="link"
              onClick={() => {
                covered.value = false;
              }}
            >
              {t('newtab.show')}
            </button>
          )}
        </p>
      ) : (
        <div class="day-answer">
          <input
            id="answer"
            autocomplete="off"
            maxLength={1000}
            placeholder={t('newtab.oneLine')}
            value={text ?? answer.value}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <kbd class="key">↵</kbd>
        </div>
      )}
      <p class="day-kept" role="status">
        {fault.value ? t('newtab.notKept') : given && !covered.value ? t('newtab.kept') : ''}
      </p>
    </form>
  );
}
