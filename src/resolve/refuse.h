/* Why a judgement is refused, with the chain that stands against it. Private to src/resolve. */
#pragma once

#include "store/cluster.h"

/* The pair itself is judged different. */
RT_RESULT rt_refuse_pair(const rt_entry *different, rt_arena *arena, rt_error *err);

/* It would join two that are judged different: from x through `before` to the first of the pair, then the second (to),
 * and through `behind` to the other one that is judged. */
RT_RESULT rt_refuse_join(const rt_entry *different, rt_str x, rt_seen_list before, rt_str to, rt_seen_list behind,
                         rt_arena *arena, rt_error *err);

/* The two would stay one through this chain from a to b. */
RT_RESULT rt_refuse_part(rt_str a, rt_str b, rt_seen_list chain, rt_error *err);
