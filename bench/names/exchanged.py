"""Names made from a name by exchanging what tells bearers apart: a given name, a patronymic, a place, a number. Each makes another bearer's name."""
import re
from collections import Counter

import letters
import perturb
from common import chance, data_lines


GENERIC = {w for row in data_lines("generic.txt") for w in row[0].split("|")}
FORMS = {w for row in data_lines("legal_forms.txt") for form in row for w in letters.words(form)} | {"co", "the", "of", "and", "for", "de", "la", "y", "del"}


def core(name, schema):
    """The words that a name is told by."""
    skip = letters.PARTICLES if schema == "Person" else GENERIC | FORMS
    return [w for w in letters.words(name) if w not in skip]


def clear(a, b, schema):
    """Whether each name, or for persons at least the shorter, has a word that the other lacks in any spelling."""
    a, b = core(a, schema), core(b, schema)
    if not a or not b:
        return False
    lacking = [[w for w in x if not any(letters.alike(w, o) for o in y)] for x, y in ((a, b), (b, a))]
    if any(w.isdigit() for side in lacking for w in side):
        return True
    if not (all(lacking) if schema == "Person" else any(lacking)):
        return False
    return all(letters.ratio("".join(x), "".join(y)) <= 0.85 for x, y in ((a, b), (sorted(a), sorted(b))))


class Words:
    """Given and family names of the persons, and how often each word occurs."""

    def __init__(self, bases):
        self.persons = [b for b in bases if b[1] == "Person"]
        self.companies = [b for b in bases if b[1] == "Organization"]
        self.uses = Counter(w for _, _, n in bases for w in set(letters.words(n)))
        parts = [perturb.given_first(n) for _, _, n in self.persons]
        self.given = [g.split()[0] for g, _ in parts if g]
        self.families = [f for _, f in parts]
        self.short = sorted(w for w in self.uses if 2 <= len(w) <= 4 and w.isalpha() and w.isascii() and w not in letters.PARTICLES and self.uses[w] > 1)


def made(kind, schema, pool, count, change):
    """Calls change(rnd, name) on names of the pool until there are enough."""
    rnd, seen = chance("made", kind), set()
    for _ in range(count * 60):
        if len(seen) >= count or not pool:
            return
        identity, _, name = rnd.choice(pool)
        new = change(rnd, name)
        if not new:
            continue
        if isinstance(new, str):
            new = (name, new)
        if new not in seen and letters.bag(new[0]) != letters.bag(new[1]):
            seen.add(new)
            yield identity, identity, schema, *new, kind


def other(rnd, words, old):
    """A word of the list that is no spelling of the old one."""
    for _ in range(20):
        new = rnd.choice(words)
        if not any(letters.alike(a, b) for a in letters.words(new) for b in letters.words(old)) and letters.plain(new) != letters.plain(old):
            return new
    return None


def joined(given, family, comma):
    return f"{family}, {given}" if comma else f"{given} {family}"


def other_family(words):
    def change(rnd, name):
        given, family = perturb.given_first(name)
        new = given and other(rnd, words.families, family)
        return new and joined(given, new, "," in name)
    return change


def other_given(words):
    def change(rnd, name):
        given, family = perturb.given_first(name)
        parts = given.split()
        new = parts and other(rnd, words.given, parts[0])
        return new and joined(" ".join([new, *parts[1:]]), family, "," in name)
    return change


def letters_tell(a, b):
    """Whether two short words that differ by one letter are two names: not two vowels, nor letters that stand for each other."""
    if len(a) != len(b) or letters.distance(a, b) != 1 or letters.skeleton(a) == letters.skeleton(b):
        return False
    x, y = next((x, y) for x, y in zip(a, b) if x != y)
    classes = ["aeiouyjwh", "bpfvw", "dt", "dz", "gkqcxhjs", "szcx", "lr", "vuw"]
    return not any(x in c and y in c for c in classes)


def short_letter(words):
    mates = {a: [b for b in words.short if letters_tell(a, b)] for a in words.short}

    def change(rnd, name):
        spots = [m for m in re.finditer(r"[A-Za-z]{2,4}\b", name) if mates.get(m.group().lower()) and (m.start() == 0 or not name[m.start() - 1].isalpha())]
        if not spots or len(letters.words(name)) > 3:
            return None
        m = rnd.choice(spots)
        return name[:m.start()] + perturb.like(m.group(), rnd.choice(mates[m.group().lower()])) + name[m.end():]
    return change


