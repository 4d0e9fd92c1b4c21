#!/usr/bin/python3
"""Makes data/names/odds/SCRIPT.txt from pairs of names.

    train_letters.py DATA LETTERS_CAT [SCRIPT...]
    train_letters.py --pairs train|dev DATA LETTERS_CAT SCRIPT > PAIRS

DATA holds lists/ofac, lists/un and names/wikidata-* (see letter_pairs.py). LETTERS_CAT is the tool of tests/names that
reads names as the program does. The counting is train_letters.c, which this compiles. --pairs prints what is trained or
tried on: "native symbols TAB latin TAB weight TAB native readings".
"""
import gzip
import os
import subprocess
import sys
import tempfile

import letter_pairs

HERE = os.path.dirname(os.path.abspath(__file__))
ODDS = os.path.join(HERE, "../../data/names/odds")
WIKIDATA = {"cyrillic": "russian", "arabic": "arabic", "hebrew": "hebrew", "kana": "katakana", "hangul": "korean", "han": "chinese"}
SAYS = {
    "latin": "Latin spellings of one name; a line holds in both directions.",
    "other": "What letters of the {script} script (symbols of data/names/scripts) stand for in Latin names.",
    "reading": "What the Latin reading of names in {script} stands for in Latin names of other origin.",
}
HEADER = """# {says}
# Written by bench/names/train_letters.py from pairs of names (see NOTICE); by hand only in the part below "by hand", if any.
# unit, unit, cost in nats: - nothing, ( and ) the edges of a word
"""


def read_names(cat, names):
    """[(symbols, [readings])] of names that are one word, or that are read as several and belong together."""
    out = subprocess.run([cat], input="\n".join(names) + "\n", capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        tokens = [t.split(" ") for t in line.split("\t") if t]
        readings = [t[0].split("|") for t in tokens]
        most = max((len(r) for r in readings), default=0)
        yield ("".join(t[1] for t in tokens), ["".join(r[min(i, len(r) - 1)] for r in readings) for i in range(most)],
               {t[2] for t in tokens})


def pairs_of(data, cat, script, part):
    with gzip.open(os.path.join(data, "names", f"wikidata-{WIKIDATA[script]}-{part}.tsv.gz"), "rt", encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f]
    native = read_names(cat, [r[1].replace(" ", "") for r in rows])
    latin = read_names(cat, [r[0] for r in rows])
    for (symbols, readings, scripts), (_, latins, _), row in zip(native, latin, rows):
        if scripts == {script} and latins and 0 < len(symbols) <= 31 and 1 < len(latins[0]) <= 31:
            yield symbols, latins[0], int(row[2]) ** 0.5, readings


def latin_pairs(data, part):
    for (a, b), n in sorted(letter_pairs.of_lists(data, part).items()):
        yield a, b, min(n, 20) ** 0.5, [a]
    for (a, b), weight in letter_pairs.of_scripts(data, part) if part == "train" else ():
        yield a, b, weight, [a]


def pairs(data, cat, script, part):
    found = latin_pairs(data, part) if script == "latin" else pairs_of(data, cat, script, part)
    return [f"{a}\t{b}\t{w:.2f}\t{'|'.join(r)}" for a, b, w, r in found]


def by_hand(path):
    """What stands in the file below "by hand" stays."""
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as f:
        lines = f.read().splitlines()
    return lines[lines.index("# by hand"):] if "# by hand" in lines else []


def train(binary, data, cat, script):
    path = os.path.join(ODDS, f"{script}.txt")
    keep = by_hand(path)  # these replace what is learnt
    fixed = {tuple(line.split("\t")[:2]) for line in keep if not line.startswith("# ")}
    out = subprocess.run([binary, *(["--same"] if script == "latin" else [])], input="\n".join(pairs(data, cat, script, "train")),
                         stdout=subprocess.PIPE, text=True, check=True).stdout
    rows = [line.split("\t")[:3] for line in out.splitlines()]
    rows = [r for r in rows if script != "latin" or r[0] != r[1]]
    rows = [r for r in rows if (r[0], r[1]) not in fixed and (script != "latin" or (r[1], r[0]) not in fixed)]
    says = SAYS.get(script) or SAYS["reading" if script in ("kana", "hangul", "han") else "other"]
    with open(path, "w", encoding="utf-8") as f:
        f.write(HEADER.format(says=says.format(script=script)))
        f.writelines("\t".join(r) + "\n" for r in sorted(rows))
        f.writelines(line + "\n" for line in keep)
    print(f"{script}: {len(rows)} units")


def main(args):
    if args[0] == "--pairs":
        print(*pairs(args[2], args[3], args[4], args[1]), sep="\n")
        return
    data, cat, scripts = args[0], args[1], args[2:] or ["latin", *WIKIDATA]
    with tempfile.TemporaryDirectory() as folder:
        binary = os.path.join(folder, "train_letters")
        subprocess.run(["cc", "-O2", "-o", binary, os.path.join(HERE, "train_letters.c"), "-lm"], check=True)
        for script in scripts:
            train(binary, data, cat, script)


if __name__ == "__main__":
    main(sys.argv[1:])
