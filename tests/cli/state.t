# a_statement_is_recorded_once

    $ redthread init t.case 2> /dev/null
    $ redthread state t.case --entity p --schema Person --prop name --value "Oussama Atar" --speaker Police --said-at 2005 --by "A. Clerk"
    7f667161cfca667dfab0269c0814a9e9
    $ redthread state t.case --entity p --schema Person --prop name --value "Oussama Atar" --speaker Police --said-at 2005 --by "B. Clerk"
    7f667161cfca667dfab0269c0814a9e9 (was in the case already)
    $ redthread state t.case --entity p --schema Person --prop name --value "Oussama Atar" --speaker Police --said-at 2005 --stance denies --via "A Clerk" --via "A Cousin" --handling amber,hawk --by "A. Clerk" --json
    {"id":"e2ee06b7b7d2609a3cb80974a7acc9b2","added":true}
    $ redthread export t.case
    {"entity":"p","id":"7f667161cfca667dfab0269c0814a9e9","prop":"name","recorded_at":"<now>","recorded_by":"A. Clerk","said_at":"2005","schema":"Person","speaker":"Police","stance":"asserts","type":"statement","value":"Oussama Atar"}
    {"entity":"p","handling":"hawk,amber","id":"e2ee06b7b7d2609a3cb80974a7acc9b2","prop":"name","recorded_at":"<now>","recorded_by":"A. Clerk","said_at":"2005","schema":"Person","speaker":"Police","stance":"denies","type":"statement","value":"Oussama Atar","via":["A Clerk","A Cousin"]}

# what_a_statement_does_not_take_is_said

    $ redthread state t.case --entity p --schema Persn --prop name --value x
    ! redthread: there is no schema "Persn"
    [2]
    $ redthread state t.case --entity p --schema Person --prop nme --value x
    ! redthread: a Person has no property "nme"
    [2]
    $ redthread state t.case --entity p --schema Person --prop familyPerson --value x
    ! redthread: a Person has no property "familyPerson"
    [2]
    $ redthread state t.case --entity p --schema Person --prop name
    ! redthread: a statement needs "value"
    [2]
    $ redthread state t.case --entity p --schema Person --prop name --value ""
    ! redthread: a statement needs "value"
    [2]
    $ redthread state t.case --entity p --schema Person --prop name --value x --stance shouts
    ! redthread: "stance" is "shouts"; expected asserts, denies, suspects, believes or retracts
    [2]
    $ redthread state t.case --entity p --schema Person --prop name --value x --said-at May
    ! redthread: "said_at" is "May"; expected a date in EDTF (2006-07, 2005~, 2012-08/2012-09)
    [2]
    $ redthread state t.case --entity p --schema Person --prop name --value $'x\xff'
    ! redthread: --value is not UTF-8
    [1]
    $ redthread state t.case --entity p --schema Person --prop name --value x --handling Hawk
    ! redthread: --handling takes compartments (lower-case words) and at most one of clear, green, amber, amber+strict, red, with commas between, not "Hawk"
    [2]
    $ redthread state t.case --entity p --schema Person --prop name --value x --via $'A\xff'
    ! redthread: --via is not UTF-8
    [1]
    $ redthread state t.case --entity p --schema Person --prop name --value x --by $'A\xff'
    ! redthread: --by is not UTF-8
    [1]

# a_value_that_its_property_does_not_take_is_kept_as_text

    $ redthread state t.case --entity p --schema Person --prop birthDate --value 2005-02-30
    874874afa97cb3d86651e894dc0b001f
    ! redthread: "2005-02-30" is not a date in EDTF, like 2006-07-31, 2006-07, 2005~ or [2004..2006]; kept as text
    $ redthread state t.case --entity p --schema Person --prop birthDate --value 2005~ --document d1 --locator "p. 3" --quote "about 2005" --basis told --reliability B --credibility 2 --valid 2005/.. --lang eng --original "c. 2005"
    e2659266641ec0ebae7f4c03ea16fb1d
