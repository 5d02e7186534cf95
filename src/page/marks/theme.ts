// Light or dark, from what the page itself paints under a text: not from the system.
import { parentOf } from '../surfaces/find.ts';

/** Backgrounds darker than this are dark. */
const DARK_BELOW = 0.4;

/** The relative luminance of `rgb(…)` or `color(srgb …)` as a computed style gives it; null where it is see-through. */
export function luminance(color: string): number | null {
  const numbers = color.match(/[\d.]+(?:e-?\d+)?%?/g);
  if (!numbers || numbers.length < 3) return null;
  const scale = color.startsWith('color(') ? 1 : 255;
  const [red, green, blue, alpha = 1] = numbers.map((text, index) =>
    text.endsWith('%') ? Number.parseFloat(text) / 100 : Number.parseFloat(text) / (index < 3 ? scale : 1),
  );
  if (alpha < 0.5) return null;
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red!) + 0.7152 * linear(green!) + 0.0722 * linear(blue!);
}

/** The scheme that goes with the background under `element`. */
export function schemeOf(element: Element): 'light' | 'dark' {
  const view = element.ownerDocument.defaultView!;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const light = luminance(view.getComputedStyle(at).backgroundColor);
    if (light !== null) return light < DARK_BELOW ? 'dark' : 'light';
  }
  // Nothing painted: the canvas, which is dark only where the page asks for it.
  const scheme = view.getComputedStyle(element.ownerDocument.documentElement).colorScheme;
  return scheme.includes('dark') &&
    (!scheme.includes('light') || view.matchMedia('(prefers-color-scheme: dark)').matches)
    ? 'dark'
    : 'light';
}
