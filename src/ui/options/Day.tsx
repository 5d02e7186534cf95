import { topics } from '../../library/index.ts';
import { isFirefox } from '../../platform/tabs.ts';
import { chosenTopics, fridayLine, newTab, recall } from '../../settings/settings.ts';
import { Setting, Switch } from '../controls.tsx';
import { setNewTab } from '../newtab/whose.ts';
import { settingSignal } from '../setting.ts';
import { t } from '../words.ts';

const page = settingSignal(newTab);
const chosen = settingSignal(chosenTopics);
const recalls = settingSignal(recall);
const fridays = settingSignal(fridayLine);

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
          set={(on) => void setNewTab(on ? 'staffwise' : 'browser')}
        />
      </Setting>
      <Setting name={t('options.recall')} says={t('options.recallSays')}>
        <Switch on={recalls.value} name={t('options.recall')} set={(on) => void recall.set(on)} />
      </Setting>
      <Setting name={t('options.friday')} says={t('options.fridaySays')}>
        <Switch on={fridays.value} name={t('options.friday')} set={(on) => void fridayLine.set(on)} />
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
