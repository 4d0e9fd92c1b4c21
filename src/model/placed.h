/* Properties by which events say where and when they were: the projection of stays (src/store) and who reads them back
 * (src/analysis) must mean the same ones. */
#pragma once

#include "base/str.h"

enum { RT_PLACE_PROPS = 6, RT_DAY_PROPS = 3 };

extern const rt_str rt_place_props[RT_PLACE_PROPS]; /* the narrowest first */
extern const rt_str rt_day_props[RT_DAY_PROPS];     /* startDate, endDate, date */
