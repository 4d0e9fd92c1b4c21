~ redthread/[0-9a-f]{32} => <origin>
~ [0-9a-f]{64} => <hash>
~ \b[0-9a-f]{32}\b => <id>
~ \b20\d\d-\d\d-\d\d(?!T) => <day>
~ \d+ bytes => <n> bytes

# a_case_of_which_parts_are_for_some

    $ redthread init t.case 2> /dev/null
    $ cat > in.jsonl <<'END'
    > {"type":"document","sha256":"aa23456789012345678901234567890123456789012345678901234567890123","name":"letter.txt","ref":"d"}
    > {"type":"statement","entity":"p1","schema":"Person","prop":"name","value":"Ada Example","document":"d","quote":"Ada Example was seen","ref":"a"}
    > {"type":"statement","entity":"p1","schema":"Person","prop":"notes","value":"was watched","handling":"hawk,amber","ref":"w"}
    > {"type":"link","link":"supports","from":"a","to":"w","why":"the same day"}
    > {"type":"statement","entity":"p2","schema":"Person","prop":"name","value":"Ben Example","dataset":"un"}
    > END
    $ redthread import t.case in.jsonl --by "A. Clerk" 2> /dev/null

# what_goes_to_somebody_is_noted

    $ redthread export t.case --clear green --to "Ministry of Examples" --purpose "request of 3 November" --by "A. Clerk" | wc -l
    3
    ! noted as <id>: to Ministry of Examples
    $ redthread export t.case --format ftm --source un --to "A newspaper" --by "B. Clerk" | wc -l
    1
    ! noted as <id>: to A newspaper
    $ redthread report t.case p1 -o ada.html --clear hawk,amber --to "Committee of Examples" --by "A. Clerk"
    ! noted as <id>: to Committee of Examples
    ! ada.html: 2 notes, <n> bytes of HTML
    $ redthread backup t.case kept.case --to "Court of Examples" --by "A. Clerk" | wc -l
    0
    ! noted as <id>: to Court of Examples
    ! kept.case: 15 entries, <n> bytes, head <hash>
    $ redthread audit sent t.case
    What went out
      <day>  Ministry of Examples: jsonl of 3 entries
      A. Clerk    request of 3 November
                  made with clearance green
                  <id>
      <day>  A newspaper: ftm of 1 entry
      B. Clerk    made with full clearance, of un
                  <id>
      <day>  Committee of Examples: html on Ada Example
      A. Clerk    made with clearance hawk,amber
                  <id>
      <day>  Court of Examples: backup of 5 entries
      A. Clerk    made with full clearance
                  <id>
    What went out without --to is not known to the case.
    $ redthread audit sent t.case --json | python3 -c 'import json, sys; print(json.dumps(json.load(sys.stdin)["sent"][0], indent=1))'
    {
     "id": "<id>",
     "to": "Ministry of Examples",
     "purpose": "request of 3 November",
     "formats": [
      "jsonl"
     ],
     "subject": null,
     "through": {
      "clear": "green",
      "at": null,
      "said_by": null,
      "as_of": null,
      "sources": [],
      "as_if_same": [],
      "as_if_apart": []
     },
     "entries": 3,
     "recorded_at": "<now>",
     "recorded_by": "A. Clerk",
     "handling": "green",
     "restored": false,
     "head": {
      "size": 7,
      "root": "<hash>"
     }
    }
    $ redthread changes t.case --since 2026-01-01 | grep -E "Went out| to [A-Z]"
    Went out: 4
                            jsonl to Ministry of Examples  <id>
                            ftm to A newspaper             <id>
                            html to Committee of Examples  <id>
                            backup to Court of Examples    <id>
    $ redthread audit verify t.case | tail -n 1
    The log is what it was.

# who_could_not_have_had_it_learns_nothing_of_it

    $ redthread audit sent t.case --clear green
    What went out
      <day>  Ministry of Examples: jsonl of 3 entries
      A. Clerk    request of 3 November
                  made with clearance green
                  <id>
    What went out without --to is not known to the case.
    $ redthread audit sent t.case --clear ""
    Nothing was noted as gone out
    What went out without --to is not known to the case.
    $ redthread audit sent t.case --clear hawk,amber | grep -E "Ministry|newspaper|Committee|Court"
      <day>  Ministry of Examples: jsonl of 3 entries
      <day>  A newspaper: ftm of 1 entry
      <day>  Committee of Examples: html on Ada Example
      <day>  Court of Examples: backup of 5 entries

# a_copy_holds_the_note_of_itself_and_an_export_for_oneself_all_of_them

    $ redthread audit sent kept.case | grep -c "made with"
    4
    $ redthread export t.case | grep -c '"type":"sent"'
    4
    $ redthread export t.case --clear hawk,amber | grep -c '"type":"sent"'
    0
    [1]
    $ redthread export t.case --to "Dee" --by "A. Clerk" 2> /dev/null | grep -c '"type":"sent"'
    0
    [1]

# an_index_of_a_case_may_go_out_too

    $ redthread index build -o desk.idx t.case --clear green --to "Desk of Examples" --by "A. Clerk"
    ! noted as <id>: to Desk of Examples
    ! 2 subjects in desk.idx
    $ redthread index build -o desk.idx in.jsonl --to "Desk of Examples"
    ! redthread: --to is noted in the case that an index is made of
    [2]
    $ redthread audit sent t.case | grep -A 1 Desk
      <day>  Desk of Examples: index of 3 entries
      A. Clerk    made with clearance green

