#include "analysis/candidate.h"

#include <stdlib.h>

#include "analysis/birth.h"
#include "analysis/cluster.h"
#include "analysis/namesakes.h"
#include "base/date_allen.h"
#include "model/types.h"

enum { MOST_CANDIDATES = 10, MOST_COMPARED = 20, MOST_NAMES = 32 };
static const double least_likeness = 0.6;

/* What an equal name alone says. Two people often share one, so a name never makes a match certain: the rest must come
 * from what else is known of both. Set by judgement, not measured: the name engine's calibrated score takes its place.
 */
static const double name_alone = 0.85;

typedef struct candidate {
    const rt_entity *entity;
    double score;
    rt_value *why;
} candidate;

/* Four decimals. */
static double rounded(double x) { return (double)(int)(x * 10000 + (x < 0 ? -0.5 : 0.5)) / 10000; }

static double as_score(double x) { return x < 0 ? 0 : x > 1 ? 1 : rounded(x); }

/* --- what speaks for and against --------------------------------------------------------------------------------- */

static void add_why(rt_arena *arena, candidate *c, const char *feature, double score, rt_str detail) {
    rt_value *v = rt_value_push(c->why, rt_value_object(arena));
    rt_value_put_text(arena, v, RT_S("feature"), rt_str_of(feature));
    rt_value_put(v, RT_S("score"), rt_value_real(arena, rounded(score)));
    rt_value_put_text(arena, v, RT_S("detail"), detail);
    c->score += score;
}

static void compare_names(rt_arena *arena, candidate *c, const rt_namesake *n) {
    const char *how = n->likeness.contained    ? "all words of one are in the other"
                      : n->likeness.score >= 1 ? "the same words"
                                               : "some words are shared";
    add_why(arena, c, "name", name_alone * n->likeness.score,
            rt_str_printf(arena, "%.*s ~ %.*s: %s%s", RT_FMT(n->like), RT_FMT(n->name), how,
                          n->likeness.spelt ? ", spelt a little differently" : ""));
}

/* "22 in 2006-07 ([1983-07-02..1984-07-31]), 1984" */
static void write_births(rt_buf *out, const rt_birth *b) {
    for (size_t i = 0; i < b->n && i < 8; i++) {
        if (i > 0) rt_buf_add(out, RT_S(", "));
        if (b->by[i].from.len > 0)
            rt_buf_printf(out, "%.*s (born %.*s)", RT_FMT(b->by[i].from), RT_FMT(b->by[i].edtf));
        else
            rt_buf_add(out, b->by[i].edtf);
    }
}

/* Whether some date of one and some of the other may be the same day. Several of one are alternatives. */
static bool births_meet(const rt_birth *a, const rt_birth *b) {
    for (size_t i = 0; i < a->n; i++)
        for (size_t k = 0; k < b->n; k++)
            if (rt_allen_share(&a->by[i].when, &b->by[k].when) != RT_IMPOSSIBLE) return true;
    return false;
}

static void compare_births(rt_arena *arena, candidate *c, const rt_entity *e) {
    const rt_birth a = rt_birth_of(e, arena), b = rt_birth_of(c->entity, arena);
    RT_AUTO(rt_buf) text = {0};
    if (!a.known || !b.known) return;
    const bool meet = births_meet(&a, &b);
    write_births(&text, &a);
    rt_buf_add(&text, RT_S(" here; "));
    write_births(&text, &b);
    rt_buf_add(&text, meet ? RT_S(" there: they meet") : RT_S(" there: they exclude each other"));
    add_why(arena, c, "birthDate", meet ? 0.05 : -0.3, rt_str_copy(arena, rt_buf_str(&text)));
}

static bool holds_value(rt_claims claims, rt_str value) {
    for (size_t i = 0; i < claims.n; i++)
        if (rt_claim_affirmed(&claims.at[i]) && rt_str_eq(claims.at[i].value, value)) return true;
    return false;
}

static size_t write_values(rt_buf *out, rt_claims claims) {
    size_t n = 0;
    for (size_t i = 0; i < claims.n; i++) {
        if (!rt_claim_affirmed(&claims.at[i])) continue;
        const rt_str label = claims.at[i].known != NULL ? rt_type_caption(claims.at[i].known->type, claims.at[i].value)
                                                        : claims.at[i].value;
        rt_buf_printf(out, "%s%.*s", n++ > 0 ? ", " : "", RT_FMT(label));
    }
    return n;
}

