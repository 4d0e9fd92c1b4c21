What is added to an index and removed from it lies in a small file beside it, until a rebuild makes one of both.

~ "score":[-0-9.e]+ => "score":<n>
~ "bytes":\d+ => "bytes":<n>

# entries_are_added_replaced_and_removed

    $ printf '{"id":"a1","schema":"Person","properties":{"name":["Usama Example"]}}\n{"id":"a2","schema":"Person","properties":{"name":["Maria Holder"]}}\n{"id":"a3","schema":"Person","properties":{"name":["Jan Somebody"]}}\n' >people.ftm.json
    $ printf '{"id":"a2","schema":"Person","properties":{"name":["Marie Holster"]}}\n{"id":"a4","schema":"Person","properties":{"name":["Pavel Newcomer"]}}\n' >more.ftm.json
    $ redthread index build -o p.idx people.ftm.json
    ! 3 subjects in p.idx
    $ cp p.idx before.idx
    $ redthread index add p.idx more.ftm.json
    ! 1 added, 1 replaced, 0 removed
    $ redthread index remove p.idx a3 --json
    {"added":0,"replaced":0,"removed":1}
    $ cmp p.idx before.idx
    $ redthread screen p.idx "Pavel Newcomer" --json | grep -o '"id":"a.","caption":"[^"]*"'
    "id":"a4","caption":"Pavel Newcomer"
    $ redthread screen p.idx "Maria Holder" --json --cutoff 0 | grep -o '"id":"a2","caption":"[^"]*"'
    "id":"a2","caption":"Marie Holster"
    $ redthread screen p.idx "Jan Somebody"
    Jan Somebody
      nobody is like that
    $ printf '{"id":"b1","schema":"Person","properties":{"name":["Pavel Newcomer"]}}\n{"id":"b2","schema":"Person","properties":{"name":["Jan Somebody"]}}\n' >asked.ftm.json
    $ redthread xref p.idx asked.ftm.json --json | sed 's/,"why".*//'
    {"score":<n>,"match":true,"left":{"id":"a4","caption":"Pavel Newcomer","schema":"Person"},"right":{"id":"b1","caption":"Pavel Newcomer","schema":"Person"}
    $ redthread index remove p.idx a1 a3
    ! redthread: the index has no entry "a3"
    [1]
    $ redthread index info p.idx --json | grep -o '"entries.*'
    "entries":3,"names":3,"words":6,"bytes":<n>,"version":2,"note":{"from":["people.ftm.json"]},"overlay":{"added":2,"hidden":2,"entries":3,"bytes":<n>}}
    $ redthread index verify p.idx
    The index is whole: 3 entries

# a_rebuild_makes_one_index_of_both

    $ redthread index rebuild p.idx -o other.idx
    ! 3 subjects in other.idx
    $ redthread index rebuild p.idx
    ! 3 subjects in p.idx
    $ ls p.idx*
    p.idx
    $ cmp p.idx other.idx
    $ redthread index info p.idx --json | sed 's/.*\("entries":[0-9]*\).*\("note".*\)/\1 \2/'
    "entries":3 "note":{"from":["people.ftm.json"]}}
    $ redthread screen p.idx "Pavel Newcomer" --json | grep -o '"id":"a.","caption":"[^"]*"'
    "id":"a4","caption":"Pavel Newcomer"

# what_does_not_belong_is_refused

    $ redthread index add p.idx more.ftm.json
    ! 0 added, 2 replaced, 0 removed
    $ redthread index build -o p.idx people.ftm.json
    ! redthread: p.idx.overlay, of the older index, is gone
    ! 3 subjects in p.idx
    $ redthread index add p.idx more.ftm.json
    ! 1 added, 1 replaced, 0 removed
    $ cp before.idx q.idx; redthread index remove q.idx a1; mv q.idx.overlay p.idx.overlay; redthread index rebuild other.idx
    ! 0 added, 0 replaced, 1 removed
    ! 3 subjects in other.idx
    $ redthread screen p.idx "Maria Holder" | head -n 1
    Maria Holder
    $ cp p.idx.overlay other.idx.overlay; redthread screen other.idx "Maria Holder"
    ! redthread: other.idx.overlay: this is the overlay of another index, in whose place the present one was put: take one of the two away
    [1]
    $ head -c 100 p.idx.overlay >cut; mv cut p.idx.overlay; redthread index verify p.idx
    ! redthread: p.idx.overlay: not the overlay of an index (too short)
    [1]
    $ rm p.idx.overlay; redthread index add p.idx p.idx
    ! redthread: an index does not go into another: give what it was made of
    [2]
    $ redthread init t.case 2>/dev/null; redthread index add p.idx t.case
    ! redthread: a case is not added to an index: make one of it alone
    [2]
    $ redthread index add none.idx more.ftm.json
    ! redthread: none.idx: No such file or directory
    [1]
