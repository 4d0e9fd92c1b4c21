#include "cli/screen.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/listing.h"
#include "base/json.h"
#include "base/parallel.h"
#include "cli/progress.h"

enum { BLOCK = 256, NOTES_SHOWN = 10 };

/* A query and its answer. */
typedef struct slot {
    rt_arena arena;
    rt_subject query;
    rt_value *answer;
    rt_buf json;
    rt_status status;
    rt_error wrong;
} slot;

struct rt_screening {
    rt_context *ctx;
    const rt_overlaid *index;
    rt_lens *lens; /* of the case that is asked; NULL: none is */
    rt_matching how;
    rt_search search;
    rt_searcher *searchers[RT_THREADS_MOST]; /* of each worker */
    slot slots[BLOCK];
    size_t n;
    int64_t before; /* queries answered in earlier blocks */
    int64_t notes;
    rt_progress progress;
    rt_input *in; /* NULL: no file */
};

rt_screening *rt_screening_new(rt_context *ctx, const rt_overlaid *index, rt_lens *lens, const rt_matching *how,
                               const rt_search *search) {
    rt_screening *s = rt_alloc(sizeof *s);
    memset(s, 0, sizeof *s);
    s->ctx = ctx;
    s->index = index;
    s->lens = lens;
    s->how = *how;
    s->search = *search;
    s->progress = rt_progress_of(ctx->err, "queries answered");
    return s;
}

void rt_screening_reads(rt_screening *s, rt_input *in) { s->in = in; }

void rt_screening_free(rt_screening *s) {
    if (s == NULL) return;
    for (size_t i = 0; i < BLOCK; i++) {
        rt_arena_close(&s->slots[i].arena);
        rt_buf_close(&s->slots[i].json);
    }
    for (size_t i = 0; i < RT_THREADS_MOST; i++) rt_searcher_close(s->searchers[i]);
    free(s);
}

/* --- one query ---------------------------------------------------------------------------------------------------- */

static rt_value *answer_of(const rt_screening *s, slot *q, int64_t number, const rt_hit *hits, size_t n) {
    rt_value *v = rt_value_object(&q->arena);
    rt_value_put(v, RT_S("query"), rt_value_int(&q->arena, number));
    if (q->query.id.len > 0) rt_value_put_text(&q->arena, v, RT_S("id"), q->query.id);
    rt_value_put_text(&q->arena, v, RT_S("name"), q->query.names.n > 0 ? q->query.names.at[0] : RT_S(""));
    rt_value_put(v, RT_S("results"), rt_hits_value(&q->arena, hits, n, s->how.threshold));
    return v;
}

static void answer(void *with, size_t i, unsigned worker) {
    rt_screening *s = with;
    slot *q = &s->slots[i];
    rt_hit *hits = NULL;
    size_t n = 0;
    rt_search search = s->search;
    if (s->searchers[worker] == NULL) s->searchers[worker] = rt_searcher_open();
    search.searcher = s->searchers[worker];
    q->wrong = (rt_error){0};
    q->status = rt_overlaid_search(s->index, &q->arena, &q->query, &search, &hits, &n, &q->wrong);
    if (q->status.code != RT_OK) return;
    q->answer = answer_of(s, q, s->before + (int64_t)i + 1, hits, n);
    rt_buf_clear(&q->json);
    if (s->lens == NULL && s->ctx->json && !s->ctx->out->screen) rt_json_write(&q->json, q->answer);
}

/* --- drawing ------------------------------------------------------------------------------------------------------ */

/* An entry is shown by its caption: where another of its names was meant, the reasons speak of that one. */
static void draw_result(rt_draw *d, const rt_value *result) {
    const rt_str as = rt_value_get_text(result, RT_S("as"));
    rt_cell line = {0};
    rt_cell_score(d, &line, result);
    rt_cell_addz(d, &line, RT_PLAIN, "  ");
    rt_cell_add(d, &line, RT_TITLE, rt_value_get_text(result, RT_S("caption")));
    if (as.len > 0) {
        rt_cell_addz(d, &line, RT_LABEL, " as ");
        rt_cell_add(d, &line, RT_PLAIN, as);
    }
    rt_cell_addz(d, &line, RT_LABEL, "  ");
    rt_cell_add(d, &line, RT_LABEL, rt_value_get_text(result, RT_S("schema")));
    rt_cell_addz(d, &line, RT_LABEL, " ");
    rt_cell_add(d, &line, RT_LABEL, rt_value_get_text(result, RT_S("id")));
    rt_cell_left(d, &line, rt_value_get(result, RT_S("left")));
    rt_draw_cell(d, &line, 2, 4);
    rt_draw_why(d, rt_value_get(result, RT_S("why")), 4);
}

