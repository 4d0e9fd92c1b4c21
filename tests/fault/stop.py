#!/usr/bin/python3
"""Ctrl-C and SIGTERM in the middle of things: the program says so, ends with 130, and the case is as it was."""
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests"))
import tap  # noqa: E402

PROGRAM = os.path.abspath(os.environ.get("REDTHREAD", TOP / "build/redthread"))
PRELOAD = os.path.abspath(os.environ.get("FAULT_PRELOAD", TOP / "build/tests/fault/preload.so"))


class Case:
    """A small case in a folder of its own."""

    def __init__(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="stop-")  # goes with the case
        self.folder = pathlib.Path(self.temporary.name)
        self.run("init", "t.case")
        self.run("state", "t.case", "--entity", "p", "--schema", "Person", "--prop", "name", "--value", "Abe", "--by", "A. Clerk")
        self.before = self.run("export", "t.case").stdout

    def begin(self, *args, more={}):
        env = {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")} | {"HOME": str(self.folder / ".home"), "PATH": "/usr/bin:/bin"} | more
        return subprocess.Popen([PROGRAM, *args], cwd=self.folder, env=env, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *args, more={}):
        p = self.begin(*args, more=more)
        p.stdout, p.stderr = p.communicate(timeout=60)
        return subprocess.CompletedProcess(args, p.returncode, p.stdout, p.stderr)

    def is_as_it_was(self, p, said=""):
        _, err = p.communicate(timeout=60)
        assert p.returncode == 130, f"ends with {p.returncode}: {err}"
        assert "stopped; the case is as it was" in err, err
        assert self.run("export", "t.case").stdout == self.before, "the case is another"
        assert self.run("audit", "verify", "t.case").returncode == 0, "the case is not sound"
        left = sorted(f.name for f in self.folder.iterdir() if f.name not in ("in.ftm.json", ".home"))
        assert left == ["t.case"], left


def entity(i):
    return json.dumps({"id": f"e{i}", "schema": "Person", "properties": {"name": [f"Name {i}"]}}) + "\n"


def stop_an_import(number):
    """The import reads a pipe, so that it is in the middle of it when the signal comes."""
    case = Case()
    pipe = case.folder / "in.ftm.json"
    os.mkfifo(pipe)
    p = case.begin("import", "t.case", "in.ftm.json", "--by", "A. Clerk")
    with open(pipe, "w") as f:
        f.write("".join(map(entity, range(3000))))
        f.flush()
        p.send_signal(number)
        try:
            f.write("".join(map(entity, range(3000, 9000))))
            f.flush()
        except BrokenPipeError:
            pass  # it has stopped already
        finally:
            try:
                f.close()
            except BrokenPipeError:
                pass
    case.is_as_it_was(p)


@tap.test
def an_import_stops_on_ctrl_c():
    stop_an_import(signal.SIGINT)


@tap.test
def an_import_stops_on_sigterm():
    stop_an_import(signal.SIGTERM)


@tap.test
def a_rebuild_that_waits_for_another_writer_stops():
    case = Case()
    other = sqlite3.connect(case.folder / "t.case", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    p = case.begin("rebuild", "t.case")
    assert re.search("waiting for another program", p.stderr.readline())
    p.send_signal(signal.SIGINT)
    p.wait(timeout=60)
    other.close()
    case.is_as_it_was(p)


def make_large(case):
    """So many entries that what is printed of them does not fit into a pipe."""
    (case.folder / "in.ftm.json").write_text("".join(map(entity, range(4000))))
    assert case.run("import", "t.case", "in.ftm.json", "--by", "A. Clerk").returncode == 0
    case.before = case.run("export", "t.case").stdout


@tap.test
def an_export_stops_and_says_that_not_all_went():
    case = Case()
    make_large(case)
    p = case.begin("export", "t.case")
    assert p.stdout.readline()
    p.send_signal(signal.SIGINT)
    out, err = p.communicate(timeout=60)
    assert p.returncode == 130 and "not all of it was exported" in err, f"{p.returncode}: {err}"
    assert len(out) < len(case.before)


@tap.test
def an_index_that_is_stopped_is_not_there():
    case = Case()
    pipe = case.folder / "in.ftm.json"
    os.mkfifo(pipe)
    p = case.begin("index", "build", "-o", "an.idx", "in.ftm.json")
    with open(pipe, "w") as f:
        f.write("".join(map(entity, range(3000))))
        f.flush()
        p.send_signal(signal.SIGINT)
        try:
            f.write("".join(map(entity, range(3000, 9000))))
            f.flush()
            f.close()
        except BrokenPipeError:
            pass  # it has stopped already
    _, err = p.communicate(timeout=60)
    assert p.returncode == 130 and "stopped" in err, f"{p.returncode}: {err}"
    left = sorted(x.name for x in case.folder.iterdir() if x.name not in ("in.ftm.json", ".home"))
    assert left == ["t.case"], left


@tap.test
def a_backup_that_is_stopped_at_any_moment_is_not_there():
    """Ctrl-C at each call that changes a file; behind the last that the copy needs it is read back."""
    if os.environ.get("FAULT_SANITIZED"):
        raise tap.Skip("a sanitizer stands in front of the C library itself")
    case = Case()
    fault = {"LD_PRELOAD": PRELOAD, "FAULT_COUNT": str(case.folder / "count")}
    assert case.run("backup", "t.case", "copy.case", more=fault | {"FAULT": "int:0"}).returncode == 0
    (case.folder / "copy.case").unlink()
    for n in range(1, int((case.folder / "count").read_text()) + 1):
        r = case.run("backup", "t.case", "copy.case", more=fault | {"FAULT": f"int:{n}"})
        left = sorted(f.name for f in case.folder.iterdir() if f.name not in ("count", ".home", "t.case"))
        assert (r.returncode, left) in ((0, ["copy.case"]), (130, [])), f"call {n}: {r.returncode}, {left}: {r.stderr}"
        for name in left:
            (case.folder / name).unlink()


def tree(folder):
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


@tap.test
def tiles_that_are_stopped_at_any_moment_are_whole_and_go_on():
    if os.environ.get("FAULT_SANITIZED"):
        raise tap.Skip("a sanitizer stands in front of the C library itself")
    case = Case()
    (case.folder / "in.ftm.json").write_text("".join(map(entity, range(300))))
    assert case.run("import", "t.case", "in.ftm.json", "--by", "A. Clerk").returncode == 0
    tiles = case.folder / "tiles"
    fault = {"LD_PRELOAD": PRELOAD, "FAULT_COUNT": str(case.folder / "count")}
    assert case.run("audit", "tiles", "t.case", "-o", "tiles", more=fault | {"FAULT": "int:0"}).returncode == 0
    whole, codes = tree(tiles), set()
    for n in range(1, int((case.folder / "count").read_text()) + 1):
        shutil.rmtree(tiles, ignore_errors=True)
        r = case.run("audit", "tiles", "t.case", "-o", "tiles", more=fault | {"FAULT": f"int:{n}"})
        left = tree(tiles) if tiles.exists() else {}
        assert left.items() <= whole.items(), f"call {n}: {sorted(left)}"
        assert r.returncode == (0 if left == whole else 130), f"call {n}: {r.returncode}: {r.stderr}"
        assert case.run("audit", "tiles", "t.case", "-o", "tiles").returncode == 0 and tree(tiles) == whole, f"call {n}"
        codes.add(r.returncode)
    assert codes == {0, 130}, codes


@tap.test
def documents_that_are_stopped_at_any_moment_are_all_there_or_none():
    if os.environ.get("FAULT_SANITIZED"):
        raise tap.Skip("a sanitizer stands in front of the C library itself")
    case = Case()
    (case.folder / "a.txt").write_text("He wrote a letter.\n")
    empty = (case.folder / "t.case").read_bytes()
    fault = {"LD_PRELOAD": PRELOAD, "FAULT_COUNT": str(case.folder / "count")}
    codes, n, last = set(), 0, 1
    while n <= last:
        (case.folder / "t.case").write_bytes(empty)
        r = case.run("add", "t.case", "a.txt", "--by", "A. Clerk", more=fault | {"FAULT": f"int:{n}"})
        last = int((case.folder / "count").read_text())
        left = sorted(f.name for f in case.folder.iterdir() if f.name not in ("count", ".home", "a.txt"))
        same = case.run("export", "t.case").stdout == case.before
        assert (r.returncode, same, left) in ((0, False, ["t.case"]), (130, True, ["t.case"])), f"call {n}: {r.returncode}, {left}: {r.stderr}"
        codes.add(r.returncode)
        n += 1
    assert codes == {0, 130}, codes


def end_at_once(*args):
    """What only reads ends by the signal itself, which a shell tells as 130."""
    case = Case()
    pipe = case.folder / "in.ftm.json"
    os.mkfifo(pipe)
    p = case.begin(*args)
    with open(pipe, "w") as f:
        f.write("name\n" if "--csv" in args else entity(1))
        f.flush()
        p.send_signal(signal.SIGINT)
        p.communicate(timeout=60)
    assert p.returncode in (-signal.SIGINT, 130), p.returncode
    assert case.run("export", "t.case").stdout == case.before, "the case is another"


@tap.test
def a_screening_ends():
    end_at_once("screen", "t.case", "--csv", "in.ftm.json")


@tap.test
def a_comparison_of_two_lists_ends():
    end_at_once("xref", "t.case", "in.ftm.json")


def stop_while_another_writes(*args):
    """It waits for its turn when the signal comes."""
    case = Case()
    other = sqlite3.connect(case.folder / "t.case", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    p = case.begin(*args)
    assert re.search("waiting for another program", p.stderr.readline())
    p.send_signal(signal.SIGINT)
    p.wait(timeout=60)
    other.close()
    case.is_as_it_was(p)


@tap.test
def an_erasure_that_waits_for_another_writer_stops():
    stop_while_another_writes("erase", "t.case", "0" * 32, "--authority", "A court", "--why", "an order", "--by", "A. Clerk")


@tap.test
def a_note_of_what_goes_out_that_waits_for_another_writer_stops():
    stop_while_another_writes("export", "t.case", "--to", "Anna", "--by", "A. Clerk")


@tap.test
def two_that_write_do_so_one_after_the_other():
    case = Case()
    other = sqlite3.connect(case.folder / "t.case", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    p = case.begin("state", "t.case", "--entity", "p", "--schema", "Person", "--prop", "name", "--value", "Ben", "--by", "B. Clerk")
    assert re.search("waiting for another program", p.stderr.readline())
    other.close()
    assert p.wait(timeout=60) == 0
    assert len(case.run("export", "t.case").stdout.splitlines()) == 2


tap.main()
