#include "store/sent.h"

#include <string.h>

#include "base/grow.h"
#include "model/handling.h"
#include "model/sent.h"
#include "store/batch.h"
#include "store/case.h"
#include "store/cursor.h"

/* --- the lens, in words ------------------------------------------------------------------------------------------- */

static void put(rt_arena *arena, rt_strs *through, const char *name, rt_str value) {
    if (value.len == 0) return;
    through->at = rt_grow(arena, through->at, through->n, sizeof *through->at);
    through->at[through->n++] = rt_str_printf(arena, "%s=%.*s", name, RT_FMT(value));
}

/* A clearance without label counts as `clear`, so who has none at all has that. */
static rt_str clearance_of(const rt_lens_spec *spec, rt_arena *arena) {
    if (!spec->narrowed) return (rt_str){"", 0};
    return spec->clear.len > 0 ? rt_handling_canonical(arena, spec->clear) : RT_S("clear");
}

static rt_strs through_of(const rt_lens_spec *spec, rt_arena *arena) {
    rt_strs through = {NULL, 0};
    put(arena, &through, "clear", clearance_of(spec, arena));
    put(arena, &through, "at", spec->at);
    put(arena, &through, "said-by", spec->said_by);
    put(arena, &through, "as-of", spec->as_of);
    for (size_t i = 0; i < spec->sources.n; i++) put(arena, &through, "source", spec->sources.at[i]);
    for (size_t i = 0; i < spec->supposed.n; i++) {
        const rt_supposed *s = &spec->supposed.at[i];
        put(arena, &through, s->apart ? "as-if-apart" : "as-if-same",
            rt_str_printf(arena, "%.*s=%.*s", RT_FMT(s->a), RT_FMT(s->b)));
    }
    return through;
}

/* --- the note ----------------------------------------------------------------------------------------------------- */

static rt_status count_through(rt_cursor *c, const rt_minder *minder, int64_t *n, rt_error *err) {
    rt_seen_entry entry;
    *n = 0;
    for (bool more;;) {
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        if (entry.e.type == RT_SENT) continue; /* these stay at home */
        rt_minder_count(minder, "entries counted", (*n)++, -1);
    }
}

static rt_status count(rt_lens *lens, int64_t *n, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_all(lens, &c, err));
    const rt_status s = count_through(c, &rt_lens_store(lens)->minder, n, err);
    rt_cursor_close(c);
    rt_minder_done(&rt_lens_store(lens)->minder);
    return s;
}

/* The lens may still see what was erased since it was opened: whoever erased it was not told of this. */
static rt_status check_erased(rt_store *store, rt_lens *lens, rt_error *err) {
    static const char sql[] = "SELECT count(*) FROM erased";
    int64_t now, then;
    RT_TRY(rt_sql_number(store->db, sql, 0, &now, err));
    RT_TRY(rt_sql_number(rt_lens_store(lens)->db, sql, 0, &then, err));
    return now == then
               ? rt_ok
               : rt_fail(err, RT_BUSY, "something was erased from the case meanwhile: nothing goes out; ask again");
}

static rt_status record(rt_store *store, rt_lens *lens, const rt_sending *sending, const rt_entry *e, char id[33],
                        rt_error *err) {
    const rt_batch_options options = {.by = sending->by, .program = sending->program, .handling = e->handling};
    rt_batch *batch;
    RT_TRY(rt_batch_begin(store, &options, &batch, err));
    rt_status s = check_erased(store, lens, err);
    if (s.code == RT_OK) s = rt_batch_act(batch, e, id, err);
    if (s.code == RT_OK) s = rt_batch_commit(batch, NULL, err);
    rt_batch_close(batch);
    return s;
}

rt_status rt_sending_note(rt_store *store, rt_lens *lens, const rt_sending *sending, char id[33], rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_lens_spec *spec = rt_lens_asked(lens);
    rt_entry e = rt_entry_new(RT_SENT);
    id[32] = 0;
    if (sending->count) RT_TRY(count(lens, &e.entries, err));
    e.who = sending->who;
    e.why = sending->why;
    e.formats = sending->formats;
    e.subject = sending->subject;
    e.through = through_of(spec, &arena);
    e.handling = rt_handling_joined(&arena, sending->handling, clearance_of(spec, &arena));
    e.handling = rt_handling_joined(&arena, e.handling, rt_lens_handling(lens, &arena));
    RT_TRY(rt_entry_check(&e, err));
    return record(store, lens, sending, &e, id, err);
}
