"""Pairs of names that one bearer has. Each maker yields (identity, schema, name1, name2, kind)."""
import itertools
import re

import letters
import native
import people
import perturb
from common import chance, data_lines
from exchanged import core


def akas(entries, most=3):
    """Names of one entry that have something in common: most of the words, or a part of them."""
    for e in entries:
        pairs = [(a, b) for a, b in itertools.combinations(dict.fromkeys(e.names()), 2) if letters.words(a) != letters.words(b)]
        chance("akas", e.id).shuffle(pairs)
        kinds = [(aka_kind(a, b, e.schema), a, b) for a, b in pairs[:2 * most]]
        for kind, a, b in [k for k in kinds if k[0] == "aka"][:most] + [k for k in kinds if k[0] == "aka_part"][:1]:
            yield e.id, e.schema, a, b, kind


def aka_kind(a, b, schema):
    """"aka": two thirds of the shorter name's words are there, or its letters; "aka_part": half of them; None: hardly to be known by the name.
    What many companies are called does not count."""
    if schema != "Person":
        a, b = (" ".join(core(n, schema)) or n for n in (a, b))
    found, of = letters.shared(a, b)
    if found and found * 3 >= of * 2 or not found and letters.related(a, b):
        return "aka"
    return "aka_part" if found and found * 2 >= of else None


def two_lists(couples):
    """The names that two lists give one person or organisation, where they have something in common."""
    for a, b in couples:
        rnd = chance("two lists", a.id, b.id)
        pairs = [(a.name, b.name)] + rnd.sample([(x, y) for x in a.names() for y in b.names()], min(3, len(a.names()) * len(b.names())))
        for x, y in dict.fromkeys(pairs):
            if aka_kind(x, y, a.schema):
                yield b.id, a.schema, x, y, "two_lists"


def perturbed(bases, kinds, each):
    """One thing done to a name."""
    bases = list(bases)
    for kind in kinds:
        rnd, made, tried = chance("perturbed", kind), 0, 0
        while made < each and tried < each * 40:
            tried += 1
            identity, schema, name = rnd.choice(bases)
            new = perturb.once(rnd, kind, name, schema == "Person")
            if new:
                made += 1
                yield identity, schema, name, new, kind


def twice(bases, count):
    rnd, bases, made = chance("twice"), list(bases), 0
    while made < count:
        identity, schema, name = rnd.choice(bases)
        new = perturb.twice(rnd, name, schema == "Person")
        if new:
            made += 1
            yield identity, schema, name, new[1], "two_things"


def akas_perturbed(entries, count):
    """One name of an entry against another one with a thing done to it."""
    pairs = [p for p in akas(entries, 1) if p[4] == "aka"]
    rnd, made = chance("akas perturbed"), 0
    while made < count:
        identity, schema, a, b, _ = rnd.choice(pairs)
        new = perturb.once(rnd, rnd.choice(list(perturb.TYPOS) + ["ocr", "comma", "swap", "marks"]), b, schema == "Person")
        if new:
            made += 1
            yield identity, schema, a, new, "aka_perturbed"


# --- organisations --------------------------------------------------------------------------------------------------------

def forms():
    """{spelling of a legal form: the others}, the longest first."""
    found = {}
    for row in data_lines("legal_forms.txt"):
        for form in row:
            found.setdefault(form.lower(), [f for f in row if f.lower() != form.lower()])
    return dict(sorted(found.items(), key=lambda f: -len(f[0])))


def legal_form(name, rnd, known=forms()):
    """The legal form in another spelling, left out, or put where there was none."""
    for form, others in known.items():
        if name.lower().endswith(" " + form):
            rest = name[:-len(form)].rstrip(" ,")
            return f"{rest} {rnd.choice(others)}" if rnd.random() < 0.7 and others else rest
    return f"{name} {rnd.choice(list(known)).upper()}" if rnd.random() < 0.15 else None


def clerk(name, rnd, known=None):
    """One or all of the generic words cut short, or one in another language or spelling."""
    known = known or clerk.known
    spots = [m for m in re.finditer(r"[A-Za-z]{5,}", name) if m.group().lower() in known]
    if not spots:
        return None
    for m in reversed(spots if rnd.random() < 0.4 else [rnd.choice(spots)]):
        short = rnd.choice(known[m.group().lower()])
        short = short.upper() if m.group().isupper() else short.capitalize()
        name = name[:m.start()] + short + rnd.choice(["", "", "."]) + name[m.end():]
    return name


