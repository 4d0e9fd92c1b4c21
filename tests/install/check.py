#!/usr/bin/python3
"""Installs the build into an empty folder and uses it from there as another project would."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
BUILD = os.environ["BUILD_DIR"]
sys.path.insert(0, str(TOP / "tests"))
import tap  # noqa: E402

ROOT = pathlib.Path(tempfile.mkdtemp())


def sh(*args, env=None):
    r = subprocess.run(args, capture_output=True, text=True, env={**os.environ, **(env or {})}, cwd=ROOT)
    assert r.returncode == 0, f"{' '.join(map(str, args))}\n{r.stdout}{r.stderr}"
    return r.stdout


def installed(name):
    return next(ROOT.rglob(name), None)


def environment():
    pc = installed("redthread.pc")
    return {"PKG_CONFIG_PATH": str(pc.parent), "PKG_CONFIG_SYSROOT_DIR": str(ROOT), "LD_LIBRARY_PATH": str(installed("libredthread.a").parent)}


def instrumented():
    """Built with sanitizers or for coverage: a plain program cannot link that, and it shows names of its own."""
    text = installed("libredthread.a").read_bytes()
    return b"__asan_init" in text or b"__gcov_init" in text


def linked(*pkg_config):
    """A tiny program against the library, by what pkg-config says."""
    if instrumented():
        raise tap.Skip("the library is instrumented")
    env = environment()
    flags = sh("pkg-config", "--cflags", "--libs", *pkg_config, "redthread", env=env).split()
    program = ROOT / "tiny"
    sh("cc", "-std=c11", str(TOP / "tests/install/tiny.c"), "-o", str(program), *flags, env=env)
    return sh(str(program), env=env)


@tap.test
def an_install_holds_program_libraries_header_and_pkg_config():
    sh("meson", "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", str(ROOT))
    for name in ("redthread", "libredthread.a", "libredthread.so", "redthread.h", "redthread.pc"):
        assert installed(name), f"{name} was not installed"


@tap.test
def the_program_is_hardened():
    if instrumented():
        raise tap.Skip("the library is instrumented")
    elf = sh("readelf", "--wide", "-h", "-l", "-d", "-n", "--dyn-syms", str(installed("bin/redthread")))
    wanted = {"a position-independent program": r"Flags: .*\bPIE\b", "symbols bound at the start": r"Flags: NOW|BIND_NOW",
              "relocations read-only": r"GNU_RELRO", "a stack that is not executed": r"GNU_STACK .* RW +0x",
              "stack protection": r"__stack_chk_fail", "checked copies": r"__\w+_chk@"}
    lacking = [what for what, sign in wanted.items() if not re.search(sign, elf)]
    assert not lacking, "lacks " + ", ".join(lacking)


@tap.test
def the_installed_program_writes_pdf():
    if not installed("redthread-pdf.so"):
        raise tap.Skip("built without Pango and Cairo")
    program, state = str(installed("bin/redthread")), {"XDG_STATE_HOME": str(ROOT / "state")}
    lines = ROOT / "one.jsonl"
    lines.write_text('{"type":"statement","entity":"x","schema":"Person","prop":"name","value":"X","speaker":"S","stance":"asserts"}\n')
    sh(program, "init", str(ROOT / "x.case"), env=state)
    sh(program, "import", str(ROOT / "x.case"), str(lines), env=state)
    sh(program, "report", str(ROOT / "x.case"), "x", "-o", str(ROOT / "x.pdf"), env=state)
    assert (ROOT / "x.pdf").read_bytes().startswith(b"%PDF-1.")


@tap.test
def every_command_has_a_man_page():
    if not shutil.which("scdoc"):
        raise tap.Skip("scdoc makes the man pages, and is not here")
    pages = {p.stem for p in installed("man1").iterdir()}
    names = {p.removeprefix("redthread-") for p in pages if p != "redthread"}
    help_text = sh(os.environ["REDTHREAD"], "--help")
    listed = {line.split()[0] for line in help_text.splitlines() if line.startswith("  ") and line.split()[0] != "redthread"}
    assert "redthread" in pages, "redthread.1 was not installed"
    assert not listed - names, f"without a man page: {sorted(listed - names)}"


TRY = """source "$1"
try() { COMP_WORDS=("$@"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _redthread; echo "${COMPREPLY[*]}"; }
try redthread tim
try redthread audit ver
try redthread help sh
try redthread show my.case --sou
try redthread audit verify my.case --aga
try redthread state my.case --stance den
try redthread network my.case who --format = gr
"""


@tap.test
def bash_completes_commands_subcommands_options_and_the_words_that_they_take():
    said = sh("bash", "-c", TRY, "try", str(installed("completions/redthread")))
    assert said.split("\n")[:-1] == ["timeline", "verify", "show", "--source", "--against", "denies", "graphml"], said


@tap.test
def zsh_and_fish_read_theirs():
    for shell, name in ("zsh", "_redthread"), ("fish", "redthread.fish"):
        assert installed(name), f"{name} was not installed"
        if shutil.which(shell):
            sh(shell, "-n", str(installed(name)))


@tap.test
def a_program_uses_the_shared_library_through_pkg_config():
    linked()


@tap.test
def a_program_uses_the_static_library_through_pkg_config():
    pathlib.Path(installed("libredthread.so")).rename(ROOT / "hidden.so")
    try:
        linked("--static")
    finally:
        (ROOT / "hidden.so").rename(installed("libredthread.a").parent / "libredthread.so")


@tap.test
def the_shared_library_shows_what_the_header_declares_and_nothing_else():
    if instrumented():
        raise tap.Skip("the library is instrumented")
    header = installed("redthread.h").read_text(encoding="utf-8")
    names = [line.split()[-1] for line in sh("nm", "-D", "--defined-only", str(installed("libredthread.so"))).splitlines()]
    declared = re.findall(r"^RT_API [^;(]*\b(rt_\w+)\(", header, re.M)
    assert len(declared) > 9, "this test does not find what the header declares"
    assert sorted(names) == sorted(declared), f"shown, or declared, but not both: {sorted(set(names) ^ set(declared))}"


try:
    tap.main()
finally:
    shutil.rmtree(ROOT, ignore_errors=True)
