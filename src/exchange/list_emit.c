#include "exchange/list_emit.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/date_written.h"
#include "model/types.h"

rt_list rt_list_new(const rt_sink *sink, const rt_read_options *options, rt_str publisher, rt_arena *arena) {
    rt_list l = {.sink = sink, .base = rt_entry_new(RT_STATEMENT), .arena = arena};
    l.base.dataset = options->dataset;
    l.base.handling = options->handling;
    l.base.speaker = publisher;
    l.base.stance = RT_S("asserts");
    l.base.basis = RT_S("document");
    return l;
}

static rt_status emit(rt_list *l, const rt_list_thing *about, rt_str prop, rt_str value, rt_str original, rt_str lang,
                      rt_error *err) {
    rt_entry e = l->base;
    e.entity = about->id;
    e.schema = about->schema;
    e.prop = prop;
    e.value = value;
    if (!rt_str_eq(value, original)) e.original = original;
    e.lang = lang;
    return l->sink->add(l->sink->to, &e, err);
}

/* Dates as the list writes them: EDTF. */
static bool clean_date(rt_list *l, rt_str text, rt_str *value, const char **why) {
    rt_error err = {0};
    if (rt_written_read(text, l->arena, value, &err).code == RT_OK) return true;
    *why = rt_str_z(l->arena, rt_str_of(err.message));
    return false;
}

/* Catalogues write "Man, Isle of": in its natural order, or the text itself. */
static rt_str natural_order(rt_list *l, rt_str text) {
    rt_str last = text, first;
    if (!rt_str_split(&last, RT_S(", "), &first) || last.len == 0) return text;
    return rt_str_printf(l->arena, "%.*s %.*s", RT_FMT(last), RT_FMT(first));
}

/* The canonical form, or what was expected instead. */
static bool clean(rt_list *l, rt_str schema_name, rt_str prop, rt_str text, rt_str *value, const char **why) {
    const rt_schema *schema = rt_schema_named(schema_name);
    const rt_prop *p = schema == NULL ? NULL : rt_schema_prop(schema, prop);
    *why = "there is no such property";
    if (p == NULL || p->stub) return false;
    if (p->type == &rt_types[RT_TYPE_DATE]) return clean_date(l, text, value, why);
    if (rt_prop_clean(p, text, l->arena, value)) return true;
    const bool country = p->type == &rt_types[RT_TYPE_COUNTRY];
    if (country && rt_prop_clean(p, natural_order(l, text), l->arena, value)) return true;
    (void)rt_prop_takes(p, text, why);
    return false;
}

rt_status rt_list_put_as(rt_list *l, const rt_list_thing *about, rt_str prop, rt_str text, rt_str original, rt_str lang,
                         rt_error *err) {
    rt_str value;
    const char *why;
    text = rt_str_trim(text);
    if (text.len == 0) return rt_ok;
    if (original.len == 0) original = text;
    if (clean(l, about->schema, prop, text, &value, &why)) return emit(l, about, prop, value, original, lang, err);
    rt_list_tell(l, "%.*s is kept as text: %.*s (%s)", RT_FMT(prop), RT_FMT(original), why);
    return rt_list_note(l, rt_str_printf(l->arena, "%.*s: %.*s (%s)", RT_FMT(prop), RT_FMT(original), why), err);
}

bool rt_list_takes(rt_list *l, rt_str schema, rt_str prop, rt_str text) {
    rt_str value;
    const char *why;
    return clean(l, schema, prop, rt_str_trim(text), &value, &why);
}

rt_status rt_list_put(rt_list *l, const rt_list_thing *about, rt_str prop, rt_str text, rt_error *err) {
    return rt_list_put_as(l, about, prop, text, (rt_str){0}, (rt_str){0}, err);
}

/* Where to cut a text that is too long for one note: at a whole character. */
static size_t note_length(rt_str text) {
    enum { NOTE_MOST = 60000 }; /* FollowTheMoney takes 65,000 characters */
    size_t n = text.len <= NOTE_MOST ? text.len : NOTE_MOST;
    while (n < text.len && ((unsigned char)text.at[n] & 0xC0) == 0x80) n--;
    return n;
}

rt_status rt_list_note(rt_list *l, rt_str text, rt_error *err) {
    for (text = rt_str_trim(text); text.len > 0; text = rt_str_from(text, note_length(text))) {
        const rt_str note = rt_str_cut(text, note_length(text));
        RT_TRY(emit(l, &l->subject, RT_S("notes"), note, note, (rt_str){0}, err));
    }
    return rt_ok;
}

void rt_list_tell(rt_list *l, const char *format, ...) {
    rt_error what;
    char text[sizeof what.message];
    va_list args;
    if (l->sink->note == NULL) return;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    (void)rt_fail(&what, RT_OK, "%s", text);
    rt_error_at(&what, l->file, l->line, l->column);
    l->sink->note(l->sink->to, &what);
}

rt_status rt_list_bad(rt_list *l, rt_status why, rt_error *err) {
    if (why.code != RT_BAD) return why;
    rt_error_at(err, l->file, l->line, l->column);
    const rt_error what = *err;
    if (l->sink->raw != NULL && l->raw.text.len > 0) l->sink->raw(l->sink->to, &l->raw);
    return l->sink->bad_record(l->sink->to, &what, err);
}

static bool is_id_char(char c) { return rt_is_digit(c) || rt_is_alpha(c); }

/* FNV-1a (Fowler, Noll, Vo): tells apart what has no letter or digit of ASCII. */
static uint32_t fnv(rt_str s) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < s.len; i++) h = (h ^ (unsigned char)s.at[i]) * 16777619u;
    return h;
}

/* Appends the letters and digits of a part, everything between as one dash; other scripts as a number. */
static void add_slug(rt_buf *id, rt_str part) {
    bool gap = id->len > 0, other = false;
    for (size_t i = 0; i < part.len; i++) {
        if (!is_id_char(part.at[i])) {
            gap = id->len > 0;
            other = other || (unsigned char)part.at[i] >= 0x80;
            continue;
        }
        if (gap) rt_buf_byte(id, '-');
        rt_buf_byte(id, part.at[i]);
        gap = false;
    }
    if (other) rt_buf_printf(id, "-%08x", fnv(part));
}

rt_str rt_list_id(rt_list *l, rt_str owner, rt_str kind, rt_str what) {
    enum { LONGEST = 180 }; /* FollowTheMoney takes 200 */
    RT_AUTO(rt_buf) id = {0};
    add_slug(&id, owner);
    add_slug(&id, kind);
    add_slug(&id, what);
    while (id.len > LONGEST || (id.len > 0 && id.at[id.len - 1] == '-')) id.len--;
    return rt_str_copy(l->arena, rt_buf_str(&id));
}
