#include "analysis/search_match.h"

#include <math.h>
#include <string.h>

#include "base/grow.h"
#include "model/grades.h"
#include "words/tokenizer.h"

/* BM25's usual values; an entry of 16 words is neither short nor long. */
static const double saturation = 1.2, by_length = 0.75, usual_words = 16;

/* What a part of the query found: entries in the order of the log. */
typedef struct hits {
    rt_match *at;
    size_t n;
} hits;

/* A query of words and what was found for it. */
typedef struct leaf {
    const rt_query *query;
    hits found;
} leaf;

/* A source and all names by which statements may call it. */
typedef struct source {
    const rt_query *query;
    rt_strs names;
    struct source *next;
} source;

typedef struct search {
    rt_lens *lens;
    rt_finder *finder;
    source *sources;
    rt_arena *arena;
    rt_tokenizer *tokenizer;
    leaf leaves[RT_QUERY_WORDS_MOST];
    size_t n;
    size_t commonest; /* the most entries in which one of them stands */
} search;

/* --- phrases --------------------------------------------------------------------------------------------------------
 */

static bool is_word(const rt_query *q, size_t i, rt_str folded) {
    return q->prefix && i + 1 == q->words.n ? rt_str_starts(folded, q->words.at[i]) : rt_str_eq(folded, q->words.at[i]);
}

/* How far a phrase has come at a place of the text: the last place of its first i+1 words. */
typedef struct phrase_state {
    size_t place[RT_QUERY_WORDS_MOST];
    bool met[RT_QUERY_WORDS_MOST];
} phrase_state;

static bool follows(const rt_query *q, const phrase_state *s, size_t i, size_t place) {
    const bool same = rt_str_eq(q->words.at[i], q->words.at[i - 1]);
    return s->met[i - 1] && rt_places_follow(s->place[i - 1], place, same);
}

/* Takes one word of the text; whether the phrase is whole with it. The later words first, so that one word of the text
 * is not taken for two of the phrase. */
static bool phrase_takes(const rt_query *q, phrase_state *s, rt_str folded, size_t place) {
    for (size_t i = q->words.n; i-- > 0;) {
        if (!is_word(q, i, folded) || (i > 0 && !follows(q, s, i, place))) continue;
        s->met[i] = true;
        s->place[i] = place;
        if (i + 1 == q->words.n) return true;
    }
    return false;
}

static uint32_t count_phrase(search *s, const rt_query *q, rt_str text) {
    phrase_state state = {0};
    rt_term term;
    uint32_t n = 0;
    rt_tokenizer_start(s->tokenizer, text);
    while (rt_tokenizer_next(s->tokenizer, &term)) {
        if (!phrase_takes(q, &state, term.folded, term.place)) continue;
        n++;
        memset(&state, 0, sizeof state);
    }
    return n;
}

/* How often a phrase stands in an entry that has all its words. */
static rt_status phrase_in(search *s, const rt_query *q, const rt_found *found, uint32_t *times, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    RT_AUTO(rt_buf) text = {0};
    rt_seen_entry entry;
    rt_str texts[RT_FOUND_TEXTS];
    size_t n = 1;
    bool there = true;
    RT_TRY(rt_found_entry(s->finder, found, &arena, &entry, err));
    if (found->provenance == 0) {
        RT_TRY(rt_found_text(s->finder, found, &text, &there, err));
        texts[0] = rt_buf_str(&text);
    } else
        n = rt_found_texts(s->finder, found, &entry.e, texts);
    *times = 0;
    for (size_t i = 0; i < n; i++) *times += count_phrase(s, q, texts[i]);
    return rt_ok;
}

static rt_found_list in_both(rt_found_list a, rt_found_list b) {
    size_t n = 0;
    for (size_t i = 0, k = 0; i < a.n && k < b.n;) {
        if (a.at[i].seq == b.at[k].seq)
            a.at[n++] = a.at[i++], k++;
        else if (a.at[i].seq < b.at[k].seq)
            i++;
        else
            k++;
    }
    return (rt_found_list){a.at, n};
}

