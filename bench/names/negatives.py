"""Ordinary names of people who are on no list, about as many of each origin: from npm's faker, PyPI's Faker and the words of data/regions.txt."""
import re
import shutil
import subprocess
from collections import defaultdict

import letters
import native
import people
from common import HERE, SETS, chance, data_lines, peer, say

EACH = 1000  # names of an origin
TITLES = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sr|Sra|Srta|Dra|Mgr|Ing|R\.A|R\.M|Drs?|Ir|H|Hj|Cô|Bà|Ông|KH|Tgk|Puan|Pn|Haji)\.? )+|(?:, [A-Z][\w.]+)+$")


def by_npm(locales, count):
    """{locale: names} of @faker-js/faker, which npm puts into the folder of the sets; nothing where npm is not here."""
    folder = SETS / "npm"
    if not shutil.which("npm"):
        say("npm is not here: fewer ordinary names")
        return {}
    if not (folder / "node_modules/@faker-js/faker").exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text("{}\n")
        if subprocess.run(["npm", "install", "--silent", "@faker-js/faker@10"], cwd=folder, capture_output=True, check=False).returncode:
            say("npm can't install @faker-js/faker: fewer ordinary names")
            return {}
    done = subprocess.run(["node", HERE / "faker.js", folder, "11", str(count), *locales], capture_output=True, encoding="utf-8", check=True)
    found = defaultdict(list)
    for line in done.stdout.splitlines():
        locale, name = line.split("\t")
        found[locale].append(name)
    return found


def by_pypi(locale, count, romanized):
    faker = peer("faker")
    if not faker:
        return []
    source = faker.Faker(locale)
    source.seed_instance(11)
    return [TITLES.sub("", source.romanized_name() if romanized else source.name()) for _ in range(count)]


def made(region, count):
    rnd = chance("negatives", region)
    return [people.person(rnd, region) for _ in range(count)]


def names_of(source, locale, count, npm):
    if source == "py":
        return by_pypi(locale, count, False)
    if source == "romanized":
        return by_pypi(locale, count, True)
    if source == "icu":
        names = [f"{n[:1]} {n[1:]}" if locale == "ko" else n for n in npm.get(locale, [])]
        return [n.title() for n in native.by_icu("Any-Latin; Latin-ASCII", names)]
    return npm.get(locale, []) if source == "js" else made(locale, count)


def negatives(entries):
    """[(name, origin)]: none of which is, word for word, a list's."""
    listed = {letters.bag(n) for e in entries for n in e.names() + e.weak}
    rows = [(source, locale, origin) for source, locales, origin in data_lines("locales.txt") for locale in locales.split()]
    npm = by_npm(sorted({locale for source, locale, _ in rows if source in ("js", "icu")}), EACH)
    shares = defaultdict(list)
    for source, locale, origin in rows:
        names = dict.fromkeys(" ".join(n.split()) for n in names_of(source, locale, EACH, npm))
        shares[origin].append([n for n in names if letters.bag(n) not in listed and len(letters.words(n)) > 0])
    for origin, lists in shares.items():
        every = dict.fromkeys(n for some in lists for n in some[:EACH // len(lists) + 1])
        yield from ((name, origin) for name in list(every)[:EACH])
