#include "exchange/input.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "exchange/importing.h"

/* --- files ----------------------------------------------------------------------------------------------------------
 */

/* The text packed by one of libarchive's filters. */
static void pack(const char *path, int (*filter)(struct archive *), rt_str text, int times) {
    struct archive *a = archive_write_new();
    struct archive_entry *entry = archive_entry_new();
    assert_int_equal(filter(a), ARCHIVE_OK);
    if (times > 1000) /* of much to pack: quickly */
        assert_int_equal(archive_write_set_filter_option(a, NULL, "compression-level", "1"), ARCHIVE_OK);
    assert_int_equal(archive_write_set_format_raw(a), ARCHIVE_OK);
    assert_int_equal(archive_write_open_filename(a, path), ARCHIVE_OK);
    archive_entry_set_filetype(entry, AE_IFREG);
    assert_int_equal(archive_write_header(a, entry), ARCHIVE_OK);
    for (int i = 0; i < times; i++) assert_int_equal(archive_write_data(a, text.at, text.len), (la_ssize_t)text.len);
    archive_entry_free(entry);
    assert_int_equal(archive_write_close(a), ARCHIVE_OK);
    archive_write_free(a);
}

static void folder_path(test_case *c, char path[160], const char *name) {
    snprintf(path, 160, "%s/%s", c->folder, name);
}

/* All lines with bars behind them; then what went wrong, if anything. */
static const char *lines_of(test_case *c, const char *path) {
    RT_AUTO(rt_buf) out = {0};
    rt_error err = {0};
    rt_input *in;
    rt_str line;
    bool more = true;
    rt_status s = rt_input_open(path, &in, &err);
    while (s.code == RT_OK && (s = rt_input_line(in, &line, &more, &err)).code == RT_OK && more) {
        rt_buf_add(&out, line);
        rt_buf_byte(&out, '|');
    }
    if (s.code != RT_OK) {
        rt_buf_printf(&out, "%d at %d:%d", (int)s.code, (int)err.line, (int)err.column);
        assert_string_equal(err.file, path);
    }
    rt_input_close(in);
    return rt_str_z(&c->arena, rt_buf_str(&out));
}

static const char *lines_of_text(test_case *c, rt_str text) {
    char path[160];
    folder_path(c, path, "x.txt");
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(text.at, 1, text.len, f), text.len);
    assert_int_equal(fclose(f), 0);
    const char *lines = lines_of(c, path);
    assert_int_equal(unlink(path), 0);
    return lines;
}

/* --- lines ----------------------------------------------------------------------------------------------------------
 */

static void lines_end_with_lf_or_crlf_and_may_lack_the_last(void **state) {
    (void)state;
    test_case c;
    case_folder(&c);
    assert_string_equal(lines_of_text(&c, RT_S("")), "");
    assert_string_equal(lines_of_text(&c, RT_S("a\nb\r\n\nc")), "a|b||c|");
    assert_string_equal(lines_of_text(&c, RT_S("a\r\r\n\r\n")), "a\r||");
    assert_string_equal(lines_of_text(&c, RT_S("\n")), "|");
    case_close(&c);
}

static void a_byte_order_mark_is_taken_off_the_first_line_alone(void **state) {
    (void)state;
    test_case c;
    case_folder(&c);
    assert_string_equal(lines_of_text(&c, RT_S("\xef\xbb\xbf"
                                               "a\n\xef\xbb\xbf"
                                               "b\n")),
                        "a|\xef\xbb\xbf"
                        "b|");
    assert_string_equal(lines_of_text(&c, RT_S("\xef\xbb\xbf")), "|");
    case_close(&c);
}

static void packed_files_are_read_as_what_they_hold(void **state) {
    (void)state;
    static int (*const filters[])(struct archive *) = {archive_write_add_filter_gzip, archive_write_add_filter_xz,
                                                       archive_write_add_filter_zstd, archive_write_add_filter_bzip2};
    test_case c;
    char path[160];
    case_folder(&c);
    folder_path(&c, path, "x.packed");
    for (size_t i = 0; i < 4; i++) {
        pack(path, filters[i], RT_S("\xef\xbb\xbfone\r\ntwo\n"), 1);
        assert_string_equal(lines_of(&c, path), "one|two|");
        pack(path, filters[i], RT_S(""), 0);
        assert_string_equal(lines_of(&c, path), "");
    }
    assert_int_equal(unlink(path), 0);
    case_close(&c);
}

