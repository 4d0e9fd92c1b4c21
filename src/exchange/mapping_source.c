/* What all parts of a mapping are made of: keys, columns, where values come from, fields of statements. */
#include <string.h>

#include "base/grow.h"
#include "exchange/mapping_read.h"

enum { COLUMNS_MOST = 1000 };

#define WRONG(r, node, err, ...) rt_yaml_wrong(&(r)->mapping->yaml, node, err, __VA_ARGS__)

/* --- keys and texts ----------------------------------------------------------------------------------------------- */

rt_status rt_mapping_check_keys(const rt_mapping_reader *r, const rt_yaml_node *map, const char *const *keys,
                                rt_error *err) {
    RT_AUTO(rt_buf) known = {0};
    for (const rt_yaml_node *n = map->first; n != NULL; n = n->next) {
        size_t i = 0;
        while (keys[i] != NULL && !rt_str_is(n->key, keys[i])) i++;
        if (keys[i] != NULL) continue;
        for (i = 0; keys[i] != NULL; i++) rt_buf_printf(&known, "%s%s", i > 0 ? ", " : "", keys[i]);
        return WRONG(r, n, err, "\"%.*s\" is not known here; expected one of %.*s", RT_FMT(rt_str_cut(n->key, 60)),
                     RT_FMT(rt_str_cut(rt_buf_str(&known), 600)));
    }
    return rt_ok;
}

rt_status rt_mapping_need_map(const rt_mapping_reader *r, const rt_yaml_node *n, const char *what, rt_error *err) {
    if (n->kind == RT_YAML_MAP) return rt_ok;
    return WRONG(r, n, err, "%s is a list of \"key: value\"", what);
}

rt_status rt_mapping_text_under(const rt_mapping_reader *r, const rt_yaml_node *map, const char *key, rt_str *text,
                                rt_error *err) {
    const rt_yaml_node *n = rt_yaml_get(map, key);
    *text = (rt_str){"", 0};
    if (n == NULL) return rt_ok;
    if (n->kind != RT_YAML_TEXT) return WRONG(r, n, err, "\"%s\" takes a text", key);
    *text = n->text;
    return rt_ok;
}

rt_status rt_mapping_flag_under(const rt_mapping_reader *r, const rt_yaml_node *map, const char *key, bool *flag,
                                rt_error *err) {
    static const char *const yes[] = {"true", "yes", "on", "1"}, *const no[] = {"false", "no", "off", "0"};
    const rt_yaml_node *n = rt_yaml_get(map, key);
    *flag = false;
    if (n == NULL) return rt_ok;
    for (size_t i = 0; i < 4 && n->kind == RT_YAML_TEXT; i++) {
        if (rt_str_eq_nocase(n->text, rt_str_of(yes[i]))) return *flag = true, rt_ok;
        if (rt_str_eq_nocase(n->text, rt_str_of(no[i]))) return rt_ok;
    }
    return WRONG(r, n, err, "\"%s\" takes true or false", key);
}

/* A text, or a list of such. */
rt_status rt_mapping_each_text(rt_mapping_reader *r, const rt_yaml_node *n, rt_mapping_take_text *take, void *to,
                               rt_error *err) {
    const bool list = n->kind == RT_YAML_LIST;
    for (const rt_yaml_node *c = list ? n->first : n; c != NULL; c = list ? c->next : NULL) {
        if (c->kind != RT_YAML_TEXT) return WRONG(r, c, err, "a text is expected here, or a list of texts");
        RT_TRY(take(r, c, to, err));
    }
    return rt_ok;
}

/* Under either of two keys, as FollowTheMoney has them: `column` and `columns`. */
rt_status rt_mapping_texts_under(rt_mapping_reader *r, const rt_yaml_node *map, const char *one, const char *many,
                                 rt_mapping_take_text *take, void *to, rt_error *err) {
    const rt_yaml_node *a = rt_yaml_get(map, one), *b = rt_yaml_get(map, many);
    if (a != NULL) RT_TRY(rt_mapping_each_text(r, a, take, to, err));
    return b != NULL ? rt_mapping_each_text(r, b, take, to, err) : rt_ok;
}

