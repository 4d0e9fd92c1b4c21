#!/usr/bin/env python3
"""One entity that has N of something, and one that has twice as many: what each view takes, and how many times as long.

    bench/wide.py [N [KIND...]]

Where the whole costs as much as its parts, twice as many take twice as long: the reference is the smaller one in the same run. Each
kind is told by its slowest view, and by every view that takes over a second and more than 2.7 times as long."""
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

PROGRAM = os.environ.get("REDTHREAD", "build/redthread")
SECONDS = 120  # of processor time; a view that takes more is stopped
TOO_MUCH = 2.7


def said(entity, prop, value, schema="Person", **more):
    return {"type": "statement", "entity": entity, "schema": schema, "prop": prop, "value": value, "dataset": "list", "stance": "asserts", **more}


def link(kind, a, b):
    return {"type": "link", "link": kind, "from": a, "to": b}


def day(i):
    return f"{1000 + i // 336}-{1 + i // 28 % 12:02d}-{1 + i % 28:02d}"


def chain(kind, n):
    return [said("e", "position", f"guard {i}", speaker=f"Speaker {i % 9}", ref=f"r{i}") for i in range(n)] + [
        link(kind, f"r{i + 1}", f"r{i}") for i in range(n - 1)]


def each(n, make):
    return [entry for i in range(n) for entry in make(i)]


KINDS = {
    "names": lambda n: [said("e", "alias", f"Name{i} Other{i % 7}") for i in range(n)],
    "values": lambda n: [said("e", "position", f"Position {i}") for i in range(n)],
    "births": lambda n: [said("e", "birthDate", day(i)) for i in range(n)],
    "times": lambda n: [said("e", "position", "guard", valid=day(i)) for i in range(n)],
    "speakers": lambda n: [said("e", "position", "guard", speaker=f"Speaker {i}") for i in range(n)],
    "passed-on": lambda n: [said("e", "position", "guard", speaker=f"Speaker {i}", via=[f"Speaker {i + 1}"]) for i in range(n)],
    "documents": lambda n: [said("e", "position", "guard", document=f"letter {i}", basis="document", locator="p. 1") for i in range(n)],
    "datasets": lambda n: [said("e", "position", "guard", dataset=f"list {i}") for i in range(n)],
    "denials": lambda n: [said("e", "position", "guard", speaker=f"Speaker {i}", stance=["asserts", "denies"][i % 2]) for i in range(n)],
    "repeats": lambda n: chain("repeats", n),
    "retracts": lambda n: chain("retracts", n),
    "replaces": lambda n: chain("replaces", n),
    "kin": lambda n: each(n, lambda i: [said(f"f{i}", "person", "e", "Family"), said(f"f{i}", "relative", f"p{i}", "Family"),
                                        said(f"f{i}", "relationship", "child", "Family"), said(f"p{i}", "name", f"Child{i} Example")]),
    "events": lambda n: each(n, lambda i: [said(f"v{i}", "involved", "e", "Event"), said(f"v{i}", "startDate", day(i), "Event"),
                                           said(f"v{i}", "location", "Ghent", "Event")]),
    "company": lambda n: [said("v", "involved", "e", "Event"), said("v", "startDate", "2001", "Event"), said("v", "location", "Ghent", "Event")]
                         + each(n, lambda i: [said("v", "involved", f"p{i}", "Event"), said(f"p{i}", "name", f"Guest{i} Example")]),
    "versions": lambda n: [said("v", "involved", "e", "Event"), said("v", "location", "Ghent", "Event")]
                          + [said("v", "startDate", day(i), "Event", dataset=f"list {i}") for i in range(n)],
    "addresses": lambda n: each(n, lambda i: [said(f"a{i}", "full", f"Street {i}, Ghent", "Address"), said("e", "addressEntity", f"a{i}")]),
    "sanctions": lambda n: each(n, lambda i: [said(f"s{i}", "entity", "e", "Sanction"), said(f"s{i}", "authority", f"Authority {i}", "Sanction"),
                                              said(f"s{i}", "startDate", day(i), "Sanction")]),
    "messages": lambda n: each(n, lambda i: [said(f"m{i}", "sender", "e", "Message"), said(f"m{i}", "recipients", f"p{i % 50}", "Message"),
                                             said(f"m{i}", "date", day(i), "Message")]),
    "unsure": lambda n: each(n, lambda i: [said(f"j{i}", "name", "Ada Example"),
                                           {"type": "judgement", "a": "e", "b": f"j{i}", "judgement": "unsure", "why": "a common name"}]),
}
VIEWS = ["show", "report", "timeline", "movements", "presence", "network", "sources", "holdings", "conflicts", "corroboration", "hypotheses", "alerts",
         "exhibits", "requests", "listed", "history"]


def run(*args):
    """Processor seconds of the program; SECONDS where it was stopped."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    child = subprocess.Popen([PROGRAM, *args], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=limit)
    _, _, used = os.wait4(child.pid, 0)
    return used.ru_utime + used.ru_stime


def measure(folder, kind, n):
    case, lines = str(folder / f"{kind}-{n}.case"), folder / "lines.jsonl"
    entries = [said("e", "name", "Ada Example"), *KINDS[kind](n)]
    lines.write_text("".join(json.dumps(e) + "\n" for e in entries), encoding="utf-8")
    run("init", case)
    times = {"import": run("import", case, str(lines))}
    times.update({view: run(view, case, "e", "--json") for view in VIEWS if view != "report"})
    times.update({f"{view}, page": run(view, case, "e") for view in VIEWS})
    for path in folder.iterdir():
        path.unlink()
    return times


def main():
    n, kinds = int(sys.argv[1]) if len(sys.argv) > 1 else 4000, sys.argv[2:] or list(KINDS)
    print(f"{'kind':12} {'view':14} {f'of {n}':>10} {f'of {2 * n}':>10}  times as long (2 is the reference)")
    with tempfile.TemporaryDirectory() as temporary:
        for kind in kinds:
            small, large = (measure(pathlib.Path(temporary), kind, k) for k in (n, 2 * n))
            slowest = max(large, key=large.get)
            for view, seconds in large.items():
                if view == slowest or (seconds > 1 and seconds > TOO_MUCH * small[view]):
                    print(f"{kind:12} {view:14} {small[view]:8.2f} s {seconds:8.2f} s  {seconds / max(small[view], 0.001):.1f}", flush=True)


if __name__ == "__main__":
    main()
