/* The names of two subjects against each other: the pair that says most, and what the others say against it. Inside
 * src/names only. */
#pragma once

#include "names/trait.h"

/* Adds a reason for each part of the best pair; where that rests on a short alias and the full names differ, one for
 * that too. The sum of what it adds, in nats. */
double rt_match_names(const rt_ready *a, const rt_ready *b, rt_tally *tally);
