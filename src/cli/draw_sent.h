/* What went out, for people: the view `sent`, and what an erasure tells of who holds it. */
#pragma once

#include "cli/draw.h"

/* A row of a table of two columns: when and by whom; to whom, as what, about whom, what for, through which lens.
 * Returns the second cell, to which more may be added. */
rt_cell *rt_draw_sent_row(rt_draw *d, rt_table *t, const rt_value *sent);

rt_drawer rt_draw_sent;
