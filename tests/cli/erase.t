~ redthread/[0-9a-f]{32} => <origin>
~ [0-9a-f]{64} => <hash>
~ \b[0-9a-f]{32}\b => <id>
~ on \d+ [A-Z][a-z]+ 20\d\d => on <day>
~ on 20\d\d-\d\d-\d\d => on <day>
~ to version \d+ => to version <newest>

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
    ! redthread: erase looks at the whole log, of which some may be hidden: it serves no reader with less than full clearance, so leave out --clear
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
    By what was noted with --to, nobody. What went out without --to is not known to the case: who was
      given an export, a report or a copy that holds it must be told by you.
    $ redthread export t.case | cmp - before.jsonl

# what_is_erased_is_in_no_byte_of_the_file_and_older_heads_hold

    $ redthread erase t.case $(cat hand) --authority "A court" --why "an order" --by "A. Clerk"
    Erased: 1 statement
    
    Who has it
    By what was noted with --to, nobody. What went out without --to is not known to the case: who was
      given an export, a report or a copy that holds it must be told by you.
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
    size        10
    entries     9
    erased      1 under 1 erasures
    unaccounted 0
    The log is what it was.
    $ redthread audit verify t.case --against after.head --json
    {"sound":true,"origin":"<origin>","claimed":"<hash>","computed":"<hash>","size":10,"entries":9,"erased":1,"erasures":1,"unaccounted":0,"bad":0,"damaged_pages":0,"unfinished":false,"first_bad":null}
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
    By what was noted with --to, nobody. What went out without --to is not known to the case: who was
      given an export, a report or a copy that holds it must be told by you.
    $ redthread audit verify t.case
    log         <origin>
    claimed     <hash>
    computed    <hash>
    size        13
    entries     10
    erased      3 under 2 erasures
    unaccounted 0
    The log is what it was.

# an_erasure_that_was_interrupted_is_found_and_ended

    $ redthread state t.case --entity p2 --schema Person --prop notes --value "Zqysecond" > second
    $ python3 -c "
    > import sqlite3
    > d = sqlite3.connect('t.case')
    > d.execute(\"INSERT INTO about VALUES ('erasing', 'the file is still to be written anew')\"); d.commit()" && python3 $FILES/sums.py t.case
    $ redthread audit verify t.case
    log         <origin>
    claimed     <hash>
    computed    <hash>
    size        15
    entries     12
    erased      3 under 2 erasures
    unaccounted 0
    ! redthread: t.case: an erasure is unfinished, and what it erased may still be read back from the file: ask for it again, with `redthread erase`
    [1]
    $ redthread erase t.case 0123456789abcdef0123456789abcdef --authority "A court" --why "an order" --by "A. Clerk" --json
    {"plan":false,"erased":0,"types":{},"entries":[],"erasures":[],"batch":null,"remains":[],"judged":{"entries":0,"first":[]},"copies":[],"went_to":null,"resumed":true}
    $ redthread audit verify t.case | tail -n 1
    The log is what it was.

# an_as_of_before_an_erasure_says_so_to_those_who_may_know

    $ redthread changes t.case --since 2020 | grep -c 'entry, on the order'
    1
    $ redthread import t.case people.ftm.json --after-erasure --json 2> /dev/null | sed 's/.*"batch":"\([0-9a-f]*\)".*/\1/' > mark
    $ redthread state t.case --entity p1 --schema Person --prop notes --value "Zqzthird" --handling hawk > third
    $ redthread erase t.case $(cat third) --authority "A court" --why "an order" --by "A. Clerk" > out
    $ redthread show t.case p1 --as-of $(cat mark) | grep -c 'This may differ from what was seen then: 1 entry was erased on'
    1
    $ redthread show t.case p1 --as-of $(cat mark) --clear green | head -n 1
    Ada Erasable
    $ redthread show t.case p1 --as-of $(cat mark) --json | sed 's/.*"erased_since":/"erased_since":/'
    "erased_since":[{"id":"<id>","recorded_at":"<now>","recorded_by":"A. Clerk","why":"an order","authority":"A court","entries":1,"types":["statement"],"datasets":[]}]}
    $ redthread export t.case --as-of $(cat mark) > out
    ! redthread: this may differ from what was seen then: 1 entry was erased on <day>, on the order of A court: an order

