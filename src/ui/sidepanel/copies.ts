// What the panel copies: the review as Markdown, or as a prompt for an assistant.
import { reviewMarkdown, reviewPrompt, type WrittenReview } from '../../library/written.ts';
import type { TabState } from '../../platform/messages.ts';
import type { Stop } from './route.ts';

/** The review of a tab as it is written down: what is open, without what was dismissed. */
export function written(state: TabState, stops: readonly Stop[], kind: string): WrittenReview {
  const theirs = state.by === 'other';
  return {
    title: state.title,
    kind: state.kind === 'unknown' ? '' : kind,
    sections: stops.flatMap((stop) => (stop.kind === 'section' ? [stop.section.name] : [])),
    gaps: stops.flatMap((stop) => (stop.kind === 'gap' ? [stop.section] : [])),
    remarks: stops.flatMap((stop) => {
      if (stop.kind === 'check') {
        const { line, comment, quote, heading, source } = stop.check;
        return [{ line: theirs ? comment : line, quote, where: heading, source }];
      }
      if (stop.kind !== 'hint' || stop.hint.own) return [];
      const { line, comment, quote, heading = '', source } = stop.hint;
      return [{ line: theirs ? comment : line, quote, where: heading, source }];
    }),
  };
}

export { reviewMarkdown, reviewPrompt };
