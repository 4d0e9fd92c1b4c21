"""One thing done to a name as clerks, keyboards and scanners do it. Each takes (rnd, name, person) and returns the changed name, or None
where it does not apply. None of them makes another person's name of it: short words and numbers keep their letters."""
import re

import letters
from common import data_lines

KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
MARKS = {"a": "áàâäãå", "e": "éèêë", "i": "íìîï", "o": "óòôöõ", "u": "úùûü", "c": "çč", "n": "ñ", "s": "š", "z": "žż", "g": "ğ"}
OCR = [
    ("rn", "m"), ("m", "rn"), ("l", "1"), ("i", "l"), ("o", "0"), ("cl", "d"), ("d", "cl"), ("s", "5"), ("b", "8"), ("e", "c"), ("h", "b"),
    ("u", "v"), ("nn", "m"), ("g", "9"), ("ri", "n"),
]
SPELLINGS = [
    ("kh", "h"), ("q", "k"), ("k", "q"), ("ou", "u"), ("u", "ou"), ("ee", "i"), ("i", "ee"), ("oo", "u"), ("y", "i"), ("dj", "j"),
    ("j", "dj"), ("w", "v"), ("sh", "ch"), ("dh", "d"), ("gh", "g"), ("th", "t"), ("iy", "i"), ("iya", "ia"), ("ia", "iya"), ("ei", "ey"),
    ("ai", "ay"), ("ey", "ei"), ("zh", "j"), ("ts", "tz"), ("kh", "kk"), ("ss", "s"), ("mm", "m"), ("ll", "l"), ("dd", "d"), ("e", "i"),
    ("o", "u"), ("ph", "f"), ("ck", "k"), ("ov", "off"), ("ev", "eff"), ("yu", "iu"), ("ya", "ia"),
]
TITLES = ["Dr.", "Mr.", "Mr", "Haji", "Sheikh", "Gen.", "Colonel", "Professor", "Mrs.", "Engineer", "Hajji", "Mullah", "Maulavi", "Sayyid", "Major General"]
LAST_WORD = re.compile(r"^(?P<rest>.+) (?P<last>\S+)$")


def like(old, new):
    """The new letters in the case of the old ones."""
    return new.upper() if old.isupper() else new.capitalize() if old[:1].isupper() and len(old) > 1 else new


def long_words(name, least, digits=False):
    """Where words of so many letters stand."""
    return [m for m in re.finditer(r"[^\W_]+", name) if len(m.group()) >= least and (digits or m.group().isalpha()) and m.group().isascii()]


def in_word(rnd, name, least, change):
    """Changes one of the longer words; the first letter seldom."""
    found = long_words(name, least)
    if not found:
        return None
    m = rnd.choice(found)
    at = rnd.randrange(0 if rnd.random() < 0.15 else 1, len(m.group()))
    word = change(m.group(), at)
    return name[:m.start()] + word + name[m.end():] if word and word != m.group() else None


def put(word, at, cut, letter):
    return word[:at] + (letter.upper() if word.isupper() else letter) + word[at + cut:]


def beside(rnd, letter):
    row = next((r for r in KEYS if letter.lower() in r), None)
    if not row:
        return letter
    at = row.index(letter.lower())
    return rnd.choice(row[max(at - 1, 0):at] + row[at + 1:at + 2])


def typo_insert(rnd, name, person):
    return in_word(rnd, name, 5, lambda w, at: put(w, at, 0, rnd.choice("abcdefghijklmnopqrstuvwxyz")))


def typo_delete(rnd, name, person):
    return in_word(rnd, name, 6, lambda w, at: w[:at] + w[at + 1:])


def typo_substitute(rnd, name, person):
    return in_word(rnd, name, 6, lambda w, at: put(w, at, 1, rnd.choice("abcdefghijklmnopqrstuvwxyz")))


def typo_keyboard(rnd, name, person):
    return in_word(rnd, name, 6, lambda w, at: put(w, at, 1, beside(rnd, w[at])))


def typo_transpose(rnd, name, person):
    return in_word(rnd, name, 4, lambda w, at: w[:at - 1] + w[at] + w[at - 1] + w[at + 1:] if at > 1 else None)


def typo_double(rnd, name, person):
    return in_word(rnd, name, 4, lambda w, at: w[:at] + w[at] + w[at:])


def replaced(rnd, name, rules, least):
    """One of the rules that fit a longer word, not at its first letter."""
    fits = []
    for m in long_words(name, least):
        low = m.group().lower()
        fits += [(m.start() + at, old, new) for old, new in rules for at in [low.find(old, 1)] if at > 0]
    if not fits:
        return None
    at, old, new = rnd.choice(fits)
    was = name[at:at + len(old)]
    return name[:at] + (new.upper() if was.isupper() else new) + name[at + len(old):]


def ocr(rnd, name, person):
    return replaced(rnd, name, OCR, 5)


def spelling(rnd, name, person):
    return replaced(rnd, name, SPELLINGS, 5) if person else None


