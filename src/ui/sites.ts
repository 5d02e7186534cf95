// Turning a site on and off from a page of ours.
import { isGranted, releaseSite, requestSite } from '../platform/permissions.ts';
import { sites } from '../settings/settings.ts';

/**
 * Turns a site on. Called in a press: the browser's request comes first. The wish is written at once, since the
 * popup may close under the request; what is on is what is wished and granted, so a refusal leaves the site off.
 * @returns whether the browser granted it
 */
export async function turnOn(origin: string): Promise<boolean> {
  const request = requestSite(origin);
  void wish(origin, true);
  const granted = await request;
  if (!granted) await wish(origin, false);
  return granted;
}

/** Turns a site off and gives the access back; another site of the same host name may still need it. */
export async function turnOff(origin: string): Promise<void> {
  await wish(origin, false);
  const { hostname, protocol } = new URL(origin);
  const shared = (await sites.get()).some((site) => {
    const other = new URL(site);
    return other.hostname === hostname && other.protocol === protocol;
  });
  if (!shared) await releaseSite(origin);
}

/** Whether a site is on: wished, and granted. */
export async function isOn(origin: string): Promise<boolean> {
  return (await sites.get()).includes(origin) && (await isGranted(origin));
}

async function wish(origin: string, on: boolean): Promise<void> {
  const others = (await sites.get()).filter((site) => site !== origin);
  await sites.set(on ? [...others, origin] : others);
}
