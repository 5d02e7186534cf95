// The document as a route: what is there, what is missing, and where it could turn.
import { Waymark } from '../../look/Waymark.tsx';
import type { TabState } from '../../platform/messages.ts';
import { t } from '../words.ts';
import type { Stop } from './route.ts';
import { StopRow } from './StopRow.tsx';
import { type Filter, filter, possible, route } from './state.ts';

const SHOWN: Record<Filter, (stop: Stop) => boolean> = {
  all: () => true,
  missing: (stop) => stop.kind === 'gap',
  hints: (stop) => stop.kind === 'hint' || stop.kind === 'check',
  done: isDone,
};

function isDone(stop: Stop): boolean {
  return stop.kind === 'done' || (stop.kind === 'section' && stop.added);
}

export function Route({ shown }: { shown: TabState }) {
  const stops = route.value.filter(SHOWN[filter.value]);
  if (shown.unread) return <Nothing>{t('panel.unreadSays')}</Nothing>;
  if (shown.words === 0) return <Nothing>{t('panel.emptyPage')}</Nothing>;
  return (
    <>
      <Stops name={t('panel.possible')} stops={filter.value === 'all' ? possible.value : []} titled />
      <Stops name={t('panel.route')} stops={stops} />
      {stops.length === 0 && possible.value.length === 0 && <Nothing>{t('panel.nothing')}</Nothing>}
    </>
  );
}

/** Shows all stops, or those of a sort, each with its number. */
export function Tabs() {
  const counts = (Object.keys(SHOWN) as Filter[]).map((name) => ({
    name,
    count: route.value.filter(SHOWN[name]).length,
  }));
  return (
    <fieldset class="coach-tabs" aria-label={t('panel.show')}>
      {counts.map(({ name, count }) => (
        <button
          key={name}
          type="button"
          class="btn btn-plain"
          aria-pressed={filter.value === name}
          onClick={() => {
            filter.value = name;
          }}
        >
          {t(`panel.filter.${name}`, [`${count}`])}
        </button>
      ))}
    </fieldset>
  );
}

function Stops({ name, stops, titled }: { name: string; stops: readonly Stop[]; titled?: boolean }) {
  if (stops.length === 0) return null;
  return (
    <section aria-label={name} class={titled ? 'coach-possible' : undefined}>
      {titled && <h2 class="route-name label">{name}</h2>}
      <ol class="route">
        {stops.map((stop, at) => (
          <StopRow key={stop.id} stop={stop} toGap={stops[at + 1]?.kind === 'gap'} />
        ))}
      </ol>
    </section>
  );
}

function Nothing({ children }: { children: string }) {
  return (
    <p class="coach-nothing">
      <Waymark shape="way" quiet />
      {children}
    </p>
  );
}
