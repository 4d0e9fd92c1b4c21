/* A table of facts by sources: which source holds a fact, which lacks it, which contradicts it.
 *
 * A source is a document or dataset; and a file of which the case tells (a lawyer's, a court's): what a speaker knows
 * from a document (basis `document`) about something that he says stands in a file (`file`, `proof`), that file holds.
 */
#include <stdlib.h>

#include "analysis/conflict_sides.h"
#include "analysis/opposing.h"
#include "analysis/view.h"
#include "analysis/who.h"
#include "base/grow.h"

typedef struct source {
    rt_str name;
    bool file;
    rt_strs props; /* of a file: those of what it holds, each once; a schema has few */
} source;

typedef struct fact {
    const rt_topic *topic;
    rt_facts against;
} fact;

typedef struct table {
    source *sources; /* in the order of their names while they are looked up */
    size_t n;
    fact *facts;
    size_t fact_count;
    rt_map seen;
} table;

/* --- which source ------------------------------------------------------------------------------------------------ */

static bool speaks(const rt_claim *c, rt_str speaker) {
    for (size_t i = 0; i < c->facts.n; i++)
        if (rt_fact_affirms(c->facts.at[i]) && rt_str_eq(c->facts.at[i]->s.e.speaker, speaker)) return true;
    return false;
}

/* The file in which, as who says it tells, it stands; empty where he tells of none. */
static rt_status file_of(rt_reading *r, const rt_fact *f, rt_str *file, rt_error *err) {
    static const char *const naming[] = {"file", "proof"};
    const rt_entity *e;
    *file = (rt_str){"", 0};
    if (!rt_str_is(f->s.e.basis, "document") || f->s.e.speaker.len == 0) return rt_ok;
    RT_TRY(rt_reading_entity(r, f->s.e.entity, &e, err));
    for (size_t i = 0; e != NULL && i < sizeof naming / sizeof *naming; i++) {
        const rt_claims claims = rt_claims_named(e->claims, rt_str_of(naming[i]));
        for (size_t k = 0; k < claims.n && file->len == 0; k++)
            if (rt_claim_is_entity(&claims.at[k]) && speaks(&claims.at[k], f->s.e.speaker)) *file = claims.at[k].value;
    }
    return rt_ok;
}

static int by_name(const void *x, const void *y) {
    const source *a = x, *b = y;
    return a->file != b->file ? (int)a->file - (int)b->file : rt_str_cmp(a->name, b->name);
}

static source *source_named(const table *t, rt_str name, bool file) {
    const source wanted = {.name = name, .file = file};
    return t->n == 0 ? NULL : bsearch(&wanted, t->sources, t->n, sizeof *t->sources, by_name);
}

static void add_source(rt_reading *r, rt_str name, bool file, table *t) {
    if (name.len == 0) return;
    const rt_str key = rt_str_printf(r->arena, "%c%.*s", file ? 'f' : 's', RT_FMT(name));
    if (!rt_map_meet(&t->seen, key, r->arena)) return;
    t->sources = rt_grow(r->arena, t->sources, t->n, sizeof *t->sources);
    t->sources[t->n++] = (source){.name = name, .file = file};
}

static rt_status add_sources(rt_reading *r, rt_facts facts, table *t, rt_error *err) {
    for (size_t i = 0; i < facts.n; i++) {
        rt_str file;
        RT_TRY(file_of(r, facts.at[i], &file, err));
        add_source(r, rt_fact_source(facts.at[i]), false, t);
        add_source(r, file, true, t);
    }
    return rt_ok;
}

/* --- what contradicts -------------------------------------------------------------------------------------------- */

static bool side_holds(const rt_value *side, const rt_topic *t) {
    for (const rt_value *id = rt_value_first(rt_value_get(side, RT_S("statements"))); id != NULL; id = id->next)
        for (size_t i = 0; i < t->say.n; i++)
            if (rt_str_eq(id->text, t->say.at[i]->s.e.id)) return true;
    return false;
}

