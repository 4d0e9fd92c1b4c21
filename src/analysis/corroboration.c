/* What stands behind a claim: its independent origins, who only repeats them, who says otherwise, and what is left when
 * an origin is taken back. */
#include <stdlib.h>

#include "analysis/conflict_sides.h"
#include "analysis/opposing.h"
#include "analysis/origins.h"
#include "analysis/shape.h"
#include "analysis/topic.h"
#include "analysis/view.h"
#include "analysis/who.h"

/* --- standing ---------------------------------------------------------------------------------------------------- */

/* What became of a claim, that which asks for attention first. */
static const char *const standings[] = {"retracted", "refuted", "denied",       "disputed",
                                        "weakened",  "doubted", "corroborated", "single"};
enum { RETRACTED, REFUTED, DENIED, DISPUTED, WEAKENED, DOUBTED, CORROBORATED, SINGLE };

/* Refuted is what nobody stands by who is not graded improbable, or what more voices deny than stand by it; a link that
 * opposes alone makes it no more than disputed. */
static int standing_of(const rt_origins *o, bool denied, size_t against) {
    if (o->origins == 0) return DENIED;
    if (o->taken_back == o->origins) return RETRACTED;
    if (against > 0 && (o->standing == 0 || (denied && against > o->standing))) return REFUTED;
    if (against > 0) return DISPUTED;
    if (o->taken_back > 0) return WEAKENED;
    if (o->standing == 0) return DOUBTED;
    return o->standing > 1 ? CORROBORATED : SINGLE;
}

/* --- one claim --------------------------------------------------------------------------------------------------- */

typedef struct answer {
    rt_value *object;
    int standing;
    size_t origins, repeats, found;
} answer;

/* Whom a saying follows: by a link or as carrier, else the one that stands for its voice. */
static const rt_fact *followed(const rt_origins *o, const rt_saying *s) {
    if (s->how == RT_AFTER_LINK || s->how == RT_AFTER_CARRIED) return s->after;
    const rt_saying *first = o->first[rt_origins_component(o, s)];
    return first != s ? first->fact : s->after;
}

/* Sayings of one voice were held against each other in the order of the log: who came first may be marked as following
 * one who came later. */
static rt_after way(const rt_origins *o, const rt_saying *s) {
    return s->how != RT_AFTER_NOBODY ? s->how : o->first[rt_origins_component(o, s)]->how;
}

static void put_after(rt_reading *r, const rt_origins *o, const rt_saying *s, rt_value *list) {
    const rt_fact *of = followed(o, s);
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    rt_value_put_text(r->arena, v, RT_S("statement"), s->fact->s.e.id);
    rt_value_put_text(r->arena, v, RT_S("of"), of != NULL ? of->s.e.id : (rt_str){"", 0});
    rt_value_put_text(r->arena, v, RT_S("how"), rt_after_name(way(o, s)));
}

typedef struct sorted {
    rt_facts origins, repeats, circle, affected, takers;
} sorted;

/* What falls with its origins: what was not taken back itself. Where the whole claim is refuted, all that repeats it.
 */
static bool is_affected(const rt_origins *o, const rt_saying *s, int standing) {
    if (s->fact->out == RT_SURELY) return false;
    return standing == REFUTED || o->is_fallen[rt_origins_component(o, s)];
}

static rt_status sort_sayings(rt_reading *r, const rt_origins *o, int standing, sorted *to, rt_error *err) {
    for (size_t i = 0; i < o->sayings.n; i++) {
        const rt_saying *s = &o->sayings.at[i];
        const rt_entity *e;
        rt_fact *taker = NULL;
        const bool first = rt_origins_is_first(o, s);
        rt_facts_add(first ? &to->origins : &to->repeats, s->fact, r->arena);
        if (o->is_circle[rt_origins_component(o, s)]) rt_facts_add(&to->circle, s->fact, r->arena);
        if (!first && is_affected(o, s, standing)) rt_facts_add(&to->affected, s->fact, r->arena);
        if (s->fact->out == RT_SURELY) RT_TRY(rt_reading_fact(r, s->fact->out_by, &e, &taker, err));
        if (taker != NULL) rt_facts_add(&to->takers, taker, r->arena);
    }
    return rt_ok;
}

static void put_sorted(rt_reading *r, const rt_origins *o, const sorted *s, rt_value *v) {
    rt_shape_ids(r, v, "origin_statements", s->origins);
    rt_shape_ids(r, v, "repeat_statements", s->repeats);
    rt_value *after = rt_value_put_list(r->arena, v, RT_S("after"));
    for (size_t i = 0; i < o->sayings.n; i++)
        if (!rt_origins_is_first(o, &o->sayings.at[i])) put_after(r, o, &o->sayings.at[i], after);
    rt_value_put(v, RT_S("circular"), rt_value_bool(r->arena, o->circular));
    rt_shape_ids(r, v, "circle", s->circle);
    rt_value_put(v, RT_S("retracted"), rt_value_bool(r->arena, o->origins > 0 && o->taken_back == o->origins));
    rt_shape_ids(r, v, "retracted_by", s->takers);
    rt_shape_ids(r, v, "affected", s->affected);
}

