#!/usr/bin/env python3
"""How people are joined, over made-up relations: the shortest path between two, and the network two steps around one, against plain SQL (breadth first by a
recursive query over one indexed table) and against igraph with the whole graph in memory, in one run. Relations are spread unevenly; one address has 50,000 people.

    bench/network.py [RELATIONS [PEOPLE]]     1,000,000 and 300,000 unless told; REDTHREAD names another binary than build/redthread
    All times are processor time. KEEP=FOLDER keeps the case and the table there for the next run. igraph is measured where python3 has it (python3-igraph, or igraph from PyPI).
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

try:
    import igraph
except ImportError:
    igraph = None

TOP = pathlib.Path(__file__).resolve().parents[1]
PROGRAM = os.environ.get("REDTHREAD", str(TOP / "build/redthread"))
AT_ADDRESS = 50000
ASKED = 20
DEEPEST = 8


def relations(n, people):
    """Pairs, some people in many of them; who stands next to each other in number more often than others."""
    chance = random.Random(1)
    for _ in range(n):
        a = int(people * chance.random() ** 1.5)
        yield a, (a + 1 + int(people * chance.random() ** 4)) % people


def lines(pairs, people):
    def line(entity, schema, prop, value):
        return json.dumps({"type": "statement", "entity": entity, "schema": schema, "prop": prop, "value": value, "stance": "asserts",
                           "dataset": "made-up", "speaker": "the benchmark"}) + "\n"
    yield line("a0", "Address", "full", "1 Example Street")
    for i in range(people):
        yield line(f"p{i}", "Person", "name", f"Person {i}")
        if i % (people // AT_ADDRESS or 1) == 0:
            yield line(f"p{i}", "Person", "addressEntity", "a0")
    for i, (a, b) in enumerate(pairs):
        yield line(f"r{i}", "Associate", "person", f"p{a}")
        yield line(f"r{i}", "Associate", "associate", f"p{b}")


def table(path, pairs):
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE tie (a INTEGER, b INTEGER)")
    db.executemany("INSERT INTO tie VALUES (?, ?)", pairs)
    db.executemany("INSERT INTO tie VALUES (?, ?)", ((b, a) for a, b in pairs))
    db.execute("CREATE INDEX by_end ON tie (a, b)")
    db.commit()


def make(folder, n, people):
    pairs = list(relations(n, people))
    case = os.path.join(folder, "network.case")
    if not os.path.exists(case):
        file = os.path.join(folder, "network.jsonl")
        with open(file, "w") as out:
            out.writelines(lines(pairs, people))
        subprocess.run([PROGRAM, "init", case], check=True, stderr=subprocess.DEVNULL)
        begun = time.perf_counter()
        subprocess.run([PROGRAM, "import", case, file], check=True, stderr=subprocess.DEVNULL)
        print(f"{n} relations of {people} people imported in {time.perf_counter() - begun:.1f} s, {os.path.getsize(case) / 1e6:.0f} MB")
        os.remove(file)
        table(os.path.join(folder, "network.db"), pairs)
    return pairs, case, sqlite3.connect(os.path.join(folder, "network.db"))


def ask(*args):
    """Processor time, so that what else the machine does does not count; the program works on one thread here."""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen([PROGRAM, *args, "--json"], stdout=out, stderr=subprocess.DEVNULL)
        used = os.wait4(child.pid, 0)[2]
        child.returncode = 0
        out.seek(0)
        text = out.read()
    return used.ru_utime + used.ru_stime, json.loads(text) if text else None


def path_by_us(case, a, b):
    took, found = ask("path", case, f"p{a}", f"p{b}", "--without", "addresses", "--paths", "1")
    return took, len(found["paths"][0]["edges"]) if found["paths"] else None


def path_by_sql(db, a, b):
    begun = time.process_time()
    row = db.execute("WITH RECURSIVE far(id, n) AS (SELECT ?1, 0 UNION SELECT b, n + 1 FROM far JOIN tie ON a = id WHERE n < ?3) "
                     "SELECT n FROM far WHERE id = ?2 ORDER BY n LIMIT 1", (a, b, DEEPEST)).fetchone()
    return time.process_time() - begun, row[0] if row else None


def path_by_igraph(graph, a, b):
    begun = time.process_time()
    way = graph.get_shortest_path(a, b)
    return time.process_time() - begun, len(way) - 1 if way else None


def network_by_us(case, a):
    took, found = ask("network", case, f"p{a}", "--depth", "2", "--relations")
    return took, len(found["nodes"])


def network_by_sql(db, a):
    begun = time.process_time()
    found = db.execute("WITH near(id) AS (SELECT ?1 UNION SELECT b FROM tie WHERE a = ?1 UNION SELECT y.b FROM tie x JOIN tie y ON y.a = x.b WHERE x.a = ?1) "
                       "SELECT a, b FROM near JOIN tie ON a = id WHERE b IN near", (a,)).fetchall()
    return time.process_time() - begun, len({x for pair in found for x in pair})


def network_by_igraph(graph, a):
    begun = time.process_time()
    near = graph.neighborhood(a, 2)
    graph.induced_subgraph(near)
    return time.process_time() - begun, len(near)


def show(what, ours, others, start):
    took = statistics.median(t for t, _ in ours)
    print(f"{what}: median {1000 * took:.0f} ms, most {1000 * max(t for t, _ in ours):.0f} ms (start and opening {1000 * start:.0f} ms), found {[n for _, n in ours][:10]}")
    for name, theirs in others:
        base = statistics.median(t for t, _ in theirs)
        same = sum(x[1] == y[1] for x, y in zip(ours, theirs))
        print(f"  {name}: median {1000 * base:.1f} ms, ours {took / base:.2f} times that; the same answer in {same} of {len(theirs)}")


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000000
    people = int(sys.argv[2]) if len(sys.argv) > 2 else 300000
    with tempfile.TemporaryDirectory() as made:
        folder = os.environ.get("KEEP", made)
        pairs, case, db = make(folder, n, people)
        graph = igraph.Graph(n=people, edges=pairs) if igraph else None
        chance = random.Random(2)
        asked = [(chance.randrange(people), chance.randrange(people)) for _ in range(ASKED)]
        start = statistics.median(ask("show", case, "nobody")[0] for _ in range(5))
        few = asked[:1 if n > 300000 else 5]
        others = [("plain SQL, of the first", [path_by_sql(db, a, b) for a, b in few])]
        if igraph:
            others.append(("igraph in memory", [path_by_igraph(graph, a, b) for a, b in asked]))
        show(f"path between two of {people}", [path_by_us(case, a, b) for a, b in asked], others, start)
        step = people // AT_ADDRESS or 1
        hub = [ask("path", case, f"p{a // step * step}", f"p{b // step * step}", "--paths", "1") for a, b in asked]
        show(f"path between two of {AT_ADDRESS} at one address", [(t, len(f["paths"][0]["edges"]) if f["paths"] else None) for t, f in hub], [], start)
        many = [ask("path", case, f"p{a}", f"p{b}") for a, b in asked]
        show("ten paths by all kinds of ties", [(t, len(f["paths"])) for t, f in many], [], start)
        others = [("plain SQL", [network_by_sql(db, a) for a, _ in asked])]
        if igraph:
            others.append(("igraph in memory", [network_by_igraph(graph, a) for a, _ in asked]))
        show("network two steps around one", [network_by_us(case, a) for a, _ in asked], others, start)


main()
