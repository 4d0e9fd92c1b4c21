#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/backup.h"
#include "store/case.h"
#include "store/connect.h"
#include "store/copy.h"
#include "store/project.h"
#include "store/sums.h"
#include "store/upgrade.h"

enum { MOST_KINDS = 100000 };

static bool is_for_reading(rt_open_mode mode) { return mode == RT_OPEN_READ || mode == RT_OPEN_AUDIT; }
static int unchecked(rt_open_mode mode) {
    return mode == RT_OPEN_AUDIT || mode == RT_OPEN_MEND ? RT_CONNECT_UNCHECKED : 0;
}

static rt_status named(const char *path, rt_error *err, rt_status s) {
    rt_error_at(err, path, 0, 0);
    return s;
}

/* --- what kind of file it is -------------------------------------------------------------------------------------- */

/* What is to be known of the file before SQLite opens it. */
typedef struct file_state {
    int64_t size;
    bool unfinished; /* something waits in its -wal */
} file_state;

static bool has_wal(const char *path) {
    struct stat is;
    rt_buf beside = {0};
    rt_buf_printf(&beside, "%s-wal", path);
    rt_buf_byte(&beside, '\0');
    const bool has = stat(beside.at, &is) == 0 && is.st_size > 0;
    rt_buf_close(&beside);
    return has;
}

/* The mode bits say what the owner wants, also to those whom they do not bind. */
static bool is_writable(const char *path) {
    struct stat is;
    return stat(path, &is) == 0 && (is.st_mode & 0222) != 0 && access(path, W_OK) == 0;
}

static rt_status look_at_file(const char *path, rt_open_mode mode, file_state *file, rt_error *err) {
    struct stat is;
    if (stat(path, &is) != 0)
        return rt_fail(err, errno == ENOENT || errno == ENOTDIR ? RT_ABSENT : RT_IO, "%s",
                       errno == ENOENT ? "there is no such case; `redthread init` makes one" : strerror(errno));
    if (!S_ISREG(is.st_mode)) return rt_fail(err, RT_CORRUPT, "this is no case file");
    if (is.st_size == 0) return rt_fail(err, RT_CORRUPT, "this file is empty: no case");
    *file = (file_state){is.st_size, has_wal(path)};
    return is_for_reading(mode) || is_writable(path) ? rt_ok : rt_fail(err, RT_IO, "the case is read-only");
}

static rt_status begin_reading(rt_store *store, rt_error *err) {
    int64_t n;
    RT_TRY(rt_sql_run(store->db, "PRAGMA query_only = ON", err));
    RT_TRY(rt_sql_run(store->db, "BEGIN; SELECT 1 FROM sqlite_schema", err));
    return rt_sql_number(store->db, "SELECT count(*) FROM sqlite_schema", 0, &n, err);
}

static rt_status connect(rt_store *store, rt_open_mode mode, rt_error *err) {
    const int flags =
        !is_for_reading(mode) || access(store->path, W_OK) == 0 ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    RT_TRY(rt_connect(store->path, flags | unchecked(mode), &store->minder, &store->db, err));
    return is_for_reading(mode) ? begin_reading(store, err) : rt_ok;
}

/* Where SQLite can make no file beside it (a disk that is mounted read-only), the case is read as it lies there. */
static rt_status connect_or_read_still(rt_store *store, rt_open_mode mode, bool unfinished, rt_error *err) {
    const rt_status s = connect(store, mode, err);
    if (s.code == RT_CORRUPT) return rt_layout_refuse_later(store->db, &rt_case_layout, s, err);
    if (s.code != RT_IO || !is_for_reading(mode)) return s;
    if (unfinished)
        return rt_fail(err, RT_IO,
                       "what was written last waits in its -wal, and can be read only where files may be made beside "
                       "the case: copy both to such a place");
    RT_TRY(rt_connect_still(store->path, unchecked(mode), &store->minder, &store->db, err));
    return rt_sql_run(store->db, "BEGIN; SELECT 1 FROM sqlite_schema", err);
}

/* SQLite takes what is missing of a last page for zeros. What a writer leaves when it is interrupted stands in the
 * -wal, and is mended from there. */
static rt_status check_whole(rt_store *store, int64_t size, bool unfinished, rt_error *err) {
    int64_t page;
    RT_TRY(rt_sql_number(store->db, "PRAGMA page_size", 0, &page, err));
    return unfinished || page <= 0 || size % page == 0 ? rt_ok : rt_fail(err, RT_CORRUPT, "the case file was cut off");
}

