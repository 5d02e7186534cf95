import { present } from '../present.ts';
import { sampleText } from '../sample.ts';

present((place) => {
  const field = document.createElement('textarea');
  field.value = sampleText();
  place.append(field);
  return {
    root: () => field,
    html: () => field.outerHTML,
    model: () => field.value,
    undoDepth: () => -1,
    remote: () => {
      field.value += ' remote';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
  };
});
