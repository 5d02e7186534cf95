import { ICONS, type IconName, WAYMARKS, type WaymarkShape } from './shapes.ts';

/** A waymark, always decoration: the words beside it say the same. */
export function Waymark({ shape, quiet, size }: { shape: WaymarkShape; quiet?: boolean; size?: number }) {
  const { strokes, hollow } = WAYMARKS[shape];
  const kind = `wm${hollow ? ' wm-hollow' : ''}${quiet ? ' wm-quiet' : ''}`;
  return (
    <svg class={kind} viewBox="0 0 10 10" aria-hidden="true" {...(size && { width: size, height: size })}>
      {strokes.map((stroke) => (
        <rect key={stroke.x} {...stroke} />
      ))}
    </svg>
  );
}

/** An icon, always beside a name or on a button that has one. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="ic" viewBox="0 0 16 16" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  );
}
