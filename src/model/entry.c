#include "model/entry.h"

#include <string.h>

static uint16_t bit(rt_entry_type type) { return (uint16_t)(1U << type); }

rt_entry rt_entry_new(rt_entry_type type) {
    rt_entry e;
    memset(&e, 0, sizeof e);
    e.type = type;
    e.size = e.added = e.restored = e.entries = -1;
    return e;
}

bool rt_entry_affirms(const rt_entry *e) {
    return !rt_str_is(e->stance, "denies") && !rt_str_is(e->stance, "retracts");
}

bool rt_entry_is_mark(const rt_entry *e) { return e->type == RT_STATEMENT && rt_str_is(e->prop, "id"); }

rt_str rt_entry_source(const rt_entry *e) { return e->document.len > 0 ? e->document : e->dataset; }

/* --- writing ---------------------------------------------------------------------------------------------------- */

static const rt_str type_key = RT_S_INIT("type");

static bool left_out(const rt_entry *e, const rt_str *text, rt_line_part part) {
    if (text == &e->id) return part != RT_LINE_WHOLE;
    if (text != &e->recorded_at && text != &e->recorded_by) return false;
    return part == RT_LINE_CONTENT || (part == RT_LINE_FOR_ID && rt_entry_is_content(e->type));
}

static void write_key(rt_json *w, const rt_field *f) {
    rt_json_item(w);
    rt_buf_add(w->out, f->key);
}

static void write_list(rt_json *w, rt_strs list) {
    rt_json_open(w, '[');
    for (size_t i = 0; i < list.n; i++) {
        rt_json_item(w);
        rt_json_text(w, list.at[i]);
    }
    rt_json_close(w, ']');
}

static void write_field(rt_json *w, rt_entry *e, const rt_field *f, rt_line_part part) {
    if (f->kind == RT_FIELD_TEXT) {
        const rt_str *text = rt_entry_text(e, f);
        if (text->len == 0 || left_out(e, text, part)) return;
        write_key(w, f);
        rt_json_text(w, *text);
    } else if (f->kind == RT_FIELD_LIST) {
        if (rt_entry_list(e, f)->n == 0) return;
        write_key(w, f);
        write_list(w, *rt_entry_list(e, f));
    } else if (f->kind == RT_FIELD_TYPE) {
        write_key(w, f);
        rt_json_text(w, rt_entry_type_name(e->type));
    } else if (*rt_entry_number(e, f) >= 0) {
        write_key(w, f);
        rt_json_int(w, *rt_entry_number(e, f));
    }
}

/* Where a line leaves `id` and the recording out: what is put back there makes it whole. */
typedef struct gaps {
    size_t id, recorded;
} gaps;

static void note_gap(const rt_entry *e, const rt_str *text, size_t at, gaps *g) {
    if (text == &e->id) g->id = at;
    if (text == &e->recorded_at) g->recorded = at;
}

static void write_line(rt_buf *out, const rt_entry *e, rt_line_part part, gaps *g) {
    rt_json w = {.out = out};
    rt_entry *entry = (rt_entry *)(uintptr_t)e; /* the accessors serve readers and writers */
    rt_json_open(&w, '{');
    for (size_t i = 0; i < rt_field_count; i++) {
        const rt_field *f = &rt_fields[i];
        note_gap(e, rt_entry_text(entry, f), out->len, g);
        if (f->of & bit(e->type)) write_field(&w, entry, f, part);
    }
    rt_json_close(&w, '}');
}

void rt_entry_line(rt_buf *out, const rt_entry *e, rt_line_part part) {
    gaps unused;
    write_line(out, e, part, &unused);
}

static void hash_as_id(rt_hasher *h, rt_str line, char hex[32], rt_hash *sum) {
    char text[33];
    rt_buf digits = {.at = text, .cap = sizeof text};
    rt_hash_two(h, line, RT_S(""), sum);
    rt_buf_hex(&digits, sum->bytes, 16);
    memcpy(hex, text, 32);
}

static void put_pair(rt_buf *out, const char *key, rt_str text) {
    if (text.len == 0) return;
    rt_buf_add(out, RT_S(",\""));
    rt_buf_add(out, rt_str_of(key));
    rt_buf_add(out, RT_S("\":"));
    rt_json_string(out, text);
}

