// Vite plug-in: content/ as the module `virtual:library`; a faulty file stops the build with file, line and reason.
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { type Fault, filesBelow, readContent } from './read.ts';

const ID = 'virtual:library';
const root = join(import.meta.dirname, '../../content');

/** Prints a fault as `file:line rule: message`. */
export function faultLine(fault: Fault): string {
  return `${fault.file}:${fault.line} ${fault.rule}: ${fault.message}`;
}

/** Makes `virtual:library` of the folder content/. */
export function libraryPlugin(): Plugin {
  return {
    name: 'staffwise-library',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return;
      const content = readContent(root);
      for (const file of [...filesBelow(root, '.md'), ...filesBelow(root, '.yaml')]) this.addWatchFile(file);
      if (content.faults.length > 0) {
        throw new Error(`The library has faults:\n${content.faults.map(faultLine).join('\n')}`);
      }
      const { topics, notes, documents } = content;
      return `export default JSON.parse(${JSON.stringify(JSON.stringify({ topics, notes, documents }))});`;
    },
  };
}
