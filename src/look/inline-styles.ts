// Vite plug-in: the style sheets of some pages stand in the page itself, so that its first frame waits for no file.
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const EMPTY = /<body[^>]*><\/body>/;

/** Puts the style sheets of each of `pages` into it, in their order. */
export function inlineStyles(pages: readonly string[]): Plugin {
  return {
    name: 'staffwise-inline-styles',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, filename }) {
        const page = pages.find((name) => filename.includes(`/${name}/`));
        if (!bundle || !page) return html;
        const sheets = /<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>\s*/g;
        const style = [...html.matchAll(sheets)].map(([, file]) => {
          const sheet = bundle[file!];
          if (sheet?.type !== 'asset') throw new Error(`${page}: ${file} is not in the bundle`);
          return String(sheet.source).trim();
        });
        const styled = html
          .replace(sheets, '')
          .replace('</title>', `</title>\n<style>${style.join('\n')}</style>`);
        // Where nothing stands in the body yet, a frame of nothing would only delay the first with something.
        return EMPTY.test(html) ? styled.replace('<script type="module"', '$& blocking="render"') : styled;
      },
    },
  };
}

/** The source for `style-src` that lets the one style block of a page pass; empty where it has none. */
export function styleSource(html: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1];
  return style === undefined ? '' : ` 'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}
