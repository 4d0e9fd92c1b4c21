#include "exchange/ftm_out.h"

#include "model/types.h"

/* --- which go out ------------------------------------------------------------------------------------------------- */

/* The few that may take others back, so that not every statement is held against every other. */
static rt_seen_list takers_among(const rt_seen_list *all, rt_arena *arena) {
    rt_seen_list takers = {NULL, 0};
    for (size_t i = 0; i < all->n; i++) {
        if (!rt_str_is(all->at[i].e.stance, "retracts")) continue;
        if (takers.at == NULL) takers.at = RT_NEW_N(arena, rt_seen_entry, all->n - i);
        takers.at[takers.n++] = all->at[i];
    }
    return takers;
}

static rt_status goes_out(rt_lens *lens, const rt_seen_list *takers, const rt_seen_entry *s, bool *goes,
                          rt_error *err) {
    bool taken_out;
    *goes = s->e.stance.len == 0 || rt_str_is(s->e.stance, "asserts");
    for (size_t i = 0; i < takers->n && *goes; i++) *goes = !rt_takes_back(&takers->at[i], s);
    if (!*goes) return rt_ok;
    RT_TRY(rt_lens_taken_out(lens, &s->e, &taken_out, err));
    *goes = !taken_out;
    return rt_ok;
}

rt_status rt_ftm_keep_outgoing(rt_lens *lens, rt_arena *arena, rt_seen_list *list, rt_error *err) {
    const rt_seen_list takers = takers_among(list, arena);
    size_t n = 0;
    for (size_t i = 0; i < list->n; i++) {
        bool goes;
        RT_TRY(goes_out(lens, &takers, &list->at[i], &goes, err));
        if (goes) list->at[n++] = list->at[i];
    }
    list->n = n;
    return rt_ok;
}

/* --- as what ------------------------------------------------------------------------------------------------------ */

typedef struct saying {
    const rt_schema *as;
    rt_arena *arena;
    rt_ftm_said *said;
    size_t n;
} saying;

static void put(saying *s, rt_str prop, rt_str value) { s->said[s->n++] = (rt_ftm_said){prop, value}; }

/* As a note, under the first property for text that the schema has. */
static void put_note(saying *s, rt_str prop, rt_str value) {
    static const rt_str homes[] = {RT_S_INIT("notes"), RT_S_INIT("description"), RT_S_INIT("summary")};
    for (size_t i = 0; i < sizeof homes / sizeof *homes; i++) {
        if (!rt_prop_exists_in_ftm(s->as, homes[i])) continue;
        put(s, homes[i], rt_str_printf(s->arena, "%.*s: %.*s", RT_FMT(prop), RT_FMT(value)));
        return;
    }
}

/* EDTF knows more dates than FollowTheMoney, each of which may have one that is near. */
static void put_date(saying *s, const rt_prop *prop, rt_str value, bool as_it_stands) {
    const char *why;
    rt_str date;
    const bool taken = rt_prop_takes(prop, value, &why);
    if (taken && rt_date_nearest_ftm(value, s->arena, &date))
        put(s, prop->name, date);
    else if (!taken && as_it_stands)
        put(s, prop->name, value);
    else
        put_note(s, prop->name, value);
}

/* Who is named in a property that FollowTheMoney does not know; a name that nobody has said who it is (ours take such)
 * is refused there. */
static void put_involved(saying *s, const rt_prop *prop, rt_str value) {
    const rt_prop *involved = rt_schema_prop(s->as, RT_S("involved"));
    const char *why;
    if (prop->type != &rt_types[RT_TYPE_ENTITY] || involved == NULL) return;
    if (rt_prop_exists_in_ftm(s->as, involved->name) && rt_prop_takes(involved, value, &why))
        put(s, involved->name, value);
}

size_t rt_ftm_say(const rt_schema *as, const rt_entry *e, bool as_it_stands, rt_arena *arena,
                  rt_ftm_said said[RT_FTM_SAID_MOST]) {
    const rt_schema *schema = rt_schema_named(e->schema);
    const rt_prop *prop = schema != NULL ? rt_schema_prop(schema, e->prop) : NULL;
    const char *why;
    saying s = {.as = as, .arena = arena, .said = said};
    if (prop == NULL || !rt_prop_exists_in_ftm(as, e->prop)) {
        if (prop != NULL) put_involved(&s, prop, e->value);
        put_note(&s, e->prop, e->value);
    } else if (prop->type == &rt_types[RT_TYPE_DATE]) {
        put_date(&s, prop, e->value, as_it_stands);
    } else if (as_it_stands || rt_prop_takes(prop, e->value, &why)) {
        put(&s, e->prop, e->value);
    } else {
        put_note(&s, e->prop, e->value);
    }
    return s.n;
}
