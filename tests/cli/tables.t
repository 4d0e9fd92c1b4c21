Tables into a case, by a mapping; and what is skipped, mended.

# a_table_is_shown_as_it_would_be_read_and_read

    $ redthread init t.case 2> /dev/null
    $ printf '%s\n' 'registry:' '  queries:' '    - statement:' '        speaker: The registry' '        date: {column: Stand, format: "%d.%m.%Y"}' '        handling: {column: Kreis}' '      entities:' '        person:' '          schema: Person' '          keys: [Nr]' '          properties:' '            name: {columns: [Vorname, Name], join: " "}' '            birthDate: {column: Geburt, format: "%d.%m.%Y"}' '            nationality: {column: Land}' '        stay:' '          schema: Detention' '          keys: [Nr, Von]' '          key_literal: stay' '          properties:' '            detainee: {entity: person}' '            facility: {column: Haus}' '            startDate: {column: Von, format: "%d.%m.%Y", required: true}' > map.yml
    $ printf 'Nr;Vorname;Name;Geburt;Land;Haus;Von;Stand;Kreis\r\n7;J\374rgen;M\374ller;3.5.1970;Iraq;Br\374ssel, Haus "B";1.2.2004;5.5.2011;hawk,amber\r\n8;"Ann ""Q""";Example;1970;Atlantis;;;6.5.2011;\r\n' > people.csv
    $ redthread import t.case people.csv --mapping map.yml --dry-run
    people.csv, line 2
      speaker The registry, said_at 2011-05-05, handling hawk,amber
      Person     362b0076bf...  name         Jürgen Müller
      Person     362b0076bf...  birthDate    1970-05-03 (3.5.1970)
      Person     362b0076bf...  nationality  iq (Iraq)
      Detention  8ecd7ba06b...  detainee     362b0076bf...
      Detention  8ecd7ba06b...  facility     Brüssel, Haus "B"
      Detention  8ecd7ba06b...  startDate    2004-02-01 (1.2.2004)
    
    people.csv, line 3
      speaker The registry, said_at 2011-05-06
      Person  71c0691da4...  name         Ann "Q" Example
      Person  71c0691da4...  birthDate    1970
      Person  71c0691da4...  nationality  Atlantis
    ! redthread: people.csv:3:28: "nationality" is "Atlantis", not the code of a country, like iq; kept as text
    ! redthread: people.csv: read as windows-1252, by its letters alone; "encoding" in the mapping says otherwise
    ! 9 entries in 1 file; nothing was written
    $ redthread export t.case
    $ redthread import t.case people.csv --mapping map.yml --by "A. Clerk"
    ! redthread: people.csv:3:28: "nationality" is "Atlantis", not the code of a country, like iq; kept as text
    ! redthread: people.csv: read as windows-1252, by its letters alone; "encoding" in the mapping says otherwise
    ! 9 new entries from 1 file; 0 said what was there already
    $ redthread import t.case people.csv --mapping map.yml --by "A. Clerk" --json
    {"added":0,"there":9,"restored":0,"skipped":0,"kept_as_text":1,"files":1,"misquoted":0,"batch":null,"editions":[]}
    ! redthread: people.csv:3:28: "nationality" is "Atlantis", not the code of a country, like iq; kept as text
    ! redthread: people.csv: read as windows-1252, by its letters alone; "encoding" in the mapping says otherwise
    $ redthread export t.case
    {"dataset":"registry","entity":"362b0076bf2fd7b0afed4dbb31b0e154d92837ae","handling":"hawk,amber","id":"0747b471a6cf49bbdf16ce038cb6b433","prop":"name","recorded_at":"<now>","recorded_by":"A. Clerk","said_at":"2011-05-05","schema":"Person","speaker":"The registry","stance":"asserts","type":"statement","value":"Jürgen Müller"}
    {"dataset":"registry","entity":"362b0076bf2fd7b0afed4dbb31b0e154d92837ae","handling":"hawk,amber","id":"e59ed5a7279f7cc81b2794ae8ab521e0","original":"3.5.1970","prop":"birthDate","recorded_at":"<now>","recorded_by":"A. Clerk","said_at":"2011-05-05","schema":"Person","speaker":"The registry","stance":"asserts","type":"statement","value":"1970-05-03"}
    {"dataset":"registry","entity":"362b0076bf2fd7b0afed4dbb31b0e154d92837ae","handling":"hawk,amber","id":"658f4b6888e8a89ce576a167b733497f","original":"Iraq","prop":"nationality","recorded_at":"<now>","recorded_by":"A. Clerk","said_at":"2011-05-05","schema":"Person","speaker":"The registry","stance":"asserts","type":"statement","value":"iq"}
    {"dataset":"registry","entity":"8ecd7ba06b00608de9bc81e1e09fe758691b4b1d","handling":"hawk,amber","id":"f93d8ecf1374f4b381ececdacf9ab0c8","prop":"detainee","recorded_at":"<now>","recorded_by":"A. Clerk","said_at":"2011-05-05","schema":"Detention","speaker":"The registry","stance":"asserts","type":"statement","value":"362b0076bf2fd7b0afed4dbb31b0e154d92837ae"}
    {"dataset":"registry","entity":"8ecd7ba06b00608de9bc81e1e09fe758691b4b1d","handling":"hawk,amber","id":"de7a23c6278da49d168ecc468f6bc8c0","prop":"facility","recorded_at":"<now>","recorded_by":"A. Clerk","said_at":"2011-05-05","schema":"Detention","speaker":"The registry","stance":"asserts","type":"statement","value":"Brüssel, Haus \"B\""}
    {"dataset":"registry","entity":"8ecd7ba06b00608de9bc81e1e09fe758691b4b1d","handling":"hawk,amber","id":"03779d344ff2ca53bbe0b4920f63322c","original":"1.2.2004","prop":"startDate","recorded_at":"<now>","recorded_by":"A. Clerk","said_at":"2011-05-05","schema":"Detention","speaker":"The registry","stance":"asserts","type":"statement","value":"2004-02-01"}
    {"dataset":"registry","entity":"71c0691da48f20fe40b43f2453a8dde7a957a11f","id":"292ab07df11dbbc4ceb84099eff098a3","prop":"name","recorded_at":"<now>","recorded_by":"A. Clerk","said_at":"2011-05-06","schema":"Person","speaker":"The registry","stance":"asserts","type":"statement","value":"Ann \"Q\" Example"}
    {"dataset":"registry","entity":"71c0691da48f20fe40b43f2453a8dde7a957a11f","id":"ae821a477173ef41d685f5afb61f3837","prop":"birthDate","recorded_at":"<now>","recorded_by":"A. Clerk","said_at":"2011-05-06","schema":"Person","speaker":"The registry","stance":"asserts","type":"statement","value":"1970"}
    {"dataset":"registry","entity":"71c0691da48f20fe40b43f2453a8dde7a957a11f","id":"6fdc9f53d22632635589de03719b8453","prop":"nationality","recorded_at":"<now>","recorded_by":"A. Clerk","said_at":"2011-05-06","schema":"Person","speaker":"The registry","stance":"asserts","type":"statement","value":"Atlantis"}
    $ gzip -c people.csv | redthread import t.case - --mapping map.yml --by "A. Clerk" --dry-run --json
    {"dry_run":true,"rows":[{"file":"stdin","line":2,"entries":[{"dataset":"registry","entity":"362b0076bf2fd7b0afed4dbb31b0e154d92837ae","handling":"hawk,amber","prop":"name","said_at":"2011-05-05","schema":"Person","speaker":"The registry","stance":"asserts","type":"statement","value":"Jürgen Müller"},{"dataset":"registry","entity":"362b0076bf2fd7b0afed4dbb31b0e154d92837ae","handling":"hawk,amber","original":"3.5.1970","prop":"birthDate","said_at":"2011-05-05","schema":"Person","speaker":"The registry","stance":"asserts","type":"statement","value":"1970-05-03"},{"dataset":"registry","entity":"362b0076bf2fd7b0afed4dbb31b0e154d92837ae","handling":"hawk,amber","original":"Iraq","prop":"nationality","said_at":"2011-05-05","schema":"Person","speaker":"The registry","stance":"asserts","type":"statement","value":"iq"},{"dataset":"registry","entity":"8ecd7ba06b00608de9bc81e1e09fe758691b4b1d","handling":"hawk,amber","prop":"detainee","said_at":"2011-05-05","schema":"Detention","speaker":"The registry","stance":"asserts","type":"statement","value":"362b0076bf2fd7b0afed4dbb31b0e154d92837ae"},{"dataset":"registry","entity":"8ecd7ba06b00608de9bc81e1e09fe758691b4b1d","handling":"hawk,amber","prop":"facility","said_at":"2011-05-05","schema":"Detention","speaker":"The registry","stance":"asserts","type":"statement","value":"Brüssel, Haus \"B\""},{"dataset":"registry","entity":"8ecd7ba06b00608de9bc81e1e09fe758691b4b1d","handling":"hawk,amber","original":"1.2.2004","prop":"startDate","said_at":"2011-05-05","schema":"Detention","speaker":"The registry","stance":"asserts","type":"statement","value":"2004-02-01"}]},{"file":"stdin","line":3,"entries":[{"dataset":"registry","entity":"71c0691da48f20fe40b43f2453a8dde7a957a11f","prop":"name","said_at":"2011-05-06","schema":"Person","speaker":"The registry","stance":"asserts","type":"statement","value":"Ann \"Q\" Example"},{"dataset":"registry","entity":"71c0691da48f20fe40b43f2453a8dde7a957a11f","prop":"birthDate","said_at":"2011-05-06","schema":"Person","speaker":"The registry","stance":"asserts","type":"statement","value":"1970"},{"dataset":"registry","entity":"71c0691da48f20fe40b43f2453a8dde7a957a11f","prop":"nationality","said_at":"2011-05-06","schema":"Person","speaker":"The registry","stance":"asserts","type":"statement","value":"Atlantis"}]}],"entries":9,"skipped":0,"kept_as_text":1,"files":1}
    ! redthread: stdin:3:28: "nationality" is "Atlantis", not the code of a country, like iq; kept as text
    ! redthread: stdin: read as windows-1252, by its letters alone; "encoding" in the mapping says otherwise

