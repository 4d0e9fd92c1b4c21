What scores how much changes when the weights are trained anew: `~` takes the figures out, and the sessions hold what
does not change.

~ \d\.\d{4} => <score>
~ "score":[-0-9.e]+ => "score":<n>

# an_index_is_made_told_of_and_checked

    $ printf '{"id":"a1","schema":"Person","properties":{"name":["Usama Example"],"alias":["Abu Ahmad Example"],"birthDate":["1984-05"]}}\n{"id":"a2","schema":"Person","properties":{"name":["Maria Holder"]}}\n' >people.ftm.json
    $ redthread index build -o p.idx people.ftm.json
    ! 2 subjects in p.idx
    $ redthread index info p.idx --json | grep -o '"entries":[0-9]*,"names":[0-9]*'
    "entries":2,"names":3
    $ redthread index info p.idx --json | grep -o '"note":.*'
    "note":{"from":["people.ftm.json"]}}
    $ redthread index verify p.idx
    The index is whole: 2 entries
    $ redthread index build people.ftm.json
    ! redthread: index build needs -o OUT, the file to write
    [2]
    $ redthread index info people.ftm.json
    ! redthread: people.ftm.json is not an index of names
    [1]
    $ head -c 200 p.idx >cut.idx; redthread screen cut.idx "Usama" 2>&1 | cut -c1-30; redthread index verify none.idx
    redthread: cut.idx is not an i
    ! redthread: none.idx: No such file or directory
    [1]

# who_is_meant_is_found_with_what_speaks_for_and_against

    $ redthread screen p.idx "Exampel, Usama" --birth-date "May 1984" --json | grep -o '"id":"a[12]","caption":"[^"]*","schema":"Person","score":[^,]*,"match":[a-z]*'
    "id":"a1","caption":"Usama Example","schema":"Person","score":<score>,"match":true
    $ redthread screen p.idx "Usama Example" | head -n 2
    Usama Example
      <score> a match  Usama Example  Person a1
    $ redthread screen p.idx "Somebody Else Entirely"
    Somebody Else Entirely
      nobody is like that
    $ redthread screen p.idx "Exampel, Usama" --json >found; redthread screen p.idx "Exampel, Usama" --json --exhaustive | cmp - found
    $ redthread screen people.ftm.json "Maria Holder" --json --top 1 | grep -o '"id":"a[12]"'
    "id":"a2"

# the_alias_that_was_meant_is_named

    $ redthread screen p.idx "Abu Ahmad Example" --json | grep -o '"caption":"Usama Example","schema":"Person","as":"[^"]*"'
    "caption":"Usama Example","schema":"Person","as":"Abu Ahmad Example"
    $ redthread screen p.idx "Abu Ahmad Example" | sed -n 2p
      <score> a match  Usama Example as Abu Ahmad Example  Person a1
    $ redthread screen p.idx "Usama Example" --json | grep -c '"as"'
    0
    [1]

