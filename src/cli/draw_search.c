/* What full text found: where it stands, the words around it, who says it. */
#include "base/date_english.h"
#include "base/pick.h"
#include "cli/draw.h"

/* --- words that were looked for -------------------------------------------------------------------------------------
 */

/* Bytes of the first n code points. */
static size_t bytes_of(rt_str text, size_t n) {
    size_t at = 0;
    while (n-- > 0 && at < text.len) rt_utf8_next(text, &at);
    return at;
}

static void add_snippet(rt_draw *d, rt_cell *cell, const rt_value *result) {
    const rt_str snippet = text(result, "snippet");
    size_t at = 0;
    for (const rt_value *m = rt_value_first(get(result, "marks")); m != NULL; m = m->next) {
        const rt_value *first = rt_value_first(m);
        const size_t start = bytes_of(snippet, (size_t)first->integer),
                     end = bytes_of(snippet, (size_t)first->next->integer);
        if (start < at || end < start) continue;
        rt_cell_add(d, cell, RT_PLAIN, (rt_str){snippet.at + at, start - at});
        rt_cell_add(d, cell, RT_FOUND, (rt_str){snippet.at + start, end - start});
        at = end;
    }
    rt_cell_add(d, cell, RT_PLAIN, rt_str_from(snippet, at));
}

/* --- results --------------------------------------------------------------------------------------------------------
 */

static void add_document(rt_draw *d, rt_cell *cell, const rt_value *document) {
    const rt_str title = text(document, "title"), name = text(document, "name"), date = text(document, "date");
    rt_cell_add(d, cell, RT_TITLE, title.len > 0 ? title : name);
    if (title.len > 0 && name.len > 0) rt_cell_add(d, cell, RT_LABEL, rt_str_printf(d->arena, "  %.*s", RT_FMT(name)));
    if (date.len > 0)
        rt_cell_add(d, cell, RT_LABEL,
                    rt_str_printf(d->arena, "  %.*s", RT_FMT(rt_date_words(d->arena, date, RT_MONTHS_LONG))));
    if (rt_str_is(text(document, "said"), "possibly")) rt_cell_addz(d, cell, RT_LABEL, " · possibly said by then");
    rt_cell_add(d, cell, RT_LABEL, rt_str_printf(d->arena, "  %.*s", RT_FMT(text(document, "id"))));
}

static void add_entity(rt_draw *d, rt_cell *cell, const rt_value *entity) {
    rt_cell_entity(d, cell, RT_TITLE, entity);
    rt_cell_add(d, cell, RT_LABEL, rt_str_printf(d->arena, "  %.*s", RT_FMT(text(entity, "id"))));
}

static bool is_object(const rt_value *v) { return v != NULL && v->kind == RT_OBJECT; }

static void draw_statement(rt_draw *d, const rt_value *result) {
    rt_table t = rt_table_of_statements(d, 2);
    rt_cell *row = rt_table_row(&t);
    rt_cell_add(d, &row[0], RT_LABEL, rt_prop_label(d, text(result, "prop")));
    add_snippet(d, &row[1], result);
    rt_cell_cite(d, &row[2], result);
    rt_table_draw(&t);
}

static void draw_result(rt_draw *d, const rt_value *result) {
    const rt_value *entity = get(result, "entity");
    rt_cell head = {0}, words = {0};
    if (is_object(entity)) {
        add_entity(d, &head, entity);
        rt_draw_cell(d, &head, 0, 2);
        draw_statement(d, result);
        return;
    }
    add_document(d, &head, get(result, "document"));
    add_snippet(d, &words, result);
    rt_draw_cell(d, &head, 0, 2);
    rt_draw_cell(d, &words, 2, 2);
}

void rt_draw_search(rt_draw *d, const rt_value *view) {
    const rt_value *results = get(view, "results");
    const int64_t total = rt_value_get_int(view, RT_S("total")), shown = (int64_t)rt_value_count(results);
    rt_cell tail = {0};
    for (const rt_value *v = rt_value_first(results); v != NULL; v = v->next) draw_result(d, v);
    rt_draw_notes(d);
    if (total > shown)
        rt_cell_add(d, &tail, RT_LABEL,
                    rt_str_printf(d->arena, "%lld found; the best %lld are shown, --top shows more.", (long long)total,
                                  (long long)shown));
    else
        rt_cell_add(d, &tail, RT_LABEL,
                    total == 0 ? RT_S("Nothing is found.") : rt_str_printf(d->arena, "%lld found.", (long long)total));
    rt_buf_byte(d->out, '\n');
    rt_draw_cell(d, &tail, 0, 0);
}
