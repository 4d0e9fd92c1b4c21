/* The streams of `compare`: stdin to stdout, on all threads, in the order of the input. Private to `compare`. */
#pragma once

#include "cli/matching.h"

typedef struct rt_compare {
    rt_context *ctx;
    rt_matching how;
    rt_str schema; /* of names that come without one */
    bool why;      /* --csv: a column with the parts */
} rt_compare;

RT_RESULT rt_compare_csv(const rt_compare *c, rt_error *err);
RT_RESULT rt_compare_ftm(const rt_compare *c, rt_error *err);
