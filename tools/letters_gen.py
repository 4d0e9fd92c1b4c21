#!/usr/bin/python3
"""Checks data/names/scripts and writes it as constant tables (see src/names/letters_tables.h).

    letters_gen.py FOLDER OUT.c DEPFILE
"""
import os
import re
import unicodedata

from readable import SCRIPTS, Wrong, main, write_depfile

# Those with a letter file are read by rules.
RULED = ("latin", "cyrillic", "greek", "arabic", "hebrew", "armenian", "georgian", "kana")
KINDS = ("UNKNOWN", "DROP", "MARK", "JOIN", "SIGN", "DIGIT", "LETTER", "MANY")  # as rt_letter_kind
CONTEXTS = {"^": 1, "~": 2, "$": 4}
READINGS, MOST_LETTERS, MOST_OUT = 3, 4, 7
PAGE = 128
# Combining marks of scripts with a letter file and of no script; those of others are letters to ICU.
MARKS = ((0x300, 0x36F), (0x483, 0x489), (0x591, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6ED), (0x8D3, 0x8FF),
         (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0x302A, 0x302F), (0x3099, 0x309A), (0xFB1E, 0xFB1E), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F))
HAN_FIRST, HAN_LAST = 0x4E00, 0x9FFF


def lines(path):
    """(place, line) of what says something."""
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            text = line.rstrip("\n")
            if text and not text.startswith("#"):
                yield f"{path}:{number}", text


class Script:
    """A letter file: letters with their symbol, rules, and how languages are known."""

    def __init__(self, path, name, languages):
        self.name, self.letters, self.same, self.vowels, self.rules, self.hints = name, {}, {}, set(), [], []
        language = 0
        for at, line in lines(path):
            if line.startswith("["):
                language = self.section(at, line, languages)
            elif line.startswith("vowels:"):
                self.vowels |= set(line.split()[1:])
            elif re.fullmatch(r"\S = \S", line):
                self.same[line[0]] = line[4]
            else:
                self.rule(at, line.split(), language)
        if name == "latin":
            for c in "abcdefghijklmnopqrstuvwxyz":
                self.letters[c] = "-"
                self.rules.append((c, 0, 0, [c] * READINGS))
        self.check(path)

    def section(self, at, line, languages):
        m = re.fullmatch(r"\[(\w+): (.+)\]", line)
        if not m:
            raise Wrong(f"{at}: expected [language: letters]")
        languages.append(m[1])
        self.hints += [(pattern, len(languages)) for pattern in m[2].split()]
        return len(languages)

    def rule(self, at, fields, language):
        if not 3 <= len(fields) <= 2 + READINGS:
            raise Wrong(f"{at}: expected letters, symbol and one to three readings")
        letters, symbol, *outs = fields
        context = sum(bit for sign, bit in CONTEXTS.items() if sign in letters)
        bare = letters.lstrip("^~").rstrip("$")
        if not 1 <= len(bare) <= MOST_LETTERS or set(bare) & set(CONTEXTS):
            raise Wrong(f"{at}: {letters} should be one to {MOST_LETTERS} letters")
        if len(symbol) != 1 or not " " < symbol < "\x7f":
            raise Wrong(f"{at}: the symbol of {letters} should be one ASCII sign")
        outs = [outs[0] if o == "." else "" if o == "_" else o for o in outs]
        if any(not re.fullmatch(r"[a-zQL]*|\+", o) or len(o) > MOST_OUT for o in outs):
            raise Wrong(f"{at}: a reading of {letters} should be a to z, at most {MOST_OUT} letters")
        if any(r[:3] == (bare, context, language) for r in self.rules):
            raise Wrong(f"{at}: {letters} stands twice")
        if len(bare) == 1 and not context and not language:
            self.letters[bare] = symbol
        self.rules.append((bare, context, language, outs + [outs[0]] * (READINGS - len(outs))))

    def check(self, path):
        for bare, *_ in self.rules:
            for c in bare:
                if c not in self.letters and c != "'":
                    raise Wrong(f"{path}: {c} of {bare} has no line of its own")
        for a, b in self.same.items():
            if b not in self.letters or a in self.letters:
                raise Wrong(f"{path}: {a} is read as {b}: {b} should have a line, and {a} none")
        for hint, _ in self.hints:
            for c in hint.rstrip("$"):
                if c not in self.letters and c not in self.same:
                    raise Wrong(f"{path}: {c} tells of a language and has no line")


