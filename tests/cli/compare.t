Scores change when the weights are trained anew, so these sessions hold what does not: who matches, what passes through,
what is refused. `~` takes the figures out.

~ (\d\.\d{4}) => <score>

# two_names_are_compared_and_explained

    $ redthread compare "Oussama Atar" "ATAR, Oussama" | head -n 3
    Oussama Atar
    ATAR, Oussama
    score  <score> a match (one from 0.7 up)
    $ redthread compare "Oussama Atar" "Maria Example" | sed -n '3s/ (.*//p'
    score  <score> no match
    $ redthread compare "Oussama Atar" "Oussama Atar" --threshold 1 --json | grep -o '"match":[a-z]*'
    "match":false

# help_says_the_threshold_that_is_taken

    $ redthread compare --help | grep -o 'a match; [0-9.]* unless told' | tr -dc 0-9.; redthread compare a b --json | grep -o '"threshold":.*'
    0.7"threshold":0.7}

# a_part_of_nothing_is_not_shown_to_people

    $ redthread compare Maria Ibrahim | grep -c ' [+-]0\.00 '
    0
    [1]

# the_parts_add_up_to_the_score

    $ redthread compare "Oussama Atar" "ATAR, Usama Ahmad" --json | python3 -c '
    > import json, math, sys
    > o = json.load(sys.stdin)
    > print(abs(1 / (1 + math.exp(-sum(w["score"] for w in o["why"]))) - o["score"]) < 0.001)'
    True

# rows_pass_through_byte_for_byte_with_a_score_behind

    $ printf 'n,schema,name1,name2,note\r\n7,Person,Oussama Atar,"ATAR, Usama","x,""y"\r\n\r\n8,Person,"John\nSmith",محمد علي,' | redthread compare --csv | cat -A
    n,schema,name1,name2,note,score^M$
    7,Person,Oussama Atar,"ATAR, Usama","x,""y",<score>^M$
    ^M$
    8,Person,"John$
    Smith",M-YM-^EM-XM--M-YM-^EM-XM-/ M-XM-9M-YM-^DM-YM-^J,,<score>$
    $ printf 'name2,name1\nMaria Example,Maria Example\n,\n' | redthread compare --csv --threads 1
    name2,name1,score
    Maria Example,Maria Example,<score>
    ,,<score>
    $ printf 'name1,name2\nMaria Example,Maria Exampel\n' | redthread compare --csv --why | python3 -c '
    > import csv, json, sys
    > row = list(csv.DictReader(sys.stdin))[0]
    > print(list(row), sorted(json.loads(row["why"])))'
    ['name1', 'name2', 'score', 'why'] ['features', 'parts']

# a_row_that_is_none_is_named_and_those_before_it_are_compared

    $ printf 'name1,name2\nA B,A B\nA B\n' | redthread compare --csv
    name1,name2,score
    A B,A B,<score>
    ! redthread: stdin:3:1: this row has 1 field, the header 2
    [1]
    $ printf 'name1,name\nA B,A B\n' | redthread compare --csv
    ! redthread: stdin:1:1: the header has no column "name2"
    [1]
    $ printf 'name1,name2\nA B,"A B\n' | redthread compare --csv
    ! redthread: stdin:2:5: the file ends within a quoted field that begins here
    [1]
    $ printf '' | redthread compare --csv
    ! redthread: stdin:1:1: expected a header with columns name1 and name2
    [1]

# what_was_read_of_stdin_before_is_not_read_again

    $ printf 'a remark\nname1,name2\nMaria Example,Maria Example\n' >remark.csv; { read -r line; redthread compare --csv; } <remark.csv
    name1,name2,score
    Maria Example,Maria Example,<score>
    $ redthread compare --csv <.
    ! redthread: stdin: this is a folder, not a file
    [1]

# pairs_of_entities_are_compared_line_by_line

    $ printf '{"left":{"schema":"Person","properties":{"name":["Usama Example"]}},"right":{"schema":"Person","properties":{"name":["Usama Example"]}}}\n\n{"left":{"schema":"Person","properties":{"name":["Usama Example"]}},"right":{"schema":"Person","properties":{"name":["Maria Holder"]}}}\n' | redthread compare --ftm | grep -o '"match":[a-z]*'
    "match":true
    "match":false
    $ printf '{"left":{"properties":{}},"right":{"properties":{}}}\n{"left":{"properties":{}}}\n' | redthread compare --ftm | grep -o '"match":[a-z]*'
    "match":false
    ! redthread: stdin:2:1: a pair needs "left" and "right", two entities
    $ printf '{"left":\n' | redthread compare --ftm
    ! redthread: stdin:1:9: not JSON: expected a value, the text ends
    [1]

# what_is_used_wrongly_is_said

    $ redthread compare "Oussama Atar"
    ! redthread: compare takes two names, or --csv or --ftm and pairs on stdin
    [2]
    $ redthread compare --csv --ftm
    ! redthread: --csv and --ftm are two ways to give pairs; give one
    [2]
    $ redthread compare --csv a b
    ! redthread: with --csv the pairs come on stdin, not as arguments
    [2]
    $ redthread compare a b --schema Persno
    ! redthread: there is no schema "Persno"; did you mean Person?
    [2]
    $ redthread compare a b --schema Zzz
    ! redthread: there is no schema "Zzz"
    [2]
    $ redthread compare a b --schema company --json | grep -o '"schema":"[^"]*"'
    "schema":"Company"
    $ redthread compare a b --threshold 1.5
    ! redthread: --threshold takes a number from 0 to 1, not '1.5'
    [2]
    $ redthread compare a b --threads 0
    ! redthread: --threads takes a whole number from 1 to 64, not '0'
    [2]
