/* Competing explanations side by side: what speaks for and against each, which evidence tells them apart, and what is
 * left when a source or a speaker is left out (R. J. Heuer, Psychology of Intelligence Analysis, 1999, ch. 8). No
 * verdict: the order is by what speaks against, since evidence that fits several explanations shows nothing. */
#include <stdlib.h>

#include "analysis/conflict_sides.h"
#include "analysis/entity_set.h"
#include "analysis/evidence.h"
#include "analysis/origins.h"
#include "analysis/view.h"
#include "analysis/who.h"
#include "base/grow.h"

typedef struct hypothesis {
    const rt_entity *entity;
    const rt_evidence_item *at;
    size_t n;
    size_t for_origins, against_origins, found;
} hypothesis;

typedef struct hypotheses {
    hypothesis *at;
    size_t n;
} hypotheses;

/* --- which ------------------------------------------------------------------------------------------------------- */

static rt_status add_hypothesis(rt_reading *r, const rt_entity *e, hypotheses *all, rt_error *err) {
    hypothesis h = {.entity = e, .found = all->n};
    rt_evidence evidence;
    if (!rt_entity_is(e, "Hypothesis")) return rt_ok;
    RT_TRY(rt_evidence_of(r, e, &evidence, err));
    h.at = evidence.at;
    h.n = evidence.n;
    all->at = rt_grow(r->arena, all->at, all->n, sizeof *all->at);
    all->at[all->n++] = h;
    return rt_ok;
}

static rt_status around_one(rt_reading *r, rt_str who, const rt_entity **about, hypotheses *all, rt_error *err) {
    rt_who found;
    rt_around around;
    RT_TRY(rt_who_find(r, who, &found, err));
    *about = found.entity;
    RT_TRY(add_hypothesis(r, found.entity, all, err));
    RT_TRY(rt_around_read(r, found.entity, &around, err));
    for (size_t i = 0; i < around.n; i++) RT_TRY(add_hypothesis(r, around.at[i].entity, all, err));
    return rt_ok;
}

static rt_status add_each(rt_reading *r, rt_cursor *c, hypotheses *all, rt_error *err) {
    rt_entity_set met = {0};
    for (bool more;;) {
        rt_seen_entry entry;
        const rt_entity *e;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        if (!rt_str_is(entry.e.schema, "Hypothesis")) continue;
        RT_TRY(rt_reading_entity(r, rt_str_copy(r->arena, entry.e.entity), &e, err));
        if (e == NULL || rt_entity_set_find(&met, e) != SIZE_MAX) continue;
        rt_entity_set_add(&met, e, r->arena);
        RT_TRY(add_hypothesis(r, e, all, err));
    }
}

static rt_status of_case(rt_reading *r, hypotheses *all, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_entities(r->lens, &c, err));
    const rt_status s = add_each(r, c, all, err);
    rt_cursor_close(c);
    return s;
}

/* --- weighing ---------------------------------------------------------------------------------------------------- */

/* A source or a speaker that is left out; both empty: nobody is. */
typedef struct left_out {
    rt_str source, speaker;
    rt_str dataset; /* of the source */
} left_out;

static bool is_left(const rt_fact *f, const left_out *without) {
    return (without->source.len > 0 && rt_str_eq(rt_fact_source(f), without->source)) ||
           (without->speaker.len > 0 && rt_str_eq(f->s.e.speaker, without->speaker));
}

/* How many origins speak for it or against it. */
static rt_status count_origins(rt_reading *r, const hypothesis *h, bool against, const left_out *without, size_t *n,
                               rt_error *err) {
    rt_facts facts = {0};
    rt_origins o;
    for (size_t i = 0; i < h->n; i++)
        if (h->at[i].against == against && !is_left(h->at[i].fact, without))
            rt_facts_add(&facts, h->at[i].fact, r->arena);
    *n = 0;
    if (facts.n == 0) return rt_ok;
    RT_TRY(rt_origins_of(r, facts, &o, err));
    *n = o.standing;
    return rt_ok;
}

static rt_status weigh(rt_reading *r, hypotheses *all, const left_out *without, rt_error *err) {
    for (size_t i = 0; i < all->n; i++) {
        hypothesis *h = &all->at[i];
        RT_TRY(count_origins(r, h, false, without, &h->for_origins, err));
        RT_TRY(count_origins(r, h, true, without, &h->against_origins, err));
    }
    return rt_ok;
}

