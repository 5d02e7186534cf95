// Jira Data Center: a click turns the text into a form with wiki markup, or with TinyMCE; a press outside saves.
import 'tinymce/tinymce';
import 'tinymce/models/dom';
import 'tinymce/themes/silver';
import 'tinymce/icons/default';
import 'tinymce/skins/ui/oxide/skin.css';
import { hasShortcuts, savesOnOutsidePress } from './acts.ts';
import { make } from './atlaskit.ts';

const field = document.querySelector('#description-val')!;
const visual = new URLSearchParams(location.search).get('mode') === 'wysiwyg';

field.querySelector('.user-content-block')!.addEventListener('click', async () => {
  const area = make('textarea', { id: 'description', class: 'wiki-textfield' }) as HTMLTextAreaElement;
  area.value = `h2. Background\n\nInvoices come out of a nightly job.\n\n${window.passage}\n\n{code}\nint total;\n{code}`;
  const form = make('form', { id: 'description-form' }, make('div', { class: 'jira-wikifield' }, area));
  field.className = 'editable-field active';
  field.replaceChildren(form);
  savesOnOutsidePress(form);
  if (!visual) {
    area.focus();
    return;
  }
  const [editor] = await window.tinymce.init({
    target: area,
    license_key: 'gpl',
    skin: false,
    content_css: false,
    promotion: false,
    height: 320,
    content_style: 'body { font: 15px/24px "Liberation Sans", sans-serif; margin: 12px 40px; }',
  });
  editor!.setContent(`<p>Invoices come out of a nightly job.</p><p>${window.passage}</p>`);
  document.documentElement.dataset.editor = '';
});
hasShortcuts();
