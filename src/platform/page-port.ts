// The port that a page script opens to the background, in the few calls the page script knows.
import { browser } from 'wxt/browser';
import { PAGE_PORT } from './messages.ts';

/** Opens the port. @throws where the extension has gone */
export function openPagePort() {
  const port = browser.runtime.connect({ name: PAGE_PORT });
  return {
    post: (message: unknown) => port.postMessage(message),
    onMessage: (received: (message: unknown) => void) => port.onMessage.addListener(received),
    onDisconnect: (closed: () => void) => port.onDisconnect.addListener(closed),
    close: () => port.disconnect(),
  };
}

/** Whether the extension that this script belongs to is still there. */
export function extensionAlive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}
