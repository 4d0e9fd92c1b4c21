#include "test.h"

#include <stdlib.h>

#include "base/date_allen.h"

static rt_when read_date(const char *text) {
    rt_error err = {0};
    rt_when when = {0};
    OK(rt_edtf_read(rt_str_of(text), &when, &err));
    return when;
}

static rt_relation relate(const char *a, const char *b) {
    const rt_when x = read_date(a), y = read_date(b);
    return rt_allen_relate(&x, &y);
}

static void assert_certain(const char *a, const char *b, rt_allen relation, int64_t least, int64_t most) {
    const rt_relation r = relate(a, b);
    if (r.certain != RT_ALLEN_BIT(relation)) fail_msg("%s to %s: certain %x, possible %x", a, b, r.certain, r.possible);
    assert_int_equal(r.days_min, least);
    assert_int_equal(r.days_max, most);
}

static void a_relation_is_certain_when_it_alone_is_possible(void **state) {
    (void)state;
    assert_certain("2004-02/2004-12", "2004-10", RT_CONTAINS, 1, 31);
    assert_certain("2004-10", "2004-02/2004-12", RT_DURING, 1, 31);
    assert_certain("2004-01-02", "2004-01-03", RT_MEETS, 0, 0);
    assert_certain("2004-01-02", "2004-01-04", RT_BEFORE, 0, 0);
    assert_certain("2004-01-04", "2004-01-02", RT_AFTER, 0, 0);
    assert_certain("2004-01-01/2004-01-05", "2004-01-03/2004-01-09", RT_OVERLAPS, 3, 3);
    assert_certain("2004-01-01/2004-01-05", "2004-01-01/2004-01-05", RT_EQUALS, 5, 5);
    assert_certain("2004-01-01/2004-01-05", "2004-01-05", RT_FINISHED_BY, 1, 1);
    assert_certain("2004-01-01/2004-01-05", "2004-01-01", RT_STARTED_BY, 1, 1);
    assert_certain("2003", "2004-02", RT_BEFORE, 0, 0);
}

static void a_year_against_its_last_day_may_be_before_or_end_with_it(void **state) {
    (void)state;
    const rt_relation r = relate("2004", "2004-12-31");
    const unsigned want =
        RT_ALLEN_BIT(RT_BEFORE) | RT_ALLEN_BIT(RT_MEETS) | RT_ALLEN_BIT(RT_EQUALS) | RT_ALLEN_BIT(RT_FINISHED_BY);
    assert_int_equal(r.certain, 0);
    assert_int_equal(r.possible, want);
    assert_int_equal(r.days_min, 0);
    assert_int_equal(r.days_max, 1);
}

static void approximate_dates_are_compared_a_unit_wider(void **state) {
    (void)state;
    assert_certain("2003~", "2006", RT_BEFORE, 0, 0);
    assert_int_equal(relate("2003~", "2004-06-01").certain, 0);
    assert_certain("2004-01-10~", "2004-01-13/2004-01-14", RT_BEFORE, 0, 0);
}

static void an_uncertain_date_makes_nothing_certain(void **state) {
    (void)state;
    const rt_relation r = relate("2004-02/2004-12?", "2004-10");
    assert_int_equal(r.certain, 0);
    assert_int_equal(r.possible, RT_ALLEN_BIT(RT_CONTAINS));
    assert_int_equal(r.days_min, 0);
    const rt_when a = read_date("2004-02-03?"), b = read_date("2004-02-03"), c = read_date("2004-02-04");
    assert_int_equal(rt_allen_share(&a, &b), RT_POSSIBLE);
    assert_int_equal(rt_allen_share(&b, &b), RT_CERTAIN);
    assert_int_equal(rt_allen_share(&b, &c), RT_IMPOSSIBLE);
}

static void open_ends_go_on_and_unknown_ones_may_be_any_day(void **state) {
    (void)state;
    assert_certain("2013/..", "2014-05-01", RT_CONTAINS, 1, 1);
    assert_certain("2013/..", "2014/..", RT_FINISHED_BY, RT_DAYS_UNBOUNDED, RT_DAYS_UNBOUNDED);
    assert_certain("../2013", "../2014", RT_STARTS, RT_DAYS_UNBOUNDED, RT_DAYS_UNBOUNDED);
    assert_certain("../..", "../..", RT_EQUALS, RT_DAYS_UNBOUNDED, RT_DAYS_UNBOUNDED);
    const rt_relation r = relate("2013-01-01/", "2014-05-01");
    assert_int_equal(r.certain, 0);
    assert_int_equal(r.possible, RT_ALLEN_BIT(RT_BEFORE) | RT_ALLEN_BIT(RT_MEETS) | RT_ALLEN_BIT(RT_FINISHED_BY) |
                                     RT_ALLEN_BIT(RT_CONTAINS));
    assert_int_equal(r.days_max, 1);
    assert_certain("2013-01-01/", "2011", RT_AFTER, 0, 0);
    assert_int_equal(relate("2013/..", "[2014..]").possible, RT_ALLEN_BIT(RT_CONTAINS));
}

