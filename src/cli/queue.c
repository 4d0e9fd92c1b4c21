#include "cli/queue.h"

#include "analysis/grounds.h"
#include "base/grow.h"
#include "base/pick.h"
#include "cli/progress.h"
#include "resolve/subjects.h"
#include "store/cluster.h"

enum { TOP = 10, TOP_MOST = 10000 };

/* --- what is still to be judged ----------------------------------------------------------------------------------- */

/* Whether somebody of the one cluster is judged different from somebody of the other. */
static rt_status are_apart(rt_lens *lens, const rt_cluster *a, const rt_cluster *b, rt_arena *arena, bool *apart,
                           rt_error *err) {
    for (size_t i = 0; i < a->members.n && !*apart; i++) {
        rt_judged_list judged;
        RT_TRY(rt_judged_of(lens, a->members.at[i], arena, &judged, err));
        for (size_t k = 0; k < judged.n; k++)
            *apart = *apart || (rt_str_is(judged.at[k].s.e.judgement, "different") &&
                                rt_cluster_has(b, rt_judged_other(&judged.at[k].s.e, a->members.at[i])));
    }
    return rt_ok;
}

static rt_status is_open(rt_lens *lens, const rt_kept_pair *p, rt_arena *arena, bool *open, rt_error *err) {
    rt_seen_entry last;
    rt_cluster a, b;
    bool apart = false;
    *open = false;
    RT_TRY(rt_judgement_on(lens, p->a, p->b, arena, &last, err));
    if (last.e.id.len > 0) return rt_ok;
    RT_TRY(rt_cluster_read(lens, p->a, arena, &a, err));
    if (rt_cluster_has(&a, p->b)) return rt_ok;
    RT_TRY(rt_cluster_read(lens, p->b, arena, &b, err));
    RT_TRY(are_apart(lens, &a, &b, arena, &apart, err));
    *open = !apart;
    return rt_ok;
}

/* The judgement on the pair where it is shaken; *v gets its `judged`, `on` and `shaken`. */
static rt_status put_shaken(rt_lens *lens, const rt_kept_pair *p, rt_arena *arena, rt_value *v, bool *is_shaken,
                            rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    rt_seen_entry last;
    rt_sure how;
    r.alone = true;
    RT_TRY(rt_judgement_on(lens, p->a, p->b, arena, &last, err));
    rt_value_put(v, RT_S("judged"), rt_shape_judgement(&r, &last.e));
    *is_shaken = false;
    if (last.e.id.len == 0) return rt_ok;
    RT_TRY(rt_shape_grounds(&r, last.e.id, v, &how, err));
    *is_shaken = how != RT_NO;
    return rt_ok;
}

/* --- one pair ----------------------------------------------------------------------------------------------------- */

static rt_status put_compared(const rt_queue *q, const rt_kept_pair *p, rt_lens *lens, rt_arena *arena, rt_value *v,
                              bool *there, rt_error *err) {
    rt_subject left, right;
    rt_ready x, y;
    rt_match match;
    RT_TRY(rt_case_subject(lens, p->a, arena, &left, err));
    RT_TRY(rt_case_subject(lens, p->b, arena, &right, err));
    *there = left.names.n > 0 && right.names.n > 0;
    if (!*there) return rt_ok;
    rt_ready_make(arena, &left, &x);
    rt_ready_make(arena, &right, &y);
    rt_match_subjects(arena, &x, &y, &match);
    rt_value_put(v, RT_S("score"), rt_value_real(arena, rt_four_decimals(match.score)));
    rt_value_put(v, RT_S("match"), rt_value_bool(arena, match.score >= q->how.threshold));
    rt_value_put(v, RT_S("left"), rt_subject_value(arena, &left));
    rt_value_put(v, RT_S("right"), rt_subject_value(arena, &right));
    rt_value_put(v, RT_S("why"), rt_why_value(arena, &match));
    return rt_ok;
}

static rt_status is_of(rt_lens *lens, rt_str id, rt_str source, rt_arena *arena, bool *found, rt_error *err) {
    rt_cursor *c;
    rt_seen_list all;
    *found = false;
    RT_TRY(rt_cursor_about(lens, id, &c, err));
    RT_TRY(rt_cursor_list(c, arena, &all, err));
    for (size_t i = 0; i < all.n && !*found; i++)
        RT_TRY(rt_lens_stands_in(lens, all.at[i].e.dataset, all.at[i].e.document, source, found, err));
    return rt_ok;
}

static rt_status is_between(const rt_queue *q, const rt_kept_pair *p, rt_lens *lens, rt_arena *arena, bool *between,
                            rt_error *err) {
    bool of[4];
    *between = true;
    if (q->between.n < 2) return rt_ok;
    for (int i = 0; i < 4; i++) RT_TRY(is_of(lens, i < 2 ? p->a : p->b, q->between.at[i % 2], arena, &of[i], err));
    *between = (of[0] && of[3]) || (of[1] && of[2]);
    return rt_ok;
}

rt_status rt_queue_item(const rt_queue *q, size_t i, rt_lens *lens, rt_arena *arena, rt_value **item, rt_error *err) {
    const rt_kept_pair *p = &q->pairs[i];
    rt_value *v = rt_value_object(arena);
    bool open = true;
    *item = NULL;
    if (i >= q->shaken) RT_TRY(is_open(lens, p, arena, &open, err));
    if (open) RT_TRY(is_between(q, p, lens, arena, &open, err));
    if (open) RT_TRY(put_compared(q, p, lens, arena, v, &open, err));
    if (!open) return rt_ok;
    if (i < q->shaken) {
        RT_TRY(put_shaken(lens, p, arena, v, &open, err));
    } else {
        rt_value_put(v, RT_S("judged"), rt_value_null(arena));
        rt_value_put_list(arena, v, RT_S("on"));
        rt_value_put(v, RT_S("shaken"), rt_value_null(arena));
    }
    *item = open ? v : NULL;
    return rt_ok;
}

