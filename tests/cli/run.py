#!/usr/bin/python3
"""Golden files for command lines: every NAME.t in this folder is a small session, tried in an empty folder of its own.

What is indented by four blanks is the session; the rest is prose for the reader:

    # A heading is the name of a test; its commands run in order, after those of the headings before.

        $ redthread date 2006-07
        2006-07  one day or more in July 2006
        $ redthread show t.case nobody
        ! redthread: t.case: there is no "nobody"
        [1]

`$ ` is a command for bash, `> ` goes on with it; then what it prints on stdout, `! ` in front of each line of stderr,
and `[N]` when it ends with N other than 0. Before the first heading, a line `~ REGEX => TEXT` replaces what differs from
run to run; times within a day of now are replaced by <now> without being asked. $FILES is the folder `files` beside the
sessions.

    run.py [NAME...]            tries all, or the sessions of these names; prints TAP
    run.py --update [NAME...]   writes what is printed now into the files: read the diff before you commit it
"""
import datetime
import functools
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import tap  # noqa: E402

TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
INDENT = "    "


def near_now(m):
    try:
        day = datetime.date.fromisoformat(m[1])
    except ValueError:
        return m[0]
    return "<now>" if abs((day - datetime.datetime.now(datetime.timezone.utc).date()).days) <= 1 else m[0]


def split(text):
    """The session as parts: ("prose", lines), ("command", lines as written, expected lines)."""
    parts = []
    for line in text.splitlines():
        inner = line[len(INDENT):] if line.startswith(INDENT) else None
        if inner is not None and inner.startswith("$ "):
            parts.append(("command", [inner[2:]], []))
        elif inner is not None and parts and parts[-1][0] == "command":
            if inner.startswith("> ") and not parts[-1][2]:
                parts[-1][1].append(inner[2:])
            else:
                parts[-1][2].append(inner)
        elif parts and parts[-1][0] == "prose":
            parts[-1][1].append(line)
        else:
            parts.append(("prose", [line]))
    return parts


def rules(parts):
    found = [line[2:].split(" => ", 1) for kind, lines, *_ in parts if kind == "prose" for line in lines if line.startswith("~ ")]
    return [(re.compile(pattern), text) for pattern, text in found]


def environment(folder):
    home = folder / ".home"
    programs = folder / ".bin"
    home.mkdir()
    programs.mkdir()
    (programs / "redthread").symlink_to(os.path.abspath(os.environ.get("REDTHREAD", HERE.parents[1] / "build/redthread")))
    keep = {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
    return {**keep, "PATH": f"{programs}:/usr/bin:/bin", "HOME": str(home), "USER": "tester", "LOGNAME": "tester", "LC_ALL": "C.UTF-8",
            "TZ": "UTC", "COLUMNS": "100", "NO_COLOR": "1", "FILES": str(HERE / "files")}


def shown(r, folder, replace):
    """What a command printed, in the form of the golden file."""
    def lines(b):
        text = tap.without_progress(b.decode("utf-8", "backslashreplace")).replace(str(folder), "<here>").replace(str(HERE / "files"), "$FILES")
        for pattern, by in replace:
            text = pattern.sub(by, text)
        return TIME.sub(near_now, text).split("\n")[:-1] if text.endswith("\n") else TIME.sub(near_now, text + "\\").split("\n") if text else []
    return lines(r.stdout) + [("! " + line).rstrip() for line in lines(r.stderr)] + ([f"[{r.returncode}]"] if r.returncode else [])


class Session:
    def __init__(self, path):
        self.path = path
        self.parts = split(path.read_text(encoding="utf-8"))
        self.replace = rules(self.parts)
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.env = environment(self.folder)

    def run(self, command):
        r = subprocess.run(["bash", "-c", "\n".join(command)], cwd=self.folder, env=self.env, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
        return shown(r, self.folder, self.replace)

    def sections(self):
        """(heading, commands) in order; headings without commands are left out."""
        found = [(self.path.stem, [])]
        for part in self.parts:
            if part[0] == "command":
                found[-1][1].append(part)
            else:
                found += [(line.lstrip("# "), []) for line in part[1] if line.startswith("#")]
        return [(name, commands) for name, commands in found if commands]

    def hold(self, commands):
        wrong = []
        for _, command, expected in commands:
            got = self.run(command)
            if got != [line.rstrip() if line.startswith("! ") else line for line in expected]:
                wrong += ["$ " + command[0], "expected:", *expected, "printed:", *got]
        assert not wrong, "\n".join(wrong)

    def updated(self):
        out = []
        for part in self.parts:
            if part[0] == "prose":
                out += part[1]
            else:
                first, *more = part[1]
                out += [f"{INDENT}$ {first}"] + [f"{INDENT}> {line}" for line in more] + [(INDENT + line).rstrip() or INDENT for line in self.run(part[1])]
        return "\n".join(out) + "\n"

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def chosen(names):
    unknown = [name for name in names if not (HERE / f"{name}.t").exists()]
    if unknown:
        sys.exit(f"run.py: there is no {', '.join(f'{name}.t' for name in unknown)} in {HERE}")
    return sorted(HERE / f"{name}.t" for name in names) or sorted(HERE.glob("*.t"))


def update(names):
    for path in chosen(names):
        session = Session(path)
        text = session.updated()
        session.close()
        if text != path.read_text(encoding="utf-8"):
            path.write_text(text, encoding="utf-8")
            print(f"updated {path.name}")


def main(names):
    sessions = [Session(path) for path in chosen(names)]
    for session in sessions:
        for name, commands in session.sections():
            tap.add(f"{session.path.stem}: {name}", functools.partial(session.hold, commands))
    try:
        tap.main()
    finally:
        for session in sessions:
            session.close()


if __name__ == "__main__":
    update(sys.argv[2:]) if sys.argv[1:2] == ["--update"] else main(sys.argv[1:])
