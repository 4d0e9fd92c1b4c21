/* Sums of pages: what is written there, and what becomes of a page that is not what was written. */
#include <sys/stat.h>

#include "store/case.h"
#include "store/copy.h"
#include "store/layout.h"
#include "store/mend.h"
#include "store/pages.h"
#include "store/tamper.h"

enum { PAGE = 4096, LARGEST = 1024 };

/* --- files ----------------------------------------------------------------------------------------------------------
 */

static size_t pages_of(const char *path) {
    struct stat is;
    assert_int_equal(stat(path, &is), 0);
    assert_int_equal(is.st_size % PAGE, 0);
    return (size_t)is.st_size / PAGE;
}

static void read_page(const char *path, size_t page, uint8_t bytes[PAGE]) {
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    assert_int_equal(fseek(f, (long)(page - 1) * PAGE, SEEK_SET), 0);
    assert_int_equal(fread(bytes, 1, PAGE, f), PAGE);
    assert_int_equal(fclose(f), 0);
}

static void write_page(const char *path, size_t page, const uint8_t bytes[PAGE]) {
    FILE *f = fopen(path, "r+b");
    assert_non_null(f);
    assert_int_equal(fseek(f, (long)(page - 1) * PAGE, SEEK_SET), 0);
    assert_int_equal(fwrite(bytes, 1, PAGE, f), PAGE);
    assert_int_equal(fclose(f), 0);
}

static void damage(const char *path, size_t page) {
    uint8_t bytes[PAGE];
    read_page(path, page, bytes);
    bytes[PAGE / 2] ^= 1;
    write_page(path, page, bytes);
}

static bool each_page_is_right(const char *path) {
    uint8_t bytes[PAGE] = {0};
    for (size_t page = pages_of(path); page > 0; page--) {
        read_page(path, page, bytes);
        if (!rt_sum_is_right(bytes, PAGE)) return false;
    }
    return bytes[20] == RT_SUM_BYTES; /* of the first page: the header */
}

