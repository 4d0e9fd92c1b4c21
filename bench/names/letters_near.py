#!/usr/bin/python3
"""How near the readings of src/names/letters.h are to the Latin names that stand beside names in other scripts.

    bench/names/letters_near.py [train|dev]

Reads ../shared/data/names and runs build/tests/letters_cat. Two names are as near as 1 minus their edit distance over the longer's
length. "consonants": the share of pairs whose consonants are the same, vowels and doubled letters aside.
"""
import re
import sys

import native
from common import TOP
from letters import ratio
from train_letters import read_names

MOST = 6000  # pairs of a script


def consonants(name):
    """What a name keeps when it goes through a script: classes of consonants, without vowels."""
    for old, new in (("ph", "f"), ("sch", "s"), ("sh", "s"), ("ch", "k"), ("kh", "k"), ("th", "t"), ("ck", "k"), ("x", "ks"), ("zh", "z"), ("gh", "g"), ("tz", "ts")):
        name = name.replace(old, new)
    name = name.translate(str.maketrans("cqwvjlbpdz", "kkffyrppts"))
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiouyh]", "", name))


def readings(names):
    """Of each name, its words as one."""
    return [found or [""] for _, found, _ in read_names(TOP / "build/tests/letters_cat", names)]


def main():
    part = sys.argv[1] if len(sys.argv) > 1 else "dev"
    print(f"{'script':10} {'pairs':>6} {'first':>6} {'best':>6} {'consonants':>10}")
    for script in native.FILES:
        rows = native.pairs(script, part)[:MOST]
        if not rows:
            continue
        latin, other = (readings([r[k] for r in rows]) for k in (0, 1))
        pairs = [(a[0], b) for a, b in zip(latin, other)]
        first = sum(ratio(b[0], a) for a, b in pairs) / len(rows)
        best = sum(max(ratio(x, a) for x in b) for a, b in pairs) / len(rows)
        same = sum(any(consonants(x) == consonants(a) for x in b) for a, b in pairs) / len(rows)
        print(f"{script:10} {len(rows):6} {first:6.3f} {best:6.3f} {same:10.3f}")


if __name__ == "__main__":
    main()