def syllable(words):
    """Eastern given names of two syllables, one of them exchanged."""
    def syllables(name):
        given, family = perturb.given_first(name)
        parts = re.split(r"[ -]", given)
        return parts if letters.plain(family) in letters.EASTERN and len(parts) == 2 and all(2 <= len(p) <= 6 and p.isalpha() for p in parts) else []
    pool = sorted({letters.plain(p) for _, _, n in words.persons for p in syllables(n)})

    def change(rnd, name):
        parts = syllables(name)
        if not parts:
            return None
        at = rnd.randrange(2)
        new = rnd.choice([p for p in pool if letters.skeleton(p) != letters.skeleton(letters.plain(parts[at]))])
        parts[at] = new if at and parts[at].islower() else new.capitalize()
        return f"{perturb.given_first(name)[1]}, {rnd.choice([' ', '-']).join(parts)}"
    return change


def patronymic(words):
    russian = sorted({m.group().lower() for _, _, n in words.persons for m in re.finditer(r"(?i)\b\w{3,}(?:[oe]vich|[oe]vna)\b", n)})
    fathers = [g for g in words.given if len(g) > 3]

    def change(rnd, name):
        m = re.search(r"(?i)\b\w{3,}(?:[oe]vich|[oe]vna)\b", name)
        pool = m and [p for p in russian if p[-3:] == m.group()[-3:].lower()]
        m = m or re.search(r"(?i)(?:(?<=\bbin )|(?<=\bibn )|(?<=\bben ))[^\W\d_]{3,}", name)
        new = m and other(rnd, pool or fathers, m.group())
        return new and name[:m.start()] + perturb.like(m.group(), new) + name[m.end():]
    return change


def second_surname(words):
    surnames = sorted({w for f in words.families for w in f.split() if len(f.split()) == 2 and len(w) > 3})

    def change(rnd, name):
        if not re.match(r"[A-Z]{4,} [A-Z]{4,}, [A-Z]", name):
            return None
        given, family = perturb.given_first(name)
        both, at = family.split(), rnd.randrange(2)
        new = other(rnd, surnames, both[at])
        if not new:
            return None
        both[at] = new
        return f"{' '.join(both)}, {given}"
    return change


def father_son(rnd, name):
    """Ahmad bin Khalid against Khalid bin Ahmad."""
    m = re.search(r"(?i)\b([a-z]{4,}) (bin|ibn|ben) ([a-z]{4,})\b", name)
    if not m or letters.alike(m[1].lower(), m[3].lower()):
        return None
    return name[:m.start()] + f"{m[3]} {m[2]} {m[1]}" + name[m.end():]


SEXES = [("o", "a"), ("n", "na"), ("r", "ra"), ("m", "ma"), ("d", "da"), ("l", "la")]
BOTH = set("""
    aleksandr alexander karim jamil nabil samir amir said rashid latif salim nasir hamid majid walid khalid khalil jalil sergio mario antonio
    claudio julio fernando roberto alejandro francisco eduardo ricardo gabriel daniel rafael manuel valentin evgeni viktor valeri stanislav
    miroslav vladislav martin adrian luciano silvio fabio giorgio marcelo patricio mauricio leonardo
""".split())


def sibling(rnd, name):
    """A brother and a sister: Karim and Karima."""
    m = re.search(r"(?<=, )[A-Za-z]{4,}", name)
    if not m or m.group().lower() not in BOTH or "VICH" in name.upper():
        return None
    end = next((new for old, new in SEXES if m.group().lower().endswith(old)), None)
    if not end:
        return None
    return name[:m.end() - 1] + (end.upper() if m.group().isupper() else end) + name[m.end():]


BUSINESS = [
    "{} Trading LLC", "{} & Sons", "{} Holding", "{} General Trading Co. Ltd", "{} Foundation", "{} Group", "{} Construction Company",
    "{} Import Export", "{} & Partners", "{} S.A. de C.V.", "{} Exchange", "{} Charitable Organization", "{} Transport", "{} Shipping",
    "{} Brothers Company", "Bufete {}", "Estate of {}", "{} Law Firm", "{} Investments Inc.",
]


def person_company(words):
    def change(rnd, name):
        given, family = perturb.given_first(name)
        core_name = family if rnd.random() < 0.4 and len(family) > 4 else f"{given} {family}".strip()
        return name, rnd.choice(BUSINESS).format(core_name.title())
    return change


