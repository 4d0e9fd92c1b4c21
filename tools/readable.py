"""What the generators share: YAML with the line of each key, messages with file and line, and C literals."""
import os
import sys

import yaml

# In the order of rt_script, which ends with every other one.
SCRIPTS = ("latin", "cyrillic", "greek", "arabic", "hebrew", "armenian", "georgian", "han", "kana", "hangul")


class Wrong(Exception):
    """Data that is not what it should be; the message begins with file and line."""


class Map(dict):
    """A YAML mapping that knows its file and the line of each key."""

    def __init__(self, file, line):
        super().__init__()
        self.file, self.line, self.lines = file, line, {}

    def at(self, key=None):
        return f"{self.file}:{self.lines.get(key, self.line)}"


class Loader(yaml.SafeLoader):
    file = "?"


def mapping(loader, node):
    result = Map(loader.file, node.start_mark.line + 1)
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        line = key_node.start_mark.line + 1
        if key in result:
            raise Wrong(f"{loader.file}:{line}: \"{key}\" stands twice (first in line {result.lines[key]})")
        result[key] = loader.construct_object(value_node, deep=True)
        result.lines[key] = line
    return result


Loader.add_constructor("tag:yaml.org,2002:map", mapping)


def read(path):
    """The mapping in a YAML file."""
    with open(path, encoding="utf-8") as stream:
        loader = Loader(stream)
        loader.file = path
        try:
            data = loader.get_single_data()
        except yaml.MarkedYAMLError as e:
            mark = e.problem_mark
            raise Wrong(f"{path}:{mark.line + 1}:{mark.column + 1}: {e.problem}") from e
        finally:
            loader.dispose()
    if not isinstance(data, Map):
        raise Wrong(f"{path}:1: expected a mapping")
    return data


def files(folder):
    """The YAML files of a folder, in order."""
    names = sorted(n for n in os.listdir(folder) if n.endswith(".yaml"))
    return [os.path.join(folder, n) for n in names]


def literal(text):
    """A C string literal in UTF-8."""
    out = []
    for c in text:
        if c in '"\\':
            out.append("\\" + c)
        elif c == "?":
            out.append("\\?")  # no trigraphs
        elif c < " " or c == "\x7f":
            out.append(f"\\{ord(c):03o}")
        else:
            out.append(c)
    return '"' + "".join(out) + '"'


def slice_of(text):
    """An initialiser of a constant rt_str; one line of text however it was folded."""
    text = " ".join(text.split()) if text else ""
    return f"RT_S_INIT({literal(text)})" if text else "{0}"


def main(run):
    """run(argv) writes; what is wrong in the data ends the program with 1 and a line on stderr."""
    try:
        run(sys.argv[1:])
    except Wrong as e:
        sys.exit(f"{e}")


def write_depfile(path, target, inputs):
    """Which files the target was made from, as make and ninja read it."""
    with open(path, "w", encoding="utf-8") as f:
        f.write(f"{target}: " + " ".join(p.replace(" ", "\\ ") for p in inputs) + "\n")
