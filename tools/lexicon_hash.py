"""Open addressing as src/names/lexicon.c looks it up. A slot has, from the top: 32 bits of the word's hash (never 0), a bit that
says that a longer phrase begins so, 15 bits for the row of its details, 8 bits for each of the two information."""
from readable import Wrong

MASK = (1 << 64) - 1
LOAD = 0.7


def fnv(text):
    """FNV-1a."""
    h = 14695981039346656037
    for b in text.encode():
        h = (h ^ b) * 1099511628211 & MASK
    return h


def place(text, count):
    """What is kept of the hash, and the slot where the search begins."""
    h = fnv(text)
    h = (h ^ h >> 32) * 0x9E3779B97F4A7C15 & MASK
    return h & 0xFFFFFFFF or 1, (h >> 32) * count >> 32


def search(slots, tag, at):
    """The slot of that tag, or the empty one where the search ends."""
    while slots[at] and slots[at] >> 32 != tag:
        at = (at + 1) % len(slots)
    return at


def rows(table):
    """The slots of {text: (detail, person, org, longer)}."""
    slots = [0] * (int(len(table) / LOAD) + 2)
    for text, (detail, person, org, longer) in table.items():
        tag, begin = place(text, len(slots))
        at = search(slots, tag, begin)
        if slots[at]:
            raise Wrong(f'"{text}" is taken for another word: change the mixing')
        slots[at] = tag << 32 | longer << 31 | detail << 16 | person << 8 | org
    return slots
