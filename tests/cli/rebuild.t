~ redthread/[0-9a-f]{32} => <origin>
~ [0-9a-f]{64} => <hash>

# what_is_derived_is_made_anew

    $ redthread init t.case 2> /dev/null
    $ redthread state t.case --entity p --schema Person --prop name --value Abe --by "A. Clerk"
    554c46d6550969dc2ac9f89639760e40
    $ redthread rebuild t.case
    ! Made anew from the log: indexes, names, edges, dated values
    $ redthread rebuild t.case --json
    {"case":"t.case","damaged_pages":0}
    $ redthread rebuild nothing.case
    ! redthread: nothing.case: there is no such case; `redthread init` makes one
    [1]

# what_is_damaged_is_told_and_mended

    $ python3 -c "import sqlite3; d = sqlite3.connect('t.case'); d.executescript('DELETE FROM run; UPDATE projection SET version = 99')" && python3 $FILES/sums.py t.case
    $ redthread show t.case Abe
    ! redthread: t.case: what is derived from its log is damaged or of another version: run `redthread rebuild t.case`
    [1]
    $ redthread audit verify t.case > /dev/null
    $ redthread rebuild t.case
    ! Made anew from the log: indexes, names, edges, dated values
    $ redthread export t.case --format ftm
    {"id":"p","schema":"Person","properties":{"name":["Abe"]}}

# a_damaged_page_of_an_index_is_told_and_mended

    $ python3 $FILES/sums.py --damage 20 t.case
    $ redthread show t.case Abe
    ! redthread: <here>/t.case:byte 77824: the case file is damaged: its page 20 is not what was written there; `redthread rebuild` mends what can be made anew from the log, and says when a backup is needed
    [1]
    $ redthread audit verify t.case
    log         <origin>
    claimed     <hash>
    computed    <hash>
    size        2
    entries     2
    erased      0 under 0 erasures
    unaccounted 0
    ! redthread: t.case: the log is what it was, but page 20 of the case file (byte 77824) is not what was written there; `redthread rebuild` mends what can be made anew from the log, and says when a backup is needed
    [1]
    $ redthread backup t.case copy.case
    ! copy.case: 2 entries, 135168 bytes, head <hash>
    ! redthread: copy.case: it is copied as it is, and damaged: the log is what it was, but page 20 of the case file (byte 77824) is not what was written there; `redthread rebuild` mends what can be made anew from the log, and says when a backup is needed
    [1]
    $ redthread rebuild t.case
    ! Made anew from the log: indexes, names, edges, dated values
    ! Damaged pages were mended: 1; the log is what it was. Look after what keeps the file
    $ redthread audit verify t.case | tail -n 1
    The log is what it was.
    $ redthread show t.case Abe | head -n 1
    Abe

# a_damaged_page_of_the_log_whose_entries_are_what_they_were_is_mended

    $ python3 $FILES/sums.py --damage 9 t.case
    $ redthread export t.case
    ! redthread: <here>/t.case:byte 32768: the case file is damaged: its page 9 is not what was written there; `redthread rebuild` mends what can be made anew from the log, and says when a backup is needed
    [1]
    $ redthread audit verify t.case --json
    {"sound":false,"origin":"<origin>","claimed":"<hash>","computed":"<hash>","size":2,"entries":2,"erased":0,"erasures":0,"unaccounted":0,"bad":0,"damaged_pages":1,"unfinished":false,"first_bad":{"index":null,"id":null,"what":"the log is what it was, but page 9 of the case file (byte 32768) is not what was written there; `redthread rebuild` mends what can be made anew from the log, and says when a backup is needed"}}
    ! redthread: t.case: the log is what it was, but page 9 of the case file (byte 32768) is not what was written there; `redthread rebuild` mends what can be made anew from the log, and says when a backup is needed
    [1]
    $ redthread rebuild t.case --json
    {"case":"t.case","damaged_pages":1}
    $ redthread audit verify t.case --json
    {"sound":true,"origin":"<origin>","claimed":"<hash>","computed":"<hash>","size":2,"entries":2,"erased":0,"erasures":0,"unaccounted":0,"bad":0,"damaged_pages":0,"unfinished":false,"first_bad":null}

# a_damaged_log_is_left_as_it_is

    $ cp t.case good.case
    $ python3 -c "d = bytearray(open('t.case', 'rb').read()); d[d.index(b'Abe', 7 * 4096)] ^= 1; open('t.case', 'wb').write(d)"
    $ redthread audit verify t.case --json
    {"sound":false,"origin":"<origin>","claimed":"<hash>","computed":"<hash>","size":2,"entries":2,"erased":0,"erasures":0,"unaccounted":0,"bad":1,"damaged_pages":1,"unfinished":false,"first_bad":{"index":1,"id":"e9086eeb866e99b7f0088303a9318724","what":"its content, its salt or its place was changed"}}
    ! redthread: t.case: entry 1 e9086eeb866e99b7f0088303a9318724 of the log: its content, its salt or its place was changed
    [1]
    $ redthread rebuild t.case
    ! redthread: t.case: this cannot be mended, and is left as it was: a backup has to be put in its place (entry 1 of the log: its content, its salt or its place was changed)
    [1]
    $ redthread rebuild t.case --as-it-is
    ! redthread: t.case: this cannot be mended, and is left as it was: a backup has to be put in its place (entry 1 of the log: its content, its salt or its place was changed)
    [1]
    $ cp good.case t.case
    $ ls
    copy.case
    good.case
    t.case

# what_nothing_else_proves_is_taken_when_asked_for

    $ python3 $FILES/sums.py --damage 6 t.case
    $ redthread rebuild t.case
    ! redthread: <here>/t.case:byte 20480: page 6 is not what was written there, and holds what can't be made anew from the log; all is left as it was: put a backup in its place, or take what stands there, with --as-it-is
    [1]
    $ redthread rebuild t.case --as-it-is
    ! Made anew from the log: indexes, names, edges, dated values
    ! Damaged pages were mended: 1; the log is what it was. Look after what keeps the file
    $ redthread audit verify t.case | tail -n 1
    The log is what it was.

# what_another_program_wrote_has_no_sums

    $ python3 -c "import sqlite3; sqlite3.connect('t.case').execute('VACUUM')"
    $ redthread show t.case Abe
    ! redthread: <here>/t.case:byte 0: the case file is damaged: its page 1 is not what was written there; `redthread rebuild` mends what can be made anew from the log, and says when a backup is needed
    [1]
    $ redthread rebuild t.case --as-it-is
    ! Made anew from the log: indexes, names, edges, dated values
    ! Damaged pages were mended: 33; the log is what it was. Look after what keeps the file
    $ redthread show t.case Abe | head -n 1
    Abe
