#include "analysis/namesakes.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/entity.h"
#include "base/grow.h"
#include "names/fold.h"
#include "names/name_sounds.h"
#include "names/pair.h"
#include "store/bearers.h"

enum {
    MOST_OF_A_WORD = 200,
    MOST_OF_A_SOUND = 50,
    MOST_COMPARED = 300,
    MOST_NAMES = 32,
    MOST_KEYS = 96,
    SOUNDS = 8,
    KINDS = 3,
};

/* A name that is looked for, as each kind of name reads it. */
typedef struct sought {
    rt_str text;
    rt_name as[KINDS];
} sought;

/* A whole name, a word, or a sound, by which names are found. */
typedef struct name_key {
    int64_t at;
    size_t most; /* that bear it, if it is to be rare */
    bool whole;  /* however common */
} name_key;

typedef struct search {
    rt_lens *lens;
    rt_arena *arena;
    sought names[MOST_NAMES];
    size_t name_count;
    name_key keys[MOST_KEYS];
    size_t key_count;
    double least;
    rt_namesake_filter *filter;
    const void *with;
    rt_namesakes found;
} search;

/* --- what is looked for ------------------------------------------------------------------------------------------- */

static void add_key(search *s, name_key key) {
    for (size_t i = 0; i < s->key_count; i++)
        if (s->keys[i].at == key.at) return;
    if (s->key_count < MOST_KEYS) s->keys[s->key_count++] = key;
}

static void add_sounds(search *s, rt_str name) {
    uint64_t keys[MOST_KEYS];
    const size_t n = rt_name_sounds(s->arena, name, SOUNDS, keys, MOST_KEYS);
    for (size_t i = 0; i < n; i++) add_key(s, (name_key){(int64_t)keys[i], MOST_OF_A_SOUND, false});
}

static void add_name(search *s, rt_str name) {
    if (s->name_count == MOST_NAMES) return;
    sought *n = &s->names[s->name_count++];
    n->text = name;
    for (int kind = 0; kind < KINDS; kind++) rt_name_read(s->arena, name, (rt_name_kind)kind, &n->as[kind]);
    const rt_strs words = rt_name_fold(s->arena, name);
    if (words.n > 1) add_key(s, (name_key){rt_bearers_name(words), MOST_OF_A_WORD, true});
    for (size_t i = 0; i < words.n; i++) add_key(s, (name_key){rt_bearers_word(words.at[i]), MOST_OF_A_WORD, false});
}

/* --- one name that shares a word or a sound ----------------------------------------------------------------------- */

static rt_namesake *found_before(search *s, rt_str entity) {
    for (size_t i = 0; i < s->found.n; i++)
        if (rt_str_eq(s->found.at[i].entity, entity)) return &s->found.at[i];
    return NULL;
}

static void keep_best(search *s, const rt_entry *e, rt_str like, double score) {
    rt_namesake *known = found_before(s, e->entity);
    if (known != NULL && known->score >= score) return;
    if (known == NULL) {
        s->found.at = rt_grow(s->arena, s->found.at, s->found.n, sizeof *s->found.at);
        known = &s->found.at[s->found.n++];
        known->entity = rt_str_copy(s->arena, e->entity);
        known->schema = rt_str_copy(s->arena, e->schema);
    }
    known->name = rt_str_copy(s->arena, e->value);
    known->like = like;
    known->score = score;
}

static void consider(search *s, const rt_entry *e) {
    RT_AUTO(rt_arena) arena = {0};
    rt_name names[2];
    if (!rt_is_own_name(e->prop) || !rt_entry_affirms(e)) return;
    if (s->filter != NULL && !s->filter(s->with, e->entity, e->schema)) return;
    const size_t readings = rt_name_readings(&arena, e->value, rt_name_kind_of(e->schema), names);
    for (size_t i = 0; i < s->name_count; i++)
        for (size_t k = 0; k < readings; k++) {
            rt_pair pair;
            rt_pair_names(&s->names[i].as[names[k].kind], &names[k], &pair);
            if ((double)pair.certainty >= s->least) keep_best(s, e, s->names[i].text, (double)pair.certainty);
        }
}

