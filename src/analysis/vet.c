#include "analysis/vet.h"

#include "analysis/vet_page.h"
#include "analysis/who.h"
#include "base/clock.h"
#include "base/hash.h"
#include "base/json.h"
#include "model/handling.h"
#include "store/audit.h"
#include "store/batch.h"

typedef struct vetting {
    const rt_vet_asked *asked;
    rt_store *store;
    rt_arena *arena;
    rt_batch *batch;
    rt_value *page;
    rt_strs statements;
    rt_str bytes, sha256;
    rt_str id, screen;
    rt_str handling;   /* of all that is written */
    rt_str purpose_id; /* of the statement that decisions are about */
} vetting;

static const rt_str none = RT_S_INIT("");

/* --- the page, and who may know of it ------------------------------------------------------------------------------
 */

static rt_status page_through(vetting *v, const rt_lens_spec *spec, rt_value **page, rt_str *read, rt_error *err) {
    rt_lens *lens;
    RT_TRY(rt_lens_open(v->store, spec, &lens, err));
    const rt_status s = rt_vet_page(lens, v->asked->name, v->arena, page, err);
    if (s.code == RT_OK && read != NULL) *read = rt_lens_handling(lens, v->arena);
    rt_lens_close(lens);
    return s;
}

static rt_status add_handling(vetting *v, rt_lens *lens, rt_str id, rt_str *all, rt_error *err) {
    rt_cursor *c;
    rt_seen_entry entry;
    bool more;
    RT_TRY(rt_cursor_statement(lens, id, &c, err));
    const rt_status s = rt_cursor_next(c, &entry, &more, err);
    if (s.code == RT_OK && more) *all = rt_handling_joined(v->arena, *all, entry.e.handling);
    rt_cursor_close(c);
    return s;
}

/* That of the statements alone which the page names. */
static rt_status handling_of_shown(vetting *v, rt_str *all, rt_error *err) {
    rt_lens *lens;
    rt_status s = rt_ok;
    *all = none;
    RT_TRY(rt_lens_open(v->store, &v->asked->reader, &lens, err));
    for (size_t i = 0; i < v->statements.n && s.code == RT_OK; i++)
        s = add_handling(v, lens, v->statements.at[i], all, err);
    rt_lens_close(lens);
    return s;
}

/* Whether who has this clearance and no more is shown the very same. */
static rt_status shows_the_same(vetting *v, rt_str clearance, bool *same, rt_error *err) {
    rt_lens_spec spec = v->asked->reader;
    rt_value *page;
    spec.narrowed = true;
    spec.clear = clearance;
    RT_TRY(page_through(v, &spec, &page, NULL, err));
    *same = rt_str_eq(rt_vet_page_bytes(page, v->arena), v->bytes);
    return rt_ok;
}

/* Hidden entries may have had a part in the page without being named in it (a judgement, a link): then what covers all
 * that was read for it covers the vetting. */
static rt_status find_handling(vetting *v, rt_str read, rt_error *err) {
    rt_str shown;
    bool same;
    RT_TRY(handling_of_shown(v, &shown, err));
    RT_TRY(shows_the_same(v, shown, &same, err));
    v->handling = rt_handling_joined(v->arena, same ? shown : read, v->asked->handling);
    return rt_ok;
}

static rt_status may_write(const vetting *v, rt_error *err) {
    const rt_lens_spec *r = &v->asked->reader;
    if (!r->narrowed || rt_handling_seen(v->handling, r->clear)) return rt_ok;
    return rt_fail(err, RT_DENIED, "nobody writes what they may not read: handling %.*s is above clearance %.*s",
                   RT_FMT(v->handling), RT_FMT(r->clear));
}

static rt_status freeze(vetting *v, rt_error *err) {
    rt_str read;
    RT_TRY(page_through(v, &v->asked->reader, &v->page, &read, err));
    v->statements = rt_vet_page_statements(v->page, v->arena);
    v->bytes = rt_vet_page_bytes(v->page, v->arena);
    v->sha256 = rt_vet_hash(v->bytes, v->arena);
    RT_TRY(find_handling(v, read, err));
    return may_write(v, err);
}

/* --- the lens as text ----------------------------------------------------------------------------------------------
 */

