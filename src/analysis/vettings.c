/* The vetting log: who was checked for what, what was shown, answered and decided, and without knowing what.
 *
 * Of a vetting whose evidence was frozen: what the same check would show its reader today that was not shown then; and
 * whether the frozen page is what the same lens gave then. Of one that the sources only tell of: what existed by its
 * day and had not reached who decided. */
#include <stdlib.h>

#include "analysis/entity_set.h"
#include "analysis/happening.h"
#include "analysis/party.h"
#include "analysis/shape.h"
#include "analysis/vet_frozen.h"
#include "analysis/view.h"
#include "analysis/who.h"

typedef struct log_reading {
    rt_reading *r;
    rt_entity_set all;
    rt_pages pages;
} log_reading;

/* --- which ------------------------------------------------------------------------------------------------------- */

static bool is_vetting(const rt_entity *e) { return rt_entity_is(e, "Vetting"); }

static rt_status of_one(log_reading *l, rt_str text, const rt_entity **about, rt_error *err) {
    static const char *const props[] = {"subject", "authority", "decidedBy"};
    rt_who who;
    rt_around around;
    rt_entity_set named = {0};
    RT_TRY(rt_who_find(l->r, text, &who, err));
    *about = who.entity;
    if (is_vetting(who.entity)) {
        rt_entity_set_add(&l->all, who.entity, l->r->arena);
        return rt_ok;
    }
    RT_TRY(rt_around_read(l->r, who.entity, &around, err));
    for (size_t i = 0; i < around.n; i++)
        if (is_vetting(around.at[i].entity)) rt_entity_set_add(&l->all, around.at[i].entity, l->r->arena);
    RT_TRY(rt_parties_by_name(l->r, who.entity, props, sizeof props / sizeof *props, &named, err));
    for (size_t i = 0; i < named.n; i++)
        if (is_vetting(named.at[i])) rt_entity_set_add(&l->all, named.at[i], l->r->arena);
    return rt_ok;
}

static rt_status of_case(log_reading *l, rt_error *err) {
    static const char *const kinds[] = {"Vetting"};
    return rt_parties_of_schema(l->r, kinds, 1, &l->all, err);
}

/* --- what was decided without knowing ----------------------------------------------------------------------------- */

/* Puts what a statement says, and who entered it when. */
static rt_status put_statement(rt_reading *r, rt_str id, rt_value *v, rt_error *err) {
    const rt_entity *e;
    rt_fact *f;
    RT_TRY(rt_reading_fact(r, id, &e, &f, err));
    rt_value_put(v, RT_S("statement"), rt_value_text(r->arena, id));
    if (f == NULL) return rt_ok;
    const rt_facts one = {&f, 1};
    rt_claim claim = rt_claims_of(one, e->schema, r->arena).at[0];
    rt_value_put_text(r->arena, v, RT_S("recorded_at"), f->s.e.recorded_at);
    rt_value_put_text(r->arena, v, RT_S("recorded_by"), f->s.e.recorded_by);
    rt_value_put(v, RT_S("about"), rt_shape_of_entity(e, r->arena));
    rt_value_put_text(r->arena, v, RT_S("prop"), f->s.e.prop);
    RT_TRY(rt_shape_value(r, v, &claim, err));
    rt_value_put_text(r->arena, v, RT_S("stance"), claim.stance);
    if (f->out == RT_SURELY) rt_value_put(v, RT_S("retracted"), rt_value_bool(r->arena, true));
    rt_shape_cite(r, v, one);
    return rt_ok;
}

static rt_status put_unknown(rt_reading *r, const rt_frozen *frozen, rt_value *list, rt_error *err) {
    static const char *const how[] = {"later", "hidden", "elsewhere", "untold"};
    for (size_t i = 0; i < frozen->unknown.n; i++) {
        rt_value *v = rt_value_push(list, rt_value_object(r->arena));
        rt_value_put_text(r->arena, v, RT_S("how"), rt_str_of(how[frozen->unknown.at[i].how]));
        rt_value_put(v, RT_S("before_decision"), rt_value_bool(r->arena, frozen->unknown.at[i].before_decision));
        RT_TRY(put_statement(r, frozen->unknown.at[i].id, v, err));
    }
    return rt_ok;
}

/* --- told of in the sources ----------------------------------------------------------------------------------------
 */

static rt_status named_by(rt_reading *r, const rt_entity *e, const char *prop, const rt_entity **named, rt_error *err) {
    const rt_claims claims = rt_claims_named(e->claims, rt_str_of(prop));
    *named = NULL;
    for (size_t i = 0; i < claims.n && *named == NULL; i++)
        if (rt_claim_affirmed(&claims.at[i])) RT_TRY(rt_party_of(r, claims.at[i].value, named, err));
    return rt_ok;
}

