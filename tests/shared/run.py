#!/usr/bin/python3
"""Runs those of the shared checks that hold (holds.txt) on the program that REDTHREAD names. They live beside the
checkout in ../shared, or where REDTHREAD_SHARED says; without them the tests are skipped."""
import os
import pathlib
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests"))
import tap  # noqa: E402

CHECKS = pathlib.Path(os.environ.get("REDTHREAD_SHARED") or TOP.parent / "shared") / "checks"


def lines():
    text = pathlib.Path(__file__).with_name("holds.txt").read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def holds(check, *args):
    if not (CHECKS / check).is_file():
        raise tap.Skip("no shared checks beside the checkout; REDTHREAD_SHARED names another place")
    r = subprocess.run([CHECKS / check, *args], cwd=TOP, capture_output=True, text=True, timeout=600)
    assert r.returncode == 0, (r.stdout + r.stderr)[-4000:]


for words in lines():
    tap.add("_".join(words), lambda words=words: holds(*words))
tap.main()
