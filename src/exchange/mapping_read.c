#include "exchange/mapping_read.h"

#include <string.h>

#include "base/grow.h"
#include "exchange/decode.h"

enum { ENTITIES_MOST = 1000 };

#define WRONG(r, node, err, ...) rt_yaml_wrong(&(r)->mapping->yaml, node, err, __VA_ARGS__)

/* --- properties and entities
 * ------------------------------------------------------------------------------------------ */

static size_t entity_named(const rt_mapped_query *q, rt_str name) {
    for (size_t i = 0; i < q->entity_count; i++)
        if (rt_str_eq(q->entities[i].name, name)) return i;
    return SIZE_MAX;
}

static rt_status find_prop(rt_mapping_reader *r, const rt_yaml_node *n, const rt_schema *schema, const rt_prop **prop,
                           rt_error *err) {
    *prop = rt_schema_prop(schema, n->key);
    if (*prop == NULL)
        return WRONG(r, n, err, "a %.*s has no property \"%.*s\"", RT_FMT(schema->name),
                     RT_FMT(rt_str_cut(n->key, 60)));
    if ((*prop)->stub)
        return WRONG(r, n, err, "\"%.*s\" is the far end of a %.*s and cannot be given", RT_FMT(n->key),
                     RT_FMT(schema->name));
    return rt_ok;
}

/* `entity` names another of the query's entities: it was numbered before. */
static rt_status find_entity(rt_mapping_reader *r, const rt_yaml_node *map, rt_mapped_prop *p, rt_error *err) {
    const rt_yaml_node *n = rt_yaml_get(map, "entity");
    p->entity = SIZE_MAX;
    if (n == NULL) return rt_ok;
    if (n->kind == RT_YAML_TEXT) p->entity = entity_named(r->query, n->text);
    if (p->entity == SIZE_MAX) return WRONG(r, n, err, "no entity of this query is called so");
    const rt_schema *range = p->prop->range, *schema = r->query->entities[p->entity].schema;
    if (range == NULL) return WRONG(r, n, err, "\"%.*s\" takes a text, and no entity", RT_FMT(p->prop->name));
    if (!rt_schema_is_a(schema, range))
        return WRONG(r, n, err, "\"%.*s\" takes a %.*s, which a %.*s is not", RT_FMT(p->prop->name),
                     RT_FMT(range->name), RT_FMT(schema->name));
    return rt_ok;
}

static rt_status read_prop(rt_mapping_reader *r, const rt_yaml_node *n, const rt_schema *schema, rt_mapped_prop *p,
                           rt_error *err) {
    static const char *const keys[] = {"column", "columns", "literal",  "literals", "template",  "join", "split",
                                       "format", "entity",  "required", "fuzzy",    "statement", NULL};
    *p = (rt_mapped_prop){0};
    RT_TRY(find_prop(r, n, schema, &p->prop, err));
    if (n->kind != RT_YAML_MAP)
        return WRONG(r, n, err, "say where \"%.*s\" comes from: {column: ...}, {literal: ...} or {entity: ...}",
                     RT_FMT(n->key));
    RT_TRY(rt_mapping_check_keys(r, n, keys, err));
    RT_TRY(rt_mapping_read_source(r, n, &p->source, err));
    RT_TRY(find_entity(r, n, p, err));
    RT_TRY(rt_mapping_flag_under(r, n, "required", &p->required, err));
    if (rt_mapping_is_empty(&p->source) == (p->entity == SIZE_MAX))
        return WRONG(r, n, err, "\"%.*s\" takes columns, literals or a template, or else an entity", RT_FMT(n->key));
    return rt_mapping_read_fields(r, n, &p->fields, err);
}

static rt_status read_key(rt_mapping_reader *r, const rt_yaml_node *n, rt_mapped_entity *e, rt_error *err) {
    const rt_yaml_node *id = rt_yaml_get(n, "id_column");
    e->key.node = n;
    e->id_column = SIZE_MAX;
    RT_TRY(rt_mapping_texts_under(r, n, "key", "keys", rt_mapping_add_column, &e->key, err));
    RT_TRY(rt_mapping_text_under(r, n, "key_literal", &e->key_literal, err));
    if (id != NULL && id->kind != RT_YAML_TEXT) return WRONG(r, id, err, "\"id_column\" takes the name of a column");
    if (id != NULL) RT_TRY(rt_mapping_column_of(r, id, id->text, &e->id_column, err));
    if ((id != NULL) == (e->key.column_count > 0))
        return WRONG(r, n, err,
                     "an entity takes either \"keys\", columns that tell one from the other, or \"id_column\"");
    return rt_ok;
}

