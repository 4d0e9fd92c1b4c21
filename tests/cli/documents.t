# documents_are_taken_in_once

    $ redthread init d.case 2> /dev/null
    $ printf 'A clerk wrote on 3 May 2011 that the papers were lost.\nHe could be recu-\nperated.\n' > note.txt
    $ printf '<html><head><title>Report</title><meta name=date content=2016-11-03><script>var hidden</script></head><body><nav>Home</nav><p>The <b>foreign</b> ministry &amp; the court disagree.</p></body></html>' > page.html
    $ redthread add d.case note.txt page.html --by "A. Clerk"
    e3a34445fcebf6379f67e7356e86a03e  note.txt  text/plain, UTF-8, 82 bytes
    7a712a353289ae9da61eeb72eef2d2af  page.html  text/html, UTF-8, 197 bytes
    $ redthread add d.case note.txt
    e3a34445fcebf6379f67e7356e86a03e  note.txt  text/plain, UTF-8, 82 bytes (was in the case already)
    $ redthread add d.case note.txt --title "A note" --date 2011-05 --handling hawk --by "A. Clerk" --json
    {"documents":[{"id":"df8e55c12fe10ed339435870accd7048","file":"note.txt","name":"note.txt","sha256":"08b212b03150f6638a8e25e45b1a67f8e7df46b43dd56fba5f6be85d6a22211d","media_type":"text/plain","charset":"UTF-8","guessed":false,"replaced":0,"size":82,"title":"A note","date":"2011-05","added":true}]}
    $ redthread export d.case
    {"id":"e3a34445fcebf6379f67e7356e86a03e","media_type":"text/plain","name":"note.txt","recorded_at":"<now>","recorded_by":"A. Clerk","sha256":"08b212b03150f6638a8e25e45b1a67f8e7df46b43dd56fba5f6be85d6a22211d","size":82,"type":"document"}
    {"date":"2016-11-03","id":"7a712a353289ae9da61eeb72eef2d2af","media_type":"text/html","name":"page.html","recorded_at":"<now>","recorded_by":"A. Clerk","sha256":"6761a726d0af89cbc1d822580109526701210aeae0810155cfe1ef2421a1ac3e","size":197,"title":"Report","type":"document"}
    {"date":"2011-05","handling":"hawk","id":"df8e55c12fe10ed339435870accd7048","media_type":"text/plain","name":"note.txt","recorded_at":"<now>","recorded_by":"A. Clerk","sha256":"08b212b03150f6638a8e25e45b1a67f8e7df46b43dd56fba5f6be85d6a22211d","size":82,"title":"A note","type":"document"}

# they_are_searched

    $ redthread search d.case papers
    note.txt  e3a34445fcebf6379f67e7356e86a03e
      A clerk wrote on 3 May 2011 that the papers were lost. He could be recu- perated.
    A note  note.txt  May 2011  df8e55c12fe10ed339435870accd7048
      A clerk wrote on 3 May 2011 that the papers were lost. He could be recu- perated.
    
    2 found.
    $ redthread search d.case recuperated
    note.txt  e3a34445fcebf6379f67e7356e86a03e
      …wrote on 3 May 2011 that the papers were lost. He could be recu- perated.
    A note  note.txt  May 2011  df8e55c12fe10ed339435870accd7048
      …wrote on 3 May 2011 that the papers were lost. He could be recu- perated.
    
    2 found.
    $ redthread search d.case '"foreign ministry"' --json
    {"query":"\"foreign ministry\"","results":[{"document":{"id":"7a712a353289ae9da61eeb72eef2d2af","name":"page.html","title":"Report","date":"2016-11-03"},"statement":null,"entity":null,"snippet":"The foreign ministry & the court disagree.","marks":[[4,11],[12,20]],"score":0.8238}],"total":1,"statements":{}}
    $ redthread search d.case hidden
    
    Nothing is found.
    $ redthread search d.case papers --clear amber --json
    {"query":"papers","results":[{"document":{"id":"e3a34445fcebf6379f67e7356e86a03e","name":"note.txt","title":null,"date":null},"statement":null,"entity":null,"snippet":"A clerk wrote on 3 May 2011 that the papers were lost. He could be recu- perated.","marks":[[37,43]],"score":0.6764}],"total":1,"statements":{}}

