#!/usr/bin/python3
"""The program where a terminal reads it (a pseudo-terminal here), and where its output can't go."""
import fcntl
import os
import pathlib
import pty
import resource
import struct
import subprocess
import sys
import tempfile
import termios

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import tap  # noqa: E402

PROGRAM = os.path.abspath(os.environ.get("REDTHREAD", HERE.parents[1] / "build/redthread"))
MARK = "sed 's/^/paged: /'"


def environment(**more):
    kept = {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
    return {"PATH": "/usr/bin:/bin", "TERM": "xterm", "LC_ALL": "C.UTF-8", **kept, **more}


def on_terminal(*words, rows=24, columns=80, **env):
    """What a terminal of this size is sent, with line ends as LF."""
    try:
        ours, theirs = pty.openpty()
    except OSError as why:  # a bare chroot has no /dev/pts
        raise tap.Skip(f"no pseudo-terminal here: {why}") from why
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen([PROGRAM, *words], stdin=theirs, stdout=theirs, stderr=theirs, env=environment(**env))
    os.close(theirs)
    text = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        text += piece
    os.close(ours)
    assert process.wait() == 0, f"it ends with {process.returncode}"
    return text.decode().replace("\r\n", "\n")


def run(*words, **kw):
    return subprocess.run([PROGRAM, *words], env=environment(), stderr=subprocess.PIPE, text=True, **kw)


@tap.test
def what_is_longer_than_the_screen_goes_to_the_pager():
    text = on_terminal("help", "--help", rows=10, PAGER=MARK)
    assert all(line.startswith("paged: ") for line in text.splitlines()), text


@tap.test
def what_fits_the_screen_is_not_paged():
    assert "paged" not in on_terminal("help", "--help", rows=100, PAGER=MARK)


@tap.test
def nothing_is_paged_without_a_pager_or_by_one_that_cannot_be_started():
    plain = on_terminal("help", "--help", rows=100, PAGER=MARK)
    assert on_terminal("help", "--help", rows=10, PAGER="") == plain
    assert on_terminal("help", "--help", rows=10, PAGER="cat") == plain


@tap.test
def a_pager_that_is_left_early_is_no_error():
    assert on_terminal("help", "--help", rows=5, PAGER="head -n 1").count("\n") == 1


@tap.test
def all_help_is_paged():
    for words in (["--help"], ["help"], ["help", "show"]):
        text = on_terminal(*words, rows=10, PAGER=MARK)
        assert all(line.startswith("paged: ") for line in text.splitlines()), text


@tap.test
def ctrl_c_is_the_pagers():
    whole = on_terminal("help", "show", rows=100, PAGER="")
    assert on_terminal("help", "show", rows=5, PAGER="kill -INT $PPID; cat") == whole


@tap.test
def a_terminal_that_can_do_nothing_is_sent_plain_text():
    whole = on_terminal("help", "show", rows=100, PAGER="")
    assert on_terminal("help", "show", rows=5, TERM="dumb") == whole


@tap.test
def pipes_are_never_paged():
    text = subprocess.run([PROGRAM, "help", "--help"], env=environment(PAGER=MARK, LINES="5"), capture_output=True, text=True).stdout
    assert text and "paged" not in text


@tap.test
def lines_are_as_wide_as_the_window():
    widths = [max(map(len, on_terminal("help", "--help", rows=100, columns=c).splitlines())) for c in (60, 80)]
    assert widths[0] <= 60 < widths[1] <= 80, widths
    told = on_terminal("help", "--help", rows=100, columns=120, COLUMNS="60")
    assert max(map(len, told.splitlines())) <= 60, told


@tap.test
def a_full_disk_is_an_error():
    with open("/dev/full", "w") as full:
        r = run("--help", stdout=full)
    assert r.returncode == 1 and "No space left on device" in r.stderr, (r.returncode, r.stderr)


@tap.test
def a_limit_on_the_size_of_files_is_an_error_and_leaves_nothing():
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/help", "w") as out:
            r = run("help", "--json", stdout=out, preexec_fn=limit)
        assert r.returncode == 1 and "File too large" in r.stderr, (r.returncode, r.stderr)
        os.unlink(f"{folder}/help")
        r = run("init", f"{folder}/a.case", preexec_fn=limit)
        left = os.listdir(folder)
        assert r.returncode == 1 and r.stderr and not left, (r.returncode, r.stderr, left)


@tap.test
def a_reader_that_went_away_ends_it_without_a_message():
    ours, theirs = os.pipe()
    os.close(ours)
    r = run("--help", stdout=theirs)
    os.close(theirs)
    assert r.returncode == 1 and r.stderr == "", (r.returncode, r.stderr)


@tap.test
def a_closed_standard_output_is_an_error():
    r = subprocess.run(["/bin/sh", "-c", '"$0" --help >&-', PROGRAM], env=environment(), stderr=subprocess.PIPE, text=True)
    assert r.returncode == 1 and "cannot write the output" in r.stderr, (r.returncode, r.stderr)


tap.main()
