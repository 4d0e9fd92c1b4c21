/* What was erased must not come back unseen: nothing is kept that would recognise it, so who imports is asked. */
#pragma once

#include "model/entry.h"
#include "store/store.h"

typedef struct rt_erased rt_erased;

/* Reads the case's erasures, within the batch that is being written; *erased is NULL where there are none. */
RT_RESULT rt_erased_open(rt_store *store, rt_erased **erased, rt_error *err);
void rt_erased_close(rt_erased *erased); /* NULL is fine */

/* RT_DENIED for an entry that may be one of those that were erased: of a dataset from which something was; or of none,
 * and recorded before something of none was. NULL lets all through. */
RT_RESULT rt_erased_check(const rt_erased *erased, const rt_entry *e, rt_error *err);

/* On which day, and on whose order, a document was erased last; false where none was. They live as long as it. */
bool rt_erased_document(const rt_erased *erased, rt_str *day, rt_str *authority);
