#include "analysis/acknowledge.h"

#include "analysis/alert.h"
#include "analysis/shape.h"
#include "model/handling.h"
#include "store/batch.h"

/* --- for whose eyes --------------------------------------------------------------------------------------------------
 */

/* It tells of the rule and of what was found: who sees it must be able to see all of that. */
static rt_status handling_of(const rt_acknowledge_asked *q, rt_facts facts, rt_arena *arena, rt_str *handling,
                             rt_error *err) {
    rt_str least = {"", 0};
    for (size_t i = 0; i < facts.n; i++) least = rt_handling_joined(arena, least, facts.at[i]->s.e.handling);
    *handling = q->handling.len > 0 ? q->handling : least;
    if (!rt_handling_seen(least, *handling))
        return rt_fail(err, RT_DENIED,
                       "this alert rests on what only %.*s may see: its acknowledgement needs that handling, or a "
                       "higher one",
                       RT_FMT(least));
    if (q->reader.narrowed && !rt_handling_seen(*handling, q->reader.clear))
        return rt_fail(err, RT_DENIED, "nobody writes what they may not read: handling %.*s is above clearance %.*s",
                       RT_FMT(*handling), RT_FMT(q->reader.clear));
    return rt_ok;
}

/* --- the decision ----------------------------------------------------------------------------------------------------
 */

static rt_status make(rt_reading *r, const rt_acknowledge_asked *q, rt_entry *e, bool *is_new, rt_value **done,
                      rt_error *err) {
    const rt_alert *a;
    rt_facts facts = {0};
    rt_alerts_seen seen;
    RT_TRY(rt_alert_by_id(r, q->alert, &a, &facts, err));
    if (a == NULL || a->watch->facts.n == 0)
        return rt_fail(err, RT_ABSENT, "there is no alert %.*s; `redthread alerts --all` lists them with their ids",
                       RT_FMT(rt_str_cut(q->alert, 60)));
    const rt_str outcome = rt_outcome_name(a->outcome);
    *e = rt_entry_new(RT_DECISION);
    e->about = a->watch->facts.at[0]->s.e.id;
    e->decision = rt_alert_decision(outcome, q->alert, r->arena);
    e->why = q->why;
    RT_TRY(handling_of(q, facts, r->arena, &e->handling, err));
    RT_TRY(rt_alerts_seen_of(r, a->watch, &seen, err));
    const rt_alert_seen *last = rt_alert_seen_find(&seen, q->alert);
    *is_new = last == NULL || !rt_str_eq(last->outcome, outcome) || !rt_str_eq(last->why, q->why) ||
              !rt_str_eq(last->by, q->by);
    rt_value *v = *done = rt_value_object(r->arena);
    rt_value_put_text(r->arena, v, RT_S("alert"), q->alert);
    rt_value_put_text(r->arena, v, RT_S("rule"), a->watch->line);
    rt_value_put_text(r->arena, v, RT_S("caption"), a->watch->caption);
    rt_value_put(v, RT_S("entity"),
                 a->subject != NULL ? rt_shape_of_entity(a->subject, r->arena) : rt_value_null(r->arena));
    rt_value_put_text(r->arena, v, RT_S("certainty"), outcome);
    rt_value_put_text(r->arena, v, RT_S("why"), q->why);
    rt_value_put_text(r->arena, v, RT_S("handling"), e->handling);
    return rt_entry_check(e, err);
}

static rt_status find_out(rt_store *store, const rt_acknowledge_asked *q, rt_arena *arena, rt_entry *e, bool *is_new,
                          rt_value **done, rt_error *err) {
    rt_lens *lens;
    RT_TRY(rt_lens_open(store, &q->reader, &lens, err));
    rt_reading r = rt_reading_new(lens, arena);
    const rt_status s = make(&r, q, e, is_new, done, err);
    rt_lens_close(lens);
    return s;
}

static rt_status record(rt_store *store, const rt_acknowledge_asked *q, rt_batch *batch, rt_arena *arena,
                        rt_value **done, rt_error *err) {
    rt_entry e;
    bool is_new;
    char *id = rt_arena_alloc(arena, 32);
    RT_TRY(find_out(store, q, arena, &e, &is_new, done, err));
    if (is_new) RT_TRY(rt_batch_act(batch, &e, id, err));
    RT_TRY(rt_batch_commit(batch, NULL, err));
    rt_value_put_text(arena, *done, RT_S("id"), is_new ? (rt_str){id, 32} : (rt_str){"", 0});
    rt_value_put(*done, RT_S("added"), rt_value_bool(arena, is_new));
    return rt_ok;
}

rt_status rt_acknowledge(rt_store *store, const rt_acknowledge_asked *asked, rt_arena *arena, rt_value **done,
                         rt_error *err) {
    rt_batch *batch;
    const rt_batch_options options = {.by = asked->by, .program = asked->program, .handling = asked->handling};
    if (asked->why.len == 0) return rt_fail(err, RT_USAGE, "an acknowledgement needs a reason: --why TEXT");
    if (!rt_store_is_current(store))
        return rt_fail(err, RT_CORRUPT,
                       "what is derived from the log is damaged or of another version: `redthread rebuild` mends it");
    RT_TRY(rt_batch_begin(store, &options, &batch, err)); /* from here on nobody else writes */
    const rt_status s = record(store, asked, batch, arena, done, err);
    rt_batch_close(batch);
    return s;
}
