import { exampleSetup } from 'prosemirror-example-setup';
import { undoDepth } from 'prosemirror-history';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import 'prosemirror-view/style/prosemirror.css';
import '../probe.ts';

const title = new URLSearchParams(location.search).get('title');
if (title) document.title = document.querySelector('h1')!.textContent = title;

const view = new EditorView(document.querySelector('#editor'), {
  state: EditorState.create({ schema, plugins: exampleSetup({ schema, menuBar: false }) }),
  attributes: { role: 'textbox', 'aria-label': 'Description', 'aria-multiline': 'true' },
});

window.probe = {
  html: () => view.dom.outerHTML,
  model: () => JSON.stringify(view.state.doc),
  undoDepth: () => undoDepth(view.state),
};
