// Extension page → background: one message, one typed answer.
import { browser } from 'wxt/browser';
import type { Answers, FromUi } from './messages.ts';

/** Sends a message to the background (which wakes for it) and gives its answer. @throws where the background fails */
export function ask<K extends FromUi['kind']>(message: Extract<FromUi, { kind: K }>): Promise<Answers[K]> {
  return browser.runtime.sendMessage(message) as Promise<Answers[K]>;
}
