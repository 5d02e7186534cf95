// A document that is painted, in the manner of Google Docs: text on a canvas, invisible twins of each painted
// line beside it for those who asked before it started, the whole text from a function of the page, and keys
// taken in a frame of its own. Lines out of view are not painted, and their twins are used again.
import { hasShortcuts } from './acts.ts';

interface DocsWindow extends Window {
  _docs_annotate_canvas_by_ext?: string;
  _docs_annotate_getAnnotatedText?: () => Promise<{ getText(): string }>;
}

const view = window as DocsWindow;
const parameters = new URLSearchParams(location.search);
const zoom = Number(parameters.get('zoom') ?? 1);
/** `all`, `text` (no twins), `painted` (no function), `none`. */
const layers = parameters.get('layers') ?? 'all';
const LINE = 24 * zoom;
const COLUMN = { left: 96 * zoom, width: 620 };

const paragraphs = [
  'Background',
  'Invoices come out of a nightly job that has grown since 2016, and the month-end run now takes nine hours.',
  window.passage,
  'Plan',
  ...Array.from(
    { length: 40 },
    (_, index) => `Step ${index + 1} moves one of the report jobs, and its numbers are compared.`,
  ),
];
let caret = 1;

const scroller = document.querySelector<HTMLElement>('.kix-appview-editor')!;
const content = document.querySelector<HTMLElement>('.kix-rotatingtilemanager-content')!;
content.style.width = `${816 * zoom}px`;
const canvas = document.createElement('canvas');
const twins = document.createElement('div');
twins.className = 'kix-canvas-tile-content';
twins.style.cssText = 'position: absolute; inset: 0';
const cursor = document.createElement('div');
cursor.className = 'kix-cursor-caret';
cursor.style.cssText = `position: absolute; width: 2px; height: ${LINE}px; background: #000`;
content.append(canvas, twins, cursor);

/** Cuts a paragraph into lines as wide as the column. */
function linesOf(text: string, context: CanvasRenderingContext2D): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<= )/)) {
    if (line && context.measureText(line + word).width > COLUMN.width * zoom) {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  return [...lines, line];
}

function paint(): void {
  const context = canvas.getContext('2d')!;
  const font = `${15 * zoom}px "Liberation Sans"`;
  context.font = font;
  const laid: { text: string; top: number; paragraph: number }[] = [];
  let top = 48 * zoom;
  for (const [paragraph, text] of paragraphs.entries()) {
    for (const line of linesOf(text, context)) {
      laid.push({ text: line, top, paragraph });
      top += LINE;
    }
    top += 12 * zoom;
  }
  content.style.height = `${top + 48}px`;
  canvas.width = 816 * zoom;
  canvas.height = top;
  context.font = font;
  const seen = laid.filter(
    (line) => line.top > scroller.scrollTop - 100 && line.top < scroller.scrollTop + 700,
  );
  for (const line of seen) context.fillText(line.text, COLUMN.left, line.top + 17 * zoom);
  cursor.style.left = `${COLUMN.left}px`;
  cursor.style.top = `${laid.find((line) => line.paragraph === caret)!.top}px`;
  if (view._docs_annotate_canvas_by_ext && (layers === 'all' || layers === 'painted'))
    twin(seen, context, font);
}

/** The twins: one a line, the old ones given new text. */
function twin(
  seen: { text: string; top: number; paragraph: number }[],
  context: CanvasRenderingContext2D,
  font: string,
) {
  const name = 'http://www.w3.org/2000/svg';
  let svg = twins.querySelector('svg');
  if (!svg) {
    svg = document.createElementNS(name, 'svg');
    svg.setAttribute('width', '100%');
    svg.setAttribute('height', '100%');
    twins.append(svg);
  }
  const groups = [...svg.querySelectorAll('g')];
  for (const [index, line] of seen.entries()) {
    let group = groups[index];
    if (!group) {
      group = document.createElementNS(name, 'g');
      group.setAttribute('role', 'paragraph');
      const made = document.createElementNS(name, 'rect');
      made.setAttribute('fill-opacity', '0');
      group.append(made);
      svg.append(group);
    }
    const rect = group.querySelector('rect')!;
    rect.setAttribute('x', String(COLUMN.left));
    rect.setAttribute('y', String(line.top));
    rect.setAttribute('width', String(context.measureText(line.text).width));
    rect.setAttribute('height', String(LINE));
    rect.setAttribute('data-font-css', font);
    if (rect.getAttribute('aria-label') !== line.text) rect.setAttribute('aria-label', line.text);
  }
  for (const group of groups.slice(seen.length)) group.remove();
}

if (view._docs_annotate_canvas_by_ext && (layers === 'all' || layers === 'text')) {
  view._docs_annotate_getAnnotatedText = async () => {
    const text = `\u0003${paragraphs.join('\n')}\n`;
    return { getText: () => text };
  };
}

const frame = document.querySelector<HTMLIFrameElement>('.docs-texteventtarget-iframe')!;
const target = frame.contentDocument!.createElement('div');
target.contentEditable = 'true';
frame.contentDocument!.body.append(target);
scroller.addEventListener('mousedown', (event) => {
  event.preventDefault();
  target.focus();
});
scroller.addEventListener('scroll', paint);
frame.contentDocument!.addEventListener('keydown', (event) => {
  window.acts.shortcuts.push(event.key);
  if (event.key.length !== 1) return;
  paragraphs[caret] += event.key;
  paint();
});
hasShortcuts();
Object.assign(window, {
  putCaret: (paragraph: number) => {
    caret = paragraph;
    paint();
  },
  asked: () => view._docs_annotate_canvas_by_ext,
});
paint();
