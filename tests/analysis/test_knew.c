/* What had reached somebody, since when and how; what existed elsewhere and had not. */
#include "analysis/world.h"

static const rt_value *knew(world *w, const char *on) {
    w->asked.on = rt_str_of(on);
    return look_at_two(w, &rt_view_knew, "m", "p");
}

static void say_both(world *w) {
    world_init(w);
    say(w, "m PublicBody name = Example Ministry");
    say(w, "p Person name = Ali Example | speaker Registry | said_at 2000");
    say(w, "s PublicBody name = Example Service");
}

/* The row of this statement in a list, or NULL. */
static const rt_value *row_of(const rt_value *o, const char *list, rt_str id) {
    for (const rt_value *v = rt_value_first(node(o, list)); v != NULL; v = v->next)
        if (rt_str_eq(at(v, "statement"), id)) return v;
    return NULL;
}

static void what_they_said_themselves_they_knew_from_then_on(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_both(&w);
    const rt_str id = say(&w, "p Person notes = a note | speaker Example Ministry | said_at 2011-05");
    const rt_value *o = knew(&w, "2012"), *row = row_of(o, "knew", id);
    assert_str(at(row, "how"), "speaker");
    assert_str(at(row, "since"), "2011-05");
    assert_str(at(row, "reached"), "certain");
    assert_str(at(row_of(knew(&w, "2011-05-10"), "knew", id), "reached"), "possible");
    o = knew(&w, "2010");
    assert_null(row_of(o, "knew", id));
    assert_null(row_of(o, "elsewhere", id));
}

static void what_others_said_by_then_existed_elsewhere(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_both(&w);
    const rt_str id = say(&w, "p Person notes = a note | speaker Example Service | said_at 2011-05");
    const rt_value *o = knew(&w, "2012"), *row = row_of(o, "elsewhere", id);
    assert_null(row_of(o, "knew", id));
    assert_str(at(row, "holder.id"), "s");
    assert_str(at(row, "since"), "2011-05");
}

static rt_str say_letter(world *w) {
    const rt_str id = say(w, "a Assessment finding = not to be trusted | speaker Example Service");
    say(w, "a Assessment subject = p | speaker Example Service");
    say(w, "a Assessment author = Example Service");
    say(w, "a Assessment date = 2009");
    say(w, "l Message carries = a");
    say(w, "l Message sender = s");
    say(w, "l Message recipients = m");
    say(w, "l Message date = 2010-02");
    return id;
}

static void what_a_letter_carries_reaches_its_recipient(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_both(&w);
    const rt_str id = say_letter(&w);
    const rt_value *row = row_of(knew(&w, "2010-06"), "knew", id);
    assert_str(at(row, "how"), "recipient");
    assert_str(at(row, "through.id"), "l");
    assert_str(at(row, "since"), "2010-02");
    row = row_of(knew(&w, "2010-01-15"), "elsewhere", id);
    assert_str(at(row, "how"), "author");
    assert_str(at(row, "holder.id"), "s");
}

static void a_letter_reaches_them_on_the_day_of_receipt_where_that_is_told(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_both(&w);
    const rt_str id = say_letter(&w);
    say(&w, "l Message receivedAt = 2010-09-01");
    assert_null(row_of(knew(&w, "2010-06"), "knew", id));
    assert_str(at(row_of(knew(&w, "2010-09-02"), "knew", id), "since"), "2010-09-01");
}

static void whoever_holds_the_file_has_what_it_holds(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_both(&w);
    const rt_str id = say_letter(&w);
    say(&w, "c Custody item = a");
    say(&w, "c Custody holder = m");
    say(&w, "c Custody startDate = 2009-11");
    const rt_value *row = row_of(knew(&w, "2010-01"), "knew", id);
    assert_str(at(row, "how"), "holder");
    assert_str(at(row, "since"), "2009-11");
}

static void whom_a_condition_binds_was_possibly_told(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_both(&w);
    const rt_str id = say(&w, "c Condition rule = no passport | speaker Court");
    say(&w, "c Condition subject = p");
    say(&w, "c Condition subject = m");
    say(&w, "c Condition startDate = 2012-08");
    const rt_value *row = row_of(knew(&w, "2013"), "knew", id);
    assert_str(at(row, "how"), "bound by it");
    assert_str(at(row, "reached"), "possible");
}

static void what_one_of_theirs_knew_had_possibly_reached_them(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_both(&w);
    say(&w, "o Person name = A. Clerk");
    say(&w, "e Employment employee = o");
    say(&w, "e Employment employer = m");
    const rt_str id = say(&w, "p Person notes = a note | speaker A. Clerk | said_at 2006");
    const rt_value *row = row_of(knew(&w, "2010"), "knew", id);
    assert_str(at(row, "by.id"), "o");
    assert_str(at(row, "reached"), "possible");
}

