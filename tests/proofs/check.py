#!/usr/bin/python3
"""What audit writes is what others read: signed heads, proofs and tiles are tried by Go's golang.org/x/mod/sumdb, which knows nothing of this program. Skipped where Go or that
module is not installed (Debian: golang-go, golang-golang-x-mod-dev); nothing is fetched."""
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests"))
import tap  # noqa: E402

PROGRAM = os.path.abspath(os.environ.get("REDTHREAD", TOP / "build/redthread"))
FOLDER = tempfile.TemporaryDirectory()
HERE = pathlib.Path(FOLDER.name)
ENV = {**os.environ, "XDG_STATE_HOME": str(HERE / "state")}


def run(*args, code=0):
    r = subprocess.run([PROGRAM, *map(str, args)], cwd=HERE, capture_output=True, text=True, env=ENV)
    assert r.returncode == code, f"{args}: {r.returncode}, {r.stderr}"
    return r.stdout


def debian_go():
    """The module where Debian installs it: without modules, on a path."""
    return ["run"], {"GO111MODULE": "off", "GOPATH": "/usr/share/gocode"}


def cached_go(go):
    """The module in the cache of modules, where somebody fetched it."""
    cache = subprocess.run([go, "env", "GOMODCACHE"], capture_output=True, text=True, env=go_env({})).stdout.strip()
    versions = sorted(pathlib.Path(cache, "golang.org/x").glob("mod@v*")) if cache else []
    if not versions:
        return None
    work = HERE / "go"
    work.mkdir(exist_ok=True)
    (work / "go.mod").write_text(f"module verify\n\ngo 1.18\n\nrequire golang.org/x/mod {versions[-1].name.split('@')[1]}\n", encoding="utf-8")
    shutil.copy(TOP / "tests/proofs/verify.go", work / "main.go")
    return ["-C", str(work), "run", "-mod=mod"], {"GOPROXY": "off", "GOFLAGS": "-mod=mod", "GOSUMDB": "off"}


def go_env(more):
    return {**os.environ, "HOME": os.environ.get("HOME", str(HERE)), "GOCACHE": str(HERE / "gocache"), **more}


def with_go(*args):
    go = shutil.which("go", path=os.environ.get("PATH", "") + ":/usr/local/go/bin:/usr/lib/go/bin")
    if go is None:
        raise tap.Skip("Go is not installed (Debian: golang-go)")
    if pathlib.Path("/usr/share/gocode/src/golang.org/x/mod/sumdb/note").is_dir():
        (how, env), what = debian_go(), [str(TOP / "tests/proofs/verify.go")]
    elif (found := cached_go(go)) is not None:
        (how, env), what = found, ["."]
    else:
        raise tap.Skip("golang.org/x/mod is not installed (Debian: golang-golang-x-mod-dev)")
    return subprocess.run([go, *how, *what, *map(str, args)], capture_output=True, text=True, env=go_env(env), cwd=HERE)


def made():
    """A case of some 780 entries, of which one was erased; its key, a proof and tiles."""
    case = HERE / "a.case"
    if not case.exists():
        run("init", case)
        for lines in sorted((TOP / "examples/atar").glob("*.jsonl")):
            run("import", case, lines)
        ids = [line.split('"id":"')[1][:32] for line in run("export", case).splitlines() if '"type":"statement"' in line]
        run("erase", case, ids[40], "--authority", "a court", "--why", "a test")
        (HERE / "a.pub").write_text(run("audit", "keygen", case, "-o", "a.key"), encoding="utf-8")
        (HERE / "p.tlog-proof").write_text(run("audit", "prove", case, ids[300], "--tlog-proof", "--key", "a.key"), encoding="utf-8")
        run("audit", "tiles", case, "-o", "tiles", "--key", "a.key")
    return case


@tap.test
def go_opens_the_signed_heads_and_proves_by_the_proof_and_by_the_tiles():
    size = run("audit", "head", made()).splitlines()[1]
    r = with_go(HERE / "a.pub", HERE / "p.tlog-proof", HERE / "tiles")
    assert r.returncode == 0 and r.stdout.split()[0] == size, r.stdout + r.stderr


@tap.test
def go_refuses_a_proof_of_another_line():
    made()
    proof = (HERE / "p.tlog-proof").read_text(encoding="utf-8")
    extra = proof.split("\n")[1]
    (HERE / "other.tlog-proof").write_text(proof.replace(extra, extra[:30] + ("A" if extra[30] != "A" else "B") + extra[31:]), encoding="utf-8")
    r = with_go(HERE / "a.pub", HERE / "other.tlog-proof", HERE / "tiles")
    assert r.returncode == 1, r.stdout + r.stderr