static void draw_answer(rt_draw *d, const rt_value *answer) {
    const rt_value *results = rt_value_get(answer, RT_S("results"));
    rt_draw_heading(d, rt_value_get_text(answer, RT_S("name")));
    if (rt_value_count(results) == 0) {
        rt_cell none = {0};
        rt_cell_addz(d, &none, RT_LABEL, "nobody is like that");
        rt_draw_cell(d, &none, 2, 4);
    }
    for (const rt_value *v = rt_value_first(results); v != NULL; v = v->next) draw_result(d, v);
}

static void print(const rt_screening *s, slot *q) {
    rt_context ctx = *s->ctx;
    if (q->json.len > 0) {
        rt_buf_byte(&q->json, '\n');
        rt_out(ctx.out, rt_buf_str(&q->json));
        return;
    }
    ctx.arena = &q->arena;
    rt_print_view(&ctx, q->answer, draw_answer);
}

/* --- lists that hits have left -------------------------------------------------------------------------------------
 */

/* One thread reads the case. */
static rt_status add_left(const rt_screening *s, slot *q, rt_error *err) {
    rt_reading r = rt_reading_new(s->lens, &q->arena);
    r.alone = true;
    for (const rt_value *v = rt_value_first(rt_value_get(q->answer, RT_S("results"))); v != NULL; v = v->next) {
        const rt_entity *e;
        rt_value *left = rt_value_put_list(&q->arena, (rt_value *)(uintptr_t)v, RT_S("left"));
        RT_TRY(rt_reading_entity(&r, rt_value_get_text(v, RT_S("id")), &e, err));
        if (e != NULL) RT_TRY(rt_shape_left(&r, e, left, err));
    }
    return rt_ok;
}

/* --- blocks of queries -------------------------------------------------------------------------------------------- */

static rt_status answer_block(rt_screening *s, rt_error *err) {
    rt_parallel(s->how.threads, s->n, answer, s);
    for (size_t i = 0; i < s->n; i++) {
        slot *q = &s->slots[i];
        if (q->status.code != RT_OK) return *err = q->wrong, q->status;
        if (s->lens != NULL) RT_TRY(add_left(s, q, err));
        print(s, q);
        rt_arena_reset(&q->arena);
    }
    s->before += (int64_t)s->n;
    s->n = 0;
    if (s->ctx->out->screen || s->in == NULL) return rt_ok;
    rt_progress_tell(&s->progress, s->before, rt_inputs_share(&s->in, 1));
    return rt_ok;
}

rt_status rt_screening_add(void *to, const rt_subject *query, rt_error *err) {
    rt_screening *s = to;
    slot *q = &s->slots[s->n++];
    q->query = rt_subject_copy(&q->arena, query);
    if (s->n < BLOCK) return rt_ok;
    if (rt_output_failed(s->ctx->out)) return rt_fail(err, RT_IO, "%s", ""); /* nobody reads on */
    return answer_block(s, err);
}

void rt_screening_note(void *to, const rt_error *what) {
    rt_screening *s = to;
    if (s->notes++ < NOTES_SHOWN) rt_print_error(s->ctx->err, what);
}

void rt_screening_unread(void *to, const rt_error *what) {
    const rt_screening *s = to;
    rt_print_error(s->ctx->err, what);
}

rt_status rt_screening_finish(rt_screening *s, rt_error *err) {
    const rt_status status = answer_block(s, err);
    rt_progress_end(&s->progress);
    if (s->notes > NOTES_SHOWN)
        rt_outf(s->ctx->err, "redthread: %lld values in all are not compared\n", (long long)s->notes);
    return status;
}
