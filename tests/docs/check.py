#!/usr/bin/python3
"""The documents say what is so: the program in docs/format.md recomputes the head of a case, the table of fields in
docs/formats.md is the program's, and links between the documents lead somewhere."""
import json
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
    snippet = re.search(r"```python\n(.*?)```", (TOP / "docs/format.md").read_text(encoding="utf-8"), re.S)[1]
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "XDG_STATE_HOME": folder}
        case = pathlib.Path(folder) / "a.case"
        run("init", case, env=env)
        for lines in sorted((TOP / "examples/atar").glob("*.jsonl")):
            run("import", case, lines, env=env)
        leaves, head = run("audit", "leaves", case, env=env), run("audit", "head", case, env=env).decode().splitlines()
        root = subprocess.run([sys.executable, "-c", snippet], input=leaves, capture_output=True, check=True).stdout.decode().strip()
        assert len(leaves.splitlines()) > 700 and root == head[2], f"{root} is not {head[2]}"


def fields_of_the_program():
    """{type: (fields that it needs, fields that it may have)}, from the table that the program runs by; without those of all types."""
    types = {}
    for kind, name, of, needed in re.findall(r"^ {4}(TEXT|LIST|NUMBER)\((\w+), ([A-Z |]+), ([A-Z |0]+),", (TOP / "src/model/fields.c").read_text(encoding="utf-8"), re.M):
        for one in of.split(" | ") if of != "ALL" else []:
            needs, may = types.setdefault(one.lower(), (set(), set()))
            (needs if one in needed.split(" | ") else may).add(name + "[]" * (kind == "LIST"))
    return types


def the_table_of_entry_lines_has_the_fields_that_the_program_has():
    text = (TOP / "docs/formats.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \|([^|]*)\|([^|]*)\|$", text.split("What fields take")[0], re.M)
    told = {name: tuple(set(re.findall(r"`([^`]+)`", cell)) for cell in cells) for name, *cells in rows}
    known = {name: fields for name, fields in fields_of_the_program().items() if name not in ("batch", "read")}
    assert len(known) > 7 and told == known, "\n".join(f"{k}: {told.get(k)} in the page, {known.get(k)} in the program" for k in {*told, *known} if told.get(k) != known.get(k))


def each_promise_of_the_threat_model_has_the_test_that_keeps_it():
    promises = re.findall(r"`(tests/[\w/.]+): (\w+)`", (TOP / "docs/threat-model.md").read_text(encoding="utf-8"))
    assert len(promises) > 20, promises
    written = {".t": r"^# {}$", ".py": r"^def {}\(", ".c": r"^static void {}\("}
    missing = [f"{file}: {name}" for file, name in promises
               if not (TOP / file).is_file() or not re.search(written[pathlib.Path(file).suffix].format(name), (TOP / file).read_text(encoding="utf-8"), re.M)]
    assert not missing, "\n".join(missing)


def what_the_lists_become_stands_in_the_page_on_formats():
    text = (TOP / "docs/formats.md").read_text(encoding="utf-8")
    ofac, un = ((TOP / f"src/exchange/{name}_table.c").read_text(encoding="utf-8") for name in ("ofac", "un"))
    remarks = re.findall(r'\{RT_S_INIT\("[^"]*"\), ofac_take_(\w+),\s*RT_S_INIT\("(\w*)"\)\}', ofac)
    props = {prop for kind, prop in remarks if prop and kind != "kin"}
    elements = dict(re.findall(r'\{"(\w+)", un_take_\w+, (?:\{0\}|RT_S_INIT\("(\w+)"\))', un))
    told_elements = set(re.findall(r"\b[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*\b", text)) | {"SECOND_NAME", "THIRD_NAME"}
    lacking = [p for p in {*props, *filter(None, elements.values())} if f"`{p}`" not in text] + [e for e in elements if e not in told_elements]
    assert len(props) > 30 and len(elements) > 20 and not lacking, f"not in docs/formats.md: {lacking}"


def the_threshold_in_the_page_on_names_is_the_programs():
    told = re.search(r"at or above the threshold, `([\d.]+)`", (TOP / "docs/names.md").read_text(encoding="utf-8"))[1]
    assert float(told) == json.loads(run("compare", "A B", "A B", "--json"))["threshold"], f"{told} in the page"


def links_lead_somewhere():
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.relative_to(TOP)}: {target}"


for test in (the_program_in_the_page_on_the_case_file_recomputes_the_head, each_promise_of_the_threat_model_has_the_test_that_keeps_it, the_table_of_entry_lines_has_the_fields_that_the_program_has,
             what_the_lists_become_stands_in_the_page_on_formats, the_threshold_in_the_page_on_names_is_the_programs, links_lead_somewhere):
    tap.add(test.__name__, test)
tap.main()