static rt_status find_phrase(search *s, const rt_query *q, rt_found_list *all, rt_error *err) {
    size_t n = 0;
    for (size_t i = 0; i < q->words.n; i++) {
        rt_found_list one;
        RT_TRY(rt_find(s->finder, q->words.at[i], q->prefix && i + 1 == q->words.n, s->arena, &one, err));
        *all = i == 0 ? one : in_both(*all, one);
    }
    for (size_t i = 0; i < all->n; i++) {
        uint32_t times;
        RT_TRY(phrase_in(s, q, &all->at[i], &times, err));
        if (times == 0) continue;
        all->at[n] = all->at[i];
        all->at[n++].times = times;
    }
    all->n = n;
    return rt_ok;
}

/* --- words ----------------------------------------------------------------------------------------------------------
 */

static rt_status find_words(search *s, const rt_query *q, rt_found_list *found, rt_error *err) {
    if (q->words.n == 1) return rt_find(s->finder, q->words.at[0], q->prefix, s->arena, found, err);
    return find_phrase(s, q, found, err);
}

static rt_status find_leaves(search *s, const rt_query *q, rt_error *err) {
    for (const rt_query *c = q->first; c != NULL; c = c->next) RT_TRY(find_leaves(s, c, err));
    if (q->kind != RT_QUERY_WORDS) return rt_ok;
    rt_found_list found;
    RT_TRY(find_words(s, q, &found, err));
    leaf *l = &s->leaves[s->n++];
    *l = (leaf){q, {RT_NEW_N(s->arena, rt_match, found.n), found.n}};
    for (size_t i = 0; i < found.n; i++) l->found.at[i].found = found.at[i];
    if (found.n > s->commonest) s->commonest = found.n;
    return rt_ok;
}

static double score_of(const rt_found *f, double rarity) {
    const double length = sqrt(f->words / usual_words), times = f->times;
    return rarity * times * (saturation + 1) / (times + saturation * (1 - by_length + by_length * length));
}

static void score_leaves(search *s) {
    for (size_t i = 0; i < s->n; i++) {
        const hits h = s->leaves[i].found;
        const double rarity = log(1.0 + (double)s->commonest / (double)(h.n > 0 ? h.n : 1));
        for (size_t k = 0; k < h.n; k++) h.at[k].score = score_of(&h.at[k].found, rarity);
    }
}

/* --- AND, OR, NOT ---------------------------------------------------------------------------------------------------
 */

static hits both(hits a, hits b) {
    size_t n = 0;
    for (size_t i = 0, k = 0; i < a.n && k < b.n;) {
        if (a.at[i].found.seq < b.at[k].found.seq) {
            i++;
        } else if (a.at[i].found.seq > b.at[k].found.seq) {
            k++;
        } else {
            a.at[n] = a.at[i++];
            a.at[n++].score += b.at[k++].score;
        }
    }
    return (hits){a.at, n};
}

static hits either(search *s, hits a, hits b) {
    hits all = {RT_NEW_N(s->arena, rt_match, a.n + b.n), 0};
    for (size_t i = 0, k = 0; i < a.n || k < b.n;) {
        const int64_t x = i < a.n ? a.at[i].found.seq : INT64_MAX, y = k < b.n ? b.at[k].found.seq : INT64_MAX;
        rt_match *m = &all.at[all.n++];
        *m = x <= y ? a.at[i] : b.at[k];
        if (x == y) m->score += b.at[k].score;
        i += x <= y;
        k += y <= x;
    }
    return all;
}

static hits without(hits a, hits b) {
    size_t n = 0;
    for (size_t i = 0, k = 0; i < a.n; i++) {
        while (k < b.n && b.at[k].found.seq < a.at[i].found.seq) k++;
        if (k == b.n || b.at[k].found.seq != a.at[i].found.seq) a.at[n++] = a.at[i];
    }
    return (hits){a.at, n};
}

