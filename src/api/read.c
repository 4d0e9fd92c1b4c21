/* Views, exports, the log's head, dates. */
#include "analysis/view.h"
#include "api/handle.h"
#include "base/date_tell.h"
#include "exchange/format.h"
#include "store/audit.h"
#include "store/sent.h"

/* --- views -------------------------------------------------------------------------------------------------------- */

static const rt_view *view_named(rt_str name) {
    for (const rt_view *const *at = rt_views; *at != NULL; at++)
        if (rt_str_is(name, (*at)->name)) return *at;
    return NULL;
}

static rt_status check_count(rt_case *c, const rt_view *view, size_t n) {
    if (view->words && n != 1)
        return rt_fail(&c->error, RT_USAGE, "%s takes what is looked for, in one text", view->name);
    if (view->words) return rt_ok;
    if (n >= view->least && n <= view->most) return rt_ok;
    if (view->most == SIZE_MAX)
        return rt_fail(&c->error, RT_USAGE, "%s takes %zu names or more, not %zu", view->name, view->least, n);
    if (view->most > view->least)
        return rt_fail(&c->error, RT_USAGE, "%s takes %zu to %zu names, not %zu", view->name, view->least, view->most,
                       n);
    return rt_fail(&c->error, RT_USAGE, "%s takes %zu, not %zu names", view->name, view->least, n);
}

static rt_status run_view(rt_case *c, const char *name, const char *const *who, size_t n, const rt_case_lens *lens,
                          const char **json) {
    rt_str text;
    rt_view_args args = {0};
    rt_lens *opened;
    rt_value *object;
    RT_TRY(rt_case_text(c, "the view", name, &text));
    const rt_view *view = view_named(text);
    if (view == NULL) return rt_fail(&c->error, RT_USAGE, "there is no view \"%.*s\"", RT_FMT(rt_str_cut(text, 64)));
    RT_TRY(check_count(c, view, n));
    RT_TRY(rt_case_texts(c, "who", who, n, &args.who));
    if (view->words) args = (rt_view_args){.words = args.who.at[0]};
    RT_TRY(rt_case_lens_open(c, lens, &opened));
    const rt_status s = rt_view_look(view, opened, &args, &c->arena, &object, &c->error);
    if (s.code == RT_OK) *json = rt_case_json(c, object);
    rt_lens_close(opened);
    return s;
}

rt_case_code rt_case_view(rt_case *c, const char *view, const char *const *who, size_t n, const rt_case_lens *lens,
                          const char **json) {
    rt_case_begin(c);
    *json = NULL;
    return rt_case_end(c, run_view(c, view, who, n, lens, json));
}

/* --- exports ------------------------------------------------------------------------------------------------------ */

typedef struct sink {
    rt_case_sink *call;
    void *to;
} sink;

static rt_status write_out(void *to, rt_str bytes, rt_error *err) {
    const sink *s = to;
    if (bytes.len == 0 || s->call(s->to, bytes.at, bytes.len) == 0) return rt_ok;
    return rt_fail(err, RT_IO, "the export was ended by who takes it");
}

static rt_status format_asked(rt_case *c, const char *name, const rt_format **format) {
    rt_str text;
    RT_TRY(rt_case_text(c, "the format", name == NULL ? "jsonl" : name, &text));
    *format = rt_format_named(text);
    if (*format != NULL && (*format)->write != NULL) return rt_ok;
    return rt_fail(&c->error, RT_USAGE, "there is no format \"%.*s\" to write", RT_FMT(rt_str_cut(text, 64)));
}

static rt_status export_case(rt_case *c, const char *name, const rt_case_lens *lens, sink *to) {
    const rt_writer writer = {.to = to, .write = write_out};
    const rt_format *format;
    rt_lens *opened;
    RT_TRY(format_asked(c, name, &format));
    RT_TRY(rt_case_lens_open(c, lens, &opened));
    const rt_status s = format->write(opened, &writer, &c->error);
    rt_lens_close(opened);
    return s;
}

rt_case_code rt_case_export(rt_case *c, const char *format, const rt_case_lens *lens, rt_case_sink *call, void *to) {
    sink s = {call, to};
    rt_case_begin(c);
    return rt_case_end(c, export_case(c, format, lens, &s));
}

/* --- exports that are noted --------------------------------------------------------------------------------------- */

