#include "analysis/hops.h"

#include <stdlib.h>

#include "base/grow.h"
#include "model/placed.h"

enum { MOST_ROWS = 4096, MOST_VOICES = 8 };

/* --- kinds ------------------------------------------------------------------------------------------------------- */

const char *const rt_hop_kind_names[] = {
    [RT_HOP_RELATION] = "relations", [RT_HOP_EVENT] = "events",       [RT_HOP_ADDRESS] = "addresses",
    [RT_HOP_PLACE] = "places",       [RT_HOP_PRESENCE] = "presences", [RT_HOP_DOCUMENT] = "documents",
    [RT_HOP_OTHER] = "others",       [RT_HOP_KINDS] = NULL,
};

static bool is(const rt_schema *s, const char *what) { return s != NULL && rt_schema_is(s, what); }

static bool is_relation(const rt_schema *s) { return s != NULL && s->edge_source != NULL && s->edge_target != NULL; }

static bool is_place(rt_str prop) {
    for (size_t i = 0; i < RT_PLACE_PROPS; i++)
        if (rt_str_eq(prop, rt_place_props[i])) return true;
    return false;
}

rt_hop_kind rt_hop_kind_of(const rt_schema *holder, const rt_prop *prop) {
    const rt_schema *range = prop != NULL ? prop->range : NULL;
    if (is_relation(holder)) return RT_HOP_RELATION;
    if (is(holder, "Address") || is(range, "Address")) return RT_HOP_ADDRESS;
    if (is(holder, "Event") || is(holder, "Trip"))
        return prop != NULL && is_place(prop->name) ? RT_HOP_PLACE : RT_HOP_EVENT;
    if (is(holder, "Document") || is(range, "Document") || is(holder, "Message")) return RT_HOP_DOCUMENT;
    return RT_HOP_OTHER;
}

/* --- stops ------------------------------------------------------------------------------------------------------- */

static bool has_member(const rt_stop *s, int64_t number) {
    size_t k = 0;
    while (k < s->member_count && s->members[k] != number) k++;
    return k < s->member_count;
}

static rt_stop *find(const rt_hops *h, int64_t number) {
    for (rt_probe p = rt_slots_number(&h->numbers, number); rt_probe_next(&p);)
        if (has_member(h->all[p.place], number)) return h->all[p.place];
    return NULL;
}

rt_status rt_hops_stop(rt_hops *h, int64_t number, rt_stop **stop, rt_error *err) {
    *stop = find(h, number);
    if (*stop != NULL) return rt_ok;
    rt_stop *s = RT_NEW(h->arena, rt_stop);
    *s = (rt_stop){.far = {-1, -1}, .mark = SIZE_MAX};
    RT_TRY(rt_near_members(h->near, number, h->arena, &s->members, &s->member_count, err));
    s->number = s->members[0];
    h->all = rt_grow(h->arena, h->all, h->n, sizeof(rt_stop *));
    for (size_t k = 0; k < s->member_count; k++) rt_slots_add_number(&h->numbers, s->members[k], h->n, h->arena);
    h->all[h->n++] = s;
    return *stop = s, rt_ok;
}

/* --- voices ------------------------------------------------------------------------------------------------------ */

/* Different speakers who assert something; there is no telling more than so many apart. */
typedef struct voices {
    uint64_t at[MOST_VOICES];
    size_t n;
    bool affirmed;
} voices;

static void hear(voices *v, const rt_near_row *row) {
    size_t i = 0;
    v->affirmed = v->affirmed || row->affirms;
    if (!row->asserts || v->n == MOST_VOICES) return;
    while (i < v->n && v->at[i] != row->voice) i++;
    if (i == v->n) v->at[v->n++] = row->voice;
}

static size_t most_of(const voices *v) { return v->n < MOST_VOICES ? v->n : SIZE_MAX; }

/* --- hops -------------------------------------------------------------------------------------------------------- */

static rt_status add(rt_hops *h, rt_stop *s, int64_t to, int64_t holder, rt_hop_kind kind, size_t most, rt_error *err) {
    rt_stop *other;
    RT_TRY(rt_hops_stop(h, to, &other, err));
    if (other == s) return rt_ok;
    s->hops = rt_grow(h->arena, s->hops, s->hop_count, sizeof *s->hops);
    s->hops[s->hop_count++] = (rt_hop){other, holder, kind, most, NULL};
    return rt_ok;
}

/* Rows in groups: those that have the same key, in the order of the first of each. */
typedef struct grouped {
    int64_t key;
    size_t at;
} grouped;