static int by_evidence(const void *x, const void *y) {
    const hypothesis *a = x, *b = y;
    if (a->against_origins != b->against_origins) return a->against_origins < b->against_origins ? -1 : 1;
    if (a->for_origins != b->for_origins) return a->for_origins > b->for_origins ? -1 : 1;
    return (a->found > b->found) - (a->found < b->found);
}

static hypotheses sorted(rt_reading *r, const hypotheses *all) {
    hypotheses s = {RT_NEW_N(r->arena, hypothesis, all->n), all->n};
    if (s.n > 0) memcpy(s.at, all->at, s.n * sizeof *s.at);
    if (s.n > 1) qsort(s.at, s.n, sizeof *s.at, by_evidence);
    return s;
}

/* --- as an object ------------------------------------------------------------------------------------------------ */

static rt_status put_evidence(rt_reading *r, const hypothesis *h, bool against, const char *key, rt_value *v,
                              rt_error *err) {
    rt_value *list = rt_value_put_list(r->arena, v, rt_str_of(key));
    for (size_t i = 0; i < h->n; i++) {
        const rt_entity *e;
        if (h->at[i].against != against) continue;
        RT_TRY(rt_reading_entity(r, h->at[i].fact->s.e.entity, &e, err));
        RT_TRY(rt_conflict_fact_side(r, h->entity, e, h->at[i].fact, list, err));
    }
    return rt_ok;
}

static rt_status put_hypothesis(rt_reading *r, const hypothesis *h, rt_value *list, rt_error *err) {
    rt_value *v = rt_value_push(list, rt_shape_of_entity(h->entity, r->arena));
    rt_shape_count(r, v, "for_origins", h->for_origins);
    rt_shape_count(r, v, "against_origins", h->against_origins);
    RT_TRY(put_evidence(r, h, false, "for", v, err));
    RT_TRY(put_evidence(r, h, true, "against", v, err));
    rt_shape_cite(r, v, h->entity->facts);
    return rt_ok;
}

/* What a piece of evidence says of each: it tells them apart when it does not say the same of all. */
static const char *reading_of(const hypothesis *h, const rt_fact *f) {
    for (size_t i = 0; i < h->n; i++)
        if (h->at[i].fact == f) return h->at[i].against ? "against" : "for";
    return "neutral";
}

static rt_status put_row(rt_reading *r, const hypotheses *all, rt_fact *f, rt_value *list, rt_error *err) {
    const rt_entity *e;
    RT_TRY(rt_reading_entity(r, f->s.e.entity, &e, err));
    RT_TRY(rt_conflict_fact_side(r, NULL, e, f, list, err)); /* what it says, who says it, its grade */
    rt_value *v = list->of.last;
    rt_value_put_text(r->arena, v, RT_S("statement"), f->s.e.id);
    rt_value *reads = rt_value_put_object(r->arena, v, RT_S("reads"));
    bool apart = false;
    for (size_t i = 0; i < all->n; i++) {
        const char *reading = reading_of(&all->at[i], f);
        rt_value_put_text(r->arena, reads, all->at[i].entity->id, rt_str_of(reading));
        apart = apart || strcmp(reading, reading_of(&all->at[0], f)) != 0;
    }
    rt_value_put(v, RT_S("discriminates"), rt_value_bool(r->arena, apart));
    return rt_ok;
}

static rt_status put_matrix(rt_reading *r, const hypotheses *all, rt_value *o, rt_error *err) {
    rt_value *list = rt_value_put_list(r->arena, o, RT_S("matrix"));
    rt_map met = {0};
    for (size_t i = 0; i < all->n; i++)
        for (size_t k = 0; k < all->at[i].n; k++) {
            rt_fact *f = all->at[i].at[k].fact;
            if (rt_map_meet(&met, f->s.e.id, r->arena)) RT_TRY(put_row(r, all, f, list, err));
        }
    return rt_ok;
}

