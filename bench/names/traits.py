#!/usr/bin/env python3
"""What is known beside the names: how often each case of data/names/traits.txt holds for people and organisations that are
one and for those that only have near names, and what the traits change, on the held-out half of trait_pairs.py and on the
entries of two lists that are known to be one or two (data/un_ofac.tsv).

    bench/names/traits.py"""
import math
import sys
from collections import Counter

import trait_pairs
from common import can, data_lines, table, threshold
from train_traits import rows

TWOS = 12000


def examples(all_of, pairs, answer):
    """(answer, logit of the names, logit of all, cases) of each pair."""
    for row in trait_pairs.compared(all_of, pairs):
        by_names, by_case = trait_pairs.parts(row)
        yield answer, by_names, by_names + sum(by_case.values()), set(by_case)


def others(all_of, ones):
    """A person of one list against everybody of the other who has a near name and is somebody else."""
    known, groups = {a for a, _ in ones}, trait_pairs.grouped(all_of, trait_pairs.near_keys)
    small = {k: ids for k, ids in groups.items() if len(ids) <= 60}
    return sorted({p for p in trait_pairs.across(small) if p[0] in known} - set(ones))


def known(all_of, schema):
    """What data/un_ofac.tsv knows of persons or of organisations."""
    rows_of = [r for r in data_lines("un_ofac.tsv") if r[0] in all_of and r[1] in all_of and all_of[r[0]]["schema"] == schema]
    for answer in ("1", "0"):
        yield from examples(all_of, [(r[0], r[1]) for r in rows_of if r[2] == answer], int(answer))


def odds_table(data):
    """m: of those that are one and of whom the feature can be compared, the share that the case holds for; u: of the others."""
    weights, counts, compared = rows(), Counter(), Counter()
    for answer, _, _, cases in data:
        for case in cases:
            counts[case, answer] += 1
        compared.update((f, answer) for f in {c.split()[0] for c in cases})
    lines = []
    for case, (weight, _) in weights.items():
        m, u = ((counts[case, y] + 0.5) / (compared[case.split()[0], y] + 1) for y in (1, 0))
        if counts[case, 1] + counts[case, 0] > 0:
            lines.append((case, counts[case, 1], counts[case, 0], m, u, math.log(m / u), weight))
    table(("case", "one", "two", "m", "u", "ln m/u", "weight"), lines)


def at(data, which, cut):
    """Precision, recall, F1 of logits from cut up."""
    right = sum(1 for d in data if d[0] and d[which] >= cut)
    wrong = sum(1 for d in data if not d[0] and d[which] >= cut)
    precision, recall = right / max(right + wrong, 1), right / max(sum(d[0] for d in data), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def loss(data, which):
    """Mean -ln of the chance that was given to what is true, both answers weighing the same."""
    of = {0: [], 1: []}
    for d in data:
        x = d[which] if d[0] else -d[which]
        of[d[0]].append(math.log1p(math.exp(-max(min(x, 30), -30))))
    return sum(sum(v) / max(len(v), 1) for v in of.values()) / 2


def score_table(of, data, cut):
    print(f"{of}: {sum(d[0] for d in data)} that are one, {sum(1 - d[0] for d in data)} that are two\n")
    lines = []
    for what, which in (("names alone", 1), ("with traits", 2)):
        best = max(sorted({d[which] for d in data if d[0]}), key=lambda x: at(data, which, x)[2])
        lines.append((what, *at(data, which, cut), at(data, which, best)[2], loss(data, which)))
    table((of, "precision", "recall", "F1", "best F1", "loss"), lines)


def main():
    if not can("compare"):
        sys.exit("skipped: the program has no command compare")
    all_of = trait_pairs.entities()
    ones = trait_pairs.ones(all_of)
    heldout = [p for p in ones if trait_pairs.half_of(p) == "heldout"]
    twos = [p for p in trait_pairs.twos(all_of, TWOS) if trait_pairs.half_of(p) == "heldout"]
    data = list(examples(all_of, ones, 1)) + list(examples(all_of, trait_pairs.twos(all_of, TWOS), 0))
    print(f"{sum(d[0] for d in data)} pairs that are one, {sum(1 - d[0] for d in data)} near names that are two\n")
    odds_table([d for d in data if d[1] > -4])
    cut = threshold()
    held = list(examples(all_of, heldout, 1)) + list(examples(all_of, twos + others(all_of, heldout), 0))
    logit = math.log(cut / (1 - cut))
    print(f"threshold {cut}\n")
    score_table("held out", held, logit)
    for schema in ("Person", "Organization"):
        score_table(f"two lists: {schema}", list(known(all_of, schema)), logit)


if __name__ == "__main__":
    main()
