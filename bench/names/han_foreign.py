#!/usr/bin/python3
"""Writes data/names/scripts/han-foreign.txt: the Han letters with which Chinese writes foreign names.

    bench/names/han_foreign.py > data/names/scripts/han-foreign.txt

They are the most frequent ones of the Chinese pairs in ../shared/data/names, as many as make up SHARE of all their letters.
"""
import collections
import gzip
import pathlib

PAIRS = pathlib.Path(__file__).resolve().parents[3] / "shared/data/names/wikidata-chinese-train.tsv.gz"
SHARE = 0.96
A_LINE = 40


def main():
    with gzip.open(PAIRS, "rt", encoding="utf-8") as f:
        counts = collections.Counter(c for line in f for c in line.split("\t")[1].split() if "\u4e00" <= c <= "\u9fff")
    found, seen = [], 0
    for c, n in counts.most_common():
        if seen >= SHARE * counts.total():
            break
        found.append(c)
        seen += n
    print("# Han letters with which Chinese writes foreign names, the most frequent first. Written by bench/names/han_foreign.py from names in two\n"
          "# scripts, mined from Wikidata.\n")
    for i in range(0, len(found), A_LINE):
        print("".join(found[i:i + A_LINE]))


if __name__ == "__main__":
    main()
