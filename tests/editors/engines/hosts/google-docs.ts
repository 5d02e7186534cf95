// A document that is painted, in the manner of Google Docs: text on a canvas, invisible twins of each painted
// line beside it for those who asked before it started, the whole text from a function of the page, and keys
// taken in a frame of its own. Lines out of view are not painted, and their twins are used again.
import { closesOnEscape, hasShortcuts } from './acts.ts';

interface DocsWindow extends Window {
  _docs_annotate_canvas_by_ext?: string;
  _docs_annotate_getAnnotatedText?: () => Promise<{ getText(): string }>;
}

const view = window as DocsWindow;
const parameters = new URLSearchParams(location.search);
const zoom = Number(parameters.get('zoom') ?? 1);
/** `all`, `text` (no twins), `painted` (no function), `none`. */
const layers = parameters.get('layers') ?? 'all';
/** `table` (the first two paragraphs side by side), `pageless` (no sheets, as wide as the window). */
const form = parameters.get('form');
const LINE = 24 * zoom;
const COLUMN = { left: 96 * zoom, width: 620 };
const CELL = { left: 320, width: 300 };

const steps = Array.from(
  { length: 40 },
  (_, index) => `Step ${index + 1} moves one of the report jobs, and its numbers are compared.`,
);
const before =
  'Invoices come out of a nightly job that has grown since 2016, and the month-end run now takes nine hours.';
/** Its tabs by name; the address says which is shown. */
const tabs: Record<string, string[]> = {
  't.0':
    form === 'table'
      ? [before, window.passage, 'Plan', ...steps]
      : ['Background', before, window.passage, 'Plan', ...steps],
  't.1': ['Costs', 'Nothing is said here that anybody could object to.', ...steps],
};
let paragraphs = tabs['t.0']!;
let caret = form === 'table' ? 3 : 1;

const scroller = document.querySelector<HTMLElement>('.kix-appview-editor')!;
const content = document.querySelector<HTMLElement>('.kix-rotatingtilemanager-content')!;
content.style.width = form === 'pageless' ? '100%' : `${816 * zoom}px`;
const canvas = document.createElement('canvas');
const twins = document.createElement('div');
twins.className = 'kix-canvas-tile-content';
twins.style.cssText = 'position: absolute; inset: 0';
const cursor = document.createElement('div');
cursor.className = 'kix-cursor-caret';
cursor.style.cssText = `position: absolute; width: 2px; height: ${LINE}px; background: #000`;
content.append(canvas, twins, cursor);

/** Cuts a paragraph into lines as wide as its column. */
function linesOf(text: string, width: number, context: CanvasRenderingContext2D): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<= )/)) {
    if (line && context.measureText(line + word).width > width * zoom) {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  return [...lines, line];
}

interface Line {
  text: string;
  left: number;
  top: number;
  paragraph: number;
}

/** The lines of all paragraphs where they are painted, in the order in which a person reads. */
function layOut(context: CanvasRenderingContext2D): Line[] {
  const laid: Line[] = [];
  let top = 48 * zoom;
  let rowEnd = 0;
  for (const [paragraph, text] of paragraphs.entries()) {
    const cell = form === 'table' && paragraph < 2;
    const left = COLUMN.left + (cell && paragraph === 1 ? CELL.left * zoom : 0);
    const rowTop = top;
    for (const line of linesOf(text, cell ? CELL.width : COLUMN.width, context)) {
      laid.push({ text: line, left, top, paragraph });
      top += LINE;
    }
    rowEnd = Math.max(rowEnd, top);
    if (cell && paragraph === 0) top = rowTop;
    else top = rowEnd + 12 * zoom;
  }
  return laid;
}

function paint(): void {
  const context = canvas.getContext('2d')!;
  const font = `${15 * zoom}px "Liberation Sans"`;
  context.font = font;
  const laid = layOut(context);
  const top = laid.at(-1)!.top + LINE;
  content.style.height = `${top + 48}px`;
  canvas.width = content.offsetWidth;
  canvas.height = top;
  context.font = font;
  const seen = laid.filter(
    (line) => line.top > scroller.scrollTop - 100 && line.top < scroller.scrollTop + 700,
  );
  for (const line of seen) context.fillText(line.text, line.left, line.top + 17 * zoom);
  cursor.style.left = `${COLUMN.left}px`;
  cursor.style.top = `${laid.find((line) => line.paragraph === caret)!.top}px`;
  if (view._docs_annotate_canvas_by_ext && (layers === 'all' || layers === 'painted'))
    twin(seen, context, font);
}

/** The twins: one a line, the old ones given new text. */
function twin(seen: Line[], context: CanvasRenderingContext2D, font: string) {
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
    rect.setAttribute('x', String(line.left));
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
    const table = form === 'table' ? '\u0010\u0012\u001c' : '';
    const text = `\u0003${table}${paragraphs.join('\n')}\n`;
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
// Its comment box is an element of the page, made at a press and gone when the focus leaves it.
document.querySelector('#comment')!.addEventListener('click', () => {
  const box = document.createElement('div');
  box.className = 'docos-input-textarea';
  box.contentEditable = 'true';
  box.setAttribute('role', 'textbox');
  box.setAttribute('aria-multiline', 'true');
  box.style.cssText = 'margin: 12px 60px; width: 420px; min-height: 60px; border: 1px solid #747775';
  box.addEventListener('blur', () => {
    window.acts.closed++;
    box.remove();
  });
  closesOnEscape(box);
  document.querySelector('#comment')!.after(box);
  box.focus();
});
// Its tabs change the address and the text, and nothing else of the page.
for (const name of Object.keys(tabs)) {
  const button = document.createElement('button');
  button.type = 'button';
  button.id = name.replace('.', '-');
  button.textContent = `Tab ${name}`;
  button.addEventListener('click', () => {
    const url = new URL(location.href);
    url.searchParams.set('tab', name);
    history.pushState({}, '', url);
    paragraphs = tabs[name]!;
    paint();
  });
  document.querySelector('#tabs')!.append(button);
}
Object.assign(window, {
  putCaret: (paragraph: number) => {
    caret = paragraph;
    paint();
  },
  asked: () => view._docs_annotate_canvas_by_ext,
});
paint();
