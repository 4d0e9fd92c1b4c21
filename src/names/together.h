/* What the aligned words of two persons' names say together: more or less than each alone would. */
#pragma once

#include "names/align.h"

/* Adds to the features of a pair whose words are aligned and whose differences are counted. */
void rt_together_measure(rt_pair *pair, const rt_name *a, const rt_name *b);