clerk.known = {w: row[1].split("|") + [o for o in row[0].split("|") if o != w] for row in data_lines("generic.txt") for w in row[0].split("|")}
SMALL = [
    (r"&", "and"), (r"(?i)\band\b", "&"), (r"(?i)^the ", ""), (r"(?i)\bof\b ", ""), (r"(?i)\bfirst\b", "1st"),
    (r"(?i)\bsecond\b", "2nd"), (r"(?i)centre", "center"), (r"(?i)center", "centre"), (r"(?i)organization", "organisation"),
    (r"(?i)isation\b", "ization"), (r"(?i)aluminium", "aluminum"), (r"(?i)defence", "defense"), (r"(?i)defense", "defence"),
    (r"(?i)labour", "labor"), (r"(?i)\bi\.? ?i\.?\b", "2"), (r"\bIII\b", "3"), (r"-", " "), (r"['.]", ""), (r"\(([^)]+)\)", r"\1"),
    (r"\bNO\. ?(?=\d)", "NUMBER "), (r"\bST\. ", "SAINT "), (r"\bSAINT ", "ST. "),
]


def small(name, rnd):
    """What makes no difference: "The", "&", a hyphen, a dot, British and American spelling."""
    fits = [(old, new) for old, new in SMALL if re.search(old, name)]
    if not fits:
        return f"The {name}" if rnd.random() < 0.1 else None
    old, new = rnd.choice(fits)
    return re.sub(old, new.upper() if name.isupper() and new.isalpha() else new, name, count=1)


def organisations(bases, each):
    bases = [b for b in bases if b[1] == "Organization"]
    for kind, change in (("legal_form", legal_form), ("clerk", clerk), ("small_words", small)):
        rnd, made, seen = chance(kind), 0, set()
        for _ in range(each * 30):
            identity, schema, name = rnd.choice(bases)
            new = change(name, rnd)
            if made < each and new and new != name and (name, new) not in seen:
                seen.add((name, new))
                made += 1
                yield identity, schema, name, new, kind


# --- persons --------------------------------------------------------------------------------------------------------------

def called(bases, each):
    """The given name exchanged for what its bearers are called, or for its form in another language."""
    persons = [b for b in bases if b[1] == "Person"]
    families = sorted({perturb.given_first(b[2])[1] for b in persons})
    for kind in ("nicknames", "language_forms"):
        rows, rnd = list(data_lines(f"{kind}.txt")), chance(kind)
        for at in range(each):
            row = rnd.choice(rows)
            first, second = (row[0], rnd.choice(row[1:])) if kind == "nicknames" else rnd.sample(row, 2)
            family = rnd.choice(families).title()
            identity = f"{kind}-{at}"
            yield identity, "Person", f"{first.title()} {family}", rnd.choice(["{1} {0}", "{0}, {1}"]).format(family, second.title()), kind[:-1]


LESS = {
    "given father grandfather family": "given family",
    "given bin father family": "given father family",
    "given father family": "given family",
    "given given2 family": "given family",
    "given family family2": "given family",
    "given given2 family family2": "given family family2",
    "family given father": "family given",
    "given father grandfather": "given father",
    "given ben father family": "given family",
    "given initial family": "given family",
    "given bin father": "given father",
    "family given2 given": "family given",
}


def shorter(count):
    """A made-up person's whole name, and what is left of it when the middle names, the patronymic or the second surname go."""
    rnd, made = chance("shorter", str(count)), 0
    every = list(people.regions())
    while made < count:
        region = rnd.choice(every)
        parts, order = people.bearer(rnd, region)
        less = LESS.get(" ".join(order))
        if less:
            made += 1
            whole, brief = people.written(parts, order), people.written(parts, less.split())
            yield f"shorter-{whole}", "Person", whole, rnd.choice([brief, brief, brief.upper(), perturb.comma(rnd, brief, True) or brief]), "shorter"


def in_scripts(bases, part, each):
    """A person's name and the same in another script."""
    persons = [b for b in bases if b[1] == "Person"]
    for script in native.SCRIPTS:
        rnd, made = chance("script", script, part), 0
        for identity, schema, name in rnd.sample(persons, len(persons)):
            other = made < each and native.name_in(rnd, script, part, *perturb.given_first(name))
            if other:
                made += 1
                yield identity, schema, name, other, f"script_{script}"


def originals(entries):
    """The UN's own original spellings."""
    for e in entries:
        for original in e.originals[:1]:
            if letters.script_of(original) != "LATIN":
                yield e.id, e.schema, e.name, original, "original"


def all_matches(entries, bases, couples, part):
    yield from shorter(450 if part == "train" else 400)
    yield from in_scripts(bases, part, 110)
    yield from originals(entries + [a for a, _ in couples])
    yield from akas(entries)
    yield from two_lists(couples)
    yield from perturbed(bases, list(perturb.KINDS), 220)
    yield from twice(bases, 500)
    yield from akas_perturbed(entries, 500)
    yield from organisations(bases, 450)
    yield from called(bases, 200)
