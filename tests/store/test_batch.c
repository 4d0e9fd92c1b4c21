#include "store/tamper.h"

static void what_stands_in_the_case_is_not_added_again(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    const rt_batch_report first = case_add(&c, "p1 Person.name Abe; speaker=A\np1 Person.name Abe; speaker=B\n"
                                               "p1 Person.name Abe; speaker=A");
    assert_int_equal(first.added, 2);
    assert_int_equal(first.there, 1);
    assert_int_equal(first.size, 3);
    const char *before = tamper_dump(&c);
    const rt_batch_report again = case_add(&c, "p1 Person.name Abe; speaker=B\np1 Person.name Abe; speaker=A");
    assert_int_equal(again.added, 0);
    assert_int_equal(again.there, 2);
    assert_int_equal(again.size, 3);
    assert_string_equal(tamper_dump(&c), before);
    case_close(&c);
}

static void each_field_makes_other_content(void **state) {
    (void)state;
    static const char *const others[] = {
        "p1 Person.name Abe",
        "p2 Person.name Abe",
        "p1 Person.alias Abe",
        "p1 LegalEntity.name Abe",
        "p1 Person.name abe",
        "p1 Person.name Abe; lang=eng",
        "p1 Person.name Abe; original=ABE",
        "p1 Person.name Abe; document=d1",
        "p1 Person.name Abe; locator=p. 1",
        "p1 Person.name Abe; quote=Abe",
        "p1 Person.name Abe; speaker=A",
        "p1 Person.name Abe; via=A",
        "p1 Person.name Abe; via=A+B",
        "p1 Person.name Abe; via=B+A",
        "p1 Person.name Abe; stance=denies",
        "p1 Person.name Abe; basis=told",
        "p1 Person.name Abe; reliability=A",
        "p1 Person.name Abe; credibility=1",
        "p1 Person.name Abe; said_at=2004",
        "p1 Person.name Abe; valid=2004",
        "p1 Person.name Abe; dataset=x",
        "p1 Person.name Abe; handling=hawk",
        "p1 Person.name Abe; handling=hawk,amber",
    };
    test_case c;
    case_make(&c);
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < sizeof others / sizeof *others; i++)
            if (case_add(&c, others[i]).added != (round == 0)) fail_msg("%s in round %d", others[i], round);
    case_close(&c);
}

static void acts_without_a_time_are_added_once(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p1 Person.name Abe; as=n\np2 Person.name Abel");
    const char *acts = "judgement; a=p1; b=p2; judgement=same; why=x\ndecision; about=@n; decision=accepted\n"
                       "link; link=retracts; from=@n; to=@n; speaker=A\n"
                       "grant; who=B; clearance=hawk\nabsent; entity=p1; dataset=list; edition=2";
    assert_int_equal(case_add(&c, acts).added, 5);
    assert_int_equal(case_add(&c, acts).added, 0);
    assert_int_equal(case_add(&c, "judgement; a=p1; b=p2; judgement=same; why=y").added, 1);
    assert_int_equal(case_add(&c, "judgement; a=p1; b=p2; judgement=same; why=y; handling=hawk").added, 1);
    assert_int_equal(
        case_add(&c, "judgement; a=p2; b=p1; judgement=unsure\njudgement; a=p2; b=p1; judgement=unsure").added, 1);
    case_close(&c);
}

static void acts_with_a_time_are_each_their_own(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    const char *then = "judgement; a=p1; b=p2; judgement=same; recorded_by=X; recorded_at=2020-01-02T03:04:05.000006Z";
    const char *later = "judgement; a=p1; b=p2; judgement=same; recorded_by=X; recorded_at=2020-01-02T03:04:05.000007Z";
    assert_int_equal(case_add(&c, then).added, 1);
    assert_int_equal(case_add(&c, then).added, 0);
    assert_int_equal(case_add(&c, later).added, 1);
    case_close(&c);
}

static void an_id_that_is_not_that_of_its_content_is_refused(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_batch_report report;
    case_make(&c);
    case_add(&c, "p1 Person.name Abe; as=abe\np1 Person.name Ben; as=ben");
    FAILS(case_try(&c, "p1 Person.name Abe; id=@ben", &report, &err), RT_BAD);
    FAILS(case_try(&c, "p1 Person.name Cid; id=@ben", &report, &err), RT_BAD);
    FAILS(case_try(&c, "p1 Person.name Cid; id=00000000000000000000000000000000", &report, &err), RT_BAD);
    assert_int_equal(case_add(&c, "p1 Person.name Abe; id=@abe").there, 1);
    case_close(&c);
}

