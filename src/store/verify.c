/* `audit verify`: every entry is read, its line, id, commitment and leaf made anew, and the tree over them compared
 * with the nodes and heads that were kept. Two threads take half of the log each: what is joined afterwards is the root
 * of each run of 256 leaves. */
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/account.h"
#include "store/audit.h"
#include "store/case.h"
#include "store/erase.h"
#include "store/pages.h"

enum { RUN = 1 << RT_MERKLE_KEPT, WORTH_A_THREAD = 16 * RUN };

/* A size of the log at which a root is known: after each batch, and of the earlier head that is compared. */
typedef struct mark {
    int64_t size, first; /* first: place of the batch's entry; -1 for the earlier head */
    rt_hash root;
    rt_hash low[RT_MERKLE_KEPT]; /* peaks below the kept level, as the reading found them */
    char recorded_at[32];
} mark;

typedef struct work {
    const rt_store *store;
    int part, parts;    /* which of the parts of the log that are read at once, and how many there are */
    int64_t all;        /* its size */
    bool tells;         /* of how far it is: so much of all */
    int64_t first, end; /* places; first is a multiple of RUN */
    mark *marks;
    size_t n_marks, at_mark;
    rt_hash *runs; /* roots of the whole runs, by number */
    /* what was found */
    rt_account account;
    rt_pages pages;
    int64_t entries, missing, bad, first_bad;
    char first_bad_id[33], what[256];
    rt_error err;
    rt_status status;
} work;

/* --- reading a part of the log --------------------------------------------------------------------------------------
 */

static void fault(work *w, int64_t seq, rt_str id, const char *what) {
    w->bad++;
    if (w->first_bad >= 0 && w->first_bad <= seq) return;
    w->first_bad = seq;
    snprintf(w->first_bad_id, sizeof w->first_bad_id, "%.*s", RT_FMT(rt_str_cut(id, 32)));
    snprintf(w->what, sizeof w->what, "%s", what);
}

static bool is_canonical(const rt_log_item *item, rt_buf *scratch) {
    rt_buf_clear(scratch);
    rt_entry_line(scratch, &item->e, RT_LINE_WHOLE);
    return rt_str_eq(rt_buf_str(scratch), item->line);
}

static const mark *batch_at(const work *w, int64_t seq) {
    for (size_t i = w->at_mark; i < w->n_marks && w->marks[i].size <= seq + 1; i++)
        if (w->marks[i].first == seq) return &w->marks[i];
    for (size_t i = w->at_mark; i < w->n_marks; i++)
        if (w->marks[i].first >= 0) return w->marks[i].first == seq ? &w->marks[i] : NULL;
    return NULL;
}

static const char *fault_of_act(work *w, const rt_log_item *item, rt_buf *scratch) {
    if (!is_canonical(item, scratch)) return "its line is not in canonical form";
    const mark *m = batch_at(w, item->seq);
    if ((item->e.type == RT_BATCH) != (m != NULL))
        return m != NULL ? "a batch should begin here" : "a batch begins here that has no head";
    if (m != NULL && !rt_str_is(item->e.recorded_at, m->recorded_at))
        return "the time kept for this batch is not its own";
    return NULL;
}

static void look_at(work *w, const rt_log_item *item, rt_buf *scratch) {
    const char *what = !item->sealed                    ? "its content, its salt or its place was changed"
                       : item->kind == RT_LOG_ACT       ? fault_of_act(w, item, scratch)
                       : batch_at(w, item->seq) != NULL ? "a batch should begin here"
                                                        : NULL;
    if (what != NULL) fault(w, item->seq, item->e.id, what);
}

static void pass_marks(work *w, int64_t size, const rt_merkle *run) {
    for (; w->at_mark < w->n_marks && w->marks[w->at_mark].size <= size; w->at_mark++)
        if (w->marks[w->at_mark].size == size) memcpy(w->marks[w->at_mark].low, run->peak, sizeof w->marks->low);
}

