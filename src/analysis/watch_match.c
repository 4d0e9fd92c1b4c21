/* match: nobody may be like an entry of a list. A score is a chance and no identification: what is found is possibly so
 * until somebody judges that the two are one. When a list is imported again, what is new or changed on it is looked at
 * against the people of the case, and new people against the list; the same two make the same alert. */
#include "analysis/candidate.h"
#include "analysis/listing.h"
#include "analysis/watch_kind.h"
#include "base/grow.h"
#include "model/listed.h"
#include "names/match.h"

enum { MOST_REASONS = 3 };

/* --- which side of the list ----------------------------------------------------------------------------------------
 */

static bool is_of_others(rt_facts facts, rt_str list) {
    for (size_t i = 0; i < facts.n; i++)
        if (!rt_str_eq(facts.at[i]->s.e.dataset, list)) return true;
    return false;
}

typedef struct side {
    const rt_watching *w;
    bool of_list; /* wanted are entries of the list; else those of whom others speak */
    rt_status status;
    rt_error *err;
} side;

static bool is_wanted(void *with, rt_str id) {
    side *s = with;
    const rt_entity *e = NULL;
    const rt_str list = s->w->watch->rule->list;
    if (s->status.code == RT_OK) s->status = rt_reading_entity(s->w->r, rt_str_copy(s->w->r->arena, id), &e, s->err);
    if (e == NULL) return false;
    return s->of_list ? rt_facts_of_list(e->facts, list) : is_of_others(e->facts, list);
}

/* --- what is found -------------------------------------------------------------------------------------------------
 */

static rt_facts names_of(const rt_entity *e, rt_arena *arena) {
    rt_facts names = {0};
    for (size_t i = 0; i < e->facts.n; i++)
        if (rt_is_own_name(e->facts.at[i]->s.e.prop) && rt_fact_affirms(e->facts.at[i]))
            rt_facts_add(&names, e->facts.at[i], arena);
    return names;
}

/* "for: samir ~ samir: the same word; ..." of at most three. */
static void add_reasons(rt_buf *out, const rt_value *why, bool against) {
    size_t n = 0;
    for (const rt_value *v = rt_value_first(why); v != NULL && n < MOST_REASONS; v = v->next) {
        const double score = rt_value_get_real(v, RT_S("score"));
        const rt_str detail = rt_value_get_text(v, RT_S("detail")), feature = rt_value_get_text(v, RT_S("feature"));
        if (rt_str_is(feature, "prior") || rt_str_is(feature, "calibration")) continue; /* of any two names */
        if (detail.len == 0 || (against ? score >= 0 : score <= 0)) continue;
        rt_buf_printf(out, "%s%.*s", n > 0 ? "; " : against ? ". Against: " : ". For: ", RT_FMT(detail));
        n++;
    }
}

static rt_str explained(const rt_watching *w, const rt_entity *entry, const rt_value *found) {
    RT_AUTO(rt_buf) out = {0};
    rt_buf_printf(&out, "may be %.*s (%.*s) on the list %.*s, score %.4f", RT_FMT(entry->caption), RT_FMT(entry->id),
                  RT_FMT(w->watch->rule->list), rt_value_get_real(found, RT_S("score")));
    add_reasons(&out, rt_value_get(found, RT_S("why")), false);
    add_reasons(&out, rt_value_get(found, RT_S("why")), true);
    return rt_str_copy(w->r->arena, rt_buf_str(&out));
}

static rt_alert blank(const rt_watching *w, const rt_entity *person, const rt_entity *entry) {
    rt_alert a = {.watch = w->watch,
                  .subject = person,
                  .event = entry,
                  .matched = entry->id,
                  .outcome = RT_OUTCOME_POSSIBLY,
                  .since = RT_DAY_OPEN_START};
    rt_rule_needs(&a.basis, names_of(person, w->r->arena), w->r->arena);
    if (entry != person) rt_rule_needs(&a.basis, names_of(entry, w->r->arena), w->r->arena);
    return a;
}

/* Who has left the list is told of as kept. */
static rt_status take_left(const rt_watching *w, const rt_entity *entry, rt_alert *a, rt_error *err) {
    rt_value *left = rt_value_list(w->r->arena);
    RT_TRY(rt_shape_left(w->r, entry, left, err));
    for (const rt_value *v = rt_value_first(left); v != NULL; v = v->next) {
        if (!rt_str_eq(rt_value_get_text(v, RT_S("dataset")), w->watch->rule->list)) continue;
        a->outcome = RT_OUTCOME_KEPT;
        a->explanation = rt_str_printf(w->r->arena, "%.*s; it left the list by the edition of %.*s",
                                       RT_FMT(a->explanation), RT_FMT(rt_value_get_text(v, RT_S("left_by"))));
    }
    return rt_ok;
}

