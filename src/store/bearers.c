#include "store/bearers.h"

#include "names/fold.h"
#include "store/cursor_state.h"

int64_t rt_bearers_word(rt_str word) { return (int64_t)rt_word_key(word); }
int64_t rt_bearers_name(rt_strs words) { return (int64_t)rt_name_key(words); }

rt_status rt_bearer_next(rt_lens *lens, rt_rows *rows, rt_key_rows *names, int64_t *place, bool *more, rt_error *err) {
    rt_posting row;
    for (rt_sight sight = {0}; !sight.seen;) {
        RT_TRY(rt_key_rows_next(names, &row, more, err));
        if (!*more) return rt_ok;
        *place = row.seq;
        RT_TRY(rt_lens_sight_by(lens, rows, row.seq, row.provenance, &sight, err));
    }
    return rt_ok;
}

static rt_status read_places(rt_lens *lens, size_t most, int64_t *at, rt_bearers *found, rt_error *err) {
    int64_t place;
    for (bool more;;) {
        RT_TRY(rt_bearer_next(lens, &lens->rows, &lens->bearers, &place, &more, err));
        if (!more) return rt_ok;
        found->more = found->places.n == most;
        if (found->more) return rt_ok;
        at[found->places.n++] = place;
    }
}

rt_status rt_bearers_find(rt_lens *lens, int64_t key, size_t most, rt_arena *arena, rt_bearers *found, rt_error *err) {
    int64_t *at = RT_NEW_N(arena, int64_t, most);
    *found = (rt_bearers){.places.at = at};
    RT_TRY(rt_key_rows_seek(&lens->bearers, lens->store->db, "name", key, err));
    const rt_status s = read_places(lens, most, at, found, err);
    rt_key_rows_end(&lens->bearers);
    return s;
}

rt_status rt_cursor_at(rt_lens *lens, rt_places places, rt_cursor **c, rt_error *err) {
    static const char by_place[] = RT_STATEMENT_AT;
    RT_TRY(rt_cursor_open(lens, by_place, NULL, c, err));
    (*c)->chosen = places;
    (*c)->by = RT_BY_PLACE;
    return rt_ok;
}
