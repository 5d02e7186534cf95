import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, cardPlace, markPlace } from './place.ts';

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const view = box(0, 0, 1280, 800);
const card = { width: 384, height: 170 };

describe('markPlace', () => {
  const around = {
    line: box(140, 200, 400, 24),
    root: box(100, 100, 800, 400),
    content: box(140, 100, 720, 400),
    clip: view,
    field: false,
    rightToLeft: false,
    scrollbar: 0,
  };

  it('stands in the gutter, level with the first line', () => {
    expect(markPlace(around)).toEqual({ x: 107, y: 200, mirrored: false });
  });

  it('stands outside a field, and inside it where there is no room', () => {
    expect(markPlace({ ...around, field: true }).x).toBe(72);
    const narrow = { ...around, field: true, root: box(4, 100, 800, 400), scrollbar: 15 };
    expect(markPlace(narrow)).toEqual({ x: 763, y: 200, mirrored: true });
  });

  it('stands to the right of text that runs to the left', () => {
    expect(markPlace({ ...around, rightToLeft: true })).toEqual({ x: 869, y: 200, mirrored: true });
  });
});

describe('cardPlace', () => {
  const about = (
    block: Box,
    caretLine: Box | null = null,
    words: Box = { ...block, bottom: block.top + 24 },
  ) => ({
    block,
    words,
    caretLine,
  });

  it('stands under its paragraph', () => {
    expect(cardPlace(about(box(200, 100, 600, 48)), card, view)).toEqual({ x: 200, y: 156 });
  });

  it('stands above where there is no room below', () => {
    expect(cardPlace(about(box(200, 700, 600, 48)), card, view)).toEqual({ x: 200, y: 522 });
  });

  it('stands under the line of the caret where that is right under its paragraph', () => {
    const caretLine = box(200, 156, 600, 24);
    expect(cardPlace(about(box(200, 100, 600, 48), caretLine), card, view)).toEqual({ x: 200, y: 188 });
  });

  it('stands beside its paragraph where there is no room below and above', () => {
    const low = { ...view, bottom: 250 };
    expect(cardPlace(about(box(200, 100, 400, 100)), card, low)).toEqual({ x: 608, y: 72 });
    expect(cardPlace(about(box(700, 100, 400, 100)), card, low)).toEqual({ x: 275, y: 72 });
  });

  it('leaves the words in question free where a paragraph fills the window', () => {
    const long = box(100, -200, 1100, 1400);
    expect(cardPlace(about(long, null, box(300, 500, 200, 24)), card, view)).toEqual({ x: 300, y: 532 });
    expect(cardPlace(about(long, null, box(300, 700, 200, 24)), card, view)).toEqual({ x: 300, y: 522 });
  });

  const side = (most: number) => fc.integer({ min: 1, max: most });
  const anyBox = fc
    .tuple(fc.integer({ min: -200, max: 1400 }), fc.integer({ min: -200, max: 1000 }), side(1200), side(900))
    .map(([left, top, width, height]) => box(left, top, width, height));
  const meets = (a: Box, b: Box) =>
    a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
  const standing = (around: Parameters<typeof cardPlace>[0]) => {
    const { x, y } = cardPlace(around, card, view);
    return box(x, y, card.width, card.height);
  };

  it('never leaves the visible part', () => {
    fc.assert(
      fc.property(anyBox, fc.option(anyBox), (block, caretLine) => {
        const at = standing(about(block, caretLine));
        expect(at.left).toBeGreaterThanOrEqual(view.left + 8);
        expect(at.top).toBeGreaterThanOrEqual(view.top + 8);
        expect(at.right).toBeLessThanOrEqual(view.right - 8);
        expect(at.bottom).toBeLessThanOrEqual(view.bottom - 8);
      }),
    );
  });

  it('covers neither its paragraph nor the line of the caret where there is room below or above', () => {
    const lines = fc.tuple(fc.integer({ min: 0, max: 776 }), side(200));
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 776 }), ([top, height], caret) => {
        const block = box(200, top, 600, Math.min(height, 800 - top));
        const caretLine = box(200, caret, 600, 24);
        const low = Math.max(block.bottom, caretLine.bottom);
        const high = Math.min(block.top, caretLine.top);
        fc.pre(low + card.height + 16 <= view.bottom || high - card.height - 16 >= view.top);
        const at = standing(about(block, caretLine));
        expect(meets(at, block)).toBe(false);
        expect(meets(at, caretLine)).toBe(false);
      }),
    );
  });
});