/* Its name, and where it is a document also the ids, or the name, of the documents that the lens shows. */
static rt_status find_names(search *s, rt_str name, rt_strs *names, rt_error *err) {
    rt_cursor *c;
    rt_seen_list named, own;
    const char *unused;
    RT_TRY(rt_cursor_documents(s->lens, name, &c, err));
    RT_TRY(rt_cursor_list(c, s->arena, &named, err));
    own.n = 0;
    if (rt_is_id(name, &unused)) {
        RT_TRY(rt_cursor_act(s->lens, name, &c, err));
        RT_TRY(rt_cursor_list(c, s->arena, &own, err));
    }
    *names = (rt_strs){RT_NEW_N(s->arena, rt_str, named.n + own.n + 1), 0};
    names->at[names->n++] = name;
    for (size_t i = 0; i < named.n; i++) names->at[names->n++] = named.at[i].e.id;
    for (size_t i = 0; i < own.n; i++)
        if (own.at[i].e.name.len > 0) names->at[names->n++] = own.at[i].e.name;
    return rt_ok;
}

static rt_status names_of(search *s, const rt_query *q, rt_strs *names, rt_error *err) {
    for (const source *known = s->sources; known != NULL; known = known->next)
        if (known->query == q) return *names = known->names, rt_ok;
    source *new = RT_NEW(s->arena, source);
    RT_TRY(find_names(s, q->name, &new->names, err));
    new->query = q;
    new->next = s->sources;
    s->sources = new;
    *names = new->names;
    return rt_ok;
}

static rt_status is_in_source(search *s, const rt_query *q, const rt_found *f, bool *yes, rt_error *err) {
    rt_str dataset, document;
    rt_strs names;
    RT_TRY(names_of(s, q, &names, err));
    RT_TRY(rt_found_source(s->finder, f, &dataset, &document, err));
    *yes = rt_str_eq(dataset, q->name) || (document.len > 0 && rt_strs_have(names, document));
    return rt_ok;
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

static rt_status filter(search *s, const rt_query *q, hits *h, rt_error *err) {
    size_t n = 0;
    for (size_t i = 0; i < h->n; i++) {
        bool yes;
        RT_TRY(passes(s, q, &h->at[i].found, &yes, err));
        if (yes) h->at[n++] = h->at[i];
    }
    h->n = n;
    return rt_ok;
}

static rt_status evaluate(search *s, const rt_query *q, hits *h, rt_error *err);

static bool is_positive(const rt_query *q) { return q->kind != RT_QUERY_NOT && !rt_query_is_filter(q); }

/* What is wanted first, then what is not. */
static rt_status evaluate_and(search *s, const rt_query *q, hits *h, rt_error *err) {
    bool any = false;
    hits one;
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

static rt_status evaluate_or(search *s, const rt_query *q, hits *h, rt_error *err) {
    hits one;
    RT_TRY(evaluate(s, q->first, h, err));
    for (const rt_query *c = q->first->next; c != NULL; c = c->next) {
        RT_TRY(evaluate(s, c, &one, err));
        *h = either(s, *h, one);
    }
    return rt_ok;
}

/* Each leaf is asked for once, so what it found may be changed. */
static rt_status evaluate(search *s, const rt_query *q, hits *h, rt_error *err) {
    *h = (hits){NULL, 0};
    if (q->kind == RT_QUERY_AND) return evaluate_and(s, q, h, err);
    if (q->kind == RT_QUERY_OR) return evaluate_or(s, q, h, err);
    for (size_t i = 0; i < s->n; i++)
        if (s->leaves[i].query == q) *h = s->leaves[i].found;
    return rt_ok;
}

/* --- the best -------------------------------------------------------------------------------------------------------
 */

/* Few are wanted of many: each that is better than the last of the best is put in its place among them. */
static void take_best(hits h, size_t top, rt_arena *arena, rt_matches *m) {
    *m = (rt_matches){RT_NEW_N(arena, rt_match, top + 1), 0, h.n};
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
    hits h;
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
