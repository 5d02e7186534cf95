// The foot: the keys of what is shown now, at most five, and what was last done.
import { isFirefox, openOwnPage } from '../../platform/tabs.ts';
import { Keys } from '../controls.tsx';
import { t } from '../words.ts';
import { selectedRow } from './acts.ts';
import { inRecord, nothingFound, reading, rows, said, typed } from './state.ts';

const mac = navigator.platform.startsWith('Mac');
const CONTROL = mac ? '⌘' : 'Ctrl';

export function Foot() {
  return (
    <footer class="pop-keys">
      <span class="pop-done" role="status">
        {said.value}{' '}
        {inRecord.value && (
          <button type="button" class="link" onClick={() => void openOwnPage('record')}>
            {t('newtab.fridayOpen')}
          </button>
        )}
      </span>
      {said.value ? null : reading.value ? <ReadingKeys /> : <ListKeys />}
    </footer>
  );
}

function ReadingKeys() {
  return (
    <>
      <Keys keys={['←']} does={t('keys.back')} />
      <Keys keys={['J', 'K']} does={t('keys.move')} />
      <Keys keys={['E']} does={reading.value?.own ? t('keys.edit') : t('keys.own')} />
      <Keys keys={['D']} does={t('keys.did')} end />
    </>
  );
}

function ListKeys() {
  const row = selectedRow();
  const onPage = row?.kind === 'hint' && row.hint.surface !== 'pasted';
  return (
    <>
      {nothingFound.value && <Keys keys={[CONTROL, '↵']} does={t('keys.write')} />}
      {rows.value.length > 0 && !nothingFound.value && (
        <>
          <Keys keys={['↑', '↓']} does={t('keys.move')} />
          <Keys keys={['↵']} does={t('keys.read')} />
          {onPage ? (
            <Keys keys={[CONTROL, '↵']} does={t('keys.goTo')} />
          ) : (
            <Keys keys={[CONTROL, 'C']} does={t('keys.copy')} />
          )}
        </>
      )}
      {/* In Firefox Escape closes the popup whatever we do. */}
      {typed.value && !isFirefox && <Keys keys={['Esc']} does={t('keys.clear')} end />}
    </>
  );
}
