// Letters as search sees them: lower case, without accents, words apart.

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
/** Made for the first text that needs it: making one takes as long as drawing a page. */
let segmenter: Intl.Segmenter | undefined;

/** One word of a text, folded, with where it stands. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/** Lower case, without accents and apostrophes. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '');
}

/** The words of a text; scripts that write without spaces are cut by the browser's own rules. */
export function wordsIn(text: string): Word[] {
  if (CJK.test(text)) {
    segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
    return [...segmenter.segment(text)]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment, index }) => ({ text: fold(segment), start: index, end: index + segment.length }));
  }
  return [...text.matchAll(WORD)].map((match) => {
    const [word] = match;
    return { text: fold(word), start: match.index, end: match.index + word.length };
  });
}
