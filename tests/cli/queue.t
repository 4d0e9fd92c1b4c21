~ \b[0-9a-f]{32}\b => <id>
~ \d{4}-\d\d-\d\d(?=, | by) => <today>

# pairs_that_may_be_one_are_judged_one_after_the_other

    $ redthread init q.case 2> /dev/null
    $ for p in "a1 one Ali Ahmad Example" "a2 two Ali Ahmed Example" "b1 one Usama Attar" "b2 two Oussama Atar" "b3 one Osama Atar" "c1 one Maria Marek" "c2 one Maria Marek"; do set -- $p; redthread state q.case --entity $1 --schema Person --dataset $2 --prop name --value "${*:3}" --by "A. Clerk" > /dev/null; done
    $ redthread xref q.case --queue --json | grep -o '"id":"[a-z0-9]*"' | paste -sd ' \n'
    "id":"b2" "id":"b3"
    "id":"b1" "id":"b2"
    "id":"b1" "id":"b3"
    "id":"a1" "id":"a2"
    "id":"c1" "id":"c2"
    $ redthread xref q.case --queue --between one --between two --json | grep -o '"id":"[a-z0-9]*"' | paste -sd ' \n'
    "id":"b2" "id":"b3"
    "id":"b1" "id":"b2"
    "id":"a1" "id":"a2"
    $ printf 's\nperhaps\ny\ny same face\nn two births\nu\nq\n' | redthread judge q.case --by "A. Clerk" | grep -E "Person|: (same|different)"
      Oussama Atar  Person  b2
      Osama Atar    Person  b3
      Usama Attar   Person  b1
      Oussama Atar  Person  b2
      b1 and b2: same
      Usama Attar  Person  b1
      Osama Atar   Person  b3
      b1 and b3: different
      Ali Ahmad Example  Person  a1
      Ali Ahmed Example  Person  a2
    ! redthread: an answer is: y WHY (same), n WHY (different), u WHY (unsure), s (skip), q (quit)
    ! redthread: a judgement needs a reason: y WHY (same), n WHY (different), u WHY (unsure), s (skip), q (quit)
    ! redthread: a judgement needs a reason: y WHY (same), n WHY (different), u WHY (unsure), s (skip), q (quit)
    ! 2 judged, 1 skipped, 0 refused; `redthread judge` goes on where this ended
    $ redthread xref q.case --queue --json | grep -o '"id":"[a-z0-9]*"' | paste -sd ' \n'
    "id":"a1" "id":"a2"
    "id":"c1" "id":"c2"
    $ printf 'u\n' | redthread judge q.case --by "A. Clerk" --why "no photo" --json | sed 's/"why":.*//'
    {"score":0.9956,"match":true,"left":{"id":"a1","caption":"Ali Ahmad Example","schema":"Person"},"right":{"id":"a2","caption":"Ali Ahmed Example","schema":"Person"},
    {"id":"<id>","added":true,"a":"a1","b":"a2","judgement":"unsure",
    {"score":0.9249,"match":true,"left":{"id":"c1","caption":"Maria Marek","schema":"Person"},"right":{"id":"c2","caption":"Maria Marek","schema":"Person"},
    ! 1 judged, 0 skipped, 0 refused; `redthread judge` goes on where this ended
    $ printf 'y\ny\ny\ny\n' | redthread judge q.case --by "A. Clerk" --why "one man" > /dev/null
    ! 1 judged, 0 skipped, 0 refused; nothing else is to be judged
    $ redthread xref q.case --queue
    ! nothing is to be judged
    $ stat -c %a q.case.pairs
    600

# a_judgement_that_rests_on_what_was_taken_back_comes_up_again

    $ redthread init r.case 2> /dev/null
    $ redthread state r.case --entity p1 --schema Person --prop name --value "Ali Example" --by "A. Clerk" > /dev/null
    $ redthread state r.case --entity p2 --schema Person --prop name --value "Omar Test" --by "A. Clerk" > /dev/null
    $ redthread state r.case --entity p3 --schema Person --prop name --value "Sara Other" --by "A. Clerk" > /dev/null
    $ redthread state r.case --entity p2 --schema Person --prop passportNumber --value X12345 --speaker Police --by "A. Clerk" > /dev/null
    $ redthread show r.case p2 --json | grep -o '"value":"X12345","stance":"asserts","statements":\["[0-9a-f]*' | grep -o '[0-9a-f]\{32\}' > id
    $ redthread merge r.case p1 p2 --why "one passport" --by "A. Clerk" --on $(cat id) > /dev/null
    $ redthread merge r.case p1 p3 --why "one face" --by "A. Clerk" > /dev/null
    $ redthread merge r.case p3 p2 --why "one face" --by "A. Clerk" > /dev/null
    $ redthread xref r.case --queue
    ! nothing is to be judged
    $ redthread state r.case --entity p2 --schema Person --prop passportNumber --value X12345 --speaker Police --stance retracts --by "A. Clerk" > /dev/null
    $ redthread xref r.case --queue
    0.0230 no match
      Ali Example  Person  p1
      Omar Test    Person  p2
      judged same on <today> by A. Clerk: one passport; that rests on something that no longer counts
        for      +3.81  calibration   how often such scores were right on the development sets
        against  -3.00  nothing       no word is shared
        against  -1.79  prior         two names that are held together are rarely one bearer's
        against  -1.78  lacks half    part of the longer name is not shared
        against  -0.50  differs name  ali / omar: these names differ
        against  -0.50  differs name  example / test: these names differ
    $ echo n not one passport | redthread judge r.case --by "A. Clerk"
    0.0230 no match
      Ali Example  Person  p1
      Omar Test    Person  p2
      judged same on <today> by A. Clerk: one passport; that rests on something that no longer counts
        for      +3.81  calibration   how often such scores were right on the development sets
        against  -3.00  nothing       no word is shared
        against  -1.79  prior         two names that are held together are rarely one bearer's
        against  -1.78  lacks half    part of the longer name is not shared
        against  -0.50  differs name  ali / omar: these names differ
        against  -0.50  differs name  example / test: these names differ
    ! redthread: p1 and p2 are one through others: p1 = p3 = p2; judge the pair of these `unsure` that is wrong, then try again
    ! 0 judged, 0 skipped, 1 refused; nothing else is to be judged
    $ echo y one face all the same | redthread judge r.case --by "A. Clerk"
    0.0230 no match
      Ali Example  Person  p1
      Omar Test    Person  p2
      judged same on <today> by A. Clerk: one passport; that rests on something that no longer counts
        for      +3.81  calibration   how often such scores were right on the development sets
        against  -3.00  nothing       no word is shared
        against  -1.79  prior         two names that are held together are rarely one bearer's
        against  -1.78  lacks half    part of the longer name is not shared
        against  -0.50  differs name  ali / omar: these names differ
        against  -0.50  differs name  example / test: these names differ
      p1 and p2: same; one now: p1, p2, p3
    
    ! 1 judged, 0 skipped, 0 refused; nothing else is to be judged
    $ redthread xref r.case --queue
    ! nothing is to be judged

# what_the_queue_is_asked_wrongly

    $ redthread xref q.case --queue --between one
    ! redthread: --between is given twice, or not at all
    [2]
    $ redthread xref q.case r.case --queue
    ! redthread: --queue is of one case
    [2]
    $ redthread judge q.case p1
    ! redthread: judge takes a case, two names and a judgement; or a case alone, for its queue
    [2]
    $ redthread judge q.case --on 00000000000000000000000000000000 < /dev/null
    ! redthread: --on is for a judgement on one pair
    [2]
    $ redthread judge nowhere.case < /dev/null
    ! redthread: nowhere.case: No such file or directory
    [1]

# a_reader_works_on_the_queue_of_what_they_may_see

    $ redthread init s.case 2> /dev/null
    $ redthread state s.case --entity p1 --schema Person --prop name --value "Ali Ahmad Example" --by "A. Clerk" > /dev/null
    $ redthread state s.case --entity p2 --schema Person --prop name --value "Ali Ahmed Example" --by "A. Clerk" > /dev/null
    $ redthread state s.case --entity h1 --schema Person --prop name --value "Ali Ahmad Exampla" --handling hawk --by "A. Clerk" > /dev/null
    $ redthread judge s.case p1 p2 different --why "two voices" --handling hawk --by "A. Clerk" > /dev/null
    $ redthread xref s.case --queue --json | grep -o '"id":"[a-z0-9]*"' | paste -sd ' \n'
    "id":"h1" "id":"p1"
    "id":"h1" "id":"p2"
    $ redthread xref s.case --queue --clear amber --json | grep -o '"id":"[a-z0-9]*"' | paste -sd ' \n'
    "id":"p1" "id":"p2"
    $ echo y one man | redthread judge s.case --clear amber --by "B. Clerk" | tail -n 2
      p1 and p2: same
    
    ! 1 judged, 0 skipped, 0 refused; nothing else is to be judged
    $ redthread xref s.case --queue --clear amber
    ! nothing is to be judged
    $ redthread history s.case p1 --clear amber | head -n 6
    Ali Ahmad Example  p1
    
    Judged to be one
      Ali Ahmad Example p1
      Ali Ahmed Example p2
    
    $ redthread history s.case p1 | grep -E "^  (same|different)"
      different  Ali Ahmad Example p1 and Ali Ahmed Example p2
      same  Ali Ahmad Example p1 and Ali Ahmed Example p2  (overruled)
