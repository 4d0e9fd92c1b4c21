A dossier that people print, on a case that is invented from beginning to end: files/report/ivo.jsonl, and ivo-hidden.jsonl, which only
readers cleared for hawk may see.

~ \d+ bytes of => <n> bytes of
~ "bytes":\d+ => "bytes":<n>
~ this reader by \d{4}-\d\d-\d\d => this reader by <day>

# a_report_tells_what_the_sources_say_and_leads_each_sentence_to_them

    $ redthread init a.case
    ! An empty case. Next: redthread import a.case FILE...
    $ redthread import a.case $FILES/report/ivo.jsonl
    ! 38 new entries from 1 file; 0 said what was there already
    $ redthread report a.case "Ivo Exemplar" -o - --format md
    # Ivo Exemplar
    
    Person · ivo
    
    - **Made for:** the owner of the case.
    - **As of:** everything recorded for this reader by <day>.
    - **What this is:** Statements, not findings: what sources say, and who says otherwise. A number leads to the note that tells who said it, where and how it is graded. What is called possible is not sure, and dates are no more exact than their sources.
    
    ## Summary
    
    2 sources give the name **Ivo Exemplar**.[^1][^2]
    Another name is *believed:* ⁨إيفو المثال⁩.[^3]
    Another name is *suspected:* 伊沃.[^4]
    Dates of birth and ages are given that do not fit together: **spring 1984**; **March 1986**.[^1][^2]
    Nationality: Belgium.[^5]
    
    The latest stay that is told of: **Old mill, Nowhere**, about Aug 2016.[^6]
    Before that no stay is sure from 2 January 2013 to 30 August 2016 (943 to 1337 days, as other stays may lie in it).[^6]
    Statements contradict each other on 2 points: see Contradictions.
    
    
    ## Names and particulars
    
    | What | As stated | Said by | Notes |
    |---|---|---|---|
    | name | Ivo Exemplar | Harbour police<br>Court of Nowhere | [^1][^2] |
    | alias | *believed:* ⁨إيفو المثال⁩ | Clerk of the port, through Harbour police | [^3] |
    |  | *suspected:* 伊沃 | Clerk of the port, through Harbour police | [^4] |
    | birth date | spring 1984 | Harbour police | [^1] |
    |  | March 1986 | Court of Nowhere | [^2] |
    | nationality | Belgium (be) | Harbour police | [^5] |
    | notes | is gravely ill | The family<br>The Gazette | [^7][^8] |
    |  | *denied:* is gravely ill | Prison doctor | [^9] |
    
    
    ## In the order of time
    
    1 event has no date; it stands at the end of the table and not in the picture.[^10]
    
    | When | What | Said by | Notes |
    |---|---|---|---|
    | spring 1984 | **Birth date** | Harbour police | [^1] |
    | *Nothing is known from* *1 June 1984* *to* *28 February 1986* |  |  | [^1][^2] |
    | Mar 1986 | **Birth date** | Court of Nowhere | [^2] |
    | *Nothing is known from* *1 April 1986* *to* *31 May 2011* |  |  | [^2][^11] |
    | Jun 2011 to 2013 | **Detention**, Fort Sample | Court of Nowhere | [^11] |
    | 2013 | **Condition: no passport** | Court of Nowhere | [^12] |
    | *Nothing is known from* *1 January 2014* *to* *31 July 2016* |  |  | [^6][^12] |
    | about Aug 2016 | **Seen at the old mill**, Old mill, Nowhere | A fisherman | [^6] |
    | undated | **Quarrel at the market** | A fisherman | [^10] |
    
    
    ## Stays and journeys
    
    | When | Where | As | Said by | Notes |
    |---|---|---|---|---|
    | Jun 2011 to 2013 | **Fort Sample** | facility | Court of Nowhere | [^11] |
    | about Aug 2016 | **Old mill, Nowhere** | location | A fisherman | [^6] |
    
    
    ## Relations
    
    | What | Who or what | When | Said by | Notes |
    |---|---|---|---|---|
    | mother | **Ada Exemplar**<br>`ada` |  | Harbour police | [^13] |
    | *follows:* aunt | **Ora Muster** |  | nobody; it follows from the statements of the notes | [^13] |
    | *follows:* cousin | **Udo Muster** |  | nobody; it follows from the statements of the notes | [^13][^14] |
    
    
    ## Contradictions
    
    | Either side | Said by | Grade | Notes |
    |---|---|---|---|
    | **Ivo Exemplar**, certainly: one says that it is so, another that it is not |  |  | [^7][^8][^9] |
    | is gravely ill | The family<br>The Gazette | none | [^7][^8] |
    | *denied:* is gravely ill | Prison doctor | none | [^9] |
    | **Ivo Exemplar**, certainly: days of birth, or ages, that have no day in common |  |  | [^1][^2] |
    | spring 1984 | Harbour police | B2 | [^1] |
    | March 1986 | Court of Nowhere | none | [^2] |
    
    
    ## What the main claims rest on
    
    | Claim | Standing | Origins | Notes |
    |---|---|---|---|
    | notes: **is gravely ill** | disputed | 1 for, 1 against<br>repeated 1 time | [^7][^8][^9] |
    | name: **Ivo Exemplar** | borne by independent origins | 2 for, 0 against | [^1][^2] |
    
    Claims that rest on one origin and that nobody contradicts are not listed here.
    
    
    ## Conditions and alerts
    
    | Condition | Since or for | Said by | Notes |
    |---|---|---|---|
    | **Condition: no passport** | 2013 | Court of Nowhere | [^12] |
    
    | Standing | Condition or rule | Rests on | Notes |
    |---|---|---|---|
    | **not yet known** | **no passport**<br>no rule says what these words mean, so nothing is looked for; a rules file can bind one to this condition | Court of Nowhere | [^12] |
    
    
    ## Hypotheses
    
    Explanations that somebody holds or weighs, and what speaks for and against each. None is a verdict.
    
    | Speaks | Evidence | Said by | Notes |
    |---|---|---|---|
    | **Ivo Exemplar is the man of the mill** (independent origins: 0 for, 0 against) |  |  | [^15] |
    
    
    ## Sources
    
    | Source | Who speaks in it | Holds | Grades | Notes |
    |---|---|---|---|---|
    | **harbour-file** | Harbour police, Clerk of the port, A fisherman | 9 facts<br>lacks 4 that others hold | B, F | [^1][^3][^4][^5][^6][^10][^13][^15] |
    | **court-file** | Court of Nowhere, Prison doctor | 5 facts<br>lacks 8 that others hold | none | [^2][^9][^11][^12] |
    | **letters** | The family, The Gazette | 1 fact<br>lacks 12 that others hold | none | [^7][^8] |
    
    ## Notes
    
    [^1]: **Harbour police**; said 3 May 2011; saw or heard it; B: usually reliable; 2: probably true.
        dataset harbour-file, locator page 2.
        “The man calls himself Ivo Exemplar, born in the spring of 1984.”
        Statements `6811827c15eef77eb817943d607841c8`, `c2cbec36b7bb7377133b7ab67e5a1ff8`.
    [^2]: **Court of Nowhere**; said 1 February 2012; from a document; not graded.
        dataset court-file, locator sheet 1.
        Statements `ab2432da250a79c23d71cb49b56160d5`, `2d1e70db51d0e224b72b8207e83dd78e`.
    [^3]: **Clerk of the port**, through Harbour police, *believes it*; not graded.
        dataset harbour-file, locator page 3.
        Statement `b561f6feb260a5d4778f154c8d37edc7`.
    [^4]: **Clerk of the port**, through Harbour police, *suspects it*; not graded.
        dataset harbour-file, locator page 3.
        Statement `d771e4f09045e467fdcff20d457fb174`.
    [^5]: **Harbour police**; not graded.
        dataset harbour-file, locator page 2.
        Statement `14c75d09feb206f9925922e3d8c73655`.
    [^6]: **A fisherman**; was told; F: reliability cannot be judged; 6: truth cannot be judged.
        dataset harbour-file, locator page 9.
        Statements `83b19254652602727625f7e8a555aec7`, `39b5c91a82f2aeb89be0bdcc93b1277a`, `490194f63e132a4ae426856a11f320f4`, `e9a0f2626b938aaa9ab4b9d5895dfb36`.
    [^7]: **The family**; said January 2012; not graded.
        dataset letters.
        Statement `f2d4ebbc6dbf17eb3738730732bf57a3`.
    [^8]: **The Gazette**; said March 2012; not graded.
        dataset letters.
        Statement `372eeb5822725c573fb110644bcec8d0`.
    [^9]: **Prison doctor** *denies it*; said April 2012; not graded.
        dataset court-file, locator sheet 8.
        Statement `71e3f2e007f01efc5f867c4d91a6869c`.
    [^10]: **A fisherman**; not graded.
        dataset harbour-file, locator page 9.
        Statements `8232ed4f64b41aade572b76986606b40`, `9508a36231e8ea0454499c6293977089`.
    [^11]: **Court of Nowhere**; not graded.
        dataset court-file, locator sheet 4.
        Statements `c02b0e86c2daf5c3e68b061976d45217`, `ba1fc6d6007c84bf36f4226f5e9c67cd`, `984c99ed438684fd8d7afa618a77de29`, `6d0ceb1d3afcd0f3192815a68d7fbc5d`.
    [^12]: **Court of Nowhere**; not graded.
        dataset court-file, locator sheet 7.
        Statements `7a70c1187efdbacfe124f6f0b9ca122c`, `5d94de8a998a4106be0d7548604d5dce`, `13e9a4856f778b87236b88cd16a4861a`.
    [^13]: **Harbour police**; not graded.
        dataset harbour-file, locator page 4.
        Statements `f6534332c046bf1ce9bfe72c9d712303`, `e6db6809ba7424d8d11cfe394e5e7b48`, `7f7e306ec11d403485760615d4a62e0c`, `c29b85a9b01dac9836e1e92512f47629`, `63ddd9aa12976e1b8cd0131fea722088`, `7cec759d6586d2b8a9c2abe52f39f1b0`.
    [^14]: **Court of Nowhere**; not graded.
        dataset court-file, locator sheet 2.
        Statements `2d0741981c9c3e335935e039f2dc16c1`, `7ffa553e958cc16f568760d14457cbee`, `ac3ff363233c0323c004e3162a73cd59`.
    [^15]: **Harbour police** *suspects it*; not graded.
        dataset harbour-file, locator page 10.
        Statements `b36775f3e52a3623076b33c7f6c070fa`, `1bb8874406db2a51345ef110a044ee97`.

