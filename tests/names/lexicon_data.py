#!/usr/bin/python3
"""Wrong words in data/names end the build with the file, the line and what was expected."""
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP / "tests"), str(TOP / "tools")]
import lexicon_gen  # noqa: E402
import tap  # noqa: E402

# The smallest folder that there can be.
FILES = {
    "families": "[given male]\nusama oussama osama\njohn jon\n", "titles": "[title]\ndr doctor\n", "particles": "[particle apart]\nal el\n",
    "derived": "usama ousama\n", "languages": "john juan\n", "nicknames": "john: jack\n", "forms": "[legal]\nlimited: ltd limited\nlimited: gmbh g.m.b\n",
    "generic": "[generic]\ncompany co\n", "places": "[place]\niran iranian\n", "numbers": "[number]\n1: one first\n",
    "frequency": "rare: 64 96 128 160 192\n[family]\n6: usama\n11: osama\n11.5: jones\n3: zz\n", "organisations": "2: company\n",
    "origins": "arab 2.9 Arab East; script arabic\n",
    "common": "[Arab East 95]\n(given)\n30: usama\n",
}
# What stands in a file instead, and what the message says of it.
WRONG = {
    "a_word_in_two_families": ("families", "usama osama\nosama other\n", 'families.txt:2: "osama" stands in the group of'),
    "a_word_in_two_families_that_one_of_them_marks": ("families", "usama osama*\nosama other\n", 'families.txt:2: "osama" stands in the group of'),
    "a_title_that_is_in_a_family": ("titles", "[title]\ndr usama\n", 'titles.txt:2: "usama" stands in the group of'),
    "a_meaning_in_two_groups": ("places", "[place]\niran company\n", 'places.txt:2: "company" stands in the group of'),
    "a_word_twice_in_a_line": ("families", "usama osama usama\n", 'families.txt:1: "usama" stands twice'),
    "capital_letters": ("families", "Usama osama\n", 'families.txt:1: "Usama" is no word'),
    "a_phrase_of_seven_words": ("forms", "a_b_c_d_e_f_g ltd\n", "forms.txt:1:"),
    "a_word_that_is_too_long": ("families", "a" * 32 + " b\n", "more than 31 letters"),
    "an_unknown_use": ("families", "[givn]\na b\n", "families.txt:1: unknown [givn]"),
    "found_spellings_of_two_families": ("derived", "usama john\n", "derived.txt:1: these are words of several families"),
    "a_nickname_that_is_a_spelling": ("nicknames", "john: jon\n", 'nicknames.txt:1: "jon" is a spelling of john'),
    "more_than_four_families": ("nicknames", "a b c d e: jack\n", 'nicknames.txt:1: "jack" would be in more than 4 families'),
    "a_head_without_words": ("nicknames", "john:\n", "nicknames.txt:1: a line should have words"),
    "an_information_that_is_none": ("frequency", "often: usama\n", "frequency.txt:1: expected nats"),
    "an_information_twice": ("frequency", "rare: 64\n6: usama\n7: usama\n", 'frequency.txt:3: "usama" has an information already'),
    "a_people_without_regions": ("origins", "arab 2.9\n", "origins.txt:1: expected a name, nats and regions"),
    "a_region_of_no_people": ("common", "[Elsewhere 5]\n", "common.txt:1: [Elsewhere 5] is of 0 peoples"),
    "no_line_of_rare_words": ("frequency", "6: usama\n", 'no line "rare:"'),
}


def folder(where, **instead):
    for name, text in (FILES | instead).items():
        (pathlib.Path(where) / f"{name}.txt").write_text(text, encoding="ascii")


def read(**instead):
    with tempfile.TemporaryDirectory() as where:
        folder(where, **instead)
        return lexicon_gen.read(where)[0].entries


@tap.test
def a_word_and_its_spellings_are_of_the_peoples_that_bear_it():
    entries = read(families="usama osama\njohn jon\n")
    assert (entries["usama"].origins, entries["osama"].origins, entries["john"].origins) == (1, 1, 0)


def refuses(name, text, message):
    with tempfile.TemporaryDirectory() as where:
        folder(where, **{name: text})
        run = subprocess.run([sys.executable, "-B", str(TOP / "tools/lexicon_gen.py"), where, f"{where}/out.c", f"{where}/out.d"],
                             capture_output=True, text=True)
    assert run.returncode == 1, f"exit code {run.returncode}, not 1: {run.stderr}"
    assert message in run.stderr, f"says {run.stderr!r}, not {message!r}"
    assert "Traceback" not in run.stderr, run.stderr


for case, wrong in WRONG.items():
    tap.add(f"the_lexicon_refuses_{case}", lambda wrong=wrong: refuses(*wrong))


@tap.test
def a_marked_word_may_be_in_two_families():
    both = read(families="usama osama*\nosama* other\njohn jon\n")["osama"].families
    assert len(both) == 2 and not any(both.values()), both


@tap.test
def found_spellings_join_the_family():
    entries = read()
    assert entries["ousama"].families == entries["oussama"].families


@tap.test
def forms_and_pet_forms_are_marked_and_take_all_spellings_along():
    entries = read()
    shared = set(entries["jon"].families) & set(entries["juan"].families)
    assert shared and all(entries["juan"].families[n] for n in shared)
    shared = set(entries["jon"].families) & set(entries["jack"].families)
    assert shared and all(entries["jack"].families[n] and not entries["jon"].families[n] for n in shared)


@tap.test
def legal_forms_of_one_type_share_a_marked_family():
    entries = read()
    shared = set(entries["ltd"].families) & set(entries["gmbh"].families)
    assert shared and all(entries["ltd"].families[n] for n in shared)
    assert entries["g m b"].uses and entries["gmb"].uses


@tap.test
def a_rare_spelling_has_a_share_of_its_names_frequency():
    entries = read()
    assert entries["usama"].person == 6
    assert 6.9 < entries["oussama"].person <= 7 and entries["oussama"].person == entries["osama"].person
    assert entries["jones"].person == 11.5


@tap.test
def no_known_word_says_more_than_an_unknown_one_of_its_length():
    entries = read(frequency="rare: 64 96 128 160 192\n15: usama zz\n")
    assert entries["zz"].person == 6 and entries["jack"].person == 10
    assert all(e.org <= 12 and e.person <= 12 for e in entries.values())


@tap.test
def the_families_of_the_real_files_hold_together():
    lexicon, _ = lexicon_gen.read(str(TOP / "data/names"))
    for number, members in enumerate(lexicon.members, 1):
        for word in members:
            assert lexicon.entries[word].families[number] is False, f"{word} is no spelling in its family {members}"
    several = [w for w, numbers in lexicon.spelled.items() if len(numbers) > 1 and w not in lexicon.shared]
    assert not several, f"in two families and not marked: {several}"


tap.main()