static void miss(work *w, int64_t from, int64_t to) {
    char what[96];
    if (to <= from) return;
    w->missing += to - from;
    snprintf(what, sizeof what, to - from == 1 ? "it was removed" : "it and the %lld after it were removed",
             (long long)(to - from - 1));
    fault(w, from, RT_S(""), what);
}

static rt_status be_minded(const work *w, int64_t seq, rt_error *err) {
    if (rt_minder_stops(&w->store->minder)) return rt_sql_stopped(err);
    if (w->tells) rt_minder_progress(&w->store->minder, "entries checked", w->parts * (seq - w->first), w->all);
    return rt_ok;
}

static rt_status take(work *w, const rt_log_item *item, rt_merkle *run, rt_buf *scratch, rt_error *err) {
    if (item->seq % RT_MINDED_EVERY == 0) RT_TRY(be_minded(w, item->seq, err));
    look_at(w, item, scratch);
    rt_account_take(&w->account, item);
    w->entries += item->kind != RT_LOG_ERASED;
    RT_TRY(rt_merkle_add(run, &item->leaf, err));
    pass_marks(w, item->seq + 1, run);
    if (run->size < RUN) return rt_ok;
    w->runs[item->seq / RUN] = run->peak[RT_MERKLE_KEPT];
    run->size = 0;
    return rt_ok;
}

static rt_status read_part(work *w, rt_log *log, rt_merkle *run, rt_buf *scratch, rt_error *err) {
    rt_log_item item = {0};
    bool more;
    int64_t expected = w->first;
    for (;;) {
        rt_error inner = {0};
        const rt_status s = rt_log_next(log, &item, &more, &inner);
        if (s.code != RT_OK && (s.code != RT_CORRUPT || log->given == NULL)) return *err = inner, s;
        if (s.code == RT_OK && !more) break;
        miss(w, expected, item.seq);
        if (item.seq < expected) fault(w, item.seq, item.e.id, "another entry stands at the same place");
        expected = item.seq + 1;
        if (s.code == RT_OK)
            RT_TRY(take(w, &item, run, scratch, err));
        else
            fault(w, item.seq, RT_S(""), inner.message), w->missing++;
    }
    miss(w, expected, w->end);
    return rt_ok;
}

static void *run_part(void *self) {
    work *w = self;
    rt_store *store = NULL;
    rt_log log = {0};
    rt_buf scratch = {0};
    w->status = rt_store_open_minded(w->store->path, RT_OPEN_AUDIT, &w->store->minder, &store, &w->err);
    if (w->status.code != RT_OK) return NULL;
    rt_merkle run = {.hasher = store->hasher};
    w->status = rt_log_open(&log, store, w->first, w->end, &w->err);
    if (w->status.code == RT_OK) w->status = read_part(w, &log, &run, &scratch, &w->err);
    if (w->status.code == RT_OK)
        w->status = rt_pages_look(store->db, &store->minder, w->part, w->parts, &w->pages, &w->err);
    rt_log_close(&log);
    rt_buf_close(&scratch);
    rt_store_close(store);
    return NULL;
}

/* --- what was kept
 * ---------------------------------------------------------------------------------------------------- */

static int by_size(const void *a, const void *b) {
    const mark *x = a, *y = b;
    return (x->size > y->size) - (x->size < y->size);
}

