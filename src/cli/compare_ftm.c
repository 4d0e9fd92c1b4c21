/* compare --ftm: a JSON object a line, {"left": ENTITY, "right": ENTITY}. */
#include <stdlib.h>

#include "base/json.h"
#include "base/parallel.h"
#include "cli/compare.h"
#include "exchange/entity.h"
#include "exchange/input.h"

enum { BLOCK = 1024 };

/* A line in, a line out. */
typedef struct pair {
    rt_buf line, out;
    uint64_t number;
    rt_status status;
    rt_error wrong;
} pair;

typedef struct worker {
    rt_arena arena;
    rt_json_reader *json; /* made when first needed */
} worker;

typedef struct stream {
    const rt_compare *c;
    rt_input *in;
    pair *pairs;
    size_t n;
    worker workers[RT_THREADS_MOST];
} stream;

/* --- one pair ----------------------------------------------------------------------------------------------------- */

static rt_status read_side(const rt_value *both, rt_str line, const char *side, rt_arena *arena, rt_ready *ready,
                           rt_error *err) {
    const rt_value *entity = rt_value_get(both, rt_str_of(side));
    rt_subject *subject = RT_NEW(arena, rt_subject);
    rt_status s = entity == NULL ? rt_fail(err, RT_BAD, "a pair needs \"left\" and \"right\", two entities")
                                 : rt_entity_subject(entity, arena, subject, err);
    if (s.code != RT_OK) rt_error_at(err, NULL, 1, rt_json_place(line, rt_str_of(side)) + 1);
    if (s.code == RT_OK) rt_ready_make(arena, subject, ready);
    return s;
}

static rt_status compare_pair(const stream *s, worker *w, pair *p) {
    const rt_str line = rt_buf_str(&p->line);
    rt_value *value;
    rt_ready left, right;
    rt_match match;
    RT_TRY(rt_json_read(w->json, line, &w->arena, &value, &p->wrong));
    RT_TRY(read_side(value, line, "left", &w->arena, &left, &p->wrong));
    RT_TRY(read_side(value, line, "right", &w->arena, &right, &p->wrong));
    rt_match_subjects(&w->arena, &left, &right, &match);
    rt_value *result = rt_value_object(&w->arena);
    rt_match_put(&w->arena, result, &match, s->c->how.threshold);
    rt_json_write(&p->out, result);
    rt_buf_byte(&p->out, '\n');
    return rt_ok;
}

static void compare_piece(void *with, size_t i, unsigned number) {
    stream *s = with;
    worker *w = &s->workers[number];
    pair *p = &s->pairs[i];
    if (w->json == NULL) w->json = rt_json_reader_new();
    p->wrong = (rt_error){0};
    p->status = compare_pair(s, w, p);
    rt_arena_reset(&w->arena);
}

/* --- blocks of lines ---------------------------------------------------------------------------------------------- */

static rt_status read_block(stream *s, rt_error *err) {
    rt_str line;
    bool more = true;
    for (s->n = 0; s->n < BLOCK;) {
        pair *p = &s->pairs[s->n];
        RT_TRY(rt_input_line(s->in, &line, &more, err));
        if (!more) return rt_ok;
        if (rt_str_trim(line).len == 0) continue;
        rt_buf_clear(&p->line);
        rt_buf_clear(&p->out);
        rt_buf_add(&p->line, line);
        p->number = rt_input_line_number(s->in);
        s->n++;
    }
    return rt_ok;
}

static rt_status write_block(stream *s, rt_error *err) {
    for (size_t i = 0; i < s->n; i++) {
        pair *p = &s->pairs[i];
        rt_out(s->c->ctx->out, rt_buf_str(&p->out));
        if (p->status.code == RT_OK) continue;
        const uint64_t column = p->wrong.column;
        p->wrong.line = 0;
        rt_error_at(&p->wrong, rt_input_path(s->in), p->number, column > 0 ? column : 1);
        *err = p->wrong;
        return p->status;
    }
    return rt_ok;
}

static rt_status compare_all(stream *s, rt_error *err) {
    do {
        RT_TRY(read_block(s, err));
        rt_parallel(s->c->how.threads, s->n, compare_piece, s);
        RT_TRY(write_block(s, err));
    } while (s->n == BLOCK && !rt_output_failed(s->c->ctx->out));
    return rt_ok;
}

static void close_all(stream *s) {
    for (size_t i = 0; i < BLOCK; i++) {
        rt_buf_close(&s->pairs[i].line);
        rt_buf_close(&s->pairs[i].out);
    }
    for (size_t i = 0; i < RT_THREADS_MOST; i++) {
        rt_arena_close(&s->workers[i].arena);
        if (s->workers[i].json != NULL) rt_json_reader_free(s->workers[i].json);
    }
    rt_input_close(s->in);
}

rt_status rt_compare_ftm(const rt_compare *c, rt_error *err) {
    stream *s = RT_NEW(c->ctx->arena, stream);
    s->c = c;
    RT_TRY(rt_input_stdin(&s->in, err));
    s->pairs = RT_NEW_N(c->ctx->arena, pair, BLOCK);
    const rt_status status = compare_all(s, err);
    close_all(s);
    return status;
}