rt_str rt_vet_lens_text(const rt_lens_spec *spec, rt_arena *arena) {
    RT_AUTO(rt_buf) text = {0};
    rt_value *o = rt_value_object(arena);
    if (spec->as_of.len > 0) rt_value_put_text(arena, o, RT_S("as_of"), spec->as_of);
    if (spec->at.len > 0) rt_value_put_text(arena, o, RT_S("at"), spec->at);
    rt_value_put(o, RT_S("narrowed"), rt_value_bool(arena, spec->narrowed));
    if (spec->said_by.len > 0) rt_value_put_text(arena, o, RT_S("said_by"), spec->said_by);
    rt_value *sources = rt_value_put_list(arena, o, RT_S("sources"));
    for (size_t i = 0; i < spec->sources.n; i++) rt_value_push_text(arena, sources, spec->sources.at[i]);
    rt_json_write(&text, o);
    return rt_str_copy(arena, rt_buf_str(&text));
}

rt_status rt_vet_lens_read(rt_str text, rt_arena *arena, rt_lens_spec *spec, rt_error *err) {
    rt_value *o;
    rt_json_reader *reader = rt_json_reader_new();
    const rt_status s = rt_json_read(reader, text, arena, &o, err);
    rt_json_reader_free(reader);
    *spec = (rt_lens_spec){0};
    RT_TRY(s);
    const rt_value *sources = rt_value_get(o, RT_S("sources"));
    spec->narrowed = rt_value_get_bool(o, RT_S("narrowed"));
    spec->as_of = rt_value_get_text(o, RT_S("as_of"));
    spec->at = rt_value_get_text(o, RT_S("at"));
    spec->said_by = rt_value_get_text(o, RT_S("said_by"));
    spec->sources.at = RT_NEW_N(arena, rt_str, rt_value_count(sources));
    for (const rt_value *v = rt_value_first(sources); v != NULL; v = v->next)
        if (v->kind == RT_TEXT) spec->sources.at[spec->sources.n++] = v->text;
    return rt_ok;
}

/* --- writing -------------------------------------------------------------------------------------------------------
 */

static rt_entry statement(const vetting *v, rt_str entity, const char *schema, const char *prop, rt_str value) {
    rt_entry e = rt_entry_new(RT_STATEMENT);
    e.entity = entity;
    e.schema = rt_str_of(schema);
    e.prop = rt_str_of(prop);
    e.value = value;
    e.speaker = v->asked->by;
    e.stance = RT_S("asserts");
    e.basis = RT_S("witnessed");
    e.said_at = v->asked->day;
    e.handling = v->handling;
    return e;
}

/* Nothing where there is nothing to say. */
static rt_status put(vetting *v, const rt_entry *e, rt_str *id, rt_error *err) {
    char *hex = rt_arena_alloc(v->arena, 32);
    bool added;
    if (e->value.len == 0) return rt_ok;
    RT_TRY(rt_entry_check(e, err));
    RT_TRY(rt_batch_add(v->batch, e, hex, &added, err));
    if (id != NULL) *id = (rt_str){hex, 32};
    return rt_ok;
}

static rt_status say(vetting *v, const char *prop, rt_str value, rt_error *err) {
    const rt_entry e = statement(v, v->id, "Vetting", prop, value);
    return put(v, &e, NULL, err);
}

static rt_status say_of_screen(vetting *v, const char *prop, rt_str value, rt_error *err) {
    const rt_entry e = statement(v, v->screen, "Screen", prop, value);
    return put(v, &e, NULL, err);
}

/* Whom it is about: the one who bears the name; else the name as it was typed, and each who may be meant as suspected,
 * for nobody chose among them. */
static rt_status say_subjects(vetting *v, rt_error *err) {
    const rt_value *first = rt_value_first(rt_value_get(v->page, RT_S("subjects")));
    if (rt_str_is(rt_value_get_text(v->page, RT_S("found")), "one"))
        return say(v, "subject", rt_value_get_text(first, RT_S("id")), err);
    RT_TRY(say(v, "subject", v->asked->name, err));
    for (const rt_value *s = first; s != NULL; s = s->next) {
        rt_entry e = statement(v, v->id, "Vetting", "subject", rt_value_get_text(s, RT_S("id")));
        e.stance = RT_S("suspects");
        RT_TRY(put(v, &e, NULL, err));
    }
    return rt_ok;
}

static rt_status say_screen(vetting *v, rt_error *err) {
    const rt_lens_spec *reader = &v->asked->reader;
    RT_TRY(say_of_screen(v, "asked", v->asked->name, err));
    RT_TRY(say_of_screen(v, "contentHash", v->sha256, err));
    RT_TRY(say_of_screen(v, "mimeType", RT_S("application/json"), err));
    RT_TRY(say_of_screen(v, "fileSize", rt_str_printf(v->arena, "%zu", v->bytes.len), err));
    RT_TRY(say_of_screen(v, "lens", rt_vet_lens_text(reader, v->arena), err));
    RT_TRY(say_of_screen(v, "generator", v->asked->program, err));
    for (size_t i = 0; i < v->statements.n; i++) RT_TRY(say_of_screen(v, "shown", v->statements.at[i], err));
    if (!reader->narrowed || reader->clear.len == 0) return rt_ok;
    /* which compartments there are is not for who holds fewer */
    rt_entry e = statement(v, v->screen, "Screen", "clearance", reader->clear);
    e.handling = rt_handling_joined(v->arena, v->handling, reader->clear);
    return put(v, &e, NULL, err);
}