/* --- against all days of a small window ------------------------------------------------------------------------- */

static uint64_t random_state;

static int below(int n) {
    random_state ^= random_state << 13, random_state ^= random_state >> 7, random_state ^= random_state << 17;
    return (int)(random_state % (unsigned)n);
}

static rt_allen relation_of(int as, int ae, int bs, int be) {
    if (ae + 1 < bs) return RT_BEFORE;
    if (ae + 1 == bs) return RT_MEETS;
    if (be + 1 < as) return RT_AFTER;
    if (be + 1 == as) return RT_MET_BY;
    if (as == bs && ae == be) return RT_EQUALS;
    if (as == bs) return ae < be ? RT_STARTS : RT_STARTED_BY;
    if (ae == be) return as > bs ? RT_FINISHES : RT_FINISHED_BY;
    if (as > bs && ae < be) return RT_DURING;
    if (as < bs && ae > be) return RT_CONTAINS;
    return as < bs ? RT_OVERLAPS : RT_OVERLAPPED_BY;
}

enum { WINDOW = 7 };

static rt_when random_when(void) {
    int d[4] = {below(WINDOW), below(WINDOW), below(WINDOW), below(WINDOW)};
    if (d[0] > d[1]) {
        const int t = d[0];
        d[0] = d[1], d[1] = t;
    }
    if (d[2] > d[3]) {
        const int t = d[2];
        d[2] = d[3], d[3] = t;
    }
    if (d[0] > d[3]) return random_when();
    return (rt_when){.wide = {d[0], d[1], d[2], d[3]}};
}

static void note_all_ends(const rt_when *a, const rt_when *b, int as, int ae, rt_relation *r) {
    for (int bs = (int)b->wide.start_min; bs <= b->wide.start_max; bs++)
        for (int be = (int)b->wide.end_min; be <= b->wide.end_max; be++) {
            if (as > ae || bs > be) continue;
            const int first = as > bs ? as : bs, last = ae < be ? ae : be, shared = last < first ? 0 : last - first + 1;
            r->possible |= RT_ALLEN_BIT(relation_of(as, ae, bs, be));
            if (shared < r->days_min) r->days_min = shared;
            if (shared > r->days_max) r->days_max = shared;
        }
    (void)a;
}

static rt_relation by_brute_force(const rt_when *a, const rt_when *b) {
    rt_relation r = {.days_min = WINDOW};
    for (int as = (int)a->wide.start_min; as <= a->wide.start_max; as++)
        for (int ae = (int)a->wide.end_min; ae <= a->wide.end_max; ae++) note_all_ends(a, b, as, ae, &r);
    r.certain = (r.possible & (r.possible - 1)) == 0 ? r.possible : 0;
    return r;
}

static void what_all_days_of_a_window_allow_is_what_is_said(void **state) {
    (void)state;
    const char *seed = getenv("SEED");
    random_state = seed != NULL ? strtoull(seed, NULL, 10) : 20040210;
    print_message("SEED=%llu\n", (unsigned long long)random_state);
    unsigned seen = 0;
    for (int i = 0; i < 20000; i++) {
        const rt_when a = random_when(), b = random_when();
        const rt_relation want = by_brute_force(&a, &b), got = rt_allen_relate(&a, &b);
        seen |= got.certain;
        if (want.possible != got.possible || want.certain != got.certain || want.days_min != got.days_min ||
            want.days_max != got.days_max)
            fail_msg("[%d..%d, %d..%d] to [%d..%d, %d..%d]: %x, %d to %d days; should be %x, %d to %d",
                     (int)a.wide.start_min, (int)a.wide.start_max, (int)a.wide.end_min, (int)a.wide.end_max,
                     (int)b.wide.start_min, (int)b.wide.start_max, (int)b.wide.end_min, (int)b.wide.end_max,
                     got.possible, (int)got.days_min, (int)got.days_max, want.possible, (int)want.days_min,
                     (int)want.days_max);
    }
    assert_int_equal(seen, RT_ALLEN_BIT(RT_ALLEN_N) - 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_relation_is_certain_when_it_alone_is_possible),
        cmocka_unit_test(a_year_against_its_last_day_may_be_before_or_end_with_it),
        cmocka_unit_test(approximate_dates_are_compared_a_unit_wider),
        cmocka_unit_test(an_uncertain_date_makes_nothing_certain),
        cmocka_unit_test(open_ends_go_on_and_unknown_ones_may_be_any_day),
        cmocka_unit_test(what_all_days_of_a_window_allow_is_what_is_said),
    };
    return cmocka_run_group_tests_name("base/date_allen", tests, NULL, NULL);
}
