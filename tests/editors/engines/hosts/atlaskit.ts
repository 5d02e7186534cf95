// An editor as Jira and Confluence show it: ProseMirror with their attributes and wrappers.
import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMParser, Schema } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

const named = (tag: string, name: string) => () =>
  [tag, { 'data-prosemirror-node-name': name, 'data-prosemirror-node-block': 'true' }, 0] as const;

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    text: { group: 'inline' },
    paragraph: { group: 'block', content: 'text*', parseDOM: [{ tag: 'p' }], toDOM: named('p', 'paragraph') },
    heading: { group: 'block', content: 'text*', parseDOM: [{ tag: 'h3' }], toDOM: named('h3', 'heading') },
  },
});

/** An element with children, for pages whose policy forbids strings of HTML. */
export function make(
  tag: string,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Paragraphs of a document, as rendered text. */
export function paragraphs(...texts: string[]): HTMLElement[] {
  return texts.map((text) => make('p', {}, text));
}

/** Mounts an editor with some paragraphs. @returns the wrapper to put into the page, and the view */
export function atlaskit(texts: string[], appearance: 'comment' | 'full-page' = 'comment') {
  const area = make('div', { class: `ak-editor-content-area appearance-${appearance}` });
  const wrapper = make(
    'div',
    { class: 'akEditor frame' },
    make('div', { 'data-editor-click-wrapper': '' }, area),
  );
  const source = make('div', {}, ...paragraphs(...texts));
  const view = new EditorView(area, {
    state: EditorState.create({
      doc: DOMParser.fromSchema(schema).parse(source),
      plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)],
    }),
    attributes: {
      id: 'ak-editor-textarea',
      class: 'ua-chrome',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Editor',
      'data-editor-id': crypto.randomUUID(),
      'data-gramm': 'false',
    },
  });
  return { wrapper, view };
}
