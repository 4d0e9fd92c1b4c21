/* A page parsed by gumbo within bounds. Private to src/text.
 *
 * Gumbo takes memory by the page's size many times over, and time by its square where elements are nested or have
 * attributes without end. So it gets its memory from us, block by block, and is left in the middle when it has taken
 * more than a page of this size warrants. */
#pragma once

#include <gumbo.h>

#include "base/str.h"

/* Calls `take` with the page's root, which lives during the call only. RT_LIMIT when it would take too much. */
RT_RESULT rt_html_parse(rt_str page, void (*take)(void *to, const GumboNode *root), void *to, rt_error *err);