class Tables:
    def __init__(self, folder):
        self.folder, self.paths, self.languages = folder, [], []
        self.scripts = [Script(self.path(f"{n}.txt"), n, self.languages) for n in RULED]
        self.index = {}  # of letters; 0 is none
        self.same = {}  # what is another letter before anything looks at it
        for s in self.scripts:
            for c in [*s.letters, *s.same]:
                if c in self.index:
                    raise Wrong(f"{self.folder}/{s.name}.txt: {c} is a letter of {self.index[c][0].name} too")
                self.index[c] = (s, len(self.index) + 1)
        for code in range(0x3041, 0x3097):
            self.same[chr(code)] = chr(code + 0x60)
        self.index.setdefault("'", (self.scripts[0], len(self.index) + 1))
        self.signs = self.read_signs()
        self.pairs = self.compositions()
        self.sequences = []

    def path(self, name):
        self.paths.append(os.path.join(self.folder, name))
        return self.paths[-1]

    def read_signs(self):
        signs = {}
        for at, line in lines(self.path("signs.txt")):
            fields = line.split()
            if len(fields) != 2 or len(fields[0]) != 1 or not (fields[1] in ("join", "blank") or fields[1] in SIGNS):
                raise Wrong(f"{at}: expected a sign and join, blank or an ASCII sign")
            signs[fields[0]] = fields[1]
        return signs

    def compositions(self):
        """{(letter, mark): letter} for the letters that are one sign to us and two to Unicode."""
        pairs = {}
        for c in [*self.index, *self.same]:
            parts = unicodedata.normalize("NFD", c)
            if len(parts) == 2:
                pairs[tuple(parts)] = c
        return pairs

    def fold(self, c):
        """What stands for c: NFKC, no case, marks composed where the result is a letter of ours, else dropped."""
        text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", c).casefold()).casefold()
        out = []
        for d in unicodedata.normalize("NFD", text):
            if out and (out[-1], d) in self.pairs:
                out[-1] = self.pairs[out[-1], d]
            elif not self.is_mark(d) or d in self.index:
                out.append(d)
        return "".join(self.same.get(d, d) for d in out)

    @staticmethod
    def is_mark(c):
        return unicodedata.category(c) in ("Mn", "Me") and any(a <= ord(c) <= b for a, b in MARKS)

    def simple(self, c):
        """(kind, script, value) of a letter, digit or sign that stands for itself; None for others."""
        c = self.same.get(c, c)
        if c in self.index and c != "'":
            script, number = self.index[c]
            return "LETTER", SCRIPTS.index(script.name), number
        if c in self.signs:
            sign = self.signs[c]
            return ("JOIN", 0, self.index["'"][1]) if sign == "join" else ("SIGN", 0, ord(" " if sign == "blank" else sign))
        if c == "'":
            return "JOIN", 0, self.index["'"][1]
        if self.is_mark(c):
            return "MARK", 0, ord(c)
        kind = unicodedata.category(c)
        if kind == "Nd":
            return "DIGIT", 0, unicodedata.digit(c)
        if c < "\x80":
            c = SAME_SIGNS.get(c, c)
            return "SIGN", 0, ord(c if c in SIGNS else " ")
        return self.other_sign(c, kind)

    @staticmethod
    def other_sign(c, kind):
        if kind == "Cf" or kind == "Mn" and 0xFE00 <= ord(c) <= 0xFE0F:
            return "DROP", 0, 0
        if kind[0] == "Z" or kind == "Cc":
            return "SIGN", 0, ord(" ")
        sign = {"Pd": "-", "Ps": "(", "Pe": ")", "Pi": '"', "Pf": '"'}.get(kind)
        if sign or kind[0] in "PS":
            return "SIGN", 0, ord(sign or " ")
        return None

    def entry(self, code):
        c = chr(code)
        upper = unicodedata.category(c) in ("Lu", "Lt")
        found = self.simple(c) if c == self.fold(c) or c in self.index or c in self.same or c in self.signs or c == "'" else None
        if not found:
            found = self.folded(c)
        kind, script, value = found
        return KINDS.index(kind) | script << 4 | upper << 8 | value << 12

    def folded(self, c):
        text = self.fold(c)
        if not text:
            mark = unicodedata.normalize("NFKC", c)
            return ("MARK", 0, ord(mark)) if len(mark) == 1 and self.is_mark(mark) else ("DROP", 0, 0)
        if unicodedata.category(c)[0] in "PSZ" and (len(text) > 1 or text == " "):
            return self.simple(c) or ("SIGN", 0, ord(" "))
        if text == c:
            return self.simple(c) or ("UNKNOWN", 0, 0)
        if len(text) == 1 and self.simple(text):
            return self.simple(text)
        if any(not self.simple(d) and not HAN_FIRST <= ord(d) <= HAN_LAST for d in text):
            return "UNKNOWN", 0, 0
        at = len(self.sequences)
        self.sequences += [ord(d) for d in text] + [0]
        return "MANY", 0, at

    @staticmethod
    def known(code):
        """Han, Hangul syllables, surrogates and private use need no table."""
        return HAN_FIRST <= code <= HAN_LAST or 0xAC00 <= code <= 0xD7A3 or 0xD800 <= code <= 0xF8FF

    def pages(self):
        """(numbers of pages, pages): equal pages stand once."""
        numbers, found = [], {}
        for start in range(0, 0x10000, PAGE):
            row = tuple(0 if self.known(code) else self.entry(code) for code in range(start, start + PAGE))
            numbers.append(found.setdefault(row, len(found)))
        return numbers, list(found)


