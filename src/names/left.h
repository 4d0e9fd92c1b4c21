/* The words of two names that no word of the other is aligned with, and which of them stand against each other. */
#pragma once

#include "names/align.h"

/* `feature` is what it counts as: differs_... when both a and b are words, lacks_... when one of them is -1. */
typedef void rt_left_found(void *to, rt_pair_feature feature, int a, int b);

/* Calls found once for each two words that stand against each other, then for each word that is alone. */
void rt_left_over(const rt_name *a, const rt_name *b, const rt_alignment *m, rt_left_found *found, void *to);
