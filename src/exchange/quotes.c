#include "exchange/quotes.h"

#include <stdlib.h>
#include <string.h>

#include "store/found.h"
#include "text/quoted.h"

enum { MOST_TEXTS = 256, MOST_BYTES = 64 * 1024 * 1024 };

/* A document by what statements call it. */
typedef struct known {
    rt_str called, text;
    bool there;
} known;

struct rt_quotes {
    rt_store *store;
    bool any;       /* texts in the case: else nothing is looked up */
    rt_arena arena; /* of what is known */
    known texts[MOST_TEXTS];
    size_t n, bytes;
};

rt_status rt_quotes_open(rt_store *store, rt_quotes **quotes, rt_error *err) {
    bool any;
    RT_TRY(rt_store_has_texts(store, &any, err));
    rt_quotes *q = *quotes = rt_alloc(sizeof *q);
    memset(q, 0, sizeof *q);
    q->store = store;
    q->any = any;
    return rt_ok;
}

void rt_quotes_close(rt_quotes *q) {
    if (q == NULL) return;
    rt_arena_close(&q->arena);
    free(q);
}

static void forget(rt_quotes *q) {
    rt_arena_reset(&q->arena);
    q->n = q->bytes = 0;
}

static rt_status read_text(rt_lens *lens, rt_str called, rt_arena *arena, rt_buf *text, bool *there, rt_error *err) {
    rt_entry document;
    bool one;
    *there = false;
    RT_TRY(rt_lens_document(lens, called, arena, &document, &one, err)); /* of several nothing tells which is meant */
    return one ? rt_lens_text_called(lens, called, arena, &document, text, there, err) : rt_ok;
}

static rt_status look_up(rt_quotes *q, rt_batch *batch, rt_str called, rt_buf *text, bool *there, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_lens_spec owner = {.narrowed = false};
    rt_lens *lens;
    if (batch != NULL) RT_TRY(rt_batch_settle(batch, err));
    RT_TRY(rt_lens_open(q->store, &owner, &lens, err));
    const rt_status s = read_text(lens, called, &arena, text, there, err);
    rt_lens_close(lens);
    return s;
}

static rt_status find(rt_quotes *q, rt_batch *batch, rt_str called, const known **found, rt_error *err) {
    RT_AUTO(rt_buf) text = {0};
    for (size_t i = 0; i < q->n; i++)
        if (rt_str_eq(q->texts[i].called, called)) return *found = &q->texts[i], rt_ok;
    if (q->n == MOST_TEXTS || q->bytes > MOST_BYTES) forget(q);
    known *k = &q->texts[q->n];
    RT_TRY(look_up(q, batch, called, &text, &k->there, err));
    k->called = rt_str_copy(&q->arena, called);
    k->text = rt_str_copy(&q->arena, rt_buf_str(&text));
    q->bytes += text.len;
    q->n++;
    return *found = k, rt_ok;
}

rt_status rt_quotes_check(rt_quotes *q, rt_batch *batch, const rt_entry *e, bool *missing, rt_error *err) {
    const known *k;
    rt_passage unused;
    *missing = false;
    if (!q->any) return rt_ok;
    if (e->type == RT_DOCUMENT) forget(q);
    if (e->type != RT_STATEMENT || e->quote.len == 0 || e->document.len == 0) return rt_ok;
    RT_TRY(find(q, batch, e->document, &k, err));
    *missing = k->there && !rt_quote_find(k->text, e->quote, &unused);
    return rt_ok;
}
