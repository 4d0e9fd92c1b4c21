#include "cli/draw.h"

#include "cli/text.h"

/* Parameters of SGR (ECMA-48, 8.3.117), from the eight colours that every palette has. */
static const char *const sgr[RT_STYLES] = {
    [RT_PLAIN] = "",     [RT_TITLE] = "1",   [RT_HEADING] = "1;36", [RT_LABEL] = "2",
    [RT_AGREED] = "32",  [RT_DENIAL] = "31", [RT_DOUBTED] = "33",   [RT_RETRACTED] = "2;9",
    [RT_ALARM] = "1;31", [RT_NOTE] = "36",   [RT_FOUND] = "1;33",
};

/* --- cells ------------------------------------------------------------------------------------------------------- */

static void add(rt_draw *d, rt_cell *cell, rt_style style, rt_str text) {
    rt_piece *p = RT_NEW(d->arena, rt_piece);
    *p = (rt_piece){text, style, NULL};
    if (cell->last != NULL)
        cell->last->next = p;
    else
        cell->first = p;
    cell->last = p;
}

void rt_cell_add(rt_draw *d, rt_cell *cell, rt_style style, rt_str text) {
    if (text.len > 0) add(d, cell, style, rt_text_made_safe(d->arena, text));
}

void rt_cell_addz(rt_draw *d, rt_cell *cell, rt_style style, const char *text) {
    rt_cell_add(d, cell, style, rt_str_of(text));
}

void rt_cell_break(rt_draw *d, rt_cell *cell) {
    if (cell->first != NULL) add(d, cell, RT_PLAIN, RT_S("\n"));
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

static rt_str join(rt_arena *arena, const rt_piece *pieces) {
    size_t len = 0;
    for (const rt_piece *p = pieces; p != NULL; p = p->next) len += p->text.len;
    char *at = rt_arena_alloc(arena, len + 1);
    size_t n = 0;
    for (const rt_piece *p = pieces; p != NULL; p = p->next)
        for (size_t i = 0; i < p->text.len; i++) at[n++] = p->text.at[i];
    return (rt_str){at, n};
}

/* Counts the lines, and fills them in where there is room for them. */
static size_t cut(rt_str joined, unsigned width, unsigned hang, rt_laid_line *lines) {
    size_t n = 0;
    rt_str rest = joined, hard, line;
    while (rest.len > 0 && rt_str_split(&rest, RT_S("\n"), &hard)) {
        unsigned indent = 0;
        for (; rt_text_line(&hard, width > indent ? width - indent : 1, &line); indent = hang) {
            if (lines != NULL) lines[n] = (rt_laid_line){line, indent, indent + rt_text_width(line)};
            n++;
        }
    }
    return n;
}

rt_laid rt_cell_lay(rt_draw *d, const rt_cell *cell, unsigned width, unsigned hang) {
    rt_laid laid = {.joined = join(d->arena, cell->first), .pieces = cell->first};
    if (hang * 2 > width) hang = 0;
    laid.n = cut(laid.joined, width, hang, NULL);
    laid.lines = RT_NEW_N(d->arena, rt_laid_line, laid.n);
    cut(laid.joined, width, hang, laid.lines);
    for (size_t i = 0; i < laid.n; i++)
        if (laid.lines[i].width > laid.width) laid.width = laid.lines[i].width;
    return laid;
}

/* A no-break space kept words together; on the page it is a space, which people can search for. */
static rt_str without_no_break(rt_arena *arena, rt_str text) {
    RT_AUTO(rt_buf) plain = {0};
    if (rt_str_find(text, RT_S("\xc2\xa0")) == SIZE_MAX) return text;
    rt_str part;
    for (bool first = true; rt_str_split(&text, RT_S("\xc2\xa0"), &part); first = false) {
        if (!first) rt_buf_byte(&plain, ' ');
        rt_buf_add(&plain, part);
    }
    return rt_str_copy(arena, rt_buf_str(&plain));
}

/* Changes from one style to another; those that look the same are one. */
static void change(rt_draw *d, rt_style from, rt_style to) {
    if (!d->colour || sgr[from] == sgr[to]) return;
    if (sgr[from][0] != 0) rt_buf_add(d->out, RT_S("\033[0m"));
    if (sgr[to][0] != 0) rt_buf_printf(d->out, "\033[%sm", sgr[to]);
}

static void write_text(rt_draw *d, rt_str text) {
    text = without_no_break(d->arena, text);
    if (d->isolate)
        rt_text_isolated(d->out, text);
    else
        rt_buf_add(d->out, text);
}

void rt_laid_write(rt_draw *d, const rt_laid *laid, size_t i) {
    const rt_laid_line *line = &laid->lines[i];
    const size_t begin = (size_t)(line->text.at - laid->joined.at), end = begin + line->text.len;
    rt_style style = RT_PLAIN;
    size_t at = 0;
    rt_buf_printf(d->out, "%*s", (int)line->indent, "");
    for (const rt_piece *p = laid->pieces; p != NULL && at < end; at += p->text.len, p = p->next) {
        const size_t from = at > begin ? at : begin, to = at + p->text.len < end ? at + p->text.len : end;
        if (from >= to) continue;
        change(d, style, p->style);
        style = p->style;
        write_text(d, (rt_str){laid->joined.at + from, to - from});
    }
    change(d, style, RT_PLAIN);
}

void rt_draw_cell(rt_draw *d, const rt_cell *cell, unsigned indent, unsigned hang) {
    const rt_laid laid = rt_cell_lay(d, cell, d->width > indent ? d->width - indent : 1, hang);
    for (size_t i = 0; i < laid.n; i++) {
        rt_buf_printf(d->out, "%*s", (int)indent, "");
        rt_laid_write(d, &laid, i);
        rt_buf_byte(d->out, '\n');
    }
}

void rt_draw_heading(rt_draw *d, rt_str text) {
    rt_cell cell = {0};
    if (d->out->len > 0) rt_buf_byte(d->out, '\n');
    rt_cell_add(d, &cell, RT_HEADING, text);
    rt_draw_cell(d, &cell, 0, 2);
}
