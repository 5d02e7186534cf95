import Quill from 'quill';
import 'quill/dist/quill.core.css';
import { present } from '../present.ts';
import { sampleHtml } from '../sample.ts';

present((place) => {
  const holder = document.createElement('div');
  place.append(holder);
  const quill = new Quill(holder, { placeholder: 'Compose' });
  quill.setContents(quill.clipboard.convert({ html: sampleHtml() }), 'silent');
  quill.history.clear();
  return {
    root: () => quill.root,
    html: () => quill.root.outerHTML,
    model: () => JSON.stringify(quill.getContents()),
    undoDepth: () => quill.history.stack.undo.length,
    remote: () => void quill.insertText(quill.getLength() - 1, ' remote', 'api'),
  };
});
