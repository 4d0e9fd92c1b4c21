#include "exchange/ftm_write.h"

#include <stdlib.h>

#include "exchange/ftm_out.h"

typedef struct pair {
    rt_str prop, value;
    size_t order; /* of its first statement */
} pair;

typedef struct outgoing {
    const rt_schema *schema; /* as it goes out */
    pair *pairs;
    size_t n;
} outgoing;

/* What the statements call it, most precisely; where they do not go together, the first decides. */
static const rt_schema *schema_of(const rt_seen_list *list) {
    const rt_schema *schema = NULL;
    for (size_t i = 0; i < list->n; i++) {
        const rt_schema *named = rt_schema_named(list->at[i].e.schema), *common;
        if (schema == NULL)
            schema = named;
        else if (named != NULL && rt_schema_common(schema, named, &common, NULL).code == RT_OK)
            schema = common;
    }
    return schema;
}

static void put(outgoing *o, rt_str prop, rt_str value) {
    o->pairs[o->n] = (pair){prop, value, o->n};
    o->n++;
}

static int by_prop_value(const void *a, const void *b) {
    const pair *x = a, *y = b;
    const int prop = rt_str_cmp(x->prop, y->prop), value = rt_str_cmp(x->value, y->value);
    return prop != 0 ? prop : value != 0 ? value : (x->order > y->order) - (x->order < y->order);
}

static int by_prop_order(const void *a, const void *b) {
    const pair *x = a, *y = b;
    const int prop = rt_str_cmp(x->prop, y->prop);
    return prop != 0 ? prop : (x->order > y->order) - (x->order < y->order);
}

/* Properties by name, values in the order of their first statements, each once. */
static void arrange(outgoing *o) {
    size_t n = 0;
    if (o->n == 0) return;
    qsort(o->pairs, o->n, sizeof *o->pairs, by_prop_value);
    for (size_t i = 0; i < o->n; i++) {
        const bool again = n > 0 && rt_str_eq(o->pairs[i].prop, o->pairs[n - 1].prop) &&
                           rt_str_eq(o->pairs[i].value, o->pairs[n - 1].value);
        if (!again) o->pairs[n++] = o->pairs[i];
    }
    o->n = n;
    qsort(o->pairs, o->n, sizeof *o->pairs, by_prop_order);
}

static void write_entity(rt_buf *out, rt_str id, const outgoing *o) {
    rt_json w = {.out = out};
    rt_json_open(&w, '{');
    rt_json_key(&w, RT_S("id"));
    rt_json_text(&w, id);
    rt_json_key(&w, RT_S("schema"));
    rt_json_text(&w, o->schema->name);
    rt_json_key(&w, RT_S("properties"));
    rt_json_open(&w, '{');
    for (size_t i = 0; i < o->n; i++) {
        const bool first = i == 0 || !rt_str_eq(o->pairs[i].prop, o->pairs[i - 1].prop);
        if (first) {
            rt_json_key(&w, o->pairs[i].prop);
            rt_json_open(&w, '[');
        }
        rt_json_item(&w);
        rt_json_text(&w, o->pairs[i].value);
        if (i + 1 == o->n || !rt_str_eq(o->pairs[i].prop, o->pairs[i + 1].prop)) rt_json_close(&w, ']');
    }
    rt_json_close(&w, '}');
    rt_json_close(&w, '}');
    rt_buf_byte(out, '\n');
}

/* Whether something that goes out names it: then it has to be there, with nothing of its own. */
static rt_status is_named(rt_lens *lens, rt_str id, rt_arena *arena, bool *named, rt_error *err) {
    rt_cursor *c;
    rt_seen_list list;
    RT_TRY(rt_cursor_naming(lens, id, &c, err));
    RT_TRY(rt_cursor_list(c, arena, &list, err));
    RT_TRY(rt_ftm_keep_outgoing(lens, arena, &list, err));
    *named = list.n > 0;
    return rt_ok;
}

static rt_status one_entity(rt_lens *lens, rt_str id, rt_arena *arena, rt_buf *out, rt_error *err) {
    rt_cursor *c;
    rt_seen_list list;
    RT_TRY(rt_cursor_about(lens, id, &c, err));
    RT_TRY(rt_cursor_list(c, arena, &list, err));
    const rt_schema *schema = schema_of(&list);
    if (schema == NULL) return rt_ok; /* of a schema that this program does not know */
    RT_TRY(rt_ftm_keep_outgoing(lens, arena, &list, err));
    outgoing o = {rt_schema_ftm(schema), RT_NEW_N(arena, pair, RT_FTM_SAID_MOST * list.n), 0};
    for (size_t i = 0; i < list.n; i++) {
        rt_ftm_said said[RT_FTM_SAID_MOST];
        const size_t n = rt_ftm_say(o.schema, &list.at[i].e, false, arena, said);
        for (size_t k = 0; k < n; k++) put(&o, said[k].prop, said[k].value);
    }
    bool wanted = o.n > 0;
    if (!wanted) RT_TRY(is_named(lens, id, arena, &wanted, err));
    arrange(&o);
    if (wanted) write_entity(out, id, &o);
    return rt_ok;
}

enum { PIECE = 256 * 1024 };

static rt_status each_entity(rt_lens *lens, rt_cursor *entities, const rt_writer *writer, rt_arena *arena, rt_buf *out,
                             rt_error *err) {
    rt_seen_entry first;
    int64_t n = 0;
    bool more;
    for (;;) {
        RT_TRY(rt_cursor_next(entities, &first, &more, err));
        if (more) RT_TRY(one_entity(lens, first.e.entity, arena, out, err));
        n += more;
        rt_arena_reset(arena);
        if (out->len < PIECE && more) continue;
        RT_TRY(writer->write(writer->to, rt_buf_str(out), err));
        rt_buf_clear(out);
        if (!more) return rt_ok;
        rt_writer_tell(writer, "entities exported", n, lens, first.seq);
    }
}

rt_status rt_ftm_write(rt_lens *lens, const rt_writer *writer, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    RT_AUTO(rt_buf) out = {0};
    rt_cursor *entities;
    RT_TRY(rt_cursor_entities(lens, &entities, err));
    const rt_status s = each_entity(lens, entities, writer, &arena, &out, err);
    rt_cursor_close(entities);
    return s;
}
