#!/usr/bin/env python3
"""Makes the development sets into build/bench-names/, from the lists of examples/ and the pairs of scripts beside the checkout; the same each time.

    bench/names/make_sets.py [SET...]      sets: pairs, negatives, queries"""
import sys

import differs
import lists
import matches
import negatives
import people
import queries
from common import SETS, chance, data_lines, say, split_of, write_csv


def couples(ofac, un):
    """What data/un_ofac.tsv says of entries of the two lists: ([(UN's, OFAC's)] that are one, that are two)."""
    by_id = {e.id: e for e in ofac + un}
    one, two = [], []
    for a, b, same, _ in data_lines("un_ofac.tsv"):
        (one if same == "1" else two).append((by_id[a], by_id[b]))
    return one, two


def pairs():
    ofac, un = lists.ofac(), lists.un()
    one, two = couples(ofac, un)
    same = {a.id: b.id for a, b in one}
    entries = [e for e in ofac + un if e.id not in same] + list(people.entries())
    sides = {e.id: split_of(same.get(e.id, e.id)) for e in entries + un}
    bases = [(e.id, e.schema, n) for e in entries for n in dict.fromkeys(e.names()) if len(n) > 3 and n.isascii()]
    for which, part in (("train", "train"), ("heldout", "dev")):
        mine = [e for e in entries if sides[e.id] == which]
        some = [b for b in bases if sides[b[0]] == which]
        mates = [(a, b) for a, b in one if sides[a.id] == which]
        near = [(a, b) for a, b in two if sides[a.id] == sides[b.id] == which]
        found = [(s, a, b, 1, k) for _, s, a, b, k in matches.all_matches(mine, some, mates, part)]
        found += [(s, a, b, 0, k) for _, _, s, a, b, k in differs.all_differing(mine, some, near, part)]
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


def make_negatives():
    rows = list(negatives.negatives(lists.ofac() + lists.un()))
    write_csv(SETS / "negatives.csv", ["schema", "name", "origin"], [("Person", name, origin) for name, origin in rows])
    say(f"negatives.csv: {len(rows)} ordinary names of {len({o for _, o in rows})} origins")


def make_queries():
    say(f"queries.csv: {queries.write_queries()} queries for ofac.ftm.json, un.ftm.json, made.ftm.json")


MAKERS = {"pairs": make_pairs, "negatives": make_negatives, "queries": make_queries}


def main():
    for name in sys.argv[1:] or MAKERS:
        MAKERS[name]()


if __name__ == "__main__":
    main()
