/* Whether quotes stand in the documents that they are said to be from, as far as the case has their texts: for telling
 * who enters a statement. Texts that were read last are kept, some 64 MiB of them. */
#pragma once

#include "store/batch.h"

typedef struct rt_quotes rt_quotes;

/* `batch` is the one that statements and documents are being added to, or NULL. */
rt_quotes *rt_quotes_new(rt_store *store, rt_batch *batch);
void rt_quotes_close(rt_quotes *quotes); /* NULL is fine */

/* *missing is true for a statement whose document's text is in the case, and its quote not in it (text/quoted.h tells
 * how they are compared). To be given documents too: what was not there before may be now. */
RT_RESULT rt_quotes_check(rt_quotes *quotes, const rt_entry *e, bool *missing, rt_error *err);
