// A note to read: the popup and the library page show the same.
import type { Entry } from '../notes/entry.ts';
import { type PartNames, sourceText } from '../notes/text.ts';
import { Body } from './Body.tsx';
import { Unbroken } from './Unbroken.tsx';
import { t } from './words.ts';
import './note.css';

/** What the parts of a note are called. */
export const partNames = (): PartNames => ({
  step: t('note.step'),
  question: t('note.question'),
  source: t('note.source'),
});

interface NoteViewProps {
  entry: Entry;
  /** The related notes that exist. */
  related: readonly Entry[];
  open(entry: Entry): void;
}

/** Title, line, body, and what to do with it. */
export function NoteView({ entry, related, open }: NoteViewProps) {
  return (
    <article class="note" aria-labelledby="note-title">
      <p class="label">{entry.own ? t('note.yours') : entry.topicName}</p>
      <h1 id="note-title">
        <Unbroken text={entry.title} />
      </h1>
      {entry.line && !entry.own && <p class="note-line">{entry.line}</p>}
      <div class="note-body">
        <Body text={entry.body} />
      </div>
      <dl>
        <Part name={t('note.step')} text={entry.step} />
        <Part name={t('note.question')} text={entry.question} />
        <Part name={t('note.paste')} text={entry.paste} />
        {entry.sources.length > 0 && (
          <>
            <dt class="label">{t('note.source')}</dt>
            <dd>
              {entry.sources.map((source) => (
                <p key={source.work}>
                  {source.link ? (
                    <>
                      {source.author && `${source.author}, `}
                      <a href={source.link} target="_blank" rel="noreferrer">
                        {source.work}
                      </a>
                      {source.year && `, ${source.year}`}
                    </>
                  ) : (
                    sourceText(source)
                  )}
                </p>
              ))}
            </dd>
          </>
        )}
        {related.length > 0 && (
          <>
            <dt class="label">{t('note.related')}</dt>
            <dd>
              {related.map((other) => (
                <p key={other.id}>
                  <button type="button" class="link" onClick={() => open(other)}>
                    {other.title}
                  </button>
                </p>
              ))}
            </dd>
          </>
        )}
      </dl>
    </article>
  );
}

function Part({ name, text }: { name: string; text: string }) {
  if (!text) return null;
  return (
    <>
      <dt class="label">{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
