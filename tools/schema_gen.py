#!/usr/bin/python3
"""Checks the schema's YAML files and writes them as constant C tables (see src/model/schema.h).

    schema_gen.py FTM_FOLDER OWN_FOLDER OUT.c DEPFILE

The form of the files is FollowTheMoney's. A file in OWN_FOLDER either defines a schema, or names one of FollowTheMoney's
and adds properties to it. Ours may also say `values` (the only ones that a property takes) and use the types in
OWN_TYPES; it may not change what it inherits.
"""
from readable import Map, Wrong, files, main, read, slice_of, write_depfile

# As in followthemoney.types.registry, with the longest value in code points (EDTF needs more than its 32); src/model/types.c
# has a row for each.
TYPES = {
    "address": 250, "checksum": 40, "country": 16, "date": 250, "email": 250, "entity": 200, "gender": 16, "html": 65000,
    "identifier": 64, "ip": 64, "json": 250, "language": 16, "mimetype": 250, "name": 384, "number": 250, "phone": 64,
    "string": 1024, "text": 65000, "topic": 64, "url": 4096,
}
OWN_TYPES = {"duration": 32}
UNMATCHABLE = {"duration", "gender", "html", "json", "language", "mimetype", "number", "string", "text", "topic"}

SCHEMA_KEYS = {
    "label": str, "plural": str, "description": str, "extends": list, "properties": Map, "featured": list,
    "required": list, "caption": list, "edge": Map, "temporalExtent": Map, "abstract": bool, "hidden": bool,
    "generated": bool, "matchable": bool, "deprecated": bool,
}
PROP_KEYS = {
    "label": str, "description": str, "type": str, "range": str, "reverse": Map, "matchable": bool, "deprecated": bool,
    "hidden": bool, "maxLength": int, "format": str, "examples": list,
}
OWN_PROP_KEYS = {"values": list}
# Keys that stand in FollowTheMoney's files and that its library does not read.
UNREAD = {"icon", "caption", "plural", "descriptuon"}
REVERSE_KEYS = {"name": str, "label": str, "hidden": bool}
EDGE_KEYS = {"source": str, "target": str, "caption": list, "label": str, "directed": bool}
TEMPORAL_KEYS = {"start": list, "end": list}


class Prop:
    def __init__(self, owner, name, data, own):
        self.owner, self.name, self.data, self.own = owner, name, data, own
        self.type = data.get("type") or "string"
        self.range = self.reverse = None
        self.stub = False

    @property
    def entity(self):
        return self.type == "entity"

    def at(self, key=None):
        return self.data.at(key)

    def __str__(self):
        return f"{self.owner.name}:{self.name}"


class Schema:
    def __init__(self, name, data, own, at):
        self.name, self.data, self.own, self.where = name, data, own, at
        self.props, self.added, self.all = {}, {}, {}
        self.parents, self.ancestors = [], [self]


def check_keys(data, at, allowed, unread=()):
    for key, value in data.items():
        if key in unread and key not in allowed:
            continue
        if key not in allowed:
            raise Wrong(f"{data.at(key)}: {at}: unknown \"{key}\", expected one of {', '.join(sorted(allowed))}")
        if value is not None and not isinstance(value, allowed[key]):
            raise Wrong(f"{data.at(key)}: {at}: \"{key}\" should be a {allowed[key].__name__.lower()}")


def load(folder, own, schemata):
    for path in files(folder):
        for name, data in read(path).items():
            if not isinstance(data, Map):
                raise Wrong(f"{path}: {name}: expected a mapping")
            keys = SCHEMA_KEYS
            if own and name in schemata:
                keys = {"properties": Map}
                if schemata[name].own:
                    raise Wrong(f"{data.at()}: {name} is defined twice (first in {schemata[name].where})")
            elif name in schemata:
                raise Wrong(f"{data.at()}: {name} is defined twice (first in {schemata[name].where})")
            else:
                schemata[name] = Schema(name, data, own, data.at())
            check_keys(data, name, keys, () if own else UNREAD)
            load_props(schemata[name], data, own)


