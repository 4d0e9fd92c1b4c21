#!/usr/bin/env python3
"""Reads what we export with FollowTheMoney's own library, and says what it does not know or take.

    bench/ftm_read.py FILE...     entities as JSON lines ("-": stdin)
    bench/ftm_read.py --schema    compares data/schema and the words in data with the library's

Every entity is read as one from an untrusted source (`model.get_proxy(data, cleaned=False)`), and every value is put to
its property's type. Exit code 1 when there is an unknown schema or property, an invalid value, or a value that the library
drops. Where the library is missing, it is installed into a folder that is removed again.
"""
import argparse
import collections
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[1]
LIBRARY = "followthemoney==4.11.*"
SAMPLES = 5


def with_library():
    """Runs this script again where the library can be imported."""
    folder = tempfile.mkdtemp(prefix="ftm-read-")
    try:
        print(f"installs {LIBRARY} into {folder}", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = os.path.join(folder, "bin", "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", LIBRARY], check=True)
        return subprocess.run([python, "-B", __file__, *sys.argv[1:]]).returncode
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Report:
    """Counts by kind of fault and property, with the first few samples."""

    def __init__(self):
        self.counts = collections.defaultdict(collections.Counter)
        self.samples = collections.defaultdict(list)

    def fault(self, kind, where, sample):
        self.counts[kind][where] += 1
        if len(self.samples[kind, where]) < SAMPLES:
            self.samples[kind, where].append(sample)

    def print(self):
        for kind, by_place in sorted(self.counts.items()):
            print(f"{kind}: {sum(by_place.values())}")
            for where, n in by_place.most_common():
                print(f"  {n:7} {where}  {'; '.join(map(repr, self.samples[kind, where]))}")
        return 1 if self.counts else 0


# --- entities ------------------------------------------------------------------------------------------------------------

def check_value(report, prop, value, entity_id):
    if not isinstance(value, str):
        report.fault("value that is no text", prop.qname, (entity_id, value))
    elif not prop.type.validate(value):
        report.fault("invalid value", prop.qname, (entity_id, value))
    elif prop.type.clean(value, format=prop.format) is None:
        report.fault("value that the library drops", prop.qname, (entity_id, value))


def check_entity(report, model, data):
    """How many values there are."""
    schema = model.get(data.get("schema"))
    if schema is None:
        report.fault("unknown schema", data.get("schema"), data.get("id"))
        return 0
    values = 0
    for name, given in data.get("properties", {}).items():
        prop = schema.get(name)
        for value in given:
            values += 1
            if prop is None or prop.stub:
                report.fault("unknown property", f"{schema.name}:{name}", (data.get("id"), value))
            else:
                check_value(report, prop, value, data.get("id"))
    proxy = model.get_proxy(data, cleaned=False)
    if proxy.id != data.get("id"):
        report.fault("id that the library changes", schema.name, data.get("id"))
    return values


def read_lines(path):
    if path == "-":
        yield from sys.stdin
    else:
        with open(path, encoding="utf-8") as stream:
            yield from stream


def read_entities(paths):
    from followthemoney import model

    report, entities, values, schemata = Report(), 0, 0, collections.Counter()
    for path in paths:
        for number, line in enumerate(read_lines(path), 1):
            try:
                data = json.loads(line)
                entities += 1
                schemata[data.get("schema")] += 1
                values += check_entity(report, model, data)
            except Exception as error:  # the library's own, too: what it cannot read is what we want to know
                report.fault("entity that is not read", type(error).__name__, (f"{path}:{number}", str(error)))
    print(f"entities: {entities}\nvalues: {values}")
    print("schemata: " + ", ".join(f"{name} {n}" for name, n in schemata.most_common()))
    return report.print()


# --- the schema ----------------------------------------------------------------------------------------------------------

def name_of(thing):
    return thing.name if thing else None


def describe_ours(p, unmatchable):
    data = p.data
    matchable = data.get("matchable")
    return (p.owner.name, p.type, name_of(p.range), name_of(p.reverse), p.stub, data.get("format"), data.get("label") or p.name,
            p.type not in unmatchable if matchable is None else matchable, bool(data.get("hidden")), bool(data.get("deprecated")))


