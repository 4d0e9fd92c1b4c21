# what_is_derived_is_made_anew

    $ redthread init t.case 2> /dev/null
    $ redthread state t.case --entity p --schema Person --prop name --value Abe --by "A. Clerk"
    554c46d6550969dc2ac9f89639760e40
    $ redthread rebuild t.case
    ! Made anew from the log: indexes, names, edges, dated values
    $ redthread rebuild t.case --json
    {"case":"t.case"}
    $ redthread rebuild nothing.case
    ! redthread: nothing.case: there is no such case; `redthread init` makes one
    [1]

# what_is_damaged_is_told_and_mended

    $ python3 -c "import sqlite3; d = sqlite3.connect('t.case'); d.executescript('DELETE FROM run; UPDATE projection SET version = 99')"
    $ redthread show t.case Abe
    ! redthread: t.case: what is derived from its log is damaged or of another version: run `redthread rebuild t.case`
    [1]
    $ redthread audit verify t.case > /dev/null
    $ redthread rebuild t.case
    ! Made anew from the log: indexes, names, edges, dated values
    $ redthread export t.case --format ftm
    {"id":"p","schema":"Person","properties":{"name":["Abe"]}}