static void a_packed_file_that_was_cut_off_is_refused(void **state) {
    (void)state;
    test_case c;
    char path[160];
    struct stat is;
    case_folder(&c);
    folder_path(&c, path, "x.gz");
    pack(path, archive_write_add_filter_gzip, RT_S("a line of some length 0123456789\n"), 3);
    assert_int_equal(stat(path, &is), 0);
    assert_int_equal(truncate(path, is.st_size / 2), 0);
    assert_non_null(strstr(lines_of(&c, path), "2 at 0:0"));
    assert_int_equal(unlink(path), 0);
    case_close(&c);
}

static rt_str read_file(test_case *c, const char *path) {
    char bytes[512];
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    const size_t n = fread(bytes, 1, sizeof bytes, f);
    assert_int_equal(fclose(f), 0);
    return rt_str_copy(&c->arena, (rt_str){bytes, n});
}

/* What stands in the file behind the members that are there. */
static void append_bytes(const char *path, rt_str bytes) {
    FILE *f = fopen(path, "ab");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.at, 1, bytes.len, f), bytes.len);
    assert_int_equal(fclose(f), 0);
}

static void members_of_gzip_are_one_text_and_what_is_none_is_told(void **state) {
    (void)state;
    test_case c;
    char path[160];
    case_folder(&c);
    folder_path(&c, path, "x.gz");
    pack(path, archive_write_add_filter_gzip, RT_S("one\n"), 1);
    const rt_str member = read_file(&c, path);
    append_bytes(path, member);
    assert_string_equal(lines_of(&c, path), "one|one|");
    append_bytes(path, RT_S("\0\0\0"));
    assert_string_equal(lines_of(&c, path), "one|one|");
    append_bytes(path, member);
    assert_non_null(strstr(lines_of(&c, path), "2 at 0:0"));
    pack(path, archive_write_add_filter_gzip, RT_S("one\n"), 1);
    append_bytes(path, RT_S("more"));
    assert_non_null(strstr(lines_of(&c, path), "2 at 0:0"));
    assert_int_equal(unlink(path), 0);
    case_close(&c);
}

static void what_is_no_file_is_refused(void **state) {
    (void)state;
    test_case c;
    char path[160];
    case_folder(&c);
    folder_path(&c, path, "nothing");
    assert_string_equal(lines_of(&c, path), "3 at 0:0");
    assert_string_equal(lines_of(&c, c.folder), "5 at 0:0");
    case_close(&c);
}

static void names_lose_their_packing(void **state) {
    (void)state;
    const char *const names[][2] = {{"people.ftm.json.gz", "people.ftm.json"},
                                    {"a.zst", "a"},
                                    {"b.csv", "b.csv"},
                                    {"sdn.csv.gz.skipped-2", "sdn.csv"},
                                    {"c.skipped", "c"}};
    test_case c;
    rt_error err = {0};
    char path[160];
    case_folder(&c);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        rt_input *in;
        folder_path(&c, path, names[i][0]);
        pack(path, archive_write_add_filter_gzip, RT_S("x"), 1);
        OK(rt_input_open(path, &in, &err));
        assert_str(rt_input_name(in), names[i][0]);
        assert_str(rt_input_stem(in), names[i][1]);
        rt_input_close(in);
        assert_int_equal(unlink(path), 0);
    }
    case_close(&c);
}

/* --- looking ahead, hash and size -----------------------------------------------------------------------------------
 */

static void what_was_looked_at_is_still_read_and_the_hash_is_that_of_the_file(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_input *in;
    rt_str head, line;
    rt_hash sum, wanted;
    int64_t size;
    bool more;
    char path[160];
    case_folder(&c);
    folder_path(&c, path, "x.txt");
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    for (int i = 0; i < 100000; i++) fprintf(f, "line %d\n", i);
    assert_int_equal(fclose(f), 0);
    OK(rt_input_open(path, &in, &err));
    OK(rt_input_peek(in, 8, &head, &err));
    assert_str(head, "line 0\nl");
    OK(rt_input_peek(in, 1 << 20, &head, &err));
    assert_int_equal(head.len, 64 * 1024);
    OK(rt_input_line(in, &line, &more, &err));
    assert_str(line, "line 0");
    assert_int_equal(rt_input_line_number(in), 1);
    OK(rt_input_sum(in, &sum, &size, &err));
    rt_input_close(in);
    RT_AUTO(rt_buf) all = {0};
    for (int i = 0; i < 100000; i++) rt_buf_printf(&all, "line %d\n", i);
    assert_int_equal(size, all.len);
    rt_hasher *h = rt_hasher_new();
    rt_hash_two(h, rt_buf_str(&all), RT_S(""), &wanted);
    rt_hasher_free(h);
    assert_true(rt_hash_eq(&sum, &wanted));
    assert_int_equal(unlink(path), 0);
    case_close(&c);
}

