/* What stands in the file by accident: where two columns of a row meet. Private to src/store. */
#pragma once

#include "store/case.h"
#include "store/traces.h"

/* Goes through all rows of all tables as SQLite's record format lays them out (and as an index does, with the number
 * behind), and tells of each string that begins in one column and ends in another. What stands within one column is
 * not told of. */
RT_RESULT rt_rows_spanned(rt_store *store, const rt_traces *traces, rt_traces_met *met, void *to, rt_error *err);
