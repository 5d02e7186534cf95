import 'tinymce/tinymce';
import 'tinymce/models/dom';
import 'tinymce/themes/silver';
import 'tinymce/icons/default';
import 'tinymce/plugins/lists';
import 'tinymce/skins/ui/oxide/skin.css';
import { present } from '../present.ts';
import { sampleHtml } from '../sample.ts';

present(async (place) => {
  const holder = document.createElement('textarea');
  place.append(holder);
  const [editor] = await window.tinymce.init({
    target: holder,
    license_key: 'gpl',
    plugins: 'lists',
    skin: false,
    content_css: false,
    promotion: false,
    height: 460,
    content_style: 'body { font: 15px/24px "Liberation Sans", sans-serif; margin: 16px 40px; }',
  });
  editor!.setContent(sampleHtml());
  editor!.undoManager.clear();
  editor!.undoManager.add();
  return {
    root: () => editor!.getBody(),
    html: () => editor!.getBody().outerHTML,
    model: () => editor!.getContent(),
    undoDepth: () => (editor!.undoManager as unknown as { data: unknown[] }).data.length,
    remote: () => editor!.getBody().lastElementChild!.append(' remote'),
  };
});
