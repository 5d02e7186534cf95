// Vite plug-in: content/ as the module `virtual:library`; a faulty file stops the build with file, line and reason.
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { triggerFaults } from './check.ts';
import { lineFinder } from './lines.ts';
import { type Content, type Fault, filesBelow, readContent } from './read.ts';

const ID = 'virtual:library';
const root = join(import.meta.dirname, '../../content');

/** Prints a fault as `file:line rule: message`. */
export function faultLine(fault: Fault): string {
  return `${fault.file}:${fault.line} ${fault.rule}: ${fault.message}`;
}

/** The content of a folder like content/, by default this one. @throws where it has a fault, naming file, line and reason of each */
export function soundContent(folder = root): Content {
  const content = readContent(folder);
  const faults = [...content.faults, ...triggerFaults(content, lineFinder(join(folder, '..')))];
  if (faults.length > 0) throw new Error(`The library has faults:\n${faults.map(faultLine).join('\n')}`);
  return content;
}

/** Makes `virtual:library` of the folder content/. */
export function libraryPlugin(): Plugin {
  return {
    name: 'staffwise-library',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return;
      for (const file of [...filesBelow(root, '.md'), ...filesBelow(root, '.yaml')]) this.addWatchFile(file);
      const { topics, notes, documents, families, checks } = soundContent();
      return `export default JSON.parse(${JSON.stringify(JSON.stringify({ topics, notes, documents, families, checks }))});`;
    },
  };
}
