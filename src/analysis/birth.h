/* When somebody was born: what dates of birth and ages say, each source's own, and the days on which they agree. */
#pragma once

#include "analysis/entity.h"
#include "base/date.h"

typedef struct rt_birth_date {
    rt_str edtf;
    rt_str how;  /* "birthDate" or "age" */
    rt_str from; /* an age as it is given: "22 in 2006-07"; else empty */
    rt_when when;
    rt_facts facts;
    bool disagrees; /* the day of birth on which most agree is not among its days */
} rt_birth_date;

typedef struct rt_birth {
    rt_birth_date *by; /* that of most sources first; ages behind dates */
    size_t n;
    bool known;
    rt_day first, last; /* the days that those allow that don't disagree */
    bool uncertain;     /* those that disagree may do so only because a date is uncertain or widened by ~ */
} rt_birth;

/* Of statements that count. An age is that of `valid`, else of the day on which it was said; without both it says
 * nothing. More than 256 dates are not looked at. */
rt_birth rt_birth_of(const rt_entity *e, rt_arena *arena);
