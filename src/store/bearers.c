#include "store/bearers.h"

#include "names/fold.h"
#include "store/cursor_state.h"

const char rt_places_of_key[] = "SELECT seq, provenance FROM " RT_IN_PARTS("name") " WHERE key = ?1 ORDER BY n, seq";

int64_t rt_bearers_word(rt_str word) { return (int64_t)rt_word_key(word); }
int64_t rt_bearers_name(rt_strs words) { return (int64_t)rt_name_key(words); }

rt_status rt_bearer_next(rt_lens *lens, rt_rows *rows, sqlite3_stmt *places, int64_t *last, bool *more, rt_error *err) {
    for (rt_sight sight = {0}; !sight.seen;) {
        RT_TRY(rt_sql_step(places, more, err));
        if (!*more) return rt_ok;
        const int64_t seq = sqlite3_column_int64(places, 0);
        if (seq <= *last) return rt_out_of_order(err);
        *last = seq;
        RT_TRY(rt_lens_sight_by(lens, rows, seq, sqlite3_column_int64(places, 1), &sight, err));
    }
    return rt_ok;
}

static rt_status read_places(rt_lens *lens, size_t most, int64_t *at, rt_bearers *found, rt_error *err) {
    int64_t last = INT64_MIN;
    for (bool more;;) {
        RT_TRY(rt_bearer_next(lens, &lens->rows, lens->find_bearers, &last, &more, err));
        if (!more) return rt_ok;
        found->more = found->places.n == most;
        if (found->more) return rt_ok;
        at[found->places.n++] = last;
    }
}

rt_status rt_bearers_find(rt_lens *lens, int64_t key, size_t most, rt_arena *arena, rt_bearers *found, rt_error *err) {
    int64_t *at = RT_NEW_N(arena, int64_t, most);
    *found = (rt_bearers){.places.at = at};
    if (lens->find_bearers == NULL) RT_TRY(rt_sql_prepare(lens->store->db, rt_places_of_key, &lens->find_bearers, err));
    sqlite3_bind_int64(lens->find_bearers, 1, key);
    const rt_status s = read_places(lens, most, at, found, err);
    sqlite3_reset(lens->find_bearers);
    return s;
}

rt_status rt_cursor_at(rt_lens *lens, rt_places places, rt_cursor **c, rt_error *err) {
    RT_TRY(rt_cursor_open(lens, RT_STATEMENT_AT, NULL, c, err));
    (*c)->chosen = places;
    (*c)->is_chosen = true;
    return rt_ok;
}
