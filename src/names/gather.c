#include "names/gather.h"

#include "base/buf.h"
#include "base/grow.h"
#include "base/map.h"
#include "model/schema.h"

struct rt_gathered_name {
    rt_str value;
    unsigned rank; /* of the best property that gives it: 0 is `name` */
    rt_map sources;
    struct rt_gathered_name *next;
};

void rt_gather_begin(rt_gather *g, rt_arena *arena, rt_str id, rt_str schema) {
    *g = (rt_gather){.arena = arena, .id = rt_str_copy(arena, id), .schema = rt_str_copy(arena, schema)};
}

void rt_gather_schema(rt_gather *g, rt_str schema) {
    const rt_schema *common;
    if (schema.len == 0 || rt_str_eq(schema, g->schema)) return;
    const rt_schema *a = rt_schema_named(g->schema), *b = rt_schema_named(schema);
    if (a != NULL && b != NULL && rt_schema_common(a, b, &common, NULL).code == RT_OK) g->schema = common->name;
}

/* --- names -------------------------------------------------------------------------------------------------------- */

/* Properties that may be the caption, best first. */
static unsigned rank_of(rt_str prop) {
    static const rt_str order[] = {RT_S_INIT("name"), RT_S_INIT("alias"), RT_S_INIT("previousName"),
                                   RT_S_INIT("weakAlias"), RT_S_INIT("abbreviation")};
    unsigned i = 0;
    while (i < sizeof order / sizeof *order && !rt_str_eq(prop, order[i])) i++;
    return i;
}

static struct rt_gathered_name *name_of(rt_gather *g, rt_str value) {
    for (struct rt_gathered_name *n = g->names; n != NULL; n = n->next)
        if (rt_str_eq(n->value, value)) return n;
    if (g->name_count == RT_GATHER_MOST) return NULL;
    struct rt_gathered_name *n = RT_NEW(g->arena, struct rt_gathered_name);
    *n = (struct rt_gathered_name){.value = rt_str_copy(g->arena, value), .rank = UINT32_MAX};
    if (g->names == NULL)
        g->names = n;
    else
        *g->name_end = n;
    g->name_end = &n->next;
    g->name_count++;
    return n;
}

static void add_name(rt_gather *g, rt_str prop, rt_str value, rt_str from) {
    struct rt_gathered_name *n = name_of(g, value);
    if (n == NULL) return;
    const unsigned rank = rank_of(prop);
    if (rank < n->rank) {
        n->rank = rank;
        n->sources = (rt_map){0};
    }
    if (rank == n->rank) rt_map_meet(&n->sources, from, g->arena);
}

/* --- traits ------------------------------------------------------------------------------------------------------- */

static void add_trait(rt_gather *g, rt_str prop, rt_str value) {
    for (size_t i = 0; i < g->trait_count; i++)
        if (rt_str_eq(g->traits[i].prop, prop) && rt_str_eq(g->traits[i].value, value)) return;
    if (g->trait_count == RT_GATHER_MOST) return;
    g->traits = rt_grow(g->arena, g->traits, g->trait_count, sizeof *g->traits);
    g->traits[g->trait_count++] = (rt_trait){rt_str_copy(g->arena, prop), rt_str_copy(g->arena, value)};
}

/* --- parts of a name ---------------------------------------------------------------------------------------------- */

/* The first value of each, in the order in which they make a name. */
static const rt_str parts[] = {RT_S_INIT("firstName"), RT_S_INIT("secondName"), RT_S_INIT("middleName"),
                               RT_S_INIT("fatherName"), RT_S_INIT("lastName")};
_Static_assert(sizeof parts / sizeof *parts == sizeof((rt_gather *)0)->parts / sizeof(rt_str), "a part without room");

static void add_part(rt_gather *g, rt_str prop, rt_str value) {
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (g->parts[i].len == 0 && rt_str_eq(prop, parts[i])) g->parts[i] = rt_str_copy(g->arena, value);
}

static void join_parts(rt_gather *g) {
    rt_buf name = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (g->parts[i].len == 0) continue;
        if (name.len > 0) rt_buf_byte(&name, ' ');
        rt_buf_add(&name, g->parts[i]);
    }
    if (name.len > 0) add_name(g, RT_S("name"), rt_buf_str(&name), (rt_str){"", 0});
    rt_buf_close(&name);
}

void rt_gather_add(rt_gather *g, rt_str prop, rt_str value, rt_str source) {
    if (value.len == 0) return;
    if (rt_prop_names(prop)) add_name(g, prop, value, source);
    if (rt_trait_counts(prop)) add_trait(g, prop, value);
    add_part(g, prop, value);
}

rt_subject rt_subject_copy(rt_arena *arena, const rt_subject *from) {
    rt_subject s = {.id = rt_str_copy(arena, from->id),
                    .schema = rt_str_copy(arena, from->schema),
                    .caption = rt_str_copy(arena, from->caption),
                    .names = {RT_NEW_N(arena, rt_str, from->names.n), from->names.n},
                    .traits = RT_NEW_N(arena, rt_trait, from->trait_count),
                    .trait_count = from->trait_count};
    for (size_t i = 0; i < s.names.n; i++) s.names.at[i] = rt_str_copy(arena, from->names.at[i]);
    for (size_t i = 0; i < s.trait_count; i++)
        s.traits[i] = (rt_trait){rt_str_copy(arena, from->traits[i].prop), rt_str_copy(arena, from->traits[i].value)};
    return s;
}

rt_status rt_subject_list_take(void *to, const rt_subject *subject, rt_error *err) {
    rt_subject_list *list = to;
    (void)err;
    if (subject->names.n == 0) return rt_ok;
    list->at = rt_grow(list->arena, list->at, list->n, sizeof *list->at);
    list->at[list->n++] = rt_subject_copy(list->arena, subject);
    return rt_ok;
}

/* --- the subject -------------------------------------------------------------------------------------------------- */

static size_t code_points(rt_str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) n += ((unsigned char)s.at[i] & 0xC0) != 0x80;
    return n;
}

static bool better(const struct rt_gathered_name *a, const struct rt_gathered_name *b) {
    if (a->rank != b->rank) return a->rank < b->rank;
    if (a->sources.n != b->sources.n) return a->sources.n > b->sources.n;
    const size_t length = code_points(a->value), other = code_points(b->value);
    return length != other ? length > other : rt_str_cmp(a->value, b->value) < 0;
}

rt_subject rt_gather_end(rt_gather *g) {
    const struct rt_gathered_name *best = NULL;
    if (g->names == NULL) join_parts(g);
    rt_subject s = {.id = g->id, .schema = g->schema, .caption = g->id};
    s.names = (rt_strs){RT_NEW_N(g->arena, rt_str, g->name_count), 0};
    for (const struct rt_gathered_name *n = g->names; n != NULL; n = n->next) {
        s.names.at[s.names.n++] = n->value;
        if (best == NULL || better(n, best)) best = n;
    }
    if (best != NULL) s.caption = best->value;
    s.traits = g->traits;
    s.trait_count = g->trait_count;
    return s;
}