static rt_status take_side(rt_reading *r, const rt_value *side, rt_facts *against, rt_error *err) {
    for (const rt_value *id = rt_value_first(rt_value_get(side, RT_S("statements"))); id != NULL; id = id->next) {
        const rt_entity *e;
        rt_fact *f;
        RT_TRY(rt_reading_fact(r, id->text, &e, &f, err));
        if (f != NULL) rt_facts_add(against, f, r->arena);
    }
    return rt_ok;
}

/* Values that exclude this one, by the rules of contradiction; denials and links are known already. */
static rt_status take_conflicts(rt_reading *r, const rt_topic *t, const rt_value *conflicts, rt_facts *against,
                                rt_error *err) {
    for (const rt_value *c = rt_value_first(conflicts); c != NULL; c = c->next) {
        const rt_str rule = rt_value_get_text(c, RT_S("rule"));
        const rt_value *sides = rt_value_get(c, RT_S("sides")), *own = NULL;
        if (rt_str_is(rule, "denied") || rt_str_is(rule, "opposed")) continue;
        for (const rt_value *s = rt_value_first(sides); s != NULL; s = s->next)
            if (side_holds(s, t)) own = s;
        for (const rt_value *s = rt_value_first(sides); s != NULL && own != NULL; s = s->next)
            if (s != own) RT_TRY(take_side(r, s, against, err));
    }
    return rt_ok;
}

static rt_status read_facts(rt_reading *r, const rt_topics *topics, table *t, rt_error *err) {
    rt_conflict_list conflicts = {0};
    t->facts = RT_NEW_N(r->arena, fact, topics->n);
    for (size_t i = 0; i < topics->n; i++) {
        const rt_topic *topic = &topics->at[i];
        fact *f = &t->facts[t->fact_count++];
        f->topic = topic;
        if (i == 0 || topic->entity != topics->at[i - 1].entity) {
            conflicts = (rt_conflict_list){.values = rt_value_list(r->arena)};
            RT_TRY(rt_conflicts_add(r, topic->entity, &conflicts, err));
        }
        RT_TRY(rt_opposing_of(r, topic, &f->against, err));
        if (topic->claim != NULL) RT_TRY(take_conflicts(r, topic, conflicts.values, &f->against, err));
        RT_TRY(add_sources(r, topic->say, t, err));
        RT_TRY(add_sources(r, f->against, t, err));
    }
    if (t->n > 1) qsort(t->sources, t->n, sizeof *t->sources, by_name);
    return rt_ok;
}

/* --- the table --------------------------------------------------------------------------------------------------- */

enum { LACKS, HOLDS = 1, CONTRADICTS = 2 };

static void mark(const table *t, rt_str name, bool file, unsigned how, unsigned char *marks) {
    const source *s = name.len > 0 ? source_named(t, name, file) : NULL;
    if (s != NULL) marks[s - t->sources] |= (unsigned char)how;
}

/* A file is named before the paper that tells of it. */
static rt_status mark_fact(rt_reading *r, const table *t, const rt_fact *f, unsigned how, unsigned char *marks,
                           rt_error *err) {
    rt_str file;
    RT_TRY(file_of(r, f, &file, err));
    mark(t, file, true, how, marks);
    if (how == HOLDS || file.len == 0) mark(t, rt_fact_source(f), false, how, marks);
    return rt_ok;
}

static rt_status mark_all(rt_reading *r, const table *t, const fact *f, unsigned char *marks, rt_error *err) {
    for (size_t i = 0; i < f->topic->say.n; i++)
        if (rt_fact_affirms(f->topic->say.at[i])) RT_TRY(mark_fact(r, t, f->topic->say.at[i], HOLDS, marks, err));
    for (size_t i = 0; i < f->against.n; i++) RT_TRY(mark_fact(r, t, f->against.at[i], CONTRADICTS, marks, err));
    return rt_ok;
}

static void note_props(rt_reading *r, table *t, const rt_topic *topic, const unsigned char *marks) {
    for (size_t i = 0; i < t->n; i++) {
        source *s = &t->sources[i];
        if (!s->file || (marks[i] & HOLDS) == 0 || rt_strs_have(s->props, topic->prop)) continue;
        s->props.at = rt_grow(r->arena, s->props.at, s->props.n, sizeof(rt_str));
        s->props.at[s->props.n++] = topic->prop;
    }
}

