// Vite plug-in: content/ as the modules `virtual:library` and `virtual:titles`; a faulty file stops the build with file, line and reason.
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { triggerFaults } from './check.ts';
import { lineFinder } from './lines.ts';
import { type Content, type Fault, filesBelow, readContent } from './read.ts';
import type { Titles } from './schema.ts';

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

/** What lists show of the library. */
function titlesOf({ topics, notes }: Content): Titles {
  return {
    topics,
    titles: notes.map(({ id, title, topic, line, plain, idea, place }) => ({
      id,
      title,
      topic,
      line: plain ?? line,
      idea,
      place,
    })),
  };
}

const MODULES: Record<string, (content: Content) => object> = {
  'virtual:library': ({ notes, documents, families, checks }) => ({ notes, documents, families, checks }),
  'virtual:titles': titlesOf,
};

/** Makes the modules of the folder content/. */
export function libraryPlugin(): Plugin {
  let content: Content | undefined;
  return {
    name: 'staffwise-library',
    watchChange() {
      content = undefined;
    },
    resolveId: (id) => (id in MODULES ? `\0${id}` : undefined),
    load(id) {
      const make = MODULES[id.slice(1)];
      if (!id.startsWith('\0') || !make) return;
      for (const file of [...filesBelow(root, '.md'), ...filesBelow(root, '.yaml')]) this.addWatchFile(file);
      content ??= soundContent();
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(make(content)))});`;
    },
  };
}
