#!/usr/bin/python3
"""Runs a shared check on the program that REDTHREAD names: run.py CHECK [ARGUMENT...]. The checks live beside the
checkout in ../shared, or where REDTHREAD_SHARED says; without them the test is skipped."""
import os
import pathlib
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests"))
import tap  # noqa: E402

CHECKS = pathlib.Path(os.environ.get("REDTHREAD_SHARED") or TOP.parent / "shared") / "checks"


def holds(check, *args):
    if not (CHECKS / check).is_file():
        raise tap.Skip("no shared checks beside the checkout; REDTHREAD_SHARED names another place")
    r = subprocess.run([CHECKS / check, *args], cwd=TOP, capture_output=True, text=True, timeout=1700)
    assert r.returncode == 0, (r.stdout + r.stderr)[-4000:]


tap.add("it_holds", lambda: holds(*sys.argv[1:]))
tap.main()
