#!/usr/bin/python3
"""What ./dev test counts is what was tried: the summing up of made-up runs."""
import json
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests"))
import tap  # noqa: E402


def summed(*tests):
    with tempfile.TemporaryDirectory() as d:
        logs = pathlib.Path(d) / "meson-logs"
        logs.mkdir()
        (logs / "testlog-all.json").write_text("".join(json.dumps({"name": "a:b / base/x", "returncode": 0, **t}) + "\n" for t in tests))
        r = subprocess.run([sys.executable, "-B", TOP / "tools/test_summary.py", d], capture_output=True, text=True)
        return r.returncode, r.stdout.splitlines()


def case(result, stdout=""):
    return {"result": result, "stdout": stdout}


@tap.test
def cases_of_cmocka_and_of_tap_are_counted_one_by_one():
    code, lines = summed(case("OK", "[       OK ] a\n[       OK ] b\n"), case("OK", "1..2\nok 1 - c\nok 2 - d\n"))
    assert (code, lines) == (0, ["4 passed, 0 failed"]), lines


@tap.test
def a_test_without_cases_counts_as_one():
    assert summed(case("OK"))[1][-1] == "1 passed, 0 failed"


@tap.test
def a_failed_case_is_named_and_the_run_fails():
    code, lines = summed(case("FAIL", "[       OK ] a\n[  FAILED  ] b\n"))
    assert code == 1 and lines[-1] == "1 passed, 1 failed" and "failed: base/x: b" in lines, lines


@tap.test
def a_test_that_dies_after_good_cases_has_failed():
    assert summed(case("ERROR", "[       OK ] a\n"))[1][-1] == "1 passed, 1 failed"
    assert summed(case("TIMEOUT", "1..3\nok 1 - a\n"))[1][-1] == "1 passed, 1 failed"


@tap.test
def a_skipped_case_is_neither_and_says_why():
    code, lines = summed(case("OK", "1..2\nok 1 - a\nok 2 - b # SKIP no data\n"), case("OK", "skipped: no gpg\n[  SKIPPED ] c\n"))
    assert code == 0 and lines == ["skipped: base/x: b: no data", "skipped: base/x: c: no gpg", "1 passed, 0 failed"], lines


tap.main()
