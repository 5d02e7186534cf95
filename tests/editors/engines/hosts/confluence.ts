// Confluence Cloud: the full-page editor in a scrolling box, with somebody else writing in it.
import { hasShortcuts } from './acts.ts';
import { atlaskit } from './atlaskit.ts';

const { wrapper, view } = atlaskit(
  [
    'Invoices come out of a nightly job that has grown since 2016.',
    window.passage,
    'The export format does not change.',
  ],
  'full-page',
);
document.querySelector('#content-area')!.append(wrapper);
hasShortcuts();
Object.assign(window, {
  remote: () => view.dispatch(view.state.tr.insertText('Somebody else: ', 1).setMeta('addToHistory', false)),
});
