// Recall: the question alone, then the note under it; nothing moves. Two answers, no score, no dates.
import { useLayoutEffect, useState } from 'preact/hooks';
import { noteOf } from '../../library/index.ts';
import { t } from '../words.ts';
import { Idea } from './Idea.tsx';
import { due, mode, recalled } from './state.ts';

export function Recall() {
  const [first] = due.value;
  const asked = noteOf(first ?? '');
  const [open, setOpen] = useState('');
  const shown = asked !== undefined && open === asked.id;
  // In step with what is seen: a key that is pressed as soon as the note stands there counts.
  useLayoutEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (!asked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      // A button that has the focus keeps its own Space.
      if (event.key === ' ' && event.target instanceof HTMLButtonElement) return;
      if (event.key === ' ') setOpen(asked.id);
      else if (event.key === '1' && shown) void recalled(asked.id, true);
      else if (event.key === '2' && shown) void recalled(asked.id, false);
      else if (event.key === 'Escape') mode.value = 'idea';
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, [asked, shown]);
  if (!asked) return null;
  return (
    <main class="day-main">
      <p class="day-kind">{t('newtab.recall')}</p>
      <h1 class="day-idea">
        <Idea text={asked.recall.q} />
      </h1>
      <div class="day-recall" role="status">
        {shown && (
          <>
            <p class="label">{asked.title}</p>
            <p class="voice">{asked.recall.a}</p>
          </>
        )}
      </div>
      <p class="day-grades">
        {shown ? (
          <>
            <button type="button" class="btn" onClick={() => void recalled(asked.id, true)}>
              {t('newtab.had')} <kbd class="key">1</kbd>
            </button>
            <button type="button" class="btn" onClick={() => void recalled(asked.id, false)}>
              {t('newtab.notQuite')} <kbd class="key">2</kbd>
            </button>
          </>
        ) : (
          <button type="button" class="btn" onClick={() => setOpen(asked.id)}>
            {t('newtab.showNote')} <kbd class="key">{t('newtab.space')}</kbd>
          </button>
        )}
      </p>
    </main>
  );
}
