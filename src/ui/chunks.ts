// For the build: what the popup needs for its first list is two files, each of which it would wait for: what the
// background shares, and the rest. Left alone the bundler makes one of every few modules.
import { join } from 'node:path';

interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** Names the chunk of a module, or leaves it to the bundler. @param root the project's folder */
export function popupChunks(root: string): (id: string, modules: Modules) => string | null {
  // What starts the popup is its own.
  const started = join(root, 'entrypoints');
  let parts: { popup: ReadonlySet<string>; background: ReadonlySet<string> } | undefined;
  return (id, modules) => {
    parts ??= {
      popup: neededBy(join(root, 'entrypoints/popup/main.tsx'), modules),
      background: neededBy(join(root, 'entrypoints/background.ts'), modules),
    };
    if (!parts.popup.has(id) || id.startsWith(started) || id.endsWith('.css')) return null;
    return parts.background.has(id) ? 'shared' : 'ui';
  };
}

/** All modules that one needs before it can begin. */
function neededBy(start: string, modules: Modules): Set<string> {
  const needed = new Set<string>();
  const add = (id: string): void => {
    if (needed.has(id)) return;
    needed.add(id);
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) add(next);
  };
  add(start);
  return needed;
}
