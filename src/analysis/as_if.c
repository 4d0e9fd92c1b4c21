#include "analysis/as_if.h"

#include "analysis/believed.h"
#include "analysis/grounds.h"
#include "analysis/who.h"
#include "base/grow.h"
#include "store/cluster.h"

enum { MOST_SUPPOSED = 64 };

typedef struct asking {
    rt_reading r;
    rt_supposed *at;
    size_t n;
    bool apart;
} asking;

/* --- what is asked ----------------------------------------------------------------------------------------------- */

static rt_status add(asking *q, rt_str a, rt_str b, rt_str hypothesis, rt_error *err) {
    if (q->n == MOST_SUPPOSED) return rt_fail(err, RT_LIMIT, "more than %d pairs are asked as if", MOST_SUPPOSED);
    q->at = rt_grow(q->r.arena, q->at, q->n, sizeof *q->at);
    q->at[q->n++] = (rt_supposed){a, b, q->apart, hypothesis};
    return rt_ok;
}

/* Ids may hold `=`: where both sides are ids that are there, that is what is meant; else the first one parts. */
static rt_status part(asking *q, rt_str text, rt_str *a, rt_str *b, rt_error *err) {
    *a = *b = (rt_str){"", 0};
    for (size_t i = 0; i < text.len; i++) {
        const rt_str left = rt_str_cut(text, i), right = rt_str_from(text, i + 1);
        bool first = false, second = false;
        if (text.at[i] != '=') continue;
        RT_TRY(rt_lens_sees_entity(q->r.lens, left, &first, err));
        RT_TRY(rt_lens_sees_entity(q->r.lens, right, &second, err));
        if (a->len == 0 || (first && second)) *a = rt_str_trim(left), *b = rt_str_trim(right);
        if (first && second) return rt_ok;
    }
    return rt_ok;
}

static rt_status no_hypothesis(rt_str text, rt_error *err) {
    return rt_fail(err, RT_BAD, "%.*s is no hypothesis that two are one; as if takes A=B, or such a hypothesis",
                   RT_FMT(rt_str_cut(text, 200)));
}

static bool is_of(const rt_claim *c, const char *prop) {
    return rt_str_is(c->prop, prop) && rt_claim_affirmed(c) && !c->out;
}

static rt_status add_hypothesis(asking *q, rt_str text, rt_error *err) {
    rt_who who;
    const size_t before = q->n;
    RT_TRY(rt_who_find(&q->r, text, &who, err));
    const rt_claims all = who.entity->claims;
    if (!rt_entity_is(who.entity, "Hypothesis") || !rt_is_of_identity(who.entity)) return no_hypothesis(text, err);
    for (size_t i = 0; i < all.n; i++)
        for (size_t k = 0; k < all.n; k++) {
            const rt_entity *a, *b;
            if (!is_of(&all.at[i], "subject") || !is_of(&all.at[k], "object")) continue;
            RT_TRY(rt_reading_entity(&q->r, all.at[i].value, &a, err));
            RT_TRY(rt_reading_entity(&q->r, all.at[k].value, &b, err));
            if (rt_could_be_one(a, b)) RT_TRY(add(q, all.at[i].value, all.at[k].value, who.entity->id, err));
        }
    return q->n > before ? rt_ok : no_hypothesis(text, err);
}

static rt_status add_text(asking *q, rt_str text, rt_error *err) {
    rt_str a, b, x, y;
    RT_TRY(part(q, text, &a, &b, err));
    if (a.len == 0 && b.len == 0 && rt_str_find(text, RT_S("=")) == SIZE_MAX) return add_hypothesis(q, text, err);
    if (a.len == 0 || b.len == 0)
        return rt_fail(err, RT_USAGE, "as if takes A=B, not \"%.*s\"", RT_FMT(rt_str_cut(text, 200)));
    RT_TRY(rt_who_id(&q->r, a, &x, err));
    RT_TRY(rt_who_id(&q->r, b, &y, err));
    return add(q, x, y, (rt_str){"", 0}, err);
}

static rt_status find_out(asking *q, const rt_as_if *asked, rt_error *err) {
    for (int k = 0; k < 2; k++) {
        const rt_strs texts = k == 0 ? asked->same : asked->apart;
        q->apart = k == 1;
        for (size_t i = 0; i < texts.n; i++) RT_TRY(add_text(q, texts.at[i], err));
    }
    return rt_ok;
}

