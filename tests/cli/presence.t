Who was where with whom, on the story of examples/atar.

~ [0-9a-f]{32} => <id>

# whether_two_men_can_have_met_depends_on_the_source

    $ redthread init a.case
    ! An empty case. Next: redthread import a.case FILE...
    $ redthread import a.case $FILES/../../../examples/atar/10-story.jsonl $FILES/../../../examples/atar/20-bucca.jsonl 2>/dev/null
    $ redthread presence a.case "Oussama Atar" "Abu Bakr al-Baghdadi" | sed '/^Sources/,$d'
    possible              with Abu Bakr al-Baghdadi,      CNN (cnn-2016) · between Sep and Dec 2016 [1]
    0 to 1280 days          Camp Bucca                    author of this example (cnn-2016) [2]
                          Oussama Atar: some time         Kenneth King, via The Daily Beast (king-2014)
                            between Jul 2006 and Aug        · Jun 2014 [3]
                            2012, by cnn-2016             The Daily Beast (king-2014) · 14 Jun 2014 [4]
                          Abu Bakr al-Baghdadi: about
                            2005 to 2009, by king-2014
    possible              with Abu Bakr al-Baghdadi,      CNN (cnn-2016) · between Sep and Dec 2016 [1]
    0 to 1 day              Camp Bucca                    author of this example (cnn-2016) [2]
                          Oussama Atar: some time         Kenneth King, via The Daily Beast (king-2014)
                            between Jul 2006 and Aug        · Jun 2014 [3]
                            2012, by cnn-2016             US Department of Defense, via PolitiFact
                          Abu Bakr al-Baghdadi: 2009, by    (pentagon-2014) · Jun 2014 [5]
                            king-2014
    impossible            with Abu Bakr al-Baghdadi,      CNN (cnn-2016) · between Sep and Dec 2016 [1]
                            Camp Bucca                    author of this example (cnn-2016) [2]
                          Oussama Atar: some time         US Department of Defense, via PolitiFact
                            between Jul 2006 and Aug        (pentagon-2014) · Jun 2014 [5]
                            2012, by cnn-2016             Kenneth King, via The Daily Beast (king-2014)
                          Abu Bakr al-Baghdadi: Feb to      · Jun 2014 [3]
                            Dec 2004, by mcclatchy-2014   US Department of Defense, via McClatchy
                                                            (mcclatchy-2014) · between Jun and Jul 2014
                                                            [6]
    impossible            with Abu Bakr al-Baghdadi,      CNN (cnn-2016) · between Sep and Dec 2016 [1]
                            Camp Bucca                    author of this example (cnn-2016) [2]
                          Oussama Atar: some time         US Department of Defense, via PolitiFact
                            between Jul 2006 and Aug        (pentagon-2014) · Jun 2014 [5]
                            2012, by cnn-2016
                          Abu Bakr al-Baghdadi: Feb to
                            Dec 2004, by pentagon-2014
    impossible            with Abu Bakr al-Baghdadi,      CNN (cnn-2016) · between Sep and Dec 2016 [1]
                            Camp Bucca                    author of this example (cnn-2016) [2]
                          Oussama Atar: some time         US Department of Defense, via PolitiFact
                            between Jul 2006 and Aug        (pentagon-2014) · Jun 2014 [5]
                            2012, by cnn-2016
                          Abu Bakr al-Baghdadi: Dec
                            2004, by pentagon-2014
    

