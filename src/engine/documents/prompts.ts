// Text that only says what is to be written: gaps, placeholders, the instructions of a template.

const GAP = /_{3,}|\bTODO\b|\bTBD\b|\bYYYY\b/;
/** The whole block in brackets: `[Describe the impact]`, `<name>`, `{{owner}}`. */
const BRACKETS = /^\s*(?:\*\*)?[*_]?(?:\[[^\]]*\](?!\()|<[^>]*>|\{\{?[^}]*\}?\})[.*_\s]*$/;
const INSTRUCTION =
  /^[\s*_>"“-]*(?:describe|explain|summari[sz]e|outline|provide|briefly|fill in|list (?:the|any|all|out)|include (?:the|any|all|links?)|this (?:section|is where|is the)|in this section|(?:one|a) (?:paragraph|sentence|short)|if (?:applicable|there are|any)|optional(?:ly)?|delete this|replace this|enter|insert|specify|note any)\b/i;
const SENTENCE_END = /[.!?](?=\s|$)/g;
/** Headings under which questions are what is wanted. */
const QUESTIONS = /question|unresolved|unknown|faq/i;

/** Whether a block is a prompt to write, and nothing written. @param heading the one it stands under */
export function isPrompt(text: string, heading: string): boolean {
  if (GAP.test(text) || BRACKETS.test(text)) return true;
  const plain = text.replace(/\([^)]*\)/g, '').trim();
  if (INSTRUCTION.test(plain)) return true;
  if (QUESTIONS.test(heading)) return false;
  const ends = plain.match(SENTENCE_END);
  return ends !== null && /\?[*_)"”]*$/.test(plain) && ends.every((end) => end === '?');
}
