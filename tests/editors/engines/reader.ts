// The readers of the page script, so that a test can ask what they see of a root. Never part of the product.
import { readerOf } from '../../../src/page/surfaces/reader.ts';

Object.assign(window, {
  readBlocks(root: Element) {
    const work = readerOf(root).read();
    let next = work.next();
    while (!next.done) next = work.next();
    return next.value.map(({ type, text }) => `${type}: ${text}`);
  },
});
