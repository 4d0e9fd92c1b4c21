#include "resolve/judge.h"

#include "model/handling.h"
#include "model/schema.h"
#include "names/why.h"
#include "resolve/owed.h"
#include "resolve/refuse.h"
#include "resolve/subjects.h"
#include "store/batch.h"
#include "store/cluster.h"

typedef struct judging {
    const rt_judgement_asked *asked;
    rt_store *store;
    rt_lens *lens; /* of who judges */
    rt_arena *arena;
    rt_seen_entry last; /* judgement on the pair; no id: none */
    rt_cluster a, b;
    rt_strs rests_on; /* of the last judgement on the pair */
} judging;

static bool last_is(const judging *j, const char *judgement) { return rt_str_is(j->last.e.judgement, judgement); }

/* --- what is judged now ---------------------------------------------------------------------------------------------
 */

static rt_status must_be_there(judging *j, rt_str id, rt_error *err) {
    bool seen;
    RT_TRY(rt_lens_sees_entity(j->lens, id, &seen, err));
    return seen ? rt_ok : rt_fail(err, RT_ABSENT, "nothing has the id %.*s", RT_FMT(rt_str_cut(id, 200)));
}

static rt_status look(judging *j, rt_error *err) {
    RT_TRY(must_be_there(j, j->asked->a, err));
    RT_TRY(must_be_there(j, j->asked->b, err));
    RT_TRY(rt_judgement_on(j->lens, j->asked->a, j->asked->b, j->arena, &j->last, err));
    RT_TRY(rt_cluster_read(j->lens, j->asked->a, j->arena, &j->a, err));
    return rt_cluster_read(j->lens, j->asked->b, j->arena, &j->b, err);
}

static bool are_one(const judging *j) { return rt_cluster_has(&j->a, j->asked->b); }

/* --- what stands against it -----------------------------------------------------------------------------------------
 */

/* A judgement `different` of a member of one and a member of the other; *s stays without id when there is none. */
static rt_status find_apart(judging *j, rt_seen_entry *s, rt_error *err) {
    const bool turn = j->a.members.n > j->b.members.n;
    const rt_cluster *few = turn ? &j->b : &j->a, *many = turn ? &j->a : &j->b;
    for (size_t i = 0; i < few->members.n && s->e.id.len == 0; i++) {
        rt_judged_list judged;
        const rt_str id = few->members.at[i];
        RT_TRY(rt_judged_of(j->lens, id, j->arena, &judged, err));
        for (size_t k = 0; k < judged.n && s->e.id.len == 0; k++)
            if (rt_str_is(judged.at[k].s.e.judgement, "different") &&
                rt_cluster_has(many, rt_judged_other(&judged.at[k].s.e, id)))
                *s = judged.at[k].s;
    }
    return rt_ok;
}

static rt_status may_join(judging *j, rt_error *err) {
    rt_seen_entry apart = {0};
    if (last_is(j, "different")) return rt_refuse_pair(&j->last.e, j->arena, err);
    if (are_one(j)) return rt_ok;
    RT_TRY(find_apart(j, &apart, err));
    if (apart.e.id.len == 0) return rt_ok;
    const bool a_first = rt_cluster_has(&j->a, apart.e.a);
    const rt_str x = a_first ? apart.e.a : apart.e.b, y = a_first ? apart.e.b : apart.e.a;
    return rt_refuse_join(&apart.e, x, rt_cluster_chain(&j->a, x, j->asked->a, j->arena), j->asked->b,
                          rt_cluster_chain(&j->b, j->asked->b, y, j->arena), j->arena, err);
}

static rt_status may_part(judging *j, rt_error *err) {
    const rt_str a = j->asked->a, b = j->asked->b;
    rt_cluster round;
    RT_TRY(rt_cluster_read_without(j->lens, a, b, j->arena, &round, err));
    if (rt_cluster_has(&round, b)) return rt_refuse_part(a, b, rt_cluster_chain(&round, a, b, j->arena), err);
    if (!j->asked->split || last_is(j, "same")) return rt_ok;
    return rt_fail(err, RT_BAD, "%.*s and %.*s are not judged the same: there is nothing to split",
                   RT_FMT(rt_str_cut(a, 60)), RT_FMT(rt_str_cut(b, 60)));
}

/* --- on what it rests -----------------------------------------------------------------------------------------------
 */