static int by_key(const void *x, const void *y) {
    const grouped *a = x, *b = y;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

/* The next row of the same group, for each row; SIZE_MAX for the last. leads[i]: row i is the first of its group. */
static size_t *chain(const rt_near_rows *rows, bool by_holder, rt_arena *arena, bool **leads) {
    grouped *all = RT_NEW_N(arena, grouped, rows->n + 1);
    size_t *next = RT_NEW_N(arena, size_t, rows->n + 1);
    *leads = RT_NEW_N(arena, bool, rows->n + 1);
    for (size_t i = 0; i < rows->n; i++) all[i] = (grouped){by_holder ? rows->at[i].holder : rows->at[i].named, i};
    if (rows->n > 1) qsort(all, rows->n, sizeof *all, by_key);
    for (size_t i = 0; i < rows->n; i++) {
        (*leads)[all[i].at] = i == 0 || all[i - 1].key != all[i].key;
        next[all[i].at] = i + 1 < rows->n && all[i + 1].key == all[i].key ? all[i + 1].at : SIZE_MAX;
    }
    return next;
}

/* What the rows of a group say, of those that pass; whether one does. */
static bool hear_group(const rt_hops *h, const rt_near_rows *rows, const size_t *next, size_t first,
                       const rt_prop *only, voices *v) {
    bool any = false;
    *v = (voices){0};
    for (size_t i = first; i != SIZE_MAX; i = next[i]) {
        if (only != NULL && !rt_str_eq(rows->at[i].prop->name, only->name)) continue;
        hear(v, &rows->at[i]);
        any = true;
    }
    return any && (v->affirmed || h->denied);
}

/* A group of rows by which one names the other; a hop for each kind of tie that they make. */
static rt_status add_named(rt_hops *h, rt_stop *s, const rt_near_rows *rows, const size_t *next, size_t first,
                           int64_t to, rt_error *err) {
    bool made[RT_HOP_KINDS] = {0};
    voices v;
    if (!hear_group(h, rows, next, first, NULL, &v)) return rt_ok;
    for (size_t i = first; i != SIZE_MAX; i = next[i]) {
        const rt_near_row *row = &rows->at[i];
        const rt_hop_kind kind = rt_hop_kind_of(row->schema, row->prop);
        if (made[kind] || !(row->affirms || h->denied)) continue;
        made[kind] = true;
        RT_TRY(add(h, s, to, row->holder, kind, most_of(&v), err));
    }
    return rt_ok;
}

/* --- rows of all ids --------------------------------------------------------------------------------------------- */

/* Those that are judged the same are one: each row gets the numbers of the first. */
static rt_status join(rt_hops *h, rt_near_row *row, rt_error *err) {
    int64_t *numbers[] = {&row->holder, &row->named};
    for (size_t i = 0; i < 2 && rt_near_joins(h->near); i++) {
        rt_stop *stop;
        RT_TRY(rt_hops_stop(h, *numbers[i], &stop, err));
        *numbers[i] = stop->number;
    }
    return rt_ok;
}

typedef rt_status read_rows(rt_near *near, int64_t entity, size_t most, rt_arena *arena, rt_near_rows *rows,
                            rt_error *err);

/* The rows of all members of a stop, by rt_near_own or rt_near_naming. */
static rt_status gather(rt_hops *h, const rt_stop *s, read_rows *read, rt_near_rows *all, rt_error *err) {
    *all = (rt_near_rows){0};
    for (size_t i = 0; i < s->member_count; i++) {
        rt_near_rows rows;
        RT_TRY(read(h->near, s->members[i], MOST_ROWS, h->arena, &rows, err));
        all->more = all->more || rows.more;
        all->there = all->there || rows.there;
        for (size_t k = 0; k < rows.n; k++) {
            RT_TRY(join(h, &rows.at[k], err));
            all->at = rt_grow(h->arena, all->at, all->n, sizeof *all->at);
            all->at[all->n++] = rows.at[k];
        }
    }
    return rt_ok;
}

/* --- over a relation --------------------------------------------------------------------------------------------- */

static rt_status add_far(rt_hops *h, rt_stop *s, const rt_near_rows *rows, const rt_prop *far, size_t near_most,
                         rt_error *err) {
    bool *leads;
    const size_t *next = chain(rows, false, h->arena, &leads);
    for (size_t i = 0; i < rows->n; i++) {
        voices v;
        if (!leads[i] || !hear_group(h, rows, next, i, far, &v)) continue;
        const size_t most = most_of(&v) < near_most ? most_of(&v) : near_most;
        RT_TRY(add(h, s, rows->at[i].named, rows->at[i].holder, RT_HOP_RELATION, most, err));
    }
    return rt_ok;
}

/* What a relation says, all its ids together. */
static rt_status read_relation(rt_hops *h, int64_t number, rt_near_rows *own, rt_error *err) {
    rt_stop *stop, alone = {.members = &number, .member_count = 1};
    if (!rt_near_joins(h->near)) return gather(h, &alone, rt_near_own, own, err);
    RT_TRY(rt_hops_stop(h, number, &stop, err));
    return gather(h, stop, rt_near_own, own, err);
}

/* The far ends, from whichever of its ends this one is. */
static rt_status add_over(rt_hops *h, rt_stop *s, const rt_near_rows *naming, const size_t *next, size_t first,
                          rt_error *err) {
    const rt_schema *edge = naming->at[first].schema;
    const rt_prop *ends[] = {edge->edge_source, edge->edge_target};
    rt_near_rows own;
    bool is_end = false;
    for (size_t k = 0; k < 2; k++) {
        voices v;
        if (!hear_group(h, naming, next, first, ends[k], &v)) continue;
        if (!is_end) RT_TRY(read_relation(h, naming->at[first].holder, &own, err));
        is_end = true;
        RT_TRY(add_far(h, s, &own, ends[1 - k], most_of(&v), err));
    }
    return rt_ok;
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

static rt_status read_own(rt_hops *h, rt_stop *s, bool *there, rt_error *err) {
    rt_near_rows rows;
    bool *leads;
    RT_TRY(gather(h, s, rt_near_own, &rows, err));
    const size_t *next = chain(&rows, false, h->arena, &leads);
    *there = rows.there;
    s->more = s->more || rows.more;
    for (size_t i = 0; i < rows.n; i++) {
        s->is_event = s->is_event || is(rows.at[i].schema, "Event") || is(rows.at[i].schema, "Trip");
        if (leads[i]) RT_TRY(add_named(h, s, &rows, next, i, rows.at[i].named, err));
    }
    return rt_ok;
}

/* Events that it meets. These are read in full: when somebody was somewhere is what many statements say together. */
static rt_status read_copresences(rt_hops *h, rt_stop *s, rt_error *err) {
    const rt_entity *e;
    rt_str id;
    rt_copresences all;
    RT_TRY(rt_near_id(h->near, s->number, h->arena, &id, err));
    RT_TRY(rt_reading_entity(h->r, id, &e, err));
    if (e == NULL) return rt_ok;
    RT_TRY(rt_copresences_of(h->meeters, e, &all, err));
    s->more = s->more || all.more;
    for (size_t i = 0; i < all.n; i++) {
        int64_t number;
        rt_tie *tie = RT_NEW(h->arena, rt_tie);
        *tie = rt_tie_of_copresence(e, &all.at[i], h->arena);
        RT_TRY(rt_near_number(h->near, all.at[i].other->id, &number, err));
        const size_t before = s->hop_count;
        RT_TRY(add(h, s, number, s->number, RT_HOP_PRESENCE, tie->support, err));
        if (s->hop_count > before) s->hops[before].tie = tie;
    }
    return rt_ok;
}

static rt_status read_naming(rt_hops *h, rt_stop *s, rt_error *err) {
    rt_near_rows rows;
    bool *leads;
    RT_TRY(gather(h, s, rt_near_naming, &rows, err));
    const size_t *next = chain(&rows, true, h->arena, &leads);
    s->more = s->more || rows.more;
    for (size_t i = 0; i < rows.n; i++) {
        if (!leads[i]) continue;
        const bool over = is_relation(rows.at[i].schema);
        if (over) RT_TRY(add_over(h, s, &rows, next, i, err));
        if (!over || h->as_nodes) RT_TRY(add_named(h, s, &rows, next, i, rows.at[i].holder, err));
    }
    return rt_ok;
}

/* Of whom nothing visible is said, nobody is there. */
rt_status rt_hops_read(rt_hops *h, rt_stop *s, rt_error *err) {
    bool there;
    if (s->read) return rt_ok;
    s->read = true;
    h->read++;
    RT_TRY(read_own(h, s, &there, err));
    if (there) RT_TRY(read_naming(h, s, err));
    return there && s->is_event && h->meeters != NULL ? read_copresences(h, s, err) : rt_ok;
}