static rt_status read_schema(rt_mapping_reader *r, const rt_yaml_node *n, rt_mapped_entity *e, rt_error *err) {
    const rt_yaml_node *s = rt_yaml_get(n, "schema");
    *e = (rt_mapped_entity){.name = n->key, .node = n};
    RT_TRY(rt_mapping_need_map(r, n, "an entity", err));
    if (s == NULL || s->kind != RT_YAML_TEXT) return WRONG(r, s != NULL ? s : n, err, "an entity needs a \"schema\"");
    e->schema = rt_schema_named(s->text);
    if (e->schema == NULL) return WRONG(r, s, err, "there is no schema \"%.*s\"", RT_FMT(rt_str_cut(s->text, 60)));
    return e->schema->abstract ? WRONG(r, s, err, "a %.*s exists only to be extended", RT_FMT(s->text)) : rt_ok;
}

static rt_status read_entity(rt_mapping_reader *r, rt_mapped_entity *e, rt_error *err) {
    static const char *const keys[] = {"schema",    "key",        "keys",      "key_literal",
                                       "id_column", "properties", "statement", NULL};
    const rt_yaml_node *props = rt_yaml_get(e->node, "properties");
    RT_TRY(rt_mapping_check_keys(r, e->node, keys, err));
    RT_TRY(read_key(r, e->node, e, err));
    if (props != NULL) RT_TRY(rt_mapping_need_map(r, props, "\"properties\"", err));
    for (const rt_yaml_node *n = props != NULL ? props->first : NULL; n != NULL; n = n->next) {
        rt_mapped_prop p;
        RT_TRY(read_prop(r, n, e->schema, &p, err));
        e->props = rt_grow(r->arena, e->props, e->prop_count, sizeof p);
        e->props[e->prop_count++] = p;
    }
    return rt_mapping_read_fields(r, e->node, &e->fields, err);
}

/* --- queries
 * ------------------------------------------------------------------------------------------------------------ */

/* All are numbered before the properties of any are read, since these name them. */
static rt_status number_entities(rt_mapping_reader *r, const rt_yaml_node *map, rt_error *err) {
    rt_mapped_query *q = r->query;
    for (const rt_yaml_node *n = map->first; n != NULL; n = n->next) {
        rt_mapped_entity e;
        RT_TRY(read_schema(r, n, &e, err));
        if (q->entity_count == ENTITIES_MOST) return WRONG(r, n, err, "more than %d entities", ENTITIES_MOST);
        q->entities = rt_grow(r->arena, q->entities, q->entity_count, sizeof e);
        q->entities[q->entity_count++] = e;
    }
    return q->entity_count > 0 ? rt_ok : WRONG(r, map, err, "\"entities\" names none");
}

static rt_status add_filter(rt_mapping_reader *r, const rt_yaml_node *map, bool without, rt_error *err) {
    rt_mapped_query *q = r->query;
    if (map == NULL) return rt_ok;
    RT_TRY(rt_mapping_need_map(r, map, "a filter", err));
    for (const rt_yaml_node *n = map->first; n != NULL; n = n->next) {
        rt_mapped_filter f = {.without = without};
        RT_TRY(rt_mapping_column_of(r, n, n->key, &f.column, err));
        RT_TRY(rt_mapping_each_text(r, n, rt_mapping_add_text, &f.values, err));
        q->filters = rt_grow(r->arena, q->filters, q->filter_count, sizeof f);
        q->filters[q->filter_count++] = f;
    }
    return rt_ok;
}

/* Nothing is fetched: the address only tells which of several files is meant. */
static rt_status add_file(rt_mapping_reader *r, const rt_yaml_node *n, void *to, rt_error *err) {
    (void)r;
    (void)err;
    rt_str *name = to, rest = n->text, part;
    while (rt_str_split(&rest, RT_S("/"), &part)) *name = part;
    return rt_ok;
}

static const char *const query_keys[] = {"csv_url",     "csv_urls",  "entities", "filters",
                                         "filters_not", "statement", NULL};

/* What stands beside the queries; the words about the dataset as such are FollowTheMoney's, and not read. */
static const char *const top_keys[] = {"queries",     "query",     "entities", "csv_url",   "csv_urls",  "filters",
                                       "filters_not", "statement", "encoding", "delimiter", "label",     "title",
                                       "summary",     "info_url",  "url",      "category",  "countries", "languages",
                                       "publisher",   "coverage",  NULL};

static rt_status read_query(rt_mapping_reader *r, const rt_yaml_node *map, rt_error *err) {
    const rt_yaml_node *entities = rt_yaml_get(map, "entities");
    if (entities == NULL) return WRONG(r, map, err, "a query needs \"entities\"");
    RT_TRY(rt_mapping_need_map(r, entities, "\"entities\"", err));
    RT_TRY(rt_mapping_texts_under(r, map, "csv_url", "csv_urls", add_file, &r->query->file, err));
    RT_TRY(number_entities(r, entities, err));
    for (size_t i = 0; i < r->query->entity_count; i++) RT_TRY(read_entity(r, &r->query->entities[i], err));
    RT_TRY(add_filter(r, rt_yaml_get(map, "filters"), false, err));
    RT_TRY(add_filter(r, rt_yaml_get(map, "filters_not"), true, err));
    return rt_mapping_read_fields(r, map, &r->query->fields, err);
}

