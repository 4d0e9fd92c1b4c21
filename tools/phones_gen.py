#!/usr/bin/python3
"""Writes data/phones.yaml as a C table (see src/model/types_phone.c).

    phones_gen.py FILE OUT.c DEPFILE
"""
import re

from readable import Map, Wrong, literal, main, read, write_depfile

KEYS = {"all", "leading", "prefix", "used"}


def check_pattern(at, pattern):
    if not isinstance(pattern, str):
        raise Wrong(f"{at}: expected a pattern in quotes")
    try:
        re.compile(pattern)
    except re.error as e:
        raise Wrong(f"{at}: {e}: {pattern}") from e


def row(code, region, data):
    if set(data) - KEYS or not isinstance(data.get("used"), list) or "all" not in data:
        raise Wrong(f"{data.at()}: {region} should have all and used, may have leading and prefix")
    for key in ("all", "leading", "prefix"):
        check_pattern(data.at(key), data.get(key, ""))
    for pattern in data["used"]:
        check_pattern(data.at("used"), pattern)
    used = "|".join(f"(?:{p})" for p in data["used"])
    texts = (data["all"], used, data.get("leading"), data.get("prefix"))
    return f"    {{{literal(code)}, " + ", ".join("NULL" if t is None else literal(t) for t in texts) + f"}}, /* {region} */\n"


def run(args):
    path, out, depfile = args
    codes = read(path)
    with open(out, "w", encoding="utf-8") as f:
        f.write("/* Written by tools/phones_gen.py from data/phones.yaml: change that. */\n")
        f.write('#include "model/types_phone.h"\n\nconst rt_phone_region rt_phone_regions[] = {\n')
        for code in sorted(codes):
            if not code.isdigit() or not isinstance(codes[code], Map):
                raise Wrong(f"{codes.at(code)}: expected a calling code and its regions")
            f.writelines(row(code, region, data) for region, data in codes[code].items())
        f.write("};\n\nconst size_t rt_phone_region_count = sizeof rt_phone_regions / sizeof *rt_phone_regions;\n")
    write_depfile(depfile, out, [path])


if __name__ == "__main__":
    main(run)
