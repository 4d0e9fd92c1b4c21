#!/usr/bin/python3
"""Wrong data ends the build with the file, the line and what was expected."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests"))
import tap  # noqa: E402

REVERSE = "reverse: {name: tries, label: Tries}"
# What stands in a file of ours, and what the message says of it.
SCHEMATA = {
    "an_unknown_parent": ("Try:\n  extends: [Nothing]\n", "Try.yaml:2: Try extends Nothing, which no file defines"),
    "a_schema_without_a_parent": ("Try:\n  label: Try\n", "should extend one of FollowTheMoney's"),
    "a_cycle": ("Try:\n  extends: [Other]\nOther:\n  extends: [Try]\n", "extends itself"),
    "an_unknown_type": ("Try:\n  extends: [Thing]\n  properties:\n    x:\n      type: nothing\n", "Try.yaml:5: Try:x: unknown type nothing"),
    "an_unknown_range": (f"Try:\n  extends: [Thing]\n  properties:\n    x:\n      type: entity\n      range: Nothing\n      {REVERSE}\n",
                         "Try.yaml:6: Try:x: no schema Nothing"),
    "an_entity_without_a_reverse": ("Try:\n  extends: [Thing]\n  properties:\n    x: {type: entity, range: Thing}\n", "expected a range and a reverse"),
    "a_property_that_overrides": ("Try:\n  extends: [Thing]\n  properties:\n    name: {label: Name}\n", "would override Thing:name"),
    "a_property_that_followthemoney_has": ("Person:\n  properties:\n    birthDate: {type: date}\n", "is defined by FollowTheMoney already"),
    "a_property_that_an_ancestor_has": ("Person:\n  properties:\n    name: {type: name}\n", "would override"),
    "a_change_of_one_of_theirs": ("Person:\n  matchable: false\n", "Try.yaml:2: Person: unknown \"matchable\""),
    "a_property_twice": ("Try:\n  extends: [Thing]\n  properties:\n    x: {type: date}\n    x: {type: text}\n", "Try.yaml:5: \"x\" stands twice"),
    "a_schema_twice": ("Detention:\n  extends: [Thing]\n", "is defined twice"),
    "a_reverse_that_is_a_property": ("Try:\n  extends: [Thing]\n  properties:\n    x: {type: entity, range: Person, reverse: {name: birthDate}}\n",
                                     "the reverse birthDate of Try:x clashes with Person:birthDate"),
    "a_reverse_that_is_taken": ("Try:\n  extends: [Thing]\n  properties:\n    x: {type: entity, range: Thing, reverse: {name: detentions}}\n",
                                "the reverse detentions of Try:x clashes"),
    "a_caption_that_is_not_there": ("Try:\n  extends: [Thing]\n  matchable: false\n  caption: [nothing]\n  featured: [name]\n",
                                    "Try.yaml:4: Try: caption names nothing, which it does not have"),
    "an_unknown_key": ("Try:\n  extends: [Thing]\n  colour: red\n", "Try.yaml:3: Try: unknown \"colour\""),
    "no_yaml": ("Try: [\n", "Try.yaml:2:1:"),
}
WORDS = {
    "a_word_with_two_meanings": ("xa:\n  label: Alpha\nxb:\n  label: Beta\n  names: [alpha]\n", "countries.yaml:5: \"alpha\" means xa as well as xb"),
    "a_code_without_a_label": ("xa:\n  names: [Alpha]\n", "countries.yaml:1: xa should have a label"),
    "an_unknown_field": ("xa:\n  label: Alpha\n  colour: red\n", "countries.yaml:3: unknown \"colour\""),
}
PHONES = {
    "a_pattern_that_is_none": ("'1':\n  US:\n    all: '('\n    used: ['1']\n", "phones.yaml:3:"),
    "a_region_without_numbers": ("'1':\n  US:\n    all: '1'\n", "phones.yaml:3: US should have all and used"),
}
KIN = {
    "an_unknown_kinship": ("godparent:\n  any: [godmother]\n", "kin.yaml:1: expected one of parent"),
    "an_unknown_gender": ("parent:\n  neuter: [parent]\n", "kin.yaml:2: expected female"),
    "a_word_twice": ("parent:\n  any: [twin]\nsibling:\n  any: [twin]\n", "kin.yaml:4: \"twin\" should stand once"),
}
CONFLICTS = {
    "a_section_that_is_none": ("rule:\n  a: {why: b, grave: 1}\n", "conflicts.yaml:1: expected rules"),
    "a_rule_without_a_sentence": ("rules:\n  a: {grave: 1}\none_value: {}\norder: []\nbodily: []\n", "conflicts.yaml:2: expected why, grave"),
    "a_rule_graver_than_any": ("rules:\n  a: {why: b, grave: 10}\none_value: {}\norder: []\nbodily: []\n", "conflicts.yaml:2: expected a sentence"),
    "a_value_that_is_compared_by_nothing": ("rules:\n  a: {why: b, grave: 1}\none_value:\n  a: {of: Thing, compare: guess}\norder: []\nbodily: []\n",
                                            "conflicts.yaml:4: expected a rule, compared by dates"),
    "an_order_of_no_rule": ("rules:\n  a: {why: b, grave: 1}\none_value: {}\norder:\n  - {rule: z, of: Event, first: x, second: y}\nbodily: []\n",
                            "conflicts.yaml:5: there is no rule"),
}


def refuses(script, *args, message):
    run = subprocess.run([sys.executable, "-B", str(TOP / "tools" / script), *map(str, args)], capture_output=True, text=True)
    assert run.returncode == 1, f"exit code {run.returncode}, not 1: {run.stderr}"
    assert message in run.stderr, f"says {run.stderr!r}, not {message!r}"
    assert "Traceback" not in run.stderr, run.stderr


def schema(text, message):
    with tempfile.TemporaryDirectory() as folder:
        own = pathlib.Path(folder) / "redthread"
        shutil.copytree(TOP / "data/schema/redthread", own)
        (own / "Try.yaml").write_text(text, encoding="utf-8")
        if text.startswith("Person:"):
            (own / "Person.yaml").unlink()
        refuses("schema_gen.py", TOP / "data/schema/ftm", own, f"{folder}/out.c", f"{folder}/out.d", message=message)


def words(text, message):
    with tempfile.TemporaryDirectory() as folder:
        for name in ("genders", "languages", "topics"):
            shutil.copy(TOP / "data" / f"{name}.yaml", folder)
        (pathlib.Path(folder) / "countries.yaml").write_text(text, encoding="utf-8")
        refuses("words_gen.py", folder, f"{folder}/out.c", f"{folder}/out.d", message=message)


def phones(text, message):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "phones.yaml"
        path.write_text(text, encoding="utf-8")
        refuses("phones_gen.py", path, f"{folder}/out.c", f"{folder}/out.d", message=message)


def kin(text, message):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "kin.yaml"
        path.write_text(text, encoding="utf-8")
        refuses("kin_gen.py", path, f"{folder}/out.c", f"{folder}/out.d", message=message)


def conflicts(text, message):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "conflicts.yaml"
        path.write_text(text, encoding="utf-8")
        refuses("conflicts_gen.py", path, f"{folder}/out.c", f"{folder}/out.d", message=message)


for kind, cases in ((schema, SCHEMATA), (words, WORDS), (phones, PHONES), (kin, KIN), (conflicts, CONFLICTS)):
    for case, (text, message) in cases.items():
        tap.add(f"{kind.__name__}_refuses_{case}", lambda kind=kind, text=text, message=message: kind(text, message))

tap.main()
