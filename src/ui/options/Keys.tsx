import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { commandKeys, openKeySettings } from '../../platform/tabs.ts';
import { t } from '../words.ts';

const NAMES: Record<string, () => string> = {
  _execute_action: () => t('options.keyPopup'),
  'open-panel': () => t('commands.openPanel'),
  'toggle-presenting': () => t('commands.togglePresenting'),
};

/** The keys that work everywhere, as the browser has them now. */
export function Keys() {
  const commands = useSignal<{ name: string; keys: string }[]>([]);
  useEffect(() => {
    void commandKeys().then((all) => {
      commands.value = all;
    });
  }, []);
  return (
    <section id="keys">
      <h2>{t('options.keys')}</h2>
      <p class="lead">{t('options.keysLead')}</p>
      <table class="keys">
        <thead>
          <tr>
            <th scope="col">{t('options.keyDoes')}</th>
            <th scope="col">{t('options.keyKeys')}</th>
          </tr>
        </thead>
        <tbody>
          {commands.value.map(({ name, keys }) => (
            <tr key={name}>
              <td>{NAMES[name]?.() ?? name}</td>
              <td>
                {keys
                  ? keys.split('+').map((key) => (
                      <kbd class="key" key={key}>
                        {key}
                      </kbd>
                    ))
                  : t('options.keyNone')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="after">
        <button type="button" class="btn" onClick={() => void openKeySettings()}>
          {t('options.keySet')}
        </button>
      </p>
    </section>
  );
}
