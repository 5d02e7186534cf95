// The checks of the library beyond its form; each fault says what is wrong and how to mend it.

import { GrammarError, parsePattern } from '../engine/match/grammar.ts';
import { Engine } from '../engine/suggest.ts';
import type { Content, Fault, NoteExamples } from './read.ts';
import type { Note } from './schema.ts';
import { nearDuplicates } from './similar.ts';

/** Where a field of a note stands, from 1; 1 where it cannot be found. */
export type LineOf = (file: string, needle: string) => number;

type Rule = (content: Content, lineOf: LineOf) => Fault[];

const FILLER =
  /\b(?:consider(?:ing)?|remember to|be sure|make sure|it is important|it's important|leverag(?:e|ing)|crucial(?:ly)?|key to|utili[sz]e|synerg\w+|simply|obviously|game.?changer|best practices?|ensure)\b/i;
const BRITISH =
  /\b(?:\w+(?:isation|ising|ised|ises)|behaviour\w*|colour\w*|favour\w*|honour\w*|labour\w*|neighbour\w*|centre\w*|defence|licence[sd]?|organis\w+|recognis\w+|prioritis\w+|realis\w+|analys(?:e|ed|ing)|catalogue|programme|travell\w+|cancell(?:ed|ing)|modell\w+|judgement|whilst|learnt|artefact\w*)\b/i;
/** Words that end alike and are no British spelling. */
const NOT_BRITISH =
  /^(?:(?:adv|rev|superv|dev|surpr|rais|prom|prais|exerc|compr|ra|prec|disgu|televis|merchand|comprom|circumc|adver?t|w|r|no|po|bru|cru|parad|prem|prom)(?:is)?(?:ed|ing|es)|raised|raising|raises|rising|rises|noises|poised|premises|promises|promised|promising|advised|advises|advising|revised|revises|revising|revisioning|supervised|supervising|surprised|surprising|surprises|exercises|exercised|exercising|compromised|compromises|compromising|comprises|comprised|praised|praises|praising|devised|devising|arising|arises|disguised|uprising|bruised|appraised|appraising|franchises|enterprises|expertises|cruises|otherwised|precised|wises|promised|paradises|televised|advertised|advertises|advertising|merchandising|improvised|improvising|improvises|chastised|demised|incised|excised)$/i;

const rules: Rule[] = [
  triggerFaults,
  unlessSparesExamples,
  linesAreClean,
  pastesAreThere,
  relatedExist,
  topicsExist,
  bodiesFit,
  examplesSuffice,
  seedsAreCovered,
  nothingStandsTwice,
];

/** Every fault of the library, those of its form first. */
export function checkContent(content: Content, lineOf: LineOf): Fault[] {
  return [...content.faults, ...rules.flatMap((rule) => rule(content, lineOf))];
}

/** The faults that stop a build: triggers that are not of the grammar, or fire on a false friend of their note. */
export function triggerFaults(content: Content, lineOf: LineOf): Fault[] {
  return [...triggersParse(content, lineOf), ...triggersSpareFalseFriends(content, lineOf)];
}

const fileOf = (content: Content, note: Note) => content.files.get(note.id) ?? note.id;

function forEachNote(content: Content, check: (note: Note, file: string) => (Fault | null)[]): Fault[] {
  return content.notes
    .flatMap((note) => check(note, fileOf(content, note)))
    .filter((fault) => fault !== null);
}

function triggersParse(content: Content, lineOf: LineOf): Fault[] {
  const notes = content.notes.flatMap((note) =>
    [...note.triggers, ...(note.unless?.words ?? [])].map((phrase) => ({
      file: fileOf(content, note),
      phrase,
    })),
  );
  const documents = content.documents.flatMap(({ id, sections, ...signs }) =>
    [signs, ...sections]
      .flatMap((entry) =>
        ['titles', 'headings', 'phrases', 'against'].flatMap((field) => phrasesOf(entry, field)),
      )
      .map((phrase) => ({ file: `content/documents/${id}.md`, phrase })),
  );
  const others = [
    ...content.checks.flatMap(({ id, phrases, unless }) =>
      [...phrases, ...unless].map((phrase) => ({ file: `content/checks/${id}.md`, phrase })),
    ),
    ...content.families.flatMap(({ id, members }) =>
      members.flatMap(({ titles, texture }) =>
        [...titles, ...texture].map((phrase) => ({ file: `content/families/${id}.md`, phrase })),
      ),
    ),
  ];
  return [...notes, ...documents, ...others].flatMap(({ file, phrase }) => {
    try {
      parsePattern(phrase);
      return [];
    } catch (error) {
      if (!(error instanceof GrammarError)) throw error;
      return [{ file, line: lineOf(file, phrase), rule: 'trigger-grammar', message: error.message }];
    }
  });
}

function phrasesOf(entry: object, field: string): string[] {
  return (entry as Record<string, string[] | undefined>)[field] ?? [];
}

/** An engine of the notes whose triggers are of the grammar. */
function engineOf(content: Content): Engine {
  const parses = (phrase: string) => {
    try {
      parsePattern(phrase);
      return true;
    } catch {
      return false;
    }
  };
  return new Engine(
    content.notes.map((note) => ({
      ...note,
      triggers: note.triggers.filter(parses),
      unless: { ...note.unless, words: note.unless?.words?.filter(parses) },
    })),
  );
}

function triggersSpareFalseFriends(content: Content, lineOf: LineOf): Fault[] {
  const engine = engineOf(content);
  return content.examples.flatMap(({ note, file, falseFriends }) =>
    falseFriends
      .filter(({ text }) => engine.firesOn(note, text))
      .map(({ text }) => ({
        file,
        line: lineOf(file, text),
        rule: 'trigger-false-friend',
        message: `a trigger of ${note} fires on its false friend "${text.slice(0, 60)}…": narrow the trigger`,
      })),
  );
}

function unlessSparesExamples(content: Content, lineOf: LineOf): Fault[] {
  const engine = engineOf(content);
  return content.examples.flatMap(({ note, file, examples }) =>
    examples
      .filter(({ text }) => engine.isSilenced(note, { text }))
      .map(({ text }) => ({
        file,
        line: lineOf(file, text),
        rule: 'unless-silences-example',
        message: `the unless of ${note} silences its own example "${text.slice(0, 60)}…": narrow it`,
      })),
  );
}

function linesAreClean(content: Content, lineOf: LineOf): Fault[] {
  return forEachNote(content, (note, file) =>
    (['line', 'plain', 'because', 'do', 'comment', 'ask', 'idea'] as const).flatMap((field) => {
      const text = note[field];
      if (!text) return [];
      const line = lineOf(file, `${field}:`);
      const filler = FILLER.exec(text)?.[0];
      const own = field === 'line' || field === 'plain';
      const bare = text.replace(/\{quote\}/g, '');
      return [
        filler ? { file, line, rule: 'filler', message: `${field} says "${filler}": say it without` } : null,
        /!|\p{Extended_Pictographic}/u.test(text)
          ? { file, line, rule: 'shouting', message: `${field} has an exclamation mark or emoji` }
          : null,
        own && /\d|\b(?:first|second|third|fourth|again)\b(?= time)/i.test(bare)
          ? {
              file,
              line,
              rule: 'unknowable',
              message: `${field} has a figure or an ordinal that the engine cannot know`,
            }
          : null,
        field === 'line' && text.includes('{') && !note.plain
          ? { file, line, rule: 'plain', message: 'line has a slot: add the plain twin without one' }
          : null,
      ];
    }),
  );
}

function pastesAreThere(content: Content, lineOf: LineOf): Fault[] {
  return forEachNote(content, (note, file) => [
    /^(?:add|write|send)\b|\b(?:and|then|, ) (?:add|write|send)\b/i.test(note.do) && !note.paste
      ? {
          file,
          line: lineOf(file, 'do:'),
          rule: 'paste',
          message: 'do says add, write or send: give the words in paste',
        }
      : null,
  ]);
}

function relatedExist(content: Content, lineOf: LineOf): Fault[] {
  const ids = new Set(content.notes.map((note) => note.id));
  return forEachNote(content, (note, file) =>
    note.related.map((id) =>
      ids.has(id) && id !== note.id
        ? null
        : {
            file,
            line: lineOf(file, 'related:'),
            rule: 'related',
            message: `related names ${id}, which is no other note`,
          },
    ),
  );
}

function topicsExist(content: Content, lineOf: LineOf): Fault[] {
  const topics = new Set(content.topics.map((topic) => topic.id));
  const unknown = (file: string, needle: string, id: string): Fault => ({
    file,
    line: lineOf(file, needle),
    rule: 'topic',
    message: `${id} is no topic of topics.json`,
  });
  return [
    ...forEachNote(content, (note, file) => [
      topics.has(note.topic) ? null : unknown(file, 'topic:', note.topic),
      file.includes(`/${note.topic}/`) ? null : unknown(file, 'topic:', `the folder of ${note.topic}`),
    ]),
    ...content.examples.flatMap(({ file, examples }) =>
      examples.flatMap(({ text, also }) =>
        also.filter((id) => !topics.has(id)).map((id) => unknown(file, text, id)),
      ),
    ),
  ];
}

function bodiesFit(content: Content, lineOf: LineOf): Fault[] {
  return forEachNote(content, (note, file) => {
    const words = note.body.split(/\s+/).filter(Boolean).length;
    const british = [note.line, note.do, note.body, note.comment, note.ask]
      .join(' ')
      .match(new RegExp(BRITISH, 'gi'));
    const spelled = british?.find((word) => !NOT_BRITISH.test(word));
    return [
      words < 60 || words > 150
        ? {
            file,
            line: lineOf(file, note.body),
            rule: 'body',
            message: `the body has ${words} words; 60 to 150 are wanted`,
          }
        : null,
      spelled
        ? {
            file,
            line: lineOf(file, spelled),
            rule: 'spelling',
            message: `"${spelled}" is not American spelling`,
          }
        : null,
      readingEase(note.body) < 40
        ? {
            file,
            line: lineOf(file, note.body),
            rule: 'reading-ease',
            message: 'the body is hard to read: shorter sentences',
          }
        : null,
    ];
  });
}

/** Flesch reading ease (Flesch 1948): 100 is easy, below 30 is very hard. Syllables are counted as runs of vowels. */
export function readingEase(text: string): number {
  const words = text.match(/[a-z']+/gi) ?? [];
  const sentences = text.match(/[.!?:;]+(?=\s|$)/g)?.length || 1;
  const syllables = words.reduce((sum, word) => {
    const runs = word
      .toLowerCase()
      .replace(/e$/, '')
      .match(/[aeiouy]+/g);
    return sum + Math.max(1, runs?.length ?? 0);
  }, 0);
  return 206.835 - 1.015 * (words.length / sentences) - 84.6 * (syllables / Math.max(1, words.length));
}

export const LEAST_EXAMPLES = 18;
export const LEAST_FALSE_FRIENDS = 8;

function examplesSuffice(content: Content): Fault[] {
  return content.examples.flatMap(({ note, file, examples, falseFriends }) => {
    const implied = examples.filter((example) => example.shown === 'implied').length;
    const handled = falseFriends.filter((friend) => friend.why === 'handled').length;
    const wants = [
      [examples.length >= LEAST_EXAMPLES, `${examples.length} examples of ${LEAST_EXAMPLES}`],
      [implied * 2 >= examples.length, `${implied} implied examples of ${examples.length}: half are wanted`],
      [
        falseFriends.length >= LEAST_FALSE_FRIENDS,
        `${falseFriends.length} false friends of ${LEAST_FALSE_FRIENDS}`,
      ],
      [handled >= 5, `${handled} false friends of the kind "handled" of 5`],
    ] as const;
    return wants
      .filter(([met]) => !met)
      .map(([, message]) => ({ file, line: 1, rule: 'example-count', message: `${note} has ${message}` }));
  });
}

export const SEEDS = Array.from({ length: 34 }, (_, index) => `S${index + 1}`);

function seedsAreCovered(content: Content): Fault[] {
  const covered = new Set(content.notes.flatMap((note) => note.seed ?? []));
  return SEEDS.filter((seed) => !covered.has(seed)).map((seed) => ({
    file: 'content/notes',
    line: 1,
    rule: 'seed',
    message: `no note covers ${seed} of the notes on Staff Engineer`,
  }));
}

function nothingStandsTwice(content: Content, lineOf: LineOf): Fault[] {
  const lines = content.notes.map((note) => ({ file: fileOf(content, note), text: note.line }));
  const passages = [...content.examples.flatMap(passagesOf), ...content.neutral];
  return [
    ...nearDuplicates(lines, 0.6).map(([a, b]) => twice('line', a, b, lineOf)),
    ...nearDuplicates(passages, 0.5).map(([a, b]) => twice('passage', a, b, lineOf)),
  ];
}

function passagesOf({ file, examples, falseFriends }: NoteExamples): { file: string; text: string }[] {
  return [...examples, ...falseFriends].map(({ text }) => ({ file, text }));
}

interface Placed {
  file: string;
  text: string;
}

function twice(what: string, a: Placed, b: Placed, lineOf: LineOf): Fault {
  return {
    file: a.file,
    line: lineOf(a.file, a.text),
    rule: 'duplicate',
    message: `the ${what} "${a.text.slice(0, 50)}…" is nearly that of ${b.file}:${lineOf(b.file, b.text)}: rewrite one`,
  };
}
