// The keys of the panel: arrows from stop to stop; D, X and C work on the one that is open.
import { answer, copy, opened, state } from './state.ts';

/** Handles a key of the panel. */
export function panelKey(event: KeyboardEvent): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLSelectElement) return;
  if (event.key === 'ArrowDown') step(1);
  else if (event.key === 'ArrowUp') step(-1);
  else if (!letter(event.key)) return;
  event.preventDefault();
}

function step(by: number): void {
  const stops = [...document.querySelectorAll<HTMLButtonElement>('.stop-line')];
  const at = stops.indexOf(document.activeElement as HTMLButtonElement);
  stops[at < 0 ? 0 : Math.max(0, Math.min(stops.length - 1, at + by))]?.focus();
}

function letter(key: string): boolean {
  const shown = state.value;
  const hint = [...(shown?.hints ?? []), ...(shown?.possible ?? [])].find(
    ({ surface, block, note }) => opened.value === `${surface}-${block}-${note}`,
  );
  const section = shown?.sections.find(({ id }) => opened.value === `section-${id}`);
  if (key === 'd' && hint) void answer(hint, 'useful');
  else if (key === 'x' && hint) void answer(hint, 'not-here');
  else if (key === 'c' && hint) void copy(hint.by === 'other' ? hint.comment : hint.copy);
  else if (key === 'c' && section) void copy(section.skeleton);
  else return false;
  return true;
}
