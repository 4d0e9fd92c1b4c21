~ \d+ bytes => N bytes
~ "bytes":\d+ => "bytes":N
~ head [0-9a-f]{64} => head <root>
~ "root":"[0-9a-f]{64}" => "root":"<root>"

# a_copy_is_whole_and_verified

    $ redthread init t.case 2> /dev/null
    $ redthread state t.case --entity p --schema Person --prop name --value Abe --by "A. Clerk"
    554c46d6550969dc2ac9f89639760e40
    $ redthread backup t.case copy.case
    ! copy.case: 2 entries, N bytes, head <root>
    $ redthread audit head t.case > t.head
    $ redthread audit verify copy.case --against t.head > /dev/null
    $ redthread export t.case | cmp - <(redthread export copy.case)
    $ ls -l copy.case | cut -c1-10
    -rw-------
    $ ls
    copy.case
    t.case
    t.head

# nothing_is_put_in_the_place_of_a_file_unless_asked

    $ redthread state t.case --entity p --schema Person --prop name --value Ben --by "A. Clerk"
    6d40b9c08289ce132712bd6ed7b777ee
    $ redthread backup t.case copy.case
    ! redthread: copy.case: there is a file of this name already
    [1]
    $ redthread backup t.case copy.case --replace --json
    {"case":"t.case","file":"copy.case","bytes":N,"entries":4,"root":"<root>","sound":true}
    $ redthread show copy.case Ben | head -n 1
    Abe
    $ redthread backup t.case t.case --replace
    ! redthread: t.case: this is the case itself
    [1]
    $ redthread backup t.case no/such/folder.case
    ! redthread: no/such/folder.case: the copy cannot be written: No such file or directory
    [1]
    $ mkdir folder
    $ redthread backup t.case folder --replace
    ! redthread: folder: this is no file
    [1]
    $ rmdir folder

# a_case_that_somebody_has_open_is_not_replaced

    $ python3 -c "import sqlite3, subprocess; d = sqlite3.connect('copy.case'); d.execute('SELECT count(*) FROM act').fetchall(); subprocess.run(['redthread', 'backup', 't.case', 'copy.case', '--replace'])"
    ! redthread: copy.case-wal: somebody uses the case of this name, or it was left unfinished: nothing is put there
    $ ls
    copy.case
    t.case
    t.head

# what_is_damaged_is_copied_as_it_is_and_said_so

    $ cp t.case bad.case
    $ python3 -c "import sqlite3; d = sqlite3.connect('bad.case'); d.executescript('DELETE FROM node; UPDATE head SET root = zeroblob(32) WHERE size = 2')" && python3 $FILES/sums.py bad.case
    $ redthread backup bad.case bad-copy.case
    ! bad-copy.case: 4 entries, N bytes, head <root>
    ! redthread: bad-copy.case: it is copied as it is, and damaged: the head kept after the batch that begins here is not that of its entries
    [1]
    $ ls bad*
    bad-copy.case
    bad.case

# who_writes_waits_for_others_and_gives_up

    $ cat > busy.py <<'END'
    > import sqlite3, subprocess, sys
    > d = sqlite3.connect("t.case", isolation_level=None)
    > d.execute("BEGIN IMMEDIATE")
    > sys.exit(subprocess.run(["redthread", *sys.argv[1:]]).returncode)
    > END
    $ python3 busy.py state t.case --entity p --schema Person --prop name --value Cid --by "A. Clerk" --wait 0
    ! redthread: <here>/t.case: another program is writing to the case; try again when it is done
    [1]
    $ python3 busy.py rebuild t.case --wait 2
    ! redthread: waiting for another program that writes to the case (for at most 2 seconds)
    ! redthread: <here>/t.case: another program is writing to the case; try again when it is done
    [1]
    $ python3 busy.py show t.case Abe | head -n 1
    Abe
    $ python3 busy.py backup t.case other.case
    ! other.case: 4 entries, N bytes, head <root>
    $ redthread rebuild t.case --wait soon
    ! redthread: --wait takes seconds, from 0 to a day's 86400, not "soon"
    [2]
