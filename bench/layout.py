#!/usr/bin/env python3
"""What the layout of the log costs, by Python's sqlite3 with 300,000 made-up statements (nine on an entity, salts of 16 bytes): seconds
and bytes a statement, each layout against one plain table of text in the same run.

    bench/layout.py [STATEMENTS]
"""
import os
import random
import sqlite3
import sys
import tempfile
import time

ROW = "seq INTEGER PRIMARY KEY, entity INTEGER NOT NULL{fk}, kind INTEGER NOT NULL{fk}, provenance INTEGER NOT NULL{fk}, value TEXT NOT NULL, salt BLOB NOT NULL, seal INTEGER NOT NULL"
PAIRS = "CREATE TABLE {} (key INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) WITHOUT ROWID"


def statements(count):
    rnd = random.Random(5)
    return [(n, n // 9, n % 9, 1, "".join(rnd.choices("abcdefgh ", k=rnd.randint(5, 60))), rnd.randbytes(16), rnd.getrandbits(31), rnd.randbytes(16), rnd.randbytes(32))
            for n in range(count)]


def ours(db, rows, row=ROW, more=(), parents=False, by_entity=False, full_ids=False):
    if parents:
        for table in ("entity", "kind", "provenance"):
            db.execute(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY)")
            db.executemany(f"INSERT INTO {table} VALUES (?)", ((n,) for n in range(len(rows) // 9 + 10)))
    row = row.replace('{fk}', '')
    names = row.count(",") + 1
    db.execute(f"CREATE TABLE statement ({row})")
    if full_ids:
        db.execute("CREATE UNIQUE INDEX full_id ON statement (id)")
    if by_entity:
        db.execute("CREATE INDEX by_entity ON statement (entity, seq)")
    db.executemany(f"INSERT INTO statement VALUES ({','.join('?' * names)})", ((*r[:7], *(r[i] for i in more)) for r in rows))
    if not full_ids:
        db.execute(PAIRS.format("lookup"))
        db.executemany("INSERT INTO lookup VALUES (?, ?)", sorted((int.from_bytes(r[7][:8], "big", signed=True), r[0]) for r in rows))
    if not by_entity:
        db.execute("CREATE TABLE run (entity INTEGER, first INTEGER, last INTEGER, PRIMARY KEY (entity, first)) WITHOUT ROWID")
        db.executemany("INSERT INTO run VALUES (?, ?, ?)", ((n // 9, n, n + 8) for n in range(0, len(rows), 9)))


def plain(db, rows):
    columns = "id entity canonical prop type schema value dataset lang original external first_seen last_seen".split()
    db.execute(f"CREATE TABLE plain ({', '.join(columns)})")
    db.executemany(f"INSERT INTO plain VALUES ({','.join('?' * 13)})",
                   ((f"{r[0]:x}-name", f"e{r[1]}", f"e{r[1]}", "name", "name", "Person", r[4], "made", None, None, None, None, None) for r in rows))


LAYOUTS = {
    "one plain table of 13 columns": plain,
    "ours: numbers, runs, ids by 8 bytes in one sorted go": ours,
    "the same, foreign keys enforced": lambda db, rows: (db.execute("PRAGMA foreign_keys = ON"), ours(db, rows, ROW.format(fk=" REFERENCES {}").format("entity", "kind", "provenance"), parents=True)),
    "the same, an index by entity in place of runs": lambda db, rows: ours(db, rows, by_entity=True),
    "the same, a unique index of whole ids filled as they come": lambda db, rows: ours(db, rows, ROW + ", id BLOB NOT NULL", (7,), full_ids=True),
    "the same, leaf hashes kept": lambda db, rows: ours(db, rows, ROW + ", leaf BLOB NOT NULL", (8,)),
}


def main():
    rows = statements(int(sys.argv[1]) if len(sys.argv) > 1 else 300000)
    base = None
    with tempfile.TemporaryDirectory() as folder:
        for n, (name, fill) in enumerate(LAYOUTS.items()):
            took = []
            for again in range(3):
                path = os.path.join(folder, f"{n}-{again}.db")
                db = sqlite3.connect(path)
                begun = time.process_time()
                fill(db, rows)
                db.commit()
                took.append(time.process_time() - begun)
                db.close()
            took = sorted(took)[1]
            base = base or took
            print(f"{name:60} {took:6.2f} s  {took / base:5.2f} times  {os.path.getsize(path) / len(rows):6.1f} bytes a statement", flush=True)


main()
