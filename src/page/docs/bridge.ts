// Runs in the page world of Google Docs, where its annotated text can be had. It reads and nothing else: there
// is no verb here by which anybody could write (research: trust.md, T8).

/** The first word of the page script; the port comes with it. */
export const HELLO = 'staffwise-docs';

/**
 * Who asks Docs to annotate what it paints. Docs writes the name into its own reports, so it is our own
 * (research: writing-assistants.md 2.5).
 */
const NAME = import.meta.env.FIREFOX ? 'staffwise@staffwise.example' : 'gkimjboigblgnfakhckloohogomnkkgg';

/** What Docs offers to those who asked. */
interface DocsWindow extends Window {
  _docs_annotate_canvas_by_ext?: string;
  _docs_annotate_getAnnotatedText?: (key: string) => Promise<{ getText(): string } | null>;
}

/**
 * Asks Docs for annotations, and answers every port of a page script with the text of the document: after an update a
 * new page script asks the bridge that is there.
 */
export function startDocsBridge(view: DocsWindow): void {
  view._docs_annotate_canvas_by_ext = NAME;
  const onHello = (event: MessageEvent) => {
    const [port] = event.ports;
    if (event.data !== HELLO || event.source !== view || !port) return;
    // This listener stands before every script of the page.
    event.stopImmediatePropagation();
    port.onmessage = () => void textOf(view).then((text) => port.postMessage(text));
  };
  view.addEventListener('message', onHello, true);
}

/** The document's text as it is now, or null where Docs does not give it. Asked afresh each time: what it gives goes stale. */
async function textOf(view: DocsWindow): Promise<string | null> {
  try {
    const annotated = await view._docs_annotate_getAnnotatedText?.('');
    const text: unknown = annotated?.getText();
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}