/* --- columns --------------------------------------------------------------------------------------------------------
 */

rt_status rt_mapping_column_of(rt_mapping_reader *r, const rt_yaml_node *n, rt_str name, size_t *column,
                               rt_error *err) {
    rt_mapped_query *q = r->query;
    name = rt_str_trim(name);
    if (name.len == 0) return WRONG(r, n, err, "the name of a column is expected here");
    for (*column = 0; *column < q->column_count; ++*column)
        if (rt_str_eq(q->columns[*column].name, name)) return rt_ok;
    if (q->column_count == COLUMNS_MOST) return WRONG(r, n, err, "more than %d columns", COLUMNS_MOST);
    q->columns = rt_grow(r->arena, q->columns, q->column_count, sizeof *q->columns);
    q->columns[q->column_count++] = (rt_mapped_column){name, n};
    return rt_ok;
}

rt_status rt_mapping_add_column(rt_mapping_reader *r, const rt_yaml_node *n, void *to, rt_error *err) {
    rt_mapped_source *s = to;
    size_t column;
    RT_TRY(rt_mapping_column_of(r, n, n->text, &column, err));
    s->columns = rt_grow(r->arena, s->columns, s->column_count, sizeof *s->columns);
    s->columns[s->column_count++] = column;
    return rt_ok;
}

rt_status rt_mapping_add_text(rt_mapping_reader *r, const rt_yaml_node *n, void *to, rt_error *err) {
    rt_strs *list = to;
    (void)err;
    list->at = rt_grow(r->arena, list->at, list->n, sizeof *list->at);
    list->at[list->n++] = n->text;
    return rt_ok;
}

/* --- where values come from ------------------------------------------------------------------------------------------
 */

static void add_part(rt_mapping_reader *r, rt_mapped_source *s, rt_str text, size_t column) {
    if (text.len == 0 && column == SIZE_MAX && s->part_count > 0) return;
    s->parts = rt_grow(r->arena, s->parts, s->part_count, sizeof *s->parts);
    s->parts[s->part_count++] = (rt_mapped_part){text, column};
}

static rt_status read_template(rt_mapping_reader *r, const rt_yaml_node *n, rt_mapped_source *s, rt_error *err) {
    rt_str rest = n->text;
    if (n->kind != RT_YAML_TEXT) return WRONG(r, n, err, "\"template\" takes a text with {{columns}} in it");
    for (;;) {
        const size_t open = rt_str_find(rest, RT_S("{{"));
        add_part(r, s, rt_str_cut(rest, open), SIZE_MAX);
        if (open == SIZE_MAX) return rt_ok;
        rest = rt_str_from(rest, open + 2);
        const size_t close = rt_str_find(rest, RT_S("}}"));
        size_t column = SIZE_MAX;
        if (close == SIZE_MAX) return WRONG(r, n, err, "a \"{{\" of this template has no \"}}\"");
        RT_TRY(rt_mapping_column_of(r, n, rt_str_cut(rest, close), &column, err));
        add_part(r, s, (rt_str){"", 0}, column);
        rest = rt_str_from(rest, close + 2);
    }
}

/* Those that strptime has for a day and a time of day. */
static rt_status check_format(const rt_mapping_reader *r, const rt_yaml_node *n, rt_str format, rt_error *err) {
    for (size_t i = 0; i < format.len; i++) {
        if (format.at[i] != '%') continue;
        if (++i < format.len && strchr("dmYybBeHMS%", format.at[i]) != NULL) continue;
        return WRONG(r, n, err,
                     "\"format\" takes %%d, %%e, %%m, %%b, %%B, %%Y, %%H, %%M and %%S, and what stands "
                     "between them");
    }
    return rt_str_find(format, RT_S("%y")) == SIZE_MAX
               ? rt_ok
               : WRONG(r, n, err, "a year of two digits (%%y) may be of any century, and is not guessed");
}

