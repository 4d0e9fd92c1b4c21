#!/usr/bin/python3
"""What the program does when something fails below it, at each point in turn (tests/fault/preload.c): the case is then
the one before or the one after, and what is said is true.

    run.py            some points of each kind, spread evenly
    run.py --full     every point
    run.py [--full] KIND:COMMAND...     only these: kill:import, alloc:show

The counts stand in the comments of the tests' lines."""
import collections
import concurrent.futures
import functools
import json
import lzma
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parents[1]
sys.path.insert(0, str(TOP / "tests"))
import tap  # noqa: E402

PROGRAM = os.path.abspath(os.environ.get("REDTHREAD", TOP / "build/redthread"))
PRELOAD = os.path.abspath(os.environ.get("FAULT_PRELOAD", TOP / "build/tests/fault/preload.so"))
FULL = "--full" in sys.argv
ONLY = [a for a in sys.argv[1:] if not a.startswith("-")]
WORKERS = max(2, os.cpu_count() or 1)

# Memory that a library of others does not get, and then goes on without: the program dies there, the case stands.
NOT_OURS = re.compile(r"libcrypto|libsimdjson|nss_|getpw|_nss|libicu|libarchive|libopenblas|libgomp|libigraph|libglpk|libgmp")

ROOT = pathlib.Path(tempfile.mkdtemp(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None, prefix="fault-"))
TIMES = re.compile(rb'"(id|recorded_at)":"[^"]*",?')


def run(folder, *args, fault=None, crash=None, count=None):
    env = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "USER": "tester", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    if fault:
        env |= {"LD_PRELOAD": PRELOAD, "FAULT": fault, "FAULT_CRASH": str(crash or folder / "crash")}
    if count:
        env["FAULT_COUNT"] = str(count)
    return subprocess.run([PROGRAM, *args], cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)


def good(r):
    assert r.returncode == 0, r.stderr.decode()
    return r


# What `audit verify` says of an erasure that was cut off, and that can be asked for again.
UNFINISHED = "unfinished"

# --- what a folder holds ----------------------------------------------------------------------------------------------

def holds(folder, name="t.case"):
    """What a case says, but for times; None when there is no such file, and the error when it cannot be read."""
    if not (folder / name).exists():
        return None
    verdict = run(folder, "audit", "verify", name, "--json")
    if b"unfinished" in verdict.stderr:
        return UNFINISHED
    if verdict.returncode:
        return "unsound: " + verdict.stderr.decode()[-300:]
    said = run(folder, "export", name)
    shown = run(folder, "show", name, "p0", "--json")
    if said.returncode or shown.returncode and b"nothing has this id" not in shown.stderr:
        return "unread: " + (said.stderr + shown.stderr).decode()[-300:]
    return json.loads(verdict.stdout)["entries"], sorted(TIMES.sub(b"", line) for line in said.stdout.splitlines()), len(shown.stdout)


# --- commands ---------------------------------------------------------------------------------------------------------

Command = collections.namedtuple("Command", "args written again", defaults=(True,))
COMMANDS = {  # what is called, and the file that it writes
    "import": Command(["import", "t.case", "in.ftm.json", "--by", "A. Clerk"], "t.case"),
    "long": Command(["import", "t.case", "long.ftm.json", "--by", "A. Clerk"], "t.case"),  # by two threads
    "state": Command(["state", "t.case", "--entity", "p0", "--schema", "Person", "--prop", "notes", "--value", "tall", "--by", "A. Clerk"], "t.case"),
    "add": Command(["add", "t.case", "paper.html", "--by", "A. Clerk"], "t.case"),
    "erase": Command(["erase", "t.case", "ID", "--authority", "A Court", "--why", "an order", "--by", "A. Clerk"], "t.case"),
    "note": Command(["export", "t.case", "--to", "Anna", "--by", "A. Clerk"], "t.case"),  # before anything goes out
    "rebuild": Command(["rebuild", "t.case"], "t.case"),
    "mend": Command(["rebuild", "t.case"], "t.case"),  # of which a page is damaged
    "backup": Command(["backup", "t.case", "copy.case"], "copy.case", False),
    "upgrade": Command(["stats", "old.case"], "old.case"),
    "show": Command(["show", "t.case", "p0"], "t.case"),
    "verify": Command(["audit", "verify", "t.case"], "t.case"),
    "export": Command(["export", "t.case", "--format", "ftm"], "t.case"),
}
WRITE_KINDS = ["kill", "int", "torn", "power", "eio", "full", "short"]
WRITERS = ["import", "long", "state", "add", "erase", "note", "rebuild", "mend", "backup", "upgrade"]
MEMORY_KINDS = ["alloc", "allocs"]
SHORT_POINTS = {"kill": 20, "alloc": 30}  # else 6
SHORT = [(kind, "import") for kind in WRITE_KINDS + MEMORY_KINDS] + [
    ("eio", "long"), ("alloc", "long"), ("kill", "erase"), ("kill", "note"), ("int", "rebuild"), ("kill", "mend"), ("kill", "backup"), ("full", "backup"), ("kill", "upgrade"), ("alloc", "show")]


