"""The two real lists of examples/lists as entries with names and what tells persons apart."""
import csv
import gzip
import io
import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from dataclasses import dataclass, field

from common import LISTS

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
OFAC_SCHEMA = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane", "": "Organization"}
NUMBERS = re.compile(r"(?:Passport|National ID No\.|Identification Number|Cedula No\.|D\.N\.I\.|NIT #|C\.U\.I\.T\.|Tax ID No\.|R\.F\.C\.|C\.U\.R\.P\.|SSN|Registration ID) ([A-Z0-9./-]{5,})")


@dataclass
class Entry:
    id: str
    schema: str
    name: str
    akas: list = field(default_factory=list)      # good ones
    weak: list = field(default_factory=list)
    originals: list = field(default_factory=list)  # in their own script
    births: list = field(default_factory=list)     # ISO, or a part of it
    numbers: list = field(default_factory=list)
    nationality: list = field(default_factory=list)
    programs: str = ""

    def names(self):
        return [self.name, *self.akas]


def rows(name):
    with gzip.open(LISTS / f"ofac/{name}.csv.gz") as raw:
        for row in csv.reader(io.TextIOWrapper(raw, encoding="latin-1")):
            if len(row) > 1:
                yield ["" if c.strip() == "-0-" else c.strip() for c in row]


def iso(text):
    """"08 Sep 1966" or "1966" as ISO; anything else is "": only certain dates count here."""
    m = re.fullmatch(r"(?:(?:(\d\d) )?([A-Z][a-z]{2}) )?(\d{4})", text.strip())
    if not m:
        return ""
    day, month, year = m.groups()
    return year + (f"-{MONTHS.index(month.lower()) + 1:02}" if month else "") + (f"-{day}" if day else "")


def ofac():
    remarks = defaultdict(str)
    entries = {}
    for row in rows("sdn"):
        entries[row[0]] = Entry(f"ofac-{row[0]}", OFAC_SCHEMA[row[2]], row[1], programs=row[3])
        remarks[row[0]] = row[11]
    for row in rows("sdn_comments"):
        remarks[row[0]] += row[1]
    for row in rows("alt"):
        entries[row[0]].akas.append(row[3])
    for key, text in remarks.items():
        entry = entries[key]
        entry.weak = re.findall(r"a\.k\.a\. '([^']{2,})'", text)
        entry.births = [d for d in map(iso, re.findall(r"(?:^|; )(?:alt\. )?DOB ([^;.]+)", text)) if d]
        entry.numbers = NUMBERS.findall(text)
        entry.nationality = re.findall(r"nationality ([^;.]+)", text)
    return list(entries.values())


def texts(node, path):
    return [" ".join(e.text.split()) for e in node.findall(path) if e.text and e.text.strip()]


def un_aliases(node, tag, entry):
    for alias in node.findall(tag):
        for name in texts(alias, "ALIAS_NAME"):
            low = "Low" in texts(alias, "QUALITY")
            for part in name.split(";"):
                (entry.weak if low else entry.akas).append(part.strip())


def un_births(node):
    for birth in node.findall("INDIVIDUAL_DATE_OF_BIRTH"):
        if "EXACT" in texts(birth, "TYPE_OF_DATE"):
            yield from texts(birth, "DATE")[:1] or texts(birth, "YEAR")[:1]


def un_entry(node, schema, tag):
    name = " ".join(t for n in ("FIRST", "SECOND", "THIRD", "FOURTH") for t in texts(node, f"{n}_NAME"))
    entry = Entry("un-" + texts(node, "DATAID")[0], schema, name, programs=" ".join(texts(node, "UN_LIST_TYPE")))
    un_aliases(node, f"{tag}_ALIAS", entry)
    entry.originals = [p.strip() for t in texts(node, "NAME_ORIGINAL_SCRIPT") for p in t.split(";")]
    entry.births = list(un_births(node))
    entry.numbers = [t for t in texts(node, "INDIVIDUAL_DOCUMENT/NUMBER") if len(t) > 4]
    entry.nationality = texts(node, "NATIONALITY/VALUE")
    return entry


def un():
    with gzip.open(LISTS / "un/consolidated.xml.gz") as raw:
        root = ElementTree.parse(raw).getroot()
    return ([un_entry(n, "Person", "INDIVIDUAL") for n in root.iter("INDIVIDUAL")] +
            [un_entry(n, "Organization", "ENTITY") for n in root.iter("ENTITY")])
