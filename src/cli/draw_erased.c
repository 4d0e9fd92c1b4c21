/* What a page as of a day lacks of what was shown then, before all else. */
#include "analysis/erased_since.h"
#include "base/date_english.h"
#include "base/pick.h"
#include "cli/as_if.h"
#include "cli/draw.h"

static rt_str words(rt_arena *arena, rt_str recorded_at, int64_t entries, rt_str authority, rt_str why) {
    const rt_str day = rt_date_words(arena, rt_str_cut(recorded_at, 10), RT_MONTHS_LONG);
    return rt_str_printf(arena, "%lld entr%s erased on %.*s, on the order of %.*s%s%.*s", (long long)entries,
                         entries == 1 ? "y was" : "ies were", RT_FMT(day), RT_FMT(authority), why.len > 0 ? ": " : "",
                         RT_FMT(why));
}

void rt_draw_erased_since(rt_draw *d, const rt_value *view) {
    const rt_value *list = get(view, "erased_since");
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        rt_cell cell = {0};
        rt_cell_addz(d, &cell, RT_ALARM, "This may differ from what was seen then: ");
        rt_cell_add(
            d, &cell, RT_PLAIN,
            words(d->arena, text(v, "recorded_at"), integer(v, "entries"), text(v, "authority"), text(v, "why")));
        rt_draw_cell(d, &cell, 0, 2);
    }
    if (list != NULL) rt_buf_byte(d->out, '\n');
}

void rt_erased_tell(rt_context *ctx, rt_lens *lens) {
    rt_seen_list erasures;
    if (lens == NULL || rt_erased_since(lens, ctx->arena, &erasures, NULL).code != RT_OK) return;
    for (size_t i = 0; i < erasures.n; i++) {
        const rt_entry *e = &erasures.at[i].e;
        const rt_str told = words(ctx->arena, e->recorded_at, (int64_t)e->commitments.n, e->authority, e->why);
        rt_error note = {0};
        (void)rt_fail(&note, RT_BAD, "this may differ from what was seen then: %.*s", RT_FMT(told));
        rt_print_error(ctx->err, &note);
    }
}
