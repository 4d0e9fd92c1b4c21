#!/usr/bin/env python3
"""Presence over made-up stays: who was with whom, and all pairs at the largest place in a year, against the same questions as self-joins in
plain SQL over one table (person, place, first, last) with an index by place and first day, in one run. The stays are spread unevenly: the largest place holds a tenth of them.

    bench/presence.py [STAYS]       300,000 unless told; REDTHREAD names another binary than build/redthread
"""
import datetime
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
FIRST = datetime.date(1985, 1, 1).toordinal()
DAYS = 12000
ASKED = 12


def stays(n):
    chance = random.Random(1)
    for i in range(n):
        begun = FIRST + chance.randrange(DAYS)
        yield chance.randrange(n // 3), int(1000 ** chance.random()) - 1, begun, begun + int(3 * 100 ** chance.random())


def lines(rows):
    def line(entity, schema, prop, value):
        return json.dumps({"type": "statement", "entity": entity, "schema": schema, "prop": prop, "value": value, "stance": "asserts",
                           "dataset": "made-up", "speaker": "the benchmark"}) + "\n"
    for person in sorted({r[0] for r in rows}):
        yield line(f"p{person}", "Person", "name", f"Person {person}")
    for place in sorted({r[1] for r in rows}):
        yield line(f"f{place}", "PublicBody", "name", f"Camp {place}")
    for i, (person, place, first, last) in enumerate(rows):
        for prop, value in (("detainee", f"p{person}"), ("facility", f"f{place}"), ("startDate", datetime.date.fromordinal(first).isoformat()),
                            ("endDate", datetime.date.fromordinal(last).isoformat())):
            yield line(f"d{i}", "Detention", prop, value)


def by_us(case, person):
    begun = time.perf_counter()
    out = subprocess.run([PROGRAM, "presence", case, f"p{person}", "--json"], check=True, capture_output=True).stdout
    return time.perf_counter() - begun, len(json.loads(out)["overlaps"])


def nothing(case):
    """What starting the program and opening the case take by themselves."""
    begun = time.perf_counter()
    subprocess.run([PROGRAM, "show", case, "f999", "--json"], capture_output=True)
    return time.perf_counter() - begun


def by_sql(db, person):
    begun = time.perf_counter()
    found = db.execute("SELECT a.rowid, b.person FROM stay a JOIN stay b ON b.place = a.place AND b.first <= a.last AND b.last >= a.first "
                       "WHERE a.person = ?1 AND b.person <> ?1", (person,)).fetchall()
    return time.perf_counter() - begun, len(found)


def all_by_us(case, place, year):
    begun = time.perf_counter()
    out = subprocess.run([PROGRAM, "presence", case, f"f{place}", "--during", str(year), "--json"], check=True, capture_output=True).stdout
    at = json.loads(out)["at"]
    return time.perf_counter() - begun, at["stays"], at["pairs"], at["certain"]


def all_by_sql(db, place, year):
    first, last = datetime.date(year, 1, 1).toordinal(), datetime.date(year, 12, 31).toordinal()
    begun = time.perf_counter()
    found = db.execute("SELECT count(*) FROM stay a JOIN stay b ON b.place = a.place AND b.first <= a.last AND b.last >= a.first AND b.rowid > a.rowid "
                       "WHERE a.place = ?1 AND a.person <> b.person AND a.first <= ?3 AND a.last >= ?2 AND b.first <= ?3 AND b.last >= ?2",
                       (place, first, last)).fetchone()[0]
    return time.perf_counter() - begun, found


def all_pairs(case, db, place, year):
    took, stays, pairs, certain = all_by_us(case, place, year)
    base, wanted = all_by_sql(db, place, year)
    if pairs != wanted or certain != wanted:
        sys.exit(f"f{place} in {year}: {pairs} pairs, {certain} certain, by SQL {wanted}")
    print(f"all pairs at the largest place in {year}: {1000 * took:.0f} ms for {stays} stays and {pairs} pairs, of which 1,000 are told; "
          f"plain SQL counts them in {1000 * base:.0f} ms ({took / base:.2f} times)")


def table(path, rows):
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE stay (person INTEGER, place INTEGER, first INTEGER, last INTEGER)")
    db.executemany("INSERT INTO stay VALUES (?, ?, ?, ?)", rows)
    db.execute("CREATE INDEX by_place ON stay (place, first, last, person)")
    db.execute("CREATE INDEX by_person ON stay (person)")
    db.commit()
    return db


def make(folder, name, rows):
    case, file = os.path.join(folder, name + ".case"), os.path.join(folder, name + ".jsonl")
    with open(file, "w") as out:
        out.writelines(lines(rows))
    subprocess.run([PROGRAM, "init", case], check=True, stderr=subprocess.DEVNULL)
    subprocess.run([PROGRAM, "import", case, file], check=True, stderr=subprocess.DEVNULL)
    return case


def full_prison(folder, n):
    """Many stays at one place around one year."""
    chance = random.Random(2)
    first = datetime.date(2006, 12, 1).toordinal()
    rows = [(chance.randrange(2 * n // 3), 0, begun, begun + int(3 * 100 ** chance.random()))
            for begun in (first + chance.randrange(380) for _ in range(n))]
    all_pairs(make(folder, "full", rows), table(os.path.join(folder, "full.db"), rows), 0, 2007)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 300000
    rows = list(stays(n))
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        case = make(folder, "stays", rows)
        print(f"{n} stays written and imported in {time.perf_counter() - begun:.1f} s")
        db = table(os.path.join(folder, "stays.db"), rows)
        most = max(range(1000), key=lambda place: sum(r[1] == place for r in rows))
        people = [r[0] for r in rows[:ASKED // 2]] + [r[0] for r in rows if r[1] == most][:ASKED // 2]
        ours, plain = [], []
        for person in people:
            took, found = by_us(case, person)
            base, wanted = by_sql(db, person)
            if found != wanted:
                sys.exit(f"p{person}: {found} overlaps, by SQL {wanted}")
            ours.append((took, found))
            plain.append(base)
        took, base, start = statistics.median(t for t, _ in ours), statistics.median(plain), statistics.median(nothing(case) for _ in people)
        found = sum(f for _, f in ours)
        print(f"presence of one of {len(people)} people: median {1000 * took:.0f} ms (start and opening {1000 * start:.0f} ms), {took / base:.1f} times the "
              f"{1000 * base:.1f} ms of plain SQL, most {1000 * max(t for t, _ in ours):.0f} ms ({max(plain) * 1000:.0f} ms); {found} overlaps, "
              f"{1e6 * sum(t for t, _ in ours) / found:.0f} us each")
        all_pairs(case, db, most, 2007)
        full_prison(folder, 10000)


main()
