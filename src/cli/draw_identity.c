/* Who is believed to be the same, on a dossier. */
#include "base/pick.h"
#include "cli/draw.h"

/* "believed", "denied"; of what is just said "asserted". */
static rt_str stance_word(const rt_stance_look *look) {
    const rt_str words = rt_str_of(look != NULL ? look->value_words : "asserted");
    const size_t end = rt_str_find(words, RT_S(":"));
    return end == SIZE_MAX ? words : rt_str_cut(words, end);
}

static void held_row(rt_draw *d, rt_table *t, const rt_value *v) {
    const bool alias = rt_str_is(text(v, "how"), "alias");
    const rt_stance_look *look = rt_stance_look_of(text(v, "stance"));
    const rt_str value = text(v, "value"), grade = text(v, "grade");
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(d, &row[0], RT_LABEL, alias ? "called" : "held");
    rt_cell_add(d, &row[1],
                is_set(v, "retracted") ? RT_RETRACTED
                : look != NULL         ? look->style
                                       : RT_PLAIN,
                alias ? rt_str_printf(d->arena, "%s%.*s", look != NULL ? look->value_words : "", RT_FMT(value))
                      : stance_word(look));
    if (is_set(v, "retracted")) rt_cell_addz(d, &row[1], RT_RETRACTED, " (taken back)");
    if (grade.len > 0) rt_cell_add(d, &row[1], RT_LABEL, rt_str_printf(d->arena, "  graded %.*s", RT_FMT(grade)));
    rt_cell_cite(d, &row[2], v);
}

static const char *origins_word(int64_t n) { return n == 1 ? "origin" : "origins"; }

static void evidence_row(rt_draw *d, rt_table *t, const rt_value *v) {
    const int64_t in_favour = integer(v, "for_origins"), against = integer(v, "against_origins");
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(d, &row[0], RT_LABEL, "evidence");
    rt_cell_add(d, &row[1], in_favour > 0 ? RT_AGREED : RT_LABEL,
                rt_str_printf(d->arena, "%lld %s for", (long long)in_favour, origins_word(in_favour)));
    rt_cell_addz(d, &row[1], RT_LABEL, ", ");
    rt_cell_add(d, &row[1], against > 0 ? RT_DENIAL : RT_LABEL,
                rt_str_printf(d->arena, "%lld against", (long long)against));
}

static void judged_row(rt_draw *d, rt_table *t, const rt_value *judged) {
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(d, &row[0], RT_LABEL, "judged");
    if (text(judged, "id").len == 0)
        rt_cell_addz(d, &row[1], RT_LABEL, "by nobody");
    else
        rt_cell_add(d, &row[1], RT_PLAIN, rt_judged_words(d, judged));
}

static void draw_hypothesis(rt_draw *d, const rt_value *hypothesis) {
    rt_cell line = {0};
    if (text(hypothesis, "id").len == 0) return;
    rt_cell_entity(d, &line, RT_DOUBTED, hypothesis);
    rt_cell_add(d, &line, RT_LABEL, rt_str_printf(d->arena, "  %.*s", RT_FMT(text(hypothesis, "id"))));
    rt_draw_cell(d, &line, 4, 6);
}

static void draw_one(rt_draw *d, const rt_value *v) {
    const rt_value *hypothesis = get(v, "hypothesis");
    rt_cell head = {0};
    rt_cell_entity(d, &head, RT_TITLE, get(v, "other"));
    rt_cell_add(d, &head, RT_LABEL, rt_str_printf(d->arena, "  %.*s", RT_FMT(text(get(v, "other"), "id"))));
    rt_draw_cell(d, &head, 2, 2);
    draw_hypothesis(d, hypothesis);
    rt_table t = rt_table_of_statements(d, 4);
    for (const rt_value *h = rt_value_first(get(v, "held")); h != NULL; h = h->next) held_row(d, &t, h);
    if (text(hypothesis, "id").len > 0) evidence_row(d, &t, v);
    judged_row(d, &t, get(v, "judged"));
    rt_table_draw(&t);
}

void rt_draw_identity(rt_draw *d, const rt_value *view) {
    const rt_value *list = get(view, "identity");
    if (rt_value_count(list) == 0) return;
    rt_draw_heading(d, RT_S("Believed to be the same (kept apart; --as-if-same asks what would follow)"));
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        if (v != rt_value_first(list)) rt_buf_byte(d->out, '\n');
        draw_one(d, v);
    }
}
