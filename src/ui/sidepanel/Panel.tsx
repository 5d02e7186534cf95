// The coach: what this document is, what is missing, what could be said, in one list to work through.
import { useEffect } from 'preact/hooks';
import type { Kind } from '../../engine/types.ts';
import { documents } from '../../library/index.ts';
import type { TabState } from '../../platform/messages.ts';
import { clockTime, t, wordsOf } from '../words.ts';
import { panelKey } from './keys.ts';
import { Route } from './Route.tsx';
import { correctKind, said, showAgain, state, tab } from './state.ts';

const SURE = 0.9;
const FAIRLY_SURE = 0.6;

export function Panel() {
  useEffect(() => {
    document.addEventListener('keydown', panelKey);
    return () => document.removeEventListener('keydown', panelKey);
  }, []);
  const shown = state.value;
  return (
    <div class="coach">
      {shown?.alive && !shown.presenting && shown.snoozedUntil <= Date.now() ? (
        <>
          <Head shown={shown} />
          <main>
            <Route shown={shown} />
          </main>
        </>
      ) : (
        <Silent shown={shown} />
      )}
      <footer class="coach-foot">
        <p role="status">{said.value}</p>
      </footer>
    </div>
  );
}

function Head({ shown }: { shown: TabState }) {
  const missing = shown.sections.filter((section) => !section.present).length;
  return (
    <header class="coach-head">
      <div class="coach-kind">
        <h1>{wordsOf('kinds', shown.kind)}</h1>
        <select
          class="coach-correct"
          aria-label={t('panel.kind')}
          value={shown.corrected ? shown.kind : ''}
          onChange={(event) => void correctKind((event.currentTarget.value || null) as Kind | null)}
        >
          <option value="">{sureness(shown)}</option>
          {documents.map((document) => (
            <option key={document.id} value={document.id}>
              {document.name}
            </option>
          ))}
        </select>
      </div>
      <p class="coach-title">
        {shown.title}
        {shown.title && ', '}
        {t('panel.words', shown.words)}
      </p>
      <p class="coach-sum">{summary(shown, missing)}</p>
    </header>
  );
}

function sureness({ kind, confidence, corrected }: TabState): string {
  if (corrected) return t('panel.corrected');
  if (kind === 'unknown') return t('panel.unknown');
  if (confidence >= SURE) return t('panel.sure');
  return confidence >= FAIRLY_SURE ? t('panel.fairlySure') : t('panel.guess');
}

function summary(shown: TabState, missing: number): string {
  if (shown.unread) return wordsOf('unread', shown.unread) || t('panel.unread');
  if (shown.sections.length === 0) return shown.hints.length > 0 ? t('panel.hintsOnly') : t('panel.noKind');
  return missing > 0 ? t('panel.missing', missing) : t('panel.nothingMissing', shown.sections.length);
}

/** Why there is no list. Silence and blindness are told apart. */
function Silent({ shown }: { shown: TabState | null }) {
  return (
    <main class="coach-silent">
      <h1 class="voice">{silence(shown)}</h1>
      <p>
        {shown && !shown.on ? t('panel.offSays') : shown?.on && !shown.alive ? t('panel.waitingSays') : ''}
      </p>
      {shown && (shown.presenting || shown.snoozedUntil > Date.now()) && (
        <button type="button" class="btn" onClick={() => void showAgain()}>
          {t('panel.showAgain')}
        </button>
      )}
    </main>
  );
}

function silence(shown: TabState | null): string {
  if (!shown) return tab.value ? t('panel.noSite') : t('panel.noTab');
  if (!shown.on) return t('panel.off', [shown.site ? new URL(shown.site).host : '']);
  if (shown.presenting) return t('panel.presenting');
  if (shown.snoozedUntil > Date.now()) return t('panel.snoozed', [clockTime(shown.snoozedUntil)]);
  return t('panel.waiting');
}
