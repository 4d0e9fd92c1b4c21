#!/usr/bin/python3
"""Pairs of Latin words that are one name, for train_letters.

    letter_pairs.py DATA train|dev > PAIRS

DATA holds lists/ofac, lists/un and names/wikidata-*. From the lists: the words of an a.k.a. beside those of the name that
they stand for. From Wikidata: two Latin names that are written alike in other scripts, the more of them the surer. A
fifth of the entries of the lists, by their number, is kept for dev, and of Wikidata what its own dev files hold.
"""
import collections
import csv
import gzip
import itertools
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree

from letters import distance

SPELT = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "oe", "ı": "i",
                       "'": "", "’": "", "`": "", "ʿ": "", "ʾ": ""})
ONE_SOUND = {"korean": "katakana"}  # both write l and r, b and v alike: together one witness
SCRIPTS = ("arabic", "hebrew", "russian", "katakana", "korean")


def letters(text):
    text = unicodedata.normalize("NFD", text.lower().translate(SPELT))
    return "".join(c for c in text if not unicodedata.combining(c))


def words(text):
    return re.findall("[a-z]+", letters(text))


def aligned(a, b):
    """The words of two names that stand for each other, best first; what resembles nothing is left over."""
    found = sorted((distance(x, y) / max(len(x), len(y)), i, k) for i, x in enumerate(a) for k, y in enumerate(b))
    used_a, used_b = set(), set()
    for far, i, k in found:
        if far <= 0.6 and i not in used_a and k not in used_b:
            used_a.add(i)
            used_b.add(k)
            yield a[i], b[k]


def ofac(folder):
    with open(os.path.join(folder, "sdn.csv"), encoding="latin-1", newline="") as f:
        main = {row[0]: row[1] for row in csv.reader(f) if len(row) > 2 and row[2].strip() == "individual"}
    with open(os.path.join(folder, "alt.csv"), encoding="latin-1", newline="") as f:
        for row in csv.reader(f):
            if len(row) > 3 and row[0] in main:
                yield int(row[0]), main[row[0]], row[3]


def un(folder):
    with gzip.open(os.path.join(folder, "consolidated.xml.gz")) as f:
        root = ElementTree.parse(f).getroot()
    for person in root.iter("INDIVIDUAL"):
        name = " ".join(person.findtext(f"{n}_NAME") or "" for n in ("FIRST", "SECOND", "THIRD", "FOURTH"))
        for alias in person.iter("INDIVIDUAL_ALIAS"):
            if alias.findtext("QUALITY") in ("Good", "a.k.a."):
                yield int(person.findtext("DATAID")), name, alias.findtext("ALIAS_NAME") or ""


def wikidata(folder, script, part):
    """{foreign spelling: {Latin name: how often}}."""
    found = collections.defaultdict(dict)
    with gzip.open(os.path.join(folder, f"wikidata-{script}-{part}.tsv.gz"), "rt", encoding="utf-8") as f:
        for line in f:
            latin, foreign, count = line.rstrip("\n").split("\t")
            latin = letters(latin)
            if re.fullmatch("[a-z]+", latin) and len(latin) > 1:
                found[foreign][latin] = found[foreign].get(latin, 0) + int(count)
    return found


def of_lists(data, part):
    pairs = collections.Counter()
    for number, name, alias in itertools.chain(ofac(os.path.join(data, "lists/ofac")), un(os.path.join(data, "lists/un"))):
        if (number % 5 == 0) == (part == "dev"):
            for a, b in aligned(words(name), words(alias)):
                if len(a) > 1 and len(b) > 1:
                    pairs[min(a, b), max(a, b)] += 1
    return pairs


def of_scripts(data, part):
    """{pair: weight}: a pair that one script only has counts little; vowels are not to be had from Arabic and Hebrew."""
    votes = collections.defaultdict(dict)
    for script in SCRIPTS:
        for group in wikidata(os.path.join(data, "names"), script, part).values():
            names = sorted(group, key=lambda n: (-group[n], n))[:8]
            for a, b in itertools.combinations(sorted(names), 2):
                votes[a, b][ONE_SOUND.get(script, script)] = min(group[a], group[b]) ** 0.5
    for pair, by in votes.items():
        if len(by) > 1:
            yield pair, min(3, max(by.values()))
        elif "russian" in by:
            yield pair, 0.1


def main(data, part):
    for (a, b), n in sorted(of_lists(data, part).items()):
        print(a, b, f"{min(n, 20) ** 0.5:.2f}", sep="\t")
    for (a, b), weight in of_scripts(data, part) if part == "train" else ():
        print(a, b, f"{weight:.2f}", sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
