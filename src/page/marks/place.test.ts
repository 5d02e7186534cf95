import { describe, expect, it } from 'vitest';
import { cardPlace, markPlace } from './place.ts';

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
  it('stands under its paragraph', () => {
    expect(cardPlace(box(200, 100, 600, 48), card, view, null)).toEqual({ x: 200, y: 156 });
  });

  it('stands above where there is no room below', () => {
    expect(cardPlace(box(200, 700, 600, 48), card, view, null)).toEqual({ x: 200, y: 522 });
  });

  it('stands beside its paragraph where it would cover the caret', () => {
    const caret = box(300, 180, 1, 20);
    expect(cardPlace(box(200, 100, 400, 48), card, view, caret)).toEqual({ x: 608, y: 100 });
  });

  it('never leaves the visible part', () => {
    const at = cardPlace(box(1200, 0, 400, 800), card, view, null);
    expect(at.x).toBeLessThanOrEqual(1280 - 384 - 8);
    expect(at.y).toBeLessThanOrEqual(800 - 170 - 8);
  });
});
