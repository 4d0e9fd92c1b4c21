"""Test scripts print TAP: meson reads it, and ./dev test counts each case.

    import tap

    @tap.test
    def a_name_that_is_a_sentence():
        assert 1 + 1 == 2, "what is wrong"      # or: raise tap.Skip("why it can't be tried here")

    tap.main()
"""
import re
import sys
import traceback


class Skip(Exception):
    """Raised by a test that cannot be tried here; says why."""


tests = []


def test(function):
    tests.append((function.__name__, function))
    return function


def add(name, function):
    """A test that is made from data."""
    tests.append((name, function))


def comment(text):
    print("".join(f"# {line}\n" for line in str(text).splitlines()), end="")


def run(number, name, function):
    """Prints the line of one test; True when it did not fail."""
    try:
        function()
    except Skip as why:
        print(f"ok {number} - {name} # SKIP {why}")
    except Exception as wrong:
        print(f"not ok {number} - {name}")
        comment(wrong if isinstance(wrong, AssertionError) and str(wrong) else traceback.format_exc())
        return False
    else:
        print(f"ok {number} - {name}")
    return True


def main():
    if not tests:
        print("1..0 # SKIP there is nothing to try")
        return
    print(f"1..{len(tests)}")
    good = [run(i + 1, name, function) for i, (name, function) in enumerate(tests)]
    sys.exit(0 if all(good) else 1)


PROGRESS = re.compile(r"^(\d+ [a-z ]+, \d+ a second.*|[a-z ]+, for \d+ s)\n", re.M)


def without_progress(text):
    """What a program printed, without what it says of its progress on a slow machine."""
    return PROGRESS.sub("", text)
