// Vite plug-in: the polyfill of the browser's API as a module. As CommonJS it would be copied name by name at each
// start, and every name that is touched makes the browser build that part of its API.
import type { Plugin } from 'vite';

const FILE = /webextension-polyfill\/dist\/browser-polyfill\.js$/;

/** Gives the polyfill one export, what it makes. */
export function polyfillModule(): Plugin {
  return {
    name: 'staffwise-polyfill-module',
    enforce: 'pre',
    transform(code, id) {
      if (!FILE.test(id)) return;
      return {
        code: `const module = { exports: {} };\nconst { exports } = module;\n${code}\nexport default module.exports;\n`,
        map: null,
      };
    },
  };
}
