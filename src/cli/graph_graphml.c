#include "base/pick.h"
#include "cli/graph.h"
#include "cli/text.h"
#include "report/clean.h"

typedef struct graph_key {
    const char *of, *name, *type;
} graph_key;

/* What nodes and edges carry; declared in front, as the format asks. */
static const graph_key keys[] = {
    {"node", "caption", "string"},     {"node", "schema", "string"},    {"node", "degree", "int"},
    {"node", "betweenness", "double"}, {"node", "closeness", "double"}, {"node", "cut", "boolean"},
    {"node", "community", "int"},      {"edge", "type", "string"},      {"edge", "what", "string"},
    {"edge", "when", "string"},        {"edge", "stance", "string"},    {"edge", "derived", "string"},
    {"edge", "statements", "string"},
};

static void escaped(rt_draw *d, rt_str s) { rt_xml_escape(d->out, rt_clean_line(d->arena, s)); }

static rt_str value_of(rt_draw *d, const rt_value *v, const char *name) {
    const rt_value *x = get(v, name);
    if (rt_str_is(rt_str_of(name), "derived")) return rt_value_get_text(x, RT_S("certainty"));
    return x != NULL && x->kind == RT_LIST ? rt_names_joined(d->arena, x) : rt_graph_text(d->arena, x);
}

static void write_data(rt_draw *d, const rt_value *v, const char *of) {
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (!rt_str_is(rt_str_of(keys[i].of), of)) continue;
        const rt_str value = value_of(d, v, keys[i].name);
        if (value.len == 0) continue;
        rt_buf_printf(d->out, "      <data key=\"%s\">", keys[i].name);
        escaped(d, value);
        rt_buf_add(d->out, RT_S("</data>\n"));
    }
}

static void write_attribute(rt_draw *d, const char *name, rt_str value) {
    rt_buf_printf(d->out, " %s=\"", name);
    escaped(d, value);
    rt_buf_byte(d->out, '"');
}

static void write_part(rt_draw *d, const rt_value *v, const char *of, const char *const *attributes) {
    rt_buf_printf(d->out, "    <%s", of);
    for (size_t i = 0; attributes[2 * i] != NULL; i++)
        write_attribute(d, attributes[2 * i], rt_value_get_text(v, rt_str_of(attributes[2 * i + 1])));
    rt_buf_add(d->out, RT_S(">\n"));
    write_data(d, v, of);
    rt_buf_printf(d->out, "    </%s>\n", of);
}

void rt_draw_graphml(rt_draw *d, const rt_value *view) {
    d->told_more = true; /* what a program reads holds no words for people */
    static const char *const node[] = {"id", "id", NULL}, *const edge[] = {"source", "from", "target", "to", NULL};
    rt_buf_add(d->out, RT_S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        rt_buf_printf(d->out, "  <key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", keys[i].name,
                      keys[i].of, keys[i].name, keys[i].type);
    rt_buf_add(d->out, RT_S("  <graph id=\"network\" edgedefault=\"directed\">\n"));
    for (const rt_value *v = rt_value_first(get(view, "nodes")); v != NULL; v = v->next) write_part(d, v, "node", node);
    for (const rt_value *v = rt_value_first(get(view, "edges")); v != NULL; v = v->next) write_part(d, v, "edge", edge);
    rt_buf_add(d->out, RT_S("  </graph>\n</graphml>\n"));
}
