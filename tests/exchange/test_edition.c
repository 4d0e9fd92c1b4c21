/* Lists that are given whole: what is new, what is gone, what is back; against a slow, obvious version. */
#include "exchange/importing.h"
#include "model/listed.h"

static void complete(importing *im, const char *day) {
    im->options.complete = true;
    im->options.dataset = RT_S("club");
    im->options.edition = rt_str_of(day);
}

#define MEMBER(id, name) "{\"id\":\"" id "\",\"schema\":\"Person\",\"properties\":{\"name\":[\"" name "\"]}}\n"

/* The entries of a type that the case holds, "ENTITY VALUE" or "ENTITY -" or "ENTITY STATEMENT" one a `|`. */
static rt_str listed(importing *im, rt_entry_type type) {
    RT_AUTO(rt_buf) out = {0};
    rt_error err = {0};
    rt_cursor *c;
    rt_seen_entry e;
    rt_lens *lens;
    bool more = true;
    case_reopen(&im->c, RT_OPEN_WRITE);
    OK(rt_lens_open(im->c.store, &(rt_lens_spec){.narrowed = false}, &lens, &err));
    OK(rt_cursor_all(lens, &c, &err));
    for (;;) {
        OK(rt_cursor_next(c, &e, &more, &err));
        if (!more) break;
        if (e.e.type != type) continue;
        rt_buf_printf(&out, "%.*s %.*s|", RT_FMT(e.e.entity),
                      RT_FMT(type == RT_STATEMENT    ? e.e.value
                             : e.e.statement.len > 0 ? RT_S("value")
                                                     : RT_S("whole")));
    }
    rt_cursor_close(c);
    rt_lens_close(lens);
    return rt_str_copy(&im->c.arena, rt_buf_str(&out));
}

static void what_is_no_longer_in_a_list_is_absent_from_its_edition(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    complete(&im, "2026-01-01");
    importing_takes(&im, "a.ftm.json", RT_S(MEMBER("m1", "Ann") MEMBER("m2", "Ben")));
    complete(&im, "2026-01-02");
    importing_takes(&im, "a.ftm.json", RT_S(MEMBER("m1", "Anna")));
    assert_str(listed(&im, RT_STATEMENT), "m1 Ann|m2 Ben|m1 Anna|");
    assert_str(listed(&im, RT_ABSENT_FROM), "m1 value|m2 whole|");
    assert_int_equal(im.report.editions[0].went, 1);
    assert_int_equal(im.report.editions[0].changed, 1);
    importing_end(&im);
}

static void a_value_that_is_back_is_said_anew_though_the_list_bears_no_date(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    for (int day = 0; day < 3; day++) {
        im.options.dataset = RT_S("club");
        im.options.complete = true; /* of today, each time */
        importing_takes(&im, "a.ftm.json", day == 1 ? RT_S(MEMBER("m2", "Ben")) : RT_S(MEMBER("m1", "Ann")));
    }
    assert_str(listed(&im, RT_STATEMENT), "m1 Ann|m2 Ben|m1 Ann|");
    assert_str(listed(&im, RT_ABSENT_FROM), "m1 whole|m2 whole|");
    importing_end(&im);
}

static void a_list_that_is_as_it_was_costs_one_entry_and_of_the_same_day_none(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    complete(&im, "2026-01-01");
    importing_takes(&im, "a.ftm.json", RT_S(MEMBER("m1", "Ann")));
    const int64_t size = im.report.batch.size;
    importing_takes(&im, "a.ftm.json", RT_S(MEMBER("m1", "Ann")));
    assert_int_equal(im.report.batch.size, size);
    complete(&im, "2026-01-02");
    importing_takes(&im, "a.ftm.json", RT_S(MEMBER("m1", "Ann")));
    assert_int_equal(im.report.batch.size, size + 2); /* the batch and what was read */
    assert_int_equal(im.report.batch.there, 1);
    importing_end(&im);
}

static void an_older_edition_is_refused_and_leaves_nothing(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    complete(&im, "2026-01-02");
    importing_takes(&im, "a.ftm.json", RT_S(MEMBER("m1", "Ann")));
    complete(&im, "2026-01-01");
    assert_int_equal(importing_read(&im, "a.ftm.json", RT_S(MEMBER("m2", "Ben"))), RT_BAD);
    assert_str(listed(&im, RT_STATEMENT), "m1 Ann|");
    importing_end(&im);
}

