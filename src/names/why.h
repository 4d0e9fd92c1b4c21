/* A match as JSON: what `compare`, `screen`, `xref` and `show` print of it. */
#pragma once

#include "base/value.h"
#include "names/index.h"

/* To the four decimals with which scores are shown. */
double rt_four_decimals(double x);

/* [{"feature", "score", "detail"}], in the order in which the match has them. Keeps slices of the match. */
rt_value *rt_why_value(rt_arena *arena, const rt_match *match);

/* The same as text that an entry can hold, a reason a line: FEATURE SCORE DETAIL; and back. What is no such line
 * (another program's explanation) is a detail without feature and score. */
rt_str rt_why_text(rt_arena *arena, const rt_match *match);
rt_value *rt_why_read(rt_arena *arena, rt_str text);

/* Puts "score", "match" (from the threshold up) and "why" into an object. */
void rt_match_put(rt_arena *arena, rt_value *object, const rt_match *match, double threshold);

/* {"id", "caption", "schema"}; an empty id or schema is null. */
rt_value *rt_subject_value(rt_arena *arena, const rt_subject *subject);

/* [{"id", "caption", "schema", "as", "score", "match", "why"}], in the order of the hits. "as" is the entry's name that
 * was compared, where it is not its caption. */
rt_value *rt_hits_value(rt_arena *arena, const rt_hit *hits, size_t n, double threshold);
