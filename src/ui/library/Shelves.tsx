// Ways into the library besides its topics: what was pinned, found useful, tagged, and whose the ideas are.
import type { Entry } from '../../notes/entry.ts';
import { t } from '../words.ts';
import { shelf, typed } from './state.ts';
import { Titles } from './Titles.tsx';

/** What was pinned to read, found useful, tagged, and by whom the ideas are. */
export function Shelves() {
  const { entries, pinned, useful } = shelf.value;
  const of = (ids: Iterable<string>) => [...ids].flatMap((id) => entries.get(id) ?? []);
  const all = [...entries.values()];
  const tags = [...new Set(all.flatMap((entry) => entry.tags))].sort();
  const authors = [...new Set(all.flatMap((entry) => entry.sources.map(({ author }) => author)))];
  return (
    <>
      <Shelved name={t('library.pinned')} entries={of(pinned)} />
      <Shelved name={t('library.useful')} entries={of(useful)} />
      <Filters name={t('library.tags')} by="tag" values={tags} />
      <Filters name={t('library.sources')} by="source" values={authors.filter(Boolean).sort()} />
    </>
  );
}

function Shelved({ name, entries }: { name: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <details class="lib-outline">
      <summary>{name}</summary>
      <Titles entries={entries} />
    </details>
  );
}

/** Values that the search can be narrowed by; a press types the filter. */
function Filters({ name, by, values }: { name: string; by: 'tag' | 'source'; values: readonly string[] }) {
  if (values.length === 0) return null;
  return (
    <details class="lib-outline">
      <summary>{name}</summary>
      <p class="lib-topics">
        {values.map((value) => (
          <button
            key={value}
            type="button"
            class="link"
            onClick={() => {
              typed.value = `${by}:"${value}"`;
            }}
          >
            {value}
          </button>
        ))}
      </p>
    </details>
  );
}
