#!/usr/bin/env python3
"""Every view on a case of any size: one made-up case (scale_case.py; kept in --folder, so that it is made once), asked about ordinary
people and about hubs, each question as a process and as the view alone (in a case that is open already, by the C API). Beside it the same question in
plain SQL over plain tables with indexes, where there is a fair one. Times are the processor's, so that what else runs does not count.

    bench/scale.py [--persons 100000] [--folder build/bench-scale] [--questions 40] [--only VIEW...]

The views come from `redthread --help`; what each takes, from its usage. Needs ../shared/data/names beside the checkout for the names. REDTHREAD names
another binary than build/redthread; libredthread.so lies beside it."""
import argparse
import datetime
import itertools
import json
import os
import pathlib
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import time

from program import PROGRAM, Library, peak_and_time
from scale_case import PARTS, Maker

TOP = pathlib.Path(__file__).resolve().parents[1]
HUBS = 5
PATIENCE = 5  # seconds that plain SQL gets for one question

OF_PERSON = "SELECT * FROM statement WHERE entity = :a"
NAMING = "SELECT o.* FROM statement n JOIN statement o ON o.entity = n.entity WHERE n.value = :a"
STAYS = "SELECT a.*, b.* FROM stay a JOIN stay b ON b.place = a.place AND b.first <= a.last AND b.last >= a.first WHERE a.person = :i AND b.person <> :i"
PATH = """WITH RECURSIVE way(node, step) AS (SELECT :i, 0 UNION SELECT both.b, step + 1 FROM way JOIN
    (SELECT a, b FROM edge UNION ALL SELECT b, a FROM edge) both ON both.a = way.node WHERE step < :steps)
    SELECT min(step) FROM way WHERE node = :j"""
SQL = {"show": [OF_PERSON, NAMING], "sources": [OF_PERSON + " ORDER BY dataset"], "holdings": [OF_PERSON + " ORDER BY prop, value"],
       "timeline": [NAMING + " AND o.prop IN ('name', 'date', 'startDate', 'endDate', 'facility') ORDER BY o.entity"],
       "movements": ["SELECT * FROM stay WHERE person = :i ORDER BY first"], "presence": [STAYS],
       "network": ["SELECT * FROM edge WHERE a = :i UNION ALL SELECT * FROM edge WHERE b = :i"], "path": [PATH],
       "statement": ["SELECT * FROM statement WHERE rowid = :i"]}


# --- the case

def made(folder, persons):
    """The folder with the case, its plain tables, and how it was made."""
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / "made.json").exists():
        return json.loads((folder / "made.json").read_text())
    for old in folder.iterdir():
        old.unlink()
    begun = time.perf_counter()
    Maker(persons, folder).make()
    facts = {"made": time.perf_counter() - begun, **json.loads((folder / "counts.json").read_text())}
    files = [folder / f"{n}-{part}.jsonl" for n, part in enumerate(PARTS)]
    facts["lines"] = sum(f.stat().st_size for f in files)
    subprocess.run([PROGRAM, "init", folder / "c.case"], check=True, stderr=subprocess.DEVNULL)
    facts["import"], facts["peak"] = peak_and_time(PROGRAM, "import", folder / "c.case", *files)
    for f in files:
        f.unlink()
    (folder / "made.json").write_text(json.dumps(facts))
    return facts


# --- questions

def views():
    """{view: what it takes} of the commands that the help lists under Look, from the usage of each."""
    run = lambda *args: subprocess.run([PROGRAM, *args], capture_output=True, text=True).stdout
    look = itertools.takewhile(lambda line: line.startswith("  "), run("--help").split("\nLook\n")[1].splitlines())
    found = {line.split()[0]: run(line.split()[0], "--help").split("\n")[0] for line in look}
    return {name: usage.split(" CASE", 1)[1].split() for name, usage in found.items() if " CASE" in usage}


def asked(view, takes, people, others, statements):
    """What to ask of each of these people."""
    wants = len([word for word in takes if re.fullmatch(r"[A-Z]+(\.\.\.)?", word)]) or (1 if takes else 0)
    if view == "statement":
        return [[s] for s in statements[:len(people)]]
    return [[f"p{who}", f"p{other}"][:wants] for who, other in zip(people, others)]


def process(*args):
    """Processor seconds of the program from its start to its end."""
    nowhere = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)]
    pid = os.posix_spawn(PROGRAM, [str(a) for a in (PROGRAM, *args, "--json")], os.environ, file_actions=nowhere)
    _, _, used = os.wait4(pid, 0)
    return used.ru_utime + used.ru_stime


def by_sql(db, questions, **values):
    begun = time.process_time()
    db.set_progress_handler(lambda: time.process_time() - begun > PATIENCE, 100000)
    try:
        for q in questions:
            db.execute(q, values).fetchall()
    except sqlite3.OperationalError:
        pass
    return time.process_time() - begun


# --- figures

def ms(times):
    """Median and 99th percentile in milliseconds."""
    times = sorted(times)
    return f"{1000 * statistics.median(times):9.1f} {1000 * times[min(len(times) - 1, int(0.99 * len(times)))]:9.1f}"


def number(id):
    return int(id[1:]) if id[1:].isdigit() else 1


