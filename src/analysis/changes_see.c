/* Each entry that came since becomes a row of the list that it belongs to. */
#include "analysis/changes.h"
#include "analysis/erased_since.h"
#include "names/why.h"
#include "store/cluster.h"

/* --- rows --------------------------------------------------------------------------------------------------------- */

static void put_kept(rt_arena *arena, rt_value *v, rt_str key, rt_str text) {
    rt_value_put_text(arena, v, key, text.len > 0 ? rt_str_copy(arena, text) : text);
}

rt_value *rt_change_row(rt_changes *ch, rt_change what, const rt_entry *e) {
    rt_arena *arena = ch->now.arena;
    ch->counts[what]++;
    if (rt_value_count(ch->lists[what]) >= ch->most) return NULL;
    rt_value *v = rt_value_push(ch->lists[what], rt_value_object(arena));
    put_kept(arena, v, RT_S("id"), e->id);
    put_kept(arena, v, RT_S("recorded_at"), e->recorded_at);
    put_kept(arena, v, RT_S("recorded_by"), e->recorded_by);
    put_kept(arena, v, RT_S("why"), e->why);
    return v;
}

static rt_status put_entity(rt_changes *ch, rt_value *row, rt_str key, rt_str id, rt_error *err) {
    rt_value *v;
    RT_TRY(rt_shape_entity(&ch->now, rt_str_copy(ch->now.arena, id), &v, err));
    rt_value_put(row, key, v);
    return rt_ok;
}

rt_status rt_change_put_statement(rt_changes *ch, rt_value *row, rt_str id, rt_error *err) {
    const rt_entity *e;
    rt_fact *f;
    rt_value *said;
    RT_TRY(rt_reading_fact(&ch->now, id, &e, &f, err));
    if (f == NULL) return rt_ok;
    const rt_claims claims = rt_claims_of((rt_facts){&f, 1}, e->schema, ch->now.arena);
    RT_TRY(rt_shape_claim(&ch->now, &claims.at[0], &said, err));
    rt_value_put(row, RT_S("entity"), rt_shape_of_entity(e, ch->now.arena));
    rt_value_put_text(ch->now.arena, row, RT_S("prop"), f->s.e.prop);
    for (const rt_value *v = rt_value_first(said), *next; v != NULL; v = next) {
        next = v->next;
        const rt_str key = rt_str_is(v->key, "entity") ? RT_S("means") : v->key;
        rt_value_put(row, key, (rt_value *)(uintptr_t)v);
    }
    return rt_ok;
}

/* --- what was taken out of what counts ---------------------------------------------------------------------------- */

static rt_status was_out_before(rt_changes *ch, rt_str id, bool *out, rt_error *err) {
    const rt_entity *unused;
    rt_fact *f;
    RT_TRY(rt_reading_fact(&ch->then, id, &unused, &f, err));
    *out = f != NULL && f->out == RT_SURELY;
    return rt_ok;
}

/* `by` is the link, or the statement of stance `retracts`: the first that came, where several take out the same. */
static rt_status put_out(rt_changes *ch, rt_change what, const rt_entry *by, const rt_fact *f, rt_error *err) {
    if (!rt_map_meet(&ch->out, f->s.e.id, ch->now.arena)) return rt_ok;
    rt_value *row = rt_change_row(ch, what, by);
    if (row == NULL) return rt_ok;
    put_kept(ch->now.arena, row, RT_S("by"), f->out_by);
    return rt_change_put_statement(ch, row, f->s.e.id, err);
}

static rt_status see_link(rt_changes *ch, const rt_entry *e, rt_error *err) {
    const rt_entity *unused;
    rt_fact *f;
    bool before;
    const bool replaces = rt_str_is(e->link, "replaces"), takes = replaces || rt_str_is(e->link, "retracts");
    RT_TRY(rt_reading_fact(&ch->now, e->to, &unused, &f, err));
    if (takes && f != NULL && f->out == RT_SURELY && rt_str_eq(f->out_by, e->from)) {
        RT_TRY(was_out_before(ch, e->to, &before, err));
        if (!before) return put_out(ch, replaces ? RT_REPLACED : RT_RETRACTED, e, f, err);
    }
    rt_value *row = rt_change_row(ch, RT_LINKED, e);
    if (row == NULL) return rt_ok;
    put_kept(ch->now.arena, row, RT_S("link"), e->link);
    put_kept(ch->now.arena, row, RT_S("from"), e->from);
    put_kept(ch->now.arena, row, RT_S("to"), e->to);
    return f != NULL ? rt_change_put_statement(ch, row, e->to, err) : put_entity(ch, row, RT_S("entity"), e->to, err);
}

