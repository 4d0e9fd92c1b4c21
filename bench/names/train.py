#!/usr/bin/env python3
"""Fits data/names/weights.txt on the train part of the development pairs (bench/names/make_sets.py). Needs numpy and scipy.

    train.py PAIRS.csv STRANGERS.csv [--write]     columns schema, name1, name2, is_match, kind, split; strangers.py says what the second is

A logistic model of curves over the features of src/names/weights.h, weights for each kind of name. A curve runs the way that
the feature's meaning asks for (evidence speaks for, differences against), so that no quirk of the sets turns one round; kinds of
pairs count by the fourth root of their number to the third, so that none drowns the others; in the end the whole is stretched so that on the
train part, each pair counting once, a score is a chance (Platt 1999). Prints what the held-out part says.

The pairs are half matches; the strangers are ordinary people beside the entries of a list that are nearest to them, of whom none is. They
teach what sharing common names is worth. Those of an origin that is often taken for somebody count more, those of one that hardly ever
is less, so that no people pays for the errors of the rest.
"""
import csv
import collections
import io
import pathlib
import re
import subprocess
import sys

import numpy as np
from scipy.optimize import minimize

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tools"))
import weights_gen  # noqa: E402

TOOL = TOP / "build/bench/pair_features"
WEIGHTS = TOP / "data/names/weights.txt"
POSITIVE = {"acronym", "nearly", "shared"}
FREE = {"prior", "single_both"}
THRESHOLD = 0.7  # rt_match_threshold
STRANGER = 2.0   # what a stranger counts, against a pair of the usual kind
FAIR = 2         # how often strangers are weighed anew by how often those of their origin are taken for somebody
CALIBRATION = [None, -5, -3, -2, -1, 0, 1, 2, 3, 4, 6, None]
SHRINK = 1.0  # strength of the pull towards nought
KNOTS = {
    "shared": [None, 4, 8, 12, 16, 20, 28, None], "spelling": [0, 1, 2, 4, 6, 9, None], "script": [0, 2, 4, 6, 9, None], "typo": [0, 4.5, 6, 9, None],
    "typo_hard": [0, 1, 2, None], "nearly": [0, 0.5, 1], "lacks_half": [0, 0.15, 0.25, 0.35, 0.45, 0.6, 0.8, None],
    "lacks_rest": [0, 0.15, 0.25, 0.35, 0.45, 0.6, None], "differs_name": [0, 1, 2, None], "differs_core": [0, 1, 2, None],
    "differs_generic": [0, 1, None], "lacks_name": [0, 1, 2, None], "lacks_core": [0, 1, 2, None], "lacks_generic": [0, 1, 2, None],
    "origin": [0, 2, 4, 7, None], "common": [0, 2, 4, 6, 8, 10, 14, None], "short": [0, 4, 8, 12, 16, None], "alone": [0, 2, 4, 6, 8, None],
    "despite": [0, 4, 7, 10, 13, 16, 20, None], "script_short": [0, 2, 4, 6, 9, None],
    "lacks_initial": [0, 1, None], "initial": [0, 1, None],
}
# What shared evidence must weigh at least, so that equal common names score below equal rare ones for organisations too.
AT_LEAST = {"shared[..4]": 0.35, "shared[4..8]": 0.25, "shared[8..12]": 0.12, "shared[12..16]": 0.06, "shared[16..20]": 0.04, "shared[20..28]": 0.02, "shared[28..]": 0.005}
# What the pairs hold too little of to be learnt: senior and junior are father and son.
AT_MOST = {"nothing": -3.0, "differs_generation": -7.0, "lacks_generation": -0.3}


def measure(pairs):
    text = "".join("\t".join(re.sub(r"[\t\n\r]", " ", p[k]) for k in ("schema", "name1", "name2")) + "\n" for p in pairs)
    out = subprocess.run([TOOL], input=text, capture_output=True, text=True, check=True).stdout
    names = out.split("\n", 1)[0].split("\t")[2:]
    table = np.loadtxt(io.StringIO(out), skiprows=1)
    return names, table[:, 0].astype(int), table[:, 2:]


