Who knew what when, on the story of examples/atar.

~ [0-9a-f]{32} => <id>

# what_the_ministry_knew_when_it_issued_the_passport

    $ redthread init a.case
    ! An empty case. Next: redthread import a.case FILE...
    $ redthread import a.case $FILES/../../../examples/atar/10-story.jsonl 2>/dev/null
    $ redthread knew a.case "Belgian Ministry of Foreign Affairs" "Oussama Atar" --on "[2012-08..2013-12]" | sed '/^Existed elsewhere/,$d'
    Had reached them
      Condition: no passport
      possibly: bound by it, since Aug 2012
        name                  Condition: no passport        author of the official letter on the
                                                              release, via CNN (cnn-2016) [1]
        subject               Oussama Atar                  author of the official letter on the
                                                              release, via CNN (cnn-2016) [1]
        subject               Belgian Ministry of Foreign   author of the official letter on the
                                Affairs                       release, via CNN (cnn-2016) [1]
        release               Release of Oussama Atar in    author of the official letter on the
                                Iraq                          release, via CNN (cnn-2016) [1]
        authority             Iraqi authorities             author of the official letter on the
                                                              release, via CNN (cnn-2016) [1]
        rule                  no passport from the Belgian  author of the official letter on the
                                Foreign Ministry              release, via CNN (cnn-2016) [1]
        start date            August 2012                   author of this example (cnn-2016) [2]
      atar-passport
      possibly: authority, since between Aug 2012 and Dec 2013
        identification        Oussama Atar                  source close to the Belgian inquiry, via CNN
          holder                                              (cnn-2016) · F · 2016 [3]
        authority             Belgian Ministry of Foreign   source close to the Belgian inquiry, via CNN
                                Affairs                       (cnn-2016) · F · 2016 [3]
        country               Belgium (be)                  source close to the Belgian inquiry, via CNN
                                                              (cnn-2016) · F · 2016 [3]
        type                  passport                      source close to the Belgian inquiry, via CNN
                                                              (cnn-2016) · F · 2016 [3]
        start date            between August 2012 and       author of this example (cnn-2016) [4]
                                December 2013
        summary               why it was issued is not      CNN (cnn-2016) · between Sep and Dec 2016
                                clear                         [5]
      Check before the passport was issued
      possibly: authority, since between Aug 2012 and Dec 2013
        name                  Check before the passport     source close to the Belgian inquiry, via CNN
                                was issued                    (cnn-2016) · F · 2016 [6]
        subject               Oussama Atar                  source close to the Belgian inquiry, via CNN
                                                              (cnn-2016) · F · 2016 [6]
        purpose               passport                      source close to the Belgian inquiry, via CNN
                                                              (cnn-2016) · F · 2016 [6]
        authority             Belgian Ministry of Foreign   source close to the Belgian inquiry, via CNN
                                Affairs                       (cnn-2016) · F · 2016 [6]
        query                 put to Belgian intelligence   source close to the Belgian inquiry, via CNN
                                                              (cnn-2016) · F · 2016 [6]
        involved              Belgian intelligence service  source close to the Belgian inquiry, via CNN
                                                              (cnn-2016) · F · 2016 [6]
        decision              issued                        source close to the Belgian inquiry, via CNN
                                                              (cnn-2016) · F · 2016 [3]
        decided by            Belgian Ministry of Foreign   source close to the Belgian inquiry, via CNN
                                Affairs                       (cnn-2016) · F · 2016 [3]
        date                  between August 2012 and       author of this example (cnn-2016) [4]
                                December 2013
    

