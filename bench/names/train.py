#!/usr/bin/env python3
"""Fits data/names/weights.txt on the train part of the development pairs (bench/names/make_sets.py). Needs numpy and scipy.

    train.py PAIRS.csv [--write]        PAIRS.csv: columns schema, name1, name2, is_match, kind, split

A logistic model over the features of src/names/weights.h, a column a kind of name. Weights have the sign that the feature's
meaning asks for (evidence speaks for, differences against), so that no quirk of the sets turns one round; kinds of pairs count
by the square root of their number, so that none drowns the others. Prints what the held-out part says, before and after.
"""
import collections
import csv
import io
import pathlib
import re
import subprocess
import sys

import numpy as np
from scipy.optimize import minimize

TOP = pathlib.Path(__file__).resolve().parents[2]
TOOL = TOP / "build/bench/pair_features"
WEIGHTS = TOP / "data/names/weights.txt"
POSITIVE = {"shared", "acronym"}
FREE = {"prior", "single_both"}
SHRINK = 2.0  # strength of the pull towards the weights that stand there


def rows(path):
    with open(path, encoding="utf-8", newline="") as f:
        return [r for r in csv.DictReader(f)]


def measure(pairs):
    text = "".join("\t".join(re.sub(r"[\t\n\r]", " ", p[k]) for k in ("schema", "name1", "name2")) + "\n" for p in pairs)
    out = subprocess.run([TOOL], input=text, capture_output=True, text=True, check=True).stdout
    names = out.split("\n", 1)[0].split("\t")[2:]
    table = np.loadtxt(io.StringIO(out), skiprows=1)
    return names, table[:, 0].astype(int), table[:, 2:]


def standing(names):
    found = {}
    for line in open(WEIGHTS, encoding="utf-8"):
        parts = line.split("#")[0].split()
        if parts:
            found[parts[0]] = [float(x) for x in parts[1:]]
    return np.array([found.get(n, [0.0] * 3) for n in names])


def bounds(names):
    return [(None, None) if n in FREE else (0, None) if n in POSITIVE else (None, 0) for n in names]


def fit(x, y, weight, start, names):
    def loss(w):
        z = x @ w
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        value = np.sum(weight * (np.logaddexp(0, z) - y * z)) + SHRINK * np.sum((w - start) ** 2)
        return value, x.T @ (weight * (p - y)) + 2 * SHRINK * (w - start)
    return minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds(names), options={"maxiter": 2000}).x


def report(title, z, y, groups):
    p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
    said = p >= 0.5
    tp, fp, fn = np.sum(said & (y == 1)), np.sum(said & (y == 0)), np.sum(~said & (y == 1))
    bins = np.minimum((p * 15).astype(int), 14)
    ece = sum(abs(p[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean() for b in range(15) if (bins == b).any())
    print(f"{title}: n {len(y)}  P {tp / max(1, tp + fp):.3f}  R {tp / max(1, tp + fn):.3f}  F1 {2 * tp / max(1, 2 * tp + fp + fn):.4f}  ECE {ece:.4f}")
    if groups is not None:
        for g in sorted(set(groups)):
            m = groups == g
            print(f"    {g:34} n {m.sum():6}  matches {y[m].mean():.2f}  right {np.mean(said[m] == (y[m] == 1)):.3f}  mean {p[m].mean():.3f}")


def main():
    pairs = rows(sys.argv[1])
    names, kind, x = measure(pairs)
    y = np.array([float(p["is_match"] in ("1", "true", "True")) for p in pairs])
    group = np.array([p["kind"] for p in pairs])
    train = np.array([p["split"] == "train" for p in pairs])
    count = collections.Counter(group[train])
    weight = np.array([1 / np.sqrt(count.get(g, 1)) for g in group])
    weight /= weight[train].mean()
    old, new = standing(names), standing(names)
    for k, title in enumerate(("persons", "organisations", "things")):
        m = train & (kind == k) if k < 2 else train & (kind >= 1)
        if m.sum() > 200:
            new[:, k] = fit(x[m], y[m], weight[m], old[:, k], names)
        h = ~train & (kind == k)
        if h.any():
            report(f"{title} held out, as it stands", x[h] @ old[:, k], y[h], None)
            report(f"{title} held out, fitted", x[h] @ new[:, k], y[h], group[h])
    for n, before, after in zip(names, old, new):
        print(f"{n:20}" + "".join(f"{v:8.2f}" for v in after) + "   was" + "".join(f"{v:8.2f}" for v in before))
    if "--write" in sys.argv:
        head = [line for line in open(WEIGHTS, encoding="utf-8") if line.startswith("#")]
        WEIGHTS.write_text("".join(head) + "".join(f"{n:20}" + "".join(f"{v:8.3f}" for v in row) + "\n" for n, row in zip(names, new)), encoding="utf-8")


if __name__ == "__main__":
    main()
