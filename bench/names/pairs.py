#!/usr/bin/env python3
"""How well `compare --csv` tells pairs of names apart: build/bench-names/pairs.csv, the part held out unless told, against scorers that anyone
can install, in one run.

    bench/names/pairs.py [heldout|train|all] [FILE.csv]      another file with columns schema,name1,name2,is_match (and kind)"""
import sys
import time
from collections import defaultdict

import letters
from common import can, peer, read_csv, say, scores_of, sets, table, threshold

BINS = 15


def confusion(scores, truth, at):
    tp = sum(s >= at and t for s, t in zip(scores, truth))
    fp = sum(s >= at and not t for s, t in zip(scores, truth))
    fn = sum(truth) - tp
    precision, recall = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def best(scores, truth):
    """(F1, threshold) where F1 is highest."""
    total, tp, top = sum(truth), 0, (0.0, 1.0)
    order = sorted(zip(scores, truth), reverse=True)
    for n, (s, t) in enumerate(order, 1):
        tp += t
        if n == len(order) or order[n][0] != s:
            top = max(top, (2 * tp / (n + total), s))
    return top


def bins(scores, truth):
    """(share of all, mean score, share that match) of each bin of scores."""
    held = defaultdict(list)
    for s, t in zip(scores, truth):
        held[min(int(s * BINS), BINS - 1)].append((s, t))
    for at in sorted(held):
        some = held[at]
        yield len(some), sum(s for s, _ in some) / len(some), sum(t for _, t in some) / len(some)


def calibration_error(scores, truth):
    return sum(n * abs(mean - share) for n, mean, share in bins(scores, truth)) / max(len(scores), 1)


def references():
    """{name: scores of pairs}"""
    found = {"Levenshtein ratio": lambda a, b: letters.ratio(a.lower(), b.lower())}
    fuzz = peer("rapidfuzz")
    if fuzz:
        from rapidfuzz import fuzz, utils
        for name in ("token_sort_ratio", "token_set_ratio", "WRatio"):
            found[f"rapidfuzz {name}"] = lambda a, b, f=getattr(fuzz, name): f(a, b, processor=utils.default_process) / 100
    return found


def timed(scorer, rows):
    begun = time.perf_counter()
    scores = scorer([(r["schema"], r["name1"], r["name2"]) for r in rows])
    return scores, (time.perf_counter() - begun) / len(rows)


def scorers():
    if can("compare"):
        yield "redthread", scores_of
    else:
        say("the program has no compare yet: references alone")
    for name, one in references().items():
        yield name, lambda rows, f=one: [f(a, b) for _, a, b in rows]


def overview(rows, truth, given):
    out, kept = [], {}
    for name, scorer in scorers():
        scores, each = timed(scorer, rows)
        kept[name] = scores
        at = given if name == "redthread" else 0.5
        top, where = best(scores, truth)
        out.append((name, *confusion(scores, truth, at), confusion(scores, truth, 0.5)[2], top, where, calibration_error(scores, truth), each * 1e6))
    table(["scorer", "precision", "recall", "F1", "F1 at 0.5", "best F1", "at", "calibration error", "us a pair"], out)
    return kept


def by_kind(rows, scores, truth, rival, at, rival_at):
    groups = defaultdict(list)
    for r, s, t, o in zip(rows, scores, truth, rival):
        groups[t, r.get("kind", "")].append((s, o))
    out = []
    for (t, kind), some in sorted(groups.items()):
        right, theirs = (sum((v >= line) == t for v in vs) / len(some) for vs, line in zip(zip(*some), (at, rival_at)))
        out.append((kind, "match" if t else "differ", len(some), right, sum(s for s, _ in some) / len(some), theirs))
    table(["kind", "truth", "pairs", "right", "mean score", "right, the best of the others at its best"], sorted(out, key=lambda r: (r[1], r[3])))


def by_schema(rows, scores, truth, at):
    out = []
    for schema in sorted({r["schema"] for r in rows}):
        some = [(s, t) for r, s, t in zip(rows, scores, truth) if r["schema"] == schema]
        s, t = zip(*some)
        out.append((schema, len(some), *confusion(s, t, at), best(s, t)[0], calibration_error(s, t)))
    table(["schema", "pairs", "precision", "recall", "F1", "best F1", "calibration error"], out)


def curve(scores, truth):
    total = len(scores)
    table(["mean score of bin", "share of pairs", "share that match"], [(f"{mean:.3f}", n / total, share) for n, mean, share in bins(scores, truth)])
    for t, word in ((True, "matches"), (False, "others")):
        some = [s for s, x in zip(scores, truth) if x == t]
        tenths = [sum(min(int(s * 10), 9) == d for s in some) / max(len(some), 1) for d in range(10)]
        print(f"{word} by tenth of the score: {' '.join(f'{v:.3f}' for v in tenths)}; exactly the highest score: {sum(s == max(scores) for s in some) / max(len(some), 1):.3f}")


def rows_of(args):
    rows = read_csv(args.pop()) if args and args[-1].endswith(".csv") else sets("pairs.csv")
    which = args[0] if args else "heldout"
    return [r for r in rows if which == "all" or r.get("split", which) == which]


def main():
    rows = rows_of(sys.argv[1:])
    truth = [r["is_match"].lower() in ("1", "true") for r in rows]
    given = threshold() if can("compare") else 0.5
    print(f"{len(rows)} pairs, {sum(truth) / len(rows):.0%} of them matches; the program's threshold {given}\n")
    kept = overview(rows, truth, given)
    ours, rival = kept.get("redthread"), kept[max((k for k in kept if k != "redthread"), key=lambda k: best(kept[k], truth)[0])]
    if ours:
        by_kind(rows, ours, truth, rival, given, best(rival, truth)[1])
        by_schema(rows, ours, truth, given)
        curve(ours, truth)


if __name__ == "__main__":
    main()
