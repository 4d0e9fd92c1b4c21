#!/usr/bin/env python3
"""Single names in two scripts (../shared/data/names, the dev part): how many score above the threshold with their pair, and how many random pairs do.

    bench/names/scripts.py [MOST]      so many pairs of a script (3,000 unless told)"""
import random
import sys

import native
from common import can, say, scores_of, table, threshold


def drawn(script, part, most):
    """Pairs, and as many that are none: each with the other script's word of another name."""
    rnd = random.Random(17)
    rows = [(latin.title(), other) for latin, other, _ in native.pairs(script, part)]
    rows = rnd.sample(rows, min(most, len(rows)))
    strangers = [other for _, other in rows[1:] + rows[:1]]
    known = set(rows)
    return rows, [(latin, other) for (latin, _), other in zip(rows, strangers) if (latin, other) not in known]


def above(pairs, at):
    scores = scores_of([("Person", a, b) for a, b in pairs])
    return sum(s >= at for s in scores) / len(scores), sum(scores) / len(scores)


def main():
    if not can("compare"):
        say("the program has no compare yet: skipped")
        return
    most, at, rows = int(sys.argv[1]) if len(sys.argv) > 1 else 3000, threshold(), []
    for script in native.FILES:
        pairs, others = drawn(script, "dev", most)
        if pairs:
            (found, mean), (wrong, low) = above(pairs, at), above(others, at)
            rows.append((script, len(pairs), found, mean, wrong, low))
    print(f"threshold {at}; the pairs are mined, and some of them are wrong\n")
    table(["script", "pairs", "above the threshold", "mean score", "random pairs above", "their mean score"], rows)


if __name__ == "__main__":
    main()