/* A property of which equal values speak for, and none that are equal against. */
typedef struct feature {
    const char *prop;
    double equal, other;
} feature;

static const feature features[] = {
    {"nationality", 0.03, -0.03}, {"citizenship", 0.03, -0.03}, {"gender", 0.01, -0.2},    {"country", 0.02, -0.02},
    {"passportNumber", 0.3, 0},   {"idNumber", 0.3, 0},         {"birthPlace", 0.03, 0.0}, {"imoNumber", 0.3, -0.3},
};

static void compare_values(rt_arena *arena, candidate *c, const rt_entity *e, const feature *f) {
    const rt_claims a = rt_claims_named(e->claims, rt_str_of(f->prop)),
                    b = rt_claims_named(c->entity->claims, rt_str_of(f->prop));
    RT_AUTO(rt_buf) text = {0};
    bool equal = false;
    for (size_t i = 0; i < a.n; i++) equal = equal || (rt_claim_affirmed(&a.at[i]) && holds_value(b, a.at[i].value));
    const bool here = write_values(&text, a) > 0;
    rt_buf_add(&text, RT_S(" here, "));
    const bool there = write_values(&text, b) > 0;
    rt_buf_add(&text, RT_S(" there"));
    if (here && there) add_why(arena, c, f->prop, equal ? f->equal : f->other, rt_str_copy(arena, rt_buf_str(&text)));
}

/* --- gathering --------------------------------------------------------------------------------------------------- */

static bool may_match(const void *with, rt_str id, rt_str schema) {
    const rt_entity *e = with;
    const rt_schema *s = rt_schema_named(schema);
    return s != NULL && e->schema != NULL && !rt_entity_has_member(e, id) && rt_schema_can_match(e->schema, s);
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

/* What was judged before: *apart is true when they are not the same. */
static rt_status weigh_judgement(rt_reading *r, candidate *c, const rt_entity *e, rt_str id, bool *apart,
                                 rt_error *err) {
    rt_str judgement, why;
    *apart = false;
    for (size_t i = 0; i < e->members.n; i++) {
        RT_TRY(rt_judgement_on(r->lens, e->members.at[i], id, r->arena, &judgement, &why, err));
        *apart = *apart || rt_str_is(judgement, "different");
        if (rt_str_is(judgement, "unsure"))
            add_why(r->arena, c, "judgement", 0, rt_str_printf(r->arena, "judged unsure: %.*s", RT_FMT(why)));
    }
    return rt_ok;
}

static rt_status compare(rt_reading *r, const rt_entity *e, const rt_namesake *n, candidate *list, size_t *count,
                         rt_error *err) {
    candidate c = {.why = rt_value_list(r->arena)};
    bool apart;
    RT_TRY(rt_reading_entity(r, n->entity, &c.entity, err));
    if (c.entity == NULL || c.entity == e || is_there(list, *count, c.entity)) return rt_ok;
    compare_names(r->arena, &c, n);
    compare_births(r->arena, &c, e);
    for (size_t i = 0; i < sizeof features / sizeof *features; i++) compare_values(r->arena, &c, e, &features[i]);
    RT_TRY(weigh_judgement(r, &c, e, n->entity, &apart, err));
    if (!apart) list[(*count)++] = c;
    return rt_ok;
}

static int by_score(const void *x, const void *y) {
    const candidate *a = x, *b = y;
    if (a->score != b->score) return a->score > b->score ? -1 : 1;
    return rt_str_cmp(a->entity->id, b->entity->id);
}

rt_status rt_shape_candidates(rt_reading *r, const rt_entity *e, rt_value *list, rt_error *err) {
    rt_namesakes like;
    candidate found[MOST_COMPARED];
    size_t n = 0;
    RT_TRY(rt_namesakes_find(r->lens, names_of(e, r->arena), least_likeness, may_match, e, r->arena, &like, err));
    for (size_t i = 0; i < like.n && i < MOST_COMPARED; i++) RT_TRY(compare(r, e, &like.at[i], found, &n, err));
    if (n > 1) qsort(found, n, sizeof *found, by_score);
    for (size_t i = 0; i < n && i < MOST_CANDIDATES; i++) {
        rt_value *v = rt_value_push(list, rt_shape_of_entity(found[i].entity, r->arena));
        rt_value_put(v, RT_S("score"), rt_value_real(r->arena, as_score(found[i].score)));
        rt_value_put(v, RT_S("why"), found[i].why);
    }
    return rt_ok;
}
