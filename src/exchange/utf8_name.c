#include "exchange/utf8_name.h"

#include "base/buf.h"

rt_str rt_utf8_name(rt_arena *arena, rt_str name) {
    RT_AUTO(rt_buf) out = {0};
    size_t bad;
    if (rt_utf8_valid(name, NULL)) return name;
    for (; !rt_utf8_valid(name, &bad); name = rt_str_from(name, bad + 1)) {
        rt_buf_add(&out, rt_str_cut(name, bad));
        rt_buf_add(&out, RT_S("\xef\xbf\xbd"));
    }
    rt_buf_add(&out, name);
    return rt_str_copy(arena, rt_buf_str(&out));
}
