#include "analysis/namesakes.h"

#include <stdlib.h>

#include "analysis/entity.h"
#include "analysis/grow.h"
#include "names/fold.h"

enum { MOST_OF_A_WORD = 200, MOST_NAMES = 32, MOST_WORDS = 64 };

/* A name with its words. */
typedef struct folded {
    rt_str name;
    rt_strs words;
} folded;

typedef struct search {
    rt_lens *lens;
    rt_arena *arena;
    folded names[MOST_NAMES];
    size_t name_count;
    rt_str words[MOST_WORDS];
    size_t word_count;
    double least;
    rt_namesake_filter *filter;
    const void *with;
    rt_namesakes found;
} search;

static void add_word(search *s, rt_str word) {
    for (size_t i = 0; i < s->word_count; i++)
        if (rt_str_eq(s->words[i], word)) return;
    if (s->word_count < MOST_WORDS) s->words[s->word_count++] = word;
}

static void add_name(search *s, rt_str name) {
    const folded f = {name, rt_name_fold(s->arena, name)};
    if (f.words.n == 0 || s->name_count == MOST_NAMES) return;
    s->names[s->name_count++] = f;
    for (size_t i = 0; i < f.words.n; i++) add_word(s, f.words.at[i]);
}

/* --- one name that shares a word --------------------------------------------------------------------------------- */

static rt_namesake *found_before(search *s, rt_str entity) {
    for (size_t i = 0; i < s->found.n; i++)
        if (rt_str_eq(s->found.at[i].entity, entity)) return &s->found.at[i];
    return NULL;
}

static void keep_best(search *s, const rt_entry *e, rt_str like, rt_likeness l) {
    rt_namesake *known = found_before(s, e->entity);
    if (known != NULL && known->likeness.score >= l.score) return;
    if (known == NULL) {
        s->found.at = rt_grow(s->arena, s->found.at, s->found.n, sizeof *s->found.at);
        known = &s->found.at[s->found.n++];
        known->entity = rt_str_copy(s->arena, e->entity);
        known->schema = rt_str_copy(s->arena, e->schema);
    }
    known->name = rt_str_copy(s->arena, e->value);
    known->like = like;
    known->likeness = l;
}

static void consider(search *s, const rt_entry *e) {
    RT_AUTO(rt_arena) arena = {0};
    if (!rt_is_own_name(e->prop) || rt_str_is(e->stance, "denies") || rt_str_is(e->stance, "retracts")) return;
    if (s->filter != NULL && !s->filter(s->with, e->entity, e->schema)) return;
    const rt_strs words = rt_name_fold(&arena, e->value);
    for (size_t i = 0; i < s->name_count; i++) {
        const rt_likeness l = rt_likeness_of(s->names[i].words, words);
        if (l.score >= s->least) keep_best(s, e, s->names[i].name, l);
    }
}

/* --- word by word ------------------------------------------------------------------------------------------------ */

/* The names with a word, read only so far that it is known whether it is rare. */
typedef struct bearers {
    rt_seen_entry at[MOST_OF_A_WORD];
    size_t n;
    bool more;
} bearers;

static rt_status read_bearers(rt_cursor *c, rt_arena *arena, bearers *b, rt_error *err) {
    for (bool more;;) {
        rt_seen_entry entry;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        b->more = b->n == MOST_OF_A_WORD;
        if (b->more) return rt_ok;
        b->at[b->n++] = rt_seen_entry_keep(arena, &entry);
    }
}

static rt_status bearers_of(search *s, rt_str word, bearers *b, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_name_word(s->lens, word, &c, err));
    const rt_status status = read_bearers(c, s->arena, b, err);
    rt_cursor_close(c);
    return status;
}

static rt_status look_up(search *s, rt_error *err) {
    const bearers *of[MOST_WORDS];
    bool rare = false;
    for (size_t i = 0; i < s->word_count; i++) {
        bearers *b = RT_NEW(s->arena, bearers);
        RT_TRY(bearers_of(s, s->words[i], b, err));
        of[i] = b;
        rare = rare || (!b->more && b->n > 1);
    }
    for (size_t i = 0; i < s->word_count; i++)
        for (size_t k = 0; k < of[i]->n && (!rare || !of[i]->more); k++) consider(s, &of[i]->at[k].e);
    return rt_ok;
}

static int by_likeness(const void *x, const void *y) {
    const rt_namesake *a = x, *b = y;
    if (a->likeness.score != b->likeness.score) return a->likeness.score > b->likeness.score ? -1 : 1;
    return rt_str_cmp(a->entity, b->entity);
}

rt_status rt_namesakes_find(rt_lens *lens, rt_strs names, double least, rt_namesake_filter *filter, const void *with,
                            rt_arena *arena, rt_namesakes *found, rt_error *err) {
    search *s = RT_NEW(arena, search);
    s->lens = lens;
    s->arena = arena;
    s->least = least;
    s->filter = filter;
    s->with = with;
    for (size_t i = 0; i < names.n; i++) add_name(s, names.at[i]);
    RT_TRY(look_up(s, err));
    if (s->found.n > 1) qsort(s->found.at, s->found.n, sizeof *s->found.at, by_likeness);
    *found = s->found;
    return rt_ok;
}
