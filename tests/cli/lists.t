A list that is given whole again and again: who was on it on which day, by which edition. The lists are fictional.

~ SHA-256 [0-9a-f]{64} => SHA-256 <hash>
~ [0-9a-f]{32} => <id>
~ read \d{4}-\d\d-\d\d => read <day>

# each_edition_says_what_came_went_and_changed

    $ redthread init t.case 2>/dev/null; for m in 01 02 03 04; do redthread import t.case $FILES/lists/2026-$m.xml --complete --by "A. Clerk"; done
    ! 14 new entries from 1 file; 0 said what was there already
    ! un of 2026-01-01T06:00:00Z: 2 entries; 2 came, 0 went, 0 changed
    ! 0 new entries from 1 file; 14 said what was there already
    ! un of 2026-02-01T06:00:00Z: 2 entries; 0 came, 0 went, 0 changed
    ! 11 new entries from 1 file; 6 said what was there already
    ! un of 2026-03-01T06:00:00Z: 2 entries; 1 came, 1 went, 1 changed
    ! 6 new entries from 1 file; 13 said what was there already
    ! un of 2026-04-01T06:00:00Z: 3 entries; 1 came, 0 went, 0 changed
    $ redthread import t.case $FILES/lists/2026-04.xml --complete --by "A. Clerk" --json
    {"added":0,"there":19,"restored":0,"skipped":0,"kept_as_text":0,"files":1,"misquoted":0,"batch":null,"editions":[{"dataset":"un","edition":"2026-04-01T06:00:00Z","entries":3,"came":0,"went":0,"changed":0,"news":false}]}
    $ redthread editions t.case
    un
      1 January 2026   read <day> by A. Clerk
      1 February 2026  read <day> by A. Clerk
      1 March 2026     read <day> by A. Clerk
      1 April 2026     read <day> by A. Clerk
    $ redthread editions t.case un
    un
      1 January 2026   2 entries  2 came  0 went  0 changed  read <day> by A. Clerk
      1 February 2026  2 entries  0 came  0 went  0 changed  read <day> by A. Clerk
      1 March 2026     2 entries  1 came  1 went  1 changed  read <day> by A. Clerk
      1 April 2026     3 entries  1 came  0 went  0 changed  read <day> by A. Clerk
    $ redthread editions t.case un --edition 2026-03-01
    un
      1 March 2026  2 entries  1 came  1 went  1 changed  read <day> by A. Clerk
        2026-03.xml  SHA-256 <hash>
    
    Came
      OMAR SPECIMEN  un-3
    
    Went
      ZOE SAMPLE  un-2
    
    Changed
      AMIR EXAMPLE  un-1
      now says <id>
      says no more <id> <id>
    $ redthread editions t.case un --edition 2026-03-02
    ! redthread: "un" has no edition of 2026-03-02
    [1]
    $ redthread editions t.case ofac
    ! redthread: there is no list "ofac" of which an edition was read (import --complete)
    [1]
    $ redthread editions t.case --edition 2026-03-01
    ! redthread: --edition is said of one list: name its DATASET
    [2]

