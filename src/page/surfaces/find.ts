// From an event to the surface it happened in.
import { isReadable, traitsOf } from './exclude.ts';

/** Editors whose text is not in the element that has the focus. */
const KNOWN_ROOTS = '.monaco-editor, .cm-content';

/**
 * The root of the editor that an event's path leads through: a field, a known engine's root, or the outermost
 * editable element, across open shadow roots.
 * @returns null where there is none, or where it must not be read
 */
export function editorIn(path: readonly EventTarget[]): Element | null {
  let editable: Element | null = null;
  for (const target of path) {
    if (!isElement(target)) continue;
    if (target.tagName === 'TEXTAREA' || target.tagName === 'INPUT') {
      const known = target.closest(KNOWN_ROOTS);
      if (known) return known;
      return isReadable(traitsOf(target)) ? target : null;
    }
    if (target.matches(KNOWN_ROOTS)) return target;
    const value = target.getAttribute('contenteditable');
    if (value !== null && value !== 'false') editable = target;
  }
  editable ??= designBody(path);
  return editable && isReadable(traitsOf(editable)) ? editable : null;
}

/** The body of a document that is editable as a whole. */
function designBody(path: readonly EventTarget[]): Element | null {
  for (const target of path) {
    if (isElement(target) && target.ownerDocument.designMode === 'on') return target.ownerDocument.body;
  }
  return null;
}

/** Elements by type, not by class: an element may come from another frame's world. */
export function isElement(target: EventTarget | null | undefined): target is Element {
  return (target as Node | null | undefined)?.nodeType === 1;
}

/** The parent across shadow borders. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root.nodeType === 11 && 'host' in root ? (root as ShadowRoot).host : null;
}
