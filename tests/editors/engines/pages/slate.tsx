import { useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, type Descendant, Editor, Transforms } from 'slate';
import { type HistoryEditor, withHistory } from 'slate-history';
import { Editable, type RenderElementProps, Slate, withReact } from 'slate-react';
import { present } from '../present.ts';
import { sample } from '../sample.ts';

const value = sample.map(({ type, text }) => ({ type, children: [{ text }] })) as Descendant[];
const tags = { heading: 'h2', paragraph: 'p', item: 'li', code: 'pre' } as const;

function Block({ attributes, children, element }: RenderElementProps) {
  const Tag = tags[(element as { type?: keyof typeof tags }).type ?? 'paragraph'];
  return <Tag {...attributes}>{children}</Tag>;
}

let editor: HistoryEditor & Editor;

function Page() {
  editor = useMemo(() => withHistory(withReact(createEditor())) as HistoryEditor & Editor, []);
  return (
    <Slate editor={editor as never} initialValue={value}>
      <Editable renderElement={(props) => <Block {...props} />} placeholder="Enter some text" />
    </Slate>
  );
}

present(async (place) => {
  createRoot(place).render(<Page />);
  await new Promise<void>((seen) => {
    const look = () => (place.querySelector('[data-slate-editor] p') ? seen() : requestAnimationFrame(look));
    look();
  });
  const root = () => place.querySelector('[data-slate-editor]')!;
  return {
    root,
    html: () => root().outerHTML,
    model: () => JSON.stringify(editor.children),
    undoDepth: () => editor.history.undos.length,
    remote: () => Transforms.insertText(editor, ' remote', { at: Editor.end(editor, []) }),
  };
});
