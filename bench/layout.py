#!/usr/bin/env python3
"""What other ways to lay statements out in SQLite would cost: docs/decisions/010-layout.md rests on these figures.

    bench/layout.py [ENTITIES | keys]      100,000 unless told, which make 900,000 statements; keys: the second table alone

The rows are those that an import puts (bench/import.py makes the values; salts and ids are random bytes), put by Python's sqlite3 with
`executemany` in one transaction, so that the layouts are compared and nothing else. Each way is the chosen one with one thing done
otherwise. Printed are the shorter of two processor times, statements a second, and bytes of the file a statement."""
import hashlib
import importlib.util
import os
import pathlib
import random
import sqlite3
import sys
import tempfile
import time

WINDOW = 1 << 20
TABLE = """CREATE TABLE statement (seq INTEGER PRIMARY KEY, entity INTEGER NOT NULL, kind INTEGER NOT NULL, provenance INTEGER NOT NULL,
  value TEXT NOT NULL, salt BLOB NOT NULL, seal INTEGER NOT NULL) STRICT"""
PROVENANCE = ("2026-01-01T10:00:00.000000Z", "A. Clerk", None, "police", None, "The police", None, "asserts", "document", "B", "2", "2025-11", None)


def bench_import():
    spec = importlib.util.spec_from_file_location("bench_import", pathlib.Path(__file__).with_name("import.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Statements:
    """Rows as the chosen layout has them, and what the other ways need beside them."""

    def __init__(self, count):
        rnd, kinds = random.Random(5), {}
        self.rows, self.texts, self.ids = [], [], []
        for entity, (name, properties) in enumerate(bench_import().entities(count, random.Random(11))):
            for prop, value in ((p, v) for p, values in properties.items() for v in values):
                kind = kinds.setdefault(prop, len(kinds))
                self.rows.append((len(self.rows), entity, kind, 0, value, rnd.randbytes(16), rnd.getrandbits(32)))
                self.texts.append((name, "Person", prop))
                self.ids.append(rnd.randbytes(16))
        self.keys = [int.from_bytes(i[:8], "big", signed=True) for i in self.ids]

    def runs(self):
        """Statements of one entity that follow each other: [entity, first, last]."""
        out = []
        for seq, entity, *_ in self.rows:
            if out and out[-1][0] == entity:
                out[-1][2] = seq
            else:
                out.append([entity, seq, seq])
        return out

    def line(self, row):
        entity, schema, prop = self.texts[row[0]]
        return (f'{{"dataset":"police","entity":"{entity}","id":"{self.ids[row[0]].hex()}","prop":"{prop}","recorded_at":"{PROVENANCE[0]}",'
                f'"recorded_by":"A. Clerk","schema":"{schema}","stance":"asserts","type":"statement","value":"{row[4]}"}}')


# --- the pieces of which the ways are made: steps of (SQL, rows or None), made before the clock runs -----------------------

def put(table, rows):
    return [(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)]


def statements(s, instead=("", ""), more=lambda row: ()):
    """The chosen table, with one piece of its definition replaced, and rows with further columns behind."""
    return [(TABLE.replace(*instead), None), *put("statement", [row + more(row) for row in s.rows])]


def runs(s):
    return [("CREATE TABLE run (entity INTEGER, first INTEGER, last INTEGER, PRIMARY KEY (entity, first)) STRICT, WITHOUT ROWID", None), *put("run", s.runs())]


def lookup(s, arrange=sorted):
    """Keys of ids in windows, each put in one go: arranged before, as the program does it, or as they come."""
    rows = list(zip(s.keys, range(len(s.keys))))
    steps = [("CREATE TABLE lookup (key INTEGER, seq INTEGER, PRIMARY KEY (key, seq)) STRICT, WITHOUT ROWID", None)]
    for at in range(0, len(rows), WINDOW):
        steps += put("lookup", arrange(rows[at:at + WINDOW]))
    return steps


def nodes(s, kept=8):
    """A tree's nodes from a level up, with hashes that are none."""
    digest = hashlib.sha256(b"").digest()
    rows = [(level << 48 | i, digest) for level in range(kept, len(s.rows).bit_length()) for i in range(len(s.rows) >> level)]
    return [("CREATE TABLE node (place INTEGER PRIMARY KEY, hash BLOB) STRICT", None), *put("node", rows)]


def beside(s):
    return runs(s) + lookup(s) + nodes(s)


# --- the ways -----------------------------------------------------------------------------------------------------------

END = "seal INTEGER NOT NULL"
BY_ENTITY = [("CREATE INDEX by_entity ON statement (entity)", None)]


def plain(s):
    columns = "id entity prop schema value dataset lang original external first_seen last_seen speaker".split()
    rows = [(f"{e}-{p}", e, p, k, row[4], "police", *[None] * 6) for row, (e, k, p) in zip(s.rows, s.texts)]
    return [(f"CREATE TABLE plain ({', '.join(c + ' TEXT' for c in columns)})", None), *put("plain", rows)]


def texts(s):
    table = TABLE.replace("entity INTEGER NOT NULL, kind INTEGER", "entity TEXT NOT NULL, schema TEXT NOT NULL, prop TEXT")
    return [(table, None), *put("statement", [(r[0], *s.texts[r[0]], *r[3:]) for r in s.rows]), *beside(s)]


def provenance_in_columns(s):
    return statements(s, (END, END + "".join(f", p{i} TEXT" for i in range(len(PROVENANCE)))), lambda row: PROVENANCE) + beside(s)


def index_as_they_come(s):
    made, filled = statements(s)
    return [made, *BY_ENTITY, filled, *lookup(s), *nodes(s)]


def foreign_keys(s):
    """Enforced; the tables that are named hold nothing but numbers."""
    steps, table = [], TABLE
    for at, name in ((1, "entity"), (2, "kind"), (3, "provenance")):
        steps += [(f"CREATE TABLE {name} (id INTEGER PRIMARY KEY) STRICT", None), *put(name, sorted({(row[at],) for row in s.rows}))]
        table = table.replace(f"{name} INTEGER NOT NULL", f"{name} INTEGER NOT NULL REFERENCES {name}")
    return [*steps, (table, None), *put("statement", s.rows), *beside(s)]


def whole_ids(s):
    return statements(s, (END, END + ", id BLOB NOT NULL UNIQUE"), lambda row: (s.ids[row[0]],)) + runs(s) + nodes(s)


WAYS = [
    ("one plain table of texts, nothing else", plain),
    ("chosen", lambda s: statements(s) + beside(s)),
    ("entity, schema, property as texts", texts),
    ("provenance as columns of each row", provenance_in_columns),
    ("the canonical line kept too", lambda s: statements(s, (END, END + ", line TEXT"), lambda row: (s.line(row),)) + beside(s)),
    ("foreign keys enforced", foreign_keys),
    ("leaves of 32 bytes kept", lambda s: statements(s, (END, END + ", leaf BLOB"), lambda row: (s.ids[row[0]] + row[5],)) + beside(s)),
    ("all nodes of the tree kept", lambda s: statements(s) + runs(s) + lookup(s) + nodes(s, 0)),
    ("index by entity, made at the end", lambda s: statements(s) + lookup(s) + nodes(s) + BY_ENTITY),
    ("index by entity, filled as they come", index_as_they_come),
    ("8-byte keys of ids, as they come", lambda s: statements(s) + runs(s) + lookup(s, list) + nodes(s)),
    ("whole ids in a unique index, as they come", whole_ids),
    ("no way to find an id", lambda s: statements(s) + runs(s) + nodes(s)),
]


def opened(path):
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA cache_size = -65536")
    db.execute("PRAGMA foreign_keys = ON")
    return db


def run(db, steps):
    """Processor seconds of one transaction."""
    begun = time.process_time()
    db.execute("BEGIN")
    for sql, rows in steps:
        db.execute(sql) if rows is None else db.executemany(sql, rows)
    db.execute("COMMIT")
    return time.process_time() - begun


def measure(steps, path):
    db = opened(path)
    took = run(db, steps)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    return took, os.path.getsize(path)


def compare_ways(s):
    n, times, sizes = len(s.rows), {}, {}
    for _ in range(2):
        for name, way in WAYS:
            with tempfile.TemporaryDirectory() as folder:
                took, sizes[name] = measure(way(s), os.path.join(folder, "a.db"))
            times[name] = min(took, times.get(name, took))
    base = times["chosen"]
    print(f"{n} statements\n| layout | s | against the chosen one | statements/s | bytes a statement |\n|---|---:|---:|---:|---:|")
    for name, _ in WAYS:
        print(f"| {name} | {times[name]:.2f} | {times[name] / base:.2f} | {n / times[name]:,.0f} | {sizes[name] / n:.0f} |")


def keys_by_window(arrange, windows):
    """Seconds that each further window of keys takes in one lookup table, a transaction each."""
    rnd = random.Random(9)
    with tempfile.TemporaryDirectory() as folder:
        db = opened(os.path.join(folder, "a.db"))
        db.execute("CREATE TABLE lookup (key INTEGER, seq INTEGER, PRIMARY KEY (key, seq)) STRICT, WITHOUT ROWID")
        for w in range(windows):
            yield run(db, put("lookup", arrange([(rnd.getrandbits(63), w * WINDOW + i) for i in range(WINDOW)])))


def compare_keys(windows):
    print(f"\nseconds for each further {WINDOW:,} keys of ids\n| keys | {' | '.join(str(w + 1) for w in range(windows))} |\n|---|{'---:|' * windows}")
    for name, arrange in (("sorted", sorted), ("as they come", list)):
        print(f"| {name} | {' | '.join(f'{s:.2f}' for s in keys_by_window(arrange, windows))} |")


def main():
    if sys.argv[1:] != ["keys"]:
        compare_ways(Statements(int(sys.argv[1]) if len(sys.argv) > 1 else 100000))
    compare_keys(6)


if __name__ == "__main__":
    main()
