// Text that only says what is to be written: gaps, placeholders, comments, the instructions of a template.
import type { Block } from '../types.ts';

const GAP = /_{3,}|\b(?:YYYY|N{3,4}|X{3,4}|[XYZ]{3})\b/;
/** Says so where little else is said. */
const LATER = /\b(?:TODO|TBD|TBA|FIXME)\b/;
const LITTLE = 90;
const COMMENT = { start: '<!--', end: '-->' };
/** `Owner:` `- [ ]` `1.` before a placeholder. */
const LEAD = /^[\s*_>~-]*(?:\[[ xX]\]\s*)?(?:\p{L}[\p{L}\p{N} ()/#-]{1,40}[*_]*:[*_]*)?\s*/u;
/** All that is there stands in brackets: `[Describe the impact]`, `<name>`, `{{owner}}`, `(fill in the date)`. */
const BRACKETS =
  /^(?:\*\*)?[*_`"“]*(?:\[(?:[^[\]]|\[[^\]]*\])*\](?![([])|<[^<>]*>|\{\{?[^{}]*\}?\}|\((?!https?:)[^()]*\)|…|\.\.\.)[.…*_`"”\s]*$/;
/** A place in a sentence that is to be filled: `{title of the option}`, `<Full Name>`. */
const SLOT = /\{[^{}`]*\p{L}\s[^{}`]*\}|<\p{L}[^<>=`/]*\s[^<>=`/]*>/u;
const INSTRUCTION =
  /^[\s*_>"“-]*(?:describe|explain|summari[sz]e|outline|briefly|fill in|(?:list|include|add|provide|give|put|note|enter|insert|specify|link to|state|mention) (?:here|the|any|all|out|links?|a (?:brief|short|clear|strong)|as much)|this (?:section|template|is where|is the (?:bulk|meat|section|place|core|technical|suggested)|should be)|in this section|(?:a|an|one) (?:short|brief|clear|concise|one|paragraph|sentence|abstract|detailed|few)\b[^.]*(?:description|explanation|summary|overview|paragraph|sentence|abstract|list|statement|words|introduction)|(?:short|brief|detailed|quick) (?:explanation|description|summary|overview)|if (?:applicable|relevant|there are any|any\b|not applicable|this \w+ (?:has|introduces))|optional(?:ly)?|delete this|remove this|replace this|feel free|make sure|please (?:describe|explain|add|include|list|provide|note|consider|focus|link|fill|delete|remove|see|use))\b/i;
/** Said to whoever fills a template in: it speaks of the text, of its parts, or to them. */
const TO_THE_WRITER =
  /\b(?:your (?:\w+ )?(?:rfc|proposal|pep|kep|dep|adr|fip|jep|enhancement|feature|request|design|document|pull request|pr|change|idea|summary|title)|(?:this|the|each|that) (?:\w+ )?(?:section|template|heading|motivation|rationale|specification|summary|title|proposal|rfc|document) (?:should|is (?:required|optional|intended|critical|where|for|to)|can|may|must|needs|describes|contains)|(?:it|they|all \w+s?|proposals|authors?) (?:should|must) (?:\w+ly )?(?:also )?(?:be|contain|describe|discuss|explain|include|list|provide)|(?:do|did|have|would|will|can) you|you(?:'d| should| must| may| might| want| can| need)|the reader|template)\b/i;
const IMPERATIVE =
  /^[\s*_>"“-]*(?:attempt|consider|define|detail|discuss|enumerate|examples?|give|identify|include|insert|list|name|provide|think|use this|write)\b/i;
const ITALICS = /^\s*([*_])(?![*_])[^*_]+\1\s*$/;
/** A line in bold stands for a heading: by itself it says nothing. */
const BOLD = /^\s*(?:\*\*|__)[^*_\n]{1,60}(?:\*\*|__)\s*$/;
/** A line of a table of contents, or the target of a link. */
const POINTER = /^\s*(?:[-*\d.]+\s+)?\[[^\]]*\](?:\(#[^)]*\)|:\s*\S+)\s*$/;
const SENTENCE_END = /[.!?](?=\s|$)/g;
/** Headings under which questions are what is wanted. */
const QUESTIONS = /question|unresolved|unknown|faq/i;

/**
 * Whether a block only says what is to be written: `yes`; an `aside` stands beside what is written (a comment,
 * instructions in italics, a line of contents); `maybe` in a template, and is text elsewhere.
 */
export type Prompting = 'yes' | 'aside' | 'maybe' | 'no';

/** Whether a block is a prompt to write. @param under the heading that it stands under */
export function promptingOf({ type, text }: Block, under: string): Prompting {
  if (text.trimStart().startsWith(COMMENT.start)) return 'aside';
  if (type === 'heading' || type === 'code') return 'no';
  if (ITALICS.test(text) || BOLD.test(text) || POINTER.test(text)) return 'aside';
  if (isPrompt(text, under)) return 'yes';
  const maybe = TO_THE_WRITER.test(text) || IMPERATIVE.test(text) || text.includes(COMMENT.start);
  return maybe || beginsByAsking(text) ? 'maybe' : 'no';
}

function isPrompt(text: string, under: string): boolean {
  if (GAP.test(text) || (text.length < LITTLE && LATER.test(text)) || isPlaceholder(text)) return true;
  if (SLOT.test(text)) return true;
  const bare = text.replace(/\([^)]*\)/g, '').trim();
  return INSTRUCTION.test(bare) || (!QUESTIONS.test(under) && onlyAsks(bare));
}

/** Whether all of a text is a place to be filled: `[name]`, `Owner: <name>`, `(to be named)`. */
export function isPlaceholder(text: string): boolean {
  return BRACKETS.test(text.trim().replace(LEAD, ''));
}

function onlyAsks(text: string): boolean {
  const ends = text.match(SENTENCE_END);
  return ends !== null && /\?[*_)"”\s]*$/.test(text) && ends.every((end) => end === '?');
}

const beginsByAsking = (text: string) => text.match(SENTENCE_END)?.[0] === '?';

const FEWEST_PROMPTED = 2;
const SHARE_PROMPTED = 0.34;

/**
 * Positions of the blocks that say nothing yet: prompts and comments; and in a template (a third of its headings is
 * followed by a prompt) everything that may be one, and what stands behind it up to the next heading, which explains
 * it or shows an example. A section is none any more as soon as it begins with something else.
 */
export function promptsOf(blocks: readonly { block: Block; prompting: Prompting }[]): ReadonlySet<number> {
  const prompts = new Set<number>();
  const inTemplate = new Set<number>();
  const counts = { sections: 0, prompted: 0 };
  let comment = false;
  let section: 'new' | 'prompted' | 'written' = 'written';
  blocks.forEach(({ block: { type, text }, prompting }, at) => {
    const inside = comment || text.trimStart().startsWith(COMMENT.start);
    if (inside) comment = text.lastIndexOf(COMMENT.end) < Math.max(0, text.lastIndexOf(COMMENT.start));
    else if (type === 'heading') section = 'new';
    if (inside || prompting === 'yes' || prompting === 'aside') prompts.add(at);
    if (inside || type === 'heading' || type === 'code' || prompting === 'aside') return;
    if (section === 'new') {
      section = prompting === 'no' ? 'written' : 'prompted';
      counts.sections++;
      if (section === 'prompted') counts.prompted++;
    }
    if (section === 'prompted' || prompting === 'maybe') inTemplate.add(at);
  });
  const template = counts.prompted >= FEWEST_PROMPTED && counts.prompted >= SHARE_PROMPTED * counts.sections;
  return template ? new Set([...prompts, ...inTemplate]) : prompts;
}
