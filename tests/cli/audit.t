~ redthread/[0-9a-f]{32} => <origin>
~ [0-9a-f]{64} => <hash>
~ [A-Za-z0-9+/]{43}= => <root>

# an_untouched_case_is_sound

    $ redthread init t.case 2> /dev/null
    $ redthread audit verify t.case
    log         <origin>
    claimed     <hash>
    computed    <hash>
    size        0
    entries     0
    erased      0 under 0 erasures
    unaccounted 0
    The log is what it was.
    $ for n in Abe Ben Cid; do redthread state t.case --entity p --schema Person --prop name --value $n --by "A. Clerk"; done
    554c46d6550969dc2ac9f89639760e40
    6d40b9c08289ce132712bd6ed7b777ee
    99081a13b58ce5ade8722f17962a3b21
    $ redthread audit head t.case | tee t.head
    <origin>
    6
    <root>
    $ redthread audit head t.case --json
    {"origin":"<origin>","size":6,"root":"<hash>","note":"<origin>\n6\n<root>\n"}
    $ redthread audit verify t.case --against t.head
    log         <origin>
    claimed     <hash>
    computed    <hash>
    size        6
    entries     6
    erased      0 under 0 erasures
    unaccounted 0
    The log is what it was.
    $ redthread audit verify t.case --json
    {"sound":true,"origin":"<origin>","claimed":"<hash>","computed":"<hash>","size":6,"entries":6,"erased":0,"erasures":0,"unaccounted":0,"bad":0,"damaged_pages":0,"unfinished":false,"first_bad":null}
    $ redthread audit leaves t.case | cut -d ' ' -f 2- | grep -c '"type":"statement"'
    3

# a_proof_holds_without_the_case

    $ redthread audit prove t.case 5b0c9f1a9c7d2c8a0a6b2d8ce4b1c7f0
    ! redthread: there is no entry 5b0c9f1a9c7d2c8a0a6b2d8ce4b1c7f0
    [1]
    $ id=$(redthread export t.case | sed -n 's/.*"id":"\([0-9a-f]*\)".*/\1/p' | head -n 1); redthread audit prove t.case $id > proof.json; redthread audit check proof.json
    The entry stands at place 1 of 6 under the root <hash>
    $ redthread audit check proof.json --json
    {"holds":true,"root":"<hash>"}
    $ sed s/Abe/Abi/ proof.json > other.json; redthread audit check other.json
    ! redthread: other.json:1:1: the id is not that of this content, which has c13a8fb248ae0aa6b2d3e728abcfa21c
    [1]
    $ echo '{}' > none.json; redthread audit check none.json
    ! redthread: none.json: this is no proof: "entry" is not an entry
    [1]
    $ redthread audit check nothing.json
    ! redthread: nothing.json: No such file or directory
    [1]

# a_narrowed_reader_is_refused

    $ for c in "verify t.case" "head t.case" "leaves t.case" "prove t.case x"; do redthread audit $c --clear red; done
    ! redthread: audit looks at the whole log, whose size and places tell of what is hidden: it answers no reader with less than full clearance, so leave out --clear
    ! redthread: audit looks at the whole log, whose size and places tell of what is hidden: it answers no reader with less than full clearance, so leave out --clear
    ! redthread: audit looks at the whole log, whose size and places tell of what is hidden: it answers no reader with less than full clearance, so leave out --clear
    ! redthread: audit looks at the whole log, whose size and places tell of what is hidden: it answers no reader with less than full clearance, so leave out --clear
    [1]

# what_would_narrow_the_log_is_no_option_of_audit

    $ for o in "--as-of 2020" "--source a" "--at 2020" "--said-by 2020"; do redthread audit leaves t.case $o; done
    ! redthread: audit leaves has no option --as-of (redthread audit leaves --help)
    ! redthread: audit leaves has no option --source (redthread audit leaves --help)
    ! redthread: audit leaves has no option --at (redthread audit leaves --help)
    ! redthread: audit leaves has no option --said-by (redthread audit leaves --help)
    [2]
    $ redthread audit head t.case --as-of 2020-01-01
    ! redthread: audit head has no option --as-of (redthread audit head --help)
    [2]

# an_older_copy_and_a_head_of_another_case_are_found

    $ cp t.case older.case; redthread state t.case --entity p --schema Person --prop name --value Dan > id; redthread audit head t.case > new.head
    $ redthread audit verify older.case --against new.head
    log         <origin>
    claimed     <hash>
    computed    <hash>
    size        6
    entries     6
    erased      0 under 0 erasures
    unaccounted 0
    ! redthread: older.case: the earlier head counts 8 entries, the log has 6: this is an older copy, or its end was removed
    [1]
    $ redthread init other.case 2> /dev/null; redthread audit head other.case > other.head; redthread audit verify t.case --against other.head
    log         <origin>
    claimed     <hash>
    computed    <hash>
    size        8
    entries     8
    erased      0 under 0 erasures
    unaccounted 0
    ! redthread: t.case: the earlier head is that of another case, <origin>
    [1]
    $ echo hello > no.head; redthread audit verify t.case --against no.head
    ! redthread: no.head:2:1: this is no head of a log: expected the number of entries
    [1]
    $ redthread audit verify t.case --against nothing.head
    ! redthread: nothing.head: No such file or directory
    [1]

# a_change_past_the_program_is_named

    $ python3 -c "
    > import sqlite3
    > d = sqlite3.connect('t.case')
    > t = [r[0] for r in d.execute(\"SELECT sql FROM sqlite_schema WHERE name = 'statement_stays'\")]
    > d.executescript(\"DROP TRIGGER statement_stays; UPDATE statement SET value = 'Ali' WHERE value = 'Ben';\" + t[0])"
    $ redthread audit verify t.case
    log         <origin>
    claimed     <hash>
    computed    <hash>
    size        8
    entries     8
    erased      0 under 0 erasures
    unaccounted 0
    ! redthread: t.case: entry 3 2323a1c2190511526e71c109d309da80 of the log: its content, its salt or its place was changed
    [1]
    $ redthread audit verify t.case --json
    {"sound":false,"origin":"<origin>","claimed":"<hash>","computed":"<hash>","size":8,"entries":8,"erased":0,"erasures":0,"unaccounted":0,"bad":1,"damaged_pages":4,"unfinished":false,"first_bad":{"index":3,"id":"2323a1c2190511526e71c109d309da80","what":"its content, its salt or its place was changed"}}
    ! redthread: t.case: entry 3 2323a1c2190511526e71c109d309da80 of the log: its content, its salt or its place was changed
    [1]
