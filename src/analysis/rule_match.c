#include "analysis/rule_match.h"

#include "analysis/party.h"
#include "base/grow.h"
#include "base/map.h"
#include "model/types.h"
#include "names/fold.h"

/* --- what it rests on ----------------------------------------------------------------------------------------------
 */

void rt_rule_needs(rt_rule_basis *basis, rt_facts facts, rt_arena *arena) {
    if (facts.n == 0) return;
    basis->needs = rt_grow(arena, basis->needs, basis->n, sizeof(rt_facts));
    basis->needs[basis->n++] = facts;
}

void rt_rule_doubt(rt_rule_basis *basis, rt_str why, rt_arena *arena) {
    if (rt_strs_have(basis->doubts, why)) return;
    basis->doubts.at = rt_grow(arena, basis->doubts.at, basis->doubts.n, sizeof(rt_str));
    basis->doubts.at[basis->doubts.n++] = why;
}

static void add_once(rt_facts *to, rt_facts from, rt_arena *arena) {
    for (size_t i = 0; i < from.n; i++) {
        bool there = false;
        for (size_t k = 0; k < to->n && !there; k++) there = to->at[k] == from.at[i];
        if (!there) rt_facts_add(to, from.at[i], arena);
    }
}

void rt_rule_basis_add(rt_rule_basis *to, const rt_rule_basis *from, rt_arena *arena) {
    for (size_t i = 0; i < from->n; i++) rt_rule_needs(to, from->needs[i], arena);
    for (size_t i = 0; i < from->doubts.n; i++) rt_rule_doubt(to, from->doubts.at[i], arena);
    add_once(&to->against, from->against, arena);
}

rt_facts rt_rule_basis_facts(const rt_rule_basis *basis, rt_arena *arena) {
    rt_facts all = {0};
    for (size_t i = 0; i < basis->n; i++) add_once(&all, basis->needs[i], arena);
    rt_facts_sort(all);
    return all;
}

/* --- how surely a claim holds ---------------------------------------------------------------------------------------
 */

/* When what it says of an event held is the event's own time: --at asks for that, not for the statement's. */
static bool is_sure(const rt_fact *f) { return rt_fact_asserts(f) && f->out == RT_NO && f->s.said == RT_SURELY; }

static rt_str prop_words(const rt_claim *c) { return c->known != NULL ? c->known->label : c->prop; }

static void add_denials(const rt_entity *e, const rt_claim *c, rt_facts *denials, rt_arena *arena) {
    const rt_claims claims = rt_claims_named(e->claims, c->prop);
    for (size_t i = 0; i < claims.n; i++)
        for (size_t k = 0; k < claims.at[i].facts.n; k++)
            if (rt_fact_denies(claims.at[i].facts.at[k]) && rt_str_eq(claims.at[i].value, c->value))
                rt_facts_add(denials, claims.at[i].facts.at[k], arena);
}

static bool somebody_is_sure(const rt_entity *e, const rt_claim *c) {
    const rt_claims claims = rt_claims_named(e->claims, c->prop);
    for (size_t i = 0; i < claims.n; i++)
        for (size_t k = 0; k < claims.at[i].facts.n; k++)
            if (rt_str_eq(claims.at[i].value, c->value) && is_sure(claims.at[i].facts.at[k])) return true;
    return false;
}

rt_certainty rt_rule_support(const rt_entity *e, const rt_claim *c, rt_rule_basis *basis, rt_arena *arena) {
    rt_facts denials = {0};
    if (!rt_claim_affirmed(c)) return RT_IMPOSSIBLE;
    add_denials(e, c, &denials, arena);
    add_once(&basis->against, denials, arena);
    for (size_t i = 0; i < denials.n; i++)
        rt_rule_doubt(
            basis,
            rt_str_printf(arena, "%.*s denies it (%.*s)",
                          RT_FMT(denials.at[i]->s.e.speaker.len > 0 ? denials.at[i]->s.e.speaker : RT_S("somebody")),
                          RT_FMT(prop_words(c))),
            arena);
    if (denials.n > 0) return RT_POSSIBLE;
    if (somebody_is_sure(e, c)) return RT_CERTAIN;
    rt_rule_doubt(basis,
                  rt_str_printf(arena, "nobody surely says so: %.*s is only suspected, believed or possibly said",
                                RT_FMT(prop_words(c))),
                  arena);
    return RT_POSSIBLE;
}

