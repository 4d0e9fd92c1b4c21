#!/usr/bin/python3
"""Makes up entries for an index of any size: FollowTheMoney JSON lines (or --tsv, which bench/names/index.c reads).

    bench/names/make_people.py N [--tsv] [--seed S] [--queries] > FILE

Names are put together from single names of the pairs of scripts (../shared/data/names: each as often as it was seen, to the power of 0.7,
so that common names are common and there are hundreds of thousands of rare ones), and from the words of the OFAC list's companies. Nine in
ten are people; a quarter has an alias; one in thirty is written in another script. The same seed gives the same lines."""
import argparse
import bisect
import csv
import gzip
import itertools
import json
import pathlib
import random

SHARED = pathlib.Path(__file__).resolve().parents[3] / "shared/data"


def weighted(counts):
    rows = sorted(counts.items())
    sums = list(itertools.accumulate(n ** 0.7 for _, n in rows))
    return [row for row, _ in rows], sums


def pick(rng, table):
    rows, sums = table
    return rows[bisect.bisect(sums, rng.random() * sums[-1])]


def read_names():
    """{script: (Latin name, its letters) with how often it was seen}"""
    scripts = {}
    for path in sorted((SHARED / "names").glob("*-train.tsv.gz")):
        counts = {}
        for line in gzip.open(path, "rt", encoding="utf-8"):
            latin, native, *seen = line.rstrip("\n").split("\t")
            if latin.replace("-", "").replace("'", "").isalpha() and len(latin) > 1:
                counts[latin, native.replace(" ", "")] = int(seen[0]) if seen and seen[0].isdigit() else 1
        scripts[path.name.split("-")[1]] = weighted(counts)
    return scripts


def read_company_words():
    counts = {}
    for path in ("sdn.csv", "alt.csv"):
        for row in csv.reader(open(SHARED / "lists/ofac" / path, encoding="latin-1")):
            if path == "alt.csv" and len(row) > 3 or len(row) > 3 and row[2].strip() == "-0-":
                for word in row[3 if path == "alt.csv" else 1].replace(",", " ").split():
                    counts[word] = counts.get(word, 0) + 1
    return weighted(counts)


def person(rng, names):
    script = rng.choice(list(names))
    parts = [pick(rng, names[script]) for _ in range(rng.choice((2, 2, 2, 3, 3, 4)))]
    if rng.random() < 1 / 30:
        return " ".join(native for _, native in parts)
    latin = [name.capitalize() for name, _ in parts]
    return f"{latin[-1].upper()}, {' '.join(latin[:-1])}" if rng.random() < 0.3 else " ".join(latin)


def company(rng, words, names):
    first = pick(rng, names[rng.choice(list(names))])[0].capitalize()
    return " ".join([first] + [pick(rng, words) for _ in range(rng.choice((1, 2, 3, 4)))])


def spoilt(rng, name):
    """As a clerk writes it: a letter lost, changed or swapped, or words in another order."""
    at, how = rng.randrange(len(name)), rng.randrange(4)
    if how == 0 and len(name) > 4:
        return name[:at] + name[at + 1:]
    if how == 1:
        return name[:at] + rng.choice("aeioulmnrst") + name[at + 1:]
    if how == 2 and at + 1 < len(name):
        return name[:at] + name[at + 1] + name[at] + name[at + 2:]
    return " ".join(reversed(name.replace(",", "").split()))


def entities(n, seed):
    rng, names, words = random.Random(seed), read_names(), read_company_words()
    for i in range(n):
        is_person = rng.random() < 0.9
        make = (lambda: person(rng, names)) if is_person else (lambda: company(rng, words, names))
        listed = [make()] + ([make()] if rng.random() < 0.25 else [])
        properties = {"name": listed[:1], "alias": listed[1:], "country": [rng.choice(("ru", "iq", "cn", "us", "de", "fr", "ir", "mx", "kp", "ua"))]}
        if is_person:
            properties["birthDate"] = [f"{rng.randrange(1930, 2005)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"]
        if rng.random() < 0.2:
            properties["passportNumber" if is_person else "registrationNumber"] = [f"{rng.choice('ABCDEFG')}{rng.randrange(10**8):08}"]
        yield {"id": f"made-{i}", "schema": "Person" if is_person else "Company", "properties": {k: v for k, v in properties.items() if v}}


def tsv(entity):
    listed = entity["properties"].pop("name") + entity["properties"].pop("alias", [])
    traits = [f"{prop}={value}" for prop, values in entity["properties"].items() for value in values]
    return "\t".join([entity["id"], entity["schema"], "|".join(listed), *traits])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("n", type=int)
    parser.add_argument("--tsv", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--queries", action="store_true", help="names alone, each spoilt as by a clerk")
    args = parser.parse_args()
    rng = random.Random(args.seed + 1)
    for entity in entities(args.n, args.seed):
        if args.queries:
            entity["properties"] = {"name": [spoilt(rng, entity["properties"]["name"][0])]}
        print(tsv(entity) if args.tsv else json.dumps(entity, ensure_ascii=False))


if __name__ == "__main__":
    main()
