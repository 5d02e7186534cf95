// The keys of the popup, by what is shown: the list, or a note.
import { copy, didThis, edit, goTo, move, read, readNext, selectedRow, togglePin, write } from './acts.ts';
import { entryOf, nothingFound, reading, showNote, typed, type as typeInto } from './state.ts';

/** True while an input method composes: Enter and arrows are its own then. */
const composing = (event: KeyboardEvent) => event.isComposing || event.keyCode === 229;

const inField = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox');

/** Handles a key of the popup. */
export function popupKey(event: KeyboardEvent): void {
  if (composing(event)) return;
  const done = reading.value ? readingKey(event) : listKey(event);
  if (done) event.preventDefault();
}

function readingKey(event: KeyboardEvent): boolean {
  const { key } = event;
  if (event.ctrlKey || event.metaKey) {
    if (key === 'p') void togglePin(reading.value ?? undefined);
    else if (key === 'c' && !window.getSelection()?.toString())
      void copy(reading.value ?? undefined, 'markdown');
    else return false;
    return true;
  }
  if (event.altKey) return false;
  if (key === 'Escape' || key === 'ArrowLeft' || key === 'Backspace') showNote(null);
  else if (key === 'j') readNext(1);
  else if (key === 'k') readNext(-1);
  else if (key === 'd') void didThis(reading.value);
  else if (key === 'e' && reading.value) edit(reading.value);
  else return false;
  return true;
}

function listKey(event: KeyboardEvent): boolean {
  const { key, target } = event;
  const pasting = target instanceof HTMLTextAreaElement;
  // A button or a switch keeps its own Enter; a passage that is pasted keeps its arrows.
  const own = target instanceof HTMLElement && target.closest('button, a, .switch') !== null;
  const row = selectedRow();
  const entry = row && entryOf(row);
  const control = event.ctrlKey || event.metaKey;
  if (key === 'Enter' && control && nothingFound.value) write(typed.value.trim());
  else if (key === 'Enter' && control) void goTo(row);
  else if (key === 'Enter' && !pasting && !own) read(entry);
  else if (key === 'ArrowDown' && !pasting) move(1);
  else if (key === 'ArrowUp' && !pasting) move(-1);
  else if (key === 'Escape' && typed.value) typeInto('');
  else if (control) return commandKey(event, entry);
  else if (!inField(target) && !own && key.length === 1 && !event.altKey) return typeFirst(key);
  else return false;
  return true;
}

function commandKey(event: KeyboardEvent, entry: Parameters<typeof copy>[0]): boolean {
  const field = event.target instanceof HTMLInputElement ? event.target : null;
  if (event.key === 'p') void togglePin(entry);
  else if (event.key === 'c' && (!field || field.selectionStart === field.selectionEnd))
    void copy(entry, 'text');
  else return false;
  return true;
}

/** Firefox sometimes opens the popup with the focus elsewhere: letters find the field all the same. */
function typeFirst(letter: string): boolean {
  typeInto(typed.value + letter);
  document.querySelector<HTMLInputElement>('#find')?.focus();
  return true;
}