/* --- key by key --------------------------------------------------------------------------------------------------- */

/* A place, and how much the keys say that lead to it. */
typedef struct candidate {
    int64_t at;
    double weight;
} candidate;

static int by_place(const void *x, const void *y) {
    const candidate *a = x, *b = y;
    return (a->at > b->at) - (a->at < b->at);
}

static int by_weight(const void *x, const void *y) {
    const candidate *a = x, *b = y;
    return a->weight != b->weight ? (a->weight < b->weight) - (a->weight > b->weight) : by_place(x, y);
}

/* Rare keys say more, as in search engines (inverse document frequency); a whole name says more than all others. */
static double weight(const search *s, const rt_bearers *of, size_t key) {
    return s->keys[key].whole ? 1000 : log(10.0 * MOST_OF_A_WORD / (double)of[key].places.n);
}

static bool counts(const search *s, const rt_bearers *of, size_t key, bool rare) {
    return !rare || !of[key].more || s->keys[key].whole;
}

/* The places of the names with one of the keys, each once; common keys count only where no key is rare. */
static size_t merge(const search *s, const rt_bearers *of, bool rare, candidate *at) {
    size_t n = 0, kept = 0;
    for (size_t i = 0; i < s->key_count; i++)
        for (size_t k = 0; k < of[i].places.n && counts(s, of, i, rare); k++)
            at[n++] = (candidate){of[i].places.at[k], weight(s, of, i)};
    if (n > 1) qsort(at, n, sizeof *at, by_place);
    for (size_t i = 0; i < n; i++)
        if (kept > 0 && at[i].at == at[kept - 1].at)
            at[kept - 1].weight += at[i].weight;
        else
            at[kept++] = at[i];
    return kept;
}

/* The places of which the names are compared, in order: those of the most weight, when there are too many. */
static rt_places chosen(const search *s, const rt_bearers *of, bool rare) {
    size_t all = 0;
    for (size_t i = 0; i < s->key_count; i++) all += of[i].places.n;
    candidate *list = RT_NEW_N(s->arena, candidate, all);
    size_t n = merge(s, of, rare, list);
    if (n > MOST_COMPARED) {
        qsort(list, n, sizeof *list, by_weight);
        n = MOST_COMPARED;
        qsort(list, n, sizeof *list, by_place);
    }
    int64_t *at = RT_NEW_N(s->arena, int64_t, n);
    for (size_t i = 0; i < n; i++) at[i] = list[i].at;
    return (rt_places){at, n};
}

static rt_status consider_all(search *s, rt_cursor *c, rt_error *err) {
    for (bool more;;) {
        rt_seen_entry entry;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        consider(s, &entry.e);
    }
}

static rt_status look_up(search *s, rt_error *err) {
    rt_bearers *of = RT_NEW_N(s->arena, rt_bearers, s->key_count);
    rt_cursor *c;
    bool rare = false;
    for (size_t i = 0; i < s->key_count; i++) {
        RT_TRY(rt_bearers_find(s->lens, s->keys[i].at, s->keys[i].most, s->arena, &of[i], err));
        rare = rare || (!s->keys[i].whole && !of[i].more && of[i].places.n > 1);
    }
    RT_TRY(rt_cursor_at(s->lens, chosen(s, of, rare), &c, err));
    const rt_status status = consider_all(s, c, err);
    rt_cursor_close(c);
    return status;
}

static int by_score(const void *x, const void *y) {
    const rt_namesake *a = x, *b = y;
    if (a->score != b->score) return a->score > b->score ? -1 : 1;
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
    for (size_t i = 0; i < s->name_count; i++) add_sounds(s, s->names[i].text);
    RT_TRY(look_up(s, err));
    if (s->found.n > 1) qsort(s->found.at, s->found.n, sizeof *s->found.at, by_score);
    *found = s->found;
    return rt_ok;
}
