/* Which entries go: those that were asked for, all that name one of these, all that hold an unsalted hash of one. */
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "model/handling.h"
#include "store/erasing.h"
#include "store/log.h"
#include "store/papers.h"

static const int64_t asked_for = -1; /* under an id whose entry was not met yet */

typedef struct finder {
    rt_erasing *x;
    rt_strs frozen; /* pages (Screen) that showed something that goes: they keep its hash too */
    int64_t from;   /* files that were read from here on may hold what goes */
    bool changed;
} finder;

/* --- what an entry names --------------------------------------------------------------------------------------------
 */

typedef struct naming {
    bool whole, partly; /* of what it names, something goes for good, or is recorded anew without what must go */
    rt_gone_why why;
} naming;

static void name_one(const rt_gone *gone, naming *n) {
    const bool stays = gone->stands_in && gone->e.type != RT_READ;
    n->partly = n->partly || stays;
    n->whole = n->whole || !stays;
    n->why = gone->e.type == RT_READ ? RT_GONE_HASH : RT_GONE_NAMES;
}

bool rt_erasing_is_document(const rt_erasing *x, rt_str named) {
    const int64_t *number = rt_ids_find(&x->ids, named);
    if (named.len == 0) return false;
    if (number != NULL && *number != asked_for && x->gone.at[*number].e.type == RT_DOCUMENT) return true;
    return rt_strs_have(x->documents, named);
}

static void look_at_document(const rt_erasing *x, rt_str named, naming *n) {
    if (!rt_erasing_is_document(x, named)) return;
    n->whole = n->whole || x->asked->with_statements;
    n->partly = n->partly || !x->asked->with_statements;
    n->why = RT_GONE_MADE;
}

static void look_in(const rt_erasing *x, rt_str text, naming *n) {
    const int64_t *number;
    for (size_t at = 0; (number = rt_ids_next(&x->ids, text, &at)) != NULL; at++)
        if (*number != asked_for) name_one(&x->gone.at[*number], n);
}

/* A document's own hash is that of its bytes, which it keeps: where another entry goes that had the same, it is told
 * that they remain. Files that were read go by a rule of their own. */
static bool is_own_hash(const rt_entry *e, const rt_field *f) {
    return (e->type == RT_DOCUMENT || e->type == RT_READ) && f->offset == offsetof(rt_entry, sha256);
}

static naming what_it_names(const rt_erasing *x, const rt_entry *entry) {
    naming n = {0};
    rt_entry *e = (rt_entry *)(uintptr_t)entry;
    for (size_t i = 0; i < rt_field_count; i++) {
        const rt_field *f = &rt_fields[i];
        if (!(f->of & 1U << e->type) || f->offset == offsetof(rt_entry, id) || is_own_hash(e, f)) continue;
        if (f->offset == offsetof(rt_entry, document)) continue; /* below */
        const bool list = f->kind == RT_FIELD_LIST;
        if (f->kind != RT_FIELD_TEXT && !list) continue;
        const rt_str *at = list ? rt_entry_list(e, f)->at : rt_entry_text(e, f);
        for (size_t k = 0; k < (list ? rt_entry_list(e, f)->n : 1); k++) look_in(x, at[k], &n);
    }
    look_at_document(x, e->document, &n);
    return n;
}

/* --- taking one more ------------------------------------------------------------------------------------------------
 */

static void note_frozen(finder *f, const rt_entry *e) {
    if (e->type != RT_STATEMENT || !rt_str_is(e->prop, "shown") || rt_strs_have(f->frozen, e->entity)) return;
    f->frozen.at = rt_grow(f->x->arena, f->frozen.at, f->frozen.n, sizeof *f->frozen.at);
    f->frozen.at[f->frozen.n++] = e->entity;
}

static rt_status note_document(rt_erasing *x, rt_gone *g, rt_error *err) {
    RT_AUTO(rt_buf) text = {0};
    bool there;
    if (g->e.type != RT_DOCUMENT) return rt_ok;
    if (g->e.name.len > 0) {
        x->documents.at = rt_grow(x->arena, x->documents.at, x->documents.n, sizeof *x->documents.at);
        x->documents.at[x->documents.n++] = g->e.name;
    }
    RT_TRY(rt_paper_text(x->store, g->seq, &text, &there, err));
    if (there) g->text = rt_str_copy(x->arena, rt_buf_str(&text));
    return rt_ok;
}

