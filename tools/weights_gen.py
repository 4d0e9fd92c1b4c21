#!/usr/bin/python3
"""Writes the weights of a name's score as C tables (see src/names/weights.h).

    weights_gen.py WEIGHTS.txt WEIGHTS.h OUT.c

A line of the text is a feature and its weights for persons, organisations and things; the header says which features there are.
"""
import re
import sys


class Wrong(Exception):
    """Data that is not what it should be; the message begins with file and line."""


def features(header):
    with open(header, encoding="utf-8") as f:
        return re.findall(r'^\s*X\((\w+), "', f.read(), re.M)


def weights(path, known):
    rows = {}
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            parts = line.split("#", 1)[0].split()
            if not parts:
                continue
            if len(parts) != 4 or parts[0] not in known:
                raise Wrong(f"{path}:{number}: expected a feature of weights.h and three weights")
            if parts[0] in rows:
                raise Wrong(f"{path}:{number}: {parts[0]} stands twice")
            try:
                rows[parts[0]] = [float(x) for x in parts[1:]]
            except ValueError as e:
                raise Wrong(f"{path}:{number}: {e}") from e
    lacking = [k for k in known if k not in rows]
    if lacking:
        raise Wrong(f"{path}:1: lacks {', '.join(lacking)}")
    return rows


def write(out, known, rows):
    with open(out, "w", encoding="utf-8") as f:
        f.write('#include "names/weights.h"\n\nconst char *const rt_pair_feature_names[RT_PAIR_FEATURE_COUNT] = {\n')
        f.writelines(f'    "{k}",\n' for k in known)
        f.write("};\n\nconst float rt_pair_weights[3][RT_PAIR_FEATURE_COUNT] = {\n")
        for kind in range(3):
            f.write("    {" + ", ".join(f"{rows[k][kind]!r}F" for k in known) + "},\n")
        f.write("};\n")


def main(argv):
    if len(argv) != 4:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    try:
        known = features(argv[2])
        write(argv[3], known, weights(argv[1], known))
    except (Wrong, OSError) as e:
        print(e, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
