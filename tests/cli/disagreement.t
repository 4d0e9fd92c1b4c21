# the_cancer_claim_has_one_origin_and_was_refuted

    $ redthread init t.case 2> /dev/null
    $ redthread import t.case $FILES/../../../examples/atar/*.jsonl > /dev/null 2>&1
    $ redthread corroboration t.case atar-illness finding
    refuted  finding: cancer  1 origin, 1 repeat, 2 against
      origin                                               word of mouth in 2010 (origin not named), via
                                                             CNN (cnn-2016) · 5 · 2010 [1]
      repeated              (link)                         believed by family of Oussama Atar, via CNN
                                                             (cnn-2016) · 5 · 2010 [2]
      against               denied: finding: cancer        denied by CNN (cnn-2016)
                                                             · between Sep and Dec 2016 [3]
      against               finding: infection of the      Vincent Lurqin, via CNN (cnn-2016) · 2016 [4]
                              colon
      falls with it                                        believed by family of Oussama Atar, via CNN
                                                             (cnn-2016) · 5 · 2010 [2]
    
    disputed  finding: infection of the colon  1 origin, 0 repeats, 1 against
      origin                                               Vincent Lurqin, via CNN (cnn-2016) · 2016 [4]
      against               believed: finding: cancer      believed by family of Oussama Atar, via CNN
                                                             (cnn-2016) · 5 · 2010 [2]
      against               finding: cancer                word of mouth in 2010 (origin not named), via
                                                             CNN (cnn-2016) · 5 · 2010 [1]
    
    1 claim is made by one voice alone, that nobody repeats or opposes
    
    Sources
      [1]  word of mouth in 2010 (origin not named), via CNN, in cnn-2016, CNN on Oussama Atar, text of
             the 2016 report (not shipped), bytes:7668-7714
           statement f9c698287aafe503b2a5172c287e1fe2
      [2]  family of Oussama Atar, via CNN, in cnn-2016, CNN on Oussama Atar, text of the 2016 report
             (not shipped), bytes:7715-7868
           statement 829395b514a09011191872b3d662aa57
      [3]  CNN, in cnn-2016, CNN on Oussama Atar, text of the 2016 report (not shipped), bytes:7870-7906
           statement 3848386be9de14250f6ffb93b796e497
      [4]  Vincent Lurqin, via CNN, in cnn-2016, CNN on Oussama Atar, text of the 2016 report (not
             shipped), bytes:7908-7973
           statement 62389d87ca7a55fd6eb93eb896d088d9

# the_charges_as_each_file_gives_them

    $ redthread holdings t.case "Oussama Atar" charge
    Terrorism charges in Iraq
      charge                terrorism                      held by CNN on Oussama Atar, text of the 2016
                                                             report (not shipped), Iraqi files on
                                                             Oussama Atar
                                                           contradicted by CNN on Oussama Atar, text of
                                                             the 2016 report (not shipped), legal file
                                                             of Oussama Atar
                                                           Jawad Al-Hindawi, via CNN (cnn-2016) · 2016
                                                             [1]
    
    Illegal entry into Iraq
      charge                illegal entry into Iraq and    held by CNN on Oussama Atar, text of the 2016
                              nothing else                   report (not shipped), legal file of Oussama
                                                             Atar
                                                           contradicted by CNN on Oussama Atar, text of
                                                             the 2016 report (not shipped), Iraqi files
                                                             on Oussama Atar
                                                           Vincent Lurqin, via CNN (cnn-2016) · 2016 [2]
                                                           politicians who backed the release, via CNN
                                                             (cnn-2016) [3]
                            illegal entry into Iraq from   held by CNN on Oussama Atar, text of the 2016
                              Syria                          report (not shipped)
                                                           contradicted by CNN on Oussama Atar, text of
                                                             the 2016 report (not shipped), Iraqi files
                                                             on Oussama Atar, legal file of Oussama Atar
                                                           Amnesty International, via CNN (cnn-2016)
                                                             · 2010 [4]
    
    Sources
      [1]  Jawad Al-Hindawi, via CNN, in cnn-2016, CNN on Oussama Atar, text of the 2016 report (not
             shipped), bytes:3753-3848
           statement bee4c9700f20eaa9adf2ebeda5374718
      [2]  Vincent Lurqin, via CNN, in cnn-2016, CNN on Oussama Atar, text of the 2016 report (not
             shipped), bytes:7268-7425
           statement 09a5700a1e8a6b9e49fa11fc2ada4c26
      [3]  politicians who backed the release, via CNN, in cnn-2016, CNN on Oussama Atar, text of the
             2016 report (not shipped), bytes:7268-7425
           statement 67dc880fab321ed21194dcdc6bbdf34c
      [4]  Amnesty International, via CNN, in cnn-2016, CNN on Oussama Atar, text of the 2016 report
             (not shipped), bytes:7975-8159
           statement 4d06732093e00769d2b6516957c74afd

# what_contradicts_what_on_one_offence_and_in_the_whole_case

    $ redthread conflicts t.case atar-offence-crossing
      charge (possible)  one offence, two charges
        illegal entry into Iraq and nothing else         illegal entry into Iraq from Syria
        Vincent Lurqin, via CNN (cnn-2016) · 2016 [1]    Amnesty International, via CNN (cnn-2016)
        politicians who backed the release, via CNN        · 2010 [3]
          (cnn-2016) [2]
    
      opposed (possible)  linked as opposing each other
        charge: illegal entry into Iraq and nothing      Terrorism charges in Iraq, charge: terrorism
          else                                           Jawad Al-Hindawi, via CNN (cnn-2016) · 2016 [4]
        Vincent Lurqin, via CNN (cnn-2016) · 2016 [1]
    
      opposed (possible)  linked as opposing each other
        charge: illegal entry into Iraq from Syria       Terrorism charges in Iraq, charge: terrorism
        Amnesty International, via CNN (cnn-2016)        Jawad Al-Hindawi, via CNN (cnn-2016) · 2016 [4]
          · 2010 [3]
    
    Sources
      [1]  Vincent Lurqin, via CNN, in cnn-2016, CNN on Oussama Atar, text of the 2016 report (not
             shipped), bytes:7268-7425
           statement 09a5700a1e8a6b9e49fa11fc2ada4c26
      [2]  politicians who backed the release, via CNN, in cnn-2016, CNN on Oussama Atar, text of the
             2016 report (not shipped), bytes:7268-7425
           statement 67dc880fab321ed21194dcdc6bbdf34c
      [3]  Amnesty International, via CNN, in cnn-2016, CNN on Oussama Atar, text of the 2016 report
             (not shipped), bytes:7975-8159
           statement 4d06732093e00769d2b6516957c74afd
      [4]  Jawad Al-Hindawi, via CNN, in cnn-2016, CNN on Oussama Atar, text of the 2016 report (not
             shipped), bytes:3753-3848
           statement bee4c9700f20eaa9adf2ebeda5374718
    $ redthread conflicts t.case --source king-2014 --source pentagon-2014
      end date (certain)  Abu Bakr al-Baghdadi held at Camp Bucca  ends on two days
        December 2004                                    2009
        US Department of Defense, via PolitiFact         Kenneth King, via The Daily Beast (king-2014)
          (pentagon-2014) · Jun 2014 [1]                   · Jun 2014 [2]
    
      date (certain)  Release of Abu Bakr al-Baghdadi  was on two days
        December 2004                                    2009
        US Department of Defense, via PolitiFact         Kenneth King, via The Daily Beast (king-2014)
          (pentagon-2014) · Jun 2014 [1]                   · Jun 2014 [2]
    
      opposed (possible)  Abu Bakr al-Baghdadi  linked as opposing each other
        notes: no record of any other time in American   Abu Bakr al-Baghdadi held at Camp Bucca, end
          custody                                          date: 2009
        US Department of Defense, via PolitiFact         Kenneth King, via The Daily Beast (king-2014)
          (pentagon-2014) · Jun 2014 [1]                   · Jun 2014 [2]
    
      start date (possible)  Abu Bakr al-Baghdadi held at Camp Bucca  starts on two days
        February 2004                                    about 2005
        US Department of Defense, via PolitiFact         The Daily Beast (king-2014) · 14 Jun 2014 [3]
          (pentagon-2014) · Jun 2014 [1]
    
      opposed (possible)  Release of Abu Bakr al-Baghdadi  linked as opposing each other
        date: 2004-12                                    authority: Iraqi government, after the
        US Department of Defense, via PolitiFact           Americans handed him over
          (pentagon-2014) · Jun 2014 [1]                 Kenneth King, via Fox News, New York Post
                                                           (king-2014) · Jun 2014 [4]
    
    Sources
      [1]  US Department of Defense, via PolitiFact, in pentagon-2014
           statement d97abad96c606eb777fdd452959f1c9b, cited 4 times
      [2]  Kenneth King, via The Daily Beast, in king-2014
           statement bd2acac588428c178e9bf382a6ff4130, cited 2 times
      [3]  The Daily Beast, in king-2014
           statement 47ccdb255e7039c99729b607629f5f43
      [4]  Kenneth King, via Fox News, New York Post, in king-2014
           statement a3e1338652c41ab171f353abd0e30b5e
    $ redthread conflicts t.case nobody-at-all
    ! redthread: nobody is called "nobody-at-all", and nothing has this id; did you mean Al Fatah (atar-al-fatah), Al Qaeda (atar-al-qaeda) or Al-Rusafa (atar-al-rusafa)?
    [1]

# which_explanation_fits_and_what_tells_them_apart

    $ redthread hypotheses t.case "Oussama Atar" | sed -n '/^Which evidence/,/^Sources/p' | sed '/^Sources/d' | grep -E "H8|without|would|left out|apart"
    Which evidence tells them apart
                              would hardly be sent on an     (cnn-2016) · F · 2016 [5]
        H8                    seasoned jihadist
      for H7, for H8        Oussama Atar, biography:       Andre Jacob, via CNN (cnn-2016) · 2016 [22]
      for H8                Assessment of Oussama Atar by  Andre Jacob, via CNN (cnn-2016) · 2016
      for H8                Assessment of Oussama Atar by  Andre Jacob, via CNN (cnn-2016)
      for H8                Oussama Atar, biography:       Andre Jacob, via CNN (cnn-2016) · 2016
      against H8            Assessment of Oussama Atar by  Andre Jacob, via CNN (cnn-2016)
      against H8            US view of Oussama Atar,       US Embassy, via source close to the Belgian
      against H8            US view of Oussama Atar,       US Embassy, via source close to the Belgian
      against H8            US view of Oussama Atar,       US Embassy, via source close to the Belgian
    When one is left out
      without cnn-2016 no evidence would be left
      without French authorities another would stand first
      H2 would stand up at place 1: for 2, against 0
      H3 would stand up at place 2: for 2, against 0
      H1 would stand down at place 3: for 1, against 0
      without authorities (which ones is not said) another would stand first
      H2 would stand up at place 1: for 2, against 0
      H3 would stand up at place 2: for 2, against 0
      H1 would stand down at place 3: for 1, against 0
      without source (CNN says only "the source") the order would be another
      H3 would stand up at place 2: for 2, against 0
      H4 would stand up at place 3: for 1, against 0
      H2 would stand down at place 4: for 1, against 0
      without judicial source the order would be another
      H3 would stand up at place 2: for 2, against 0
      H4 would stand up at place 3: for 1, against 0
      H2 would stand down at place 4: for 1, against 0
      without person quoted on the leak (not named) the order would be another
      H4 would stand up at place 3: for 1, against 0
      H3 would stand down at place 4: for 1, against 0
      without Andre Jacob the order would be another
      H7 would stand up at place 6: for 0, against 0
      H6 would stand down at place 7: for 1, against 1
      without Iraqi authorities the order would be another
      H6 would stand up at place 2: for 2, against 0
      H2 would stand down at place 3: for 2, against 0
      H3 would stand down at place 4: for 2, against 0