/* When it was as one EDTF text: where no one text says it, the days that it may have been. */
static rt_str day_of(const rt_entity *e, rt_arena *arena) {
    const rt_dating d = rt_dating_by(e, arena);
    rt_day first, last;
    if (!d.dated || d.edtf.len > 0) return d.edtf;
    rt_when_span(&d.when, &first, &last);
    return rt_str_printf(arena, "[%.*s..%.*s]", RT_FMT(rt_day_text(first, arena)), RT_FMT(rt_day_text(last, arena)));
}

/* A row of `knew` as a row of ours. */
static rt_status put_known(rt_reading *r, const rt_value *row, const char *how, rt_value *list, rt_error *err) {
    static const char *const kept[] = {"reached", "since", "span", "holder", "through"};
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    rt_value_put_text(r->arena, v, RT_S("how"), rt_str_of(how));
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        const rt_value *field = rt_value_get(row, rt_str_of(kept[i]));
        rt_value *copy = RT_NEW(r->arena, rt_value);
        *copy = *field;
        copy->next = NULL;
        rt_value_put(v, rt_str_of(kept[i]), copy);
    }
    return put_statement(r, rt_value_get_text(row, RT_S("statement")), v, err);
}

/* What is told of the vetting itself reached nobody before it. */
static bool is_of(const rt_value *row, const rt_entity *e) {
    return rt_str_eq(rt_value_get_text(rt_value_get(row, RT_S("about")), RT_S("id")), e->id);
}

static rt_status put_told(rt_reading *r, const rt_entity *e, rt_value *had, rt_value *unknown, rt_error *err) {
    const rt_entity *who, *whom;
    rt_value *knew;
    RT_TRY(named_by(r, e, "decidedBy", &who, err));
    if (who == NULL) RT_TRY(named_by(r, e, "authority", &who, err));
    RT_TRY(named_by(r, e, "subject", &whom, err));
    if (who == NULL || whom == NULL) return rt_ok;
    rt_str both[] = {who->id, whom->id};
    const rt_view_args args = {.who = {both, 2}, .on = day_of(e, r->arena)};
    RT_TRY(rt_view_knew.run(r->lens, &args, r->arena, &knew, err));
    for (const rt_value *v = rt_value_first(rt_value_get(knew, RT_S("knew"))); v != NULL; v = v->next)
        if (!is_of(v, e)) RT_TRY(put_known(r, v, "reached", had, err));
    for (const rt_value *v = rt_value_first(rt_value_get(knew, RT_S("elsewhere"))); v != NULL; v = v->next)
        if (!is_of(v, e)) RT_TRY(put_known(r, v, "not reached", unknown, err));
    return rt_ok;
}

/* --- frozen --------------------------------------------------------------------------------------------------------
 */

static rt_value *head_or_null(const rt_frozen *f, rt_arena *arena) {
    if (!f->has_head) return rt_value_null(arena);
    RT_AUTO(rt_buf) hex = {0};
    rt_value *v = rt_value_object(arena);
    rt_buf_hex(&hex, f->head.root.bytes, sizeof f->head.root.bytes);
    rt_value_put(v, RT_S("size"), rt_value_int(arena, f->head.size));
    rt_value_put_text(arena, v, RT_S("root"), rt_str_copy(arena, rt_buf_str(&hex)));
    return v;
}

static void put_frozen(rt_reading *r, const rt_frozen *f, rt_value *v) {
    rt_arena *arena = r->arena;
    rt_value *o = rt_value_put_object(arena, v, RT_S("frozen"));
    rt_value_put_text(arena, o, RT_S("screen"), f->screen->id);
    rt_value_put_text(arena, o, RT_S("asked"), f->asked);
    rt_shape_count(r, o, "shown", f->shown.n);
    rt_value_put_text(arena, o, RT_S("sha256"), f->sha256);
    rt_value_put_text(arena, o, RT_S("lens"), f->lens);
    rt_value_put_text(arena, o, RT_S("clearance"), f->clearance);
    rt_value_put_text(arena, o, RT_S("program"), f->program);
    rt_value_put(o, RT_S("head"), head_or_null(f, arena));
    rt_value_put_text(arena, o, RT_S("check"), f->check);
    rt_value_put(o, RT_S("missing"), rt_shape_texts(f->missing, arena));
    rt_value_put(o, RT_S("added"), rt_shape_texts(f->added, arena));
}

/* --- one vetting ---------------------------------------------------------------------------------------------------
 */