# what_was_erased_does_not_come_back_unasked

    $ redthread import t.case people.ftm.json
    ! redthread: people.ftm.json:1:1: something was erased from people on <day>, on the order of A court, and nothing was kept by which it could be known again: take it out of what is imported, then import with --after-erasure
    [1]
    $ redthread import t.case people.ftm.json --keep-going
    ! redthread: people.ftm.json:1:1: something was erased from people on <day>, on the order of A court, and nothing was kept by which it could be known again: take it out of what is imported, then import with --after-erasure
    [1]
    $ redthread import t.case before.jsonl
    ! redthread: before.jsonl:1:1: something was erased from people on <day>, on the order of A court, and nothing was kept by which it could be known again: take it out of what is imported, then import with --after-erasure
    [1]
    $ redthread import t.case people.ftm.json --after-erasure --dataset people 2>&1
    0 new entries from 1 file; 4 said what was there already
    $ redthread import t.case people.ftm.json --dataset others 2>&1
    4 new entries from 1 file; 0 said what was there already

# a_list_keeps_its_editions_when_something_in_it_is_erased

    $ redthread init l.case 2> /dev/null
    $ cat > one.xml <<'END'
    > <CONSOLIDATED_LIST dateGenerated="2026-01-05T00:00:00.000Z"><INDIVIDUALS>
    > <INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>Ada Erasable</FIRST_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>QDi.001</REFERENCE_NUMBER></INDIVIDUAL>
    > <INDIVIDUAL><DATAID>2</DATAID><FIRST_NAME>Ben Keeper</FIRST_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>QDi.002</REFERENCE_NUMBER></INDIVIDUAL>
    > </INDIVIDUALS><ENTITIES></ENTITIES></CONSOLIDATED_LIST>
    > END
    $ sed -e s/2026-01-05/2026-02-05/ -e 's/Ben Keeper/Ben B. Keeper/' one.xml > two.xml; sed -e s/2026-01-05/2026-03-05/ -e '/Ben Keeper/d' one.xml > three.xml
    $ for f in one two three; do redthread import l.case $f.xml --complete --by "A. Clerk" 2>&1; done
    16 new entries from 1 file; 0 said what was there already
    un of 2026-01-05T00:00:00Z: 2 entries; 2 came, 0 went, 0 changed
    4 new entries from 1 file; 14 said what was there already
    un of 2026-02-05T00:00:00Z: 2 entries; 0 came, 0 went, 1 changed
    2 new entries from 1 file; 8 said what was there already
    un of 2026-03-05T00:00:00Z: 1 entry; 0 came, 1 went, 0 changed
    $ redthread listed l.case un-2 --json > then.json; redthread editions l.case un --edition 2026-02-05 | grep -c SHA-256
    1
    $ redthread export l.case | sed -n 's/.*"entity":"un-1[^0-9].*"id":"\([0-9a-f]*\)".*/\1/p' > ids; redthread erase l.case $(cat ids) --authority "A court" --why "an order" --by "A. Clerk" | head -n 1
    Erased: 8 statements, 3 reads
    $ redthread listed l.case un-2 --json | cmp - then.json; redthread editions l.case un --edition 2026-02-05 | grep two.xml
        two.xml  its hash was erased
    $ redthread audit verify l.case | tail -n 1
    The log is what it was.

# pairs_that_were_kept_beside_the_case_go_too

    $ redthread init x.case 2> /dev/null; for e in a b; do redthread state x.case --entity zqx-$e --schema Person --prop name --value "Ada Erasable"; done > pair
    $ redthread xref x.case --queue > out; grep -c zqx-a x.case.pairs
    2
    $ redthread erase x.case $(head -n 1 pair) --authority "A court" --why "an order" --by "A. Clerk" | head -n 1; ls x.case*
    Erased: 1 statement
    x.case

