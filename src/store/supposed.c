/* What a reading supposes of who is one. */
#include "store/cluster.h"
#include "store/sight.h"

void rt_supposed_copy(rt_lens *lens, rt_supposed_list supposed) {
    rt_supposed *at = RT_NEW_N(&lens->arena, rt_supposed, supposed.n);
    for (size_t i = 0; i < supposed.n; i++)
        at[i] = (rt_supposed){rt_str_copy(&lens->arena, supposed.at[i].a), rt_str_copy(&lens->arena, supposed.at[i].b),
                              supposed.at[i].apart, rt_str_copy(&lens->arena, supposed.at[i].hypothesis)};
    lens->options.supposed = (rt_supposed_list){at, supposed.n};
}

rt_supposed_list rt_lens_supposed(const rt_lens *lens) { return lens->options.supposed; }

static rt_status must_be_there(rt_lens *lens, rt_str id, rt_error *err) {
    bool seen;
    RT_TRY(rt_lens_sees_entity(lens, id, &seen, err));
    return seen ? rt_ok : rt_fail(err, RT_ABSENT, "nothing has the id %.*s", RT_FMT(rt_str_cut(id, 200)));
}

/* What is asked as if it were the same is one whatever is judged: so it may join what is asked as if it were apart. */
static rt_status must_be_apart(rt_lens *lens, const rt_supposed *s, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_strs members;
    RT_TRY(rt_cluster_of(lens, s->a, &arena, &members, err));
    if (!rt_strs_have(members, s->b)) return rt_ok;
    return rt_fail(err, RT_BAD, "%.*s and %.*s cannot be apart: what else is asked as if makes them one",
                   RT_FMT(rt_str_cut(s->a, 60)), RT_FMT(rt_str_cut(s->b, 60)));
}

rt_status rt_supposed_check(rt_lens *lens, rt_error *err) {
    const rt_supposed_list all = lens->options.supposed;
    for (size_t i = 0; i < all.n; i++) {
        const rt_supposed *s = &all.at[i];
        RT_TRY(must_be_there(lens, s->a, err));
        RT_TRY(must_be_there(lens, s->b, err));
        if (s->hypothesis.len > 0) RT_TRY(must_be_there(lens, s->hypothesis, err));
        if (rt_str_eq(s->a, s->b))
            return rt_fail(err, RT_BAD, "both are %.*s: an entity is itself", RT_FMT(rt_str_cut(s->a, 200)));
    }
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].apart) RT_TRY(must_be_apart(lens, &all.at[i], err));
    return rt_ok;
}