rt_status rt_as_if_open(rt_store *store, const rt_lens_spec *spec, const rt_as_if *asked, rt_arena *arena,
                        rt_lens **lens, rt_error *err) {
    rt_lens_spec with = *spec;
    asking q = {0};
    with.supposed = (rt_supposed_list){0};
    RT_TRY(rt_lens_open(store, &with, lens, err));
    if (asked->same.n + asked->apart.n == 0) return rt_ok;
    q.r = rt_reading_new(*lens, arena);
    const rt_status s = find_out(&q, asked, err);
    rt_lens_close(*lens);
    *lens = NULL;
    RT_TRY(s);
    with.supposed = (rt_supposed_list){q.at, q.n};
    return rt_lens_open(store, &with, lens, err);
}

/* --- what is told of it ------------------------------------------------------------------------------------------ */

static rt_status put_entity(rt_reading *r, rt_value *v, const char *key, rt_str id, rt_error *err) {
    rt_value *entity = rt_value_null(r->arena);
    if (id.len > 0) RT_TRY(rt_shape_entity(r, id, &entity, err));
    rt_value_put(v, rt_str_of(key), entity);
    return rt_ok;
}

static bool is_supposed(const rt_reading *r, const rt_entry *e) {
    const rt_supposed_list all = rt_lens_supposed(r->lens);
    for (size_t i = 0; i < all.n; i++)
        if ((rt_str_eq(all.at[i].a, e->a) && rt_str_eq(all.at[i].b, e->b)) ||
            (rt_str_eq(all.at[i].a, e->b) && rt_str_eq(all.at[i].b, e->a)))
            return true;
    return false;
}

/* Judgements between somebody of the one list and somebody of the other: `different` of those who are one as if they
 * were the same, `same` of those who are apart as if they were not. */
static rt_status put_overrides(rt_reading *r, const rt_supposed *s, rt_value *list, rt_error *err) {
    rt_strs here, there;
    RT_TRY(rt_cluster_of(r->lens, s->a, r->arena, &here, err));
    RT_TRY(rt_cluster_of(r->lens, s->b, r->arena, &there, err));
    for (size_t i = 0; i < here.n; i++) {
        rt_judged_list judged;
        RT_TRY(rt_judged_of(r->lens, here.at[i], r->arena, &judged, err));
        for (size_t k = 0; k < judged.n; k++) {
            const rt_entry *e = &judged.at[k].s.e;
            const rt_str other = rt_judged_other(e, here.at[i]);
            if (!rt_str_is(e->judgement, s->apart ? "same" : "different") || is_supposed(r, e)) continue;
            if (!rt_strs_have(there, other) || (!s->apart && rt_str_cmp(other, here.at[i]) < 0)) continue;
            rt_value_push(list, rt_shape_judgement(r, e));
        }
    }
    return rt_ok;
}

static rt_status put_one(rt_reading *r, const rt_supposed *s, rt_value *list, rt_error *err) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    rt_seen_entry last;
    rt_value_put_text(r->arena, v, RT_S("as"), s->apart ? RT_S("apart") : RT_S("same"));
    RT_TRY(put_entity(r, v, "a", s->a, err));
    RT_TRY(put_entity(r, v, "b", s->b, err));
    RT_TRY(put_entity(r, v, "hypothesis", s->hypothesis, err));
    RT_TRY(rt_judgement_on(r->lens, s->a, s->b, r->arena, &last, err));
    rt_value_put(v, RT_S("judged"), rt_shape_judgement(r, &last.e));
    return put_overrides(r, s, rt_value_put_list(r->arena, v, RT_S("overrides")), err);
}

rt_status rt_as_if_put(rt_lens *lens, rt_arena *arena, rt_value *object, rt_error *err) {
    const rt_supposed_list all = rt_lens_supposed(lens);
    rt_reading alone = rt_reading_new(lens, arena);
    alone.alone = true;
    if (all.n == 0) return rt_ok;
    rt_value *list = rt_value_put_list(arena, object, RT_S("as_if"));
    for (size_t i = 0; i < all.n; i++) RT_TRY(put_one(&alone, &all.at[i], list, err));
    return rt_ok;
}
