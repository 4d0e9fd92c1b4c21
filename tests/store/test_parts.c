/* A log of more than a million entries: ids, names and words are kept part by part, and found as if they were not. */
#include "store/found.h"
#include "store/postings.h"
#include "store/tiny_case.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED 1
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED 0
#endif

enum {
    ENTRIES = (1 << RT_PART_BITS) + 3000,
    EACH = 700000 /* a name and a word stand at 0, EACH and the last one */,
    AGAIN = 30000
};

static bool is_marked(int i) { return i % EACH == 0 || i == ENTRIES - 1; }

static rt_entry entry(int i, char id[32], char value[48]) {
    rt_entry e = rt_entry_new(RT_STATEMENT);
    snprintf(id, 32, "p%d", i / 20);
    snprintf(value, 48, is_marked(i) ? "Common Rareword%d" : "v%d", i);
    e.entity = rt_str_of(id);
    e.schema = RT_S("Person");
    e.prop = is_marked(i) ? RT_S("name") : RT_S("position");
    e.value = rt_str_of(value);
    e.stance = RT_S("asserts");
    return e;
}

static int64_t put(test_case *c, int n, char last[33]) {
    rt_error err = {0};
    rt_batch_report report;
    rt_batch *b = case_begin_batch(c);
    last[32] = 0;
    for (int i = 0; i < n; i++) {
        char id[32], value[48];
        const rt_entry e = entry(i, id, value);
        OK(rt_batch_add(b, &e, last, NULL, &err));
    }
    OK(rt_batch_commit(b, &report, &err));
    rt_batch_close(b);
    return report.added;
}

static void names_are_found_in_order(test_case *c) {
    rt_error err = {0};
    rt_cursor *cursor;
    rt_seen_list list;
    OK(rt_cursor_list(case_bearers(c, "common"), &c->arena, &list, &err));
    assert_int_equal(list.n, 3);
    for (size_t i = 1; i < list.n; i++) assert_true(list.at[i - 1].seq < list.at[i].seq);
    OK(rt_cursor_name(c->lens, RT_S("common rareword0"), &cursor, &err));
    OK(rt_cursor_list(cursor, &c->arena, &list, &err));
    assert_int_equal(list.n, 1);
}

static size_t found(test_case *c, const char *word, bool prefix) {
    rt_error err = {0};
    rt_finder *f;
    rt_found_list list;
    OK(rt_finder_open(c->lens, &f, &err));
    OK(rt_find(f, rt_str_of(word), prefix, &list, &err));
    for (size_t i = 1; i < list.n; i++) assert_true(list.at[i - 1].seq < list.at[i].seq);
    rt_finder_close(f);
    return list.n;
}

static void an_id_is_found(test_case *c, const char *id) {
    rt_error err = {0};
    rt_cursor *cursor;
    rt_seen_list list;
    OK(rt_cursor_statement(c->lens, rt_str_of(id), &cursor, &err));
    OK(rt_cursor_list(cursor, &c->arena, &list, &err));
    assert_int_equal(list.n, 1);
}

static void all_is_found(test_case *c, const char *first, const char *last) {
    case_look_all(c);
    an_id_is_found(c, first);
    an_id_is_found(c, last);
    names_are_found_in_order(c);
    assert_int_equal(found(c, "common", false), 3);
    assert_int_equal(found(c, "rareword", true), 3);
    assert_int_equal(found(c, "v1048000", false), 1);
    assert_int_equal(found(c, "v1048999", false), 1);
}

static void parts_are_found_as_one(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    char first[33], last[33];
    if (IS_SANITIZED) {
        printf("skipped: a million entries take minutes under a sanitizer\n");
        skip();
    }
    case_make(&c);
    assert_int_equal(put(&c, 1, first), 1);
    assert_int_equal(put(&c, ENTRIES, last), ENTRIES - 1);
    all_is_found(&c, first, last);
    case_reopen(&c, RT_OPEN_WRITE);
    char unused[33];
    assert_int_equal(put(&c, AGAIN, unused), 0); /* of so many the keys of all ids are read at once */
    OK(rt_projections_rebuild(c.store, &err));
    all_is_found(&c, first, last);
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(parts_are_found_as_one)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
