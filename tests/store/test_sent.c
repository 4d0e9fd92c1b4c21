/* Notes of what went out, and who holds what is to be erased. */
#include "store/sending_case.h"

/* --- helpers ------------------------------------------------------------------------------------------------------ */

/* Who holds what would go with it: "Anna Ben?", with "?" behind those who possibly do. */
static const char *who_has(test_case *c, const char *name) {
    RT_AUTO(rt_buf) out = {0};
    rt_gone_list gone;
    const rt_holder_list list = holders_of(c, name, &gone);
    for (size_t i = 0; i < list.n; i++)
        rt_buf_printf(&out, "%s%.*s%s", i > 0 ? " " : "", RT_FMT(list.at[i].sent.who),
                      list.at[i].certain > 0 ? "" : "?");
    return rt_str_z(&c->arena, rt_buf_str(&out));
}

static const rt_lens_spec all = {.narrowed = false}, green = {.narrowed = true, .clear = RT_S_INIT("green")},
                          hawk = {.narrowed = true, .clear = RT_S_INIT("hawk,amber")};

static size_t notes_seen(test_case *c, rt_lens_spec spec) {
    rt_error err = {0};
    rt_cursor *cursor;
    case_look(c, spec);
    OK(rt_cursor_sent(c->lens, &cursor, &err));
    return case_list(c, cursor).n;
}

/* --- the note ----------------------------------------------------------------------------------------------------- */

static void a_note_says_to_whom_what_went_through_which_lens(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_cursor *cursor;
    rt_str sources[] = {RT_S("un"), RT_S("ofac")};
    case_make(&c);
    case_add(&c, "p Person.name Abe; dataset=un\nq Person.name Ben; dataset=un; handling=kite");
    went(&c, "jsonl documents",
         (rt_lens_spec){.narrowed = true,
                        .clear = RT_S("red,kite,hawk"),
                        .as_of = RT_S("2099"),
                        .said_by = RT_S("2098"),
                        .sources = {sources, 2}},
         "Anna");
    case_look_all(&c);
    OK(rt_cursor_sent(c.lens, &cursor, &err));
    const rt_seen_list list = case_list(&c, cursor);
    assert_int_equal(list.n, 1);
    const rt_entry *e = &list.at[0].e;
    assert_str(e->who, "Anna");
    assert_str(e->why, "a request");
    assert_str(e->handling, "hawk,kite,red");
    assert_int_equal(e->entries, 2);
    static const char *const through[] = {"clear=hawk,kite,red", "said-by=2098", "as-of=2099", "source=un",
                                          "source=ofac"};
    assert_int_equal(e->through.n, 5);
    for (size_t i = 0; i < 5; i++) assert_str(e->through.at[i], through[i]);
    assert_int_equal(e->formats.n, 2);
    assert_string_equal(verify(&c, NULL).what, "");
    case_close(&c);
}

static void who_could_not_have_had_what_went_learns_nothing_of_the_note(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name Abe\nq Person.name Ben; handling=hawk,amber");
    went(&c, "jsonl", hawk, "Anna");
    went(&c, "jsonl", all, "Ben");
    assert_int_equal(notes_seen(&c, green), 0);
    assert_int_equal(notes_seen(&c, hawk), 2);
    assert_int_equal(notes_seen(&c, all), 2);
    went(&c, "jsonl", green, "Cid");
    assert_int_equal(notes_seen(&c, green), 1);
    assert_int_equal(notes_seen(&c, (rt_lens_spec){.narrowed = true}), 0);
    case_look(&c, green);
    assert_string_equal(case_all(&c), "Abe sent");
    case_close(&c);
}

static void the_same_may_go_to_the_same_once_more(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name Abe; as=s");
    went(&c, "jsonl", all, "Anna");
    went(&c, "jsonl", all, "Anna");
    assert_string_equal(who_has(&c, "s"), "Anna Anna");
    case_close(&c);
}

/* --- who holds it ------------------------------------------------------------------------------------------------- */