# who_was_where_he_was

    $ redthread presence a.case "Oussama Atar" | sed '/^Sources/,$d'
    certain               with Andre Jacob, Camp          Andre Jacob, via CNN (cnn-2016) · 2016 [1]
    1 day or more           Cropper, Iraq, in one event   CNN (cnn-2016) · between Sep and Dec 2016
                          Oussama Atar: from Jul 2006,      [2][3]
                            end unknown, by cnn-2016
    certain               with Atar family, Belgium, in   judicial source, via CNN (cnn-2016) · F · 2016
    1 to 31 days            one event                       [4]
                          Oussama Atar: Aug 2016, by      CNN (cnn-2016) · between Sep and Dec 2016 [5]
                            cnn-2016
    possible              with Saddam Hussein, Camp       CNN (cnn-2016) · between Sep and Dec 2016
    0 to 2769 days          Cropper                         · valid Jul 2006 [2]
                          Oussama Atar: from between Feb  Andre Jacob, via CNN (cnn-2016) · 2016 [6]
                            2005 and Jul 2006, to         CNN (cnn-2016) · between Sep and Dec 2016
                            between Jul 2006 and Aug        [2][8]
                            2012, by cnn-2016             author of this example (cnn-2016) [7][9]
                          Saddam Hussein: from Jul 2006
                            or before, to Jul 2006 or
                            later, by cnn-2016
    possible              with Abu Bakr al-Baghdadi,      CNN (cnn-2016) · between Sep and Dec 2016 [10]
    0 to 1280 days          Camp Bucca                    author of this example (cnn-2016) [7]
                          Oussama Atar: some time         Kenneth King, via The Daily Beast (king-2014)
                            between Jul 2006 and Aug        · Jun 2014 [11]
                            2012, by cnn-2016             The Daily Beast (king-2014) · 14 Jun 2014 [12]
                          Abu Bakr al-Baghdadi: about
                            2005 to 2009, by king-2014
    possible              with Abu Bakr al-Baghdadi,      CNN (cnn-2016) · between Sep and Dec 2016 [10]
    0 to 1 day              Camp Bucca                    author of this example (cnn-2016) [7]
                          Oussama Atar: some time         Kenneth King, via The Daily Beast (king-2014)
                            between Jul 2006 and Aug        · Jun 2014 [11]
                            2012, by cnn-2016             US Department of Defense, via PolitiFact
                          Abu Bakr al-Baghdadi: 2009, by    (pentagon-2014) · Jun 2014 [13]
                            king-2014
    possible              with El Bakraoui, first prison  source close to the Belgian inquiry, via CNN
    0 to 20 days            outside Brussels (not           (cnn-2016) · F · 2016 [14]
                            named), in one event          author of this example (cnn-2016) [15]
                          Oussama Atar: some time
                            between Aug 2012 and May
                            2016, by cnn-2016
    possible              with El Bakraoui, first prison  source close to the Belgian inquiry, via CNN
    0 to 20 days            outside Brussels (not           (cnn-2016) · F · 2016 [14]
                            named), in one event          author of this example (cnn-2016) [15]
                          Oussama Atar: some time
                            between Aug 2012 and May
                            2016, by cnn-2016
    possible              with El Bakraoui, second        source close to the Belgian inquiry, via CNN
    0 to 20 days            prison outside Brussels (not    (cnn-2016) · F · 2016 [14]
                            named), in one event          author of this example (cnn-2016) [15]
                          Oussama Atar: some time
                            between Aug 2012 and May
                            2016, by cnn-2016
    possible              with El Bakraoui, second        source close to the Belgian inquiry, via CNN
    0 to 20 days            prison outside Brussels (not    (cnn-2016) · F · 2016 [14]
                            named), in one event          author of this example (cnn-2016) [15]
                          Oussama Atar: some time
                            between Aug 2012 and May
                            2016, by cnn-2016
    

# two_without_a_place_in_common_have_no_overlap

    $ redthread presence a.case "Saddam Hussein" "Abu Bakr al-Baghdadi"
    no stays at one place
    $ redthread presence a.case "Saddam Hussein" "Abu Bakr al-Baghdadi" --json
    {"about":[{"id":"atar-saddam-hussein","caption":"Saddam Hussein","schema":"Person"},{"id":"atar-baghdadi","caption":"Abu Bakr al-Baghdadi","schema":"Person"}],"within":null,"during":null,"at":null,"overlaps":[],"not_counted":[],"statements":{}}