/* The page on which a table begins. */
static size_t root_of(test_case *c, const char *table) {
    char sql[128];
    snprintf(sql, sizeof sql, "SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);
    return (size_t)strtoul(tamper_rows(c, sql), NULL, 10);
}

static rt_verdict verdict_of(test_case *c) {
    rt_error err = {0};
    rt_verdict v;
    case_reopen(c, RT_OPEN_AUDIT);
    OK(rt_audit_verify(c->store, NULL, &c->arena, &v, &err));
    case_close_store(c);
    return v;
}

static rt_status rebuild(test_case *c, bool as_it_is, rt_error *err) {
    rt_rebuilt done;
    RT_TRY(rt_store_open(c->path, RT_OPEN_MEND, &c->store, err));
    const rt_status s = rt_store_rebuild(c->store, as_it_is, &done, err);
    case_close_store(c);
    return s;
}

/* A closed case with some entries. */
static void make_closed(test_case *c) {
    case_make(c);
    case_add(c, "p Person.name Abe; as=a\nq Person.name Zoe\nlink; link=repeats; from=@a; to=@a");
    case_add_many(c, 300);
    case_close_store(c);
}

/* --- the sum --------------------------------------------------------------------------------------------------------
 */

static void a_sum_is_that_of_sqlites_checksum_vfs(void **state) {
    (void)state;
    uint8_t sum[RT_SUM_BYTES];
    const uint8_t words[] = {1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0};
    rt_sum_bytes(words, 8, sum);
    assert_memory_equal(sum, "\x01\0\0\0\x03\0\0\0", 8);
    rt_sum_bytes(words, 16, sum); /* 1 + 3 + 3, 3 + 4 + 7 */
    assert_memory_equal(sum, "\x07\0\0\0\x0e\0\0\0", 8);
    const uint8_t large[] = {0xff, 0xff, 0xff, 0xff, 3, 0, 0, 0, 0, 0, 0, 0x80, 0, 0, 0, 0x80};
    rt_sum_bytes(large, 16, sum); /* 2^32 - 1; 3 - 1 = 2; - 1 + 2^31 + 2; 2 + 2^31 + 2^31 + 1 */
    assert_memory_equal(sum, "\x01\0\0\x80\x03\0\0\0", 8);
}

/* --- the file -------------------------------------------------------------------------------------------------------
 */

/* A file as SQLite opens it. */
typedef struct opened {
    sqlite3_file *file;
    test_case c;
} opened;

static void open_file(opened *o) {
    sqlite3_vfs *vfs;
    int flags;
    case_folder(&o->c);
    rt_sums_register();
    vfs = sqlite3_vfs_find(RT_SUMS_VFS);
    o->file = calloc(1, (size_t)vfs->szOsFile);
    assert_non_null(o->file);
    const char *name = sqlite3_create_filename(o->c.path, "", "", 0, NULL);
    const int code =
        vfs->xOpen(vfs, name, o->file, SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &flags);
    assert_int_equal(code, SQLITE_OK);
    sqlite3_free_filename((char *)(uintptr_t)name);
}

static void close_file(opened *o) {
    assert_int_equal(o->file->pMethods->xClose(o->file), SQLITE_OK);
    free(o->file);
    case_close(&o->c);
}

static void put_number(uint8_t *at, uint32_t n) {
    for (int i = 0; i < 4; i++) at[i] = (uint8_t)(n >> (24 - 8 * i));
}

static void make_header(uint8_t page[PAGE], uint8_t reserved, uint32_t version) {
    memset(page, 7, PAGE);
    memcpy(page, "SQLite format 3", 16);
    page[16] = PAGE >> 8, page[17] = 0;
    page[20] = reserved;
    put_number(page + 60, version);
    put_number(page + 68, RT_APPLICATION_ID);
}

static int put(opened *o, const uint8_t *page, size_t number) {
    return o->file->pMethods->xWrite(o->file, page, PAGE, (sqlite3_int64)(number - 1) * PAGE);
}

static int get(opened *o, uint8_t *page, size_t number) {
    return o->file->pMethods->xRead(o->file, page, PAGE, (sqlite3_int64)(number - 1) * PAGE);
}

static void a_page_gets_its_sum_and_sqlites_buffer_stays(void **state) {
    (void)state;
    opened o;
    uint8_t page[PAGE], before[PAGE], found[PAGE];
    open_file(&o);
    make_header(page, RT_SUM_BYTES, 3);
    memcpy(before, page, PAGE);
    assert_int_equal(put(&o, page, 1), SQLITE_OK);
    assert_memory_equal(page, before, PAGE);
    assert_int_equal(get(&o, found, 1), SQLITE_OK);
    assert_memory_equal(found, page, PAGE - RT_SUM_BYTES);
    assert_true(rt_sum_is_right(found, PAGE));
    close_file(&o);
}

static void a_changed_page_is_not_given_nor_a_part_of_it(void **state) {
    (void)state;
    opened o;
    uint8_t page[PAGE], part[100];
    open_file(&o);
    make_header(page, RT_SUM_BYTES, 3);
    assert_int_equal(put(&o, page, 1), SQLITE_OK);
    assert_int_equal(put(&o, page, 2), SQLITE_OK);
    assert_int_equal(o.file->pMethods->xRead(o.file, part, sizeof part, PAGE + 300), SQLITE_OK);
    assert_memory_equal(part, page + 300, sizeof part);
    damage(o.c.path, 2);
    assert_int_equal(get(&o, page, 2), SQLITE_IOERR_DATA);
    assert_int_equal(o.file->pMethods->xRead(o.file, part, sizeof part, PAGE + 300), SQLITE_IOERR_DATA);
    assert_int_equal(get(&o, page, 1), SQLITE_OK);
    close_file(&o);
}

/* A case of an earlier version, and one that gets room for sums and is not brought up yet. */
static void who_promises_no_sums_is_not_held_to_them(void **state) {
    (void)state;
    static const struct {
        uint8_t reserved;
        uint32_t version;
    } early[] = {{0, 1}, {0, 2}, {RT_SUM_BYTES, 2}};
    for (size_t i = 0; i < sizeof early / sizeof *early; i++) {
        opened o;
        uint8_t page[PAGE], found[PAGE];
        open_file(&o);
        make_header(page, early[i].reserved, early[i].version);
        assert_int_equal(put(&o, page, 1), SQLITE_OK);
        assert_int_equal(put(&o, page, 2), SQLITE_OK);
        read_page(o.c.path, 2, found);
        assert_int_equal(rt_sum_is_right(found, PAGE), early[i].reserved > 0);
        damage(o.c.path, 2);
        assert_int_equal(get(&o, page, 2), SQLITE_OK);
        close_file(&o);
    }
}

static void a_header_that_takes_the_room_for_sums_away_is_damage(void **state) {
    (void)state;
    opened o;
    uint8_t page[PAGE];
    open_file(&o);
    make_header(page, 0, 3);
    assert_int_equal(put(&o, page, 1), SQLITE_OK);
    assert_int_equal(get(&o, page, 1), SQLITE_IOERR_DATA);
    close_file(&o);
}

/* --- a case ---------------------------------------------------------------------------------------------------------
 */

static void each_page_of_a_case_has_its_sum(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    make_closed(&c);
    assert_true(each_page_is_right(c.path));
    sqlite3 *db = tamper_open(&c);
    tamper_run(db, "VACUUM");
    sqlite3_close(db);
    assert_true(each_page_is_right(c.path));
    OK(rebuild(&c, false, &err));
    assert_true(each_page_is_right(c.path));
    case_close(&c);
}

static void a_copy_has_them_too(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    const rt_minder nobody = {0};
    char to[160];
    make_closed(&c);
    case_reopen(&c, RT_OPEN_READ);
    snprintf(to, sizeof to, "%s/copy", c.folder);
    OK(rt_copy_make(c.store->db, to, false, &nobody, NULL, &err));
    assert_true(each_page_is_right(to));
    assert_int_equal(unlink(to), 0);
    case_close(&c);
}

static void a_copy_of_what_is_damaged_is_damaged(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    const rt_minder nobody = {0};
    char to[160];
    uint8_t page[PAGE], copy[PAGE];
    make_closed(&c);
    const size_t name = root_of(&c, "name");
    damage(c.path, name);
    snprintf(to, sizeof to, "%s/copy", c.folder);
    case_reopen(&c, RT_OPEN_READ);
    FAILS(rt_copy_make(c.store->db, to, false, &nobody, NULL, &err), RT_CORRUPT);
    case_reopen(&c, RT_OPEN_AUDIT);
    OK(rt_copy_make(c.store->db, to, false, &nobody, NULL, &err));
    read_page(c.path, name, page);
    read_page(to, name, copy);
    assert_memory_equal(page, copy, PAGE);
    assert_false(each_page_is_right(to));
    assert_int_equal(unlink(to), 0);
    case_close(&c);
}

static void an_error_names_the_page_and_its_place(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_cursor *cursor;
    rt_seen_list list;
    char page[32];
    make_closed(&c);
    const size_t name = root_of(&c, "name");
    damage(c.path, name);
    case_reopen(&c, RT_OPEN_READ);
    case_look_all(&c);
    OK(rt_cursor_name(c.lens, RT_S("Abe"), &cursor, &err));
    FAILS(rt_cursor_list(cursor, &c.arena, &list, &err), RT_CORRUPT);
    snprintf(page, sizeof page, "its page %zu is", name);
    assert_non_null(strstr(err.message, page));
    assert_true(err.has_byte);
    assert_int_equal(err.byte, (name - 1) * PAGE);
    assert_string_equal(err.file, c.path);
    case_close(&c);
}

/* --- all pages ------------------------------------------------------------------------------------------------------
 */

static void a_page_that_nothing_uses_is_looked_at_too(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    make_closed(&c);
    sqlite3 *db = tamper_open(&c);
    tamper_run(db, "CREATE TABLE more (x); INSERT INTO more VALUES (zeroblob(20000)); DROP TABLE more");
    sqlite3_close(db);
    assert_true(verdict_of(&c).sound);
    damage(c.path, pages_of(c.path));
    const rt_verdict v = verdict_of(&c);
    assert_false(v.sound);
    assert_int_equal(v.damaged, 1);
    assert_non_null(strstr(v.what, "is not what was written there"));
    OK(rebuild(&c, false, &err));
    assert_true(verdict_of(&c).sound && each_page_is_right(c.path));
    case_close(&c);
}

/* A machine that stops while the -wal goes into the file leaves half of a page, and the whole in the -wal. */
static void a_page_that_waits_in_the_wal_is_not_held_to_the_one_in_the_file(void **state) {
    (void)state;
    test_case c;
    rt_verdict v;
    rt_error err = {0};
    make_closed(&c);
    case_reopen(&c, RT_OPEN_WRITE);
    const size_t head = root_of(&c, "head");
    case_add(&c, "p Person.notes waits");
    damage(c.path, head);
    OK(rt_audit_verify(c.store, NULL, &c.arena, &v, &err));
    if (!v.sound) fail_msg("%s", v.what);
    case_close_store(&c);
    assert_true(each_page_is_right(c.path));
    case_close(&c);
}

/* --- mending --------------------------------------------------------------------------------------------------------
 */

static const char *all_of(test_case *c) {
    case_reopen(c, RT_OPEN_READ);
    case_look_all(c);
    const char *all = case_all(c);
    case_close_store(c);
    return all;
}

static void whatever_page_is_damaged_it_is_mended_or_left_as_it_was(void **state) {
    (void)state;
    test_case c;
    uint8_t page[PAGE], now[PAGE];
    int mended = 0, left = 0;
    make_closed(&c);
    const char *before = all_of(&c);
    for (size_t i = 2; i <= pages_of(c.path); i++) {
        rt_error err = {0};
        read_page(c.path, i, page);
        damage(c.path, i);
        const rt_status s = rebuild(&c, false, &err);
        if (s.code == RT_OK) {
            assert_true(each_page_is_right(c.path));
            mended++;
        } else {
            read_page(c.path, i, now);
            page[PAGE / 2] ^= 1;
            assert_memory_equal(now, page, PAGE);
            page[PAGE / 2] ^= 1;
            write_page(c.path, i, page);
            left++;
        }
        assert_string_equal(all_of(&c), before);
    }
    assert_true(mended > 10 && left > 0);
    case_close(&c);
}

static void a_case_is_mended_when_the_other_writer_is_done(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_rebuilt done;
    make_closed(&c);
    damage(c.path, root_of(&c, "name"));
    sqlite3 *other = tamper_open(&c);
    tamper_run(other, "BEGIN IMMEDIATE");
    case_reopen(&c, RT_OPEN_MEND);
    c.store->minder.wait = RT_WAIT_NOT_AT_ALL;
    FAILS(rt_store_rebuild(c.store, false, &done, &err), RT_BUSY);
    tamper_run(other, "COMMIT");
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
    OK(rt_store_rebuild(c.store, false, &done, &err));
    assert_int_equal(done.damaged, 1);
    case_close_store(&c);
    assert_true(verdict_of(&c).sound);
    case_close(&c);
}

static bool stops(void *to) {
    int *left = to;
    return --*left < 0;
}

static void mending_that_is_stopped_leaves_the_case_as_it_was(void **state) {
    (void)state;
    test_case c;
    rt_rebuilt done;
    make_closed(&c);
    damage(c.path, root_of(&c, "name"));
    for (int at = 0;; at++) {
        rt_error err = {0};
        int left = at;
        case_reopen(&c, RT_OPEN_MEND);
        c.store->minder = (rt_minder){.to = &left, .stop = stops};
        const rt_status s = rt_store_rebuild(c.store, false, &done, &err);
        case_close_store(&c);
        if (s.code == RT_OK) break;
        assert_int_equal(s.code, RT_STOPPED);
        assert_int_equal(verdict_of(&c).damaged, 1);
        assert_true(at < LARGEST);
    }
    assert_true(verdict_of(&c).sound);
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sum_is_that_of_sqlites_checksum_vfs),
        cmocka_unit_test(a_page_gets_its_sum_and_sqlites_buffer_stays),
        cmocka_unit_test(a_changed_page_is_not_given_nor_a_part_of_it),
        cmocka_unit_test(who_promises_no_sums_is_not_held_to_them),
        cmocka_unit_test(a_header_that_takes_the_room_for_sums_away_is_damage),
        cmocka_unit_test(each_page_of_a_case_has_its_sum),
        cmocka_unit_test(a_copy_has_them_too),
        cmocka_unit_test(a_copy_of_what_is_damaged_is_damaged),
        cmocka_unit_test(an_error_names_the_page_and_its_place),
        cmocka_unit_test(a_page_that_nothing_uses_is_looked_at_too),
        cmocka_unit_test(a_page_that_waits_in_the_wal_is_not_held_to_the_one_in_the_file),
        cmocka_unit_test(whatever_page_is_damaged_it_is_mended_or_left_as_it_was),
        cmocka_unit_test(a_case_is_mended_when_the_other_writer_is_done),
        cmocka_unit_test(mending_that_is_stopped_leaves_the_case_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