rt_status rt_mapping_read_source(rt_mapping_reader *r, const rt_yaml_node *map, rt_mapped_source *s, rt_error *err) {
    const rt_yaml_node *template = rt_yaml_get(map, "template"), *format = rt_yaml_get(map, "format");
    s->node = map;
    RT_TRY(rt_mapping_texts_under(r, map, "column", "columns", rt_mapping_add_column, s, err));
    RT_TRY(rt_mapping_texts_under(r, map, "literal", "literals", rt_mapping_add_text, &s->literals, err));
    if (template != NULL) RT_TRY(read_template(r, template, s, err));
    if (template != NULL && s->column_count + s->literals.n > 0)
        return WRONG(r, template, err, "\"template\" stands alone: its columns are named in it");
    s->joined = rt_yaml_get(map, "join") != NULL;
    RT_TRY(rt_mapping_text_under(r, map, "join", &s->join, err));
    RT_TRY(rt_mapping_text_under(r, map, "split", &s->split, err));
    RT_TRY(rt_mapping_text_under(r, map, "format", &s->format, err));
    return format != NULL ? check_format(r, format, s->format, err) : rt_ok;
}

bool rt_mapping_is_empty(const rt_mapped_source *s) { return s->column_count + s->literals.n + s->part_count == 0; }

/* --- fields of statements
 * --------------------------------------------------------------------------------------------- */

/* The words of every day for two of them. */
static const rt_field *field_named(rt_str name) {
    static const char *const taken[] = {"document",    "locator", "quote",    "speaker", "via",
                                        "stance",      "basis",   "lang",     "valid",   "reliability",
                                        "credibility", "said_at", "handling", "dataset"};
    if (rt_str_is(name, "source")) name = RT_S("dataset");
    if (rt_str_is(name, "date")) name = RT_S("said_at");
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (rt_str_is(name, taken[i])) return rt_field_named(name);
    return NULL;
}

static rt_status check_literals(rt_mapping_reader *r, const rt_yaml_node *n, const rt_mapped_field *f, rt_error *err) {
    const char *why;
    for (size_t i = 0; f->field->check != NULL && f->source.column_count == 0 && i < f->source.literals.n; i++)
        if (f->source.format.len == 0 && !f->field->check(f->source.literals.at[i], &why))
            return WRONG(r, n, err, "\"%s\" takes %s", f->field->name, why);
    return rt_ok;
}

static rt_status read_field(rt_mapping_reader *r, const rt_yaml_node *n, rt_mapped_field *f, rt_error *err) {
    static const char *const keys[] = {"column", "columns", "literal", "literals", "template",
                                       "join",   "split",   "format",  NULL};
    *f = (rt_mapped_field){.field = field_named(n->key), .source = {.node = n}};
    if (f->field == NULL)
        return WRONG(
            r, n, err,
            "a statement has no \"%.*s\" that is said here; expected one of source, speaker, via, date, document, "
            "locator, quote, stance, basis, reliability, credibility, valid, lang, handling",
            RT_FMT(rt_str_cut(n->key, 60)));
    if (n->kind == RT_YAML_MAP) {
        RT_TRY(rt_mapping_check_keys(r, n, keys, err));
        RT_TRY(rt_mapping_read_source(r, n, &f->source, err));
    } else {
        RT_TRY(rt_mapping_each_text(r, n, rt_mapping_add_text, &f->source.literals, err));
    }
    if (rt_mapping_is_empty(&f->source))
        return WRONG(r, n, err, "\"%.*s\" says nothing: give a text, or {column: ...}", RT_FMT(n->key));
    return check_literals(r, n, f, err);
}

rt_status rt_mapping_read_fields(rt_mapping_reader *r, const rt_yaml_node *map, rt_mapped_fields *fields,
                                 rt_error *err) {
    const rt_yaml_node *list = rt_yaml_get(map, "statement");
    if (list == NULL) return rt_ok;
    RT_TRY(rt_mapping_need_map(r, list, "\"statement\"", err));
    for (const rt_yaml_node *n = list->first; n != NULL; n = n->next) {
        rt_mapped_field f = {0};
        RT_TRY(read_field(r, n, &f, err));
        fields->at = rt_grow(r->arena, fields->at, fields->n, sizeof f);
        fields->at[fields->n++] = f;
    }
    return rt_ok;
}
