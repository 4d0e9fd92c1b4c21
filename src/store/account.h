/* Accounting for what was erased: each bare commitment must be named by exactly one erasure. Private to src/store. */
#pragma once

#include "store/log.h"

typedef struct rt_account_row {
    rt_hash commitment;
    int64_t seq; /* of the bare commitment, or of the erasure that names it */
} rt_account_row;

typedef struct rt_account_list {
    rt_account_row *at;
    size_t n, room;
} rt_account_list;

typedef struct rt_account {
    rt_account_list bare, named;
} rt_account;

/* Takes note of what is bare, and of what an erasure names; of other entries nothing. */
void rt_account_take(rt_account *a, const rt_log_item *item);

/* Adds what another part of the log gave. */
void rt_account_add(rt_account *a, const rt_account *part);

/* Of a bare commitment that is not named by exactly one erasure. `names`: by how many. */
typedef void rt_account_fault(void *to, int64_t seq, int64_t names);

/* Tells of all faults in the order of the log, and gives the number of erasures that name something bare. An erasure
 * may name what is not bare here: it came with another case's export. O(n log n). */
int64_t rt_account_check(rt_account *a, rt_account_fault *fault, void *to);

void rt_account_close(rt_account *a);
