#include "analysis/entity.h"

#include "store/cluster.h"

bool rt_entity_has_member(const rt_entity *e, rt_str id) { return rt_strs_have(e->members, id); }

bool rt_entity_is(const rt_entity *e, const char *schema) {
    return e->schema != NULL && rt_schema_is(e->schema, schema);
}

/* --- statements -------------------------------------------------------------------------------------------------- */

static rt_status take_all(rt_cursor *c, rt_arena *arena, rt_facts *facts, rt_error *err) {
    for (bool more;;) {
        rt_seen_entry entry;
        RT_TRY(rt_cursor_next_kept(c, arena, &entry, &more, err));
        if (!more) return rt_ok;
        rt_fact *f = RT_NEW(arena, rt_fact);
        f->s = entry;
        rt_facts_add(facts, f, arena);
    }
}

static rt_status add_statements(rt_lens *lens, rt_str id, rt_arena *arena, rt_facts *facts, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_about(lens, id, &c, err));
    const rt_status s = take_all(c, arena, facts, err);
    rt_cursor_close(c);
    return s;
}

/* The whole entity is no longer on a list: what the list said before. */
static void mark_left(rt_facts facts, const rt_seen_entry *absent, rt_arena *arena) {
    const rt_entry *a = &absent->e;
    if (a->type != RT_ABSENT_FROM || a->statement.len > 0) return;
    for (size_t i = 0; i < facts.n; i++) {
        rt_fact *f = facts.at[i];
        const rt_entry *s = &f->s.e;
        if (f->left.len == 0 && f->s.seq < absent->seq && rt_str_eq(s->entity, a->entity) &&
            rt_str_eq(s->dataset, a->dataset) && rt_str_eq(s->handling, a->handling))
            f->left = rt_str_copy(arena, a->edition);
    }
}

static rt_status mark_all_left(rt_lens *lens, rt_str member, rt_facts facts, rt_arena *arena, rt_error *err) {
    rt_cursor *c;
    rt_seen_entry act;
    bool more = true;
    rt_status s = rt_cursor_acts(lens, member, &c, err);
    if (s.code != RT_OK) return s;
    while ((s = rt_cursor_next(c, &act, &more, err)).code == RT_OK && more) mark_left(facts, &act, arena);
    rt_cursor_close(c);
    return s;
}

static rt_status read_statements(rt_lens *lens, rt_entity *e, rt_arena *arena, rt_error *err) {
    for (size_t i = 0; i < e->members.n; i++) RT_TRY(add_statements(lens, e->members.at[i], arena, &e->facts, err));
    if (e->members.n > 1) rt_facts_sort(e->facts);
    for (size_t i = 0; i < e->members.n; i++) RT_TRY(mark_all_left(lens, e->members.at[i], e->facts, arena, err));
    return rt_facts_weigh(e->facts, lens, arena, err);
}

/* --- what kind of entity ----------------------------------------------------------------------------------------- */

/* The most specific of the schemata that its statements give; where these have nothing in common, the first stays. */
static void find_schema(rt_entity *e) {
    e->schema_name = e->facts.at[0]->s.e.schema;
    for (size_t i = 0; i < e->facts.n; i++) {
        const rt_schema *s = rt_schema_named(e->facts.at[i]->s.e.schema), *common;
        if (s == NULL || s == e->schema) continue;
        if (e->schema == NULL)
            e->schema = s;
        else if (rt_schema_common(e->schema, s, &common, NULL).code == RT_OK)
            e->schema = common;
    }
    if (e->schema != NULL) e->schema_name = e->schema->name;
}

static rt_status read_members(rt_lens *lens, rt_entity *e, rt_arena *arena, const rt_entity **out, rt_error *err) {
    RT_TRY(read_statements(lens, e, arena, err));
    if (e->facts.n == 0) return rt_ok;
    e->id = e->members.at[0];
    find_schema(e);
    e->claims = rt_claims_of(e->facts, e->schema, arena);
    e->caption = rt_caption_of(e, arena);
    e->source_count = rt_facts_sources(e->facts, arena).n;
    *out = e;
    return rt_ok;
}

rt_status rt_entity_read(rt_lens *lens, rt_str id, rt_arena *arena, const rt_entity **e, rt_error *err) {
    rt_entity *read = RT_NEW(arena, rt_entity);
    *e = NULL;
    RT_TRY(rt_cluster_of(lens, id, arena, &read->members, err));
    return read_members(lens, read, arena, e, err);
}

rt_status rt_entity_read_alone(rt_lens *lens, rt_str id, rt_arena *arena, const rt_entity **e, rt_error *err) {
    rt_entity *read = RT_NEW(arena, rt_entity);
    *e = NULL;
    read->members = (rt_strs){RT_NEW(arena, rt_str), 1};
    read->members.at[0] = rt_str_copy(arena, id);
    return read_members(lens, read, arena, e, err);
}
