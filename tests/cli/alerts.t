# Conditions and watch rules.

# the_conditions_of_the_release_and_what_was_watched

    $ redthread init t.case 2> /dev/null
    $ redthread import t.case $FILES/../../../examples/atar/*.jsonl > /dev/null 2>&1
    $ redthread alerts t.case "Oussama Atar" > out; sed 's/\(raised\|As of\) *20[0-9-]*/\1 DAY/' out
    Broken
      Oussama Atar: Watch: a journey out of Belgium after a release
        rule     forbid Travel where traveller is $subject and endLocation.country is not be or unknown
                   after (Release where person is $subject)
                 author of this example (rules) [1]
        found    Travel "Journey to Turkey" ([2013..2016-08]) is what must not be
                 CNN (cnn-2016) · between Sep and Dec 2016 [2][3]
                 CNN (cnn-2016) · 1 · between Sep and Dec 2016 [4]
                 author of this example (cnn-2016) [5]
        perhaps  Journey to Turkey: Oussama Atar (traveller)
        raised DAY
        alert    15793b4d2e5f66441b4839c37fabe828
    
      Oussama Atar: Watch: a journey out of Belgium after a release
        rule     forbid Travel where traveller is $subject and endLocation.country is not be or unknown
                   after (Release where person is $subject)
                 author of this example (rules) [1]
        found    Travel "Journey to Tunisia" (2013) is what must not be
                 source close to the Belgian inquiry, via CNN (cnn-2016) · F · 2016 [6]
                 CNN (cnn-2016) · between Sep and Dec 2016 [3]
                 CNN (cnn-2016) · 1 · between Sep and Dec 2016 [4]
        perhaps  Journey to Tunisia: Oussama Atar (traveller)
        raised DAY
        alert    4ac3b3de4e15b4dd8e0fe91ea01f045f
    
      Oussama Atar: Watch: twenty visits to two prisons
        rule     count Visit where visitor is $subject and facility is said at least 20 across 2
                   facility
                 author of this example (rules) [1]
        found    20 counted, with 2 different (Facility); the rule asks from 20 on, across 2
                 source close to the Belgian inquiry, via CNN (cnn-2016) · F · 2016 [7]
        perhaps  Visits of Oussama Atar to the El Bakraoui brothers: source close to the Belgian inquiry
                   (speaker), CNN (passed it on), Oussama Atar (visitor), El Bakraoui (visited), El
                   Bakraoui (visited), first prison outside Brussels (not named) (facility), second
                   prison outside Brussels (not named) (facility)
        raised DAY
        alert    7d0a01b8ec7c06f3e7db513d99fa4b6c
    
    Possibly broken
      Oussama Atar: Condition: monitoring
        in words   what he does is monitored
                   author of the official letter on the release, via CNN (cnn-2016) [8]
        rule       expect Assessment where subject is atar-oussama and author is
                     atar-belgian-intelligence or atar-belgian-police or atar-anti-terrorism-unit within
                     12 months after atar-release
                   author of the official letter on the release, via CNN (cnn-2016) [8]
                   author of this example (cnn-2016) [9]
                   author of this example (rules) [1]
        found      Assessment: none is told of that was expected by 2013-08-31
                   CNN (cnn-2016) · 1 · between Sep and Dec 2016 [4]
        not sure   that nobody tells of it is no proof that it was not
        opposed    set against the condition:
                   source close to the Belgian inquiry, via CNN (cnn-2016) · F · 2016 [7]
        held then  Condition: monitoring: author of the official letter on the release (speaker), CNN
                     (passed it on), Iraqi authorities (authority), author of this example (speaker)
        perhaps    Condition: monitoring: Oussama Atar (bound by it)
        raised DAY
        alert      957beaf7eec8122f4c2e7aa669f5ac11
    
      Oussama Atar: Condition: no passport
        in words  no passport from the Belgian Foreign Ministry
                  author of the official letter on the release, via CNN (cnn-2016) [8]
        rule      forbid Passport where holder is atar-oussama and authority is
                    atar-belgian-foreign-ministry starts during condition
                  author of the official letter on the release, via CNN (cnn-2016) [8]
                  author of this example (cnn-2016) [9]
                  author of this example (rules) [1]
        found     Passport (from [2012-08..2013-12]) may be what must not be
                  source close to the Belgian inquiry, via CNN (cnn-2016) · F · 2016 [10]
                  author of this example (cnn-2016) [11]
        not sure  whether it was begun during the condition (2012-08/) is not sure: it is dated from
                    [2012-08..2013-12]
        opposed   set against the condition:
                  source close to the Belgian inquiry, via CNN (cnn-2016) · F · 2016 [10]
        perhaps   Condition: no passport: author of the official letter on the release (speaker), CNN
                    (passed it on), Iraqi authorities (authority), Oussama Atar (bound by it), Belgian
                    Ministry of Foreign Affairs (bound by it), author of this example (speaker)
        perhaps   atar-passport: source close to the Belgian inquiry (speaker), CNN (passed it on),
                    Belgian Ministry of Foreign Affairs (authority), author of this example (speaker)
        raised DAY
        alert     63ca4cdd4d4af3d4aca5a784bde50271
    
    As of DAY.
    
    Sources
      [1]   author of this example, in rules
            statement 72a728537bed27017297404449404c31, cited 4 times
      [2]   CNN, in cnn-2016, CNN on Oussama Atar, text of the 2016 report (not shipped),
              bytes:10576-10634
            statement 3ad5ac089b45992e8fc73bf2109bd3c1, cited 3 times
      [3]   CNN, in cnn-2016, CNN on Oussama Atar, text of the 2016 report (not shipped),
              bytes:8381-8507
            statement 413f07bb0e67e9b3e305eaddeaaa9813
      [4]   CNN, in cnn-2016, CNN on Oussama Atar, text of the 2016 report (not shipped),
              bytes:8160-8507
            statement dc88d0787e711e541498c1f014047765
      [5]   author of this example, in cnn-2016, CNN on Oussama Atar, text of the 2016 report (not
              shipped), bytes:10409-11548
            statement eee460d97ddaeffee0bdbca06baa02dc
      [6]   source close to the Belgian inquiry, via CNN, in cnn-2016, CNN on Oussama Atar, text of the
              2016 report (not shipped), bytes:10409-10575
            statement 56955026262c3a68ad65a2f8e356ff5f, cited 4 times
      [7]   source close to the Belgian inquiry, via CNN, in cnn-2016, CNN on Oussama Atar, text of the
              2016 report (not shipped), bytes:9497-9767
            statement bde8d0dc12c5e2c88e66888f634939e5, cited 4 times
      [8]   author of the official letter on the release, via CNN, in cnn-2016, CNN on Oussama Atar,
              text of the 2016 report (not shipped), bytes:9907-10094
            statement 856b5dc25d6926df49e899882ca55ac3, cited 5 times
      [9]   author of this example, in cnn-2016, CNN on Oussama Atar, text of the 2016 report (not
              shipped), bytes:8160-10094
            statement 31d697497aa4f11e638e32f5f377b407, cited 2 times
      [10]  source close to the Belgian inquiry, via CNN, in cnn-2016, CNN on Oussama Atar, text of the
              2016 report (not shipped), bytes:10096-10194
            statement ddfdd1de2259342cc2eab0a7502ac685, cited 2 times
      [11]  author of this example, in cnn-2016, CNN on Oussama Atar, text of the 2016 report (not
              shipped), bytes:8160-10575
            statement e7b5d979ce272d589c2fb886ffd78fbc

