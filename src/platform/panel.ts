// Opening the side panel, where the browser lets us: after a press, within the same turn.
import { browser } from 'wxt/browser';

interface PanelBrowser {
  sidePanel?: { open(options: { tabId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/** Opens the panel for a tab. A press in a page opens it in Chromium only; Firefox refuses, and the card says so. */
export function openPanel(tabId: number): void {
  const { sidePanel, sidebarAction } = browser as unknown as PanelBrowser;
  const opened = sidePanel ? sidePanel.open({ tabId }) : sidebarAction?.open();
  opened?.catch((error: unknown) => console.warn('panel:', error));
}
