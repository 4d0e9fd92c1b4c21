/* Full text: which statements and documents hold what is looked for, the best first, each with the words around it. */
#include <math.h>

#include "analysis/reading.h"
#include "analysis/search_match.h"
#include "analysis/shape.h"
#include "analysis/snippet.h"
#include "analysis/view.h"

enum { TOP = 20, TOP_MOST = 1000 };

typedef struct searching {
    rt_reading reading;
    rt_finder *finder;
    rt_tokenizer *tokenizer;
    rt_wanted wanted;
    rt_arena *arena;
} searching;

static void put_snippet(searching *s, const rt_snippet *snippet, rt_value *v) {
    rt_value_put(v, RT_S("snippet"), rt_value_text(s->arena, snippet->text));
    rt_value *marks = rt_value_put_list(s->arena, v, RT_S("marks"));
    for (size_t i = 0; i < snippet->n; i++) {
        rt_value *pair = rt_value_push(marks, rt_value_list(s->arena));
        rt_value_push(pair, rt_value_int(s->arena, (int64_t)snippet->marks[i].start));
        rt_value_push(pair, rt_value_int(s->arena, (int64_t)snippet->marks[i].end));
    }
}

/* Of the texts of a statement the one in which most of the words stand. */
static void put_best_snippet(searching *s, const rt_str *texts, size_t n, rt_value *v) {
    rt_snippet best = {.n = 0};
    for (size_t i = 0; i < n; i++) {
        rt_snippet one;
        rt_snippet_of(s->tokenizer, texts[i], &s->wanted, s->arena, &one);
        if (i == 0 || one.words > best.words) best = one;
    }
    put_snippet(s, &best, v);
}

static rt_value *shape_document(searching *s, const rt_entry *e) {
    rt_value *v = rt_value_object(s->arena);
    rt_value_put_text(s->arena, v, RT_S("id"), e->id);
    rt_value_put_text(s->arena, v, RT_S("name"), e->name);
    rt_value_put_text(s->arena, v, RT_S("title"), e->title);
    rt_value_put_text(s->arena, v, RT_S("date"), e->date);
    return v;
}

static rt_status put_document(searching *s, const rt_found *found, const rt_seen_entry *seen, rt_value *v,
                              rt_error *err) {
    RT_AUTO(rt_buf) text = {0};
    bool there;
    RT_TRY(rt_found_text(s->finder, found, &text, &there, err));
    const rt_str whole = rt_buf_str(&text);
    rt_value *document = rt_value_put(v, RT_S("document"), shape_document(s, &seen->e));
    if (seen->said == RT_PERHAPS) rt_value_put_text(s->arena, document, RT_S("said"), RT_S("possibly"));
    rt_value_put(v, RT_S("statement"), rt_value_null(s->arena));
    rt_value_put(v, RT_S("entity"), rt_value_null(s->arena));
    put_best_snippet(s, &whole, 1, v);
    return rt_ok;
}

/* The document in which a statement stands: the entry, where there is one, else the name that it is given. */
static rt_status put_stands_in(searching *s, const rt_entry *e, rt_value *v, rt_error *err) {
    rt_entry document;
    bool found;
    if (e->document.len == 0) return rt_value_put(v, RT_S("document"), rt_value_null(s->arena)), rt_ok;
    RT_TRY(rt_lens_document(s->reading.lens, e->document, s->arena, &document, &found, err));
    if (!found) {
        document = rt_entry_new(RT_DOCUMENT);
        document.name = e->document;
    }
    rt_value_put(v, RT_S("document"), shape_document(s, &document));
    return rt_ok;
}

static rt_status put_statement(searching *s, const rt_found *found, const rt_entry *e, rt_value *v, rt_error *err) {
    rt_str texts[RT_FOUND_TEXTS];
    const rt_entity *entity;
    rt_fact *fact;
    RT_TRY(rt_reading_fact(&s->reading, e->id, &entity, &fact, err));
    RT_TRY(put_stands_in(s, e, v, err));
    rt_value_put_text(s->arena, v, RT_S("statement"), e->id);
    rt_value_put(v, RT_S("entity"), entity != NULL ? rt_shape_of_entity(entity, s->arena) : rt_value_null(s->arena));
    rt_value_put_text(s->arena, v, RT_S("prop"), e->prop);
    rt_value_put_text(s->arena, v, RT_S("stance"), e->stance);
    put_best_snippet(s, texts, rt_found_texts(s->finder, found, e, texts), v);
    if (fact != NULL) rt_shape_cite(&s->reading, v, (rt_facts){&fact, 1});
    return rt_ok;
}

static rt_status put_result(searching *s, const rt_found *m, rt_value *results, rt_error *err) {
    rt_value *v = rt_value_push(results, rt_value_object(s->arena));
    rt_seen_entry entry;
    RT_TRY(rt_found_entry(s->finder, m, s->arena, &entry, err));
    if (entry.e.type == RT_DOCUMENT)
        RT_TRY(put_document(s, m, &entry, v, err));
    else
        RT_TRY(put_statement(s, m, &entry.e, v, err));
    rt_value_put(v, RT_S("score"), rt_value_real(s->arena, round(m->score * 10000) / 10000));
    return rt_ok;
}

static rt_status look(searching *s, const rt_query *query, size_t top, rt_value *o, rt_error *err) {
    rt_matches matches;
    RT_TRY(rt_search_match(s->reading.lens, s->finder, query, top, s->arena, &matches, err));
    rt_value *results = rt_value_put_list(s->arena, o, RT_S("results"));
    for (size_t i = 0; i < matches.n; i++) RT_TRY(put_result(s, &matches.at[i], results, err));
    rt_value_put(o, RT_S("total"), rt_value_int(s->arena, (int64_t)matches.total));
    return rt_shape_cited(&s->reading, o, err);
}

static rt_status search_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                            rt_error *err) {
    searching s = {.reading = rt_reading_new(lens, arena), .arena = arena};
    rt_query *query;
    *object = rt_value_object(arena);
    const size_t top = args->top == 0 ? TOP : args->top < TOP_MOST ? args->top : TOP_MOST;
    RT_TRY(rt_query_read(args->words, arena, &query, err));
    rt_wanted_of(query, &s.wanted);
    rt_value_put_text(arena, *object, RT_S("query"), args->words);
    RT_TRY(rt_finder_open(lens, &s.finder, err));
    s.tokenizer = rt_tokenizer_new();
    const rt_status status = look(&s, query, top, *object, err);
    rt_tokenizer_free(s.tokenizer);
    rt_finder_close(s.finder);
    return status;
}

const rt_view rt_view_search = {
    .name = "search",
    .summary = "statements and documents in which words stand, the best first",
    .words = true,
    .run = search_run,
};
