// The foot of the panel: what can be taken along, and what was last done.
import { Icon } from '../../look/Waymark.tsx';
import { t } from '../words.ts';
import { copyPrompt, copyReview, refused, said, withText } from './state.ts';

export function Foot({ listed }: { listed: boolean }) {
  return (
    <footer class="coach-foot">
      {listed && (
        <div class="coach-copies">
          <button type="button" class="btn" onClick={() => void copyReview()}>
            <Icon name="copy" />
            {t('panel.copyReview')}
          </button>
          <button type="button" class="btn btn-plain" onClick={() => void copyPrompt()}>
            {t('panel.copyPrompt')}
          </button>
          <label class="label">
            <input
              type="checkbox"
              checked={withText.value}
              onChange={(event) => {
                withText.value = event.currentTarget.checked;
              }}
            />
            {t('panel.withText')}
          </label>
        </div>
      )}
      {refused.value && (
        <textarea class="field" readOnly rows={4} aria-label={t('panel.copyRefused')} value={refused.value} />
      )}
      <p role="status">{said.value}</p>
    </footer>
  );
}
