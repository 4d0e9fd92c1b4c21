~ redthread/[0-9a-f]{32} => <origin>
~ heads/[0-9a-f]{32} => heads/<case>
~ \b[0-9a-f]{32}\b => <id>

# an_older_copy_that_is_put_back_is_told_of_and_the_command_runs_all_the_same

    $ export XDG_STATE_HOME=$PWD/state
    > redthread init h.case 2>&1; redthread state h.case --entity a --schema Person --prop name --value One
    > cp h.case older; redthread state h.case --entity a --schema Person --prop name --value Two
    > cp older h.case; redthread stats h.case > out && ls state/redthread/heads | wc -l
    An empty case. Next: redthread import h.case FILE...
    <id>
    <id>
    1
    ! redthread: h.case: it has 2 entries and had 4 when it was last seen here: an older copy was put back, or entries were taken out. Compare it with a copy or with heads kept elsewhere (`audit verify --against <here>/state/redthread/heads/<case>` tells more); if this is the case that you want, remove that file

# a_reader_with_less_than_full_clearance_is_told_nothing_of_the_log

    $ XDG_STATE_HOME=$PWD/state redthread stats h.case --clear clear > out

# the_empty_case_that_it_once_was_is_an_older_copy_too

    $ redthread init e.case 2> /dev/null; cp e.case empty; redthread state e.case --entity a --schema Person --prop name --value One > id; cp empty e.case; redthread stats e.case > out
    ! redthread: e.case: it has 0 entries and had 2 when it was last seen here: an older copy was put back, or entries were taken out. Compare it with a copy or with heads kept elsewhere (`audit verify --against <here>/.home/.local/state/redthread/heads/<case>` tells more); if this is the case that you want, remove that file

# a_kept_head_that_is_damaged_is_replaced_and_not_in_silence

    $ redthread init d.case 2> /dev/null; export XDG_STATE_HOME=$PWD/other; redthread state d.case --entity a --schema Person --prop name --value One > id
    > for f in other/redthread/heads/*; do echo nothing > $f; done; redthread stats d.case > out; redthread stats d.case > out
    ! redthread: d.case: the head that was kept of it could not be read (<here>/other/redthread/heads/<case>: this is no head of a log: expected the number of entries), so nobody can tell whether this is an older copy; its head of now is kept there instead

# that_it_is_not_kept_is_said_once_a_run_and_to_no_narrowed_reader

    $ touch file; XDG_STATE_HOME=$PWD/file redthread backup d.case copy.case --to "A court" 2>&1 | grep -c 'its head is not kept'
    1
    $ XDG_STATE_HOME=$PWD/file redthread stats d.case > out
    ! redthread: d.case: its head is not kept in <here>/file/redthread/heads (Not a directory), so nobody is told when an older copy is put back: let XDG_STATE_HOME name a folder that can be written to, or keep what `audit head` prints
    $ env -u HOME -u XDG_STATE_HOME redthread stats d.case > out
    ! redthread: d.case: its head is not kept (there is no home), so nobody is told when an older copy is put back: let XDG_STATE_HOME name a folder that can be written to, or keep what `audit head` prints
    $ XDG_STATE_HOME=$PWD/file redthread stats d.case --clear clear > out
