/* One written date, before it is EDTF: date_piece_read.c takes it off words, date_piece.c says it in EDTF,
 * date_written.c puts several together. Inside src/base only. */
#pragma once

#include "base/date_words.h"

typedef struct rt_date_piece {
    bool has_year;
    int64_t year;               /* as ISO 8601 counts: 1 BC is 0 */
    int width;                  /* of the year: 1, 10 (a decade), 100 (a century); year is then its first */
    int month, day;             /* 0: not given */
    int other_month, other_day; /* of "11/08/2013": the other way to read it; 0: there is none */
    int season;                 /* EDTF code, or 0 */
    rt_part part;
    unsigned marks; /* RT_EDTF_APPROXIMATE, RT_EDTF_UNCERTAIN */
    size_t at;      /* its first byte in the text */
} rt_date_piece;

/* The piece as it stands between the brackets of a set: "2004-05~", "2004-01..2004-06", "2013-08-11,2013-11-08". */
rt_str rt_date_piece_edtf(const rt_date_piece *piece, rt_arena *arena);

/* Whether that is one date, which can be the end of an interval. */
bool rt_date_piece_is_one(rt_str edtf);

/* One date off the words, with all that may stand before and behind it; *prefix are the marks before it. Year, and
 * month of a day, may be missing ("12" of "12 to 15 May 2011"). */
RT_RESULT rt_date_piece_read(rt_words *words, rt_date_piece *piece, unsigned *prefix);
