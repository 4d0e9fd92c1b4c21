#include "cli/judge_queue.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli/kept_head.h"
#include "cli/with_judgement.h"

typedef struct working {
    rt_context *ctx;
    const rt_args *args;
    rt_queue queue;
    rt_judgement_asked asked; /* what all have in common */
    char *line;
    size_t room;
    size_t judged, skipped, refused;
    bool over;
} working;

typedef struct key {
    const char *letter, *word, *judgement; /* judgement NULL: none is made */
} key;

static const key keys[] = {
    {"y", "same", "same"}, {"n", "different", "different"}, {"u", "unsure", "unsure"}, {"s", "skip", NULL},
    {"q", "quit", NULL},
};

static const key *key_of(rt_str word) {
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (rt_str_is(word, keys[i].letter) || rt_str_is(word, keys[i].word)) return &keys[i];
    return NULL;
}

/* --- asking ------------------------------------------------------------------------------------------------------- */

static void ask_again(working *w, const char *what) {
    rt_outf(w->ctx->err, "redthread: %s: y WHY (same), n WHY (different), u WHY (unsure), s (skip), q (quit)\n", what);
}

/* The next line that is an answer; NULL at the end. */
static const key *answer(working *w, rt_str *why) {
    for (;;) {
        rt_output_flush(w->ctx->out);
        const ssize_t n = getline(&w->line, &w->room, stdin);
        if (n < 0) return NULL;
        rt_str rest = rt_str_trim((rt_str){w->line, (size_t)n}), word;
        if (!rt_str_split(&rest, RT_S(" "), &word)) continue;
        const key *k = key_of(word);
        *why = rt_str_trim(rest);
        if (why->len == 0) *why = rt_args_text(w->args, "why");
        if (k == NULL)
            ask_again(w, "an answer is");
        else if (k->judgement != NULL && why->len == 0)
            ask_again(w, "a judgement needs a reason");
        else if (!rt_utf8_valid(*why, NULL))
            ask_again(w, "the reason is not UTF-8");
        else
            return k;
    }
}

/* --- judging ------------------------------------------------------------------------------------------------------ */

static void tell_refused(working *w, const rt_error *wrong) {
    w->refused++;
    if (!w->ctx->json) {
        rt_output_flush(w->ctx->out);
        rt_print_error(w->ctx->err, wrong);
        return;
    }
    rt_value *v = rt_value_object(w->ctx->arena);
    rt_value_put_text(w->ctx->arena, v, RT_S("refused"), rt_str_copy(w->ctx->arena, rt_str_of(wrong->message)));
    rt_out_json(w->ctx->out, v);
}

/* What was seen a moment ago is not told again. */
static void draw_done(rt_draw *d, const rt_value *v) {
    const rt_value *members = rt_value_get(v, RT_S("members"));
    const rt_str a = rt_value_get_text(v, RT_S("a")), b = rt_value_get_text(v, RT_S("b")),
                 judgement = rt_value_get_text(v, RT_S("judgement"));
    rt_cell line = {0};
    rt_cell_add(d, &line, RT_AGREED,
                rt_str_printf(d->arena, "%.*s and %.*s: %.*s", RT_FMT(a), RT_FMT(b), RT_FMT(judgement)));
    if (rt_value_count(members) > 2)
        rt_cell_add(d, &line, RT_LABEL,
                    rt_str_printf(d->arena, "; one now: %.*s", RT_FMT(rt_names_joined(d->arena, members))));
    rt_draw_cell(d, &line, 2, 4);
    rt_buf_byte(d->out, '\n');
}

static rt_status judge(working *w, rt_store *store, const rt_value *item, const key *k, rt_str why, rt_error *err) {
    rt_judgement_asked asked = w->asked;
    rt_judgement_done done;
    asked.a = rt_value_get_text(rt_value_get(item, RT_S("left")), RT_S("id"));
    asked.b = rt_value_get_text(rt_value_get(item, RT_S("right")), RT_S("id"));
    asked.judgement = rt_str_of(k->judgement);
    asked.why = rt_str_copy(w->ctx->arena, why);
    const rt_status s = rt_judge(store, &asked, w->ctx->arena, &done, err);
    if (s.code == RT_BAD || s.code == RT_DENIED) {
        tell_refused(w, err);
        return rt_ok;
    }
    RT_TRY(s);
    w->judged++;
    rt_print_view(w->ctx, rt_judgement_value(&done, w->ctx->arena), draw_done);
    return rt_ok;
}

static rt_status one_item(working *w, rt_store *store, const rt_value *item, rt_error *err) {
    rt_str why;
    rt_print_view(w->ctx, item, rt_draw_queued);
    const key *k = answer(w, &why);
    w->over = k == NULL || rt_str_is(rt_str_of(k->letter), "q");
    if (w->over) return rt_ok;
    if (k->judgement != NULL) return judge(w, store, item, k, why, err);
    w->skipped++;
    return rt_ok;
}

static rt_status next_item(working *w, rt_store *store, size_t i, rt_error *err) {
    rt_lens *lens;
    rt_value *item;
    RT_TRY(rt_lens_open(store, &w->asked.reader, &lens, err)); /* anew: what was judged since counts */
    const rt_status s = rt_queue_item(&w->queue, i, lens, w->ctx->arena, &item, err);
    rt_lens_close(lens);
    RT_TRY(s);
    return item != NULL ? one_item(w, store, item, err) : rt_ok;
}

static rt_status ask_each(working *w, rt_arena *arena, rt_store *store, rt_error *err) {
    for (size_t i = 0; i < w->queue.n && !w->over && !rt_output_failed(w->ctx->out); i++) {
        rt_arena_reset(arena);
        RT_TRY(next_item(w, store, i, err));
    }
    return rt_ok;
}

static rt_status work(const working *begun, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    RT_AUTO(rt_arena) arena = {0};
    rt_context ctx = *begun->ctx;
    working w = *begun;
    RT_TRY(rt_open_to_write(begun->ctx, begun->args, &o, err));
    ctx.arena = &arena;
    w.ctx = &ctx;
    const rt_status s = ask_each(&w, &arena, o.store, err);
    free(w.line);
    RT_TRY(s);
    rt_kept_head_look(&ctx, o.store);
    rt_output_flush(ctx.out);
    rt_outf(ctx.err, "%zu judged, %zu skipped, %zu refused%s\n", w.judged, w.skipped, w.refused,
            w.over ? "; `redthread judge` goes on where this ended" : "; nothing else is to be judged");
    return rt_ok;
}

rt_status rt_judge_queue(rt_context *ctx, const rt_args *args, rt_error *err) {
    working w = {.ctx = ctx, .args = args};
    if (rt_args_has(args, "on")) return rt_fail(err, RT_USAGE, "--on is for a judgement on one pair");
    RT_TRY(rt_judgement_asked_of(ctx, args, &w.asked, err));
    RT_TRY(rt_queue_make(ctx, args, rt_args_word(args, 0), &w.queue, err));
    return work(&w, err);
}
