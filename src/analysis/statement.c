/* One statement: every field that it has, and the links that name it. */
#include "analysis/context.h"
#include "analysis/fact.h"
#include "analysis/shape.h"
#include "analysis/view.h"
#include "store/cluster.h"

/* In the order in which people read them. */
static const char *const fields[] = {
    "id",      "entity", "schema",  "prop",        "value",       "lang",     "original",    "document",
    "locator", "quote",  "speaker", "via",         "stance",      "basis",    "reliability", "credibility",
    "said_at", "valid",  "dataset", "recorded_at", "recorded_by", "handling",
};

static void put_field(rt_arena *arena, rt_entry *e, const char *name, rt_value *o) {
    const rt_str key = rt_str_of(name);
    const rt_field *f = rt_field_named(key);
    if (f->kind == RT_FIELD_LIST)
        rt_value_put(o, key, rt_shape_texts(*rt_entry_list(e, f), arena));
    else
        rt_value_put_text(arena, o, key, *rt_entry_text(e, f));
}

static void put_link(rt_arena *arena, const rt_fact_link *l, const char *end, rt_value *list) {
    rt_value *v = rt_value_push(list, rt_value_object(arena));
    rt_value_put_text(arena, v, RT_S("type"), l->kind);
    rt_value_put_text(arena, v, rt_str_of(end), l->other);
    rt_value_put_text(arena, v, RT_S("id"), l->id);
    rt_value_put_text(arena, v, RT_S("speaker"), l->speaker);
}

static void put_links(rt_arena *arena, const rt_fact *f, rt_value *o) {
    rt_value *links = rt_value_put_list(arena, o, RT_S("links"));
    rt_value *from = rt_value_put_list(arena, o, RT_S("linked_from"));
    for (const rt_fact_link *l = f->links; l != NULL; l = l->next)
        put_link(arena, l, l->outgoing ? "to" : "from", l->outgoing ? links : from);
}

static rt_status put_judgement(rt_reading *r, const rt_entry *e, rt_value *list, rt_error *err) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena)), *a, *b;
    rt_seen_entry last;
    RT_TRY(rt_shape_entity(r, e->a, &a, err));
    RT_TRY(rt_shape_entity(r, e->b, &b, err));
    RT_TRY(rt_judgement_on(r->lens, e->a, e->b, r->arena, &last, err));
    rt_value_put_text(r->arena, v, RT_S("id"), e->id);
    rt_value_put(v, RT_S("a"), a);
    rt_value_put(v, RT_S("b"), b);
    rt_value_put_text(r->arena, v, RT_S("judgement"), e->judgement);
    rt_value_put_text(r->arena, v, RT_S("standing"), rt_str_eq(last.e.id, e->id) ? RT_S("counts") : RT_S("overruled"));
    rt_value_put_text(r->arena, v, RT_S("why"), e->why);
    rt_value_put_text(r->arena, v, RT_S("recorded_at"), e->recorded_at);
    rt_value_put_text(r->arena, v, RT_S("recorded_by"), e->recorded_by);
    return rt_ok;
}

/* What was judged by it. */
static rt_status put_judgements(rt_reading *alone, const rt_fact *f, rt_value *o, rt_error *err) {
    rt_value *list = rt_value_put_list(alone->arena, o, RT_S("judgements"));
    for (const rt_fact_link *l = f->links; l != NULL; l = l->next) {
        rt_cursor *c;
        rt_seen_list found;
        if (!l->outgoing || !rt_str_is(l->kind, "supports")) continue;
        RT_TRY(rt_cursor_act(alone->lens, l->other, &c, err));
        RT_TRY(rt_cursor_list(c, alone->arena, &found, err));
        if (found.n > 0 && found.at[0].e.type == RT_JUDGEMENT) RT_TRY(put_judgement(alone, &found.at[0].e, list, err));
    }
    return rt_ok;
}

/* What the entity is called, what the value means, what took it out. */
static rt_status put_meaning(rt_reading *r, const rt_fact *f, rt_value *o, rt_error *err) {
    const rt_entity *e;
    RT_TRY(rt_reading_entity(r, f->s.e.entity, &e, err));
    if (e == NULL) return rt_ok;
    rt_value_put(o, RT_S("caption"), rt_value_text(r->arena, e->caption));
    for (size_t i = 0; i < e->facts.n; i++) {
        const rt_fact *same = e->facts.at[i];
        if (!rt_str_eq(same->s.e.id, f->s.e.id)) continue;
        if (same->out != RT_NO) rt_value_put_text(r->arena, o, RT_S("retracted_by"), same->out_by);
        if (same->left.len > 0) rt_value_put_text(r->arena, o, RT_S("left"), same->left);
    }
    return rt_ok;
}

static rt_status statement_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                               rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena), alone = rt_reading_new(lens, arena);
    alone.alone = true;
    rt_cursor *c;
    rt_seen_list found;
    const rt_str id = args->who.at[0];
    rt_value *o = *object = rt_value_object(arena);
    RT_TRY(rt_cursor_statement(lens, id, &c, err));
    RT_TRY(rt_cursor_list(c, arena, &found, err));
    if (found.n == 0) return rt_fail(err, RT_ABSENT, "there is no statement %.*s", RT_FMT(rt_str_cut(id, 200)));
    rt_fact fact = {.s = found.at[0]}, *one = &fact;
    RT_TRY(rt_facts_weigh((rt_facts){&one, 1}, lens, arena, err));
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) put_field(arena, &fact.s.e, fields[i], o);
    rt_context_answer where;
    RT_TRY(rt_context_of(lens, &fact.s.e, arena, &where, err));
    rt_value_put(o, RT_S("context"), where.context);
    rt_value_put(o, RT_S("quote_found"), where.quoted);
    put_links(arena, &fact, o);
    RT_TRY(put_judgements(&alone, &fact, o, err));
    return put_meaning(&r, &fact, o, err);
}

const rt_view rt_view_statement = {
    .name = "statement",
    .summary = "one statement with all its fields and links",
    .least = 1,
    .most = 1,
    .run = statement_run,
};
