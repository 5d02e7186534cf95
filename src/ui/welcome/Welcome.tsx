// Welcome: what it does, tried at once; then one site, the browser's question, the toolbar, a document.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Waymark } from '../../look/Waymark.tsx';
import { libraryEntries } from '../../notes/library-shelf.ts';
import { isFirefox, openAddress } from '../../platform/tabs.ts';
import { newTab, sites } from '../../settings/settings.ts';
import { AddSite } from '../AddSite.tsx';
import { Land } from '../Land.tsx';
import { setNewTab } from '../newtab/whose.ts';
import { Promises } from '../options/Trust.tsx';
import { settingSignal } from '../setting.ts';
import { t } from '../words.ts';
import { type LiveEditor, liveEditor } from './editor.ts';
import { SAMPLES, type SampleName } from './samples.ts';

const page = settingSignal(newTab);
const turnedOn = settingSignal(sites);
const NAMES: SampleName[] = ['ticket', 'design', 'silent'];

export function Welcome() {
  return (
    <div class="hello">
      <header class="hello-top">
        <Land note="problem-before-solution" date="2026-12-12" words="h1" narrow={860} span={760} />
        <div class="hello-in">
          <div class="hello-brand">
            <Waymark shape="turn" />
            {t('name')}
          </div>
          <h1>{t('welcome.title')}</h1>
          <p class="lead">{t('welcome.lead', libraryEntries.length)}</p>
        </div>
      </header>
      <main>
        <Try />
        <section class="hello-in" id="site-section">
          <h2>{t('welcome.site')}</h2>
          <p class="lead">{t('welcome.siteSays')}</p>
          <AddSite />
        </section>
        <NewTabQuestion />
        <Pin />
        <section class="hello-in">
          <h2>{t('options.trust')}</h2>
          <p class="lead">{t('trust.lead')}</p>
          <Promises />
        </section>
        <Start />
      </main>
    </div>
  );
}

function Try() {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<LiveEditor | null>(null);
  const [sample, setSample] = useState<SampleName>('ticket');
  useEffect(() => {
    if (place.current && !editor.current) {
      editor.current = liveEditor(place.current, SAMPLES.ticket, t('welcome.editor'));
    }
  }, []);
  const put = (name: SampleName) => {
    setSample(name);
    editor.current?.hold(SAMPLES[name]);
    editor.current?.focus();
  };
  return (
    <section class="hello-in">
      <h2>{t('welcome.try')}</h2>
      <p class="lead">{t('welcome.trySays')}</p>
      <div class="try-box" ref={place} />
      <div class="try-under">
        <span class="label">{t('welcome.putIn')}</span>
        {NAMES.map((name) => (
          <button
            key={name}
            type="button"
            class="link"
            aria-pressed={sample === name}
            onClick={() => put(name)}
          >
            {t(`welcome.${name}`)}
          </button>
        ))}
      </div>
    </section>
  );
}

/** The browser asks about the new tab in its own words, and one answer turns all of Staffwise off: said before it asks. */
function NewTabQuestion() {
  const own = page.value === 'browser';
  return (
    <section class="hello-in">
      <h2>{t('welcome.newTab')}</h2>
      <p class="lead">{isFirefox ? t('welcome.newTabFirefox') : t('welcome.newTabChromium')}</p>
      <p class="hello-acts">
        {own ? (
          <button type="button" class="btn" onClick={() => void setNewTab('staffwise')}>
            {t('welcome.useIdea')}
          </button>
        ) : (
          <button type="button" class="btn" onClick={() => void setNewTab('browser')}>
            {t('welcome.keepOwn')}
          </button>
        )}
        <span role="status">{own ? t('welcome.keptOwn') : ''}</span>
      </p>
    </section>
  );
}

function Pin() {
  return (
    <section class="hello-in">
      <h2>{t('welcome.pin')}</h2>
      <div class="hello-pin">
        <p class="lead">{isFirefox ? t('welcome.pinFirefox') : t('welcome.pinChromium')}</p>
        <Toolbar />
      </div>
    </section>
  );
}

/** A picture of a toolbar: the address, the puzzle piece, and the waymark beside it. */
function Toolbar() {
  return (
    <svg class="toolbar" viewBox="0 0 320 64" role="img" aria-label={t('welcome.pinPicture')}>
      <rect class="toolbar-ground" x="1" y="8" width="318" height="48" rx="10" />
      <rect class="toolbar-field" x="16" y="20" width="190" height="24" rx="12" />
      <circle class="toolbar-ring" cx="236" cy="32" r="17" />
      <rect class="toolbar-blaze" x="229" y="30" width="5" height="11" rx="1.1" />
      <rect class="toolbar-blaze" x="238" y="23" width="5" height="11" rx="1.1" />
      <path
        class="toolbar-line"
        d="M266 27h4a2.5 2.5 0 1 1 5 0h4v4a2.5 2.5 0 1 1 0 5v4h-13zM298 25v0M298 32v0M298 39v0"
      />
    </svg>
  );
}

function Start() {
  const first = turnedOn.value[0];
  const open = () => {
    if (first) void openAddress(first);
    else document.getElementById('site')?.focus();
  };
  return (
    <section class="hello-in">
      <h2>{t('welcome.start')}</h2>
      <p class="lead">{t('welcome.startSays')}</p>
      <div class="hello-end">
        <button type="button" class="btn btn-strong" onClick={open}>
          {t('welcome.openDocument')}
        </button>
        <span class="label">{first ? new URL(first).host : t('welcome.siteFirst')}</span>
      </div>
    </section>
  );
}
