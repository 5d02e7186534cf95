// From chosen files to texts: zips unpacked, encodings found, limits kept.
import { unzip } from 'fflate';
import type { Skipped, SourceFile } from './importer.ts';

/** A file as the person chose it. */
export interface ChosenFile {
  path: string;
  bytes: Uint8Array;
}

const MEGABYTE = 1024 * 1024;
/** A text this large is no note, and a zip that unpacks to more is a trap. */
export const LARGEST_TEXT = 64 * MEGABYTE;
export const LARGEST_ZIP = 256 * MEGABYTE;
const MOST_FILES = 25_000;

const isZip = ({ bytes }: ChosenFile) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
/** Paths that lead out of the folder, and what programs leave behind. */
const BAD_PATH = /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:/i;
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
  for (const file of chosen) {
    if (isZip(file)) await addZip(file, files, skipped);
    else addText(file, files, skipped);
  }
  return { files, skipped };
}

function addText(file: ChosenFile, files: SourceFile[], skipped: Skipped[]): void {
  if (LEFT_BEHIND.test(file.path)) return;
  const { path, bytes } = file;
  if (BAD_PATH.test(path)) skipped.push({ file: path, reason: 'badPath' });
  else if (bytes.length === 0) skipped.push({ file: path, reason: 'empty' });
  else if (bytes.length > LARGEST_TEXT) skipped.push({ file: path, reason: 'tooLarge' });
  else {
    const text = decode(bytes);
    if (text === null) skipped.push({ file: path, reason: 'notText' });
    else files.push({ path, text: text.replace(/^\uFEFF/, '') });
  }
}

/** Unpacks a zip off the page's thread; sizes are checked before anything is unpacked. */
async function addZip(file: ChosenFile, files: SourceFile[], skipped: Skipped[]): Promise<void> {
  let total = 0;
  let count = 0;
  let trapped = false;
  const wanted = (entry: { name: string; originalSize: number }) => {
    if (entry.name.endsWith('/') || LEFT_BEHIND.test(entry.name)) return false;
    total += entry.originalSize;
    count++;
    trapped ||= total > LARGEST_ZIP || count > MOST_FILES;
    if (!trapped && !BAD_PATH.test(entry.name)) return true;
    if (BAD_PATH.test(entry.name)) skipped.push({ file: entry.name, reason: 'badPath' });
    return false;
  };
  try {
    const entries = await new Promise<Record<string, Uint8Array>>((resolve, reject) => {
      unzip(file.bytes, { filter: wanted }, (error, found) => (error ? reject(error) : resolve(found)));
    });
    if (trapped) skipped.push({ file: file.path, reason: 'tooLarge' });
    for (const [path, bytes] of Object.entries(entries)) addText({ path, bytes }, files, skipped);
  } catch (error) {
    skipped.push({ file: file.path, reason: 'badZip', detail: (error as Error).message });
  }
}
