/* FollowTheMoney entities as JSON lines: {"id", "schema", "properties": {name: [values]}}.
 * https://followthemoney.tech/docs/; further keys of an entity (caption, datasets, first_seen, ...) are derived by
 * those who write them, and not read. */
#include "exchange/ftm_write.h"
#include "exchange/records.h"
#include "model/types.h"

enum { LONGEST_ID = 1024 };

typedef struct ftm_reader {
    const char *file;
} ftm_reader;

static rt_status text_of(const rt_record *r, const char *key, size_t longest, rt_str *text, rt_error *err) {
    *text = rt_value_get_text(r->value, rt_str_of(key));
    if (text->len == 0)
        return rt_record_wrong(r, rt_str_of(key), err, "an entity needs \"%s\", a text that is not empty", key);
    if (text->len > longest)
        return rt_record_wrong(r, rt_str_of(key), err, "\"%s\" is longer than %zu bytes", key, longest);
    return rt_ok;
}

/* A value that is no text but means one. */
static bool as_text(rt_arena *arena, const rt_value *v, rt_str *text) {
    if (v->kind == RT_TEXT) return *text = v->text, true;
    if (v->kind == RT_INT) return *text = rt_str_printf(arena, "%lld", (long long)v->integer), true;
    if (v->kind != RT_REAL) return false;
    rt_buf digits = {0};
    rt_json_write(&digits, v);
    *text = rt_str_copy(arena, rt_buf_str(&digits));
    rt_buf_close(&digits);
    return true;
}

static rt_status check_value(const rt_record *r, const rt_prop *prop, rt_value *v, rt_error *err) {
    rt_str text;
    if (!as_text(r->arena, v, &text))
        return rt_record_wrong(r, prop->name, err, "a value of \"%.*s\" is neither text nor number",
                               RT_FMT(prop->name));
    v->kind = RT_TEXT;
    v->text = text;
    return rt_ok;
}

static rt_status check_property(const rt_record *r, const rt_schema *schema, const rt_value *p, rt_error *err) {
    const rt_prop *prop = rt_schema_prop(schema, p->key);
    if (prop == NULL)
        return rt_record_wrong(r, p->key, err, "a %.*s has no property \"%.*s\"", RT_FMT(schema->name), RT_FMT(p->key));
    if (prop->stub)
        return rt_record_wrong(r, p->key, err, "\"%.*s\" is the far end of a %.*s and cannot be given", RT_FMT(p->key),
                               RT_FMT(schema->name));
    if (p->kind != RT_LIST) return rt_record_wrong(r, p->key, err, "\"%.*s\" takes a list of values", RT_FMT(p->key));
    for (rt_value *v = p->of.first; v != NULL; v = v->next) RT_TRY(check_value(r, prop, v, err));
    return rt_ok;
}

/* A value that its type refuses stays as it is, under its property; who imports is told why. */
static void tell_refused(const rt_record *r, const rt_prop *prop, rt_str value) {
    const ftm_reader *self = r->self;
    const char *why;
    if (r->sink->note == NULL || rt_prop_takes(prop, value, &why)) return;
    rt_record_note(r, self->file, value, "\"%.*s\" is \"%.*s\", not %s; kept as text", RT_FMT(prop->name),
                   (int)(value.len < 60 ? value.len : 60), value.at, why);
}

static rt_status add_property(const rt_record *r, const rt_schema *schema, const rt_value *p, rt_entry *e,
                              rt_error *err) {
    const rt_prop *prop = rt_schema_prop(schema, p->key);
    e->prop = prop->name;
    for (const rt_value *v = p->of.first; v != NULL; v = v->next) {
        if (v->text.len == 0) continue; /* says nothing */
        e->value = v->text;
        tell_refused(r, prop, v->text);
        RT_TRY(r->sink->add(r->sink->to, e, err));
    }
    return rt_ok;
}

static rt_status take(rt_record *r, rt_error *err) {
    rt_str id, name;
    if (r->value->kind != RT_OBJECT) return rt_record_wrong(r, RT_S(""), err, "expected an entity as a JSON object");
    RT_TRY(text_of(r, "id", LONGEST_ID, &id, err));
    RT_TRY(text_of(r, "schema", LONGEST_ID, &name, err));
    const rt_schema *schema = rt_schema_named(name);
    if (schema == NULL) return rt_record_wrong(r, name, err, "there is no schema \"%.*s\"", RT_FMT(name));
    const rt_value *properties = rt_value_get(r->value, RT_S("properties"));
    if (properties == NULL || properties->kind != RT_OBJECT)
        return rt_record_wrong(r, RT_S("properties"), err, "an entity needs \"properties\", an object of lists");
    for (const rt_value *p = properties->of.first; p != NULL; p = p->next) RT_TRY(check_property(r, schema, p, err));
    rt_entry e = rt_entry_new(RT_STATEMENT);
    e.entity = id;
    e.schema = schema->name;
    e.stance = RT_S("asserts");
    e.dataset = r->options->dataset;
    e.handling = r->options->handling;
    for (const rt_value *p = properties->of.first; p != NULL; p = p->next) RT_TRY(add_property(r, schema, p, &e, err));
    return rt_ok;
}

static rt_status read(rt_input **files, size_t n, const rt_read_options *options, const rt_sink *sink, rt_error *err) {
    for (size_t i = 0; i < n; i++) {
        ftm_reader self = {rt_input_path(files[i])};
        RT_TRY(rt_records_read(files[i], options, sink, take, &self, err));
    }
    return rt_ok;
}

static bool detect(rt_str name, rt_str head) {
    if (rt_str_ends(name, RT_S("ftm.json")) || rt_str_ends(name, RT_S("ftm.jsonl")) || rt_str_ends(name, RT_S(".ftm")))
        return true;
    const rt_str begin = rt_str_trim(head);
    return rt_str_starts(begin, RT_S("{")) && rt_str_find(begin, RT_S("\"schema\"")) != SIZE_MAX &&
           rt_str_find(begin, RT_S("\"properties\"")) != SIZE_MAX;
}

extern const rt_format rt_format_ftm;
const rt_format rt_format_ftm = {
    .name = "ftm",
    .summary = "FollowTheMoney entities, a JSON object a line",
    .detect = detect,
    .list = true,
    .whole = true,
    .read = read,
    .write = rt_ftm_write,
};
