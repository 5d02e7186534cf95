// The art of a day: a map sheet drawn from a note's id and a date, on the spot, from nothing else.
import { paintSheet } from './art/paint.ts';
import { type SheetInput, sheetOf } from './art/sheet.ts';

/** Draws the sheet on `canvas` and gives the color of its ground, for what stands beside it. */
export function drawSheet(canvas: HTMLCanvasElement, input: SheetInput, ratio: number): { ground: string } {
  const sheet = sheetOf(input);
  paintSheet(canvas, sheet, ratio);
  return { ground: sheet.colors.ground };
}