SIGNS = " '-.+@&/\":)(,"  # as rt_letter_signs: the weakest first
SAME_SIGNS = {";": ",", "[": "(", "{": "(", "]": ")", "}": ")"}


def ascii_class(t, c):
    """What the path for ASCII makes of a byte: its small letter or digit; 0: joins; 128 and more: the rank of a sign."""
    kind, _, value = t.simple(c.lower())
    if kind in ("LETTER", "DIGIT"):
        return ord(c.lower())
    return 0 if kind == "JOIN" else 128 + SIGNS.index(chr(value))


def c_char(c):
    return "'\\%s'" % c if c in "'\\" else f"'{c}'"


def c_out(outs):
    return "{" + ", ".join(f'"{o}"' for o in outs) + "}"


def rows(f, head, items, a_line=16):
    f.write(f"{head} = {{\n")
    for i in range(0, len(items), a_line):
        f.write("    " + ", ".join(map(str, items[i:i + a_line])) + ",\n")
    f.write("};\n\n")


def write_rules(f, t):
    letters, rules = [None] * (len(t.index) + 1), []
    letters[0] = "{0}"
    hinted = {h[0] for s in t.scripts for h, _ in s.hints}
    for c, (script, number) in t.index.items():
        real = script.same.get(c, c)
        mine = [r for r in script.rules if r[0][0] == real]
        mine.sort(key=lambda r: (-len(r[0]), -bin(r[1]).count("1"), r[2] == 0))
        symbol = script.letters.get(real, "-")
        letters[number] = (f"{{{ord(c)}, {len(rules)}, {t.index[real][1]}, {len(mine)}, {0 if symbol == '-' else c_char(symbol)}, "
                           f"{'true' if real in script.vowels else 'false'}, {'true' if c in hinted else 'false'}}}")
        for bare, context, language, outs in mine:
            more = [t.index[d][1] for d in bare[1:]] + [0] * (MOST_LETTERS - len(bare))
            rules.append(f"{{{{{', '.join(map(str, more))}}}, {len(bare)}, {context}, {language}, {c_out(outs)}}}")
    rows(f, "const rt_letter rt_letters_table[]", letters, 4)
    rows(f, "const rt_letter_rule rt_letter_rules[]", rules, 2)
    hints = [f"{{{t.index[h[0]][1]}, {0 if len(h) == 1 else 1 if h[1] == '$' else t.index[h[1]][1] + 1}, {language}}}"
             for s in t.scripts for h, language in s.hints]
    rows(f, "const rt_letter_hint rt_letter_hints[]", hints, 8)
    f.write(f"const size_t rt_letter_hint_count = {len(hints)};\n\n")


def write_pairs(f, t):
    pairs = sorted((ord(a), ord(b), ord(t.same.get(c, c))) for (a, b), c in t.pairs.items())
    rows(f, "const rt_letter_pair rt_letter_pairs[]", [f"{{{a}, {b}, {c}}}" for a, b, c in pairs], 6)
    f.write(f"const size_t rt_letter_pair_count = {len(pairs)};\n\n")