# what_existed_elsewhere_and_had_not_reached_it

    $ redthread knew a.case "Belgian Ministry of Foreign Affairs" "Oussama Atar" --on 2013-12-31 | sed '1,/^Existed elsewhere/d;/^Sources/,$d' | grep -A1 -E "^  (Assessment|US view|Letter|Check|Condition|Held)"
      Held at Abu Ghraib
      Abu Ghraib, facility, since between Feb 2005 and Jul 2006
    --
      Held at Camp Cropper
      Camp Cropper, facility, since between Feb 2005 and Jul 2006
    --
      Assessment of Oussama Atar by Andre Jacob, 2006
      Andre Jacob, author, since between Jul and Dec 2006
    --
      Assessment of Oussama Atar by Andre Jacob, 2006
      Andre Jacob, speaker, since between Jul and Dec 2006
    --
      Assessment of Oussama Atar by Andre Jacob, 2006
      Andre Jacob, author, since between Jul and Dec 2006
    --
      US view of Oussama Atar, 2009
      US Embassy, author, since 2009
    --
      US view of Oussama Atar, 2009
      US Embassy, speaker, since 2009
    --
      Held at Camp Bucca
      Camp Bucca, facility, since between Jul 2006 and Aug 2012
    --
      Held at Camp Bucca
      possibly: Camp Bucca, facility, since between Jul 2006 and Aug 2012
    --
      Held at Al-Rusafa
      Al-Rusafa, facility, since between Jul 2006 and Aug 2012
    --
      Held at Nasiriya
      Nasiriya prison, facility, since between Jul 2006 and Aug 2012
    --
      Condition: monitoring
      Iraqi authorities, authority, since Aug 2012

# what_the_service_had_through_the_head_of_its_unit

    $ redthread knew a.case atar-belgian-intelligence "Oussama Atar" --on 2007 | sed '/^Existed elsewhere/,$d' | grep -B1 -A3 employee
      Andre Jacob questions Oussama Atar at Camp Cropper
      possibly: Andre Jacob (employee of theirs), took part, since Jul 2006
        name                  Andre Jacob questions         Andre Jacob, via CNN (cnn-2016) · 2016 [1]
                                Oussama Atar at Camp
                                Cropper
    --
      Assessment of Oussama Atar by Andre Jacob, 2006
      possibly: Andre Jacob (employee of theirs), author, since between Jul and Dec 2006
        title                 Assessment of Oussama Atar    CNN (cnn-2016) · between Sep and Dec 2016
                                by Andre Jacob, 2006          [6]
        author                Andre Jacob                   CNN (cnn-2016) · between Sep and Dec 2016
    --
      Assessment of Oussama Atar by Andre Jacob, 2006
      possibly: Andre Jacob (employee of theirs), speaker, since between Jul and Dec 2006
        finding               bright and quick-witted       Andre Jacob, via CNN (cnn-2016)
                                                              · between Jul and Dec 2006 [7]
        finding               has learnt from what          Andre Jacob, via CNN (cnn-2016)
    --
      Assessment of Oussama Atar by Andre Jacob, 2006
      possibly: Andre Jacob (employee of theirs), author, since between Jul and Dec 2006
        finding               could be won back, given as   Andre Jacob, via CNN (cnn-2016) · 2016
                                a suggestion only             · valid between Jul and Dec 2006 [10]
        finding               came close to saying sorry    Andre Jacob, via CNN (cnn-2016) · 2016
    --
      Oussama Atar
      possibly: Andre Jacob (employee of theirs), passed it on, by 31 Dec 2016
        biography             struggled in school and felt  Oussama Atar, via Andre Jacob, CNN
                                out of place                  (cnn-2016) · Jul 2006
                                                              · valid until Jul 2006 [12]
    --
      atar-kin-mother
      possibly: Andre Jacob (employee of theirs), passed it on, by 31 Dec 2016
        person                Oussama Atar                  Oussama Atar, via Andre Jacob, CNN
                                                              (cnn-2016) · Jul 2006 [15]
        relative              atar-mother                   Oussama Atar, via Andre Jacob, CNN
    --
      atar-kin-father
      possibly: Andre Jacob (employee of theirs), passed it on, by 31 Dec 2016
        person                Oussama Atar                  Oussama Atar, via Andre Jacob, CNN
                                                              (cnn-2016) · Jul 2006 [15]
        relative              atar-father                   Oussama Atar, via Andre Jacob, CNN
    --
      Journey from Syria into Iraq
      possibly: Andre Jacob (employee of theirs), passed it on, by 31 Dec 2016
        summary               meant to help Iraqis          Oussama Atar, via Andre Jacob, CNN
                                                              (cnn-2016) · Jul 2006 [13]
    