static rt_facts affirming(const rt_claim *c, rt_arena *arena) {
    rt_facts facts = {0};
    for (size_t i = 0; i < c->facts.n; i++)
        if (rt_fact_affirms(c->facts.at[i])) rt_facts_add(&facts, c->facts.at[i], arena);
    return facts;
}

/* --- who is named ---------------------------------------------------------------------------------------------------
 */

static bool bears(const rt_entity *e, rt_str name, rt_arena *arena) {
    const rt_strs words = rt_name_fold(arena, name);
    if (words.n == 0) return false;
    for (size_t i = 0; i < e->claims.n; i++) {
        const rt_claim *c = &e->claims.at[i];
        if (!rt_is_own_name(c->prop) || !rt_claim_affirmed(c)) continue;
        const rt_strs own = rt_name_fold(arena, c->value);
        bool same = own.n == words.n;
        for (size_t w = 0; same && w < own.n; w++) same = rt_str_eq(own.at[w], words.at[w]);
        if (same) return true;
    }
    return false;
}

rt_status rt_rule_names(rt_reading *r, rt_str value, const rt_entity *e, rt_certainty *certainty, rt_error *err) {
    const rt_entity *only;
    *certainty = RT_CERTAIN;
    if (rt_entity_has_member(e, value)) return rt_ok;
    *certainty = RT_IMPOSSIBLE;
    if (!bears(e, value, r->arena)) return rt_ok;
    RT_TRY(rt_party_of(r, value, &only, err));
    *certainty = only == e ? RT_CERTAIN : only == NULL ? RT_POSSIBLE : RT_IMPOSSIBLE;
    return rt_ok;
}

rt_strs rt_rule_keys(const rt_entity *e, rt_arena *arena) {
    rt_map keys = {0};
    for (size_t i = 0; i < e->members.n; i++) rt_map_add(&keys, e->members.at[i], arena);
    for (size_t i = 0; i < e->claims.n; i++) {
        const rt_claim *c = &e->claims.at[i];
        if (rt_is_own_name(c->prop) && rt_claim_affirmed(c)) rt_map_add(&keys, c->value, arena);
    }
    return (rt_strs){keys.keys, keys.n};
}

rt_status rt_rule_entity(rt_reading *r, rt_str text, const rt_entity **e, rt_error *err) {
    RT_TRY(rt_party_of(r, text, e, err));
    return *e != NULL ? rt_ok : rt_reading_named(r, text, e, err);
}

/* --- values ---------------------------------------------------------------------------------------------------------
 */

typedef struct matching {
    rt_reading *r;
    const rt_rule_test *test;
    const rt_entity *subject;
} matching;

/* What a test finds. */
typedef struct found {
    rt_certainty certainty;
    bool denied;
    rt_rule_basis basis;
} found;

static rt_status names_one_of(matching *m, rt_str value, rt_certainty *c, rt_error *err) {
    for (size_t i = 0; i < m->test->values.n && *c != RT_CERTAIN; i++) {
        const rt_entity *wanted;
        rt_certainty one;
        RT_TRY(rt_rule_entity(m->r, m->test->values.at[i], &wanted, err));
        RT_TRY(rt_rule_names(m->r, value, wanted, &one, err));
        if (rt_str_eq_nocase(value, m->test->values.at[i])) one = RT_CERTAIN;
        if (one > *c) *c = one;
    }
    return rt_ok;
}

static bool holds_words(rt_str value, rt_str words, rt_arena *arena) {
    const rt_str a = rt_str_lower(arena, rt_str_squeeze(arena, value)),
                 b = rt_str_lower(arena, rt_str_squeeze(arena, words));
    return rt_str_find(a, b) != SIZE_MAX;
}

/* A text may be the name of somebody whose id the rule gives: "authority" of a Passport. */
static bool may_name(const rt_claim *claim) {
    if (claim->known == NULL) return false;
    const rt_type *type = claim->known->type;
    return type == &rt_types[RT_TYPE_ENTITY] || type == &rt_types[RT_TYPE_NAME] || type == &rt_types[RT_TYPE_STRING] ||
           type == &rt_types[RT_TYPE_TEXT];
}

