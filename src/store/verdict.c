#include "base/value.h"
#include "store/audit.h"

static rt_str hex_of(rt_arena *arena, const rt_hash *hash) {
    RT_AUTO(rt_buf) hex = {0};
    rt_buf_hex(&hex, hash->bytes, sizeof hash->bytes);
    return rt_str_copy(arena, rt_buf_str(&hex));
}

static void put_counts(rt_arena *arena, rt_value *o, const rt_verdict *v) {
    const struct {
        rt_str key;
        int64_t n;
    } counts[] = {
        {RT_S("size"), v->claimed.size},     {RT_S("entries"), v->entries},         {RT_S("erased"), v->erased},
        {RT_S("erasures"), v->erasures},     {RT_S("unaccounted"), v->unaccounted}, {RT_S("bad"), v->bad},
        {RT_S("damaged_pages"), v->damaged},
    };
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        rt_value_put(o, counts[i].key, rt_value_int(arena, counts[i].n));
}

static rt_value *first_bad(rt_arena *arena, const rt_verdict *v) {
    if (v->sound) return rt_value_null(arena);
    rt_value *first = rt_value_object(arena);
    rt_value_put(first, RT_S("index"), v->first_bad >= 0 ? rt_value_int(arena, v->first_bad) : rt_value_null(arena));
    rt_value_put_text(arena, first, RT_S("id"), rt_str_copy(arena, rt_str_of(v->first_bad_id)));
    rt_value_put_text(arena, first, RT_S("what"), rt_str_copy(arena, rt_str_of(v->what)));
    return first;
}

rt_value *rt_verdict_value(const rt_verdict *v, rt_arena *arena) {
    rt_value *o = rt_value_object(arena);
    rt_value_put(o, RT_S("sound"), rt_value_bool(arena, v->sound));
    rt_value_put_text(arena, o, RT_S("origin"), v->claimed.origin);
    rt_value_put_text(arena, o, RT_S("claimed"), hex_of(arena, &v->claimed.root));
    rt_value_put_text(arena, o, RT_S("computed"), v->computable ? hex_of(arena, &v->computed) : RT_S(""));
    put_counts(arena, o, v);
    rt_value_put(o, RT_S("unfinished"), rt_value_bool(arena, v->unfinished));
    rt_value_put(o, RT_S("first_bad"), first_bad(arena, v));
    return o;
}
