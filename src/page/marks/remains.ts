// What an older run of the page script left in a page when its extension was updated or disabled: in Chromium it lives on
// until it notices (`../orphaned.ts`), in Firefox it is cut off in the middle.
import { HIGHLIGHTS } from './evidence.ts';
import { LAYER_TAG } from './layer.ts';

/** Takes layers and highlights of older runs out of a page: the newer run wins. */
export function clearRemains(view: Window & typeof globalThis): void {
  for (const old of view.document.querySelectorAll(`html > ${LAYER_TAG}`)) old.remove();
  for (const name of HIGHLIGHTS) view.CSS.highlights?.delete(name);
}
