// Which engine is tried in which surroundings, what does not apply, and the table of what was found.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/setup.mjs';

export const ENGINES = [
  'textarea',
  'contenteditable',
  'prosemirror',
  'tiptap',
  'atlassian',
  'lexical',
  'slate',
  'draft',
  'quill',
  'codemirror',
  'ckeditor',
  'tinymce',
  'monaco',
  'notion',
] as const;
/** Atlassian's own editor: 4.9 GB of packages, so `npm run test:atlassian` alone has it. */
const ATLASKIT = 'atlaskit';
export type EngineName = (typeof ENGINES)[number] | typeof ATLASKIT;

export const SURROUNDINGS = [
  'plain',
  'iframe',
  'shadow',
  'scroller',
  'transform',
  'dialog',
  'dark',
  'zoom67',
  'zoom200',
] as const;
export type Surrounding = (typeof SURROUNDINGS)[number];

/** The engine itself does not work there, with or without Staffwise. */
const NOT_MADE_FOR: Partial<Record<EngineName, Partial<Record<Surrounding, string>>>> = {
  lexical: { shadow: 'reads the document\u2019s selection' },
  slate: { shadow: 'its events are bound to the document' },
  draft: { shadow: 'reads the document\u2019s selection' },
  quill: { shadow: 'reads the document\u2019s selection' },
  // Three times of four, without Staffwise.
  ckeditor: { shadow: 'types elsewhere than where the caret was put' },
  monaco: {
    transform: 'finds no position under a transform',
    zoom67: 'finds no position under a zoom',
    zoom200: 'finds no position under a zoom',
  },
};

/** Why a pair is left out; null where it is tried. */
export function leftOut(engine: EngineName, around: Surrounding): string | null {
  return NOT_MADE_FOR[engine]?.[around] ?? null;
}

/**
 * Every pair (`all`), those of Atlassian's own editor (`atlaskit`), or for the ordinary run each engine plain and in one
 * more, drawn so that each surrounding is met.
 */
export function pairs(which: string | undefined): [EngineName, Surrounding][] {
  const everywhere = (engine: EngineName) =>
    SURROUNDINGS.filter((around) => !leftOut(engine, around)).map((around): [EngineName, Surrounding] => [
      engine,
      around,
    ]);
  if (which === ATLASKIT) return everywhere(ATLASKIT);
  if (which === 'all') return ENGINES.flatMap(everywhere);
  return ENGINES.flatMap((engine, index) => {
    const others = SURROUNDINGS.filter((around) => around !== 'plain');
    const turned = [...others.slice(index % others.length), ...others.slice(0, index % others.length)];
    const second = turned.find((around) => !leftOut(engine, around))!;
    return [
      [engine, 'plain'],
      [engine, second],
    ];
  });
}

/** What is asked of every pair. */
const CHECKS = {
  text: 'every block read, in order, by its type',
  line: 'the mark within 2 px of the middle of its line',
  card: 'opened by a press and worked by keys: no event reaches the page, the focus stays; it covers neither the line of its mark nor that of the caret',
  hides: 'the mark is gone with the first changed character',
  equal:
    'HTML, document model and undo stack equal to a run without Staffwise after keys, Enter, Backspace, copy, paste, an input method, undo and a collaborator\u2019s edit',
} as const;
type Check = keyof typeof CHECKS;

const TABLE = join(root, 'docs/editors.md');

/** Collects what held, and writes docs/editors.md; rows of engines that were not run stay. */
export class MatrixTable {
  readonly #held = new Map<string, Set<Check>>();

  note(engine: EngineName, around: Surrounding, check: Check): void {
    const key = `${engine},${around}`;
    this.#held.set(key, (this.#held.get(key) ?? new Set()).add(check));
  }

  write(): void {
    const checks = Object.entries(CHECKS) as [Check, string][];
    const before = readFileSync(TABLE, 'utf8').split('\n');
    const engines: readonly EngineName[] = [...ENGINES, ATLASKIT];
    const rows = engines.flatMap((engine) => {
      if (![...this.#held.keys()].some((pair) => pair.startsWith(`${engine},`)))
        return before.filter((line) => line.startsWith(`| ${engine} |`));
      const cells = SURROUNDINGS.map((around) => {
        if (leftOut(engine, around)) return '–';
        const held = this.#held.get(`${engine},${around}`);
        const failed = checks.filter(([check]) => !held?.has(check)).map(([check]) => check);
        return failed.length === 0 ? 'all' : `not ${failed.join(', ')}`;
      });
      return `| ${engine} | ${cells.join(' | ')} |`;
    });
    const reasons = ENGINES.flatMap((engine) =>
      SURROUNDINGS.flatMap((around) => {
        const reason = leftOut(engine, around);
        return reason ? [`- ${engine}, ${around}: ${reason}`] : [];
      }),
    );
    const text = [
      '# Editors and their surroundings',
      '',
      'Written by `npm run test:matrix`, in Chromium, with the real packages of `tests/editors/engines/package.json` (`atlassian` and `notion` are look-alikes), and by `npm run test:atlassian` with the editor of Jira and Confluence itself (`atlaskit`). *all* means that each of these held:',
      '',
      ...checks.map(([check, meaning]) => `- **${check}**: ${meaning}`),
      '',
      `| engine | ${SURROUNDINGS.join(' | ')} |`,
      `| --- | ${SURROUNDINGS.map(() => '---').join(' | ')} |`,
      ...rows,
      '',
      'Left out, because the engine itself does not work there:',
      '',
      ...reasons,
      '',
    ];
    writeFileSync(TABLE, text.join('\n'));
  }
}
