#!/usr/bin/env python3
"""Makes the development sets into build/bench-names/, from the lists of examples/ and the pairs of scripts beside the checkout; the same each time.

    bench/names/make_sets.py [SET...]      sets: pairs"""
import sys
from collections import Counter

import differs
import lists
import matches
from common import SETS, chance, say, split_of, write_csv


def couples(ofac, un):
    """The same under both lists, by a shared identity number: (UN's, OFAC's)."""
    by_number = {n: e for e in ofac if e.schema == "Person" for n in e.numbers if len(n) > 5}
    for e in un:
        mates = {by_number[n].id: by_number[n] for n in e.numbers if n in by_number}
        if e.schema == "Person" and len(mates) == 1:
            yield e, next(iter(mates.values()))


def pairs():
    ofac, un = lists.ofac(), lists.un()
    known = list(couples(ofac, un))
    same = {a.id: b.id for a, b in known}
    entries = [e for e in ofac + un if e.id not in same]
    bases = [(e.id, e.schema, n) for e in entries for n in dict.fromkeys(e.names()) if len(n) > 3 and n.isascii()]
    half = {"train": [], "heldout": []}
    for which, found in half.items():
        mine = [e for e in entries if split_of(e.id) == which]
        some = [b for b in bases if split_of(b[0]) == which]
        mates = [(a, b) for a, b in known if split_of(b.id) == which]
        found += [(s, a, b, 1, k) for _, s, a, b, k in matches.all_matches(mine, some, mates)]
        found += [(s, a, b, 0, k) for _, _, s, a, b, k in differs.all_differing(mine, some)]
    for which, found in half.items():
        yield from arranged(which, found)


def arranged(which, rows):
    """In no order, either name first, each pair once; a pair that stands under both answers is dropped."""
    rnd, answers = chance("arranged", which), {}
    for row in rows:
        answers.setdefault(frozenset((row[1], row[2])), set()).add(row[3])
    rnd.shuffle(rows)
    for schema, a, b, match, kind in rows:
        if a == b or len(answers.pop(frozenset((a, b)), "both")) != 1:
            continue
        a, b = (a, b) if rnd.random() < 0.5 else (b, a)
        yield schema, a, b, match, kind, which


def make_pairs():
    rows = list(pairs())
    write_csv(SETS / "pairs.csv", ["schema", "name1", "name2", "is_match", "kind", "split"], rows)
    matching = sum(r[3] for r in rows)
    say(f"pairs.csv: {len(rows)} pairs, {matching / len(rows):.0%} of them matches, {sum(r[5] == 'train' for r in rows)} to train on")
    return Counter((r[3], r[4]) for r in rows)


MAKERS = {"pairs": make_pairs}


def main():
    for name in sys.argv[1:] or MAKERS:
        MAKERS[name]()


if __name__ == "__main__":
    main()