def curves(names):
    """The terms of single features."""
    for name in names:
        if name == "calibration":  # comes last, from the sum of the others
            continue
        knots = KNOTS.get(name)
        if not knots:
            yield name
            continue
        for start, end in zip(knots, knots[1:]):
            yield f"{name}[{'' if start is None else start}..{'' if end is None else end}]"


def value(term, names, x):
    feature, start, end = weights_gen.term_of(term)
    v = x[:, names.index(feature)]
    return np.minimum(v, end) if start < -1e8 else np.clip(v, start, end) - start


def bound(term):
    feature = weights_gen.term_of(term)[0]
    if feature in FREE:
        return (None, None)
    if feature in POSITIVE:
        return (AT_LEAST.get(term, 0), None)
    return (None, AT_MOST.get(term, 0))


def fit(t, y, weight, terms):
    size = np.sqrt(np.mean(t ** 2, axis=0)) + 1e-3  # terms of one size, so that the steps suit all
    t = t / size

    def loss(w):
        z = t @ w
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        return (np.sum(weight * (np.logaddexp(0, z) - y * z)) + SHRINK * np.sum((w / size) ** 2) / 2,
                t.T @ (weight * (p - y)) + SHRINK * w / size ** 2)
    bounds = [tuple(None if e is None else e * s for e in bound(x)) for x, s in zip(terms, size)]
    start = np.array([min(max(0, b[0] if b[0] is not None else 0), b[1] if b[1] is not None else np.inf) for b in bounds])
    return minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 1500, "maxfun": 2000}).x / size


def calibrated(t, y, w, terms):
    """Adds a rising curve over the sum, so that on all of the train part, each pair counting once, a score is a chance."""
    z = t @ w
    stretches = list(zip(CALIBRATION, CALIBRATION[1:]))
    rows = np.stack([np.ones(len(z))] + [np.minimum(z, b) if a is None else np.clip(z, a, np.inf if b is None else b) - a for a, b in stretches], axis=1)

    def loss(c):
        s = z + rows @ c
        return np.mean(np.logaddexp(0, s) - y * s) + 1e-4 * np.sum(c ** 2), rows.T @ (1 / (1 + np.exp(-s)) - y) / len(y) + 2e-4 * c
    c = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", bounds=[(0, 0)] + [(-0.9, 4)] * len(stretches)).x
    names = [f"calibration[{'' if a is None else a}..{'' if b is None else b}]" for a, b in stretches]
    return terms + names, np.r_[w, c[1:]]


def nearest(z, keys):
    """Of each key the row that scores highest."""
    order = np.lexsort((-z, keys))
    return order[np.r_[True, keys[order][1:] != keys[order][:-1]]]


def evened(counts, z, strangers):
    """What strangers of each origin count, by how many of them are taken for somebody: all origins are given equally many."""
    _, _, query, origin = strangers
    best = nearest(z, query)
    alarms = collections.Counter({o: 0 for o in counts})
    alarms.update(origin[best][1 / (1 + np.exp(-z[best])) >= THRESHOLD])
    mean = sum(alarms.values()) / len(alarms)
    return {o: float(np.clip(c * ((alarms[o] + 0.25) / (1.2 * mean + 0.25)) ** 0.5, STRANGER / 5, STRANGER * 10)) for o, c in counts.items()}


def train(pairs, strangers, names):
    """pairs: features, truth, weights; strangers: features, which rows are one query against one entry (its best name counts), queries, origins."""
    x, y, weight = pairs
    sx, met, _, origin = strangers
    terms = list(curves(names))
    t, s = (np.stack([value(n, names, f) for n in terms], axis=1) for f in (x, sx))
    w = fit(t, y, weight, terms)
    counts = {o: STRANGER for o in set(origin)}
    for _ in range(FAIR + 1 if len(s) else 0):
        each = np.array([counts[o] for o in origin])
        for _ in range(2):
            best = nearest(s @ w, met)
            w = fit(np.r_[t, s[best]], np.r_[y, np.zeros(len(best))], np.r_[weight, each[best]], terms)
        counts = evened(counts, score(sx, names, *calibrated(t, y, w, terms)), strangers)
    return calibrated(t, y, w, terms)