# a_statement_shows_the_sentence_that_it_rests_on

    $ redthread state d.case --entity p --schema Person --prop notes --value "papers lost" --document note.txt --quote "papers were lost" --speaker "A Clerk" --by "A. Clerk"
    665e5889b676f7cc07c8c0ca40997344
    $ redthread statement d.case 665e5889b676f7cc07c8c0ca40997344
    id           665e5889b676f7cc07c8c0ca40997344
    entity       p
    schema       Person
    prop         notes
    value        papers lost
    document     note.txt
    quote        “papers were lost”
    speaker      A Clerk
    stance       asserts
    recorded at  <now>
    recorded by  A. Clerk
    caption      p
    
    Where it stands: note.txt
      A clerk wrote on 3 May 2011 that the papers were lost.
    $ redthread statement d.case $(redthread state d.case --entity p --schema Person --prop notes --value hope --document note.txt --quote "could  be recuperated" --speaker "A Clerk" --by "A. Clerk") --json | grep -o '"context".*"links"'
    "context":{"document":{"id":"e3a34445fcebf6379f67e7356e86a03e","name":"note.txt","title":null},"start":58,"end":80,"before":"He ","text":"could be recu-\nperated","after":"."},"quote_found":true,"links"
    $ redthread state d.case --entity q --schema Person --prop notes --value "papers found" --document note.txt --quote "papers were found" --by "A. Clerk" > id
    ! redthread: the quote does not stand in the text of note.txt
    $ redthread statement d.case $(cat id) | tail -n 3
    caption      q
    
    The quote is not found in the document's text
    $ redthread statement d.case $(cat id) --json | grep -o '"context".*"links"'
    "context":null,"quote_found":false,"links"
    $ printf '%s\n' '{"type":"statement","entity":"q","schema":"Person","prop":"notes","value":"a","document":"note.txt","quote":"could be recuperated"}' '{"type":"statement","entity":"q","schema":"Person","prop":"notes","value":"b","document":"note.txt","quote":"could be repaired"}' > quoted.jsonl
    $ redthread import d.case quoted.jsonl --dry-run > /dev/null
    ! redthread: quoted.jsonl:2: the quote "could be repaired" does not stand in the text of note.txt
    ! 2 entries in 1 file; nothing was written
    $ redthread import d.case quoted.jsonl --by "A. Clerk" --json | grep -o '"misquoted":[0-9]*'
    "misquoted":1
    ! redthread: quoted.jsonl:2: the quote "could be repaired" does not stand in the text of note.txt
    $ redthread search d.case papers lost
    p  p
      notes                 papers lost                    A Clerk [1]
    note.txt  e3a34445fcebf6379f67e7356e86a03e
      A clerk wrote on 3 May 2011 that the papers were lost. He could be recu- perated.
    A note  note.txt  May 2011  df8e55c12fe10ed339435870accd7048
      A clerk wrote on 3 May 2011 that the papers were lost. He could be recu- perated.
    
    Sources
      [1]  A Clerk, note.txt
           “papers were lost”
           statement 665e5889b676f7cc07c8c0ca40997344
    
    3 found.

# what_was_only_possibly_said_or_held_is_marked

    $ redthread state d.case --entity p --schema Person --prop notes --value "ill" --speaker "A Doctor" --said-at 2011 --by "A. Clerk"
    69db53161d68b6a7ca92731047567365
    $ redthread search d.case ill --said-by 2011-06-30
    p  p
      notes                 ill                            A Doctor · 2011 · possibly said by then [1]
    
    Sources
      [1]  A Doctor
           statement 69db53161d68b6a7ca92731047567365
    
    1 found.
    $ redthread search d.case ill --at 2011-06-30
    p  p
      notes                 ill                            A Doctor · 2011 · possibly held then [1]
    
    Sources
      [1]  A Doctor
           statement 69db53161d68b6a7ca92731047567365
    
    1 found.
    $ redthread search d.case papers --said-by 2011-05-15
    A note  note.txt  May 2011 · possibly said by then  df8e55c12fe10ed339435870accd7048
      A clerk wrote on 3 May 2011 that the papers were lost. He could be recu- perated.
    
    1 found.
    $ redthread search d.case ill --said-by 2012
    p  p
      notes                 ill                            A Doctor · 2011 [1]
    
    Sources
      [1]  A Doctor
           statement 69db53161d68b6a7ca92731047567365
    
    1 found.