static void a_file_that_ends_badly_leaves_nothing(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    complete(&im, "2026-01-01");
    importing_takes(&im, "a.ftm.json", RT_S(MEMBER("m1", "Ann") MEMBER("m2", "Ben")));
    complete(&im, "2026-01-02");
    assert_int_equal(importing_read(&im, "a.ftm.json", RT_S(MEMBER("m1", "Ann") "{\"id\":\"m2\",\"sch")), RT_BAD);
    assert_str(listed(&im, RT_ABSENT_FROM), "");
    importing_end(&im);
}

static void lists_of_one_name_at_other_handlings_are_others(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    complete(&im, "2026-01-02");
    importing_takes(&im, "a.ftm.json", RT_S(MEMBER("m1", "Ann")));
    complete(&im, "2026-01-01"); /* older, but of another list */
    im.options.handling = RT_S("hawk");
    importing_takes(&im, "a.ftm.json", RT_S(MEMBER("m2", "Ben")));
    assert_str(listed(&im, RT_STATEMENT), "m1 Ann|m2 Ben|");
    assert_str(listed(&im, RT_ABSENT_FROM), "");
    importing_end(&im);
}

static void what_was_read_before_without_an_edition_counts_as_on_the_list(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    im.options.dataset = RT_S("club");
    importing_takes(&im, "a.ftm.json", RT_S(MEMBER("m1", "Ann") MEMBER("m2", "Ben")));
    complete(&im, "2026-01-01");
    importing_takes(&im, "a.ftm.json", RT_S(MEMBER("m1", "Ann")));
    assert_str(listed(&im, RT_STATEMENT), "m1 Ann|m2 Ben|");
    assert_str(listed(&im, RT_ABSENT_FROM), "m2 whole|");
    importing_end(&im);
}

static void what_is_derived_is_the_same_when_it_is_made_anew(void **state) {
    (void)state;
    importing im;
    rt_error err = {0};
    importing_begin(&im);
    complete(&im, "2026-01-01");
    importing_takes(&im, "a.ftm.json", RT_S(MEMBER("m1", "Ann") MEMBER("m2", "Ben")));
    case_reopen(&im.c, RT_OPEN_WRITE);
    OK(rt_projections_rebuild(im.c.store, &err));
    complete(&im, "2026-01-02");
    importing_takes(&im, "a.ftm.json", RT_S(MEMBER("m2", "Ben")));
    assert_str(listed(&im, RT_ABSENT_FROM), "m1 whole|");
    importing_end(&im);
}

/* --- against a slow, obvious version ------------------------------------------------------------------------------ */

enum { PEOPLE = 6, VALUES = 4, EDITIONS = 12 };

typedef struct roll {
    bool has[PEOPLE][VALUES];
} roll;

static unsigned next_random(unsigned *seed) {
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 16;
}

static void write_roll(const roll *r, rt_buf *out) {
    for (int p = 0; p < PEOPLE; p++)
        for (int v = 0; v < VALUES; v++)
            if (r->has[p][v])
                rt_buf_printf(out, "{\"id\":\"p%d\",\"schema\":\"Person\",\"properties\":{\"notes\":[\"v%d\"]}}\n", p,
                              v);
    rt_buf_add(out, RT_S(MEMBER("always", "There")));
}

/* Replays the log: what is on the list after it. */
static void replay(importing *im, roll *r) {
    rt_error err = {0};
    rt_cursor *c;
    rt_seen_entry e;
    rt_lens *lens;
    bool more = true;
    char ids[1024][33];
    int where[1024], n = 0;
    memset(r, 0, sizeof *r);
    case_reopen(&im->c, RT_OPEN_WRITE);
    OK(rt_lens_open(im->c.store, &(rt_lens_spec){.narrowed = false}, &lens, &err));
    OK(rt_cursor_all(lens, &c, &err));
    for (;;) {
        OK(rt_cursor_next(c, &e, &more, &err));
        if (!more) break;
        if (e.e.entity.len != 2) continue;
        const int p = e.e.entity.at[1] - '0';
        if (e.e.type == RT_STATEMENT) {
            const int v = e.e.value.at[1] - '0';
            r->has[p][v] = true;
            where[n] = p * VALUES + v;
            snprintf(ids[n++], 33, "%.*s", RT_FMT(e.e.id));
        } else if (e.e.statement.len == 0)
            memset(r->has[p], 0, sizeof r->has[p]);
        else
            for (int i = 0; i < n; i++)
                if (rt_str_is(e.e.statement, ids[i])) r->has[where[i] / VALUES][where[i] % VALUES] = false;
    }
    rt_cursor_close(c);
    rt_lens_close(lens);
}

