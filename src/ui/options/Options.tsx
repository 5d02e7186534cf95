// Options: one column of sentences, each with its control at the end, saved at once.
import { useEffect, useState } from 'preact/hooks';
import { Waymark } from '../../look/Waymark.tsx';
import { t } from '../words.ts';
import { Day } from './Day.tsx';
import { Hosts } from './Hosts.tsx';
import { Keys } from './Keys.tsx';
import { Marks } from './Marks.tsx';
import { Notes } from './Notes.tsx';
import { Sites } from './Sites.tsx';
import { Trust } from './Trust.tsx';

const SECTIONS = ['sites', 'hosts', 'marks', 'day', 'notes', 'keys', 'glyphs', 'trust'] as const;

export function Options() {
  const [at, setAt] = useState(location.hash.slice(1) || SECTIONS[0]);
  useEffect(() => {
    const follow = () => setAt(location.hash.slice(1));
    window.addEventListener('hashchange', follow);
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return (
    <div class="opt-page">
      <nav class="opt-nav" aria-label={t('options.title')}>
        <div class="brand">
          <Waymark shape="turn" />
          {t('name')}
        </div>
        {SECTIONS.map((section) => (
          <a key={section} href={`#${section}`} aria-current={section === at ? 'true' : undefined}>
            {t(`options.${section}`)}
          </a>
        ))}
      </nav>
      <main>
        <h1 class="unseen">{t('options.title')}</h1>
        <Sites />
        <Hosts />
        <Marks />
        <Day />
        <Notes />
        <Keys />
        <Trust />
      </main>
    </div>
  );
}
