# a_reader_is_given_what_they_may_see

    $ redthread init t.case 2> /dev/null
    $ printf '%s\n' '{"type":"statement","entity":"p","schema":"Person","prop":"name","value":"Abe","ref":"a","said_at":"2004"}' '{"type":"statement","entity":"p","schema":"Person","prop":"alias","value":"Hid","ref":"h","handling":"hawk"}' '{"type":"link","link":"repeats","from":"h","to":"a","why":"x"}' '{"type":"statement","entity":"d","schema":"Detention","prop":"detainee","value":"p","valid":"2005/2006"}' > x.jsonl
    $ redthread import t.case x.jsonl --by "A. Clerk"
    ! 4 new entries from 1 file; 0 said what was there already
    $ redthread export t.case
    {"entity":"p","id":"5ff741162e7677f7b4a6c8705a44ecac","prop":"name","recorded_at":"<now>","recorded_by":"A. Clerk","said_at":"2004","schema":"Person","type":"statement","value":"Abe"}
    {"entity":"p","handling":"hawk","id":"b1ad4d75a2a11eb734b1970c9efc731d","prop":"alias","recorded_at":"<now>","recorded_by":"A. Clerk","schema":"Person","type":"statement","value":"Hid"}
    {"from":"b1ad4d75a2a11eb734b1970c9efc731d","id":"6c705c1e3213fe0a446e16ae72ec363b","link":"repeats","recorded_at":"<now>","recorded_by":"A. Clerk","to":"5ff741162e7677f7b4a6c8705a44ecac","type":"link","why":"x"}
    {"entity":"d","id":"72443606c686f00d7724fd7928a6591d","prop":"detainee","recorded_at":"<now>","recorded_by":"A. Clerk","schema":"Detention","type":"statement","valid":"2005/2006","value":"p"}
    $ redthread export t.case --clear green
    {"entity":"p","id":"5ff741162e7677f7b4a6c8705a44ecac","prop":"name","recorded_at":"<now>","recorded_by":"A. Clerk","said_at":"2004","schema":"Person","type":"statement","value":"Abe"}
    {"entity":"d","id":"72443606c686f00d7724fd7928a6591d","prop":"detainee","recorded_at":"<now>","recorded_by":"A. Clerk","schema":"Detention","type":"statement","valid":"2005/2006","value":"p"}
    $ redthread export t.case --format ftm
    {"id":"p","schema":"Person","properties":{"alias":["Hid"],"name":["Abe"]}}
    {"id":"d","schema":"Event","properties":{"involved":["p"],"notes":["detainee: p"]}}
    $ redthread export t.case --format ftm --clear green
    {"id":"p","schema":"Person","properties":{"name":["Abe"]}}
    {"id":"d","schema":"Event","properties":{"involved":["p"],"notes":["detainee: p"]}}
    $ redthread export t.case --said-by 2003-12-31
    $ redthread export t.case --at 2005-06-01 --format ftm
    {"id":"p","schema":"Person","properties":{"alias":["Hid"],"name":["Abe"]}}
    {"id":"d","schema":"Event","properties":{"involved":["p"],"notes":["detainee: p"]}}
    $ redthread export t.case --at 2007-06-01 --format ftm
    {"id":"p","schema":"Person","properties":{"alias":["Hid"],"name":["Abe"]}}
    $ redthread export t.case --as-of 2020-01-01
    $ redthread export t.case --source nothing

# what_a_lens_does_not_take_is_said

    $ redthread export t.case --clear Hawk
    ! redthread: --clear takes compartments (lower-case words) and at most one of clear, green, amber, amber+strict, red, with commas between, not "Hawk"
    [2]
    $ redthread export t.case --at May
    ! redthread: --at takes a date like 2012-08-03, not "May": a year of four digits is expected
    [2]
    $ redthread export t.case --as-of 00000000000000000000000000000000
    ! redthread: there is no batch 00000000000000000000000000000000
    [1]
    $ redthread export t.case --format stix
    ! redthread: --format takes jsonl, ftm, statements, statements-jsonl, not "stix"
    [2]

# a_reader_who_stops_early_is_no_failure

    $ redthread export t.case | head -c 1
    {\
    $ redthread export t.case > /dev/full
    ! redthread: cannot write the output: No space left on device
    [1]

# who_is_only_denied_goes_out_where_something_names_them

    $ redthread init n.case 2> /dev/null
    $ redthread state n.case --entity a --schema Person --prop name --value "Ann Example" --stance denies --by "A. Clerk" > /dev/null
    $ redthread export n.case --format ftm
    $ redthread state n.case --entity f --schema Family --prop person --value a --by "A. Clerk" > /dev/null
    $ redthread export n.case --format ftm
    {"id":"a","schema":"Person","properties":{}}
    {"id":"f","schema":"Family","properties":{"person":["a"]}}
