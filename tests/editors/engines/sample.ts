// One document for all engines, in the words of none. The passage that deserves a mark comes by the address, so
// that these pages know nothing of the library.

export type Part = { type: 'heading' | 'paragraph' | 'item' | 'code'; text: string };

const parameters = new URLSearchParams(location.search);

export const passage =
  parameters.get('passage') ?? 'We should rewrite billing from scratch, because nobody enjoys the code.';

export const sample: Part[] = [
  { type: 'heading', text: 'Background' },
  {
    type: 'paragraph',
    text: 'Invoices come out of a nightly job that has grown since 2016, and the month-end run now takes about nine hours on the largest machine there is.',
  },
  { type: 'paragraph', text: passage },
  { type: 'heading', text: 'Plan' },
  { type: 'item', text: 'The data model moves first.' },
  { type: 'item', text: 'Then each of the fourteen report jobs.' },
  { type: 'code', text: 'const total = lines.reduce(sum);' },
  {
    type: 'paragraph',
    text: 'The old job keeps running until the numbers agree, and the export format does not change, so Finance need not act.',
  },
];

/**
 * Words that a bench asks for on top: paragraphs in which nothing is to be said, and between them, 200 words apart, all
 * further passages that the address names.
 */
const more = Math.floor(Number(parameters.get('words') ?? 0) / 25);
const between = parameters.getAll('passage').slice(1);
for (let index = 0; index < more; index++) {
  sample.push({
    type: 'paragraph',
    text: `Report job ${index + 1} reads the ledger of one region, sorts its lines by account and by day, and writes them to the archive of that month.`,
  });
  const next = index % 8 === 7 && between.shift();
  if (next) sample.push({ type: 'paragraph', text: next });
}

/** The sample as HTML, for engines that are filled with it. */
export function sampleHtml(): string {
  const tags = { heading: 'h2', paragraph: 'p', item: 'li', code: 'pre' } as const;
  return sample
    .map(({ type, text }, index) => {
      const inner = type === 'code' ? `<code>${text}</code>` : text;
      const element = `<${tags[type]}>${inner}</${tags[type]}>`;
      if (type !== 'item') return element;
      const first = sample[index - 1]?.type !== 'item';
      const last = sample[index + 1]?.type !== 'item';
      return `${first ? '<ul>' : ''}${element}${last ? '</ul>' : ''}`;
    })
    .join('');
}

/** The sample as Markdown, for engines that hold text. */
export function sampleText(): string {
  const lead = { heading: '## ', paragraph: '', item: '- ', code: '' } as const;
  return sample
    .map(({ type, text }) => (type === 'code' ? `\`\`\`\n${text}\n\`\`\`` : lead[type] + text))
    .reduce((all, part, index) => {
      const tight = sample[index]?.type === 'item' && sample[index - 1]?.type === 'item';
      return index === 0 ? part : `${all}${tight ? '\n' : '\n\n'}${part}`;
    }, '');
}
