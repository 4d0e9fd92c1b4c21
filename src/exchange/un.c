/* The UN Security Council's consolidated list in its XML form (CONSOLIDATED_LIST of the Secretariat's schema): persons
 * and entities with names, births, documents, addresses and listings. said_at is the day and time at which the list was
 * made (dateGenerated). What the tables do not know is kept as a note with its element's name. */
#include "base/date.h"
#include "exchange/list_index.h"
#include "exchange/un_record.h"

typedef struct un_reading {
    rt_list list;
    rt_list_index *index;
    rt_arena kept; /* the list's date */
    rt_str made;   /* as it is written */
    bool begun;
} un_reading;

/* --- the list ------------------------------------------------------------------------------------------------------
 */

/* dateGenerated has thousandths of a second, which EDTF has not. */
static rt_str edtf_of(rt_arena *arena, rt_str written) {
    rt_when when;
    const size_t dot = rt_str_find(written, RT_S("."));
    if (dot != SIZE_MAX)
        written = rt_str_printf(arena, "%.*s%s", (int)dot, written.at, rt_str_ends(written, RT_S("Z")) ? "Z" : "");
    if (rt_edtf_read(written, &when, NULL).code == RT_OK) return written;
    written = rt_str_cut(written, 10);
    return rt_edtf_read(written, &when, NULL).code == RT_OK ? written : (rt_str){0};
}

static rt_status begin_root(un_reading *u, const rt_xml_node *root, rt_error *err) {
    if (!rt_str_is(root->name, "CONSOLIDATED_LIST"))
        return rt_fail(err, RT_BAD, "the root element is %.*s, not CONSOLIDATED_LIST", RT_FMT(root->name));
    u->made = rt_str_copy(&u->kept, rt_xml_attribute(u->list.arena, root, "dateGenerated"));
    u->list.base.said_at = edtf_of(&u->kept, u->made);
    if (u->list.base.said_at.len == 0) {
        u->list.line = root->line;
        u->list.column = root->column;
        rt_list_tell(&u->list, "the list does not say when it was made");
    }
    const rt_sink *sink = u->list.sink;
    return sink->dated == NULL ? rt_ok : sink->dated(sink->to, u->list.base.said_at, err);
}

static rt_status begin(void *to, const rt_xml_node *element, unsigned depth, rt_error *err) {
    un_reading *u = to;
    if (depth == 0) return begin_root(u, element, err);
    if (rt_str_is(element->name, "INDIVIDUALS") || rt_str_is(element->name, "ENTITIES")) return rt_ok;
    return rt_fail(err, RT_BAD, "element %.*s is not known here", RT_FMT(element->name));
}

/* --- one record ----------------------------------------------------------------------------------------------------
 */

static bool is_known(const un_field *f, rt_str part) {
    for (const char *const *p = f->parts; p != NULL && *p != NULL; p++)
        if (rt_str_is(part, *p)) return true;
    return false;
}

/* What stands in an element of which the table knows only the parts. */
static rt_status take_rest(un_record *r, const un_field *f, const rt_xml_node *node, rt_error *err) {
    for (const rt_xml_node *a = node->attributes; a != NULL; a = a->next) RT_TRY(un_unknown(r, a, err));
    for (const rt_xml_node *child = node->first; child != NULL; child = child->next)
        if (!is_known(f, child->name)) RT_TRY(un_unknown(r, child, err));
    return f->parts == NULL ? rt_ok : un_text(r, node, err);
}

static rt_status take_field(un_record *r, const rt_xml_node *node, rt_error *err) {
    const un_field *f = un_fields;
    while (f->element != NULL && !rt_str_is(node->name, f->element)) f++;
    if (f->element == NULL) return un_unknown(r, node, err);
    RT_TRY(f->take(r, f, node, err));
    return take_rest(r, f, node, err);
}

static rt_str name_of(rt_arena *arena, const rt_xml_node *record) {
    static const char *const parts[] = {"FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"};
    RT_AUTO(rt_buf) name = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const rt_str part = rt_xml_child(arena, record, parts[i]);
        if (name.len > 0 && part.len > 0) rt_buf_byte(&name, ' ');
        rt_buf_add(&name, part);
    }
    return rt_str_copy(arena, rt_buf_str(&name));
}

static rt_status put_listing(un_record *r, rt_error *err) {
    RT_TRY(rt_list_put(r->list, &r->self, RT_S("topics"), RT_S("sanction"), err));
    RT_TRY(rt_list_put(r->list, &r->sanction, RT_S("entity"), r->self.id, err));
    return rt_list_put(r->list, &r->sanction, RT_S("authority"), r->list->base.speaker, err);
}

