What happened, in the order of time, on the story of examples/atar and on made-up people.

~ [0-9a-f]{32} => <id>

# the_gap_before_he_was_last_seen

    $ redthread init a.case
    ! An empty case. Next: redthread import a.case FILE...
    $ redthread import a.case $FILES/../../../examples/atar/10-story.jsonl $FILES/../../../examples/atar/20-bucca.jsonl 2>/dev/null
    $ redthread timeline a.case "Oussama Atar" | sed -n '/nothing known/,+2p;/without a/p'
    ...                   nothing known between 31
                            December 2006 and 2009; 10
                            of uncertain date may lie
    ...                   nothing known between about
                            2010 and August 2012; 9 of
                            uncertain date may lie there
    ...                   nothing known between 30
                            September 2012 and 2013; 4
                            of uncertain date may lie
    ...                   nothing known between 2013 and
                            August 2016; 5 of uncertain
                            date may lie there
    3 without a date, at the end. 15 without a place.

# sources_that_date_one_event_otherwise_stand_under_it

    $ redthread timeline a.case "Abu Bakr al-Baghdadi" | sed '/^Sources/,$d'
    Feb 2004              Arrest of Abu Bakr              US Department of Defense, via McClatchy
    1 to 2 in order         al-Baghdadi, Fallujah, Iraq     (mcclatchy-2014) · between Jun and Jul 2014
                          Abu Bakr al-Baghdadi              [1]
    Feb to Dec 2004       Abu Bakr al-Baghdadi held at    US Department of Defense, via PolitiFact
    1 to 2 in order         Camp Bucca, Camp Bucca          (pentagon-2014) · Jun 2014 [2]
                          Abu Bakr al-Baghdadi            Kenneth King, via The Daily Beast (king-2014)
                          by king-2014: about 2005 to       · Jun 2014 [3]
                            2009                          The Daily Beast (king-2014) · 14 Jun 2014 [4]
                                                          US Department of Defense, via McClatchy
                                                            (mcclatchy-2014) · between Jun and Jul 2014
                                                            [1]
    Dec 2004              Release of Abu Bakr             US Department of Defense, via PolitiFact
                            al-Baghdadi, Camp Bucca         (pentagon-2014) · Jun 2014 [2]
                          Combined Review and Release     Kenneth King, via The Daily Beast (king-2014)
                            Board, Iraqi government,        · Jun 2014 [3]
                            after the Americans handed    Kenneth King, via Fox News, New York Post
                            him over, Abu Bakr              (king-2014) · Jun 2014 [5]
                            al-Baghdadi
                          by king-2014: 2009
    between Feb 2005 and  Associate: got to know each     Iraqi and Belgian officials, via CNN
      Aug 2012              other in American custody       (cnn-2016) [6]
                          Abu Bakr al-Baghdadi, Oussama   author of this example (cnn-2016) [7]
                            Atar                          CNN (cnn-2016) · between Sep and Dec 2016 [8]
    

# several_people_at_once

    $ redthread init t.case 2> /dev/null
    $ cat > two.jsonl <<'END'
    > {"type":"statement","entity":"ali","schema":"Person","prop":"name","value":"Ali Example","stance":"asserts","speaker":"Court","dataset":"file"}
    > {"type":"statement","entity":"sara","schema":"Person","prop":"name","value":"Sara Example","stance":"asserts","speaker":"Court","dataset":"file"}
    > {"type":"statement","entity":"sara","schema":"Person","prop":"status","value":"ill","stance":"asserts","speaker":"Doctor","dataset":"file","valid":"2011-03"}
    > {"type":"statement","entity":"m","schema":"Event","prop":"name","value":"A meeting","stance":"asserts","speaker":"Court","dataset":"file"}
    > {"type":"statement","entity":"m","schema":"Event","prop":"involved","value":"ali","stance":"asserts","speaker":"Court","dataset":"file"}
    > {"type":"statement","entity":"m","schema":"Event","prop":"involved","value":"sara","stance":"asserts","speaker":"Court","dataset":"file"}
    > {"type":"statement","entity":"m","schema":"Event","prop":"date","value":"[2011-02..2011-04]","stance":"asserts","speaker":"Court","dataset":"file"}
    > {"type":"statement","entity":"e","schema":"Employment","prop":"employee","value":"ali","stance":"asserts","speaker":"Court","dataset":"file"}
    > {"type":"statement","entity":"e","schema":"Employment","prop":"employer","value":"The Registry","stance":"asserts","speaker":"Court","dataset":"file"}
    > {"type":"statement","entity":"e","schema":"Employment","prop":"startDate","value":"2014-06-01","stance":"asserts","speaker":"Court","dataset":"file"}
    > END
    $ redthread import t.case two.jsonl 2> /dev/null
    $ redthread timeline t.case ali sara
    between Feb and Apr   A meeting                       Court (file) [1]
      2011                Ali Example, Sara Example
    1 to 2 in order
    Mar 2011              Status: ill                     Doctor (file) · valid Mar 2011 [2]
    1 to 2 in order       Sara Example
    ...                   nothing known between 30 April
                            2011 and 1 June 2014
    from 1 Jun 2014, end  Employment: works for           Court (file) [1]
      unknown             Ali Example, The Registry
    
    1 without a place.
    
    Sources
      [1]  Court, in file
           statement <id>, cited 7 times
      [2]  Doctor, in file
           statement <id>
