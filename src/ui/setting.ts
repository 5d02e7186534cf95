// A stored setting as a signal that follows it in every open page.
import { type Signal, signal } from '@preact/signals';
import type { Stored } from '../platform/storage.ts';

/** A signal that holds the setting; its initial value stands until it has been read. */
export function settingSignal<T>(setting: Stored<T>): Signal<T> {
  const value = signal(setting.initial);
  const open = new AbortController();
  window.addEventListener('pagehide', () => open.abort());
  setting.watch((next) => {
    value.value = next;
  }, open.signal);
  void setting.get().then((kept) => {
    value.value = kept;
  });
  return value;
}
