// The browser's own key-value storage, each key behind a schema; a value that does not fit gives the default.
import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** One stored value. */
export interface Stored<T> {
  readonly key: string;
  readonly initial: T;
  /** The stored value; the initial one where nothing fits. */
  get(): Promise<T>;
  /** @throws where the browser cannot write (full disk) */
  set(value: T): Promise<void>;
  /** Calls `changed` on each change in any world of the extension, until `signal` aborts. */
  watch(changed: (value: T) => void, signal: AbortSignal): void;
}

/**
 * Describes one value of `storage.local` or `storage.session`.
 * @param key its name
 * @param schema what it must be; anything else reads as `initial`
 */
export function stored<T>(
  key: string,
  schema: v.GenericSchema<unknown, T>,
  initial: T,
  area: 'local' | 'session' = 'local',
): Stored<T> {
  const parse = (value: unknown): T => {
    const result = v.safeParse(schema, value);
    return result.success ? result.output : initial;
  };
  return {
    key,
    initial,
    async get() {
      return parse((await browser.storage[area].get(key))[key]);
    },
    async set(value) {
      await browser.storage[area].set({ [key]: value });
    },
    watch(changed, signal) {
      const listener = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key];
        if (change) changed(parse(change.newValue));
      };
      browser.storage[area].onChanged.addListener(listener);
      signal.addEventListener('abort', () => browser.storage[area].onChanged.removeListener(listener));
    },
  };
}
