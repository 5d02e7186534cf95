// The keys of the panel: arrows from stop to stop, Enter opens; D, X and C work on the one that is open.
import type { Stop } from './route.ts';
import { answer, copy, copyOf, opened, possible, route } from './state.ts';

/** Handles a key of the panel. */
export function panelKey(event: KeyboardEvent): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLSelectElement || event.target instanceof HTMLTextAreaElement) return;
  if (event.key === 'ArrowDown') step(1);
  else if (event.key === 'ArrowUp') step(-1);
  else if (!letter(event.key.toLowerCase())) return;
  event.preventDefault();
}

function step(by: number): void {
  const stops = [...document.querySelectorAll<HTMLButtonElement>('.stop-line')];
  const at = stops.indexOf(document.activeElement as HTMLButtonElement);
  stops[at < 0 ? 0 : Math.max(0, Math.min(stops.length - 1, at + by))]?.focus();
}

function letter(key: string): boolean {
  const stop = [...route.value, ...possible.value].find(({ id }) => id === opened.value);
  if (!stop || stop.kind === 'section' || stop.kind === 'done') return false;
  if (key === 'd' && stop.kind !== 'gap') leave(stop, 'useful');
  else if (key === 'x') leave(stop, 'not-here');
  else if (key === 'c') void copy(copyOf(stop));
  else return false;
  return true;
}

/** Answers a stop; the focus stays in the list, on the row that takes its place. */
function leave(stop: Stop, how: 'useful' | 'not-here'): void {
  const lines = [...document.querySelectorAll<HTMLButtonElement>('.stop-line')];
  const at = lines.findIndex((line) => line.closest('[data-stop]')?.getAttribute('data-stop') === stop.id);
  (lines[at + 1] ?? lines[at - 1])?.focus();
  void answer(stop, how);
}
