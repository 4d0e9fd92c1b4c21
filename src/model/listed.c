#include "model/listed.h"

#include "base/date_edtf.h"
#include "model/schema.h"

bool rt_is_edition(rt_str text, const char **why) {
    rt_when when;
    *why = "one day, like 2026-11-20";
    if (text.len < 10 || rt_edtf_read(text, &when, NULL).code != RT_OK) return false;
    return when.start_min == when.end_max && !when.uncertain && !when.start_unknown && !when.end_unknown;
}

rt_day rt_edition_day(rt_str edition) {
    rt_when when;
    return rt_edtf_read(edition, &when, NULL).code == RT_OK ? when.start_min : 0;
}

static bool tells_time(rt_str edition) { return rt_str_find(edition, RT_S("T")) != SIZE_MAX; }

int rt_edition_cmp(rt_str a, rt_str b) {
    const rt_day x = rt_edition_day(a), y = rt_edition_day(b);
    if (x != y || !tells_time(a) || !tells_time(b)) return (x > y) - (x < y);
    return rt_str_cmp(a, b);
}

bool rt_is_list_entry(rt_str schema) {
    const rt_schema *s = rt_schema_named(schema);
    return s == NULL || (rt_schema_is(s, "Thing") && !rt_schema_is(s, "Address"));
}
