import { topics } from '../../library/index.ts';
import { isFirefox } from '../../platform/tabs.ts';
import { chosenTopics, newTab } from '../../settings/settings.ts';
import { Setting, Switch } from '../controls.tsx';
import { settingSignal } from '../setting.ts';
import { t } from '../words.ts';

const page = settingSignal(newTab);
const chosen = settingSignal(chosenTopics);

/** The new tab: whose it is, and what its ideas are about. */
export function Day() {
  const toggle = (id: string) =>
    chosenTopics.set(
      chosen.value.includes(id) ? chosen.value.filter((other) => other !== id) : [...chosen.value, id],
    );
  return (
    <section id="day">
      <h2>{t('options.day')}</h2>
      <p class="lead">{t('options.dayLead')}</p>
      <Setting
        name={t('options.newTab')}
        says={isFirefox ? t('options.newTabFirefox') : t('options.newTabSays')}
      >
        <Switch
          on={page.value === 'staffwise'}
          name={t('options.newTab')}
          set={(on) => {
            // The new tab reads this copy before its first frame.
            localStorage.setItem('newTab', on ? 'staffwise' : 'browser');
            void newTab.set(on ? 'staffwise' : 'browser');
          }}
        />
      </Setting>
      <fieldset class="opt-topics">
        <legend>
          <b>{t('options.topics')}</b>
          {t('options.topicsSays')}
        </legend>
        {topics.map(({ id, name }) => (
          <label key={id}>
            <input type="checkbox" checked={chosen.value.includes(id)} onChange={() => void toggle(id)} />
            {name}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
