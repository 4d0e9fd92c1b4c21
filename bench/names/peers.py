#!/usr/bin/env python3
"""The same queries to what anyone can install, side by side in one run on OFAC's list: how many right answers among the first one and ten, and
queries a second on one core.

    bench/names/peers.py [MOST]      so many queries of a kind (400 unless told)"""
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

import letters
import native
from common import SETS, can, indexed, peer, say, screened, sets, table

KINDS = {"a.k.a.s that share a word": lambda r: r["set"] == "aka" and r["shared"] != "none", "known names, one thing done": lambda r: r["set"] == "known, one thing",
         "a.k.a.s, one thing done": lambda r: r["set"] == "aka, one thing", "other scripts": lambda r: r["set"] == "script"}
POSTGRES = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def listed():
    """[(entry, name)] of the list."""
    for line in (SETS / "ofac.ftm.json").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        for prop in ("name", "alias", "weakAlias"):
            for name in entry["properties"].get(prop, []):
                yield entry["id"], name


def first(entries, most=10):
    """The first ten entries, each once."""
    return list(dict.fromkeys(entries))[:most]


# --- the peers: each is called with all queries and returns the first ten entries of each ---------------------------------

def brute(names):
    """rapidfuzz over all names, words sorted."""
    if not peer("rapidfuzz"):
        return None
    from rapidfuzz import fuzz, process, utils
    ids, texts = [i for i, _ in names], [utils.default_process(n) for _, n in names]

    def ask(queries):
        return [first(ids[at] for _, _, at in process.extract(utils.default_process(q), texts, scorer=fuzz.token_sort_ratio, limit=40, processor=None)) for q in queries]
    return ask


def fts(names):
    """SQLite's full text search with trigrams, best by bm25."""
    db = sqlite3.connect(":memory:")
    try:
        db.execute("CREATE VIRTUAL TABLE name USING fts5(entry UNINDEXED, text, tokenize='trigram')")
    except sqlite3.OperationalError:
        say("this SQLite has no trigrams: left out")
        return None
    db.executemany("INSERT INTO name VALUES (?, ?)", [(i, letters.plain(n)) for i, n in names])

    def ask(queries):
        found = []
        for q in queries:
            text = letters.plain(q)
            grams = {text[i:i + 3].replace('"', '""') for i in range(len(text) - 2)}
            wanted = " OR ".join(f'"{g}"' for g in grams)
            rows = db.execute("SELECT entry FROM name WHERE name MATCH ? ORDER BY rank LIMIT 40", (wanted,)) if wanted else []
            found.append(first(r[0] for r in rows))
        return found
    return ask


class Postgres:
    """A cluster of its own in a folder that is removed again."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="bench-names-pg-")
        self.bin = POSTGRES[-1].parent
        self.user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self.user:
            shutil.chown(self.folder, "postgres")
        self.run(self.bin / "initdb", "-D", f"{self.folder}/data", "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        self.run(self.bin / "pg_ctl", "-D", f"{self.folder}/data", "-w", "-l", f"{self.folder}/log", "-o", f"-k {self.folder} -c listen_addresses=''", "start")

    def run(self, *command):
        subprocess.run([*self.user, *map(str, command)], check=True, capture_output=True, cwd="/")

    def sql(self, text):
        done = subprocess.run(["psql", "-h", self.folder, "-U", "bench", "-d", "postgres", "-qAt", "-v", "ON_ERROR_STOP=1"], input=text, capture_output=True, encoding="utf-8", check=True)
        return done.stdout

    def stop(self):
        self.run(self.bin / "pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def trigram(server, names):
    """PostgreSQL's pg_trgm, nearest first by a GiST index."""
    server.sql("CREATE EXTENSION pg_trgm; CREATE TABLE name (entry text, text text);" +
               "INSERT INTO name VALUES " + ",".join(f"({quoted(i)},{quoted(letters.plain(n))})" for i, n in names) + ";" +
               "CREATE INDEX ON name USING gist (text gist_trgm_ops(siglen=64)); ANALYZE name;")

    def ask(queries):
        lines = "".join(f"SELECT {n}, entry FROM (SELECT entry FROM name ORDER BY text <-> {quoted(letters.plain(q))} LIMIT 40) AS found;\n" for n, q in enumerate(queries))
        found = [[] for _ in queries]
        for line in server.sql(lines).splitlines():
            n, entry = line.split("|")
            found[int(n)].append(entry)
        return [first(f) for f in found]
    return ask


def ours(rows):
    def ask(queries):
        results, _ = screened(indexed("ofac"), [(r["schema"], q) for r, q in zip(rows, queries)], "--top", "10", "--cutoff", "0.05", "--threads", "1")
        return [[h["id"] for h in hits] for hits in results]
    return ask


def chosen(most):
    rnd, every = random.Random(23), [r for r in sets("queries.csv") if r["list"] == "ofac"]
    for kind, fits in KINDS.items():
        some = [r for r in every if fits(r)]
        yield kind, rnd.sample(some, min(most, len(some)))


def figures(name, groups, asks):
    """A row of the table: R@1 and R@10 by kind, and queries a second."""
    row, asked, took = [name], 0, 0.0
    for rows, ask in zip(groups.values(), asks):
        begun = time.perf_counter()
        found = ask([r["name"] if name == "redthread" else r["read"] for r in rows])
        took += time.perf_counter() - begun
        asked += len(rows)
        right = [set(r["right"].split()) for r in rows]
        row += [f"{sum(bool(f) and f[0] in r for f, r in zip(found, right)) / len(rows):.3f} / {sum(bool(r & set(f)) for f, r in zip(found, right)) / len(rows):.3f}"]
    return (*row, f"{asked / took:,.0f}")


def main():
    groups = dict(chosen(int(sys.argv[1]) if len(sys.argv) > 1 else 400))
    for some in groups.values():
        for row, read in zip(some, native.by_icu("Any-Latin; Latin-ASCII", [r["name"] for r in some])):
            row["read"] = read
    names, rows, server = list(listed()), [], None
    print(f"{len(names)} names; {', '.join(f'{len(g)} {k}' for k, g in groups.items())}; R@1 / R@10; the others get the names of other scripts as ICU reads them\n", flush=True)
    if can("screen"):
        indexed("ofac")
        rows.append(figures("redthread", groups, [ours(g) for g in groups.values()]))
    for name, made in (("rapidfuzz token_sort_ratio, all names", brute(names)), ("SQLite FTS5, trigrams", fts(names))):
        if made:
            rows.append(figures(name, groups, [made] * len(groups)))
    if POSTGRES and shutil.which("psql"):
        try:
            server = Postgres()
            rows.append(figures("PostgreSQL pg_trgm", groups, [trigram(server, names)] * len(groups)))
        finally:
            if server:
                server.stop()
    else:
        say("PostgreSQL is not here: left out")
    table(["search", *groups, "queries/s"], rows)


if __name__ == "__main__":
    main()