def score(x, names, terms, w):
    plain = sum(value(n, names, x) * k for n, k in zip(terms, w) if not n.startswith("calibration"))
    return plain + sum(value(n, ["calibration"], plain[:, None]) * k for n, k in zip(terms, w) if n.startswith("calibration"))


def report(title, z, y, groups):
    p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
    said = p >= THRESHOLD
    tp, fp, fn = np.sum(said & (y == 1)), np.sum(said & (y == 0)), np.sum(~said & (y == 1))
    bins = np.minimum((p * 15).astype(int), 14)
    ece = sum(abs(p[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean() for b in range(15) if (bins == b).any())
    print(f"{title}: n {len(y)}  P {tp / max(1, tp + fp):.3f}  R {tp / max(1, tp + fn):.3f}  F1 {2 * tp / max(1, 2 * tp + fp + fn):.4f}  ECE {ece:.4f}", flush=True)
    for g in sorted(set(groups)):
        m = groups == g
        print(f"    {g:34} n {m.sum():6}  matches {y[m].mean():.2f}  right {np.mean(said[m] == (y[m] == 1)):.3f}  mean {p[m].mean():.3f}")


def write(fitted):
    table = collections.OrderedDict()
    for k, (terms, w) in enumerate(fitted):
        for term, v in zip(terms, w):
            table.setdefault(term, [0.0, 0.0, 0.0])[k] = v
    head = [line for line in open(WEIGHTS, encoding="utf-8") if line.startswith("#")]
    rows = [f"{t:34}" + "".join(f"{v:9.3f}" for v in row) + "\n" for t, row in table.items() if any(abs(v) >= 0.0005 for v in row)]
    WEIGHTS.write_text("".join(head) + "".join(rows), encoding="utf-8")


def read(path):
    with open(path, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def main():
    pairs, strangers = read(sys.argv[1]), read(sys.argv[2])
    names, kind, x = measure(pairs)
    _, stranger_kind, sx = measure(strangers)
    y = np.array([float(p["is_match"] in ("1", "true", "True")) for p in pairs])
    group = np.array([p["kind"] for p in pairs])
    part, stranger_part = (np.array([p["split"] == "train" for p in rows]) for rows in (pairs, strangers))
    met = np.unique([p["query"] + " " + p["entry"] for p in strangers], return_inverse=True)[1]
    query = np.array([int(p["query"]) for p in strangers])
    origin = np.array([p["kind"] for p in strangers])
    count = collections.Counter(group[part])
    weight = np.array([count.get(g, 1) ** -0.25 for g in group])
    weight /= weight[part].mean()
    fitted = []
    for k, title in enumerate(("persons", "organisations", "things")):
        m = part & (kind == k if k < 2 else kind >= 1)
        s = stranger_part & (stranger_kind == k)
        fitted.append(train((x[m], y[m], weight[m] * (1 if k < 2 else 1 + 4 * (kind[m] == 2))), (sx[s], met[s], query[s], origin[s]), names))
        h = ~part & (kind == k)
        report(f"{title} held out", score(x[h], names, *fitted[k]), y[h], group[h])
        h = ~stranger_part & (stranger_kind == k)
        if h.any():
            z = score(sx[h], names, *fitted[k])
            z = z[nearest(z, query[h])]
            said = 1 / (1 + np.exp(-z)) >= THRESHOLD
            print(f"{title}: {said.sum()} alarms at {THRESHOLD} on the held-out half of the strangers, {said.sum() / (query.max() / 2):.4f} a name")
    if "--write" in sys.argv:
        write(fitted)


if __name__ == "__main__":
    main()
