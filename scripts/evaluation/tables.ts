// Tables of the evaluation: how true the probabilities are, what is taken for what, which topics and notes err.
import type { Hint } from '../../src/engine/types.ts';
import { isRight, isSilent, type Judged, markOf } from '../measure.ts';
import { share } from '../share.ts';

const BINS = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0001];
const PAIRS = 15;
const LEAST_LINES = 4;
const WORST_NOTES = 15;

const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
const head = (...cells: string[]) => [row(...cells), row(...cells.map(() => '---'))];

interface Line {
  hint: Hint;
  right: boolean;
}

const linesOf = (judged: readonly Judged[]): Line[] =>
  judged.flatMap((one) => one.hints.map((hint) => ({ hint, right: isRight(one.row, hint) })));

/** Every line that was shown, by what it said of itself: n, mean said, share right. */
export function calibrationCurve(judged: readonly Judged[]): string[] {
  const lines = linesOf(judged);
  return [
    ...head('said', 'lines', 'mean said', 'right'),
    ...BINS.slice(1).flatMap((to, at) => {
      const from = BINS[at]!;
      const own = lines.filter(({ hint }) => hint.score >= from && hint.score < to);
      if (own.length === 0) return [];
      const mean = own.reduce((sum, { hint }) => sum + hint.score, 0) / own.length;
      const right = own.filter((line) => line.right).length;
      return row(
        `${from.toFixed(2)}–${Math.min(1, to).toFixed(2)}`,
        own.length,
        mean.toFixed(3),
        share(right, own.length),
      );
    }),
  ];
}

/** The pairs that go wrong most: the topic of the first line, and the first of those that would be right. */
export function confusions(judged: readonly Judged[]): string[] {
  const pairs = new Map<string, number>();
  let said = 0;
  for (const { row: labelled, hints } of judged) {
    const [first] = hints;
    if (!first) continue;
    said++;
    if (isRight(labelled, first)) continue;
    const pair = `${first.topic} | ${isSilent(labelled) ? '(silence)' : labelled.topics[0]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  const wrong = [...pairs.values()].reduce((sum, count) => sum + count, 0);
  const worst = [...pairs].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, PAIRS);
  return [
    `The first line has another topic than those accepted in ${share(wrong, said)} of the passages that get a line.`,
    '',
    ...head('said first', 'accepted first', 'passages'),
    ...worst.map(([pair, count]) => `| ${pair} | ${count} |`),
  ];
}

function rightOf(lines: readonly Line[]): string {
  return lines.length === 0 ? '–' : share(lines.filter(({ right }) => right).length, lines.length);
}

/** Marks and panel lines by the topic they name; and how many passages of the topic get it first. */
export function byTopic(judged: readonly Judged[], topics: readonly string[]): string[] {
  const lines = linesOf(judged);
  return [
    ...head('topic', 'marks right', 'panel lines right', 'passages of the topic with a right line first'),
    ...topics.map((topic) => {
      const own = lines.filter(({ hint }) => hint.topic === topic);
      const passages = judged.filter((one) => one.row.topics[0] === topic);
      const first = passages.filter((one) => isRight(one.row, one.hints[0])).length;
      return row(
        topic,
        rightOf(own.filter(({ hint }) => hint.shown === 'mark')),
        rightOf(own.filter(({ hint }) => hint.shown === 'panel')),
        passages.length === 0 ? '–' : share(first, passages.length),
      );
    }),
  ];
}

/** Every note that was marked, and those whose lines are wrong most. */
export function byNote(judged: readonly Judged[]): string[] {
  const lines = linesOf(judged);
  const marked = new Set(judged.flatMap((one) => markOf(one)?.note ?? []));
  const rows = [...new Set(lines.map(({ hint }) => hint.note))].map((note) => {
    const own = lines.filter(({ hint }) => hint.note === note);
    return { note, own, wrong: own.filter(({ right }) => !right).length };
  });
  const worst = rows
    .filter(({ own }) => own.length >= LEAST_LINES)
    .sort((a, b) => b.wrong / b.own.length - a.wrong / a.own.length || b.wrong - a.wrong)
    .slice(0, WORST_NOTES);
  const shown = [...new Set([...rows.filter(({ note }) => marked.has(note)), ...worst])];
  return [
    ...head('note', 'marks right', 'all lines right'),
    ...shown
      .sort((a, b) => a.note.localeCompare(b.note))
      .map(({ note, own }) =>
        row(note, rightOf(own.filter(({ hint }) => hint.shown === 'mark')), rightOf(own)),
      ),
  ];
}