static rt_status take_sending(rt_case *c, const rt_case_sending *given, rt_sending *s) {
    static const char program[] = "libredthread " RT_CASE_VERSION;
    rt_case_sending taken;
    *s = (rt_sending){.count = true};
    RT_TRY(rt_case_take(c, "to whom it goes", given, &taken, sizeof taken));
    RT_TRY(rt_case_text(c, "to whom it goes", taken.to, &s->who));
    RT_TRY(rt_case_text(c, "the purpose", taken.purpose, &s->why));
    RT_TRY(rt_case_text(c, "who gives it out", taken.by, &s->by));
    RT_TRY(rt_case_text(c, "the program", taken.program != NULL ? taken.program : program, &s->program));
    if (s->who.len == 0) return rt_fail(&c->error, RT_USAGE, "to whom it goes is not given");
    if (s->by.len == 0) return rt_fail(&c->error, RT_USAGE, "who gives it out is not given");
    return rt_case_handling(c, taken.handling, &s->handling);
}

/* The note is committed before the first byte goes. */
static rt_status note_and_export(rt_case *c, rt_store *store, const rt_format *format, const rt_case_lens *lens,
                                 const rt_sending *sending, sink *to) {
    const rt_writer writer = {.to = to, .write = write_out, .goes_out = true};
    rt_lens *opened;
    char id[33];
    RT_TRY(rt_case_lens_open(c, lens, &opened));
    rt_status s = rt_sending_note(store, opened, sending, id, &c->error);
    if (s.code == RT_OK) s = format->write(opened, &writer, &c->error);
    rt_lens_close(opened);
    return s;
}

static rt_status export_to(rt_case *c, const char *name, const rt_case_lens *lens, const rt_case_sending *given,
                           sink *to) {
    const rt_format *format;
    rt_sending sending;
    rt_store *store;
    RT_TRY(format_asked(c, name, &format));
    RT_TRY(take_sending(c, given, &sending));
    sending.formats = (rt_strs){RT_NEW(&c->arena, rt_str), 1};
    sending.formats.at[0] = rt_str_of(format->name);
    RT_TRY(rt_case_writer(c, &store));
    const rt_status s = note_and_export(c, store, format, lens, &sending, to);
    rt_store_close(store);
    rt_case_forget_reader(c); /* it does not know of the note */
    return s;
}

rt_case_code rt_case_export_to(rt_case *c, const char *format, const rt_case_lens *lens, const rt_case_sending *given,
                               rt_case_sink *call, void *to) {
    sink s = {call, to};
    rt_case_begin(c);
    return rt_case_end(c, export_to(c, format, lens, given, &s));
}

/* --- the log ------------------------------------------------------------------------------------------------------ */

static rt_status head_of(rt_case *c, const char **checkpoint) {
    RT_AUTO(rt_buf) text = {0};
    rt_store *store;
    rt_checkpoint head;
    RT_TRY(rt_case_reader(c, &store));
    RT_TRY(rt_audit_head(store, &head, &c->error));
    rt_checkpoint_write(&text, &head);
    *checkpoint = rt_str_z(&c->arena, rt_buf_str(&text));
    return rt_ok;
}

rt_case_code rt_case_head(rt_case *c, const char **checkpoint) {
    rt_case_begin(c);
    *checkpoint = NULL;
    return rt_case_end(c, head_of(c, checkpoint));
}

static rt_status verify(rt_case *c, const char *against, const char **json) {
    rt_store *store;
    rt_checkpoint earlier;
    rt_verdict v;
    if (against != NULL) RT_TRY(rt_checkpoint_read(rt_str_of(against), &earlier, &c->error));
    RT_TRY(rt_case_reader(c, &store));
    RT_TRY(rt_audit_verify(store, against != NULL ? &earlier : NULL, &c->arena, &v, &c->error));
    *json = rt_case_json(c, rt_verdict_value(&v, &c->arena));
    return v.sound ? rt_ok : rt_fail(&c->error, RT_BAD, "%s", v.what);
}

rt_case_code rt_case_verify(rt_case *c, const char *against, const char **json) {
    rt_case_begin(c);
    *json = NULL;
    return rt_case_end(c, verify(c, against, json));
}

/* --- dates -------------------------------------------------------------------------------------------------------- */

rt_case_code rt_case_date(rt_case *c, const char *text, int edtf_only, const char **json) {
    rt_value *object = NULL;
    rt_case_begin(c);
    const rt_status s = rt_date_describe(rt_str_of(text), edtf_only != 0, &c->arena, &object, &c->error);
    *json = object != NULL ? rt_case_json(c, object) : NULL;
    return rt_case_end(c, s);
}
