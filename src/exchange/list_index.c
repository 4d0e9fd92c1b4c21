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

typedef struct entry {
    int64_t number;
    int kind;
} entry;

typedef struct comment {
    int64_t number;
    rt_str text;
} comment;

struct rt_list_index {
    rt_arena arena;
    entry *entries;
    comment *comments;
    size_t entry_n, comment_n;
    rt_slots by_number, comments_by_number;
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

/* --- entries ------------------------------------------------------------------------------------------------------ */

static const entry *find_entry(const rt_list_index *index, int64_t number) {
    for (rt_probe p = rt_slots_number(&index->by_number, number); rt_probe_next(&p);)
        if (index->entries[p.place].number == number) return &index->entries[p.place];
    return NULL;
}

bool rt_list_index_add(rt_list_index *index, int64_t number, int kind) {
    if (find_entry(index, number) != NULL) return false;
    index->entries = rt_grow(&index->arena, index->entries, index->entry_n, sizeof *index->entries);
    index->entries[index->entry_n] = (entry){number, kind};
    rt_slots_add_number(&index->by_number, number, index->entry_n++, &index->arena);
    return true;
}

bool rt_list_index_kind(const rt_list_index *index, int64_t number, int *kind) {
    const entry *e = find_entry(index, number);
    if (e != NULL) *kind = e->kind;
    return e != NULL;
}

size_t rt_list_index_count(const rt_list_index *index) { return index->entry_n; }

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

/* --- comments ----------------------------------------------------------------------------------------------------- */

static const comment *find_comment(const rt_list_index *index, int64_t number) {
    for (rt_probe p = rt_slots_number(&index->comments_by_number, number); rt_probe_next(&p);)
        if (index->comments[p.place].number == number) return &index->comments[p.place];
    return NULL;
}

bool rt_list_index_set_comment(rt_list_index *index, int64_t number, rt_str text) {
    if (find_comment(index, number) != NULL) return false;
    index->comments = rt_grow(&index->arena, index->comments, index->comment_n, sizeof *index->comments);
    index->comments[index->comment_n] = (comment){number, rt_str_copy(&index->arena, text)};
    rt_slots_add_number(&index->comments_by_number, number, index->comment_n++, &index->arena);
    return true;
}

rt_str rt_list_index_comment(const rt_list_index *index, int64_t number) {
    const comment *c = find_comment(index, number);
    return c == NULL ? (rt_str){0} : c->text;
}
