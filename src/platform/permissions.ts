// Access to sites: asked for one origin at a time, through the browser's own request.
import { browser } from 'wxt/browser';

/** `https://acme.example/a?b` → `https://acme.example`; null for pages that cannot be turned on. */
export function originOf(url: string | undefined): string | null {
  if (!url) return null;
  try {
    const { origin, protocol } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? origin : null;
  } catch {
    return null;
  }
}

/** The pattern by which one origin is granted: without its port, which Firefox does not know in patterns. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/**
 * The match pattern for a script on one origin and no other. Chromium knows ports there; in Firefox the page script
 * is registered for all ports of the host, and the background turns those away that are not on.
 */
export function scriptPatternOf(origin: string): string {
  if (import.meta.env.FIREFOX) return patternOf(origin);
  const { protocol, hostname, port } = new URL(origin);
  return `${protocol}//${hostname}:${port || (protocol === 'https:' ? 443 : 80)}/*`;
}

/** Asks the browser for access to `origin`. Must be the first await of a click handler. */
export function requestSite(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(origin)] });
}

/** Gives access to `origin` back. */
export function releaseSite(origin: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [patternOf(origin)] });
}

/** Whether the browser grants access to `origin` now. */
export function isGranted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(origin)] });
}

/** Calls `changed` when a grant is given or taken anywhere, until `signal` aborts. */
export function watchGrants(changed: () => void, signal: AbortSignal): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  });
}
