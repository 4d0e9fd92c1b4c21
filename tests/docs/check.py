#!/usr/bin/python3
"""The documents say what is so: the program in docs/case-file.md recomputes the head of a case, the commands of the manual exist, and
links between the documents lead somewhere."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests"))
import tap  # noqa: E402

PROGRAM = os.path.abspath(os.environ.get("REDTHREAD", TOP / "build/redthread"))
PAGES = [TOP / "README.md", *sorted((TOP / "docs").rglob("*.md"))]


def run(*args, **kw):
    return subprocess.run([PROGRAM, *map(str, args)], capture_output=True, check=True, **kw).stdout


def the_program_in_the_page_on_the_case_file_recomputes_the_head():
    snippet = re.search(r"```python\n(.*?)```", (TOP / "docs/case-file.md").read_text(encoding="utf-8"), re.S)[1]
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "XDG_STATE_HOME": folder}
        case = pathlib.Path(folder) / "a.case"
        run("init", case, env=env)
        for lines in sorted((TOP / "examples/atar").glob("*.jsonl")):
            run("import", case, lines, env=env)
        leaves, head = run("audit", "leaves", case, env=env), run("audit", "head", case, env=env).decode().splitlines()
        root = subprocess.run([sys.executable, "-c", snippet], input=leaves, capture_output=True, check=True).stdout.decode().strip()
        assert len(leaves.splitlines()) > 700 and root == head[2], f"{root} is not {head[2]}"


def every_command_and_option_in_the_manual_exists():
    for line in re.findall(r"^ {4}redthread (.+)$", (TOP / "docs/manual.md").read_text(encoding="utf-8"), re.M):
        words = line.split()
        command = words[:2] if words[0] == "audit" else words[:1]
        shown = run(*command, "--help").decode()
        for option in re.findall(r"(?<=\s)--[a-z-]+", line):
            assert option in shown, f"redthread {' '.join(command)} has no {option}"


def links_lead_somewhere():
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.relative_to(TOP)}: {target}"


for test in (the_program_in_the_page_on_the_case_file_recomputes_the_head, every_command_and_option_in_the_manual_exists, links_lead_somewhere):
    tap.add(test.__name__, test)
tap.main()
