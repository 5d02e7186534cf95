"""A BERT encoder in plain torch, and loaders for the three published weights it can start from.

Small on purpose: what is here is what `kernel.c` computes, so both are read side by side.
"""
import json
import math
import re

import torch
from torch import nn
import torch.nn.functional as F

HIDDEN, HEADS, INNER, POSITIONS = 384, 12, 1536, 256


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        b, t, _ = x.shape
        q, k, v = (p.view(b, t, HEADS, -1).transpose(1, 2) for p in self.qkv(x).split(HIDDEN, -1))
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(b, t, HIDDEN))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Token ids to one vector a text: the mean of the last layer, or its first token."""

    def __init__(self, layers=6, vocabulary=30522, pool="mean"):
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.places = nn.Parameter(torch.zeros(POSITIONS, HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.drop = nn.Dropout(0.1)
        self.pool = pool

    def forward(self, ids, mask):
        x = self.drop(self.norm(self.words(ids) + self.places[: ids.shape[1]]))
        attend = mask[:, None, None, :].bool()
        for layer in self.layers:
            x = layer(x, attend)
        if self.pool == "first":
            return x[:, 0]
        m = mask[..., None].to(x.dtype)
        return (x * m).sum(1) / m.sum(1)


def _state_from_onnx(path):
    import numpy as np
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(path).graph
    raw = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    state = {k: torch.tensor(np.array(v)) for k, v in raw.items() if not k.startswith("onnx::")}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in raw:
            name = re.sub(r"^/|/MatMul$", "", node.name).replace("/", ".")
            name = re.sub(r"layer\.(\d+)\.layer\.\d+", r"layer.\1", name)
            state[name + ".weight"] = torch.tensor(raw[node.input[1]].T.copy())
    return state


def load(path, keep, pool):
    """`keep`: which of the published layers, in order. Token type 0 is folded into the places."""
    if path.endswith(".onnx"):
        s = _state_from_onnx(path)
    else:
        from safetensors.torch import load_file

        s = load_file(path)
    s = {re.sub(r"^bert\.", "", k): v for k, v in s.items()}
    m = Encoder(len(keep), s["embeddings.word_embeddings.weight"].shape[0], pool)
    with torch.no_grad():
        m.words.weight.copy_(s["embeddings.word_embeddings.weight"])
        m.places.copy_(s["embeddings.position_embeddings.weight"][:POSITIONS] + s["embeddings.token_type_embeddings.weight"][0])
        m.norm.weight.copy_(s["embeddings.LayerNorm.weight"])
        m.norm.bias.copy_(s["embeddings.LayerNorm.bias"])
        for layer, i in zip(m.layers, keep):
            p = f"encoder.layer.{i}."
            for end in ("weight", "bias"):
                layer.qkv.get_parameter(end).copy_(torch.cat([s[f"{p}attention.self.{n}.{end}"] for n in ("query", "key", "value")]))
                for own, theirs in (("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"), ("up", "intermediate.dense"), ("down", "output.dense"), ("norm2", "output.LayerNorm")):
                    getattr(layer, own).get_parameter(end).copy_(s[f"{p}{theirs}.{end}"])
    return m
