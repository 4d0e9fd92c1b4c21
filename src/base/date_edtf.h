/* The grammar of EDTF, as a scan over its items; for those who give it meaning or print it. Inside src/base only.
 *
 * A text is one item (a date or an interval) or a set of them ("[1667,1670..1672]"). Each item is a date, or two ends
 * with
 * ".." or "/" between. Nothing is kept: slices point into the text. */
#pragma once

#include "base/date.h"

enum { RT_EDTF_UNCERTAIN = 1, RT_EDTF_APPROXIMATE = 2 };
enum { RT_EDTF_YEAR, RT_EDTF_MONTH, RT_EDTF_DAY };

/* A day, or (day 31) whatever day is the last of its month. */
typedef struct rt_ymd {
    int64_t year;
    int month, day;
} rt_ymd;

typedef enum rt_edtf_end { RT_EDTF_DATE, RT_EDTF_OPEN, RT_EDTF_UNKNOWN } rt_edtf_end;

typedef struct rt_edtf_date {
    rt_edtf_end end;                          /* the rest is empty when this is not RT_EDTF_DATE */
    rt_str year;                              /* as written: "-0044", "156X", "Y17E7", "1950S2" */
    rt_str month, day;                        /* as written, two bytes or none; a season stands as month */
    rt_str clock, offset;                     /* "23:20:30.5"; "Z", "+04", "-04:30" */
    int64_t instant;                          /* seconds of the day, in UTC where there is an offset */
    uint8_t marks[3];                         /* RT_EDTF_UNCERTAIN, RT_EDTF_APPROXIMATE of each component */
    uint8_t level;                            /* 0, 1, 2 */
    bool masked;                              /* X somewhere */
    bool alone;                               /* a year that no month may follow: with Y or S */
    int64_t year_first, year_last, year_unit; /* the years it may be in; 10 for "156X" */
    int months;                               /* 1, or how many a season has; 0 when there is no month */
    rt_ymd first, last;                       /* the earliest and latest day that it can mean */
} rt_edtf_date;

typedef struct rt_edtf_item {
    bool range; /* from and to, else from alone */
    rt_edtf_date from, to;
} rt_edtf_item;

typedef struct rt_edtf_scan {
    rt_str text;
    size_t at;
    char kind; /* 0 a date, '/' an interval, '[' one of a set, '{' all of a set; known after the first item */
    bool done;
    size_t items;
    rt_error *err;
} rt_edtf_scan;

/* Begin with {.text = text, .err = err}. RT_BAD as rt_edtf_read says; done is set when the item was the last. */
RT_RESULT rt_edtf_next(rt_edtf_scan *scan, rt_edtf_item *item);

/* The days that a date's components allow: fills first and last. False, when no day is among them (2006-02-30). */
bool rt_edtf_days(rt_edtf_date *date);

/* month + n months, carried into the year. */
rt_ymd rt_ymd_add_months(rt_ymd ymd, int64_t n);
rt_day rt_ymd_day(rt_ymd ymd); /* a day past the month's end is its last */
