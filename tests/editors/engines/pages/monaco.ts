import * as monaco from 'monaco-editor/editor/editor.api.js';
import { present } from '../present.ts';
import { sampleText } from '../sample.ts';

present(async (place) => {
  const holder = document.createElement('div');
  holder.className = 'code-editor';
  place.append(holder);
  const editor = monaco.editor.create(holder, {
    value: sampleText(),
    language: 'plaintext',
    wordWrap: 'on',
    minimap: { enabled: false },
    automaticLayout: true,
  });
  await new Promise<void>((seen) => {
    const look = () => (holder.querySelector('.view-line') ? seen() : requestAnimationFrame(look));
    look();
  });
  return {
    root: () => holder.querySelector('.monaco-editor')!,
    html: () => editor.getValue(),
    model: () => editor.getValue(),
    undoDepth: () => -1,
    remote() {
      const model = editor.getModel()!;
      const line = model.getLineCount();
      const at = new monaco.Range(line, model.getLineMaxColumn(line), line, model.getLineMaxColumn(line));
      model.applyEdits([{ range: at, text: ' remote' }]);
    },
  };
});
