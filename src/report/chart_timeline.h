/* A timeline drawn: a row an event; solid where it was surely going on, hatched where that is only possible. */
#pragma once

#include "base/value.h"
#include "report/picture.h"

/* Of the object of the view `timeline`: its dated events from the `first` on (from 0), at most `most`. NULL when there
 * is none. All pictures of one object share one axis. */
const rt_picture *rt_chart_timeline(rt_arena *arena, const rt_value *view, size_t first, size_t most);

/* How many of its events have a date. */
size_t rt_chart_dated(const rt_value *view);
