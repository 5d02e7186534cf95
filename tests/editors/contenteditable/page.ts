import '../probe.ts';

const editor = document.querySelector<HTMLElement>('#editor')!;

window.probe = { html: () => editor.outerHTML, model: () => editor.innerHTML, undoDepth: () => -1 };
