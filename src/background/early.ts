// A port in the first moments of a background that was asleep: the browser drops what arrives while nobody listens.
import type { Browser } from 'wxt/browser';

/** Hears a port: all that it said so far, what it says from now on, and that it closed. */
export type Listen = (received: (message: unknown) => void, closed: () => void) => void;

/** Listens to a port at once, and keeps what it says until somebody wants to hear it. */
export function listenEarly(port: Pick<Browser.runtime.Port, 'onMessage' | 'onDisconnect'>): Listen {
  const kept: unknown[] = [];
  let isClosed = false;
  let received = (message: unknown): void => {
    kept.push(message);
  };
  let closed = (): void => {
    isClosed = true;
  };
  port.onMessage.addListener((message) => received(message));
  port.onDisconnect.addListener(() => closed());
  return (hear, end) => {
    received = hear;
    closed = end;
    for (const message of kept.splice(0)) hear(message);
    if (isClosed) end();
  };
}