def person(i):
    return json.dumps({"id": f"p{i}", "schema": "Person", "properties": {"name": [f"Person Number{i}"], "birthDate": [str(1930 + i % 70)]}}) + "\n"


def damage(path, page):
    changed = bytearray(path.read_bytes())
    changed[page * 4096 - 100] ^= 1
    path.write_bytes(changed)


def make_base(name):
    """The folder before the command, and what it holds before and after."""
    base = ROOT / f"base-{name}"
    base.mkdir()
    (base / "seed.ftm.json").write_text("".join(map(person, range(20))))
    (base / "paper.html").write_text("<title>A made-up page</title><p>Person Number3 was seen.</p>" + "<p>Nothing else.</p>" * 200)
    (base / "long.ftm.json").write_text("".join(map(person, range(1000, 2000))))
    (base / "in.ftm.json").write_text("".join(map(person, range(20, 140))))
    good(run(base, "init", "t.case"))
    good(run(base, "import", "t.case", "seed.ftm.json", "--by", "A. Clerk"))
    if name == "mend":
        damage(base / "t.case", 20)  # of the index of names
    if name == "upgrade":
        with lzma.open(TOP / "tests/store/versions/1.case.xz") as packed:
            (base / "old.case").write_bytes(packed.read())
    return base


@functools.lru_cache(None)
def args_of(name):
    """The command line, with the id of a name in the place of ID."""
    args = COMMANDS[name].args
    if "ID" not in args:
        return args
    lines = run(make_base_once(name), "export", "t.case").stdout.splitlines()
    known = [o["id"] for o in map(json.loads, lines) if o.get("value") == "Person Number3"]
    return [known[0] if a == "ID" else a for a in args]


