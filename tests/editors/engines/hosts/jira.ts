// Jira Cloud: reading text that a click replaces by an editor, which saves when the focus leaves it.
import { closesOnEscape, hasShortcuts, savesOnBlur } from './acts.ts';
import { atlaskit, make, paragraphs } from './atlaskit.ts';

const before = 'Invoices come out of a nightly job that has grown since 2016.';
const slot = document.querySelector('#description-slot')!;

function edit() {
  const { wrapper, view } = atlaskit([before, window.passage, 'The export format does not change.']);
  const editor = make(
    'div',
    { 'data-testid': 'issue.views.field.rich-text.editor-container' },
    make(
      'div',
      { 'data-testid': 'issue.component.editor.default-editor' },
      wrapper,
      make('button', { 'data-testid': 'comment-save-button' }, 'Save'),
    ),
  );
  slot.replaceChildren(editor);
  savesOnBlur(editor);
  closesOnEscape(view.dom);
  view.focus();
}

const reading = make(
  'div',
  { 'data-testid': 'issue.views.field.rich-text.description' },
  make('div', { class: 'ak-renderer-document' }, ...paragraphs(before, window.passage)),
);
reading.addEventListener('click', edit);
slot.append(reading);

const comment = atlaskit(['A comment.']);
document.querySelector('#comment-slot')!.append(comment.wrapper);
hasShortcuts();

// The create dialog keeps the focus in itself and closes on Escape.
document.querySelector('#create')!.addEventListener('click', () => {
  const { wrapper, view } = atlaskit([before, window.passage]);
  const dialog = make(
    'div',
    {
      role: 'dialog',
      'aria-modal': 'true',
      'data-testid': 'minimizable-modal.ui.modal-container.modal',
      class: 'create',
    },
    make('input', { id: 'summary-field', name: 'summary', value: 'A new ticket' }),
    make('div', { 'data-testid': 'issue-create-modernised.field-renderer.field.description' }, wrapper),
  );
  document.body.append(dialog);
  closesOnEscape(dialog);
  savesOnBlur(dialog);
  view.focus();
});

// From a board an issue is reached without a load, by the query alone.
Object.assign(window, {
  openIssue(key: string, title: string) {
    history.pushState({}, '', `?selectedIssue=${key}`);
    document.querySelector('h1')!.textContent = title;
  },
});
