// What the pages made of ProseMirror share.
import { undoDepth } from 'prosemirror-history';
import type { EditorView } from 'prosemirror-view';
import type { Probe } from './present.ts';

/** The probe of a ProseMirror view. */
export function proseProbe(view: EditorView, depth = undoDepth): Probe {
  return {
    root: () => view.dom,
    html: () => view.dom.outerHTML,
    model: () => JSON.stringify(view.state.doc),
    undoDepth: () => depth(view.state) as number,
    remote() {
      const end = view.state.doc.content.size - 1;
      view.dispatch(view.state.tr.insertText(' remote', end).setMeta('addToHistory', false));
    },
  };
}
