#include "store/placed.h"

#include <stdlib.h>

#include "base/grow.h"
#include "store/sight.h"
#include "store/stays.h"

/* The rows of one place, by key. */
typedef struct rt_placed_place {
    int64_t hash; /* the first key that it may have */
    rt_posting *rows;
    size_t n, room;
} place;

/* --- opening ----------------------------------------------------------------------------------------------------- */

rt_status rt_placed_open(rt_placed *p, rt_lens *lens, rt_error *err) {
    sqlite3 *db = lens->store->db;
    *p = (rt_placed){.lens = lens};
    RT_TRY(rt_sql_prepare(db, "SELECT key, seq FROM stay WHERE key BETWEEN ?1 AND ?2 ORDER BY key", &p->rows, err));
    return rt_sql_prepare(db, "SELECT entity, provenance FROM statement WHERE seq = ?1", &p->statement, err);
}

void rt_placed_close(rt_placed *p) {
    sqlite3_finalize(p->rows);
    sqlite3_finalize(p->statement);
    for (size_t i = 0; i < p->n; i++) free(p->places[i].rows);
    rt_slots_close(&p->hashes);
    free(p->places);
    free(p->heap);
    *p = (rt_placed){0};
}

/* --- the rows of a place ----------------------------------------------------------------------------------------- */

static place *find(const rt_placed *p, int64_t hash) {
    for (rt_probe at = rt_slots_number(&p->hashes, hash); rt_probe_next(&at);)
        if (p->places[at.place].hash == hash) return &p->places[at.place];
    return NULL;
}

static rt_status read_rows(rt_placed *p, place *at, int64_t last, rt_error *err) {
    sqlite3_bind_int64(p->rows, 1, at->hash);
    sqlite3_bind_int64(p->rows, 2, last);
    for (bool row;;) {
        RT_TRY(rt_sql_step(p->rows, &row, err));
        if (!row) return rt_ok;
        at->rows = rt_grow_own(at->rows, at->n, &at->room, sizeof *at->rows);
        at->rows[at->n++] =
            (rt_posting){.key = sqlite3_column_int64(p->rows, 0), .seq = sqlite3_column_int64(p->rows, 1)};
    }
}

static rt_status place_of(rt_placed *p, int64_t first, int64_t last, place **found, rt_error *err) {
    *found = find(p, first);
    if (*found != NULL) return rt_ok;
    p->places = rt_grow_own(p->places, p->n, &p->room, sizeof(place));
    *found = &p->places[p->n];
    **found = (place){.hash = first};
    rt_slots_add_number(&p->hashes, first, p->n++, NULL);
    const rt_status s = read_rows(p, *found, last, err);
    sqlite3_reset(p->rows);
    return s;
}

/* --- which of them ----------------------------------------------------------------------------------------------- */

/* Places rise towards the leaves. */
static void sink(rt_placed *p, size_t at) {
    const int64_t moved = p->heap[at];
    for (size_t child; (child = 2 * at + 1) < p->heap_n; at = child) {
        if (child + 1 < p->heap_n && p->heap[child + 1] < p->heap[child]) child++;
        if (p->heap[child] >= moved) break;
        p->heap[at] = p->heap[child];
    }
    p->heap[at] = moved;
}

static int64_t pop(rt_placed *p) {
    const int64_t first = p->heap[0];
    p->heap[0] = p->heap[--p->heap_n];
    if (p->heap_n > 0) sink(p, 0);
    return first;
}

/* The first row whose key is not below this one. */
static size_t first_from(const place *at, int64_t key) {
    size_t low = 0, high = at->n;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (at->rows[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

rt_status rt_placed_find(rt_placed *p, rt_str name, int64_t first_day, int64_t last_day, rt_error *err) {
    int64_t from[RT_STAY_RANGES], to[RT_STAY_RANGES];
    place *at;
    rt_lens_stay_ranges(p->lens, name, first_day, last_day, from, to);
    RT_TRY(place_of(p, rt_stay_first_key(name), to[RT_STAY_RANGES - 1], &at, err));
    p->heap_n = 0;
    p->last = -1;
    for (size_t r = 0; r < RT_STAY_RANGES; r++)
        for (size_t i = first_from(at, from[r]); i < at->n && at->rows[i].key <= to[r]; i++) {
            p->heap = rt_grow_own(p->heap, p->heap_n, &p->heap_room, sizeof *p->heap);
            p->heap[p->heap_n++] = at->rows[i].seq;
        }
    for (size_t i = p->heap_n / 2; i-- > 0;) sink(p, i);
    return rt_ok;
}

/* --- one after the other ----------------------------------------------------------------------------------------- */

static rt_status read_statement(rt_placed *p, int64_t seq, int64_t *entity, bool *seen, rt_error *err) {
    bool row;
    rt_sight sight;
    sqlite3_bind_int64(p->statement, 1, seq);
    RT_TRY(rt_sql_step(p->statement, &row, err));
    *seen = false;
    if (!row) return rt_ok;
    *entity = sqlite3_column_int64(p->statement, 0);
    RT_TRY(rt_lens_sight(p->lens, seq, sqlite3_column_int64(p->statement, 1), &sight, err));
    return *seen = sight.seen, rt_ok;
}

rt_status rt_placed_next(rt_placed *p, int64_t *entity, bool *more, rt_error *err) {
    for (bool seen = false; !seen;) {
        int64_t seq;
        *more = p->heap_n > 0;
        if (!*more) return rt_ok;
        if ((seq = pop(p)) == p->last) continue; /* by its time, and loosened later */
        p->last = seq;
        const rt_status s = read_statement(p, seq, entity, &seen, err);
        sqlite3_reset(p->statement);
        RT_TRY(s);
    }
    return rt_ok;
}