# a_bad_query_and_a_bad_document_are_told

    $ redthread search d.case 'papers OR'
    ! redthread: byte 9: a word is missing here
    [2]
    $ redthread search d.case 'prop:nmae x'
    ! redthread: byte 0: no schema has a property "nmae"
    [2]
    $ printf 'a\000b' > none.txt
    $ redthread add d.case note.txt none.txt
    ! redthread: none.txt:byte 1: a byte that is 0: this is no text
    [1]
    $ redthread add d.case missing.txt
    ! redthread: missing.txt: No such file or directory
    [1]
    $ redthread add d.case note.txt page.html --title both
    ! redthread: --title is said of one document: add one at a time
    [2]
    $ redthread add d.case note.txt --date soon
    ! redthread: --date takes a date in EDTF like 2012-08-03, not "soon": a year of four digits is expected
    [2]

# standard_input_packed_files_and_told_encodings_are_taken

    $ redthread init p.case 2> /dev/null
    $ printf 'The court wrote.\n' | redthread add p.case - --name court.txt --by "A. Clerk"
    5d34156bfe793b3b307cbbd35553b807  court.txt  text/plain, UTF-8, 17 bytes
    $ printf 'x' | redthread add p.case -
    ! redthread: - is standard input, which has no name: say it by --name
    [2]
    $ printf '<html><head><title>Packed</title></head><body>A ministry wrote.</body></html>' > w.html; gzip -kn w.html; python3 -c 'import lzma; lzma.open("w.html.xz", "w").write(open("w.html", "rb").read())'
    $ redthread add p.case w.html.gz w.html.xz --by "A. Clerk" | cut -d' ' -f3- | cut -d, -f1
    w.html.gz  text/html
    w.html.xz  text/html
    $ redthread export p.case --documents kept > p.jsonl; cmp w.html.gz kept/$(sha256sum w.html.gz | cut -c1-64)
    ! kept: 3 documents
    $ gzip -n < w.html.gz > twice.gz; redthread add p.case twice.gz
    ! redthread: twice.gz: it is packed more than once; unpack it first
    [1]
    $ head -c 40000000 /dev/zero | tr '\0' a | gzip -n > large.txt.gz; redthread add p.case large.txt.gz
    ! redthread: large.txt.gz: a document may have 32 MiB
    [1]
    $ head -c 60 w.html.gz > short.gz; redthread add p.case short.gz
    ! redthread: short.gz:byte 60: the packed file was cut off
    [1]
    $ printf '\317\360\350\342\345\362' > ru.txt
    $ redthread add p.case ru.txt --encoding windows-1251 --by "A. Clerk"
    361ee9c4dbf33a99be7b33067ceae5dd  ru.txt  text/plain, windows-1251, 6 bytes
    $ redthread add p.case ru.txt --encoding cp-of-nobody
    ! redthread: --encoding takes a name that ICU knows, like windows-1251, not "cp-of-nobody"
    [2]
    $ redthread search p.case привет | head -n 2
    ru.txt  361ee9c4dbf33a99be7b33067ceae5dd
      Привет
    $ redthread init q.case 2> /dev/null; redthread export p.case --documents kept > p.jsonl; redthread import q.case p.jsonl --documents kept
    ! kept: 1 document
    ! 4 new entries from 1 file; 0 said what was there already
    $ redthread search q.case привет | head -n 2
    ru.txt  361ee9c4dbf33a99be7b33067ceae5dd
      Привет
    $ redthread search q.case "ministry wrote" | tail -n 1
    2 found.

# an_export_with_its_documents_restores_them

    $ redthread export d.case --documents papers > d.jsonl
    ! papers: 2 documents
    $ redthread init e.case 2> /dev/null
    $ redthread import e.case d.jsonl --documents papers
    ! redthread: d.jsonl:6: the quote "papers were found" does not stand in the text of note.txt
    ! redthread: d.jsonl:8: the quote "could be repaired" does not stand in the text of note.txt
    ! 9 new entries from 1 file; 0 said what was there already
    $ redthread search e.case ministry --json
    {"query":"ministry","results":[{"document":{"id":"7a712a353289ae9da61eeb72eef2d2af","name":"page.html","title":"Report","date":"2016-11-03"},"statement":null,"entity":null,"snippet":"The foreign ministry & the court disagree.","marks":[[12,20]],"score":0.8238}],"total":1,"statements":{}}
    $ redthread export e.case | cmp - d.jsonl
    $ for f in papers/*; do printf x >> $f; done
    $ redthread init f.case 2> /dev/null
    $ redthread import f.case d.jsonl --documents papers 2>&1 | sed 's/papers.[0-9a-f]*/FILE/'
    redthread: d.jsonl:1:2: FILE: these are not the bytes of the document with the SHA-256 08b212b03150f6638a8e25e45b1a67f8e7df46b43dd56fba5f6be85d6a22211d
