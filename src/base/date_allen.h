/* How two uncertain intervals lie to each other: Allen's thirteen relations (J. F. Allen, "Maintaining Knowledge about
 * Temporal Intervals", CACM 26(11), 1983) over whole days, each certain, possible or impossible.
 *
 * Intervals here hold their first and last day: one meets another that begins on the next day, and is before one that
 * begins later than that. Exactly one relation holds between any two intervals, so one is certain when it alone is
 * possible. All answers are in closed form, O(1), and take bounds as widened by `~` and `%`. */
#pragma once

#include "base/date.h"

typedef enum rt_allen {
    RT_BEFORE,
    RT_MEETS,
    RT_OVERLAPS,
    RT_STARTS,
    RT_DURING,
    RT_FINISHES,
    RT_EQUALS,
    RT_AFTER,
    RT_MET_BY,
    RT_OVERLAPPED_BY,
    RT_STARTED_BY,
    RT_CONTAINS,
    RT_FINISHED_BY,
    RT_ALLEN_N,
} rt_allen;

#define RT_ALLEN_BIT(relation) (1U << (relation))
/* The relations in which not a day is shared. */
#define RT_ALLEN_APART                                                                                                 \
    (RT_ALLEN_BIT(RT_BEFORE) | RT_ALLEN_BIT(RT_MEETS) | RT_ALLEN_BIT(RT_AFTER) | RT_ALLEN_BIT(RT_MET_BY))

#define RT_DAYS_UNBOUNDED INT64_MAX

typedef struct rt_relation {
    unsigned possible, certain; /* sets of RT_ALLEN_BIT */
    int64_t days_min, days_max; /* how many days are shared; RT_DAYS_UNBOUNDED where both go on */
} rt_relation;

typedef enum rt_certainty { RT_IMPOSSIBLE, RT_POSSIBLE, RT_CERTAIN } rt_certainty;

/* The bounds that are compared: as widened, and so that an end is never before every start, nor a start after every
 * end. */
rt_bounds rt_allen_bounds(const rt_when *when);

/* Of a to b. Where either is uncertain (`?`), nothing is certain and no day surely shared; what its value allows is
 * still what is possible. */
rt_relation rt_allen_relate(const rt_when *a, const rt_when *b);

/* "before", "met-by", ... */
rt_str rt_allen_name(rt_allen relation);

/* Whether one of a set of relations holds: certain when every possible one is among them and nothing is uncertain. An
 * uncertain date whose value rules all of them out is impossible as well: who must not rule out on a doubted date looks
 * at its `uncertain`. */
rt_certainty rt_allen_any(const rt_when *a, const rt_when *b, unsigned relations);

/* Whether a and b share a day. */
rt_certainty rt_allen_share(const rt_when *a, const rt_when *b);
rt_str rt_certainty_name(rt_certainty certainty); /* "impossible", "possible", "certain" */