static rt_status load_marks(rt_store *store, const rt_checkpoint *against, rt_arena *arena, mark **marks, size_t *n,
                            rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    int64_t count;
    bool row;
    RT_TRY(rt_sql_number(store->db, "SELECT count(*) FROM head", 0, &count, err));
    *marks = RT_NEW_N(arena, mark, (size_t)count + 1);
    RT_TRY(rt_sql_prepare(store->db, "SELECT size, first, root, recorded_at FROM head ORDER BY size", &s.at, err));
    for (*n = 0; *n < (size_t)count; ++*n) {
        mark *m = &(*marks)[*n];
        RT_TRY(rt_sql_step(s.at, &row, err));
        if (!row || !rt_sql_hash(s.at, 2, &m->root))
            return rt_fail(err, RT_CORRUPT, "the case file is damaged: its heads");
        m->size = sqlite3_column_int64(s.at, 0);
        m->first = sqlite3_column_int64(s.at, 1);
        snprintf(m->recorded_at, sizeof m->recorded_at, "%.*s", RT_FMT(rt_str_cut(rt_sql_text(s.at, 3), 31)));
    }
    if (against != NULL) (*marks)[(*n)++] = (mark){.size = against->size, .first = -1, .root = against->root};
    qsort(*marks, *n, sizeof **marks, by_size);
    return rt_ok;
}

/* --- joining --------------------------------------------------------------------------------------------------------
 */

typedef struct joining {
    rt_store *store;
    rt_verdict *verdict;
    int64_t nodes; /* complete subtrees of the kept levels, which must all be kept, and no others */
} joining;

static void judge(rt_verdict *v, int64_t place, const char *format, ...) RT_PRINTF(3, 4);
static void judge(rt_verdict *v, int64_t place, const char *format, ...) {
    va_list args;
    if (!v->sound && (place < 0 || (v->first_bad >= 0 && v->first_bad <= place))) return;
    va_start(args, format);
    vsnprintf(v->what, sizeof v->what, format, args);
    va_end(args);
    v->sound = false;
    v->first_bad = place;
    v->first_bad_id[0] = 0;
}

/* A part of the tree that is not what it was tells nothing new when a bad entry in it, or a smaller part, is named. */
static bool explains(const rt_verdict *v, int64_t first, int64_t last) {
    return !v->sound && v->first_bad >= first && v->first_bad <= last;
}

static rt_status compare_node(void *to, int level, uint64_t index, const rt_hash *hash, rt_error *err) {
    joining *j = to;
    rt_hash kept;
    rt_error inner;
    (void)err;
    const int real = level + RT_MERKLE_KEPT;
    const int64_t first = (int64_t)(index << real), last = (int64_t)((index + 1) << real) - 1;
    j->nodes++;
    if (rt_log_node(j->store, real, index, &kept, &inner).code != RT_OK)
        judge(j->verdict, first, "the node over the entries %lld to %lld of the log's tree is gone", (long long)first,
              (long long)last);
    else if (!rt_hash_eq(&kept, hash) && !explains(j->verdict, first, last))
        judge(j->verdict, first,
              "one of the entries %lld to %lld was changed together with its seal, or the node over them",
              (long long)first, (long long)last);
    return rt_ok;
}

/* The root after m->size entries: of the whole runs in `runs`, and what the reading found below. */
static void root_at(const rt_merkle *runs, const mark *m, rt_hash *root) {
    rt_merkle whole = {.size = (uint64_t)m->size, .hasher = runs->hasher};
    for (int level = 0; level < RT_MERKLE_LEVELS - RT_MERKLE_KEPT; level++)
        whole.peak[level + RT_MERKLE_KEPT] = runs->peak[level];
    memcpy(whole.peak, m->low, sizeof m->low);
    rt_merkle_root(&whole, root);
}

static void compare_mark(rt_verdict *v, const mark *m, const rt_hash *root) {
    if (rt_hash_eq(&m->root, root) || explains(v, 0, m->size - 1)) return;
    if (m->first < 0)
        judge(v, -1, "the earlier head is not that of the first %lld entries of this log: the log was written anew",
              (long long)m->size);
    else
        judge(v, m->first, "the head kept after the batch that begins here is not that of its entries");
}

