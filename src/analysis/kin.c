#include "analysis/kin.h"

#include "base/grow.h"

enum { MOST_KIN = 1000 };

/* --- stated ------------------------------------------------------------------------------------------------------ */

/* The kinship of a relation as seen from one end; RT_KIN_NONE when it is none that rules build on. The word is told
 * from the source's side; from the other, its inverse says nothing of gender. */
static bool kin_of_tie(const rt_entity *from, const rt_tie *tie, rt_arena *arena, rt_kin_step *step) {
    *step = (rt_kin_step){from, tie->other, tie, RT_KIN_NONE, RT_GENDER_OPEN};
    if (tie->relation == NULL || !tie->counts || !rt_entity_is(tie->relation, "Family")) return false;
    step->kin = rt_kin_of_word(rt_tie_words(tie, arena), &step->gender);
    if (!tie->outward) {
        step->kin = rt_kin_inverse(step->kin);
        step->gender = RT_GENDER_OPEN;
    }
    return true;
}

/* What the entity's own statements say, where the word is silent. */
static rt_gender gender_of(const rt_entity *e) {
    const rt_claims claims = rt_claims_named(e->claims, RT_S("gender"));
    for (size_t i = 0; i < claims.n; i++) {
        if (!rt_claim_affirmed(&claims.at[i])) continue;
        if (rt_str_is(claims.at[i].value, "female")) return RT_FEMALE;
        if (rt_str_is(claims.at[i].value, "male")) return RT_MALE;
    }
    return RT_GENDER_OPEN;
}

/* --- derived ----------------------------------------------------------------------------------------------------- */

/* The way to somebody by which they are this kin. */
static rt_derived_kin *known_as(const rt_derived_kins *kins, const rt_entity *e, rt_kin kin) {
    for (size_t i = 0; i < kins->n; i++)
        if (kins->at[i].who == e && kins->at[i].kin == kin) return &kins->at[i];
    return NULL;
}

/* By fewer statements, of equally many the surer. */
static bool is_better(const rt_derived_kin *a, const rt_derived_kin *b) {
    return a->n < b->n || (a->n == b->n && a->certainty > b->certainty);
}

static void push(rt_derived_kins *kins, const rt_derived_kin *kin, rt_arena *arena) {
    rt_derived_kin *known = known_as(kins, kin->who, kin->kin);
    if (known != NULL && is_better(kin, known)) *known = *kin;
    if (known != NULL || kin->who == kin->of || kins->n >= MOST_KIN) return;
    kins->at = rt_grow(arena, kins->at, kins->n, sizeof *kins->at);
    kins->at[kins->n++] = *kin;
}

static rt_certainty lower(rt_certainty a, rt_certainty b) { return a < b ? a : b; }

/* What is suspected or believed only makes nothing certain. */
static rt_certainty certainty_of(const rt_kin_step *step) { return step->tie->support > 0 ? RT_CERTAIN : RT_POSSIBLE; }

static void begin(const rt_entity *e, const rt_kin_step *step, rt_arena *arena, rt_derived_kins *all) {
    rt_derived_kin kin = {.of = e, .who = step->to, .kin = step->kin, .certainty = certainty_of(step), .n = 1};
    kin.steps[0] = *step;
    push(all, &kin, arena);
}

static void extend(const rt_derived_kin *known, const rt_kin_step *step, rt_arena *arena, rt_derived_kins *next) {
    const rt_kin_rule *rule = rt_kin_rule_of(known->kin, step->kin);
    rt_derived_kin kin = *known;
    if (rule == NULL) return;
    kin.who = step->to;
    kin.kin = rule->gives;
    kin.gender = step->gender != RT_GENDER_OPEN ? step->gender : gender_of(step->to);
    kin.certainty = lower(lower(known->certainty, rule->certainty), certainty_of(step));
    kin.rules[kin.n] = rule;
    kin.steps[kin.n++] = *step;
    push(next, &kin, arena);
}

/* The kinships that one entity has by statements; each way on from `known`, or (NULL) the first step. */
static rt_status add_stated(rt_reading *r, rt_ties_kept *kept, const rt_entity *at, const rt_derived_kin *known,
                            rt_derived_kins *to, rt_error *err) {
    const rt_ties *ties; /* steps point into it */
    RT_TRY(rt_relations_once(r, kept, at, &ties, err));
    for (size_t i = 0; i < ties->n; i++) {
        rt_kin_step step;
        if (!kin_of_tie(at, &ties->at[i], r->arena, &step)) continue;
        if (known != NULL)
            extend(known, &step, r->arena, to);
        else
            begin(at, &step, r->arena, to);
    }
    return rt_ok;
}