def write_confusables(f, t):
    found = []
    for at, line in lines(t.path("confusables.txt")):
        rare = [len(c) == 3 and c[0] + c[2] == "()" for c in line.split()]
        fields = [c[1] if r else c for c, r in zip(line.split(), rare)]
        small = [c.casefold() for c in fields]
        if len(fields) != 3 or any(c != "-" and c not in t.index for c in small) or len({c == d for c, d in zip(fields, small) if c != "-"}) != 1:
            raise Wrong(f"{at}: expected a letter of Latin, Cyrillic and Greek, or -, all small or all capital")
        numbers = ", ".join("0" if c == "-" else str(t.index[c][1]) for c in small)
        found.append(f"{{{{{numbers}}}, {{{', '.join(str(r).lower() for r in rare)}}}, {'false' if fields == small else 'true'}}}")
    rows(f, "const rt_letter_shape rt_letter_shapes[]", found, 8)
    f.write(f"const size_t rt_letter_shape_count = {len(found)};\n\n")


def read_han(t, kind):
    """{letter: syllable} of a file."""
    found = {}
    for at, line in lines(t.path(f"han-{kind}.txt")):
        latin, han = line.split()
        if not re.fullmatch("[a-z]{1,7}", latin):
            raise Wrong(f"{at}: {latin} should be a to z, at most seven letters")
        for c in han:
            if found.setdefault(c, latin) != latin:
                raise Wrong(f"{at}: {c} reads {found[c]} as well as {latin}")
    return found


def read_wade(t):
    """A function from pinyin to what Wade and Giles write."""
    found = {"initial": {}, "syllable": {}}
    for at, line in lines(t.path("han-wade.txt")):
        fields = line.split()
        if len(fields) != 3 or fields[0] not in found or fields[1] in found[fields[0]]:
            raise Wrong(f"{at}: expected initial or syllable, pinyin (once), Wade and Giles")
        found[fields[0]][fields[1]] = fields[2]
    initials = sorted(found["initial"], key=len, reverse=True)

    def wade(pinyin):
        initial = next((i for i in initials if pinyin.startswith(i)), "")
        return found["syllable"].get(pinyin) or found["initial"].get(initial, "") + pinyin[len(initial):]
    return wade


def write_han(f, t):
    pinyin, cantonese, japanese = (read_han(t, kind) for kind in ("pinyin", "cantonese", "japanese"))
    wade = read_wade(t)
    syllables = {"": 0}

    def number(latin):
        return syllables.setdefault(latin, len(syllables))
    readings = []
    for code in range(HAN_FIRST, HAN_LAST + 1):
        c = chr(code)
        mandarin = pinyin.get(c, "")
        readings.append((number(mandarin), number(cantonese.get(c, mandarin)), number(wade(mandarin)), number(japanese.get(c, mandarin))))
    rows(f, "const char rt_han_syllables[][8]", [f'"{s}"' for s in syllables], 12)
    rows(f, "const rt_han_reading rt_han_readings[]", ["{%d, %d, %d, %d}" % r for r in readings], 8)


def write_foreign(f, t):
    found = set()
    for at, line in lines(t.path("han-foreign.txt")):
        if any(not HAN_FIRST <= ord(c) <= HAN_LAST or c in found for c in line):
            raise Wrong(f"{at}: expected Han letters, each once")
        found |= set(line)
    rows(f, "const uint16_t rt_han_foreign[]", sorted(ord(c) for c in found))
    f.write(f"const size_t rt_han_foreign_count = {len(found)};\n\n")


def write_indic(f, t):
    found = {}
    for at, line in lines(t.path("indic.txt")):
        m = re.fullmatch("(.) ([a-zA]{1,3})", line)
        if not m or m[1] in found:
            raise Wrong(f"{at}: expected a letter (once) and one to three of a to z")
        found[m[1]] = m[2]
    rows(f, "const rt_indic_letter rt_indic_letters[]", [f'{{{ord(c)}, "{latin}"}}' for c, latin in found.items()], 8)
    f.write(f"const size_t rt_indic_letter_count = {len(found)};\n\n")


def read_names(t, name, low, high, kind):
    """{name: readings} of a file of names; kind: of the lines that begin with this word."""
    found = {}
    for at, line in lines(t.path(f"{name}.txt")):
        fields = line.split()
        if kind and fields[0] not in ("whole", "part"):
            raise Wrong(f"{at}: expected whole or part first")
        if kind and fields.pop(0) != kind:
            continue
        names = [x for x in fields if low <= x[0] <= high]
        latin = fields[len(names):]
        if not names or not 1 <= len(latin) <= READINGS or any(not re.fullmatch("[a-z]{1,15}", x) for x in latin):
            raise Wrong(f"{at}: expected names and one to three readings, a to z")
        for n in names:
            if n in found or len(n) > 4:
                raise Wrong(f"{at}: {n} stands twice or is longer than four letters")
            found[n] = latin
    return found


