# a_case_is_made_where_nothing_is

    $ redthread init t.case
    ! An empty case. Next: redthread import t.case FILE...
    $ stat -c '%a %F' t.case
    600 regular file
    $ redthread init t.case
    ! redthread: t.case: there is a file of this name already
    [1]
    $ redthread init u.case --json
    {"case":"u.case"}
    $ redthread init no/such/folder.case
    ! redthread: no/such/folder.case: No such file or directory
    [1]
    $ redthread init
    ! redthread: init: CASE is missing; usage: redthread init CASE
    [2]

# what_is_no_case_is_said_to_be_none

    $ redthread stats nothing.case
    ! redthread: nothing.case: there is no such case; `redthread init` makes one
    [1]
    $ : > empty.case; redthread export empty.case
    ! redthread: empty.case: this file is empty: no case
    [1]
    $ echo text > text.case; redthread export text.case
    ! redthread: <here>/text.case: the case file is damaged (or no case): file is not a database
    [1]
    $ mkdir folder.case; redthread export folder.case
    ! redthread: folder.case: this is no case file
    [1]
    $ chmod 400 u.case; redthread state u.case --entity p --schema Person --prop name --value Abe; redthread export u.case
    ! redthread: u.case: the case is read-only