# what_is_wrong_in_mapping_or_table_has_its_place

    $ printf 'Nr;Vorname;Name;Geburt;Land;Haus;Von;Stand;Kreis\n9;C;Cid;;;;;soon;\n10;D;Dan;;;;;;\n11;E;Eve;;;;;;Hawk\n' > bad.csv
    $ redthread import t.case bad.csv --mapping map.yml --dry-run
    bad.csv, line 3
      speaker The registry
      Person  ec3ca349f5...  name  D Dan
    ! redthread: bad.csv:2:13: "said_at" takes a date, not "soon"
    ! redthread: bad.csv:4:15: "handling" takes compartments (lower-case words) and at most one of clear, green, amber, amber+strict, red, with commas between, not "Hawk"
    ! 1 entry in 1 file; nothing was written
    ! redthread: 2 records cannot be read: to be mended, or skipped by --keep-going
    [1]
    $ redthread import t.case bad.csv --mapping map.yml
    ! redthread: bad.csv:2:13: "said_at" takes a date, not "soon"
    [1]
    $ printf 'Nr;Name\n1;A\n' > other.csv; redthread import t.case other.csv --mapping map.yml
    ! redthread: map.yml:12:30: other.csv has no column "Vorname"; its header holds: Nr, Name
    [1]
    $ printf 'entities:\n  p: {schema: Persn}\n' > wrong.yml; redthread import t.case bad.csv --mapping wrong.yml
    ! redthread: wrong.yml:2:15: there is no schema "Persn"
    [1]
    $ redthread import t.case bad.csv
    ! redthread: bad.csv: its format cannot be told; say it by --format, or give --mapping for a table
    [1]
    $ redthread import t.case bad.csv --format csv
    ! redthread: --format csv needs --mapping FILE, which says what the columns mean
    [2]
    $ redthread import t.case bad.csv --mapping map.yml --format ftm
    ! redthread: --mapping is for tables, not for ftm
    [2]
    $ redthread import t.case bad.csv --mapping none.yml
    ! redthread: none.yml: No such file or directory
    [1]

