// Waymarks and icons for a page: the same shapes as everywhere, drawn without Preact.
import { ICONS, type IconName, WAYMARKS } from '../../look/shapes.ts';
import { drawing } from './draw.ts';

export type MarkState = 'new' | 'seen' | 'done';

const SHAPES = { new: 'turn', seen: 'seen', done: 'way' } as const;

/**
 * The shape of a mark's state.
 * @param mirrored where the mark stands to the right of the text: the upper stroke leans to the text
 */
export function waymark(document: Document, state: MarkState, mirrored = false): SVGSVGElement {
  const { strokes, hollow } = WAYMARKS[SHAPES[state]];
  const placed = strokes.map((stroke) =>
    mirrored ? { ...stroke, x: 10 - stroke.x - stroke.width } : stroke,
  );
  return drawing(
    document,
    hollow ? 'wm wm-hollow' : 'wm',
    '0 0 10 10',
    placed.map((stroke) => ['rect', stroke]),
  );
}

/** An icon, always on a button that has a name. */
export function icon(document: Document, name: IconName): SVGSVGElement {
  return drawing(document, 'ic', '0 0 16 16', [['path', { d: ICONS[name] }]]);
}