/* A file lacks only what is of a kind with something that it holds: a file on charges lacks another charge. */
static bool lacks(const source *s, const rt_topic *t) { return !s->file || rt_strs_have(s->props, t->prop); }

static void put_names(rt_reading *r, const table *t, const unsigned char *marks, const rt_topic *topic, unsigned how,
                      const char *key, rt_value *v) {
    rt_value *list = rt_value_put_list(r->arena, v, rt_str_of(key));
    for (size_t i = 0; i < t->n; i++) {
        const source *s = &t->sources[i];
        if (how == LACKS ? marks[i] == 0 && lacks(s, topic) : (marks[i] & how) != 0)
            rt_value_push_text(r->arena, list, s->name);
    }
}

static rt_status put_fact(rt_reading *r, const table *t, const fact *f, const unsigned char *marks, rt_value *list,
                          rt_error *err) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    rt_value_put(v, RT_S("entity"), rt_shape_of_entity(f->topic->entity, r->arena));
    RT_TRY(rt_shape_topic(r, f->topic, v, err));
    put_names(r, t, marks, f->topic, HOLDS, "held_by", v);
    put_names(r, t, marks, f->topic, LACKS, "lacking", v);
    put_names(r, t, marks, f->topic, CONTRADICTS, "contradicted_by", v);
    rt_value_put(v, RT_S("retracted"), rt_value_bool(r->arena, f->topic->say.n > 0 && rt_facts_are_out(f->topic->say)));
    rt_shape_ids(r, v, "statements", f->topic->say);
    rt_shape_ids(r, v, "contradicting", f->against);
    return rt_ok;
}

static rt_status put_source(rt_reading *r, const source *s, rt_value *list, rt_error *err) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    rt_entry document;
    bool found = false;
    const rt_entity *e = NULL;
    if (!s->file) RT_TRY(rt_lens_document(r->lens, s->name, r->arena, &document, &found, err));
    if (s->file) RT_TRY(rt_reading_entity(r, s->name, &e, err));
    rt_str title = e != NULL ? e->caption : (rt_str){"", 0};
    if (found) title = document.title.len > 0 ? document.title : document.name;
    rt_value_put_text(r->arena, v, RT_S("source"), s->name);
    rt_value_put_text(r->arena, v, RT_S("title"), title);
    rt_value_put_text(r->arena, v, RT_S("kind"), s->file ? RT_S("file") : found ? RT_S("document") : RT_S("dataset"));
    return rt_ok;
}

static rt_status put_table(rt_reading *r, table *t, rt_value *o, rt_error *err) {
    unsigned char *marks = RT_NEW_N(r->arena, unsigned char, t->fact_count * t->n + 1);
    rt_value *sources = rt_value_put_list(r->arena, o, RT_S("sources")),
             *facts = rt_value_put_list(r->arena, o, RT_S("facts"));
    for (size_t i = 0; i < t->n; i++) RT_TRY(put_source(r, &t->sources[i], sources, err));
    for (size_t i = 0; i < t->fact_count; i++) {
        RT_TRY(mark_all(r, t, &t->facts[i], marks + i * t->n, err));
        note_props(r, t, t->facts[i].topic, marks + i * t->n);
    }
    for (size_t i = 0; i < t->fact_count; i++) RT_TRY(put_fact(r, t, &t->facts[i], marks + i * t->n, facts, err));
    return rt_ok;
}

static rt_status holdings_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                              rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    rt_who who;
    rt_topics topics = {0};
    table t = {0};
    rt_value *o = *object = rt_value_object(arena);
    RT_TRY(rt_who_find(&r, args->who.at[0], &who, err));
    const rt_strs props = {args->who.at + 1, args->who.n - 1};
    RT_TRY(rt_topics_around(&r, who.entity, props, &topics, err));
    rt_value_put(o, RT_S("about"), rt_shape_of_entity(who.entity, arena));
    RT_TRY(read_facts(&r, &topics, &t, err));
    RT_TRY(put_table(&r, &t, o, err));
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_holdings = {
    .name = "holdings",
    .summary = "a table of facts by sources: who holds, lacks, contradicts them",
    .least = 1,
    .most = SIZE_MAX,
    .run = holdings_run,
};
