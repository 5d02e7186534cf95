// A map sheet as numbers: what is drawn, before anything is drawn. Same input, same sheet, everywhere.
import { FORMS, type Form, landFrom, noiseFrom } from './land.ts';
import { dayNumber, hash, randomFrom } from './seed.ts';
import { type Grid, type Point, rounded, wayOver } from './way.ts';

export interface SheetInput {
  /** Id of the note the sheet belongs to. */
  note: string;
  /** Local date as YYYY-MM-DD. */
  date: string;
  dark: boolean;
  width: number;
  height: number;
  /** Where the words stand: left of `words` px, or below the picture. */
  quiet: 'left' | 'below';
  /** Right edge of the words in px. */
  words: number;
  /** Controls stand at the upper and lower edge: the land fades there. */
  edges?: boolean;
  /** Height in px that the land is laid out for; the sheet's own where absent. */
  span?: number;
}

export interface Colors {
  ground: string;
  tint: string;
  line: string;
  index: string;
  blaze: string;
}

export const MANNERS = ['lit', 'layers', 'fine'] as const;
export type Manner = (typeof MANNERS)[number];

export interface Sheet extends Grid {
  input: SheetInput;
  name: string;
  form: Form;
  manner: Manner;
  colors: Colors;
  /** Px from one point of the grid to the next. */
  step: number;
  interval: number;
  light: Point;
  way: Point[];
  spots: { x: number; y: number; height: number }[];
}

// Name; ground, relief tint, line, index line for light; the same for dark.
const PAPERS: [string, string[], string[]][] = [
  ['Lichen', ['#f1f4f0', '#cfdccf', '#7c9485', '#557060'], ['#0e1412', '#1c2c25', '#4c685b', '#739384']],
  ['Snow', ['#f3f5f7', '#d0dce4', '#7f95a4', '#597184'], ['#0d1215', '#1b2a34', '#496071', '#7490a5']],
  ['Granite', ['#f2f3f2', '#d7d9d7', '#8c908d', '#626764'], ['#101211', '#262a28', '#565c59', '#858d89']],
  ['Moss', ['#f2f4ed', '#d6dfbd', '#889770', '#65764a'], ['#10130d', '#262f1b', '#5a6648', '#87956c']],
  ['Slate', ['#f1f2f4', '#d2d7df', '#838c9a', '#5c6675'], ['#101216', '#222935', '#525d6d', '#7f8b9d']],
  ['Tide', ['#eff4f4', '#c6dcdc', '#719698', '#4a7477'], ['#0b1314', '#17302f', '#416769', '#6c9799']],
];
const BLAZE = { light: '#b93f08', dark: '#ff9a5c' };
const INTERVAL: Record<Manner, number> = { lit: 0.044, layers: 0.1, fine: 0.032 };
const GRID_POINTS = 16_000;
/** Lines between two points of the grid, at most: denser ones run together into a stain. */
const MOST_LINES = 1.7;
/** Px at the upper edge of a narrow sheet that controls stand on. */
const HEAD = 72;
/** The way is sought on every third point. */
const COARSE = 3;

/** Manner and paper of a date alone: neighboring days differ in both, and the theme never changes the land. */
function dayLook(date: string, dark: boolean): { manner: Manner; name: string; colors: Colors } {
  const day = dayNumber(date);
  const [name, light, night] = PAPERS[(day * 5 + Math.floor(day / 6) * 2) % PAPERS.length]!;
  const [ground, tint, line, index] = (dark ? night : light) as [string, string, string, string];
  const blaze = dark ? BLAZE.dark : BLAZE.light;
  return { manner: MANNERS[day % MANNERS.length]!, name, colors: { ground, tint, line, index, blaze } };
}

/** The sheet of a note on a date. */
export function sheetOf(input: SheetInput): Sheet {
  const random = randomFrom(hash(`${input.note}\0${input.date}`));
  const { manner, name, colors } = dayLook(input.date, input.dark);
  const form = FORMS[Math.floor(random() * FORMS.length)]!;
  const bearing = random() * 2 * Math.PI;
  const interval = INTERVAL[manner] * (0.85 + random() * 0.4);
  const span = input.span ?? input.height;
  const step = Math.max(6, Math.round(Math.sqrt((input.width * input.height) / GRID_POINTS)));
  const columns = Math.ceil(input.width / step) + 2;
  const rows = Math.ceil(input.height / step) + 2;
  const land = landFrom(form, random, input.width / span);
  const heights = new Float32Array(columns * rows);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      heights[at] = land((column * step) / span, (row * step) / span);
    }
  }
  const light: Point = [Math.cos(bearing), Math.sin(bearing)];
  const apart = Math.max(interval, steepness(heights, columns) / MOST_LINES);
  const bare = { input, name, form, manner, colors, step, interval: apart, light, heights, columns, rows };
  const coarse = coarser(bare);
  const way = wayOn(bare, coarse, random);
  return { ...bare, way, spots: spotsOn(bare, coarse, way) };
}

