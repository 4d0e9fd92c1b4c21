/* What an age says of a birth, and on which days several sources agree. */
#pragma once

#include "base/date.h"

/* The birth of somebody who was least to most whole years old (least <= most) on some day of `said`: 32 on 2016-10-20
 * is born 1983-10-21 to 1984-10-20. Who is born on 29 February may have the birthday of other years on 28 February or 1
 * March: both are allowed. RT_BAD when the ages are below 0, above 200, or the wrong way round. */
RT_RESULT rt_age_birth(int64_t least, int64_t most, const rt_when *said, rt_when *birth, rt_error *err);

/* EDTF for "one of the days from first to last": "1984-10-20", "[1983-10-21..1984-10-20]", "[..1984-10-20]". Days
 * beyond year 9999 are given as their year. */
rt_str rt_days_edtf(rt_day first, rt_day last, rt_arena *arena);

/* What n dates say of one and the same day (a birth): each names a day within its span, as widened by `~`. */
typedef struct rt_agreement {
    bool agree;         /* there is a day that all allow */
    bool uncertain;     /* one of the two that decide is itself uncertain (`?`) */
    rt_day first, last; /* the days that all allow, when they agree */
    size_t a, b;        /* indexes: who begins last and who ends first; when not agreed, these two disagree */
} rt_agreement;

/* n > 0. A pair that disagrees is always there when all together do not agree (Helly's theorem on a line), so a and b
 * are as small a reason as there can be. O(n). */
rt_agreement rt_dates_agree(const rt_when *dates, size_t n);
