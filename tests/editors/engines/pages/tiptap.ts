import { Editor } from '@tiptap/core';
import Mention from '@tiptap/extension-mention';
import Placeholder from '@tiptap/extension-placeholder';
import { undoDepth } from '@tiptap/pm/history';
import StarterKit from '@tiptap/starter-kit';
import { present } from '../present.ts';
import { proseProbe } from '../prose.ts';
import { sampleHtml } from '../sample.ts';

present((place) => {
  const editor = new Editor({
    element: place,
    extensions: [StarterKit, Mention, Placeholder.configure({ placeholder: 'Describe the work' })],
    content: sampleHtml(),
  });
  return proseProbe(editor.view as never, undoDepth as never);
});
