/* A name that several bear, before all else: who is shown, and who else may be meant. */
#include "base/pick.h"
#include "cli/draw.h"

static void name_one(rt_buf *out, const rt_value *entity, const char *before) {
    const rt_str id = text(entity, "id"), caption = text(entity, "caption");
    rt_buf_printf(out, "%s%.*s (%.*s)", before, RT_FMT(caption), RT_FMT(id));
}

void rt_draw_meant(rt_draw *d, const rt_value *view) {
    const rt_value *list = get(view, "meant");
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        RT_AUTO(rt_buf) words = {0};
        const char *before = "; the name is also that of ";
        const int64_t more = rt_value_get_int(v, RT_S("more"));
        rt_cell cell = {0};
        name_one(&words, get(v, "entity"), "This is ");
        for (const rt_value *o = rt_value_first(get(v, "others")); o != NULL; o = o->next, before = ", ")
            name_one(&words, o, before);
        if (more > 0) rt_buf_printf(&words, " and %lld more", (long long)more);
        rt_buf_add(&words, RT_S(". Ask by the id to be sure."));
        rt_cell_add(d, &cell, RT_DOUBTED, rt_str_copy(d->arena, rt_buf_str(&words)));
        rt_draw_cell(d, &cell, 0, 2);
    }
    if (list != NULL) rt_buf_byte(d->out, '\n');
}
