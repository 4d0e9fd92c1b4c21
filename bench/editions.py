#!/usr/bin/python3
"""A thousand editions of one list: what each costs when nothing changed, and when a little did.

The UN's list of examples/lists is made into editions of successive days; in every tenth, one entry goes, one that went
before comes back and a few notes change. The reference is what a case would grow by if each edition were written whole.

    editions.py [EDITIONS]      1,000 unless told; prints a line for each figure
"""
import gzip
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parents[1]
PROGRAM = os.path.abspath(os.environ.get("REDTHREAD", TOP / "build/redthread"))
LIST = TOP / "examples/lists/un/consolidated.xml.gz"


def run(*args):
    start = time.monotonic()
    out = subprocess.run([PROGRAM, *map(str, args)], capture_output=True, check=True, text=True)
    return time.monotonic() - start, out.stdout


def day(n):
    return time.strftime("%Y-%m-%d", time.gmtime(1772150400 + n * 86400))  # from 27 February 2026 on


def editions(text, many):
    """Each edition as text, and whether it differs from the one before but for its day."""
    people = re.findall(r"\s*<INDIVIDUAL>.*?</INDIVIDUAL>", text, re.S)
    for n in range(many):
        out, changed = text, n % 10 == 9
        if n >= 9:
            out = out.replace(people[(n + 1) // 10 % len(people)], "", 1)
            out = out.replace("<COMMENTS1>", f"<COMMENTS1>Reviewed {n // 10 + 1}. ", 3) if (n + 1) // 10 else out
        yield out.replace("2026-02-27T", day(n) + "T", 1), changed


def main():
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    text = gzip.open(LIST, "rt", encoding="utf-8").read()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder
        case, file = pathlib.Path(folder) / "un.case", pathlib.Path(folder) / "un.xml"
        run("init", case)
        first, same, other, size_first = 0, [], [], 0
        for n, (edition, changed) in enumerate(editions(text, many)):
            file.write_text(edition, encoding="utf-8")
            took, _ = run("import", case, file, "--complete")
            if n == 0:
                first, size_first = took, case.stat().st_size
            else:
                (other if changed else same).append(took)
        size = case.stat().st_size
        print(f"first edition                      {first:8.2f} s   {size_first / 1e6:8.1f} MB")
        print(f"an edition in which nothing changed{sorted(same)[len(same) // 2]:8.2f} s   (the last {same[-1]:.2f} s)")
        if other:
            print(f"one in which something did         {sorted(other)[len(other) // 2]:8.2f} s")
        print(f"after {many} editions              {(size - size_first) / 1e3 / (many - 1):8.1f} kB an edition")
        print(f"written whole                      {size_first / 1e3:8.1f} kB an edition")
        print(f"editions CASE un                   {run('editions', case, 'un', '--json')[0]:8.2f} s")
        print(f"listed CASE WHO --at DAY           {run('listed', case, 'un-6908555', '--at', day(many // 2), '--json')[0]:8.3f} s")
        print(f"memory of the largest process      {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3:8.1f} MB")


if __name__ == "__main__":
    main()
