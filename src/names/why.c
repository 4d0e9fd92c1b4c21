#include "names/why.h"

#include <math.h>
#include <stdlib.h>

#include "base/buf.h"

double rt_four_decimals(double x) {
    const double y = round(x * 10000) / 10000;
    return y == 0 ? 0 : y; /* no -0 */
}

rt_value *rt_why_value(rt_arena *arena, const rt_match *match) {
    rt_value *list = rt_value_list(arena);
    for (size_t i = 0; i < match->n; i++) {
        const rt_reason *r = &match->reasons[i];
        rt_value *v = rt_value_push(list, rt_value_object(arena));
        rt_value_put_text(arena, v, RT_S("feature"), r->feature);
        rt_value_put(v, RT_S("score"), rt_value_real(arena, rt_four_decimals(r->score)));
        rt_value_put_text(arena, v, RT_S("detail"), r->detail);
    }
    return list;
}

rt_str rt_why_text(rt_arena *arena, const rt_match *match) {
    RT_AUTO(rt_buf) text = {0};
    for (size_t i = 0; i < match->n; i++) {
        const rt_reason *r = &match->reasons[i];
        rt_buf_printf(&text, "%s%.*s %.4f %.*s", i > 0 ? "\n" : "", RT_FMT(r->feature), rt_four_decimals(r->score),
                      RT_FMT(r->detail));
    }
    return rt_str_copy(arena, rt_buf_str(&text));
}

/* "-0.5120" */
static bool read_score(rt_arena *arena, rt_str s, double *score) {
    char *end;
    const char *text = rt_str_z(arena, s);
    if (s.len == 0 || s.len > 32) return false;
    *score = strtod(text, &end);
    return *end == 0 && isfinite(*score);
}

static rt_value *read_reason(rt_arena *arena, rt_str line) {
    rt_value *v = rt_value_object(arena);
    rt_str rest = line, feature = {"", 0}, number = {"", 0};
    double score = 0;
    const bool known = rt_str_split(&rest, RT_S(" "), &feature) && rt_str_split(&rest, RT_S(" "), &number) &&
                       read_score(arena, number, &score);
    rt_value_put_text(arena, v, RT_S("feature"), known ? feature : (rt_str){"", 0});
    rt_value_put(v, RT_S("score"), known ? rt_value_real(arena, score) : rt_value_null(arena));
    rt_value_put_text(arena, v, RT_S("detail"), known ? rest : line);
    return v;
}

rt_value *rt_why_read(rt_arena *arena, rt_str text) {
    rt_value *list = rt_value_list(arena);
    rt_str line;
    while (text.len > 0 && rt_str_split(&text, RT_S("\n"), &line)) rt_value_push(list, read_reason(arena, line));
    return list;
}

rt_value *rt_subject_value(rt_arena *arena, const rt_subject *subject) {
    rt_value *v = rt_value_object(arena);
    rt_value_put_text(arena, v, RT_S("id"), subject->id);
    rt_value_put_text(arena, v, RT_S("caption"), subject->caption);
    rt_value_put_text(arena, v, RT_S("schema"), subject->schema);
    return v;
}

void rt_match_put(rt_arena *arena, rt_value *object, const rt_match *match, double threshold) {
    rt_value_put(object, RT_S("score"), rt_value_real(arena, rt_four_decimals(match->score)));
    rt_value_put(object, RT_S("match"), rt_value_bool(arena, match->score >= threshold));
    rt_value_put(object, RT_S("why"), rt_why_value(arena, match));
}

rt_value *rt_hits_value(rt_arena *arena, const rt_hit *hits, size_t n, double threshold) {
    rt_value *list = rt_value_list(arena);
    for (size_t i = 0; i < n; i++) {
        rt_value *hit = rt_value_push(list, rt_subject_value(arena, &hits[i].subject));
        const rt_str as = hits[i].match.names[1];
        if (as.len > 0 && !rt_str_eq(as, hits[i].subject.caption)) rt_value_put_text(arena, hit, RT_S("as"), as);
        rt_match_put(arena, hit, &hits[i].match, threshold);
    }
    return list;
}