# each_row_of_queries_is_answered_in_its_place

    $ printf 'id,name,birth_date,remark\nq1,Maria Holder,,x\n,,,\nq3,"Example, Usama;Abu Ahmad Example",1984,\n' | redthread screen p.idx --csv - --json --threads 2 | sed 's/,"schema".*//'
    {"query":1,"id":"q1","name":"Maria Holder","results":[{"id":"a2","caption":"Maria Holder"
    {"query":2,"name":null,"results":[]}
    {"query":3,"id":"q3","name":"Example, Usama","results":[{"id":"a1","caption":"Usama Example"
    ! redthread: stdin:1:20: a column that is not compared: remark
    $ printf 'name\nMaria Holder\n"Usama\n' | redthread screen p.idx --csv - --json | sed 's/,"schema".*//'
    {"query":1,"name":"Maria Holder","results":[{"id":"a2","caption":"Maria Holder"
    ! redthread: stdin:3:1: the file ends within a quoted field that begins here
    $ printf 'id,surname\n1,Holder\n' | redthread screen p.idx --csv -
    ! redthread: stdin:1:1: the header has no column "name"
    [1]

# a_case_is_screened_through_its_lens

    $ redthread init t.case 2>/dev/null; redthread import t.case people.ftm.json 2>/dev/null
    $ redthread state t.case --entity a3 --schema Person --prop name --value "Hidden Holder" --handling hawk >/dev/null
    $ redthread screen t.case "Hidden Holder" --json | grep -c Hidden.Holder.*Hidden
    1
    $ redthread screen t.case "Hidden Holder" --json --clear green --cutoff 0 | grep -o '"caption":"Hidden Holder"'
    [1]
    $ redthread index build -o clear.idx t.case --clear green
    ! 2 subjects in clear.idx
    $ grep -c Hidden clear.idx
    0
    [1]
    $ redthread index info clear.idx --json | grep -o '"note":.*'
    "note":{"from":["t.case"],"lens":{"clear":"green"}}}
    $ redthread screen clear.idx "Maria" --clear green
    ! redthread: --at, --said-by, --as-of, --source, --clear and --as-if-... are for a case; an index was made through the lens that `index info` names
    [2]
    $ redthread index build -o both.idx t.case people.ftm.json
    ! redthread: a case goes into an index alone, without other files
    [2]

# all_pairs_of_two_lists_or_within_one

    $ printf '{"id":"b1","schema":"Person","properties":{"name":["Usama Example"]}}\n{"id":"b2","schema":"Person","properties":{"name":["USAMA EXAMPLE"]}}\n' >more.ftm.json
    $ redthread xref p.idx more.ftm.json --json | sed 's/,"why".*//'
    {"score":<score>,"match":true,"left":{"id":"a1","caption":"Usama Example","schema":"Person"},"right":{"id":"b1","caption":"Usama Example","schema":"Person"}
    {"score":<score>,"match":true,"left":{"id":"a1","caption":"Usama Example","schema":"Person"},"right":{"id":"b2","caption":"USAMA EXAMPLE","schema":"Person"}
    $ redthread xref more.ftm.json --json | sed 's/,"why".*//'
    {"score":<score>,"match":true,"left":{"id":"b1","caption":"Usama Example","schema":"Person"},"right":{"id":"b2","caption":"USAMA EXAMPLE","schema":"Person"}
    $ redthread xref more.ftm.json | head -n 3
    <score> a match
      Usama Example  Person  b1
      USAMA EXAMPLE  Person  b2

# within_a_case_what_was_judged_is_left_out

    $ redthread init j.case 2>/dev/null; redthread import j.case more.ftm.json 2>/dev/null
    $ redthread xref j.case --json | sed 's/,"why".*//'
    {"score":<score>,"match":true,"left":{"id":"b1","caption":"Usama Example","schema":"Person"},"right":{"id":"b2","caption":"USAMA EXAMPLE","schema":"Person"}
    $ echo '{"type":"judgement","a":"b2","b":"b1","judgement":"different","why":"two people"}' >judged.jsonl; redthread import j.case judged.jsonl 2>/dev/null
    $ redthread xref j.case --json

# what_cannot_be_read_is_named_or_skipped

    $ printf '{"id":"a1","schema":"Person","properties":{"name":["Ali Example"]}}\n{"id":"a2","schema":"Persona","properties":{}}\n' >bad.ftm.json
    $ redthread index build -o bad.idx bad.ftm.json
    ! redthread: bad.ftm.json:2:21: there is no schema "Persona"
    [1]
    $ redthread index build -o bad.idx bad.ftm.json --keep-going
    ! redthread: bad.ftm.json:2:21: there is no schema "Persona"; skipped
    ! 1 subject in bad.idx

# a_file_that_is_none_of_these_is_said_to_be

    $ printf 'id,surname\n1,Holder\n' >surname.csv; redthread index build -o none.idx surname.csv
    ! redthread: surname.csv: its format cannot be told: it is none that `import` reads, nor CSV whose header has a column "name"
    [1]
    $ printf 'name;birth_date\nMaria Holder;1984\n' >semicolons.csv; redthread index build -o none.idx semicolons.csv
    ! redthread: semicolons.csv: its format cannot be told: it is none that `import` reads, nor CSV whose header has a column "name"; fields are parted by commas here, not by semicolons
    [1]
    $ redthread screen p.idx --csv semicolons.csv
    ! redthread: semicolons.csv:1:1: the header has no column "name"; fields are parted by commas here, not by semicolons
    [1]
    $ printf 'name\tbirth_date\n' | redthread screen p.idx --csv -
    ! redthread: stdin:1:1: the header has no column "name"; fields are parted by commas here, not by tabs
    [1]
    $ printf 'name1;name2\n' | redthread compare --csv
    ! redthread: stdin:1:1: the header has no column "name1"; fields are parted by commas here, not by semicolons
    [1]
    $ redthread screen /dev/null "Maria Holder"
    ! redthread: /dev/null: the file is empty
    [1]
    $ redthread screen . "Maria Holder"
    ! redthread: .: this is a folder, not a file
    [1]
    $ redthread index build -o none.idx p.idx
    ! redthread: an index does not go into another: give what it was made of
    [2]
    $ [ -e none.idx ]
    [1]

# a_pipe_is_read_from_its_first_byte

    $ redthread index build -o pipe.idx <(cat people.ftm.json)
    ! 2 subjects in pipe.idx
    $ redthread screen <(printf 'name\nMaria Holder\n') "Maria Holder" --json | grep -o '"caption":"Maria Holder"'
    "caption":"Maria Holder"

# an_index_of_another_version_or_with_a_wrong_byte_is_refused_by_name

    $ cp p.idx v1.idx; printf '\001' | dd of=v1.idx bs=1 seek=8 conv=notrunc status=none; redthread screen v1.idx "Maria"
    ! redthread: v1.idx: an index of version 1, which this program no longer reads: build it anew
    [1]
    $ cp p.idx v9.idx; printf '\011' | dd of=v9.idx bs=1 seek=8 conv=notrunc status=none; redthread index info v9.idx
    ! redthread: v9.idx: an index of version 9, made by a later program: this one reads version 2
    [1]
    $ cp p.idx byte.idx; printf '\377' | dd of=byte.idx bs=1 seek=961 conv=notrunc status=none; redthread index verify byte.idx
    ! redthread: byte.idx: the index is damaged: note
    [1]

# columns_that_are_not_compared_are_named_once

    $ printf 'id,name,DOB,Country\n1,Maria Holder,1984,Italy\n2,Usama Example,1984,Iraq\n' >dob.csv; redthread index build -o dob.idx dob.csv
    ! redthread: dob.csv:1:9: columns that are not compared: DOB, Country
    ! 2 subjects in dob.idx
    $ printf 'remark,name,DOB,\n,Maria Holder,1984,\n' | redthread screen dob.idx --csv - --json | grep -o '"results":.."id":"."'
    "results":[{"id":"1"
    ! redthread: stdin:1:1: columns that are not compared: remark, DOB

# what_means_nothing_is_named

    $ redthread screen people.ftm.json "Usama Example" --birth-date "31 Feb 1984"
    ! redthread: --birth-date: "31 Feb 1984" means nothing there (--help says what is expected)
    [1]
    $ printf 'name,birth_date,nationality\nUsama Example,31 Feb 1984,Narnia\n' | redthread screen people.ftm.json --csv - --json | grep -o '"id":"a1"'
    "id":"a1"
    ! redthread: stdin:2:15: "31 Feb 1984" means nothing as birthDate; it is not compared
    ! redthread: stdin:2:27: "Narnia" means nothing as nationality; it is not compared

# what_is_used_wrongly_is_said

    $ redthread screen p.idx
    ! redthread: screen takes a NAME, or --csv with many
    [2]
    $ redthread screen p.idx a --csv -
    ! redthread: screen takes a NAME, or --csv with many
    [2]
    $ redthread screen p.idx a --top 0
    ! redthread: --top takes a whole number from 1 to 10000, not '0'
    [2]
    $ redthread screen none.idx a
    ! redthread: none.idx: No such file or directory
    [1]
