// The bin: notes stay for thirty days, and come back with one press.
import { binnedNotes } from '../../notes/own.ts';
import { mine } from '../library/state.ts';
import { t } from '../words.ts';
import { useNotes } from './Mine.tsx';

export function Bin() {
  const notes = useNotes(() => binnedNotes(mine.database));
  const all = notes.value ?? [];
  return (
    <>
      <h1>{t('own.bin')}</h1>
      <p class="own-lead">{t('own.binSays')}</p>
      <ul class="own-list">
        {all.map((note) => (
          <li key={note.id}>
            <span class="own-name">{note.title}</span>
            <button type="button" class="btn" onClick={() => void mine.own.restore([note.id])}>
              {t('own.restore')}
            </button>
            <button type="button" class="btn btn-plain" onClick={() => void mine.own.erase([note.id])}>
              {t('own.erase')}
            </button>
          </li>
        ))}
      </ul>
      {all.length > 0 ? (
        <button type="button" class="btn" onClick={() => void mine.own.erase(all.map((note) => note.id))}>
          {t('own.emptyBin', all.length)}
        </button>
      ) : (
        <p>{t('own.binEmpty')}</p>
      )}
    </>
  );
}
