// From chosen files to texts: zips unpacked, encodings found, limits kept.
import { type UnzipFileInfo, unzipSync } from 'fflate';
import type { Skipped, SourceFile } from './importer.ts';

/** A file as the person chose it; read when its turn comes. */
export interface ChosenFile {
  path: string;
  /** Bytes. */
  size: number;
  read(): Promise<Uint8Array>;
}

/** A file of bytes that are at hand. */
export const chosenFile = (path: string, bytes: Uint8Array): ChosenFile => ({
  path,
  size: bytes.length,
  read: async () => bytes,
});

const MEGABYTE = 1024 * 1024;
/** A text this large is no note, and a zip that unpacks to more is a trap. */
export const LARGEST_TEXT = 64 * MEGABYTE;
export const LARGEST_ZIP = 256 * MEGABYTE;
const MOST_FILES = 25_000;
/** So much is unpacked before the page may draw again. */
const AT_ONCE = 4 * MEGABYTE;

const isZip = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
/** Paths that lead out of the folder, and what programs leave behind. */
const BAD_PATH = /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:|^$/i;
const LEFT_BEHIND = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\.obsidian\/|\.trash\/)/;

/** Text of bytes: UTF-8, UTF-16 by its mark, else Windows' western letters; null for what is no text. */
export function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Reads what was chosen; what cannot be read is named in `skipped`. */
export async function textsOf(
  chosen: readonly ChosenFile[],
): Promise<{ files: SourceFile[]; skipped: Skipped[] }> {
  const files: SourceFile[] = [];
  const skipped: Skipped[] = [];
  for (const { path, size, read } of chosen) {
    if (size > LARGEST_ZIP) {
      skipped.push({ file: path, reason: 'tooLarge' });
      continue;
    }
    const bytes = await read();
    if (isZip(bytes)) await addZip(path, bytes, files, skipped);
    else addText(path, bytes, files, skipped);
  }
  return { files, skipped };
}

function addText(path: string, bytes: Uint8Array, files: SourceFile[], skipped: Skipped[]): void {
  if (LEFT_BEHIND.test(path)) return;
  if (BAD_PATH.test(path)) skipped.push({ file: path, reason: 'badPath' });
  else if (bytes.length === 0) skipped.push({ file: path, reason: 'empty' });
  else if (bytes.length > LARGEST_TEXT) skipped.push({ file: path, reason: 'tooLarge' });
  else {
    const text = decode(bytes);
    if (text === null) skipped.push({ file: path, reason: 'notText' });
    else files.push({ path, text: text.replace(/^\uFEFF/, '') });
  }
}

/** Unpacks a zip, all of it or nothing: sizes are checked before anything is unpacked. */
async function addZip(
  zip: string,
  bytes: Uint8Array,
  files: SourceFile[],
  skipped: Skipped[],
): Promise<void> {
  try {
    const listed = contentsOf(bytes);
    if (!listed) {
      skipped.push({ file: zip, reason: 'tooLarge' });
      return;
    }
    const unpacked: [string, Uint8Array][] = [];
    for (const part of inParts(listed.filter(({ name }) => !BAD_PATH.test(name)))) {
      unpacked.push(...Object.entries(unzipSync(bytes, { filter: ({ name }) => part.has(name) })));
      // The page draws between two parts. A worker would do, but the policy of our pages lets none in.
      await new Promise((drawn) => setTimeout(drawn));
    }
    for (const { name } of listed)
      if (BAD_PATH.test(name)) skipped.push({ file: name || zip, reason: 'badPath' });
    for (const [path, text] of unpacked) addText(path, text, files, skipped);
  } catch (error) {
    skipped.push({ file: zip, reason: 'badZip', detail: (error as Error).message });
  }
}

/** What a zip says it holds; null where that is more than fits. @throws where it is none */
function contentsOf(bytes: Uint8Array): UnzipFileInfo[] | null {
  const listed: UnzipFileInfo[] = [];
  let [count, total] = [0, 0];
  const tooLarge = new Error();
  const list = (entry: UnzipFileInfo) => {
    total += entry.originalSize;
    if (++count > MOST_FILES || !(total <= LARGEST_ZIP)) throw tooLarge;
    if (!entry.name.endsWith('/') && !LEFT_BEHIND.test(entry.name)) listed.push(entry);
    return false;
  };
  try {
    unzipSync(bytes, { filter: list });
  } catch (error) {
    if (error === tooLarge) return null;
    throw error;
  }
  return listed;
}

/** Names in parts that are unpacked at once. */
function inParts(entries: readonly UnzipFileInfo[]): Set<string>[] {
  const parts: Set<string>[] = [];
  let room = 0;
  for (const { name, originalSize } of entries) {
    if (room <= 0) {
      parts.push(new Set());
      room = AT_ONCE;
    }
    parts.at(-1)!.add(name);
    room -= originalSize;
  }
  return parts;
}
