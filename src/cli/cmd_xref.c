/* All pairs of likely equal entities between two inputs, or within one. */
#include "resolve/xref.h"

#include <stdlib.h>

#include "cli/matching.h"
#include "cli/progress.h"
#include "cli/queue.h"
#include "cli/searchable.h"
#include "store/cluster.h"

enum { TOP = 10, TOP_MOST = 10000 };

typedef struct crossing {
    rt_context *ctx;
    const rt_overlaid *a, *b;
    rt_lens *lens; /* within a case: its judgements; else NULL */
    rt_matching how;
    rt_progress progress;
} crossing;

static void progress(void *with, size_t done, double share) {
    crossing *c = with;
    rt_progress_tell(&c->progress, (int64_t)done, share);
}

/* --- one pair ----------------------------------------------------------------------------------------------------- */

static rt_status pair_value(const crossing *c, const rt_xref_pair *pair, rt_arena *arena, rt_value **value,
                            rt_error *err) {
    rt_subject left, right;
    rt_ready ready[2];
    rt_match match;
    RT_TRY(rt_overlaid_entry(c->a, arena, pair->left, &left, err));
    RT_TRY(rt_overlaid_entry(c->b, arena, pair->right, &right, err));
    rt_ready_make(arena, &left, &ready[0]);
    rt_ready_make(arena, &right, &ready[1]);
    rt_match_subjects(arena, &ready[0], &ready[1], &match);
    rt_value *v = *value = rt_value_object(arena);
    rt_value_put(v, RT_S("score"), rt_value_real(arena, rt_four_decimals(match.score)));
    rt_value_put(v, RT_S("match"), rt_value_bool(arena, match.score >= c->how.threshold));
    rt_value_put(v, RT_S("left"), rt_subject_value(arena, &left));
    rt_value_put(v, RT_S("right"), rt_subject_value(arena, &right));
    rt_value_put(v, RT_S("why"), rt_why_value(arena, &match));
    return rt_ok;
}

static void draw_side(rt_draw *d, rt_table *t, const rt_value *side) {
    rt_cell *row = rt_table_row(t);
    rt_cell_add(d, &row[0], RT_TITLE, rt_value_get_text(side, RT_S("caption")));
    rt_cell_add(d, &row[1], RT_LABEL, rt_value_get_text(side, RT_S("schema")));
    rt_cell_add(d, &row[2], RT_LABEL, rt_value_get_text(side, RT_S("id")));
}

static void draw_pair(rt_draw *d, const rt_value *v) {
    rt_cell line = {0};
    rt_cell_score(d, &line, v);
    rt_draw_cell(d, &line, 0, 2);
    rt_table t = rt_table_new(d, 3, 2);
    draw_side(d, &t, rt_value_get(v, RT_S("left")));
    draw_side(d, &t, rt_value_get(v, RT_S("right")));
    rt_table_draw(&t);
    rt_draw_why(d, rt_value_get(v, RT_S("why")), 4);
}

/* Within a case, somebody may have judged the two already. */
static rt_status is_judged(const crossing *c, const rt_value *pair, rt_arena *arena, bool *judged, rt_error *err) {
    const rt_str left = rt_value_get_text(rt_value_get(pair, RT_S("left")), RT_S("id")),
                 right = rt_value_get_text(rt_value_get(pair, RT_S("right")), RT_S("id"));
    rt_seen_entry last;
    *judged = false;
    if (c->lens == NULL) return rt_ok;
    RT_TRY(rt_judgement_on(c->lens, left, right, arena, &last, err));
    *judged = rt_str_is(last.e.judgement, "same") || rt_str_is(last.e.judgement, "different");
    return rt_ok;
}

static rt_status print_pairs(const crossing *c, const rt_xref_pair *pairs, size_t n, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_context ctx = *c->ctx;
    ctx.arena = &arena;
    for (size_t i = 0; i < n && !rt_output_failed(ctx.out); i++) {
        rt_value *v;
        bool judged;
        RT_TRY(pair_value(c, &pairs[i], &arena, &v, err));
        RT_TRY(is_judged(c, v, &arena, &judged, err));
        if (!judged) rt_print_view(&ctx, v, draw_pair);
        rt_arena_reset(&arena);
    }
    return rt_ok;
}

/* --- running ------------------------------------------------------------------------------------------------------ */

