// Contour lines by marching squares; every fifth heavier, or each piece weighed by the light that falls on it.
import type { Sheet } from './sheet.ts';

/** Weights of line in the manner `lit`. */
export const PENS = 14;

/** Lines sorted by the pen that draws them. */
export interface Contours {
  pens: Path2D[];
  /** Every fifth line. */
  heavy: Path2D;
  /** Lines under water, on a coast. */
  shore: Path2D;
}

// For each way the four corners can stand above a level: the sides its pieces join, in pairs.
// Sides: 0 top, 1 right, 2 bottom, 3 left. Corners: 8 top left, 4 top right, 2 bottom right, 1 bottom left.
const PIECES: number[][] = [
  [],
  [3, 2],
  [2, 1],
  [3, 1],
  [0, 1],
  [3, 0, 2, 1],
  [0, 2],
  [3, 0],
  [3, 0],
  [0, 2],
  [3, 2, 0, 1],
  [0, 1],
  [3, 1],
  [2, 1],
  [3, 2],
  [],
];

/** The sixteen points two steps away. */
const RING = [-2, -1, 0, 1, 2].flatMap((dy) =>
  [-2, -1, 0, 1, 2]
    .filter((dx) => Math.max(Math.abs(dx), Math.abs(dy)) === 2)
    .map((dx): [number, number] => [dx, dy]),
);

/** All contour lines of a sheet. */
export function contoursOf(sheet: Sheet): Contours {
  const { columns, rows, interval, manner, form, light } = sheet;
  const heights = withoutSpecks(sheet);
  const contours = {
    pens: Array.from({ length: PENS }, () => new Path2D()),
    heavy: new Path2D(),
    shore: new Path2D(),
  };
  for (let row = 0; row < rows - 1; row++) {
    for (let column = 0; column < columns - 1; column++) {
      const at = row * columns + column;
      const [a, b] = [heights[at]!, heights[at + 1]!];
      const [d, c] = [heights[at + columns]!, heights[at + columns + 1]!];
      const first = Math.ceil(Math.min(a, b, c, d) / interval);
      const last = Math.floor(Math.max(a, b, c, d) / interval);
      if (first > last) continue;
      const [east, south] = [b + c - a - d, c + d - a - b];
      const facing = (east * light[0] + south * light[1]) / (Math.hypot(east, south) + 1e-6);
      const pen = manner === 'lit' ? Math.min(PENS - 1, Math.floor(((1 - facing) * PENS) / 2)) : 0;
      for (let level = first; level <= last; level++) {
        const under = form === 'coast' && level < 0;
        const fifth = level % 5 === 0 && manner !== 'lit';
        const path = under ? contours.shore : fifth ? contours.heavy : contours.pens[pen]!;
        addPieces(path, [a, b, c, d], level * interval, column * sheet.step, row * sheet.step, sheet.step);
      }
    }
  }
  return contours;
}

/** Peaks and pits of one point or two would be drawn as specks: they are cut down to the ring around them. */
function withoutSpecks({ heights, columns, rows }: Sheet): Float32Array {
  const ring = RING.map(([dx, dy]) => dy * columns + dx);
  const even = heights.slice();
  for (let row = 2; row < rows - 2; row++) {
    for (let column = 2; column < columns - 2; column++) {
      const at = row * columns + column;
      let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (const offset of ring) {
        const other = heights[at + offset]!;
        if (other < low) low = other;
        if (other > high) high = other;
      }
      even[at] = Math.min(high, Math.max(low, heights[at]!));
    }
  }
  return even;
}

function addPieces(
  path: Path2D,
  [a, b, c, d]: [number, number, number, number],
  level: number,
  x: number,
  y: number,
  step: number,
): void {
  const corners = (a > level ? 8 : 0) | (b > level ? 4 : 0) | (c > level ? 2 : 0) | (d > level ? 1 : 0);
  const sides = PIECES[corners]!;
  for (let at = 0; at < sides.length; at++) {
    const side = sides[at]!;
    const px =
      side === 1 ? x + step : side === 3 ? x : x + (step * (level - (side ? d : a))) / (side ? c - d : b - a);
    const py =
      side === 0
        ? y
        : side === 2
          ? y + step
          : y + (step * (level - (side === 1 ? b : a))) / (side === 1 ? c - b : d - a);
    if (at % 2 === 0) path.moveTo(px, py);
    else path.lineTo(px, py);
  }
}
