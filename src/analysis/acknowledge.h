/* Writing down that somebody looked at an alert, and why it needs no more looking. */
#pragma once

#include "base/value.h"
#include "store/lens.h"

typedef struct rt_acknowledge_asked {
    rt_str alert; /* its id */
    rt_str why;   /* never empty */
    rt_str by, program;
    rt_str handling;     /* for whose eyes; empty: whoever may see all that the alert rests on */
    rt_lens_spec reader; /* what who acknowledges may see */
} rt_acknowledge_asked;

/* Records a decision, in the very state of the case in which the alert was found. RT_ABSENT when there is no such alert
 * for the reader; RT_DENIED when the handling would show it to who may not see all that it rests on, or when they could
 * not read what they write. *done: {id, added, alert, rule, entity, certainty, why, handling}. */
RT_RESULT rt_acknowledge(rt_store *store, const rt_acknowledge_asked *asked, rt_arena *arena, rt_value **done,
                         rt_error *err);