# what_is_skipped_is_written_down_mended_and_imported

    $ redthread import t.case bad.csv --mapping map.yml --keep-going --by "A. Clerk"
    ! redthread: bad.csv:2:13: "said_at" takes a date, not "soon"; skipped
    ! redthread: bad.csv:4:15: "handling" takes compartments (lower-case words) and at most one of clear, green, amber, amber+strict, red, with commas between, not "Hawk"; skipped
    ! redthread: what was skipped stands in bad.csv.skipped, to be mended and imported
    ! 1 new entries from 1 file; 0 said what was there already
    $ cat bad.csv.skipped
    ﻿redthread_skipped;Nr;Vorname;Name;Geburt;Land;Haus;Von;Stand;Kreis
    "bad.csv:2:13: ""said_at"" takes a date, not ""soon""";9;C;Cid;;;;;soon;
    "bad.csv:4:15: ""handling"" takes compartments (lower-case words) and at most one of clear, green, amber, amber+strict, red, with commas between, not ""Hawk""";11;E;Eve;;;;;;Hawk
    $ sed 's/;soon;/;7.5.2011;/; s/;Hawk$/;hawk/' bad.csv.skipped > mended.csv; redthread import t.case mended.csv --mapping map.yml --by "A. Clerk"
    ! 2 new entries from 1 file; 0 said what was there already
    $ redthread import t.case bad.csv --mapping map.yml --keep-going --by "A. Clerk"
    ! redthread: bad.csv:2:13: "said_at" takes a date, not "soon"; skipped
    ! redthread: bad.csv:4:15: "handling" takes compartments (lower-case words) and at most one of clear, green, amber, amber+strict, red, with commas between, not "Hawk"; skipped
    ! redthread: what was skipped stands in bad.csv.skipped-2, to be mended and imported
    ! 0 new entries from 1 file; 1 said what was there already
    $ cmp bad.csv.skipped bad.csv.skipped-2
    $ redthread import t.case bad.csv --mapping map.yml --keep-going --skipped bad.csv.skipped
    ! redthread: bad.csv.skipped: what is skipped cannot be written here (File exists); name a file by --skipped
    [1]
    $ redthread import t.case bad.csv --mapping map.yml --keep-going --skipped nowhere/x
    ! redthread: nowhere/x: what is skipped cannot be written here (No such file or directory); name a file by --skipped
    [1]
    $ redthread import t.case bad.csv --mapping map.yml --skipped x
    ! redthread: --skipped says where --keep-going writes what it skips: give both
    [2]
    $ printf '%s\n' '{"id":"q","schema":"Person","properties":{"name":["Ben"]}}' '{"id":"r","schema":"Person","properties":{"nme":["Cid"]}}' > bad.ftm.json
    $ redthread import t.case bad.ftm.json --keep-going --skipped left.txt --by "A. Clerk"
    ! redthread: bad.ftm.json:2:43: a Person has no property "nme"; skipped
    ! redthread: what was skipped stands in left.txt, to be mended and imported
    ! 1 new entries from 1 file; 0 said what was there already
    $ cat left.txt
    # bad.ftm.json:2:43: a Person has no property "nme"
    {"id":"r","schema":"Person","properties":{"nme":["Cid"]}}
    $ sed 's/"nme"/"name"/' left.txt > mended.txt; redthread import t.case mended.txt --by "A. Clerk"
    ! 1 new entries from 1 file; 0 said what was there already
    $ redthread import t.case bad.ftm.json none.json --keep-going; ls bad.ftm.json*
    bad.ftm.json
    ! redthread: none.json: No such file or directory
    $ printf 'entity_id,prop,schema,value,dataset\na,nme,Person,"A, ""B""",d\n' > s.csv; redthread import t.case s.csv --keep-going --by "A. Clerk"
    ! redthread: s.csv:2:3: a Person has no property "nme" that can be given; skipped
    ! redthread: what was skipped stands in s.csv.skipped, to be mended and imported
    ! 0 new entries from 1 file; 0 said what was there already
    $ cat s.csv.skipped; sed 's/,nme,/,name,/' s.csv.skipped | redthread import t.case - --by "A. Clerk"
    ﻿redthread_skipped,entity_id,prop,schema,value,dataset
    "s.csv:2:3: a Person has no property ""nme"" that can be given",a,nme,Person,"A, ""B""",d
    ! 1 new entries from 1 file; 0 said what was there already

