// ProseMirror with the attributes, wrappers, chips and widgets that Atlassian's editor shows (research:
// editors.md 2). The editor itself is 4.9 GB of packages and has a run of its own.

import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { type DOMOutputSpec, DOMParser, type Node, Schema } from 'prosemirror-model';
import { EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import 'prosemirror-view/style/prosemirror.css';
import { present } from '../present.ts';
import { proseProbe } from '../prose.ts';
import { sampleHtml } from '../sample.ts';

const named = (tag: string, name: string) => (): DOMOutputSpec => [
  tag,
  {
    'data-prosemirror-node-name': name,
    'data-prosemirror-node-block': 'true',
    'data-prosemirror-content-type': 'node',
  },
  0,
];

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    text: { group: 'inline' },
    paragraph: {
      group: 'block',
      content: 'inline*',
      parseDOM: [{ tag: 'p' }],
      toDOM: named('p', 'paragraph'),
    },
    heading: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'h2' }], toDOM: named('h2', 'heading') },
    bulletList: {
      group: 'block',
      content: 'listItem+',
      parseDOM: [{ tag: 'ul' }],
      toDOM: named('ul', 'bulletList'),
    },
    listItem: { content: 'paragraph block*', parseDOM: [{ tag: 'li' }], toDOM: named('li', 'listItem') },
    codeBlock: {
      group: 'block',
      content: 'text*',
      code: true,
      parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
      toDOM: () => ['div', { class: 'code-block', 'data-prosemirror-node-name': 'codeBlock' }, ['code', 0]],
    },
    mention: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { name: {} },
      parseDOM: [{ tag: 'mark', getAttrs: (dom) => ({ name: (dom as HTMLElement).textContent }) }],
      toDOM: (node: Node) => [
        'span',
        { contenteditable: 'false', 'data-prosemirror-node-name': 'mention', 'data-mention-id': '1' },
        ['span', { class: 'editor-mention-primitive' }, `\u200b${node.attrs.name}\u200b`],
      ],
    },
  },
});

/** Line numbers, which stand inside the code. */
const lineNumbers = new Plugin({
  props: {
    decorations(state) {
      const found: Decoration[] = [];
      state.doc.descendants((node, position) => {
        if (node.type.name !== 'codeBlock') return;
        const number = document.createElement('span');
        number.className = 'code-content__line-number--wrapped';
        number.textContent = '1';
        found.push(Decoration.widget(position + 1, number, { side: -1 }));
      });
      return DecorationSet.create(state.doc, found);
    },
  },
});

present((place) => {
  const source = document.createElement('div');
  source.innerHTML = sampleHtml().replace('Finance', '<mark>@Ada Lovelace</mark>');
  place.innerHTML =
    '<div class="akEditor"><div class="fabric-editor-popup-scroll-parent"><div data-editor-click-wrapper><div class="ak-editor-content-area"></div></div></div></div>';
  const view = new EditorView(place.querySelector('.ak-editor-content-area'), {
    state: EditorState.create({
      doc: DOMParser.fromSchema(schema).parse(source),
      plugins: [
        history({ newGroupDelay: 60_000 }),
        keymap({ 'Mod-z': undo, 'Mod-y': redo }),
        keymap(baseKeymap),
        lineNumbers,
      ],
    }),
    attributes: {
      id: 'ak-editor-textarea',
      class: 'ua-chrome',
      role: 'textbox',
      'aria-multiline': 'true',
      'data-editor-id': 'constant',
      'data-gramm': 'false',
    },
  });
  return proseProbe(view);
});
