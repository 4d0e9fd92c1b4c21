#include "model/placed.h"

#include "model/country.h"
#include "model/schema.h"

const rt_str rt_place_props[RT_PLACE_PROPS] = {
    RT_S_INIT("facility"),      RT_S_INIT("location"), RT_S_INIT("addressEntity"), RT_S_INIT("endLocation"),
    RT_S_INIT("startLocation"), RT_S_INIT("address"),  RT_S_INIT("country")};
const rt_str rt_day_props[RT_DAY_PROPS] = {RT_S_INIT("startDate"), RT_S_INIT("endDate"), RT_S_INIT("date")};

rt_str rt_place_town(rt_str city, rt_str country, rt_arena *arena) {
    return country.len > 0 ? rt_str_printf(arena, "%.*s, %.*s", RT_FMT(city), RT_FMT(country)) : city;
}

rt_place_parts rt_place_parts_of(rt_str text, rt_arena *arena) {
    rt_place_parts parts = {0};
    rt_str rest = text, part, before = {"", 0}, last = {"", 0};
    while (rest.len > 0 && rt_str_split(&rest, RT_S(","), &part)) {
        before = last;
        last = rt_str_trim(part);
    }
    if (!rt_country_code(last, &parts.country)) return (rt_place_parts){0};
    if (before.len > 0) parts.town = rt_place_town(before, parts.country, arena);
    return parts;
}

bool rt_place_is_within(rt_str schema, rt_str prop) {
    static const rt_str props[] = {RT_S_INIT("address"), RT_S_INIT("addressEntity"), RT_S_INIT("city"),
                                   RT_S_INIT("country"), RT_S_INIT("parent"),        RT_S_INIT("full")};
    const rt_schema *s = rt_schema_named(schema);
    bool is_one = false;
    for (size_t i = 0; i < sizeof props / sizeof *props; i++) is_one = is_one || rt_str_eq(prop, props[i]);
    if (!is_one || s == NULL) return false;
    return rt_schema_is(s, "Address") || rt_schema_is(s, "Organization") || rt_schema_is(s, "RealEstate");
}