static rt_status put_decisions(rt_reading *r, const rt_entity *e, rt_value *v, rt_error *err) {
    rt_value *list = rt_value_put_list(r->arena, v, RT_S("decisions"));
    for (size_t i = 0; i < e->facts.n; i++) {
        rt_cursor *c;
        rt_seen_list acts;
        RT_TRY(rt_cursor_acts(r->lens, e->facts.at[i]->s.e.id, &c, err));
        RT_TRY(rt_cursor_list(c, r->arena, &acts, err));
        for (size_t k = 0; k < acts.n; k++) {
            const rt_entry *act = &acts.at[k].e;
            if (act->type != RT_DECISION) continue;
            rt_value *d = rt_value_push(list, rt_value_object(r->arena));
            rt_value_put_text(r->arena, d, RT_S("id"), act->id);
            rt_value_put_text(r->arena, d, RT_S("decision"), act->decision);
            rt_value_put_text(r->arena, d, RT_S("why"), act->why);
            rt_value_put_text(r->arena, d, RT_S("recorded_at"), act->recorded_at);
            rt_value_put_text(r->arena, d, RT_S("recorded_by"), act->recorded_by);
        }
    }
    return rt_ok;
}

static rt_status put_told_fields(rt_reading *r, const rt_entity *e, rt_value *v, rt_error *err) {
    static const char *const props[][2] = {
        {"subject", "subject"}, {"purpose", "purpose"},   {"authority", "authority"},  {"query", "query"},
        {"answer", "answer"},   {"decision", "decision"}, {"decidedBy", "decided_by"},
    };
    const rt_dating d = rt_dating_by(e, r->arena);
    rt_value_put_text(r->arena, v, RT_S("when"), d.edtf);
    rt_value_put(v, RT_S("span"), rt_dating_span(&d, r->arena));
    rt_value_put_text(r->arena, v, RT_S("recorded_at"), e->facts.at[0]->s.e.recorded_at);
    rt_value_put_text(r->arena, v, RT_S("recorded_by"), e->facts.at[0]->s.e.recorded_by);
    for (size_t i = 0; i < sizeof props / sizeof *props; i++)
        RT_TRY(rt_shape_claims(r, e, props[i][0], props[i][1], v, err));
    return rt_ok;
}

static rt_status put_vetting(log_reading *l, const rt_entity *e, rt_value *list, rt_error *err) {
    rt_reading *r = l->r;
    rt_value *v = rt_value_push(list, rt_shape_of_entity(e, r->arena));
    rt_frozen frozen;
    RT_TRY(put_told_fields(r, e, v, err));
    RT_TRY(put_decisions(r, e, v, err));
    RT_TRY(rt_frozen_read(r, e, &l->pages, &frozen, err));
    if (frozen.screen != NULL)
        put_frozen(r, &frozen, v);
    else
        rt_value_put(v, RT_S("frozen"), rt_value_null(r->arena));
    rt_value *had = rt_value_put_list(r->arena, v, RT_S("had"));
    rt_value *unknown = rt_value_put_list(r->arena, v, RT_S("unknown"));
    RT_TRY(frozen.screen != NULL ? put_unknown(r, &frozen, unknown, err) : put_told(r, e, had, unknown, err));
    rt_shape_cite(r, v, e->facts);
    return rt_ok;
}

/* --- the view ------------------------------------------------------------------------------------------------------
 */

typedef struct row {
    const rt_entity *entity;
    rt_dating dating;
    size_t found;
} row;

static int by_time(const void *x, const void *y) {
    const row *a = x, *b = y;
    const int c = rt_dating_cmp(&a->dating, &b->dating);
    return c != 0 ? c : (a->found > b->found) - (a->found < b->found);
}

static rt_status put_all(log_reading *l, rt_value *o, rt_error *err) {
    rt_value *list = rt_value_put_list(l->r->arena, o, RT_S("vettings"));
    row *rows = RT_NEW_N(l->r->arena, row, l->all.n);
    for (size_t i = 0; i < l->all.n; i++) rows[i] = (row){l->all.at[i], rt_dating_by(l->all.at[i], l->r->arena), i};
    if (l->all.n > 1) qsort(rows, l->all.n, sizeof *rows, by_time);
    for (size_t i = 0; i < l->all.n; i++) RT_TRY(put_vetting(l, rows[i].entity, list, err));
    return rt_ok;
}

static rt_status vettings_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                              rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    log_reading l = {.r = &r};
    const rt_entity *about = NULL;
    rt_value *o = *object = rt_value_object(arena);
    RT_TRY(args->who.n > 0 ? of_one(&l, args->who.at[0], &about, err) : of_case(&l, err));
    rt_value_put(o, RT_S("about"), about != NULL ? rt_shape_of_entity(about, arena) : rt_value_null(arena));
    RT_TRY(put_all(&l, o, err));
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_vettings = {
    .name = "vettings",
    .summary = "who was checked for what, what was shown and decided, and without knowing what",
    .least = 0,
    .most = 1,
    .run = vettings_run,
};
