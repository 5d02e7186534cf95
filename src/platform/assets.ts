// The extension's own files, read over its own address: the only call of `fetch` in what is shipped.
import { browser } from 'wxt/browser';

/** A file of the extension. @throws where it is missing or cannot be read */
async function asset(name: string): Promise<Response> {
  const response = await fetch(browser.runtime.getURL(`/${name}` as never));
  if (!response.ok) throw new Error(`the file ${name} of the extension cannot be read (${response.status})`);
  return response;
}

/** The bytes of a file of the extension. */
export async function assetBytes(name: string): Promise<ArrayBuffer> {
  return (await asset(name)).arrayBuffer();
}

/** A JSON file of the extension; it was checked when it was built. */
export async function assetJson<T>(name: string): Promise<T> {
  return (await asset(name)).json() as Promise<T>;
}