static void the_log_replayed_gives_each_edition(void **state) {
    (void)state;
    for (unsigned seed = 1; seed <= 6; seed++) {
        importing im;
        unsigned random = seed;
        roll wanted, got;
        char day[16];
        importing_begin(&im);
        for (int i = 0; i < EDITIONS; i++) {
            RT_AUTO(rt_buf) text = {0};
            for (int p = 0; p < PEOPLE; p++)
                for (int v = 0; v < VALUES; v++) wanted.has[p][v] = next_random(&random) % 3 == 0;
            write_roll(&wanted, &text);
            snprintf(day, sizeof day, "2026-01-%02d", 1 + i / 2); /* two of each day */
            complete(&im, day);
            importing_takes(&im, "a.ftm.json", rt_buf_str(&text));
            replay(&im, &got);
            if (memcmp(&wanted, &got, sizeof got) != 0) fail_msg("seed %u, edition %d", seed, i);
        }
        importing_end(&im);
    }
}

/* --- the parts ---------------------------------------------------------------------------------------------------- */

static void editions_stand_in_the_order_of_days_and_of_times_where_both_tell_one(void **state) {
    (void)state;
    assert_true(rt_edition_cmp(RT_S("2026-01-01"), RT_S("2026-01-02")) < 0);
    assert_true(rt_edition_cmp(RT_S("2026-01-01T10:00:00Z"), RT_S("2026-01-01T09:00:00Z")) > 0);
    assert_int_equal(rt_edition_cmp(RT_S("2026-01-01T10:00:00Z"), RT_S("2026-01-01")), 0);
    assert_true(rt_edition_cmp(RT_S("-0044-03-15"), RT_S("0001-01-01")) < 0);
}

static void an_edition_is_one_day(void **state) {
    const char *why;
    (void)state;
    assert_true(rt_is_edition(RT_S("2026-01-01"), &why));
    assert_true(rt_is_edition(RT_S("2026-01-01T10:00:00Z"), &why));
    assert_false(rt_is_edition(RT_S("2026-01"), &why));
    assert_false(rt_is_edition(RT_S("2026-01-01?"), &why));
    assert_false(rt_is_edition(RT_S("2026-01-01/2026-01-02"), &why));
    assert_false(rt_is_edition(RT_S(""), &why));
}

static void what_hangs_on_an_entry_is_none(void **state) {
    (void)state;
    assert_true(rt_is_list_entry(RT_S("Person")));
    assert_true(rt_is_list_entry(RT_S("Vessel")));
    assert_false(rt_is_list_entry(RT_S("Sanction")));
    assert_false(rt_is_list_entry(RT_S("Passport")));
    assert_false(rt_is_list_entry(RT_S("Address")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_no_longer_in_a_list_is_absent_from_its_edition),
        cmocka_unit_test(a_value_that_is_back_is_said_anew_though_the_list_bears_no_date),
        cmocka_unit_test(a_list_that_is_as_it_was_costs_one_entry_and_of_the_same_day_none),
        cmocka_unit_test(an_older_edition_is_refused_and_leaves_nothing),
        cmocka_unit_test(a_file_that_ends_badly_leaves_nothing),
        cmocka_unit_test(lists_of_one_name_at_other_handlings_are_others),
        cmocka_unit_test(what_was_read_before_without_an_edition_counts_as_on_the_list),
        cmocka_unit_test(what_is_derived_is_the_same_when_it_is_made_anew),
        cmocka_unit_test(the_log_replayed_gives_each_edition),
        cmocka_unit_test(editions_stand_in_the_order_of_days_and_of_times_where_both_tell_one),
        cmocka_unit_test(an_edition_is_one_day),
        cmocka_unit_test(what_hangs_on_an_entry_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
