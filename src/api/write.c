/* Imports, single entries, and judgements. */
#include "analysis/who.h"
#include "api/handle.h"
#include "base/json.h"
#include "exchange/import.h"
#include "model/grades.h"
#include "model/types.h"
#include "resolve/judge.h"

/* How something is recorded, as the floors below want it. */
typedef struct how {
    rt_case_import given;
    rt_import_options options;
} how;

/* --- telling ------------------------------------------------------------------------------------------------------ */

static void tell(void *to, const rt_error *what, bool skipped) {
    const how *h = to;
    const rt_case_error shown = rt_case_error_of(what);
    if (h->given.tell != NULL) h->given.tell(h->given.to, &shown, skipped);
}

/* --- how ---------------------------------------------------------------------------------------------------------- */

static rt_status take_how(rt_case *c, const rt_case_import *given, how *h) {
    static const char program[] = "libredthread " RT_CASE_VERSION;
    RT_TRY(rt_case_take(c, "how to record", given, &h->given, sizeof h->given));
    rt_import_options *o = &h->options;
    *o = (rt_import_options){.keep_going = h->given.keep_going != 0,
                             .after_erasure = h->given.after_erasure != 0,
                             .mapping = h->given.mapping,
                             .write_skipped = h->given.skipped != NULL,
                             .skipped = h->given.skipped,
                             .to = h,
                             .tell = tell};
    RT_TRY(rt_case_text(c, "who records", h->given.by, &o->by));
    if (o->by.len == 0) return rt_fail(&c->error, RT_USAGE, "who records is not given");
    RT_TRY(rt_case_text(c, "the program", h->given.program != NULL ? h->given.program : program, &o->program));
    RT_TRY(rt_case_text(c, "the format", h->given.format, &o->format));
    RT_TRY(rt_case_text(c, "the dataset", h->given.dataset, &o->dataset));
    return rt_case_handling(c, h->given.handling, &o->handling);
}

/* --- imports ------------------------------------------------------------------------------------------------------ */

static void fill_report(rt_case_report *report, const rt_import_report *r) {
    const rt_case_report all = {
        .size = report->size,
        .added = r->batch.added,
        .there = r->batch.there,
        .restored = r->batch.restored,
        .skipped = r->skipped,
        .kept_as_text = r->notes,
        .files = r->files,
    };
    memcpy(report, &all, report->size < sizeof all ? report->size : sizeof all);
}

static rt_status import_files(rt_case *c, const char *const *paths, size_t n, const rt_case_import *given,
                              rt_case_report *report) {
    how h;
    rt_store *store;
    rt_import_report done;
    RT_TRY(take_how(c, given, &h));
    RT_TRY(rt_case_writer(c, &store));
    const rt_status s = rt_import(store, paths, n, &h.options, &done, &c->error);
    rt_store_close(store);
    if (s.code == RT_OK && report != NULL) fill_report(report, &done);
    return s;
}

rt_case_code rt_case_import_files(rt_case *c, const char *const *paths, size_t n, const rt_case_import *given,
                                  rt_case_report *report) {
    rt_case_begin(c);
    return rt_case_end(c, import_files(c, paths, n, given, report));
}

/* --- one entry ---------------------------------------------------------------------------------------------------- */

typedef struct entry_line {
    rt_str text;
    rt_entry e;
} entry_line;

/* The column of a word of the line, where the error has no place yet. */
static rt_status at_word(rt_case *c, rt_str line, rt_str word, rt_status s) {
    rt_error_at(&c->error, NULL, 1, rt_json_place(line, word));
    return s;
}

static rt_status check_statement(rt_case *c, const entry_line *l, const how *h) {
    const rt_entry *e = &l->e;
    const rt_schema *schema = rt_schema_named(e->schema);
    const char *why;
    rt_error note = {0};
    if (schema == NULL)
        return at_word(c, l->text, e->schema,
                       rt_fail(&c->error, RT_BAD, "there is no schema \"%.*s\"", RT_FMT(e->schema)));
    const rt_prop *prop = rt_schema_prop(schema, e->prop);
    if (prop == NULL || prop->stub)
        return at_word(
            c, l->text, e->prop,
            rt_fail(&c->error, RT_BAD, "a %.*s has no property \"%.*s\"", RT_FMT(e->schema), RT_FMT(e->prop)));
    if (rt_prop_takes(prop, e->value, &why)) return rt_ok;
    (void)rt_fail(&note, RT_BAD, "\"%.*s\" is \"%.*s\", not %s; kept as text", RT_FMT(e->prop),
                  RT_FMT(rt_str_cut(e->value, 60)), why);
    rt_error_at(&note, NULL, 1, rt_json_place(l->text, e->value));
    tell((void *)(uintptr_t)h, &note, false);
    return rt_ok;
}

static rt_status read_line(rt_case *c, entry_line *l) {
    rt_value *value;
    const char *why;
    rt_json_reader *reader = rt_json_reader_new();
    rt_status s = rt_json_read(reader, l->text, &c->arena, &value, &c->error);
    rt_json_reader_free(reader);
    RT_TRY(s);
    RT_TRY(rt_entry_read(value, l->text, &c->arena, &l->e, &c->error));
    if (rt_entry_may_come(&l->e, &why)) return rt_ok;
    s = rt_fail(&c->error, RT_BAD, "an entry of type %.*s is made by the case, %s",
                RT_FMT(rt_entry_type_name(l->e.type)), why);
    return at_word(c, l->text, RT_S("type"), s);
}

