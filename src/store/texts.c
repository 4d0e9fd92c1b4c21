#include "store/texts.h"

#include "model/types.h"
#include "names/fold.h"
#include "names/name_sounds.h"

/* How many sounds of a word are kept: how it most likely sounds, and two families. */
enum { SOUNDS_EACH = 3, SOUNDS_MOST = 32 };

rt_status rt_texts_open(rt_texts *t, rt_store *store, pthread_mutex_t *turn, rt_error *err) {
    *t = (rt_texts){0};
    RT_TRY(rt_postings_open(&t->names, store->db, "name", true, turn, err));
    return rt_fulltext_open(&t->words, store, turn, err);
}

void rt_texts_close(rt_texts *t) {
    rt_postings_close(&t->names);
    rt_fulltext_close(&t->words);
    rt_arena_close(&t->arena);
}

static rt_status add_sounds(rt_texts *t, const rt_numbers *at, rt_str name, rt_error *err) {
    uint64_t keys[SOUNDS_MOST];
    const size_t n = rt_name_sounds(&t->arena, name, SOUNDS_EACH, keys, SOUNDS_MOST);
    for (size_t i = 0; i < n; i++)
        RT_TRY(rt_postings_add_name(&t->names, (int64_t)keys[i], at->seq, at->provenance, err));
    return rt_ok;
}

static rt_status add_name(rt_texts *t, const rt_numbers *at, rt_str name, rt_error *err) {
    const rt_strs words = rt_name_fold(&t->arena, name);
    if (words.n == 0) return rt_ok;
    RT_TRY(rt_postings_add_name(&t->names, (int64_t)rt_name_key(words), at->seq, at->provenance, err));
    for (size_t i = 0; i < words.n; i++)
        RT_TRY(rt_postings_add_name(&t->names, (int64_t)rt_word_key(words.at[i]), at->seq, at->provenance, err));
    return add_sounds(t, at, name, err);
}

rt_status rt_texts_statement(rt_texts *t, const rt_numbers *at, const rt_prop *prop, const rt_entry *e, rt_error *err) {
    RT_TRY(rt_fulltext_statement(&t->words, at, prop, e, err));
    if (prop == NULL || prop->type != &rt_types[RT_TYPE_NAME]) return rt_ok;
    const rt_status s = add_name(t, at, e->value, err);
    rt_arena_reset(&t->arena);
    return s;
}

rt_status rt_texts_flush(rt_texts *t, rt_error *err) {
    RT_TRY(rt_fulltext_flush(&t->words, err));
    return rt_postings_flush(&t->names, err);
}
