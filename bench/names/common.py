"""What the scripts of this folder share: where things are, the split, the program, tables."""
import csv
import hashlib
import importlib
import io
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time
from functools import lru_cache

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parents[1]
PROGRAM = os.environ.get("REDTHREAD", str(TOP / "build/redthread"))
LISTS = TOP / "examples/lists"
SHARED = TOP.parent / "shared/data"  # the larger data beside a checkout
SETS = TOP / "build/bench-names"     # what make_sets.py makes
TRAIN_SHARE = 0.6


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def number_of(*texts):
    """0..1, the same for the same texts on every machine."""
    digest = hashlib.sha256("\0".join(texts).encode()).digest()
    return int.from_bytes(digest[:6], "big") / (1 << 48)


def split_of(identity):
    return "train" if number_of("split", identity) < TRAIN_SHARE else "heldout"


def chance(*texts):
    """A source of chance that depends on the texts alone, so that adding one thing changes no other."""
    return random.Random(int(number_of(*texts) * (1 << 48)))


def data_lines(name):
    """Lines of a file of data/ without comments, each split at TAB."""
    for line in (HERE / "data" / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def write_csv(path, header, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def as_csv(header, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def run(*args, text=None):
    done = subprocess.run([PROGRAM, *map(str, args)], input=text, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{PROGRAM} {' '.join(map(str, args))}: ends with {done.returncode}\n{done.stderr[:2000]}")
    return done.stdout


def can(command):
    """Whether the program has a command: what is not there yet is skipped with a message, never passed."""
    if not os.access(PROGRAM, os.X_OK):
        return False
    return subprocess.run([PROGRAM, command, "--help"], capture_output=True, check=False).returncode == 0


@lru_cache(maxsize=1)
def threshold():
    """The program's own."""
    return float(os.environ.get("THRESHOLD") or json.loads(run("compare", "--json", "A", "B"))["threshold"])


def peer(package):
    """A Python package that others use, from this machine or put into the folder of the sets; None where it can't be had."""
    folder = SETS / "peers"
    sys.path.append(str(folder))
    try:
        return importlib.import_module(package)
    except ImportError:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", folder, package]
        done = subprocess.run(pip, capture_output=True, check=False)
    importlib.invalidate_caches()
    if done.returncode:
        say(f"{package} is not here and can't be installed: left out")
        return None
    return importlib.import_module(package)


def scores_of(pairs):
    """What `compare --csv` says of (schema, name1, name2)."""
    out = run("compare", "--csv", text=as_csv(["schema", "name1", "name2"], pairs))
    scores = [float(row["score"]) for row in csv.DictReader(io.StringIO(out))]
    if len(scores) != len(pairs):
        raise SystemExit(f"compare --csv wrote {len(scores)} rows for {len(pairs)}")
    return scores


def table(header, rows):
    """Prints a Markdown table; figures stand to the right."""
    print(f"| {' | '.join(header)} |\n|---|{'---:|' * (len(header) - 1)}")
    for row in rows:
        print("| " + " | ".join(c if isinstance(c, str) else f"{c:.3f}" if isinstance(c, float) else f"{c:,}" for c in row) + " |")
    print(flush=True)


def indexed(name):
    """The index of a list of the sets, built where it is missing or older than list or program."""
    source, index = SETS / f"{name}.ftm.json", SETS / f"{name}.idx"
    if not index.exists() or index.stat().st_mtime < max(source.stat().st_mtime, os.stat(PROGRAM).st_mtime):
        run("index", "build", "-o", index, source)
    return index


def screened(index, queries, *options):
    """(results of each of (schema, name), seconds that the program ran) of `screen --json`."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".csv") as rows:
        rows.write(as_csv(["id", "schema", "name"], [(n, *q) for n, q in enumerate(queries)]))
        rows.flush()
        begun = time.perf_counter()
        out = run("screen", index, "--csv", rows.name, "--json", *options)
        took = time.perf_counter() - begun
    lines = [json.loads(line)["results"] for line in out.splitlines()]
    if len(lines) != len(queries):
        raise SystemExit(f"screen wrote {len(lines)} lines for {len(queries)} queries")
    return lines, took


def sets(name):
    """Rows of a set, made when it is not there."""
    if not (SETS / name).exists():
        subprocess.run([sys.executable, HERE / "make_sets.py", name.split(".")[0]], check=True)
    return read_csv(SETS / name)
