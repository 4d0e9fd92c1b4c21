#!/usr/bin/env python3
"""Fits data/names/traits.txt to the pairs of trait_pairs.py, and makes data/names/countries.txt.

    bench/names/train_traits.py [--write]      says what it would write; --write does it

A logistic regression on top of the logit that the names give, which stays as it is: weight times what the case measures.
Each weight is pulled towards the one by hand, as by PULL pairs; a case that hardly occurs stays where a person put it."""
import math
import re
import sys
from collections import Counter, defaultdict

import trait_pairs
from common import TOP, say

TRAITS = TOP / "data/names/traits.txt"
COUNTRIES = TOP / "data/names/countries.txt"
ROW = re.compile(r"^([a-z]\S*)(\s+)(\S+)(\s+)(-?[\d.]+)(\s+)(-?[\d.]+)(.*)$")
HAND_ONLY = ("number", "schema", "names", "lift")  # that numbers are equal is how pairs that are one are found
PULL = 40  # strong: OFAC often copies what the UN writes, so these lists agree more than others would
TWOS = 12000
NEAR = -4.0  # names with less are never asked for their traits

# Millions of people, as generally known; countries that are not named have about half of one.
PEOPLE = """in 1430 cn 1410 us 335 id 277 pk 240 ng 223 br 215 bd 172 ru 144 mx 128 jp 124 et 125 ph 117 eg 111 cd 102 vn 99 ir 89
tr 85 de 84 th 70 gb 68 tz 66 fr 66 za 60 it 59 ke 55 mm 54 co 52 kr 52 ug 48 sd 48 es 48 ar 46 dz 45 iq 45 af 42 ca 39 pl 38
ua 38 ma 37 ao 36 sa 36 uz 35 my 34 pe 34 ye 34 gh 33 mz 33 np 31 mg 30 ci 29 cm 28 ve 28 ne 27 au 26 kp 26 tw 24 bf 23 ml 23
sy 23 lk 22 cl 20 kz 20 mw 20 zm 20 ro 19 ec 18 gt 18 nl 18 sn 18 so 18 td 18 kh 17 zw 16 gn 14 rw 14 bi 13 bj 13 be 12 bo 12
ht 12 tn 12 cu 11 do 11 jo 11 se 11 ss 11 az 10 cz 10 gr 10 hn 10 hu 10 pg 10 pt 10 tj 10 ae 9 at 9 by 9 ch 9 il 9 tg 9 sl 8
hk 7 kg 7 la 7 ly 7 ni 7 py 7 bg 7 rs 7 dk 6 cg 6 sg 6 sv 6 tm 6 cf 5 cr 5 fi 5 ie 5 lb 5 lr 5 mr 5 no 5 nz 5 om 5 ps 5 sk 5
er 4 ge 4 hr 4 kw 4 pa 4 al 3 am 3 ba 3 gm 3 jm 3 lt 3 md 3 mn 3 na 3 qa 3 uy 3 bh 2 bw 2 ga 2 gq 2 gw 2 lv 2 ls 2 mk 2 si 2
xk 2 cy 1 ee 1 mu 1 tl 1 tt 1"""


def rows():
    """{case: (weight, by hand)} of the file."""
    found = {}
    for line in TRAITS.read_text(encoding="utf-8").splitlines():
        m = ROW.match(line)
        if m:
            found[f"{m[1]} {m[3]}"] = (float(m[5]), float(m[7]))
    return found


def examples(all_of, pairs, answer, weights):
    """(logit of the names, {case: what it measures}, answer) of the near names."""
    for row in trait_pairs.compared(all_of, pairs):
        by_names, by_case = trait_pairs.parts(row)
        values = {c: s / weights[c][0] for c, s in by_case.items() if c in weights and c.split()[0] not in HAND_ONLY}
        if by_names > NEAR:
            yield by_names, values, answer


def sigmoid(x):
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


