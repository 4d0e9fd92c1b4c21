"""The line format of the files in data/names that src/names/lexicon.h is made from.

    # a comment
    [given male]                        what the words of the lines below are (names of rt_word_use); with "apart" a line is a
                                        row of words and no group
    muhammad mohammed mohamed*          one line, one group; * marks a word that knowingly stands in several groups
    william: bill billy will            a head, and what belongs to it
    ltd limited s.a limited_liability   a phrase has _ between its words; s.a is sa as well as the phrase s a
"""
import re
from collections import Counter, namedtuple

from readable import Wrong

Line = namedtuple("Line", "at uses apart head words")
Word = namedtuple("Word", "text shared")

WORD = re.compile(r"[a-z0-9]+([_.][a-z0-9]+){0,5}\*?\Z")
LONGEST = 31  # RT_TOKEN_LETTERS


def words(text, at):
    """The words that one item of a line stands for."""
    if not WORD.match(text):
        raise Wrong(f'{at}: "{text}" is no word: a-z and 0-9, _ between at most six words of a phrase, * behind a shared one')
    plain = text.rstrip("*")
    shapes = [plain.replace(".", "_"), plain.replace(".", "")] if "." in plain else [plain]
    for shape in shapes:
        shape = shape.replace("_", " ")
        if any(len(w) > LONGEST for w in shape.split()):
            raise Wrong(f'{at}: "{shape}" has a word of more than {LONGEST} letters')
        yield Word(shape, text.endswith("*"))


def section(text, at, uses):
    found = text.strip("[]").split()
    for use in found:
        if use != "apart" and use not in uses:
            raise Wrong(f"{at}: unknown [{use}], expected some of {', '.join(uses)}")
    return tuple(u for u in found if u != "apart"), "apart" in found


def lines(path, uses):
    """The lines of a file; `uses` are the names that may stand between brackets."""
    now = (), False
    with open(path, encoding="ascii") as f:
        for number, text in enumerate(f, 1):
            at = f"{path}:{number}"
            text = text.split("#")[0].strip()
            if text.startswith("["):
                now = section(text, at, uses)
            elif text:
                head, colon, rest = text.rpartition(":")
                found = [w for item in rest.split() for w in words(item, at)]
                if not found or (colon and not head.strip()):
                    raise Wrong(f"{at}: a line should have words")
                twice = [w for w, n in Counter(w.text for w in found).items() if n > 1]
                if twice and head.strip() != "rare":
                    raise Wrong(f'{at}: "{twice[0]}" stands twice')
                yield Line(at, *now, head.strip(), found)