/* --- all of them -------------------------------------------------------------------------------------------------- */

static void add(rt_queue *q, rt_str a, rt_str b, double score) {
    q->pairs = rt_grow(q->arena, q->pairs, q->n, sizeof *q->pairs);
    q->pairs[q->n++] = (rt_kept_pair){a, b, score};
}

static rt_status add_if_shaken(rt_queue *q, rt_lens *lens, const rt_entry *judgement, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_seen_entry last;
    rt_strs on;
    bool is_shaken;
    const rt_kept_pair pair = {.a = judgement->a, .b = judgement->b};
    RT_TRY(rt_judged_on(lens, judgement->id, &arena, &on, err));
    if (on.n == 0) return rt_ok;
    RT_TRY(rt_judgement_on(lens, judgement->a, judgement->b, &arena, &last, err));
    if (!rt_str_eq(last.e.id, judgement->id)) return rt_ok;
    RT_TRY(put_shaken(lens, &pair, &arena, rt_value_object(&arena), &is_shaken, err));
    if (is_shaken) add(q, rt_str_copy(q->arena, judgement->a), rt_str_copy(q->arena, judgement->b), 0);
    return rt_ok;
}

static rt_status find_shaken(rt_queue *q, rt_lens *lens, rt_error *err) {
    rt_cursor *c;
    rt_status s = rt_ok;
    RT_TRY(rt_cursor_every_act(lens, &c, err));
    for (bool more = true; s.code == RT_OK && more;) {
        rt_seen_entry act;
        s = rt_cursor_next(c, &act, &more, err);
        if (s.code == RT_OK && more && act.e.type == RT_JUDGEMENT) s = add_if_shaken(q, lens, &act.e, err);
    }
    rt_cursor_close(c);
    q->shaken = q->n;
    return s;
}

static bool leaves_something_out(const rt_args *args) {
    static const char *const options[] = {"clear", "as-of", "said-by", "at", "source", "as-if-same", "as-if-apart"};
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (rt_args_has(args, options[i])) return true;
    return false;
}

static void tell(void *with, size_t done, double share) { rt_progress_tell(with, (int64_t)done, share); }

static rt_status find_pairs(rt_context *ctx, const rt_args *args, rt_str path, rt_queue *q, const rt_overlaid *index,
                            rt_error *err) {
    rt_progress progress = rt_progress_of(ctx->err, "entities looked up");
    rt_xref_options options = {.threads = q->how.threads, .progress = tell, .with = &progress};
    rt_kept_pairs found;
    int64_t top;
    const char *file = leaves_something_out(args) ? NULL : rt_kept_pairs_file(ctx->arena, path);
    RT_TRY(rt_args_int(args, "top", 1, TOP_MOST, TOP, &top, err));
    RT_TRY(rt_args_share(args, "cutoff", q->how.threshold, &options.cutoff, err));
    options.top = (size_t)top;
    const rt_status s = rt_kept_pairs_find(index, &options, file, q->arena, &found, err);
    rt_progress_end(&progress);
    for (size_t i = 0; s.code == RT_OK && i < found.n; i++) add(q, found.at[i].a, found.at[i].b, found.at[i].score);
    return s;
}

rt_status rt_queue_make(rt_context *ctx, const rt_args *args, rt_str path, rt_queue *q, rt_error *err) {
    RT_AUTO(rt_searchable) s = {0};
    *q = (rt_queue){.arena = ctx->arena, .between = rt_args_list(args, "between", ctx->arena)};
    if (q->between.n == 1 || q->between.n > 2) return rt_fail(err, RT_USAGE, "--between is given twice, or not at all");
    RT_TRY(rt_matching_asked(args, &q->how, err));
    RT_TRY(rt_searchable_open(ctx, args, path, q->how.threads, &s, err));
    if (s.from.lens == NULL) return rt_fail(err, RT_USAGE, "pairs are judged in a case, and this is none");
    RT_TRY(find_shaken(q, s.from.lens, err));
    return find_pairs(ctx, args, path, q, s.index, err);
}

/* --- drawing ------------------------------------------------------------------------------------------------------ */

static void draw_side(rt_draw *d, rt_table *t, const rt_value *side) {
    rt_cell *row = rt_table_row(t);
    rt_cell_add(d, &row[0], RT_TITLE, text(side, "caption"));
    rt_cell_add(d, &row[1], RT_LABEL, text(side, "schema"));
    rt_cell_add(d, &row[2], RT_LABEL, text(side, "id"));
}

static void draw_shaken(rt_draw *d, const rt_value *v) {
    rt_cell cell = {0};
    if (text(v, "shaken").len == 0) return;
    rt_cell_add(d, &cell, RT_ALARM,
                rt_str_printf(d->arena, "%.*s; that rests on something that %sno longer counts",
                              RT_FMT(rt_judged_words(d, get(v, "judged"))),
                              rt_str_is(text(v, "shaken"), "possible") ? "possibly " : ""));
    rt_draw_cell(d, &cell, 2, 4);
}

void rt_draw_queued(rt_draw *d, const rt_value *v) {
    rt_cell line = {0};
    rt_cell_score(d, &line, v);
    rt_draw_cell(d, &line, 0, 2);
    rt_table t = rt_table_new(d, 3, 2);
    draw_side(d, &t, get(v, "left"));
    draw_side(d, &t, get(v, "right"));
    rt_table_draw(&t);
    draw_shaken(d, v);
    rt_draw_why(d, get(v, "why"), 4);
}
