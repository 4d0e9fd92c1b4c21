#!/usr/bin/python3 -B
"""FollowTheMoney of any size from real names (names/make_people.py): import at a million statements and at ten, against Python's sqlite3
putting the same rows into one plain table; then single questions to the larger case, of a reader who sees all and of one from whom
nine tenths are hidden.

    bench/millions.py [STATEMENTS...] [--folder DIR]     REDTHREAD names another binary than build/redthread

Without sizes: 900,000 (100,000 entities), 1,000,000 and 10,000,000 statements; the last takes some 12 GB of disk and ten minutes."""
import argparse
import json
import pathlib
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP / "bench/names"))
import make_people  # noqa: E402
from program import PROGRAM, Library, peak_and_time  # noqa: E402

COLUMNS = "id canonical_id entity_id prop prop_type schema value dataset lang original_value external first_seen last_seen".split()
CHUNK = 500000  # rows of the plain table that wait in memory


# --- making

def words_of(rnd, names, n):
    return " ".join(make_people.pick(rnd, names[rnd.choice(SCRIPTS)])[0] for _ in range(n))


SCRIPTS = []


def entities():
    """Without end; nobody in it is real."""
    rnd, names = random.Random(11), make_people.read_names()
    SCRIPTS[:] = list(names)
    for e in make_people.entities(10**9, 11):
        p = e["properties"]
        person = e["schema"] == "Person"
        p["address"] = [f"{rnd.randint(1, 99)} {words_of(rnd, names, 1).capitalize()} Street, {words_of(rnd, names, 1).capitalize()}"]
        p["notes"] = [words_of(rnd, names, 12)]
        p["email"] = [f"{words_of(rnd, names, 1)}{rnd.randint(1, 9999)}@example.org"]
        if person:
            p["birthPlace"], p["position"] = [words_of(rnd, names, 1).capitalize()], [words_of(rnd, names, 2)]
            p["nationality"] = [rnd.choice(["be", "fr", "iq", "sy", "tn"])]
        yield e


def make(count, folder):
    """Two files, with a tenth of the entities and with the others."""
    paths, made = [folder / "open.ftm.json", folder / "hidden.ftm.json"], 0
    with open(paths[0], "w", encoding="utf-8") as few, open(paths[1], "w", encoding="utf-8") as most:
        for i, e in enumerate(entities()):
            if made >= count:
                return paths
            (most if i % 10 else few).write(json.dumps(e, ensure_ascii=False) + "\n")
            made += sum(map(len, e["properties"].values()))


# --- importing

def rows_of(paths):
    for path in paths:
        for line in open(path, encoding="utf-8"):
            e = json.loads(line)
            for prop, values in e["properties"].items():
                for value in values:
                    yield f"{e['id']}-{prop}", e["id"], e["id"], prop, "text", e["schema"], value, "made", None, None, None, None, None


def chunks(rows):
    chunk = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    yield chunk


def plain_table(paths, folder):
    """Statements, and the seconds that SQLite has for them: making the rows is not counted."""
    path, took, n = folder / "plain.db", 0, 0
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.execute(f"CREATE TABLE plain ({', '.join(c + ' TEXT' for c in COLUMNS)})")
    for chunk in chunks(rows_of(paths)):
        begun = time.perf_counter()
        db.executemany(f"INSERT INTO plain VALUES ({','.join('?' * len(COLUMNS))})", chunk)
        took += time.perf_counter() - begun
        n += len(chunk)
    begun = time.perf_counter()
    db.commit()
    took += time.perf_counter() - begun
    path.unlink()
    return n, took


def imported(paths, case):
    """Seconds and the most megabytes of importing a tenth for all, the rest for who is cleared for hawk."""
    for end in ("", "-wal", "-shm"):
        pathlib.Path(f"{case}{end}").unlink(missing_ok=True)
    subprocess.run([PROGRAM, "init", case], check=True, stderr=subprocess.DEVNULL)
    few = peak_and_time(PROGRAM, "import", case, paths[0], "--dataset", "made")
    most = peak_and_time(PROGRAM, "import", case, paths[1], "--dataset", "made", "--handling", "hawk")
    return few[0] + most[0], max(few[1], most[1])


