// npm run rubric: the library as one Markdown rubric by kind of document, for a team's reviewers or their bots.
import { checks, documents, notes } from '../src/library/index.ts';

const lines: string[] = [
  '# What a staff reviewer looks for',
  '',
  'For each question: quote the sentence that answers it, or say that it is missing.',
];
for (const { id, name, sections } of documents) {
  lines.push('', `## ${name}`, '', '### What it should have', '');
  for (const section of sections) if (section.expected) lines.push(`- **${section.name}.** ${section.why}`);
  const own = checks.filter(({ kinds }) => kinds.includes(id));
  if (own.length > 0) {
    lines.push('', '### Where to stop', '');
    for (const { comment, looked } of own) lines.push(`- ${comment} (Look for: ${looked})`);
  }
  const about = notes.filter((note) => note.tier === 'core' && note.documents.includes(id));
  if (about.length > 0) {
    lines.push('', '### What to ask', '');
    for (const { comment, source } of about)
      lines.push(`- ${comment} (${source[0]!.author}, ${source[0]!.work})`);
  }
}
process.stdout.write(`${lines.join('\n')}\n`);