# where_he_was_in_the_order_of_time

    $ redthread movements a.case "Oussama Atar" | sed '/^Sources/,$d'
    Feb 2005 or Feb 2006  checkpoint, Ramadi, Iraq,       CNN (cnn-2016) · between Sep and Dec 2016
                            event                           [1][2]
    some time between     Abu Ghraib, detention           Andre Jacob, via CNN (cnn-2016) · 2016 [3]
      Feb 2005 and Jul                                    author of this example (cnn-2016) [4]
      2006
    from between Feb      Camp Cropper, detention         CNN (cnn-2016) · between Sep and Dec 2016
      2005 and Jul 2006,                                    · valid Jul 2006 [5]
      to between Jul                                      Andre Jacob, via CNN (cnn-2016) · 2016 [3]
      2006 and Aug 2012                                   CNN (cnn-2016) · between Sep and Dec 2016 [5]
                                                          author of this example (cnn-2016) [6]
    Feb 2006 or before    to Iraq, travel                 Amnesty International, via CNN (cnn-2016)
                                                            · 2010 [7]
                                                          author of this example (cnn-2016) [8]
    before or on 28 Feb   from Syria, travel              Amnesty International, via CNN (cnn-2016)
      2006                                                  · 2010 [7]
                                                          author of this example (cnn-2016) [8]
    from Jul 2006, end    Camp Cropper, Iraq, event       Andre Jacob, via CNN (cnn-2016) · 2016 [9]
      unknown                                             CNN (cnn-2016) · between Sep and Dec 2016
                                                            [5][10]
    some time between     Camp Bucca, detention           CNN (cnn-2016) · between Sep and Dec 2016 [11]
      Jul 2006 and Aug                                    author of this example (cnn-2016) [6]
      2012
    some time between     Nasiriya prison, detention      CNN (cnn-2016) · between Sep and Dec 2016 [11]
      Jul 2006 and Aug                                    author of this example (cnn-2016) [6]
      2012
    some time between     Al-Rusafa, detention            CNN (cnn-2016) · between Sep and Dec 2016 [11]
      Jul 2006 and Aug                                    author of this example (cnn-2016) [6]
      2012
    Aug 2012              Iraq, release                   CNN (cnn-2016) · between Sep and Dec 2016
                                                            [12][13]
                                                          CNN (cnn-2016) · 1 · between Sep and Dec 2016
                                                            [14]
    Aug 2012 or Sep 2012  to Brussels, Belgium, travel    CNN (cnn-2016) · between Sep and Dec 2016 [15]
                                                          author of this example (cnn-2016) [16]
    some time between     possibly first prison outside   source close to the Belgian inquiry, via CNN
      Aug 2012 and May      Brussels (not named), visit     (cnn-2016) · F · 2016 [17]
      2016                                                author of this example (cnn-2016) [18]
    some time between     possibly second prison outside  source close to the Belgian inquiry, via CNN
      Aug 2012 and May      Brussels (not named), visit     (cnn-2016) · F · 2016 [17]
      2016                                                author of this example (cnn-2016) [18]
    before or on 30 Sep   from Iraq, travel               CNN (cnn-2016) · between Sep and Dec 2016 [15]
      2012                                                author of this example (cnn-2016) [19][16]
    2013                  Tunisia, detention              source close to the Belgian inquiry, via CNN
                                                            (cnn-2016) · F · 2016 [20]
    2013                  to Tunisia, travel              source close to the Belgian inquiry, via CNN
                                                            (cnn-2016) · F · 2016 [20]
    from 1 Jan 2013, end  Turkey, event                   CNN (cnn-2016) · between Sep and Dec 2016 [21]
      unknown                                             author of this example (cnn-2016) [22]
    between 2013 and Aug  to Turkey, travel               CNN (cnn-2016) · between Sep and Dec 2016 [21]
      2016                                                author of this example (cnn-2016) [22]
    Aug 2016              Belgium, visit                  judicial source, via CNN (cnn-2016) · F · 2016
                                                            [23]
                                                          CNN (cnn-2016) · between Sep and Dec 2016 [24]
    
    Last known place
    Aug 2016              Belgium, visit                  judicial source, via CNN (cnn-2016) · F · 2016
                                                            [23]
                                                          CNN (cnn-2016) · between Sep and Dec 2016 [24]
    gap before it         0 to 1337 days
    

