#include "store/keep.h"

static void keep(rt_arena *arena, rt_str *text) {
    if (text->len > 0) *text = rt_str_copy(arena, *text);
}

static void keep_list(rt_arena *arena, rt_strs *list) {
    if (list->n == 0) return;
    rt_str *at = RT_NEW_N(arena, rt_str, list->n);
    for (size_t i = 0; i < list->n; i++) at[i] = rt_str_copy(arena, list->at[i]);
    list->at = at;
}

static void share_provenance(rt_keeper *k, const rt_entry *e) {
    rt_entry copy = *e;
    for (int i = 0; i < RT_PROVENANCE_TEXTS; i++) {
        k->shared.text[i] = *rt_provenance_text(&copy, i);
        keep(k->arena, &k->shared.text[i]);
    }
    k->shared.via = e->via;
    keep_list(k->arena, &k->shared.via);
}

/* The names of a kind that the schema knows are constants. */
static void keep_kind(rt_arena *arena, const rt_kind *kind, rt_entry *e) {
    if (kind != NULL && kind->known != NULL) return;
    keep(arena, &e->schema);
    keep(arena, &e->prop);
}

void rt_keep_statement(rt_keeper *k, rt_arena *arena, const rt_store *store, sqlite3_stmt *row, rt_entry *e) {
    const int64_t provenance = sqlite3_column_int64(row, RT_COL_PROVENANCE),
                  entity = sqlite3_column_int64(row, RT_COL_ENTITY);
    const bool same_arena = k->arena == arena, same_entity = same_arena && k->entity == entity;
    const bool same_provenance = same_arena && k->provenance == provenance;
    k->arena = arena;
    if (!same_provenance) share_provenance(k, e);
    if (!same_entity) k->name = rt_str_copy(arena, e->entity);
    k->provenance = provenance;
    k->entity = entity;
    rt_provenance_apply(&k->shared, e);
    e->entity = k->name;
    keep_kind(arena, rt_store_kind(store, sqlite3_column_int64(row, RT_COL_KIND)), e);
    rt_str *const own[] = {&e->id, &e->value, &e->lang, &e->original, &e->locator, &e->quote};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) keep(arena, own[i]);
}
