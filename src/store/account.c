#include "store/account.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"

static void add(rt_account_list *list, const rt_hash *commitment, int64_t seq) {
    list->at = rt_grow_own(list->at, list->n, &list->room, sizeof *list->at);
    list->at[list->n++] = (rt_account_row){*commitment, seq};
}

void rt_account_take(rt_account *a, const rt_log_item *item) {
    rt_hash named;
    if (item->kind == RT_LOG_ERASED) add(&a->bare, &item->commitment, item->seq);
    if (item->kind != RT_LOG_ACT || item->e.type != RT_ERASURE) return;
    for (size_t i = 0; i < item->e.commitments.n; i++)
        if (rt_unhex(item->e.commitments.at[i], named.bytes, sizeof named.bytes)) add(&a->named, &named, item->seq);
}

void rt_account_add(rt_account *a, const rt_account *part) {
    for (size_t i = 0; i < part->bare.n; i++) add(&a->bare, &part->bare.at[i].commitment, part->bare.at[i].seq);
    for (size_t i = 0; i < part->named.n; i++) add(&a->named, &part->named.at[i].commitment, part->named.at[i].seq);
}

static int by_commitment(const void *x, const void *y) {
    const rt_account_row *a = x, *b = y;
    return memcmp(a->commitment.bytes, b->commitment.bytes, sizeof a->commitment.bytes);
}

/* The first of those that name it, in a sorted list, and how many there are. */
static size_t find(const rt_account_list *named, const rt_hash *commitment, size_t *first) {
    size_t low = 0, high = named->n, end;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (memcmp(named->at[middle].commitment.bytes, commitment->bytes, sizeof commitment->bytes) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *first = low;
    for (end = low; end < named->n && rt_hash_eq(&named->at[end].commitment, commitment);) end++;
    return end - low;
}

static int by_place(const void *x, const void *y) {
    const int64_t a = *(const int64_t *)x, b = *(const int64_t *)y;
    return (a > b) - (a < b);
}

static int64_t count_distinct(int64_t *places, size_t n) {
    int64_t distinct = 0;
    if (n > 1) qsort(places, n, sizeof *places, by_place);
    for (size_t i = 0; i < n; i++) distinct += i == 0 || places[i] != places[i - 1];
    return distinct;
}

int64_t rt_account_check(rt_account *a, rt_account_fault *fault, void *to) {
    int64_t *erasures = rt_alloc((a->bare.n + 1) * sizeof *erasures);
    size_t n = 0;
    if (a->named.n > 1) qsort(a->named.at, a->named.n, sizeof *a->named.at, by_commitment);
    for (size_t i = 0; i < a->bare.n; i++) {
        size_t first;
        const size_t names = find(&a->named, &a->bare.at[i].commitment, &first);
        if (names > 0) erasures[n++] = a->named.at[first].seq;
        if (names != 1) fault(to, a->bare.at[i].seq, (int64_t)names);
    }
    const int64_t distinct = count_distinct(erasures, n);
    free(erasures);
    return distinct;
}

void rt_account_close(rt_account *a) {
    free(a->bare.at);
    free(a->named.at);
    *a = (rt_account){0};
}
