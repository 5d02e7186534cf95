// "sw" and words in the address bar: the notes that the popup would list.
import { type Browser, browser } from 'wxt/browser';
import type { GuidanceIndex } from '../library/guidance.ts';
import type { Entry } from '../notes/entry.ts';
import { NoteSearch } from '../notes/search.ts';

const LISTED = 6;
/** Marks an address of a note among what is typed. */
const NOTE = 'note:';

/** The search over what the background has of the library. */
export function omniboxSearch(library: GuidanceIndex): NoteSearch {
  return new NoteSearch([
    library.guidance.notes.map(
      (note): Entry => ({
        id: note.id,
        own: false,
        title: note.title,
        line: note.plain ?? note.line,
        topic: note.topic,
        topicName: library.topicName(note.topic),
        tags: [],
        idea: '',
        body: '',
        step: note.do,
        question: note.ask,
        paste: note.paste ?? '',
        sources: [],
        related: [],
        hidden: [note.because, note.comment, ...note.triggers].join(' '),
        seeds: [],
      }),
    ),
  ]);
}

/** Suggestions for what is typed; their descriptions are XML in Chromium and plain text in Firefox. */
export function suggestions(search: NoteSearch, typed: string): Browser.omnibox.SuggestResult[] {
  const escaped = (text: string) =>
    import.meta.env.FIREFOX
      ? text
      : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return search
    .search(typed)
    .slice(0, LISTED)
    .map(({ entry }) => ({
      content: `${NOTE}${entry.id}`,
      description: escaped(`${entry.title}: ${entry.line}`),
    }));
}

/** Opens what was chosen; without a choice the library with the words in its field. */
export async function openEntered(entered: string, disposition: string): Promise<void> {
  const hash = entered.startsWith(NOTE) ? entered.slice(NOTE.length) : `find=${encodeURIComponent(entered)}`;
  const url = browser.runtime.getURL(`/library.html#${hash}` as never);
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