static rt_status must_count(judging *j, rt_str id, rt_error *err) {
    rt_cursor *c;
    rt_seen_list found, all;
    bool out = false;
    RT_TRY(rt_cursor_statement(j->lens, id, &c, err));
    RT_TRY(rt_cursor_list(c, j->arena, &found, err));
    if (found.n == 0) return rt_fail(err, RT_ABSENT, "there is no statement %.*s", RT_FMT(rt_str_cut(id, 200)));
    RT_TRY(rt_lens_taken_out(j->lens, &found.at[0].e, &out, err));
    RT_TRY(rt_cursor_about(j->lens, found.at[0].e.entity, &c, err));
    RT_TRY(rt_cursor_list(c, j->arena, &all, err));
    for (size_t i = 0; i < all.n && !out; i++) out = rt_takes_back(&all.at[i], &found.at[0]);
    if (!out) return rt_ok;
    return rt_fail(err, RT_BAD, "%.*s was taken back or replaced: a judgement rests on what counts", RT_FMT(id));
}

static rt_status check_grounds(judging *j, rt_error *err) {
    for (size_t i = 0; i < j->asked->on.n; i++) RT_TRY(must_count(j, j->asked->on.at[i], err));
    if (j->last.e.id.len == 0) return rt_ok;
    return rt_judged_on(j->lens, j->last.e.id, j->arena, &j->rests_on, err);
}

static bool rests_on_all(const judging *j) {
    for (size_t i = 0; i < j->asked->on.n; i++)
        if (!rt_strs_have(j->rests_on, j->asked->on.at[i])) return false;
    return true;
}

static rt_status check(judging *j, rt_error *err) {
    const rt_judgement_asked *q = j->asked;
    if (rt_str_eq(q->a, q->b))
        return rt_fail(err, RT_BAD, "both are %.*s: an entity is itself", RT_FMT(rt_str_cut(q->a, 200)));
    RT_TRY(look(j, err));
    RT_TRY(check_grounds(j, err));
    if (rt_str_is(q->judgement, "same")) return may_join(j, err);
    return q->split || rt_str_is(q->judgement, "different") ? may_part(j, err) : rt_ok;
}

/* --- the entry ------------------------------------------------------------------------------------------------------
 */

static bool can_be_compared(const rt_subject *a, const rt_subject *b) {
    const rt_schema *x = rt_schema_named(a->schema), *y = rt_schema_named(b->schema);
    return a->names.n > 0 && b->names.n > 0 && x != NULL && y != NULL && rt_schema_can_match(x, y);
}

static rt_status compare(judging *j, rt_lens *lens, rt_entry *e, rt_error *err) {
    rt_subject a, b;
    rt_ready x, y;
    rt_match match;
    RT_TRY(rt_case_subject(lens, e->a, j->arena, &a, err));
    RT_TRY(rt_case_subject(lens, e->b, j->arena, &b, err));
    if (!can_be_compared(&a, &b)) return rt_ok;
    rt_ready_make(j->arena, &a, &x);
    rt_ready_make(j->arena, &b, &y);
    rt_match_subjects(j->arena, &x, &y, &match);
    e->score = rt_str_printf(j->arena, "%.4f", rt_four_decimals(match.score));
    e->explanation = rt_why_text(j->arena, &match);
    return rt_ok;
}

/* By what its least reader sees: of what others see besides, it must not tell. */
static rt_status put_score(judging *j, rt_entry *e, rt_error *err) {
    const rt_lens_spec least = {.narrowed = true, .clear = e->handling};
    rt_lens *lens;
    RT_TRY(rt_lens_open(j->store, &least, &lens, err));
    const rt_status s = compare(j, lens, e, err);
    rt_lens_close(lens);
    return s;
}

static rt_status make(judging *j, rt_entry *e, rt_error *err) {
    const rt_judgement_asked *q = j->asked;
    *e = rt_entry_new(RT_JUDGEMENT);
    e->a = q->a;
    e->b = q->b;
    e->judgement = q->judgement;
    e->why = q->why;
    RT_TRY(rt_judgement_owed(j->lens, q->a, q->b, q->handling.len > 0 ? q->handling : j->last.e.handling, j->arena,
                             &e->handling, err));
    if (q->reader.narrowed && !rt_handling_seen(e->handling, q->reader.clear))
        return rt_fail(err, RT_DENIED, "nobody writes what they may not read: handling %.*s is above clearance %.*s",
                       RT_FMT(e->handling), RT_FMT(q->reader.clear));
    RT_TRY(put_score(j, e, err));
    return rt_entry_check(e, err);
}

static bool says_the_same(const rt_entry *last, const rt_entry *e, rt_str by) {
    return rt_str_eq(last->judgement, e->judgement) && rt_str_eq(last->why, e->why) &&
           rt_str_eq(last->handling, e->handling) && rt_str_eq(last->recorded_by, by);
}

