#!/usr/bin/python3
"""Writes the words that a type knows (countries, languages, genders, topics) as sorted C tables (see
src/model/types_words.h).

    words_gen.py FOLDER OUT.c DEPFILE

Each file maps a code to its label, and to other names, people and codes that mean the same.
"""
import os
import unicodedata

from readable import Map, Wrong, main, read, slice_of, write_depfile

FILES = ("countries", "genders", "languages", "topics")
KEYS = {"label", "names", "people", "codes"}


def key(text):
    """What is compared: rt_words_key in src/model/types_words.c does the same, and a test compares the two."""
    text = unicodedata.normalize("NFKC", text).casefold()
    out = []
    for c in unicodedata.normalize("NFD", text):
        kind = unicodedata.category(c)
        if kind[0] in "LN" or kind == "Mc":
            out.append(c)
        elif kind not in ("Mn", "Me"):
            out.append(" and " if c == "&" else " ")
    return " ".join(w for w in "".join(out).split() if w != "the")


def check(data, code):
    row = data[code]
    if not isinstance(row, Map) or not isinstance(row.get("label"), str):
        raise Wrong(f"{data.at(code)}: {code} should have a label")
    for name, value in row.items():
        if name not in KEYS:
            raise Wrong(f"{row.at(name)}: unknown \"{name}\", expected one of {', '.join(sorted(KEYS))}")
        if name != "label" and not (isinstance(value, list) and all(isinstance(v, str) for v in value)):
            raise Wrong(f"{row.at(name)}: {name} should be a list of texts")


def words_of(data):
    """{key: code} of a file; a word that would mean two things is an error."""
    found = {}
    for code, row in data.items():
        check(data, code)
        for field in (("code", [code]), ("label", [row["label"]]), *((k, row.get(k, [])) for k in sorted(KEYS - {"label"}))):
            for word in field[1]:
                at = row.at(field[0]) if field[0] != "code" else data.at(code)
                if not key(word):
                    raise Wrong(f"{at}: \"{word}\" has no letters")
                if found.setdefault(key(word), code) != code:
                    raise Wrong(f"{at}: \"{word}\" means {found[key(word)]} as well as {code}")
    return found


def write_table(f, name, data):
    codes = sorted(data)
    words = sorted(words_of(data).items(), key=lambda kv: kv[0].encode())
    f.write(f"static const rt_word {name}_codes[] = {{\n")
    f.writelines(f"    {{{slice_of(c)}, {slice_of(data[c]['label'])}}},\n" for c in codes)
    f.write(f"}};\n\nstatic const rt_word {name}_names[] = {{\n")
    f.writelines(f"    {{{slice_of(k)}, {slice_of(c)}}},\n" for k, c in words)
    f.write(f"}};\n\nconst rt_words rt_words_{name} = {{{name}_codes, {len(codes)}, {name}_names, {len(words)}}};\n\n")


def run(args):
    folder, out, depfile = args
    paths = [os.path.join(folder, f"{name}.yaml") for name in FILES]
    with open(out, "w", encoding="utf-8") as f:
        f.write("/* Written by tools/words_gen.py from the word files in data: change those. */\n")
        f.write('#include "model/types_words.h"\n\n')
        for name, path in zip(FILES, paths):
            write_table(f, name, read(path))
    write_depfile(depfile, out, paths)


if __name__ == "__main__":
    main(run)
