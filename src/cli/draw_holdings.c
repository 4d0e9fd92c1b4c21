/* Facts by sources. */
#include "base/map.h"
#include "base/pick.h"
#include "cli/draw.h"

enum { MOST_NAMES = 20 }; /* in one cell: of a list in hundreds of editions a page names no more */

/* The titles of the sources, by their names. */
typedef struct titles {
    rt_map names;
    const rt_value **sources; /* by number */
} titles;

static titles read_titles(const rt_value *sources, rt_arena *arena) {
    titles t = {.sources = RT_NEW_N(arena, const rt_value *, rt_value_count(sources))};
    for (const rt_value *s = rt_value_first(sources); s != NULL; s = s->next) {
        if (text(s, "title").len == 0) continue;
        const rt_value **titled = &t.sources[rt_map_add(&t.names, text(s, "source"), arena)];
        if (*titled == NULL) *titled = s; /* a document comes before a file of its name */
    }
    return t;
}

static rt_str title_of(const titles *t, rt_str name) {
    const size_t number = rt_map_find(&t->names, name);
    return number < t->names.n ? text(t->sources[number], "title") : name;
}

static void add_names(rt_draw *d, rt_cell *cell, rt_style style, const char *words, const rt_value *names,
                      const titles *sources) {
    if (rt_value_count(names) == 0) return;
    rt_cell_break(d, cell);
    rt_cell_addz(d, cell, style, words);
    size_t told = 0;
    for (const rt_value *n = rt_value_first(names); n != NULL && told < MOST_NAMES; n = n->next, told++) {
        if (n != rt_value_first(names)) rt_cell_addz(d, cell, RT_LABEL, ", ");
        rt_cell_add(d, cell, RT_LABEL, title_of(sources, n->text));
    }
    if (rt_value_count(names) > told)
        rt_cell_add(d, cell, RT_LABEL,
                    rt_str_printf(d->arena, " and %zu more (--json names all)", rt_value_count(names) - told));
}

static void fact_row(rt_draw *d, rt_table *t, const rt_value *fact, bool first, const titles *sources) {
    rt_cell *row = rt_table_row(t);
    const bool gone = is_set(fact, "retracted");
    if (first) rt_cell_add(d, &row[0], RT_LABEL, rt_prop_label(d, text(fact, "prop")));
    rt_cell_add(d, &row[1], gone ? RT_RETRACTED : RT_PLAIN, rt_topic_words(d->arena, fact));
    if (gone) rt_cell_addz(d, &row[2], RT_LABEL, "taken back");
    add_names(d, &row[2], RT_LABEL, "held by ", get(fact, "held_by"), sources);
    add_names(d, &row[2], RT_DOUBTED, "lacking in ", get(fact, "lacking"), sources);
    add_names(d, &row[2], RT_ALARM, "contradicted by ", get(fact, "contradicted_by"), sources);
    rt_cell_cite(d, &row[2], fact);
}

/* The facts of one entity, up to those of another; returns the first of these. */
static const rt_value *draw_entity(rt_draw *d, const rt_value *fact, const titles *sources) {
    rt_table t = rt_table_of_statements(d, 2);
    const rt_value *entity = get(fact, "entity");
    const rt_str id = text(entity, "id");
    rt_str before = {0};
    rt_draw_heading(d, text(entity, "caption"));
    for (; fact != NULL && rt_str_eq(text(get(fact, "entity"), "id"), id); fact = fact->next) {
        fact_row(d, &t, fact, !rt_str_eq(before, text(fact, "prop")), sources);
        before = text(fact, "prop");
    }
    rt_table_draw(&t);
    return fact;
}

void rt_draw_holdings(rt_draw *d, const rt_value *view) {
    const rt_value *fact = rt_value_first(get(view, "facts"));
    const titles sources = read_titles(get(view, "sources"), d->arena);
    if (fact == NULL) rt_buf_add(d->out, RT_S("no source holds anything\n"));
    while (fact != NULL) fact = draw_entity(d, fact, &sources);
    rt_draw_notes(d);
}
