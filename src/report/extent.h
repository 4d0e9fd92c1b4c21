/* Where on a line of time something lies: what is certain of it and what is possible. */
#pragma once

#include "base/date.h"
#include "base/value.h"

typedef struct rt_extent {
    rt_day first, last;           /* of what is possible, as far as it is bounded */
    rt_day core_first, core_last; /* surely going on; core_first > core_last: on no day surely */
    bool open_start, open_end;    /* goes on beyond */
    bool unknown_start, unknown_end;
} rt_extent;

/* Of an event or a stay {when, start, end}; false where it has no date that bounds it on either side. */
bool rt_extent_of(const rt_value *holder, rt_extent *extent);
