/* Claims with their origins, repeats and opponents. */
#include "base/pick.h"
#include "cli/draw.h"
#include "cli/text.h"

/* One speaker says it once, and nobody says otherwise. */
static bool is_plain(const rt_value *claim) {
    return rt_str_is(text(claim, "standing"), "single") && integer(claim, "repeats") == 0;
}

static void draw_head(rt_draw *d, rt_str about, const rt_value *claim) {
    const rt_str standing = text(claim, "standing"), prop = rt_prop_label(d, text(claim, "prop"));
    const bool good = rt_str_is(standing, "corroborated") || rt_str_is(standing, "single");
    const int64_t origins = integer(claim, "origins"), repeats = integer(claim, "repeats");
    rt_cell head = {0};
    rt_cell_add(d, &head, good ? RT_AGREED : RT_ALARM, standing);
    rt_cell_add(d, &head, RT_LABEL, rt_str_printf(d->arena, "  %.*s: ", RT_FMT(prop)));
    rt_cell_add(d, &head, RT_TITLE, rt_topic_words(d->arena, claim));
    rt_cell_add(d, &head, RT_LABEL,
                rt_str_printf(d->arena, "  %lld origin%s, %lld repeat%s", (long long)origins, origins == 1 ? "" : "s",
                              (long long)repeats, repeats == 1 ? "" : "s"));
    if (integer(claim, "opposing_origins") > 0)
        rt_cell_add(d, &head, RT_DENIAL,
                    rt_str_printf(d->arena, ", %lld against", (long long)integer(claim, "opposing_origins")));
    if (is_set(claim, "circular")) rt_cell_addz(d, &head, RT_ALARM, ", in a circle");
    if (!rt_str_eq(text(get(claim, "entity"), "id"), about)) {
        rt_cell_addz(d, &head, RT_LABEL, "  ");
        rt_cell_entity(d, &head, RT_PLAIN, get(claim, "entity"));
    }
    rt_draw_cell(d, &head, 0, 2);
}

/* A row that cites a list of ids. */
static void cite(rt_draw *d, rt_table *t, const char *label, rt_style style, rt_str value, const rt_value *ids) {
    rt_value *holder = rt_value_object(d->arena), *list = rt_value_put_list(d->arena, holder, RT_S("statements"));
    if (rt_value_count(ids) == 0) return;
    for (const rt_value *id = rt_value_first(ids); id != NULL; id = id->next)
        rt_value_push_text(d->arena, list, id->text);
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(d, &row[0], style, label);
    rt_cell_add(d, &row[1], RT_PLAIN, value);
    rt_cell_cite(d, &row[2], holder);
}

/* How each repeats: "link", "same speaker", each once. */
static rt_str ways(rt_draw *d, const rt_value *claim) {
    RT_AUTO(rt_buf) all = {0};
    for (const rt_value *a = rt_value_first(get(claim, "after")); a != NULL; a = a->next) {
        const rt_str how = text(a, "how");
        if (how.len == 0 || rt_str_find(rt_buf_str(&all), how) != SIZE_MAX) continue;
        if (all.len > 0) rt_buf_add(&all, RT_S(", "));
        rt_buf_add(&all, how);
    }
    return all.len == 0 ? RT_S("") : rt_str_printf(d->arena, "(%.*s)", RT_FMT(rt_buf_str(&all)));
}

static void draw_claim(rt_draw *d, rt_str about, const rt_value *claim) {
    rt_table t = rt_table_of_statements(d, 2);
    draw_head(d, about, claim);
    cite(d, &t, "origin", RT_LABEL, RT_S(""), get(claim, "origin_statements"));
    cite(d, &t, "repeated", RT_LABEL, ways(d, claim), get(claim, "repeat_statements"));
    for (const rt_value *v = rt_value_first(get(claim, "against")); v != NULL; v = v->next) {
        rt_cell *row = rt_table_row(&t);
        rt_cell_addz(d, &row[0], RT_DENIAL, "against");
        rt_cell_value(d, &row[1], RT_S(""), v);
        rt_cell_cite(d, &row[2], v);
    }
    cite(d, &t, "taken back by", RT_RETRACTED, RT_S(""), get(claim, "retracted_by"));
    cite(d, &t, "falls with it", RT_ALARM, RT_S(""), get(claim, "affected"));
    rt_table_draw(&t);
}

void rt_draw_corroboration(rt_draw *d, const rt_value *view) {
    const rt_value *claims = get(view, "claims");
    const bool one = rt_value_count(claims) == 1;
    const rt_str about = text(get(view, "about"), "id");
    size_t plain = 0, drawn = 0;
    for (const rt_value *v = rt_value_first(claims); v != NULL; v = v->next) {
        if (is_plain(v) && !one) {
            plain++;
            continue;
        }
        if (drawn++ > 0) rt_buf_byte(d->out, '\n');
        draw_claim(d, about, v);
    }
    if (drawn > 0 && plain > 0) rt_buf_byte(d->out, '\n');
    if (plain > 0)
        rt_text_wrap(d->out,
                     rt_str_printf(d->arena, "%zu claim%s by one voice alone, that nobody repeats or opposes", plain,
                                   plain == 1 ? " is made" : "s are made"),
                     0, d->width);
    if (drawn + plain == 0) rt_buf_add(d->out, RT_S("nobody claims anything\n"));
    rt_draw_notes(d);
}
