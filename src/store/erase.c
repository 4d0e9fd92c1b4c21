/* An erasure from its question to its end. */
#include "store/erase.h"

#include <string.h>

#include "base/grow.h"
#include "model/handling.h"
#include "model/sent.h"
#include "store/batch.h"
#include "store/erasing.h"
#include "store/project.h"
#include "store/sent.h"

/* More commitments than this go into a further erasure: an entry's line may have 16 MiB where it is imported. */
enum { MOST_COMMITMENTS = 100000 };

/* --- what stands in for what goes -----------------------------------------------------------------------------------
 */

/* Behind an id, or behind a hash that begins as one. */
static size_t end_of_hex(rt_str text, size_t at) {
    while (at < text.len && (rt_is_digit(text.at[at]) || (text.at[at] >= 'a' && text.at[at] <= 'f'))) at++;
    return at;
}

/* Ids of what stands in for what goes in their place. Of what went out the note stays, and without the others. */
static rt_str renamed(const rt_erasing *x, rt_str text, bool of_sent) {
    rt_buf out = {0};
    const int64_t *number;
    size_t done = 0;
    for (size_t at = 0; (number = rt_ids_next(&x->ids, text, &at)) != NULL; at++) {
        const rt_gone *gone = &x->gone.at[*number];
        const bool stays = gone->stand_in[0] != 0;
        if (!stays && !of_sent) continue;
        rt_buf_add(&out, rt_str_cut(rt_str_from(text, done), at - done));
        rt_buf_add(&out, stays ? rt_str_of(gone->stand_in) : RT_S(RT_SENT_ERASED));
        done = stays ? at + RT_ID_DIGITS : end_of_hex(text, at);
        at = done - 1;
    }
    if (done == 0) return text;
    rt_buf_add(&out, rt_str_from(text, done));
    text = rt_str_copy(x->arena, rt_buf_str(&out));
    rt_buf_close(&out);
    return text;
}

static void rename_all(const rt_erasing *x, rt_entry *e) {
    for (size_t i = 0; i < rt_field_count; i++) {
        const rt_field *f = &rt_fields[i];
        if (!(f->of & 1U << e->type)) continue;
        const bool sent = e->type == RT_SENT;
        if (f->kind == RT_FIELD_TEXT) *rt_entry_text(e, f) = renamed(x, *rt_entry_text(e, f), sent);
        if (f->kind != RT_FIELD_LIST) continue;
        rt_strs *list = rt_entry_list(e, f);
        for (size_t k = 0; k < list->n; k++) list->at[k] = renamed(x, list->at[k], sent);
    }
}

rt_entry rt_erasing_stand_in(const rt_erasing *x, const rt_gone *gone) {
    rt_entry e = rt_entry_copy(x->arena, &gone->e);
    const rt_str none = {"", 0};
    e.id = none;
    if (e.type == RT_READ) e.sha256 = none, e.size = -1;
    if (rt_erasing_is_document(x, e.document)) e.document = e.locator = e.quote = none;
    rename_all(x, &e);
    return e;
}

static rt_status record_stand_ins(rt_erasing *x, rt_batch *batch, rt_error *err) {
    for (size_t i = 0; i < x->gone.n; i++) {
        rt_gone *g = &x->gone.at[i];
        if (!g->stands_in) continue;
        const rt_entry e = rt_erasing_stand_in(x, g);
        RT_TRY(rt_batch_add(batch, &e, g->stand_in, NULL, err));
    }
    return rt_ok;
}

/* --- the entries that account for it --------------------------------------------------------------------------------
 */

typedef struct accounting {
    rt_erasing *x;
    rt_batch *batch;
    rt_strs *ids;     /* of the erasures */
    rt_entry erasure; /* that is being filled */
    bool has_type[RT_ENTRY_TYPES];
} accounting;

static void push(rt_arena *arena, rt_strs *list, rt_str s) {
    list->at = rt_grow(arena, list->at, list->n, sizeof *list->at);
    list->at[list->n++] = s;
}

static void account_for(accounting *a, const rt_gone *g) {
    rt_arena *arena = a->x->arena;
    rt_buf hex = {0};
    rt_buf_hex(&hex, g->commitment.bytes, sizeof g->commitment.bytes);
    push(arena, &a->erasure.commitments, rt_str_copy(arena, rt_buf_str(&hex)));
    rt_buf_close(&hex);
    if (!a->has_type[g->e.type]) push(arena, &a->erasure.types, rt_entry_type_name(g->e.type));
    a->has_type[g->e.type] = true;
    /* a file that was read is not itself from a dataset that something was erased from */
    if (g->e.type == RT_READ || g->e.dataset.len == 0 || rt_strs_have(a->erasure.datasets, g->e.dataset)) return;
    push(arena, &a->erasure.datasets, g->e.dataset);
}

static void begin_erasure(accounting *a, rt_str handling) {
    a->erasure = rt_entry_new(RT_ERASURE);
    a->erasure.authority = a->x->asked->authority;
    a->erasure.why = a->x->asked->why;
    a->erasure.handling = handling;
    memset(a->has_type, 0, sizeof a->has_type);
}

