#!/usr/bin/env python3
"""How common words are among names of people and organisations: writes data/names/frequency.txt and organisations.txt.

    bench/names/derive_frequency.py PACKAGES    a folder with the unpacked Python packages "names", "Faker" and "edgartools" (and
                                                Python's pyarrow, to read the latter's table)

A share is a mixture of sources, each of which is blind somewhere: Wikidata's famous people are English and Russian, the census is
American, the lists are Iranian, Iraqi, Korean and Colombian. common.txt speaks for the regions by the square root of their number of
people, so that a small country's commonest names come out as common. REDTHREAD_NAMES names another folder of name pairs.
"""
import ast
import collections
import math
import pathlib
import re
import sys
import textwrap

import latin

DATA = latin.TOP / "data/names"
sys.path.insert(0, str(latin.TOP / "tools"))
import lexicon_gen  # noqa: E402
import lexicon_text  # noqa: E402

STEP = 4            # steps of information in a nat
LEAST_SEEN = 2      # of Wikidata, of words that nothing else holds
WEIGHTS = {"wikidata": 0.22, "census": 0.12, "faker": 0.12, "lists": 0.06, "common": 0.48}
ORG_WEIGHTS = {"lists": 0.3, "register": 0.25, "words": 0.35, "people": 0.1}
LONGEST_RARE = 10
PLACE, ORDINARY = 2, 0.3  # of a thousand names of organisations, those that have any word of places.txt and generic.txt


def shares(counts):
    total = sum(counts.values())
    return {w: n / total for w, n in counts.items()}


def wikidata(part="train"):
    """Most of the scripts in which a name was seen, so that one in all scripts does not count six times."""
    most = collections.Counter()
    for script in latin.SCRIPTS:
        seen = collections.Counter()
        for word, _, n in latin.pairs(script, part):
            seen[word] += n
        for word, n in seen.items():
            most[word] = max(most[word], n)
    return most


def census(folder, uses):
    found = collections.Counter()
    for name, use in (("all.last", ("family",)), ("female.first", ("given", "female")), ("male.first", ("given", "male"))):
        for line in next(pathlib.Path(folder).rglob(f"dist.{name}")).read_text().splitlines():
            word, share = line.split()[:2]
            found[word.lower()] += max(float(share), 0.0004) * (2 if name == "all.last" else 1)
            if use[0] == "given" or float(share) >= 0.001:
                uses[word.lower()].update(use)
    return shares(found)


KINDS = {"last_names": ("family",), "first_names_male": ("given", "male"), "first_names_female": ("given", "female"),
         "first_names": ("given",), "last_name": ("family",), "first_name_male": ("given", "male"), "first_name_female": ("given", "female"),
         "last_romanized_names": ("family",), "first_romanized_names": ("given",),
         "last_names_male": ("family",), "last_names_female": ("family",)}


