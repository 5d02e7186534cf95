// What was mended when the notes were opened, kept until a person has been told.
import * as v from 'valibot';
import { stored } from '../platform/storage.ts';
import type { Opening } from './opening.ts';

const NOTHING: Opening = { removedImports: 0, restored: 0, missing: 0 };

const kept = stored(
  'openingNotice',
  v.object({ removedImports: v.number(), restored: v.number(), missing: v.number() }),
  NOTHING,
);

/** Keeps what was mended beside what has not been told yet. */
export async function keepNotice(opening: Opening): Promise<void> {
  if (opening.removedImports + opening.restored + opening.missing === 0) return;
  const before = await kept.get();
  await kept.set({
    removedImports: before.removedImports + opening.removedImports,
    restored: before.restored + opening.restored,
    missing: before.missing + opening.missing,
  });
}

/** What has not been told yet; null where there is nothing. */
export async function untold(): Promise<Opening | null> {
  const { removedImports, restored, missing } = await kept.get();
  return removedImports + restored + missing > 0 ? { removedImports, restored, missing } : null;
}

/** The person has been told. */
export function told(): Promise<void> {
  return kept.set(NOTHING);
}
