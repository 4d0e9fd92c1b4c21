#include "exchange/yaml.h"

#include <stdarg.h>
#include <stdio.h>
#include <yaml.h>

#include "base/buf.h"

enum { LARGEST = 1 << 20, DEEPEST = 16 };

typedef struct reading {
    rt_yaml *yaml;
    rt_arena *arena;
    yaml_parser_t parser;
    size_t line_at; /* where the line of the last place begins, and its number from 0 */
    size_t line;
} reading;

/* --- places ----------------------------------------------------------------------------------------------------------
 */

/* The byte of a place that is given in lines and characters. Places rise, so the file is gone through once. */
static size_t byte_of(reading *r, const yaml_mark_t *mark) {
    const rt_str text = r->yaml->text;
    size_t at;
    if (mark->line < r->line) r->line = r->line_at = 0;
    while (r->line < mark->line && r->line_at < text.len) {
        const char c = text.at[r->line_at++];
        const bool crlf = c == '\r' && r->line_at < text.len && text.at[r->line_at] == '\n';
        if (c == '\n' || (c == '\r' && !crlf)) r->line++;
    }
    at = r->line_at;
    for (size_t i = 0; i < mark->column && at < text.len; i++) rt_utf8_next(text, &at);
    return at;
}

static void set_place(reading *r, rt_yaml_node *node, const yaml_event_t *event) {
    node->at = byte_of(r, &event->start_mark);
    node->line = event->start_mark.line + 1;
    node->column = node->at - r->line_at + 1;
    node->end = byte_of(r, &event->end_mark);
}

static rt_status wrong_at(const reading *r, const yaml_mark_t *mark, rt_error *err, const char *message) {
    const rt_status s = rt_fail(err, RT_BAD, "%s", message);
    rt_error_at(err, r->yaml->file, mark->line + 1, mark->column + 1);
    return s;
}

rt_status rt_yaml_wrong(const rt_yaml *yaml, const rt_yaml_node *node, rt_error *err, const char *format, ...) {
    char message[sizeof err->message];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    const rt_status s = rt_fail(err, RT_BAD, "%s", message);
    rt_error_at(err, yaml->file, node->line, node->column);
    return s;
}

static bool is_space(char c) { return rt_is_blank(c); }

/* Folding changes blanks alone: the n-th other byte of the text is the n-th other byte of what is written, behind the
 * marks of a block, but for what quotation marks escape. */
static size_t place_within(const rt_yaml *yaml, const rt_yaml_node *node, size_t byte) {
    const rt_str text = yaml->text;
    size_t wanted = 0, at = node->at;
    const char mark = at < text.len ? text.at[at] : '\0';
    for (size_t i = 0; i < byte && i < node->text.len; i++) wanted += is_space(node->text.at[i]) ? 0 : 1;
    if (mark == '|' || mark == '>')
        while (at < node->end && text.at[at] != '\n') at++;
    if (mark == '"' || mark == '\'') at++;
    for (; at < node->end; at++) {
        const char c = text.at[at];
        if (is_space(c)) continue;
        if (wanted == 0) return at;
        wanted--;
        if ((mark == '"' && c == '\\') || (mark == '\'' && c == '\'')) at++;
    }
    return at < text.len ? at : text.len;
}

rt_status rt_yaml_wrong_within(const rt_yaml *yaml, const rt_yaml_node *node, size_t byte, rt_error *err,
                               const char *message) {
    const size_t at = place_within(yaml, node, byte);
    uint64_t line = node->line, column = node->column;
    for (size_t i = node->at; i < at; i++) {
        column++;
        if (yaml->text.at[i] != '\n') continue;
        line++;
        column = 1;
    }
    const rt_status s = rt_fail(err, RT_BAD, "%s", message);
    rt_error_at(err, yaml->file, line, column);
    return s;
}

/* --- the tree --------------------------------------------------------------------------------------------------------
 */

static rt_status next(reading *r, yaml_event_t *event, rt_error *err) {
    char message[400];
    if (yaml_parser_parse(&r->parser, event)) return rt_ok;
    snprintf(message, sizeof message, "this is not YAML: %s%s%s",
             r->parser.problem != NULL ? r->parser.problem : "it cannot be read", r->parser.context != NULL ? ", " : "",
             r->parser.context != NULL ? r->parser.context : "");
    return wrong_at(r, &r->parser.problem_mark, err, message);
}

static rt_status read_node(reading *r, const yaml_event_t *event, int depth, rt_yaml_node **node, rt_error *err);

static rt_str text_of(reading *r, const yaml_event_t *event) {
    return rt_str_copy(r->arena, (rt_str){(const char *)event->data.scalar.value, event->data.scalar.length});
}

static rt_status read_key(reading *r, const yaml_event_t *event, const rt_yaml_node *map, rt_str *key, rt_error *err) {
    char message[200];
    if (event->type != YAML_SCALAR_EVENT)
        return wrong_at(r, &event->start_mark, err, "a word was expected here, followed by a colon");
    *key = text_of(r, event);
    for (const rt_yaml_node *n = map->first; n != NULL; n = n->next)
        if (rt_str_eq(n->key, *key)) {
            snprintf(message, sizeof message, "\"%.*s\" stands here a second time", RT_FMT(rt_str_cut(*key, 60)));
            return wrong_at(r, &event->start_mark, err, message);
        }
    return rt_ok;
}

