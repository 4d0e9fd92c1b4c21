/* The case's own lines: what `export` prints, one entry a line (DESIGN: The entry's line). A line may carry a `ref`, a
 * name by which later lines of the same file name its entry in place of an id. */

#include <string.h>

#include "base/grow.h"
#include "base/map.h"
#include "exchange/records.h"
#include "model/grades.h"
#include "model/rule.h"
#include "model/types.h"

enum { MOST_REFS = 1 << 20 };

typedef struct id {
    char hex[32];
} id;

/* Names and the ids that they stand for. Only names take memory: lines without pass through. */
typedef struct entry_reader {
    rt_arena arena;
    rt_map names;
    id *ids; /* with the same numbers */
    const char *file;
} entry_reader;

static rt_status remember(const rt_record *record, entry_reader *r, rt_str name, const id *of, rt_error *err) {
    if (r->names.n == MOST_REFS)
        return rt_record_wrong(record, name, err, "more than %d names in one file; use ids", (int)MOST_REFS);
    r->ids = rt_grow(&r->arena, r->ids, r->names.n, sizeof *r->ids);
    r->ids[r->names.n] = *of;
    rt_map_put(&r->names, rt_str_copy(&r->arena, name), &r->arena);
    return rt_ok;
}

/* Puts the id in place of a name; what is no name of this file stays as it is. */
static void resolve(const entry_reader *r, rt_str *text) {
    const size_t number = text->len > 0 ? rt_map_find(&r->names, *text) : SIZE_MAX;
    if (number != SIZE_MAX) *text = (rt_str){r->ids[number].hex, sizeof r->ids[number].hex};
}

/* Names become ids in the JSON value, before the entry is read from it: its fields take ids only. */
static void resolve_fields(const entry_reader *r, rt_value *object) {
    static const rt_str named[] = {RT_S_INIT("from"), RT_S_INIT("to"), RT_S_INIT("document"), RT_S_INIT("about")};
    for (rt_value *v = object->of.first; v != NULL; v = v->next)
        for (size_t i = 0; i < sizeof named / sizeof *named; i++)
            if (v->kind == RT_TEXT && rt_str_eq(v->key, named[i])) resolve(r, &v->text);
}

static rt_status check_schema(const rt_record *record, const rt_entry *e, rt_error *err) {
    const rt_schema *schema = rt_schema_named(e->schema);
    if (schema == NULL)
        return rt_record_wrong(record, e->schema, err, "there is no schema \"%.*s\"", RT_FMT(e->schema));
    const rt_prop *prop = rt_schema_prop(schema, e->prop);
    if (rt_entry_is_mark(e)) return rt_ok;
    if (prop == NULL || prop->stub)
        return rt_record_wrong(record, e->prop, err, "a %.*s has no property \"%.*s\"", RT_FMT(e->schema),
                               RT_FMT(e->prop));
    return rt_ok;
}

static void tell_refused(const rt_record *record, const entry_reader *r, const rt_entry *e) {
    const char *why;
    rt_error fault;
    if (record->sink->note == NULL || rt_entry_is_mark(e)) return;
    if (rt_rule_is_faulty(e->schema, e->prop, e->value, &fault))
        rt_record_note(record, r->file, e->value,
                       "this rule can't be read, so nothing will be looked for: at byte %llu, %s",
                       (unsigned long long)fault.byte, fault.message);
    const rt_prop *prop = rt_schema_prop(rt_schema_named(e->schema), e->prop);
    if (rt_prop_takes(prop, e->value, &why)) return;
    rt_record_note(record, r->file, e->value, "\"%.*s\" is \"%.*s\", not %s; kept as text", RT_FMT(e->prop),
                   (int)(e->value.len < 60 ? e->value.len : 60), e->value.at, why);
}

static rt_status check_type(const rt_record *record, const rt_entry *e, rt_error *err) {
    const char *why;
    if (rt_entry_may_come(e, &why)) return rt_ok;
    return rt_record_wrong(record, rt_entry_type_name(e->type), err, "an entry of type %.*s is made by the case, %s",
                           RT_FMT(rt_entry_type_name(e->type)), why);
}

