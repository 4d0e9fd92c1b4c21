#include "resolve/subjects.h"

#include "model/schema.h"
#include "store/cursor.h"

static bool is_taken_back(const rt_seen_list *all, const rt_seen_entry *entry) {
    for (size_t i = 0; i < all->n; i++)
        if (rt_takes_back(&all->at[i], entry)) return true;
    return false;
}

/* What one statement adds, where it counts. */
static rt_status add(rt_lens *lens, const rt_seen_list *all, const rt_seen_entry *entry, rt_gather *g, rt_error *err) {
    const rt_entry *e = &entry->e;
    bool taken_out;
    if (!rt_entry_affirms(e) || is_taken_back(all, entry)) return rt_ok;
    RT_TRY(rt_lens_taken_out(lens, e, &taken_out, err));
    if (taken_out) return rt_ok;
    rt_gather_schema(g, e->schema);
    rt_gather_add(g, e->prop, e->value, entry->source);
    return rt_ok;
}

rt_status rt_case_subject(rt_lens *lens, rt_str id, rt_arena *arena, rt_subject *subject, rt_error *err) {
    rt_cursor *c;
    rt_seen_list all;
    rt_gather g;
    *subject = (rt_subject){0};
    RT_TRY(rt_cursor_about(lens, id, &c, err));
    RT_TRY(rt_cursor_list(c, arena, &all, err));
    if (all.n == 0) return rt_ok;
    rt_gather_begin(&g, arena, all.at[0].e.entity, all.at[0].e.schema);
    for (size_t i = 0; i < all.n; i++) RT_TRY(add(lens, &all, &all.at[i], &g, err));
    *subject = rt_gather_end(&g);
    return rt_ok;
}

enum { TELL_EVERY = 256 };

static rt_status give_all(rt_lens *lens, rt_cursor *c, rt_subject_take *take, void *to, double *share, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    for (int64_t n = 0;; n++) {
        rt_seen_entry entry;
        rt_subject subject;
        bool more;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        if (share != NULL && n % TELL_EVERY == 0) *share = rt_lens_share(lens, entry.seq);
        const rt_schema *schema = rt_schema_named(entry.e.schema);
        if (schema == NULL || !schema->matchable) continue;
        rt_arena_reset(&arena);
        RT_TRY(rt_case_subject(lens, entry.e.entity, &arena, &subject, err));
        if (subject.names.n > 0) RT_TRY(take(to, &subject, err));
    }
}

rt_status rt_case_subjects(rt_lens *lens, rt_subject_take *take, void *to, double *share, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_entities(lens, &c, err));
    const rt_status s = give_all(lens, c, take, to, share, err);
    rt_cursor_close(c);
    return s;
}
