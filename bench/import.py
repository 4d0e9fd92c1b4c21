#!/usr/bin/env python3
"""Import of 100,000 FollowTheMoney entities (900,000 values) against Python's sqlite3 putting the same rows into one plain table by
`executemany`, in one run: time, memory, size of the file; then `show` of single entities from program start, and `audit verify`.

    bench/import.py [ENTITIES]      REDTHREAD names another binary than build/redthread
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
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
COLUMNS = "id entity prop schema value dataset lang original external first_seen last_seen speaker".split()


def entities(count, rnd):
    """Made-up persons: names, dates, papers, a note of a dozen words."""
    words = ["".join(rnd.choices(SYLLABLES, k=rnd.randint(2, 4))).capitalize() for _ in range(20000)]
    word = lambda: rnd.choice(words)
    for i in range(count):
        yield f"e{i}", {
            "name": [f"{word()} {word()}"], "alias": [f"{word()} {word()}" for _ in range(i % 3)], "birthPlace": [word()],
            "birthDate": [f"{rnd.randint(1930, 2005)}-{rnd.randint(1, 12):02d}"], "nationality": [rnd.choice(["be", "fr", "iq", "sy", "tn"])],
            "passportNumber": [f"X{rnd.randint(10**6, 10**7)}"], "position": [word()], "notes": [" ".join(word() for _ in range(12))],
            "address": [f"{rnd.randint(1, 99)} {word()} Street, {word()}"]}


def write(path, count):
    rows = []
    with open(path, "w", encoding="utf-8") as out:
        for who, properties in entities(count, random.Random(11)):
            filled = {k: v for k, v in properties.items() if v}
            out.write(json.dumps({"id": who, "schema": "Person", "properties": filled}) + "\n")
            rows += [(f"{who}-{k}", who, k, "Person", v, "made", None, None, None, None, None, None) for k, vs in filled.items() for v in vs]
    return rows


def plain_table(path, rows):
    begun = time.perf_counter()
    db = sqlite3.connect(path)
    db.execute(f"CREATE TABLE plain ({', '.join(c + ' TEXT' for c in COLUMNS)})")
    db.executemany(f"INSERT INTO plain VALUES ({','.join('?' * len(COLUMNS))})", rows)
    db.commit()
    return time.perf_counter() - begun


def timed(*args):
    begun = time.perf_counter()
    r = subprocess.run([PROGRAM, *args], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if r.returncode:
        sys.exit(f"{' '.join(args)}: {r.stderr}")
    return time.perf_counter() - begun


def peak_of(*args):
    """Megabytes at most, measured by a process of its own: a child's figure counts what its parent held."""
    script = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    return int(subprocess.run([sys.executable, "-c", script, PROGRAM, *args], capture_output=True, text=True).stdout) / 1024


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100000
    with tempfile.TemporaryDirectory() as folder:
        at = lambda name: os.path.join(folder, name)
        rows = write(at("in.ftm.json"), count)
        ours, plain = [], []
        for n in range(3):
            plain.append(plain_table(at(f"plain{n}.db"), rows))
            timed("init", at(f"{n}.case"))
            ours.append(timed("import", at(f"{n}.case"), at("in.ftm.json")))
        timed("init", at("peak.case"))
        peak = peak_of("import", at("peak.case"), at("in.ftm.json"))
        base, took = statistics.median(plain), statistics.median(ours)
        size = os.path.getsize(at("0.case")) / os.path.getsize(at("in.ftm.json"))
        show = statistics.median(timed("show", at("0.case"), f"e{i}", "--json") for i in random.Random(3).sample(range(count), min(15, count)))
        verify = statistics.median(timed("audit", "verify", at("0.case")) for _ in range(3))
        print(f"{len(rows)} statements, median of 3: import {took:.2f} s, {took / base:.2f} times the plain table's {base:.2f} s; peak {peak:.0f} MB; "
              f"file {size:.2f} times the JSON; show {1000 * show:.0f} ms from start; verify {verify / base:.2f} times the plain table's time")


if __name__ == "__main__":
    main()
