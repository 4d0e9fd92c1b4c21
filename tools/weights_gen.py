#!/usr/bin/python3
"""Writes the weights of a name's score as C tables (see src/names/weights.h).

    weights_gen.py WEIGHTS.txt WEIGHTS.h OUT.c

A line of the text is a term and its weights for persons, organisations and things. A term is a feature ("lacks_name") or a stretch
of one ("shared[..8]" from however far below, "typo[6..]"); the header says which features there are.
"""
import re
import sys

TERM = re.compile(r"(\w+)(?:\[(-?[\d.]*?)\.\.(-?[\d.]*)\])?")
FAR = 1e9


class Wrong(Exception):
    """Data that is not what it should be; the message begins with file and line."""


def features(header):
    with open(header, encoding="utf-8") as f:
        return re.findall(r'^\s*X\((\w+), "', f.read(), re.M)


def term_of(text):
    """(feature, from, to); None when it is no term."""
    m = TERM.fullmatch(text)
    if not m:
        return None
    return m[1], float(m[2]) if m[2] else -FAR, float(m[3]) if m[3] else FAR


def terms(path, known):
    rows, seen = [], set()
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            parts = line.split("#", 1)[0].split()
            if not parts:
                continue
            term = term_of(parts[0])
            if len(parts) != 4 or term is None or term[0] not in known:
                raise Wrong(f"{path}:{number}: expected a term of the features of weights.h and three weights")
            if term in seen:
                raise Wrong(f"{path}:{number}: {parts[0]} stands twice")
            seen.add(term)
            try:
                rows.append((term, [float(x) for x in parts[1:]]))
            except ValueError as e:
                raise Wrong(f"{path}:{number}: {e}") from e
    if not rows:
        raise Wrong(f"{path}:1: no term")
    return rows


def number(x):
    return f"{x!r}F"


def write(out, known, rows):
    with open(out, "w", encoding="utf-8") as f:
        f.write('#include "names/weights.h"\n\nconst char *const rt_pair_feature_names[RT_PAIR_FEATURE_COUNT] = {\n')
        f.writelines(f'    "{k}",\n' for k in known)
        f.write("};\n\nconst rt_pair_term rt_pair_terms[] = {\n")
        rows = sorted(rows, key=lambda row: (known.index(row[0][0]), row[0][1]))
        for (feature, start, end), weights in rows:
            f.write(f"    {{RT_PAIR_{feature}, {number(start)}, {number(end)}, {{{', '.join(map(number, weights))}}}}},\n")
        f.write(f"}};\n\nconst unsigned rt_pair_term_count = {len(rows)};\n")
        before = [sum(known.index(row[0][0]) < i for row in rows) for i in range(len(known) + 1)]
        f.write(f"\nconst uint16_t rt_pair_first_term[RT_PAIR_FEATURE_COUNT + 1] = {{{', '.join(map(str, before))}}};\n")


def main(argv):
    if len(argv) != 4:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    try:
        known = features(argv[2])
        write(argv[3], known, terms(argv[1], known))
    except (Wrong, OSError) as e:
        print(e, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
