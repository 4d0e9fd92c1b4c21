#include "base/date_english.h"
#include "base/pick.h"
#include "cli/draw.h"

rt_str rt_days_words(rt_draw *d, const rt_value *days) {
    const rt_value *least = rt_value_first(days), *most = least->next;
    const rt_str from = rt_scalar_text(d->arena, least), to = rt_scalar_text(d->arena, most);
    if (least->kind == RT_NULL) return RT_S("for as long as both go on");
    if (most->kind == RT_NULL)
        return rt_str_printf(d->arena, "%.*s day%s or more", RT_FMT(from), least->integer == 1 ? "" : "s");
    const char *s = most->integer == 1 ? "" : "s";
    if (least->integer == most->integer) return rt_str_printf(d->arena, "%.*s day%s", RT_FMT(to), s);
    return rt_str_printf(d->arena, "%.*s to %.*s day%s", RT_FMT(from), RT_FMT(to), s);
}

static rt_style style_of(rt_str certainty) {
    if (rt_str_is(certainty, "certain")) return RT_AGREED;
    return rt_str_is(certainty, "possible") ? RT_DOUBTED : RT_DENIAL;
}

/* Where no one EDTF text says it, its two ends do, which may each be somewhere in many years. */
rt_str rt_stay_words(rt_draw *d, const rt_value *stay) {
    const rt_str start = text(stay, "start"), end = text(stay, "end");
    if (text(stay, "when").len > 0 || start.len == 0 || end.len == 0) return rt_when_words(d->arena, stay);
    const rt_str from = rt_date_words(d->arena, start, RT_MONTHS_SHORT);
    if (rt_str_eq(start, end)) return rt_str_printf(d->arena, "some time %.*s", RT_FMT(from));
    const rt_str to = rt_date_words(d->arena, end, RT_MONTHS_SHORT);
    return rt_str_printf(d->arena, "from %.*s, to %.*s", RT_FMT(from), RT_FMT(to));
}

static bool same_place(const rt_value *a, const rt_value *b) {
    if (a->kind == RT_TEXT || b->kind == RT_TEXT) return a->kind == b->kind && rt_str_eq(a->text, b->text);
    return rt_str_eq(text(a, "id"), text(b, "id"));
}

/* "A: 2006 to 2012, by pentagon-2014"; with where A was, if that is narrower than where they met. */
static void add_stay(rt_draw *d, rt_cell *cell, const rt_value *who, const rt_value *stay, const rt_value *met) {
    const rt_str source = text(stay, "dataset");
    rt_cell_break(d, cell);
    rt_cell_entity(d, cell, RT_LABEL, who);
    rt_cell_addz(d, cell, RT_LABEL, ": ");
    if (!same_place(get(stay, "place"), met)) {
        rt_cell_site(d, cell, get(stay, "place"));
        rt_cell_addz(d, cell, RT_LABEL, ", ");
    }
    rt_cell_add(d, cell, RT_LABEL, rt_stay_words(d, stay));
    if (source.len == 0) return;
    rt_cell_addz(d, cell, RT_LABEL, ", by ");
    rt_cell_add(d, cell, RT_LABEL, source);
    if (rt_value_count(get(stay, "denied_by")) > 0) rt_cell_addz(d, cell, RT_DENIAL, ", which somebody denies");
}

void rt_cell_site(rt_draw *d, rt_cell *cell, const rt_value *place) {
    if (place->kind == RT_TEXT)
        rt_cell_add(d, cell, RT_PLAIN, place->text);
    else
        rt_cell_entity(d, cell, RT_PLAIN, place);
}

/* Where they met; that it was no more than the same town or country is said. */
static void add_place(rt_draw *d, rt_cell *cell, const rt_value *o) {
    const rt_value *place = get(o, "place");
    const bool wider =
        !same_place(get(get(o, "stay_a"), "place"), place) || !same_place(get(get(o, "stay_b"), "place"), place);
    const bool apart = !is_set(o, "together");
    rt_cell_addz(d, cell, RT_PLAIN, ", ");
    if (apart && rt_str_is(text(o, "level"), "country"))
        rt_cell_addz(d, cell, RT_DOUBTED, "no closer than the same country: ");
    else if (apart && wider)
        rt_cell_addz(d, cell, RT_DOUBTED, "in the same place: ");
    rt_cell_site(d, cell, place);
}

