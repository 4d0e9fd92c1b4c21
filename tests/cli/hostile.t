Names that no clerk typed: each is read in bounded time, and what comes out is clear. Scores change when the weights are
trained anew: only whether something matches stands here.

# names_that_are_made_to_break_are_compared_indexed_and_found

    $ cat >names.py <<'END'
    > import csv, sys
    > NAMES = {
    >     "a megabyte of letters": "a" * (1 << 20),
    >     "a megabyte of words": "Usama Atar " * 95326,
    >     "ten thousand words": " ".join(f"w{i}" for i in range(10000)),
    >     "one word ten thousand times": "ali " * 10000,
    >     "a megabyte of Arabic": "أسامة" * 104858,
    >     "a megabyte of Chinese": "中" * 349526,
    >     "only marks": "\u0301" * 1000,
    >     "a megabyte of marks": "\u0301" * (1 << 19),
    >     "only what cannot be seen": "\u200b\u200c\u200d\u2060\ufeff",
    >     "only signs": "!?... --- 😀",
    >     "marks behind a letter": "Usama" + "\u0301" * 1000 + " Atar",
    >     "mixed direction": "\u202eUsama\u202c \u2067Atar\u2069",
    >     "two scripts": "Usama عطار",
    >     "letters that look alike": "Us\u0430m\u0430 At\u0430r",
    >     "zero width between letters": "Us\u200bama\u200d A\u2060tar\ufeff",
    >     "wide letters": "Ｕｓａｍａ Ａｔａｒ",
    >     "a line end": "Usama\nAtar",
    > }
    > out = csv.writer(sys.stdout, lineterminator="\n")
    > if sys.argv[1] == "pairs":
    >     out.writerows([["id", "name1", "name2"], *([k, n, "Usama Atar"] for k, n in NAMES.items()), *([k, n, n] for k, n in NAMES.items())])
    > else:
    >     out.writerows([["id", "name"], *NAMES.items()])
    > END
    $ cat >told.py <<'END'
    > import csv, json, sys
    > csv.field_size_limit(1 << 24)
    > own = {q["id"]: q["id"] in [h["id"] for h in q["results"] if h["match"]] for q in map(json.loads, open("answers.jsonl"))}
    > rows = [(r["id"], float(r["score"]) >= 0.7) for r in csv.DictReader(open("scored.csv", newline=""))]
    > half = len(rows) // 2
    > for (kind, other), (_, same) in zip(rows[:half], rows[half:]):
    >     print(f"{kind}: {'' if other else 'not '}Usama Atar, {'' if same else 'not '}itself, {'' if own[kind] else 'not '}found")
    > END
    $ python3 names.py pairs >pairs.csv; redthread compare --csv <pairs.csv >scored.csv
    $ python3 names.py names >names.csv; redthread index build -o h.idx names.csv; redthread index verify h.idx
    The index is whole: 17 entries
    ! 17 subjects in h.idx
    $ redthread screen h.idx --csv names.csv --json --top 20 >answers.jsonl
    $ python3 told.py
    a megabyte of letters: not Usama Atar, itself, found
    a megabyte of words: Usama Atar, itself, found
    ten thousand words: not Usama Atar, itself, found
    one word ten thousand times: not Usama Atar, itself, found
    a megabyte of Arabic: not Usama Atar, itself, found
    a megabyte of Chinese: not Usama Atar, itself, found
    only marks: not Usama Atar, not itself, not found
    a megabyte of marks: not Usama Atar, not itself, not found
    only what cannot be seen: not Usama Atar, not itself, not found
    only signs: not Usama Atar, not itself, not found
    marks behind a letter: Usama Atar, itself, found
    mixed direction: Usama Atar, itself, found
    two scripts: Usama Atar, itself, found
    letters that look alike: Usama Atar, itself, found
    zero width between letters: Usama Atar, itself, found
    wide letters: Usama Atar, itself, found
    a line end: Usama Atar, itself, found
    $ redthread screen h.idx --csv names.csv --json --top 20 --exhaustive | cmp - answers.jsonl
    $ redthread xref h.idx --json --cutoff 0.5 | wc -l | xargs test 0 -lt
    $ redthread screen h.idx "Usama Atar" | grep -c $'\u202e'
    0
    [1]

# bytes_that_are_no_utf_8_are_named_or_passed_through

    $ printf 'name\nUs\xffama Atar\nUsama Atar\n' >bytes.csv; redthread index build -o b.idx bytes.csv
    ! redthread: bytes.csv:2:3: this is not UTF-8
    [1]
    $ redthread index build -o b.idx bytes.csv --keep-going
    ! redthread: bytes.csv:2:3: this is not UTF-8; skipped
    ! 1 subject in b.idx
    $ redthread screen h.idx --csv bytes.csv --json
    ! redthread: bytes.csv:2:3: this is not UTF-8
    [1]
    $ redthread screen h.idx $'Us\xffama Atar'
    ! redthread: the name is not UTF-8
    [1]
    $ redthread compare $'Us\xffama Atar' "Usama Atar"
    ! redthread: the names are not UTF-8
    [1]
    $ printf 'name1,name2\nUs\xffama Atar,\xed\xa0\x80\n' | redthread compare --csv | sed 's/,[0-9.]*$/,<score>/' | cat -v
    name1,name2,score
    UsM-^?ama Atar,M-mM- M-^@,<score>
    $ printf '{"left":{"schema":"Person","properties":{"name":["Us\xffama"]}},"right":{}}\n' | redthread compare --ftm
    ! redthread: stdin:1:53: not JSON: expected UTF-8
    [1]
    $ printf '{"id":"a","schema":"Person","properties":{"name":["Us\xffama"]}}\n' >bytes.ftm.json; redthread index build -o b.idx bytes.ftm.json
    ! redthread: bytes.ftm.json:1:54: not JSON: expected UTF-8
    [1]
