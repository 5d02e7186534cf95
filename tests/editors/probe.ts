// What a test reads of an editor, the same for each engine.

/** Set on `window` by each page. */
export interface EditorProbe {
  /** HTML of the editor as the page has it. */
  html(): string;
  /** The engine's own document, as text that can be compared. */
  model(): string;
  /** How many steps can be undone; -1 where the engine does not say. */
  undoDepth(): number;
}

declare global {
  interface Window {
    probe: EditorProbe;
  }
}
