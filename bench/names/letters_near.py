#!/usr/bin/python3
"""How near the readings of src/names/letters.h are to the Latin names that stand beside names in other scripts.

    bench/names/letters_near.py [train|dev]

Reads ../shared/data/names and runs build/tests/letters_cat. Two names are as near as 1 minus their edit distance over the longer's
length. "consonants": the share of pairs whose consonants are the same, vowels and doubled letters aside.
"""
import gzip
import pathlib
import re
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
PAIRS = TOP.parent / "shared/data/names"
MOST = 6000  # pairs of a script


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


def near(a, b):
    return 1 - distance(a, b) / max(len(a), len(b), 1)


def consonants(name):
    """What a name keeps when it goes through a script: classes of consonants, without vowels."""
    for old, new in (("ph", "f"), ("sch", "s"), ("sh", "s"), ("ch", "k"), ("kh", "k"), ("th", "t"), ("ck", "k"), ("x", "ks"), ("zh", "z"), ("gh", "g"), ("tz", "ts")):
        name = name.replace(old, new)
    name = name.translate(str.maketrans("cqwvjlbpdz", "kkffyrppts"))
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiouyh]", "", name))


def read(names):
    """Joined readings of each name: [[first, ...], ...]."""
    run = subprocess.run([TOP / "build/tests/letters_cat"], input="\n".join(names) + "\n", capture_output=True, text=True, check=True)
    found = []
    for line in run.stdout.split("\n")[:len(names)]:
        tokens = [t.split(" ")[0].split("|") for t in line.split("\t") if t]
        found.append(["".join(t[min(k, len(t) - 1)] for t in tokens) for k in range(3)])
    return found


def main():
    part = sys.argv[1] if len(sys.argv) > 1 else "dev"
    paths = sorted(PAIRS.glob(f"wikidata-*-{part}.tsv.gz"))
    if not paths:
        sys.exit(f"no pairs in {PAIRS}")
    print(f"{'script':10} {'pairs':>6} {'first':>6} {'best':>6} {'consonants':>10}")
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as f:
            rows = [line.rstrip("\n").split("\t") for line in f][:MOST]
        latin = read([r[0] for r in rows])
        other = read([r[1].replace(" ", "") for r in rows])
        first = sum(near(b[0], a[0]) for a, b in zip(latin, other)) / len(rows)
        best = sum(max(near(x, a[0]) for x in b) for a, b in zip(latin, other)) / len(rows)
        same = sum(any(consonants(x) == consonants(a[0]) for x in b) for a, b in zip(latin, other)) / len(rows)
        print(f"{path.name.split('-')[1]:10} {len(rows):6} {first:6.3f} {best:6.3f} {same:10.3f}")


if __name__ == "__main__":
    main()
