#!/usr/bin/python3
"""What full text costs: SQLite's FTS5 over the values of statements against our index, in processor time and bytes a statement; then
how long searches for two words take, of a reader who sees all and of one from whom nine tenths are hidden.

    bench/fulltext.py FILE.ftm.json     (bench/import.py says how such a file is made)

FTS5 takes the values alone, without provenance, so whoever reads it through a lens still has to look each row up."""
import json
import os
import pathlib
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

REDTHREAD = os.environ.get("REDTHREAD", str(pathlib.Path(__file__).resolve().parents[1] / "build/redthread"))


def values(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            for of_prop in json.loads(line)["properties"].values():
                yield from of_prop


def fts5(rows, folder, name, options):
    path = os.path.join(folder, name + ".db")
    start = time.process_time()
    db = sqlite3.connect(path)
    db.execute("CREATE VIRTUAL TABLE t USING fts5(value, " + options + ")")
    db.executemany("INSERT INTO t (rowid, value) VALUES (?, ?)", enumerate(rows))
    db.commit()
    took = time.process_time() - start
    print(f"FTS5 {options:40} {took * 1e6 / len(rows):6.2f} us  {os.path.getsize(path) / len(rows):6.1f} bytes")


def ours(path, rows, folder):
    case = os.path.join(folder, "a.case")
    subprocess.run([REDTHREAD, "init", case], check=True, stderr=subprocess.DEVNULL)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([REDTHREAD, "import", case, path], check=True, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    size = sqlite3.connect(case).execute("SELECT sum(pgsize) FROM dbstat WHERE name = 'word'").fetchone()[0]
    print(f"{'the whole import':45} {took * 1e6 / len(rows):6.2f} us  {os.path.getsize(case) / len(rows):6.1f} bytes")
    print(f"{'the table word alone':45} {'':9}  {size / len(rows):6.1f} bytes")


def split(path, folder):
    """A tenth of the file, and the rest."""
    with open(path, encoding="utf-8") as lines:
        rows = lines.readlines()
    parts = []
    for name, part in (("open", rows[::10]), ("hidden", [r for i, r in enumerate(rows) if i % 10])):
        parts.append(os.path.join(folder, name + ".ftm.json"))
        with open(parts[-1], "w", encoding="utf-8") as out:
            out.writelines(part)
    return parts


def processor_ms(*command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before) * 1000


def searches(path, rows, folder):
    case = os.path.join(folder, "s.case")
    subprocess.run([REDTHREAD, "init", case], check=True, stderr=subprocess.DEVNULL)
    for part, handling in zip(split(path, folder), ([], ["--handling", "hawk"])):
        subprocess.run([REDTHREAD, "import", case, part, "--dataset", "d", *handling], check=True, stderr=subprocess.DEVNULL)
    chosen = random.Random(7)
    words = [w for row in chosen.sample(rows, 2000) for w in row.split() if w.isalpha()]
    asked = [" ".join(chosen.sample(words, 2)) for _ in range(50)] + [" OR ".join(chosen.sample(words, 2)) for _ in range(50)]
    start = statistics.median(processor_ms(REDTHREAD, "search", case, "zzqqzz", "--json") for _ in range(20))
    print(f"search of two words, processor ms, of which the start of the program is {start:.0f}:")
    for who, clear in (("sees all", []), ("nine tenths are hidden", ["--clear", "green"])):
        took = sorted(processor_ms(REDTHREAD, "search", case, q, "--json", *clear) for q in asked)
        print(f"{who:30} median {statistics.median(took):5.1f}  99 % {took[98]:5.1f}")


with tempfile.TemporaryDirectory() as folder:
    all_rows = list(values(sys.argv[1]))
    print(f"{len(all_rows)} statements, a statement:")
    fts5(all_rows, folder, "none", "content='', detail=none")
    fts5(all_rows, folder, "full", "content='', detail=full")
    ours(sys.argv[1], all_rows, folder)
    searches(sys.argv[1], all_rows, folder)
