#include "model/schema.h"

const rt_schema *rt_schema_named(rt_str name) {
    size_t low = 0, high = rt_schema_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = rt_str_cmp(name, rt_schemata[middle].name);
        if (order == 0) return &rt_schemata[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const rt_prop *rt_schema_prop_at(const rt_schema *schema, size_t i) { return &rt_props[schema->props.at[i]]; }

const rt_prop *rt_schema_prop(const rt_schema *schema, rt_str name) {
    size_t low = 0, high = schema->props.n;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const rt_prop *prop = rt_schema_prop_at(schema, middle);
        const int order = rt_str_cmp(name, prop->name);
        if (order == 0) return prop;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

bool rt_schema_is_a(const rt_schema *schema, const rt_schema *ancestor) {
    for (size_t i = 0; i < schema->ancestors.n; i++)
        if (schema->ancestors.at[i] == ancestor->index) return true;
    return false;
}

bool rt_schema_is(const rt_schema *schema, const char *ancestor) {
    const rt_schema *found = rt_schema_named(rt_str_of(ancestor));
    return found != NULL && rt_schema_is_a(schema, found);
}

rt_status rt_schema_common(const rt_schema *a, const rt_schema *b, const rt_schema **common, rt_error *err) {
    if (rt_schema_is_a(a, b)) {
        *common = a;
        return rt_ok;
    }
    if (!rt_schema_is_a(b, a))
        return rt_fail(err, RT_BAD, "no common schema: %.*s and %.*s (neither extends the other)", RT_FMT(a->name),
                       RT_FMT(b->name));
    *common = b;
    return rt_ok;
}

bool rt_schema_can_match(const rt_schema *a, const rt_schema *b) {
    return a->matchable && b->matchable && (rt_schema_is_a(a, b) || rt_schema_is_a(b, a));
}

const rt_schema *rt_schema_ftm(const rt_schema *schema) { return schema->ftm; }

bool rt_prop_exists_in_ftm(const rt_schema *schema, rt_str name) {
    const rt_prop *prop = rt_schema_prop(schema->ftm, name);
    return prop != NULL && !prop->extension && !prop->stub;
}
