"""A trained encoder → the asset that the extension ships: `encoder.bin`, int8 weights with one scale an output.

usage: export.py CHECKPOINT VOCABULARY OUT.bin      (VOCABULARY: one piece a line, as kept by vocabulary.py)

Layout, little-endian, each part a multiple of 16 bytes but the last two:
  header 64 bytes: "SWE1", vocabulary, layers, bytes in all, where the vocabulary's text begins
  words int8 [vocabulary × 384], their scales, places float [160 × 384], the first norm (weight, bias)
  a layer: query+key+value, out, norm, up, down, norm; a product is int8 weights [out × in], scales, biases
  the vocabulary, one piece a line; padding to 4; CRC-32 of all before
"""
import struct
import sys
import zlib

import numpy as np
import torch

TOKENS = 160


def rounded(weight):
    """int8 rows and their scales. The scale of a row is the one, of a few, that loses least."""
    weight = weight.float().numpy()
    top = np.abs(weight).max(1, keepdims=True) + 1e-12
    best, error = None, np.full((len(weight), 1), np.inf)
    for share in (1.0, 0.95, 0.9, 0.85, 0.8):
        scale = (top * share / 127).astype("<f4")
        whole = np.clip(np.round(weight / scale), -127, 127)
        lost = ((whole * scale - weight) ** 2).sum(1, keepdims=True)
        if best is None:
            best = [whole, scale]
        better = lost < error
        best = [np.where(better, whole, best[0]), np.where(better, scale, best[1])]
        error = np.minimum(lost, error)
    return best[0].astype(np.int8).tobytes(), best[1].astype("<f4").tobytes()


def number(tensor):
    return tensor.float().numpy().astype("<f4").tobytes()


def asset(state, vocabulary, rows):
    """`rows`: the place of each kept piece in the published vocabulary."""
    layers = 1 + max(int(k.split(".")[1]) for k in state if k.startswith("layers."))
    parts = [*rounded(state["words.weight"][rows]), number(state["places"][:TOKENS]), number(state["norm.weight"]), number(state["norm.bias"])]
    for i in range(layers):
        for name in ("qkv", "out", "norm1", "up", "down", "norm2"):
            weight, bias = state[f"layers.{i}.{name}.weight"], number(state[f"layers.{i}.{name}.bias"])
            parts += [number(weight), bias] if name.startswith("norm") else [*rounded(weight), bias]
    body = b"".join(parts)
    text = "\n".join(vocabulary).encode()
    text += b"\n" * (4 - len(text) % 4)
    length = 64 + len(body) + len(text) + 4
    head = struct.pack("<4sIIII", b"SWE1", len(vocabulary), layers, length, 64 + len(body)).ljust(64, b"\0")
    whole = head + body + text
    return whole + struct.pack("<I", zlib.crc32(whole))


def main(checkpoint, vocabulary, out):
    kept = open(vocabulary, encoding="utf8").read().split("\n")
    rows = [int(line.split("\t")[1]) for line in kept if line]
    pieces = [line.split("\t")[0] for line in kept if line]
    state = torch.load(checkpoint, weights_only=False)["m"]
    with open(out, "wb") as file:
        file.write(asset(state, pieces, rows))


if __name__ == "__main__":
    main(*sys.argv[1:])
