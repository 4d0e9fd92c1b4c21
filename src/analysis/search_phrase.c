#include "analysis/search_phrase.h"

#include <stdlib.h>
#include <string.h>

typedef struct phrase {
    rt_finder *finder;
    rt_tokenizer *tokenizer;
    const rt_query *query;
    rt_found_list words[RT_QUERY_WORDS_MOST]; /* where each of its words stands */
} phrase;

/* --- in a text ------------------------------------------------------------------------------------------------------
 */

static bool is_word(const rt_query *q, size_t i, rt_str folded) {
    return q->prefix && i + 1 == q->words.n ? rt_str_starts(folded, q->words.at[i]) : rt_str_eq(folded, q->words.at[i]);
}

static bool is_same_word(const rt_query *q, size_t i) { return rt_str_eq(q->words.at[i], q->words.at[i - 1]); }

/* How far a phrase has come at a place of the text: the last place of each beginning of it. */
typedef struct progress {
    size_t place[RT_QUERY_WORDS_MOST];
    bool met[RT_QUERY_WORDS_MOST];
} progress;

static bool follows(const rt_query *q, const progress *p, size_t i, size_t place) {
    return i == 0 || (p->met[i - 1] && rt_places_follow(p->place[i - 1], place, is_same_word(q, i)));
}

/* Takes one word of the text; whether the phrase is whole with it. The later words first, so that one word of the text
 * is not taken for two of the phrase. */
static bool takes(const rt_query *q, progress *p, rt_str folded, size_t place) {
    for (size_t i = q->words.n; i-- > 0;) {
        if (!is_word(q, i, folded) || !follows(q, p, i, place)) continue;
        p->met[i] = true;
        p->place[i] = place;
        if (i + 1 == q->words.n) return true;
    }
    return false;
}

static uint32_t times_in_text(phrase *f, rt_str text) {
    progress p = {0};
    rt_term term;
    uint32_t n = 0;
    rt_tokenizer_start(f->tokenizer, text);
    while (rt_tokenizer_next(f->tokenizer, &term)) {
        if (!takes(f->query, &p, term.folded, term.place)) continue;
        n++;
        memset(&p, 0, sizeof p);
    }
    return n;
}

static rt_status in_texts(phrase *f, const rt_found *found, uint32_t *times, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    RT_AUTO(rt_buf) text = {0};
    rt_seen_entry entry;
    rt_str texts[RT_FOUND_TEXTS];
    size_t n = 1;
    bool there;
    if (found->provenance == 0) {
        RT_TRY(rt_found_text(f->finder, found, &text, &there, err));
        texts[0] = rt_buf_str(&text);
    } else {
        RT_TRY(rt_found_entry(f->finder, found, &arena, &entry, err));
        n = rt_found_texts(f->finder, found, &entry.e, texts);
    }
    for (size_t i = 0; i < n; i++) *times += times_in_text(f, texts[i]);
    return rt_ok;
}

/* --- by the places of the index -------------------------------------------------------------------------------------
 */

static int by_place(const void *a, const void *b) {
    const rt_found *x = a, *y = b;
    return x->seq < y->seq ? -1 : x->seq > y->seq;
}

/* Places at which a beginning of the phrase ends; they rise. */
typedef struct ends {
    const uint32_t *at;
    uint32_t n;
} ends;

/* Those of the next word's places that follow one of them. */
static ends go_on(ends e, const uint32_t *places, uint32_t n, bool same_word, rt_arena *arena) {
    uint32_t *next = rt_arena_alloc_n(arena, n, sizeof *next), count = 0;
    for (uint32_t i = 0, k = 0; i < n; i++) {
        while (k < e.n && e.at[k] + 1 < places[i]) k++;
        if (k < e.n && rt_places_follow(e.at[k], places[i], same_word)) next[count++] = places[i];
    }
    return (ends){next, count};
}

static rt_status by_places(const phrase *f, const rt_found *found, uint32_t *times, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_query *q = f->query;
    const uint32_t *places;
    ends e = {NULL, 0};
    *times = 0;
    for (size_t i = 0; i < q->words.n && (i == 0 || e.n > 0); i++) {
        const rt_found *word = bsearch(found, f->words[i].at, f->words[i].n, sizeof *found, by_place);
        if (word == NULL) return rt_ok;
        RT_TRY(rt_found_places(f->finder, word, &arena, &places, err));
        e = i == 0 ? (ends){places, word->times} : go_on(e, places, word->times, is_same_word(q, i), &arena);
    }
    *times = e.n;
    return rt_ok;
}

/* --- both -----------------------------------------------------------------------------------------------------------
 */

/* Those of the first word in which all others stand too. */
static rt_found_list in_all(const phrase *f) {
    rt_found_list all = {rt_alloc((f->words[0].n + 1) * sizeof *all.at), f->words[0].n};
    if (all.n > 0) memcpy(all.at, f->words[0].at, all.n * sizeof *all.at);
    for (size_t w = 1; w < f->query->words.n; w++) {
        const rt_found_list other = f->words[w];
        size_t n = 0;
        for (size_t i = 0, k = 0; i < all.n && k < other.n; i++) {
            while (k < other.n && other.at[k].seq < all.at[i].seq) k++;
            if (k < other.n && other.at[k].seq == all.at[i].seq) all.at[n++] = all.at[i];
        }
        all.n = n;
    }
    return all;
}

static rt_status keep_those(phrase *f, rt_found_list *all, rt_error *err) {
    size_t n = 0;
    for (size_t i = 0; i < all->n; i++) {
        const bool told = all->at[i].provenance == 0 && !f->query->prefix;
        uint32_t times = 0;
        RT_TRY(told ? by_places(f, &all->at[i], &times, err) : in_texts(f, &all->at[i], &times, err));
        if (times == 0) continue;
        all->at[n] = all->at[i];
        all->at[n++].times = all->at[i].provenance == 0 ? times : 1;
    }
    all->n = n;
    return rt_ok;
}

rt_status rt_search_phrase(rt_finder *finder, rt_tokenizer *tokenizer, const rt_query *q, rt_found_list *found,
                           rt_error *err) {
    phrase f = {.finder = finder, .tokenizer = tokenizer, .query = q};
    for (size_t i = 0; i < q->words.n; i++)
        RT_TRY(rt_find(finder, q->words.at[i], q->prefix && i + 1 == q->words.n, &f.words[i], err));
    *found = in_all(&f);
    rt_finder_keep(finder, found->at);
    return keep_those(&f, found, err);
}
