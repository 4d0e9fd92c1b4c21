/* Whether quotes stand in the documents that they are said to be from, as far as the case has their texts: for telling
 * who enters a statement. Texts that were read last are kept, some 64 MiB of them. */
#pragma once

#include "store/batch.h"

typedef struct rt_quotes rt_quotes;

/* To be opened before a batch begins: whether the case has texts at all is looked up once. */
RT_RESULT rt_quotes_open(rt_store *store, rt_quotes **quotes, rt_error *err);
void rt_quotes_close(rt_quotes *quotes); /* NULL is fine */

/* *missing is true for a statement whose document's text is in the case, and its quote not in it (text/quoted.h tells
 * how they are compared). `batch` is the one to which it was added, or NULL. To be given documents too: what was not
 * there before may be now. */
RT_RESULT rt_quotes_check(rt_quotes *quotes, rt_batch *batch, const rt_entry *e, bool *missing, rt_error *err);
