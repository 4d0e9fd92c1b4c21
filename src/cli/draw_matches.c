/* A list against the people in the case. */
#include "base/pick.h"
#include "cli/draw.h"
#include "cli/matching.h"

static void add_side(rt_draw *d, rt_cell *line, const rt_value *entity) {
    rt_cell_add(d, line, RT_TITLE, text(entity, "caption"));
    rt_cell_add(d, line, RT_LABEL, rt_str_printf(d->arena, " %.*s", RT_FMT(text(entity, "id"))));
}

static void draw_match(rt_draw *d, const rt_value *m) {
    const rt_str changed = text(m, "changed");
    rt_cell line = {0};
    rt_cell_score(d, &line, m);
    rt_cell_addz(d, &line, RT_PLAIN, "  ");
    add_side(d, &line, get(m, "person"));
    rt_cell_addz(d, &line, RT_LABEL, " and, on the list, ");
    add_side(d, &line, get(m, "entry"));
    rt_cell_left(d, &line, get(m, "left"));
    if (changed.len > 0) {
        rt_cell_break(d, &line);
        rt_cell_addz(d, &line, RT_LABEL,
                     rt_value_count(get(m, "new")) == 0 ? "no longer on the list, or no longer says something"
                     : rt_str_is(changed, "entry")      ? "new or changed on the list:"
                                                        : "new or changed in the case:");
        for (const rt_value *v = rt_value_first(get(m, "new")); v != NULL; v = v->next) {
            rt_cell_addz(d, &line, RT_PLAIN, " ");
            rt_cell_add(d, &line, RT_NOTE, v->text);
        }
    }
    rt_draw_cell(d, &line, 2, 4);
    rt_draw_why(d, get(m, "why"), 4);
}

void rt_draw_matches(rt_draw *d, const rt_value *view) {
    const rt_value *list = get(view, "matches");
    rt_draw_heading(d, rt_str_printf(d->arena, "%.*s against the people in the case%s%.*s: %lld compared",
                                     RT_FMT(text(view, "against")), text(view, "since").len > 0 ? ", since " : "",
                                     RT_FMT(text(view, "since")), (long long)integer(view, "compared")));
    if (rt_value_count(list) == 0) {
        rt_cell none = {0};
        rt_cell_addz(d, &none, RT_LABEL, "nobody is like anybody on it, who is not judged yet");
        rt_draw_cell(d, &none, 2, 4);
    }
    for (const rt_value *m = rt_value_first(list); m != NULL; m = m->next) draw_match(d, m);
}
