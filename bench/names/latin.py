"""Words in Latin letters as src/names/letters.h gives them: a-z and 0-9; and the names of the real lists."""
import csv
import gzip
import io
import os
import pathlib
import re
import unicodedata
import xml.etree.ElementTree as ElementTree

TOP = pathlib.Path(__file__).resolve().parents[2]
NAMES = pathlib.Path(os.environ.get("REDTHREAD_NAMES", TOP.parent / "shared/data/names"))  # name pairs of Wikidata
LISTS = TOP / "examples/lists"
SCRIPTS = ("arabic", "chinese", "hebrew", "japanese", "katakana", "korean", "russian")
# Letters that no decomposition takes apart.
APART = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ĸ": "k",
                       "ŋ": "n", "ə": "a", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ŧ": "t"})


def words(text):
    """The words of a name that are written in Latin letters."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(APART)
    text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    text = re.sub(r"['`’‘ʼʻʿʾ´]", "", text)
    return [w for w in re.split(r"[\W_]+", text) if re.fullmatch(r"[a-z0-9]{1,31}", w)]


def pairs(script, part="train"):
    """(Latin word, letters of the other script, how often seen) of Wikidata."""
    with gzip.open(NAMES / f"wikidata-{script}-{part}.tsv.gz", "rt", encoding="utf-8") as f:
        for line in f:
            latin, other, seen = line.rstrip("\n").split("\t")
            found = words(latin)
            if len(found) == 1:
                yield found[0], other.replace(" ", ""), int(seen)


def ofac():
    """(is a person, main name, [other names]) of each entry."""
    def rows(name):
        with gzip.open(LISTS / f"ofac/{name}.csv.gz", "rt", encoding="latin-1") as f:
            yield from (r for r in csv.reader(f) if len(r) > 3)
    others = {}
    for row in rows("alt"):
        others.setdefault(row[0], []).append(row[3])
    for row in rows("sdn"):
        kind = row[2].strip()
        if kind not in ("vessel", "aircraft"):
            yield kind == "individual", row[1], others.get(row[0], [])


def un():
    with gzip.open(LISTS / "un/consolidated.xml.gz") as f:
        root = ElementTree.parse(io.BytesIO(f.read())).getroot()
    for kind in ("INDIVIDUAL", "ENTITY"):
        for entry in root.iter(kind):
            name = [entry.findtext(f"{n}_NAME") or "" for n in ("FIRST", "SECOND", "THIRD", "FOURTH")]
            aliases = [a.findtext("ALIAS_NAME") or "" for a in entry.iter(f"{kind}_ALIAS")]
            yield kind == "INDIVIDUAL", " ".join(" ".join(name).split()), [a for a in aliases if a]


def entries():
    yield from ofac()
    yield from un()
