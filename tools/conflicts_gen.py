#!/usr/bin/python3
"""Writes data/conflicts.yaml as C tables (see src/analysis/conflict_rules.h).

    conflicts_gen.py FILE OUT.c DEPFILE
"""
from readable import Map, Wrong, literal, main, read, write_depfile

SECTIONS = ("rules", "one_value", "order", "bodily")
COMPARE = {"dates": "RT_COMPARE_DATES", "words": "RT_COMPARE_WORDS", "codes": "RT_COMPARE_CODES"}


def fields(row, at, needed, flags):
    """The row's texts, checked, and its flags as C."""
    if not isinstance(row, Map) or not set(needed) <= set(row) or set(row) - set(needed) - set(flags):
        raise Wrong(f"{at}: expected {', '.join(needed)}" + (f" and perhaps {', '.join(flags)}" if flags else ""))
    for flag in flags:
        if not isinstance(row.get(flag, False), bool):
            raise Wrong(f"{at}: \"{flag}\" is true or false")
    return [row[name] for name in needed], ["true" if row.get(flag) else "false" for flag in flags]


def rules(data):
    for name, row in data.items():
        (why, grave), _ = fields(row, data.at(name), ("why", "grave"), ())
        if not isinstance(grave, int) or not 1 <= grave <= 9 or not isinstance(why, str) or why.endswith("."):
            raise Wrong(f"{data.at(name)}: expected a sentence without full stop, and how grave it is, 1 to 9")
        yield f"{{{literal(name)}, {literal(why)}, {grave}}}"
    yield "{0}"


def one_value(data, known):
    for prop, row in data.items():
        (of, compare), (listed,) = fields(row, data.at(prop), ("of", "compare"), ("listed",))
        if prop not in known or compare not in COMPARE:
            raise Wrong(f"{data.at(prop)}: expected a rule, compared by {', '.join(COMPARE)}")
        yield f"{{{literal(prop)}, {literal(of)}, {COMPARE[compare]}, {listed}}}"
    yield "{0}"


def order(data, known):
    for row in data:
        (rule, of, first, second), (within,) = fields(row, row.at(), ("rule", "of", "first", "second"), ("within",))
        if rule not in known:
            raise Wrong(f"{row.at()}: there is no rule \"{rule}\"")
        yield f"{{{literal(rule)}, {literal(of)}, {literal(first)}, {literal(second)}, {within}}}"
    yield "{0}"


def bodily(data):
    for row in data:
        (of, role), (stays, leaves) = fields(row, row.at(), ("of", "role"), ("stays", "leaves"))
        yield f"{{{literal(of)}, {literal(role)}, {stays}, {leaves}}}"
    yield "{0}"


def table(f, type_, name, rows):
    f.write(f"\nconst {type_} {name}[] = {{\n" + "".join(f"    {row},\n" for row in rows) + "};\n")


def run(args):
    path, out, depfile = args
    data = read(path)
    for name, section in data.items():
        if name not in SECTIONS or not isinstance(section, Map if name in SECTIONS[:2] else list):
            raise Wrong(f"{data.at(name)}: expected {', '.join(SECTIONS)}")
    with open(out, "w", encoding="utf-8") as f:
        f.write("/* Written by tools/conflicts_gen.py from data/conflicts.yaml: change that. */\n")
        f.write('#include "analysis/conflict_rules.h"\n')
        table(f, "rt_conflict_rule", "rt_conflict_rules", rules(data["rules"]))
        table(f, "rt_one_value", "rt_one_values", one_value(data["one_value"], data["rules"]))
        table(f, "rt_date_order", "rt_date_orders", order(data["order"], data["rules"]))
        table(f, "rt_bodily", "rt_bodily_parts", bodily(data["bodily"]))
    write_depfile(depfile, out, [path])


if __name__ == "__main__":
    main(run)