# the_rules_of_the_example_as_a_file_say_nothing_new

    $ redthread import t.case $FILES/../../../examples/atar/rules.yaml
    ! 0 new entries from 1 file; 6 said what was there already

# as_json_each_alert_has_all_its_fields

    $ redthread alerts t.case atar-oussama --json | python3 -c "
    > import json, sys
    > o = json.load(sys.stdin)
    > print(*sorted(o['alerts'][0]))
    > for a in o['alerts']: print(a['certainty'], a['entity']['id'], a['event'] and a['event']['id'], len(a['statements']), a['explanation'])
    > print(len(o['today']))"
    acknowledged against caption certainty condition doubts entity event explanation found_statements held id kind opposed_by raised rule rule_statements sources statements was_acknowledged words
    broken atar-oussama atar-travel-turkey 7 Travel "Journey to Turkey" ([2013..2016-08]) is what must not be
    broken atar-oussama atar-travel-tunisia 7 Travel "Journey to Tunisia" (2013) is what must not be
    broken atar-oussama atar-visits-cousins 5 20 counted, with 2 different (Facility); the rule asks from 20 on, across 2
    possibly atar-oussama None 4 Assessment: none is told of that was expected by 2013-08-31
    possibly atar-oussama atar-passport 7 Passport (from [2012-08..2013-12]) may be what must not be
    10

