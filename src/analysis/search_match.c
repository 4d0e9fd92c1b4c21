#include "analysis/search_match.h"

#include <math.h>
#include <string.h>

#include "analysis/search_phrase.h"

/* BM25's usual values; an entry of 16 words is neither short nor long. */
static const double saturation = 1.2, by_length = 0.75, usual_words = 16;

/* A query of words and what was found for it. */
typedef struct leaf {
    const rt_query *query;
    rt_found_list found;
} leaf;

typedef struct search {
    rt_lens *lens;
    rt_finder *finder;
    rt_arena *arena;
    rt_tokenizer *tokenizer;
    leaf leaves[RT_QUERY_WORDS_MOST];
    size_t n;
    size_t commonest; /* the most entries in which one of them stands */
} search;

/* --- words ----------------------------------------------------------------------------------------------------------
 */

static rt_status find_words(search *s, const rt_query *q, rt_found_list *found, rt_error *err) {
    if (q->words.n == 1) return rt_find(s->finder, q->words.at[0], q->prefix, found, err);
    return rt_search_phrase(s->finder, s->tokenizer, q, found, err);
}

static rt_status find_leaves(search *s, const rt_query *q, rt_error *err) {
    for (const rt_query *c = q->first; c != NULL; c = c->next) RT_TRY(find_leaves(s, c, err));
    if (q->kind != RT_QUERY_WORDS) return rt_ok;
    rt_found_list found;
    RT_TRY(find_words(s, q, &found, err));
    leaf *l = &s->leaves[s->n++];
    *l = (leaf){q, found};
    if (found.n > s->commonest) s->commonest = found.n;
    return rt_ok;
}

static double score_of(const rt_found *f, double rarity) {
    const double length = sqrt(f->words / usual_words), times = f->times;
    return rarity * times * (saturation + 1) / (times + saturation * (1 - by_length + by_length * length));
}

static void score_leaves(search *s) {
    for (size_t i = 0; i < s->n; i++) {
        const rt_found_list h = s->leaves[i].found;
        const double rarity = log(1.0 + (double)s->commonest / (double)(h.n > 0 ? h.n : 1));
        for (size_t k = 0; k < h.n; k++) h.at[k].score = score_of(&h.at[k], rarity);
    }
}

/* --- AND, OR, NOT ---------------------------------------------------------------------------------------------------
 */

static rt_found_list both(rt_found_list a, rt_found_list b) {
    size_t n = 0;
    for (size_t i = 0, k = 0; i < a.n && k < b.n;) {
        if (a.at[i].seq < b.at[k].seq) {
            i++;
        } else if (a.at[i].seq > b.at[k].seq) {
            k++;
        } else {
            a.at[n] = a.at[i++];
            a.at[n++].score += b.at[k++].score;
        }
    }
    return (rt_found_list){a.at, n};
}

static rt_found_list either(search *s, rt_found_list a, rt_found_list b) {
    rt_found_list all = {RT_NEW_N(s->arena, rt_found, a.n + b.n), 0};
    for (size_t i = 0, k = 0; i < a.n || k < b.n;) {
        rt_found *m = &all.at[all.n++];
        const bool first = k == b.n || (i < a.n && a.at[i].seq <= b.at[k].seq);
        const bool both = first && k < b.n && a.at[i].seq == b.at[k].seq;
        *m = first ? a.at[i] : b.at[k];
        if (both) m->score += b.at[k].score;
        i += first;
        k += both || !first;
    }
    return all;
}

static rt_found_list without(rt_found_list a, rt_found_list b) {
    size_t n = 0;
    for (size_t i = 0, k = 0; i < a.n; i++) {
        while (k < b.n && b.at[k].seq < a.at[i].seq) k++;
        if (k == b.n || b.at[k].seq != a.at[i].seq) a.at[n++] = a.at[i];
    }
    return (rt_found_list){a.at, n};
}

static rt_status is_in_source(search *s, const rt_query *q, const rt_found *f, bool *yes, rt_error *err) {
    rt_str dataset, document;
    RT_TRY(rt_found_source(s->finder, f, &dataset, &document, err));
    return rt_lens_stands_in(s->lens, dataset, document, q->name, yes, err);
}

