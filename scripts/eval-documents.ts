// npm run eval:documents -- FOLDER: kind and sections of labelled documents, and empty templates, alone.
import { parseArgs } from 'node:util';
import { loadEngine, loadSecondStage } from './engine.ts';
import { measureDocuments, measureTemplates } from './measure-documents.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: 'boolean' }, linear: { type: 'boolean' } },
});
const [folder = '.'] = positionals;
const engine = loadEngine();
const secondStage = values.linear ? undefined : loadSecondStage();
measureDocuments(folder, values.errors ?? false);
measureTemplates(
  folder,
  (passage) => {
    const scores = engine.isOpen(passage) ? secondStage?.scores(passage.text) : undefined;
    return engine.suggest(passage, {}, scores);
  },
  values.errors ?? false,
);