# who_was_on_it_that_day

    $ redthread listed t.case "Zoe Sample"
    ZOE SAMPLE  un-2
    
    un: ZOE SAMPLE (un-2), on the list by its last edition
      came                  by 1 January 2026 (edition of  UN Security Council (un)
                              1 January 2026)                · 1 Jan 2026, 06:00 UTC
                                                             · dropped by 1 Mar 2026 [1]
      left                  some day from 2 February 2026  <id>
                              to 1 March 2026 (not in the
                              edition of 1 March 2026)
      came                  some day from 2 March 2026 to  UN Security Council (un)
                              1 April 2026 (edition of 1     · 1 Apr 2026, 06:00 UTC [1]
                              April 2026)
      read                  4 editions, the last of 1
                              April 2026
    
    Sources
      [1]  UN Security Council, in un
           statement <id>, cited 2 times
    $ redthread listed t.case "Zoe Sample" --at 2026-01-15 | grep -A3 "that day"
      that day              on the list
                            the edition of 1 January 2026
                              has the entry
                            the edition of 1 February
    $ redthread listed t.case "Zoe Sample" --at 2026-02-15 | grep -A4 "that day"
      that day              possibly on the list
                            the edition of 1 February
                              2026 has the entry
                            the edition of 1 March 2026
                              does not have the entry
    $ redthread listed t.case "Zoe Sample" --at 2026-03-01 | grep -A3 "that day"
      that day              not on the list
                            the edition of 1 March 2026
                              does not have the entry
                            the edition of 1 April 2026
    $ redthread listed t.case "Zoe Sample" --at 2026-06-01 | grep -A3 "that day"
      that day              possibly on the list
                            the edition of 1 April 2026
                              has the entry
                            no later edition was read
    $ redthread listed t.case "Zoe Sample" --at 2025-06-01 | grep -A3 "that day"
      that day              possibly on the list
                            the edition of 1 January 2026
                              has the entry
      came                  by 1 January 2026 (edition of  UN Security Council (un)
    $ redthread listed t.case "Zoe Sample" --at 2026-02-15 --json | cut -c 1-620
    {"id":"un-2","caption":"ZOE SAMPLE","schema":"Person","day":["2026-02-15","2026-02-15"],"lists":[{"dataset":"un","handling":null,"entity":"un-2","on":true,"editions":4,"first":"2026-01-01T06:00:00Z","last":"2026-04-01T06:00:00Z","at":{"certainty":"possible","before":{"edition":"2026-02-01T06:00:00Z","on":true},"after":{"edition":"2026-03-01T06:00:00Z","on":false}},"spells":[{"came":"[..2026-01-01]","came_span":["..","2026-01-01"],"came_by":"2026-01-01T06:00:00Z","left":"[2026-02-02..2026-03-01]","left_span":["2026-02-02","2026-03-01"],"left_by":"2026-03-01T06:00:00Z","absent":"<id>","s
    $ redthread listed t.case "Omar Specimen"
    OMAR SPECIMEN  un-3
    
    un: OMAR SPECIMEN (un-3), on the list by its last edition
      came                  some day from 2 February 2026  UN Security Council (un)
                              to 1 March 2026 (edition of    · 1 Mar 2026, 06:00 UTC [1]
                              1 March 2026)
      read                  4 editions, the last of 1
                              April 2026
    
    Sources
      [1]  UN Security Council, in un
           statement <id>
    $ redthread listed t.case "Nobody Else"
    ! redthread: nobody is called "Nobody Else", and nothing has this id
    [1]

# what_had_been_said_by_a_day_knows_no_later_edition

    $ redthread listed t.case "Zoe Sample" --said-by 2026-03-15
    ZOE SAMPLE  un-2
    
    un: ZOE SAMPLE (un-2), left the list
      came                  by 1 January 2026 (edition of  UN Security Council (un)
                              1 January 2026)                · 1 Jan 2026, 06:00 UTC
                                                             · dropped by 1 Mar 2026 [1]
      left                  some day from 2 February 2026  <id>
                              to 1 March 2026 (not in the
                              edition of 1 March 2026)
      read                  3 editions, the last of 1
                              March 2026
    
    Sources
      [1]  UN Security Council, in un
           statement <id>

# an_older_edition_a_cut_file_and_another_day_than_the_lists_are_refused

    $ redthread import t.case $FILES/lists/2026-02.xml --complete 2>&1 | sed "s|$FILES|FILES|"; echo ${PIPESTATUS[0]}
    redthread: FILES/lists/2026-02.xml:3:1: this is the edition of 2026-02-01T06:00:00Z, and the case has that of 2026-04-01T06:00:00Z of "un" already: editions go in in the order of their days
    1
    $ head -12 $FILES/lists/2026-04.xml | sed s/2026-04/2026-05/ >cut.xml; redthread import t.case cut.xml --complete
    ! redthread: cut.xml:13:1: the file ends before its last element is closed
    [1]
    $ sed s/2026-04/2026-05/ $FILES/lists/2026-04.xml >may.xml; redthread import t.case may.xml --complete --edition 2026-06-01
    ! redthread: may.xml:3:1: the list says that it was made on 2026-05-01T06:00:00Z, not on 2026-06-01 as --edition does
    [1]
    $ redthread editions t.case un --json | grep -o '"edition":"[^"]*"' | tail -1
    "edition":"2026-04-01T06:00:00Z"

# options_that_do_not_go_together

    $ redthread import t.case may.xml --edition 2026-06-01
    ! redthread: --edition is said of a list that is given whole: with --complete
    [2]
    $ redthread import t.case may.xml --complete --keep-going
    ! redthread: --complete takes no --keep-going: what is skipped would count as gone
    [2]
    $ redthread import t.case may.xml --complete --edition 2026-06
    ! redthread: --edition takes one day, like 2026-11-20, not "2026-06"
    [2]
    $ redthread export t.case >all.jsonl; redthread import t.case all.jsonl --complete
    ! redthread: all.jsonl: jsonl is not a list: only lists are given whole (--complete)
    [1]

# a_list_without_a_date_is_of_the_day_that_is_told

    $ redthread init club.case 2>/dev/null
    $ printf '%s\n' '{"id":"m1","schema":"Person","properties":{"name":["Ann Member"]}}' '{"id":"m2","schema":"Person","properties":{"name":["Ben Member"]}}' >club.ftm.json
    $ redthread import club.case club.ftm.json --complete --edition 2026-01-01 --by "A. Clerk"
    ! 2 new entries from 1 file; 0 said what was there already
    ! club of 2026-01-01: 2 entries; 2 came, 0 went, 0 changed
    $ head -1 club.ftm.json >one.ftm.json; redthread import club.case one.ftm.json --dataset club --complete --edition 2026-01-08 --by "A. Clerk"
    ! 1 new entries from 1 file; 1 said what was there already
    ! club of 2026-01-08: 1 entry; 0 came, 1 went, 0 changed
    $ redthread import club.case club.ftm.json --complete --edition 2026-01-15 --by "A. Clerk"
    ! 1 new entries from 1 file; 1 said what was there already
    ! club of 2026-01-15: 2 entries; 1 came, 0 went, 0 changed
    $ redthread listed club.case m2
    Ben Member  m2
    
    club: Ben Member (m2), on the list by its last edition
      came                  by 1 January 2026 (edition of  club · 1 Jan 2026 · dropped by 8 Jan 2026 [1]
                              1 January 2026)
      left                  some day from 2 January 2026   <id>
                              to 8 January 2026 (not in
                              the edition of 8 January
                              2026)
      came                  some day from 9 January 2026   club · 15 Jan 2026 [1]
                              to 15 January 2026 (edition
                              of 15 January 2026)
      read                  3 editions, the last of 15
                              January 2026
    
    Sources
      [1]  club
           statement <id>, cited 2 times

# who_may_not_see_a_list_learns_nothing_of_its_editions

    $ redthread import t.case $FILES/lists/2026-01.xml --complete --handling hawk --by "A. Clerk"
    ! 14 new entries from 1 file; 0 said what was there already
    ! un of 2026-01-01T06:00:00Z: 2 entries; 2 came, 0 went, 0 changed
    $ redthread import t.case $FILES/lists/2026-03.xml --complete --handling hawk --by "A. Clerk"
    ! 11 new entries from 1 file; 6 said what was there already
    ! un of 2026-03-01T06:00:00Z: 2 entries; 1 came, 1 went, 1 changed
    $ redthread editions t.case un --clear clear
    un
      1 January 2026   2 entries  2 came  0 went  0 changed  read <day> by A. Clerk
      1 February 2026  2 entries  0 came  0 went  0 changed  read <day> by A. Clerk
      1 March 2026     2 entries  1 came  1 went  1 changed  read <day> by A. Clerk
      1 April 2026     3 entries  1 came  0 went  0 changed  read <day> by A. Clerk
    $ redthread editions t.case un --clear hawk | head -9
    un
      1 January 2026   2 entries  2 came  0 went  0 changed  read <day> by A. Clerk
      1 February 2026  2 entries  0 came  0 went  0 changed  read <day> by A. Clerk
      1 March 2026     2 entries  1 came  1 went  1 changed  read <day> by A. Clerk
      1 April 2026     3 entries  1 came  0 went  0 changed  read <day> by A. Clerk
    
    un, handling hawk
      1 January 2026  2 entries  2 came  0 went  0 changed  read <day> by A. Clerk
      1 March 2026    2 entries  1 came  1 went  1 changed  read <day> by A. Clerk
    $ redthread init hidden.case 2>/dev/null; redthread import hidden.case $FILES/lists/2026-01.xml --complete --handling hawk 2>/dev/null
    $ redthread editions hidden.case un --clear clear
    ! redthread: there is no list "un" of which an edition was read (import --complete)
    [1]
    $ redthread editions hidden.case --clear clear
    No list was read whole yet: import it with --complete
    $ redthread listed hidden.case un-1 --clear clear
    ! redthread: nobody is called "un-1", and nothing has this id
    [1]

# a_file_without_most_of_the_list_is_taken_only_when_that_is_said

    $ for i in $(seq 30); do printf '{"id":"m%d","schema":"Person","properties":{"name":["Member %d"]}}\n' $i $i; done >many.ftm.json
    $ redthread import club.case many.ftm.json --complete --edition 2026-02-01 --dataset guild --by "A. Clerk"
    ! 30 new entries from 1 file; 0 said what was there already
    ! guild of 2026-02-01: 30 entries; 30 came, 0 went, 0 changed
    $ head -5 many.ftm.json >few.ftm.json; redthread import club.case few.ftm.json --complete --edition 2026-02-08 --dataset guild
    ! redthread: few.ftm.json: 25 of the 30 entries of "guild" are not in this file: is it whole? --shrunk takes it as it is
    [1]
    $ redthread import club.case few.ftm.json --complete --edition 2026-02-08 --dataset guild --shrunk --by "A. Clerk"
    ! 25 new entries from 1 file; 5 said what was there already
    ! guild of 2026-02-08: 5 entries; 0 came, 25 went, 0 changed

# what_changed_since_a_day_and_why

    $ redthread init c.case 2>/dev/null; printf '%s\n' '{"type":"statement","ref":"old","entity":"p","schema":"Person","prop":"notes","value":"was ill","speaker":"Court","dataset":"court","stance":"asserts","recorded_at":"2026-01-01T00:00:00.000000Z","recorded_by":"A. Clerk"}' '{"type":"statement","ref":"new","entity":"p","schema":"Person","prop":"notes","value":"was well","speaker":"Court","dataset":"court","stance":"asserts","recorded_at":"2026-02-01T00:00:00.000000Z","recorded_by":"A. Clerk"}' '{"type":"statement","entity":"p","schema":"Person","prop":"name","value":"Ann Example","speaker":"Court","dataset":"court","stance":"asserts","recorded_at":"2026-01-01T00:00:00.000000Z","recorded_by":"A. Clerk"}' '{"type":"link","link":"replaces","from":"new","to":"old","why":"the doctor was asked again","recorded_at":"2026-02-01T00:00:00.000000Z","recorded_by":"A. Clerk"}' >c.jsonl; redthread import c.case c.jsonl 2>/dev/null
    $ redthread changes c.case --since 2026-01-15
    since 2026-01-15
    
    Replaced: 1
      Ann Example           notes was ill                  Court (court) · retracted [1]
                            why: the doctor was asked
                              again
                            recorded 1 Feb 2026 by A.
                              Clerk
    
    Added: 1
      Ann Example           notes was well                 Court (court) [1]
    
    Sources
      [1]  Court, in court
           statement <id>, cited 2 times
    $ redthread changes c.case "Ann Example" --since 2026-02-02
    Ann Example, since 2026-02-02
    
    Nothing changed
    $ redthread changes c.case "Ann Example" --since 2026-01-15 --json | cut -c 1-300
    {"about":{"id":"p","caption":"Ann Example","schema":"Person"},"since":"2026-01-15","datasets":{"court":1},"counts":{"added":1,"retracted":0,"replaced":1,"judged":0,"came":0,"left":0,"dropped":0,"linked":0,"decided":0,"documents":0,"erased":0,"sent":0},"added":[{"id":"<id>
    $ redthread changes c.case
    ! redthread: since when? --since takes a day like 2026-11-01, or the id of a batch
    [2]
    $ redthread changes c.case --since soon
    ! redthread: --since takes a day like 2026-11-01, a time or a batch's id, not "soon"
    [2]
    $ redthread changes c.case --since 00000000000000000000000000000000
    ! redthread: there is no batch <id>
    [1]
    $ redthread changes t.case un-2 --since 2026-01-01 | grep -A2 "^Left"
    Left a list: 2
      ZOE SAMPLE            no longer on it                <id>
                            un, edition of 1 March 2026

# what_is_new_on_a_list_is_held_against_the_people_in_the_case

    $ redthread init s.case 2>/dev/null; for m in 01 02; do redthread import s.case $FILES/lists/2026-$m.xml --complete 2>/dev/null; done
    $ redthread state s.case --entity q1 --schema Person --prop name --value "Zoe Sample" --speaker "A. Clerk" --dataset guests >/dev/null; redthread state s.case --entity q2 --schema Person --prop name --value "Omar Specimen" --speaker "A. Clerk" --dataset guests >/dev/null
    $ redthread screen s.case --against un --json | python3 -c 'import json,sys; o=json.load(sys.stdin); print(o["compared"], [(m["person"]["id"], m["entry"]["id"], m["changed"]) for m in o["matches"]])'
    2 [('q1', 'un-2', None)]
    $ redthread import s.case $FILES/lists/2026-03.xml --complete --json 2>/dev/null | python3 -c 'import json,sys; print(json.load(sys.stdin)["batch"])' >batch
    $ redthread screen s.case --against un --since $(cat batch) | grep -v "for  \|against  \|^      "
    un against the people in the case, since <id>: 4 compared
      0.9974 a match  Omar Specimen q2 and, on the list, OMAR SPECIMEN un-3
      new or changed on the list: <id> <id>
      0.9961 a match  Zoe Sample q1 and, on the list, ZOE SAMPLE un-2
      left the list un by the edition of 1 March 2026
      no longer on the list, or no longer says something
    $ redthread judge s.case q2 un-3 different --why "born elsewhere" 2>/dev/null >/dev/null; redthread screen s.case --against un --since $(cat batch) | grep "Omar"
    [1]
    $ redthread screen s.case --against ofac
    ! redthread: there is no dataset "ofac"
    [1]
    $ redthread screen s.case "Zoe Sample" --since 2026-01-01
    ! redthread: --since goes with --against: what is new on that list
    [2]
    $ redthread screen s.case "Zoe Sample" | grep -A1 un-2
      0.9961 a match  ZOE SAMPLE  Person un-2
      left the list un by the edition of 1 March 2026

# a_value_that_a_list_dropped_counts_and_is_marked

    $ redthread show s.case un-1 | grep -A3 "alias"
      alias                 Abu Example                    UN Security Council (un)
                                                             · 1 Jan 2026, 06:00 UTC
                                                             · dropped by 1 Mar 2026 [1]
      first name            AMIR                           UN Security Council (un)
    $ redthread show s.case un-2 | grep -A1 "^Lists"
    Lists
      left the list un by the edition of 1 March 2026
    $ redthread show s.case q1 | grep "left the list"
      left the list un by the edition of 1 March 2026
