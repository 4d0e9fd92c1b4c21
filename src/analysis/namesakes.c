#include "analysis/namesakes.h"

#include <stdlib.h>

#include "analysis/entity.h"
#include "base/grow.h"
#include "names/fold.h"
#include "names/name_sounds.h"
#include "names/pair.h"

enum { MOST_OF_A_WORD = 200, MOST_OF_A_SOUND = 50, MOST_NAMES = 32, MOST_KEYS = 96, SOUNDS = 8, KINDS = 3 };

/* A name that is looked for, as each kind of name reads it. */
typedef struct sought {
    rt_str text;
    rt_name as[KINDS];
} sought;

/* A word, or a sound, by which names are found. */
typedef struct name_key {
    rt_str word; /* empty: a sound */
    uint64_t sound;
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

static void add_key(search *s, rt_str word, uint64_t sound) {
    for (size_t i = 0; i < s->key_count; i++)
        if (s->keys[i].sound == sound && rt_str_eq(s->keys[i].word, word)) return;
    if (s->key_count < MOST_KEYS) s->keys[s->key_count++] = (name_key){word, sound};
}

static void add_sounds(search *s, rt_str name) {
    uint64_t keys[MOST_KEYS];
    const size_t n = rt_name_sounds(s->arena, name, SOUNDS, keys, MOST_KEYS);
    for (size_t i = 0; i < n; i++) add_key(s, (rt_str){"", 0}, keys[i]);
}

static void add_name(search *s, rt_str name) {
    if (s->name_count == MOST_NAMES) return;
    sought *n = &s->names[s->name_count++];
    n->text = name;
    for (int kind = 0; kind < KINDS; kind++) rt_name_read(s->arena, name, (rt_name_kind)kind, &n->as[kind]);
    const rt_strs words = rt_name_fold(s->arena, name);
    for (size_t i = 0; i < words.n; i++) add_key(s, words.at[i], 0);
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

/* The names with a key, read only so far that it is known whether it is rare. */
typedef struct bearers {
    rt_seen_entry *at;
    size_t n;
    bool more;
} bearers;

static rt_status read_bearers(rt_cursor *c, size_t most, rt_arena *arena, bearers *b, rt_error *err) {
    for (bool more;;) {
        rt_seen_entry entry;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        b->more = b->n == most;
        if (b->more) return rt_ok;
        b->at = rt_grow(arena, b->at, b->n, sizeof *b->at);
        b->at[b->n++] = rt_seen_entry_keep(arena, &entry);
    }
}

static rt_status bearers_of(search *s, const name_key *key, bearers *b, rt_error *err) {
    const bool word = key->word.len > 0;
    rt_cursor *c;
    RT_TRY(word ? rt_cursor_name_word(s->lens, key->word, &c, err)
                : rt_cursor_name_sound(s->lens, key->sound, &c, err));
    const rt_status status = read_bearers(c, word ? MOST_OF_A_WORD : MOST_OF_A_SOUND, s->arena, b, err);
    rt_cursor_close(c);
    return status;
}

static int by_place(const void *x, const void *y) {
    const rt_seen_entry *a = *(const rt_seen_entry *const *)x, *b = *(const rt_seen_entry *const *)y;
    return (a->seq > b->seq) - (a->seq < b->seq);
}

/* A name that several keys lead to is compared once. */
static void consider_all(search *s, const rt_seen_entry **all, size_t n) {
    if (n > 1) qsort(all, n, sizeof *all, by_place);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || all[i]->seq != all[i - 1]->seq) consider(s, &all[i]->e);
}

static rt_status look_up(search *s, rt_error *err) {
    bearers *of = RT_NEW_N(s->arena, bearers, s->key_count);
    bool rare = false;
    size_t all = 0, n = 0;
    for (size_t i = 0; i < s->key_count; i++) {
        RT_TRY(bearers_of(s, &s->keys[i], &of[i], err));
        rare = rare || (!of[i].more && of[i].n > 1);
        all += of[i].n;
    }
    const rt_seen_entry **list = RT_NEW_N(s->arena, const rt_seen_entry *, all);
    for (size_t i = 0; i < s->key_count; i++)
        for (size_t k = 0; k < of[i].n && (!rare || !of[i].more); k++) list[n++] = &of[i].at[k];
    consider_all(s, list, n);
    return rt_ok;
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
