import {
  convertFromRaw,
  convertToRaw,
  Editor,
  EditorState,
  Modifier,
  RichUtils,
  SelectionState,
} from 'draft-js';
import 'draft-js/dist/Draft.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { present } from '../present.ts';
import { sample } from '../sample.ts';

const types = {
  heading: 'header-two',
  paragraph: 'unstyled',
  item: 'unordered-list-item',
  code: 'code-block',
};
let state: EditorState;
let set: (state: EditorState) => void;

function Page() {
  const [shown, show] = useState(() =>
    EditorState.createWithContent(
      convertFromRaw({
        entityMap: {},
        blocks: sample.map(({ type, text }, index) => ({
          key: `k${index}`,
          type: types[type],
          text,
          depth: 0,
          inlineStyleRanges: [],
          entityRanges: [],
        })),
      }),
    ),
  );
  state = shown;
  set = show;
  return (
    <Editor
      editorState={shown}
      onChange={show}
      placeholder="Tell a story"
      handleKeyCommand={(command, now) => {
        const next = RichUtils.handleKeyCommand(now, command);
        if (next) show(next);
        return next ? 'handled' : 'not-handled';
      }}
    />
  );
}

present(async (place) => {
  createRoot(place).render(<Page />);
  await new Promise<void>((seen) => {
    const look = () => (place.querySelector('[data-block]') ? seen() : requestAnimationFrame(look));
    look();
  });
  const root = () => place.querySelector('.public-DraftEditor-content')!;
  return {
    root,
    html: () => root().outerHTML.replaceAll(/ data-editor="[^"]*"/g, ''),
    model: () => JSON.stringify(convertToRaw(state.getCurrentContent())),
    undoDepth: () => state.getUndoStack().size,
    remote() {
      const last = state.getCurrentContent().getLastBlock();
      const end = SelectionState.createEmpty(last.getKey()).merge({
        anchorOffset: last.getLength(),
        focusOffset: last.getLength(),
      });
      const content = Modifier.insertText(state.getCurrentContent(), end, ' remote');
      set(EditorState.set(state, { currentContent: content }));
    },
  };
});
