import type { Opening } from '../notes/opening.ts';
import { t } from './words.ts';

/** What was mended when the notes were opened, in words: what happened, what is safe, what to do. */
export function openingSays({ restored, missing, removedImports }: Opening): string {
  if (missing > 0) return t('own.missing', missing);
  if (restored > 0) return t('own.restored', restored);
  return removedImports > 0 ? t('own.importRemoved') : '';
}
