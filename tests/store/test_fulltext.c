/* The index of full text: what it finds, what it forgets. */
#include "store/fulltext.h"

#include "store/found.h"
#include "store/papers.h"
#include "store/tiny_case.h"

static size_t count(test_case *c, const char *word, bool prefix) {
    rt_error err = {0};
    rt_finder *f;
    rt_found_list found;
    OK(rt_finder_open(c->lens, &f, &err));
    OK(rt_find(f, rt_str_of(word), prefix, &found, &err));
    for (size_t i = 1; i < found.n; i++) assert_true(found.at[i - 1].seq < found.at[i].seq);
    rt_finder_close(f);
    return found.n;
}

static int64_t number(test_case *c, const char *sql) {
    int64_t n;
    rt_error err = {0};
    OK(rt_sql_number(c->store->db, sql, -1, &n, &err));
    return n;
}

static void add_paper(test_case *c, const char *text, const char *handling) {
    rt_error err = {0};
    rt_batch *batch;
    rt_hash sum;
    char id[32];
    bool added;
    RT_AUTO(rt_buf) hex = {0};
    rt_entry e = rt_entry_new(RT_DOCUMENT);
    rt_hasher *h = rt_hasher_new();
    rt_hash_two(h, rt_str_of(text), RT_S(""), &sum);
    rt_hasher_free(h);
    rt_buf_hex(&hex, sum.bytes, sizeof sum.bytes);
    e.sha256 = rt_buf_str(&hex);
    e.name = RT_S("paper.txt");
    e.handling = rt_str_of(handling);
    OK(rt_batch_begin(c->store, &case_batch, &batch, &err));
    OK(rt_batch_document(batch, &e, rt_str_of(text), rt_str_of(text), id, &added, &err));
    assert_true(added);
    OK(rt_batch_document(batch, &e, rt_str_of(text), rt_str_of(text), id, &added, &err));
    assert_false(added);
    FAILS(rt_batch_document(batch, &e, RT_S("other"), RT_S("other"), id, &added, &err), RT_BAD);
    OK(rt_batch_commit(batch, NULL, &err));
    rt_batch_close(batch);
}

static void words_of_values_originals_and_quotes_are_found(void **state) {
    test_case c;
    (void)state;
    case_make(&c);
    case_add(&c, "p1 Person.name Oussama Atar; quote=the man from Brussels; original=Atar (Oussama)\n"
                 "p2 Person.notes seen with Atar\n"
                 "f1 Family.person p1\n");
    case_look(&c, (rt_lens_spec){0});
    assert_int_equal(count(&c, "atar", false), 2);
    assert_int_equal(count(&c, "brussels", false), 1);
    assert_int_equal(count(&c, "p1", false), 0); /* an entity's id is no word */
    assert_int_equal(count(&c, "ous", true), 1);
    assert_int_equal(count(&c, "ous", false), 0);
    case_close(&c);
}

static void what_is_hidden_is_not_found(void **state) {
    test_case c;
    (void)state;
    case_make(&c);
    case_add(&c, "p1 Person.name Oussama Atar\np1 Person.notes Atar was seen; handling=hawk\n");
    add_paper(&c, "Atar in a paper", "hawk");
    case_look(&c, (rt_lens_spec){.narrowed = true, .clear = RT_S("amber")});
    assert_int_equal(count(&c, "atar", false), 1);
    assert_int_equal(count(&c, "paper", false), 0);
    case_look(&c, (rt_lens_spec){0});
    assert_int_equal(count(&c, "atar", false), 3);
    case_close(&c);
}

static void a_rebuild_makes_the_same_index(void **state) {
    test_case c;
    rt_error err = {0};
    (void)state;
    case_make(&c);
    add_paper(&c, "Atar in a paper, and Atar again", "");
    case_add(&c, "p1 Person.name Oussama Atar\n");
    case_look(&c, (rt_lens_spec){0});
    assert_int_equal(count(&c, "atar", false), 2);
    case_reopen(&c, RT_OPEN_WRITE);
    OK(rt_projections_rebuild(c.store, &err));
    case_look(&c, (rt_lens_spec){0});
    assert_int_equal(count(&c, "atar", false), 2);
    assert_int_equal(count(&c, "again", false), 1);
    case_close(&c);
}

static void many_postings_of_one_word_are_found(void **state) {
    test_case c;
    RT_AUTO(rt_buf) lines = {0};
    (void)state;
    case_make(&c);
    for (int i = 0; i < 3000; i++) rt_buf_printf(&lines, "p%d Person.notes common w%d\n", i, i);
    rt_buf_byte(&lines, '\0');
    case_add(&c, lines.at);
    case_look(&c, (rt_lens_spec){0});
    assert_int_equal(count(&c, "common", false), 3000);
    assert_int_equal(count(&c, "w12", true), 111);
    assert_true(number(&c, "SELECT count(*) FROM word WHERE word = 'common'") > 5);
    case_close(&c);
}

static void large_papers_are_packed_and_read_back(void **state) {
    test_case c;
    rt_error err = {0};
    bool there;
    RT_AUTO(rt_buf) text = {0};
    RT_AUTO(rt_buf) back = {0};
    (void)state;
    case_make(&c);
    for (int i = 0; i < 20000; i++) rt_buf_printf(&text, "line %d of the paper\n", i % 100);
    rt_buf_byte(&text, '\0');
    add_paper(&c, text.at, "");
    assert_true(number(&c, "SELECT length(bytes) FROM original") < 100000);
    OK(rt_paper_text(c.store, number(&c, "SELECT seq FROM paper"), &back, &there, &err));
    assert_true(there && rt_str_eq(rt_buf_str(&back), rt_str_cut(rt_buf_str(&text), text.len - 1)));
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_values_originals_and_quotes_are_found),
        cmocka_unit_test(what_is_hidden_is_not_found),
        cmocka_unit_test(a_rebuild_makes_the_same_index),
        cmocka_unit_test(many_postings_of_one_word_are_found),
        cmocka_unit_test(large_papers_are_packed_and_read_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
