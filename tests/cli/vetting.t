Vettings in a fictional case (files/vetting.jsonl; nothing in it is of anybody), and the one that the real story tells of.

~ vetting-[0-9a-f]{16} => vetting-<id>
~ \b[0-9a-f]{64}\b => <hash>
~ \b[0-9a-f]{32}\b => <statement>
~ \b\d{1,2} [A-Z][a-z]{2} 20(2[6-9]|[3-9]\d)\b => <day>
~ redthread \d+\.\d+\.\d+ => redthread <version>

# a_check_is_shown_and_frozen

    $ redthread init f.case 2> /dev/null
    $ redthread import f.case $FILES/vetting.jsonl --by "B. Clerk" > /dev/null 2>&1
    $ redthread vet f.case "Ali Example" --purpose passport --authority "Ministry of Examples" --by "A. Clerk" --clear green
    Ali Example
    Person  f-ali
    
    Names
      name                  Ali Example                    Register of Examples (fictional) [1]
    
    Birth
      birth date            1984                           Register of Examples (fictional) [1]
    
    Sources
      [1]  Register of Examples, in fictional
           statement <statement>, cited 2 times
    
    Frozen
      vetting    vetting-<id>
      purpose    passport
      authority  Ministry of Examples
      shown      2 statements
      SHA-256    <hash>
      program    redthread <version>
    
    Nothing is decided yet: redthread vet CASE vetting-<id> --decision TEXT --why TEXT

# the_hash_is_that_of_the_page_as_anybody_can_compute_it

    $ redthread vet f.case "Ali Example" --purpose visa --by "A. Clerk" --clear green --json > vet.json
    $ python3 -c 'import json,hashlib; v=json.load(open("vet.json")); page=json.dumps(v["page"],sort_keys=True,separators=(",",":"),ensure_ascii=False); print(hashlib.sha256(page.encode()).hexdigest()==v["frozen"]["sha256"], v["frozen"]["head"], v["frozen"]["statements"])'
    True None 8

# it_is_decided_later_and_without_knowing_what_came_in_between

    $ redthread state f.case --entity f-ali --schema Person --prop notes --value "has two passports" --speaker "Border Police" --by "B. Clerk" > /dev/null
    $ ID=$(python3 -c 'import json; print(json.load(open("vet.json"))["id"])'); redthread vet f.case $ID --decision issued --decided-by "Ministry of Examples" --why "nothing spoke against it" --by "A. Clerk"
    vetting     vetting-<id>
    decision    issued
    decided by  Ministry of Examples
    why         nothing spoke against it
    $ redthread merge f.case f-ali f-alias --why "the Service says so" --by "B. Clerk" > /dev/null
    $ ID=$(python3 -c 'import json; print(json.load(open("vet.json"))["id"])'); redthread vettings f.case $ID
    visa  vetting-<id>, <day>
      subject               Ali Example                    A. Clerk · <day> [1]
      purpose               visa                           A. Clerk · <day> [1]
      asked                 Ali Example                    A. Clerk · <day> [1]
      decision              issued                         A. Clerk · <day> [1]
      decided by            Ministry of Examples           A. Clerk · <day> [1]
      why                   nothing spoke against it
      shown                 8 statements, of "Ali
                              Example"
                            read with clearance green
      evidence              intact: the same lens gives
                              the same page as the case
                              was then
      decided without knowing 3 statements
        Ali Example  recorded on <day> by B. Clerk, and hidden from who asked
          notes             is on a watch list             Service of Samples (fictional) [2]
        Ali Example  recorded on <day> by B. Clerk, and not counted as theirs then
          name              The Teacher                    Register of Samples (fictional) [3]
        Ali Example  recorded on <day> by B. Clerk, before the decision
          notes             has two passports              Border Police [4]
    
    Sources
      [1]  A. Clerk
           statement <statement>, cited 5 times
      [2]  Service of Samples, in fictional
           statement <statement>
      [3]  Register of Samples, in fictional
           statement <statement>
      [4]  Border Police
           statement <statement>
    $ redthread vettings f.case "Ali Example" --clear green --json | python3 -c 'import json,sys; o=json.load(sys.stdin); print([(u["how"],u["value"],u["before_decision"]) for u in o["vettings"][1]["unknown"]], o["vettings"][1]["frozen"]["head"], o["vettings"][1]["frozen"]["check"])'
    [('elsewhere', 'The Teacher', True), ('later', 'has two passports', True)] None intact

