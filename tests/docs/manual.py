#!/usr/bin/python3
"""What the pages print is what the program prints: each ```console block of a page is run, one after the other, in a folder of its own.

A line `$ COMMAND` is run by bash (a line that ends with a backslash goes on); the lines behind it are what it prints on standard output
and error, where `...` stands for any text in a line, and on a line of its own for any lines. Where no line stands behind a command it
must print nothing, or what it likes when its output is redirected. `# exits N` behind a command is its exit code, else 0. A block
```jsonl NAME (or yaml, csv, text) is a file."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests"))
import tap  # noqa: E402

PROGRAM = pathlib.Path(os.environ.get("REDTHREAD", TOP / "build/redthread")).resolve()
BLOCK = re.compile(r"^```(console|jsonl|yaml|csv|text) ?(\S*)\n(.*?)^```$", re.M | re.S)


def commands(block):
    """(command, exit code, expected lines) of each in a block."""
    out = []
    for line in block.splitlines():
        if line.startswith("$ "):
            out.append([line[2:], []])
        elif out and not out[-1][1] and out[-1][0].endswith("\\"):
            out[-1][0] += "\n" + line
        else:
            out[-1][1].append(line)
    for command, lines in out:
        code = re.search(r"# exits (\d+)$", command)
        yield command, int(code[1]) if code else 0, lines


def pattern(lines):
    rows = ["(?:.*\n)*?" if line == "..." else ".*".join(map(re.escape, line.split("..."))) + "\n" for line in lines]
    return re.compile("".join(rows))


def run(command, folder):
    env = {**os.environ, "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", "XDG_STATE_HOME": str(folder / "state"), "COLUMNS": "100", "NO_COLOR": "1"}
    return subprocess.run(["bash", "-c", command], cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def holds(command, code, lines, folder):
    r = run(command, folder)
    printed = tap.without_progress(r.stdout)
    assert r.returncode == code, f"$ {command}\nexits {r.returncode}, not {code}:\n{r.stdout[-2000:]}"
    assert pattern(lines).fullmatch(printed), f"$ {command}\nprints\n{printed[:4000]}"


def try_page(page):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "examples").symlink_to(TOP / "examples")
        for kind, file, block in BLOCK.findall(page.read_text(encoding="utf-8")):
            if kind != "console" and file:
                (folder / file).write_text(block, encoding="utf-8")
            for command in commands(block) if kind == "console" else ():
                holds(*command, folder)


def the_commands_of_the_first_page_run():
    page = (TOP / "README.md").read_text(encoding="utf-8")
    shown = [re.split(r"\s{2,}", line)[0] for line in re.findall(r"^ {4}build/(redthread .+)$", page, re.M)]
    assert len(shown) > 5, shown
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "examples").symlink_to(TOP / "examples")
        for command in shown:
            holds(command, 0, ["..."], folder)


tap.add(the_commands_of_the_first_page_run.__name__, the_commands_of_the_first_page_run)
for path in sorted((TOP / "docs").glob("*.md")):
    if "```console\n" in path.read_text(encoding="utf-8"):
        tap.add(f"{path.stem}_prints_what_the_program_prints", lambda path=path: try_page(path))
tap.main()
