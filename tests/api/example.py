#!/usr/bin/python3
"""The programs of examples/api, built against the shared library, print what the program prints."""
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


@tap.test
def the_screening_example_finds_whom_the_program_finds():
    with tempfile.TemporaryDirectory() as folder:
        people, index = os.path.join(folder, "people.ftm.json"), os.path.join(folder, "people.idx")
        entities = [{"id": f"p{i}", "schema": "Person", "properties": {"name": [name]}} for i, name in enumerate(("Oussama Atar", "Maria Example"))]
        with open(people, "w", encoding="utf-8") as f:
            f.write("".join(json.dumps(e) + "\n" for e in entities))
        r = subprocess.run([os.environ["SCREENING"], index, people], input="Maria Example\nO. \"Nobody\"\n", capture_output=True, text=True)
        found, nobody = (json.loads(line)["results"] for line in r.stdout.splitlines())
        program = json.loads(run(PROGRAM, "screen", index, "Maria Example", "--schema", "Person", "--json").stdout)["results"]
        assert [x["id"] for x in found] == ["p1"] and found == program[:3] and nobody == [], (r.stdout, r.stderr)


tap.main()
