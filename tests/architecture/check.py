#!/usr/bin/python3
"""Reads the #include lines of src/ and holds them against the floors of docs/architecture.md."""
import functools
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
SRC = TOP / "src"
sys.path.insert(0, str(TOP / "tests"))
import tap  # noqa: E402

# A folder includes itself and lower floors; folders on one floor do not include each other.
FLOORS = {"base": 1, "model": 2, "names": 3, "words": 3, "store": 4, "text": 4, "exchange": 5, "resolve": 5, "analysis": 5, "report": 6, "api": 6, "server": 6, "cli": 7}
KNOWS_SQL = "store"
LONGEST_FILE = 500

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.M)
# What a string must hold to be a statement of SQL rather than a sentence that begins with such a word.
SQL = re.compile(r"\b(SELECT\b.+\bFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(\w+\s+)?(TABLE|INDEX|TRIGGER|VIEW)|DROP\s+TABLE|PRAGMA\s+\w+)\b", re.S)
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*|("(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\')', re.S)


def files(*suffixes):
    return sorted(p for p in SRC.rglob("*") if p.suffix in suffixes)


@functools.lru_cache(None)
def code(path):
    """The text of a file without its comments."""
    return COMMENT.sub(lambda m: m[1] or " ", path.read_text(encoding="utf-8"))


def folder(path):
    return path.relative_to(SRC).parts[0]


def includes(path):
    """(quoted or system, name) of each include."""
    return [(m[1], m[2]) for m in INCLUDE.finditer(code(path))]


def none(wrong, what):
    assert not wrong, "\n".join([what] + sorted(wrong))


def rel(path):
    return str(path.relative_to(TOP))


SOURCES = (".c", ".h", ".cc")


@tap.test
def each_folder_is_a_floor_and_has_a_readme():
    folders = [p for p in SRC.iterdir() if p.is_dir()]
    none([rel(p) for p in folders if p.name not in FLOORS], "not a floor:")
    none([rel(p) for p in folders if not (p / "README.md").is_file()], "without README.md:")


@tap.test
def a_folder_includes_only_lower_floors():
    wrong = []
    for path in files(*SOURCES):
        for kind, name in includes(path):
            there = name.split("/")[0]
            if kind == '"' and there in FLOORS and there != folder(path) and FLOORS[there] >= FLOORS[folder(path)]:
                wrong.append(f"{rel(path)} (floor {FLOORS[folder(path)]}) includes {name} (floor {FLOORS[there]})")
    none(wrong, "includes a floor that is not lower:")


@tap.test
def an_include_names_its_folder():
    """So that the floor can be read from the line. Files that the build makes stand in a folder of the same name."""
    wrong = [f"{rel(path)}: {name}" for path in files(*SOURCES) for kind, name in includes(path)
             if kind == '"' and name.split("/")[0] not in FLOORS and name != "redthread.h"]
    none(wrong, "includes without a folder:")


@tap.test
def only_the_store_knows_sql():
    wrong = []
    for path in files(*SOURCES):
        if folder(path) == KNOWS_SQL:
            continue
        wrong += [f"{rel(path)} includes {name}" for _, name in includes(path) if "sqlite" in name]
        wrong += [f"{rel(path)}: {s[1][:80]}" for s in STRING.finditer(code(path)) if SQL.search(s[1])]
        if re.search(r"\bsqlite3_\w+", code(path)):
            wrong.append(f"{rel(path)} calls SQLite")
    none(wrong, "knows SQL:")


@tap.test
def headers_do_not_include_each_other_in_a_circle():
    headers = {str(p.relative_to(SRC)): [n for k, n in includes(p) if k == '"'] for p in files(".h")}
    done, wrong = set(), []

    def visit(name, path):
        if name in path:
            wrong.append(" -> ".join(path[path.index(name):] + [name]))
        elif name not in done:
            for below in headers.get(name, []):
                visit(below, path + [name])
            done.add(name)

    for name in headers:
        visit(name, [])
    none(wrong, "circles:")


# Libraries that a build may do without, and the headers that include theirs.
OPTIONAL = {"pangocairo": ["report/pdf.h"]}


@functools.lru_cache(None)
def has(package):
    return subprocess.run(["pkg-config", "--exists", package]).returncode == 0


@functools.lru_cache(None)
def flags():
    packages = "libcrypto nettle sqlite3 icu-uc icu-i18n expat libarchive zlib".split() + [p for p in OPTIONAL if has(p)]
    found = subprocess.run(["pkg-config", "--cflags", *packages], capture_output=True, text=True, check=True)
    return ["-std=c17", "-D_GNU_SOURCE", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only", "-I" + str(SRC), "-I" + str(TOP / "include"), *shlex.split(found.stdout)]


@tap.test
def a_header_compiles_alone_and_twice():
    wrong = []
    with tempfile.TemporaryDirectory() as d:
        without = [h for p, headers in OPTIONAL.items() if not has(p) for h in headers]
        for path in (p for p in files(".h") if str(p.relative_to(SRC)) not in without):
            unit = pathlib.Path(d) / "unit.c"
            unit.write_text(f'#include "{path.relative_to(SRC)}"\n' * 2 + "typedef int not_empty;\n")
            r = subprocess.run(["cc", *flags(), str(unit)], capture_output=True, text=True)
            if r.returncode:
                wrong.append(f"{rel(path)}: {r.stderr.strip().splitlines()[0]}")
    none(wrong, "does not compile alone:")


@tap.test
def the_public_header_is_plain_c_and_cpp():
    for compiler, unit in (("cc", "u.c"), ("c++", "u.cc")):
        with tempfile.TemporaryDirectory() as d:
            path = pathlib.Path(d) / unit
            path.write_text("#include <redthread.h>\ntypedef int not_empty;\n")
            standard = "-std=c11" if compiler == "cc" else "-std=c++17"
            r = subprocess.run([compiler, standard, "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only", "-I" + str(TOP / "include"), str(path)],
                               capture_output=True, text=True)
            assert r.returncode == 0, f"{compiler}: {r.stderr}"


@tap.test
def a_file_is_one_idea():
    long = {rel(p): len(p.read_text(encoding="utf-8").splitlines()) for p in files(*SOURCES)}
    none([f"{name}: {n} lines" for name, n in long.items() if n > LONGEST_FILE], f"longer than {LONGEST_FILE} lines:")


@tap.test
def the_library_does_not_know_the_command_line():
    names = [name for path in files(*SOURCES) if folder(path) != "cli" for _, name in includes(path) if name in ("getopt.h", "termios.h", "argp.h")]
    none(names, "headers of a terminal program below src/cli:")


tap.main()