# of_several_who_bear_the_name_none_is_chosen

    $ redthread vet f.case "Maria Sample" --purpose visa --by "A. Clerk" --handling hawk
    2 bear the name "Maria Sample": all are shown, none is chosen.
    
    Maria Sample
    Person  f-maria-1
    
    Names
      name                  Maria Sample                   Register of Examples (fictional) [1]
    
    Possible matches (kept apart until somebody judges them the same)
      Maria Sample  f-maria-2  score 0.9965
        for      shared       maria ~ maria: the same word                              +2.09
        for      shared       sample ~ sample: the same word                            +4.74
        against  prior        two names that are held together are rarely one bearer's  -1.79
        against  alone        one word says most of it                                  -0.25
        for      calibration  how often such scores were right on the development sets  +0.85
    
    Sources
      [1]  Register of Examples, in fictional
           statement <statement>
    
    
    Maria Sample
    Person  f-maria-2
    
    Names
      name                  Maria Sample                   Register of Samples (fictional) [1]
    
    Possible matches (kept apart until somebody judges them the same)
      Maria Sample  f-maria-1  score 0.9965
        for      shared       maria ~ maria: the same word                              +2.09
        for      shared       sample ~ sample: the same word                            +4.74
        against  prior        two names that are held together are rarely one bearer's  -1.79
        against  alone        one word says most of it                                  -0.25
        for      calibration  how often such scores were right on the development sets  +0.85
    
    Sources
      [1]  Register of Samples, in fictional
           statement <statement>
    
    Frozen
      vetting        vetting-<id>
      purpose        visa
      shown          2 statements
      SHA-256        <hash>
      program        redthread <version>
      log before it  53 entries, root <hash>
      handling       hawk
    
    Nothing is decided yet: redthread vet CASE vetting-<id> --decision TEXT --why TEXT
    $ redthread vettings f.case "Maria Sample" --clear green
    This is Maria Sample (f-maria-1); the name is also that of Maria Sample (f-maria-2). Ask by the id
      to be sure.
    
    nobody was checked

# nothing_known_is_an_answer_too

    $ redthread vet f.case "Zoltan Nowhere" --purpose visa --answer "nothing is known" --decision issued --decided-by "A. Clerk" --why "nothing known" --by "A. Clerk" | sed '/log before/d'
    Nothing is known of "Zoltan Nowhere".
    
    Frozen
      vetting        vetting-<id>
      purpose        visa
      shown          0 statements
      SHA-256        <hash>
      program        redthread <version>
      answer         nothing is known
      decision       issued
      decided by     A. Clerk
    $ redthread vet f.case "Ali Exampel" --purpose visa --by "A. Clerk" --json | python3 -c 'import json,sys; p=json.load(sys.stdin)["page"]; print(p["found"], [(x["id"],x["match"]) for x in p["like"]], len(p["subjects"]))'
    like [('f-ali', True)] 1

# a_past_that_is_written_afterwards_makes_it_differ

    $ echo '{"type":"statement","entity":"f-ali","schema":"Person","prop":"notes","value":"was known all along","speaker":"Somebody","stance":"asserts","dataset":"fictional","recorded_at":"2020-01-01T00:00:00.000000Z","recorded_by":"Nobody"}' > past.jsonl
    $ redthread import f.case past.jsonl > /dev/null 2>&1
    $ redthread vettings f.case "Ali Example" --json | python3 -c 'import json,sys; o=json.load(sys.stdin); print([(v["frozen"]["check"],len(v["frozen"]["missing"]),len(v["frozen"]["added"])) for v in o["vettings"]])'
    [('differs', 0, 1), ('differs', 0, 1), ('differs', 0, 1)]