/* What this statement takes back, by its stance. */
static rt_status see_retraction(rt_changes *ch, const rt_entry *e, rt_error *err) {
    const rt_entity *of;
    bool before;
    RT_TRY(rt_reading_entity(&ch->now, e->entity, &of, err));
    for (size_t i = 0; of != NULL && i < of->facts.n; i++) {
        const rt_fact *f = of->facts.at[i];
        if (f->out != RT_SURELY || !rt_str_eq(f->out_by, e->id)) continue;
        RT_TRY(was_out_before(ch, f->s.e.id, &before, err));
        if (!before) RT_TRY(put_out(ch, RT_RETRACTED, e, f, err));
    }
    return rt_ok;
}

/* --- the rest ----------------------------------------------------------------------------------------------------- */

static rt_status see_statement(rt_changes *ch, const rt_seen_entry *s, rt_error *err) {
    if (rt_str_is(s->e.stance, "retracts")) RT_TRY(see_retraction(ch, &s->e, err));
    rt_value *row = rt_change_row(ch, RT_ADDED, &s->e);
    if (row != NULL) RT_TRY(rt_change_put_statement(ch, row, s->e.id, err));
    return s->e.dataset.len > 0 ? rt_changes_see_list(ch, s, err) : rt_ok;
}

/* With what counted on the two before. */
static rt_status see_judgement(rt_changes *ch, const rt_entry *e, rt_error *err) {
    rt_seen_entry before;
    rt_arena *arena = ch->now.arena;
    rt_value *row = rt_change_row(ch, RT_JUDGED, e);
    if (row == NULL) return rt_ok;
    RT_TRY(rt_judgement_on(ch->then.lens, e->a, e->b, arena, &before, err));
    RT_TRY(put_entity(ch, row, RT_S("a"), e->a, err));
    RT_TRY(put_entity(ch, row, RT_S("b"), e->b, err));
    put_kept(arena, row, RT_S("judgement"), e->judgement);
    put_kept(arena, row, RT_S("before"), before.e.judgement);
    put_kept(arena, row, RT_S("score"), e->score);
    rt_value_put(row, RT_S("explanation"), rt_why_read(arena, rt_str_copy(arena, e->explanation)));
    return rt_ok;
}

static rt_status see_decision(rt_changes *ch, const rt_entry *e, rt_error *err) {
    rt_value *row = rt_change_row(ch, RT_DECIDED, e);
    if (row == NULL) return rt_ok;
    put_kept(ch->now.arena, row, RT_S("about"), e->about);
    put_kept(ch->now.arena, row, RT_S("decision"), e->decision);
    return rt_change_put_statement(ch, row, e->about, err);
}

static void see_document(rt_changes *ch, const rt_entry *e) {
    rt_value *row = rt_change_row(ch, RT_DOCUMENTS, e);
    if (row == NULL) return;
    put_kept(ch->now.arena, row, RT_S("title"), e->title.len > 0 ? e->title : e->name);
    put_kept(ch->now.arena, row, RT_S("date"), e->date);
}

static void see_erasure(rt_changes *ch, const rt_entry *e) {
    rt_arena *arena = ch->now.arena;
    rt_value *row = rt_change_row(ch, RT_ERASED, e);
    if (row == NULL) return;
    rt_erasure_put(e, arena, row);
}

static void see_sent(rt_changes *ch, const rt_entry *e) {
    rt_arena *arena = ch->now.arena;
    rt_value *row = rt_change_row(ch, RT_WENT_OUT, e);
    if (row == NULL) return;
    put_kept(arena, row, RT_S("sent_to"), e->who);
    rt_value_put(row, RT_S("formats"), rt_shape_texts(rt_entry_copy(arena, e).formats, arena));
}

rt_status rt_changes_see(rt_changes *ch, const rt_seen_entry *s, rt_error *err) {
    switch (s->e.type) {
    case RT_STATEMENT: return see_statement(ch, s, err);
    case RT_LINK: return see_link(ch, &s->e, err);
    case RT_JUDGEMENT: return see_judgement(ch, &s->e, err);
    case RT_DECISION: return see_decision(ch, &s->e, err);
    case RT_ABSENT_FROM: return rt_changes_see_list(ch, s, err);
    case RT_DOCUMENT: return see_document(ch, &s->e), rt_ok;
    case RT_ERASURE: return see_erasure(ch, &s->e), rt_ok;
    case RT_SENT: return see_sent(ch, &s->e), rt_ok;
    case RT_READ:
    case RT_GRANT:
    case RT_BATCH:
    case RT_ENTRY_TYPES: break;
    }
    return rt_ok;
}
