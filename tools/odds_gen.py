#!/usr/bin/python3
"""Writes the odds of letters as constant C tables (see src/names/odds.h).

    odds_gen.py FOLDER OUT.c DEPFILE

FOLDER/typing.txt says what typing errors cost, scale.txt how a script's costs become nats (see odds.h). Every other file is
a table, named by its script: "unit TAB unit TAB cost" a line, the script's letters left, Latin ones right. A unit has one or
two letters; "-" is none, ( and ) are the word's edges. In latin.txt a line holds in both directions.

Costs are kept in 1/256 nat for units of one letter (the lower four bits count typing errors) and in 1/16 nat for units
of two.
"""
import os

from readable import SCRIPTS, Wrong, main, write_depfile

NEVER = 0x7FFF
ENUM = {s: f"RT_{s.upper()}" for s in SCRIPTS}
EDGE = "\0"
LATIN = EDGE + "abcdefghijklmnopqrstuvwxyz"
VOWELS = "aeiouy"


def rows(path):
    """[(line number, [three fields])] of a table."""
    out = []
    with open(path, encoding="utf-8") as f:
        for n, line in enumerate(f, 1):
            if line.startswith("# ") or line.strip() in ("", "#"):
                continue
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 3:
                raise Wrong(f"{path}:{n}: expected three fields")
            try:
                fields[2] = float(fields[2])
            except ValueError as e:
                raise Wrong(f"{path}:{n}: \"{fields[2]}\" is no cost") from e
            if not 0 <= fields[2] < 16:
                raise Wrong(f"{path}:{n}: a cost should be at least 0 and below 16")
            out.append((n, fields))
    return out


class Typing:
    """What typing errors cost."""

    def __init__(self, path):
        self.cost, self.keys = {}, []
        for n, (kind, detail, cost) in rows(path):
            if kind == "keys":
                self.keys.append(detail)
            elif kind in ("other", "near", "vowel", "lost", "swap", "first", "double"):
                self.cost[kind] = cost
            else:
                raise Wrong(f"{path}:{n}: unknown kind \"{kind}\"")
        self.place = {c: (y, x + y / 2) for y, row in enumerate(self.keys) for x, c in enumerate(row)}

    def change(self, a, b):
        if a == b:
            return 0.0
        if a in VOWELS and b in VOWELS:
            return self.cost["vowel"]
        (ya, xa), (yb, xb) = self.place[a], self.place[b]
        return self.cost["near"] if abs(ya - yb) <= 1 and abs(xa - xb) <= 1 else self.cost["other"]


SCALE = {"slope": 1.0, "letter": 0.0, "base": 0.0, "floor": 0.0}


def read_scales(path):
    """{script: how its costs become nats}."""
    scales = {s: dict(SCALE) for s in SCRIPTS}
    for n, (script, kind, value) in rows(path):
        if script not in scales or kind not in SCALE:
            raise Wrong(f"{path}:{n}: unknown \"{script} {kind}\"")
        if kind == "slope" and value <= 0:
            raise Wrong(f"{path}:{n}: a slope should be above 0")
        scales[script][kind] = value
    return scales


RARER = "eaionrtslhdmukcygbvpfjwzxq"
LEVELS = 8


def ways_of(units, typing):
    """{letter: {a letter that the other side must have, or "": least cost}} where the other side has not the letter
    itself: of each unit, the share of a letter, and of the letters it asks for the rarest."""
    ways = {c: {d: typing.change(c, d) for d in LATIN[1:] if d != c} | {"": typing.cost["lost"]} for c in LATIN[1:]}
    for (a, b), cost in units.items():
        only, needs = set(a) - set(b) - {EDGE}, set(b) - {EDGE}
        need = max(needs, key=RARER.index) if needs else ""
        for c in only & ways.keys():
            ways[c][need] = min(ways[c].get(need, 99), cost / len(only))
    return ways


