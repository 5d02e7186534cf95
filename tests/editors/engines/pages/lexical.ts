import { $createCodeNode, CodeNode } from '@lexical/code';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $createListItemNode, $createListNode, ListItemNode, ListNode, registerList } from '@lexical/list';
import { $createHeadingNode, HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor, type ElementNode } from 'lexical';
import { present } from '../present.ts';
import { sample } from '../sample.ts';

present((place) => {
  const root = document.createElement('div');
  root.contentEditable = 'true';
  root.setAttribute('role', 'textbox');
  root.style.whiteSpace = 'pre-wrap';
  place.append(root);
  const editor = createEditor({
    namespace: 'test',
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, CodeNode],
    onError(error) {
      throw error;
    },
  });
  editor.setRootElement(root);
  const past = createEmptyHistoryState();
  registerRichText(editor);
  registerList(editor);
  editor.update(
    () => {
      let list: ListNode | null = null;
      for (const { type, text } of sample) {
        const words = $createTextNode(text);
        if (type === 'item') {
          if (!list) {
            list = $createListNode('bullet');
            $getRoot().append(list);
          }
          list.append($createListItemNode().append(words));
          continue;
        }
        list = null;
        const nodes = {
          heading: () => $createHeadingNode('h2'),
          paragraph: () => $createParagraphNode(),
          code: () => $createCodeNode(),
        };
        $getRoot().append(nodes[type]().append(words));
      }
    },
    { discrete: true },
  );
  // So that what is one step does not hang on the speed of the machine.
  registerHistory(editor, past, 60_000);
  return {
    root: () => root,
    html: () => root.outerHTML,
    model: () => JSON.stringify(editor.getEditorState()),
    undoDepth: () => past.undoStack.length,
    remote: () =>
      editor.update(
        () => void ($getRoot().getLastChild() as ElementNode).append($createTextNode(' remote')),
        {
          tag: 'collaboration',
        },
      ),
  };
});
