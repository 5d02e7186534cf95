// Notes in a list: title and line, with what was typed marked.
import type { Entry } from '../../notes/entry.ts';
import { Marked } from '../Marked.tsx';
import { typed } from './state.ts';

export function Titles({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul class="lib-list">
      {entries.map((entry) => (
        <li key={entry.id}>
          <a href={`#${entry.id}`}>
            <Marked text={entry.title} typed={typed.value} />
          </a>
          <span>
            <Marked text={entry.line} typed={typed.value} />
          </span>
        </li>
      ))}
    </ul>
  );
}
