#!/usr/bin/env python3
"""Rules over made-up visits: who visited prisons twenty times or more, at two of them or more, as a rule for everybody, against the same question in plain
SQL (a sum over a self-join) over one table of visits, in one run; one condition on one person against SQL; and what one new statement takes,
incrementally, in a small case and in one of ten times its size.

    bench/alerts.py [VISITS]        100,000 unless told; REDTHREAD names another binary than build/redthread
"""
import json
import os
import pathlib
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parents[1]
PROGRAM = os.environ.get("REDTHREAD", str(TOP / "build/redthread"))
ASKED = 9
RULES = """speaker: the benchmark
rules:
  - id: k-many
    rule: count Visit where visitor is $subject at least 20 across 2 facility
"""
CONDITION = """speaker: the benchmark
rules:
  - id: k-one
    subject: p7
    rule: forbid Visit where visitor is $subject during 2013
"""


def visits(n):
    chance = random.Random(1)
    people = n // 8
    for i in range(n):
        yield int(people * chance.random() ** 1.2), chance.randrange(200), 2010 + chance.randrange(8), 1 + chance.randrange(2)


def line(entity, schema, prop, value):
    return json.dumps({"type": "statement", "entity": entity, "schema": schema, "prop": prop, "value": value, "stance": "asserts",
                       "dataset": "made-up", "speaker": "the benchmark"}) + "\n"


def lines(rows):
    for person in sorted({r[0] for r in rows}):
        yield line(f"p{person}", "Person", "name", f"Person {person}")
    for i, (person, place, year, count) in enumerate(rows):
        for prop, value in (("visitor", f"p{person}"), ("facility", f"f{place}"), ("date", str(year)), ("count", str(count))):
            yield line(f"v{i}", "Visit", prop, value)


def run(*args, **kw):
    return subprocess.run([PROGRAM, *args], check=True, capture_output=True, text=True, **kw).stdout


def timed(*args):
    begun = time.perf_counter()
    out = run(*args)
    return time.perf_counter() - begun, json.loads(out)


def table(path, rows):
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE visit (visitor INTEGER, facility INTEGER, year INTEGER, count INTEGER)")
    db.executemany("INSERT INTO visit VALUES (?, ?, ?, ?)", rows)
    db.execute("CREATE INDEX by_visitor ON visit (visitor, facility)")
    db.commit()
    return db


def make(folder, name, n):
    rows = list(visits(n))
    case, file = os.path.join(folder, name + ".case"), os.path.join(folder, name + ".jsonl")
    with open(file, "w") as out:
        out.writelines(lines(rows))
    run("init", case)
    run("import", case, file)
    rules = os.path.join(folder, "rules.yaml")
    pathlib.Path(rules).write_text(RULES + CONDITION.split("rules:\n")[1])
    run("import", case, rules)
    return case, rows


def incrementally(folder, case):
    """One new visit of p7: what it takes to look at what it touches; and to look at nothing, which is to start and to open the case."""
    file = os.path.join(folder, "new.jsonl")
    for i in range(ASKED):
        pathlib.Path(file).write_text(line(f"new{i}", "Visit", "visitor", "p7") + line(f"new{i}", "Visit", "date", "2013-05-01"))
        batch = json.loads(run("import", case, file, "--json"))["batch"]
        took, found = timed("alerts", case, "--since", batch, "--json")
        if not any(a["event"] and a["event"]["id"] == f"new{i}" for a in found["alerts"]):
            sys.exit(f"the new visit new{i} raises nothing")
        start, _ = timed("statement", case, found["alerts"][0]["rule_statements"][0], "--json")
        yield took, start


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 100000
    with tempfile.TemporaryDirectory() as folder:
        small, _ = make(folder, "small", n // 10)
        case, rows = make(folder, "large", n)
        db = table(os.path.join(folder, "visits.db"), rows)
        took, found = timed("alerts", case, "--json")
        many = {int(a["entity"]["id"][1:]) for a in found["alerts"] if a["kind"] == "count"}
        begun = time.perf_counter()
        wanted = {r[0] for r in db.execute("SELECT a.visitor FROM visit a WHERE EXISTS (SELECT 1 FROM visit b WHERE b.visitor = a.visitor AND "
                                           "b.facility <> a.facility) GROUP BY a.visitor HAVING sum(a.count) >= 20")}
        plain = time.perf_counter() - begun
        if many != wanted:
            sys.exit(f"{len(many)} visitors, by SQL {len(wanted)}")
        print(f"{n} visits, one rule for everybody and one condition: {took:.2f} s, {took / plain:.0f} times the {1000 * plain:.0f} ms of plain SQL; "
              f"{len(many)} visitors found, the same; {1e6 * took / n:.0f} us a visit")
        one, base = [], []
        for _ in range(ASKED):
            took, found = timed("alerts", case, "p7", "--json")
            one.append(took)
            begun = time.perf_counter()
            wanted = db.execute("SELECT count(*) FROM visit WHERE visitor = 7 AND year = 2013").fetchone()[0]
            base.append(time.perf_counter() - begun)
            if sum(a["kind"] == "forbid" and a["event"] is not None for a in found["alerts"]) != wanted:
                sys.exit("the condition on p7 finds something else than SQL")
        print(f"the rules on one person: {1000 * statistics.median(one):.0f} ms with start and opening, plain SQL {1000 * statistics.median(base):.2f} ms")
        for name, which in (("small", small), ("large", case)):
            both = list(incrementally(folder, which))
            took, start = statistics.median(b[0] for b in both), statistics.median(b[1] for b in both)
            print(f"one new visit in the {name} case: {1000 * took:.1f} ms, {1000 * (took - start):.1f} ms without start and opening")


main()