/* --- the file
 * ------------------------------------------------------------------------------------------------------------ */

static bool is_top(const rt_yaml_node *n) {
    return rt_yaml_get(n, "queries") != NULL || rt_yaml_get(n, "query") != NULL || rt_yaml_get(n, "entities") != NULL;
}

static rt_status check_encoding(rt_mapping_reader *r, const rt_yaml_node *n, rt_error *err) {
    rt_decoder *d;
    rt_error wrong = {0};
    if (n == NULL || rt_decoder_new(n->text, &d, &wrong).code != RT_OK)
        return n == NULL ? rt_ok : WRONG(r, n, err, "%s", wrong.message);
    rt_decoder_free(d);
    return rt_ok;
}

static rt_status read_dialect(rt_mapping_reader *r, const rt_yaml_node *top, rt_error *err) {
    const rt_yaml_node *n = rt_yaml_get(top, "delimiter");
    rt_str delimiter;
    RT_TRY(rt_mapping_text_under(r, top, "encoding", &r->mapping->encoding, err));
    RT_TRY(check_encoding(r, rt_yaml_get(top, "encoding"), err));
    RT_TRY(rt_mapping_text_under(r, top, "delimiter", &delimiter, err));
    if (n == NULL) return rt_ok;
    if (rt_str_is(delimiter, "tab") || rt_str_is(delimiter, "\\t")) delimiter = RT_S("\t");
    if (delimiter.len != 1 || strchr(",;\t|:", delimiter.at[0]) == NULL)
        return WRONG(r, n, err, "\"delimiter\" takes one of , ; | : or tab");
    r->mapping->delimiter = delimiter.at[0];
    return rt_ok;
}

static void new_query(rt_mapping_reader *r) {
    rt_mapping *m = r->mapping;
    m->queries = rt_grow(r->arena, m->queries, m->query_count, sizeof *m->queries);
    r->query = &m->queries[m->query_count++];
    *r->query = (rt_mapped_query){0};
}

/* What is said beside the queries is said of each, in columns of its own. */
static rt_status one_of_them(rt_mapping_reader *r, const rt_yaml_node *top, const rt_yaml_node *n, rt_error *err) {
    RT_TRY(rt_mapping_need_map(r, n, "a query", err));
    RT_TRY(rt_mapping_check_keys(r, n, query_keys, err));
    new_query(r);
    RT_TRY(rt_mapping_read_fields(r, top, &r->query->fields, err));
    return read_query(r, n, err);
}

static rt_status read_queries(rt_mapping_reader *r, const rt_yaml_node *top, rt_error *err) {
    const rt_yaml_node *n = rt_yaml_get(top, "queries");
    if (n == NULL) n = rt_yaml_get(top, "query");
    if (n == NULL) return new_query(r), read_query(r, top, err);
    if (n->kind == RT_YAML_MAP) return one_of_them(r, top, n, err);
    if (n->kind != RT_YAML_LIST || n->first == NULL) return WRONG(r, n, err, "\"queries\" takes a list of queries");
    for (const rt_yaml_node *c = n->first; c != NULL; c = c->next) RT_TRY(one_of_them(r, top, c, err));
    return rt_ok;
}

static rt_status find_top(rt_mapping_reader *r, const rt_yaml_node **top, rt_error *err) {
    static const rt_yaml_node nothing = {.line = 1, .column = 1};
    const rt_yaml_node *root = r->mapping->yaml.root != NULL ? r->mapping->yaml.root : &nothing;
    *top = root;
    if (is_top(root)) return rt_ok;
    const rt_yaml_node *only = root->kind == RT_YAML_MAP ? root->first : NULL;
    if (only == NULL || !is_top(only))
        return WRONG(r, root, err,
                     "a mapping has \"queries\", or one name (the dataset's) above them; this has neither");
    if (only->next != NULL) return WRONG(r, only->next, err, "a second dataset begins here; a mapping is of one");
    r->mapping->dataset = only->key;
    *top = only;
    return rt_ok;
}

rt_status rt_mapping_read(rt_input *in, rt_arena *arena, rt_mapping *mapping, rt_error *err) {
    rt_mapping_reader r = {.mapping = mapping, .arena = arena};
    const rt_yaml_node *top;
    *mapping = (rt_mapping){0};
    RT_TRY(rt_yaml_read(in, arena, &mapping->yaml, err));
    RT_TRY(find_top(&r, &top, err));
    RT_TRY(rt_mapping_check_keys(&r, top, top_keys, err));
    RT_TRY(read_dialect(&r, top, err));
    return read_queries(&r, top, err);
}

bool rt_mapping_applies(const rt_mapping *mapping, const rt_mapped_query *query, rt_str name) {
    bool named = false;
    for (size_t i = 0; i < mapping->query_count; i++) named = named || rt_str_eq(mapping->queries[i].file, name);
    return !named || query->file.len == 0 || rt_str_eq(query->file, name);
}
