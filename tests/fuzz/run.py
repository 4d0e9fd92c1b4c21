#!/usr/bin/python3 -B
"""Runs fuzz targets that `./dev fuzz` built, as many at once as there are cores.

    tests/fuzz/run.py SECONDS [NAME...]         each target once, all together for SECONDS
    tests/fuzz/run.py each=SECONDS [NAME...]    each until it has had SECONDS of processor time, runs before this one included

The second may be stopped (Ctrl-C) and goes on where it was: what each target had stands in build-fuzz/spent.json. FUZZ_JOBS says how
many run at once, FUZZ_SLICE for how many seconds one target runs before the next has its turn, FUZZ_TIMEOUT after how many one input
hangs: more than 10 where the machine has other things to do."""
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import threading

HERE = pathlib.Path(__file__).resolve().parent
BUILT = pathlib.Path("build-fuzz")
SPENT = BUILT / "spent.json"
JOBS = int(os.environ.get("FUZZ_JOBS", 0)) or len(os.sched_getaffinity(0))
SLICE = int(os.environ.get("FUZZ_SLICE", 300))
TIMEOUT = int(os.environ.get("FUZZ_TIMEOUT", 10))
INTERRUPTED = (72, -signal.SIGINT)  # libFuzzer's own code, or before it listens: what is found at the last moment still counts
NOISE = re.compile(r"#\d|INFO:|stat::|\\$")


def command(name, seconds):
    found, seeds, words = BUILT / "found" / name, HERE / "corpus" / name, HERE / f"{name}.dict"
    for folder in (found, seeds, BUILT / "crashes"):
        folder.mkdir(parents=True, exist_ok=True)
    return [BUILT / f"tests/fuzz/fuzz_{name}", f"-max_total_time={seconds}", f"-timeout={TIMEOUT}", "-rss_limit_mb=2048", "-print_final_stats=1",
            *([f"-dict={words}"] if words.exists() else []), f"-artifact_prefix={BUILT}/crashes/{name}-", found, seeds]


class Runs:
    """What runs now, and what was had so far; workers share it."""

    def __init__(self, spent):
        self.spent, self.running, self.bad, self.done, self.stopped, self.lock = spent, {}, set(), set(), False, threading.Lock()

    def start(self, name, seconds):
        with self.lock:
            if self.stopped:
                return None
            log = open(BUILT / f"{name}.txt", "w", encoding="utf-8")
            env = dict(os.environ, UBSAN_OPTIONS="halt_on_error=1")
            self.running[name] = subprocess.Popen(command(name, seconds), stdout=log, stderr=log, env=env, process_group=0)
            return self.running[name]

    def end(self, name, code, seconds):
        told = (BUILT / f"{name}.txt").read_text(encoding="utf-8", errors="replace")
        times = re.search(r"stat::number_of_executed_units: *(\d+)", told)
        with self.lock:
            del self.running[name]
            self.spent[name] = self.spent.get(name, 0) + seconds
            fine = code == 0 or self.stopped and code in INTERRUPTED
            (self.done if fine else self.bad).add(name)
            print(f"fuzz: {name}: {times[1] if times else 'no'} runs in {seconds:.0f} s" if fine else
                  f"fuzz: {name} fails; its input is in {BUILT}/crashes\n" +
                  "\n".join([line for line in told.splitlines() if not NOISE.match(line)][-40:]), file=sys.stderr, flush=True)

    def run(self, name, seconds):
        child = self.start(name, seconds)
        if child is not None:
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            self.end(name, child.returncode, used.ru_utime + used.ru_stime)

    def stop(self, *_):
        self.stopped = True
        for child in list(self.running.values()):
            child.send_signal(signal.SIGINT)


def at_once(work):
    workers = [threading.Thread(target=work) for _ in range(JOBS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def once(runs, names, seconds):
    left = list(names)

    def work():
        while left and not runs.stopped:
            runs.run(left.pop(0), max(1, seconds * min(JOBS, len(names)) // len(names)))

    at_once(work)


def until_spent(runs, names, budget):
    picked = threading.Lock()
    chosen = set()

    def least():
        with picked:
            open_ = [n for n in names if n not in chosen and n not in runs.bad and runs.spent.get(n, 0) < budget - 1]
            name = min(open_, key=lambda n: runs.spent.get(n, 0), default=None)
            chosen.add(name)
            return name

    def work():
        while (name := least()) is not None and not runs.stopped:
            runs.run(name, min(SLICE, max(1, int(budget - runs.spent.get(name, 0)))))
            with picked:
                chosen.discard(name)
                SPENT.write_text(json.dumps(runs.spent, indent=1, sort_keys=True) + "\n", encoding="utf-8")

    at_once(work)
    for name in names:
        print(f"fuzz: {name}: {runs.spent.get(name, 0):.0f} s of processor time so far", file=sys.stderr)


def main():
    seconds, names = sys.argv[1] if len(sys.argv) > 1 else "60", sys.argv[2:]
    names = names or sorted(p.stem[5:] for p in HERE.glob("fuzz_*.c"))
    each = re.fullmatch(r"each=(\d+)", seconds)
    if not (each or seconds.isdecimal()):
        sys.exit(f"fuzz: SECONDS or each=SECONDS is expected, not {seconds}")
    runs = Runs(json.loads(SPENT.read_text(encoding="utf-8")) if each and SPENT.exists() else {})
    signal.signal(signal.SIGINT, runs.stop)
    signal.signal(signal.SIGTERM, runs.stop)
    (until_spent if each else once)(runs, names, int(each[1] if each else seconds))
    print(f"{len(runs.done - runs.bad)} passed, {len(runs.bad)} failed")
    sys.exit(1 if runs.bad else 0)


if __name__ == "__main__":
    main()