static rt_status put_record(un_reading *u, const rt_xml_node *node, rt_str schema, rt_str name, rt_str number,
                            rt_error *err) {
    rt_list *l = &u->list;
    un_record r = {.list = l, .node = node};
    r.self = (rt_list_thing){rt_str_printf(l->arena, "un-%.*s", RT_FMT(number)), schema};
    r.sanction = (rt_list_thing){rt_list_id(l, r.self.id, RT_S("sanction"), (rt_str){0}), RT_S("Sanction")};
    l->subject = r.self;
    RT_TRY(rt_list_put(l, &r.self, RT_S("name"), name, err));
    RT_TRY(put_listing(&r, err));
    for (const rt_xml_node *f = node->first; f != NULL; f = f->next) {
        l->line = f->line;
        l->column = f->column;
        RT_TRY(take_field(&r, f, err));
    }
    return un_text(&r, node, err);
}

static rt_status schema_of(rt_str element, rt_str *schema, rt_error *err) {
    *schema = rt_str_is(element, "INDIVIDUAL") ? RT_S("Person") : RT_S("Organization");
    if (rt_str_is(element, "INDIVIDUAL") || rt_str_is(element, "ENTITY")) return rt_ok;
    return rt_fail(err, RT_BAD, "a record %.*s is not known", RT_FMT(element));
}

static rt_status check_record(un_reading *u, const rt_xml_node *node, rt_error *err) {
    rt_str schema;
    int64_t number;
    const rt_str id = rt_xml_child(u->list.arena, node, "DATAID"), name = name_of(u->list.arena, node);
    RT_TRY(schema_of(node->name, &schema, err));
    if (!rt_str_int(id, &number) || number < 0) return rt_fail(err, RT_BAD, "\"%.*s\" is no DATAID", RT_FMT(id));
    if (name.len == 0) return rt_fail(err, RT_BAD, "entry %.*s has no name", RT_FMT(id));
    if (rt_list_index_count(u->index) >= RT_LIST_ENTRIES_MOST)
        return rt_fail(err, RT_LIMIT, "more entries than are taken");
    if (!rt_list_index_add(u->index, number, 0)) return rt_fail(err, RT_BAD, "a second entry %.*s", RT_FMT(id));
    return put_record(u, node, schema, name, id, err);
}

/* A list with nothing but what comes between. */
static void set_raw(un_reading *u, const rt_xml_node *node, rt_buf *text) {
    RT_AUTO(rt_buf) head = {0};
    rt_buf_add(&head, RT_S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CONSOLIDATED_LIST dateGenerated=\""));
    rt_xml_write_text(&head, u->made);
    rt_buf_add(&head, RT_S("\">\n<INDIVIDUALS>"));
    rt_xml_write(text, node);
    u->list.raw = (rt_raw_record){.form = RT_RAW_ELEMENT,
                                  .head = rt_str_copy(u->list.arena, rt_buf_str(&head)),
                                  .text = rt_buf_str(text),
                                  .tail = RT_S("</INDIVIDUALS>\n</CONSOLIDATED_LIST>\n")};
}

static rt_status take_record(void *to, const rt_xml_node *node, rt_error *err) {
    un_reading *u = to;
    RT_AUTO(rt_buf) text = {0};
    u->list.line = node->line;
    u->list.column = node->column;
    const rt_status s = check_record(u, node, err);
    if (s.code == RT_OK) return s;
    if (u->list.sink->raw != NULL) set_raw(u, node, &text);
    const rt_status bad = rt_list_bad(&u->list, s, err);
    u->list.raw = (rt_raw_record){0};
    return bad;
}

/* --- the format ----------------------------------------------------------------------------------------------------
 */

static rt_status read_list(un_reading *u, rt_input *in, rt_arena *arena, rt_error *err) {
    const rt_xml_taker taker = {.to = u, .depth = 2, .begin = begin, .record = take_record};
    u->list.file = rt_input_path(in);
    RT_TRY(rt_xml_read(in, &taker, arena, err));
    if (rt_list_index_count(u->index) > 0) return rt_ok;
    const rt_status s = rt_fail(err, RT_BAD, "the list has no entries");
    rt_error_at(err, rt_input_path(in), 0, 0);
    return s;
}

static rt_status read_one(rt_input *in, const rt_read_options *options, const rt_sink *sink, rt_error *err) {
    rt_arena arena = {0};
    un_reading u = {.list = rt_list_new(sink, options, RT_S("UN Security Council"), &arena),
                    .index = rt_list_index_new()};
    const rt_status s = read_list(&u, in, &arena, err);
    rt_list_index_free(u.index);
    rt_arena_close(&u.kept);
    rt_arena_close(&arena);
    return s;
}

static rt_status read_files(rt_input **files, size_t n, const rt_read_options *options, const rt_sink *sink,
                            rt_error *err) {
    for (size_t i = 0; i < n; i++) RT_TRY(read_one(files[i], options, sink, err));
    return rt_ok;
}

static bool detect(rt_str name, rt_str head) {
    (void)name;
    return rt_str_find(head, RT_S("<CONSOLIDATED_LIST")) != SIZE_MAX;
}

extern const rt_format rt_format_un;
const rt_format rt_format_un = {
    .name = "un",
    .summary = "the UN Security Council's consolidated list, as XML",
    .dataset = "un",
    .detect = detect,
    .list = true,
    .whole = true,
    .read = read_files,
};
