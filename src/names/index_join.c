#include "names/index_join.h"

/* Titles, legal forms and the like are never part of the word beside them. Shorter ones are initials. */
enum { FEWEST_LETTERS = 4 };

static bool part_joins(const rt_word *w) {
    switch ((rt_part)w->part) {
    case RT_PART_TITLE:
    case RT_PART_GENERATION:
    case RT_PART_LEGAL_FORM:
    case RT_PART_STOP: return false;
    default: return w->len > 0;
    }
}

bool rt_index_joinable(const rt_word *a, const rt_word *b) {
    return part_joins(a) && part_joins(b) && a->len + b->len >= FEWEST_LETTERS && a->len + b->len <= RT_TOKEN_LETTERS;
}

bool rt_index_may_join(const rt_word *a, const rt_word *b, const rt_word *one) {
    const int len = a->len + b->len;
    if (a->script != one->script) return len + 6 >= one->len && len <= one->len + 6;
    return len + 2 >= one->len && len <= one->len + 2 &&
           __builtin_popcount((a->letters | b->letters) ^ one->letters) <= 3;
}

static bool seen(const rt_buf *out, size_t from, const rt_index_keyed *one) {
    const void *at = out->at + from;
    const rt_index_keyed *records = at;
    const size_t n = (out->len - from) / sizeof *one;
    for (size_t i = 0; i < n; i++)
        if (records[i].key == one->key) return true;
    return false;
}

void rt_index_joins_add(const rt_name *name, uint32_t number, rt_buf *out) {
    const size_t before = out->len;
    for (size_t i = 0; i + 1 < name->n; i++) {
        rt_word joined;
        if (!rt_index_joinable(&name->words[i], &name->words[i + 1])) continue;
        rt_word_join(&name->words[i], &name->words[i + 1], name->kind == RT_NAME_ORGANISATION, &joined);
        const rt_index_keyed one = {rt_index_joined_key(&joined), number};
        if (!seen(out, before, &one)) rt_buf_add(out, (rt_str){(const char *)&one, sizeof one});
    }
}