# all_pairs_at_a_place

    $ redthread presence a.case "Camp Bucca" --during 2007 | sed '/^Sources/,$d'
    Camp Bucca, 2007
    2 stays of 2 people; 1 pair may have been there together, 0 of them surely
    
    possible              Abu Bakr al-Baghdadi with       Kenneth King, via The Daily Beast (king-2014)
    0 to 1280 days          Oussama Atar, Camp Bucca        · Jun 2014 [1]
                          Abu Bakr al-Baghdadi: about     The Daily Beast (king-2014) · 14 Jun 2014 [2]
                            2005 to 2009, by king-2014    CNN (cnn-2016) · between Sep and Dec 2016 [3]
                          Oussama Atar: some time         author of this example (cnn-2016) [4]
                            between Jul 2006 and Aug
                            2012, by cnn-2016
    
    $ redthread presence a.case atar-place-baghdad --during 2006 --within place | sed '/^Sources/,$d'
    Baghdad, Iraq, 2006
    4 stays of 2 people; 3 pairs may have been there together, 0 of them surely
    
    possible              Oussama Atar with Andre Jacob,  Andre Jacob, via CNN (cnn-2016) · 2016 [1][3]
    0 to 31 days            in the same place: Baghdad,   author of this example (cnn-2016) [2]
                            Iraq                          CNN (cnn-2016) · between Sep and Dec 2016
                          Oussama Atar: Abu Ghraib, some    [4][5][6]
                            time between Feb 2005 and
                            Jul 2006, by cnn-2016
                          Andre Jacob: Baghdad, from Jul
                            2006, end unknown, by
                            cnn-2016
    possible              Andre Jacob with Oussama Atar,  Andre Jacob, via CNN (cnn-2016) · 2016 [3]
    0 days or more          Baghdad, in one event         CNN (cnn-2016) · between Sep and Dec 2016
                          Andre Jacob: from Jul 2006,       [4][5]
                            end unknown, by cnn-2016
    possible              Andre Jacob with Oussama Atar,  Andre Jacob, via CNN (cnn-2016) · 2016 [3]
    0 to 2254 days          in the same place: Baghdad,   CNN (cnn-2016) · between Sep and Dec 2016
                            Iraq                            [4][5][7][9]
                          Andre Jacob: Baghdad, from Jul  author of this example (cnn-2016) [8]
                            2006, end unknown, by
                            cnn-2016
                          Oussama Atar: Al-Rusafa, some
                            time between Jul 2006 and
                            Aug 2012, by cnn-2016
    

# who_was_held_in_the_same_town_or_only_the_same_country

    $ redthread presence a.case "Oussama Atar" "Saddam Hussein" --within place | sed '/^Sources/,$d'
    possible              with Saddam Hussein, Camp       CNN (cnn-2016) · between Sep and Dec 2016
    0 to 2769 days          Cropper                         · valid Jul 2006 [1]
                          Oussama Atar: from between Feb  Andre Jacob, via CNN (cnn-2016) · 2016 [2]
                            2005 and Jul 2006, to         CNN (cnn-2016) · between Sep and Dec 2016
                            between Jul 2006 and Aug        [1][4]
                            2012, by cnn-2016             author of this example (cnn-2016) [3][5]
                          Saddam Hussein: from Jul 2006
                            or before, to Jul 2006 or
                            later, by cnn-2016
    
    $ redthread presence a.case "Oussama Atar" "Saddam Hussein" --within country | grep -c "no closer"
    9
    $ redthread presence a.case "Oussama Atar" --within planet
    ! redthread: --within takes place or country, not "planet"
    [2]