static rt_status passes(search *s, const rt_query *q, const rt_found *f, bool *yes, rt_error *err) {
    if (q->kind == RT_QUERY_PROP) return *yes = rt_str_eq(rt_found_prop(s->finder, f), q->name), rt_ok;
    if (q->kind == RT_QUERY_SOURCE) return is_in_source(s, q, f, yes, err);
    *yes = q->kind == RT_QUERY_AND;
    for (const rt_query *c = q->first; c != NULL; c = c->next) {
        bool one;
        RT_TRY(passes(s, c, f, &one, err));
        if (q->kind == RT_QUERY_NOT) *yes = !one;
        if (q->kind == RT_QUERY_AND) *yes = *yes && one;
        if (q->kind == RT_QUERY_OR) *yes = *yes || one;
    }
    return rt_ok;
}

static rt_status filter(search *s, const rt_query *q, rt_found_list *h, rt_error *err) {
    size_t n = 0;
    for (size_t i = 0; i < h->n; i++) {
        bool yes;
        RT_TRY(passes(s, q, &h->at[i], &yes, err));
        if (yes) h->at[n++] = h->at[i];
    }
    h->n = n;
    return rt_ok;
}

static rt_status evaluate(search *s, const rt_query *q, rt_found_list *h, rt_error *err);

static bool is_positive(const rt_query *q) { return q->kind != RT_QUERY_NOT && !rt_query_is_filter(q); }

/* What is wanted first, then what is not. */
static rt_status evaluate_and(search *s, const rt_query *q, rt_found_list *h, rt_error *err) {
    bool any = false;
    rt_found_list one;
    for (const rt_query *c = q->first; c != NULL; c = c->next) {
        if (!is_positive(c)) continue;
        RT_TRY(evaluate(s, c, &one, err));
        *h = any ? both(*h, one) : one;
        any = true;
    }
    for (const rt_query *c = q->first; c != NULL; c = c->next) {
        if (is_positive(c)) continue;
        if (rt_query_is_filter(c)) {
            RT_TRY(filter(s, c, h, err));
            continue;
        }
        RT_TRY(evaluate(s, c->first, &one, err));
        *h = without(*h, one);
    }
    return rt_ok;
}

static rt_status evaluate_or(search *s, const rt_query *q, rt_found_list *h, rt_error *err) {
    rt_found_list one;
    RT_TRY(evaluate(s, q->first, h, err));
    for (const rt_query *c = q->first->next; c != NULL; c = c->next) {
        RT_TRY(evaluate(s, c, &one, err));
        *h = either(s, *h, one);
    }
    return rt_ok;
}

/* Each leaf is asked for once, so what it found may be changed. */
static rt_status evaluate(search *s, const rt_query *q, rt_found_list *h, rt_error *err) {
    *h = (rt_found_list){NULL, 0};
    if (q->kind == RT_QUERY_AND) return evaluate_and(s, q, h, err);
    if (q->kind == RT_QUERY_OR) return evaluate_or(s, q, h, err);
    for (size_t i = 0; i < s->n; i++)
        if (s->leaves[i].query == q) *h = s->leaves[i].found;
    return rt_ok;
}

/* --- the best -------------------------------------------------------------------------------------------------------
 */

/* Few are wanted of many: each that is better than the last of the best is put in its place among them. */
static void take_best(rt_found_list h, size_t top, rt_arena *arena, rt_matches *m) {
    *m = (rt_matches){RT_NEW_N(arena, rt_found, top + 1), 0, h.n};
    for (size_t i = 0; i < h.n; i++) {
        size_t at = m->n;
        if (at == top && (top == 0 || h.at[i].score <= m->at[at - 1].score)) continue;
        while (at > 0 && m->at[at - 1].score < h.at[i].score) at--;
        memmove(m->at + at + 1, m->at + at, (m->n - at) * sizeof *m->at);
        m->at[at] = h.at[i];
        if (m->n < top) m->n++;
    }
}

static rt_status match(search *s, const rt_query *query, size_t top, rt_matches *matches, rt_error *err) {
    rt_found_list h;
    RT_TRY(find_leaves(s, query, err));
    score_leaves(s);
    RT_TRY(evaluate(s, query, &h, err));
    take_best(h, top, s->arena, matches);
    return rt_ok;
}

rt_status rt_search_match(rt_lens *lens, rt_finder *finder, const rt_query *query, size_t top, rt_arena *arena,
                          rt_matches *matches, rt_error *err) {
    search s = {.lens = lens, .finder = finder, .arena = arena, .tokenizer = rt_tokenizer_new()};
    const rt_status status = match(&s, query, top, matches, err);
    rt_tokenizer_free(s.tokenizer);
    return status;
}