# a_report_for_a_reader_looks_as_if_nothing_else_were_there

    $ redthread report a.case ivo -o plain.html --clear green
    ! plain.html: 15 notes, <n> bytes of HTML
    $ redthread init b.case
    ! An empty case. Next: redthread import b.case FILE...
    $ redthread import b.case $FILES/report/ivo.jsonl $FILES/report/ivo-hidden.jsonl
    ! 47 new entries from 2 files; 0 said what was there already
    $ redthread report b.case ivo -o cleared.html --clear green
    ! cleared.html: 15 notes, <n> bytes of HTML
    $ cmp plain.html cleared.html

# who_sees_all_can_have_it_say_where_something_is_withheld

    $ redthread report b.case ivo -o - --format md --tell-withheld green | grep -n -i -A 1 withheld
    8:- **Marks:** for the owner's eyes: says where something is withheld from a reader cleared for green.
    9-
    --
    15:*\[Withheld here.\]*
    16-Dates of birth and ages are given that do not fit together: **spring 1984**; **March 1986**.[^1][^2]
    --
    29:| *Withheld here.* |  |  |  |
    30-| alias | *believed:* ⁨إيفو المثال⁩ | Clerk of the port, through Harbour police | [^3] |
    --
    34:| *Withheld here.* |  |  |  |
    35-| nationality | Belgium (be) | Harbour police | [^5] |
    --
    46:| *Withheld here.* |  |  |  |
    47-| spring 1984 | **Birth date** | Harbour police | [^1] |
    --
    53:| *Withheld here.* |  |  |  |
    54-| *Nothing is known from* *1 January 2014* *to* *31 July 2016* |  |  | [^6][^12] |
    --
    72:| *Withheld here.* |  |  |  |  |
    73-| *follows:* aunt | **Ora Muster** |  | nobody; it follows from the statements of the notes | [^13] |
    --
    87:| *Withheld here.* |  |  |  |
    88-
    --
    124:| *Withheld here.* |  |  |  |  |
    125-| **harbour-file** | Harbour police, Clerk of the port, A fisherman | 9 facts<br>lacks 4 that others hold | B, F | [^1][^3][^4][^5][^6][^10][^13][^15] |
    $ redthread report b.case ivo -o x.md --tell-withheld green --clear green
    ! redthread: --tell-withheld is for who sees all: it names the recipient itself, without --clear
    [2]
    $ redthread report b.case zoe -o x.md --tell-withheld green
    ! redthread: a reader so cleared sees nothing of zoe: there is no report to make
    [1]
    $ redthread report b.case ivo -o x.md --tell-withheld purple
    ! x.md: 15 notes, <n> bytes of Markdown

