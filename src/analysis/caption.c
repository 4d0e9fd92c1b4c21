#include "analysis/entity.h"
#include "base/map.h"

/* Names by which the entity itself is called, best first. Other properties of type name tell of others (a name on an
 * exhibit, names that a text mentions). */
static const rt_str own_names[] = {
    RT_S_INIT("name"), RT_S_INIT("alias"), RT_S_INIT("previousName"), RT_S_INIT("weakAlias"), RT_S_INIT("abbreviation"),
};
enum { OWN_NAMES = sizeof own_names / sizeof *own_names };

bool rt_is_own_name(rt_str prop) {
    for (size_t i = 0; i < OWN_NAMES; i++)
        if (rt_str_eq(prop, own_names[i])) return true;
    return false;
}

static size_t code_points(rt_str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) n += ((unsigned char)s.at[i] & 0xC0) != 0x80;
    return n;
}

static bool better(rt_str value, size_t sources, rt_str best, size_t best_sources) {
    if (sources != best_sources) return sources > best_sources;
    const size_t length = code_points(value), best_length = code_points(best);
    return length != best_length ? length > best_length : rt_str_cmp(value, best) < 0;
}

/* Of the values of one property that somebody affirms; those of one value in several stances count together. */
static rt_str best_value(rt_claims claims, rt_arena *arena) {
    rt_map values = {0};
    size_t *sources = RT_NEW_N(arena, size_t, claims.n), best = 0;
    for (size_t i = 0; i < claims.n; i++)
        if (rt_claim_affirmed(&claims.at[i]))
            sources[rt_map_add(&values, claims.at[i].value, arena)] += claims.at[i].sources.n;
    for (size_t i = 1; i < values.n; i++)
        if (better(values.keys[i], sources[i], values.keys[best], sources[best])) best = i;
    return values.n > 0 ? values.keys[best] : (rt_str){"", 0};
}

rt_str rt_caption_of(const rt_entity *e, rt_arena *arena) {
    rt_str best = {"", 0};
    for (size_t i = 0; i < OWN_NAMES && best.len == 0; i++)
        best = best_value(rt_claims_named(e->claims, own_names[i]), arena);
    for (size_t i = 0; e->schema != NULL && i < e->schema->caption.n && best.len == 0; i++)
        best = best_value(rt_claims_named(e->claims, rt_props[e->schema->caption.at[i]].name), arena);
    return best.len > 0 ? best : e->id;
}
