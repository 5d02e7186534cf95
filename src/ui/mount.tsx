// Every page of ours starts here: the look, the language, and one Preact tree.
import '../look/tokens.css';
import '../look/voice.css';
import '../look/ui.css';
import { type ComponentChild, render } from 'preact';
import { t } from './words.ts';

/** Draws a page and names its document. */
export function mount(page: ComponentChild, title: string): void {
  document.title = title;
  document.documentElement.lang = t('language');
  render(page, document.body);
}
