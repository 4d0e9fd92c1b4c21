#include "store/erasing_case.h"
#include "store/killing.h"

/* --- what goes ---------------------------------------------------------------------------------------------------- */

static void no_text_id_or_salt_of_it_is_left_in_the_file(void **state) {
    static const char *const traces[] = {"Zqxvalue",   "zqxvalue", "Zqxoriginal", "Zqxquote", "Zqxlocator",
                                         "zqx-entity", "Zqxclerk", "Zqxvia",      "zqxset",   "Zqxreason"};
    (void)state;
    test_case c;
    case_make(&c);
    case_add_many(&c, 40);
    case_add(&c, "zqx-entity Person.name Zqxvalue \"quoted\" of hers; original=Zqxoriginal; quote=Zqxquote \\ back; "
                 "locator=Zqxlocator 7; speaker=Zqxclerk; via=Zqxvia; dataset=zqxset; handling=hawk; as=s\n"
                 "link; link=opposes; from=@s; to=@s; why=Zqxreason; as=l");
    const rt_checkpoint before = head_of(&c);
    case_add_many(&c, 300);
    for (size_t i = 0; i < sizeof traces / sizeof *traces; i++)
        if (strcmp(traces[i], "zqxvalue") != 0) assert_true(stands_in_file(&c, rt_str_of(traces[i])));
    assert_true(id_stands_in_file(&c, case_id(&c, "s")));
    const rt_erase_report report = erase(&c, "s");
    assert_int_equal(report.gone.n, 2);
    assert_int_equal(report.remains_n, 0);
    for (size_t i = 0; i < sizeof traces / sizeof *traces; i++)
        if (strcmp(traces[i], "zqxset") != 0 && stands_in_file(&c, rt_str_of(traces[i]))) fail_msg("%s", traces[i]);
    for (size_t i = 0; i < report.gone.n; i++) {
        const rt_gone *g = &report.gone.at[i];
        assert_false(id_stands_in_file(&c, g->e.id));
        assert_false(stands_in_file(&c, (rt_str){(const char *)g->salt, sizeof g->salt}));
        assert_true(stands_in_file(&c, (rt_str){(const char *)g->commitment.bytes, 32}));
    }
    is_sound(&c, &before, 2);
    case_close(&c);
}

/* SQLite as others build it leaves what is deleted in free pages, and on pages from which cells moved. */
static void what_free_pages_kept_of_it_goes_too(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name Zqxvalue of hers; as=s");
    tamper(&c, "PRAGMA secure_delete = OFF; CREATE TABLE other (t); INSERT INTO other VALUES ('Zqxvalue of hers'), "
               "('something else'); DELETE FROM other WHERE t <> 'something else'; CREATE TABLE dropped (t); "
               "INSERT INTO dropped VALUES ('Zqxvalue of hers'); DROP TABLE dropped; DROP TABLE other");
    case_reopen(&c, RT_OPEN_WRITE);
    assert_int_equal(erase(&c, "s").remains_n, 0);
    assert_false(stands_in_file(&c, RT_S("Zqxvalue")));
    is_sound(&c, NULL, 1);
    case_close(&c);
}

static void what_names_it_goes_too_and_what_does_not_stays(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    case_make(&c);
    case_add(&c, "p Person.name Abe Bee; as=s\nq Person.name Cid Dee; as=t\nlink; link=repeats; from=@t; to=@s; as=l\n"
                 "decision; about=@l; decision=accepted; as=d\njudgement; a=p; b=q; judgement=same; as=j\n"
                 "p Screen.shown @s; as=shown\nq Person.notes see the entry; as=n");
    rt_gone_list plan;
    const char *const name = "s";
    const rt_erase_asked asked = asked_for(&c, &name, 1);
    OK(rt_erase_plan(c.store, &asked, &c.arena, &plan, &err));
    assert_int_equal(plan.n, 3);
    (void)erase(&c, "s");
    const char *log = log_of(&c);
    for (size_t i = 0; i < c.n_named; i++) {
        const bool goes = strchr("sld", c.named[i].name.at[0]) != NULL && !rt_str_is(c.named[i].name, "shown");
        if ((strstr(log, c.named[i].id) == NULL) != goes) fail_msg("%.*s", RT_FMT(c.named[i].name));
    }
    is_sound(&c, NULL, 3);
    case_close(&c);
}

