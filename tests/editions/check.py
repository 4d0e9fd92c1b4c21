#!/usr/bin/python3
"""Editions of the real lists of examples/lists: what they cost, what a killed import leaves, what a cut file does."""
import gzip
import json
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests"))
import tap  # noqa: E402

PROGRAM = os.path.abspath(os.environ.get("REDTHREAD", TOP / "build/redthread"))
UN = gzip.open(TOP / "examples/lists/un/consolidated.xml.gz", "rt", encoding="utf-8").read()
OFAC = sorted((TOP / "examples/lists/ofac").glob("*.csv.gz"))
FOLDER = tempfile.TemporaryDirectory()
os.environ["XDG_STATE_HOME"] = FOLDER.name


def run(*args, code=0):
    done = subprocess.run([PROGRAM, *map(str, args)], capture_output=True, text=True)
    assert done.returncode == code, f"{args}: {done.returncode}\n{done.stderr[-2000:]}"
    return done.stdout


def path(name):
    return pathlib.Path(FOLDER.name) / name


def edition(day, text=UN):
    file = path("un.xml")
    file.write_text(text.replace("2026-02-27T", day + "T", 1), encoding="utf-8")
    return file


def without(number):
    """The list without one of its people."""
    person = re.findall(r"\s*<INDIVIDUAL>.*?</INDIVIDUAL>", UN, re.S)[number]
    return UN.replace(person, "", 1), "un-" + re.search(r"<DATAID>(\d+)", person)[1]


def fresh(name):
    case = path(name)
    run("init", case)
    return case


def size(case):
    return sum(f.stat().st_size for f in case.parent.glob(case.name + "*"))


@tap.test
def an_edition_in_which_nothing_changed_costs_next_to_nothing():
    case = fresh("same.case")
    run("import", case, edition("2026-02-27"), "--complete")
    first = size(case)
    for day in range(1, 6):
        run("import", case, edition(f"2026-03-0{day}"), "--complete")
    assert size(case) - first < 64_000, f"{size(case) - first} bytes for five editions"
    assert len(json.loads(run("editions", case, "un", "--json"))["lists"][0]["editions"]) == 6
    run("audit", "verify", case)


@tap.test
def who_left_the_real_list_and_came_back_is_told_by_edition():
    case, (fewer, who) = fresh("left.case"), without(7)
    for day, text in (("2026-02-27", UN), ("2026-03-01", fewer), ("2026-03-05", UN)):
        run("import", case, edition(day, text), "--complete")
    one = json.loads(run("listed", case, who, "--at", "2026-03-02", "--json"))["lists"][0]
    assert [s["left_span"] for s in one["spells"]] == [["2026-02-28", "2026-03-01"], None], one["spells"]
    assert one["at"]["certainty"] == "possible" and one["on"] is True
    went = json.loads(run("editions", case, "un", "--edition", "2026-03-01", "--json"))["lists"][0]["editions"][0]
    assert [w["id"] for w in went["who_went"]] == [who] and went["came"] == went["changed"] == 0, went


@tap.test
def an_import_that_is_killed_leaves_the_case_before_or_after():
    case, chance = fresh("kill.case"), random.Random(1)
    run("import", case, edition("2026-02-27"), "--complete")
    before = json.loads(run("editions", case, "un", "--json"))
    for n in range(12):
        file = edition(f"2026-03-{n + 1:02}", without(n)[0])
        running = subprocess.Popen([PROGRAM, "import", case, file, "--complete"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            running.wait(timeout=chance.uniform(0.02, 0.6))
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGKILL)
            running.wait()
        run("audit", "verify", case)
        now = json.loads(run("editions", case, "un", "--json"))
        grown = len(now["lists"][0]["editions"]) - len(before["lists"][0]["editions"])
        last = now["lists"][0]["editions"][-1]
        assert grown in (0, 1) and last["entries"] == (1002 if len(now["lists"][0]["editions"]) > 1 else 1003), last
        before = now


@tap.test
def a_cut_list_is_never_taken_for_an_edition():
    case, chance = fresh("cut.case"), random.Random(2)
    run("import", case, edition("2026-02-27"), "--complete")
    held = run("export", case)
    for n in range(8):
        text = UN.replace("2026-02-27T", "2026-03-01T", 1)
        path("cut.xml").write_text(text[:chance.randrange(300, len(text) - 20)], encoding="utf-8")
        run("import", case, path("cut.xml"), "--complete", code=1)
        packed = gzip.compress(text.encode())
        path("cut.xml.gz").write_bytes(packed[:chance.randrange(300, len(packed) - 20)])
        run("import", case, path("cut.xml.gz"), "--complete", code=1)
    assert run("export", case) == held


@tap.test
def ofacs_list_needs_all_its_files_with_their_end():
    case = fresh("ofac.case")
    run("import", case, *OFAC, "--complete", "--edition", "2026-02-01")
    assert json.loads(run("import", case, *OFAC, "--complete", "--edition", "2026-02-02", "--json"))["added"] == 0
    for missing in range(4):
        run("import", case, *(OFAC[:missing] + OFAC[missing + 1:]), "--complete", "--edition", "2026-02-03", code=1)
    rows = gzip.open(OFAC[2]).read().split(b"\r\n")
    path("sdn.csv").write_bytes(b"\r\n".join(rows[:len(rows) // 2 * 2 - 100]) + b"\r\n")
    assert OFAC[2].name == "sdn.csv.gz"
    run("import", case, path("sdn.csv"), *(OFAC[:2] + OFAC[3:]), "--complete", "--edition", "2026-02-03", code=1)
    assert len(json.loads(run("editions", case, "ofac", "--json"))["lists"][0]["editions"]) == 2


tap.main()
