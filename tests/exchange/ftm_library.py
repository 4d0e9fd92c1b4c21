#!/usr/bin/python3
"""FollowTheMoney's own library against ours: what it writes comes back with equal ids, what we write it reads. Skipped where the library is
not installed; FOLLOWTHEMONEY_PYTHON names a Python that has it."""
import io
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests"))
import tap  # noqa: E402

other = os.environ.get("FOLLOWTHEMONEY_PYTHON")
if other and os.path.realpath(sys.prefix) == os.path.realpath(sys.base_prefix):
    os.execv(other, [other, "-B", __file__])
try:
    from followthemoney import model
    from followthemoney.dataset import Dataset
    from followthemoney.statement import CSV, JSON, PACK, Statement, StatementEntity, read_statements, write_statements
except ImportError:
    print("1..0 # SKIP the Python package followthemoney is not installed")
    sys.exit(0)

REDTHREAD = os.environ.get("REDTHREAD", str(TOP / "build/redthread"))
folder = pathlib.Path(tempfile.mkdtemp())


def run(*args):
    r = subprocess.run([REDTHREAD, *map(str, args)], capture_output=True)
    assert r.returncode == 0, f"{args}: {r.stderr.decode()}"
    return r.stdout


def fresh():
    case = folder / f"{random.random()}.case"
    run("init", case)
    return case


def through_a_case(name, data, out):
    path, case = folder / name, fresh()
    path.write_bytes(data)
    run("import", case, path)
    return run("export", case, "--format", out)


def written(form, statements):
    class Kept(io.BytesIO):
        def close(self):
            pass
    to = Kept()
    write_statements(to, form, statements)
    to.flush()
    return to.getvalue()


def pool(prop, rng):
    """Values that the property's type takes, some of them written with care for quotes, line ends and other scripts."""
    by_type = {
        "name": ["Ann Example", "أسامة", 'A "quoted", name', "Zoë\\n"], "text": ["two\nlines", "a, b; c", "  inner  blanks"], "string": ["x", "é", '"'],
        "country": ["be", "iq"], "date": ["2005", "2006-07", "2006-07-31", "2006-07-31T10:00:00"], "topic": ["sanction", "role.pep"],
        "entity": ["e1", "e2"], "identifier": ["AB 12.3", "x-1"], "address": ["1 Rue X, Brussels"], "language": ["eng", "ara"],
        "gender": ["male"], "email": ["a@example.org"], "phone": ["+3225551234"], "url": ["https://example.org/a?b=c"], "number": ["12.5"],
    }
    values = by_type.get(prop.type.name, [])
    rng.shuffle(values)
    return values


def dataset(seed):
    """Entities of every schema, as a crawler makes them: languages, originals, origins, two datasets, candidates, some judged the same."""
    rng = random.Random(seed)
    for schema in sorted(model.schemata.values(), key=lambda s: s.name):
        if schema.abstract:
            continue
        for k in range(2):
            e = StatementEntity(Dataset.make({"name": rng.choice(["police", "court_be"]), "title": "x"}), {"id": f"{schema.name}-{k}", "schema": schema.name})
            for prop in schema.properties.values():
                if prop.stub or prop.deprecated or rng.random() < 0.5:
                    continue
                for value in pool(prop, rng)[:rng.randint(0, 2)]:
                    e.unsafe_add(prop, value, cleaned=True, seen=rng.choice([None, "2026-11-20T00:00:00", "2026-11-20T10:11:12"]),
                                 lang=rng.choice([None, "eng"]), original_value=rng.choice([None, value, "as written"]),
                                 origin=rng.choice([None, "page 3"]), external=rng.random() < 0.1)
            for s in e.statements:
                if k == 1 and rng.random() < 0.3:
                    s.canonical_id = f"NK-{schema.name}"
                yield s


def rows(statements):
    return sorted(json.dumps({k: v or None for k, v in s.to_dict().items() if k not in ("last_seen", "canonical_id")}, sort_keys=True) for s in statements)


def read(data, form):
    return list(read_statements(io.BytesIO(data), form))


