/* What went out of the case, to whom, as what, through which lens: of the notes that the reader may see. */
#include "analysis/sent.h"

#include "analysis/shape.h"
#include "analysis/view.h"
#include "model/sent.h"
#include "store/audit.h"

/* --- a note ------------------------------------------------------------------------------------------------------- */

static void put_all(rt_arena *arena, rt_value *o, rt_str key, rt_strs through, const char *name) {
    rt_value *list = rt_value_put_list(arena, o, key);
    rt_str value;
    for (size_t at = 0; rt_through_next(through, name, &at, &value);) rt_value_push_text(arena, list, value);
}

static void put_through(rt_arena *arena, rt_value *row, rt_strs through) {
    rt_value *o = rt_value_put_object(arena, row, RT_S("through"));
    rt_value_put_text(arena, o, RT_S("clear"), rt_through_value(through, "clear"));
    rt_value_put_text(arena, o, RT_S("at"), rt_through_value(through, "at"));
    rt_value_put_text(arena, o, RT_S("said_by"), rt_through_value(through, "said-by"));
    rt_value_put_text(arena, o, RT_S("as_of"), rt_through_value(through, "as-of"));
    put_all(arena, o, RT_S("sources"), through, "source");
    put_all(arena, o, RT_S("as_if_same"), through, "as-if-same");
    put_all(arena, o, RT_S("as_if_apart"), through, "as-if-apart");
}

void rt_sent_put(const rt_entry *sent, rt_value *subject, bool restored, rt_arena *arena, rt_value *row) {
    const rt_entry e = rt_entry_copy(arena, sent);
    rt_value_put_text(arena, row, RT_S("id"), e.id);
    rt_value_put_text(arena, row, RT_S("to"), e.who);
    rt_value_put_text(arena, row, RT_S("purpose"), e.why);
    rt_value_put(row, RT_S("formats"), rt_shape_texts(e.formats, arena));
    rt_value_put(row, RT_S("subject"), subject != NULL ? subject : rt_value_null(arena));
    put_through(arena, row, e.through);
    rt_value_put(row, RT_S("entries"), e.entries >= 0 ? rt_value_int(arena, e.entries) : rt_value_null(arena));
    rt_value_put_text(arena, row, RT_S("recorded_at"), e.recorded_at);
    rt_value_put_text(arena, row, RT_S("recorded_by"), e.recorded_by);
    rt_value_put_text(arena, row, RT_S("handling"), e.handling);
    rt_value_put(row, RT_S("restored"), rt_value_bool(arena, restored));
}

/* --- all of them -------------------------------------------------------------------------------------------------- */

/* The head of the log that it was made from: sizes of the log are for who sees all. */
static rt_status put_head(rt_reading *r, const rt_entry *e, bool restored, rt_value *row, rt_error *err) {
    RT_AUTO(rt_buf) hex = {0};
    rt_checkpoint head;
    bool there = false;
    if (!restored && !rt_lens_is_narrowed(r->lens))
        RT_TRY(rt_audit_head_before(rt_lens_store(r->lens), e->recorded_at, &head, &there, err));
    if (!there) return rt_value_put(row, RT_S("head"), rt_value_null(r->arena)), rt_ok;
    rt_value *o = rt_value_put_object(r->arena, row, RT_S("head"));
    rt_buf_hex(&hex, head.root.bytes, sizeof head.root.bytes);
    rt_value_put(o, RT_S("size"), rt_value_int(r->arena, head.size));
    rt_value_put_text(r->arena, o, RT_S("root"), rt_str_copy(r->arena, rt_buf_str(&hex)));
    return rt_ok;
}

static rt_status put_note(rt_reading *r, const rt_seen_entry *s, rt_value *list, rt_error *err) {
    rt_value *row = rt_value_push(list, rt_value_object(r->arena)), *subject = NULL;
    int64_t batch_end;
    if (s->e.subject.len > 0) RT_TRY(rt_shape_entity(r, s->e.subject, &subject, err));
    RT_TRY(rt_lens_batch_end(r->lens, s->e.recorded_at, &batch_end, err));
    rt_sent_put(&s->e, subject, batch_end < s->seq, r->arena, row);
    return put_head(r, &s->e, batch_end < s->seq, row, err);
}

static rt_status sent_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object, rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    rt_cursor *c;
    rt_seen_list notes;
    (void)args;
    RT_TRY(rt_cursor_sent(lens, &c, err));
    RT_TRY(rt_cursor_list(c, arena, &notes, err));
    rt_value *o = *object = rt_value_object(arena), *list = rt_value_put_list(arena, o, RT_S("sent"));
    for (size_t i = 0; i < notes.n; i++) RT_TRY(put_note(&r, &notes.at[i], list, err));
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_sent = {
    .name = "sent",
    .summary = "what went out of the case, to whom, and through which lens it was made",
    .least = 0,
    .most = 0,
    .run = sent_run,
};
