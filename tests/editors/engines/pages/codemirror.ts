import { undoDepth } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { basicSetup, EditorView } from 'codemirror';
import { present } from '../present.ts';
import { sampleText } from '../sample.ts';

present((place) => {
  const root = place.getRootNode();
  const view = new EditorView({
    doc: sampleText(),
    extensions: [basicSetup, markdown(), EditorView.lineWrapping],
    parent: place,
    ...(root instanceof ShadowRoot && { root }),
  });
  return {
    root: () => view.contentDOM,
    html: () => view.contentDOM.outerHTML,
    model: () => view.state.doc.toString(),
    undoDepth: () => undoDepth(view.state),
    remote: () => view.dispatch({ changes: { from: view.state.doc.length, insert: ' remote' } }),
  };
});