@tap.test
def what_the_library_writes_comes_back_equal_in_each_of_its_forms():
    for seed in range(3):
        statements = list(dataset(seed))
        assert len(statements) > 400
        for form, name in ((CSV, "s.csv"), (JSON, "s.json"), (PACK, "s.pack")):
            data = written(form, statements)
            for out, back in (("statements", CSV), ("statements-jsonl", JSON)):
                got = read(through_a_case(name, data, out), back)
                want = {s.id for s in statements}
                assert {s.id for s in got} == want, f"seed {seed}, {form} as {out}: {sorted(want ^ {s.id for s in got})[:5]}"
                assert rows(got) == rows(read(data, form)), f"seed {seed}, {form} as {out}: rows differ"


@tap.test
def ids_of_a_real_list_are_those_that_the_library_makes():
    case = fresh()
    run("import", case, TOP / "examples/lists/un/consolidated.xml.gz")
    got = read(run("export", case, "--format", "statements"), CSV)
    assert len(got) > 20000
    for s in got:
        assert s.id == s.generate_key(), s.to_dict()
        assert s.prop_type == model.get(s.schema).get(s.prop).type.name


@tap.test
def the_library_writes_what_we_write_byte_for_byte():
    case = fresh()
    run("import", case, TOP / "examples/lists/un/consolidated.xml.gz", *sorted((TOP / "examples/atar").glob("*.jsonl")))
    for out, form in (("statements", CSV), ("statements-jsonl", JSON)):
        ours = run("export", case, "--format", out)
        assert written(form, read(ours, form)) == ours, out


@tap.test
def those_that_are_judged_the_same_become_one_entity_in_the_library():
    case, lines = fresh(), folder / "people.ftm.json"
    lines.write_text("".join(json.dumps({"id": i, "schema": "Person", "properties": {"name": [n]}}) + "\n" for i, n in (("b", "Ann"), ("c", "Cid"), ("a", "Anna"))))
    run("import", case, lines, "--dataset", "police")
    run("merge", case, "a", "b", "--why", "one face")
    got = read(run("export", case, "--format", "statements"), CSV)
    assert [(s.canonical_id, s.entity_id) for s in got] == [("c", "c"), ("a", "a"), ("a", "b")]
    e = StatementEntity.from_statements(Dataset.make({"name": "police", "title": "x"}), got[1:])
    assert e.id == "a" and set(e.get("name")) == {"Ann", "Anna"}
    again = through_a_case("merged.csv", run("export", case, "--format", "statements"), "statements")
    assert sorted(again.splitlines()) == sorted(run("export", case, "--format", "statements").splitlines())


@tap.test
def a_mapping_makes_the_entities_that_the_library_makes():
    ours, theirs = folder / "table.csv", folder / "map.yml"
    ours.write_text("Nr,First,Last,Born,From,Came,Kind\n7,Jan,Example,1970-05-03,Belgium,2004,a\n8,Ann, Example ,1969,iq,2005-02,b\n,Cid,,,,,a\n9,Dan,,,,,c\n")
    theirs.write_text(f"""
register:
  query:
    csv_url: file://{ours}
    filters: {{Kind: [a, b]}}
    entities:
      person:
        schema: Person
        keys: [Nr, Last]
        properties:
          name: {{columns: [First, Last], join: " "}}
          birthDate: {{column: Born}}
          nationality: {{column: From}}
          notes: {{template: "{{{{First}}}} of {{{{From}}}}"}}
          keywords: {{literals: [x, y]}}
      house: {{schema: Organization, key_literal: house, keys: [Kind], properties: {{name: {{literal: "The, house", split: ","}}}}}}
      stay:
        schema: Membership
        id_column: Came
        properties: {{member: {{entity: person, required: true}}, organization: {{entity: house}}, startDate: {{column: Came}}}}
""")
    case = fresh()
    run("import", case, ours, "--mapping", theirs)
    got = {}
    for line in run("export", case, "--format", "ftm").decode().splitlines():
        e = json.loads(line)
        got[e["id"]] = (e["schema"], {k: sorted(v) for k, v in e["properties"].items()})
    import yaml
    query = yaml.safe_load(theirs.read_text())["register"]["query"]
    want = {}
    for e in model.map_entities(query, key_prefix="register"):
        schema, properties = want.setdefault(e.id, (e.schema.name, {}))
        for k, v in e.properties.items():
            if k != "namesMentioned":  # it says so unasked, for its search
                properties[k] = sorted(set(properties.get(k, [])) | set(v))
    assert got == want, f"{got}\n{want}"


tap.main()
