#!/usr/bin/python3
"""examples/api/show.c, built against the shared library, prints what the program prints."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

PROGRAM, EXAMPLE = os.environ["REDTHREAD"], os.environ["EXAMPLE"]
LINE = {"type": "statement", "entity": "x", "schema": "Person", "prop": "name", "value": "Maria Example", "speaker": "A Clerk"}


def run(*args):
    return subprocess.run(args, capture_output=True, text=True)


def a_case(folder):
    case, lines = os.path.join(folder, "a.case"), os.path.join(folder, "in.jsonl")
    with open(lines, "w", encoding="utf-8") as f:
        f.write(json.dumps(LINE) + "\n" + json.dumps({**LINE, "value": "Maria Hidden", "handling": "amber"}) + "\n")
    for args in (("init", case), ("import", case, lines)):
        r = run(PROGRAM, *args)
        assert r.returncode == 0, r.stderr
    return case


@tap.test
def the_example_prints_what_the_program_prints():
    with tempfile.TemporaryDirectory() as folder:
        case = a_case(folder)
        assert run(EXAMPLE, case, "x").stdout == run(PROGRAM, "show", case, "x", "--json").stdout
        narrowed = run(EXAMPLE, case, "x", "green").stdout
        assert "Maria Example" in narrowed and "Hidden" not in narrowed, narrowed


@tap.test
def the_example_says_what_is_wrong():
    with tempfile.TemporaryDirectory() as folder:
        r = run(EXAMPLE, os.path.join(folder, "none.case"), "x")
        assert r.returncode == 1 and "none.case: " in r.stderr, r.stderr


tap.main()