def describe_theirs(p):
    return (p.schema.name, p.type.name, name_of(p.range), name_of(p.reverse), bool(p.stub), p.format, p.label, p.matchable,
            p.hidden, p.deprecated)


def names(props):
    return [p.name for p in props]


def compare_schema(report, ours, theirs, unmatchable):
    pairs = {
        "parents": (names(ours.parents), theirs._extends),
        "ancestors": (sorted(names(ours.ancestors)), sorted(s.name for s in theirs.schemata)),
        "caption": (names(ours.caption), theirs.caption), "featured": (names(ours.featured), theirs.featured),
        "required": (names(ours.required), theirs.required), "start": (names(ours.start), theirs.temporal_start),
        "end": (names(ours.end), theirs.temporal_end), "source": (names(ours.source), [theirs.edge_source][:theirs.edge]),
        "target": (names(ours.target), [theirs.edge_target][:theirs.edge]), "label": (ours.data.get("label") or ours.name, theirs.label),
        "matchable": (ours.data.get("matchable", True), theirs.matchable), "abstract": (bool(ours.data.get("abstract")), theirs.abstract),
        "properties": (sorted(n for n, p in ours.all.items() if not p.own), sorted(theirs.properties)),
    }
    for what, (mine, its) in pairs.items():
        if mine != its:
            report.fault("schema differs", f"{theirs.name} {what}", (mine, its))
    for name, prop in theirs.properties.items():
        mine = ours.all.get(name)
        if mine is not None and describe_ours(mine, unmatchable) != describe_theirs(prop):
            report.fault("property differs", f"{theirs.name}:{name}", (describe_ours(mine, unmatchable), describe_theirs(prop)))


def compare_words(report):
    from followthemoney import registry
    from readable import read

    for type_, name in ((registry.country, "countries"), (registry.gender, "genders"), (registry.language, "languages"), (registry.topic, "topics")):
        data = read(str(TOP / "data" / f"{name}.yaml"))
        if set(data) != set(type_.names):
            report.fault("codes differ", name, sorted(set(data) ^ set(type_.names)))
        for code, label in type_.names.items():
            if code in data and data[code]["label"] != label and label != code:
                report.fault("label differs", name, (code, data[code]["label"], label))


def compare():
    sys.path.insert(0, str(TOP / "tools"))
    import schema_gen
    from followthemoney import model

    report = Report()
    ours = schema_gen.build(str(TOP / "data/schema/ftm"), str(TOP / "data/schema/redthread"))
    ftm = {name: s for name, s in ours.items() if not s.own}
    concrete = [s for s in ftm.values() if not s.data.get("abstract")]
    count = sum(1 for s in concrete for p in s.all.values() if not p.stub and not p.own)
    print(f"schemata: {len(ftm)} of FollowTheMoney's, {len(ours) - len(ftm)} of ours")
    print(f"to be instantiated: {len(concrete)}, which hold {count} properties")
    if (len(ftm), len(concrete), count) != (71, 66, 2626):
        report.fault("count differs", "schema", "expected 71, 66 and 2626")
    for name in sorted(set(ftm) ^ set(model.schemata)):
        report.fault("schema differs", name, "is not in both")
    for name in set(ftm) & set(model.schemata):
        compare_schema(report, ftm[name], model.schemata[name], schema_gen.UNMATCHABLE)
    compare_words(report)
    return report.print()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--schema", action="store_true", help="compare our data with the library's")
    parser.add_argument("files", nargs="*", metavar="FILE", help="entities as JSON lines, - for stdin")
    args = parser.parse_args()
    if not args.schema and not args.files:
        parser.error("a FILE or --schema is needed")
    try:
        import followthemoney  # noqa: F401
    except ImportError:
        return with_library()
    return (compare() if args.schema else 0) | (read_entities(args.files) if args.files else 0)


if __name__ == "__main__":
    sys.exit(main())