/* How surely one value is one of those that the test names. */
static rt_status means(matching *m, const rt_claim *claim, rt_certainty *c, rt_error *err) {
    const rt_rule_test *t = m->test;
    *c = RT_IMPOSSIBLE;
    if (t->kind == RT_RULE_SAID) return *c = RT_CERTAIN, rt_ok;
    if (t->kind == RT_RULE_SAYS) {
        for (size_t i = 0; i < t->values.n; i++)
            if (holds_words(claim->value, t->values.at[i], m->r->arena)) *c = RT_CERTAIN;
        return rt_ok;
    }
    if (t->subject && m->subject != NULL) RT_TRY(rt_rule_names(m->r, claim->value, m->subject, c, err));
    if (may_name(claim)) return names_one_of(m, claim->value, c, err);
    for (size_t i = 0; i < t->values.n; i++)
        if (rt_str_eq_nocase(claim->value, t->values.at[i])) *c = RT_CERTAIN;
    return rt_ok;
}

/* --- the claims of one entity ---------------------------------------------------------------------------------------
 */

static void keep_best(found *best, const found *one) {
    if (one->certainty > best->certainty) {
        const bool denied = best->denied;
        *best = *one;
        best->denied = best->denied || denied;
    } else
        best->denied = best->denied || one->denied;
}

static void name_doubt(rt_rule_basis *basis, const rt_claim *c, rt_arena *arena) {
    rt_rule_doubt(
        basis, rt_str_printf(arena, "more than one bears the name \"%.*s\"", RT_FMT(rt_str_cut(c->value, 80))), arena);
}

/* Of the values that somebody gives the best one. */
static rt_status is_one(matching *m, const rt_entity *e, rt_claims claims, found *f, rt_error *err) {
    for (size_t i = 0; i < claims.n; i++) {
        const rt_claim *c = &claims.at[i];
        found one = {0};
        rt_certainty same;
        RT_TRY(means(m, c, &same, err));
        if (same == RT_IMPOSSIBLE) continue;
        one.denied = rt_claim_denied(c);
        one.certainty = rt_rule_support(e, c, &one.basis, m->r->arena);
        if (same < one.certainty) one.certainty = same;
        if (same == RT_POSSIBLE) name_doubt(&one.basis, c, m->r->arena);
        rt_rule_needs(&one.basis, affirming(c, m->r->arena), m->r->arena);
        if (one.certainty == RT_IMPOSSIBLE && one.denied) add_once(&f->basis.against, c->facts, m->r->arena);
        keep_best(f, &one);
    }
    return rt_ok;
}

/* Certain when every value that somebody gives is another one. */
static rt_status is_none(matching *m, const rt_entity *e, rt_claims claims, found *f, rt_error *err) {
    bool all = true, some = false;
    for (size_t i = 0; i < claims.n; i++) {
        const rt_claim *c = &claims.at[i];
        rt_certainty same;
        if (!rt_claim_affirmed(c)) continue;
        RT_TRY(means(m, c, &same, err));
        const rt_certainty said = rt_rule_support(e, c, &f->basis, m->r->arena);
        all = all && same == RT_IMPOSSIBLE && said == RT_CERTAIN;
        if (same == RT_CERTAIN) continue;
        some = true;
        rt_rule_needs(&f->basis, affirming(c, m->r->arena), m->r->arena);
    }
    f->certainty = all && some ? RT_CERTAIN : some ? RT_POSSIBLE : RT_IMPOSSIBLE;
    if (f->certainty == RT_POSSIBLE)
        rt_rule_doubt(
            &f->basis,
            rt_str_printf(m->r->arena, "it is not sure that %.*s is another one", RT_FMT(prop_words(&claims.at[0]))),
            m->r->arena);
    return rt_ok;
}

static bool is_said(rt_claims claims) {
    for (size_t i = 0; i < claims.n; i++)
        if (rt_claim_affirmed(&claims.at[i])) return true;
    return false;
}