static void add_row(rt_draw *d, rt_table *t, const rt_value *o, bool pairs) {
    rt_cell *row = rt_table_row(t);
    const rt_str certainty = text(o, "certainty");
    const bool shared = !rt_str_is(certainty, "impossible");
    rt_cell_add(d, &row[0], style_of(certainty), certainty);
    if (shared) rt_cell_break(d, &row[0]);
    if (shared) rt_cell_add(d, &row[0], RT_LABEL, rt_days_words(d, get(o, "days")));
    if (pairs) rt_cell_entity(d, &row[1], RT_TITLE, get(o, "a"));
    rt_cell_addz(d, &row[1], RT_PLAIN, pairs ? " with " : "with ");
    rt_cell_entity(d, &row[1], RT_TITLE, get(o, "b"));
    add_place(d, &row[1], o);
    if (is_set(o, "together")) rt_cell_addz(d, &row[1], RT_PLAIN, ", in one event");
    add_stay(d, &row[1], get(o, "a"), get(o, "stay_a"), get(o, "place"));
    if (!is_set(o, "together")) add_stay(d, &row[1], get(o, "b"), get(o, "stay_b"), get(o, "place"));
    rt_cell_cite(d, &row[2], o);
}

/* --- all pairs at a place ---------------------------------------------------------------------------------------- */

static rt_str number_words(rt_draw *d, const rt_value *at, const char *key, const char *one, const char *many) {
    const int64_t n = rt_value_get_int(at, rt_str_of(key));
    return rt_str_printf(d->arena, "%lld %s", (long long)n, n == 1 ? one : many);
}

/* "Camp Bucca, 2007: 12 stays of 9 people; 31 pairs may have been there together, 4 of them surely" */
static void draw_place(rt_draw *d, const rt_value *view) {
    const rt_value *at = get(view, "at");
    const rt_str during = text(view, "during");
    const int64_t pairs = rt_value_get_int(at, RT_S("pairs"));
    rt_cell head = {0}, told = {0};
    rt_cell_site(d, &head, get(at, "place"));
    if (during.len > 0)
        rt_cell_add(d, &head, RT_PLAIN,
                    rt_str_printf(d->arena, ", %.*s", RT_FMT(rt_date_words(d->arena, during, RT_MONTHS_SHORT))));
    rt_cell_add(d, &told, RT_LABEL,
                rt_str_printf(d->arena, "%.*s of %.*s; %.*s may have been there together, %lld of them surely",
                              RT_FMT(number_words(d, at, "stays", "stay", "stays")),
                              RT_FMT(number_words(d, at, "people", "person", "people")),
                              RT_FMT(number_words(d, at, "pairs", "pair", "pairs")),
                              (long long)rt_value_get_int(at, RT_S("certain"))));
    const size_t n = rt_value_count(get(view, "overlaps"));
    if ((int64_t)n < pairs) rt_cell_add(d, &told, RT_LABEL, rt_str_printf(d->arena, "; the first %zu are told", n));
    rt_draw_cell(d, &head, 0, 0);
    rt_draw_cell(d, &told, 0, 0);
    rt_buf_add(d->out, RT_S("\n"));
}

/* --- what does not count ----------------------------------------------------------------------------------------- */

static void add_uncounted(rt_draw *d, rt_table *t, const rt_value *o) {
    rt_cell *row = rt_table_row(t);
    rt_cell_add(d, &row[0], RT_DENIAL, text(o, "mark"));
    rt_cell_entity(d, &row[1], RT_PLAIN, get(o, "who"));
    if (get(o, "place")->kind != RT_NULL) {
        rt_cell_addz(d, &row[1], RT_PLAIN, ", ");
        rt_cell_site(d, &row[1], get(o, "place"));
    }
    rt_cell_break(d, &row[1]);
    rt_cell_add(d, &row[1], RT_LABEL, rt_when_words(d->arena, o));
    rt_cell_cite(d, &row[2], o);
}

static void draw_uncounted(rt_draw *d, const rt_value *list) {
    if (rt_value_count(list) == 0) return;
    rt_draw_heading(d, RT_S("Not counted"));
    rt_table t = rt_table_of_statements(d, 2);
    for (const rt_value *o = rt_value_first(list); o != NULL; o = o->next) add_uncounted(d, &t, o);
    rt_table_draw(&t);
}

void rt_draw_presence(rt_draw *d, const rt_value *view) {
    rt_table t = rt_table_of_statements(d, 0);
    const bool pairs = get(view, "at")->kind == RT_OBJECT;
    if (pairs) draw_place(d, view);
    for (const rt_value *o = rt_value_first(get(view, "overlaps")); o != NULL; o = o->next) add_row(d, &t, o, pairs);
    if (t.first == NULL && !pairs) {
        rt_cell none = {0};
        const bool two = rt_value_count(get(view, "about")) > 1;
        rt_cell_addz(d, &none, RT_LABEL, two ? "no stays at one place" : "nobody who may have been where they were");
        rt_draw_cell(d, &none, 0, 0);
    }
    rt_table_draw(&t);
    draw_uncounted(d, get(view, "not_counted"));
    rt_draw_notes(d);
}
