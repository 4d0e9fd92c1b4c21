/* Properties by which events say where and when they were, and what a place is within: the projection of stays
 * (src/store) and who reads them back (src/analysis) must mean the same. */
#pragma once

#include "base/str.h"

enum { RT_PLACE_PROPS = 7, RT_NARROW_PLACE_PROPS = 6, RT_DAY_PROPS = 3 };

/* The narrowest first; the last is the country, which says no more than where all others are silent. */
extern const rt_str rt_place_props[RT_PLACE_PROPS];
extern const rt_str rt_day_props[RT_DAY_PROPS]; /* startDate, endDate, date */

/* What a text tells of where it is, of its parts between commas: "Laeken, Brussels, Belgium" is within "Brussels, be"
 * and within "be". Only what ends in the name of a country says so; both are empty for all else. A country alone is
 * within nothing but itself. */
typedef struct rt_place_parts {
    rt_str town;    /* "Brussels, be" */
    rt_str country; /* "be" */
} rt_place_parts;
rt_place_parts rt_place_parts_of(rt_str text, rt_arena *arena);

/* A town in a country that is known (its code) or not (empty): "Brussels, be"; "Brussels". */
rt_str rt_place_town(rt_str city, rt_str country, rt_arena *arena);

/* Whether a property of something that can be a place says what it is within: its address, town, country, parent. */
bool rt_place_is_within(rt_str schema, rt_str prop);
