// All hosts, the most particular first. To add one: a file here, a line below, a page under tests/editors/.
import { generic } from './generic.ts';
import type { Host } from './host.ts';

export const hosts: readonly Host[] = [generic];

/** The host of an address; `generic` where none is known. */
export function hostOf(url: URL): Host {
  return hosts.find((host) => host.matches(url)) ?? generic;
}

export type { Host };