/* The text that the case did not take, where its message names it; else the id. */
static rt_str culprit(const rt_entry *e, const rt_error *wrong) {
    const rt_str named[] = {e->from, e->to, e->about, e->recorded_at};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (named[i].len > 0 && rt_str_find(rt_str_of(wrong->message), named[i]) != SIZE_MAX) return named[i];
    return RT_S("id");
}

static rt_status take(rt_record *record, rt_error *err) {
    entry_reader *r = record->self;
    rt_entry e;
    id of;
    if (record->value->kind == RT_OBJECT) resolve_fields(r, record->value);
    RT_TRY(rt_entry_read(record->value, record->line, record->arena, &e, err));
    RT_TRY(check_type(record, &e, err));
    if (e.type == RT_STATEMENT) RT_TRY(check_schema(record, &e, err));
    const rt_str name = rt_value_get_text(record->value, RT_S("ref"));
    if (name.len > 0 && rt_map_find(&r->names, name) != SIZE_MAX)
        return rt_record_wrong(record, name, err, "\"%.*s\" names an earlier line already", RT_FMT(name));
    if (e.handling.len == 0) e.handling = record->options->handling;
    rt_error wrong = {0};
    const rt_status s = record->sink->add_entry(record->sink->to, &e, of.hex, &wrong);
    if (s.code == RT_BAD || s.code == RT_ABSENT)
        return rt_record_wrong(record, culprit(&e, &wrong), err, "%s", wrong.message);
    if (s.code != RT_OK) return *err = wrong, s;
    if (e.type == RT_STATEMENT) tell_refused(record, r, &e);
    return name.len > 0 ? remember(record, r, name, &of, err) : rt_ok;
}

static rt_status read_file(rt_input *in, const rt_read_options *options, const rt_sink *sink, rt_error *err) {
    entry_reader r = {.file = rt_input_path(in)};
    const rt_status s = rt_records_read(in, options, sink, take, &r, err);
    rt_arena_close(&r.arena);
    return s;
}

static rt_status read(rt_input **files, size_t n, const rt_read_options *options, const rt_sink *sink, rt_error *err) {
    for (size_t i = 0; i < n; i++) RT_TRY(read_file(files[i], options, sink, err));
    return rt_ok;
}

/* The first line says it: an entry has a type, and neither properties nor FollowTheMoney's entity_id. */
static bool detect(rt_str name, rt_str head) {
    (void)name;
    const rt_str begin = rt_str_trim(head), line = rt_str_cut(begin, rt_str_find(begin, RT_S("\n")));
    return rt_str_starts(line, RT_S("{")) && rt_str_find(line, RT_S("\"type\"")) != SIZE_MAX &&
           rt_str_find(line, RT_S("\"properties\"")) == SIZE_MAX &&
           rt_str_find(line, RT_S("\"entity_id\"")) == SIZE_MAX;
}

enum { PIECE = 256 * 1024 };

/* What went to whom stays with who sees all of the case: it is nothing to those who are given something of it. */
static rt_status write_all(rt_lens *lens, rt_cursor *c, const rt_writer *writer, rt_buf *out, rt_error *err) {
    const bool whole = !writer->goes_out && !rt_lens_is_narrowed(lens);
    rt_seen_entry entry;
    int64_t n = 0;
    bool more;
    for (;;) {
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (more && (whole || entry.e.type != RT_SENT)) {
            rt_entry_line(out, &entry.e, RT_LINE_WHOLE);
            rt_buf_byte(out, '\n');
            n++;
        }
        if (out->len < PIECE && more) continue;
        RT_TRY(writer->write(writer->to, rt_buf_str(out), err));
        rt_buf_clear(out);
        if (!more) return rt_ok;
        rt_writer_tell(writer, "entries exported", n, lens, entry.seq);
    }
}

static rt_status write(rt_lens *lens, const rt_writer *writer, rt_error *err) {
    RT_AUTO(rt_buf) out = {0};
    rt_cursor *c;
    RT_TRY(rt_cursor_all(lens, &c, err));
    const rt_status s = write_all(lens, c, writer, &out, err);
    rt_cursor_close(c);
    return s;
}

extern const rt_format rt_format_entries;
const rt_format rt_format_entries = {
    .name = "jsonl",
    .summary = "the case's own entries, a line each: what `export` prints",
    .detect = detect,
    .read = read,
    .write = write,
};
