#!/usr/bin/env -S python3 -B
"""The example examples/atar holds together: `check_atar.py [EXAMPLES]`, where EXAMPLES is the folder (else the one of this checkout).

Every line is an entry in RFC 8785's form with the fields of its type and values that they take; a reference names an earlier line of
its file; every statement has a speaker and a dataset; no text copies eight words in a row from the story. When the story lies beside
the checkout (REDTHREAD_SHARED, else ../shared), its hash and size are compared too, and every byte range is tried.

Prints one line and exits 0, or what is wrong and exits 1."""
import hashlib, json, os, re, sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples/atar"
STORY = Path(os.environ.get("REDTHREAD_SHARED") or ROOT.parent / "shared") / "data/story/atar-2016.txt"
LEAST_STATEMENTS, LONGEST_COPY = 200, 7

# Fields that a line must and may have: those of src/model/fields.c for the types that this example uses.
NEEDED = {"statement": "entity schema prop value speaker dataset stance basis", "link": "link from to", "document": "sha256 name size"}
FURTHER = {"statement": "lang original document locator via reliability credibility said_at valid", "link": "speaker said_at why",
           "document": "media_type title date"}
# What a field's text looks like where not anything goes. Dates: years, months, days, intervals and one-of sets are all that is used here.
DAY = r"\d{4}(-\d\d){0,2}[~?%]?"
EDTF = rf"{DAY}|({DAY}|\.\.)?/({DAY}|\.\.)?|\[(\.\.)?{DAY}((,|\.\.){DAY})*(\.\.)?\]"
LOOKS = {"stance": "asserts|denies|suspects|believes|retracts", "basis": "witnessed|told|document|inferred|unknown", "reliability": "[A-F]",
         "credibility": "[1-6]", "link": "repeats|supports|opposes|retracts|replaces", "sha256": "[0-9a-f]{64}", "locator": r"bytes:\d+-\d+",
         "said_at": EDTF, "valid": EDTF, "date": EDTF, "ref": "[a-z0-9-]+"}


def form_faults(line, entry):
    """The line's outer form: RFC 8785 for objects of texts, lists of texts and whole numbers."""
    if json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")) != line:
        yield "is not in RFC 8785's form (keys in order, no blanks)"
    for key, value in entry.items():
        items = value if key == "via" else [value]
        if key == "size":
            if type(value) is not int or value < 0:
                yield "size is no whole number"
        elif not isinstance(items, list) or not items or not all(isinstance(v, str) and v.strip() == v != "" for v in items):
            yield f"{key} is no text, empty, or has blanks around it"
        elif key in LOOKS and not re.fullmatch(LOOKS[key], value):
            yield f"{key} is {value!r}"


def field_faults(entry):
    kind = entry.get("type")
    if kind not in NEEDED:
        yield f"has the type {kind!r}"
        return
    needed = set(NEEDED[kind].split())
    known = needed | set(FURTHER[kind].split()) | {"type", "ref"}
    if needed - set(entry):
        yield f"lacks {', '.join(sorted(needed - set(entry)))}"
    if set(entry) - known:
        yield f"has unknown fields {', '.join(sorted(set(entry) - known))}"
    if ("document" in entry) != ("locator" in entry):
        yield "has a document without locator, or a locator without document"


def reference_faults(entry, refs, entities):
    """References name earlier lines of the file; a link may also lead to a hypothesis, by its entity."""
    for field, kinds in (("from", ("statement",)), ("to", ("statement", "hypothesis")), ("document", ("document",))):
        name = entry.get(field)
        if name is None:
            continue
        target = refs.get(name, {}).get("type") or entities.get(name, "").lower()
        if target not in kinds:
            yield f"{field} is {name!r}, which no earlier line bears"
    if entry.get("link") == "retracts" and not entry.get("speaker") == refs.get(entry.get("from"), {}).get("speaker") == refs.get(entry.get("to"), {}).get("speaker"):
        yield "retracts what another speaker said"
    if entry.get("ref") in refs:
        yield f"bears the ref {entry['ref']!r} a second time"


def words(text):
    return re.findall(r"\w+", text.lower().replace("’", "'"))


def runs(text):
    w = words(text)
    return {tuple(w[i:i + LONGEST_COPY + 1]) for i in range(len(w) - LONGEST_COPY)}


def story_faults(entry, story, copied):
    if entry["type"] == "document" and (entry["sha256"], entry["size"]) != (hashlib.sha256(story).hexdigest(), len(story)):
        yield "has another hash or size than the story"
    if "locator" in entry:
        start, end = map(int, re.findall(r"\d+", entry["locator"]))
        if not start < end <= len(story):
            yield f"{entry['locator']} is no range of the story"
        else:
            try:
                if not story[start:end].decode().strip():
                    yield f"{entry['locator']} is blank"
            except UnicodeDecodeError:
                yield f"{entry['locator']} cuts a character"
    for field in ("value", "why", "title", "original", "quote"):
        if runs(entry.get(field, "")) & copied:
            yield f"{field} copies more than {LONGEST_COPY} words in a row from the story"


def range_faults(entry, refs):
    """Without the story: the range must lie within the size that the document's entry gives."""
    if "locator" in entry and entry.get("document") in refs:
        start, end = map(int, re.findall(r"\d+", entry["locator"]))
        if not start < end <= refs[entry["document"]].get("size", 0):
            yield f"{entry['locator']} lies outside the document"


def check(path, story, faults):
    """Appends what is wrong; returns the numbers of statements and links."""
    copied = runs(story.decode()) if story else set()
    refs, entities, seen, count = {}, {}, set(), {"statement": 0, "link": 0}
    for number, line in enumerate(path.read_bytes().decode("utf-8").split("\n")[:-1], 1):
        try:
            entry = json.loads(line)
        except ValueError as e:
            faults.append(f"{path.name}:{number}: {e}")
            continue
        found = [*form_faults(line, entry), *field_faults(entry)]
        if not found:
            found = [*reference_faults(entry, refs, entities), *range_faults(entry, refs), *(story_faults(entry, story, copied) if story else ())]
        content = json.dumps({k: v for k, v in entry.items() if k != "ref"}, sort_keys=True)
        if content in seen:
            found.append("says what an earlier line says")
        if entry.get("type") == "statement" and entities.setdefault(entry.get("entity"), entry.get("schema")) != entry.get("schema"):
            found.append("gives its entity a second schema")
        seen.add(content)
        if "ref" in entry:
            refs[entry["ref"]] = entry
        count[entry.get("type")] = count.get(entry.get("type"), 0) + 1
        faults += [f"{path.name}:{number}: {fault}" for fault in found]
    return count["statement"], count["link"]


def main():
    story = STORY.read_bytes() if STORY.is_file() else None
    faults, statements, links = [], 0, 0
    files = sorted(EXAMPLES.glob("*.jsonl"))
    for path in files:
        s, l = check(path, story, faults)
        statements, links = statements + s, links + l
    if statements < LEAST_STATEMENTS:
        faults.append(f"{statements} statements in {EXAMPLES}; expected {LEAST_STATEMENTS} or more")
    for fault in faults[:20]:
        print(fault)
    beside = "compared with the story" if story else "the story is not beside the checkout: ranges tried by its size only"
    print(f"{len(files)} files, {statements} statements, {links} links, {len(faults)} faults; {beside}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