# what_is_asked_wrongly

    $ redthread vet f.case "Ali Example"
    ! redthread: say what it is for: --purpose "passport" (or, with the id of a vetting, what was decided: --decision TEXT --why TEXT)
    [2]
    $ redthread vet f.case "Ali Example" --purpose visa --decided-by "A. Clerk"
    ! redthread: --decided-by says who took a decision: give --decision TEXT too
    [2]
    $ redthread vet f.case "Ali Example" --purpose visa --as-if-same f-ali=f-alias
    ! redthread: what is frozen is the case as it was judged: --as-if is for looking only
    [2]
    $ redthread vet f.case vetting-0123456789abcdef --decision issued --why "it must be"
    ! redthread: there is no vetting vetting-<id> (to check somebody, say for what: --purpose TEXT)
    [1]
    $ redthread vet f.case "Ali Example" --purpose visa --clear green --handling hawk
    ! redthread: nobody writes what they may not read: handling hawk is above clearance green
    [1]

# the_passport_of_the_story_what_the_ministry_had_and_what_it_had_not

    $ redthread init t.case 2> /dev/null
    $ redthread import t.case $FILES/../../../examples/atar/*.jsonl > /dev/null 2>&1
    $ redthread vettings t.case "Oussama Atar" | sed '/without knowing/,$d'
    Check before the passport was issued  atar-vetting-passport, between Aug 2012 and Dec 2013
      subject               Oussama Atar                   source close to the Belgian inquiry, via CNN
                                                             (cnn-2016) · F · 2016 [1]
      purpose               passport                       source close to the Belgian inquiry, via CNN
                                                             (cnn-2016) · F · 2016 [1]
      checked by            Belgian Ministry of Foreign    source close to the Belgian inquiry, via CNN
                              Affairs                        (cnn-2016) · F · 2016 [1]
      asked                 put to Belgian intelligence    source close to the Belgian inquiry, via CNN
                                                             (cnn-2016) · F · 2016 [1]
      decision              issued                         source close to the Belgian inquiry, via CNN
                                                             (cnn-2016) · F · 2016 [2]
      decided by            Belgian Ministry of Foreign    source close to the Belgian inquiry, via CNN
                              Affairs                        (cnn-2016) · F · 2016 [2]
      evidence              nothing was frozen: the
                              sources only tell of it
      had reached who decided, or possibly had
        Condition: no passport  possibly had by Belgian Ministry of Foreign Affairs, since Aug 2012
          name              Condition: no passport         author of the official letter on the release,
                                                             via CNN (cnn-2016) [3]
          subject           Oussama Atar                   author of the official letter on the release,
                                                             via CNN (cnn-2016) [3]
          subject           Belgian Ministry of Foreign    author of the official letter on the release,
                              Affairs                        via CNN (cnn-2016) [3]
          release           Release of Oussama Atar in     author of the official letter on the release,
                              Iraq                           via CNN (cnn-2016) [3]
          authority         Iraqi authorities              author of the official letter on the release,
                                                             via CNN (cnn-2016) [3]
          rule              no passport from the Belgian   author of the official letter on the release,
                              Foreign Ministry               via CNN (cnn-2016) [3]
          start date        August 2012                    author of this example (cnn-2016) [4]
        atar-passport  possibly had by Belgian Ministry of Foreign Affairs, since between Aug 2012 and
              Dec 2013
          identification    Oussama Atar                   source close to the Belgian inquiry, via CNN
            holder                                           (cnn-2016) · F · 2016 [2]
          authority         Belgian Ministry of Foreign    source close to the Belgian inquiry, via CNN
                              Affairs                        (cnn-2016) · F · 2016 [2]
          country           Belgium (be)                   source close to the Belgian inquiry, via CNN
                                                             (cnn-2016) · F · 2016 [2]
          type              passport                       source close to the Belgian inquiry, via CNN
                                                             (cnn-2016) · F · 2016 [2]
          start date        between August 2012 and        author of this example (cnn-2016) [5]
                              December 2013
          summary           why it was issued is not       CNN (cnn-2016) · between Sep and Dec 2016 [6]
                              clear
    $ redthread vettings t.case --json | python3 -c 'import json,sys; v=json.load(sys.stdin)["vettings"][0]; seen=dict.fromkeys((u["about"]["caption"],u["holder"]["caption"],u["reached"]) for u in v["unknown"]); print(len(v["had"]),len(v["unknown"])); print("\n".join(" | ".join(x) for x in seen))'
    13 164
    Arrest at a checkpoint in Ramadi | US military | certain
    Arrest at a checkpoint in Ramadi | US military | possible
    Held at Abu Ghraib | Abu Ghraib | certain
    Held at Camp Cropper | Camp Cropper | certain
    Oussama Atar | Oussama Atar | certain
    atar-kin-mother | Oussama Atar | certain
    atar-kin-father | Oussama Atar | certain
    Journey from Syria into Iraq | Oussama Atar | certain
    Andre Jacob questions Oussama Atar at Camp Cropper | CIA | certain
    Andre Jacob questions Oussama Atar at Camp Cropper | CIA | possible
    Assessment of Oussama Atar by Andre Jacob, 2006 | Andre Jacob | certain
    Attempted escape from prison | atar-zarqawi-associate | certain
    US view of Oussama Atar, 2009 | US Embassy | certain
    Attempted escape from prison | US Embassy | certain
    Journey from Syria into Iraq | Amnesty International | certain
    Illegal entry into Iraq | Amnesty International | certain
    Illness of Oussama Atar in captivity | word of mouth in 2010 (origin not named) | certain
    Illness of Oussama Atar in captivity | family of Oussama Atar | certain
    Illness of Oussama Atar in captivity | Amnesty International | certain
    Campaign for treatment of Oussama Atar | Atar family | certain
    Campaign for treatment of Oussama Atar | Atar family | possible
    Sentence of an Iraqi court | Iraqi court | possible
    Held at Camp Bucca | Camp Bucca | possible
    Held at Al-Rusafa | Al-Rusafa | possible
    Held at Nasiriya | Nasiriya prison | possible
    Release of Oussama Atar in Iraq | Iraqi authorities | possible
    Condition: monitoring | Iraqi authorities | possible
    Questioning after the return | police in Brussels | possible
    Visits of Oussama Atar to the El Bakraoui brothers | El Bakraoui | possible
    Oussama Atar | French authorities | possible
    Oussama Atar | Iraqi authorities | possible
    Oussama Atar is the man known as Abu Ahmad | French authorities | possible
    Oussama Atar directed the attacks of Paris and Brussels | authorities (which ones is not said) | possible
    atar-kin-cousin-a | French and Belgian authorities | possible
    atar-kin-cousin-b | French and Belgian authorities | possible
    El Bakraoui brothers drawn into extremism | authorities (which ones is not said) | possible
    El Bakraoui brothers drawn into extremism | French and Belgian authorities | possible
    Oussama Atar | Iraqi and Belgian officials | possible
    atar-associate-baghdadi | Iraqi and Belgian officials | possible
    Illegal entry into Iraq | politicians who backed the release | possible
    Oussama Atar was in Belgium in 2016 to carry out an attack | authorities (which ones is not said) | possible
    El Bakraoui brothers drawn into extremism | El Bakraoui | possible
    Condition: no passport | author of this example | possible
    Condition: monitoring | author of this example | possible