static rt_status take(finder *f, const rt_log_item *item, rt_gone_why why, bool stands_in, rt_error *err) {
    rt_erasing *x = f->x;
    rt_gone_list *all = &x->gone;
    all->at = rt_grow(x->arena, all->at, all->n, sizeof *all->at);
    rt_gone *g = &all->at[all->n];
    *g = (rt_gone){.seq = item->seq,
                   .e = rt_entry_copy(x->arena, &item->e),
                   .why = why,
                   .stands_in = stands_in,
                   .commitment = item->commitment};
    memcpy(g->salt, item->salt, sizeof g->salt);
    rt_ids_put(&x->ids, g->e.id, (int64_t)all->n);
    rt_ids_put(&x->ids, g->e.sha256, (int64_t)all->n);
    all->n++;
    if (why != RT_GONE_ASKED) note_frozen(f, &g->e);
    f->changed = true;
    return note_document(x, g, err);
}

/* What accounts for others stays: it holds nothing that anybody stated. */
static rt_status take_asked(finder *f, const rt_log_item *item, rt_error *err) {
    if (item->e.type == RT_BATCH || item->e.type == RT_ERASURE)
        return rt_fail(err, RT_BAD, "%.*s is %s, which accounts for other entries and can't be erased",
                       RT_FMT(item->e.id), item->e.type == RT_BATCH ? "a batch's own entry" : "an erasure");
    return take(f, item, RT_GONE_ASKED, false, err);
}

static bool is_frozen_hash(const finder *f, const rt_entry *e) {
    return e->type == RT_STATEMENT && (rt_str_is(e->prop, "contentHash") || rt_str_is(e->prop, "fileSize")) &&
           rt_strs_have(f->frozen, e->entity);
}

static rt_status look_at(finder *f, const rt_log_item *item, rt_error *err) {
    rt_erasing *x = f->x;
    size_t at = 0;
    const int64_t *number = rt_ids_find(&x->ids, item->e.id);
    if (number != NULL && *number == asked_for) return take_asked(f, item, err);
    if (item->e.type == RT_BATCH || item->e.type == RT_ERASURE) return rt_ok;
    rt_gone *gone = number != NULL ? &x->gone.at[*number] : NULL;
    if (gone != NULL && !gone->stands_in) return rt_ok;
    naming n = {0};
    if (rt_ids_next(&x->ids, item->line, &at) != NULL || rt_strs_have(x->documents, item->e.document))
        n = what_it_names(x, &item->e);
    if (item->e.type == RT_SENT && n.whole) n = (naming){false, true, n.why}; /* who has it must stay known */
    if (gone != NULL) {
        if (n.whole) gone->stands_in = false, gone->why = n.why, f->changed = true;
        return rt_ok;
    }
    if (n.whole || n.partly) return take(f, item, n.why, !n.whole, err);
    if (is_frozen_hash(f, &item->e)) return take(f, item, RT_GONE_HASH, false, err);
    if (item->e.type == RT_READ && item->e.sha256.len > 0 && item->seq >= f->from)
        return take(f, item, RT_GONE_HASH, true, err);
    return rt_ok;
}

static rt_status pass(finder *f, rt_error *err) {
    rt_log log;
    rt_log_item item = {0};
    bool more = true;
    int64_t n = 0, all;
    f->changed = false;
    RT_TRY(rt_log_size(f->x->store, &all, err));
    rt_status s = rt_log_open(&log, f->x->store, 0, INT64_MAX, err);
    while (s.code == RT_OK && (s = rt_log_next(&log, &item, &more, err)).code == RT_OK && more) {
        rt_minder_count(&f->x->store->minder, "entries looked at", n++, all);
        if (item.kind != RT_LOG_ERASED) s = look_at(f, &item, err);
    }
    rt_log_close(&log);
    rt_minder_done(&f->x->store->minder);
    return s;
}

/* A file that was read before the first of it entered the case did not hold it. Of those read later nobody can tell:
 * what a file repeats of what is there leaves no trace. */
