// Panel → background: follows the state of a tab. The port may close at any time (a sleeping background); it is
// opened anew when the person turns to the panel, never because it closed, which would keep the background awake.
import { browser } from 'wxt/browser';
import { PANEL_PORT, type TabState } from './messages.ts';

/** Calls `changed` with each state of a tab until `signal` aborts. `again` opens the line where it has closed. */
export function followTab(
  tab: number,
  changed: (state: TabState) => void,
  signal: AbortSignal,
): { again(): void } {
  let open = false;
  const connect = () => {
    if (open || signal.aborted) return;
    open = true;
    const port = browser.runtime.connect({ name: `${PANEL_PORT}${tab}` });
    port.onMessage.addListener((state: unknown) => changed(state as TabState));
    port.onDisconnect.addListener(() => {
      open = false;
    });
    signal.addEventListener('abort', () => port.disconnect(), { once: true });
  };
  connect();
  return { again: connect };
}