/** How much the steepest ground rises from one point to the next; the last fiftieth of it is left to run together. */
function steepness(heights: Float32Array, columns: number): number {
  const rises: number[] = [];
  for (let at = columns; at < heights.length - 1; at += 7) {
    const here = heights[at]!;
    rises.push(Math.hypot(heights[at + 1]! - here, heights[at - columns]! - here));
  }
  rises.sort((a, b) => a - b);
  return rises[Math.floor(rises.length * 0.98)] ?? 0;
}

type Bare = Omit<Sheet, 'way' | 'spots'>;

function coarser({ heights, columns, rows }: Grid): Grid {
  const wide = Math.floor(columns / COARSE);
  const high = Math.floor(rows / COARSE);
  const picked = new Float32Array(wide * high);
  for (let row = 0, at = 0; row < high; row++) {
    for (let column = 0; column < wide; column++, at++) {
      picked[at] = heights[row * COARSE * columns + column * COARSE]!;
    }
  }
  return { heights: picked, columns: wide, rows: high };
}

/** First column that neither the way nor a height may cross, in the coarse grid. */
function clearOf({ input, step }: Bare, columns: number): number {
  if (input.quiet === 'below') return 0;
  return Math.max(0, Math.min(columns - 8, Math.ceil((input.words + 48) / (COARSE * step))));
}

/** The way to the highest point in sight, in px, rounded. */
function wayOn(sheet: Bare, grid: Grid, random: () => number): Point[] {
  const { heights, columns, rows } = grid;
  const below = sheet.input.quiet === 'below';
  const clear = clearOf(sheet, columns);
  const px = COARSE * sheet.step;
  const top = below ? Math.ceil(HEAD / px) : Math.floor(rows * 0.14);
  const bottom = Math.floor(rows * (below ? 0.26 : 0.62));
  const first = Math.max(clear + 4, Math.floor(columns * 0.54));
  let goal = top * columns + Math.floor(columns * 0.8);
  for (let row = top; row < bottom; row++) {
    for (let column = first; column < Math.floor(columns * 0.95); column++) {
      if (heights[row * columns + column]! > heights[goal]!) goal = row * columns + column;
    }
  }
  // In a narrow sheet the way comes from the far side of its height: it climbs, or comes down, and is no level line.
  const middle = (top + bottom) / 2;
  const start = below
    ? (Math.floor(goal / columns) > middle ? top : bottom) * columns
    : (rows - 1) * columns +
      startColumn(goal % columns, columns, clear, random(), sheet.input.edges ?? false);
  const cells = wayOver(grid, start, goal, noiseFrom(random), { left: clear, top: below ? top : 0 });
  const line = cells.filter((_, at) => at % 5 === 0 || at === cells.length - 1);
  return rounded(
    line.map(([x, y]): Point => [x * px, y * px]),
    4,
  );
}

/**
 * Where the way comes in at the lower edge: well to a side of its end, so that it crosses the land.
 * @param edges controls stand at the right end of the edge: the way keeps clear of them
 */
function startColumn(end: number, columns: number, clear: number, jitter: number, edges: boolean): number {
  const side = end > columns * (edges ? 0.68 : 0.74) ? 0.54 : edges ? 0.68 : 0.84;
  return Math.max(clear, Math.floor(columns * (side + jitter * 0.1)));
}

/** At most three peaks, away from the words, from the way's marks and from each other. */
function spotsOn(sheet: Bare, grid: Grid, way: Point[]): Sheet['spots'] {
  const { heights, columns, rows } = grid;
  const px = COARSE * sheet.step;
  const below = sheet.input.quiet === 'below';
  const left = below ? 3 : clearOf(sheet, columns) + 2;
  const bottom = below ? Math.floor(rows * 0.26) : rows - 3;
  const spots: Sheet['spots'] = [];
  const near = (x: number, y: number) =>
    [...spots.map((spot): Point => [spot.x, spot.y]), ...way].some(
      ([px, py]) => Math.hypot(px - x, py - y) < 70,
    );
  for (let row = 3; row < bottom; row++) {
    for (let column = left; column < columns - 6 && spots.length < 3; column++) {
      const height = heights[row * columns + column]!;
      if (height <= 0.35 || !isPeak(grid, column, row)) continue;
      const [x, y] = [column * px, row * px];
      if (!near(x, y)) spots.push({ x, y, height: Math.round(400 + height * 1150) });
    }
  }
  return spots;
}

function isPeak({ heights, columns }: Grid, column: number, row: number): boolean {
  const height = heights[row * columns + column]!;
  for (let dy = -2; dy <= 2; dy++) {
    for (let dx = -2; dx <= 2; dx++) {
      if ((dx || dy) && heights[(row + dy) * columns + column + dx]! >= height) return false;
    }
  }
  return true;
}
