~ redthread/[0-9a-f]{32} => <origin>
~ heads/[0-9a-f]{32} => heads/<case>
~ \b[0-9a-f]{32}\b => <id>
~ [0-9a-f]{64} => <hash>
~ \+[0-9a-f]{8}\+[A-Za-z0-9+/]{44} => +<id>+<key>
~ [A-Za-z0-9+/]{90,}={0,2} => <signature>
~ [A-Za-z0-9+/]{43}= => <root>

# heads_are_signed_and_tried

    $ export XDG_STATE_HOME=$PWD/state; redthread init t.case 2> /dev/null; for n in Abe Ben Cid; do redthread state t.case --entity p --schema Person --prop name --value $n; done > ids
    $ redthread audit keygen t.case -o t.key | tee t.pub
    <origin>+<id>+<key>
    $ cut -c 1-12 t.key; redthread audit key t.key | cmp - t.pub
    PRIVATE+KEY+
    $ redthread audit head t.case --key t.key | tee t.head
    <origin>
    6
    <root>
    
    — <origin> <signature>
    $ redthread audit verify t.case --against t.head --key t.pub | tail -n 1
    The log is what it was.
    $ redthread audit verify t.case --against t.head | tail -n 1
    The log is what it was.
    ! redthread: the head is signed; --key FILE tries its signature, which was not tried
    $ sed 's/^6$/4/' t.head > u.head; redthread audit verify t.case --against u.head --key t.pub
    ! redthread: u.head: its signature is not that of this text: one of them was changed
    [1]
    $ redthread audit head t.case > plain.head; redthread audit verify t.case --against plain.head --key t.pub
    ! redthread: plain.head: it is not signed by this key, <origin>
    [1]
    $ redthread audit head t.case --key t.pub
    ! redthread: this key verifies, it does not sign: give the private one
    [1]

# keys_are_read_in_the_forms_that_people_have

    $ openssl genpkey -algorithm ed25519 -out pem.key 2> /dev/null; redthread audit head t.case --key pem.key
    <origin>
    6
    <root>
    
    — <origin> <signature>
    $ redthread audit key pem.key --name $(head -n 1 t.head)
    <origin>+<id>+<key>
    $ openssl genpkey -algorithm x25519 -out other.key 2> /dev/null; redthread audit key other.key --name x
    ! redthread: other.key: this is no key: expected NAME+ID+BASE64, PRIVATE+KEY+NAME+ID+BASE64, or a private Ed25519 key as PEM
    [1]
    $ echo "no key" > no.key; redthread audit key no.key
    ! redthread: no.key: this is no key: expected NAME+ID+BASE64, PRIVATE+KEY+NAME+ID+BASE64, or a private Ed25519 key as PEM
    [1]
    $ sed 's/+[0-9a-f]\{8\}+/+00000000+/' t.pub > wrong.pub; redthread audit key wrong.pub
    ! redthread: wrong.pub: this is no key: expected NAME+ID+BASE64, PRIVATE+KEY+NAME+ID+BASE64, or a private Ed25519 key as PEM
    [1]
    $ redthread init o.case 2> /dev/null; redthread state o.case --entity p --schema Person --prop name --value Abe > id; redthread audit head o.case --key t.key
    ! redthread: this key is that of <origin>, and the log is <origin>
    [1]
    $ redthread audit keygen o.case -o t.key
    ! redthread: t.key: File exists
    [1]
    $ redthread audit keygen o.case
    ! redthread: say where the private key goes: -o FILE
    [2]

# a_proof_for_other_tools

    $ redthread audit prove t.case $(head -n 1 ids) --tlog-proof --key t.key > p.tlog-proof; cut -d " " -f 1 p.tlog-proof | head -n 3
    c2sp.org/tlog-proof@v1
    extra
    index
    $ redthread audit check p.tlog-proof --key t.pub
    The entry stands at place 1 of 6 under the root <hash>
    $ sed 's/^index 1$/index 2/' p.tlog-proof > q.tlog-proof; redthread audit check q.tlog-proof
    ! redthread: the head is signed; --key FILE tries its signature, which was not tried
    ! redthread: q.tlog-proof: the entry and its path do not lead to the root: one of them was changed
    [1]
    $ sed 's/^index 1$/index 01/' p.tlog-proof > q.tlog-proof; redthread audit check q.tlog-proof
    ! redthread: q.tlog-proof:3:1: this is no proof: expected index, and the entry's place
    [1]
    $ redthread audit prove t.case $(head -n 1 ids) --tlog-proof
    ! redthread: a tlog-proof holds a signed head: give --key FILE (of `audit keygen`)
    [2]

# tiles_for_an_auditor

    $ redthread audit tiles t.case -o tiles 2>&1; find tiles -type f | sort
    2 tiles written
    tiles/checkpoint
    tiles/tile/0/000.p/6
    tiles/tile/entries/000.p/6
    $ redthread audit verify t.case --against tiles | tail -n 1
    The log is what it was.
    $ redthread audit verify o.case --against tiles > out
    ! redthread: o.case: the earlier head is that of another case, <origin>
    [1]
    $ redthread audit tiles t.case
    ! redthread: say where the tiles go: -o DIR
    [2]
    $ redthread audit tiles t.case -o tiles --clear red
    ! redthread: audit looks at the whole log, whose size and places tell of what is hidden: it answers no reader with less than full clearance, so leave out --clear
    [1]

# no_head_is_signed_that_does_not_go_on

    $ cp t.case older; redthread state t.case --entity p --schema Person --prop name --value Dan > id; cp older t.case
    $ redthread audit head t.case --key t.key
    ! redthread: t.case: it has 6 entries and had 8 when it was last seen here: an older copy was put back, or entries were taken out. Compare it with a copy or with heads kept elsewhere (`audit verify --against <here>/.home/.local/state/redthread/heads/<case>` tells more); if this is the case that you want, remove that file
    ! redthread: this head does not go on from the one that was seen last: it is not signed
    [1]
    $ redthread audit tiles t.case -o tiles --key t.key 2>&1 | tail -n 1
    redthread: this head does not go on from the one that was seen last: it is not signed
