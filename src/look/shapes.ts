// Waymarks and icons as data: the pages draw them with Preact, the page script with its own few lines.

/** One rectangle of a waymark on the 10 × 10 grid. */
export interface Stroke {
  x: number;
  y: number;
  width: number;
  height: number;
  rx: number;
}

export type WaymarkShape = 'turn' | 'seen' | 'way' | 'gap' | 'barred';

const upright = (x: number, y: number): Stroke => ({ x, y, width: 3, height: 7, rx: 0.7 });
const hollow = (x: number, y: number): Stroke => ({ x, y, width: 2.4, height: 6.4, rx: 0.5 });

/** What each waymark is made of; hollow ones are stroked, the others filled. */
export const WAYMARKS: Record<WaymarkShape, { strokes: Stroke[]; hollow: boolean }> = {
  turn: { strokes: [upright(1, 3), upright(6, 0)], hollow: false },
  seen: { strokes: [hollow(1.3, 3.3), hollow(6.3, 0.3)], hollow: true },
  way: { strokes: [{ x: 3.5, y: 1, width: 3, height: 8, rx: 0.7 }], hollow: false },
  gap: { strokes: [{ x: 3.8, y: 1.5, width: 2.4, height: 7, rx: 0.5 }], hollow: true },
  barred: { strokes: [{ x: 1, y: 3.5, width: 8, height: 3, rx: 0.7 }], hollow: false },
};

/** Icons in a 16 px box: one path of open strokes each. They never carry meaning alone. */
export const ICONS = {
  back: 'M9.5 4 5.5 8l4 4',
  check: 'm3.5 8.5 3 3 6-7',
  close: 'm4 4 8 8M12 4l-8 8',
  copy: 'M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5M10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5',
  down: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  note: 'M3.5 2.5h6l3 3v8h-9zM9.5 2.5v3h3M6 8.5h4M6 11h4',
  options:
    'M2.5 5h7M12.5 5h1M2.5 11h1M6.5 11h7M9.4 5a1.6 1.6 0 1 0 3.2 0 1.6 1.6 0 1 0-3.2 0M3.4 11a1.6 1.6 0 1 0 3.2 0 1.6 1.6 0 1 0-3.2 0',
  panel: 'M2.5 3.5h11v9h-11zM9.5 3.5v9',
  pin: 'M5.5 2.5h5M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v4.5',
  plus: 'M8 3.5v9M3.5 8h9',
  search: 'M2.5 7a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0M10.5 10.5l3 3',
  turn: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5V5h-2.5',
  edit: 'M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3zM9.3 4.4l2.3 2.3',
  hidden: 'M2 8c2-3 4-4.5 6-4.5S12 5 14 8c-2 3-4 4.5-6 4.5S4 11 2 8M3.5 13.5l9-11',
} as const;
export type IconName = keyof typeof ICONS;