/* --- limits ---------------------------------------------------------------------------------------------------------
 */

static long memory_kib(void) {
    struct rusage use;
    assert_int_equal(getrusage(RUSAGE_SELF, &use), 0);
    return use.ru_maxrss;
}

/* A sanitizer's memory is its own. */
static void grew_little(long before) {
#ifndef __SANITIZE_ADDRESS__
    assert_true(memory_kib() - before < 80 * 1024);
#else
    (void)before;
#endif
}

static void a_line_of_100_megabytes_is_refused_in_little_memory(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    const long before = memory_kib();
    const char *path =
        importing_file(&im, "x.ftm.json", RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{}}\n{"));
    assert_int_equal(truncate(path, 100 << 20), 0);
    FAILS(rt_import(im.c.store, &path, 1, &im.options, &im.report, &im.err), RT_LIMIT);
    assert_int_equal(im.err.line, 2);
    grew_little(before);
    assert_int_equal(unlink(path), 0);
    importing_end(&im);
}

static void a_small_file_that_unpacks_to_a_long_line_is_refused_in_little_memory(void **state) {
    (void)state;
    static char blanks[1 << 20];
    importing im;
    importing_begin(&im);
    memset(blanks, ' ', sizeof blanks);
    const long before = memory_kib();
    const char *path = importing_file(&im, "x.ftm.json.gz", RT_S(""));
    pack(path, archive_write_add_filter_gzip, (rt_str){blanks, sizeof blanks}, 100);
    FAILS(rt_import(im.c.store, &path, 1, &im.options, &im.report, &im.err), RT_LIMIT);
    grew_little(before);
    assert_int_equal(unlink(path), 0);
    importing_end(&im);
}

/* --- what unpacks beyond measure ------------------------------------------------------------------------------------
 */

/* Counts what a file gives, to its end or to what is wrong. */
static rt_code bytes_of(const char *path, int64_t *n) {
    rt_error err = {0};
    rt_input *in;
    rt_str bytes = {"x", 1};
    *n = 0;
    rt_status s = rt_input_open(path, &in, &err);
    while (s.code == RT_OK && bytes.len > 0 && (s = rt_input_bytes(in, &bytes, &err)).code == RT_OK)
        *n += (int64_t)bytes.len;
    if (s.code != RT_OK) assert_string_equal(err.file, path);
    rt_input_close(in);
    return s.code;
}

static int (*const filters[])(struct archive *) = {archive_write_add_filter_gzip, archive_write_add_filter_bzip2,
                                                   archive_write_add_filter_xz, archive_write_add_filter_zstd};

static void a_file_that_unpacks_to_a_thousand_times_its_size_is_refused(void **state) {
    (void)state;
    static char lines[1 << 20];
    test_case c;
    char path[160];
    int64_t n;
    case_folder(&c);
    memset(lines, '\n', sizeof lines);
    folder_path(&c, path, "x");
    for (size_t i = 0; i < 2; i++) { /* gzip and zstd: the others take long to make one */
        pack(path, filters[3 * i], (rt_str){lines, sizeof lines}, 80);
        const long before = memory_kib();
        assert_int_equal(bytes_of(path, &n), RT_LIMIT);
        assert_true(n <= RT_UNPACKED_FREE + (1 << 20));
        grew_little(before);
    }
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(c.folder), 0);
}

static void a_large_file_that_unpacks_as_text_does_is_read_whole(void **state) {
    (void)state;
    static char text[1 << 16];
    test_case c;
    char path[160];
    int64_t n;
    case_folder(&c);
    rt_random(text, sizeof text);
    for (size_t i = 0; i < sizeof text; i++) text[i] = (char)('a' + (text[i] & 7));
    folder_path(&c, path, "x.gz");
    pack(path, archive_write_add_filter_gzip, (rt_str){text, sizeof text}, 1100);
    assert_int_equal(bytes_of(path, &n), RT_OK);
    assert_int_equal(n, (int64_t)sizeof text * 1100);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(c.folder), 0);
}