static void employ(world *w, const char *start, const char *end) {
    const pair pairs[] = {{"employee", "o"}, {"employer", "m"}, {"startDate", start}, {"endDate", end}};
    say(w, "o Person name = A. Clerk");
    say_pairs(w, "e", "Employment", pairs, 4, "");
}

static void what_an_employee_knew_before_counts_from_the_day_he_came(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_both(&w);
    employ(&w, "2008-02-01", "2009-12-31");
    const rt_str id = say(&w, "p Person notes = a note | speaker A. Clerk | said_at 2006");
    assert_null(row_of(knew(&w, "2007-05"), "knew", id));
    const rt_value *row = row_of(knew(&w, "2010"), "knew", id);
    assert_str(at(row, "by.as"), "employee");
    assert_str(at(row, "span.0"), "2008-02-01");
    assert_str(at(row, "reached"), "possible");
    assert_int_equal(count_at(row, "by.statements"), 4);
}

static void what_an_employee_learned_after_he_left_did_not_reach_them(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_both(&w);
    employ(&w, "2003", "2005-12-31");
    const rt_str id = say(&w, "p Person notes = a note | speaker A. Clerk | said_at 2006");
    const rt_value *o = knew(&w, "2010");
    assert_null(row_of(o, "knew", id));
    assert_str(at(row_of(o, "elsewhere", id), "holder.id"), "o");
}

static void what_an_office_of_theirs_knew_they_knew(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_both(&w);
    say(&w, "f PublicBody name = Passport Office");
    say(&w, "f PublicBody parent = m");
    say(&w, "g PublicBody name = Passport Desk");
    say(&w, "g PublicBody parent = f");
    const rt_str id = say(&w, "p Person notes = a note | speaker Passport Desk | said_at 2006");
    const rt_value *row = row_of(knew(&w, "2010"), "knew", id);
    assert_str(at(row, "by.id"), "g");
    assert_str(at(row, "by.as"), "part");
    assert_str(at(row, "reached"), "certain");
}

static void an_office_that_was_theirs_later_brought_it_then(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_both(&w);
    say(&w, "f PublicBody name = Passport Office");
    say(&w, "f PublicBody parent = m | valid 2009-01-01/2010-12-31");
    const rt_str before = say(&w, "p Person notes = a note | speaker Passport Office | said_at 2006");
    const rt_str after = say(&w, "p Person notes = a second | speaker Passport Office | said_at 2012");
    const rt_value *o = knew(&w, "2013");
    assert_str(at(row_of(o, "knew", before), "span.0"), "2009-01-01");
    assert_null(row_of(o, "knew", after));
    assert_null(row_of(knew(&w, "2007"), "knew", before));
}

static void a_subsidiary_is_a_firm_of_its_own(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_both(&w);
    say(&w, "f Company name = Example Daughter");
    say(&w, "w Ownership owner = m");
    say(&w, "w Ownership asset = f");
    const rt_str id = say(&w, "p Person notes = a note | speaker Example Daughter | said_at 2006");
    const rt_value *row = row_of(knew(&w, "2010"), "knew", id);
    assert_str(at(row, "by.as"), "subsidiary");
    assert_str(at(row, "reached"), "possible");
}

static void a_letter_that_carries_a_statement_or_its_document_brings_it(void **state) {
    RT_AUTO(world) w;
    rt_entry paper = rt_entry_new(RT_DOCUMENT);
    char document[32], line[200];
    (void)state;
    say_both(&w);
    paper.sha256 = rt_str_printf(&w.arena, "%064d", 1);
    paper.name = RT_S("a paper");
    world_add(&w, &paper, document);
    const rt_str one = say(&w, "p Person notes = a note | speaker Example Service | said_at 2006");
    snprintf(line, sizeof line, "p Person notes = a second | speaker Example Service | said_at 2006 | document %.32s",
             document);
    const rt_str two = say(&w, line);
    const rt_str three = say(&w, "p Person notes = a third | speaker Example Service | said_at 2006");
    snprintf(line, sizeof line, "l Message carries = %.32s", one.at);
    say(&w, line);
    snprintf(line, sizeof line, "l Message carries = %.32s", document);
    say(&w, line);
    say(&w, "l Message recipients = m");
    say(&w, "l Message date = 2010-02");
    say(&w, "l Message receivedAt = 2010-05-01");
    const rt_value *o = knew(&w, "2011");
    assert_str(at(row_of(o, "knew", one), "how"), "recipient");
    assert_str(at(row_of(o, "knew", one), "since"), "2010-05-01");
    assert_str(at(row_of(o, "knew", two), "through.id"), "l");
    assert_null(row_of(o, "knew", three));
    assert_null(row_of(knew(&w, "2010-04"), "knew", one));
}