def measure(name, takes, who, case, library, db, label):
    alone, processes, plain, size = [], [], [], []
    for person in who:
        library.ask(name, person)  # what is not in memory yet
        took, code, text = library.ask(name, person)
        if code:
            return print(f"{name:14} {label:9} is not to be asked so: code {code}")
        alone.append(took)
        size.append(len(text))
        processes.append(process(name, case, *person))
        if name in SQL:
            a, b = person[0], person[-1]
            steps = len(json.loads(text).get("paths", [{}])[:1] and (json.loads(text)["paths"] or [{"edges": [0] * 6}])[0]["edges"]) if name == "path" else 0
            plain.append(by_sql(db, SQL[name], a=a, i=number(a), j=number(b), steps=steps))
    if not alone:
        return None
    ratio = f"{ms(plain)}  {statistics.median(alone) / statistics.median(plain):6.1f}" if plain else ""
    print(f"{name:14} {label:9} {ms(processes)}  {ms(alone)}  {statistics.median(size) / 1000:8.1f}  {ratio}", flush=True)


PAIRS = """SELECT count(*) FROM stay a JOIN stay b ON b.place = a.place AND b.first <= a.last AND b.last >= a.first AND b.person > a.person
    WHERE a.place = :i AND a.first <= :last AND a.last >= :first AND b.first <= :last AND b.last >= :first"""


def measure_pairs(case, db):
    """All pairs of one facility and year: the largest, and one in the middle."""
    if "--during" not in subprocess.run([PROGRAM, "presence", "--help"], capture_output=True, text=True).stdout:
        return
    for place in (0, 1000):
        ours = [process("presence", case, f"f{place}", "--during", "2005") for _ in range(5)]
        plain = [by_sql(db, [PAIRS], i=place, first=datetime.date(2005, 1, 1).toordinal(), last=datetime.date(2005, 12, 31).toordinal()) for _ in range(3)]
        print(f"all pairs of facility f{place} in 2005: {ms(ours)} (plain SQL counts them in {ms(plain)})", flush=True)


def measure_names(case, db, rnd, persons):
    """Who is meant, by name: a person's, and one that nobody bears."""
    names = [db.execute("SELECT value FROM statement WHERE entity = ? AND prop = 'name'", (f"p{i}",)).fetchone()[0] for i in rnd.sample(range(persons), 15)]
    print(f"show by name: {ms([process('show', case, name) for name in names])}; by a name with a letter more: "
          f"{ms([process('show', case, name + 'e') for name in names])}", flush=True)


def hubs(db, n):
    """Those with most relations and stays."""
    rows = db.execute("SELECT who, count(*) FROM (SELECT a AS who FROM edge UNION ALL SELECT b FROM edge UNION ALL SELECT person FROM stay) WHERE who < ? "
                      "GROUP BY who ORDER BY 2 DESC LIMIT ?", (n, HUBS)).fetchall()
    return [who for who, _ in rows]


def statement_ids(library, people):
    ids = []
    for who in people:
        ids += re.findall(rb'"([0-9a-f]{32})"', library.ask("sources", [f"p{who}"])[2])[:1]
    return [i.decode() for i in ids]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--persons", type=int, default=100000)
    parser.add_argument("--folder", type=pathlib.Path, default=TOP / "build/bench-scale")
    parser.add_argument("--questions", type=int, default=40)
    parser.add_argument("--only", nargs="*", default=[])
    args = parser.parse_args()
    folder = args.folder / str(args.persons)
    facts = made(folder, args.persons)
    case, db = folder / "c.case", sqlite3.connect(folder / "plain.db")
    print(f"{args.persons} persons, {facts['statement']} statements, {facts['stay']} stays, {facts['relation']} relations, {facts['link']} links, {facts['judgement']} judgements")
    print(f"import {facts['import']:.0f} s, {facts['statement'] / facts['import']:.0f} statements a second, peak {facts['peak']:.0f} MB; "
          f"case {case.stat().st_size / 1e6:.0f} MB, {case.stat().st_size / facts['lines']:.2f} times its lines")
    print(f"start of the program {ms([process('version') for _ in range(9)])} ms (median, 99 %); "
          f"start and opening the case {ms([process('statement', case, '0' * 32) for _ in range(9)])} ms")
    rnd, library = random.Random(5), Library(case)
    people, others = rnd.sample(range(args.persons), args.questions), rnd.sample(range(args.persons), args.questions)
    most = hubs(db, args.persons)
    print("\nprocessor milliseconds      a process            the view alone                  plain SQL\n"
          "view           asked on     median      99 %     median      99 %        kB     median      99 %   ratio of medians")
    for name, takes in views().items():
        if args.only and name not in args.only:
            continue
        if not takes:
            print(f"{name:14} {'the case':9} {ms([process(name, case)])}")
            continue
        measure(name, takes, asked(name, takes, people, others, statement_ids(library, people)), case, library, db, "ordinary")
        if name != "statement":
            measure(name, takes, asked(name, takes, most, others, []), case, library, db, "hubs")
    if not args.only:
        measure_names(case, db, rnd, args.persons)
        measure_pairs(case, db)
    peak = {name: peak_and_time(PROGRAM, name, case, *[f"p{w}" for w in (people[0], most[0])][:max(1, len([t for t in takes if t.isupper()]))], "--json")[1]
            for name, takes in views().items() if name in ("show", "presence", "network", "path") and (not args.only or name in args.only)}
    print("memory at most, MB: " + ", ".join(f"{name} {mb:.0f}" for name, mb in peak.items()))


if __name__ == "__main__":
    main()