static void times_of_batches_rise(void **state) {
    (void)state;
    test_case c;
    char line[64];
    case_make(&c);
    for (int i = 0; i < 20; i++) {
        snprintf(line, sizeof line, "p1 Person.name N%d", i);
        case_add(&c, line);
    }
    assert_string_equal(tamper_rows(&c, "SELECT count(DISTINCT recorded_at), count(*) FROM head"), "20|20\n");
    assert_string_equal(tamper_rows(&c, "SELECT count(*) FROM head a JOIN head b ON b.first = a.size "
                                        "WHERE b.recorded_at <= a.recorded_at"),
                        "0\n");
    case_close(&c);
}

static void a_case_whose_last_entry_lies_in_the_future_takes_no_more(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_batch *b;
    case_make(&c);
    case_add(&c, "p1 Person.name Abe");
    tamper(&c, "UPDATE head SET recorded_at = '9000-01-01T00:00:00.000000Z'");
    case_reopen(&c, RT_OPEN_WRITE);
    FAILS(rt_batch_begin(c.store, &case_batch, &b, &err), RT_BAD);
    assert_null(b);
    assert_non_null(strstr(err.message, "9000-01-01"));
    assert_string_equal(err.file, c.path);
    tamper(&c, "UPDATE head SET recorded_at = 'yesterday'");
    case_reopen(&c, RT_OPEN_WRITE);
    FAILS(rt_batch_begin(c.store, &case_batch, &b, &err), RT_CORRUPT);
    case_close(&c);
}

static void a_batch_that_is_not_committed_leaves_nothing(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    case_make(&c);
    case_add(&c, "p1 Person.name Abe; as=abe");
    const char *before = tamper_dump(&c);
    FAILS(case_try(&c,
                   "p9 Vessel.name New; speaker=New\np9 Vessel.flag iq\njudgement; a=p1; b=p9; judgement=same\n"
                   "p1 Person.name Ben; id=@abe",
                   NULL, &err),
          RT_BAD);
    assert_string_equal(tamper_dump(&c), before);
    case_add(&c, "p8 Company.name Firm\np8 Company.country iq"); /* kinds take the numbers that were given back */
    case_look_all(&c);
    assert_string_equal(case_about(&c, "p8"), "Firm iq");
    rt_cursor *cursor;
    OK(rt_cursor_about(c.lens, RT_S("p8"), &cursor, &err));
    const rt_seen_list list = case_list(&c, cursor);
    assert_str(list.at[1].e.schema, "Company");
    assert_str(list.at[1].e.prop, "country");
    case_close(&c);
}

static void restored_entries_keep_their_time_and_the_batch_says_so(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_batch *b;
    rt_batch_report report;
    case_make(&c);
    rt_batch_options o = case_batch;
    o.restored_from = RT_S("00000000000000000000000000000000000000000000000000000000000000ff");
    OK(rt_batch_begin(c.store, &o, &b, &err));
    OK(case_put(&c, b, "p1 Person.name Abe; recorded_by=X; recorded_at=2020-01-02T03:04:05.000006Z", NULL, &err));
    OK(case_put(&c, b, "p1 Person.name Ben", NULL, &err));
    OK(rt_batch_commit(b, &report, &err));
    rt_batch_close(b);
    assert_int_equal(report.added, 2);
    assert_int_equal(report.restored, 1);
    const char *own = tamper_rows(&c, "SELECT line FROM act WHERE seq = 0");
    assert_non_null(strstr(own, "\"added\":2"));
    assert_non_null(strstr(own, "\"restored\":1"));
    assert_non_null(strstr(own, "\"restored_from\":\"0000"));
    assert_non_null(strstr(own, "\"program\":\"tests 1\""));
    assert_string_equal(tamper_rows(&c, "SELECT recorded_at, recorded_by FROM provenance ORDER BY 1 LIMIT 1"),
                        "2020-01-02T03:04:05.000006Z|X\n");
    case_close(&c);
}

static void an_entry_of_the_future_is_refused(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    case_make(&c);
    FAILS(case_try(&c, "p1 Person.name Abe; recorded_by=X; recorded_at=9000-01-02T03:04:05.000006Z", NULL, &err),
          RT_BAD);
    assert_string_equal(tamper_rows(&c, "SELECT count(*) FROM head"), "0\n");
    case_close(&c);
}

