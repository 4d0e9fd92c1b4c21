#!/usr/bin/env python3
"""Processor time on one core: comparisons of two names; screenings of OFAC's list and of made-up entries (make_people.py), with the time and the
size of their index.

    bench/names/speed.py [ENTRIES...]      100,000 and 1,000,000 made-up entries unless told"""
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

import perturb
from common import HERE, PROGRAM, SETS, as_csv, can, indexed, say, sets, table


def timed(*args):
    """(wall seconds, processor seconds, peak MB of any child so far) of the program."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run([PROGRAM, *map(str, args)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(map(str, args))}: {done.stderr.decode()[:1000]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - begun, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024


def file_of(text):
    out = tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".csv")
    out.write(text)
    out.flush()
    return out


def screenings(index, queries, *options):
    """Seconds a query, without what the program takes to begin."""
    with file_of(as_csv(["schema", "name"], queries[:1])) as one, file_of(as_csv(["schema", "name"], queries)) as every:
        options = ("--json", "--threads", "1", "--top", "5", *options)
        begin = min(timed("screen", index, "--csv", one.name, *options)[1] for _ in range(3))
        return (min(timed("screen", index, "--csv", every.name, *options)[1] for _ in range(3)) - begin) / len(queries)


def compared():
    pairs = [(r["schema"], r["name1"], r["name2"]) for r in sets("pairs.csv")]
    text = as_csv(["schema", "name1", "name2"], pairs * 3)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([PROGRAM, "compare", "--csv", "--threads", "1"], input=text, stdout=subprocess.DEVNULL, encoding="utf-8", check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) / (3 * len(pairs))


def asked_of_ofac(count=10000):
    rnd = random.Random(31)
    known = [(r["schema"], r["name"]) for r in sets("queries.csv") if r["list"] == "ofac"]
    others = [("Person", r["name"]) for r in sets("negatives.csv")]
    return [("half of them names that are on the list or were", rnd.sample(known, count // 2) + rnd.sample(others, count // 2)), ("ordinary names", rnd.sample(others, count))]


def people(entries):
    """The file of so many made-up entries."""
    path = SETS / f"people-{entries}.ftm.json"
    if not path.exists():
        say(f"makes {entries} entries")
        with open(path, "wb") as out:
            subprocess.run([sys.executable, HERE / "make_people.py", str(entries)], stdout=out, check=True)
    return path


def names_of(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            yield entry["schema"], entry["properties"]["name"] + entry["properties"].get("alias", [])


def asked_of_people(path, count=5000):
    """Names of some of them with one thing done, and as many of nobody."""
    rnd, every = random.Random(37), []
    for at, (schema, names) in enumerate(names_of(path)):
        if at % 97 == 0:
            every.append((schema, names[0]))
    kinds = list(perturb.TYPOS) + ["comma", "swap", "spelling", "marks"]
    some = rnd.sample(every, min(count, len(every)))
    known = [(s, perturb.once(rnd, rnd.choice(kinds), n, s == "Person") or n) for s, n in some]
    others = [("Person", r["name"]) for r in sets("negatives.csv")]
    return known + rnd.sample(others, len(known))


def made_up(entries):
    path = people(entries)
    index = path.with_suffix(".idx")
    wall, processor, peak = timed("index", "build", "-o", index, path)
    text = sum(len(n.encode()) for _, names in names_of(path) for n in names)
    each = screenings(index, asked_of_people(path))
    size = os.path.getsize(index)
    return f"{entries:,} made up", f"{1 / each:,.0f}", f"{1e6 * each:.1f}", f"{wall:.1f}", f"{processor:.1f}", f"{(size - text) / entries:.0f}", f"{peak:.0f}"


def main():
    if not can("screen"):
        say("the program has no screen yet: skipped")
        return
    print(f"a comparison of two names in compare --csv: {1e6 * compared():.2f} us of processor time\n")
    rows = []
    for what, queries in asked_of_ofac():
        each = screenings(indexed("ofac"), queries)
        rows.append((f"OFAC, {what}", f"{1 / each:,.0f}", f"{1e6 * each:.1f}", "", "", "", ""))
    for entries in [int(a.replace(",", "")) for a in sys.argv[1:]] or [100000, 1000000]:
        if (HERE / "make_people.py").exists():
            rows.append(made_up(entries))
    table(["list", "screenings/s", "us each", "index built in s", "of processor", "bytes an entry beside names", "MB at most"], rows)


if __name__ == "__main__":
    main()
