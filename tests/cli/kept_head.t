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
