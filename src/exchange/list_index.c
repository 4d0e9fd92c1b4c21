#include "exchange/list_index.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Open addressing, linear probing, at most half full. A slot without key is free. */
typedef struct slot {
    rt_str key;
    int64_t number; /* of names: the entry of which it is the own name, or NONE or SEVERAL */
    int64_t other;  /* of names: the same by an a.k.a.; of entries: the kind */
    rt_str text;
} slot;

typedef struct table {
    slot *at;
    size_t n, cap;
} table;

enum { NONE = -1, SEVERAL = -2 };

struct rt_list_index {
    rt_arena arena;
    table entries, names, comments;
};

rt_list_index *rt_list_index_new(void) {
    rt_list_index *index = rt_alloc(sizeof *index);
    *index = (rt_list_index){0};
    return index;
}

void rt_list_index_free(rt_list_index *index) {
    if (index == NULL) return;
    free(index->entries.at);
    free(index->names.at);
    free(index->comments.at);
    rt_arena_close(&index->arena);
    free(index);
}

static char upper(char c) { return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c; }

/* FNV-1a (Fowler, Noll, Vo), over upper case. */
static uint64_t hash_of(rt_str key) {
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < key.len; i++) h = (h ^ (unsigned char)upper(key.at[i])) * 1099511628211u;
    return h;
}

/* The slot of the key, or the free one where it would be. */
static slot *probe(const table *t, rt_str key) {
    size_t i = (size_t)hash_of(key) & (t->cap - 1);
    while (t->at[i].key.at != NULL && !rt_str_eq_nocase(t->at[i].key, key)) i = (i + 1) & (t->cap - 1);
    return &t->at[i];
}

static void grow(table *t) {
    const table old = *t;
    t->cap = old.cap == 0 ? 1024 : 2 * old.cap;
    t->at = rt_alloc(t->cap * sizeof *t->at);
    memset(t->at, 0, t->cap * sizeof *t->at);
    for (size_t i = 0; i < old.cap; i++)
        if (old.at[i].key.at != NULL) *probe(t, old.at[i].key) = old.at[i];
    free(old.at);
}

static const slot *find(const table *t, rt_str key) {
    const slot *s = t->cap == 0 ? NULL : probe(t, key);
    return s == NULL || s->key.at == NULL ? NULL : s;
}

/* The slot of the key; *fresh says whether it was made now. */
static slot *find_or_add(rt_list_index *index, table *t, rt_str key, bool *fresh) {
    if (2 * t->n >= t->cap) grow(t);
    slot *s = probe(t, key);
    *fresh = s->key.at == NULL;
    if (*fresh) {
        *s = (slot){.key = rt_str_copy(&index->arena, key), .number = NONE, .other = NONE};
        t->n++;
    }
    return s;
}

/* Numbers are kept under their digits. */
typedef struct digits {
    char at[24];
    size_t len;
} digits;

static digits digits_of(int64_t number) {
    digits d;
    d.len = (size_t)snprintf(d.at, sizeof d.at, "%lld", (long long)number);
    return d;
}

static rt_str key_of(const digits *d) { return (rt_str){d->at, d->len}; }

bool rt_list_index_add(rt_list_index *index, int64_t number, int kind) {
    const digits d = digits_of(number);
    bool fresh;
    slot *s = find_or_add(index, &index->entries, key_of(&d), &fresh);
    if (fresh) s->other = kind;
    return fresh;
}

bool rt_list_index_kind(const rt_list_index *index, int64_t number, int *kind) {
    const digits d = digits_of(number);
    const slot *s = find(&index->entries, key_of(&d));
    if (s != NULL) *kind = (int)s->other;
    return s != NULL;
}

size_t rt_list_index_count(const rt_list_index *index) { return index->entries.n; }

void rt_list_index_name(rt_list_index *index, rt_str name, int64_t number, bool first) {
    bool fresh;
    slot *s = find_or_add(index, &index->names, name, &fresh);
    int64_t *who = first ? &s->number : &s->other;
    *who = *who == NONE || *who == number ? number : SEVERAL;
}

bool rt_list_index_find(const rt_list_index *index, rt_str name, int64_t *number) {
    const slot *s = find(&index->names, name);
    if (s == NULL) return false;
    *number = s->number != NONE ? s->number : s->other;
    return *number != SEVERAL;
}

bool rt_list_index_set_comment(rt_list_index *index, int64_t number, rt_str text) {
    const digits d = digits_of(number);
    bool fresh;
    slot *s = find_or_add(index, &index->comments, key_of(&d), &fresh);
    if (fresh) s->text = rt_str_copy(&index->arena, text);
    return fresh;
}

rt_str rt_list_index_comment(const rt_list_index *index, int64_t number) {
    const digits d = digits_of(number);
    const slot *s = find(&index->comments, key_of(&d));
    return s == NULL ? (rt_str){0} : s->text;
}
