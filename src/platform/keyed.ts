// Many values of one sort in storage.local, under a common prefix. For what must not be read by page scripts, only
// where the browser can keep them out (Chromium, `setAccessLevel`).
import { browser } from 'wxt/browser';

/** Values by id. */
export interface Keyed<T> {
  put(values: ReadonlyMap<string, T>): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Everything under the prefix; unchecked, as it was put. */
  all(): Promise<Map<string, T>>;
}

/** Values under `<prefix>:`. */
export function keyed<T>(prefix: string): Keyed<T> {
  const key = (id: string) => `${prefix}:${id}`;
  return {
    put: (values) =>
      browser.storage.local.set(Object.fromEntries([...values].map(([id, value]) => [key(id), value]))),
    remove: (ids) => browser.storage.local.remove(ids.map(key)),
    async all() {
      const everything = await browser.storage.local.get(null);
      const own = Object.entries(everything).filter(([name]) => name.startsWith(`${prefix}:`));
      return new Map(own.map(([name, value]) => [name.slice(prefix.length + 1), value as T]));
    },
  };
}

/** Keeps storage.local from page scripts. @returns false where the browser cannot (Firefox 153) */
export async function closeStorageToPages(): Promise<boolean> {
  const { local } = browser.storage as unknown as {
    local: { setAccessLevel?: (options: { accessLevel: string }) => Promise<void> };
  };
  if (!local.setAccessLevel) return false;
  await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  return true;
}

/** Removes everything from storage.local and storage.session. */
export async function clearStorage(): Promise<void> {
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
}
