#include "analysis/shape.h"

#include "model/types.h"

rt_value *rt_shape_texts(rt_strs texts, rt_arena *arena) {
    rt_value *list = rt_value_list(arena);
    for (size_t i = 0; i < texts.n; i++) rt_value_push_text(arena, list, texts.at[i]);
    return list;
}

void rt_shape_count(rt_reading *r, rt_value *object, const char *key, size_t n) {
    rt_value_put(object, rt_str_of(key), rt_value_int(r->arena, (int64_t)n));
}

/* --- entities ---------------------------------------------------------------------------------------------------- */

static rt_value *entity_object(rt_str id, rt_str caption, rt_str schema, rt_arena *arena) {
    rt_value *v = rt_value_object(arena);
    rt_value_put(v, RT_S("id"), rt_value_text(arena, id));
    rt_value_put(v, RT_S("caption"), rt_value_text(arena, caption));
    rt_value_put_text(arena, v, RT_S("schema"), schema);
    return v;
}

rt_value *rt_shape_of_entity(const rt_entity *e, rt_arena *arena) {
    return entity_object(e->id, e->caption, e->schema_name, arena);
}

rt_status rt_shape_entity(rt_reading *r, rt_str id, rt_value **v, rt_error *err) {
    const rt_entity *e;
    RT_TRY(rt_reading_entity(r, id, &e, err));
    *v = e != NULL ? rt_shape_of_entity(e, r->arena) : entity_object(id, id, (rt_str){"", 0}, r->arena);
    return rt_ok;
}

/* --- statements -------------------------------------------------------------------------------------------------- */

void rt_shape_ids(rt_reading *r, rt_value *object, const char *key, rt_facts facts) {
    rt_value *ids = rt_value_put_list(r->arena, object, rt_str_of(key));
    for (size_t i = 0; i < facts.n; i++) rt_value_push_text(r->arena, ids, facts.at[i]->s.e.id);
    rt_reading_cite(r, facts);
}

void rt_shape_cite(rt_reading *r, rt_value *object, rt_facts facts) {
    rt_shape_ids(r, object, "statements", facts);
    rt_value_put(object, RT_S("sources"), rt_shape_texts(rt_facts_sources(facts, r->arena), r->arena));
}

/* --- values ------------------------------------------------------------------------------------------------------ */

static void put_label(rt_reading *r, rt_value *object, const rt_claim *c) {
    const rt_str label = rt_type_caption(c->known->type, c->value);
    if (!rt_str_eq(label, c->value)) rt_value_put_text(r->arena, object, RT_S("label"), label);
}

rt_status rt_shape_value(rt_reading *r, rt_value *object, const rt_claim *c, rt_error *err) {
    const char *why = NULL;
    rt_value *entity;
    rt_value_put(object, RT_S("value"), rt_value_text(r->arena, c->value));
    if (c->known == NULL) return rt_ok;
    if (rt_claim_is_entity(c)) {
        RT_TRY(rt_shape_entity(r, c->value, &entity, err));
        rt_value_put(object, RT_S("entity"), entity);
    } else
        put_label(r, object, c);
    if (!rt_prop_takes(c->known, c->value, &why))
        rt_value_put_text(r->arena, object, RT_S("refused"), rt_str_printf(r->arena, "not %s", why));
    return rt_ok;
}

rt_status rt_shape_claim(rt_reading *r, const rt_claim *c, rt_value **v, rt_error *err) {
    *v = rt_value_object(r->arena);
    RT_TRY(rt_shape_value(r, *v, c, err));
    rt_value_put_text(r->arena, *v, RT_S("stance"), c->stance);
    rt_shape_cite(r, *v, c->facts);
    if (c->out) rt_value_put(*v, RT_S("retracted"), rt_value_bool(r->arena, true));
    return rt_ok;
}

