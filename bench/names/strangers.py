#!/usr/bin/env python3
"""Pairs of strangers: ordinary names that are on no list, each with the names of the list entries that `screen` finds nearest.

    bench/names/strangers.py [--top K]      writes strangers.csv beside the other sets: query, entry, schema, name1, name2, is_match, kind, split

Which entries are found depends on the program that is measured, so the file is made anew before each training."""
import json
import sys
import zlib

from common import SETS, indexed, say, screened, sets, write_csv

CUTOFF = "0.003"


def names_of():
    """{id: names} of the list that is screened against."""
    found = {}
    with open(SETS / "ofac.ftm.json", encoding="utf-8") as f:
        for line in f:
            e = json.loads(line)
            found[e["id"]] = [v for k in ("name", "alias", "weakAlias") for v in e["properties"].get(k, [])]
    return found


def main():
    top = sys.argv[sys.argv.index("--top") + 1] if "--top" in sys.argv else "3"
    ordinary, names = sets("negatives.csv"), names_of()
    results, took = screened(indexed("ofac"), [(r["schema"], r["name"]) for r in ordinary], "--top", top, "--cutoff", CUTOFF)
    say(f"{len(ordinary)} names screened in {took:.1f} s")
    rows = []
    for n, (row, hits) in enumerate(zip(ordinary, results)):
        split = "train" if zlib.crc32(row["name"].encode()) % 2 else "held out"
        for hit in hits:
            rows += [(n, hit["id"], row["schema"], row["name"], name, 0, row["origin"], split) for name in names[hit["id"]]]
    write_csv(SETS / "strangers.csv", ["query", "entry", "schema", "name1", "name2", "is_match", "kind", "split"], rows)
    say(f"strangers.csv: {len(rows)} pairs")


if __name__ == "__main__":
    main()
