import { exampleSetup } from 'prosemirror-example-setup';
import { DOMParser, Schema } from 'prosemirror-model';
import { schema as basic } from 'prosemirror-schema-basic';
import { addListNodes } from 'prosemirror-schema-list';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import 'prosemirror-view/style/prosemirror.css';
import { present } from '../present.ts';
import { proseProbe } from '../prose.ts';
import { sampleHtml } from '../sample.ts';

const schema = new Schema({
  nodes: addListNodes(basic.spec.nodes, 'paragraph block*', 'block'),
  marks: basic.spec.marks,
});

present((place) => {
  const source = document.createElement('div');
  source.innerHTML = sampleHtml();
  const view = new EditorView(place, {
    state: EditorState.create({
      doc: DOMParser.fromSchema(schema).parse(source),
      plugins: exampleSetup({ schema, menuBar: false }),
    }),
  });
  return proseProbe(view);
});
