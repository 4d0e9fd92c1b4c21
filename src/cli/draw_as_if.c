/* What a page was asked as if, before all else; and judgements as sentences. */
#include "base/pick.h"
#include "cli/draw.h"

static rt_str name_of(rt_draw *d, const rt_value *entity) {
    const rt_str id = text(entity, "id"), caption = text(entity, "caption");
    if (rt_str_eq(id, caption)) return id;
    return rt_str_printf(d->arena, "%.*s (%.*s)", RT_FMT(caption), RT_FMT(id));
}

/* "judged different on 2026-11-27 by A. Clerk: two passports" */
rt_str rt_judged_words(rt_draw *d, const rt_value *judgement) {
    const rt_str day = rt_str_cut(text(judgement, "recorded_at"), 10), by = text(judgement, "recorded_by");
    const rt_str what = text(judgement, "judgement"), why = text(judgement, "why");
    return rt_str_printf(d->arena, "judged %.*s on %.*s by %.*s%s%.*s", RT_FMT(what), RT_FMT(day), RT_FMT(by),
                         why.len > 0 ? ": " : "", RT_FMT(why));
}

static void note(rt_draw *d, rt_style style, rt_str words) {
    rt_cell cell = {0};
    rt_cell_add(d, &cell, style, words);
    rt_draw_cell(d, &cell, 2, 4);
}

static void draw_supposed(rt_draw *d, const rt_value *v) {
    const bool apart = rt_str_is(text(v, "as"), "apart");
    const rt_value *judged = get(v, "judged"), *hypothesis = get(v, "hypothesis");
    const rt_str a = name_of(d, get(v, "a")), b = name_of(d, get(v, "b"));
    rt_cell head = {0};
    rt_cell_add(d, &head, RT_DOUBTED,
                rt_str_printf(d->arena, "Asked as if %.*s and %.*s were %s", RT_FMT(a), RT_FMT(b),
                              apart ? "not one" : "the same"));
    rt_draw_cell(d, &head, 0, 2);
    if (text(hypothesis, "id").len > 0)
        note(d, RT_LABEL, rt_str_printf(d->arena, "as says: %.*s", RT_FMT(name_of(d, hypothesis))));
    if (text(judged, "id").len > 0)
        note(d, RT_ALARM, rt_str_printf(d->arena, "they are %.*s", RT_FMT(rt_judged_words(d, judged))));
    else
        note(d, RT_LABEL, RT_S("nobody has judged them"));
    for (const rt_value *o = rt_value_first(get(v, "overrides")); o != NULL; o = o->next)
        note(d, RT_ALARM,
             rt_str_printf(d->arena, "set aside: %.*s and %.*s were %.*s", RT_FMT(text(o, "a")), RT_FMT(text(o, "b")),
                           RT_FMT(rt_judged_words(d, o))));
}

void rt_draw_as_if(rt_draw *d, const rt_value *view) {
    const rt_value *list = get(view, "as_if");
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) draw_supposed(d, v);
    if (list != NULL) rt_buf_byte(d->out, '\n');
}
