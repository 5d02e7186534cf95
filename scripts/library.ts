// npm run library: one page with every note as its card and in full, by topic, to read through before a release.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notes, topics } from '../src/library/index.ts';
import type { Note } from '../src/library/schema.ts';
import { root } from './setup.mjs';

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (found) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[found]!);
const row = (name: string, text: string | undefined) =>
  text ? `<dt>${name}</dt><dd>${escaped(text)}</dd>` : '';

function article(note: Note): string {
  const sources = note.source.map(({ author, work, year }) =>
    [author, work, year].filter(Boolean).join(', '),
  );
  return `<article id="${note.id}">
<h3>${escaped(note.title)}</h3>
<blockquote><p>${escaped(note.line)}</p><p class="why">Why here: <i>…</i> ${escaped(note.because)}.</p></blockquote>
<dl>${row('Plain', note.plain)}${row('Do', note.do)}${row('Paste', note.paste)}${row('Comment', note.comment)}${row('Ask', note.ask)}
${row('Idea', note.idea)}${row('Recall', `${note.recall.q} — ${note.recall.a}`)}${row('Writer', note.writer)}
${row('Triggers', note.triggers.join(' · '))}${row('Unless', [...(note.unless?.sections ?? []), ...(note.unless?.words ?? [])].join(' · '))}
${row('Place', `${note.place}, ${note.tier}, ${note.level}${note.seed ? `, ${note.seed.join(' ')}` : ''}`)}${row('Source', sources.join('; '))}</dl>
${note.body
  .split(/\n\n+/)
  .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
  .join('\n')}
</article>`;
}

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Staffwise: the library</title>
<style>body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 Georgia,serif;color:#13201a}h3{margin:3rem 0 .5rem}
blockquote{margin:0;padding:.5rem 1rem;border-left:3px solid #b93f08;background:#fdeee5}.why,dl{font:13px/1.5 system-ui,sans-serif}
dl{display:grid;grid-template-columns:5rem 1fr;gap:.2rem 1rem}dd{margin:0}</style>
<h1>${notes.length} notes</h1>
<nav>${topics.map((topic) => `<a href="#${topic.id}">${escaped(topic.name)}</a>`).join(' · ')}</nav>
${topics
  .map((topic) => {
    const own = notes.filter((note) => note.topic === topic.id);
    return `<section id="${topic.id}"><h2>${escaped(topic.name)} (${own.length})</h2><p>${escaped(topic.covers)}</p>${own.map(article).join('\n')}</section>`;
  })
  .join('\n')}</html>`;
const folder = join(root, '.output');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'library.html'), page);
console.log(`.output/library.html: ${notes.length} notes, ${Math.round(page.length / 1024)} kB`);