def load_props(schema, data, own):
    for name, spec in (data.get("properties") or {}).items():
        if spec is None:
            spec = Map(data.file, data["properties"].lines[name])
        at = f"{schema.name}:{name}"
        check_keys(spec, at, {**PROP_KEYS, **OWN_PROP_KEYS} if own else PROP_KEYS, () if own else UNREAD)
        if not name.isascii() or not name.isalnum() or not name[0].islower():
            raise Wrong(f"{spec.at()}: \"{name}\": expected a name of letters and digits that begins in lower case")
        if name in schema.props:
            raise Wrong(f"{spec.at()}: {at} is defined by FollowTheMoney already ({schema.props[name].at()})")
        (schema.added if own and not schema.own else schema.props)[name] = Prop(schema, name, spec, own)


def link_parents(schemata):
    for schema in schemata.values():
        for name in schema.data.get("extends") or []:
            if name not in schemata:
                raise Wrong(f"{schema.data.at('extends')}: {schema.name} extends {name}, which no file defines")
            if not schema.own and schemata[name].own:
                raise Wrong(f"{schema.data.at('extends')}: {schema.name} is FollowTheMoney's and extends ours, {name}")
            schema.parents.append(schemata[name])
        if schema.own and not schema.parents:
            raise Wrong(f"{schema.data.at()}: {schema.name} should extend one of FollowTheMoney's")
    for schema in schemata.values():
        find_ancestors(schema)


def find_ancestors(schema):
    """Nearest first: by breadth, in the order of `extends`."""
    for ancestor in schema.ancestors:
        for parent in ancestor.parents:
            if parent is schema:
                raise Wrong(f"{schema.data.at('extends')}: {schema.name} extends itself, through {ancestor.name}")
            if parent not in schema.ancestors:
                schema.ancestors.append(parent)


def inherit(schema, own, done):
    """Fills schema.all as FollowTheMoney does: what is its own, then each parent's, the first parent's before the
    second's. FollowTheMoney's properties first (own False), so that ours never take the place of one of them."""
    if schema in done:
        return
    done.add(schema)
    for name, prop in {**schema.props, **schema.added}.items():
        if prop.own != own:
            continue
        if name in schema.all:
            raise Wrong(f"{prop.at()}: {prop} would override {schema.all[name]} ({schema.all[name].at()})")
        schema.all[name] = prop
    for parent in schema.parents:
        inherit(parent, own, done)
        for name, prop in parent.all.items():
            if prop.own == own:
                add_inherited(schema, name, prop)


def add_inherited(schema, name, prop):
    have = schema.all.setdefault(name, prop)
    if have is prop or not (have.own or prop.own):
        return
    if have.own and have.owner is schema:
        raise Wrong(f"{have.at()}: {have} would override {prop} ({prop.at()})")
    if have.own and prop.own:
        raise Wrong(f"{schema.data.at()}: {schema.name} inherits both {have} and {prop}")
    if have.type != prop.type:
        raise Wrong(f"{prop.at()}: {prop} is a {prop.type}, but {have} is a {have.type} ({have.at()})")


def check_types(schemata):
    for schema in schemata.values():
        for prop in {**schema.props, **schema.added}.values():
            types = {**TYPES, **OWN_TYPES} if prop.own else TYPES
            if prop.type not in types:
                raise Wrong(f"{prop.at('type')}: {prop}: unknown type {prop.type}, expected one of {', '.join(types)}")
            check_range(schemata, prop)


def check_range(schemata, prop):
    name = prop.data.get("range")
    if name is not None and not prop.entity and prop.own:
        raise Wrong(f"{prop.at('range')}: {prop} is a {prop.type}: only an entity has a range")
    if not prop.entity:
        return
    if prop.own and (name is None or prop.data.get("reverse") is None):
        raise Wrong(f"{prop.at()}: {prop} is an entity: expected a range and a reverse")
    if name is None:
        return
    if name not in schemata:
        raise Wrong(f"{prop.at('range')}: {prop}: no schema {name}, expected the name of one")
    prop.range = schemata[name]


def add_stubs(schemata):
    props = [p for s in schemata.values() for p in {**s.props, **s.added}.values() if p.range and p.data.get("reverse")]
    # The most general range first, so that what it gives its descendants does not depend on the order of files.
    for prop in sorted(props, key=lambda p: (p.own, len(p.range.ancestors), p.owner.name, p.name)):
        spec = prop.data["reverse"]
        check_keys(spec, f"{prop}, reverse", REVERSE_KEYS)
        if not spec.get("name"):
            raise Wrong(f"{spec.at()}: {prop}: the reverse should have a name")
        prop.reverse = add_stub(schemata, prop, spec)


