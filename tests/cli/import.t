Files into a case.

~ "batch":"[0-9a-f]{32}" => "batch":"<id>"

# a_file_goes_in_once

    $ redthread init t.case
    ! An empty case. Next: redthread import t.case FILE...
    $ printf '%s\n' '{"id":"p","schema":"Person","properties":{"name":["Abe"],"birthDate":["1984-05","soon"]}}' > people.ftm.json
    $ redthread import t.case people.ftm.json --by "A. Clerk"
    ! redthread: people.ftm.json:1:81: "birthDate" is "soon", not a date in EDTF, like 2006-07-31, 2006-07, 2005~ or [2004..2006]; kept as text
    ! 3 new entries from 1 file; 0 said what was there already
    $ redthread import t.case people.ftm.json --by "A. Clerk" --json
    {"added":0,"there":3,"restored":0,"skipped":0,"kept_as_text":1,"files":1,"misquoted":0,"batch":null,"editions":[]}
    ! redthread: people.ftm.json:1:81: "birthDate" is "soon", not a date in EDTF, like 2006-07-31, 2006-07, 2005~ or [2004..2006]; kept as text
    $ gzip -k people.ftm.json; redthread import t.case people.ftm.json.gz --by "A. Clerk" --json
    {"added":0,"there":3,"restored":0,"skipped":0,"kept_as_text":1,"files":1,"misquoted":0,"batch":null,"editions":[]}
    ! redthread: people.ftm.json.gz:1:81: "birthDate" is "soon", not a date in EDTF, like 2006-07-31, 2006-07, 2005~ or [2004..2006]; kept as text
    $ redthread import t.case people.ftm.json --dataset police --handling amber,hawk --by "A. Clerk" --json
    {"added":3,"there":0,"restored":0,"skipped":0,"kept_as_text":1,"files":1,"misquoted":0,"batch":"<id>","editions":[]}
    ! redthread: people.ftm.json:1:81: "birthDate" is "soon", not a date in EDTF, like 2006-07-31, 2006-07, 2005~ or [2004..2006]; kept as text
    $ redthread export t.case --source police --clear hawk,red
    {"dataset":"police","entity":"p","handling":"hawk,amber","id":"1574e6717f092a42a2fa39036c4a055b","prop":"name","recorded_at":"<now>","recorded_by":"A. Clerk","schema":"Person","stance":"asserts","type":"statement","value":"Abe"}
    {"dataset":"police","entity":"p","handling":"hawk,amber","id":"7a584f2b4aecd039bfca9a8ec5cf09f1","prop":"birthDate","recorded_at":"<now>","recorded_by":"A. Clerk","schema":"Person","stance":"asserts","type":"statement","value":"1984-05"}
    {"dataset":"police","entity":"p","handling":"hawk,amber","id":"f6ad039c031d27da2851a50a28205d14","prop":"birthDate","recorded_at":"<now>","recorded_by":"A. Clerk","schema":"Person","stance":"asserts","type":"statement","value":"soon"}

# a_bad_record_is_named_and_ends_it_or_is_skipped

    $ printf '%s\n' '{"id":"q","schema":"Person","properties":{"name":["Ben"]}}' '{"id":"r","schema":"Person","properties":{"nme":["x"]}}' > bad.ftm.json
    $ redthread import t.case bad.ftm.json
    ! redthread: bad.ftm.json:2:43: a Person has no property "nme"
    [1]
    $ redthread import t.case bad.ftm.json --keep-going --by "A. Clerk"
    ! redthread: bad.ftm.json:2:43: a Person has no property "nme"; skipped
    ! redthread: what was skipped stands in bad.ftm.json.skipped, to be mended and imported
    ! 1 new entries from 1 file; 0 said what was there already
    $ redthread import t.case bad.ftm.json --keep-going --json
    {"added":0,"there":1,"restored":0,"skipped":1,"kept_as_text":0,"files":1,"misquoted":0,"batch":null,"editions":[]}
    ! redthread: bad.ftm.json:2:43: a Person has no property "nme"; skipped
    ! redthread: what was skipped stands in bad.ftm.json.skipped-2, to be mended and imported