# a_table_may_be_a_list_that_is_given_whole

    $ printf 'entities:\n  p: {schema: Person, id_column: id, properties: {name: {column: name}}}\n' > list.yml
    $ redthread init l.case 2> /dev/null; printf 'id,name\n1,Ann\n2,Ben\n' > l1.csv; printf 'id,name\n1,Ann\n3,Cid\n' > l2.csv
    $ redthread import l.case l1.csv --mapping list.yml --dataset l --complete --edition 2026-01-01 --by "A. Clerk"
    ! 2 new entries from 1 file; 0 said what was there already
    ! l of 2026-01-01: 2 entries; 2 came, 0 went, 0 changed
    $ redthread import l.case l2.csv --mapping list.yml --dataset l --complete --edition 2026-02-01 --by "A. Clerk" --dry-run
    l2.csv, line 2
      Person  1  name  Ann
    
    l2.csv, line 3
      Person  3  name  Cid
    ! 2 entries in 1 file; nothing was written
    $ redthread import l.case l2.csv --mapping list.yml --dataset l --complete --edition 2026-02-01 --by "A. Clerk"
    ! 2 new entries from 1 file; 1 said what was there already
    ! l of 2026-02-01: 2 entries; 1 came, 1 went, 0 changed
    $ printf 'statement: {source: m}\n' >> list.yml; redthread import l.case l2.csv --mapping list.yml --dataset l --complete --edition 2026-03-01
    ! redthread: l2.csv:2:1: a table that is given whole (--complete) is one source; the mapping names another
    [1]

