#!/usr/bin/python3
"""Man pages of the program and of each command, from the tables that --help is made of.

    man_pages.py REDTHREAD SCDOC FOLDER

Asks the program for each page in scdoc's language, beginning with its own; a page's COMMANDS name the next.
"""
import os
import pathlib
import re
import subprocess
import sys

COMMANDS = re.compile(r"^# COMMANDS$(.*?)(?=^# |\Z)", re.M | re.S)
NAME = re.compile(r"^\*([a-z][a-z -]*)\*", re.M)


def page(redthread, scdoc, folder, words):
    """Writes one page; returns the commands that it names."""
    source = subprocess.run([redthread, "help", "--man", *words], check=True, capture_output=True).stdout
    made = subprocess.run([scdoc], input=source, capture_output=True)
    if made.returncode:
        sys.exit(f"man page of '{' '.join(words)}': {made.stderr.decode().strip()}")
    (folder / ("-".join(["redthread", *words]) + ".1")).write_bytes(made.stdout)
    section = COMMANDS.search(source.decode())
    return [name.split() for name in NAME.findall(section[1])] if section else []


def main(redthread, scdoc, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    todo = [[]]
    for words in todo:
        todo += page(redthread, scdoc, folder, words)
    os.utime(folder)  # its time tells the build that it is done


main(*sys.argv[1:])
