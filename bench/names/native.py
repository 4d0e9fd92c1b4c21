"""Latin names written in other scripts: word by word from the pairs mined from Wikidata (../shared/data/names, where the part to train on makes sets
to train on, and the other part sets held out), and for some scripts by the rules of data/written.txt."""
import gzip
import re
import shutil
import subprocess
from collections import defaultdict
from functools import lru_cache

import letters
from common import SHARED, data_lines, say

FILES = {"arabic": "arabic", "cyrillic": "russian", "chinese": "chinese", "hebrew": "hebrew", "korean": "korean", "japanese": "japanese", "katakana": "katakana"}
UNKNOWN = {"cyrillic": 9, "greek": 9, "georgian": 9, "armenian": 9}  # so many words of a name may be by rule
FAMILY_FIRST = {"chinese", "korean", "japanese"}
SCRIPTS = ["arabic", "cyrillic", "greek", "chinese", "hebrew", "korean", "japanese", "katakana", "georgian", "armenian"]
FIXED = {  # particles, which Wikidata does not have as words
    "arabic": {"al": "ال", "el": "ال", "bin": "بن", "ben": "بن", "ibn": "ابن", "abu": "أبو", "abou": "أبو", "abd": "عبد", "abdul": "عبد ال", "umm": "أم"},
    "cyrillic": {"al": "аль", "el": "эль", "bin": "бин", "ben": "бен", "ibn": "ибн", "abu": "абу", "abd": "абд", "abdul": "абдул", "de": "де", "van": "ван", "von": "фон"},
    "hebrew": {"al": "אל", "bin": "בן", "ben": "בן", "abu": "אבו"},
}


def by_icu(rule, texts):
    """What ICU makes of each text; the texts themselves where uconv is not here."""
    if not shutil.which("uconv"):
        say("uconv (icu-devtools) is not here: pairs go unchecked")
        return texts
    done = subprocess.run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", rule], input="\n".join(texts), capture_output=True, encoding="utf-8", check=True)
    return done.stdout.split("\n")[:len(texts)]


def sounds_like(latin, read):
    """Whether ICU's reading of the other script can be the Latin word: the pairs are mined, and a few are wrong."""
    a, b = letters.skeleton(letters.plain(latin)), letters.skeleton("".join(letters.words(read)))
    return letters.ratio(a, b) > 0.5


@lru_cache(maxsize=None)
def pairs(script, part):
    """[(Latin word, the same in the script, how often seen)] of a part: train or dev."""
    path = SHARED / f"names/wikidata-{FILES[script]}-{part}.tsv.gz"
    if not path.exists():
        say(f"{path} is not here: no {script}")
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    return [(latin, native.replace(" ", ""), int(count)) for latin, native, count in rows]


@lru_cache(maxsize=None)
def known(script, part):
    """{Latin word: its forms, those that sound like it, by how often they were seen}"""
    rows = pairs(script, part)
    read = by_icu("Any-Latin; Latin-ASCII", [native for _, native, _ in rows])
    found = defaultdict(list)
    for (latin, native, count), sound in zip(rows, read):
        if sounds_like(latin, sound) and (script != "chinese" or len(native) == len(re.findall("[aeiouy]+", letters.plain(latin))) or count > 4):
            found[letters.plain(latin)].append((count, native))
    for forms in found.values():
        forms.sort(reverse=True)
    return dict(found)


@lru_cache(maxsize=None)
def rules(script):
    """[(Latin letters, native ones)], the longest first."""
    text = dict(data_lines("written.txt")).get(script, "")
    return sorted((tuple(p.split("=")) for p in text.split()), key=lambda p: -len(p[0]))


def ruled(script, word):
    """A word written by rule, or None where there are no rules or a letter has none."""
    left, out = f"^{word}$", ""
    while left not in ("", "$"):
        old, new = next(((o, n) for o, n in rules(script) if left.startswith(o)), (None, None))
        if old is None and left[0] == "^":
            left = left[1:]
        elif old is None:
            return None
        else:
            out, left = out + new, left[len(old):]
    return out


def word_in(rnd, script, part, word):
    """(the word in the script or None, whether it was by rule). part: train, dev, or both, the first first."""
    if word in FIXED.get(script, {}):
        return FIXED[script][word], False
    forms = next((f for p in part.split() for f in [known(script, p).get(word, [])] if f), []) if script in FILES else []
    if forms:
        most = forms[0][0]
        usual = [n for c, n in forms if c * 3 >= most]
        return rnd.choice(usual), False
    return ruled(script, word), True


def name_in(rnd, script, part, given, family):
    """A name in the script, or None where too many of its words are not known to be written there."""
    eastern = script in FAMILY_FIRST and family.lower() in letters.EASTERN
    names = letters.words(family) + letters.words(given) if eastern else letters.words(given) + letters.words(family)
    out, by_rule = [], 0
    for word in names:
        made, rule = word_in(rnd, script, part, word)
        by_rule += rule
        if not made or not word.isalpha() or by_rule > UNKNOWN.get(script, 0):
            return None
        out.append(made)
    return joined(script, out, eastern) if out else None


def joined(script, words, eastern):
    if script in FAMILY_FIRST and eastern:
        return "".join(words)
    if script in ("katakana", "japanese", "chinese"):
        return ("·" if script == "chinese" else "・").join(words)
    if script == "arabic":
        return " ".join(words).replace("ال ال", "ال").replace("ال ", "ال")
    if script == "cyrillic":
        return " ".join(w.capitalize() for w in words).replace("Аль ", "аль-").replace("Эль ", "эль-")
    return " ".join(w.capitalize() for w in words)
