/* A whole case is altered as the input says: it is refused, or read, written to and made anew without harm. Sums of
 * pages are not checked, so that what is behind them is tried.
 *
 * When the first byte of the input is odd, the rest is SQL that somebody runs on the file past the program, with the
 * right to alter its schema; else it says which bytes are altered (altered.h). */
#include <sqlite3.h>

#include "altered.h"
#include "exchange/format.h"
#include "store/audit.h"
#include "store/batch.h"
#include "store/bearers.h"
#include "store/project.h"
#include "store/sums.h"

extern const rt_format rt_format_entries, rt_format_ftm;

static const rt_batch_options by = {.by = RT_S_INIT("A. Clerk"), .program = RT_S_INIT("fuzz 1")};

/* --- the whole one ---------------------------------------------------------------------------------------------------
 */

static void add(rt_batch *b, const char *entity, const char *prop, const char *value) {
    rt_error err = {0};
    rt_entry e = rt_entry_new(RT_STATEMENT);
    e.entity = rt_str_of(entity), e.schema = RT_S("Person"), e.prop = rt_str_of(prop), e.value = rt_str_of(value);
    e.stance = RT_S("asserts");
    e.dataset = RT_S("fuzz");
    must(rt_batch_add(b, &e, NULL, NULL, &err).code == RT_OK);
}

static void fill(const char *path) {
    rt_error err = {0};
    rt_store *store = NULL;
    rt_batch *b;
    must(rt_store_make(path, &err).code == RT_OK && rt_store_open(path, RT_OPEN_WRITE, &store, &err).code == RT_OK);
    must(rt_batch_begin(store, &by, &b, &err).code == RT_OK);
    for (int i = 0; i < 300; i++) {
        char text[32];
        snprintf(text, sizeof text, "text number %d", i);
        add(b, i % 2 == 0 ? "p" : "q", "notes", text);
    }
    add(b, "p", "name", "Abe Example");
    add(b, "p", "birthDate", "1984-05~");
    must(rt_batch_commit(b, NULL, &err).code == RT_OK);
    rt_batch_close(b);
    rt_store_close(store);
}

/* Made once; libFuzzer calls without end. */
static rt_buf whole;
static char path[80];

static void remove_files(void) {
    static const char *const beside[] = {"", "-wal", "-shm", "-journal"};
    char name[96];
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        snprintf(name, sizeof name, "%s%s", path, beside[i]);
        (void)unlink(name);
    }
}

static void make_whole(void) {
    const bool memory = access("/dev/shm", W_OK) == 0;
    snprintf(path, sizeof path, "%s/redthread-fuzz-%ld.case", memory ? "/dev/shm" : "/tmp", (long)getpid());
    remove_files();
    fill(path);
    file_read(path, &whole);
    must(atexit(remove_files) == 0);
}

static void write_file(const char *bytes, size_t n) {
    FILE *f = fopen(path, "wb");
    must(f != NULL && fwrite(bytes, 1, n, f) == n && fclose(f) == 0);
}

/* --- SQL of somebody else --------------------------------------------------------------------------------------------
 */

static int deny(void *self, int action, const char *a, const char *b, const char *c, const char *d) {
    (void)self, (void)a, (void)b, (void)c, (void)d;
    return action == SQLITE_ATTACH || action == SQLITE_DETACH ? SQLITE_DENY : SQLITE_OK; /* no other files */
}

static int enough(void *count) { return ++*(int *)count > 100; }

static void run_sql(const uint8_t *data, size_t size) {
    sqlite3 *db = NULL;
    int count = 0;
    char *sql = malloc(size + 1);
    must(sql != NULL && sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, RT_SUMS_VFS) == SQLITE_OK);
    memcpy(sql, data, size);
    sql[size] = '\0';
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 1 << 20);
    sqlite3_set_authorizer(db, deny, NULL);
    sqlite3_progress_handler(db, 10000, enough, &count);
    sqlite3_exec(db, "PRAGMA writable_schema = ON; PRAGMA max_page_count = 2000", NULL, NULL, NULL);
    sqlite3_exec(db, sql, NULL, NULL, NULL);
    sqlite3_close(db);
    free(sql);
}

/* --- using it --------------------------------------------------------------------------------------------------------
 */

static rt_status count_bytes(void *to, rt_str bytes, rt_error *err) {
    size_t *n = to;
    (void)err;
    *n += bytes.len;
    must(*n < (size_t)64 * 1024 * 1024);
    return rt_ok;
}

static void read_by(rt_lens *lens) {
    RT_AUTO(rt_arena) arena = {0};
    rt_error err = {0};
    rt_cursor *cursor;
    rt_seen_list list;
    size_t n = 0;
    const rt_writer writer = {.to = &n, .write = count_bytes};
    (void)rt_format_entries.write(lens, &writer, &err).code;
    (void)rt_format_ftm.write(lens, &writer, &err).code;
    if (rt_cursor_about(lens, RT_S("p"), &cursor, &err).code == RT_OK)
        (void)rt_cursor_list(cursor, &arena, &list, &err).code;
    if (rt_cursor_name(lens, RT_S("Abe"), &cursor, &err).code == RT_OK)
        (void)rt_cursor_list(cursor, &arena, &list, &err).code;
    rt_bearers found;
    if (rt_bearers_find(lens, rt_bearers_word(RT_S("abe")), 9, &arena, &found, &err).code == RT_OK &&
        rt_cursor_at(lens, found.places, &cursor, &err).code == RT_OK)
        (void)rt_cursor_list(cursor, &arena, &list, &err).code;
}

static void read_case(void) {
    RT_AUTO(rt_arena) arena = {0};
    rt_error err = {0};
    rt_store *store;
    rt_lens *lens;
    rt_verdict v;
    if (rt_store_open(path, RT_OPEN_AUDIT, &store, &err).code != RT_OK) {
        must(err.message[0] != '\0' && err.file[0] != '\0');
        return;
    }
    (void)rt_audit_verify(store, NULL, &arena, &v, &err).code;
    if (rt_lens_open(store, &(rt_lens_spec){.narrowed = true, .said_by = RT_S("2004")}, &lens, &err).code == RT_OK) {
        read_by(lens);
        rt_lens_close(lens);
    }
    rt_store_close(store);
}

static void write_case(void) {
    rt_error err = {0};
    rt_store *store;
    rt_batch *b;
    if (rt_store_open(path, RT_OPEN_MEND, &store, &err).code != RT_OK) return;
    if (rt_batch_begin(store, &by, &b, &err).code == RT_OK) {
        rt_entry e = rt_entry_new(RT_STATEMENT);
        e.entity = RT_S("p"), e.schema = RT_S("Person"), e.prop = RT_S("name"), e.value = RT_S("Ben");
        e.stance = RT_S("asserts");
        if (rt_batch_add(b, &e, NULL, NULL, &err).code == RT_OK) (void)rt_batch_commit(b, NULL, &err).code;
        rt_batch_close(b);
    }
    (void)rt_projections_rebuild(store, &err).code;
    rt_store_close(store);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (whole.len == 0) make_whole();
    if (size == 0) return 0;
    remove_files();
    if (data[0] % 2 != 0) {
        write_file(whole.at, whole.len);
        run_sql(data + 1, size - 1);
    } else {
        size_t n;
        char *bytes = altered(rt_buf_str(&whole), data + 1, size - 1, &n);
        write_file(bytes, n);
        free(bytes);
    }
    read_case();
    write_case();
    remove_files();
    return 0;
}