/* --- recording ------------------------------------------------------------------------------------------------------
 */

static rt_status find_out(judging *j, rt_entry *e, rt_error *err) {
    RT_TRY(rt_lens_open(j->store, &j->asked->reader, &j->lens, err));
    rt_status s = check(j, err);
    if (s.code == RT_OK) s = make(j, e, err);
    rt_lens_close(j->lens);
    return s;
}

static rt_status add_grounds(const judging *j, rt_batch *batch, const rt_entry *judgement, rt_str id, rt_error *err) {
    for (size_t i = 0; i < j->asked->on.n; i++) {
        rt_entry e = rt_entry_new(RT_LINK);
        e.link = RT_S("supports");
        e.from = j->asked->on.at[i];
        e.to = id;
        e.handling = judgement->handling;
        RT_TRY(rt_batch_add(batch, &e, NULL, NULL, err));
    }
    return rt_ok;
}

static rt_status add(const judging *j, rt_batch *batch, const rt_entry *e, char id[32], rt_error *err) {
    rt_batch_handling(batch, e->handling);
    RT_TRY(rt_batch_act(batch, e, id, err));
    return add_grounds(j, batch, e, (rt_str){id, 32}, err);
}

static rt_status record(judging *j, rt_judgement_done *done, rt_error *err) {
    const rt_judgement_asked *q = j->asked;
    char *id = rt_arena_alloc(j->arena, 32);
    rt_batch *batch;
    const rt_batch_options options = {.by = q->by, .program = q->program};
    RT_TRY(rt_batch_begin(j->store, &options, &batch, err)); /* from here on nobody else writes */
    rt_status s = find_out(j, &done->e, err);
    done->added = !says_the_same(&j->last.e, &done->e, q->by) || !rests_on_all(j);
    if (s.code == RT_OK && done->added) s = add(j, batch, &done->e, id, err);
    if (s.code == RT_OK) s = rt_batch_commit(batch, NULL, err);
    rt_batch_close(batch);
    done->e.id = done->added ? (rt_str){id, 32} : j->last.e.id;
    return s;
}

static rt_status tell(judging *j, rt_judgement_done *done, rt_error *err) {
    RT_TRY(rt_lens_open(j->store, &j->asked->reader, &j->lens, err));
    rt_status s = rt_cluster_of(j->lens, j->asked->a, j->arena, &done->members, err);
    if (s.code == RT_OK) s = rt_judged_on(j->lens, done->e.id, j->arena, &done->on, err);
    rt_lens_close(j->lens);
    return s;
}

rt_status rt_judge(rt_store *store, const rt_judgement_asked *asked, rt_arena *arena, rt_judgement_done *done,
                   rt_error *err) {
    judging j = {.asked = asked, .store = store, .arena = arena};
    if (asked->why.len == 0) return rt_fail(err, RT_USAGE, "a judgement needs a reason");
    if (!rt_store_is_current(store))
        return rt_fail(err, RT_CORRUPT,
                       "what is derived from the log is damaged or of another version: `redthread rebuild` mends it");
    *done = (rt_judgement_done){0};
    RT_TRY(record(&j, done, err));
    return tell(&j, done, err);
}

rt_value *rt_judgement_value(const rt_judgement_done *done, rt_arena *arena) {
    const rt_entry *e = &done->e;
    rt_value *v = rt_value_object(arena);
    rt_value_put_text(arena, v, RT_S("id"), e->id);
    rt_value_put(v, RT_S("added"), rt_value_bool(arena, done->added));
    rt_value_put_text(arena, v, RT_S("a"), e->a);
    rt_value_put_text(arena, v, RT_S("b"), e->b);
    rt_value_put_text(arena, v, RT_S("judgement"), e->judgement);
    rt_value_put_text(arena, v, RT_S("why"), e->why);
    rt_value *on = rt_value_put_list(arena, v, RT_S("on"));
    for (size_t i = 0; i < done->on.n; i++) rt_value_push_text(arena, on, done->on.at[i]);
    rt_value_put_text(arena, v, RT_S("score"), e->score);
    rt_value_put(v, RT_S("explanation"), rt_why_read(arena, e->explanation));
    rt_value_put_text(arena, v, RT_S("handling"), e->handling);
    rt_value *members = rt_value_put_list(arena, v, RT_S("members"));
    for (size_t i = 0; i < done->members.n; i++) rt_value_push_text(arena, members, done->members.at[i]);
    return v;
}