# nothing_is_noted_without_to

    $ redthread export t.case > /dev/null; redthread audit sent t.case | grep -c "made with"
    6
    $ redthread export t.case --purpose x
    ! redthread: --purpose is said of a note: with --to WHO
    [2]
    $ redthread backup t.case other.case --by "A. Clerk"
    ! redthread: --by is said of a note: with --to WHO
    [2]
    $ redthread report t.case p1 -o - --format md --to ""
    ! redthread: --to says to whom it goes
    [2]
    $ redthread export t.case --to X --handling "not one"
    ! redthread: --handling takes compartments (lower-case words) and at most one of clear, green, amber, amber+strict, red, with commas between, not "not one"
    [2]
    $ chmod a-w t.case; redthread export t.case --to X; chmod u+w t.case
    ! redthread: t.case: the case is read-only

# it_is_noted_though_it_did_not_arrive

    $ redthread report t.case p1 -o nowhere/ada.html --to "Eve" --by "A. Clerk"
    ! noted as <id>: to Eve
    ! redthread: nowhere/ada.html: No such file or directory
    [1]
    $ redthread export t.case --to "Fay" --by "A. Clerk" > /dev/full
    ! noted as <id>: to Fay
    ! redthread: cannot write the output: No space left on device
    [1]
    $ redthread audit sent t.case | grep -E "Eve|Fay"
      <day>  Eve: html on Ada Example
      <day>  Fay: jsonl of 5 entries

# an_erasure_tells_who_holds_what_goes

    $ redthread export t.case | sed -n 's/.*"id":"\([0-9a-f]*\)".*"value":"was watched".*/\1/p' > watched
    $ redthread erase t.case $(cat watched) --plan
    Would go: 1 statement, 1 link, 1 read
      <id>  statement  p1 notes was watched
                                                   asked for
      <id>  link       supports <id>
                                                   names what goes
      <id>  read       in.jsonl
                                                   holds a hash of what held it; recorded anew without
                                                     it
    
    Who has it
      <day>  Committee of Examples: html on Ada Example
      A. Clerk    made with clearance hawk,amber
                  <id>
                  possibly holds 2 of these
      <day>  Court of Examples: backup of 5 entries
      A. Clerk    made with full clearance
                  <id>
                  holds 3 of these
      <day>  Dee: jsonl of 5 entries
      A. Clerk    made with full clearance
                  <id>
                  holds 2 of these
      <day>  Eve: html on Ada Example
      A. Clerk    made with full clearance
                  <id>
                  possibly holds 2 of these
      <day>  Fay: jsonl of 5 entries
      A. Clerk    made with full clearance
                  <id>
                  holds 2 of these
    These must be told by you. What went out without --to, and copies that somebody made of what they
      were given, are not known to the case.
    $ redthread erase t.case $(cat watched) --plan --json | python3 -c 'import json, sys; print(*[(w["to"], w["holds"]) for w in json.load(sys.stdin)["went_to"]], sep="\n")'
    ('Committee of Examples', {'certain': 0, 'possible': 2, 'first': ['<id>', '<id>']})
    ('Court of Examples', {'certain': 3, 'possible': 0, 'first': ['<id>', '<id>', '<id>']})
    ('Dee', {'certain': 2, 'possible': 0, 'first': ['<id>', '<id>']})
    ('Eve', {'certain': 0, 'possible': 2, 'first': ['<id>', '<id>']})
    ('Fay', {'certain': 2, 'possible': 0, 'first': ['<id>', '<id>']})
    $ redthread erase t.case $(cat watched) --authority "A court" --why "an order" --by "A. Clerk" | sed -n '/Who has it/,$p' | grep -E "holds|Ministry|newspaper|Committee|Court"
      <day>  Committee of Examples: html on Ada Example
                  possibly holds 2 of these
      <day>  Court of Examples: backup of 5 entries
                  holds 3 of these
                  holds 2 of these
                  possibly holds 2 of these
                  holds 2 of these
    $ redthread audit verify t.case | tail -n 1
    The log is what it was.

# a_restored_case_knows_it_and_marks_it_as_restored

    $ redthread init copy.case 2> /dev/null; redthread export t.case > all.jsonl; redthread import copy.case all.jsonl --by "B. Clerk" 2> /dev/null
    $ redthread audit sent copy.case | sed -n 1,7p
    What went out
      <day>  Ministry of Examples: jsonl of 3 entries
      A. Clerk    request of 3 November
                  made with clearance green
                  the note was restored, or recorded anew: when it was made it says itself
                  <id>
      <day>  A newspaper: ftm of 1 entry
    $ redthread export copy.case | sed -n 's/.*"id":"\([0-9a-f]*\)".*"value":"Ada Example".*/\1/p' > ada
    $ redthread erase copy.case $(cat ada) --plan | grep "holds [0-9]"
                  possibly holds 1 of these
                  possibly holds 1 of these
                  possibly holds 1 of these
                  possibly holds 1 of these
                  possibly holds 1 of these
                  possibly holds 1 of these
                  possibly holds 1 of these
    $ grep '"Ministry' all.jsonl | sed 's/"recorded_at":"[^"]*","recorded_by":"[^"]*",//; s/"id":"[^"]*",//' > forged.jsonl; redthread import copy.case forged.jsonl --by "B. Clerk"
    ! redthread: forged.jsonl:1:86: an entry of type sent is made by the case, unless it is restored, with its recorded_at and recorded_by
    [1]
