~ redthread/[0-9a-f]{32} => <origin>
~ [0-9a-f]{64} => <hash>
~ \b[0-9a-f]{32}\b => <id>
~ byte \d+ => byte <n>

# a_case_with_a_list_and_a_statement_by_hand

    $ export XDG_STATE_HOME=$PWD/state; redthread init t.case 2> /dev/null
    $ cat > people.ftm.json <<'END'
    > {"id":"p1","schema":"Person","properties":{"name":["Ada Erasable"],"birthDate":["1944"]}}
    > {"id":"p2","schema":"Person","properties":{"name":["Ben Keeper"],"notes":["a cousin of Ada Erasable"]}}
    > END
    $ redthread import t.case people.ftm.json 2> /dev/null; redthread audit head t.case > before.head
    $ redthread state t.case --entity p1 --schema Person --prop notes --value "Zqxword of hers" --speaker "A Clerk" --handling hawk > hand
    $ redthread export t.case > before.jsonl; redthread audit head t.case > after.head

# an_erasure_needs_an_authority_a_reason_and_the_whole_view

    $ redthread erase t.case $(cat hand)
    ! redthread: an erasure needs --authority TEXT and --why TEXT: they stay
    [2]
    $ redthread erase t.case $(cat hand) --authority "A court" --why "an order" --by "A. Clerk" --clear hawk
    ! redthread: erase looks at the whole log and serves no reader with less than full clearance
    [1]
    $ redthread erase t.case $(cat hand) 0123456789abcdef0123456789abcdef --authority "A court" --why "an order" --by "A. Clerk"
    ! redthread: t.case: there is no entry <id>
    [1]
    $ redthread erase t.case $(redthread audit leaves t.case | sed -n 's/.*"id":"\([0-9a-f]*\)".*"type":"batch".*/\1/p' | head -n 1) --authority "A court" --why "an order" --by "A. Clerk"
    ! redthread: t.case: <id> is a batch's own entry, which accounts for other entries and can't be erased
    [1]
    $ redthread audit verify t.case | tail -n 4
    entries     8
    erased      0 under 0 erasures
    unaccounted 0
    The log is what it was.

# a_plan_says_what_would_go_and_changes_nothing

    $ redthread erase t.case $(redthread export t.case | sed -n 's/.*"id":"\([0-9a-f]*\)".*"value":"Ada Erasable".*/\1/p') --plan
    Would go: 1 statement, 1 read
      <id>  statement  p1 name Ada Erasable
                                                   asked for
      <id>  read       people.ftm.json
                                                   holds a hash of what held it; recorded anew without
                                                     it
    
    Other entries still give
      "Ada Erasable"  <id>
    
    Who has it
    The case keeps no record of its exports, reports and copies: who was given one that holds it must be
      told by you.
    $ redthread export t.case | cmp - before.jsonl

# what_is_erased_is_in_no_byte_of_the_file_and_older_heads_hold

    $ redthread erase t.case $(cat hand) --authority "A court" --why "an order" --by "A. Clerk"
    Erased: 1 statement
    
    Who has it
    The case keeps no record of its exports, reports and copies: who was given one that holds it must be
      told by you.
    $ cat t.case t.case-wal 2> /dev/null | grep -c "Zqxword"
    0
    [1]
    $ redthread statement t.case $(cat hand)
    ! redthread: there is no statement <id>
    [1]
    $ redthread audit verify t.case --against before.head
    log         <origin>
    claimed     <hash>
    computed    <hash>
    entries     9
    erased      1 under 1 erasures
    unaccounted 0
    The log is what it was.
    $ redthread audit verify t.case --against after.head --json
    {"sound":true,"origin":"<origin>","claimed":"<hash>","computed":"<hash>","size":10,"entries":9,"erased":1,"erasures":1,"unaccounted":0,"bad":0,"unfinished":false,"first_bad":null}
    $ redthread audit leaves t.case | grep -c '^- '
    1
    $ redthread export t.case | grep '"type":"erasure"'
    {"authority":"A court","commitments":["<hash>"],"handling":"hawk","id":"<id>","recorded_at":"<now>","recorded_by":"A. Clerk","type":"erasure","types":["statement"],"why":"an order"}
    $ redthread erase t.case $(cat hand) --authority "A court" --why "an order" --by "A. Clerk"
    ! redthread: t.case: there is no entry <id>
    [1]

# what_other_entries_still_give_is_told

    $ redthread erase t.case $(redthread export t.case | sed -n 's/.*"id":"\([0-9a-f]*\)".*"value":"Ada Erasable".*/\1/p') --authority "A court" --why "an order" --by "A. Clerk"
    Erased: 1 statement, 1 read
    
    Other entries still give
      "Ada Erasable"  <id>
    
    Who has it
    The case keeps no record of its exports, reports and copies: who was given one that holds it must be
      told by you.
    $ redthread audit verify t.case
    log         <origin>
    claimed     <hash>
    computed    <hash>
    entries     10
    erased      3 under 2 erasures
    unaccounted 0
    The log is what it was.

# an_erasure_that_was_interrupted_is_found_and_ended

    $ redthread state t.case --entity p2 --schema Person --prop notes --value "Zqysecond" > second
    $ python3 -c "
    > import sqlite3
    > d = sqlite3.connect('t.case')
    > d.execute(\"INSERT INTO about VALUES ('erasing', 'the file is still to be written anew')\"); d.commit()"
    $ redthread audit verify t.case
    log         <origin>
    claimed     <hash>
    computed    <hash>
    entries     12
    erased      3 under 2 erasures
    unaccounted 0
    ! redthread: t.case: an erasure is unfinished, and what it erased may still be read back from the file: ask for it again, with `redthread erase`
    [1]
    $ redthread erase t.case 0123456789abcdef0123456789abcdef --authority "A court" --why "an order" --by "A. Clerk" --json
    {"plan":false,"erased":0,"types":{},"entries":[],"erasures":[],"batch":null,"remains":[],"went_to":null,"resumed":true}
    $ redthread audit verify t.case | tail -n 1
    The log is what it was.
