// Whether an action names who does it, and for which day.
import { type Word, wordsOf } from '../text/words.ts';

/** `Kim:` `@kim` `(Kim, …` `Kim will` `Owner: Kim` `— Kim`: a name where an owner's name stands. */
const OWNER = [
  /(?:^|[\s(])@[\w-]+/u,
  /^[\s[\]xX*_-]*\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?\s*(?::|will\b|to\b|is\b|has\b|takes\b|\p{Ll}+s\b)/u,
  /(?:owner|assignee|assigned to|dri|responsible|lead|taken by)\W{1,3}\p{Lu}\p{Ll}+/iu,
  /[(,:;—–-]\s*\p{Lu}\p{Ll}+(?: \p{Lu}\p{L}*\.?)?\s*(?:[,;)—–]|by\b|on\b|$)/u,
];
/** Words that begin an action and are no name. */
const NOBODY =
  /^\W*(?:x\W+)?(?:the|a|an|we|it|this|that|everyone|everybody|somebody|someone|nobody|team|all|need|make|find|let|please|action|todo|there)\b/i;
const DAY =
  /\b\d{4}-\d\d?-\d\d?\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:today|tomorrow|eow|eod|week \d+|next (?:week|month|sprint))\b/i;
const MONTH_OR_DAY =
  /^(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** Whether the text of an action has both an owner and a day. */
export function isOwned(text: string): boolean {
  return hasDay(text, wordsOf(text)) && hasOwner(text);
}

function hasOwner(text: string): boolean {
  return OWNER.some((pattern, at) => {
    const found = pattern.exec(text);
    if (!found) return false;
    if (at === 1 && NOBODY.test(text)) return false;
    return !wordsOf(found[0]).every((word) => MONTH_OR_DAY.test(word.lower));
  });
}

function hasDay(text: string, words: readonly Word[]): boolean {
  return DAY.test(text) || words.some((word) => word.capital && MONTH_OR_DAY.test(word.lower));
}