def levels_of(ways):
    """[(cost, letters by which it costs no more)] by rising cost, the dearest for all; of costs near to each other the
    least."""
    always = int(ways[""] * 16)
    by_cost = {}
    for need, cost in ways.items():
        if need and int(cost * 16) < always:
            by_cost.setdefault(int(cost * 16), set()).add(need)
    costs = sorted(by_cost)
    while len(costs) > LEVELS:
        k = min(range(1, len(costs)), key=lambda i: costs[i] - costs[i - 1])
        by_cost[costs[k - 1]] |= by_cost.pop(costs[k])
        del costs[k]
    levels, letters = [], set()
    for cost in costs:
        letters |= by_cost[cost]
        levels.append((cost, sum(1 << ord(c) - ord("a") for c in letters)))
    letters_of_all = levels[-1][1] if levels else 0
    return levels + [(always, letters_of_all)] * (LEVELS + 1 - len(levels))


def least_of(units, typing):
    """What a letter of a-z costs at least where the other side has it nowhere, as C."""
    ways = ways_of(units, typing)
    all_levels = [levels_of(ways[c]) for c in LATIN[1:]]
    return ["{{" + ", ".join(f"{m:#x}" for _, m in levels[:LEVELS]) + "}, {" + ", ".join(str(c) for c, _ in levels) + "}}"
            for levels in all_levels]


def unit(path, n, text, alphabet):
    if text == "-":
        return ""
    text = text.replace("(", EDGE).replace(")", EDGE)
    if not 1 <= len(text) <= 2:
        raise Wrong(f"{path}:{n}: a unit has one or two letters")
    for c in text:
        if c not in alphabet:
            raise Wrong(f"{path}:{n}: \"{c}\" is no letter here")
    return text


def read_units(path, latin):
    """{(left, right): cost} of a file, and its left alphabet."""
    data = rows(path)
    left = LATIN if latin else EDGE + "".join(sorted({c for _, (a, _, _) in data for c in a} - set("()-")))
    units = {}
    for n, (a, b, cost) in data:
        key = unit(path, n, a, left), unit(path, n, b, LATIN)
        if key == ("", "") or (len(key[0]), len(key[1])) in ((0, 2), (2, 0)):
            raise Wrong(f"{path}:{n}: one side has nothing, the other not one letter")
        for k in {key, key[::-1]} if latin else {key}:
            if k in units:
                raise Wrong(f"{path}:{n}: {a} and {b} stand twice")
            units[k] = cost
    return units, left


def fine(cost, typo=0):
    return NEVER if cost is None else (round(cost * 16) << 4) | typo


def pick(units, key, typing_cost):
    """Cost of a unit of one letter: the odds, or a typing error where that is likelier."""
    learnt = units.get(key)
    if typing_cost is not None and (learnt is None or typing_cost < learnt):
        return fine(typing_cost, 1 if typing_cost > 0 else 0)
    return fine(learnt)


def ones(units, left, typing, latin):
    """The tables of one letter: [left][right], left alone, right alone; the last index of each is an unknown letter."""
    def typo(a, b):
        if EDGE in (a, b):
            return 0.0 if a == b else None
        return typing.change(a, b) if latin else typing.cost["other"]
    lost = typing.cost["lost"]
    table = [[pick(units, (a, b), typo(a, b)) for b in LATIN] + [NEVER] for a in left]
    table.append([NEVER] * len(LATIN) + [0])
    alone = [NEVER if a == EDGE else pick(units, (a, ""), lost) for a in left] + [NEVER]
    return table, alone, [NEVER if b == EDGE else pick(units, ("", b), lost) for b in LATIN] + [NEVER]


def pair_ids(path, pairs):
    ids = {p: i + 1 for i, p in enumerate(sorted(p for p in pairs if len(p) == 2))}
    if len(ids) > 255:
        raise Wrong(f"{path}:1: {len(ids)} units of two letters, at most 255 can be kept")
    return ids


def coarse(units, lefts, rights):
    """[left][right] in 1/16 nat; index 0 and what no unit names is 255."""
    return [[255 if a is None or b is None or (a, b) not in units else round(units[a, b] * 16) for b in rights]
            for a in lefts]


