/* A whole copy of a case, made while others read and write. */
#pragma once

#include "store/store.h"

typedef struct rt_backup_report {
    int64_t bytes;
} rt_backup_report;

/* Copies the case as this store sees it; one that is open to audit also where pages are damaged, as they are. The copy
 * is written beside its place, made durable and moved there, so that a file of this name is the whole copy or is not
 * there. RT_BAD when there is one and it is not to be replaced, when it is this very case, or when somebody uses it;
 * RT_STOPPED. */
RT_RESULT rt_store_backup(rt_store *store, const char *to, bool replace, rt_backup_report *report, rt_error *err);

/* Paths of the copies that were kept beside this case when it was brought up to newer versions: what is erased may
 * still stand in them. */
rt_strs rt_store_kept_copies(const rt_store *store, rt_arena *arena);
