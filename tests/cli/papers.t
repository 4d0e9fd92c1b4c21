Exhibits and requests: the real story as CNN told it, and a fictional case (files/papers.jsonl; nothing in it is of anybody).

# the_plastic_bag_and_what_lay_in_it

    $ redthread init t.case 2> /dev/null
    $ redthread import t.case $FILES/../../../examples/atar/*.jsonl > /dev/null 2>&1
    $ redthread exhibits t.case
    plastic bag with the papers of all who were arrested  Container atar-plastic-bag, Feb 2005 or Feb
      2006
      found with            Oussama Atar                   Andre Jacob, via CNN (cnn-2016) · 2016 [1]
                            the others in the car (not     Andre Jacob, via CNN (cnn-2016) · 2016 [1]
                              named)
      notes                 packed by American soldiers,   Andre Jacob, via CNN (cnn-2016) · 2016 [1]
                              every paper in the one bag
                            analysts could hardly tell     Andre Jacob, via CNN (cnn-2016) · 2016 [2]
                              whose each paper was
    
      papers from the car  Exhibit atar-exhibit-papers
        lay in                plastic bag with the papers   Andre Jacob, via CNN (cnn-2016) · 2016 [1]
                                of all who were arrested
        attributed to         Oussama Atar or another of    Andre Jacob, via CNN (cnn-2016) · 2016 [2]
                                those in the car
        whose it was          attributed in words only: no
                                one person is named
    
    weapons (kind and number not told)  Exhibit atar-exhibit-weapons
      attributed to         Oussama Atar                   Andre Jacob, via CNN (cnn-2016) · 2016 [3]
    
    Sources
      [1]  Andre Jacob, via CNN, in cnn-2016, CNN on Oussama Atar, text of the 2016 report (not
             shipped), bytes:4576-4709
           statement ec3bb907aca29ae897fac33f2d72e71d, cited 4 times
      [2]  Andre Jacob, via CNN, in cnn-2016, CNN on Oussama Atar, text of the 2016 report (not
             shipped), bytes:4710-4788
           statement ce1075dfade86e47cd879673dc89f748, cited 2 times
      [3]  Andre Jacob, via CNN, in cnn-2016, CNN on Oussama Atar, text of the 2016 report (not
             shipped), bytes:3408-3537
           statement 5657a1bc47a4a89cb6e6be5160638a15
    $ redthread exhibits t.case atar-exhibit-papers --json | python3 -c 'import json,sys; e=json.load(sys.stdin)["exhibits"]; print([(x["id"],x["depth"],x["standing"]) for x in e]); print(e[1]["attributions"][0]["to"])'
    [('atar-plastic-bag', 0, 'unattributed'), ('atar-exhibit-papers', 1, 'unclear')]
    {'id': None, 'caption': 'Oussama Atar or another of those in the car', 'schema': None}
    $ redthread exhibits t.case "Abu Bakr al-Baghdadi"
    nothing was found

# who_asked_whom_what

    $ redthread requests t.case --due P3M | sed "/^Sources/,\$d"
    Belgian requests to release Oussama Atar  2006 to 2012
      from                  Belgian authorities            source close to the Belgian inquiry, via CNN
                                                             (cnn-2016) · F · 2016 [1]
      to                    American authorities           source close to the Belgian inquiry, via CNN
                                                             (cnn-2016) · F · 2016 [2]
      subject               let him go and let him come    source close to the Belgian inquiry, via CNN
                              back to Belgium                (cnn-2016) · F · 2016 [1]
      status                put again and again            source close to the Belgian inquiry, via CNN
                                                             (cnn-2016) · F · 2016 [1]
      what became of it     answered
        reply: What the Americans made of the Belgian requests  undated
          from              American authorities           source close to the Belgian inquiry, via CNN
                                                             (cnn-2016) · F · 2016 [2]
          outcome           retracted: seemed willing to   American authorities, via source close to the
                              let him go                     Belgian inquiry, CNN (cnn-2016)
                                                             · between Jul 2006 and Dec 2009 · retracted
                                                             [3]
                            retracted: seemed willing to   taken back by American authorities, via US
                              let him go                     Embassy, source close to the Belgian
                                                             inquiry, CNN (cnn-2016) · 2009 [4]
    
    Request for medical care  2010
      from                  Amnesty International          Amnesty International, via CNN (cnn-2016)
                                                             · 2010 [5]
      to                    Iraqi government               Amnesty International, via CNN (cnn-2016)
                                                             · 2010 [5]
      subject               treat him properly             Amnesty International, via CNN (cnn-2016)
                                                             · 2010 [5]
      what became of it     no reply is told; overdue,
                              due at the latest 31 Mar
                              2011
    
    Request of the lawyer to Belgian intelligence  undated
      from                  Vincent Lurqin                 Vincent Lurqin, via CNN (cnn-2016) · 2016 [6]
      to                    Belgian intelligence service   Vincent Lurqin, via CNN (cnn-2016) · 2016 [6]
      subject               to be told more of the case    Vincent Lurqin, via CNN (cnn-2016) · 2016 [6]
      what became of it     answered
        reply: Letter of Belgian intelligence  undated
          from              Belgian intelligence service   CNN (cnn-2016) · between Sep and Dec 2016 [7]
          outcome           says that it knows nothing of  CNN (cnn-2016) · between Sep and Dec 2016 [7]
                              him
          summary           denied: the service knows of   denied by Belgian intelligence service, via
                              Oussama Atar                   CNN (cnn-2016) [8]
    
    Court order for the intelligence file  undated
      from                  court (not named)              CNN (cnn-2016) · between Sep and Dec 2016 [7]
      to                    Belgian intelligence service   CNN (cnn-2016) · between Sep and Dec 2016 [7]
      subject               hand over the file that the    CNN (cnn-2016) · between Sep and Dec 2016 [7]
                              service keeps on him
      status                refused                        CNN (cnn-2016) · between Sep and Dec 2016 [7]
      what became of it     refused, as its status says
    
    CNN asks the Belgian Ministry of Foreign Affairs  undated
      from                  CNN                            CNN (cnn-2016) · between Sep and Dec 2016 [9]
      to                    Belgian Ministry of Foreign    CNN (cnn-2016) · between Sep and Dec 2016 [9]
                              Affairs
      status                declined, because a            CNN (cnn-2016) · between Sep and Dec 2016 [9]
                              parliamentary inquiry runs
      what became of it     refused, as its status says
    
    CNN asks the family  undated
      from                  CNN                            CNN (cnn-2016) · between Sep and Dec 2016
                                                             [10]
      to                    Atar family                    CNN (cnn-2016) · between Sep and Dec 2016
                                                             [10]
      status                declined by the sister         CNN (cnn-2016) · between Sep and Dec 2016
                                                             [10]
      what became of it     refused, as its status says
    
    Overdue: Request for medical care
    
    $ redthread requests t.case "Belgian Ministry of Foreign Affairs" --json | python3 -c 'import json,sys; o=json.load(sys.stdin); print([(q["id"],q["standing"],q["by"],q["days"],q["overdue"]) for q in o["requests"]], o["due"])'
    [('atar-request-cnn-ministry', 'refused', 'status', None, None)] P30D
    $ redthread requests t.case --due "a month"
    ! redthread: --due takes a period like P30D, P6W or P1Y6M, not "a month"
    [2]

# a_fictional_box_with_a_gap_in_its_chain_of_custody

    $ redthread init f.case 2> /dev/null
    $ redthread import f.case $FILES/papers.jsonl > /dev/null 2>&1
    $ redthread exhibits f.case | sed "/^Sources/,\$d"
    evidence box  Container f-box, 4 Mar 2019
      seal                  S 4471                         Sergeant Sample (fictional) [1]
      found with            Ali Example                    Sergeant Sample (fictional) [1]
                            Omar Example                   Sergeant Sample (fictional) [1]
      held by               Sergeant Sample, 4 Mar to 6    Sergeant Sample (fictional) [1]
                              Mar 2019
      held by               Laboratory, Apr to 30 Jun      Laboratory (fictional) [2]
                              2019
      held by               Court registry, from 20 Jun    Court registry (fictional) [3]
                              2019, end unknown
      gap                   nobody is said to have held
                              it: 25 to 54 days between 7
                              Mar 2019 and 29 Apr 2019
      perhaps by two        Laboratory, Apr to 30 Jun
                              2019
                            Court registry, from 20 Jun
                              2019, end unknown
                            1 to 11 days
    
      paper bag  Container f-bag
        lay in                evidence box                  Sergeant Sample (fictional) [1]
    
        identity card  Exhibit f-card
          lay in            paper bag                      Sergeant Sample (fictional) [1]
          attributed to     suspected: Ali Example         suspected by Analyst Prototype (fictional)
                            statements for it: 1, against    · C3 [4]
                              it: 0
          bears the name    Omar Example                   Laboratory (fictional) [2]
          whose it was      attributed to more than one
    
      telephone  Exhibit f-phone
        lay in                evidence box                  Sergeant Sample (fictional) [1]
        SHA-256               9f86d081884c7d659a2feaa0c55a  Laboratory (fictional) [2]
                                d015a3bf4f1b2b0b822cd15d6c
                                15b0f00a08
        whose it was          attributed to nobody
        photo                 photo of the telephone        Laboratory (fictional) [2]
    
    Attributed to nobody: telephone
    
    Attributed to more than one: identity card
    

# fictional_letters_and_replies

    $ redthread requests f.case "Ministry of Examples" --as-of 2020-06-30 | sed "/^Sources/,\$d"
    Where is Ali Example held?  2 May 2019
      from                  Ministry of Examples           Ministry of Examples (fictional) [1]
      to                    Camp command                   Ministry of Examples (fictional) [1]
      subject               Where is Ali Example held?     Ministry of Examples (fictional) [1]
      what became of it     refused, after 30 to 59 days;
                              possibly late, due 1 Jun
                              2019
        reply: Camp command's answer  Jun 2019
          from              Camp command                   Ministry of Examples (fictional) [1]
          subject           Camp command's answer          Ministry of Examples (fictional) [1]
          outcome           refused: no names are given    Camp command, via Ministry of Examples
                              out                            (fictional) [2]
          in reply to that: The ministry insists  9 Jul 2019
            from              Ministry of Examples          Ministry of Examples (fictional) [1]
            subject           The ministry insists          Ministry of Examples (fictional) [1]
    
    May his lawyer visit him?  May 2020
      from                  Ministry of Examples           Ministry of Examples (fictional) [1]
      subject               May his lawyer visit him?      Ministry of Examples (fictional) [1]
      what became of it     no reply is told; possibly
                              overdue, due at the latest
                              30 Jun 2020
    
    Replies to no request that is known
    In answer to your letter  undated
      to                    Ministry of Examples           Embassy of Samples (fictional) [3]
      subject               In answer to your letter       Embassy of Samples (fictional) [3]
      in reply to           your letter of 3 May (not in   Embassy of Samples (fictional) [3]
                              the file)
    
    Possibly overdue: May his lawyer visit him?
    
    $ redthread requests f.case --as-of 2020-06-29
    nobody asked anything