static void an_export_holds_what_its_lens_let_through_when_it_went(void **state) {
    (void)state;
    test_case c;
    rt_str un = RT_S("un");
    case_make(&c);
    case_add(&c, "p Person.name Abe; dataset=un; as=s\nq Person.name Ben; handling=hawk; as=h");
    went(&c, "jsonl", green, "Green");
    went(&c, "jsonl", hawk, "Hawk");
    went(&c, "jsonl", (rt_lens_spec){.sources = {&un, 1}}, "Un");
    went(&c, "jsonl", (rt_lens_spec){.as_of = RT_S("2020-01-01")}, "Past");
    went(&c, "jsonl", (rt_lens_spec){.at = RT_S("2004")}, "Then");
    case_add(&c, "r Person.name Cid; dataset=un; valid=2005; as=later");
    assert_string_equal(who_has(&c, "s"), "Green Hawk Un Then");
    assert_string_equal(who_has(&c, "h"), "Hawk Then");
    assert_string_equal(who_has(&c, "later"), "");
    went(&c, "jsonl", (rt_lens_spec){.at = RT_S("2004")}, "Again");
    went(&c, "jsonl", (rt_lens_spec){.at = RT_S("2005")}, "Still");
    assert_string_equal(who_has(&c, "later"), "Still");
    case_close(&c);
}

static void what_was_taken_back_before_it_went_is_in_the_entries_and_not_in_the_values(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name Abe; speaker=A; as=s\np Person.alias Bee; speaker=A; as=t\n"
                 "p Person.notes ill; stance=denies; as=no\nq Person.name Cid; as=r");
    went(&c, "ftm", all, "Early");
    case_add(&c, "link; link=replaces; from=@r; to=@s; as=l\np Person.alias Bee; speaker=A; stance=retracts; as=back");
    went(&c, "ftm", all, "Late");
    went(&c, "statements", all, "Rows");
    went(&c, "jsonl", all, "Whole");
    assert_string_equal(who_has(&c, "s"), "Early Whole");
    assert_string_equal(who_has(&c, "t"), "Early Whole");
    assert_string_equal(who_has(&c, "no"), "Whole");
    assert_string_equal(who_has(&c, "r"), "Early Late Rows Whole");
    assert_string_equal(who_has(&c, "l"), "Whole");
    case_close(&c);
}

static void of_other_forms_it_is_told_what_they_may_hold(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name Abe; as=s\nq Person.name Ben; as=t\njudgement; a=p; b=q; judgement=same; as=j\n"
                 "document; sha256=bb23456789012345678901234567890123456789012345678901234567890123; as=d\n"
                 "r Person.name Cid; handling=hawk; as=h");
    went(&c, "pdf", green, "Report");
    went(&c, "statements", green, "Rows");
    went(&c, "ftm documents", green, "Papers");
    went(&c, "a-form-of-later", green, "Bundle");
    went(&c, "backup", all, "Copy");
    assert_string_equal(who_has(&c, "s"), "Report? Rows Papers Bundle? Copy");
    assert_string_equal(who_has(&c, "j"), "Report? Rows? Bundle? Copy");
    assert_string_equal(who_has(&c, "d"), "Report? Papers Bundle? Copy");
    assert_string_equal(who_has(&c, "h"), "Copy");
    case_close(&c);
}

static void a_note_that_was_restored_tells_what_it_possibly_was(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name Abe; recorded_at=2020-01-01T00:00:00.000000Z; recorded_by=A; as=s\n"
                 "sent; who=Anna; formats=jsonl; through=as-of=0123456789abcdef0123456789abcdef; "
                 "recorded_at=2020-01-02T00:00:00.000000Z; recorded_by=A\n"
                 "sent; who=Ben; formats=backup; recorded_at=2020-01-02T00:00:00.000000Z; recorded_by=A\n"
                 "q Person.name Ben; recorded_at=2020-01-01T00:00:00.000000Z; recorded_by=A; as=behind\n"
                 "r Person.name Cid; as=now");
    assert_string_equal(who_has(&c, "s"), "Anna? Ben?");
    assert_string_equal(who_has(&c, "behind"), "Anna? Ben?");
    assert_string_equal(who_has(&c, "now"), "");
    case_close(&c);
}

/* --- erasing ------------------------------------------------------------------------------------------------------ */

static void what_was_recorded_anew_may_have_gone_out_before(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "document; sha256=bb23456789012345678901234567890123456789012345678901234567890123; as=d\n"
                 "p Person.name Abe; document=@d; quote=So it stands; as=s");
    went(&c, "jsonl", green, "Anna");
    const rt_erase_report first = erase(&c, "d");
    assert_int_equal(first.went_to.n, 1);
    assert_int_equal(first.went_to.at[0].certain, 2);
    c.named[c.n_named].name = RT_S("anew");
    memcpy(c.named[c.n_named++].id, first.gone.at[1].stand_in, 33);
    assert_string_equal(who_has(&c, "anew"), "Anna?");
    case_close(&c);
}

