#!/usr/bin/python3
"""Writes what is known of words of names (data/names) as constant tables of C (see src/names/lexicon_tables.h).

    lexicon_gen.py FOLDER OUT.c DEPFILE

Two families of spellings that share a word would make one name of two: such a word is an error unless it is marked.
"""
import math
import os

import lexicon_origins
import lexicon_text
from lexicon_hash import rows
from readable import Wrong, main, write_depfile

# rt_word_use, bit by bit.
USES = ("title", "particle", "son", "kunya", "servant", "divine", "generation", "aka", "legal", "generic", "place", "number",
        "stop", "vessel", "given", "family", "female", "male")
SPELLINGS = ("families", "titles", "particles")         # a line is a name in all its spellings
MEANINGS = ("forms", "generic", "places", "numbers")    # a line is what words mean
MOST_FAMILIES = 4  # RT_LEXEME_FAMILIES
STEP = 16          # steps of information in a nat
# A rare spelling of a common name is nearly as common as the name: who wrote it so is chance. One nat less than all spellings
# together keeps the order of spellings and spares the bearers of unusual ones.
SPELLING_NATS = 1.0
# The same for what organisations are called in languages that the sources know less of than English.
MEANING_NATS = 2.5


class Entry:
    """What is known of a word or phrase; families are (number, whether it is another form rather than a spelling)."""

    def __init__(self):
        self.uses, self.families, self.number, self.origins = 0, {}, 0, 0
        self.person = self.org = None


class Lexicon:
    def __init__(self):
        self.entries = {}
        self.members = []    # of each family from 1: its spellings
        self.meanings = []   # the words of each line of one meaning
        self.spelled = {}    # word: [families that it is a spelling in]
        self.shared = set()  # words marked as spellings of several names
        self.first = {}      # (word, kind): where it stood first
        self.wider = {}      # {head: family} of lines that are of one type
        self.rare = []
        self.peoples = []

    def entry(self, word):
        return self.entries.setdefault(word, Entry())

    def join(self, number, word, form, at):
        entry = self.entry(word)
        if number in entry.families:
            entry.families[number] = entry.families[number] and form
        else:
            entry.families[number] = form
        if len(entry.families) > MOST_FAMILIES:
            raise Wrong(f'{at}: "{word}" would be in more than {MOST_FAMILIES} families')

    def family(self):
        self.members.append([])
        return len(self.members)

    def wide(self, head):
        if head not in self.wider:
            self.wider[head] = self.family()
        return self.wider[head]

    def spell(self, number, word, at):
        self.members[number - 1].append(word)
        self.spelled.setdefault(word, []).append(number)
        self.join(number, word, False, at)

    def family_of(self, word, at):
        """The families that a word is a spelling in; one of its own when there is none."""
        if word not in self.spelled:
            self.spell(self.family(), word, at)
        return self.spelled[word]

    def spellings(self, word):
        """The word and all other spellings of the name; of a word that is marked as one of several names only itself."""
        numbers = self.spelled.get(word, [])
        return [word] if word in self.shared or not numbers else [w for w in self.members[numbers[0] - 1] if w not in self.shared]


def bits(uses):
    return sum(1 << USES.index(use) for use in uses)


def once(lexicon, kind, word, at, shared):
    before = lexicon.first.setdefault((word, kind), (at, shared))
    if before[0] != at and not (shared and before[1]):
        raise Wrong(f'{at}: "{word}" stands in the group of {before[0]} too: join them, or mark the word with * in both')


def use(lexicon, line):
    for word, _ in line.words:
        entry = lexicon.entry(word)
        entry.uses |= bits(line.uses)
        if line.head.isdigit():
            entry.number = int(line.head)