static rt_str file_text(test_case *c, const char *path) {
    char *bytes = rt_arena_alloc(&c->arena, 1 << 16);
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    const size_t n = fread(bytes, 1, 1 << 16, f);
    assert_int_equal(fclose(f), 0);
    return (rt_str){bytes, n};
}

static void what_is_packed_twice_is_refused(void **state) {
    (void)state;
    test_case c;
    char path[160];
    int64_t n;
    case_folder(&c);
    folder_path(&c, path, "x.gz");
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        pack(path, archive_write_add_filter_gzip, RT_S("a text\n"), 1);
        pack(path, filters[i], file_text(&c, path), 1);
        assert_int_equal(bytes_of(path, &n), RT_LIMIT);
        assert_int_equal(n, 0);
    }
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(c.folder), 0);
    rt_arena_close(&c.arena);
}

/* An archive with one file in it. */
static void pack_archive(const char *path, int (*format)(struct archive *), int (*filter)(struct archive *)) {
    struct archive *a = archive_write_new();
    struct archive_entry *entry = archive_entry_new();
    assert_int_equal(format(a), ARCHIVE_OK);
    assert_int_equal(filter(a), ARCHIVE_OK);
    assert_int_equal(archive_write_open_filename(a, path), ARCHIVE_OK);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_pathname(entry, "people.ftm.json");
    archive_entry_set_perm(entry, 0600);
    archive_entry_set_size(entry, 2);
    assert_int_equal(archive_write_header(a, entry), ARCHIVE_OK);
    assert_int_equal(archive_write_data(a, "{}", 2), 2);
    archive_entry_free(entry);
    assert_int_equal(archive_write_close(a), ARCHIVE_OK);
    archive_write_free(a);
}

static void archives_of_files_are_refused_by_their_name(void **state) {
    (void)state;
    const struct {
        int (*format)(struct archive *), (*filter)(struct archive *);
        const char *words;
    } kinds[] = {{archive_write_set_format_zip, archive_write_add_filter_none, "a zip archive"},
                 {archive_write_set_format_ustar, archive_write_add_filter_none, "a tar archive"},
                 {archive_write_set_format_ustar, archive_write_add_filter_gzip, "a tar archive"},
                 {archive_write_set_format_7zip, archive_write_add_filter_none, "a 7z archive"}};
    importing im;
    importing_begin(&im);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const char *path = importing_file(&im, "x", RT_S(""));
        pack_archive(path, kinds[i].format, kinds[i].filter);
        im.err = (rt_error){0};
        FAILS(rt_import(im.c.store, &path, 1, &im.options, &im.report, &im.err), RT_BAD);
        assert_non_null(strstr(im.err.message, kinds[i].words));
        assert_string_equal(im.err.file, path);
        assert_int_equal(unlink(path), 0);
    }
    importing_end(&im);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_with_lf_or_crlf_and_may_lack_the_last),
        cmocka_unit_test(a_byte_order_mark_is_taken_off_the_first_line_alone),
        cmocka_unit_test(packed_files_are_read_as_what_they_hold),
        cmocka_unit_test(a_packed_file_that_was_cut_off_is_refused),
        cmocka_unit_test(members_of_gzip_are_one_text_and_what_is_none_is_told),
        cmocka_unit_test(what_is_no_file_is_refused),
        cmocka_unit_test(names_lose_their_packing),
        cmocka_unit_test(what_was_looked_at_is_still_read_and_the_hash_is_that_of_the_file),
        cmocka_unit_test(a_line_of_100_megabytes_is_refused_in_little_memory),
        cmocka_unit_test(a_small_file_that_unpacks_to_a_long_line_is_refused_in_little_memory),
        cmocka_unit_test(a_file_that_unpacks_to_a_thousand_times_its_size_is_refused),
        cmocka_unit_test(a_large_file_that_unpacks_as_text_does_is_read_whole),
        cmocka_unit_test(what_is_packed_twice_is_refused),
        cmocka_unit_test(archives_of_files_are_refused_by_their_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