# copies_that_an_upgrade_kept_are_named

    $ python3 -c "import lzma; open('old.case', 'wb').write(lzma.open('$FILES/../../store/versions/1.case.xz').read())"
    $ redthread stats old.case > /dev/null
    ! redthread: old.case is of version 1 and is brought to version <newest>; what it was is kept in old.case.version-1
    $ redthread erase old.case --plan $(redthread export old.case | head -n 2 | tail -n 1 | grep -o '"id":"[0-9a-f]*"' | cut -d'"' -f4)
    Would go: 1 statement, 7 reads
      <id>  statement  cus-voulkoff birthDate 1974
                                                   asked for
      <id>  read       20-customs.jsonl
                                                   holds a hash of what held it; recorded anew without
                                                     it
      <id>  read       30-defence.jsonl
                                                   holds a hash of what held it; recorded anew without
                                                     it
      <id>  read       more.jsonl
                                                   holds a hash of what held it; recorded anew without
                                                     it
      <id>  read       40-informant.jsonl
                                                   holds a hash of what held it; recorded anew without
                                                     it
      <id>  read       list-2021.ftm.json
                                                   holds a hash of what held it; recorded anew without
                                                     it
      <id>  read       list-2022.ftm.json
                                                   holds a hash of what held it; recorded anew without
                                                     it
      <id>  read       rules.yaml
                                                   holds a hash of what held it; recorded anew without
                                                     it
    
    Who has it
    By what was noted with --to, nobody. What went out without --to is not known to the case: who was
      given an export, a report or a copy that holds it must be told by you.
    What this case was before a new version of the program may hold it too, and is kept in
      old.case.version-1: remove that

# a_document_goes_with_its_text_its_words_and_what_quotes_it

    $ redthread init d.case 2> /dev/null
    $ printf 'Zqxhead of the letter.\n\nThe man was zqxrecu-\nperated in spring.\nNobody else was.\n' > letter.txt
    $ printf 'Another paper. The man was seen in spring.\n' > paper.txt
    $ redthread add d.case letter.txt --by "A. Clerk" > out 2>&1; redthread add d.case paper.txt --by "A. Clerk" > out 2>&1
    $ redthread state d.case --entity p1 --schema Person --prop name --value "Ada Example" --document letter.txt --locator "page 1" --quote "Zqxhead of the letter." --speaker "A Clerk" --by "A. Clerk" > made
    $ redthread search d.case zqxrecuperated --json | grep -o '"total":[0-9]*'
    "total":1
    $ redthread erase d.case $(redthread export d.case | sed -n 's/.*"id":"\([0-9a-f]*\)".*"name":"letter.txt".*/\1/p') --authority "A court" --why "an order" --by "A. Clerk" | head -n 1
    Erased: 1 statement, 1 document
    $ cat d.case d.case-wal 2> /dev/null | grep -aci zqx
    0
    [1]
    $ redthread search d.case zqxrecuperated --json | grep -o '"total":[0-9]*'; redthread search d.case spring --json | grep -o '"total":[0-9]*'
    "total":0
    "total":1
    $ redthread export d.case | grep '"type":"statement"'
    {"entity":"p1","id":"<id>","prop":"name","recorded_at":"<now>","recorded_by":"A. Clerk","schema":"Person","speaker":"A Clerk","stance":"asserts","type":"statement","value":"Ada Example"}
    $ redthread audit verify d.case | tail -n 1
    The log is what it was.

# a_statement_goes_and_the_document_that_says_so_too_is_told

    $ redthread state d.case --entity p1 --schema Person --prop notes --value "The man was seen in spring." --document paper.txt --speaker "A Clerk" > made
    $ redthread erase d.case $(cat made) --authority "A court" --why "an order" --by "A. Clerk" | sed '/^$/,$!d' | head -n 3
    
    Other entries still give
      "The man was seen in spring."  <id>
    $ redthread audit verify d.case | tail -n 1
    The log is what it was.

# a_document_that_is_added_after_one_was_erased_reminds_of_that

    $ redthread add d.case letter.txt --by "A. Clerk" | cut -d " " -f 3
    letter.txt
    ! redthread: a document was erased from this case on <day>, on the order of A court, and nothing was kept by which it could be known again: see that none of these is it
    $ redthread add d.case letter.txt --by "A. Clerk" | grep -c "was in the case already"
    1
