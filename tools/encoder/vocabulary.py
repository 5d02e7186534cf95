"""Which pieces of the published vocabulary are kept: `piece TAB its old place`, one a line.

usage: vocabulary.py TOKENIZER.json OUT TEXTS…   (TEXTS: files whose lines are counted; JSON lines have `text`)

Kept: the four marks, every single character, the first 4,000 whole words (the published order is by frequency),
and what occurs twice in the texts.
"""
import collections
import json
import sys

from tokenizers import Tokenizer

MARKS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]


def main(tokenizer, out, *texts):
    tokenizer = Tokenizer.from_file(tokenizer)
    tokenizer.no_truncation()
    counts = collections.Counter()
    for path in texts:
        for line in open(path, encoding="utf8"):
            text = json.loads(line)["text"] if path.endswith(".jsonl") else line
            counts.update(tokenizer.encode(text, add_special_tokens=False).ids)
    pieces = sorted((place, piece) for piece, place in tokenizer.get_vocab().items())
    words = 0
    with open(out, "w", encoding="utf8") as file:
        kept = [(piece, place) for place, piece in pieces if piece in MARKS]
        for place, piece in pieces:
            if piece in MARKS or piece.startswith("["):
                if piece != "[":
                    continue
            bare = piece.removeprefix("##")
            common = piece.isalpha() and words < 4000
            words += piece.isalpha()
            if counts[place] >= 2 or common or (len(bare) == 1 and ord(bare) < 0x250):
                kept.append((piece, place))
        file.write("\n".join(f"{piece}\t{place}" for piece, place in kept))


if __name__ == "__main__":
    main(*sys.argv[1:])
