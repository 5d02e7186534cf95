// The land of a sheet: one large form where the eye should rest, and three octaves of bent gradient noise.

export const FORMS = ['summit', 'ridge', 'saddle', 'valley', 'coast', 'cirque'] as const;
export type Form = (typeof FORMS)[number];

/** Height at a point; x and y in heights of the sheet, about -0.5 to 1.7. */
export type Height = (x: number, y: number) => number;

/** From 0 to 1 as `value` goes from `low` to `high`, without a corner. */
export function smooth(low: number, high: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return share * share * (3 - 2 * share);
}

/** Gradient noise over a shuffled table of 256 directions, about -1 to 1. */
export function noiseFrom(random: () => number): Height {
  const order = new Uint8Array(512);
  const dirX = new Float32Array(256);
  const dirY = new Float32Array(256);
  for (let at = 0; at < 256; at++) {
    const angle = random() * 2 * Math.PI;
    order[at] = at;
    dirX[at] = Math.cos(angle);
    dirY[at] = Math.sin(angle);
  }
  for (let at = 255; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at]!;
    order[at] = order[other]!;
    order[other] = kept;
  }
  order.copyWithin(256, 0, 256);
  const ease = (t: number) => t * t * t * (t * (t * 6 - 15) + 10);
  const corner = (cell: number, x: number, y: number) => dirX[cell]! * x + dirY[cell]! * y;
  return (x, y) => {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const dx = x - left;
    const dy = y - top;
    const row = order[left & 255]!;
    const next = order[(left & 255) + 1]!;
    const down = top & 255;
    const across = ease(dx);
    const upper = corner(order[row + down]!, dx, dy);
    const lower = corner(order[row + down + 1]!, dx, dy - 1);
    const upperEnd = corner(order[next + down]!, dx - 1, dy);
    const lowerEnd = corner(order[next + down + 1]!, dx - 1, dy - 1);
    const above = upper + across * (upperEnd - upper);
    const below = lower + across * (lowerEnd - lower);
    return 1.5 * (above + ease(dy) * (below - above));
  };
}

interface Setting {
  x: number;
  y: number;
  cos: number;
  sin: number;
  size: number;
}

const bump = (dx: number, dy: number, size: number) => Math.exp(-(dx * dx + dy * dy) / (size * size));
const wall = (across: number, width: number) => Math.exp(-((across / width) ** 2));

/** Height of the bare form at an offset from its middle; along and across follow its turn. */
function formHeight(form: Form, { cos, sin, size }: Setting, dx: number, dy: number): number {
  const along = dx * cos + dy * sin;
  const across = dy * cos - dx * sin;
  switch (form) {
    case 'summit':
      return 1.15 * bump(dx, dy, size) + 0.4 * bump(dx + 0.55 * cos, dy - 0.42 * sin, size * 0.7);
    case 'ridge':
      return (
        1.05 *
        wall(across, size * 0.55) *
        (0.72 + 0.28 * Math.cos(along * 4.2)) *
        smooth(1.5, 0.1, Math.abs(along))
      );
    case 'saddle':
      return (
        bump(dx + 0.34 * cos, dy + 0.34 * sin, size * 0.8) +
        0.9 * bump(dx - 0.34 * cos, dy - 0.34 * sin, size * 0.7)
      );
    case 'valley':
      return 0.95 * (1 - wall(across, size * 0.75)) - 0.12 + along * 0.16;
    case 'coast':
      return 0.62 * Math.tanh(2.1 * (across + 0.16)) + 0.22 + 0.35 * bump(dx, dy, size * 0.8);
    case 'cirque': {
      const far = Math.hypot(dx, dy);
      return 1.05 * wall(far - size * 0.9, size * 0.42) * (0.78 - 0.3 * cos * (along / (far + 0.05)));
    }
  }
}

/** The land of one sheet: the same for the same row of `random`. */
export function landFrom(form: Form, random: () => number, aspect: number): Height {
  const noise = noiseFrom(random);
  const x = aspect * (0.66 + random() * 0.16);
  const y = 0.3 + random() * 0.34;
  const turn = random() * Math.PI;
  const setting: Setting = { x, y, cos: Math.cos(turn), sin: Math.sin(turn), size: 0.34 + random() * 0.14 };
  const grain = 1.5 + random() * 0.9;
  const bend = 0.1 + random() * 0.14;
  const rough = 0.3 + random() * 0.12;
  return (px, py) => {
    const bx = px + bend * noise(px * 1.3 + 7, py * 1.3 - 3);
    const by = py + bend * noise(px * 1.3 - 11, py * 1.3 + 5);
    const octaves =
      noise(bx * grain, by * grain) +
      0.46 * noise(bx * grain * 2.1 + 9, by * grain * 2.1) +
      0.2 * noise(bx * grain * 4.3, by * grain * 4.3 - 9);
    return formHeight(form, setting, bx - setting.x, by - setting.y) + rough * octaves;
  };
}