void rt_entry_id_and_line(const rt_entry *e, rt_hasher *h, rt_buf *scratch, rt_buf *line, char hex[32]) {
    gaps g = {0};
    rt_hash sum;
    rt_buf_clear(scratch);
    rt_buf_clear(line);
    write_line(scratch, e, RT_LINE_FOR_ID, &g);
    const rt_str bare = rt_buf_str(scratch);
    hash_as_id(h, bare, hex, &sum);
    if (g.id == 1) { /* nothing stands before the gap: rare, so written the plain way */
        rt_entry whole = *e;
        whole.id = (rt_str){hex, 32};
        rt_entry_line(line, &whole, RT_LINE_WHOLE);
        return;
    }
    rt_buf_add(line, rt_str_cut(bare, g.id));
    put_pair(line, "id", (rt_str){hex, 32});
    rt_buf_add(line, rt_str_cut(rt_str_from(bare, g.id), g.recorded - g.id));
    if (rt_entry_is_content(e->type)) {
        put_pair(line, "recorded_at", e->recorded_at);
        put_pair(line, "recorded_by", e->recorded_by);
    }
    rt_buf_add(line, rt_str_from(bare, g.recorded));
}

void rt_entry_id(const rt_entry *e, rt_hasher *h, rt_buf *scratch, char hex[32], rt_hash *hash) {
    rt_hash sum;
    rt_buf_clear(scratch);
    rt_entry_line(scratch, e, RT_LINE_FOR_ID);
    hash_as_id(h, rt_buf_str(scratch), hex, &sum);
    if (hash != NULL) *hash = sum;
}

/* --- reading ---------------------------------------------------------------------------------------------------- */

static rt_status wrong(rt_error *err, rt_str line, rt_str word, rt_status status) {
    rt_error_at(err, NULL, 1, rt_json_place(line, word) + 1);
    return status;
}

static rt_status read_type(const rt_value *object, rt_str line, rt_entry_type *type, rt_error *err) {
    const rt_str name = rt_value_get_text(object, type_key);
    if (rt_entry_type_named(name, type)) return rt_ok;
    if (name.len == 0) return wrong(err, line, type_key, rt_fail(err, RT_BAD, "an entry needs a \"type\""));
    return wrong(err, line, name, rt_fail(err, RT_BAD, "unknown type of entry \"%.*s\"", RT_FMT(name)));
}

static bool read_list(const rt_value *v, rt_arena *arena, rt_strs *list) {
    if (v->kind != RT_LIST) return false;
    list->at = RT_NEW_N(arena, rt_str, v->of.count);
    for (const rt_value *item = v->of.first; item != NULL; item = item->next) {
        if (item->kind != RT_TEXT || item->text.len == 0) return false;
        list->at[list->n++] = item->text;
    }
    return list->n > 0;
}

static bool read_value(const rt_value *v, const rt_field *f, rt_arena *arena, rt_entry *e, const char **expected) {
    switch (f->kind) {
    case RT_FIELD_TEXT:
        *expected = "text that is not empty";
        if (v->kind != RT_TEXT || v->text.len == 0) return false;
        *rt_entry_text(e, f) = v->text;
        return true;
    case RT_FIELD_LIST:
        *expected = "a list of texts, none of them empty";
        return read_list(v, arena, rt_entry_list(e, f));
    case RT_FIELD_NUMBER:
    case RT_FIELD_TYPE: break;
    }
    *expected = "a whole number from 0 up";
    if (v->kind != RT_INT || v->integer < 0) return false;
    *rt_entry_number(e, f) = v->integer;
    return true;
}

static rt_status read_field(const rt_value *v, rt_str line, rt_arena *arena, rt_entry *e, rt_error *err) {
    const rt_field *f = rt_field_named(v->key);
    const char *expected;
    if (f == NULL || !(f->of & bit(e->type)))
        return wrong(
            err, line, v->key,
            rt_fail(err, RT_BAD, "a %.*s has no field \"%.*s\"", RT_FMT(rt_entry_type_name(e->type)), RT_FMT(v->key)));
    if (!read_value(v, f, arena, e, &expected))
        return wrong(err, line, v->key, rt_fail(err, RT_BAD, "\"%s\" takes %s", f->name, expected));
    return rt_ok;
}

static rt_status check_texts(const rt_field *f, const rt_str *at, size_t n, rt_error *err) {
    const char *why;
    for (size_t i = 0; f->check != NULL && i < n; i++)
        if (at[i].len > 0 && !f->check(at[i], &why))
            return rt_fail(err, RT_BAD, "\"%s\" is \"%.*s\"; expected %s", f->name,
                           (int)(at[i].len < 80 ? at[i].len : 80), at[i].at, why);
    return rt_ok;
}

