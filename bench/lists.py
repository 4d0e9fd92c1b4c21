#!/usr/bin/env python3
"""The two real lists of examples/lists: time to import both, against Python reading the same files with its standard library (csv,
ElementTree) and keeping nothing, in one run. Then their export goes through FollowTheMoney's own library (bench/ftm_read.py).

    bench/lists.py                  REDTHREAD names another binary than build/redthread
"""
import csv
import gzip
import io
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree

TOP = pathlib.Path(__file__).resolve().parents[1]
PROGRAM = os.environ.get("REDTHREAD", str(TOP / "build/redthread"))
OFAC = [TOP / f"examples/lists/ofac/{n}.csv.gz" for n in ("sdn", "alt", "add", "sdn_comments")]
UN = TOP / "examples/lists/un/consolidated.xml.gz"


def by_python():
    begun = time.perf_counter()
    for path in OFAC:
        for _ in csv.reader(io.TextIOWrapper(gzip.open(path), encoding="latin-1")):
            pass
    for _ in ElementTree.parse(gzip.open(UN)).iter():
        pass
    return time.perf_counter() - begun


def by_us(case):
    subprocess.run([PROGRAM, "init", case], check=True, stderr=subprocess.DEVNULL)
    begun = time.perf_counter()
    for files in (OFAC, [UN]):
        subprocess.run([PROGRAM, "import", case, *map(str, files)], check=True, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def main():
    with tempfile.TemporaryDirectory() as folder:
        ours, plain = [], []
        for n in range(5):
            plain.append(by_python())
            ours.append(by_us(os.path.join(folder, f"{n}.case")))
        took, base = statistics.median(ours), statistics.median(plain)
        print(f"both lists, median of 5: imported in {took:.2f} s, {took / base:.1f} times the {base:.2f} s that Python takes to read them and keep nothing", flush=True)
        export = os.path.join(folder, "lists.ftm.json")
        with open(export, "wb") as out:
            subprocess.run([PROGRAM, "export", os.path.join(folder, "0.case"), "--format", "ftm"], check=True, stdout=out)
        return subprocess.run([sys.executable, TOP / "bench/ftm_read.py", export]).returncode


sys.exit(main())
