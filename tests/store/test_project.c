#include "store/tamper.h"

static const char fill[] =
    "p Person.name Oussama Atar; as=a\np Person.alias Abu Ahmad; handling=hawk\np Person.birthDate 1984-05~\n"
    "p Person.birthDate no date\nf Family.person p\nf Family.relative somebody; as=f\nq Person.name "
    "\xd8\xa3\xd8\xb3\xd8\xa7"
    "\xd9\x85\xd8\xa9\nd Detention.facility Abu Ghraib\nd Detention.date 2004/2006\np Person.notes x\nu Person.unheard "
    "x";
static const char acts[] = "link; link=repeats; from=@a; to=@f\njudgement; a=p; b=q; judgement=same; as=j\n"
                           "decision; about=@j; decision=accepted\np Person.name Later\nq Person.name Later";

static void what_is_made_anew_is_what_was_filled_as_entries_came(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    case_make(&c);
    case_add(&c, fill);
    case_add(&c, acts);
    case_add_many(&c, 700);
    case_add_many(&c, 900);
    const char *before = tamper_dump(&c);
    OK(rt_projections_rebuild(c.store, &err));
    assert_string_equal(tamper_dump(&c), before);
    assert_true(rt_store_is_current(c.store));
    case_close(&c);
}

/* What is derived is no source of truth: whatever stands there, it comes back. */
static void what_was_lost_or_made_up_is_mended(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    case_make(&c);
    case_add(&c, fill);
    case_add(&c, acts);
    const char *before = tamper_dump(&c);
    tamper(&c, "DELETE FROM lookup; DELETE FROM name; DELETE FROM run; INSERT INTO edge VALUES (1, 1), (77, 9999); "
               "INSERT INTO mention VALUES (3, 3); DELETE FROM dated; DELETE FROM projection");
    assert_false(rt_store_is_current(c.store));
    rt_verdict v;
    OK(rt_audit_verify(c.store, NULL, &c.arena, &v, &err));
    assert_true(v.sound);
    case_reopen(&c, RT_OPEN_WRITE);
    OK(rt_projections_rebuild(c.store, &err));
    assert_string_equal(tamper_dump(&c), before);
    case_close(&c);
}

static void projections_of_another_version_are_told_and_mended(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    case_make(&c);
    case_add(&c, fill);
    tamper(&c, "UPDATE projection SET version = version + 1");
    assert_false(rt_store_is_current(c.store));
    case_reopen(&c, RT_OPEN_WRITE);
    OK(rt_projections_rebuild(c.store, &err));
    case_reopen(&c, RT_OPEN_READ);
    assert_true(rt_store_is_current(c.store));
    case_close(&c);
}

static void rows_that_lead_nowhere_crash_no_cursor(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_cursor *cursor;
    case_make(&c);
    case_add(&c, fill);
    case_add(&c, acts);
    tamper_postings ids = tamper_unpack(&c, "lookup"), names = tamper_unpack(&c, "name");
    for (size_t i = 0; i < ids.n; i++) ids.at[i].seq += 1000;
    for (size_t i = 0; i < names.n; i++) names.at[i].seq = 0;
    tamper(&c, "DELETE FROM lookup; DELETE FROM name; UPDATE OR IGNORE edge SET key = 1; UPDATE run SET last = 9999; "
               "UPDATE OR IGNORE mention SET seq = 3");
    tamper_pack(&c, "lookup", ids);
    tamper_pack(&c, "name", names);
    case_look_all(&c);
    assert_string_equal(case_about(&c, "nobody"), "");
    OK(rt_cursor_name(c.lens, RT_S("Oussama Atar"), &cursor, &err));
    assert_string_equal(case_values(&c, cursor), "");
    OK(rt_cursor_statement(c.lens, case_id(&c, "a"), &cursor, &err));
    assert_string_equal(case_values(&c, cursor), "");
    case_close(&c);
}

/* Keys wait in memory in windows of 2^20; a name of 16 words makes 17. */
static void more_keys_than_one_window_are_all_found(void **state) {
    (void)state;
    enum { NAMES = (1 << 20) / 17 + 5000 };
    test_case c;
    rt_error err = {0};
    rt_cursor *cursor;
    char name[256];
    case_make(&c);
    rt_batch *b = case_begin_batch(&c);
    for (int i = 0; i < NAMES; i++) {
        size_t n = 0;
        for (int k = 0; k < 15; k++) n += (size_t)snprintf(name + n, sizeof name - n, "w%d ", (i + k * k) % 5000);
        snprintf(name + n, sizeof name - n, "x%d", i);
        rt_entry e = rt_entry_new(RT_STATEMENT);
        e.entity = RT_S("p"), e.schema = RT_S("Person"), e.prop = RT_S("name"), e.value = rt_str_of(name);
        OK(rt_batch_add(b, &e, NULL, NULL, &err));
    }
    OK(rt_batch_commit(b, NULL, &err));
    rt_batch_close(b);
    case_look_all(&c);
    for (int i = 0; i < NAMES; i += NAMES / 40) {
        snprintf(name, sizeof name, "x%d", i);
        const rt_seen_list list = case_list(&c, case_bearers(&c, name));
        assert_int_equal(list.n, 1);
        OK(rt_cursor_name(c.lens, list.at[0].e.value, &cursor, &err));
        assert_int_equal(case_list(&c, cursor).n, 1);
    }
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_made_anew_is_what_was_filled_as_entries_came),
        cmocka_unit_test(what_was_lost_or_made_up_is_mended),
        cmocka_unit_test(projections_of_another_version_are_told_and_mended),
        cmocka_unit_test(rows_that_lead_nowhere_crash_no_cursor),
        cmocka_unit_test(more_keys_than_one_window_are_all_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
