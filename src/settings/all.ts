// All settings by name, as they travel in an export.
import type { Stored } from '../platform/storage.ts';
import * as settings from './settings.ts';

const all: readonly Stored<unknown>[] = Object.values(settings) as unknown as Stored<unknown>[];

/** Every setting as it is now. Sites are left out: they go with the browser's grants, which no file can give. */
export async function allSettings(): Promise<Record<string, unknown>> {
  const travelling = all.filter((setting) => setting !== (settings.sites as unknown));
  const values = await Promise.all(
    travelling.map(async (setting) => [setting.key, await setting.get()] as const),
  );
  return Object.fromEntries(values);
}

/** Takes settings over from an export; a value that does not fit is read as the initial one. */
export async function takeSettings(values: Record<string, unknown>): Promise<void> {
  for (const setting of all) {
    if (setting === (settings.sites as unknown) || !(setting.key in values)) continue;
    await setting.set(values[setting.key]);
  }
}