/* Of each hypothesis the evidence on the others that says nothing of it. */
static void put_neutral(rt_reading *r, rt_value *list, const rt_value *o) {
    const rt_value *matrix = rt_value_get(o, RT_S("matrix"));
    for (rt_value *h = list->of.first; h != NULL; h = h->next) {
        rt_value *neutral = rt_value_put_list(r->arena, h, RT_S("neutral"));
        for (const rt_value *row = rt_value_first(matrix); row != NULL; row = row->next) {
            const rt_value *reads = rt_value_get(row, RT_S("reads"));
            if (rt_str_is(rt_value_get_text(reads, rt_value_get_text(h, RT_S("id"))), "neutral"))
                rt_value_push_text(r->arena, neutral, rt_value_get_text(row, RT_S("statement")));
        }
    }
}

/* --- when somebody is left out ----------------------------------------------------------------------------------- */

static rt_status put_without(rt_reading *r, hypotheses *all, const hypotheses *before, const left_out *without,
                             rt_value *list, rt_error *err) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    bool changes = false;
    rt_value_put_text(r->arena, v, RT_S("source"), without->source);
    rt_value_put_text(r->arena, v, RT_S("dataset"), without->dataset);
    rt_value_put_text(r->arena, v, RT_S("speaker"), without->speaker);
    RT_TRY(weigh(r, all, without, err));
    const hypotheses after = sorted(r, all);
    rt_value *rows = rt_value_put_list(r->arena, v, RT_S("hypotheses"));
    for (size_t i = 0; i < after.n; i++) {
        rt_value *row = rt_value_push(rows, rt_value_object(r->arena));
        rt_value_put_text(r->arena, row, RT_S("id"), after.at[i].entity->id);
        rt_shape_count(r, row, "for_origins", after.at[i].for_origins);
        rt_shape_count(r, row, "against_origins", after.at[i].against_origins);
        changes = changes || after.at[i].entity != before->at[i].entity;
    }
    rt_value_put(v, RT_S("changes_order"), rt_value_bool(r->arena, changes));
    const bool first = after.n > 0 && after.at[0].entity != before->at[0].entity;
    rt_value_put(v, RT_S("changes_first"), rt_value_bool(r->arena, first));
    return rt_ok;
}

static rt_status put_each_without(rt_reading *r, hypotheses *all, const hypotheses *before, rt_value *o,
                                  rt_error *err) {
    rt_value *list = rt_value_put_list(r->arena, o, RT_S("without"));
    rt_map met = {0};
    for (size_t i = 0; i < before->n; i++)
        for (size_t k = 0; k < before->at[i].n; k++) {
            const rt_fact *f = before->at[i].at[k].fact;
            const left_out of[] = {{.source = rt_fact_source(f), .dataset = f->s.e.dataset},
                                   {.speaker = f->s.e.speaker}};
            for (size_t m = 0; m < 2; m++) {
                const rt_str name =
                    rt_str_printf(r->arena, "%zu%.*s%.*s", m, RT_FMT(of[m].source), RT_FMT(of[m].speaker));
                if (name.len > 1 && rt_map_meet(&met, name, r->arena))
                    RT_TRY(put_without(r, all, before, &of[m], list, err));
            }
        }
    return rt_ok;
}

static rt_status hypotheses_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                                rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    const left_out nobody = {0};
    const rt_entity *about = NULL;
    hypotheses all = {0};
    rt_value *o = *object = rt_value_object(arena);
    RT_TRY(args->who.n > 0 ? around_one(&r, args->who.at[0], &about, &all, err) : of_case(&r, &all, err));
    rt_value_put(o, RT_S("about"), about != NULL ? rt_shape_of_entity(about, arena) : rt_value_null(arena));
    RT_TRY(weigh(&r, &all, &nobody, err));
    const hypotheses ordered = sorted(&r, &all);
    rt_value *list = rt_value_put_list(arena, o, RT_S("hypotheses"));
    for (size_t i = 0; i < ordered.n; i++) RT_TRY(put_hypothesis(&r, &ordered.at[i], list, err));
    RT_TRY(put_matrix(&r, &ordered, o, err));
    put_neutral(&r, list, o);
    RT_TRY(put_each_without(&r, &all, &ordered, o, err));
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_hypotheses = {
    .name = "hypotheses",
    .summary = "competing explanations, and what speaks for and against each",
    .least = 0,
    .most = 1,
    .run = hypotheses_run,
};