static rt_status cross(crossing *c, const rt_args *args, bool within, rt_error *err) {
    int64_t top;
    rt_xref_options options = {.threads = c->how.threads, .progress = progress, .with = c};
    rt_xref_pair *pairs;
    size_t n;
    RT_TRY(rt_args_int(args, "top", 1, TOP_MOST, TOP, &top, err));
    RT_TRY(rt_args_share(args, "cutoff", c->how.threshold, &options.cutoff, err));
    options.top = (size_t)top;
    RT_TRY(rt_xref(c->a, within ? NULL : c->b, &options, &pairs, &n, err));
    rt_progress_end(&c->progress);
    const rt_status s = print_pairs(c, pairs, n, err);
    free(pairs);
    if (s.code == RT_OK && n == 0 && !c->ctx->json)
        rt_outf(c->ctx->err, "no pair scores from %.4g up\n", options.cutoff);
    return s;
}

static rt_status print_queue(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    RT_AUTO(rt_arena) arena = {0};
    rt_context one = *ctx;
    rt_queue queue;
    size_t shown = 0;
    if (args->words.n != 1) return rt_fail(err, RT_USAGE, "--queue is of one case");
    RT_TRY(rt_queue_make(ctx, args, rt_args_word(args, 0), &queue, err));
    RT_TRY(rt_open_to_read(ctx, args, &o, err));
    one.arena = &arena;
    for (size_t i = 0; i < queue.n && !rt_output_failed(ctx->out); i++) {
        rt_value *item;
        rt_arena_reset(&arena);
        RT_TRY(rt_queue_item(&queue, i, o.lens, &arena, &item, err));
        if (item != NULL) rt_print_view(&one, item, rt_draw_queued);
        shown += item != NULL;
    }
    if (shown == 0 && !ctx->json) rt_outf(ctx->err, "nothing is to be judged\n");
    return rt_ok;
}

static rt_status xref_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_searchable) a = {0};
    RT_AUTO(rt_searchable) b = {0};
    const bool within = args->words.n == 1;
    crossing c = {.ctx = ctx, .progress = rt_progress_of(ctx->err, "entries looked up")};
    if (rt_args_flag(args, "queue")) return print_queue(ctx, args, err);
    RT_TRY(rt_matching_asked(args, &c.how, err));
    RT_TRY(rt_searchable_open(ctx, args, rt_args_word(args, 0), c.how.threads, &a, err));
    if (!within) RT_TRY(rt_searchable_open(ctx, args, rt_args_word(args, 1), c.how.threads, &b, err));
    c.a = a.index;
    c.b = within ? a.index : b.index;
    c.lens = within ? a.from.lens : NULL;
    return cross(&c, args, within, err);
}

static const rt_option xref_options[] = {
    {"queue", NULL, "of a case: the pairs that are to be judged; `judge CASE` works through them", RT_FLAG, 0},
    RT_QUEUE_OPTIONS,
    {0},
};

static const rt_example xref_examples[] = {
    {"redthread xref ofac.idx un.idx --json >pairs.jsonl", "who stands on both lists"},
    {"redthread xref people.ftm.json", "who stands twice in one file"},
    {"redthread xref atar.case ofac.idx --cutoff 0.5", NULL},
    {"redthread xref my.case --queue", "what nobody has judged yet"},
    {0},
};

const rt_command rt_cmd_xref = {
    .name = "xref",
    .group = RT_GROUP_NAMES,
    .arguments = "A [B]",
    .summary = "all pairs of likely equal entities of two lists, or within one",
    .options = xref_options,
    .shared = RT_SHARED(&rt_matching_options, &rt_lens_options),
    .description =
        "A and B are indexes, files that `import` reads, or cases (through the lens that the options ask "
        "for). Pairs come best first, with --json a line each: {\"score\", \"match\", \"left\", \"right\", "
        "\"why\"}. Within one input each pair comes once; within a case those that somebody judged the same or "
        "different are left out.\n\n"
        "With --queue it prints the pairs of a case that are to be judged: without those that are judged (unsure too), "
        "are one "
        "or are kept apart already, and first those whose judgement rests on something that no longer counts. "
        "What was found is kept in CASE.pairs, so that the next run searches only for what is new.\n\n"
        "A pair is a question, not an answer: nothing is merged.",
    .examples = xref_examples,
    .run = xref_run,
};
