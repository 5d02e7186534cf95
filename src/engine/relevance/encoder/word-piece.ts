// Text → word pieces, as BERT's uncased tokenizer makes them (Devlin et al. 2018), with where each stood.

/** A piece of a word: its place in the vocabulary, and its UTF-16 offsets in the text, end exclusive. */
export interface Piece {
  id: number;
  start: number;
  end: number;
}

const LONGEST_WORD = 100;
const MARK = /^\p{Mn}$/u;
// Private, format, control, unassigned and lone surrogates are dropped; so is the replacement character.
const NOTHING = /^[\p{C}\uFFFD]$/u;
const PUNCTUATION = /^[\p{P}$+<=>^`|~]$/u;
const IDEOGRAPH =
  /^[\u4E00-\u9FFF\u3400-\u4DBF\uF900-\uFAFF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B81F}\u{2B920}-\u{2CEAF}\u{2F800}-\u{2FA1F}]$/u;

type Role = 'space' | 'nothing' | 'alone' | 'letter';

interface Character {
  text: string;
  role: Role;
}

function roleOf(character: string): Role {
  if (/^\s$/u.test(character) && character !== '\uFEFF') return 'space';
  if (NOTHING.test(character)) return 'nothing';
  return PUNCTUATION.test(character) || IDEOGRAPH.test(character) ? 'alone' : 'letter';
}

/** A character as the vocabulary writes it: without accents, in lower case. */
function plain(character: string): Character {
  const role = roleOf(character);
  if (role === 'space' || role === 'nothing') return { text: '', role };
  let text = '';
  for (const part of character.normalize('NFD')) if (!MARK.test(part)) text += part.toLowerCase();
  return { text, role };
}

/** Cuts text into word pieces of a vocabulary whose first entries are `[PAD] [UNK] [CLS] [SEP]`. */
export class WordPiece {
  readonly #ids = new Map<string, number>();
  readonly #characters = new Map<string, Character>();

  constructor(vocabulary: readonly string[]) {
    vocabulary.forEach((piece, id) => {
      this.#ids.set(piece, id);
    });
  }

  /** The pieces of a text, at most `limit`, without the marks of start and end. Linear in what it reads. */
  pieces(text: string, limit: number): Piece[] {
    const pieces: Piece[] = [];
    let word: string[] = [];
    let places: number[] = [];
    const close = (end: number) => {
      if (word.length > 0) this.#cut(word, places, end, pieces);
      word = [];
      places = [];
    };
    for (let at = 0; at < text.length && pieces.length < limit; ) {
      const character = String.fromCodePoint(text.codePointAt(at)!);
      const { text: written, role } = this.#plain(character);
      const next = at + character.length;
      if (role !== 'letter') {
        if (role !== 'nothing') close(at);
        if (role === 'alone') {
          word = [...written];
          places = word.map(() => at);
          close(next);
        }
      } else if (word.length <= LONGEST_WORD) {
        for (const part of written) {
          word.push(part);
          places.push(at);
        }
      }
      at = next;
    }
    if (pieces.length < limit) close(text.length);
    return pieces.slice(0, limit);
  }

  #plain(character: string): Character {
    let known = this.#characters.get(character);
    if (!known) {
      known = plain(character);
      if (this.#characters.size < 4096) this.#characters.set(character, known);
    }
    return known;
  }

  /** The longest piece that fits, again and again; a word that cannot be cut is one unknown piece. */
  #cut(word: string[], places: number[], end: number, pieces: Piece[]): void {
    const unknown = { id: 1, start: places[0]!, end };
    if (word.length > LONGEST_WORD) {
      pieces.push(unknown);
      return;
    }
    const found: Piece[] = [];
    for (let from = 0; from < word.length; ) {
      let to = word.length;
      let id: number | undefined;
      for (; to > from; to--) {
        id = this.#ids.get((from > 0 ? '##' : '') + word.slice(from, to).join(''));
        if (id !== undefined) break;
      }
      if (id === undefined) {
        pieces.push(unknown);
        return;
      }
      found.push({ id, start: places[from]!, end: to < word.length ? places[to]! : end });
      from = to;
    }
    pieces.push(...found);
  }
}
