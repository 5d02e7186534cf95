// npm run eval -- --documents FOLDER: kind and sections of the labelled public documents, fetched beside as <id>.md.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { DocumentReader } from '../src/engine/documents/document.ts';
import { blocksOfText } from '../src/engine/text/markup.ts';
import { KINDS } from '../src/engine/types.ts';
import { checks, documents, families } from '../src/library/index.ts';
import { share } from './share.ts';

const row = v.object({
  id: v.string(),
  source: v.string(),
  kind: v.picklist(KINDS),
  title: v.string(),
  sections: v.record(v.string(), v.boolean()),
});

/** Prints kind, and precision and recall of missing sections, for the documents found in `folder`. */
export function evaluateDocuments(labels: string, folder: string, verbose: boolean): void {
  const reader = new DocumentReader({ documents, families, checks });
  let kinds = 0;
  let seen = 0;
  const missing = { both: 0, said: 0, are: 0 };
  for (const line of readFileSync(labels, 'utf8').trim().split('\n')) {
    const label = v.parse(row, JSON.parse(line));
    const file = join(folder, `${label.id}.md`);
    if (!existsSync(file)) continue;
    seen++;
    const document = { title: label.title, blocks: blocksOfText(readFileSync(file, 'utf8')) };
    const found = reader.review(document);
    if (found.kind === label.kind) kinds++;
    else if (verbose)
      console.log(
        `${label.id} ${label.kind} taken for ${found.kind} ${found.confidence.toFixed(2)}: ${label.title}`,
      );
    // Sections are judged apart from the kind: as if a person had corrected it.
    const { sections } = reader.review({ ...document, corrected: label.kind });
    for (const [id, present] of Object.entries(label.sections)) {
      const section = sections.find((candidate) => candidate.id === id);
      const said = !section?.present;
      if (said) missing.said++;
      if (!present) missing.are++;
      if (said && !present) missing.both++;
      if (verbose && said === present) {
        console.log(
          `${label.id} ${id}: ${present ? 'there, not found' : `absent, found under "${section?.where}"`}`,
        );
      }
    }
  }
  console.log(`kind right: ${share(kinds, seen)}`);
  console.log(
    `missing sections: precision ${share(missing.both, missing.said)}, recall ${share(missing.both, missing.are)}`,
  );
}