static rt_status check_named(rt_case *c, rt_batch *batch, const entry_line *l) {
    const rt_str named[] = {l->e.from, l->e.to, l->e.about};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        bool there;
        if (named[i].len != 32) continue; /* nothing, or the entity of a hypothesis */
        RT_TRY(rt_batch_has(batch, named[i], &there, &c->error));
        if (!there)
            return at_word(
                c, l->text, named[i],
                rt_fail(&c->error, RT_BAD, "it names the entry %.*s, which is not in the case", RT_FMT(named[i])));
    }
    return rt_ok;
}

static rt_status add_entry(rt_case *c, rt_batch *batch, const entry_line *l, char id[32], bool *added) {
    RT_TRY(check_named(c, batch, l));
    RT_TRY(rt_batch_add(batch, &l->e, id, added, &c->error));
    return rt_batch_commit(batch, NULL, &c->error);
}

static rt_status state(rt_case *c, const char *text, const rt_case_import *given, char id[32], bool *added) {
    how h;
    entry_line l = {.text = rt_str_trim(rt_str_of(text))};
    rt_store *store;
    rt_batch *batch;
    RT_TRY(take_how(c, given, &h));
    RT_TRY(read_line(c, &l));
    if (l.e.type == RT_STATEMENT) RT_TRY(check_statement(c, &l, &h));
    if (l.e.handling.len == 0) l.e.handling = h.options.handling;
    const rt_batch_options options = {.by = h.options.by, .program = h.options.program, .handling = l.e.handling};
    RT_TRY(rt_case_writer(c, &store));
    rt_status s = rt_batch_begin(store, &options, &batch, &c->error);
    if (s.code == RT_OK) {
        s = add_entry(c, batch, &l, id, added);
        rt_batch_close(batch);
    }
    rt_store_close(store);
    return s;
}

rt_case_code rt_case_state(rt_case *c, const char *line, const rt_case_import *given, char id[33], int *added) {
    char hex[33] = {0};
    bool is_new = false;
    rt_case_begin(c);
    const rt_status s = state(c, line, given, hex, &is_new);
    if (id != NULL) memcpy(id, hex, sizeof hex);
    if (added != NULL) *added = is_new;
    return rt_case_end(c, s);
}

/* --- judgements --------------------------------------------------------------------------------------------------- */

static rt_status take_judgement(rt_case *c, const char *judgement, const char *why, rt_judgement_asked *q) {
    const char *expected;
    RT_TRY(rt_case_text(c, "the reason", why, &q->why));
    RT_TRY(rt_case_text(c, "the judgement", judgement, &q->judgement));
    q->split = rt_str_is(q->judgement, "split");
    if (q->split) q->judgement = RT_S("unsure");
    if (rt_is_judgement(q->judgement, &expected)) return rt_ok;
    return rt_fail(&c->error, RT_USAGE, "a judgement is %s, or split, not \"%.*s\"", expected,
                   RT_FMT(rt_str_cut(q->judgement, 64)));
}

static rt_status find_both(rt_case *c, rt_store *store, const char *a, const char *b, rt_judgement_asked *q) {
    rt_str who[2];
    rt_lens *lens;
    RT_TRY(rt_case_text(c, "who", a, &who[0]));
    RT_TRY(rt_case_text(c, "who", b, &who[1]));
    RT_TRY(rt_lens_open(store, &q->reader, &lens, &c->error));
    rt_reading r = rt_reading_new(lens, &c->arena);
    rt_status s = rt_who_id(&r, who[0], &q->a, &c->error);
    if (s.code == RT_OK) s = rt_who_id(&r, who[1], &q->b, &c->error);
    rt_lens_close(lens);
    return s;
}

static rt_status judge(rt_case *c, const char *a, const char *b, rt_judgement_asked *q, const char **json) {
    rt_store *store;
    rt_judgement_done done;
    RT_TRY(rt_case_writer(c, &store));
    rt_status s = find_both(c, store, a, b, q);
    if (s.code == RT_OK) s = rt_judge(store, q, &c->arena, &done, &c->error);
    if (s.code == RT_OK) *json = rt_case_json(c, rt_judgement_value(&done, &c->arena));
    rt_store_close(store);
    return s;
}

static rt_status take_reader(rt_case *c, const rt_case_lens *given, rt_lens_spec *reader) {
    rt_case_lens taken;
    RT_TRY(rt_case_take(c, "the reader", given, &taken, sizeof taken));
    reader->narrowed = taken.clear != NULL;
    return rt_case_text(c, "the clearance", taken.clear, &reader->clear);
}

static rt_status take_and_judge(rt_case *c, const char *a, const char *b, rt_judgement_asked *q,
                                const rt_case_import *given, const rt_case_lens *reader, const char **json) {
    how h;
    RT_TRY(take_how(c, given, &h));
    RT_TRY(take_reader(c, reader, &q->reader));
    q->by = h.options.by;
    q->program = h.options.program;
    q->handling = h.options.handling;
    RT_TRY(rt_case_texts(c, "a statement", h.given.on, h.given.on_count, &q->on));
    return judge(c, a, b, q, json);
}

rt_case_code rt_case_judge(rt_case *c, const char *a, const char *b, const char *judgement, const char *why,
                           const rt_case_import *given, const rt_case_lens *reader, const char **json) {
    rt_judgement_asked q = {0};
    rt_case_begin(c);
    *json = NULL;
    rt_status s = take_judgement(c, judgement, why, &q);
    if (s.code == RT_OK) s = take_and_judge(c, a, b, &q, given, reader, json);
    return rt_case_end(c, s);
}
