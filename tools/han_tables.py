#!/usr/bin/python3
"""Writes the readings of Han letters from Unicode's Unihan database (Debian's package unicode-data) as the readable files
data/names/scripts/han-*.txt. Run by hand when Unicode is new; the build reads what it wrote.

    han_tables.py Unihan_Readings.txt.bz2 FOLDER
"""
import bz2
import collections
import os
import re
import sys
import unicodedata

A_LINE = 40

INITIALS = {"b": "p", "d": "t", "g": "k", "gw": "kw", "j": "y", "z": "ch", "c": "ch"}
FINALS = {"aa": "a", "aai": "ai", "aau": "au", "aam": "am", "aan": "an", "aang": "ang", "aap": "ap", "aat": "at", "aak": "ak",
          "ou": "o", "oeng": "eung", "oek": "euk", "oe": "euh", "eoi": "ui", "eon": "un", "eot": "ut", "yun": "uen", "yut": "uet", "un": "oon"}
# Where a final makes ts of z and c, and sh of s.
SOFT, SHARP = {"ang", "ou", "eoi", "e"}, {"ing", "ek", "oeng", "eon", "eot", "aan"}


def hong_kong(jyutping):
    """A syllable of Jyutping as people in Hong Kong spell it in their names (zoeng: cheung)."""
    m = re.fullmatch(r"(ng|gw|kw|[bpmfdtnlgkhwzcsj]?)((?:aa|eo|oe|yu|[aeiou]).*|m|ng)", jyutping)
    if not m:
        return jyutping
    first, rest = m[1], m[2]
    if rest == "yu":
        return {"j": "yu", "s": "shu"}.get(first, "chu")
    if jyutping == "si":
        return "sze"
    latin = INITIALS.get(first, first)
    if first in ("z", "c") and rest in SOFT:
        latin = "ts"
    if first == "s" and rest in SHARP:
        latin = "sh"
    return latin + FINALS.get(rest, rest)


def plain(reading):
    """Without tones; u for the sound between u and i, as passports had it."""
    return "".join(c for c in unicodedata.normalize("NFD", reading.lower()) if "a" <= c <= "z")


def japanese(reading):
    """On readings in Unihan's letters as Hepburn writes them in names, without long vowels."""
    return re.sub(r"uu", "u", re.sub(r"o[uo]", "o", reading.lower()))


KINDS = {
    "pinyin": ("kMandarin", lambda v: plain(v.split()[0]), "Mandarin, in pinyin without tones"),
    "cantonese": ("kCantonese", lambda v: hong_kong(re.sub("[0-9]", "", v.split()[0])), "Cantonese, spelled as in names of people of Hong Kong"),
    "japanese": ("kJapaneseOn", lambda v: japanese(v.split()[0]), "Japanese, the first Sino-Japanese reading, in Hepburn without long vowels"),
}


def write(path, rows, kind, what):
    by = collections.defaultdict(list)
    for letter, latin in sorted(rows.items()):
        if re.fullmatch("[a-z]{1,6}", latin):
            by[latin].append(letter)
    with open(path, "w", encoding="utf-8") as f:
        f.write(f"# How Han letters read in {what}: a syllable, then the letters that read so.\n"
                f"# Written by tools/han_tables.py from {kind} of Unicode's Unihan database.\n\n")
        for latin in sorted(by):
            for i in range(0, len(by[latin]), A_LINE):
                f.write(f"{latin} {''.join(by[latin][i:i + A_LINE])}\n")


def main():
    source, folder = sys.argv[1:]
    found = {kind: {} for kind in KINDS}
    for line in bz2.open(source, "rt", encoding="utf-8"):
        if not line.startswith("U+"):
            continue
        code, field, value = line.rstrip("\n").split("\t")
        letter = chr(int(code[2:], 16))
        if not "\u4e00" <= letter <= "\u9fff":
            continue
        for kind, (wanted, read, _) in KINDS.items():
            if field == wanted:
                found[kind][letter] = read(value)
    for kind, (field, _, what) in KINDS.items():
        write(os.path.join(folder, f"han-{kind}.txt"), found[kind], field, what)


if __name__ == "__main__":
    main()
