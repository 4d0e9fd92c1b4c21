#!/usr/bin/env -S python3 -B
"""The example examples/sorrel holds together: every line is an entry in RFC 8785's form, has a speaker and a dataset where it is a
statement, and each quote stands in its paper at the bytes that its locator gives; a paper has the hash and size that its entry says.

Prints one line and exits 0, or what is wrong and exits 1."""
import hashlib, json, re, sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[2] / "examples/sorrel"
faults, lines, quotes = [], 0, 0
for path in sorted(HERE.glob("*.jsonl")):
    papers = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        entry, where, lines = json.loads(line), f"{path.name}:{number}", lines + 1
        if json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")) != line:
            faults.append(f"{where}: not in RFC 8785's form")
        if entry["type"] == "document":
            text = papers[entry["ref"]] = (HERE / "papers" / entry["name"]).read_bytes()
            if (hashlib.sha256(text).hexdigest(), len(text)) != (entry["sha256"], entry["size"]):
                faults.append(f"{where}: the paper {entry['name']} has another hash or size")
        if entry["type"] == "statement" and not (entry.get("speaker") and entry.get("dataset")):
            faults.append(f"{where}: nobody says it, or no dataset holds it")
        if "quote" in entry:
            start, end = map(int, re.fullmatch(r"bytes:(\d+)-(\d+)", entry["locator"]).groups())
            quotes += 1
            if papers[entry["document"]][start:end].decode().replace("\n", " ") != entry["quote"]:
                faults.append(f"{where}: the quote does not stand at {entry['locator']}")
if lines < 300 or quotes < 7:
    faults.append(f"only {lines} lines, {quotes} quotes")
print("\n".join(faults) or f"{lines} lines, {quotes} quotes in their places")
sys.exit(bool(faults))
