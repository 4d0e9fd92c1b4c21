~ \b[0-9a-f]{32}\b => <id>
~ \d{4}-\d\d-\d\d(?=, | by) => <today>

# what_is_judged_the_same_is_one_until_it_is_split

    $ redthread init t.case 2> /dev/null
    $ redthread state t.case --entity p1 --schema Person --prop name --value "Ali Example" --by "A. Clerk" > /dev/null
    $ redthread state t.case --entity p1 --schema Person --prop nationality --value be --by "A. Clerk" > /dev/null
    $ redthread state t.case --entity p2 --schema Person --prop name --value "Aly Example" --by "A. Clerk" > /dev/null
    $ redthread state t.case --entity p3 --schema Person --prop name --value "Omar Other" --by "A. Clerk" > /dev/null
    $ redthread merge t.case "Ali Example" p2 --why "one passport" --by "A. Clerk"
    p1 and p2: same
      judgement  <id>
      why        one passport
      one now    p1, p2
      score      0.9922
        for      +4.81  shared       example ~ example: the same word
        for      +1.63  shared       ali ~ aly: another spelling
        for      +0.76  calibration  how often such scores were right on the development sets
        against  -1.79  prior        two names that are held together are rarely one bearer's
        against  -0.37  alone        one word says most of it
        against  -0.21  short        short words, which are shared by chance more often
    $ redthread merge t.case p1 p2 --why "one passport" --by "A. Clerk" | head -n 1
    p1 and p2: same (was judged so already)
    $ redthread show t.case p2 | grep nationality
      nationality           Belgium (be)                   nobody named [1]
    $ redthread split t.case p2 p1 --why "the passport was forged" --by "B. Clerk" --json
    {"id":"<id>","added":true,"a":"p2","b":"p1","judgement":"unsure","why":"the passport was forged","on":[],"score":"0.9922","explanation":[{"feature":"shared","score":1.6321,"detail":"aly ~ ali: another spelling"},{"feature":"shared","score":4.8149,"detail":"example ~ example: the same word"},{"feature":"prior","score":-1.788,"detail":"two names that are held together are rarely one bearer's"},{"feature":"short","score":-0.2105,"detail":"short words, which are shared by chance more often"},{"feature":"alone","score":-0.369,"detail":"one word says most of it"},{"feature":"calibration","score":0.7649,"detail":"how often such scores were right on the development sets"}],"handling":null,"members":["p2"]}
    $ redthread show t.case p2 | grep nationality
    [1]
    $ redthread history t.case p1
    Ali Example  p1
    
    Judgements
      same  Ali Example p1 and Aly Example p2  (overruled)
        <today>, A. Clerk  <id>
        why one passport
        score then 0.9922
      unsure  Aly Example p2 and Ali Example p1
        <today>, B. Clerk  <id>
        why the passport was forged
        score then 0.9922
          for      +4.81  shared       example ~ example: the same word
          for      +1.63  shared       aly ~ ali: another spelling
          for      +0.76  calibration  how often such scores were right on the development sets
          against  -1.79  prior        two names that are held together are rarely one bearer's
          against  -0.37  alone        one word says most of it
          against  -0.21  short        short words, which are shared by chance more often
    $ redthread history t.case p3
    Omar Other  p3
    
    Nothing was judged

# what_is_judged_different_stays_apart

    $ redthread judge t.case p1 p3 different --why "seen in one room" --by "A. Clerk" | head -n 1
    p1 and p3: different
    $ redthread merge t.case p1 p2 --why "one passport" --by "A. Clerk" | head -n 1
    p1 and p2: same
    $ redthread merge t.case p2 p3 --why "one beard" --by "A. Clerk"
    ! redthread: p1 and p3 were judged different on <today> by A. Clerk (seen in one room); this would join them: p1 = p2 = p3
    [1]
    $ redthread merge t.case p1 p3 --why "one beard" --by "A. Clerk"
    ! redthread: p1 and p3 were judged different on <today> by A. Clerk (seen in one room); to judge the pair `unsure` takes that back
    [1]
    $ redthread split t.case p1 p3 --why "none" --by "A. Clerk"
    ! redthread: p1 and p3 are not judged the same: there is nothing to split
    [1]
    $ redthread judge t.case p1 p3 unsure --why "the photo is of another" --by "A. Clerk" | head -n 1
    p1 and p3: unsure
    $ redthread merge t.case p2 p3 --why "one beard" --by "A. Clerk" | head -n 4
    p2 and p3: same
      judgement  <id>
      why        one beard
      one now    p1, p2, p3
    $ redthread split t.case p1 p3 --why "none" --by "A. Clerk"
    ! redthread: p1 and p3 are one through others: p1 = p2 = p3; judge the pair of these `unsure` that is wrong, then try again
    [1]
    $ redthread history t.case p3 --as-of 2020-01-01
    ! redthread: nobody is called "p3", and nothing has this id
    [1]

# who_is_meant_must_be_one_that_the_reader_sees

    $ redthread state t.case --entity p4 --schema Person --prop name --value "Aly Example" --by "A. Clerk" > /dev/null
    $ redthread state t.case --entity h1 --schema Person --prop name --value "Hidden One" --handling hawk --by "A. Clerk" > /dev/null
    $ redthread merge t.case "Aly Example" p3 --why "one beard" --by "A. Clerk"
    ! redthread: "Aly Example" is the name of several: give the id that is meant (p2, p4)
    [1]
    $ redthread merge t.case p4 h1 --why "one beard" --by "A. Clerk" --clear amber
    ! redthread: nobody is called "h1", and nothing has this id
    [1]
    $ redthread merge t.case p4 x1 --why "one beard" --by "A. Clerk" --clear amber
    ! redthread: nobody is called "x1", and nothing has this id
    [1]
    $ redthread merge t.case p4 p3 --why "one beard" --by "A. Clerk" --clear amber --handling hawk
    ! redthread: nobody writes what they may not read: handling hawk is above clearance amber
    [1]
    $ redthread judge t.case p4 p3 perhaps --why "one beard"
    ! redthread: a judgement is same, different or unsure, not "perhaps"
    [2]
    $ redthread judge t.case p4 p3 same
    ! redthread: a judgement needs a reason: --why TEXT
    [2]
    $ redthread judge t.case p4 p3 same --why $'x\xff'
    ! redthread: --why is not UTF-8
    [1]