static rt_status end_erasure(accounting *a, rt_error *err) {
    char *id = rt_arena_alloc(a->x->arena, RT_ID_DIGITS);
    if (a->erasure.commitments.n == 0) return rt_ok;
    RT_TRY(rt_batch_act(a->batch, &a->erasure, id, err));
    push(a->x->arena, a->ids, (rt_str){id, RT_ID_DIGITS});
    return rt_ok;
}

static rt_status account_for_group(accounting *a, rt_str handling, rt_error *err) {
    begin_erasure(a, handling);
    for (size_t i = 0; i < a->x->gone.n; i++) {
        if (!rt_str_eq(a->x->gone.at[i].handling, handling)) continue;
        account_for(a, &a->x->gone.at[i]);
        if (a->erasure.commitments.n < MOST_COMMITMENTS) continue;
        RT_TRY(end_erasure(a, err));
        begin_erasure(a, handling);
    }
    return end_erasure(a, err);
}

/* One for those who may know of the same, so that nobody learns of more and all learn of what they saw. */
static rt_status record_erasures(rt_erasing *x, rt_batch *batch, rt_strs *ids, rt_error *err) {
    accounting a = {.x = x, .batch = batch, .ids = ids};
    rt_strs groups = {0};
    rt_str all = {"", 0};
    for (size_t i = 0; i < x->gone.n; i++) {
        rt_gone *g = &x->gone.at[i];
        g->handling = rt_handling_joined(x->arena, g->handling, x->asked->handling);
        if (!rt_strs_have(groups, g->handling)) push(x->arena, &groups, g->handling);
        all = rt_handling_joined(x->arena, all, g->handling);
    }
    rt_batch_handling(batch, all);
    for (size_t i = 0; i < groups.n; i++) RT_TRY(account_for_group(&a, groups.at[i], err));
    return rt_ok;
}

/* --- the transaction ------------------------------------------------------------------------------------------------
 */

static rt_status record(rt_erasing *x, rt_batch *batch, rt_erase_report *report, rt_error *err) {
    rt_batch_report done;
    RT_TRY(rt_erasing_find(x, err));
    if (x->gone.n == 0) return rt_ok;
    RT_TRY(rt_holders_find(x->store, &x->gone, x->arena, &report->went_to, err));
    RT_TRY(rt_erasing_bare(x->store, &x->gone, err));
    RT_TRY(record_erasures(x, batch, &report->erasures, err));
    RT_TRY(record_stand_ins(x, batch, err));
    rt_batch_end_with(batch, rt_erasing_prune);
    RT_TRY(rt_batch_commit(batch, &done, err));
    report->batch = rt_str_copy(x->arena, rt_str_of(done.id));
    report->gone = x->gone;
    return rt_ok;
}

/* After the transaction: there is no way back. */
static rt_status end(rt_erasing *x, rt_erase_report *report, rt_error *err) {
    RT_TRY(rt_erasing_rewrite(x->store, err));
    RT_TRY(rt_erasing_search(x->store, &x->gone, x->asked->ids, true, x->arena, report, err));
    return rt_erasing_end(x->store, err);
}

static rt_status erase(rt_erasing *x, rt_erase_report *report, rt_error *err) {
    const rt_erase_asked *asked = x->asked;
    const rt_batch_options options = {.by = asked->by, .program = asked->program, .handling = asked->handling};
    rt_batch *batch;
    RT_TRY(rt_erase_is_unfinished(x->store, &report->resumed, err));
    RT_TRY(rt_batch_begin(x->store, &options, &batch, err));
    const rt_status s = record(x, batch, report, err);
    rt_batch_close(batch);
    RT_TRY(s);
    const rt_status ended = end(x, report, err);
    if (ended.code != RT_STOPPED) return ended;
    return rt_fail(err, RT_STOPPED,
                   "stopped; what was asked for is erased from the log, and its file is still to be written anew: ask "
                   "for the erasure again");
}

rt_status rt_erase(rt_store *store, const rt_erase_asked *asked, rt_arena *arena, rt_erase_report *report,
                   rt_error *err) {
    rt_erasing x = {.store = store, .asked = asked, .arena = arena};
    *report = (rt_erase_report){0};
    const rt_status s = erase(&x, report, err);
    rt_erasing_close(&x);
    if (s.code != RT_OK) rt_error_at(err, rt_store_path(store), 0, 0);
    return s;
}

rt_status rt_erase_plan(rt_store *store, const rt_erase_asked *asked, rt_arena *arena, rt_gone_list *gone,
                        rt_error *err) {
    rt_erasing x = {.store = store, .asked = asked, .arena = arena};
    const rt_status s = rt_erasing_find(&x, err);
    *gone = x.gone;
    rt_erasing_close(&x);
    return s;
}

rt_status rt_erase_remains(rt_store *store, const rt_gone_list *gone, rt_arena *arena, rt_erase_report *report,
                           rt_error *err) {
    return rt_erasing_search(store, gone, (rt_strs){NULL, 0}, false, arena, report, err);
}
