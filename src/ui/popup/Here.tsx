// Where we are: the page, the one switch that matters, and why nothing is marked if nothing is.
import { Icon, Waymark } from '../../look/Waymark.tsx';
import { Switch } from '../controls.tsx';
import { clockTime } from '../dates.ts';
import { t, wordsOf } from '../words.ts';
import { review, togglePresenting, toggleSite, wake } from './acts.ts';
import { page, pasted, readPasted, site, siteOn, tab } from './state.ts';

export function Here() {
  const origin = site.value;
  const state = page.value;
  return (
    <>
      <section class="pop-here" aria-label={t('popup.here')}>
        <div>
          <b>{siteName()}</b>
          <Status />
        </div>
        {origin && (
          <Switch
            on={siteOn.value}
            name={t('popup.site', [new URL(origin).host])}
            set={() => void toggleSite()}
          />
        )}
      </section>
      {origin && (
        <div class="pop-acts">
          {siteOn.value && (
            <button type="button" class="btn btn-plain" onClick={review}>
              <Icon name="panel" />
              {t('popup.review')}
            </button>
          )}
          <button
            type="button"
            class="btn btn-plain"
            aria-pressed={state?.presenting ?? false}
            onClick={() => void togglePresenting()}
          >
            <Icon name="hidden" />
            {state?.presenting ? t('popup.presentingOn') : t('popup.presenting')}
          </button>
        </div>
      )}
      {(state?.unread || (tab.value && !origin)) && <Paste />}
    </>
  );
}

function siteName(): string {
  if (!tab.value) return t('popup.here');
  if (!site.value) return t('popup.noSite');
  const { host } = new URL(site.value);
  return siteOn.value ? t('popup.onFor', [host]) : t('popup.offFor', [host]);
}

/** One line on what is read, or why nothing is. */
function Status() {
  const state = page.value;
  if (!site.value) return <span class="label">{t('popup.noSiteWhy')}</span>;
  if (!siteOn.value) return <span class="label">{t('popup.off')}</span>;
  if (!state) return <span class="label">{t('popup.looking')}</span>;
  if (state.presenting) return <span class="label">{t('popup.presentingSays')}</span>;
  if (state.unread || state.retired) {
    const reason = state.unread ? wordsOf('unread', state.unread) : wordsOf('retired', state.retired!);
    return (
      <span class="label pop-barred">
        <Waymark shape="barred" quiet />
        {reason || t('popup.cannotRead')}
      </span>
    );
  }
  if (state.damaged) return <span class="label">{t('popup.damaged')}</span>;
  if (state.snoozedUntil > Date.now()) {
    const known = state.snoozedUntil < Date.now() + 86_400_000;
    return (
      <span class="label">
        {known ? t('popup.snoozed', [clockTime(state.snoozedUntil)]) : t('popup.snoozedOpen')}{' '}
        <button type="button" class="link" onClick={() => void wake()}>
          {t('popup.wake')}
        </button>
      </span>
    );
  }
  if (state.hints.length > 0) return <span class="label">{t('popup.marked', state.hints.length)}</span>;
  if (state.possible.length > 0) {
    return (
      <button type="button" class="link label" onClick={review}>
        {t('popup.possible', state.possible.length)}
      </button>
    );
  }
  if (!state.alive || state.words === 0) return <span class="label">{t('popup.waiting')}</span>;
  return <span class="label">{t('popup.nothing')}</span>;
}

/** A passage from a page that cannot be read is read here. */
function Paste() {
  return (
    <section class="pop-paste">
      <label for="paste">{t('popup.pasteSays')}</label>
      <textarea
        id="paste"
        class="field"
        rows={3}
        placeholder={t('popup.paste')}
        value={pasted.value}
        onInput={(event) => void readPasted(event.currentTarget.value)}
      />
    </section>
  );
}
