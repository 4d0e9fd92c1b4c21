#include "store/pages.h"

#include <stdlib.h>

#include "store/sums.h"

enum { PIECE = 1 << 18, FRAME_HEADER = 24, WAL_HEADER = 32 };

enum { LOCK_BYTE = 0x40000000 }; /* SQLite locks a file here, and puts nothing into this page */

typedef struct looking {
    sqlite3 *db;
    int64_t page; /* bytes */
    rt_pages *found;
    bool knows_waiting;
    uint32_t *waiting; /* numbers of the pages in the -wal, rising */
    size_t n, room;
} looking;

/* --- what waits in the -wal -----------------------------------------------------------------------------------------
 */

static void add_waiting(looking *l, const uint8_t *frame) {
    if (l->n == l->room) {
        l->room = 2 * l->room + 256;
        l->waiting = rt_realloc(l->waiting, l->room * sizeof *l->waiting);
    }
    l->waiting[l->n++] = (uint32_t)frame[0] << 24 | (uint32_t)frame[1] << 16 | (uint32_t)frame[2] << 8 | frame[3];
}

static int by_number(const void *a, const void *b) {
    const uint32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void find_waiting(looking *l) {
    uint8_t frame[FRAME_HEADER];
    uint32_t first, last;
    sqlite3_file *wal = rt_sums_wal(l->db, &first, &last);
    l->knows_waiting = true;
    for (uint32_t i = first; wal != NULL && i < last; i++) {
        const int64_t at = WAL_HEADER + i * (FRAME_HEADER + l->page);
        if (wal->pMethods->xRead(wal, frame, FRAME_HEADER, at) != SQLITE_OK) break;
        add_waiting(l, frame);
    }
    if (l->n > 0) qsort(l->waiting, l->n, sizeof *l->waiting, by_number);
}

/* Whether a newer image of the page stands there, so that the one in the file may be half written. */
static bool waits(looking *l, int64_t page) {
    const uint32_t number = (uint32_t)page;
    if (!l->knows_waiting) find_waiting(l);
    return l->n > 0 && bsearch(&number, l->waiting, l->n, sizeof *l->waiting, by_number) != NULL;
}

/* --- the file -------------------------------------------------------------------------------------------------------
 */

static rt_status look_at(looking *l, const uint8_t *bytes, int64_t page, rt_error *err) {
    const size_t n = (size_t)l->page;
    const int64_t at = (page - 1) * l->page;
    rt_pages *found = l->found;
    if (rt_sum_is_right(bytes, n) || page == LOCK_BYTE / l->page + 1 || waits(l, page)) return rt_ok;
    if (found->damaged++ == 0) found->first = page, found->at = at;
    return found->each != NULL ? found->each(found->to, bytes, n, at, err) : rt_ok;
}

/* Another program may cut the file off meanwhile. */
static rt_status look_at_piece(looking *l, uint8_t *piece, int64_t first, int64_t n, rt_error *err) {
    const int code = rt_sums_read(l->db, piece, (int)(n * l->page), (first - 1) * l->page);
    if (code == SQLITE_IOERR_SHORT_READ && n == 1) return rt_ok;
    if (code == SQLITE_IOERR_SHORT_READ) {
        for (int64_t i = 0; i < n; i++) RT_TRY(look_at_piece(l, piece, first + i, 1, err));
        return rt_ok;
    }
    if (code != SQLITE_OK)
        return rt_fail(err, RT_IO, "page %lld of the case file cannot be read: %s", (long long)first,
                       sqlite3_errstr(code));
    for (int64_t i = 0; i < n; i++) RT_TRY(look_at(l, piece + i * l->page, first + i, err));
    return rt_ok;
}

static rt_status look_at_pages(looking *l, const rt_minder *minder, uint8_t *piece, int64_t first, int64_t end,
                               rt_error *err) {
    const int64_t at_once = PIECE / l->page;
    for (int64_t page = first; page < end; page += at_once) {
        if (rt_minder_stops(minder)) return rt_sql_stopped(err);
        RT_TRY(look_at_piece(l, piece, page, end - page < at_once ? end - page : at_once, err));
    }
    return rt_ok;
}

/* How many there are, of which those at the end may stand in the -wal alone. */
static rt_status count_pages(looking *l, int64_t *n, rt_error *err) {
    int64_t size;
    RT_TRY(rt_sql_number(l->db, "PRAGMA page_size", 0, &l->page, err));
    RT_TRY(rt_sql_number(l->db, "PRAGMA page_count", 0, n, err));
    const int code = rt_sums_size(l->db, &size);
    if (code != SQLITE_OK) return rt_fail(err, RT_IO, "the case file cannot be read: %s", sqlite3_errstr(code));
    if (*n > size / l->page) *n = size / l->page;
    return rt_ok;
}

rt_status rt_pages_look(sqlite3 *db, const rt_minder *minder, int part, int parts, rt_pages *found, rt_error *err) {
    looking l = {.db = db, .found = found};
    int64_t n;
    RT_TRY(count_pages(&l, &n, err));
    uint8_t *piece = rt_alloc(PIECE);
    const rt_status s = look_at_pages(&l, minder, piece, 1 + n * part / parts, 1 + n * (part + 1) / parts, err);
    free(piece);
    free(l.waiting);
    return s;
}