def read_group(lexicon, line, kind):
    """A line of words that are one name or mean one thing."""
    use(lexicon, line)
    if line.apart or len(line.words) == 1:
        return
    number = lexicon.family()
    if kind == "meanings":
        lexicon.meanings.append([word for word, _ in line.words if " " not in word])
    for word, shared in line.words:
        once(lexicon, kind, word, line.at, shared)
        if kind == "spellings":
            lexicon.shared |= {word} if shared else set()
            lexicon.spell(number, word, line.at)
        else:
            lexicon.join(number, word, False, line.at)
        if line.head and not line.head.isdigit():
            lexicon.join(lexicon.wide(line.head), word, True, line.at)


def read_derived(lexicon, line):
    """Spellings that a script found: they join the family that one of them is in."""
    known = {n for word, _ in line.words for n in lexicon.spelled.get(word, [])}
    if len(known) > 1:
        raise Wrong(f"{line.at}: these are words of several families")
    number = known.pop() if known else lexicon.family()
    for word, _ in line.words:
        if word not in lexicon.members[number - 1]:
            lexicon.spell(number, word, line.at)


def read_forms(lexicon, line):
    """One name in several languages: every word, in all spellings, is a form of it."""
    number = lexicon.family()
    for word, _ in line.words:
        for spelling in lexicon.spellings(word):
            lexicon.join(number, spelling, True, line.at)


def read_nicknames(lexicon, line):
    for head in (h.replace("_", " ") for h in line.head.split()):
        for number in lexicon.family_of(head, line.at):
            for word, _ in line.words:
                if word in lexicon.members[number - 1]:
                    raise Wrong(f'{line.at}: "{word}" is a spelling of {head}, not short for it')
                for spelling in lexicon.spellings(word):
                    lexicon.join(number, spelling, True, line.at)


def read_frequency(lexicon, line, field):
    if line.head == "rare":
        lexicon.rare = [int(word) / STEP for word, _ in line.words]
        return
    try:
        info = float(line.head)
    except ValueError:
        raise Wrong(f"{line.at}: expected nats before the colon") from None
    for word, _ in line.words:
        entry = lexicon.entry(word)
        if not entry.uses & bits(["title"]):  # titles.txt says which of them are names too
            entry.uses |= bits(line.uses)
        if getattr(entry, field) is not None:
            raise Wrong(f'{line.at}: "{word}" has an information already')
        setattr(entry, field, info)


def rare(lexicon, word):
    return lexicon.rare[min(len(word), len(lexicon.rare)) - 1]


def spread(lexicon, groups, field, nats):
    """What a rare word of a group has of the frequency of all: `nats` less than they have together."""
    for words in groups:
        entries = [lexicon.entry(w) for w in words]
        infos = [getattr(e, field) for e in entries if getattr(e, field) is not None]
        if not infos:
            continue
        together = nats - math.log(sum(math.exp(-i) for i in infos))
        for entry in entries:
            own = getattr(entry, field)
            setattr(entry, field, together if own is None else min(own, together))


def read_origins(lexicon, peoples, common):
    """A spelling is among the names of the peoples that any spelling of the name is among."""
    lexicon.peoples = lexicon_origins.peoples(peoples)
    for word, bits in lexicon_origins.by_word(common, lexicon.peoples).items():
        for spelling in lexicon.spellings(word):
            lexicon.entry(spelling).origins |= bits


def fill(lexicon):
    """No word of the tables says more than one that is in none; a phrase as much as its rarest word."""
    for word, entry in lexicon.entries.items():
        most = rare(lexicon, word)
        entry.person = most if entry.person is None else min(entry.person, most)
        entry.org = min(most, entry.person + 1 if entry.org is None else entry.org)
    for phrase, entry in lexicon.entries.items():
        parts = [lexicon.entries.get(word) for word in phrase.split()]
        if len(parts) > 1 and all(parts):
            entry.person = max(p.person for p in parts)
            entry.org = max(p.org for p in parts)


