#!/usr/bin/env python3
"""How well `screen` finds whom a name means in a list, and how often it finds somebody for people who are on none.

    bench/names/screen.py [recall] [alarms] [fair] [candidates]      all of them unless told"""
import random
import sys
from collections import defaultdict

from common import SETS, can, indexed, say, screened, sets, table, threshold


def groups_of(rows, *columns):
    found = defaultdict(list)
    for row in rows:
        found[tuple(row[c] for c in columns)].append(row)
    return dict(sorted(found.items()))


def judge(rows, results):
    """Puts into each row: at which place the right entry stands (0: not at all), its score, and the best wrong score."""
    for row, hits in zip(rows, results):
        right = set(row["right"].split())
        row["place"] = next((n for n, h in enumerate(hits, 1) if h["id"] in right), 0)
        row["score"] = hits[row["place"] - 1]["score"] if row["place"] else 0.0
    return rows


def searched(rows):
    """The rows of queries.csv with what the program says of each."""
    for (name,), some in groups_of(rows, "list").items():
        results, took = screened(indexed(name), [(r["schema"], r["name"]) for r in some], "--top", "10", "--cutoff", "0.05")
        say(f"{name}: {len(some)} queries, {took:.1f} s")
        judge(some, results)
    return rows


def shares(some, at):
    n = len(some)
    return n, sum(r["score"] >= at for r in some) / n, sum(r["place"] == 1 for r in some) / n, sum(r["place"] > 0 for r in some) / n


FIGURES = ["queries", "recall at the threshold", "R@1", "R@10"]


def recall(at):
    rows = searched([r for r in sets("queries.csv") if r["set"] != "made, one thing"])
    print("a.k.a.s whose own string is not in the list, by how many words of them are in the names that are:")
    table(["a.k.a.s", *FIGURES], [(f"{k[0]}: {k[1]}", *shares(some, at)) for k, some in groups_of(rows, "set", "shared").items() if k[0] in ("aka", "two lists")])
    some = [r for r in rows if r["set"] in ("aka", "two lists") and r["shared"] != "none"]
    table(["those that share a word", *FIGURES], [(k[0], *shares(s, at)) for k, s in groups_of(some, "set").items()])
    for which in ("known, one thing", "aka, one thing", "known, two things", "script", "original"):
        some = [r for r in rows if r["set"] == which]
        found = [(k[0], *shares(s, at)) for k, s in groups_of(some, "kind").items()]
        table([which, *FIGURES], sorted(found, key=lambda f: f[2]) + [("all of them", *shares(some, at))])
    parts = [(f"{k[0]}, {k[1]}", *shares(s, at)) for k, s in groups_of([r for r in rows if r["set"] == "known, one thing"], "set", "schema").items()]
    table(["by schema", *FIGURES], parts)


def alarmed(at):
    """The ordinary names with what they are found to be."""
    rows = sets("negatives.csv")
    results, took = screened(indexed("ofac"), [(r["schema"], r["name"]) for r in rows], "--top", "1", "--cutoff", "0.3")
    say(f"negatives: {len(rows)} queries, {took:.1f} s")
    for row, hits in zip(rows, results):
        row["score"], row["caption"] = (hits[0]["score"], hits[0]["caption"]) if hits else (0.0, "")
    return rows


def alarms(at):
    rows = alarmed(at)
    table(["threshold", "ordinary names found to be on the list", "one in"],
          [(f"{t:.2f}", found, f"{1 / found:.0f}" if found else "-") for t in sorted({at, 0.5, 0.6, 0.7, 0.8, 0.9}) for found in [sum(r["score"] >= t for r in rows) / len(rows)]])
    by_origin([(o, len(some), sum(r["score"] >= at for r in some) / len(some)) for (o,), some in groups_of(rows, "origin").items()], "false alarms")
    worst = sorted((r for r in rows if r["score"] >= at), key=lambda r: -r["score"])
    for row in random.Random(5).sample(worst, min(20, len(worst))):
        print(f"    {row['score']:.2f} {row['name']} ({row['origin']}) ~ {row['caption']}")
    print()


def by_origin(rows, what):
    """A table of shares by origin against the average of origins."""
    average = sum(share for _, _, share in rows) / max(len(rows), 1)
    table(["origin", "names", what, "times the average"],
          [(o, n, f"{share:.4f}", f"{share / average:.2f}" if average else "-") for o, n, share in sorted(rows, key=lambda r: -r[2])])
    print(f"average of {len(rows)} origins: {average:.4f}; above 1.5 times: {sum(share > 1.5 * average for _, _, share in rows)}\n")


def fair(at):
    """Misses by region; false alarms by origin are in `alarms`."""
    rows = searched([r for r in sets("queries.csv") if r["set"] == "made, one thing"])
    by_origin([(region, len(some), sum(r["score"] < at for r in some) / len(some)) for (region,), some in groups_of(rows, "kind").items()], "missed")


def candidates(at, of_each=300):
    """Of what a comparison with every entry finds, how much the index proposes: of the right entries, of the best ones, of all."""
    rows = []
    for some in groups_of([r for r in sets("queries.csv") if r["list"] == "ofac"], "set").values():
        rows += random.Random(3).sample(some, min(of_each, len(some)))
    queries = [(r["schema"], r["name"]) for r in rows]
    fast, quick = screened(indexed("ofac"), queries, "--top", "10", "--cutoff", "0.5")
    every, slow = screened(indexed("ofac"), queries, "--top", "10", "--cutoff", "0.5", "--exhaustive")
    got = {(n, h["id"]) for n, hits in enumerate(fast) for h in hits}
    found = []
    for line in sorted({0.5, at}):
        wanted = [(n, h["id"]) for n, hits in enumerate(every) for h in hits if h["score"] >= line]
        right = [(n, i) for n, i in wanted if i in rows[n]["right"].split()]
        best = [(n, hits[0]["id"]) for n, hits in enumerate(every) if hits and hits[0]["score"] >= line]
        found.append((f"{line:.2f}", *(f for some in (right, best, wanted) for f in (len(some), sum(w in got for w in some) / max(len(some), 1)))))
    table(["scores from", "right entries that the scan finds", "of them by the index", "its best ones", "of them", "all it finds", "of them"], found)
    print(f"{len(queries)} queries: {quick:.2f} s by the index, {slow:.2f} s by the scan\n")


PARTS = {"recall": recall, "alarms": alarms, "fair": fair, "candidates": candidates}


def main():
    if not can("screen"):
        say("the program has no screen yet: skipped")
        return
    at = threshold()
    print(f"threshold {at}; sets in {SETS.name}\n")
    for name in sys.argv[1:] or PARTS:
        PARTS[name](at)


if __name__ == "__main__":
    main()