def write_names(f, t, name, low, high, kind=""):
    found = read_names(t, name, low, high, kind)
    items = [f"{{{{{', '.join(str(ord(c)) for c in n)}}}, {len(n)}, {c_out(found[n])}}}" for n in sorted(found, key=lambda n: (ord(n[0]), -len(n), n))]
    table = name.replace("-", "_") + ("_" + kind if kind else "")
    rows(f, f"static const rt_known_name {table}[]", items, 3)
    f.write(f"const rt_known_names rt_{table} = {{{table}, {len(items)}}};\n\n")


def write_whole(f, t):
    arabic = next(s for s in t.scripts if s.name == "arabic")
    found = set()
    for at, line in lines(t.path("arabic-whole.txt")):
        if not 3 <= len(line) <= 12 or any(c not in t.index for c in line):
            raise Wrong(f"{at}: expected one word in letters of arabic.txt, of 3 to 12 letters")
        found.add(tuple(ord(arabic.same.get(c, c)) for c in line))
    rows(f, "const uint16_t rt_arabic_whole[][RT_ARABIC_WHOLE]", ["{" + ", ".join(map(str, w)) + "}" for w in sorted(found)], 6)
    f.write(f"const size_t rt_arabic_whole_count = {len(found)};\n\n")


def write_hangul(f, t):
    order = {"initial": "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", "vowel": "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ",
             "final": "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"}
    parts, popular = {k: {} for k in order}, {}
    for at, line in lines(t.path("hangul.txt")):
        kind, letter, *outs = line.split()
        outs = ["" if o == "_" else outs[0] if o == "." else o for o in outs]
        if kind == "syllable" and len(outs) == 1 and letter not in popular:
            popular[letter] = outs[0]
        elif kind in parts and letter in order[kind] and letter not in parts[kind] and 1 <= len(outs) <= READINGS:
            parts[kind][letter] = outs + [outs[0]] * (READINGS - len(outs))
        else:
            raise Wrong(f"{at}: expected initial, vowel, final or syllable, its letter (once) and readings")
    for kind, letters in order.items():
        missing = [c for c in letters if c not in parts[kind]]
        if missing:
            raise Wrong(f"{t.paths[-1]}: no {kind} {missing[0]}")
        items = [c_out(parts[kind][c]) for c in letters]
        rows(f, f"const char rt_hangul_{kind}s[][3][4]", ['{"", "", ""}'] + items if kind == "final" else items, 8)
    items = sorted(popular.items())
    rows(f, "const rt_hangul_custom rt_hangul_customs[]", [f'{{{ord(s)}, "{latin}"}}' for s, latin in items], 8)
    f.write(f"const size_t rt_hangul_custom_count = {len(items)};\n\n")


def run(args):
    folder, out, depfile = args
    t = Tables(folder)
    with open(out, "w", encoding="utf-8") as f:
        f.write("/* Written by tools/letters_gen.py from data/names/scripts: change that. */\n")
        f.write('#include "names/letters_tables.h"\n\n')
        numbers, pages = t.pages()
        rows(f, "const uint16_t rt_letter_page_of[]", numbers, 32)
        rows(f, f"const uint32_t rt_letter_pages[][{PAGE}]", ["{" + ", ".join(map(str, p)) + "}" for p in pages], 1)
        rows(f, "const uint32_t rt_letter_sequences[]", t.sequences or [0])
        rows(f, "const unsigned char rt_letter_ascii[128]", [ascii_class(t, chr(c)) for c in range(128)])
        write_rules(f, t)
        write_pairs(f, t)
        write_confusables(f, t)
        write_han(f, t)
        write_foreign(f, t)
        write_indic(f, t)
        write_whole(f, t)
        write_hangul(f, t)
        write_names(f, t, "surnames-chinese", "\u4e00", "\u9fff")
        write_names(f, t, "phrases-chinese", "\u4e00", "\u9fff")
        write_names(f, t, "surnames-japanese", "\u4e00", "\u9fff")
        write_names(f, t, "given-japanese", "\u4e00", "\u9fff", "whole")
        write_names(f, t, "given-japanese", "\u4e00", "\u9fff", "part")
        write_names(f, t, "surnames-korean", "\uac00", "\ud7a3")
    write_depfile(depfile, out, t.paths)


if __name__ == "__main__":
    main(run)