/* Numbers are given from 1 up, and each has a row: no row of a true case has a larger one than fits into the file. What
 * is looked up by number takes memory by the largest. */
static rt_status check_numbers(rt_store *store, rt_error *err) {
    int64_t pages, page, entity, provenance;
    RT_TRY(rt_sql_number(store->db, "PRAGMA page_count", 0, &pages, err));
    RT_TRY(rt_sql_number(store->db, "PRAGMA page_size", 0, &page, err));
    RT_TRY(rt_sql_number(store->db, "SELECT max(id) FROM entity", 0, &entity, err));
    RT_TRY(rt_sql_number(store->db, "SELECT max(id) FROM provenance", 0, &provenance, err));
    const int64_t most = pages * page / 4; /* bytes of the shortest row */
    return entity <= most && provenance <= most
               ? rt_ok
               : rt_fail(err, RT_CORRUPT, "the case file is damaged: its entities or provenances are misnumbered");
}

/* --- what is kept in memory ----------------------------------------------------------------------------------------
 */

void rt_store_remember_kind(rt_store *store, int64_t id, rt_str schema, rt_str prop) {
    if (id < 0 || id >= MOST_KINDS) return;
    const size_t at = (size_t)id;
    if (at >= store->kind_room) {
        const size_t room = 2 * at + 64;
        store->kinds = rt_realloc(store->kinds, room * sizeof *store->kinds);
        memset(store->kinds + store->kind_room, 0, (room - store->kind_room) * sizeof *store->kinds);
        store->kind_room = room;
    }
    const rt_schema *known = rt_schema_named(schema);
    const rt_prop *known_prop = known != NULL ? rt_schema_prop(known, prop) : NULL;
    store->kinds[at] = (rt_kind){known_prop != NULL ? known->name : rt_str_copy(&store->arena, schema),
                                 known_prop != NULL ? known_prop->name : rt_str_copy(&store->arena, prop), known_prop,
                                 rt_stay_part_of(schema, prop)};
    if (at >= store->kind_count) store->kind_count = at + 1;
}

const rt_kind *rt_store_kind(const rt_store *store, int64_t id) {
    return id >= 0 && (size_t)id < store->kind_count && store->kinds[id].prop.len > 0 ? &store->kinds[id] : NULL;
}

static rt_status load_kinds(rt_store *store, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    bool row;
    RT_TRY(rt_sql_prepare(store->db, "SELECT id, schema, prop FROM kind", &s.at, err));
    for (int n = 0; n < MOST_KINDS; n++) {
        RT_TRY(rt_sql_step(s.at, &row, err));
        if (!row) return rt_ok;
        rt_store_remember_kind(store, sqlite3_column_int64(s.at, 0), rt_sql_text(s.at, 1), rt_sql_text(s.at, 2));
    }
    return rt_fail(err, RT_CORRUPT, "the case file is damaged: more than %d kinds of statement", MOST_KINDS);
}

static rt_status load_origin(rt_store *store, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    bool row;
    RT_TRY(rt_sql_prepare(store->db, "SELECT value FROM about WHERE key = 'origin'", &s.at, err));
    RT_TRY(rt_sql_step(s.at, &row, err));
    if (row) store->origin = rt_str_copy(&store->arena, rt_sql_text(s.at, 0));
    return rt_ok;
}

/* --- opening -------------------------------------------------------------------------------------------------------
 */

rt_status rt_store_load(rt_store *store, rt_error *err) {
    RT_TRY(load_kinds(store, err));
    return load_origin(store, err);
}

static rt_status open_as_it_is(rt_store *store, rt_open_mode mode, int *version, rt_error *err) {
    file_state file = {0};
    RT_TRY(look_at_file(store->path, mode, &file, err));
    RT_TRY(connect_or_read_still(store, mode, file.unfinished, err));
    RT_TRY(rt_layout_version(store->db, &rt_case_layout, version, err));
    RT_TRY(rt_layout_check(store->db, &rt_case_layout, *version, err));
    RT_TRY(check_whole(store, file.size, file.unfinished, err));
    return check_numbers(store, err);
}

