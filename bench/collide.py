#!/usr/bin/python3
"""Names that a well-known hash sends to one place: what a file costs whose maker knew how texts are looked up.

The refs of the one file are made so that their 64-bit FNV-1a ends in the same 17 bits; those of the other, the reference,
are as long and made of the same letters. A table by a hash that anybody can compute takes a step for each pair of them.

    collide.py [LINES]          100,000 unless told
"""
import collections
import itertools
import json
import pathlib
import random
import sys
import tempfile

from program import peak_and_time, PROGRAM

BITS = 17
MASK = (1 << BITS) - 1
START, PRIME = 0xCBF29CE484222325, 0x100000001B3
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def state(text):
    """The low bits of FNV-1a, which depend on nothing but themselves."""
    h = START & MASK
    for letter in text.encode():
        h = (h ^ letter) * PRIME & MASK
    return h


def before(ending, h):
    """The state from which this ending leads to h: a product with an odd number can be undone."""
    undo = pow(PRIME, -1, 1 << BITS)
    for letter in reversed(ending.encode()):
        h = (h * undo & MASK) ^ letter
    return h


def refs(lines):
    begun = collections.defaultdict(list)
    random.seed(41)
    for _ in range(lines):
        text = "".join(random.choices(LETTERS, k=8))
        begun[state(text)].append(text)
    endings = map("".join, itertools.product(LETTERS, repeat=4))
    met = (text + ending for ending in endings for text in begun[before(ending, 0)])
    return list(itertools.islice(met, lines))


def line(i, ref):
    return json.dumps({"type": "statement", "entity": f"e{i}", "schema": "Person", "prop": "name", "value": f"Name {i}", "dataset": "list", "ref": ref}) + "\n"


def seconds(folder, name, refs):
    (folder / f"{name}.jsonl").write_text("".join(line(i, ref) for i, ref in enumerate(refs)), encoding="utf-8")
    peak_and_time(PROGRAM, "init", folder / f"{name}.case")
    return peak_and_time(PROGRAM, "import", folder / f"{name}.case", folder / f"{name}.jsonl")[0]


def main():
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    made = refs(lines)
    assert len(set(made)) == lines and {state(ref) for ref in made} == {0}
    ordinary = ["".join(random.sample(ref, len(ref))) for ref in made]
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        reference, collided = seconds(folder, "ordinary", ordinary), seconds(folder, "collided", made)
    print(f"import of {lines:,} lines: {collided:.2f} s with refs made to collide, {reference:.2f} s with ordinary ones: {collided / reference:.2f} times")


if __name__ == "__main__":
    main()