/* One more child; *more is false at the end of the parent. */
static rt_status read_child(reading *r, rt_yaml_node *parent, int depth, rt_yaml_node **child, rt_error *err) {
    yaml_event_t event;
    rt_str key = {"", 0};
    *child = NULL;
    RT_TRY(next(r, &event, err));
    const bool end = event.type == YAML_SEQUENCE_END_EVENT || event.type == YAML_MAPPING_END_EVENT;
    rt_status s = rt_ok;
    if (!end && parent->kind == RT_YAML_MAP) {
        s = read_key(r, &event, parent, &key, err);
        yaml_event_delete(&event);
        RT_TRY(s);
        RT_TRY(next(r, &event, err));
    }
    if (!end) s = read_node(r, &event, depth, child, err);
    yaml_event_delete(&event);
    if (*child != NULL) (*child)->key = key;
    return s;
}

static rt_status read_children(reading *r, rt_yaml_node *parent, int depth, rt_error *err) {
    for (rt_yaml_node *last = NULL, *child;; last = child) {
        RT_TRY(read_child(r, parent, depth + 1, &child, err));
        if (child == NULL) return rt_ok;
        if (last != NULL)
            last->next = child;
        else
            parent->first = child;
    }
}

static rt_status read_node(reading *r, const yaml_event_t *event, int depth, rt_yaml_node **node, rt_error *err) {
    rt_yaml_node *n = RT_NEW(r->arena, rt_yaml_node);
    set_place(r, n, event);
    if (event->type == YAML_ALIAS_EVENT) return wrong_at(r, &event->start_mark, err, "aliases (*) are not taken here");
    if (depth > DEEPEST) return wrong_at(r, &event->start_mark, err, "this is nested too deeply");
    *node = n;
    if (event->type == YAML_SCALAR_EVENT) return n->text = text_of(r, event), rt_ok;
    n->kind = event->type == YAML_MAPPING_START_EVENT ? RT_YAML_MAP : RT_YAML_LIST;
    return read_children(r, n, depth, err);
}

static rt_status read_document(reading *r, rt_error *err) {
    yaml_event_t event;
    for (;;) {
        RT_TRY(next(r, &event, err));
        const yaml_event_type_t type = event.type;
        rt_status s = rt_ok;
        if (type == YAML_DOCUMENT_START_EVENT && r->yaml->root != NULL)
            s = wrong_at(r, &event.start_mark, err, "a second document begins here; one is expected");
        else if (type == YAML_SCALAR_EVENT || type == YAML_SEQUENCE_START_EVENT || type == YAML_MAPPING_START_EVENT ||
                 type == YAML_ALIAS_EVENT)
            s = read_node(r, &event, 0, &r->yaml->root, err);
        yaml_event_delete(&event);
        RT_TRY(s);
        if (type == YAML_STREAM_END_EVENT) return rt_ok;
    }
}

/* --- the file --------------------------------------------------------------------------------------------------------
 */

static rt_status read_all(rt_input *in, rt_buf *to, rt_error *err) {
    for (rt_str bytes;;) {
        RT_TRY(rt_input_bytes(in, &bytes, err));
        if (bytes.len == 0) return rt_ok;
        if (to->len + bytes.len > LARGEST) {
            const rt_status s = rt_fail(err, RT_LIMIT, "a file of this kind is taken up to a mebibyte");
            rt_error_at(err, rt_input_path(in), 0, 0);
            return s;
        }
        rt_buf_add(to, bytes);
    }
}

static rt_status check_text(const rt_yaml *yaml, rt_error *err) {
    size_t bad, line_at = 0;
    uint64_t line = 1;
    if (rt_utf8_valid(yaml->text, &bad)) return rt_ok;
    for (size_t i = 0; i < bad; i++)
        if (yaml->text.at[i] == '\n') line++, line_at = i + 1;
    const rt_status s = rt_fail(err, RT_BAD, "this is not UTF-8");
    rt_error_at(err, yaml->file, line, bad - line_at + 1);
    return s;
}

static rt_status parse(reading *r, rt_error *err) {
    if (!yaml_parser_initialize(&r->parser)) return rt_fail(err, RT_LIMIT, "no memory to read YAML");
    yaml_parser_set_encoding(&r->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r->parser, (const unsigned char *)r->yaml->text.at, r->yaml->text.len);
    const rt_status s = read_document(r, err);
    yaml_parser_delete(&r->parser);
    return s;
}

rt_status rt_yaml_read(rt_input *in, rt_arena *arena, rt_yaml *yaml, rt_error *err) {
    RT_AUTO(rt_buf) all = {0};
    *yaml = (rt_yaml){.file = rt_input_path(in)};
    RT_TRY(read_all(in, &all, err));
    rt_str text = rt_buf_str(&all);
    if (rt_str_starts(text, RT_S("\xef\xbb\xbf"))) text = rt_str_from(text, 3);
    yaml->text = rt_str_copy(arena, text);
    RT_TRY(check_text(yaml, err));
    reading r = {.yaml = yaml, .arena = arena};
    return parse(&r, err);
}

const rt_yaml_node *rt_yaml_get(const rt_yaml_node *map, const char *key) {
    for (const rt_yaml_node *n = map->kind == RT_YAML_MAP ? map->first : NULL; n != NULL; n = n->next)
        if (rt_str_is(n->key, key)) return n;
    return NULL;
}
