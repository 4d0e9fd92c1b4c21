/* What editions of lists are reckoned by: their dates, and what counts as an entry of a list. */
#pragma once

#include "base/date.h"

/* Whether text is the date of an edition: one day, or a time on it (EDTF). */
bool rt_is_edition(rt_str text, const char **why);

/* The day of an edition; 0 (1970) of what is none. */
rt_day rt_edition_day(rt_str edition);

/* Which of two editions of a list is the earlier, below 0 for the first: by day; of one day by their times, where both
 * tell one. */
int rt_edition_cmp(rt_str a, rt_str b);

/* Whether entities of this schema are entries of a list by themselves, and not what hangs on one: a sanction, a paper,
 * a tie, an address. */
bool rt_is_list_entry(rt_str schema);
