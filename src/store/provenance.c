#include "store/provenance.h"

const char rt_provenance_columns[] = "recorded_at, recorded_by, handling, dataset, document, speaker, stance, basis, "
                                     "reliability, credibility, said_at, valid, via";

static const uint16_t offsets[RT_PROVENANCE_TEXTS] = {
    offsetof(rt_entry, recorded_at), offsetof(rt_entry, recorded_by), offsetof(rt_entry, handling),
    offsetof(rt_entry, dataset),     offsetof(rt_entry, document),    offsetof(rt_entry, speaker),
    offsetof(rt_entry, stance),      offsetof(rt_entry, basis),       offsetof(rt_entry, reliability),
    offsetof(rt_entry, credibility), offsetof(rt_entry, said_at),     offsetof(rt_entry, valid),
};

rt_str *rt_provenance_text(rt_entry *e, int i) { return (rt_str *)(void *)((char *)e + offsets[i]); }

void rt_provenance_write_via(rt_buf *out, rt_strs via) {
    rt_json w = {.out = out};
    if (via.n == 0) return;
    rt_json_open(&w, '[');
    for (size_t i = 0; i < via.n; i++) {
        rt_json_item(&w);
        rt_json_text(&w, via.at[i]);
    }
    rt_json_close(&w, ']');
}

static rt_status read_via(rt_str text, rt_json_reader *reader, rt_arena *arena, rt_strs *via, rt_error *err) {
    rt_value *list;
    if (text.len == 0) return rt_ok;
    if (rt_json_read(reader, text, arena, &list, NULL).code != RT_OK || list->kind != RT_LIST)
        return rt_fail(err, RT_CORRUPT, "the case file is damaged: a chain of hearsay is no list");
    via->at = RT_NEW_N(arena, rt_str, list->of.count);
    for (const rt_value *v = list->of.first; v != NULL; v = v->next)
        if (v->kind == RT_TEXT) via->at[via->n++] = v->text;
    return rt_ok;
}

rt_status rt_provenance_read(sqlite3_stmt *row, int first, rt_json_reader *reader, rt_arena *arena, rt_provenance *p,
                             rt_error *err) {
    *p = (rt_provenance){0};
    for (int i = 0; i < RT_PROVENANCE_TEXTS; i++) {
        const rt_str text = rt_sql_text(row, first + i);
        p->text[i] = text.len > 0 ? rt_str_copy(arena, text) : (rt_str){"", 0};
    }
    return read_via(rt_sql_text(row, first + RT_PROVENANCE_TEXTS), reader, arena, &p->via, err);
}

void rt_provenance_apply(const rt_provenance *p, rt_entry *e) {
    for (int i = 0; i < RT_PROVENANCE_TEXTS; i++) *rt_provenance_text(e, i) = p->text[i];
    e->via = p->via;
}
