// Atlassian's editor as Jira's comments have it, filled with the document of all engines.
import { ComposableEditor } from '@atlaskit/editor-core/composable-editor';
import { EditorContext } from '@atlaskit/editor-core/editor-context';
import { useUniversalPreset } from '@atlaskit/editor-core/preset-universal';
import { usePreset } from '@atlaskit/editor-core/use-preset';
import { undoDepth } from '@atlaskit/editor-prosemirror/history';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl-next';
import { present } from '../engines/present.ts';
import { sample } from '../engines/sample.ts';

const PROPS = {
  appearance: 'comment',
  allowTables: { advanced: true },
  allowPanel: true,
  allowExpand: true,
  allowStatus: true,
  allowDate: true,
  allowTasksAndDecisions: true,
};

const paragraph = (text) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const NODES = {
  heading: (text) => ({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] }),
  paragraph,
  item: (text) => ({ type: 'listItem', content: [paragraph(text)] }),
  code: (text) => ({ type: 'codeBlock', attrs: {}, content: [{ type: 'text', text }] }),
};

/** The sample in Atlassian's own format. */
function adf() {
  const content = [];
  for (const { type, text } of sample) {
    const node = NODES[type](text);
    const last = content.at(-1);
    if (type !== 'item') content.push(node);
    else if (last?.type === 'bulletList') last.content.push(node);
    else content.push({ type: 'bulletList', content: [node] });
  }
  return { version: 1, type: 'doc', content };
}

function Editor({ ready }) {
  const universal = useUniversalPreset({ props: PROPS });
  const { preset } = usePreset(() => universal, []);
  return (
    <ComposableEditor
      preset={preset}
      {...PROPS}
      defaultValue={adf()}
      onEditorReady={(actions) => ready(actions._privateGetEditorView())}
    />
  );
}

present(async (place) => {
  const view = await new Promise((ready) => {
    createRoot(place).render(
      <IntlProvider locale="en">
        <EditorContext>
          <Editor ready={ready} />
        </EditorContext>
      </IntlProvider>,
    );
  });
  return {
    root: () => view.dom,
    // Its own ids are made anew on each load.
    html: () => view.dom.outerHTML.replaceAll(/ (?:data-)?[\w-]*id="[^"]*"/g, ''),
    model: () => JSON.stringify(view.state.doc).replaceAll(/"localId":"[^"]*"/g, '""'),
    undoDepth: () => undoDepth(view.state),
    remote() {
      const end = view.state.doc.content.size - 1;
      const edit = view.state.tr.insertText(' remote', end);
      view.dispatch(edit.setMeta('addToHistory', false).setMeta('isRemote', true));
    },
  };
});