static rt_status add_pair(const rt_watching *w, const rt_entity *person, const rt_entity *entry, const rt_value *found,
                          rt_alerts *alerts, rt_error *err) {
    rt_alert a = blank(w, person, entry);
    a.explanation = explained(w, entry, found);
    rt_rule_doubt(&a.basis, RT_S("names that are alike are no proof; nobody has judged whether the two are one"),
                  w->r->arena);
    RT_TRY(take_left(w, entry, &a, err));
    rt_alert_add(alerts, &a, w->r->arena);
    return rt_ok;
}

/* Somebody judged that it is the entry. */
static rt_status add_judged(const rt_watching *w, const rt_entity *e, rt_alerts *alerts, rt_error *err) {
    rt_alert a = blank(w, e, e);
    a.outcome = w->watch->sure == RT_CERTAIN ? RT_OUTCOME_BROKEN : RT_OUTCOME_POSSIBLY;
    a.explanation = rt_str_printf(w->r->arena, "is on the list %.*s, as somebody judged", RT_FMT(w->watch->rule->list));
    RT_TRY(take_left(w, e, &a, err));
    rt_alert_add(alerts, &a, w->r->arena);
    return rt_ok;
}

static rt_status find(rt_watching *w, rt_alerts *alerts, rt_error *err) {
    const rt_entity *e = w->subject, *other;
    const rt_str list = w->watch->rule->list;
    const bool of_list = rt_facts_of_list(e->facts, list);
    side s = {.w = w, .of_list = !of_list, .err = err};
    rt_value *found = rt_value_list(w->r->arena);
    if (!rt_is_list_entry(e->schema_name)) return rt_ok;
    if (of_list && is_of_others(e->facts, list)) return add_judged(w, e, alerts, err);
    RT_TRY(rt_shape_candidates_among(w->r, e, is_wanted, &s, found, err));
    RT_TRY(s.status);
    for (const rt_value *v = rt_value_first(found); v != NULL; v = v->next) {
        if (rt_value_get_real(v, RT_S("score")) < rt_match_threshold) continue;
        RT_TRY(rt_reading_entity(w->r, rt_value_get_text(v, RT_S("id")), &other, err));
        if (other != NULL) RT_TRY(add_pair(w, of_list ? other : e, of_list ? e : other, v, alerts, err));
    }
    return rt_ok;
}

/* --- everybody -----------------------------------------------------------------------------------------------------
 */

/* Whether others than the list speak of it, and this is the id by which it is asked for. */
static rt_status is_asked(rt_reading *r, const rt_rule *rule, rt_str id, rt_arena *scratch, bool *asked,
                          rt_error *err) {
    rt_reading own = rt_reading_new(r->lens, scratch);
    const rt_entity *e;
    RT_TRY(rt_reading_entity(&own, rt_str_copy(scratch, id), &e, err));
    *asked = e != NULL && is_of_others(e->facts, rule->list) && rt_str_eq(e->id, id);
    return rt_ok;
}

static rt_status take_all(rt_reading *r, const rt_rule *rule, rt_cursor *c, rt_strs *ids, rt_error *err) {
    RT_AUTO(rt_arena) scratch = {0};
    rt_seen_entry s;
    bool asked;
    for (bool more;;) {
        RT_TRY(rt_cursor_next(c, &s, &more, err));
        if (!more) return rt_ok;
        if (!rt_is_list_entry(s.e.schema)) continue;
        rt_arena_reset(&scratch);
        RT_TRY(is_asked(r, rule, s.e.entity, &scratch, &asked, err));
        if (!asked) continue;
        ids->at = rt_grow(r->arena, ids->at, ids->n, sizeof(rt_str));
        ids->at[ids->n++] = rt_str_copy(r->arena, s.e.entity);
    }
}

static rt_status everyone(rt_reading *r, const rt_rule *rule, rt_strs *ids, rt_error *err) {
    rt_cursor *c;
    *ids = (rt_strs){0};
    RT_TRY(rt_cursor_entities(r->lens, &c, err));
    const rt_status s = take_all(r, rule, c, ids, err);
    rt_cursor_close(c);
    return s;
}

static const rt_rule_pattern *everybody(const rt_rule *rule) { return &rule->pattern; }

extern const rt_watch_kind rt_watch_match;
const rt_watch_kind rt_watch_match = {
    .rule = &rt_rule_match_list, .find = find, .everybody = everybody, .everyone = everyone};
