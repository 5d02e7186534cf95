// Which reader reads which root.
import { type Field, FieldReader, LinesReader, lineEditorOf } from './plain-reader.ts';
import type { Reader } from './read.ts';
import { RichReader } from './rich.ts';

/** Whether a root is a field with a value, not an element with text. */
export function isField(root: Element): root is Field {
  return root.tagName === 'TEXTAREA' || root.tagName === 'INPUT';
}

/** The reader that goes with an editor's root. */
export function readerOf(root: Element): Reader {
  if (isField(root)) return new FieldReader(root);
  const lines = lineEditorOf(root);
  return lines ? new LinesReader(root, lines) : new RichReader(root);
}
