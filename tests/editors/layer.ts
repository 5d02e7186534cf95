// Looks into the layer that Staffwise draws: a closed shadow root, which the page's own scripts cannot open.
// Chromium only, by the DevTools protocol.
import type { CDPSession, Page } from 'puppeteer-core';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A mark as it is drawn; its box is in the coordinates of its own window. */
export interface SeenMark extends Box {
  /** The same box in the page's window: where a mouse finds it. */
  onPage: Box;
  label: string;
  state: 'new' | 'seen' | 'done';
  expanded: boolean;
}

/** An open card. */
export interface SeenCard extends Box {
  /** The same box in the page's window. */
  onPage: Box;
  text: string;
  actions: Record<string, Box>;
  active: string | null;
}

interface FlatNode {
  nodeId: number;
  localName: string;
  attributes?: string[];
}

/** A tab's layer. */
export class LayerProbe {
  readonly #page: Page;
  #session: CDPSession | null = null;

  constructor(page: Page) {
    this.#page = page;
  }

  /** All marks that can be seen. */
  async marks(): Promise<SeenMark[]> {
    const seen: SeenMark[] = [];
    for (const node of await this.#find('mark')) {
      const mark = await this.#on<Omit<SeenMark, 'onPage'> & { hidden: boolean }>(
        node,
        `function () {
          const { x, y, width, height } = this.getBoundingClientRect();
          const shape = this.querySelectorAll('rect').length;
          const hollow = this.querySelector('.wm-hollow') !== null;
          return { x, y, width, height, hidden: this.hidden, label: this.getAttribute('aria-label'),
            state: shape === 1 ? 'done' : hollow ? 'seen' : 'new',
            expanded: this.getAttribute('aria-expanded') === 'true' };
        }`,
      );
      if (!mark || mark.hidden || mark.width === 0) continue;
      seen.push({ ...mark, onPage: await this.#box(node) });
    }
    return seen;
  }

  /** The open card, or null. */
  async card(): Promise<SeenCard | null> {
    const [node] = await this.#find('card');
    if (!node) return null;
    const card = await this.#on<Omit<SeenCard, 'actions' | 'onPage'>>(
      node,
      `function () {
        const { x, y, width, height } = this.getBoundingClientRect();
        const active = this.querySelector('.is-focus');
        return { x, y, width, height, text: this.innerText, active: active ? active.dataset.action : null };
      }`,
    );
    if (!card) return null;
    const actions: Record<string, Box> = {};
    for (const button of await this.#find(null, 'data-action')) {
      const name = attributeOf(button, 'data-action');
      if (name) actions[name] = await this.#box(button);
    }
    return { ...card, onPage: await this.#box(node), actions };
  }

  /** Whether there is any layer of ours in the page or its frames. */
  async exists(): Promise<boolean> {
    return (await this.#nodes()).some(({ localName }) => localName === 'staffwise-layer');
  }

  /** Waits until `wanted` holds of what is drawn; gives that. @throws after `limit` milliseconds */
  async until<T>(wanted: () => Promise<T | null | false>, what: string, limit = 5000): Promise<T> {
    const end = Date.now() + limit;
    for (;;) {
      const found = await wanted();
      if (found) return found;
      if (Date.now() > end) throw new Error(`waited ${limit} ms for ${what}`);
      await this.#page.evaluate(() => new Promise((next) => setTimeout(next, 25)));
    }
  }

  /** The first mark, as soon as there is one. */
  async firstMark(limit = 5000): Promise<SeenMark> {
    return this.until(async () => (await this.marks())[0] ?? null, 'a mark', limit);
  }

  async #cdp(): Promise<CDPSession> {
    this.#session ??= await this.#page.createCDPSession();
    return this.#session;
  }

  async #nodes(): Promise<FlatNode[]> {
    const session = await this.#cdp();
    await session.send('DOM.enable');
    const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
    return nodes;
  }

  async #find(className: string | null, attribute?: string): Promise<FlatNode[]> {
    return (await this.#nodes()).filter((node) =>
      className
        ? (attributeOf(node, 'class') ?? '').split(' ')[0] === className
        : attributeOf(node, attribute!) !== null,
    );
  }

  async #on<T>({ nodeId }: FlatNode, code: string): Promise<T | null> {
    const session = await this.#cdp();
    try {
      const { object } = await session.send('DOM.resolveNode', { nodeId });
      const { result } = await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId!,
        functionDeclaration: code,
        returnByValue: true,
      });
      return result.value as T;
    } catch {
      // The node was drawn anew between two questions.
      return null;
    }
  }

  /** Where a node stands in the page's window: out through every frame, each of which may be scaled. */
  async #box(node: FlatNode): Promise<Box> {
    const box = await this.#on<Box>(
      node,
      `function () {
        let { x, y, width, height } = this.getBoundingClientRect();
        for (let view = this.ownerDocument.defaultView; view.frameElement; view = view.parent) {
          const frame = view.frameElement;
          const outer = frame.getBoundingClientRect();
          const scale = outer.width / frame.offsetWidth;
          x = outer.x + (frame.clientLeft + x) * scale;
          y = outer.y + (frame.clientTop + y) * scale;
          width *= scale;
          height *= scale;
        }
        return { x, y, width, height };
      }`,
    );
    return box ?? { x: 0, y: 0, width: 0, height: 0 };
  }

  /** Opens the layers of a page to its own scripts, for a check of what is in them. */
  async expose(): Promise<void> {
    for (const node of await this.#nodes()) {
      if (node.localName !== 'staffwise-layer') continue;
      const session = await this.#cdp();
      const { node: host } = await session.send('DOM.describeNode', {
        nodeId: node.nodeId,
        depth: 1,
        pierce: true,
      });
      const [root] = host.shadowRoots ?? [];
      if (!root) continue;
      const resolve = (backendNodeId: number) => session.send('DOM.resolveNode', { backendNodeId });
      const [held, shadow] = await Promise.all([resolve(host.backendNodeId), resolve(root.backendNodeId)]);
      await session.send('Runtime.callFunctionOn', {
        objectId: held.object.objectId!,
        functionDeclaration: `function (root) { Object.defineProperty(this, 'shadowRoot', { value: root }); }`,
        arguments: [{ objectId: shadow.object.objectId! }],
      });
    }
  }
}

function attributeOf({ attributes = [] }: FlatNode, name: string): string | null {
  const index = attributes.findIndex((text, at) => at % 2 === 0 && text === name);
  return index < 0 ? null : (attributes[index + 1] ?? null);
}
