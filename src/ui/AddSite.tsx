// One field and one press that turn a site on: the browser asks, and the site is on when it was granted.
import { useState } from 'preact/hooks';
import { originOf } from '../platform/permissions.ts';
import { turnOn } from './sites.ts';
import { t } from './words.ts';

/** What a person types becomes an origin: `acme.atlassian.net` is meant as https. */
function typedOrigin(typed: string): string | null {
  const text = typed.trim();
  if (!text) return null;
  const origin = originOf(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  return origin && /\.|^https?:\/\/localhost(:|$)|:\d+$/.test(origin) ? origin : null;
}

export function AddSite() {
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const submit = async (event: Event) => {
    event.preventDefault();
    const origin = typedOrigin(typed);
    if (!origin) {
      setSaid(t('sites.notAnAddress'));
      return;
    }
    const { host } = new URL(origin);
    const granted = await turnOn(origin);
    setSaid(granted ? t('sites.nowOn', [host]) : t('sites.refused', [host]));
    if (granted) setTyped('');
  };
  return (
    <form class="add-site" onSubmit={(event) => void submit(event)}>
      <label for="site">{t('sites.address')}</label>
      <div class="add-line">
        <input
          id="site"
          class="field"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder="acme.atlassian.net"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="btn">
          {t('sites.turnOn')}
        </button>
      </div>
      <p role="status" class="add-said">
        {said}
      </p>
    </form>
  );
}