def measure_import(count, folder):
    """Returns the case and the microseconds a statement."""
    paths, case = make(count, folder), folder / "c.case"
    size = sum(p.stat().st_size for p in paths)
    n, plain = plain_table(paths, folder)
    took, peak = imported(paths, case)
    if count <= 2000000:  # what takes seconds is repeated: the machine may have been busy
        plain = statistics.median([plain] + [plain_table(paths, folder)[1] for _ in range(2)])
        took = statistics.median([took] + [imported(paths, case)[0] for _ in range(2)])
    begun = time.perf_counter()
    subprocess.run([PROGRAM, "audit", "verify", case], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    verify = time.perf_counter() - begun
    print(f"{n} statements: import {took:.1f} s, {n / took:.0f} a second, {took / plain:.2f} times the plain table's {plain:.1f} s; peak {peak:.0f} MB; "
          f"file {case.stat().st_size / size:.2f} times the JSON's {size / 1e6:.0f} MB; audit verify {verify:.1f} s, {verify / plain:.2f} times the plain table", flush=True)
    return case, took * 1e6 / n


# --- asking

def asked(library, view, what, clear=None):
    """Seconds, and the JSON that is said."""
    took, code, text = library.ask(view, [what], clear, time.perf_counter)
    return took, json.loads(text) if code == 0 else sys.exit(f"{view} {what}: code {code}")


def ms(times):
    times = sorted(times)
    return f"{1000 * statistics.median(times):8.2f} {1000 * times[min(len(times) - 1, int(0.99 * len(times)))]:8.2f}"


def questions(path, case, n):
    """{view: what to ask} about entities that all may see."""
    rnd = random.Random(5)
    chosen = [json.loads(line) for line in rnd.sample(open(path, encoding="utf-8").readlines(), n)]
    ids = [e["id"] for e in chosen]
    notes = [e["properties"]["notes"][0].split() for e in chosen]
    library = Library(case)
    found = [asked(library, "sources", i)[1] for i in ids]
    statement = [sorted(set(part for part in json.dumps(f).split('"') if len(part) == 32 and all(c in "0123456789abcdef" for c in part)))[0] for f in found]
    return {"show": ids, "timeline": ids, "statement": statement, "search": [" ".join(rnd.sample(w, 2)) for w in notes],
            "search, either": [" OR ".join(rnd.sample(w, 2)) for w in notes]}


def measure_views(paths, case):
    print("milliseconds of the view alone           sees all        nine tenths hidden    ratio of medians")
    for name, wanted in questions(paths[0], case, 200).items():
        view, library = name.split(",")[0], Library(case)
        for what in wanted[:5]:
            asked(library, view, what)
        all_of = [asked(library, view, what)[0] for what in wanted]
        few_of = [asked(library, view, what, "green")[0] for what in wanted]
        print(f"{name:32} {ms(all_of)}   {ms(few_of)}   {statistics.median(few_of) / statistics.median(all_of):8.2f}", flush=True)
    few = [timed("show", case, what, "--json") for what in questions(paths[0], case, 30)["show"]]
    ids = questions(paths[0], case, 30)["statement"]
    print(f"{'show, from start to end':32} {ms(few)}")
    print(f"{'a proof, from start to end':32} {ms([timed('audit', 'prove', case, i) for i in ids])}   "
          f"(start and opening alone {ms([timed('statement', case, '0' * 32) for _ in range(30)])})")


def timed(*args):
    begun = time.perf_counter()
    subprocess.run([PROGRAM, *map(str, args)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("statements", type=int, nargs="*", default=[900000, 1000000, 10000000])
    parser.add_argument("--folder", type=pathlib.Path)
    args = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(dir=args.folder))
    try:
        costs = {}
        for count in args.statements:
            case, costs[count] = measure_import(count, folder)
        least, most = min(costs), max(costs)
        print(f"a statement costs {costs[most]:.2f} us at {most}, {costs[most] / costs[least]:.2f} times the {costs[least]:.2f} at {least}")
        measure_views([folder / "open.ftm.json"], case)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
