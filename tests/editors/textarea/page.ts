import '../probe.ts';

const field = document.querySelector<HTMLTextAreaElement>('#editor')!;

window.probe = { html: () => field.outerHTML, model: () => field.value, undoDepth: () => -1 };