def add_stub(schemata, prop, spec):
    name = spec["name"]
    heirs = [s for s in schemata.values() if prop.range in s.ancestors]
    for schema in heirs:
        there = schema.all.get(name)
        if there is not None and (prop.own or not there.entity):
            raise Wrong(f"{spec.at('name')}: the reverse {name} of {prop} clashes with {there} ({there.at()})")
    if name in prop.range.all:
        return prop.range.all[name]
    stub = Prop(prop.range, name, Map(spec.file, spec.line), prop.own)
    stub.data.update(type="entity", label=spec.get("label"), hidden=spec.get("hidden", prop.data.get("hidden")))
    stub.type, stub.stub, stub.range, stub.reverse = "entity", True, prop.owner, prop
    for schema in heirs:
        schema.all.setdefault(name, stub)
    return stub


def props_named(schema, names, data, key):
    for name in names or []:
        if name not in schema.all:
            raise Wrong(f"{data.at(key)}: {schema.name}: {key} names {name}, which it does not have")
        if key == "caption" and schema.all[name].entity and data is schema.data:
            raise Wrong(f"{data.at(key)}: {schema.name}: a caption is text, but {name} is an entity")
    return [schema.all[name] for name in names or []]


def temporal(schema, key):
    """What stands in the schema, else what the first ancestor that has some says; several may not disagree."""
    extent = schema.data.get("temporalExtent") or Map(schema.data.file, schema.data.line)
    check_keys(extent, f"{schema.name}, temporalExtent", TEMPORAL_KEYS)
    if extent.get(key):
        return props_named(schema, extent[key], extent, key)
    found = [t for t in (temporal(p, key) for p in schema.parents) if t]
    if any([p.name for p in t] != [p.name for p in found[0]] for t in found):
        raise Wrong(f"{schema.data.at()}: {schema.name}: its parents disagree about temporalExtent's {key}")
    return [schema.all[p.name] for p in found[0]] if found else []


def resolve(schema):
    data = schema.data
    edge = data.get("edge") or Map(data.file, data.line)
    check_keys(edge, f"{schema.name}, edge", EDGE_KEYS)
    schema.caption, schema.featured, schema.required = (
        props_named(schema, data.get(k), data, k) for k in ("caption", "featured", "required"))
    schema.start, schema.end = temporal(schema, "start"), temporal(schema, "end")
    schema.source = props_named(schema, [edge["source"]] if "source" in edge else [], edge, "source")
    schema.target = props_named(schema, [edge["target"]] if "target" in edge else [], edge, "target")
    if len(schema.source) != len(schema.target):
        raise Wrong(f"{edge.at()}: {schema.name}: an edge has a source and a target")
    schema.edge, schema.edge_caption = edge, props_named(schema, edge.get("caption"), edge, "caption")
    schema.ftm = next(s for s in schema.ancestors if not s.own)
    if schema.own and not (schema.caption and schema.featured and "matchable" in data):
        raise Wrong(f"{data.at()}: {schema.name} should have caption, featured and matchable")


class Writer:
    """Collects the lists of indexes, so that equal ones are written once."""

    def __init__(self):
        self.lists, self.seen = [], {}

    def list_of(self, things):
        indexes = tuple(t.index for t in things)
        if not indexes:
            return "{0}"
        if indexes not in self.seen:
            self.seen[indexes] = len(self.lists)
            self.lists.extend(indexes)
        return f"{{indexes + {self.seen[indexes]}, {len(indexes)}}}"


def flag(data, key, default=False):
    value = data.get(key)
    return "true" if (default if value is None else value) else "false"


def ref(table, thing):
    return f"&{table}[{thing.index}]" if thing else "NULL"