def lists_in(path):
    """{name of the list: words with weights} of the lists of texts in a locale's source, which is read and not run."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id in KINDS:
            found, weights = [], re.compile(r"[\d.]+\Z")
            for item in ast.walk(node.value):
                if isinstance(item, ast.Constant) and isinstance(item.value, str) and not weights.match(item.value):
                    found.append(item.value)
            yield node.targets[0].id, found


def faker(folder, uses):
    """Every locale counts alike; the lists say which names there are more than how common they are."""
    all_of = collections.Counter()
    for path in sorted(pathlib.Path(folder).glob("faker/providers/person/*/__init__.py")):
        own = collections.Counter()
        for kind, names in lists_in(path):
            for name in names:
                for word in latin.words(name):
                    own[word] += 1
                    uses[word].update(KINDS[kind])
        for word, share in shares(own).items():
            all_of[word] += share
    return shares(all_of)


def common(uses):
    """data/names/common.txt: regions, each with its people in millions; a line has how many of a thousand people bear each word."""
    mixed, region = collections.Counter(), 0.0
    for line in (DATA / "common.txt").read_text().splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("["):
            *_, people = line.strip("[]").rsplit(" ", 1)
            region, use = math.sqrt(float(people)), ()
        elif line.startswith("("):
            use = tuple(line.strip("()").split())
        elif line:
            each, words = line.split(":")
            for word in words.split():
                mixed[word] += float(each) * region
                uses[word].update(use)
    return shares(mixed)


def listed(person):
    counts = collections.Counter()
    for is_person, name, others in latin.entries():
        if is_person == person:
            seen = collections.Counter(w for n in [name, *others] for w in set(latin.words(n)))
            counts.update({w: n / (1 + len(others)) for w, n in seen.items()})  # an entry counts once
    return shares(counts)


def people(folder):
    uses = collections.defaultdict(set)
    seen = wikidata()
    sources = {"wikidata": shares(seen), "census": census(folder, uses), "faker": faker(folder, uses), "lists": listed(True),
               "common": common(uses)}
    found = collections.Counter()
    for name, source in sources.items():
        for word, share in source.items():
            found[word] += WEIGHTS[name] * share
    kept = {w for name in ("faker", "lists", "common") for w in sources[name]} | {w for w, n in seen.items() if n >= LEAST_SEEN}
    kept |= {w for w, share in sources["census"].items() if share >= 4e-6}
    return {w: found[w] for w in kept if len(w) > 1}, uses


def register(folder):
    """Names of those who file with the US Securities and Exchange Commission."""
    from pyarrow import parquet
    names = parquet.read_table(pathlib.Path(folder) / "edgar/reference/data/company_tickers.parquet", columns=["cik", "name"])
    counts = collections.Counter()
    for name in dict(zip(names["cik"].to_pylist(), names["name"].to_pylist())).values():
        counts.update(set(latin.words(name)))
    return counts


def organisations(folder, person):
    words = collections.Counter()
    for line in (DATA / "common-words.txt").read_text().splitlines():
        line = line.split("#")[0]
        if ":" in line:
            each, found = line.split(":")
            words.update({w: float(each) for w in found.split()})
    for name, each in (("places", PLACE), ("generic", ORDINARY)):
        for line in lexicon_text.lines(str(DATA / f"{name}.txt"), lexicon_gen.USES):
            words.update({w.text: each for w in line.words if " " not in w.text})
    found = collections.Counter()
    registered = register(folder)
    for name, source in (("lists", listed(False)), ("register", shares(registered)), ("words", shares(words)), ("people", person)):
        for word, share in source.items():
            found[word] += ORG_WEIGHTS[name] * share
    kept = set(listed(False)) | set(words) | {w for w, n in registered.items() if n > 1}
    return {w: found[w] for w in kept}


def rares(person):
    """What a word of n letters says that the table does not hold, in sixteenths: as much as the rarest tenth of its length, but no
    more than n letters by chance do (they are not equally frequent: nine tenths of ln 26 each)."""
    rare, most = [], 0.0
    for n in range(1, LONGEST_RARE + 1):
        infos = sorted(-math.log(s) for w, s in person.items() if len(w) == n)
        most = max(most, min(infos[int(len(infos) * 0.9)] if infos else math.inf, 1 + 0.9 * n * math.log(26)))
        rare.append(round(most * 16))
    return rare


def write(path, title, table, uses, before=()):
    sections = collections.defaultdict(lambda: collections.defaultdict(list))
    for word, share in table.items():
        sections[" ".join(sorted(uses.get(word, ())))][round(-math.log(share) * STEP) / STEP].append(word)
    with open(path, "w", encoding="ascii") as f:
        f.writelines(f"{line}\n" for line in (*title, "", *before))
        for section in sorted(sections):
            f.write(f"\n[{section}]\n")
            for info in sorted(sections[section]):
                words = " ".join(sorted(sections[section][info]))
                f.writelines(f"{info:g}: {line}\n" for line in textwrap.wrap(words, 120, break_on_hyphens=False, break_long_words=False))


def derive(folder):
    person, uses = people(folder)
    org = organisations(folder, person)
    how = "# Written by bench/names/derive_frequency.py; NOTICE says from what. Before the colon: -ln of a word's share of all words of"
    write(DATA / "frequency.txt", (how, "# people's names, in nats. \"rare\" is of words that stand nowhere, by their length, in sixteenths."),
          person, uses, ("rare: " + " ".join(map(str, rares(person))),))
    write(DATA / "organisations.txt", (how, "# names of organisations, in nats."), org, {})
    print(f"{len(person)} words of people, {len(org)} of organisations")


if __name__ == "__main__":
    derive(sys.argv[1])