# what_cannot_be_read_is_said

    $ redthread import t.case nothing.json
    ! redthread: nothing.json: No such file or directory
    [1]
    $ echo hello > hello.txt; redthread import t.case hello.txt
    ! redthread: hello.txt: its format cannot be told; say it by --format, or give --mapping for a table
    [1]
    $ : > none.csv; redthread import t.case none.csv
    ! redthread: none.csv: the file is empty
    [1]
    $ redthread import t.case hello.txt --format stix
    ! redthread: --format takes jsonl, ftm, statements, statements-jsonl, ofac, un, rules, csv, not "stix"
    [2]
    $ redthread import t.case people.ftm.json --handling Hawk
    ! redthread: --handling takes compartments (lower-case words) and at most one of clear, green, amber, amber+strict, red, with commas between, not "Hawk"
    [2]
    $ redthread import nothing.case people.ftm.json
    ! redthread: nothing.case: there is no such case; `redthread init` makes one
    [1]
    $ redthread import t.case
    ! redthread: import: FILE... is missing; usage: redthread import CASE FILE...
    [2]
    $ redthread import t.case . --format ftm
    ! redthread: .: this is a folder, not a file
    [1]

# what_was_exported_is_restored

    $ redthread export t.case > all.jsonl; redthread audit head t.case > t.head
    $ redthread init u.case 2> /dev/null
    $ redthread import u.case all.jsonl --restored-from t.head
    ! redthread: all.jsonl:3:226: "birthDate" is "soon", not a date in EDTF, like 2006-07-31, 2006-07, 2005~ or [2004..2006]; kept as text
    ! redthread: all.jsonl:6:250: "birthDate" is "soon", not a date in EDTF, like 2006-07-31, 2006-07, 2005~ or [2004..2006]; kept as text
    ! 7 new entries from 1 file; 0 said what was there already
    $ redthread export u.case | cmp - all.jsonl
    $ redthread import u.case all.jsonl
    ! redthread: all.jsonl:3:226: "birthDate" is "soon", not a date in EDTF, like 2006-07-31, 2006-07, 2005~ or [2004..2006]; kept as text
    ! redthread: all.jsonl:6:250: "birthDate" is "soon", not a date in EDTF, like 2006-07-31, 2006-07, 2005~ or [2004..2006]; kept as text
    ! 0 new entries from 1 file; 7 said what was there already
    $ echo x > no.head; redthread import u.case all.jsonl --restored-from no.head
    ! redthread: no.head:2:1: this is no head of a log: expected the number of entries
    [1]

# a_dry_run_finds_links_to_what_is_not_there

    $ redthread init v.case 2> /dev/null
    $ printf '%s\n' '{"type":"statement","ref":"a","entity":"p","schema":"Person","prop":"name","value":"Ann Example"}' '{"type":"link","link":"supports","from":"a","to":"0123456789abcdef0123456789abcdef"}' '{"type":"link","link":"supports","from":"a","to":"a"}' '{"type":"decision","about":"a","decision":"accepted"}' > links.jsonl
    $ redthread import v.case links.jsonl --dry-run > /dev/null
    ! redthread: links.jsonl:2:50: it names the entry 0123456789abcdef0123456789abcdef, which is not in the case
    ! 4 entries in 1 file; nothing was written
    ! redthread: 1 record cannot be read: to be mended, or skipped by --keep-going
    [1]
    $ redthread import v.case links.jsonl
    ! redthread: links.jsonl:2:50: it names the entry 0123456789abcdef0123456789abcdef, which is not in the case
    [1]
    $ sed -i 2d links.jsonl; redthread import v.case links.jsonl --dry-run > /dev/null
    ! 3 entries in 1 file; nothing was written
    $ redthread stats v.case --json | grep -o '"statements":[0-9]*'
    "statements":0
    $ redthread import v.case links.jsonl --by "A. Clerk"; redthread export v.case | tail -n 1 > last.jsonl
    ! 3 new entries from 1 file; 0 said what was there already
    $ redthread import v.case last.jsonl --dry-run > /dev/null
    ! 1 entry in 1 file; nothing was written
    $ redthread import v.case last.jsonl
    ! 0 new entries from 1 file; 1 said what was there already
    $ redthread audit verify v.case > /dev/null
