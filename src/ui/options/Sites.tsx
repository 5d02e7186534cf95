import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isGranted, watchGrants } from '../../platform/permissions.ts';
import { sites } from '../../settings/settings.ts';
import { AddSite } from '../AddSite.tsx';
import { Switch } from '../controls.tsx';
import { settingSignal } from '../setting.ts';
import { turnOff, turnOn } from '../sites.ts';
import { t } from '../words.ts';

const wished = settingSignal(sites);

/** The sites that were turned on, and one field to turn on another. */
export function Sites() {
  const granted = useSignal<readonly string[]>([]);
  useEffect(() => {
    const open = new AbortController();
    const read = async () => {
      const all = await Promise.all(
        wished.value.map(async (origin) => ((await isGranted(origin)) ? origin : '')),
      );
      granted.value = all.filter(Boolean);
    };
    void read();
    watchGrants(() => void read(), open.signal);
    return () => open.abort();
  }, [wished.value]);
  return (
    <section id="sites">
      <h2>{t('options.sites')}</h2>
      <p class="lead">{t('options.sitesLead')}</p>
      {wished.value.length === 0 ? (
        <p class="opt-none">{t('options.noSites')}</p>
      ) : (
        wished.value.map((origin) => {
          const { host, protocol } = new URL(origin);
          const on = granted.value.includes(origin);
          return (
            <div class="set" key={origin}>
              <div>
                <b>{protocol === 'https:' ? host : origin}</b>
                {on ? t('options.siteOn') : t('options.siteTaken')}
              </div>
              {!on && (
                <button type="button" class="btn btn-plain" onClick={() => void turnOff(origin)}>
                  {t('options.forget')}
                </button>
              )}
              <Switch
                on={on}
                name={t('popup.site', [host])}
                set={(next) => void (next ? turnOn(origin) : turnOff(origin))}
              />
            </div>
          );
        })
      )}
      <AddSite />
    </section>
  );
}