/* Ids are looked up by half of their bytes: whoever has the same half is not taken for it. */
static void ids_that_begin_alike_are_kept_apart(void **state) {
    (void)state;
    test_case c, other;
    case_make(&other);
    case_add(&other, "p2 Person.name Ben; as=ben\njudgement; a=x; b=y; judgement=same; as=j");
    const int64_t ben = rt_id_key(case_id(&other, "ben"));
    case_close(&other);
    case_make(&c);
    case_add(&c, "p1 Person.name Abe; as=abe\njudgement; a=p1; b=p2; judgement=same; as=j");
    rt_posting alike[] = {{ben, 1, 0}, {ben, 2, 0}, {ben, 77, 0}};
    tamper_pack(&c, "lookup", (tamper_postings){alike, 3});
    case_reopen(&c, RT_OPEN_WRITE);
    assert_int_equal(case_add(&c, "p2 Person.name Ben; as=ben").added, 1);
    assert_int_equal(rt_id_key(case_id(&c, "ben")), ben);
    assert_int_equal(case_add(&c, "p2 Person.name Ben").added, 0);
    case_look_all(&c);
    rt_error err = {0};
    rt_cursor *cursor;
    OK(rt_cursor_statement(c.lens, case_id(&c, "ben"), &cursor, &err));
    assert_string_equal(case_values(&c, cursor), "Ben");
    OK(rt_cursor_statement(c.lens, case_id(&c, "abe"), &cursor, &err));
    assert_string_equal(case_values(&c, cursor), "Abe");
    case_close(&c);
}

static void what_is_there_is_known_within_a_batch_and_before_it(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    bool there;
    case_make(&c);
    case_add(&c, "p1 Person.name Abe; as=abe");
    rt_batch *b = case_begin_batch(&c);
    OK(case_put(&c, b, "p1 Person.name Ben; as=ben", NULL, &err));
    OK(rt_batch_has(b, case_id(&c, "abe"), &there, &err));
    assert_true(there);
    OK(rt_batch_has(b, case_id(&c, "ben"), &there, &err));
    assert_true(there);
    OK(rt_batch_has(b, RT_S("00000000000000000000000000000000"), &there, &err));
    assert_false(there);
    OK(rt_batch_has(b, RT_S("p1"), &there, &err));
    assert_false(there);
    assert_int_equal(rt_batch_count(b), 1);
    rt_batch_close(b);
    case_close(&c);
}

static void notes_alone_are_no_news(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    case_make(&c);
    rt_entry read = rt_entry_new(RT_READ);
    read.name = RT_S("list.csv");
    read.sha256 = RT_S("00000000000000000000000000000000000000000000000000000000000000ff");
    for (int round = 0; round < 3; round++) {
        rt_batch *b = case_begin_batch(&c);
        if (round > 0) OK(case_put(&c, b, "p1 Person.name Abe", NULL, &err));
        OK(rt_batch_note(b, &read, &err));
        OK(rt_batch_commit(b, NULL, &err));
        rt_batch_close(b);
        assert_string_equal(tamper_rows(&c, "SELECT count(*) FROM act"), round == 0 ? "0\n" : "2\n");
    }
    case_close(&c);
}

static void an_entry_that_is_no_text_is_refused(void **state) {
    (void)state;
    static const char *const lines[] = {"p Person.name Abe\xff", "p Person.name Abe; via=A+B\xc3",
                                        "p\xff Person.name Abe", "judgement; a=p; b=q\xff; judgement=same"};
    test_case c;
    case_make(&c);
    for (size_t i = 0; i < 4; i++) {
        rt_error err = {0};
        FAILS(case_try(&c, lines[i], NULL, &err), RT_BAD);
    }
    rt_error err = {0};
    rt_entry e = rt_entry_new(RT_STATEMENT);
    e.entity = RT_S("p"), e.schema = RT_S("Person"), e.prop = RT_S("name"), e.value = RT_S("a\0b");
    FAILS(rt_entry_check(&e, &err), RT_BAD);
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_stands_in_the_case_is_not_added_again),
        cmocka_unit_test(each_field_makes_other_content),
        cmocka_unit_test(acts_without_a_time_are_added_once),
        cmocka_unit_test(acts_with_a_time_are_each_their_own),
        cmocka_unit_test(an_id_that_is_not_that_of_its_content_is_refused),
        cmocka_unit_test(times_of_batches_rise),
        cmocka_unit_test(a_case_whose_last_entry_lies_in_the_future_takes_no_more),
        cmocka_unit_test(a_batch_that_is_not_committed_leaves_nothing),
        cmocka_unit_test(restored_entries_keep_their_time_and_the_batch_says_so),
        cmocka_unit_test(an_entry_of_the_future_is_refused),
        cmocka_unit_test(ids_that_begin_alike_are_kept_apart),
        cmocka_unit_test(what_is_there_is_known_within_a_batch_and_before_it),
        cmocka_unit_test(an_entry_that_is_no_text_is_refused),
        cmocka_unit_test(notes_alone_are_no_news),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