def read(folder):
    lexicon, paths = Lexicon(), []

    def each(name):
        paths.append(os.path.join(folder, f"{name}.txt"))
        return lexicon_text.lines(paths[-1], USES)

    for name in SPELLINGS:
        for line in each(name):
            read_group(lexicon, line, "spellings")
    for line in each("derived"):
        read_derived(lexicon, line)
    for line in each("languages"):
        read_forms(lexicon, line)
    for line in each("nicknames"):
        read_nicknames(lexicon, line)
    for name in MEANINGS:
        for line in each(name):
            read_group(lexicon, line, "meanings")
    for name, field in (("frequency", "person"), ("organisations", "org")):
        for line in each(name):
            read_frequency(lexicon, line, field)
    if not lexicon.rare:
        raise Wrong(f"{paths[-2]}:1: no line \"rare:\"")
    spread(lexicon, lexicon.members, "person", SPELLING_NATS)
    paths += [os.path.join(folder, "origins.txt"), os.path.join(folder, "common.txt")]
    read_origins(lexicon, *paths[-2:])
    spread(lexicon, lexicon.meanings, "org", MEANING_NATS)
    fill(lexicon)
    return lexicon, paths


class Details:
    """What many words share, each once: uses, families, number, origins. Number 0 knows nothing."""

    def __init__(self):
        self.rows = {(0, (), 0, 0, 0): 0}

    def of(self, entry):
        families = tuple(entry.families)
        forms = sum(1 << i for i, number in enumerate(families) if entry.families[number])
        return self.rows.setdefault((entry.uses, families, forms, entry.number, entry.origins), len(self.rows))


def prefixes(phrases):
    """Each beginning, of two words or more, of each phrase: whether there is a longer one."""
    found = dict.fromkeys(phrases, False)
    for phrase in phrases:
        words = phrase.split()
        for n in range(2, len(words)):
            found[" ".join(words[:n])] = True
    return found


def write(lexicon, f):
    details, words, phrases = Details(), {}, {}
    for word, entry in sorted(lexicon.entries.items()):
        row = (details.of(entry), round(entry.person * STEP), round(entry.org * STEP))
        (phrases if " " in word else words)[word] = row
    longer = prefixes(phrases)
    phrases = {p: (*phrases.get(p, (0, 0, 0)), more) for p, more in longer.items()}
    for name, table in (("words", {w: (*row, False) for w, row in words.items()}), ("phrases", phrases)):
        slots = rows(table)
        f.write(f"static const uint64_t {name}[] = {{\n")
        f.writelines("    " + " ".join(f"{s:#x}," for s in slots[i:i + 8]) + "\n" for i in range(0, len(slots), 8))
        f.write(f"}};\nconst rt_lexicon_table rt_lexicon_{name} = {{{name}, {len(slots)}}};\n\n")
    f.write("const rt_lexicon_detail rt_lexicon_details[] = {\n")
    for uses, families, forms, number, origins in details.rows:
        f.write(f"    {{{uses:#x}, {{{', '.join(map(str, families)) or 0}}}, {number}, {origins:#x}, {forms}}},\n")
    f.write("};\n\n")
    f.write(f"const uint16_t rt_script_origins[RT_SCRIPTS] = {{{', '.join(map(hex, lexicon_origins.by_script(lexicon.peoples)))}}};\n")
    f.write(f"const float rt_origin_nats[RT_ORIGINS] = {{{', '.join(f'{nats}F' for _, nats, _ in lexicon.peoples)}}};\n\n")
    f.write(f"const uint8_t rt_lexicon_rares[] = {{{', '.join(str(round(r * STEP)) for r in lexicon.rare)}}};\n")
    f.write("const size_t rt_lexicon_rare_count = sizeof rt_lexicon_rares;\n")
    if len(details.rows) >= 1 << 15 or len(lexicon.members) >= 1 << 16:
        raise Wrong(f"{len(details.rows)} details of {len(lexicon.members)} families do not fit the tables")


def run(args):
    folder, out, depfile = args
    lexicon, paths = read(folder)
    with open(out, "w", encoding="ascii") as f:
        f.write("/* Written by tools/lexicon_gen.py from the files in data/names: change those. */\n")
        f.write('#include "names/lexicon_tables.h"\n\n')
        write(lexicon, f)
    write_depfile(depfile, out, paths)


if __name__ == "__main__":
    main(run)
