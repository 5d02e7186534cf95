// Tells prose from what is none: code, traces, tables of figures, quotes of others, other languages.
import type { Block } from '../types.ts';
import type { Word } from './words.ts';

const INLINE =
  /`[^`\n]*`|https?:\/\/\S+|\bwww\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,32}|(?:^|\s)(?:\.{0,2}\/)?(?:[\w.-]+\/){2,}[\w.-]*/g;
/** What each of these holds: most texts do not, and need not be searched for the rest. */
const MAY_HOLD_INLINE = /[`@/]|www\./;
const TRACE =
  /^\s*(?:at \S+\(|Traceback \(most|File "[^"]+", line \d|\S+(?:Error|Exception):|goroutine \d+|#\d+ 0x|\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)/m;
const CODE_CHARACTERS = /[{}()[\];=<>|\\$#*_~^&%]/g;
const ENGLISH = new Set(
  'the of and to in a is that for it with as on be this are by we i not or at from have has was will but an they you our can if all do would there their which so what when been about who more no one out up had were how than then them some could into only its my me your he she his her us should may because any these those after before where other new now over also just get got like most make made very much too need want'.split(
    ' ',
  ),
);

/** `text` with inline code, addresses and paths blanked by spaces of the same length, so that offsets hold. */
export function blankInline(text: string): string {
  if (!MAY_HOLD_INLINE.test(text)) return text;
  return text.replace(INLINE, (found) => ' '.repeat(found.length));
}

/** Whether words are English, by the share of its commonest ones; short texts get the benefit of the doubt. */
export function isEnglish(words: readonly Word[]): boolean {
  if (words.length < 6) return words.every((word) => word.lower.charCodeAt(0) < 0x250);
  let common = 0;
  let letters = 0;
  for (const word of words) {
    if (word.lower.charCodeAt(0) < 48 || word.lower.charCodeAt(0) > 57) letters++;
    if (ENGLISH.has(word.lower)) common++;
  }
  return letters > 0 && common / letters >= (words.length < 20 ? 0.1 : 0.16);
}

/** Whether a block of this type and text may carry hints. `words` are those of the text with inline code blanked. */
export function isProse(type: Block['type'], text: string, words: readonly Word[]): boolean {
  if (type === 'code' || type === 'quote' || type === 'heading') return false;
  if (words.length < 4) return false;
  if (TRACE.test(text.slice(0, 2000))) return false;
  const sample = text.slice(0, 4000);
  const code = sample.match(CODE_CHARACTERS)?.length ?? 0;
  if (code > sample.length * 0.06 + 4) return false;
  const figures = words.filter((word) => word.lower.charCodeAt(0) <= 57).length;
  if (figures > words.length * 0.45) return false;
  return isEnglish(words);
}