def teller():
    rows = [row for row in data_lines("tellers.txt")]
    known = {w: row for row in rows for w in row}
    cities = [row for row in rows if len(row) >= 4 and row[0] in ("tehran", "damascus", "moscow", "kabul", "dubai", "beijing", "bogota", "london", "delhi")]

    def change(rnd, name):
        spots = [m for m in re.finditer(r"[A-Za-z0-9]+", name) if m.group().lower() in known and len(letters.words(name)) > 1]
        if spots:
            m = rnd.choice(spots)
            new = rnd.choice([w for w in known[m.group().lower()] if w != m.group().lower()])
            return name[:m.start()] + perturb.like(m.group(), new) + name[m.end():]
        if rnd.random() < 0.1 and len(core(name, "Organization")) > 1:
            a, b = rnd.sample(rnd.choice(cities), 2)
            form = rnd.choice(["{} {}", "{} - {} Branch", "{} ({})", "{} of {}"])
            return form.format(name, a.title()), form.format(name, b.title())
        return None
    return change


def figure(rnd, name):
    """Another number: of a ship, a factory, a year."""
    m = re.search(r"\b\d{1,4}\b", name)
    if not m:
        return None
    new = str(int(m.group()) + rnd.choice([1, 2, 3, 10, -1])) if rnd.random() < 0.7 else str(rnd.randrange(1, 10 ** len(m.group())))
    return name[:m.start()] + new + name[m.end():] if new != m.group() and not new.startswith("-") else None


def with_figure(rnd, name):
    """A number put behind each, not the same."""
    if re.search(r"\d", name) or len(name) > 40:
        return None
    a, b = rnd.sample(range(1, 13), 2)
    form = rnd.choice(["{} {}", "{} No. {}", "{} {}"])
    if rnd.random() < 0.2:
        a, b = rnd.sample(range(1960, 2024), 2)
    return form.format(name, a), form.format(name, b)


def other_core(words):
    """All words but the generic ones and the places exchanged for those of another company."""
    cores = [" ".join(core(n, "Organization")[:2]) for _, _, n in words.companies]

    def change(rnd, name):
        parts = name.split()
        spots = [i for i, w in enumerate(parts) if letters.plain(w).strip(".,()&") not in GENERIC | FORMS and words.uses[letters.plain(w).strip(".,()")] < 25]
        if not spots or len(spots) == len(parts):
            return None
        new = other(rnd, [c for c in cores if c], " ".join(parts[i] for i in spots))
        if not new:
            return None
        parts[spots[0]] = new.upper() if name.isupper() else new.title()
        return " ".join(w for i, w in enumerate(parts) if i not in spots[1:])
    return change


def one_word(words, schema):
    """A word or two that many names have, against a name that has them among others."""
    least = 12 if schema == "Person" else 6

    def change(rnd, name):
        parts = name.replace(",", "").split()
        if len(parts) < 2 + (schema == "Person"):
            return None
        at = rnd.randrange(len(parts))
        count = rnd.choice([1, 1, 1, 2]) if schema != "Person" else 1
        some = parts[at:at + count]
        if any(words.uses[letters.plain(w).strip(".,()")] < least for w in some) or len(some) * 2 > len(parts):
            return None
        return " ".join(some), name
    return change

def all_exchanged(bases):
    words = Words(bases)
    vessels = [b for b in bases if b[1] in ("Vessel", "Airplane")]
    for kind, count, change in (("same_given", 700, other_family), ("same_family", 700, other_given), ("short_letter", 450, short_letter), ("syllable", 450, syllable),
                                ("patronymic", 450, patronymic), ("second_surname", 450, second_surname)):
        yield from made(kind, "Person", words.persons, count, change(words))
    yield from made("father_son", "Person", words.persons, 150, father_son)
    yield from made("sibling", "Person", words.persons, 200, sibling)
    yield from made("person_company", "LegalEntity", words.persons, 450, person_company(words))
    yield from made("one_word", "Person", words.persons, 300, one_word(words, "Person"))
    yield from made("one_word", "Organization", words.companies, 450, one_word(words, "Organization"))
    yield from made("teller", "Organization", words.companies, 900, teller())
    yield from made("other_core", "Organization", words.companies, 700, other_core(words))
    for schema, pool, count in (("Organization", words.companies, 200), ("Vessel", vessels, 200)):
        yield from made("figure", schema, pool, count, figure)
        yield from made("figure_added", schema, pool, count, with_figure)
