#include "analysis/candidate.h"

#include <stdlib.h>

#include "analysis/listing.h"
#include "analysis/namesakes.h"
#include "analysis/subject.h"
#include "base/grow.h"
#include "names/why.h"
#include "store/cluster.h"

enum { MOST_CANDIDATES = 10, MOST_COMPARED = 20, MOST_NAMES = 32 };

/* Chances: names below the first are not compared further; of who scores below the second, three in four are others. */
static const double least_of_names = 0.02, least_of_all = 0.25;

typedef struct candidate {
    const rt_entity *entity;
    double score;
    rt_value *why;
} candidate;

/* --- gathering --------------------------------------------------------------------------------------------------- */

/* For whom, and who of those that may match. */
typedef struct choice {
    const rt_entity *e;
    rt_candidate_wanted *wanted; /* NULL: all */
    void *with;
} choice;

static bool may_match(const void *with, rt_str id, rt_str schema) {
    const choice *c = with;
    const rt_entity *e = c->e;
    const rt_schema *s = rt_schema_named(schema);
    return s != NULL && e->schema != NULL && !rt_entity_has_member(e, id) && rt_schema_can_match(e->schema, s) &&
           (c->wanted == NULL || c->wanted(c->with, id));
}

static rt_strs names_of(const rt_entity *e, rt_arena *arena) {
    rt_strs names = {RT_NEW_N(arena, rt_str, MOST_NAMES), 0};
    for (size_t i = 0; i < e->claims.n && names.n < MOST_NAMES; i++)
        if (rt_is_own_name(e->claims.at[i].prop) && rt_claim_affirmed(&e->claims.at[i]))
            names.at[names.n++] = e->claims.at[i].value;
    return names;
}

static bool is_there(const candidate *list, size_t n, const rt_entity *e) {
    for (size_t i = 0; i < n; i++)
        if (list[i].entity == e) return true;
    return false;
}

/* A judgement of "unsure" moves nothing, and is told. */
static void add_judgement(rt_arena *arena, candidate *c, rt_str why) {
    rt_value *v = rt_value_push(c->why, rt_value_object(arena));
    rt_value_put_text(arena, v, RT_S("feature"), RT_S("judgement"));
    rt_value_put(v, RT_S("score"), rt_value_real(arena, 0));
    rt_value_put_text(arena, v, RT_S("detail"), rt_str_printf(arena, "judged unsure: %.*s", RT_FMT(why)));
}

/* What counts of all that was judged of an entity. */
static rt_status judged_of_all(rt_reading *r, const rt_entity *e, rt_seen_list *all, rt_error *err) {
    *all = (rt_seen_list){0};
    for (size_t i = 0; i < e->members.n; i++) {
        rt_judged_list judged;
        RT_TRY(rt_judged_of(r->lens, e->members.at[i], r->arena, &judged, err));
        for (size_t k = 0; k < judged.n; k++) {
            all->at = rt_grow(r->arena, all->at, all->n, sizeof *all->at);
            all->at[all->n++] = judged.at[k].s;
        }
    }
    return rt_ok;
}

/* Whether somebody of the one is judged different from somebody of the other; else *c tells of who was unsure. */
static bool are_apart(rt_reading *r, const rt_seen_list *judged, candidate *c) {
    for (size_t i = 0; i < judged->n; i++) {
        const rt_entry *j = &judged->at[i].e;
        if (!rt_entity_has_member(c->entity, j->a) && !rt_entity_has_member(c->entity, j->b)) continue;
        if (rt_str_is(j->judgement, "different")) return true;
        if (rt_str_is(j->judgement, "unsure")) add_judgement(r->arena, c, j->why);
    }
    return false;
}

static void score(rt_reading *r, const rt_ready *here, candidate *c) {
    const rt_subject there = rt_entity_as_subject(c->entity, r->arena);
    rt_ready ready;
    rt_match match;
    rt_ready_make(r->arena, &there, &ready);
    rt_match_subjects(r->arena, here, &ready, &match);
    c->score = match.score;
    c->why = rt_why_value(r->arena, &match);
}

/* Who is compared with whom. */
typedef struct asked {
    const rt_entity *e;
    rt_ready ready;
    rt_seen_list judged;
} asked;

static rt_status compare(rt_reading *r, const asked *a, const rt_namesake *n, candidate *list, size_t *count,
                         rt_error *err) {
    candidate c = {0};
    RT_TRY(rt_reading_entity(r, n->entity, &c.entity, err));
    if (c.entity == NULL || c.entity == a->e || is_there(list, *count, c.entity)) return rt_ok;
    score(r, &a->ready, &c);
    if (!are_apart(r, &a->judged, &c) && c.score >= least_of_all) list[(*count)++] = c;
    return rt_ok;
}

static int by_score(const void *x, const void *y) {
    const candidate *a = x, *b = y;
    if (a->score != b->score) return a->score > b->score ? -1 : 1;
    return rt_str_cmp(a->entity->id, b->entity->id);
}

rt_status rt_shape_candidates(rt_reading *r, const rt_entity *e, rt_value *list, rt_error *err) {
    return rt_shape_candidates_among(r, e, NULL, NULL, list, err);
}

rt_status rt_shape_candidates_among(rt_reading *r, const rt_entity *e, rt_candidate_wanted *wanted, void *with,
                                    rt_value *list, rt_error *err) {
    const choice among = {e, wanted, with};
    rt_namesakes like;
    candidate found[MOST_COMPARED];
    size_t n = 0;
    const rt_subject subject = rt_entity_as_subject(e, r->arena);
    asked a = {.e = e};
    rt_ready_make(r->arena, &subject, &a.ready);
    RT_TRY(judged_of_all(r, e, &a.judged, err));
    RT_TRY(rt_namesakes_find(r->lens, names_of(e, r->arena), least_of_names, may_match, &among, r->arena, &like, err));
    for (size_t i = 0; i < like.n && i < MOST_COMPARED; i++) RT_TRY(compare(r, &a, &like.at[i], found, &n, err));
    if (n > 1) qsort(found, n, sizeof *found, by_score);
    for (size_t i = 0; i < n && i < MOST_CANDIDATES; i++) {
        rt_value *v = rt_value_push(list, rt_shape_of_entity(found[i].entity, r->arena));
        rt_value_put(v, RT_S("score"), rt_value_real(r->arena, rt_four_decimals(found[i].score)));
        rt_value_put(v, RT_S("why"), found[i].why);
        RT_TRY(rt_shape_left(r, found[i].entity, rt_value_put_list(r->arena, v, RT_S("left")), err));
    }
    return rt_ok;
}