/* On from all that the round before found, in `all` from `begun` on: a round for each length, so that the fewest
 * statements win. */
static rt_status next_round(rt_reading *r, rt_ties_kept *kept, rt_derived_kins *all, size_t begun, rt_error *err) {
    rt_derived_kins found = {0};
    for (size_t i = begun; i < all->n; i++)
        if (all->at[i].kin != RT_KIN_NONE) RT_TRY(add_stated(r, kept, all->at[i].who, &all->at[i], &found, err));
    for (size_t i = 0; i < found.n; i++) push(all, &found.at[i], r->arena);
    return rt_ok;
}

static rt_derived_kin *met(const rt_derived_kins *kins, const rt_entity *e) {
    for (size_t i = 0; i < kins->n; i++)
        if (kins->at[i].who == e) return &kins->at[i];
    return NULL;
}

/* The best of what somebody may be, each once; nobody of whom a kinship is stated, in whatever words. */
static void choose(const rt_derived_kins *all, size_t stated, rt_derived_kins *kins, rt_arena *arena) {
    const rt_derived_kins said = {all->at, stated};
    for (size_t i = stated; i < all->n; i++) {
        rt_derived_kin *known = met(kins, all->at[i].who);
        if (known != NULL && is_better(&all->at[i], known)) *known = all->at[i];
        if (known != NULL || met(&said, all->at[i].who) != NULL) continue;
        kins->at = rt_grow(arena, kins->at, kins->n, sizeof *kins->at);
        kins->at[kins->n++] = all->at[i];
    }
}

rt_status rt_kin_derive(rt_reading *r, rt_ties_kept *kept, const rt_entity *e, rt_derived_kins *kins, rt_error *err) {
    rt_derived_kins all = {0};
    RT_TRY(add_stated(r, kept, e, NULL, &all, err));
    const size_t stated = all.n;
    for (size_t begun = 0, length = 1; length < RT_KIN_STEPS; length++) {
        const size_t end = all.n;
        RT_TRY(next_round(r, kept, &all, begun, err));
        begun = end;
    }
    *kins = (rt_derived_kins){0};
    choose(&all, stated, kins, r->arena);
    return rt_ok;
}

/* --- as an object ------------------------------------------------------------------------------------------------ */

static void put_steps(rt_reading *r, const rt_derived_kin *kin, rt_value *derived) {
    rt_value *steps = rt_value_put_list(r->arena, derived, RT_S("steps"));
    for (size_t i = 0; i < kin->n; i++) {
        const rt_kin_step *s = &kin->steps[i];
        rt_value *v = rt_value_push(steps, rt_value_object(r->arena));
        rt_value_put_text(r->arena, v, RT_S("from"), s->from->id);
        rt_value_put_text(r->arena, v, RT_S("to"), s->to->id);
        rt_value_put_text(r->arena, v, RT_S("what"), rt_kin_word(s->kin, s->gender));
        rt_shape_ids(r, v, "statements", s->tie->facts);
    }
}

static void put_rules(rt_reading *r, const rt_derived_kin *kin, rt_value *derived) {
    rt_value *list = rt_value_put_list(r->arena, derived, RT_S("rules"));
    for (size_t i = 1; i < kin->n; i++) rt_value_push_text(r->arena, list, rt_str_of(kin->rules[i]->says));
}

void rt_shape_derived_kin(rt_reading *r, const rt_derived_kin *kin, rt_value *v) {
    rt_facts facts = {0};
    size_t support = SIZE_MAX;
    for (size_t i = 0; i < kin->n; i++) {
        const rt_tie *tie = kin->steps[i].tie;
        for (size_t k = 0; k < tie->facts.n; k++) rt_facts_add(&facts, tie->facts.at[k], r->arena);
        if (tie->support < support) support = tie->support;
    }
    rt_value_put_text(r->arena, v, RT_S("from"), kin->of->id);
    rt_value_put_text(r->arena, v, RT_S("to"), kin->who->id);
    rt_value_put_text(r->arena, v, RT_S("type"), RT_S("Family"));
    rt_value_put_text(r->arena, v, RT_S("what"), rt_kin_word(kin->kin, kin->gender));
    rt_value_put(v, RT_S("relation"), rt_value_null(r->arena));
    rt_value_put(v, RT_S("when"), rt_value_null(r->arena));
    rt_value_put(v, RT_S("span"), rt_value_null(r->arena));
    rt_shape_count(r, v, "support", support);
    rt_value *derived = rt_value_put_object(r->arena, v, RT_S("derived"));
    rt_value_put_text(r->arena, derived, RT_S("certainty"), rt_certainty_name(kin->certainty));
    put_rules(r, kin, derived);
    put_steps(r, kin, derived);
    rt_shape_cite(r, v, facts);
}