static void a_page_that_showed_it_loses_the_line_and_its_hash(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name Abe Bee; as=s");
    char line[128];
    snprintf(line, sizeof line, "v Screen.shown %.32s; as=shown", case_id(&c, "s").at);
    case_add(&c, "v Screen.contentHash 0123456789012345678901234567890123456789012345678901234567890123; as=hash\n"
                 "w Screen.contentHash 1123456789012345678901234567890123456789012345678901234567890123; as=other\n"
                 "v Screen.asked Abe; as=asked");
    case_add(&c, line);
    assert_int_equal(erase(&c, "s").gone.n, 3);
    const char *log = log_of(&c);
    assert_null(strstr(log, case_id(&c, "hash").at));
    assert_non_null(strstr(log, case_id(&c, "other").at));
    assert_non_null(strstr(log, case_id(&c, "asked").at));
    case_close(&c);
}

/* --- what is recorded anew ---------------------------------------------------------------------------------------- */

static const char sum[] = "aa23456789012345678901234567890123456789012345678901234567890123";

static void read_a_file(test_case *c, const char *line) {
    rt_error err = {0};
    rt_entry e = rt_entry_new(RT_READ);
    rt_batch *b = case_begin_batch(c);
    e.name = RT_S("people.json"), e.sha256 = rt_str_of(sum), e.size = 123456, e.dataset = RT_S("people");
    OK(case_put(c, b, line, NULL, &err));
    OK(rt_batch_note(b, &e, &err));
    OK(rt_batch_commit(b, NULL, &err));
    rt_batch_close(b);
}

static void a_file_that_was_read_since_is_noted_without_its_hash(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    read_a_file(&c, "p Person.name Earlier; dataset=people");
    case_add(&c, "q Person.name Abe Bee; as=s");
    read_a_file(&c, "r Person.name Later; dataset=people");
    const rt_erase_report report = erase(&c, "s");
    assert_int_equal(report.gone.n, 2);
    assert_true(report.gone.at[1].stands_in && report.gone.at[1].e.type == RT_READ);
    const char *log = log_of(&c), *first = strstr(log, sum);
    assert_non_null(first);
    assert_null(strstr(first + 1, sum));
    assert_string_equal(verify(&c, NULL).what, "");
    case_close(&c);
}

static void statements_of_a_document_are_recorded_anew_and_what_names_them_follows(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "document; sha256=bb23456789012345678901234567890123456789012345678901234567890123; name=letter.txt; "
                 "title=Zqxtitle; as=d");
    case_add(&c, "p Person.name Abe Bee; document=@d; locator=bytes 1 to 9; quote=Zqxquote; speaker=A; as=s\n"
                 "q Person.name Cid Dee; as=t\nlink; link=repeats; from=@t; to=@s; why=so; as=l\n"
                 "decision; about=@l; decision=accepted; as=dec");
    const rt_erase_report report = erase(&c, "d");
    assert_int_equal(report.gone.n, 4);
    const char *log = log_of(&c);
    assert_false(stands_in_file(&c, RT_S("Zqx")) || stands_in_file(&c, RT_S("bb2345678901")));
    for (size_t i = 1; i < report.gone.n; i++) {
        const rt_gone *g = &report.gone.at[i];
        assert_true(g->stands_in);
        assert_false(id_stands_in_file(&c, g->e.id));
        assert_non_null(strstr(log, g->stand_in));
    }
    RT_AUTO(rt_buf) named = {0};
    rt_buf_printf(&named, "\"to\":\"%s\"", report.gone.at[1].stand_in);
    rt_buf_byte(&named, 0);
    assert_non_null(strstr(log, named.at));
    is_sound(&c, NULL, 4);
    case_look_all(&c);
    assert_string_equal(case_about(&c, "p"), "Abe Bee");
    case_close(&c);
}

