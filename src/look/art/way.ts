// The way over the land: the cheapest path for a walker, for whom climbing is dear and rough ground costs a little.
import type { Height } from './land.ts';

export type Point = [number, number];

/** Heights on a grid, row by row. */
export interface Grid {
  heights: Float32Array;
  columns: number;
  rows: number;
}

/** A heap of cells by their cost, the cheapest first. */
class Frontier {
  private readonly cells: { cost: number; cell: number }[] = [];

  push(cost: number, cell: number): void {
    const { cells } = this;
    let at = cells.push({ cost, cell }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (cells[parent]!.cost <= cells[at]!.cost) break;
      [cells[parent], cells[at]] = [cells[at]!, cells[parent]!];
      at = parent;
    }
  }

  pop(): number | undefined {
    const { cells } = this;
    const first = cells[0];
    const last = cells.pop();
    if (!first || !last) return undefined;
    if (cells.length > 0) {
      cells[0] = last;
      this.sink(0);
    }
    return first.cell;
  }

  private sink(start: number): void {
    const { cells } = this;
    let at = start;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= cells.length) return;
      if (child + 1 < cells.length && cells[child + 1]!.cost < cells[child]!.cost) child++;
      if (cells[child]!.cost >= cells[at]!.cost) return;
      [cells[at], cells[child]] = [cells[child]!, cells[at]!];
      at = child;
    }
  }
}

const STEPS: Point[] = [-1, 0, 1]
  .flatMap((dy) => [-1, 0, 1].map((dx): Point => [dx, dy]))
  .filter(([x, y]) => x || y);

/**
 * Finds the way.
 * @param from the cell it starts in
 * @param to the cell it ends in
 * @param rough noise that makes level ground uneven, so that the way bends there too
 * @param clear columns at the left and rows at the top that stay free
 * @returns cells from start to end
 */
export function wayOver(
  grid: Grid,
  from: number,
  to: number,
  rough: Height,
  clear: { left: number; top: number },
): Point[] {
  const { heights, columns, rows } = grid;
  const cost = new Float32Array(columns * rows).fill(Number.MAX_VALUE);
  const before = new Int32Array(columns * rows).fill(-1);
  const done = new Uint8Array(columns * rows);
  const goal: Point = [to % columns, Math.floor(to / columns)];
  const frontier = new Frontier();
  cost[from] = 0;
  frontier.push(0, from);
  for (let cell = frontier.pop(); cell !== undefined && cell !== to; cell = frontier.pop()) {
    if (done[cell]) continue;
    done[cell] = 1;
    const x = cell % columns;
    const y = Math.floor(cell / columns);
    for (const [dx, dy] of STEPS) {
      const nx = x + dx;
      const ny = y + dy;
      if (nx < Math.max(0, clear.left) || nx >= columns || ny < clear.top || ny >= rows) continue;
      const next = ny * columns + nx;
      const length = Math.hypot(dx, dy);
      const climb = (heights[next]! - heights[cell]!) / length;
      const price = cost[cell]! + length * (1 + 1500 * climb * climb + 2.6 * (1 + rough(nx / 11, ny / 11)));
      if (price >= cost[next]!) continue;
      cost[next] = price;
      before[next] = cell;
      frontier.push(price + 0.6 * Math.hypot(nx - goal[0], ny - goal[1]), next);
    }
  }
  const way: Point[] = [];
  for (let cell = to; cell >= 0; cell = before[cell]!)
    way.unshift([cell % columns, Math.floor(cell / columns)]);
  return way;
}

/** Cuts the corners of a line `times` times (Chaikin); its ends stay. */
export function rounded(line: Point[], times: number): Point[] {
  if (times === 0 || line.length < 3) return line;
  const cut = line.slice(1).flatMap(([x, y], at): Point[] => {
    const [px, py] = line[at]!;
    return [
      [px * 0.75 + x * 0.25, py * 0.75 + y * 0.25],
      [px * 0.25 + x * 0.75, py * 0.25 + y * 0.75],
    ];
  });
  return rounded([line[0]!, ...cut, line.at(-1)!], times - 1);
}