@tap.test
def the_private_key_is_for_its_owner_alone_and_nothing_is_written_over():
    case = made()
    assert (HERE / "a.key").stat().st_mode & 0o777 == 0o600
    run("audit", "keygen", case, "-o", "a.key", code=1)


@tap.test
def a_proof_in_any_form_is_checked_without_a_case():
    made()
    run("audit", "check", "p.tlog-proof", "--key", "a.pub")
    proof = (HERE / "p.tlog-proof").read_text(encoding="utf-8")
    for at in range(0, len(proof), 41):
        c = proof[at]
        (HERE / "bad.tlog-proof").write_text(proof[:at] + ("x" if c != "x" else "y") + proof[at + 1:], encoding="utf-8")
        r = subprocess.run([PROGRAM, "audit", "check", "bad.tlog-proof", "--key", "a.pub"], cwd=HERE, capture_output=True, env=ENV)
        assert r.returncode == 1, f"a byte at {at} was changed unseen"


def write_anew(case, value, other):
    """What somebody can do who has the file: an entry is changed, and all that is computed from it with it."""
    sha = lambda data: hashlib.sha256(data).digest()

    def root(leaves):
        if len(leaves) == 1:
            return leaves[0]
        half = 1
        while 2 * half < len(leaves):
            half *= 2
        return sha(b"\1" + root(leaves[:half]) + root(leaves[half:]))

    db = sqlite3.connect(case)
    triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()

    def past_the_triggers(changes):
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        for sql, values in changes:
            db.execute(sql, values)
        for _, sql in triggers:
            db.execute(sql)
        db.commit()

    place = db.execute("SELECT seq FROM statement WHERE value = ?", (value,)).fetchone()[0]
    past_the_triggers([("UPDATE statement SET value = ? WHERE seq = ?", (other, place))])
    leaves = []
    for row in run("audit", "leaves", case).splitlines():
        salt, line = row.split(" ", 1)
        leaves.append(sha(b"\0" + (bytes.fromhex(line) if salt == "-" else sha(bytes.fromhex(salt) + line.encode()))))
    bits = int.from_bytes(leaves[place][:4], "big") ^ (place * 2654435761 & 0xFFFFFFFF)
    changes = [("UPDATE statement SET seal = ? WHERE seq = ?", (bits - (bits >> 31 << 32), place))]
    for at, in db.execute("SELECT place FROM node").fetchall():
        level, index = at >> 48, at & 0xFFFFFFFFFFFF
        changes.append(("UPDATE node SET hash = ? WHERE place = ?", (root(leaves[index << level:(index + 1) << level]), at)))
    for size, in db.execute("SELECT size FROM head").fetchall():
        changes.append(("UPDATE head SET root = ? WHERE size = ?", (root(leaves[:size]), size)))
    past_the_triggers(changes)
    db.close()
    subprocess.run([sys.executable, str(TOP / "tests/cli/files/sums.py"), str(case)], check=True)
    return place


@tap.test
def tiles_name_the_first_entry_that_is_not_what_it_was():
    anew = HERE / "anew.case"
    shutil.copy(made(), anew)
    (HERE / "a.head").write_text(run("audit", "head", anew, "--key", "a.key"), encoding="utf-8")
    run("audit", "verify", anew, "--against", "tiles", "--key", "a.pub")
    place = write_anew(anew, "baby-faced", "grey-haired")
    run("audit", "verify", anew)  # by itself it is sound
    told = subprocess.run([PROGRAM, "audit", "verify", str(anew), "--against", "a.head", "--key", "a.pub"], cwd=HERE, capture_output=True, text=True, env=ENV)
    assert told.returncode == 1 and "written anew" in told.stderr, told.stderr
    told = json.loads(run("audit", "verify", anew, "--against", "tiles", "--key", "a.pub", "--json", code=1))
    assert told["first_bad"]["index"] == place, told


@tap.test
def tiles_that_were_changed_are_told_of():
    run("audit", "tiles", made(), "-o", "changed")
    bundle = HERE / "changed/tile/entries/001"
    data = bytearray(bundle.read_bytes())
    data[34 * 7 + 5] ^= 1
    bundle.write_bytes(data)
    told = subprocess.run([PROGRAM, "audit", "verify", str(made()), "--against", "changed"], cwd=HERE, capture_output=True, text=True, env=ENV)
    assert told.returncode == 1 and "do not lead to their own head" in told.stderr, told.stderr
    told = subprocess.run([PROGRAM, "audit", "tiles", str(made()), "-o", "changed"], cwd=HERE, capture_output=True, text=True, env=ENV)
    assert told.returncode == 1 and "entries/001 is not what this log has" in told.stderr, told.stderr


tap.main()