/* The first field that is wrong, or NULL. */
static rt_status check_fields(rt_entry *e, const rt_field **bad, rt_error *err) {
    for (size_t i = 0; i < rt_field_count; i++) {
        const rt_field *f = &rt_fields[i];
        if (!(f->of & bit(e->type)) || f->kind == RT_FIELD_TYPE) continue;
        *bad = f;
        const bool list = f->kind == RT_FIELD_LIST;
        if (f->kind != RT_FIELD_NUMBER)
            RT_TRY(check_texts(f, list ? rt_entry_list(e, f)->at : rt_entry_text(e, f),
                               list ? rt_entry_list(e, f)->n : 1, err));
        const bool empty =
            list ? rt_entry_list(e, f)->n == 0 : f->kind == RT_FIELD_TEXT && rt_entry_text(e, f)->len == 0;
        if ((f->needed & bit(e->type)) && empty)
            return rt_fail(err, RT_BAD, "a %.*s needs \"%s\"", RT_FMT(rt_entry_type_name(e->type)), f->name);
    }
    return rt_ok;
}

/* What a reader of JSON knows already. */
static rt_status check_utf8(rt_entry *e, rt_error *err) {
    for (size_t i = 0; i < rt_field_count; i++) {
        const rt_field *f = &rt_fields[i];
        const bool list = f->kind == RT_FIELD_LIST;
        if (!(f->of & bit(e->type)) || (f->kind != RT_FIELD_TEXT && !list)) continue;
        const rt_str *at = list ? rt_entry_list(e, f)->at : rt_entry_text(e, f);
        const size_t n = list ? rt_entry_list(e, f)->n : 1;
        for (size_t k = 0; k < n; k++)
            if (!rt_utf8_valid(at[k], NULL) || (at[k].len > 0 && memchr(at[k].at, 0, at[k].len) != NULL))
                return rt_fail(err, RT_BAD, "\"%s\" is no text in UTF-8 without NUL", f->name);
    }
    return rt_ok;
}

rt_status rt_entry_check(const rt_entry *e, rt_error *err) {
    const rt_field *bad;
    RT_TRY(check_utf8((rt_entry *)(uintptr_t)e, err));
    return check_fields((rt_entry *)(uintptr_t)e, &bad, err);
}

static rt_status check_id(const rt_entry *e, rt_error *err) {
    if (e->id.len == 0 || (!rt_entry_is_content(e->type) && (e->recorded_at.len == 0 || e->recorded_by.len == 0)))
        return rt_ok;
    char hex[32];
    rt_buf scratch = {0};
    rt_hasher *h = rt_hasher_new();
    rt_entry_id(e, h, &scratch, hex, NULL);
    rt_hasher_free(h);
    rt_buf_close(&scratch);
    if (memcmp(hex, e->id.at, 32) == 0) return rt_ok;
    return rt_fail(err, RT_BAD, "the id is not that of this content, which has %.32s", hex);
}

rt_status rt_entry_read(const rt_value *object, rt_str line, rt_arena *arena, rt_entry *e, rt_error *err) {
    rt_entry_type type;
    const rt_field *bad = NULL;
    if (object->kind != RT_OBJECT)
        return wrong(err, line, RT_S(""), rt_fail(err, RT_BAD, "expected an entry as a JSON object"));
    RT_TRY(read_type(object, line, &type, err));
    *e = rt_entry_new(type);
    for (const rt_value *v = object->of.first; v != NULL; v = v->next)
        if (!rt_str_eq(v->key, type_key) && !rt_str_is(v->key, "ref")) /* read already; not a field */
            RT_TRY(read_field(v, line, arena, e, err));
    const rt_status checked = check_fields(e, &bad, err);
    if (checked.code != RT_OK) return wrong(err, line, rt_str_of(bad->name), checked);
    const rt_status id = check_id(e, err);
    return id.code == RT_OK ? rt_ok : wrong(err, line, RT_S("id"), id);
}

bool rt_entry_may_come(const rt_entry *e, const char **why) {
    *why = e->type == RT_SENT ? "unless it is restored, with its recorded_at and recorded_by" : "not read";
    if (e->type == RT_SENT) return e->recorded_at.len > 0 && e->recorded_by.len > 0;
    return e->type != RT_BATCH && e->type != RT_READ;
}

rt_entry rt_entry_copy(rt_arena *arena, const rt_entry *from) {
    rt_entry e = *from;
    for (size_t i = 0; i < rt_field_count; i++) {
        const rt_field *f = &rt_fields[i];
        if (!(f->of & bit(e.type)) || f->kind == RT_FIELD_NUMBER || f->kind == RT_FIELD_TYPE) continue;
        if (f->kind == RT_FIELD_TEXT) {
            rt_str *text = rt_entry_text(&e, f);
            if (text->len > 0) *text = rt_str_copy(arena, *text);
            continue;
        }
        rt_strs *list = rt_entry_list(&e, f);
        rt_str *at = RT_NEW_N(arena, rt_str, list->n);
        for (size_t k = 0; k < list->n; k++) at[k] = rt_str_copy(arena, list->at[k]);
        list->at = at;
    }
    return e;
}