rt_status rt_shape_claims(rt_reading *r, const rt_entity *e, const char *prop, const char *key, rt_value *object,
                          rt_error *err) {
    rt_value *list = rt_value_put_list(r->arena, object, rt_str_of(key));
    const rt_claims claims = rt_claims_named(e->claims, rt_str_of(prop));
    for (size_t i = 0; i < claims.n; i++) {
        rt_value *claim;
        RT_TRY(rt_shape_claim(r, &claims.at[i], &claim, err));
        rt_value_push(list, claim);
    }
    return rt_ok;
}

/* --- all that were cited ----------------------------------------------------------------------------------------- */

static void put_sure(rt_arena *arena, rt_value *v, rt_str key, rt_sure sure) {
    if (sure == RT_PERHAPS) rt_value_put_text(arena, v, key, RT_S("possibly"));
}

static void put_what_takes_out(rt_arena *arena, rt_value *v, const rt_fact *f) {
    if (f->out == RT_SURELY) rt_value_put_text(arena, v, RT_S("retracted_by"), f->out_by);
    if (f->out == RT_PERHAPS) rt_value_put_text(arena, v, RT_S("possibly_retracted_by"), f->out_by);
}

static rt_value *statement_object(const rt_fact *f, rt_arena *arena) {
    const rt_entry *e = &f->s.e;
    rt_value *v = rt_value_object(arena);
    rt_value_put_text(arena, v, RT_S("speaker"), e->speaker);
    rt_value_put(v, RT_S("via"), rt_shape_texts(e->via, arena));
    rt_value_put_text(arena, v, RT_S("stance"), e->stance);
    rt_value_put_text(arena, v, RT_S("basis"), e->basis);
    rt_value_put_text(arena, v, RT_S("reliability"), e->reliability);
    rt_value_put_text(arena, v, RT_S("credibility"), e->credibility);
    rt_value_put_text(arena, v, RT_S("said_at"), e->said_at);
    rt_value_put_text(arena, v, RT_S("valid"), e->valid);
    rt_value_put_text(arena, v, RT_S("dataset"), e->dataset);
    rt_value_put_text(arena, v, RT_S("document"), e->document);
    rt_value_put_text(arena, v, RT_S("locator"), e->locator);
    rt_value_put_text(arena, v, RT_S("quote"), e->quote);
    put_what_takes_out(arena, v, f);
    if (f->left.len > 0) rt_value_put_text(arena, v, RT_S("left"), f->left);
    put_sure(arena, v, RT_S("said"), f->s.said);
    put_sure(arena, v, RT_S("held"), f->s.held);
    return v;
}

/* Title, else name, of the document that a statement stands in, as far as the lens shows it; the last one is kept,
 * since most statements of a view stand in one. */
static rt_status put_title(rt_reading *r, rt_str document, rt_str *last, rt_str *title, rt_value *v, rt_error *err) {
    if (document.len > 0 && !rt_str_eq(document, *last)) {
        rt_entry d;
        bool found;
        RT_TRY(rt_lens_document(r->lens, document, r->arena, &d, &found, err));
        *title = !found ? (rt_str){"", 0} : d.title.len > 0 ? d.title : d.name;
        *last = document;
    }
    rt_value_put_text(r->arena, v, RT_S("document_title"), document.len > 0 ? *title : (rt_str){"", 0});
    return rt_ok;
}

rt_status rt_shape_cited(rt_reading *r, rt_value *object, rt_error *err) {
    if (r->more && rt_value_get(object, RT_S("more")) == NULL)
        rt_value_put(object, RT_S("more"), rt_value_bool(r->arena, true));
    rt_value *all = rt_value_put_object(r->arena, object, RT_S("statements"));
    rt_str last = {"", 0}, title = {"", 0};
    for (size_t i = 0; i < r->cited_count; i++) {
        const rt_entry *e = &r->cited[i]->s.e;
        rt_value *v = rt_value_put(all, e->id, statement_object(r->cited[i], r->arena));
        RT_TRY(put_title(r, e->document, &last, &title, v, err));
    }
    return rt_ok;
}