# standard_input_is_read_once_and_archives_not_at_all

    $ echo | redthread import l.case - - --format ftm
    ! redthread: standard input (-) can be read once
    [2]
    $ printf 'PK\003\004rest' > a.zip; redthread import l.case a.zip --format ftm
    ! redthread: a.zip: this is a zip archive of files: unpack it, and give the files that it holds
    [1]
    $ printf 'x\n' | gzip -c | gzip -c | redthread import l.case - --format ftm
    ! redthread: stdin: it is packed more than once; unpack it first
    [1]

# what_is_skipped_of_lists_and_rules_comes_back_too

    $ redthread init s.case 2> /dev/null; printf '<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2026-11-20T10:00:00Z"><INDIVIDUALS>\n<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>Ann</FIRST_NAME></INDIVIDUAL>\n<INDIVIDUAL><DATAID>x2</DATAID><FIRST_NAME>Ben &amp; "Co"</FIRST_NAME><NATIONALITY><VALUE>Iraq</VALUE></NATIONALITY></INDIVIDUAL></INDIVIDUALS>\n<ENTITIES><ENTITY><DATAID>3</DATAID></ENTITY></ENTITIES></CONSOLIDATED_LIST>\n' > un.xml
    $ redthread import s.case un.xml --keep-going --by "A. Clerk"; cat un.xml.skipped
    <?xml version="1.0" encoding="UTF-8"?>
    <CONSOLIDATED_LIST dateGenerated="2026-11-20T10:00:00Z">
    <INDIVIDUALS>
    <!-- un.xml:3:1: "x2" is no DATAID -->
    <INDIVIDUAL>
    <DATAID>x2</DATAID>
    <FIRST_NAME>Ben &amp; &quot;Co&quot;</FIRST_NAME>
    <NATIONALITY>
    <VALUE>Iraq</VALUE>
    </NATIONALITY>
    </INDIVIDUAL>
    <!-- un.xml:4:11: entry 3 has no name -->
    <ENTITY>
    <DATAID>3</DATAID>
    </ENTITY>
    </INDIVIDUALS>
    </CONSOLIDATED_LIST>
    ! redthread: un.xml:3:1: "x2" is no DATAID; skipped
    ! redthread: un.xml:4:11: entry 3 has no name; skipped
    ! redthread: what was skipped stands in un.xml.skipped, to be mended and imported
    ! 5 new entries from 1 file; 0 said what was there already
    $ sed -i 's/>x2</>2</; s/<DATAID>3</<FIRST_NAME>House<\/FIRST_NAME><DATAID>3</' un.xml.skipped; redthread import s.case un.xml.skipped --by "A. Clerk"
    ! 10 new entries from 1 file; 0 said what was there already
    $ printf '1,"EXAMPLE, Ann","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1970."\r\nx,"EXAMPLE, Ben","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n' > sdn.csv; printf '1,1,"aka","ANNA",-0- \r\n2,2,"aka","BENNY",-0- \r\n' > alt.csv
    $ redthread import s.case sdn.csv alt.csv --keep-going --by "A. Clerk"; cat sdn.csv.skipped alt.csv.skipped | sed 's| *\r$||'
    # sdn.csv:2:1: "x" is no number of an entry
    x,"EXAMPLE, Ben","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
    # alt.csv:2:1: sdn.csv has no entry 2
    2,2,"aka","BENNY",-0-
    ! redthread: sdn.csv:2:1: "x" is no number of an entry; skipped
    ! redthread: alt.csv:2:1: sdn.csv has no entry 2; skipped
    ! redthread: what was skipped stands in sdn.csv.skipped, to be mended and imported
    ! redthread: what was skipped stands in alt.csv.skipped, to be mended and imported
    ! 11 new entries from 2 files; 0 said what was there already
    $ sed -i 's/^x,/2,/' sdn.csv.skipped; redthread import s.case sdn.csv.skipped alt.csv.skipped --by "A. Clerk"
    ! 10 new entries from 2 files; 0 said what was there already
    $ printf 'speaker: The office\nrules:\n  - id: r1\n    nme: One\n    rule: >\n      forbid Travel\n      where traveller is $subject\n  - id: r2\n    name: Two\n    rule: forbid Travel where traveller is $subject\n' > r.yaml
    $ redthread import s.case r.yaml --keep-going --by "A. Clerk"; cat r.yaml.skipped
    speaker: The office
    rules:
    # r.yaml:4:10: "nme" is not known here; expected id, name, rule, subject, condition, from, to, authority, note, speaker or said_at
      - id: r1
        nme: One
        rule: >
          forbid Travel
          where traveller is $subject
    ! redthread: r.yaml:4:10: "nme" is not known here; expected id, name, rule, subject, condition, from, to, authority, note, speaker or said_at; skipped
    ! redthread: what was skipped stands in r.yaml.skipped, to be mended and imported
    ! 2 new entries from 1 file; 0 said what was there already
    $ sed -i s/nme/name/ r.yaml.skipped; redthread import s.case r.yaml.skipped --by "A. Clerk"
    ! 2 new entries from 1 file; 0 said what was there already
