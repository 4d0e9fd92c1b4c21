#include "analysis/vet_page.h"

#include <stdlib.h>

#include "analysis/namesakes.h"
#include "analysis/shape.h"
#include "analysis/who.h"
#include "base/grow.h"
#include "base/hash.h"
#include "base/json.h"
#include "names/match.h"
#include "names/why.h"

/* What is like it from here up is told, as `screen` does. */
static const double least_like = 0.5;

enum { MOST_SUBJECTS = 50 };

/* --- the page ---------------------------------------------------------------------------------------------------- */

static rt_status add_dossier(rt_lens *lens, const rt_entity *e, rt_value *subjects, rt_arena *arena, rt_error *err) {
    rt_str id = e->id;
    const rt_view_args args = {.who = {&id, 1}};
    rt_value *dossier;
    RT_TRY(rt_view_show.run(lens, &args, arena, &dossier, err));
    rt_value_push(subjects, dossier);
    return rt_ok;
}

static rt_status add_dossiers(rt_lens *lens, const rt_who *who, rt_value *page, rt_value *subjects, rt_arena *arena,
                              rt_error *err) {
    RT_TRY(add_dossier(lens, who->entity, subjects, arena, err));
    for (size_t i = 0; i < who->n && i + 1 < MOST_SUBJECTS; i++)
        RT_TRY(add_dossier(lens, who->others[i], subjects, arena, err));
    rt_value_put(page, RT_S("more"), rt_value_bool(arena, who->n + 1 > MOST_SUBJECTS));
    return rt_ok;
}

static void add_like(const rt_namesake *like, const rt_entity *e, rt_value *list, rt_arena *arena) {
    rt_value *v = rt_value_push(list, rt_shape_of_entity(e, arena));
    rt_value_put_text(arena, v, RT_S("name"), like->name);
    rt_value_put(v, RT_S("score"), rt_value_real(arena, rt_four_decimals(like->score)));
    rt_value_put(v, RT_S("match"), rt_value_bool(arena, like->score >= rt_match_threshold));
}

/* Who can be meant: no event or paper that has a name in its title. */
static bool can_be_meant(const void *with, rt_str entity, rt_str schema) {
    const rt_schema *s = rt_schema_named(schema);
    (void)with;
    (void)entity;
    return s == NULL || s->matchable;
}

/* Nobody bears it: who bears a name that is like it; in full who is like enough to be taken for a match. */
static rt_status add_alike(rt_reading *r, rt_str name, rt_value *page, rt_value *subjects, rt_value *list,
                           rt_error *err) {
    rt_namesakes like;
    size_t full = 0;
    RT_TRY(rt_namesakes_find(r->lens, (rt_strs){&name, 1}, least_like, can_be_meant, NULL, r->arena, &like, err));
    for (size_t i = 0; i < like.n && i < MOST_SUBJECTS; i++) {
        const rt_entity *e;
        RT_TRY(rt_reading_entity(r, like.at[i].entity, &e, err));
        if (e == NULL) continue;
        add_like(&like.at[i], e, list, r->arena);
        if (like.at[i].score < rt_match_threshold) continue;
        RT_TRY(add_dossier(r->lens, e, subjects, r->arena, err));
        full++;
    }
    rt_value_put_text(r->arena, page, RT_S("found"), full > 0 || like.n > 0 ? RT_S("like") : RT_S("nobody"));
    rt_value_put(page, RT_S("more"), rt_value_bool(r->arena, like.n > MOST_SUBJECTS));
    return rt_ok;
}

rt_status rt_vet_page(rt_lens *lens, rt_str name, rt_arena *arena, rt_value **page, rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    rt_who who;
    rt_value *o = *page = rt_value_object(arena);
    rt_value_put_text(arena, o, RT_S("asked"), name);
    rt_value *subjects = rt_value_put_list(arena, o, RT_S("subjects"));
    rt_value *like = rt_value_put_list(arena, o, RT_S("like"));
    RT_TRY(rt_who_exactly(&r, name, &who, err));
    if (who.entity == NULL) return add_alike(&r, name, o, subjects, like, err);
    rt_value_put_text(arena, o, RT_S("found"), who.n > 0 ? RT_S("several") : RT_S("one"));
    return add_dossiers(lens, &who, o, subjects, arena, err);
}

/* --- what is frozen of it ---------------------------------------------------------------------------------------- */

static int by_text(const void *x, const void *y) {
    const rt_str *a = x, *b = y;
    return rt_str_cmp(*a, *b);
}

rt_strs rt_vet_page_statements(const rt_value *page, rt_arena *arena) {
    rt_strs all = {0};
    size_t n = 0;
    for (const rt_value *s = rt_value_first(rt_value_get(page, RT_S("subjects"))); s != NULL; s = s->next)
        for (const rt_value *v = rt_value_first(rt_value_get(s, RT_S("statements"))); v != NULL; v = v->next) {
            all.at = rt_grow(arena, all.at, all.n, sizeof *all.at);
            all.at[all.n++] = v->key;
        }
    if (all.n > 1) qsort(all.at, all.n, sizeof *all.at, by_text);
    for (size_t i = 0; i < all.n; i++)
        if (i == 0 || !rt_str_eq(all.at[i], all.at[n - 1])) all.at[n++] = all.at[i];
    all.n = n;
    return all;
}

rt_str rt_vet_page_bytes(const rt_value *page, rt_arena *arena) {
    RT_AUTO(rt_buf) bytes = {0};
    rt_json_write_sorted(&bytes, page);
    return rt_str_copy(arena, rt_buf_str(&bytes));
}

rt_str rt_vet_hash(rt_str bytes, rt_arena *arena) {
    RT_AUTO(rt_buf) hex = {0};
    rt_hash hash;
    rt_hasher *h = rt_hasher_new();
    rt_hash_two(h, bytes, (rt_str){"", 0}, &hash);
    rt_hasher_free(h);
    rt_buf_hex(&hex, hash.bytes, sizeof hash.bytes);
    return rt_str_copy(arena, rt_buf_str(&hex));
}
