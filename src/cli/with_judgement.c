#include "cli/with_judgement.h"

#include "analysis/who.h"
#include "cli/draw.h"
#include "cli/kept_head.h"
#include "cli/matching.h"
#include "cli/with_case.h"

/* --- who ---------------------------------------------------------------------------------------------------------- */

static rt_status find_both(rt_context *ctx, const rt_args *args, rt_lens *lens, rt_judgement_asked *q, rt_error *err) {
    rt_reading r = rt_reading_new(lens, ctx->arena);
    RT_TRY(rt_who_id(&r, rt_args_word(args, 1), &q->a, err));
    return rt_who_id(&r, rt_args_word(args, 2), &q->b, err);
}

static rt_status find(rt_context *ctx, const rt_args *args, rt_store *store, rt_judgement_asked *q, rt_error *err) {
    rt_lens *lens;
    RT_TRY(rt_lens_open(store, &q->reader, &lens, err));
    const rt_status s = find_both(ctx, args, lens, q, err);
    rt_lens_close(lens);
    return s;
}

/* --- telling ------------------------------------------------------------------------------------------------------ */

static void pair_row(rt_table *t, const char *label, rt_str text) {
    if (text.len == 0) return;
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(t->draw, &row[0], RT_LABEL, label);
    rt_cell_add(t->draw, &row[1], RT_PLAIN, text);
}

static rt_str sentence(rt_draw *d, const rt_value *v) {
    const rt_str a = rt_value_get_text(v, RT_S("a")), b = rt_value_get_text(v, RT_S("b")),
                 judgement = rt_value_get_text(v, RT_S("judgement"));
    return rt_str_printf(d->arena, "%.*s and %.*s: %.*s", RT_FMT(a), RT_FMT(b), RT_FMT(judgement));
}

static void draw_judgement(rt_draw *d, const rt_value *v) {
    rt_cell head = {0};
    rt_cell_add(d, &head, RT_TITLE, sentence(d, v));
    if (!rt_value_get_bool(v, RT_S("added"))) rt_cell_addz(d, &head, RT_LABEL, " (was judged so already)");
    rt_draw_cell(d, &head, 0, 2);
    rt_table t = rt_table_new(d, 2, 2);
    pair_row(&t, "judgement", rt_value_get_text(v, RT_S("id")));
    pair_row(&t, "why", rt_value_get_text(v, RT_S("why")));
    if (rt_value_count(rt_value_get(v, RT_S("on"))) > 0)
        pair_row(&t, "rests on", rt_names_joined(d->arena, rt_value_get(v, RT_S("on"))));
    pair_row(&t, "handling", rt_value_get_text(v, RT_S("handling")));
    if (rt_value_count(rt_value_get(v, RT_S("members"))) > 1)
        pair_row(&t, "one now", rt_names_joined(d->arena, rt_value_get(v, RT_S("members"))));
    pair_row(&t, "score", rt_value_get_text(v, RT_S("score")));
    rt_table_draw(&t);
    rt_draw_why(d, rt_value_get(v, RT_S("explanation")), 4);
}

/* --- running ------------------------------------------------------------------------------------------------------ */

static rt_status check_texts(const rt_args *args, rt_error *err) {
    if (rt_args_text(args, "why").len == 0) return rt_fail(err, RT_USAGE, "a judgement needs a reason: --why TEXT");
    return rt_utf8_valid(rt_args_text(args, "why"), NULL) ? rt_ok : rt_fail(err, RT_BAD, "--why is not UTF-8");
}

rt_status rt_judgement_asked_of(rt_context *ctx, const rt_args *args, rt_judgement_asked *asked, rt_error *err) {
    asked->on = rt_args_list(args, "on", ctx->arena);
    asked->by = rt_recorder(ctx, args);
    asked->program = RT_S(RT_PROGRAM);
    asked->reader = (rt_lens_spec){.narrowed = rt_args_has(args, "clear"), .clear = rt_args_text(args, "clear")};
    return rt_handling_asked(ctx, args, &asked->handling, err);
}

rt_status rt_run_judgement(rt_context *ctx, const rt_args *args, rt_judgement_asked asked, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    rt_judgement_done done;
    RT_TRY(check_texts(args, err));
    asked.why = rt_args_text(args, "why");
    RT_TRY(rt_judgement_asked_of(ctx, args, &asked, err));
    RT_TRY(rt_open_to_write(ctx, args, &o, err));
    RT_TRY(find(ctx, args, o.store, &asked, err));
    RT_TRY(rt_judge(o.store, &asked, ctx->arena, &done, err));
    rt_kept_head_look(ctx, o.store);
    rt_print_view(ctx, rt_judgement_value(&done, ctx->arena), draw_judgement);
    return rt_ok;
}