static void with_its_statements_a_document_leaves_nothing(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_erase_report report;
    const char *const name = "d";
    case_make(&c);
    case_add(&c, "document; sha256=bb23456789012345678901234567890123456789012345678901234567890123; as=d");
    case_add(&c, "p Person.name Zqxname; document=@d; quote=Zqxquote; as=s\nq Person.name Cid Dee\n"
                 "link; link=supports; from=@s; to=q");
    rt_erase_asked asked = asked_for(&c, &name, 1);
    asked.with_statements = true;
    OK(try_erase(&c, &asked, &report, &err));
    assert_int_equal(report.gone.n, 3);
    assert_false(stands_in_file(&c, RT_S("Zqx")));
    is_sound(&c, NULL, 3);
    case_close(&c);
}

/* --- what remains ------------------------------------------------------------------------------------------------- */

static void what_other_entries_give_is_told_and_no_failure(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name Abe \"B\" Cee; speaker=A; as=s\nq Person.notes a cousin of Abe \"B\" Cee; as=t\n"
                 "judgement; a=p; b=q; judgement=different; why=Abe \"B\" Cee is older; as=j");
    const rt_erase_report report = erase(&c, "s");
    assert_int_equal(report.remains_n, 1);
    assert_str(report.remains[0].text, "Abe \"B\" Cee");
    assert_int_equal(report.remains[0].entries, 2);
    assert_string_equal(report.remains[0].ids[0], case_id(&c, "t").at);
    is_sound(&c, NULL, 1);
    case_close(&c);
}

static void judgements_on_what_a_statement_goes_of_are_told(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name Zażółć; as=s\nq Person.name Abe\nr Person.name Cee; as=other\n"
                 "judgement; a=p; b=q; judgement=same; why=an order; explanation=name zazolc / abe; as=first\n"
                 "judgement; a=q; b=r; judgement=different; why=an order\n"
                 "judgement; a=r; b=p; judgement=different; why=an order; as=last");
    const rt_erase_report report = erase(&c, "s");
    assert_int_equal(report.judged.entries, 2);
    assert_string_equal(report.judged.ids[0], case_id(&c, "first").at);
    assert_string_equal(report.judged.ids[1], case_id(&c, "last").at);
    is_sound(&c, NULL, 1);
    case_close(&c);
}

/* --- whatever was done to it before ------------------------------------------------------------------------------- */

static void what_was_retracted_replaced_or_restored_goes_too(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name Zqxone; speaker=A; as=s\np Person.name Zqxone; speaker=A; stance=retracts; as=r\n"
                 "p Person.name Newer; speaker=A; as=n\nlink; link=replaces; from=@n; to=@s");
    case_add(&c, "p Person.name Zqxtwo; recorded_at=2020-01-01T00:00:00.000000Z; recorded_by=B; as=old");
    assert_int_equal(erase(&c, "s").gone.n, 2);
    assert_true(stands_in_file(&c, RT_S("Zqxone"))); /* the retraction repeats it */
    assert_int_equal(erase(&c, "r").gone.n, 1);
    assert_false(stands_in_file(&c, RT_S("Zqxone")));
    assert_int_equal(erase(&c, "old").gone.n, 1);
    assert_false(stands_in_file(&c, RT_S("Zqxtwo")));
    is_sound(&c, NULL, 4);
    case_close(&c);
}

static void entries_that_account_for_others_are_refused(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_erase_report report;
    case_make(&c);
    case_add(&c, "p Person.name Abe Bee; as=s");
    const rt_str erasure = erase(&c, "s").erasures.at[0];
    const char *const name = "s";
    rt_erase_asked asked = asked_for(&c, &name, 1);
    FAILS(try_erase(&c, &asked, &report, &err), RT_ABSENT);
    asked.ids.at[0] = erasure;
    FAILS(try_erase(&c, &asked, &report, &err), RT_BAD);
    asked.ids.at[0] = report.batch;
    FAILS(try_erase(&c, &asked, &report, &err), RT_ABSENT);
    is_sound(&c, NULL, 1);
    case_close(&c);
}

/* --- who may know ------------------------------------------------------------------------------------------------- */