def marks(rnd, name, person):
    spots = [i for i, c in enumerate(name) if c.lower() in MARKS]
    if not spots:
        return None
    out = list(name)
    for i in rnd.sample(spots, min(len(spots), rnd.choice([1, 2, 3]))):
        mark = rnd.choice(MARKS[name[i].lower()])
        out[i] = mark.upper() if name[i].isupper() else mark
    return "".join(out)


def capitals(rnd, name, person):
    return rnd.choice([str.upper, str.lower, str.title])(name)


def given_first(name):
    """(given names, family name) of "FAMILY, Given" or, the last word being the family name, of "Given Family"."""
    if "," in name:
        family, given = (p.strip() for p in name.split(",", 1))
        return given, family
    m = LAST_WORD.match(name)
    return (m["rest"], m["last"]) if m else ("", name)


def comma(rnd, name, person):
    given, family = given_first(name)
    if not person or not given or not family:
        return None
    return f"{given} {family}" if "," in name else f"{family}, {given}" if rnd.random() < 0.5 else f"{family.upper()}, {given}"


def swap(rnd, name, person):
    parts = name.replace(",", "").split()
    if len(parts) < 2:
        return None
    if person:
        at = rnd.randrange(1, len(parts))
        return " ".join(parts[at:] + parts[:at])
    at = rnd.randrange(len(parts) - 1)
    parts[at], parts[at + 1] = parts[at + 1], parts[at]
    return " ".join(parts)


def drop(rnd, name, person):
    """A middle name of a person; of another name the commonest word of three or more."""
    parts = name.split()
    if len(parts) < 3:
        return None
    if person:
        given, family = given_first(name)
        middle = given.split()
        if len(middle) < 2:
            return None
        del middle[rnd.randrange(1, len(middle))]
        return f"{family}, {' '.join(middle)}" if "," in name else f"{' '.join(middle)} {family}"
    generic = {w for row in data_lines("generic.txt") for w in row[0].split("|")}
    spots = [i for i, w in enumerate(parts) if letters.plain(w).strip(".,()") in generic]
    if not spots:
        return None
    del parts[rnd.choice(spots)]
    return " ".join(parts)


def join(rnd, name, person):
    gaps = [m.start() for m in re.finditer(r"(?<=[^\W_])[ -](?=[^\W\d_])", name)]
    if not gaps:
        return None
    at = rnd.choice(gaps)
    return name[:at] + (name[at + 1:at + 2].lower() if not name[at - 1].isupper() else name[at + 1:at + 2]) + name[at + 2:]


def part(rnd, name, person):
    """A long word written as two."""
    found = long_words(name, 7)
    if not found:
        return None
    m = rnd.choice(found)
    at = m.start() + rnd.randrange(3, len(m.group()) - 2)
    return name[:at] + rnd.choice([" ", "-"]) + (name[at] if rnd.random() < 0.5 else name[at].upper()) + name[at + 1:]


def initial(rnd, name, person):
    given, family = given_first(name)
    if not person or len(letters.plain(family)) < 5 or not given or len(given.split()[0]) < 3:
        return None
    names = given.split()
    every = rnd.random() < 0.4
    names = [n[0].upper() + rnd.choice([".", ""]) if (every or i == 0) and n[0].isalpha() else n for i, n in enumerate(names)]
    return f"{family}, {' '.join(names)}" if rnd.random() < 0.4 else f"{' '.join(names)} {family}"


def title(rnd, name, person):
    return f"{rnd.choice(TITLES)} {' '.join(p for p in given_first(name) if p)}" if person else None


def particle(rnd, name, person):
    """al-, el-, bin: left out, or joined to what follows."""
    m = re.search(r"(?i)\b(al|el|bin|ibn|de|van)([ -])(?=[a-z]{3})", name)
    if not m or not person:
        return None
    new = rnd.choice(["", m[1] + {" ": "-", "-": " "}[m[2]], m[1]])
    return name[:m.start()] + new + name[m.end():]


def cut(rnd, name, person):
    """What a field of fixed length leaves of a long name."""
    return name[:rnd.randrange(22, len(name) - 1)].rstrip(" ,-") if len(name) > 26 else None


TYPOS = {f.__name__: f for f in (typo_insert, typo_delete, typo_substitute, typo_keyboard, typo_transpose, typo_double)}
OTHERS = {"ocr": ocr, "spelling": spelling, "marks": marks, "capitals": capitals, "comma": comma, "swap": swap, "drop": drop, "join": join, "split": part,
          "initial": initial, "title": title, "particle": particle, "cut": cut}
KINDS = {**TYPOS, **OTHERS}


def once(rnd, kind, name, person):
    """The name changed so, or None; the same words in other capitals or order count as changed only by kinds that do that."""
    new = KINDS[kind](rnd, name, person)
    if not new or new == name or len(new) < 3:
        return None
    return new


def twice(rnd, name, person):
    """Two kinds after each other: (kind+kind, new name) or None."""
    for _ in range(8):
        first, second = rnd.choice(list(TYPOS)), rnd.choice(list(OTHERS))
        if rnd.random() < 0.3:
            first = rnd.choice(list(OTHERS))
        middle = once(rnd, first, name, person)
        new = middle and once(rnd, second, middle, person)
        if new and first != second and letters.plain(new) != letters.plain(name):
            return f"{first}+{second}", new
    return None