static rt_status join(joining *j, const work *parts, const mark *marks, size_t n, rt_error *err) {
    rt_merkle runs = {.hasher = j->store->hasher, .node = compare_node, .to = j};
    rt_hash root;
    int64_t kept;
    for (size_t i = 0; i < n; i++) {
        while ((int64_t)(runs.size + 1) * RUN <= marks[i].size)
            RT_TRY(rt_merkle_add(&runs, &parts->runs[runs.size], err));
        root_at(&runs, &marks[i], &root);
        compare_mark(j->verdict, &marks[i], &root);
        if (marks[i].size == j->verdict->claimed.size) j->verdict->computed = root;
    }
    RT_TRY(rt_sql_number(j->store->db, "SELECT count(*) FROM node", 0, &kept, err));
    if (kept != j->nodes)
        judge(j->verdict, -1, "the case keeps %lld nodes of the log's tree, which has %lld", (long long)kept,
              (long long)j->nodes);
    return rt_ok;
}

/* --- the whole
 * -------------------------------------------------------------------------------------------------------- */

static void add_part(rt_verdict *v, work *w, rt_account *account) {
    rt_account_add(account, &w->account);
    rt_account_close(&w->account);
    v->entries += w->entries;
    v->unaccounted += w->missing;
    v->bad += w->bad;
    if (w->first_bad < 0) return;
    judge(v, w->first_bad, "%s", w->what);
    if (v->first_bad == w->first_bad) memcpy(v->first_bad_id, w->first_bad_id, sizeof v->first_bad_id);
}

static void unnamed(void *to, int64_t seq, int64_t names) {
    rt_verdict *v = to;
    v->unaccounted += names == 0;
    if (names == 0)
        judge(v, seq, "only its commitment is left, and no erasure names it: it was removed past the program");
    else
        judge(v, seq, "only its commitment is left, and %lld erasures name it", (long long)names);
}

static void check_account(rt_verdict *v, rt_account *account) {
    v->erased = (int64_t)account->bare.n;
    v->erasures = rt_account_check(account, unnamed, v);
    rt_account_close(account);
}

/* Said when nothing is wrong with the entries: the tree proves what was read from whatever page. */
static void judge_pages(rt_verdict *v, const work *parts, int n) {
    const rt_pages *first = parts[0].pages.damaged > 0 ? &parts[0].pages : &parts[n - 1].pages;
    for (int i = 0; i < n; i++) v->damaged += parts[i].pages.damaged;
    if (v->damaged == 0 || !v->sound) return;
    char more[48] = "is";
    if (v->damaged > 1) snprintf(more, sizeof more, "and %lld others are", (long long)v->damaged - 1);
    judge(
        v, -1,
        "the log is what it was, but page %lld of the case file (byte %lld) %s not what was written there; `redthread "
        "rebuild` mends what can be made anew from the log, and says when a backup is needed",
        (long long)first->first, (long long)first->at, more);
}

/* Said last: it is no fault of any entry. */
static rt_status look_for_unfinished(rt_store *store, rt_verdict *v, rt_error *err) {
    RT_TRY(rt_erase_is_unfinished(store, &v->unfinished, err));
    if (v->unfinished && v->sound)
        judge(v, -1,
              "an erasure is unfinished, and what it erased may still be read back from the file: ask for it "
              "again, with `redthread erase`");
    return rt_ok;
}

static rt_status run_parts(work *parts, size_t n, rt_error *err) {
    pthread_t other;
    const bool threaded = n > 1 && pthread_create(&other, NULL, run_part, &parts[1]) == 0;
    run_part(&parts[0]);
    if (threaded)
        pthread_join(other, NULL);
    else if (n > 1)
        run_part(&parts[1]);
    for (size_t i = 0; i < n; i++) {
        if (parts[i].status.code == RT_OK) continue;
        *err = parts[i].err;
        return parts[i].status;
    }
    return rt_ok;
}