/* What nobody says: may be meant where the rule says so (`or unknown`), and may be another one than it names. */
static rt_certainty silence(const matching *m, rt_str prop, rt_rule_basis *basis) {
    const rt_rule_test *t = m->test;
    const bool open = t->kind == RT_RULE_IS ? t->unknown : t->kind == RT_RULE_IS_NOT && !t->unknown;
    if (!open) return RT_IMPOSSIBLE;
    rt_rule_doubt(basis, rt_str_printf(m->r->arena, "nobody says %.*s", RT_FMT(prop)), m->r->arena);
    return RT_POSSIBLE;
}

static rt_status test_claims(matching *m, const rt_entity *e, rt_str prop, found *f, rt_error *err) {
    const rt_claims claims = rt_claims_named(e->claims, prop);
    const bool said = is_said(claims);
    if (said && m->test->kind == RT_RULE_IS_NOT) return is_none(m, e, claims, f, err);
    RT_TRY(is_one(m, e, claims, f, err));
    if (!said && !f->denied) f->certainty = silence(m, prop, &f->basis);
    return rt_ok;
}

/* --- of what a value names ------------------------------------------------------------------------------------------
 */

static rt_status test_named(matching *m, const rt_entity *e, const rt_claim *c, found *f, rt_error *err) {
    const rt_entity *named;
    rt_arena *arena = m->r->arena;
    RT_TRY(rt_rule_entity(m->r, c->value, &named, err));
    RT_TRY(test_claims(m, named, m->test->then, f, err));
    if (f->certainty == RT_IMPOSSIBLE) return rt_ok;
    const rt_certainty said = rt_rule_support(e, c, &f->basis, arena);
    if (said < f->certainty) f->certainty = said;
    rt_rule_needs(&f->basis, affirming(c, arena), arena);
    return rt_ok;
}

static rt_status test_path(matching *m, const rt_entity *e, found *f, rt_error *err) {
    const rt_claims claims = rt_claims_named(e->claims, m->test->prop->name);
    bool all = true;
    if (!is_said(claims)) return f->certainty = silence(m, m->test->prop->name, &f->basis), rt_ok;
    for (size_t i = 0; i < claims.n; i++) {
        found one = {0};
        if (!rt_claim_affirmed(&claims.at[i])) continue;
        RT_TRY(test_named(m, e, &claims.at[i], &one, err));
        all = all && one.certainty != RT_IMPOSSIBLE;
        keep_best(f, &one);
    }
    if (m->test->kind != RT_RULE_IS_NOT || all || f->certainty != RT_CERTAIN) return rt_ok;
    f->certainty = RT_POSSIBLE;
    rt_rule_doubt(&f->basis, rt_str_printf(m->r->arena, "sources differ on %.*s", RT_FMT(m->test->prop->label)),
                  m->r->arena);
    return rt_ok;
}

/* --- the pattern ----------------------------------------------------------------------------------------------------
 */

rt_status rt_rule_match(rt_reading *r, const rt_rule_pattern *pattern, const rt_entity *subject, const rt_entity *e,
                        rt_rule_fit *fit, rt_error *err) {
    bool denied = false;
    *fit = (rt_rule_fit){0};
    if (e->schema == NULL || !rt_schema_is_a(e->schema, pattern->schema)) return rt_ok;
    fit->certainty = RT_CERTAIN;
    if (pattern->n == 0) rt_rule_needs(&fit->basis, (rt_facts){e->facts.at, e->facts.n > 0 ? 1 : 0}, r->arena);
    for (size_t i = 0; i < pattern->n; i++) {
        matching m = {r, &pattern->tests[i], subject};
        found f = {0};
        RT_TRY(m.test->then.len > 0 ? test_path(&m, e, &f, err) : test_claims(&m, e, m.test->prop->name, &f, err));
        if (f.certainty == RT_IMPOSSIBLE && !f.denied) return fit->certainty = RT_IMPOSSIBLE, rt_ok;
        denied = denied || f.certainty == RT_IMPOSSIBLE;
        if (f.certainty < fit->certainty) fit->certainty = f.certainty;
        rt_rule_basis_add(&fit->basis, &f.basis, r->arena);
    }
    fit->denied = denied;
    return rt_ok;
}
