/* The editions of lists. */
#include <string.h>

#include "base/date_english.h"
#include "base/pick.h"
#include "cli/draw.h"

static rt_str day_words(rt_draw *d, rt_str date) {
    return rt_date_words(d->arena, rt_str_cut(date, 10), RT_MONTHS_LONG);
}

static void add_number(rt_draw *d, rt_cell *cell, const rt_value *e, const char *key, const char *what) {
    if (get(e, key)->kind != RT_INT) return;
    const bool one = integer(e, key) == 1 && strcmp(what, "entries") == 0;
    rt_cell_add(d, cell, integer(e, key) > 0 ? RT_PLAIN : RT_LABEL,
                rt_str_printf(d->arena, "%lld %s", (long long)integer(e, key), one ? "entry" : what));
}

static void row_of_edition(rt_draw *d, rt_table *t, const rt_value *e) {
    rt_cell *row = rt_table_row(t);
    rt_cell_add(d, &row[0], RT_PLAIN, day_words(d, text(e, "edition")));
    add_number(d, &row[1], e, "entries", "entries");
    add_number(d, &row[2], e, "came", "came");
    add_number(d, &row[3], e, "went", "went");
    add_number(d, &row[4], e, "changed", "changed");
    rt_cell_add(d, &row[5], RT_LABEL,
                rt_str_printf(d->arena, "read %.*s by %.*s", RT_FMT(rt_str_cut(text(e, "recorded_at"), 10)),
                              RT_FMT(text(e, "recorded_by"))));
}

/* --- of one edition ----------------------------------------------------------------------------------------------- */

static void draw_files(rt_draw *d, const rt_value *e) {
    for (const rt_value *f = rt_value_first(get(e, "files")); f != NULL; f = f->next) {
        rt_cell line = {0};
        rt_cell_add(d, &line, RT_PLAIN, text(f, "name"));
        rt_cell_add(d, &line, RT_LABEL,
                    text(f, "sha256").len == 0 ? RT_S("  its hash was erased")
                                               : rt_str_printf(d->arena, "  SHA-256 %.*s", RT_FMT(text(f, "sha256"))));
        rt_draw_cell(d, &line, 4, 6);
    }
}

static void add_ids(rt_draw *d, rt_cell *line, const char *what, const rt_value *ids) {
    if (rt_value_count(ids) == 0) return;
    rt_cell_break(d, line);
    rt_cell_addz(d, line, RT_LABEL, what);
    for (const rt_value *id = rt_value_first(ids); id != NULL; id = id->next) {
        rt_cell_addz(d, line, RT_PLAIN, " ");
        rt_cell_add(d, line, RT_NOTE, id->text);
    }
}

static void draw_who(rt_draw *d, const char *title, const rt_value *list) {
    if (rt_value_count(list) == 0) return;
    rt_draw_heading(d, rt_str_of(title));
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        rt_cell line = {0};
        rt_cell_add(d, &line, RT_PLAIN, text(v, "caption"));
        rt_cell_add(d, &line, RT_LABEL, rt_str_printf(d->arena, "  %.*s", RT_FMT(text(v, "id"))));
        add_ids(d, &line, "now says", get(v, "new"));
        add_ids(d, &line, "says no more", get(v, "gone"));
        rt_draw_cell(d, &line, 2, 4);
    }
}

static void draw_list(rt_draw *d, const rt_value *l) {
    rt_table t = rt_table_new(d, 6, 2);
    rt_draw_heading(d, rt_str_printf(d->arena, "%.*s%s%.*s", RT_FMT(text(l, "dataset")),
                                     text(l, "handling").len > 0 ? ", handling " : "", RT_FMT(text(l, "handling"))));
    for (const rt_value *e = rt_value_first(get(l, "editions")); e != NULL; e = e->next) row_of_edition(d, &t, e);
    rt_table_draw(&t);
    for (const rt_value *e = rt_value_first(get(l, "editions")); e != NULL; e = e->next) {
        if (get(e, "who_came")->kind != RT_LIST) continue;
        draw_files(d, e);
        draw_who(d, "Came", get(e, "who_came"));
        draw_who(d, "Went", get(e, "who_went"));
        draw_who(d, "Changed", get(e, "who_changed"));
    }
}

void rt_draw_editions(rt_draw *d, const rt_value *view) {
    const rt_value *lists = get(view, "lists");
    if (rt_value_count(lists) == 0) rt_draw_heading(d, RT_S("No list was read whole yet: import it with --complete"));
    for (const rt_value *l = rt_value_first(lists); l != NULL; l = l->next) draw_list(d, l);
}
