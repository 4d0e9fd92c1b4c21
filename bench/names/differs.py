"""Pairs of names near each other that two bearers have. Each maker yields (identity, identity, schema, name1, name2, kind).

Left out is whatever might be one bearer after all: names whose words are all alike, a shared identity number, equal birth dates under near names."""
import itertools
from collections import defaultdict

import letters
import native
import perturb
from common import chance, number_of
from exchanged import all_exchanged, clear


def apart(a, b):
    """Whether two entries are surely two."""
    if set(a.numbers) & set(b.numbers):
        return False
    born = {d for d in a.births if len(d) == 10} & {d for d in b.births if len(d) == 10}
    if born and letters.near(a.name, b.name) > 0.4:
        return False
    mine, theirs = a.names() + a.weak, b.names() + b.weak
    return not {letters.bones(n) for n in mine} & {letters.bones(n) for n in theirs}


def person_kind(a, b):
    (given_a, family_a), (given_b, family_b) = perturb.given_first(a), perturb.given_first(b)
    given, family = letters.shared(given_a, given_b)[0], letters.shared(family_a, family_b)[0]
    return "same_family" if family and not given else "same_given" if given and not family else "part_shared"


def neighbours(entries, most=2):
    """For each entry those of its list and split whose names are nearest."""
    by_word = defaultdict(list)
    for e in entries:
        for w in {w for n in e.names() for w in letters.words(n)}:
            by_word[e.schema, e.id[:2], w].append(e)
    for e in entries:
        pool = {o.id: o for w in letters.words(e.name) for o in by_word[e.schema, e.id[:2], w][:400] if o.id != e.id}
        ranked = sorted(((letters.near(e.name, o.name), o.id) for o in pool.values()), reverse=True)[:12]
        good = (pool[i] for _, i in ranked if apart(e, pool[i]) and clear(e.name, pool[i].name, e.schema))
        yield e, list(itertools.islice(good, 1 if e.schema == "Organization" or e.id.startswith("made") else most))


def strangers(entries):
    """Every other made-up person or company and the list's entry whose name is nearest, though it may hold all of its words."""
    by_word = defaultdict(list)
    for e in entries:
        if not e.id.startswith("made"):
            for w in {w for n in e.names() for w in letters.words(n) if w not in letters.PARTICLES}:
                by_word[e.schema, w].append(e)
    for e in entries:
        if e.id.startswith("made") and number_of("stranger", e.id) < 0.5:
            pool = {o.id: (letters.near(e.name, n), n, o.id) for w in letters.words(e.name) for o in by_word[e.schema, w][:200] for n in o.names()}
            if pool:
                _, name, other_id = max(pool.values())
                if letters.bones(name) != letters.bones(e.name):
                    yield e.id, other_id, e.schema, e.name, name, "stranger"


def near_list(entries):
    for e, others in neighbours(entries):
        rnd = chance("near", e.id)
        for o in others:
            mine = rnd.choice(e.names())
            theirs = max(o.names(), key=lambda n: letters.near(mine, n))
            if not clear(mine, theirs, e.schema):
                mine, theirs = e.name, o.name
            kind = person_kind(mine, theirs) if e.schema == "Person" else "near_" + ("organisation" if e.schema == "Organization" else "vessel")
            yield e.id, o.id, e.schema, mine, theirs, kind


def random_pairs(bases, count):
    """Names of about one length that have nothing to do with each other."""
    rnd, by_length, made = chance("random"), defaultdict(list), 0
    for b in bases:
        by_length[b[1], len(b[2]) // 4].append(b)
    pools = [p for p in by_length.values() if len(p) > 30]
    while made < count:
        (i, schema, a), (j, _, b) = rnd.sample(rnd.choice(pools), 2)
        if i != j and clear(a, b, schema) and letters.bones(a) != letters.bones(b):
            made += 1
            yield i, j, schema, a, b, "random"


def perturbed_differ(pairs, count):
    """Two near names, one of them with a thing done to it that leaves its words."""
    rnd, done = chance("differ perturbed"), 0
    pairs = [p for p in pairs if p[5] in ("same_family", "same_given", "part_shared", "near_organisation", "random", "syllable", "patronymic")]
    while done < count:
        i, j, schema, a, b, _ = rnd.choice(pairs)
        new = perturb.once(rnd, rnd.choice(["typo_insert", "typo_transpose", "typo_double", "ocr", "marks", "comma", "swap", "capitals"]), b, schema == "Person")
        if new:
            done += 1
            yield i, j, schema, a, new, "differ_perturbed"


def in_script(pairs, part, each):
    """Two near names of persons, one of them in another script."""
    kinds = ("same_family", "same_given", "part_shared", "random", "patronymic", "second_surname", "near_original")
    persons = [p for p in pairs if p[2] == "Person" and p[5] in kinds]
    for script in native.SCRIPTS:
        rnd, done = chance("differ script", script, part), 0
        for i, j, schema, a, b, _ in rnd.sample(persons, len(persons)):
            other = done < each and native.name_in(rnd, script, part, *perturb.given_first(b))
            if other:
                done += 1
                yield i, j, schema, a, other, "differ_script"


def originals(entries):
    """The UN's original spelling of one and the Latin name of another."""
    by_id = {e.id: e for e in entries}
    for i, j, schema, _, _, kind in list(near_list([e for e in entries if e.originals])):
        if letters.script_of(by_id[i].originals[0]) != "LATIN":
            yield i, j, schema, by_id[i].originals[0], by_id[j].name, "differ_original"


def two_lists(couples):
    """Near names of the two lists, judged to be two: the nearest names that differ in a word."""
    for a, b in couples:
        pairs = [(x, y) for x in a.names() for y in b.names() if clear(x, y, "Person")]  # each has a word that the other lacks
        if pairs:
            yield a.id, b.id, a.schema, *max(pairs, key=lambda p: letters.near(*p)), "differ_lists"


def all_differing(entries, bases, couples, part):
    near = [*near_list(entries), *strangers(entries), *random_pairs(bases, 1500), *all_exchanged(bases), *two_lists(couples)]
    near += perturbed_differ(near, 700)
    near += in_script(near, part, 100)
    near += originals(entries)
    return near
