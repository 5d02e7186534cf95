// Finds the line of a file where a text stands, for faults.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A finder of lines in the files below `root`: the line (from 1) where the beginning of a text stands, else 1. */
export function lineFinder(root: string): (file: string, text: string) => number {
  const sources = new Map<string, string>();
  return (file, text) => {
    const path = join(root, file);
    const source = sources.get(file) ?? (existsSync(path) ? readFileSync(path, 'utf8') : '');
    sources.set(file, source);
    const head = text.replace(/\s+/g, ' ').slice(0, 30);
    const at = source.indexOf(head) >= 0 ? source.indexOf(head) : source.indexOf(head.slice(0, 15));
    return at < 0 ? 1 : source.slice(0, at).split('\n').length;
  };
}