static void a_letter_within_a_letter_brings_what_it_carries(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_both(&w);
    const rt_str id = say(&w, "a Assessment finding = not to be trusted | speaker Example Service");
    say(&w, "a Assessment subject = p | speaker Example Service");
    say(&w, "k Message carries = a");
    say(&w, "k Message recipients = s");
    say(&w, "k Message date = 2009");
    say(&w, "l Message carries = k");
    say(&w, "l Message sender = s");
    say(&w, "l Message recipients = m");
    say(&w, "l Message date = 2010-02");
    assert_str(at(row_of(knew(&w, "2011"), "knew", id), "through.id"), "l");
}

static void what_passed_through_others_was_said_before_the_document(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_both(&w);
    const rt_str id = say(&w, "p Person notes = a note | speaker Someone | via Example Ministry | said_at 2006");
    const rt_value *row = row_of(knew(&w, ""), "knew", id);
    assert_str(at(row, "how"), "passed it on");
    assert_str(at(row, "span.0"), "2006-01-01");
    assert_int_equal(node(row, "span.1")->kind, RT_NULL);
    assert_str(at(row_of(knew(&w, "2010"), "knew", id), "reached"), "possible");
}

static void what_was_noted_on_an_event_later_did_not_reach_its_parties(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_both(&w);
    const rt_str when = say(&w, "v Vetting decision = issued | speaker Reporter | said_at 2016");
    const rt_str later = say(&w, "v Vetting notes = a mistake | speaker Reporter | said_at 2016");
    say(&w, "v Vetting subject = p");
    say(&w, "v Vetting authority = m");
    say(&w, "v Vetting date = 2013");
    const rt_value *o = knew(&w, "2014");
    assert_str(at(row_of(o, "knew", when), "how"), "authority");
    assert_null(row_of(o, "knew", later));
    assert_null(row_of(o, "elsewhere", later));
}

static void what_the_reader_may_not_see_was_known_to_nobody(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_both(&w);
    const rt_str id = say(&w, "p Person notes = a note | speaker Example Ministry | said_at 2011 | handling red");
    w.spec.narrowed = true;
    w.spec.clear = RT_S("amber");
    const rt_value *o = knew(&w, "2012");
    assert_null(row_of(o, "knew", id));
    assert_null(row_of(o, "elsewhere", id));
}

static void a_day_that_is_none_is_refused(void **state) {
    RT_AUTO(world) w;
    rt_str two[] = {RT_S("m"), RT_S("p")};
    (void)state;
    say_both(&w);
    w.asked.on = RT_S("some day");
    assert_null(try_look(&w, &rt_view_knew, (rt_strs){two, 2}));
    assert_int_equal(rt_str_find(rt_str_of(w.err.message), RT_S("--on takes a date")), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_they_said_themselves_they_knew_from_then_on),
        cmocka_unit_test(what_others_said_by_then_existed_elsewhere),
        cmocka_unit_test(what_a_letter_carries_reaches_its_recipient),
        cmocka_unit_test(a_letter_reaches_them_on_the_day_of_receipt_where_that_is_told),
        cmocka_unit_test(whoever_holds_the_file_has_what_it_holds),
        cmocka_unit_test(whom_a_condition_binds_was_possibly_told),
        cmocka_unit_test(what_one_of_theirs_knew_had_possibly_reached_them),
        cmocka_unit_test(what_an_employee_knew_before_counts_from_the_day_he_came),
        cmocka_unit_test(what_an_employee_learned_after_he_left_did_not_reach_them),
        cmocka_unit_test(what_an_office_of_theirs_knew_they_knew),
        cmocka_unit_test(an_office_that_was_theirs_later_brought_it_then),
        cmocka_unit_test(a_subsidiary_is_a_firm_of_its_own),
        cmocka_unit_test(a_letter_that_carries_a_statement_or_its_document_brings_it),
        cmocka_unit_test(a_letter_within_a_letter_brings_what_it_carries),
        cmocka_unit_test(what_passed_through_others_was_said_before_the_document),
        cmocka_unit_test(what_was_noted_on_an_event_later_did_not_reach_its_parties),
        cmocka_unit_test(what_the_reader_may_not_see_was_known_to_nobody),
        cmocka_unit_test(a_day_that_is_none_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