static rt_status say_decision(vetting *v, rt_error *err) {
    const rt_vet_asked *q = v->asked;
    rt_entry e = rt_entry_new(RT_DECISION);
    char id[32];
    RT_TRY(say(v, "answer", q->answer, err));
    RT_TRY(say(v, "decision", q->decision, err));
    RT_TRY(say(v, "decidedBy", q->decided_by, err));
    if (q->decision.len == 0) return rt_ok;
    e.about = v->purpose_id;
    e.decision = q->decision;
    e.why = q->why;
    e.handling = v->handling;
    RT_TRY(rt_entry_check(&e, err));
    return rt_batch_act(v->batch, &e, id, err);
}

static rt_status say_all(vetting *v, rt_error *err) {
    const rt_vet_asked *q = v->asked;
    const rt_entry purpose = statement(v, v->id, "Vetting", "purpose", q->purpose);
    RT_TRY(put(v, &purpose, &v->purpose_id, err));
    RT_TRY(say_subjects(v, err));
    RT_TRY(say(v, "authority", q->authority, err));
    RT_TRY(say(v, "query", q->query.len > 0 ? q->query : q->name, err));
    RT_TRY(say(v, "date", q->day, err));
    RT_TRY(say(v, "evidence", v->screen, err));
    RT_TRY(say_screen(v, err));
    return say_decision(v, err);
}

/* Made from what was asked, what was shown and when: it tells nothing else. */
static void make_ids(vetting *v) {
    const rt_vet_asked *q = v->asked;
    const rt_str all = rt_str_printf(v->arena, "%lld\n%.*s\n%.*s\n%.*s\n%.*s", (long long)rt_clock_now(), RT_FMT(q->by),
                                     RT_FMT(q->name), RT_FMT(q->purpose), RT_FMT(v->sha256));
    v->id = rt_str_printf(v->arena, "vetting-%.*s", 16, rt_vet_hash(all, v->arena).at);
    v->screen = rt_str_printf(v->arena, "%.*s-screen", RT_FMT(v->id));
}

/* --- what was done -------------------------------------------------------------------------------------------------
 */

static rt_status put_head(vetting *v, const rt_checkpoint *head, rt_value *frozen) {
    RT_AUTO(rt_buf) hex = {0};
    if (v->asked->reader.narrowed) {
        rt_value_put(frozen, RT_S("head"), rt_value_null(v->arena));
        return rt_ok;
    }
    rt_value *o = rt_value_put_object(v->arena, frozen, RT_S("head"));
    rt_buf_hex(&hex, head->root.bytes, sizeof head->root.bytes);
    rt_value_put(o, RT_S("size"), rt_value_int(v->arena, head->size));
    rt_value_put_text(v->arena, o, RT_S("root"), rt_str_copy(v->arena, rt_buf_str(&hex)));
    return rt_ok;
}

static rt_status tell(vetting *v, const rt_checkpoint *head, rt_value **done) {
    const rt_vet_asked *q = v->asked;
    rt_arena *arena = v->arena;
    rt_value *o = *done = rt_value_object(arena);
    rt_value_put_text(arena, o, RT_S("id"), v->id);
    rt_value_put_text(arena, o, RT_S("asked"), q->name);
    rt_value_put_text(arena, o, RT_S("purpose"), q->purpose);
    rt_value_put_text(arena, o, RT_S("authority"), q->authority);
    rt_value_put_text(arena, o, RT_S("query"), q->query.len > 0 ? q->query : q->name);
    rt_value_put_text(arena, o, RT_S("answer"), q->answer);
    rt_value_put_text(arena, o, RT_S("decision"), q->decision);
    rt_value_put_text(arena, o, RT_S("decided_by"), q->decided_by);
    rt_value_put_text(arena, o, RT_S("handling"), v->handling);
    rt_value *frozen = rt_value_put_object(arena, o, RT_S("frozen"));
    rt_value_put_text(arena, frozen, RT_S("screen"), v->screen);
    rt_value_put(frozen, RT_S("statements"), rt_value_int(arena, (int64_t)v->statements.n));
    rt_value_put_text(arena, frozen, RT_S("sha256"), v->sha256);
    rt_value_put_text(arena, frozen, RT_S("lens"), rt_vet_lens_text(&q->reader, arena));
    rt_value_put_text(arena, frozen, RT_S("clearance"), q->reader.clear);
    rt_value_put_text(arena, frozen, RT_S("program"), q->program);
    RT_TRY(put_head(v, head, frozen));
    rt_value_put(o, RT_S("page"), v->page);
    return rt_ok;
}