static rt_status put_against(rt_reading *r, const rt_entity *of, rt_facts against, rt_value *list, rt_error *err) {
    for (size_t i = 0; i < against.n; i++) {
        const rt_entity *e;
        RT_TRY(rt_reading_entity(r, against.at[i]->s.e.entity, &e, err));
        RT_TRY(rt_conflict_fact_side(r, of, e, against.at[i], list, err));
    }
    return rt_ok;
}

static rt_status answer_topic(rt_reading *r, const rt_topic *t, answer *a, rt_error *err) {
    rt_origins o, against = {0};
    rt_facts against_it;
    sorted s = {0};
    rt_value *v = a->object = rt_value_object(r->arena);
    RT_TRY(rt_origins_of(r, t->say, &o, err));
    RT_TRY(rt_opposing_of(r, t, &against_it, err));
    if (against_it.n > 0) RT_TRY(rt_origins_of(r, against_it, &against, err));
    a->standing = standing_of(&o, t->deny.n > 0, against.origins);
    RT_TRY(sort_sayings(r, &o, a->standing, &s, err));
    a->origins = o.origins;
    a->repeats = s.repeats.n;
    rt_value_put(v, RT_S("entity"), rt_shape_of_entity(t->entity, r->arena));
    RT_TRY(rt_shape_topic(r, t, v, err));
    rt_value_put_text(r->arena, v, RT_S("standing"), rt_str_of(standings[a->standing]));
    rt_shape_count(r, v, "origins", o.origins);
    rt_shape_count(r, v, "standing_origins", o.standing);
    rt_shape_count(r, v, "repeats", s.repeats.n);
    put_sorted(r, &o, &s, v);
    rt_shape_count(r, v, "opposing_origins", against.origins);
    rt_shape_ids(r, v, "refuted_by", against_it);
    return put_against(r, t->entity, against_it, rt_value_put_list(r->arena, v, RT_S("against")), err);
}

/* --- all of them ------------------------------------------------------------------------------------------------- */

/* What asks for attention first: then what most origins bear, then what is repeated most. */
static int by_standing(const void *x, const void *y) {
    const answer *a = x, *b = y;
    if (a->standing != b->standing) return a->standing < b->standing ? -1 : 1;
    if (a->origins != b->origins) return a->origins > b->origins ? -1 : 1;
    if (a->repeats != b->repeats) return a->repeats > b->repeats ? -1 : 1;
    return (a->found > b->found) - (a->found < b->found);
}

static rt_status put_claims(rt_reading *r, const rt_topics *topics, rt_value *o, rt_error *err) {
    answer *all = RT_NEW_N(r->arena, answer, topics->n);
    for (size_t i = 0; i < topics->n; i++) {
        all[i].found = i;
        RT_TRY(answer_topic(r, &topics->at[i], &all[i], err));
    }
    if (topics->n > 1) qsort(all, topics->n, sizeof *all, by_standing);
    rt_value *list = rt_value_put_list(r->arena, o, RT_S("claims"));
    for (size_t i = 0; i < topics->n; i++) rt_value_push(list, all[i].object);
    return rt_ok;
}

static bool holds(rt_facts facts, const rt_fact *f) {
    for (size_t i = 0; i < facts.n; i++)
        if (facts.at[i] == f) return true;
    return false;
}

/* The claim that a statement makes, or denies. */
static rt_status topic_of(rt_reading *r, const rt_entity *e, const rt_fact *f, rt_topics *topics, rt_error *err) {
    rt_strs props = {RT_NEW(r->arena, rt_str), 1};
    rt_topics all = {0};
    props.at[0] = f->s.e.prop;
    RT_TRY(rt_topics_add(r, e, props, &all, err));
    for (size_t i = 0; i < all.n; i++)
        if (holds(all.at[i].say, f) || holds(all.at[i].deny, f)) *topics = (rt_topics){&all.at[i], 1};
    return rt_ok;
}

static rt_status corroboration_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                                   rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    const rt_strs props = {args->who.at + 1, args->who.n - 1};
    const rt_entity *e;
    rt_fact *f;
    rt_topics topics = {0};
    rt_value *o = *object = rt_value_object(arena);
    RT_TRY(rt_reading_fact(&r, args->who.at[0], &e, &f, err));
    if (f != NULL)
        RT_TRY(topic_of(&r, e, f, &topics, err));
    else {
        rt_who who;
        RT_TRY(rt_who_find(&r, args->who.at[0], &who, err));
        e = who.entity;
        RT_TRY(rt_topics_around(&r, e, props, &topics, err));
    }
    rt_value_put(o, RT_S("about"), rt_shape_of_entity(e, arena));
    RT_TRY(put_claims(&r, &topics, o, err));
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_corroboration = {
    .name = "corroboration",
    .summary = "how many independent origins a claim has, and who only repeats them",
    .least = 1,
    .most = SIZE_MAX,
    .run = corroboration_run,
};
