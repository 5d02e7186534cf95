import { excludedFields } from '../../settings/settings.ts';
import { Setting } from '../controls.tsx';
import { settingSignal } from '../setting.ts';
import { t } from '../words.ts';

const excluded = settingSignal(excludedFields);

/** Fields of sites that were told to be left alone, each with the way back. */
export function LeftAlone() {
  const fields = Object.entries(excluded.value).flatMap(([origin, names]) =>
    names.map((name) => ({ origin, name })),
  );
  return (
    <>
      <Setting name={t('options.leftAlone')} says={t('options.leftAloneSays', fields.length)}>
        <span />
      </Setting>
      {fields.map(({ origin, name }) => (
        <div class="set set-inner" key={`${origin} ${name}`}>
          <div>
            <b>{origin.replace(/^https?:\/\//, '')}</b>
            {calledOf(name)}
          </div>
          <button type="button" class="btn" onClick={() => void readAgain(origin, name)}>
            {t('options.bringBack')}
          </button>
        </div>
      ))}
    </>
  );
}

/** What a page calls the field, out of the selector that is kept of it. */
function calledOf(name: string): string {
  return /="(.*)"\]$/.exec(name)?.[1] ?? name;
}

async function readAgain(origin: string, name: string): Promise<void> {
  const { [origin]: names = [], ...others } = excluded.value;
  const left = names.filter((other) => other !== name);
  await excludedFields.set(left.length > 0 ? { ...others, [origin]: left } : others);
}
