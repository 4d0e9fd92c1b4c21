~ \b[0-9a-f]{32}\b => <id>
~ \d{4}-\d\d-\d\d(?=, | by) => <today>

# a_view_can_be_asked_as_if_two_were_one

    $ redthread init t1.case 2> /dev/null
    $ redthread import t1.case $FILES/../../../examples/atar/10-story.jsonl 2> /dev/null > /dev/null
    $ redthread history t1.case atar-oussama --as-if-same atar-hypothesis-abu-ahmad
    Asked as if Oussama Atar (atar-oussama) and Abu Ahmad (atar-abu-ahmad) were the same
      as says: Oussama Atar is the man known as Abu Ahmad (atar-hypothesis-abu-ahmad)
      nobody has judged them
    
    Oussama Atar  atar-abu-ahmad
    
    One, as judged and as asked
      Abu Ahmad atar-abu-ahmad
      Oussama Atar atar-oussama
    
    Nothing was judged
    $ redthread show t1.case "Oussama Atar" | sed -n '/^Believed/,/^$/p'
    Believed to be the same (kept apart; --as-if-same asks what would follow)
      Abu Ahmad  atar-abu-ahmad
        Oussama Atar is the man known as Abu Ahmad  atar-hypothesis-abu-ahmad
        held                  believed                      believed by French authorities, via CNN
                                                              (cnn-2016) [2]
        called                believed: Abu Ahmad           believed by French authorities, via CNN
                                                              (cnn-2016) [2]
        evidence              2 origins for, 0 against
        judged                by nobody
    
    $ redthread show t1.case atar-abu-ahmad | sed -n '/^Believed/,/^$/p'
    Believed to be the same (kept apart; --as-if-same asks what would follow)
      Oussama Atar  atar-oussama
        Oussama Atar is the man known as Abu Ahmad  atar-hypothesis-abu-ahmad
        held                  believed                      believed by French authorities, via CNN
                                                              (cnn-2016) [1]
        called                believed: Abu Ahmad           believed by French authorities, via CNN
                                                              (cnn-2016) [1]
        evidence              2 origins for, 0 against
        judged                by nobody
    
    $ redthread judge t1.case atar-oussama atar-abu-ahmad different --why "two voices" --by "A. Clerk" | head -n 1
    atar-oussama and atar-abu-ahmad: different
    $ redthread history t1.case "Oussama Atar" --as-if-same "Oussama Atar=atar-abu-ahmad"
    Asked as if Oussama Atar (atar-oussama) and Abu Ahmad (atar-abu-ahmad) were the same
      they are judged different on <today> by A. Clerk: two voices
    
    Oussama Atar  atar-abu-ahmad
    
    One, as judged and as asked
      Abu Ahmad atar-abu-ahmad
      Oussama Atar atar-oussama
    
    Judgements
      different  Oussama Atar atar-oussama and Abu Ahmad atar-abu-ahmad
        <today>, A. Clerk  <id>
        why two voices
        score then 0.6910
          for      +1.98  shared       abuahmad ~ abuahmad: the same word
          for      +1.44  calibration  how often such scores were right on the development sets
          against  -1.79  prior        two names that are held together are rarely one bearer's
          against  -0.83  single both  both names are a single word
    $ redthread history t1.case atar-oussama --as-if-same "Abu Ahmad=atar-yaseen"
    ! redthread: "Abu Ahmad" is the name of several: give the id that is meant (atar-abu-ahmad, atar-oussama)
    [1]
    $ redthread history t1.case atar-oussama --as-if-same atar-hypothesis-director
    ! redthread: atar-hypothesis-director is no hypothesis that two are one; as if takes A=B, or such a hypothesis
    [1]
    $ redthread history t1.case atar-oussama --as-if-same nobody=atar-oussama
    ! redthread: nobody is called "nobody", and nothing has this id
    [1]
    $ redthread history t1.case atar-oussama --as-if-same atar-oussama=atar-yaseen --as-if-apart atar-yaseen=atar-oussama
    ! redthread: atar-yaseen and atar-oussama cannot be apart: what else is asked as if makes them one
    [1]
    $ redthread export t1.case --as-if-same atar-oussama=atar-yaseen > /dev/null
    ! redthread: asked as if atar-oussama and atar-yaseen were the same

# a_judgement_rests_on_statements

    $ redthread init t2.case 2> /dev/null
    $ redthread state t2.case --entity p1 --schema Person --prop name --value "Ali Example" --by "A. Clerk" > /dev/null
    $ redthread state t2.case --entity p2 --schema Person --prop name --value "Abu Test" --by "A. Clerk" > /dev/null
    $ redthread state t2.case --entity p2 --schema Person --prop passportNumber --value X12345 --speaker Police --by "A. Clerk" > /dev/null
    $ redthread show t2.case p2 --json | grep -o '"value":"X12345","stance":"asserts","statements":\["[0-9a-f]*' | grep -o '[0-9a-f]\{32\}' > id
    $ redthread merge t2.case p1 p2 --why "one passport" --by "A. Clerk" --on $(cat id)
    p1 and p2: same
      judgement  <id>
      why        one passport
      rests on   <id>
      one now    p1, p2
      score      0.0263
        for      +3.67  calibration  how often such scores were right on the development sets
        against  -3.00  nothing      no word is shared
        against  -1.79  prior        two names that are held together are rarely one bearer's
        against  -1.78  lacks half   part of the longer name is not shared
        against  -0.72  lacks name   example: only one has this name
    $ redthread statement t2.case $(cat id) | tail -n 3
    
    Judgements that rest on it
      same  Ali Example  p1 and Abu Test  p2  <today>, A. Clerk
    $ redthread state t2.case --entity p2 --schema Person --prop passportNumber --value X12345 --speaker Police --stance retracts --by "A. Clerk" > /dev/null
    $ redthread history t2.case p1
    Ali Example  p1
    
    Judged to be one
      Ali Example p1
      Abu Test p2
    
    Judgements
      same  Ali Example p1 and Abu Test p2
        <today>, A. Clerk  <id>
        why one passport
        rests on passport number "X12345" of Abu Test p2  <id>  (taken back)
        it rests on something that no longer counts: look at it again
        score then 0.0263
          for      +3.67  calibration  how often such scores were right on the development sets
          against  -3.00  nothing      no word is shared
          against  -1.79  prior        two names that are held together are rarely one bearer's
          against  -1.78  lacks half   part of the longer name is not shared
          against  -0.72  lacks name   example: only one has this name
    $ redthread merge t2.case p1 p2 --why "still" --by "A. Clerk" --on $(cat id)
    ! redthread: <id> was taken back or replaced: a judgement rests on what counts
    [1]
    $ redthread split t2.case p1 p2 --why "nothing is left" --by "A. Clerk" --on 00000000000000000000000000000000
    ! redthread: there is no statement <id>
    [1]

# a_judgement_is_for_the_eyes_of_those_who_see_what_it_names

    $ redthread init t3.case 2> /dev/null
    $ redthread state t3.case --entity p1 --schema Person --prop name --value "Ali Example" --by "A. Clerk" > /dev/null
    $ redthread state t3.case --entity h1 --schema Person --prop name --value "Ali Hidden" --handling hawk --by "A. Clerk" > /dev/null
    $ redthread merge t3.case p1 h1 --why "the informer says so" --by "A. Clerk" | grep handling
      handling   hawk
    $ redthread state t3.case --entity h1 --schema Person --prop name --value "Ali Public" --by "A. Clerk" > /dev/null
    $ redthread history t3.case p1 --clear amber
    Ali Example  p1
    
    Nothing was judged
