"""Which peoples' names a word is among: data/names/origins.txt over the regions of data/names/common.txt."""
import re

from readable import SCRIPTS, Wrong

MOST = 16  # bits of rt_lexeme.origins


def peoples(path):
    """[(name, nats, beginnings of regions)]"""
    found = []
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            text = line.split("#")[0].strip()
            if not text:
                continue
            m = re.fullmatch(r"([a-z_]+)\s+(\d+\.\d+)\s+(.+)", text)
            if not m:
                raise Wrong(f"{path}:{number}: expected a name, nats and regions")
            found.append((m[1], float(m[2]), [r.strip() for r in m[3].split(";")]))
    if not found or len(found) > MOST:
        raise Wrong(f"{path}:1: expected one to {MOST} peoples")
    return found


def by_word(path, groups):
    """{word: bits} of the words of common.txt; a region that is of no people is an error."""
    words, bit = {}, 0
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            text = line.split("#")[0].strip()
            if text.startswith("["):
                bits = [1 << i for i, (_, _, regions) in enumerate(groups) for r in regions if text[1:].startswith(r)]
                if len(bits) != 1:
                    raise Wrong(f"{path}:{number}: {text} is of {len(bits)} peoples of origins.txt, not of one")
                bit = bits[0]
            elif ":" in text:
                for word in text.split(":", 1)[1].split():
                    words[word] = words.get(word, 0) | bit
    return words


def by_script(groups):
    """The bits of each script's peoples."""
    return [sum(1 << i for i, (_, _, regions) in enumerate(groups) if f"script {script}" in regions) for script in (*SCRIPTS, "other")]
