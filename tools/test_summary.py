#!/usr/bin/python3
"""Sums up a run of `meson test --setup all` from its log, case by case.

A C test prints its cases as cmocka does, a script as TAP; a test that prints neither, or that dies before it has
printed a failure, counts as one case. Prints what failed (and how to run it alone), what was skipped and why, and
as the last line `N passed, N failed`.

    test_summary.py BUILD_DIR
"""
import json
import pathlib
import re
import sys

CMOCKA = re.compile(r"^\[ +(OK|SKIPPED|FAILED) +\] (.+)$", re.M)
TAP = re.compile(r"^(ok|not ok)\b *\d* *-? *([^#\n]*)(?:# *SKIP\b *(.*))?$", re.M | re.I)
GOOD = re.compile(r"\[ +(OK|RUN) +\]|\[=+\]|ok\b|1\.\.\d")
MESSAGE = re.compile(r"^skipped: (.+)$", re.M)


def cmocka_cases(stdout):
    """(verdict, name, message) of each case; a line `skipped: WHY` before the verdict says why."""
    at = 0
    for m in CMOCKA.finditer(stdout):
        why = MESSAGE.search(stdout, at, m.start())
        yield m[1].lower(), m[2], why[1] if why else ""
        at = m.end()


def tap_cases(stdout):
    for m in TAP.finditer(stdout):
        yield "skipped" if m[3] is not None else "ok" if m[1].lower() == "ok" else "failed", m[2].strip(), m[3] or ""


def cases(test):
    stdout = test.get("stdout") or ""
    found = list(cmocka_cases(stdout)) or list(tap_cases(stdout))
    failed = any(verdict == "failed" for verdict, _, _ in found)
    if test["result"] in ("OK", "EXPECTEDFAIL"):
        return found or [("ok", "", "")]
    if test["result"] == "SKIP":
        plan = re.search(r"^1\.\.0 *# *SKIP *(.*)$", stdout, re.M | re.I)
        return found or [("skipped", "", plan[1] if plan else stdout.strip().rpartition("\n")[2])]
    how = {"TIMEOUT": "takes too long"}.get(test["result"], f"ends with exit code {test.get('returncode')}")
    return found if failed else found + [("failed", how, "")]


def tests(build):
    log = build / "meson-logs" / "testlog-all.json"
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line.strip()]


def short_name(test):
    return test["name"].rpartition(" / ")[2]


def show_failure(build, test, names):
    print(f"\nfailed: {short_name(test)}: {', '.join(names)}")
    for stream in ("stdout", "stderr"):
        text = (test.get(stream) or "").rstrip()
        if stream == "stdout":
            text = "\n".join(line for line in text.splitlines() if not GOOD.match(line))
        if text:
            print("\n".join("    " + line for line in text.splitlines()[-60:]))
    print(f"  alone: meson test -C {build} '{short_name(test)}'")


def main(build):
    count = {"ok": 0, "failed": 0, "skipped": 0}
    skipped = []
    for test in tests(build):
        found = cases(test)
        for verdict, name, why in found:
            count[verdict] += 1
            if verdict == "skipped":
                skipped.append(f"skipped: {': '.join(t for t in (short_name(test), name, why) if t)}")
        if bad := [name for verdict, name, _ in found if verdict == "failed"]:
            show_failure(build, test, bad)
    print("\n".join(skipped + [f"{count['ok']} passed, {count['failed']} failed"]))
    return 1 if count["failed"] else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
