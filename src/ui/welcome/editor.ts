// The live editor: ProseMirror as many sites use it, so that what is tried here is what happens there.
import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { type Node, Schema } from 'prosemirror-model';
import { marks, nodes } from 'prosemirror-schema-basic';
import { addListNodes } from 'prosemirror-schema-list';
import { EditorState, Selection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import 'prosemirror-view/style/prosemirror.css';

const basic = new Schema({ nodes, marks });
const schema = new Schema({
  nodes: addListNodes(basic.spec.nodes, 'paragraph block*', 'block'),
  marks: basic.spec.marks,
});

function documentOf(lines: readonly string[]): Node {
  const blocks = lines.map((line) => {
    const level = /^#*/.exec(line)![0].length;
    const text = schema.text(line.replace(/^#+\s*/, ''));
    return level ? schema.nodes.heading!.create({ level }, text) : schema.nodes.paragraph!.create(null, text);
  });
  return schema.nodes.doc!.create(null, blocks);
}

function stateOf(lines: readonly string[]): EditorState {
  const state = EditorState.create({
    doc: documentOf(lines),
    plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo }), keymap(baseKeymap)],
  });
  // The caret at the end, where a person would go on.
  return state.apply(state.tr.setSelection(Selection.atEnd(state.doc)));
}

/** An editor in a page of ours. */
export interface LiveEditor {
  hold(lines: readonly string[]): void;
  focus(): void;
}

/** Puts an editor into `place`, named for assistive software. */
export function liveEditor(place: HTMLElement, lines: readonly string[], name: string): LiveEditor {
  const view = new EditorView(place, {
    state: stateOf(lines),
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': name },
  });
  return {
    hold: (next) => view.updateState(stateOf(next)),
    focus: () => view.focus(),
  };
}
