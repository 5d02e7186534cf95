"""Fine-tunes the encoder. Its heads start from logistic regression, or from where an earlier run left them.

usage: train.py BASE-OR-CHECKPOINT DATA.jsonl OUT.pt [passes] [rate] [frozen layers]
BASE: the published model.safetensors. DATA: one passage a line: {text, topics, note?, weight, draws}, topics empty for
silence. `draws`: how often a passage is read while an example is read once. Passages of `held` are left out.

| passages                        | weight              | draws         |
| library: example                | 1                   | 1             |
| library: false friend, handled  | 1                   | 0.4           |
| library: false friend, other    | 1                   | 0.3           |
| library: neutral text           | 0.8                 | 0.2           |
| situation: a topic, silence     | 1.2, 0.8            | 2, 1          |
| real: a topic, weak, silence    | 2, 0.8, 0.6         | 3, 1.5, 1     |
| unread specification, silence   | 0.3                 | 0.1           |
"""
import hashlib
import json
import math
import random
import sys

import torch
import torch.nn.functional as F
from sklearn.linear_model import LogisticRegression
from tokenizers import Tokenizer
from torch import nn

from bert import HIDDEN, load

LONGEST, BATCH_TOKENS, ROUND, SPREAD = 128, 1400, 1900, 4
# What confusable topics get of each other's target, and how slowly the average of the weights follows.
SMOOTHING, AVERAGE = 0.06, 0.985
START, END, MASK, FIRST_WORD = 101, 102, 103, 999


def held(text):
    """The tenth of the library that is kept for calibration."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 1000 < 100


def batches(rows):
    """The passages whose turn it is, in batches of about one length."""
    turn = sorted(rows, key=lambda row: (row["seen"] + random.random()) / row.get("draws", 1))[:ROUND]
    for row in turn:
        row["seen"] += 1
    order = sorted(turn, key=lambda row: len(row["ids"]) + random.random() * 12)
    made, current = [], []
    for row in order:
        if current and ((len(current) + 1) * len(row["ids"]) > BATCH_TOKENS or len(current) >= 40):
            made.append(current)
            current = []
        current.append(row)
    random.shuffle(made := [*made, current])
    return made


def vectors(encoder, rows, masked):
    longest = max(len(row["ids"]) for row in rows)
    ids, mask = torch.zeros(len(rows), longest, dtype=torch.long), torch.zeros(len(rows), longest)
    for at, row in enumerate(rows):
        ids[at, : len(row["ids"])], mask[at, : len(row["ids"])] = torch.tensor(row["ids"]), 1
    if masked:
        ids[(torch.rand(ids.shape) < 0.1) & (ids > FIRST_WORD) & (mask > 0)] = MASK
    with torch.autocast("cpu", torch.bfloat16):
        pooled = encoder(ids, mask)
    return F.normalize(pooled.float(), dim=-1)


def first_heads(encoder, rows, topics, notes):
    with torch.no_grad():
        encoder.eval()
        found = torch.cat([vectors(encoder, rows[at : at + 32], False) for at in range(0, len(rows), 32)])
    center = found.mean(0)
    x = ((found - center) * SPREAD).numpy()
    first = [row["topics"][0] if row["topics"] else "" for row in rows]
    order = [*topics, ""]
    model = LogisticRegression(C=0.1, max_iter=300).fit(x, [order.index(topic) for topic in first])
    worth = LogisticRegression(C=0.1, max_iter=300).fit(x, [bool(topic) for topic in first])
    head = nn.ModuleDict({"topic": nn.Linear(HIDDEN, len(order)), "worth": nn.Linear(HIDDEN, 1), "note": nn.Linear(HIDDEN, len(notes) + 1, bias=False)})
    with torch.no_grad():
        for name, fitted in (("topic", model), ("worth", worth)):
            head[name].weight.copy_(torch.tensor(fitted.coef_))
            head[name].bias.copy_(torch.tensor(fitted.intercept_))
        for at in range(len(notes) + 1):
            own = torch.tensor([row["place"] == at for row in rows])
            head["note"].weight[at] = found[own].mean(0) - center if own.any() else 0.01
    return head, center


def confusable(rows, topics):
    """Of each topic's smoothed share, what goes to which other: as often as examples name both."""
    pairs = torch.full((len(topics), len(topics)), 0.15)
    for row in rows:
        for other in row["topics"][1:]:
            first, second = topics.index(row["topics"][0]), topics.index(other)
            pairs[first, second] += 1
            pairs[second, first] += 0.5
    return pairs.fill_diagonal_(0) / pairs.sum(1, keepdim=True)


