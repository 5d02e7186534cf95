import type { WaymarkShape } from '../../look/shapes.ts';
import { Waymark } from '../../look/Waymark.tsx';
import { t } from '../words.ts';

const GLYPHS: { shape: WaymarkShape; name: 'turn' | 'seen' | 'way' | 'gap' | 'barred'; quiet: boolean }[] = [
  { shape: 'turn', name: 'turn', quiet: false },
  { shape: 'seen', name: 'seen', quiet: false },
  { shape: 'way', name: 'way', quiet: true },
  { shape: 'gap', name: 'gap', quiet: false },
  { shape: 'barred', name: 'barred', quiet: true },
];
const DOES = ['does1', 'does2', 'does3'] as const;
const NEVER = ['never1', 'never2', 'never3'] as const;

/** What the marks mean, what Staffwise can see, and what it never does. */
export function Trust() {
  return (
    <>
      <section id="glyphs">
        <h2>{t('options.glyphs')}</h2>
        <ul class="plain">
          {GLYPHS.map(({ shape, name, quiet }) => (
            <li key={name}>
              <Waymark shape={shape} quiet={quiet} />
              <span>
                <b>{t(`glyphs.${name}`)}</b> {t(`glyphs.${name}Says`)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section id="trust">
        <h2>{t('options.trust')}</h2>
        <p class="lead">{t('trust.lead')}</p>
        <Promises />
      </section>
    </>
  );
}

/** What it does and what it never does; welcome says the same. */
export function Promises() {
  return (
    <div class="reads">
      <div>
        <h3>{t('trust.does')}</h3>
        <ul>
          {DOES.map((key) => (
            <li key={key}>
              <Waymark shape="way" quiet />
              <span>{t(`trust.${key}`)}</span>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{t('trust.never')}</h3>
        <ul>
          {NEVER.map((key) => (
            <li key={key}>
              <Waymark shape="barred" quiet />
              <span>{t(`trust.${key}`)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