def ids_table(alphabet, ids):
    size = len(alphabet) + 1
    return [[ids.get(a + b, 0) if a and b else 0 for b in [*alphabet, ""]] for a in [*alphabet, ""]], size


def c_table(f, kind, name, values):
    flat = [v for row in values for v in (row if isinstance(row, list) else [row])]
    f.write(f"static const {kind} {name}[] = {{\n")
    for i in range(0, len(flat), 24):
        f.write("    " + ", ".join(map(str, flat[i:i + 24])) + ",\n")
    f.write("};\n")


def c_alphabet(alphabet):
    places = {c: i for i, c in enumerate(alphabet)}
    return "{" + ", ".join(str(places.get(chr(c), len(alphabet)) if chr(c) != EDGE else len(alphabet)) for c in range(128)) + "}"


def write_odds(f, path, script, typing, scale):
    latin = script == "latin"
    units, left = read_units(path, latin)
    if latin:
        for c in LATIN[1:]:
            double = min(typing.cost["double"], units.get((c, c + c), 99))
            units[c, c + c] = units[c + c, c] = double
    left_ids, right_ids = pair_ids(path, {a for a, _ in units}), pair_ids(path, {b for _, b in units})
    table, alone, right_alone = ones(units, left, typing, latin)
    lefts, rights = [*left, None], [*LATIN, None]
    left_pairs, right_pairs = [None, *left_ids], [None, *right_ids]
    c_table(f, "uint16_t", f"{script}_one", table)
    c_table(f, "uint16_t", f"{script}_left_alone", alone)
    c_table(f, "uint16_t", f"{script}_right_alone", right_alone)
    c_table(f, "uint8_t", f"{script}_left_pair", ids_table(left, left_ids)[0])
    c_table(f, "uint8_t", f"{script}_right_pair", ids_table(LATIN, right_ids)[0])
    c_table(f, "uint8_t", f"{script}_two_one", coarse(units, left_pairs, rights))
    c_table(f, "uint8_t", f"{script}_one_two", coarse(units, lefts, right_pairs))
    c_table(f, "uint8_t", f"{script}_two_two", coarse(units, left_pairs, right_pairs))
    swap = fine(typing.cost["swap"], 1) if latin else NEVER
    least = least_of(units, typing) if latin else ["{{0}, {0}}"]
    f.write(f"static const rt_odds {script}_odds = {{\n    .left = {c_alphabet(left)},\n    .right = {c_alphabet(LATIN)},\n"
            f"    .lefts = {len(lefts)}, .rights = {len(rights)}, .left_pairs = {len(left_pairs)}, "
            f".right_pairs = {len(right_pairs)},\n")
    for name in ("one", "left_alone", "right_alone", "left_pair", "right_pair", "two_one", "one_two", "two_two"):
        f.write(f"    .{name} = {script}_{name},\n")
    f.writelines(f"    .{k} = {v!r}F,\n" for k, v in scale.items())
    f.write("    .least = {" + ",\n              ".join(least) + "},\n")
    f.write(f"    .swap = {swap}, .first = {fine(typing.cost['first'])},\n}};\n\n")


def run(args):
    folder, out, depfile = args
    typing_path = os.path.join(folder, "typing.txt")
    typing = Typing(typing_path)
    scale_path = os.path.join(folder, "scale.txt")
    scales = read_scales(scale_path)
    paths = {s: os.path.join(folder, f"{s}.txt") for s in SCRIPTS}
    paths = {s: p for s, p in paths.items() if os.path.exists(p)}
    with open(out, "w", encoding="utf-8") as f:
        f.write("/* Written by tools/odds_gen.py from data/names/odds: change those. */\n")
        f.write('#include "names/odds.h"\n\n')
        for script, path in paths.items():
            write_odds(f, path, script, typing, scales[script])
        f.write("const rt_odds *const rt_odds_of[RT_SCRIPTS] = {\n")
        f.writelines(f"    [{ENUM[s]}] = &{s}_odds,\n" for s in paths)
        f.write("};\n")
    write_depfile(depfile, out, [typing_path, scale_path, *paths.values()])


if __name__ == "__main__":
    main(run)
