#!/usr/bin/python3
"""Reports as files: HTML that is XML and leads nowhere outside, PDF that holds its words, Markdown whose notes are all there; the
same bytes whatever is hidden, and whenever it is made. On a case that is invented (tests/cli/files/report) and on examples/atar."""
import functools
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests"))
import tap  # noqa: E402

PROGRAM = os.path.abspath(os.environ.get("REDTHREAD", TOP / "build/redthread"))
PDF_THERE = (pathlib.Path(os.environ.get("BUILD_DIR", TOP / "build")) / "redthread-pdf.so").exists()
FORMATS = ["html", "md"] + ["pdf"] * PDF_THERE
INVENTED = TOP / "tests/cli/files/report"
HTML = "{http://www.w3.org/1999/xhtml}"
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="redthread-report-"))


def run(*args, code=0):
    r = subprocess.run([PROGRAM, *map(str, args)], capture_output=True, env={**os.environ, "XDG_STATE_HOME": str(FOLDER)})
    assert r.returncode == code, f"{args} exits {r.returncode}: {r.stderr.decode()}"
    return r.stdout


@functools.lru_cache(None)
def case(*files):
    path = FOLDER / f"{len(list(FOLDER.glob('*.case')))}.case"
    run("init", path)
    run("import", path, *files)
    return path


def atar():
    return case(*sorted((TOP / "examples/atar").glob("*.jsonl")))


def report(path, who, form, *options):
    return run("report", path, who, "-o", "-", "--format", form, *options)


def pdf_text(data):
    if not shutil.which("pdftotext"):
        raise tap.Skip("no pdftotext")
    return subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()


def what_is_hidden_changes_no_byte():
    plain, more = case(INVENTED / "ivo.jsonl"), case(INVENTED / "ivo.jsonl", INVENTED / "ivo-hidden.jsonl")
    for form in FORMATS:
        assert report(plain, "ivo", form, "--clear", "green") == report(more, "ivo", form, "--clear", "green"), form
        assert report(plain, "ivo", form) != report(more, "ivo", form), form


def two_runs_give_the_same_bytes():
    for form in FORMATS:
        assert report(atar(), "atar-oussama", form) == report(atar(), "atar-oussama", form), form


def html_is_xml_and_stays_by_itself():
    text = report(atar(), "atar-oussama", "html").decode()
    root = xml.fromstring(text)
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids)), "two elements share an id"
    links = [e.get("href") for e in root.iter(HTML + "a")]
    assert len(links) > 200 and all(link[0] == "#" and link[1:] in ids for link in links)
    assert not re.search(r"<script|\son\w+=|url\(|@import|\ssrc=", text), "it reaches outside or runs something"
    assert root.get("lang") == "en" and len(list(root.iter(HTML + "h1"))) == 1


def html_tells_tables_and_pictures_to_those_who_cannot_see_them():
    root = xml.fromstring(report(case(INVENTED / "ivo.jsonl"), "ivo", "html"))
    heads = [th for th in root.iter(HTML + "th")]
    assert heads and all(th.get("scope") == "col" for th in heads)
    pictures = list(root.iter("{http://www.w3.org/2000/svg}svg"))
    titles = [svg.find("{http://www.w3.org/2000/svg}title").text for svg in pictures]
    assert len(pictures) == 2 and all(svg.get("role") == "img" for svg in pictures)
    assert titles[0].startswith("Timeline of Ivo") and "Ivo" in titles[1], titles
    assert any(e.get("dir") == "rtl" and e.text == "إيفو المثال" for e in root.iter(HTML + "bdi"))


def each_note_in_the_markdown_is_told_and_each_statement_in_it_is_there():
    text = report(atar(), "atar-oussama", "md").decode()
    body, notes = text.split("## Notes")
    told = re.findall(r"^\[\^(\d+)\]:", notes, re.M)
    assert told == [str(n + 1) for n in range(len(told))] and set(re.findall(r"\[\^(\d+)\]", body)) == set(told)
    ids = re.findall(r"`([0-9a-f]{32})`", notes)
    exported = run("export", atar()).decode()
    assert len(ids) > 300 and all(f'"id":"{i}"' in exported for i in ids if f"document `{i}`" not in notes)


def tables_in_the_markdown_are_rectangular():
    for block in re.findall(r"(?:^\|.*\n)+", report(atar(), "atar-oussama", "md").decode(), re.M):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}) == 1, block


