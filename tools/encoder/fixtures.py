"""What the tests of the encoder compare with: vectors of torch, and ids of the reference tokenizer.

usage: fixtures.py CHECKPOINT VOCABULARY LIBRARY.jsonl OUT      (OUT: src/engine/relevance/encoder)
"""
import base64
import json
import sys

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

import export
from bert import Encoder

ODD = [
    "Zürich's façade — naïve “quotes”… 中文 mixed ﬁne İstanbul ΣΑΣ x̂ emoji 🙂 done",
    "", "a", "\u200bzero\u00adwidth\ttabs\n\nnewlines", "word" * 60, "x" * 101, "x" * 100,
    "C++/C# & <b>HTML</b> `code` ~tilde $5 ^up| pipe = eq", " ".join(["token"] * 300),
    "don't we'll Überraschung ÅNGSTRÖM ñandú groß ﷺ ½ № ™ ①", "한국어 텍스트 ひらがな カタカナ ไทย",
    "e\u0301 e\u0300\u0323 \u0301alone", "tab\u00a0nbsp\u2003em\u3000wide\ufeffbom", "\u0000nul\u0007bell\ufffd", "http://x.y/z?q=1&r=#f", "1,234.56 % −5 … ‘a’",
]


def fnv(values):
    total = 0x811C9DC5
    for value in values:
        total = ((total ^ value) * 0x01000193) & 0xFFFFFFFF
    return total


def base36(number):
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
        if not number:
            return digits


def main(checkpoint, vocabulary, library, out):
    kept = [line.split("\t") for line in open(vocabulary, encoding="utf8").read().split("\n")]
    tokenizer = Tokenizer(models.WordPiece({piece: i for i, (piece, _) in enumerate(kept)}, unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer, tokenizer.pre_tokenizer = normalizers.BertNormalizer(), pre_tokenizers.BertPreTokenizer()
    ids = lambda text: tokenizer.encode(text).ids
    texts = [json.loads(line)["text"] for line in open(library, encoding="utf8")]

    state = torch.load(checkpoint, weights_only=False)["m"]
    state["words.weight"] = state["words.weight"][[int(place) for _, place in kept]]
    for name, value in state.items():
        if value.ndim == 2 and name != "places":
            whole, scale = export.rounded(value)
            state[name] = torch.tensor(np.frombuffer(whole, np.int8).reshape(value.shape) * np.frombuffer(scale, "<f4")[:, None])
    encoder = Encoder(1 + max(int(k.split(".")[1]) for k in state if k.startswith("layers.")), len(kept))
    encoder.load_state_dict(state)
    encoder.eval()
    rows = []
    with torch.no_grad():
        for text in texts[:: len(texts) // 40][:40] + ODD:
            x = torch.tensor([[2, *ids(text)[:158], 3]])
            vector = F.normalize(encoder(x, torch.ones(x.shape)), dim=-1)[0].numpy()
            small = np.round(vector / np.abs(vector).max() * 127).astype(np.int8)
            rows.append({"text": text, "vector": base64.b64encode(small.tobytes()).decode()})
    json.dump(rows, open(f"{out}/encoder.fixture.json", "w", encoding="utf8"), ensure_ascii=False, indent=1)
    hashes = {base36(fnv(text.encode())): fnv(byte for i in ids(text) for byte in (i & 255, i >> 8)) for text in texts}
    odd = [{"text": text, "ids": ids(text)} for text in ODD]
    json.dump({"odd": odd, "library": hashes}, open(f"{out}/word-piece.fixture.json", "w", encoding="utf8"), ensure_ascii=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
