#!/usr/bin/env python3
"""Spellings of one name that people really use: writes data/names/derived.txt.

    bench/names/derive_families.py

Two sources. In the lists of OFAC and the UN, a word of a main name and a word of an a.k.a. that stand in the same place of names which
are equal else, of at least two persons. In the name pairs of Wikidata, Latin words that are written alike in Arabic (without its
vowels, so as Arabic names are and foreign ones are not) or in Russian with the ending of a Slavic family name: names that have one
right spelling, and only in another script. Names of Latin languages are left out: Schmidt and Schmitt are two names.

What is found joins a family of families.txt or makes a new one, and never joins two. REDTHREAD_NAMES names another folder of pairs.
"""
import collections
import difflib
import itertools
import re
import sys

import latin

sys.path.insert(0, str(latin.TOP / "tools"))
import lexicon_gen  # noqa: E402
import lexicon_text  # noqa: E402

DATA = latin.TOP / "data/names"
LEAST_PERSONS = 2  # whose lists have a pair of spellings
LEAST_SEEN = 2     # a spelling in Wikidata, and the commonest of its family by hand or this
AT_HOME = {"arabic": 0.5, "russian": 1.5}  # how often a name is seen in its script, for each time in the others
LEAST_SHARE = 0.4  # of a Latin word's readings that are this one
ALIKE = 0.62       # share of letters, by difflib
SLAVIC = re.compile(r"(ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|цкий|ская|цкая|енко|ович|евич|овна|евна|чук|ян)$")
# What a written vowel may stand for: e is a or i as a name came through Persian, Turkish or French.
SOUNDS = {"a": "a", "e": "ai", "i": "i", "o": "u", "u": "u", "y": "i"}
VOWELS = re.compile("[aeiouy]+")


def sounds(word):
    """The vowels of a word as sets of sounds; digraphs are one (ou, ee, ai, ay, ei)."""
    found = []
    for run in VOWELS.findall(word):
        run = run.replace("ou", "u").replace("oo", "u").replace("ee", "i").replace("ie", "i")
        found.append(set("".join(SOUNDS[c] for c in run)))
    return found


def one_name(a, b):
    """Whether two words may be spellings of one name: alike in letters and with the same vowels. A vowel at the end may be mute."""
    if a[0] != b[0] and not {a[0], b[0]} <= set("aeiouy") and not {a[0], b[0]} <= set("ckqgxh") and {a[0], b[0]} not in (
            {"c", "s"}, {"j", "d"}, {"g", "j"}, {"w", "v"}, {"w", "o"}, {"f", "p"}, {"c", "j"}, {"z", "d"}, {"s", "z"}, {"t", "d"}, {"b", "p"}):
        return False
    x, y = sounds(a), sounds(b)
    if len(x) == len(y) + 1 and a[-1] == "e":
        x.pop()
    if len(y) == len(x) + 1 and b[-1] == "e":
        y.pop()
    return len(x) == len(y) and all(p & q for p, q in zip(x, y)) and difflib.SequenceMatcher(None, a, b).ratio() >= ALIKE


def listed():
    """{(word, other word): persons} of main names and a.k.a.s that differ in one place."""
    persons = collections.Counter()
    for person, name, others in latin.entries():
        found = set()
        for a, b in itertools.combinations([latin.words(n) for n in {name, *others}], 2):
            differ = [(p, q) for p, q in zip(sorted(a), sorted(b)) if p != q] if len(a) == len(b) else []
            left, right = collections.Counter(a) - collections.Counter(b), collections.Counter(b) - collections.Counter(a)
            if person and differ and sum(left.values()) == sum(right.values()) == 1:
                found.add(tuple(sorted((*left, *right))))
        persons.update(found)
    return persons


def native(word, other):
    """Whether Arabic letters leave vowels of the Latin word out."""
    return len(VOWELS.findall(word)) > len(re.findall("[اويىآةأإؤئ]", other))


def at_home(script):
    """Latin words that are seen in a script more than in the others together: names of its own languages."""
    here, elsewhere = collections.Counter(), collections.Counter()
    for other in latin.SCRIPTS:
        for word, _, n in latin.pairs(other):
            (here if other == script else elsewhere)[word] += n
    return {w for w, n in here.items() if n >= AT_HOME[script] * elsewhere[w]}


def written():
    """[{Latin word: how often}] of one spelling in Arabic or Russian."""
    for script, fits in (("arabic", native), ("russian", lambda _, other: bool(SLAVIC.search(other)))):
        home = at_home(script)
        seen, total = collections.defaultdict(collections.Counter), collections.Counter()
        for word, other, n in latin.pairs(script):
            total[word] += n
            if len(word) > 3 and len(other) > 2 and word in home and fits(word, other):
                seen[other][word] += n
        for words in seen.values():
            yield {w: n for w, n in words.items() if n >= LEAST_SHARE * total[w]}


def by_hand():
    """{word: family} of families.txt, and the words that are of several names or, in titles.txt and particles.txt, something else."""
    family, shared = {}, set()
    for name in ("families",):
        for line in lexicon_text.lines(str(DATA / f"{name}.txt"), lexicon_gen.USES):
            for word, several in line.words:
                if several or word in family:
                    shared.add(word)
                family[word] = line.at
    for name in ("titles", "particles"):
        shared |= {w.text for line in lexicon_text.lines(str(DATA / f"{name}.txt"), lexicon_gen.USES) for w in line.words}
    return family, shared


class Families:
    def __init__(self):
        self.hand, self.shared = by_hand()
        self.of, self.members = {}, collections.defaultdict(list)

    def root(self, word):
        return self.hand.get(word) or self.of.get(word)

    def join(self, head, word):
        """Makes word a spelling of head, unless it is one of another name."""
        if {head, word} & self.shared or len(head) < 4 or len(word) < 4:
            return
        a, b = self.root(head), self.root(word)
        if a and b:
            return
        root = a or b or head
        for w in (head, word):
            if w not in self.hand and w not in self.of:
                self.of[w] = root
                self.members[root].append(w)


def most_common_first(known):
    """Each pair of spellings with what speaks for it; what is said most often is joined first."""
    for (a, b), persons in listed().most_common():
        if persons >= LEAST_PERSONS and one_name(a, b):
            yield persons * 100, a, b
    for words in written():
        if words:
            head = max(words, key=lambda w: (words[w], w))
            least = 1 if head in known else LEAST_SEEN
            yield from ((n, head, w) for w, n in words.items() if w != head and n >= least and one_name(head, w))


def lines(families):
    first = {}
    for word, at in families.hand.items():
        first.setdefault(at, word)
    for root, words in families.members.items():
        known = [first[root]] if root in first else []
        if len(known + words) > 1:
            yield " ".join([*known, *sorted(words)])


def derive():
    families = Families()
    for _, head, word in sorted(most_common_first(families.hand), key=lambda row: (-row[0], row[1:])):
        families.join(head, word)
    with open(DATA / "derived.txt", "w", encoding="ascii") as f:
        f.write("# Spellings of one name, found by bench/names/derive_families.py in the lists of OFAC and the UN and in pairs of names of\n"
                "# Wikidata. A line that begins with a word of families.txt adds to that family.\n\n")
        found = sorted(lines(families))
        f.writelines(f"{line}\n" for line in found)
    print(f"{len(found)} families, {sum(len(line.split()) for line in found)} words")


if __name__ == "__main__":
    derive()
