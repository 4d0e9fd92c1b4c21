#!/usr/bin/python3
"""Wrong letters in data/names/scripts end the build with the file, the line and what was expected."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests"))
import tap  # noqa: E402

# File, line that is added to it, and what the message says.
WRONG = {
    "a_line_without_readings": ("greek.txt", "ϟ k", "expected letters, symbol and one to three readings"),
    "a_symbol_of_two_signs": ("greek.txt", "ϟ kk k", "the symbol of ϟ should be one ASCII sign"),
    "a_reading_that_is_no_latin": ("greek.txt", "ϟ k é", "a reading of ϟ should be a to z"),
    "a_letter_twice": ("greek.txt", "α a e", "α stands twice"),
    "letters_without_a_line_of_their_own": ("greek.txt", "αϟ - ak", "ϟ of αϟ has no line of its own"),
    "a_letter_of_two_scripts": ("greek.txt", "а a a", "а is a letter of cyrillic too"),
    "a_letter_read_as_one_that_is_not_there": ("greek.txt", "ϟ = ϙ", "ϟ is read as ϙ"),
    "a_language_without_letters": ("cyrillic.txt", "[russian]", "expected [language: letters]"),
    "a_sign_that_counts_as_a_letter": ("signs.txt", "※ x", "expected a sign and join, blank or an ASCII sign"),
    "a_family_name_twice": ("surnames-korean.txt", "김 kim", "김 stands twice"),
    "a_family_name_without_readings": ("surnames-chinese.txt", "龘", "expected names and one to three readings"),
    "a_syllable_of_no_kind": ("hangul.txt", "middle ㄱ g", "expected initial, vowel, final or syllable"),
    "two_readings_of_a_han_letter": ("han-pinyin.txt", "xx 啊", "啊 reads a as well as xx"),
    "shapes_of_two_cases": ("confusables.txt", "A а Α", "all small or all capital"),
}


def generate(folder):
    script = TOP / "tools/letters_gen.py"
    return subprocess.run([sys.executable, "-B", script, folder, f"{folder}/out.c", f"{folder}/out.d"], capture_output=True, text=True)


def refuses(file, line, message):
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder) / "scripts"
        shutil.copytree(TOP / "data/names/scripts", data)
        with open(data / file, "a", encoding="utf-8") as f:
            f.write(line + "\n")
        run = generate(data)
        assert run.returncode == 1, f"exit code {run.returncode}, not 1: {run.stderr}"
        assert f"{file}" in run.stderr and message in run.stderr, f"says {run.stderr!r}, not {message!r}"
        assert "Traceback" not in run.stderr, run.stderr


for case, rows in WRONG.items():
    tap.add(f"the_generator_refuses_{case}", lambda rows=rows: refuses(*rows))


@tap.test
def letters_of_a_script_have_symbols_of_their_own():
    """But for the few that are one sound and stand in different languages."""
    for file, shared in (("arabic.txt", 16), ("hebrew.txt", 0), ("cyrillic.txt", 27), ("greek.txt", 0), ("armenian.txt", 1), ("georgian.txt", 0)):
        seen = []
        for line in (TOP / "data/names/scripts" / file).read_text(encoding="utf-8").split("\n"):
            if line.startswith("["):
                break
            fields = line.split()
            if len(fields) > 2 and len(fields[0]) == 1 and not line.startswith("#") and fields[1] not in "-=":
                seen.append(fields[1])
        assert len(seen) - len(set(seen)) <= shared, f"{file}: {len(seen) - len(set(seen))} letters share a symbol: {sorted(s for s in set(seen) if seen.count(s) > 1)}"


tap.main()