def a_pdf_holds_its_words():
    if not PDF_THERE:
        raise tap.Skip("built without PDF")
    text = pdf_text(report(case(INVENTED / "ivo.jsonl"), "ivo", "pdf"))
    for words in ("Ivo Exemplar", "Contradictions", "Seen at the old mill", "The man calls himself Ivo Exemplar", "1 of "):
        assert words in " ".join(text.split()), words
    pages = int(re.search(r"\b1 of (\d+)", text)[1])
    assert 3 <= pages <= 6 and text.count("\f") == pages, (pages, text.count("\f"))


def a_pdf_is_tagged_and_has_no_clock():
    if not PDF_THERE or not shutil.which("pdfinfo"):
        raise tap.Skip("built without PDF, or no pdfinfo")
    def told(*options):
        return subprocess.run(["pdfinfo", "-"], input=report(atar(), "atar-oussama", "pdf", *options), capture_output=True, check=True,
                              env={**os.environ, "TZ": "UTC"}).stdout.decode()
    info = told("--said-by", "2016-12-31")
    assert re.search(r"Tagged: +yes", info) and re.search(r"CreationDate: .*Dec 31 .*2016", info) and re.search(r"Title: +Oussama Atar", info), info


def hostile_values_break_no_format():
    path = FOLDER / "hostile.jsonl"
    values = ["<script>alert(1)</script>", "a\\u0001\\u001b[31m", "\\u202egpj.exe", "n" * 10000, "]]> --> ${x} `|` [^1]", "\\ud83d\\udc68\\u200d\\ud83d\\udc69", "<!DOCTYPE x [<!ENTITY a 'b'>]>"]
    path.write_text("".join(f'{{"type":"statement","entity":"x","schema":"Person","prop":"name","value":"{v}","speaker":"{v[:200]}","stance":"asserts"}}\n' for v in values))
    hostile = case(path)
    xml.fromstring(report(hostile, "x", "html"))
    assert b"<script" not in report(hostile, "x", "md")
    if PDF_THERE:
        assert "alert(1)" in pdf_text(report(hostile, "x", "pdf"))


def four_thousand_events_fit_into_every_format():
    path = FOLDER / "many.jsonl"
    line = '{{"type":"statement","entity":"e{}","schema":"Event","prop":"{}","value":"{}","speaker":"S","stance":"asserts"}}\n'
    path.write_text("".join(line.format(i, "involved", "x") + line.format(i, "date", f"{1900 + i // 50}-{i % 12 + 1:02}") for i in range(5000)) + line.format("x", "name", "X").replace('"ex"', '"x"').replace("Event", "Person"))
    for form in FORMATS:
        assert len(report(case(path), "x", form)) > 100000


def marks_tell_where_something_is_withheld():
    more = case(INVENTED / "ivo.jsonl", INVENTED / "ivo-hidden.jsonl")
    marked, sent = (report(more, "ivo", "md", option, "green").decode() for option in ("--tell-withheld", "--clear"))
    assert "Withheld here" not in sent and marked.count("Withheld here") >= 4
    assert "Hidden" not in marked and "Informer" not in marked
    unmarked = [line for line in marked.splitlines() if "ithheld" not in line]
    assert unmarked == sent.splitlines(), "besides the marks it is what the reader gets"
    nothing = case(INVENTED / "ivo.jsonl")
    assert "Withheld here" not in report(nothing, "ivo", "md", "--tell-withheld", "green").decode()
    run("report", more, "ivo", "-o", "-", "--format", "md", "--tell-withheld", "green", "--clear", "green", code=2)


def a_file_is_written_whole_and_never_over_a_case():
    target = FOLDER / "out" / "r.html"
    target.parent.mkdir()
    path = case(INVENTED / "ivo.jsonl")
    run("report", path, "ivo", "-o", target)
    assert target.read_bytes() == report(path, "ivo", "html") and [p.name for p in target.parent.iterdir()] == ["r.html"]
    before = path.read_bytes()
    run("report", path, "ivo", "-o", path, "--format", "html", code=1)
    assert path.read_bytes() == before
    run("report", path, "ivo", "-o", target.parent / "r.docx", code=2)
    run("report", path, "ivo", "-o", FOLDER / "nowhere" / "r.html", code=1)


def a_timeline_is_drawn_as_svg():
    root = xml.fromstring(run("timeline", atar(), "atar-oussama", "atar-baghdadi", "--format", "svg"))
    words = [e.text for e in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "Held at Camp Cropper" in words and "Oussama Atar" in words and "2010" in words


try:
    for name, test in list(globals().items()):
        if callable(test) and getattr(test, "__module__", "") == "__main__" and name.split("_")[0] in (
                "what", "two", "html", "each", "tables", "a", "hostile", "four", "marks"):
            tap.add(name, test)
    tap.main()
finally:
    shutil.rmtree(FOLDER, ignore_errors=True)