def main(start, data, out, passes=2.5, rate=1e-4, frozen=3):
    torch.manual_seed(0)
    random.seed(0)
    rows = [row for row in map(json.loads, open(data, encoding="utf8")) if not held(row["text"])]
    topics = sorted({topic for row in rows for topic in row["topics"]})
    notes = sorted({row["note"] for row in rows if row.get("note")})
    tokenizer = Tokenizer.from_file(start.replace("model.safetensors", "tokenizer.json")) if start.endswith("safetensors") else Tokenizer.from_file("tokenizer.json")
    pairs = confusable(rows, topics)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    for row in rows:
        ids = tokenizer.encode(row["text"]).ids
        row["ids"] = ids if len(ids) <= LONGEST else [*ids[: LONGEST - 1], END]
        target = torch.zeros(len(topics) + 1)
        for rank, topic in enumerate(row["topics"]):
            target[topics.index(topic)] = 0.6 if rank else 1.0
        target[-1] = 0.0 if row["topics"] else 1.0
        target /= target.sum()
        target[:-1] = (1 - SMOOTHING) * target[:-1] + SMOOTHING * (target[:-1] @ pairs)
        row["target"], row["seen"] = target, 0
        row["place"] = len(notes) if not row["topics"] else notes.index(row["note"]) if row.get("note") else -100
    kept = None if start.endswith("safetensors") else torch.load(start, weights_only=False)
    encoder = load(start, range(6), "mean") if kept is None else kept["encoder"]
    for module in encoder.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
    head, center = first_heads(encoder, rows, topics, notes) if kept is None else (kept["head"], kept["mu"])
    groups = []
    for name, weight in encoder.named_parameters():
        layer = int(name.split(".")[1]) if name.startswith("layers.") else -1
        weight.requires_grad_(layer >= frozen)
        if layer >= frozen:
            groups.append({"params": [weight], "lr": rate * 0.88 ** (5 - layer), "weight_decay": 0.01 if weight.ndim > 1 else 0.0})
    optimizer = torch.optim.AdamW([*groups, {"params": head.parameters(), "lr": 6e-4, "weight_decay": 0.01}])
    rates = [group["lr"] for group in optimizer.param_groups]
    trained = [weight for group in groups for weight in group["params"]] + list(head.parameters())
    average = [weight.detach().clone() for weight in trained]
    tokens = sum(len(row["ids"]) * row.get("draws", 1) for row in rows)
    steps, step = int(passes * tokens / BATCH_TOKENS), 0
    encoder.train()
    while step < steps:
        for batch in batches(rows):
            factor = min(1, (step + 1) / (0.04 * steps)) * max(0.03, 0.5 * (1 + math.cos(math.pi * step / steps)))
            for group, full in zip(optimizer.param_groups, rates):
                group["lr"] = full * factor
            found = vectors(encoder, batch, True)
            x, weight = (found - center) * SPREAD, torch.tensor([row["weight"] for row in batch])
            topic = -(torch.stack([row["target"] for row in batch]) * head["topic"](x).log_softmax(-1)).sum(-1)
            worth = F.binary_cross_entropy_with_logits(head["worth"](x).squeeze(-1), torch.tensor([float(bool(row["topics"])) for row in batch]), reduction="none")
            near = 16 * F.normalize(found - center, dim=-1) @ F.normalize(head["note"].weight, dim=-1).T
            note = F.cross_entropy(near, torch.tensor([row["place"] for row in batch]), reduction="none", ignore_index=-100, label_smoothing=0.05)
            loss = ((topic + 0.5 * worth + 0.15 * note) * weight).sum() / weight.sum()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_([weight for group in groups for weight in group["params"]], 1.0)
            optimizer.step()
            step += 1
            for mean, weight in zip(average, trained):
                mean.lerp_(weight.detach(), 1 - min(AVERAGE, step / (step + 9)))
            if step >= steps:
                break
    for mean, weight in zip(average, trained):
        weight.data.copy_(mean)
    torch.save({"m": encoder.state_dict(), "encoder": encoder, "head": head, "mu": center}, out)


if __name__ == "__main__":
    main(*sys.argv[1:4], *map(float, sys.argv[4:]))
