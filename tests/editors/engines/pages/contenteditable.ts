import { present } from '../present.ts';
import { sampleHtml } from '../sample.ts';

present((place) => {
  const root = document.createElement('div');
  root.contentEditable = 'true';
  root.innerHTML = sampleHtml();
  place.append(root);
  return {
    root: () => root,
    html: () => root.outerHTML,
    model: () => root.innerHTML,
    undoDepth: () => -1,
    remote: () => root.lastElementChild!.append(' remote'),
  };
});
