#include "cli/draw.h"

enum { GAP = 2, NARROWEST = 8, UNBOUNDED = 1000000, HANG = 2 };

struct rt_row {
    struct rt_row *next;
    rt_cell *cells;
};

rt_table rt_table_new(rt_draw *d, size_t columns, unsigned indent) {
    return (rt_table){.draw = d, .columns = columns < RT_TABLE_COLUMNS ? columns : RT_TABLE_COLUMNS, .indent = indent};
}

rt_cell *rt_table_row(rt_table *t) {
    struct rt_row *row = RT_NEW(t->draw->arena, struct rt_row);
    row->cells = RT_NEW_N(t->draw->arena, rt_cell, RT_TABLE_COLUMNS);
    if (t->last != NULL)
        t->last->next = row;
    else
        t->first = row;
    t->last = row;
    return row->cells;
}

/* Two fifths of what the labels leave go to the values, the rest to who says them, which is longer. */
rt_table rt_table_of_statements(rt_draw *d, unsigned indent) {
    enum { LEAST = 3 * NARROWEST };
    rt_table t = rt_table_new(d, 3, indent);
    const unsigned taken = indent + 2 * GAP, room = d->width > taken + LEAST ? d->width - taken : LEAST;
    t.exact[0] = room > 90 ? 20 : room >= 48 ? 16 : room / 3;
    t.exact[1] = (room - t.exact[0]) * 2 / 5;
    t.exact[2] = room - t.exact[0] - t.exact[1];
    return t;
}

void rt_table_told(rt_table *t, const rt_value *v) {
    const rt_str prop = rt_value_get_text(v, RT_S("prop"));
    rt_cell *row = rt_table_row(t);
    rt_cell_add(t->draw, &row[0], RT_LABEL, rt_prop_label(t->draw, prop));
    rt_cell_value(t->draw, &row[1], prop, v);
    rt_cell_cite(t->draw, &row[2], v);
}

/* --- widths ------------------------------------------------------------------------------------------------------ */

static void natural(rt_table *t, unsigned *widths) {
    for (const struct rt_row *r = t->first; r != NULL; r = r->next)
        for (size_t i = 0; i < t->columns; i++) {
            const unsigned w = rt_cell_lay(t->draw, &r->cells[i], UNBOUNDED, 0).width;
            if (w > widths[i]) widths[i] = w;
        }
    for (size_t i = 0; i < t->columns; i++)
        if (widths[i] > 0 && widths[i] < t->least[i]) widths[i] = t->least[i];
}

static size_t widest(const rt_table *t, const unsigned *widths) {
    size_t best = 0;
    for (size_t i = 1; i < t->columns; i++)
        if (widths[i] >= widths[best]) best = i;
    return best;
}

static unsigned sum(const rt_table *t, const unsigned *widths) {
    unsigned n = 0, used = 0;
    for (size_t i = 0; i < t->columns; i++) {
        n += widths[i];
        used += widths[i] > 0;
    }
    return n + (used > 1 ? (used - 1) * GAP : 0);
}

static void fit(const rt_table *t, unsigned *widths) {
    const unsigned room = t->draw->width > t->indent + NARROWEST ? t->draw->width - t->indent : NARROWEST;
    for (size_t i = 0; i < t->columns; i++)
        if (widths[i] > room) widths[i] = room;
    while (sum(t, widths) > room) {
        const size_t w = widest(t, widths);
        if (widths[w] <= NARROWEST) return;
        widths[w]--;
    }
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

static void write_line(const rt_table *t, const rt_laid *laid, const unsigned *widths, size_t line) {
    rt_draw *d = t->draw;
    unsigned owed = t->indent; /* blanks that are written only if text follows */
    for (size_t i = 0; i < t->columns; i++) {
        if (widths[i] == 0) continue;
        const unsigned w = line < laid[i].n ? laid[i].lines[line].width : 0;
        if (w > 0) {
            rt_buf_printf(d->out, "%*s", (int)owed, "");
            rt_laid_write(d, &laid[i], line);
            owed = 0;
        }
        owed += widths[i] > w ? widths[i] - w + GAP : GAP;
    }
    rt_buf_byte(d->out, '\n');
}

static void write_row(const rt_table *t, const struct rt_row *row, const unsigned *widths) {
    rt_laid laid[RT_TABLE_COLUMNS] = {0};
    size_t height = 0;
    for (size_t i = 0; i < t->columns; i++) {
        if (widths[i] == 0) continue;
        laid[i] = rt_cell_lay(t->draw, &row->cells[i], widths[i], HANG);
        if (laid[i].n > height) height = laid[i].n;
    }
    for (size_t line = 0; line < height; line++) write_line(t, laid, widths, line);
}

void rt_table_draw(rt_table *t) {
    unsigned widths[RT_TABLE_COLUMNS] = {0};
    if (t->exact[0] == 0) {
        natural(t, widths);
        fit(t, widths);
    }
    for (const struct rt_row *r = t->first; r != NULL; r = r->next)
        write_row(t, r, t->exact[0] != 0 ? t->exact : widths);
}