# the_name_of_the_file_says_the_format

    $ redthread report a.case ivo -o ivo.docx
    ! redthread: the name of the file says the format: it ends in html, md or pdf, or --format tells
    [2]
    $ redthread report a.case ivo -o -
    ! redthread: -o - needs --format: html, md or pdf
    [2]
    $ redthread report a.case ivo
    ! redthread: -o FILE says where to write it; its name ends in .html, .md or .pdf
    [2]
    $ redthread report a.case ivo -o ivo.html --json
    {"file":"ivo.html","format":"html","bytes":<n>,"notes":15,"sections":["summary","particulars","time","places","ties","conflicts","claims","alerts","hypotheses","sources"]}
    $ redthread report a.case nobody -o nobody.html
    ! redthread: nobody is called "nobody", and nothing has this id
    [1]
    $ ls
    a.case
    b.case
    cleared.html
    ivo.html
    plain.html
    x.md

# nothing_is_written_over_a_case

    $ redthread report a.case ivo -o b.case --format html
    ! redthread: b.case is a case: nothing is written over one
    [1]
    $ redthread show b.case zoe | head -1
    Zoe Hidden

# a_timeline_is_drawn

    $ redthread timeline a.case ivo --format svg | grep '<text'
    <text x="341.15" y="103" font-size="6.8" text-anchor="middle" fill="#666666">nothing known</text>
    <text x="205" y="14" font-size="6.8" text-anchor="middle" fill="#666666">1984</text>
    <text x="223.38" y="14" font-size="6.8" text-anchor="middle" fill="#666666">1986</text>
    <text x="241.72" y="14" font-size="6.8" text-anchor="middle" fill="#666666">1988</text>
    <text x="260.1" y="14" font-size="6.8" text-anchor="middle" fill="#666666">1990</text>
    <text x="278.45" y="14" font-size="6.8" text-anchor="middle" fill="#666666">1992</text>
    <text x="296.83" y="14" font-size="6.8" text-anchor="middle" fill="#666666">1994</text>
    <text x="315.17" y="14" font-size="6.8" text-anchor="middle" fill="#666666">1996</text>
    <text x="333.55" y="14" font-size="6.8" text-anchor="middle" fill="#666666">1998</text>
    <text x="351.9" y="14" font-size="6.8" text-anchor="middle" fill="#666666">2000</text>
    <text x="370.28" y="14" font-size="6.8" text-anchor="middle" fill="#666666">2002</text>
    <text x="388.62" y="14" font-size="6.8" text-anchor="middle" fill="#666666">2004</text>
    <text x="407" y="14" font-size="6.8" text-anchor="middle" fill="#666666">2006</text>
    <text x="425.35" y="14" font-size="6.8" text-anchor="middle" fill="#666666">2008</text>
    <text x="443.72" y="14" font-size="6.8" text-anchor="middle" fill="#666666">2010</text>
    <text x="462.07" y="14" font-size="6.8" text-anchor="middle" fill="#666666">2012</text>
    <text x="480.45" y="14" font-size="6.8" text-anchor="middle" fill="#666666">2014</text>
    <text x="6" y="30.4" font-size="7.6" fill="#1a1a1a">Birth date</text>
    <text x="6" y="45.4" font-size="7.6" fill="#1a1a1a">Birth date</text>
    <text x="6" y="60.4" font-size="7.6" fill="#1a1a1a">Detention</text>
    <text x="6" y="75.4" font-size="7.6" fill="#1a1a1a">Condition: no passport</text>
    <text x="6" y="90.4" font-size="7.6" fill="#1a1a1a">Seen at the old mill</text>
    $ redthread timeline a.case ivo --format png
    ! redthread: --format takes svg, not "png"
    [2]
