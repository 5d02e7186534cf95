// Puts an editor into the surroundings that the address names, and lets a test look into it.
import './page.css';

/** What a test reads of an editor, the same for each engine. */
export interface Probe {
  /** The element that holds the text. */
  root(): Element;
  /** HTML of the editor as the page has it. */
  html(): string;
  /** The engine's own document, as text that can be compared. */
  model(): string;
  /** How many steps can be undone; -1 where the engine does not say. */
  undoDepth(): number;
  /** A collaborator writes a word at the end of the last paragraph. */
  remote(): void;
}

/** Makes an editor in `place`. */
export type Mount = (place: HTMLElement) => Probe | Promise<Probe>;

const parameters = new URLSearchParams(location.search);

/** The ways in which a page holds an editor; `plain` where none is named. */
const surroundings: Record<string, (mount: Mount) => Promise<Probe>> = {
  plain: async (mount) => mount(box(document.querySelector('main')!)),
  async iframe() {
    const frame = document.createElement('iframe');
    parameters.set('in', 'plain');
    frame.src = `${location.pathname}?${parameters}`;
    document.querySelector('main')!.append(frame);
    await new Promise((loaded) => frame.addEventListener('load', loaded));
    const inner = frame.contentWindow as Window & typeof globalThis;
    await inner.ready;
    return inner.engine;
  },
  async shadow(mount) {
    const host = document.createElement('div');
    document.querySelector('main')!.append(host);
    const shadow = host.attachShadow({ mode: 'open' });
    for (const link of document.querySelectorAll('link[rel=stylesheet]')) shadow.append(link.cloneNode());
    return mount(box(shadow));
  },
  async scroller(mount) {
    const scroller = element('div', 'scroller');
    const before = element('p', '');
    before.textContent = 'Above the editor.';
    const after = element('div', 'filler');
    document.querySelector('main')!.append(scroller);
    scroller.append(before);
    const place = box(scroller);
    scroller.append(after);
    return mount(place);
  },
  async transform(mount) {
    const parent = element('div', 'transformed');
    document.querySelector('main')!.append(parent);
    return mount(box(parent));
  },
  async dialog(mount) {
    const dialog = document.createElement('dialog');
    document.querySelector('main')!.append(dialog);
    dialog.showModal();
    return mount(box(dialog));
  },
  async dark(mount) {
    document.documentElement.classList.add('dark');
    return mount(box(document.querySelector('main')!));
  },
  zoom67: (mount) => zoomed('0.67', mount),
  zoom200: (mount) => zoomed('2', mount),
};

async function zoomed(zoom: string, mount: Mount): Promise<Probe> {
  document.documentElement.style.zoom = zoom;
  return mount(box(document.querySelector('main')!));
}

function element(tag: string, name: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = name;
  return made;
}

function box(parent: ParentNode): HTMLElement {
  const place = element('div', 'place');
  parent.append(place);
  return place;
}

declare global {
  interface Window {
    ready: Promise<void>;
    engine: Probe;
  }
}

/** Shows an editor; `window.ready` tells when it can be used. */
export function present(mount: Mount): void {
  const around = surroundings[parameters.get('in') ?? 'plain'];
  if (!around) throw new Error(`no surroundings called ${parameters.get('in')}`);
  window.ready = around(mount).then((probe) => {
    window.engine = probe;
    document.documentElement.dataset.ready = '';
  });
}
