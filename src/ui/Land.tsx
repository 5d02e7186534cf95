// The art as a canvas that fills its parent; drawn before the first paint, and again when the window or theme changes.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { drawSheet } from '../look/art.ts';

interface LandProps {
  note: string;
  date: string;
  /** The element whose right edge the words end at. */
  words: string;
  /** Window width in px under which the words stand below the picture. */
  narrow: number;
  /** Controls stand at the upper and lower edge. */
  edges?: boolean;
  /** Height the land is laid out for; the parent's where absent. */
  span?: number;
}

const REDRAW_MS = 150;
const MOST_RATIO = 2;

export function Land({ note, date, words, narrow, edges, span }: LandProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const draw = () => {
      const sheet = canvas.current;
      const parent = sheet?.parentElement;
      if (!sheet?.isConnected || !parent || getComputedStyle(sheet).display === 'none') return;
      const edge = parent.querySelector(words)?.getBoundingClientRect().right ?? innerWidth / 2;
      const start = performance.now();
      const { ground } = drawSheet(
        sheet,
        {
          note,
          date,
          dark: dark.matches,
          width: parent.clientWidth,
          height: parent.clientHeight,
          quiet: innerWidth > narrow ? 'left' : 'below',
          words: edge,
          ...(edges && { edges }),
          ...(span && { span }),
        },
        Math.min(MOST_RATIO, devicePixelRatio || 1),
      );
      // What the bench reads.
      performance.measure('land', { start });
      parent.style.setProperty('--day-ground', ground);
    };
    let later: ReturnType<typeof setTimeout> | undefined;
    const resized = () => {
      clearTimeout(later);
      later = setTimeout(draw, REDRAW_MS);
    };
    draw();
    window.addEventListener('resize', resized);
    dark.addEventListener('change', draw);
    return () => {
      clearTimeout(later);
      window.removeEventListener('resize', resized);
      dark.removeEventListener('change', draw);
    };
  }, [note, date, words, narrow, edges, span]);
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas without tabindex cannot be focused
  return <canvas class="land" ref={canvas} aria-hidden="true" />;
}