/* Who reads has it brought up as a writer would, and then reads it as it is. */
static rt_status upgrade_to_read(rt_store *store, rt_open_mode mode, int *version, rt_error *err) {
    rt_store *writer;
    if (!is_writable(store->path))
        return rt_fail(err, RT_IO,
                       "this case is of version %d, and this program keeps version %d: somebody who may write to it "
                       "has to open it once",
                       *version, rt_case_layout.version);
    sqlite3_close(store->db);
    store->db = NULL;
    RT_TRY(rt_store_open_minded(store->path, RT_OPEN_WRITE, &store->minder, &writer, err));
    rt_store_close(writer);
    return open_as_it_is(store, mode, version, err);
}

static rt_status open_checked(rt_store *store, rt_open_mode mode, rt_error *err) {
    int version;
    RT_TRY(open_as_it_is(store, mode, &version, err));
    if (version < rt_case_layout.version)
        RT_TRY(is_for_reading(mode) ? upgrade_to_read(store, mode, &version, err)
                                    : rt_upgrade(store, &rt_case_layout, err));
    RT_TRY(rt_store_load(store, err));
    return rt_projections_are_current(store, &store->current, err);
}

rt_status rt_store_open_minded(const char *path, rt_open_mode mode, const rt_minder *minder, rt_store **out,
                               rt_error *err) {
    rt_store *store = rt_alloc(sizeof *store);
    memset(store, 0, sizeof *store);
    if (minder != NULL) store->minder = *minder;
    store->hasher = rt_hasher_new();
    store->path = rt_alloc(strlen(path) + 1);
    memcpy(store->path, path, strlen(path) + 1);
    *out = store;
    const rt_status s = open_checked(store, mode, err);
    if (s.code == RT_OK) return rt_ok;
    rt_store_close(store);
    *out = NULL;
    return named(path, err, s);
}

rt_status rt_store_open(const char *path, rt_open_mode mode, rt_store **store, rt_error *err) {
    return rt_store_open_minded(path, mode, NULL, store, err);
}

void rt_store_close(rt_store *store) {
    if (store == NULL) return;
    sqlite3_close_v2(store->db);
    rt_hasher_free(store->hasher);
    rt_buf_close(&store->scratch);
    rt_arena_close(&store->arena);
    free(store->kinds);
    free(store->path);
    free(store);
}

static rt_status fill_new(sqlite3 *db, rt_error *err) {
    uint8_t random[16];
    rt_buf origin = {0};
    rt_random(random, sizeof random);
    rt_buf_add(&origin, RT_S("INSERT INTO about VALUES ('origin', 'redthread/"));
    rt_buf_hex(&origin, random, sizeof random);
    rt_buf_add(&origin, (rt_str){"')\0", 3});
    rt_sums_reserve(db);
    rt_status s = rt_sql_run(db, "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE", err);
    if (s.code == RT_OK) s = rt_layout_make(db, &rt_case_layout, err);
    if (s.code == RT_OK) s = rt_sql_run(db, origin.at, err);
    if (s.code == RT_OK) s = rt_projections_mark_current(db, err);
    if (s.code == RT_OK) s = rt_sql_run(db, "COMMIT", err);
    rt_buf_close(&origin);
    return s;
}

rt_status rt_store_make(const char *path, rt_error *err) {
    sqlite3 *db = NULL;
    rt_minder nobody = {0};
    const int fd = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0)
        return named(path, err,
                     rt_fail(err, errno == EEXIST ? RT_BAD : RT_IO, "%s",
                             errno == EEXIST ? "there is a file of this name already" : strerror(errno)));
    close(fd);
    rt_status s = rt_connect(path, SQLITE_OPEN_READWRITE, &nobody, &db, err);
    if (s.code == RT_OK) s = fill_new(db, err);
    sqlite3_close_v2(db);
    if (s.code != RT_OK) rt_connect_remove(path);
    return named(path, err, s);
}

rt_status rt_store_backup(rt_store *store, const char *to, bool replace, rt_backup_report *report, rt_error *err) {
    return rt_copy_make(store->db, to, replace, &store->minder, &report->bytes, err);
}

rt_str rt_store_origin(const rt_store *store) { return store->origin; }
const char *rt_store_path(const rt_store *store) { return store->path; }
void rt_store_goes_on(rt_store *store, const char *what) { store->minder.at = what; }
bool rt_store_is_current(const rt_store *store) { return store->current; }
