// Looks into our layer in Firefox: its closed root is reached by the nodes that WebDriver BiDi shares.
import type { Frame, Page } from 'puppeteer-core';

export interface FoundMark {
  label: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface FoundCard {
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
  active: string | null;
  actions: Record<string, { x: number; y: number; width: number; height: number }>;
}

interface Shared {
  sharedId: string;
}

interface Connection {
  send(method: string, params: object): Promise<{ result: Record<string, unknown> }>;
}

/** The layers of one frame of a tab in Firefox: its own, and those of frames in it that have no room for a card. */
export class FirefoxLayer {
  private readonly connection: Connection;
  private readonly context: string;

  constructor(page: Page, frame: Frame = page.mainFrame()) {
    this.connection = (page.browser() as unknown as { connection: Connection }).connection;
    this.context = (frame as unknown as { _id: string })._id;
  }

  async marks(): Promise<FoundMark[]> {
    const marks: FoundMark[] = [];
    for (const node of await this.locate('.mark')) {
      const mark = await this.on<FoundMark & { hidden: boolean }>(
        node,
        `(node) => {
          const { x, y, width, height } = node.getBoundingClientRect();
          return JSON.stringify({ x, y, width, height, hidden: node.hidden, label: node.getAttribute('aria-label') });
        }`,
      );
      if (!mark.hidden && mark.width > 0) marks.push(mark);
    }
    return marks;
  }

  async card(): Promise<FoundCard | null> {
    const [node] = await this.locate('.card');
    if (!node) return null;
    return this.on<FoundCard>(
      node,
      `(node) => {
        const actions = {};
        for (const button of node.querySelectorAll('[data-action]')) {
          const { x, y, width, height } = button.getBoundingClientRect();
          actions[button.dataset.action] = { x, y, width, height };
        }
        const { x, y, width, height } = node.getBoundingClientRect();
        return JSON.stringify({ x, y, width, height, text: node.innerText, active: node.querySelector('.is-focus')?.dataset.action ?? null, actions });
      }`,
    );
  }

  /** Whether there is any layer of ours in the page. */
  async exists(): Promise<boolean> {
    return (await this.roots()).length > 0;
  }

  private async roots(): Promise<Shared[]> {
    const { result } = await this.connection.send('script.evaluate', {
      expression: `[...document.querySelectorAll('staffwise-layer')]`,
      target: { context: this.context },
      awaitPromise: false,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    });
    const { value = [] } = result.result as { value?: { value?: { shadowRoot?: Shared } }[] };
    return value.flatMap((layer) => layer.value?.shadowRoot ?? []);
  }

  private async locate(selector: string): Promise<Shared[]> {
    const roots = await this.roots();
    if (roots.length === 0) return [];
    const { result } = await this.connection.send('browsingContext.locateNodes', {
      context: this.context,
      locator: { type: 'css', value: selector },
      startNodes: roots.map(({ sharedId }) => ({ sharedId })),
    });
    return result.nodes as Shared[];
  }

  private async on<T>(node: Shared, code: string): Promise<T> {
    const { result } = await this.connection.send('script.callFunction', {
      functionDeclaration: code,
      arguments: [{ sharedId: node.sharedId }],
      target: { context: this.context },
      awaitPromise: false,
    });
    return JSON.parse((result as { result: { value: string } }).result.value) as T;
  }
}
