// The coach: what this document is, what is missing, what could be said, in one list to work through.
import { useEffect } from 'preact/hooks';
import type { Kind } from '../../engine/types.ts';
import { documents } from '../../library/index.ts';
import type { TabState } from '../../platform/messages.ts';
import { clockTime } from '../dates.ts';
import { t, wordsOf } from '../words.ts';
import { Foot } from './Foot.tsx';
import { panelKey } from './keys.ts';
import { Route, Tabs } from './Route.tsx';
import { correctKind, readExport, route, showAgain, state, tab } from './state.ts';

const SURE = 0.9;
const FAIRLY_SURE = 0.6;

export function Panel() {
  useEffect(() => {
    document.addEventListener('keydown', panelKey);
    return () => document.removeEventListener('keydown', panelKey);
  }, []);
  const shown = state.value;
  const speaks = shown?.alive && !shown.presenting && shown.snoozedUntil <= Date.now();
  return (
    <div class="coach">
      {shown && speaks ? (
        <>
          <Head shown={shown} />
          <main>
            <Route shown={shown} />
          </main>
        </>
      ) : (
        <Silent shown={shown} />
      )}
      <Foot listed={Boolean(speaks) && route.value.length > 0} />
    </div>
  );
}

function Head({ shown }: { shown: TabState }) {
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
          <option value="">{shown.corrected ? t('panel.leaveKind') : sureness(shown)}</option>
          {documents.map((document) => (
            <option key={document.id} value={document.id}>
              {document.id === shown.kind ? `${document.name}, ${t('panel.corrected')}` : document.name}
            </option>
          ))}
        </select>
      </div>
      <p class="coach-title">
        {shown.title}
        {shown.title && ', '}
        {t('panel.words', shown.words)}
      </p>
      <p class="coach-sum">{summary(shown)}</p>
      {shown.unread === 'docsReload' && (
        <button type="button" class="btn" onClick={() => void readExport()}>
          {t('panel.readExport')}
        </button>
      )}
      {route.value.length > 0 && <Tabs />}
    </header>
  );
}

function sureness({ kind, confidence }: TabState): string {
  if (kind === 'unknown') return t('panel.unknown');
  if (confidence >= SURE) return t('panel.sure');
  return confidence >= FAIRLY_SURE ? t('panel.fairlySure') : t('panel.guess');
}

function summary(shown: TabState): string {
  if (shown.unread) return whyUnread(shown.unread);
  if (shown.words === 0) return '';
  if (!documents.some(({ id }) => id === shown.kind)) return t('panel.noKind');
  if (shown.partial) return t('panel.partial');
  const missing = shown.sections.filter((section) => !section.present).length;
  if (missing === 0) return t('panel.nothingMissing', shown.sections.length);
  return shown.by === 'other' ? t('panel.missingTheirs', missing) : t('panel.missing', missing);
}

/** Why there is no list. Silence and blindness are told apart. */
function Silent({ shown }: { shown: TabState | null }) {
  return (
    <main class="coach-silent">
      <h1 class="voice">{silence(shown)}</h1>
      <p>{shown && silenceSays(shown)}</p>
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
  return shown.unread ? whyUnread(shown.unread) : t('panel.waiting');
}

/** What can be done about it. */
function silenceSays({ on, alive, unread }: TabState): string {
  if (!on) return t('panel.offSays');
  if (unread) return t('panel.unreadSays');
  return alive ? '' : t('panel.waitingSays');
}

const whyUnread = (reason: string) => wordsOf('unread', reason) || t('panel.unread');
