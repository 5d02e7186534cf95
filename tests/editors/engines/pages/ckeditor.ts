import {
  AutoLink,
  Bold,
  ClassicEditor,
  CodeBlock,
  Essentials,
  Heading,
  Italic,
  List,
  Paragraph,
  Table,
} from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';
import { present } from '../present.ts';
import { sampleHtml } from '../sample.ts';

/** Its list items have random ids. */
const withoutIds = (html: string) => html.replaceAll(/ data-list-item-id="[^"]*"/g, '');

present(async (place) => {
  const holder = document.createElement('div');
  place.append(holder);
  const editor = await ClassicEditor.create(holder, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph, Heading, Bold, Italic, List, CodeBlock, Table, AutoLink],
    toolbar: ['bold', 'italic'],
    initialData: sampleHtml(),
  });
  const undo = editor.commands.get('undo')! as unknown as { _stack: unknown[] };
  return {
    root: () => editor.ui.getEditableElement()!,
    html: () => withoutIds(editor.ui.getEditableElement()!.outerHTML),
    model: () => withoutIds(editor.getData()),
    undoDepth: () => undo._stack.length,
    remote: () =>
      editor.model.enqueueChange({ isUndoable: false }, (writer) => {
        const root = editor.model.document.getRoot()!;
        writer.insertText(' remote', root.getChild(root.childCount - 1) as never, 'end');
      }),
  };
});