/* --- asking --------------------------------------------------------------------------------------------------------
 */

static rt_status begin(vetting *v, rt_error *err) {
    const rt_vet_asked *q = v->asked;
    if (!rt_store_is_current(v->store))
        return rt_fail(err, RT_CORRUPT,
                       "what is derived from the log is damaged or of another version: `redthread rebuild` mends it");
    const rt_batch_options options = {.by = q->by, .program = q->program, .handling = q->handling};
    return rt_batch_begin(v->store, &options, &v->batch, err); /* from here on nobody else writes */
}

static rt_status ask(vetting *v, rt_value **done, rt_error *err) {
    rt_checkpoint head;
    RT_TRY(rt_audit_head(v->store, &head, err));
    RT_TRY(freeze(v, err));
    make_ids(v);
    RT_TRY(say_all(v, err));
    RT_TRY(rt_batch_commit(v->batch, NULL, err));
    return tell(v, &head, done);
}

rt_status rt_vet(rt_store *store, const rt_vet_asked *asked, rt_arena *arena, rt_value **done, rt_error *err) {
    vetting v = {.asked = asked, .store = store, .arena = arena};
    if (asked->purpose.len == 0) return rt_fail(err, RT_USAGE, "a vetting needs a purpose");
    RT_TRY(begin(&v, err));
    const rt_status s = ask(&v, done, err);
    rt_batch_close(v.batch);
    return s;
}

/* --- deciding later ------------------------------------------------------------------------------------------------
 */

/* The statement of its purpose, and the handling of all that is told of it. */
static rt_status look_at(vetting *v, rt_lens *lens, rt_error *err) {
    rt_cursor *c;
    rt_seen_list list;
    RT_TRY(rt_cursor_about(lens, v->asked->name, &c, err));
    RT_TRY(rt_cursor_list(c, v->arena, &list, err));
    v->handling = v->asked->handling;
    for (size_t i = 0; i < list.n; i++) {
        const rt_entry *e = &list.at[i].e;
        if (!rt_str_is(e->schema, "Vetting")) continue;
        v->handling = rt_handling_joined(v->arena, v->handling, e->handling);
        if (rt_str_is(e->prop, "purpose") && v->purpose_id.len == 0) v->purpose_id = e->id;
    }
    return rt_ok;
}

static rt_status find(vetting *v, rt_error *err) {
    rt_lens *lens;
    RT_TRY(rt_lens_open(v->store, &v->asked->reader, &lens, err));
    const rt_status s = look_at(v, lens, err);
    rt_lens_close(lens);
    v->id = v->asked->name;
    return s;
}

static rt_status decide(vetting *v, rt_error *err) {
    RT_TRY(find(v, err));
    if (v->purpose_id.len == 0)
        return rt_fail(err, RT_ABSENT, "there is no vetting %.*s (to check somebody, say for what: --purpose TEXT)",
                       RT_FMT(rt_str_cut(v->id, 200)));
    RT_TRY(may_write(v, err));
    RT_TRY(say_decision(v, err));
    return rt_batch_commit(v->batch, NULL, err);
}

rt_status rt_vet_decide(rt_store *store, const rt_vet_asked *asked, rt_arena *arena, rt_value **done, rt_error *err) {
    vetting v = {.asked = asked, .store = store, .arena = arena};
    if (asked->decision.len == 0 || asked->why.len == 0)
        return rt_fail(err, RT_USAGE, "what was decided needs a decision and a reason: --decision TEXT --why TEXT");
    RT_TRY(begin(&v, err));
    const rt_status s = decide(&v, err);
    rt_batch_close(v.batch);
    RT_TRY(s);
    rt_value *o = *done = rt_value_object(arena);
    rt_value_put_text(arena, o, RT_S("id"), v.id);
    rt_value_put_text(arena, o, RT_S("answer"), asked->answer);
    rt_value_put_text(arena, o, RT_S("decision"), asked->decision);
    rt_value_put_text(arena, o, RT_S("decided_by"), asked->decided_by);
    rt_value_put_text(arena, o, RT_S("why"), asked->why);
    rt_value_put_text(arena, o, RT_S("handling"), v.handling);
    return rt_ok;
}