static void an_erasure_is_seen_by_those_who_saw_what_went(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_cursor *cursor;
    case_make(&c);
    case_add(&c, "p Person.name Open; as=s\np Person.name Hidden; handling=hawk; as=h\n"
                 "link; link=opposes; from=@h; to=@s; as=l\nq Person.name Other; as=o");
    (void)erase(&c, "h");
    case_look(&c, (rt_lens_spec){.narrowed = true});
    OK(rt_cursor_erasures(c.lens, &cursor, &err));
    assert_int_equal(case_list(&c, cursor).n, 0);
    (void)erase(&c, "s");
    case_look(&c, (rt_lens_spec){.narrowed = true});
    OK(rt_cursor_erasures(c.lens, &cursor, &err));
    assert_int_equal(case_list(&c, cursor).n, 1);
    case_look_all(&c);
    OK(rt_cursor_erasures(c.lens, &cursor, &err));
    const rt_seen_list all = case_list(&c, cursor);
    assert_int_equal(all.n, 2);
    assert_str(all.at[0].e.handling, "hawk");
    assert_int_equal(all.at[0].e.commitments.n, 2);
    case_close(&c);
}

/* --- what audit finds --------------------------------------------------------------------------------------------- */

static void a_dropped_entry_does_not_pass_for_an_erased_one(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add_many(&c, 20);
    case_add(&c, "p Person.name Abe Bee; as=s");
    (void)erase(&c, "s");
    rt_log log;
    rt_log_item item = {0};
    rt_error err = {0};
    bool more;
    RT_AUTO(rt_buf) sql = {0};
    OK(rt_log_open(&log, c.store, 7, 8, &err));
    OK(rt_log_next(&log, &item, &more, &err));
    rt_buf_add(&sql, RT_S("INSERT INTO erased VALUES (7, x'"));
    rt_buf_hex(&sql, item.commitment.bytes, 32);
    rt_buf_add(&sql, RT_S("'); DELETE FROM statement WHERE seq = 7"));
    rt_buf_byte(&sql, 0);
    rt_log_close(&log);
    tamper(&c, sql.at);
    const rt_verdict v = verify(&c, NULL);
    assert_false(v.sound);
    assert_int_equal(v.first_bad, 7);
    assert_non_null(strstr(v.what, "no erasure names it"));
    assert_true(v.erased == 2 && v.erasures == 1 && v.unaccounted == 1);
    case_close(&c);
}

/* An erasure that names this entry, as another log's export would bring it; or, by act, as if made here. */
static rt_status name_in_another(test_case *c, const rt_hash *commitment, bool act, rt_error *told) {
    rt_error err = {0};
    rt_batch *batch;
    char id[32];
    RT_AUTO(rt_buf) hex = {0};
    rt_buf_hex(&hex, commitment->bytes, sizeof commitment->bytes);
    rt_str named = rt_buf_str(&hex), type = RT_S("statement");
    const rt_entry e = {
        .type = RT_ERASURE, .authority = RT_S("nobody"), .commitments = {&named, 1}, .types = {&type, 1}};
    OK(rt_batch_begin(c->store, &case_batch, &batch, &err));
    rt_status s = act ? rt_batch_act(batch, &e, id, told) : rt_batch_add(batch, &e, id, NULL, told);
    if (s.code == RT_OK) s = rt_batch_commit(batch, NULL, told);
    rt_batch_close(batch);
    return s;
}

/* A copy of the case knows the commitments of its entries, and so does who was given an export. */
static void an_erasure_from_elsewhere_accounts_for_nothing_here(void **state) {
    (void)state;
    test_case c;
    rt_log log;
    rt_log_item item = {0};
    rt_error err = {0};
    const rt_hash unknown = {{7}};
    int64_t n = 0;
    case_make(&c);
    case_add(&c, "p Person.name Zqxone; as=s\np Person.name Zqxtwo");
    (void)erase(&c, "s");
    rt_hash commitments[5];
    OK(rt_log_open(&log, c.store, 0, INT64_MAX, &err));
    for (bool more; n < 5; n++) {
        OK(rt_log_next(&log, &item, &more, &err));
        assert_true(more);
        commitments[n] = item.commitment;
    }
    rt_log_close(&log);
    for (int64_t i = 0; i < n; i++) {
        assert_int_equal(name_in_another(&c, &commitments[i], false, &err).code, RT_BAD);
        assert_non_null(strstr(err.message, "of this very log"));
    }
    OK(name_in_another(&c, &unknown, false, &err));
    is_sound(&c, NULL, 1);
    case_close(&c);
}

