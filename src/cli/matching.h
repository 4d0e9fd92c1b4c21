/* What commands that compare names share: their options, a result as JSON and drawn. */
#pragma once

#include "cli/draw.h"
#include "names/why.h"

typedef struct rt_matching {
    double threshold; /* scores from here up are called a match */
    unsigned threads; /* 0: as many as there are cores */
} rt_matching;

extern const rt_option_group rt_matching_options; /* --threshold --threads */

RT_RESULT rt_matching_asked(const rt_args *args, rt_matching *m, rt_error *err);

/* --schema as the schema is written; `otherwise` when it was not given. */
RT_RESULT rt_matching_schema(const rt_args *args, rt_str otherwise, rt_str *schema, rt_error *err);

/* "0.9312  a match" */
void rt_cell_score(rt_draw *d, rt_cell *cell, const rt_value *result);

/* What speaks for and what against, the weightiest first, from "why". */
void rt_draw_why(rt_draw *d, const rt_value *why, unsigned indent);

/* One comparison {"a", "b", "schema", "score", "match", "threshold", "why"}. */
rt_drawer rt_draw_compared;