def balance(data):
    """What is added to the names' logit so that it is right on these pairs: they are mixed otherwise than the world is."""
    low, high = -20.0, 20.0
    wanted = sum(y for _, _, y in data)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(sigmoid(n + middle) for n, _, _ in data) < wanted else (low, middle)
    return low


def fit(data, weights, rounds=60):
    """Newton's steps, one weight at a time."""
    w = {c: hand for c, (_, hand) in weights.items() if c.split()[0] not in HAND_ONLY}
    hand, shift = dict(w), balance(data)
    at = [n + shift + sum(w[c] * v for c, v in x.items()) for n, x, _ in data]
    having = defaultdict(list)
    for i, (_, x, _) in enumerate(data):
        for c, v in x.items():
            having[c].append((i, v))
    for _ in range(rounds):
        for c, found in having.items():
            pull = PULL / 4 * sum(v * v for _, v in found) / len(found)
            slope, bend = -pull * (w[c] - hand[c]), pull
            for i, v in found:
                p = sigmoid(at[i])
                slope += (data[i][2] - p) * v
                bend += p * (1 - p) * v * v
            step = max(-0.5, min(0.5, slope / bend))
            w[c] += step
            for i, v in found:
                at[i] += step * v
    return w, shift


def kept(weight, hand):
    """No weight of the file is 0, nor has another sign than a person would give it."""
    return max(weight, 0.02) if hand > 0 else min(weight, -0.02)


def write(fitted):
    lines = []
    for line in TRAITS.read_text(encoding="utf-8").splitlines():
        m = ROW.match(line)
        if m and f"{m[1]} {m[3]}" in fitted:
            weight = f"{kept(fitted[f'{m[1]} {m[3]}'], float(m[7])):.2f}"
            line = f"{m[1]:12} {m[3]:13} {weight:>6} {m[7]:>6}{m[8]}"
        lines.append(line)
    TRAITS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def shares(all_of):
    """{code: share}: half that of those on the lists, half that of people."""
    numbers = PEOPLE.split()
    people = dict(zip(numbers[::2], map(float, numbers[1::2])))
    listed = Counter(c for e in all_of.values() for c in {c for p in ("nationality", "citizenship", "country", "jurisdiction")
                                                          for c in e["properties"].get(p, [])})
    return {c: 0.5 * people.get(c, 0.5) / sum(people.values()) + 0.5 * (listed[c] + 0.5) / sum(listed.values())
            for c in sorted(set(people) | set(listed))}


def write_countries(all_of):
    text = COUNTRIES.read_text(encoding="utf-8")
    head = text[:text.index("\n\n") + 2]
    lines = [f"{c:8} {-math.log(s):5.2f}" for c, s in shares(all_of).items() if s > 5e-4]
    COUNTRIES.write_text(head + "\n".join(lines) + f"\n{'*':8} {-math.log(4e-4):5.2f}\n", encoding="utf-8")


def main():
    all_of, weights = trait_pairs.entities(), rows()
    ones = [p for p in trait_pairs.ones(all_of) if trait_pairs.half_of(p) == "train"]
    twos = [p for p in trait_pairs.twos(all_of, TWOS) if trait_pairs.half_of(p) == "train"]
    data = [*examples(all_of, ones, 1, weights), *examples(all_of, twos, 0, weights)]
    fitted, shift = fit(data, weights)
    counts = Counter((c, y) for _, x, y in data for c in x)
    say(f"{sum(y for *_, y in data)} that are one, {sum(1 - y for *_, y in data)} that are two; shift {shift:.2f}")
    for case, weight in fitted.items():
        say(f"{case:22} {counts[case, 1]:5} {counts[case, 0]:6}  {weights[case][1]:6.2f} -> {kept(weight, weights[case][1]):6.2f}")
    if "--write" in sys.argv:
        write(fitted)
        write_countries(all_of)


if __name__ == "__main__":
    main()
