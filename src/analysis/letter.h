/* Letters that ask and letters that answer: when they were sent, how long one took after the other, what became of what
 * was asked. */
#pragma once

#include "analysis/around.h"
#include "analysis/dating.h"
#include "base/date_period.h"

/* The days on one of which it was sent, or (received) arrived; open ends where they are not known. */
typedef struct rt_sent {
    bool dated, doubted;
    rt_day first, last;
} rt_sent;

rt_sent rt_letter_sent(const rt_entity *letter, rt_arena *arena);

/* On which day an answer was there: that of its receipt where it is told, else that on which it was sent. */
rt_sent rt_letter_arrived(const rt_entity *letter, rt_arena *arena);

/* How many days lie between asking and answering. */
typedef struct rt_wait {
    bool known;           /* both are dated, and the one can follow the other */
    int64_t least, most;  /* RT_DAYS_UNBOUNDED: no end is known */
    rt_certainty follows; /* whether the answer was surely, possibly, or not at all after what it answers */
} rt_wait;

rt_wait rt_wait_between(const rt_sent *asked, const rt_sent *answered);

/* Whether more than the period lies between: of what was answered, or (of what was not) until a day. RT_CERTAIN only
 * where no date is doubted. */
rt_certainty rt_wait_exceeds(const rt_sent *asked, const rt_sent *until, const rt_period *due);

/* What a text in a request's status or a reply's outcome says of it, by how it begins: "refused", "answered",
 * "withdrawn", or nothing that is known. */
rt_str rt_letter_fate(rt_str text, rt_arena *arena);
