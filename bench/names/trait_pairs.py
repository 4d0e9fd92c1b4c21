"""Pairs of entities of the two real lists with all that is known of them: who is one under both lists, and who only has a
name like another's.

One (positive): a UN and an OFAC person that share an identity number of five signs or more, or a name of three words and
fifteen letters or more. Neither looks at dates or countries, so what these do can be measured on them.
Two (negative): two entries of one list whose names share words, or that are near each other. A list gives one person one
entry, so these are different people whatever their dates say. Pairs that share a number are left out: a list may say twice
who it means."""
import itertools
import json
import os
import re
import tempfile
import unicodedata
from collections import defaultdict

from common import LISTS, chance, run, split_of

NUMBERS = ("idNumber", "passportNumber", "taxNumber", "registrationNumber", "licenseNumber", "socialSecurityNumber", "imoNumber", "vatCode")
NAMES = ("name", "alias", "previousName", "weakAlias")
KINDS = ("Person", "Organization", "Vessel")


def entities():
    """Those of both lists as FollowTheMoney objects, as the program itself reads and exports them: {id: entity}."""
    with tempfile.TemporaryDirectory() as folder:
        case = os.path.join(folder, "lists.rtc")
        run("init", case)
        run("import", case, "--format", "ofac", *sorted((LISTS / "ofac").glob("*.gz")))
        run("import", case, *sorted((LISTS / "un").glob("*.gz")))
        rows = map(json.loads, run("export", case, "--format", "ftm").splitlines())
        return {e["id"]: e for e in rows if e["schema"] in KINDS}


def words(name):
    plain = unicodedata.normalize("NFKD", re.sub("['’ʿʾ‘]", "", name.lower()))
    return tuple(sorted(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))))


def names(entity):
    return [n for p in NAMES for n in entity["properties"].get(p, [])]


def numbers(entity):
    found = {re.sub(r"[^a-z0-9]", "", v.lower()).lstrip("0") for p in NUMBERS for v in entity["properties"].get(p, [])}
    return {n for n in found if len(n) >= 5}


def list_of(identity):
    return identity.split("-")[0]


def grouped(all_of, keys):
    """{key: ids} of those that have it."""
    found = defaultdict(set)
    for identity, entity in all_of.items():
        for key in keys(entity):
            found[key].add(identity)
    return found


def across(groups):
    for ids in groups.values():
        yield from ((a, b) for a in ids for b in ids if list_of(a) == "un" and list_of(b) == "ofac")


def long_names(entity):
    found = {words(n) for n in names(entity)}
    return {w for w in found if len(w) >= 3 and sum(map(len, w)) >= 15}


def ones(all_of):
    """(UN id, OFAC id) of those that are one."""
    found = set(across(grouped(all_of, numbers))) | set(across(grouped(all_of, long_names)))
    return sorted((a, b) for a, b in found if all_of[a]["schema"] == all_of[b]["schema"])


def near_keys(entity):
    """What near names share: two words, or one long word."""
    for name in names(entity):
        have = [w for w in words(name) if len(w) > 1]
        yield from itertools.combinations(have, 2)
        yield from ((w,) for w in have if len(w) > 5)


def twos(all_of, most):
    """Pairs of one list whose names share words: most of them, the same each time."""
    known = {i: numbers(e) for i, e in all_of.items()}
    found = set()
    for key, ids in sorted(grouped(all_of, near_keys).items()):
        if len(ids) <= 60:
            found.update((a, b) for a, b in itertools.combinations(sorted(ids), 2) if list_of(a) == list_of(b))
    rows = sorted(p for p in found if not known[p[0]] & known[p[1]])
    chance("twos").shuffle(rows)
    return rows[:most]


def compared(all_of, pairs):
    """What `compare --ftm` says of each pair."""
    lines = [json.dumps({"left": all_of[a], "right": all_of[b]}, ensure_ascii=False) for a, b in pairs]
    rows = [json.loads(line) for line in run("compare", "--ftm", text="\n".join(lines) + "\n").splitlines()]
    if len(rows) != len(pairs):
        raise SystemExit(f"compare --ftm wrote {len(rows)} rows for {len(pairs)}")
    return rows


# What a reason's sentence ends with, and the case of data/names/traits.txt that it stands for.
DATES = {"one day": "day", "one day, but 1 January often stands for a whole year": "new-year",
         "they can be one day of that month": "month", "they can be one day": "year", "they may meet": "span",
         "one day, with day and month swapped": "swapped", "they differ as by a slip of the pen": "typo",
         "two days of one year": "same-year", "they lie up to a year apart": "next-year",
         "they lie a few years apart": "near-years", "they lie years apart": "apart",
         "they lie more than ten years apart": "far"}
OTHER_DATES = {"day": "equal", "new-year": "meets", "month": "meets", "year": "meets", "span": "meets", "swapped": "near",
               "typo": "near", "same-year": "near", "next-year": "near", "near-years": "apart", "apart": "apart", "far": "apart"}
NUMBERS_SAY = {"one number": "equal", "one number, which no two bear": "only-equal",
               "one number, of different kinds": "other-kind", "one number, but a short one": "short",
               "one number, but its check digits are wrong": "bad-check", "they differ as by a slip of the pen": "typo",
               "not the same, but one may have several": "differs", "not the same, and most have only one": "card-differs",
               "nobody has two of these": "only-differs"}
PLACES = {"one place as far as written": "same", "they share some words": "part", "not the same": "differs"}
TIES = {"national of": "nationality", "under the law of": "jurisdiction", "tied to": "country"}


def country_case(detail, meaning):
    tie = next(TIES[t] for t in TIES if detail.startswith(t))
    if meaning == "the same":
        return "nationality same" if tie == "nationality" else "country same"
    return f"{tie} differs"


def case_of(reason):
    """"birth day" of a reason that a trait gave; None of one that the names gave."""
    feature, detail = reason["feature"], reason["detail"]
    meaning = detail.rpartition(": ")[2]
    if feature == "birthDate":
        return f"birth {DATES[meaning]}"
    if feature in ("deathDate", "incorporationDate"):
        return f"other-date {OTHER_DATES[DATES[meaning]]}"
    if feature == "identifier":
        return f"number {NUMBERS_SAY[meaning]}"
    if feature in ("birthPlace", "address"):
        return f"{feature.lower()} {PLACES[meaning]}"
    if feature == "country":
        return country_case(detail, meaning)
    if feature == "gender":
        return "gender same" if meaning == "the same" else "gender differs"
    return {"contact": "contact same", "schema": "schema apart", "names first": "lift", "relatives": "lift kin"}.get(feature)


def parts(row):
    """(logit of the names, {case: score}) of what the program said of a pair."""
    by_names, by_case = 0.0, {}
    for reason in row["why"]:
        case = case_of(reason)
        if case is None:
            by_names += reason["score"]
        else:
            by_case[case] = by_case.get(case, 0) + reason["score"]
    return by_names, by_case


def half_of(pair):
    return split_of(pair[0])
