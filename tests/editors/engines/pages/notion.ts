// Leaves that are edited by themselves under one root, in the manner of Notion. A look-alike, not the product.
import { present } from '../present.ts';
import { sample } from '../sample.ts';

present((place) => {
  const root = document.createElement('div');
  root.dataset.contentEditableRoot = 'true';
  root.contentEditable = 'true';
  for (const { type, text } of sample) {
    const block = document.createElement('div');
    block.className = `notion-block notion-${type}`;
    const leaf = document.createElement(type === 'heading' ? 'h2' : type === 'code' ? 'pre' : 'div');
    leaf.dataset.contentEditableLeaf = 'true';
    leaf.textContent = text;
    if (type === 'item') block.setAttribute('role', 'listitem');
    const handle = document.createElement('div');
    handle.contentEditable = 'false';
    handle.setAttribute('aria-hidden', 'true');
    block.append(handle, leaf);
    root.append(block);
  }
  place.append(root);
  return {
    root: () => root,
    html: () => root.outerHTML,
    model: () => root.innerHTML,
    undoDepth: () => -1,
    remote: () => root.lastElementChild!.lastElementChild!.append(' remote'),
  };
});