static void a_bare_commitment_that_two_erasures_name_is_found(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    case_make(&c);
    case_add(&c, "p Person.name Zqxone; as=s");
    const rt_erase_report report = erase(&c, "s");
    OK(name_in_another(&c, &report.gone.at[0].commitment, true, &err));
    const rt_verdict v = verify(&c, NULL);
    assert_false(v.sound);
    assert_int_equal(v.first_bad, 1);
    assert_non_null(strstr(v.what, "2 erasures name it"));
    case_close(&c);
}

static void a_changed_commitment_is_found(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add_many(&c, 20);
    case_add(&c, "p Person.name Abe Bee; as=s");
    (void)erase(&c, "s");
    tamper(&c, "UPDATE erased SET commitment = zeroblob(32)");
    assert_false(verify(&c, NULL).sound);
    case_close(&c);
}

static void nobody_takes_a_row_out_that_has_no_bare_commitment(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name Abe Bee");
    sqlite3 *db = tamper_open(&c);
    assert_int_not_equal(sqlite3_exec(db, "DELETE FROM statement", NULL, NULL, NULL), SQLITE_OK);
    assert_int_not_equal(sqlite3_exec(db, "DELETE FROM act", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    case_close(&c);
}

static void who_reads_the_case_keeps_an_erasure_from_its_end(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_store *reader;
    rt_erase_report report;
    const char *const name = "s";
    case_make(&c);
    case_add(&c, "p Person.name Zqxname; as=s\np Person.name Other");
    const rt_erase_asked asked = asked_for(&c, &name, 1);
    OK(rt_store_open(c.path, RT_OPEN_READ, &reader, &err));
    sqlite3_busy_timeout(c.store->db, 0); /* else it waits for a while */
    FAILS(try_erase(&c, &asked, &report, &err), RT_BUSY);
    assert_true(verify(&c, NULL).unfinished);
    assert_false(verify(&c, NULL).sound);
    rt_store_close(reader);
    OK(try_erase(&c, &asked, &report, &err));
    assert_true(report.resumed);
    assert_false(stands_in_file(&c, RT_S("Zqx")));
    is_sound(&c, NULL, 1);
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_text_id_or_salt_of_it_is_left_in_the_file),
        cmocka_unit_test(what_free_pages_kept_of_it_goes_too),
        cmocka_unit_test(what_names_it_goes_too_and_what_does_not_stays),
        cmocka_unit_test(a_page_that_showed_it_loses_the_line_and_its_hash),
        cmocka_unit_test(a_file_that_was_read_since_is_noted_without_its_hash),
        cmocka_unit_test(statements_of_a_document_are_recorded_anew_and_what_names_them_follows),
        cmocka_unit_test(with_its_statements_a_document_leaves_nothing),
        cmocka_unit_test(what_other_entries_give_is_told_and_no_failure),
        cmocka_unit_test(judgements_on_what_a_statement_goes_of_are_told),
        cmocka_unit_test(what_was_retracted_replaced_or_restored_goes_too),
        cmocka_unit_test(entries_that_account_for_others_are_refused),
        cmocka_unit_test(an_erasure_is_seen_by_those_who_saw_what_went),
        cmocka_unit_test(a_dropped_entry_does_not_pass_for_an_erased_one),
        cmocka_unit_test(an_erasure_from_elsewhere_accounts_for_nothing_here),
        cmocka_unit_test(a_bare_commitment_that_two_erasures_name_is_found),
        cmocka_unit_test(a_changed_commitment_is_found),
        cmocka_unit_test(nobody_takes_a_row_out_that_has_no_bare_commitment),
        cmocka_unit_test(who_reads_the_case_keeps_an_erasure_from_its_end),
    };
    killing_begin(); /* nothing here needs to reach the disk */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