def write_prop(p, values):
    data = p.data
    limit = data.get("maxLength") or {**TYPES, **OWN_TYPES}[p.type]
    listed = f"values_{p.index}" if data.get("values") else "NULL"
    if data.get("values"):
        values.append((listed, data["values"]))
    matchable = flag(data, "matchable", p.type not in UNMATCHABLE)
    return f"""    {{ /* {p.index}: {p} */
        .name = {slice_of(p.name)}, .label = {slice_of(data.get("label") or p.name)},
        .description = {slice_of(data.get("description"))},
        .type = &rt_types[RT_TYPE_{p.type.upper()}], .owner = {ref("rt_schemata", p.owner)},
        .range = {ref("rt_schemata", p.range)}, .reverse = {ref("rt_props", p.reverse)},
        .format = {slice_of(data.get("format"))}, .values = {listed}, .value_count = {len(data.get("values") or [])},
        .index = {p.index}, .max_length = {limit}, .matchable = {matchable}, .deprecated = {flag(data, "deprecated")},
        .hidden = {flag(data, "hidden")}, .stub = {"true" if p.stub else "false"}, .extension = {"true" if p.own else "false"},
    }},
"""


def write_schema(s, w):
    data = s.data
    label = data.get("label") or s.name
    return f"""    {{ /* {s.index} */
        .name = {slice_of(s.name)}, .label = {slice_of(label)}, .plural = {slice_of(data.get("plural") or label)},
        .description = {slice_of(data.get("description"))},
        .parents = {w.list_of(s.parents)}, .ancestors = {w.list_of(s.ancestors)},
        .props = {w.list_of([s.all[n] for n in sorted(s.all)])},
        .caption = {w.list_of(s.caption)}, .featured = {w.list_of(s.featured)}, .required = {w.list_of(s.required)},
        .temporal_start = {w.list_of(s.start)}, .temporal_end = {w.list_of(s.end)},
        .edge_source = {ref("rt_props", s.source and s.source[0])}, .edge_target = {ref("rt_props", s.target and s.target[0])},
        .edge_caption = {w.list_of(s.edge_caption)}, .edge_label = {slice_of(s.source and (s.edge.get("label") or label))},
        .ftm = {ref("rt_schemata", s.ftm)}, .index = {s.index}, .abstract = {flag(data, "abstract")},
        .matchable = {flag(data, "matchable", True)}, .deprecated = {flag(data, "deprecated")},
        .hidden = {"false" if data.get("abstract") else flag(data, "hidden")}, .generated = {flag(data, "generated")},
        .is_edge = {"true" if s.source else "false"}, .edge_directed = {"true" if s.source and s.edge.get("directed", True) else "false"},
        .extension = {"true" if s.own else "false"},
    }},
"""


def write(path, schemata, props):
    w, values = Writer(), []
    prop_rows = "".join(write_prop(p, values) for p in props)
    schema_rows = "".join(write_schema(s, w) for s in schemata)
    lines = [", ".join(map(str, w.lists[i:i + 20])) for i in range(0, len(w.lists), 20)]
    with open(path, "w", encoding="utf-8") as f:
        f.write("/* Written by tools/schema_gen.py from data/schema: change those. */\n"
                '#include "model/schema.h"\n#include "model/types.h"\n\n')
        f.write("static const uint16_t indexes[] = {\n    " + ",\n    ".join(lines) + ",\n};\n\n")
        for name, words in values:
            f.write(f"static const rt_str {name}[] = {{{', '.join(slice_of(v) for v in words)}}};\n\n")
        f.write("const rt_prop rt_props[] = {\n" + prop_rows + "};\n\n")
        f.write(f"const size_t rt_prop_count = {len(props)};\n\n")
        f.write("const rt_schema rt_schemata[] = {\n" + schema_rows + "};\n\n")
        f.write(f"const size_t rt_schema_count = {len(schemata)};\n")


def build(ftm, own):
    """The schemata by name, checked and resolved."""
    schemata = {}
    load(ftm, False, schemata)
    load(own, True, schemata)
    link_parents(schemata)
    check_types(schemata)
    for of_ours in (False, True):
        done = set()
        for schema in schemata.values():
            inherit(schema, of_ours, done)
    add_stubs(schemata)
    for schema in schemata.values():
        resolve(schema)
    return schemata


def run(args):
    ftm, own, out, depfile = args
    by_name = build(ftm, own)
    schemata = [by_name[n] for n in sorted(by_name)]
    for i, schema in enumerate(schemata):
        schema.index = i
    props = sorted({p for s in schemata for p in s.all.values()} |
                   {p for s in schemata for p in s.props.values()}, key=lambda p: (p.owner.name, p.name))
    for i, prop in enumerate(props):
        prop.index = i
    write(out, schemata, props)
    write_depfile(depfile, out, [ftm, own, *files(ftm), *files(own)])


if __name__ == "__main__":
    main(run)