/* Entries behind the head were put in past the program. */
static rt_status look_behind(rt_store *store, int64_t size, rt_verdict *v, rt_error *err) {
    char sql[256];
    int64_t behind, before;
    snprintf(
        sql, sizeof sql,
        "SELECT min(seq) FROM (SELECT seq FROM statement WHERE seq >= %lld UNION ALL SELECT seq FROM act WHERE seq "
        ">= %lld UNION ALL SELECT seq FROM erased WHERE seq >= %lld)",
        (long long)size, (long long)size, (long long)size);
    RT_TRY(rt_sql_number(store->db, sql, -1, &behind, err));
    RT_TRY(rt_sql_number(
        store->db,
        "SELECT min(seq) FROM (SELECT min(seq) AS seq FROM statement UNION ALL SELECT min(seq) FROM act UNION "
        "ALL SELECT min(seq) FROM erased)",
        0, &before, err));
    if (behind >= 0) judge(v, behind, "it stands behind the last head: it was put in past the program");
    if (before < 0) judge(v, before, "it stands before the first entry: it was put in, or moved, past the program");
    return rt_ok;
}

static rt_status check_against(const rt_checkpoint *against, rt_verdict *v) {
    if (against == NULL) return rt_ok;
    if (!rt_str_eq(against->origin, v->claimed.origin))
        judge(v, -1, "the earlier head is that of another case, %.*s", RT_FMT(rt_str_cut(against->origin, 80)));
    else if (against->size > v->claimed.size)
        judge(v, -1,
              "the earlier head counts %lld entries, the log has %lld: this is an older copy, or its end was removed",
              (long long)against->size, (long long)v->claimed.size);
    return rt_ok;
}

/* On entry the verdict has the claimed head. */
static rt_status verify(rt_store *store, mark *marks, size_t n, rt_arena *arena, rt_verdict *v, rt_error *err) {
    const int64_t size = v->claimed.size, runs = size / RUN;
    const int64_t middle = size >= WORTH_A_THREAD ? (runs / 2) * RUN : size;
    rt_hash *roots = RT_NEW_N(arena, rt_hash, (size_t)runs + 1);
    const int n_parts = middle < size ? 2 : 1;
    const work part = {.store = store,
                       .parts = n_parts,
                       .all = size,
                       .end = middle,
                       .marks = marks,
                       .n_marks = n,
                       .runs = roots,
                       .first_bad = -1};
    work parts[2] = {part, part};
    parts[1].part = 1;
    parts[0].tells = true;
    parts[1].first = middle;
    parts[1].end = size;
    while (parts[1].at_mark < n && marks[parts[1].at_mark].size <= middle) parts[1].at_mark++;
    rt_account account = {0};
    const rt_status read = run_parts(parts, (size_t)n_parts, err);
    rt_minder_done(&store->minder);
    add_part(v, &parts[0], &account);
    if (n_parts > 1) add_part(v, &parts[1], &account);
    if (read.code != RT_OK) return rt_account_close(&account), read;
    v->computable = v->unaccounted == 0;
    check_account(v, &account);
    RT_TRY(look_behind(store, size, v, err));
    joining j = {.store = store, .verdict = v};
    if (v->computable) RT_TRY(join(&j, parts, marks, n, err));
    judge_pages(v, parts, n_parts);
    return look_for_unfinished(store, v, err);
}

rt_status rt_audit_verify(rt_store *store, const rt_checkpoint *against, rt_arena *arena, rt_verdict *v,
                          rt_error *err) {
    mark *marks;
    size_t n;
    *v = (rt_verdict){.sound = true, .first_bad = -1};
    RT_TRY(rt_audit_head(store, &v->claimed, err));
    v->computed = v->claimed.root; /* of an empty log; else it is replaced */
    RT_TRY(check_against(against, v));
    const bool comparable = against != NULL && against->size <= v->claimed.size;
    RT_TRY(load_marks(store, comparable ? against : NULL, arena, &marks, &n, err));
    return verify(store, marks, n, arena, v, err);
}
