// Paints a sheet on a canvas in one pass: tint and light, contours, quiet ground for the words, the way, the heights.
import { contoursOf, PENS } from './contours.ts';
import { smooth } from './land.ts';
import type { Sheet } from './sheet.ts';
import type { Point } from './way.ts';

type Pen = CanvasRenderingContext2D;

const channels = (hex: string) =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
const rgba = (hex: string, alpha: number) => `rgba(${channels(hex).join(', ')}, ${alpha})`;

/** Paints `sheet`; `ratio` is device pixels a CSS pixel. */
export function paintSheet(canvas: HTMLCanvasElement, sheet: Sheet, ratio: number): void {
  const { width, height } = sheet.input;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext('2d', { alpha: false });
  if (!pen) return;
  pen.scale(ratio, ratio);
  pen.lineJoin = pen.lineCap = 'round';
  paintRelief(pen, sheet);
  paintContours(pen, sheet);
  paintVeils(pen, sheet);
  paintWay(pen, sheet);
  paintSpots(pen, sheet);
}

/** Tint by height and light from the day's bearing, small, then scaled up softly; in `layers` in steps, like cut paper. */
function paintRelief(
  pen: Pen,
  { heights, columns, rows, step, manner, interval, light, colors, input }: Sheet,
): void {
  const layered = manner === 'layers';
  const fine = layered ? 3 : 1;
  const [wide, high] = [columns * fine, rows * fine];
  const picture = new ImageData(wide, high);
  const [ground, tint] = [channels(colors.ground), channels(colors.tint)];
  for (let row = 0, at = 0; row < high; row++) {
    for (let column = 0; column < wide; column++, at += 4) {
      const x = Math.min(columns - 2, Math.floor(column / fine));
      const y = Math.min(rows - 2, Math.floor(row / fine));
      const [u, v] = [column / fine - x, row / fine - y];
      const here = y * columns + x;
      const [a, b] = [heights[here]!, heights[here + 1]!];
      const [c, d] = [heights[here + columns]!, heights[here + columns + 1]!];
      const bare = (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v;
      const level = layered ? Math.floor(bare / interval) * interval : bare;
      const slope = layered ? 0 : Math.max(-1, Math.min(1, ((b - a) * light[0] + (c - a) * light[1]) * 16));
      const share = smooth(-0.2, 1.25, level);
      for (let channel = 0; channel < 3; channel++) {
        const base = ground[channel]! + (tint[channel]! - ground[channel]!) * share;
        picture.data[at + channel] = base + slope * (input.dark ? 9 : 8);
      }
      picture.data[at + 3] = 255;
    }
  }
  const small = new OffscreenCanvas(wide, high);
  small.getContext('2d')?.putImageData(picture, 0, 0);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(small, 0, 0, wide, high, 0, 0, columns * step, rows * step);
}

function paintContours(pen: Pen, sheet: Sheet): void {
  const { pens, heavy, shore } = contoursOf(sheet);
  const { line, index } = sheet.colors;
  const { dark } = sheet.input;
  const draw = (path: Path2D, style: string, width: number, alpha: number) => {
    pen.strokeStyle = style;
    pen.lineWidth = width;
    pen.globalAlpha = alpha;
    pen.stroke(path);
  };
  draw(shore, line, 0.7, 0.5);
  if (sheet.manner === 'lit') {
    pens.forEach((path, at) => {
      const weight = at / (PENS - 1);
      draw(path, weight > 0.5 ? index : line, 0.55 + weight * 1.6, 0.4 + weight * 0.5);
    });
  } else if (sheet.manner === 'layers') {
    draw(pens[0]!, index, 1, 0.75);
    draw(heavy, index, 1.6, 0.9);
  } else {
    draw(pens[0]!, line, 0.8, dark ? 0.75 : 0.8);
    draw(heavy, index, 1.3, dark ? 0.85 : 0.8);
  }
  pen.globalAlpha = 1;
}

/** Quiet ground under the words, and a breath of it at the upper and lower edge, where the controls stand. */
function paintVeils(pen: Pen, { input, colors }: Sheet): void {
  const { width, height, words } = input;
  const veil = (end: Point, from: Point, stops: Point[]) => {
    const fade = pen.createLinearGradient(from[0], from[1], end[0], end[1]);
    for (const [at, alpha] of stops)
      fade.addColorStop(Math.min(1, Math.max(0, at)), rgba(colors.ground, alpha));
    pen.fillStyle = fade;
    pen.fillRect(0, 0, width, height);
  };
  if (input.quiet === 'left') {
    const edge = Math.min(1, words / width);
    veil(
      [width, 0],
      [0, 0],
      [
        [0, 0.93],
        [edge * 0.74, 0.9],
        [edge, 0.74],
        [edge + 0.15, 0.14],
        [edge + 0.25, 0],
      ],
    );
    if (input.edges) {
      const soft: Point[] = [
        [0, 0.88],
        [0.35, 0.76],
        [0.6, 0.42],
        [0.8, 0.14],
        [1, 0],
      ];
      const band = Math.min(0.25, 132 / height);
      const upper = soft.map(([at, alpha]): Point => [at * band, alpha]);
      const lower = upper.map(([at, alpha]): Point => [1 - at, alpha]).reverse();
      veil([0, height], [0, 0], [...upper, ...lower]);
    }
  } else {
    veil(
      [0, height],
      [0, 0],
      [
        [0, 0.8],
        [0.05, 0.6],
        [0.11, 0.1],
        [0.2, 0.1],
        [0.34, 0.92],
        [1, 0.97],
      ],
    );
  }
}

/** The only blaze in the picture: a dashed way, its end, and one waymark. */
function paintWay(pen: Pen, { way, colors }: Sheet): void {
  pen.beginPath();
  for (const [x, y] of way) pen.lineTo(x, y);
  pen.strokeStyle = colors.ground;
  pen.lineWidth = 5;
  pen.globalAlpha = 0.7;
  pen.stroke();
  pen.globalAlpha = 1;
  pen.strokeStyle = colors.blaze;
  pen.lineWidth = 1.8;
  pen.setLineDash([7, 5]);
  pen.stroke();
  pen.setLineDash([]);
  const disc = ([x, y]: Point, radius: number) => {
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
  };
  const end = way.at(-1)!;
  const turn = way[Math.floor(way.length * 0.56)]!;
  pen.fillStyle = colors.ground;
  disc(end, 8);
  pen.fill();
  disc(end, 5.2);
  pen.stroke();
  disc(turn, 14);
  pen.fill();
  pen.fillStyle = colors.blaze;
  for (const [dx, dy] of [
    [-6, -3.8],
    [1.4, -8.5],
  ] as const) {
    pen.beginPath();
    pen.roundRect(turn[0] + dx, turn[1] + dy, 4.6, 11, 1);
    pen.fill();
  }
}

/** Heights, each on a little ground of its own, clear of the lines. */
function paintSpots(pen: Pen, { spots, colors }: Sheet): void {
  pen.font = '12px ui-serif, Georgia, serif';
  for (const { x, y, height } of spots) {
    pen.strokeStyle = colors.ground;
    pen.lineWidth = 6;
    pen.strokeText(String(height), x + 8, y + 4);
    pen.beginPath();
    pen.moveTo(x, y - 4);
    pen.lineTo(x + 3.6, y + 2.4);
    pen.lineTo(x - 3.6, y + 2.4);
    pen.closePath();
    pen.stroke();
    pen.fillStyle = colors.index;
    pen.fill();
    pen.fillText(String(height), x + 8, y + 4);
  }
}
