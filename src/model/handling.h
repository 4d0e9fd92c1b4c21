/* Handling: who may see an entry, written COMPARTMENT,...,LABEL: any number of compartments (lower-case words) and at
 * most one TLP 2.0 label. A reader's clearance is written the same way. */
#pragma once

#include "base/str.h"

bool rt_is_handling(rt_str s, const char **why);

/* The same handling as options write it: compartments in order and once, the label last; s must be a handling. */
rt_str rt_handling_canonical(rt_arena *arena, rt_str s);

/* The lowest handling whose readers may see what has either: all compartments of both, and the higher label. */
rt_str rt_handling_joined(rt_arena *arena, rt_str a, rt_str b);

/* Whether a reader with this clearance holds all compartments of the handling, and its label is no higher than theirs.
 * An entry without handling is seen by all. Either may be empty; a clearance without label counts as `clear`. */
bool rt_handling_seen(rt_str handling, rt_str clearance);
