#include "exchange/list_index.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/grow.h"
#include "base/map.h"

enum { NONE = -1, SEVERAL = -2 };

/* Whose name it is: an entry, or NONE or SEVERAL. */
typedef struct bearer {
    int64_t own, aka;
} bearer;

/* What the list says under a number: of an entry its kind, or the comment on it. */
typedef struct item {
    int64_t number;
    int kind;
    rt_str text;
} item;

typedef struct items {
    item *at;
    size_t n;
    rt_slots numbers;
} items;

struct rt_list_index {
    rt_arena arena;
    items entries, comments;
    rt_map names;    /* in lower case */
    bearer *bearers; /* with the same numbers */
    rt_buf lower;
};

rt_list_index *rt_list_index_new(void) {
    rt_list_index *index = rt_alloc(sizeof *index);
    *index = (rt_list_index){0};
    return index;
}

void rt_list_index_free(rt_list_index *index) {
    if (index == NULL) return;
    rt_arena_close(&index->arena);
    rt_buf_close(&index->lower);
    free(index);
}

/* --- what stands under a number ----------------------------------------------------------------------------------- */

static const item *find(const items *all, int64_t number) {
    for (rt_probe p = rt_slots_number(&all->numbers, number); rt_probe_next(&p);)
        if (all->at[p.place].number == number) return &all->at[p.place];
    return NULL;
}

static bool add(rt_list_index *index, items *all, item new) {
    if (find(all, new.number) != NULL) return false;
    new.text = rt_str_copy(&index->arena, new.text);
    all->at = rt_grow(&index->arena, all->at, all->n, sizeof *all->at);
    all->at[all->n] = new;
    rt_slots_add_number(&all->numbers, new.number, all->n++, &index->arena);
    return true;
}

bool rt_list_index_add(rt_list_index *index, int64_t number, int kind) {
    return add(index, &index->entries, (item){.number = number, .kind = kind, .text = {"", 0}});
}

bool rt_list_index_kind(const rt_list_index *index, int64_t number, int *kind) {
    const item *entry = find(&index->entries, number);
    if (entry != NULL) *kind = entry->kind;
    return entry != NULL;
}

size_t rt_list_index_count(const rt_list_index *index) { return index->entries.n; }

bool rt_list_index_set_comment(rt_list_index *index, int64_t number, rt_str text) {
    return add(index, &index->comments, (item){.number = number, .text = text});
}

rt_str rt_list_index_comment(const rt_list_index *index, int64_t number) {
    const item *comment = find(&index->comments, number);
    return comment == NULL ? (rt_str){0} : comment->text;
}

/* --- names -------------------------------------------------------------------------------------------------------- */

static rt_str in_lower_case(rt_list_index *index, rt_str name) {
    rt_buf_clear(&index->lower);
    for (size_t i = 0; i < name.len; i++) rt_buf_byte(&index->lower, rt_to_lower(name.at[i]));
    return rt_buf_str(&index->lower);
}

static bearer *bearer_of(rt_list_index *index, rt_str name) {
    const rt_str lower = in_lower_case(index, name);
    const size_t known = rt_map_find(&index->names, lower), n = index->names.n;
    if (known != SIZE_MAX) return &index->bearers[known];
    index->bearers = rt_grow(&index->arena, index->bearers, n, sizeof *index->bearers);
    index->bearers[n] = (bearer){NONE, NONE};
    rt_map_put(&index->names, rt_str_copy(&index->arena, lower), &index->arena);
    return &index->bearers[n];
}

void rt_list_index_name(rt_list_index *index, rt_str name, int64_t number, bool first) {
    bearer *b = bearer_of(index, name);
    int64_t *who = first ? &b->own : &b->aka;
    *who = *who == NONE || *who == number ? number : SEVERAL;
}

bool rt_list_index_find(rt_list_index *index, rt_str name, int64_t *number) {
    const size_t known = rt_map_find(&index->names, in_lower_case(index, name));
    if (known == SIZE_MAX) return false;
    const bearer *b = &index->bearers[known];
    *number = b->own != NONE ? b->own : b->aka;
    return *number != SEVERAL;
}
