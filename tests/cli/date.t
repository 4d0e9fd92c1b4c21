# a_date_is_told_as_the_days_on_which_it_may_begin_and_end

    $ redthread date 2012-08-03/2012-09
    2012-08-03/2012-09
      EDTF      2012-08-03/2012-09
      in words  3 August to September 2012
      begins    2012-08-03
      ends      2012-09-01 to 2012-09-30

    $ redthread date "circa 1942" "before 18 January 1928" 2013/.. 2004?
    circa 1942
      EDTF         1942~
      in words     about 1942
      begins       1942-01-01 to 1942-12-31
      ends         1942-01-01 to 1942-12-31
      approximate  compared with one unit more on either side
    before 18 January 1928
      EDTF      /1928-01-18
      in words  before or on 18 January 1928
      begins    unknown
      ends      1928-01-18
    2013/..
      EDTF      2013/..
      in words  from 2013
      begins    2013-01-01 to 2013-12-31
      ends      open: it goes on
    2004?
      EDTF       2004?
      in words   perhaps 2004
      begins     2004-01-01 to 2004-12-31
      ends       2004-01-01 to 2004-12-31
      uncertain  nothing that rests on it is certain

    $ redthread date --json 2006-07 "08 Sep 1966" 11/08/2013
    {"text":"2006-07","edtf":"2006-07","level":0,"span":["2006-07-01","2006-07-31"],"start":["2006-07-01","2006-07-31"],"end":["2006-07-01","2006-07-31"],"uncertain":false,"approximate":false}
    {"text":"08 Sep 1966","edtf":"1966-09-08","level":0,"span":["1966-09-08","1966-09-08"],"start":["1966-09-08","1966-09-08"],"end":["1966-09-08","1966-09-08"],"uncertain":false,"approximate":false}
    {"text":"11/08/2013","edtf":"[2013-08-11,2013-11-08]","level":2,"span":["2013-08-11","2013-11-08"],"start":["2013-08-11","2013-11-08"],"end":["2013-08-11","2013-11-08"],"uncertain":false,"approximate":false}

# two_dates_lie_to_each_other_surely_or_possibly

    $ redthread date 2004-02/2004-12 --against 2004-10
      certain   contains
      possible  contains
      share     1 to 31 days

    $ redthread date 2004 2003 --against 2004-12-31 --json
    {"certain":[],"possible":["before","meets","equals","finished-by"],"days":[0,1]}
    {"certain":["before"],"possible":["before"],"days":[0,0]}

# what_is_no_date_is_named_with_its_byte_and_the_rest_goes_on

    $ redthread date 2006-02-30 --json
    {"text":"2006-02-30","error":"there is no such day in this month","at":8}
    ! redthread: byte 8: "2006-02-30": there is no such day in this month
    [1]

    $ printf 'circa 1942\n2006-02-30\n\n08 Sep 1966\n' | redthread date --json -
    {"text":"circa 1942","edtf":"1942~","level":1,"span":["1942-01-01","1942-12-31"],"start":["1942-01-01","1942-12-31"],"end":["1942-01-01","1942-12-31"],"uncertain":false,"approximate":true}
    {"text":"2006-02-30","error":"there is no such day in this month","at":8}
    {"text":"","error":"a date is expected","at":0}
    {"text":"08 Sep 1966","edtf":"1966-09-08","level":0,"span":["1966-09-08","1966-09-08"],"start":["1966-09-08","1966-09-08"],"end":["1966-09-08","1966-09-08"],"uncertain":false,"approximate":false}
    ! redthread: stdin:2:9: "2006-02-30": there is no such day in this month
    ! redthread: stdin:3:1: "": a date is expected
    ! redthread: 2 of 4 are no dates
    [1]

    $ redthread date --edtf "circa 1942" 1942~
    1942~
      EDTF         1942~
      in words     about 1942
      begins       1942-01-01 to 1942-12-31
      ends         1942-01-01 to 1942-12-31
      approximate  compared with one unit more on either side
    ! redthread: byte 0: "circa 1942": a year of four digits is expected
    ! redthread: 1 of 2 are no dates
    [1]

    $ redthread date 1942 --against yesterday
    ! redthread: byte 0: "yesterday" is no date: this is no date that we read
    [1]

    $ redthread date
    ! redthread: date: TEXT... is missing; usage: redthread date TEXT...
    [2]
