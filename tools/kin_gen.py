#!/usr/bin/python3
"""Writes data/kin.yaml as a C table (see src/analysis/kin_words.h).

    kin_gen.py FILE OUT.c DEPFILE
"""
from readable import Map, Wrong, literal, main, read, write_depfile

KINS = ("parent", "child", "sibling", "spouse", "grandparent", "grandchild", "uncle", "nephew", "cousin", "parent-in-law",
        "child-in-law", "sibling-in-law")
GENDERS = {"female": "RT_FEMALE", "male": "RT_MALE", "any": "RT_GENDER_OPEN"}


def rows(data):
    """(word, kin, gender) of each word; one that stands twice is an error."""
    seen = set()
    for kin, genders in data.items():
        if kin not in KINS or not isinstance(genders, Map):
            raise Wrong(f"{data.at(kin)}: expected one of {', '.join(KINS)}, and its words")
        for gender, words in genders.items():
            at = genders.at(gender)
            if gender not in GENDERS or not isinstance(words, list) or not all(isinstance(w, str) for w in words):
                raise Wrong(f"{at}: expected {', '.join(GENDERS)}, each a list of words")
            for word in words:
                if word in seen or word != word.lower():
                    raise Wrong(f"{at}: \"{word}\" should stand once, in small letters")
                seen.add(word)
                yield word, kin, GENDERS[gender]


def run(args):
    path, out, depfile = args
    data = read(path)
    with open(out, "w", encoding="utf-8") as f:
        f.write("/* Written by tools/kin_gen.py from data/kin.yaml: change that. */\n")
        f.write('#include "analysis/kin_words.h"\n\nconst rt_kin_entry rt_kin_words[] = {\n')
        f.writelines(f"    {{{literal(word)}, RT_KIN_{kin.upper().replace('-', '_')}, {gender}}},\n" for word, kin, gender in rows(data))
        f.write("};\n\nconst size_t rt_kin_word_count = sizeof rt_kin_words / sizeof *rt_kin_words;\n")
    write_depfile(depfile, out, [path])


if __name__ == "__main__":
    main(run)
