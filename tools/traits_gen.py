#!/usr/bin/python3
"""Writes the weights of traits and the shares of countries as C tables (src/names/trait_weights.h, trait_country.h).

    traits_gen.py TRAITS.txt COUNTRIES.txt OUT.c

A line of TRAITS is `feature case weight by-hand` (the last is for who fits), a line of COUNTRIES `code nats`; `#` begins a comment.
"""
from readable import Wrong, main


def rows(path, width):
    """(place, fields) of each line."""
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            fields = line.split("#")[0].split()
            if fields and len(fields) != width:
                raise Wrong(f"{path}:{number}: expected {width} fields, found {len(fields)}")
            if fields:
                yield f"{path}:{number}", fields


def number(place, text):
    try:
        value = float(text)
    except ValueError:
        raise Wrong(f"{place}: \"{text}\" is no number") from None
    if not -100 < value < 100:
        raise Wrong(f"{place}: {text} is out of range")
    return value


def weights(path):
    found = {}
    for place, (feature, case, weight, _) in rows(path, 4):
        name = f"RT_CASE_{feature}_{case}".upper().replace("-", "_")
        if name in found:
            raise Wrong(f"{place}: {feature} {case} stands twice")
        found[name] = number(place, weight)
    return found


def countries(path):
    found = {}
    for place, (code, nats) in rows(path, 2):
        if code in found:
            raise Wrong(f"{place}: {code} stands twice")
        found[code] = number(place, nats)
    if "*" not in found:
        raise Wrong(f"{path}: no line \"*\" for every other country")
    return found


def run(args):
    traits, shares, out = args
    cases, codes = weights(traits), countries(shares)
    other = codes.pop("*")
    with open(out, "w", encoding="utf-8") as f:
        f.write("/* Written by tools/traits_gen.py from data/names/traits.txt and countries.txt: change those. */\n")
        f.write('#include <stddef.h>\n\n#include "names/trait_country.h"\n#include "names/trait_weights.h"\n\n')
        f.write("const float rt_trait_weights[RT_TRAIT_CASES] = {\n")
        f.writelines(f"    [{name}] = {weight!r}F,\n" for name, weight in cases.items())
        f.write(f"}};\n_Static_assert(RT_TRAIT_CASES == {len(cases)} + 1, \"each case has its line\");\n\n")
        f.write("const rt_country_share rt_country_shares[] = {\n")
        f.writelines(f'    {{"{code}", {codes[code]!r}F}},\n' for code in sorted(codes))
        f.write(f'    {{"", {other!r}F}},\n}};\nconst size_t rt_country_share_count = {len(codes) + 1};\n')


if __name__ == "__main__":
    main(run)
