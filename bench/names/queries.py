"""Lists to be indexed and queries for their entries. The list `ofac` lacks about half of each entry's good a.k.a.s, which are queries; what is done to a
query, and how much of it stands in the names that stayed, is a column."""
import json
import math

import letters
import lists
import native
import people
import perturb
from common import SETS, chance, data_lines, split_of, write_csv

HEADER = ["set", "kind", "shared", "split", "list", "right", "schema", "name"]


def entity(e, names, weak=()):
    """One line of FollowTheMoney."""
    props = {"name": names[:1], "alias": names[1:], "weakAlias": list(weak), "birthDate": e.births[:1], "nationality": e.nationality}
    return json.dumps({"id": e.id, "schema": e.schema, "caption": names[0], "properties": {k: v for k, v in props.items() if v}}, ensure_ascii=False)


def write_list(name, lines):
    (SETS / f"{name}.ftm.json").write_text("\n".join(lines) + "\n", encoding="utf-8")


def shared(name, kept):
    """How much of the name is in those that stayed: all words of the shorter, most, some, none."""
    best = max((letters.shared(name, k) for k in kept), key=lambda s: (s[0] / max(s[1], 1), s[0]), default=(0, 1))
    share = best[0] / max(best[1], 1)
    if best[0] == 0:
        return "some" if any(letters.related(name, k) for k in kept) else "none"
    return "all" if share == 1 and (best[1] > 1 or any(letters.ratio(name.lower(), k.lower()) > 0.7 for k in kept)) else "most" if share >= 0.6 else "some"


def held_out(e):
    """(names that stay in the index, a.k.a.s that are queries)"""
    akas = list(dict.fromkeys(e.akas))
    chance("held out", e.id).shuffle(akas)
    held = akas[:math.ceil(len(akas) / 2)]
    gone = {letters.bag(a) for a in held}
    kept = [e.name] + [a for a in akas[len(held):] if letters.bag(a) not in gone]
    return kept, [h for h in held if letters.bag(h) != letters.bag(e.name)]


def twins(entries):
    """{id: ids of entries that bear one of its names too}: each of them is a right answer."""
    by_bag, found = {}, {}
    for e in entries:
        for n in e.names():
            by_bag.setdefault((e.schema, letters.bag(n)), set()).add(e.id)
    for e in entries:
        found[e.id] = sorted(set().union(*(by_bag[e.schema, letters.bag(n)] for n in e.names())))
    return found


def changed(bases, each, which):
    """One thing done to names: bases are (right, schema, name, shared)."""
    for kind in perturb.KINDS:
        rnd, done = chance("queries", which, kind), 0
        for _ in range(each * 30):
            right, schema, name, level = rnd.choice(bases)
            new = perturb.once(rnd, kind, name, schema == "Person")
            if new and done < each:
                done += 1
                yield which, kind, level, right, schema, new


def doubly(bases, count):
    rnd, done = chance("queries twice"), 0
    while done < count:
        right, schema, name, level = rnd.choice(bases)
        new = perturb.twice(rnd, name, schema == "Person")
        if new:
            done += 1
            yield "known, two things", "two", level, right, schema, new[1]


def in_scripts(bases, each):
    persons = [b for b in bases if b[1] == "Person"]
    for script in native.SCRIPTS:
        rnd, done = chance("queries", script), 0
        for right, schema, name, level in rnd.sample(persons, len(persons)):
            other = done < each and native.name_in(rnd, script, "dev train", *perturb.given_first(name))
            if other:
                done += 1
                yield "script", script, level, right, schema, other


def ofac_queries(entries):
    also, known, akas, lines = twins(entries), [], [], []
    for e in entries:
        kept, held = held_out(e)
        lines.append(entity(e, kept, e.weak))
        right = " ".join(also[e.id])
        known += [(right, e.schema, n, "all") for n in kept if len(n) > 5]
        akas += [(right, e.schema, n, shared(n, kept)) for n in held]
    write_list("ofac", lines)
    yield from (("aka", e[1], e[3], e[0], e[1], e[2]) for e in akas)
    yield from changed(known, 250, "known, one thing")
    yield from changed([a for a in akas if a[3] == "all"], 120, "aka, one thing")
    yield from doubly(known, 1500)
    yield from in_scripts(known, 250)


def two_lists_queries(ofac, un):
    """Names of the UN's list for OFAC's entries that are the same."""
    by_id, also = {e.id: e for e in ofac + un}, twins(ofac)
    for a, b, same, _ in data_lines("un_ofac.tsv"):
        if same == "1":
            for at, name in enumerate(by_id[a].names()):
                yield "two lists", "name" if at == 0 else "a.k.a.", shared(name, held_out(by_id[b])[0]), " ".join(also[b]), by_id[a].schema, name


def original_queries(un):
    """The UN's own original spellings for its entries in Latin letters."""
    also, lines = twins(un), []
    for e in un:
        lines.append(entity(e, [n for n in e.names() if letters.script_of(n) == "LATIN"] or [e.name], [w for w in e.weak if letters.script_of(w) == "LATIN"]))
        for name in e.originals:
            if letters.script_of(name) != "LATIN":
                yield "original", letters.script_of(name).lower(), "all", " ".join(also[e.id]), e.schema, name
    write_list("un", lines)


def made_queries(each=250):
    """Made-up persons of each region, with one thing done to each: for what is missed by region."""
    kinds = ["typo_insert", "typo_delete", "typo_substitute", "typo_transpose", "comma", "swap", "spelling", "marks", "join", "ocr"]
    lines = []
    for region in people.regions():
        mine = made_of(region, each)
        lines += [entity(e, [e.name]) for e in mine]
        rnd = chance("made queries", region)
        for e in mine:
            new = next((n for n in (perturb.once(rnd, k, e.name, True) for k in rnd.sample(kinds, len(kinds))) if n), None)
            if new:
                yield "made, one thing", region, "all", e.id, "Person", new
    write_list("made", lines)


def made_of(region, each):
    rnd = chance("made", region)
    names = dict.fromkeys(people.person(rnd, region) for _ in range(each))
    return [lists.Entry(f"made-{region}-{at}", "Person", n) for at, n in enumerate(names)]


def write_queries():
    ofac, un = lists.ofac(), lists.un()
    SETS.mkdir(parents=True, exist_ok=True)
    rows = []
    for name, made in (("ofac", ofac_queries(ofac)), ("ofac", two_lists_queries(ofac, un)), ("un", original_queries(un)), ("made", made_queries())):
        rows += [(which, kind, level, split_of(right.split()[0]), name, right, schema, text) for which, kind, level, right, schema, text in made]
    write_csv(SETS / "queries.csv", HEADER, rows)
    return len(rows)
