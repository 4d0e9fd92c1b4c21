/* Cases of earlier programs. Private to src/store. */
#pragma once

#include "store/case.h"
#include "store/layout.h"

/* Brings the case, whose connection may write and is of an earlier version, to the newest version of the layout, in one
 * transaction; before that a copy of the whole file is kept beside it (CASE.version-N). What is derived from the log is
 * made anew where a step asks for it, or when it is of another program's making. On failure the case is as it was.
 * RT_BUSY, RT_STOPPED. */
RT_RESULT rt_upgrade(rt_store *store, const rt_layout *layout, rt_error *err);