class Trial:
    """One command under one kind of fault."""

    def __init__(self, kind, name):
        self.kind, self.name, self.command = kind, name, COMMANDS[name]
        self.base = make_base_once(name)
        self.before, self.after = states(name)
        self.bytes = {f.name: f.read_bytes() for f in self.base.iterdir() if f.is_file()}
        whole = self.fresh()
        good(run(whole, *args_of(self.name), fault=f"{kind}:0", count=whole / "count"))
        self.points = int((whole / "count").read_text())
        shutil.rmtree(whole)
        if not self.points and name == "upgrade" and kind in WRITE_KINDS:
            raise tap.Skip("there is no earlier version yet")
        assert self.points, "nothing is counted"

    def fresh(self):
        folder = pathlib.Path(tempfile.mkdtemp(dir=ROOT))
        shutil.copytree(self.base, folder, dirs_exist_ok=True)
        return folder

    def wrong_end(self, r, folder):
        """What is wrong with how it ended, or None; and how it ended."""
        dies = self.kind in ("kill", "torn", "power")
        if dies and r.returncode in (0, -signal.SIGKILL):
            return None, "died" if r.returncode else "done"
        if self.kind == "int" and r.returncode in (0, 130, -signal.SIGINT):
            said = b"stopped" in r.stderr or r.returncode != 130
            return (None if said else "it stops without a word"), {0: "done", 130: "stopped"}.get(r.returncode, "died")
        if r.returncode in (0, 1):
            return (None if r.stderr or not r.returncode else "it fails without a word"), ("failed" if r.returncode else "done")
        where = (folder / "crash").read_text() if (folder / "crash").exists() else ""
        if self.kind in MEMORY_KINDS and not where:
            return None, "died before it began"
        if self.kind in MEMORY_KINDS and NOT_OURS.search(where):
            return None, "died in a library"
        return f"ends with {r.returncode}: {r.stderr.decode()[-200:]} {where[:900]}", "crashed"

    def untouched(self, folder):
        """Whether all files are to the byte what they were: then nothing needs to be asked."""
        names = {f.name for f in folder.iterdir()} - {".local", "crash"}
        return names == set(self.bytes) and all((folder / n).read_bytes() == b for n, b in self.bytes.items())

    def wrong_state(self, r, folder):
        if r.returncode and self.untouched(folder):
            return None, "untouched"
        now = holds(folder, self.command.written)
        if now == UNFINISHED and self.name == "erase" and r.returncode:
            return None, "unfinished"
        if now not in (self.before, self.after):
            return f"neither before nor after: {str(now)[:300]}", "torn"
        if self.name == "note" and r.stdout and now == self.before:
            return "something went out that is not noted", "before"
        if r.returncode == 130 and now != self.before and self.name != "note":
            return "it says that the case is as it was, and it is not", "after"
        if r.returncode == 0 and now != self.after:
            return "it says that it is done, and it is not", "before"
        return None, "after" if now == self.after and self.before != self.after else "before"

    def wrong_rest(self, folder):
        """What was not done can be done."""
        r = run(folder, *args_of(self.name))
        if r.returncode or holds(folder, self.command.written) != self.after:
            return f"it cannot be done afterwards: {r.stderr.decode()[-200:]}"
        return None

    def point(self, n):
        folder = self.fresh()
        r = run(folder, *args_of(self.name), fault=f"{self.kind}:{n}")
        wrong, ended = self.wrong_end(r, folder)
        state = ""
        if not wrong:
            wrong, state = self.wrong_state(r, folder)
        if not wrong and state in ("before", "unfinished") and self.name in WRITERS:
            wrong = self.wrong_rest(folder)
        shutil.rmtree(folder)
        return (f"{self.kind}:{n}: {wrong}" if wrong else None), ended, state

    def chosen(self):
        most = self.points if FULL else min(self.points, int(os.environ.get("FAULT_POINTS", 0)) or SHORT_POINTS.get(self.kind, 6))
        return sorted({1 + i * self.points // most for i in range(most)})

    def hold(self):
        points = self.chosen()
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            results = list(pool.map(self.point, points))
        wrong = [w for w, _, _ in results if w]
        ended, state = (collections.Counter(r[i] for r in results if r[i]) for i in (1, 2))
        tap.comment(f"{self.kind} {self.name}: {len(points)} of {self.points} points; {dict(ended)}; the case {dict(state)}; {len(wrong)} wrong")
        assert not wrong, "\n".join(wrong[:10])


@functools.lru_cache(None)
def make_base_once(name):
    return make_base(name)


@functools.lru_cache(None)
def states(name):
    """What the file that is written holds before and after the command."""
    command, base = COMMANDS[name], make_base_once(name)
    folder = pathlib.Path(tempfile.mkdtemp(dir=ROOT))
    shutil.copytree(base, folder, dirs_exist_ok=True)
    if name == "upgrade":  # holds would bring it up: it says the same before and after
        good(run(folder, *args_of(name)))
        return (holds(folder, command.written),) * 2
    before = holds(folder, command.written)
    good(run(folder, *args_of(name)))
    return before, holds(folder, command.written)


def try_it(kind, name):
    if os.environ.get("FAULT_SANITIZED"):
        raise tap.Skip("a sanitizer stands in front of the C library itself")
    Trial(kind, name).hold()


def main():
    trials = [(kind, name) for name in WRITERS for kind in WRITE_KINDS]
    trials += [(kind, name) for name in COMMANDS for kind in MEMORY_KINDS]
    if not FULL and not ONLY:
        trials = SHORT
    for kind, name in trials:
        if not ONLY or f"{kind}:{name}" in ONLY or kind in ONLY or name in ONLY:
            tap.add(f"{kind}_during_{name}", functools.partial(try_it, kind, name))
    try:
        tap.main()
    finally:
        shutil.rmtree(ROOT, ignore_errors=True)


if __name__ == "__main__":
    main()
