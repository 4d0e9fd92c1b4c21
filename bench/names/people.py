"""Ordinary names composed of the words of data/regions.txt and data/companies.txt."""
from collections import defaultdict
from functools import lru_cache

from common import chance, data_lines
from lists import Entry


@lru_cache(maxsize=None)
def regions():
    """{region: {part: words}}"""
    found = defaultdict(dict)
    for region, part, text in data_lines("regions.txt"):
        found[region][part] = text.split("|") if part == "order" else [w.replace("_", " ") for w in text.split()]
    return dict(found)


def russian_father(name, woman):
    """The patronymic of a father's name."""
    if name.endswith(("ei", "ai", "y")):
        return name[:-1] + ("yevna" if woman else "yevich")
    return name.rstrip("a") + ("ovna" if woman else "ovich")


def bearer(rnd, region):
    """One name: {part: word} and the pattern that puts them in order."""
    lists = regions()[region]
    woman = rnd.random() < 0.35
    own = lists["women" if woman else "men"]
    given, given2 = rnd.sample(own, 2)
    family, family2 = rnd.sample(lists["family"], 2) if len(lists["family"]) > 1 else (lists["family"] * 2)
    father, grandfather = rnd.sample(lists["men"], 2)
    if region == "russia":
        father = russian_father(father, woman)
        family = family + "a" if woman else family
    parts = {"given": given, "given2": given2, "family": family, "family2": family2, "father": father, "grandfather": grandfather,
             "initial": rnd.choice("ABCDEFGHJKLMNPRST") + ".", "bin": "binti" if region == "malay" and woman else "bint" if woman else "bin", "ben": "ben"}
    return parts, rnd.choice(lists["order"]).split()


def written(parts, order):
    return " ".join(parts.get(word, word) for word in order)


def person(rnd, region):
    return written(*bearer(rnd, region))


@lru_cache(maxsize=None)
def company_parts():
    return {part: words.split("|") if part == "order" else [w.replace("_", " ") for w in words.split()] for part, words in data_lines("companies.txt")}


def company(rnd):
    parts = company_parts()
    families = regions()[rnd.choice(list(regions()))]["family"]
    name = []
    for word in rnd.choice(parts["order"]).split():
        made = rnd.choice(families) if word.startswith("family") else rnd.choice(parts[word]) if word in parts else word.replace("group", "Group")
        name.append(made + "'s" if word == "family_s" else made)
    return " ".join(name)




def entries(each=140, companies=3000):
    """Made-up persons of each region and made-up companies as entries of one name."""
    for region in regions():
        rnd = chance("people", region)
        for name in dict.fromkeys(person(rnd, region) for _ in range(each)):
            yield Entry(f"made-{region}-{name}", "Person", name)
    rnd = chance("companies")
    for name in dict.fromkeys(company(rnd) for _ in range(companies)):
        yield Entry(f"made-company-{name}", "Organization", name)