static void what_named_something_that_is_gone_may_have_gone_out(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name Abe; as=s\nq Person.name Ben; as=t\njudgement; a=p; b=q; judgement=same; as=j");
    went(&c, "jsonl", green, "Anna");
    (void)erase(&c, "s"); /* nobody visible is p any more */
    assert_string_equal(who_has(&c, "j"), "Anna?");
    assert_string_equal(who_has(&c, "t"), "Anna");
    case_close(&c);
}

static void a_note_that_names_what_goes_is_recorded_anew_without_it(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_cursor *cursor;
    case_make(&c);
    case_add(&c, "document; sha256=bb23456789012345678901234567890123456789012345678901234567890123; as=d\n"
                 "p Person.name Abe; document=@d; as=s\nq Person.name Ben; as=t");
    rt_str document = case_id(&c, "d");
    went(&c, "jsonl", (rt_lens_spec){.sources = {&document, 1}}, "Anna");
    const rt_erase_report report = erase(&c, "d");
    assert_int_equal(report.went_to.n, 1);
    assert_false(stands_in_file(&c, RT_S("bb23456789")) || id_stands_in_file(&c, document));
    case_look_all(&c);
    OK(rt_cursor_sent(c.lens, &cursor, &err));
    const rt_seen_list list = case_list(&c, cursor);
    assert_int_equal(list.n, 1);
    assert_str(list.at[0].e.through.at[0], "source=(erased)");
    assert_string_equal(who_has(&c, "t"), "Anna?"); /* its source is not known any more */
    assert_string_equal(verify(&c, NULL).what, "");
    case_close(&c);
}

static void a_note_may_itself_be_erased_and_what_it_says_is_told_as_remaining(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.notes Zqxvalue of hers; as=s");
    went(&c, "jsonl", all, "Zqxvalue of hers");
    const rt_erase_report first = erase(&c, "s");
    assert_true(first.remains_n == 1 && first.remains[0].entries == 1);
    assert_str(rt_str_of(first.remains[0].ids[0]), rt_str_z(&c.arena, case_id(&c, "Zqxvalue of hers")));
    const rt_erase_report second = erase(&c, "Zqxvalue of hers");
    assert_int_equal(second.remains_n, 0);
    assert_false(stands_in_file(&c, RT_S("Zqxvalue")));
    assert_int_equal(notes_seen(&c, all), 0);
    case_close(&c);
}

/* Who began to export before an erasure sees what went with it, and the erasure did not know of them. */
static void nothing_goes_out_of_a_case_from_which_something_was_erased_meanwhile(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_store *reader;
    rt_lens *lens;
    rt_erase_report report;
    char id[33];
    rt_str format = RT_S("jsonl");
    const char *const name = "s";
    const rt_sending sending = {
        .who = RT_S("Anna"), .formats = {&format, 1}, .by = RT_S("B"), .program = RT_S("tests 1")};
    case_make(&c);
    case_add(&c, "p Person.name Abe; as=s");
    OK(rt_store_open(c.path, RT_OPEN_READ, &reader, &err));
    OK(rt_lens_open(reader, &all, &lens, &err));
    const rt_erase_asked asked = asked_for(&c, &name, 1);
    sqlite3_busy_timeout(c.store->db, 0);                 /* else it waits for a while */
    FAILS(try_erase(&c, &asked, &report, &err), RT_BUSY); /* committed, and the file is still to be written anew */
    FAILS(rt_sending_note(c.store, lens, &sending, id, &err), RT_BUSY);
    assert_int_equal(notes_seen(&c, all), 0);
    rt_lens_close(lens);
    rt_store_close(reader);
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_note_says_to_whom_what_went_through_which_lens),
        cmocka_unit_test(who_could_not_have_had_what_went_learns_nothing_of_the_note),
        cmocka_unit_test(the_same_may_go_to_the_same_once_more),
        cmocka_unit_test(an_export_holds_what_its_lens_let_through_when_it_went),
        cmocka_unit_test(what_was_taken_back_before_it_went_is_in_the_entries_and_not_in_the_values),
        cmocka_unit_test(of_other_forms_it_is_told_what_they_may_hold),
        cmocka_unit_test(a_note_that_was_restored_tells_what_it_possibly_was),
        cmocka_unit_test(what_was_recorded_anew_may_have_gone_out_before),
        cmocka_unit_test(what_named_something_that_is_gone_may_have_gone_out),
        cmocka_unit_test(a_note_that_names_what_goes_is_recorded_anew_without_it),
        cmocka_unit_test(nothing_goes_out_of_a_case_from_which_something_was_erased_meanwhile),
        cmocka_unit_test(a_note_may_itself_be_erased_and_what_it_says_is_told_as_remaining),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
