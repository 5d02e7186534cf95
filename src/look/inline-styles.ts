// Vite plug-in: the style sheets of one page stand in the page itself, so that its first frame waits for no file.
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Puts the style sheets of `page` into it, in their order. */
export function inlineStyles(page: string): Plugin {
  return {
    name: 'staffwise-inline-styles',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, filename }) {
        if (!bundle || !filename.includes(`/${page}/`)) return html;
        const sheets = /<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>\s*/g;
        const style = [...html.matchAll(sheets)].map(([, file]) => {
          const sheet = bundle[file!];
          if (sheet?.type !== 'asset') throw new Error(`${page}: ${file} is not in the bundle`);
          return String(sheet.source).trim();
        });
        return html.replace(sheets, '').replace('</title>', `</title>\n<style>${style.join('\n')}</style>`);
      },
    },
  };
}

/** The source for `style-src` that lets the one style block of a page pass; empty where it has none. */
export function styleSource(html: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1];
  return style === undefined ? '' : ` 'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}