static rt_status find_from(finder *f, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    const rt_gone_list *all = &f->x->gone;
    bool row;
    int64_t first = INT64_MAX;
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].seq < first) first = all->at[i].seq;
    if (all->n == 0) return rt_ok;
    RT_TRY(rt_sql_prepare(f->x->store->db, "SELECT max(first) FROM head WHERE first <= ?1", &s.at, err));
    sqlite3_bind_int64(s.at, 1, first);
    RT_TRY(rt_sql_step(s.at, &row, err));
    const int64_t from = row ? sqlite3_column_int64(s.at, 0) : 0;
    f->changed = f->changed || from < f->from;
    f->from = from;
    return rt_ok;
}

/* --- the whole ------------------------------------------------------------------------------------------------------
 */

static int by_place(const void *a, const void *b) {
    const rt_gone *x = a, *y = b;
    return (x->seq > y->seq) - (x->seq < y->seq);
}

static void sort(rt_erasing *x) {
    if (x->gone.n > 1) qsort(x->gone.at, x->gone.n, sizeof *x->gone.at, by_place);
    rt_ids_close(&x->ids);
    for (size_t i = 0; i < x->gone.n; i++) {
        rt_ids_put(&x->ids, x->gone.at[i].e.sha256, (int64_t)i);
        rt_ids_put(&x->ids, x->gone.at[i].e.id, (int64_t)i);
    }
}

/* Who may know that it went: who may see it, and so all of what it names that goes. */
static void judge_handling(rt_erasing *x, rt_gone *g, size_t place) {
    RT_AUTO(rt_buf) line = {0};
    const int64_t *number;
    g->handling = g->e.handling;
    rt_entry_line(&line, &g->e, RT_LINE_WHOLE);
    for (size_t at = 0; (number = rt_ids_next(&x->ids, rt_buf_str(&line), &at)) != NULL; at++)
        if (*number < (int64_t)place)
            g->handling = rt_handling_joined(x->arena, g->handling, x->gone.at[*number].handling);
}

/* A file that was read goes on account of the entry that most may know of. */
static rt_str widest_cause(const rt_gone_list *all) {
    const rt_gone *widest = NULL;
    for (size_t i = 0; i < all->n; i++) {
        const rt_gone *g = &all->at[i];
        if (g->why != RT_GONE_HASH && (widest == NULL || g->handling.len < widest->handling.len)) widest = g;
    }
    return widest != NULL ? widest->handling : (rt_str){"", 0};
}

static void judge_handlings(rt_erasing *x) {
    for (size_t i = 0; i < x->gone.n; i++) judge_handling(x, &x->gone.at[i], i);
    const rt_str cause = widest_cause(&x->gone);
    for (size_t i = 0; i < x->gone.n; i++)
        if (x->gone.at[i].why == RT_GONE_HASH)
            x->gone.at[i].handling = rt_handling_joined(x->arena, x->gone.at[i].handling, cause);
}

static rt_status check_all_met(const rt_erasing *x, rt_error *err) {
    bool unfinished;
    RT_TRY(rt_erase_is_unfinished(x->store, &unfinished, err));
    for (size_t i = 0; i < x->asked->ids.n && !unfinished; i++) {
        const rt_str id = x->asked->ids.at[i];
        const int64_t *number = id.len == RT_ID_DIGITS ? rt_ids_find(&x->ids, id) : NULL;
        if (number == NULL || *number == asked_for)
            return rt_fail(err, RT_ABSENT, "there is no entry %.*s", RT_FMT(rt_str_cut(id, 64)));
    }
    return rt_ok;
}

rt_status rt_erasing_find(rt_erasing *x, rt_error *err) {
    finder f = {.x = x, .from = INT64_MAX};
    for (size_t i = 0; i < x->asked->ids.n; i++)
        if (x->asked->ids.at[i].len == RT_ID_DIGITS) rt_ids_put(&x->ids, x->asked->ids.at[i], asked_for);
    do {
        RT_TRY(pass(&f, err));
        RT_TRY(find_from(&f, err));
    } while (f.changed);
    RT_TRY(check_all_met(x, err));
    sort(x);
    judge_handlings(x);
    return rt_ok;
}

void rt_erasing_close(rt_erasing *x) { rt_ids_close(&x->ids); }
