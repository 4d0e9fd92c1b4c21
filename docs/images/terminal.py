#!/usr/bin/env python3
"""Draws what a command prints on a terminal as an SVG: docs/images/terminal.py OUT.svg COMMAND...

    ./dev demo && docs/images/terminal.py docs/images/show.svg

draws the picture of the README: the head of the dossier of Oussama Atar, and the possible match at its end.
"""
import html
import os
import re
import subprocess
import sys

COLUMNS, LINE, CHARACTER, EDGE = 96, 18, 8.43, 14
COLOURS = {"31": "#e06c75", "32": "#98c379", "33": "#e5c07b", "34": "#61afef", "35": "#c678dd", "36": "#56b6c2"}
DOSSIER = ["build/redthread", "show", "build/demo/atar.case", "Oussama Atar"]
SGR = re.compile(r"\x1b\[([0-9;]*)m")


def printed(command):
    env = {**os.environ, "CLICOLOR_FORCE": "1", "COLUMNS": str(COLUMNS), "TERM": "xterm"}
    env.pop("NO_COLOR", None)
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout.splitlines()


def style(codes):
    parts = [f'fill="{COLOURS[c]}"' for c in codes if c in COLOURS]
    parts += ['font-weight="bold"'] if "1" in codes else []
    return parts + (['opacity="0.6"'] if "2" in codes else [])


def spans(line):
    """The line in pieces of one style each, at their places, so that no font moves the columns."""
    codes, at, out = [], 0, []
    for i, piece in enumerate(SGR.split(line)):
        if i % 2:
            codes = [] if piece in ("", "0") else codes + piece.split(";")
        elif piece:
            out.append(f'<tspan x="{EDGE + at * CHARACTER:.1f}" {" ".join(style(codes))}>{html.escape(piece)}</tspan>')
            at += len(piece)
    return "".join(out)


def svg(lines):
    width, height = 2 * EDGE + COLUMNS * CHARACTER, 2 * EDGE + len(lines) * LINE
    rows = "\n".join(f'<text y="{EDGE + (n + 0.8) * LINE:.1f}" xml:space="preserve">{spans(line)}</text>' for n, line in enumerate(lines))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" font-family="monospace" font-size="14" fill="#d8dee9">\n'
            f'<rect width="100%" height="100%" rx="8" fill="#1e222a"/>\n{rows}\n</svg>\n')


def excerpt(lines):
    """The first lines, and the section on possible matches."""
    begin = next(n for n, line in enumerate(lines) if "Possible matches" in line)
    end = next(n for n in range(begin, len(lines)) if not SGR.sub("", lines[n]).strip())
    return [f"$ redthread show atar.case \"Oussama Atar\"", *lines[:28], "\x1b[2m  ...\x1b[0m", "", *lines[begin:end]]


def main():
    out, command = sys.argv[1], sys.argv[2:]
    lines = printed(command) if command else excerpt(printed(DOSSIER))
    with open(out, "w", encoding="utf-8") as f:
        f.write(svg(lines))


main()