# who_looked_at_an_alert_is_kept_until_it_changes

    $ redthread alerts t.case --json | python3 -c "
    > import json, sys
    > print([a['id'] for a in json.load(sys.stdin)['alerts'] if a['caption'] == 'Condition: no passport'][0])" > id
    $ redthread acknowledge t.case $(cat id) --why "told to the inquiry" --by "A. Clerk"
    Condition: no passport: possibly, acknowledged
      told to the inquiry
    $ redthread acknowledge t.case $(cat id) --why "told to the inquiry" --by "A. Clerk"
    Condition: no passport: possibly (was acknowledged so already)
      told to the inquiry
    $ redthread alerts t.case | grep -A1 -E "^Looked at"
    Looked at
      Oussama Atar: Condition: no passport
    $ redthread state t.case --entity atar-passport --schema Passport --prop startDate --value 2013-01-15 --speaker "The Ministry" --dataset ministry > /dev/null
    $ redthread alerts t.case | grep -E "^[BPOL]|no passport|was seen" | sed 's/20[0-9-]*/DAY/'
    Broken
      Oussama Atar: Condition: no passport
        in words   no passport from the Belgian Foreign Ministry
        held then  Condition: no passport: Iraqi authorities (authority)
        perhaps    Condition: no passport: author of the official letter on the release (speaker), CNN
        was seen   A. Clerk, DAY: told to the inquiry
    Possibly broken
    $ redthread acknowledge t.case 0123456789abcdef0123456789abcdef --why "no such"
    ! redthread: there is no alert 0123456789abcdef0123456789abcdef; `redthread alerts --all` lists them with their ids
    [1]
    $ redthread acknowledge t.case $(cat id)
    ! redthread: an acknowledgement needs a reason: --why TEXT
    [2]
    $ redthread audit verify t.case | grep -E "^(bad|unaccounted)"
    unaccounted 0

# what_is_wrong_in_a_file_of_rules_is_told_with_its_place

    $ cat > wrong.yaml <<'END'
    > speaker: Desk
    > rules:
    >   - id: w1
    >     rule: >
    >       forbid Passport
    >       where holdr is $subject
    > END
    $ redthread import t.case wrong.yaml
    ! redthread: wrong.yaml:6:13: a Passport has no property "holdr"
    [1]
    $ printf 'rules:\n  - id: w1\n    rule: forbid Passport\n' > nobody.yaml; redthread import t.case nobody.yaml
    ! redthread: nobody.yaml:2:5: nobody says this rule: give "speaker" here, or once for the file
    [1]
    $ printf 'speaker: Desk\nrules:\n  - id: w1\n    rule: forbid Passport\n    sinse: 2012\n' > key.yaml; redthread alerts t.case --rules key.yaml
    ! redthread: key.yaml:5:12: "sinse" is not known here; expected id, name, rule, subject, condition, from, to, authority, note, speaker or said_at
    [1]
    $ printf 'speaker: Desk\nrules:\n  - id: [w1\n' > yaml.yaml; redthread import t.case yaml.yaml
    ! redthread: yaml.yaml:4:1: this is not YAML: did not find expected ',' or ']', while parsing a flow sequence
    [1]
    $ redthread import t.case --keep-going wrong.yaml 2>&1 | tail -1
    0 new entries from 1 file; 0 said what was there already

# a_rule_by_hand_that_cannot_be_read_is_told

    $ redthread state t.case --entity k9 --schema Condition --prop rule --value "forbid Pasport" --speaker Desk > /dev/null
    ! redthread: this rule can't be read, so nothing will be looked for: at byte 7, "Pasport" stands where a schema (Passport, Visit, Travel, Event, ...) was expected; kept as it stands
    $ redthread alerts t.case | grep -A4 "k9\|forbid Pasport" | head -4
      forbid Pasport: forbid Pasport
        rule   forbid Pasport
               Desk [12]
        found  this rule can't be read, so nothing is looked for: at byte 7: "Pasport" stands where a

# rules_of_a_file_can_be_tried_without_the_case_holding_them

    $ cat > try.yaml <<'END'
    > speaker: Desk
    > rules:
    >   - id: try
    >     name: A visit to a prison
    >     rule: forbid Visit where visitor is $subject and facility is said
    > END
    $ redthread alerts t.case atar-oussama --rules try.yaml | grep -A3 "A visit to a prison"
      Oussama Atar: A visit to a prison
        rule     forbid Visit where visitor is $subject and facility is said
        found    Visit "Visits of Oussama Atar to the El Bakraoui brothers" ([2012-08..2016-05] to
                   [2012-08..2016-05]) is what must not be
