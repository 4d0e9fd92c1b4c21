/* Pairs of two indexes, and within one, against comparing each with each. */
#include "resolve/xref.h"

#include "names/index_made.h"

static const char *const left[] = {"Oussama Atar",        "Maria Example", "Vladimir Kuznetsov",
                                   "Ibrahim El Bakraoui", "Jan Janssen",   "Usama Attar"};
static const char *const right[] = {"ATAR, Oussama", "Maria Exampla", "Владимир Кузнецов",   "Somebody Else",
                                    "Jan Jansen",    "Marie Dupont",  "El Bakraoui, Ibrahim"};
enum { LEFT = sizeof left / sizeof *left, RIGHT = sizeof right / sizeof *right };

typedef struct listed {
    char path[64];
    rt_overlaid *index;
} listed;

static listed list_of(const char *const *names, size_t n) {
    listed l;
    RT_AUTO(rt_arena) arena = {0};
    rt_subject *all = RT_NEW_N(&arena, rt_subject, n + 1);
    for (size_t i = 0; i < n; i++) {
        rt_str *name = RT_NEW(&arena, rt_str);
        *name = rt_str_of(names[i]);
        all[i] = (rt_subject){
            .id = rt_str_printf(&arena, "%zu", i), .schema = RT_S("Person"), .caption = *name, .names = {name, 1}};
    }
    path_make(l.path);
    index_make(l.path, all, n, 1);
    l.index = overlaid_opened(l.path);
    return l;
}

static void forget(listed *l) {
    rt_overlaid_close(l->index);
    path_take_away(l->path);
}

static double score_of(const rt_overlaid *a, uint64_t i, const rt_overlaid *b, uint64_t k) {
    RT_AUTO(rt_arena) arena = {0};
    rt_error err = {0};
    rt_subject s[2];
    rt_ready ready[2];
    OK(rt_overlaid_entry(a, &arena, i, &s[0], &err));
    OK(rt_overlaid_entry(b, &arena, k, &s[1], &err));
    for (size_t j = 0; j < 2; j++) rt_ready_make(&arena, &s[j], &ready[j]);
    return rt_match_score(&arena, &ready[0], &ready[1]);
}

static bool holds(const rt_xref_pair *pairs, size_t n, uint64_t i, uint64_t k) {
    for (size_t j = 0; j < n; j++)
        if (pairs[j].left == i && pairs[j].right == k) return true;
    return false;
}

static void best_comes_first(const rt_xref_pair *pairs, size_t n) {
    for (size_t i = 1; i < n; i++) assert_true(pairs[i - 1].score >= pairs[i].score);
}

static const rt_xref_options options = {.cutoff = 0.5, .top = 10, .threads = 2};

static void every_likely_pair_of_two_lists_is_found_and_no_other(void **state) {
    (void)state;
    listed a = list_of(left, LEFT), b = list_of(right, RIGHT);
    rt_error err = {0};
    rt_xref_pair *pairs;
    size_t n, likely = 0;
    OK(rt_xref(a.index, b.index, &options, &pairs, &n, &err));
    for (uint64_t i = 0; i < LEFT; i++)
        for (uint64_t k = 0; k < RIGHT; k++) {
            const bool wanted = score_of(a.index, i, b.index, k) >= options.cutoff;
            likely += wanted;
            if (holds(pairs, n, i, k) != wanted) fail_msg("%s and %s: likely %d", left[i], right[k], wanted);
        }
    assert_int_equal(n, likely);
    assert_true(holds(pairs, n, 0, 0));
    best_comes_first(pairs, n);
    free(pairs);
    forget(&a);
    forget(&b);
}

static void the_sides_stay_whichever_list_is_the_longer(void **state) {
    (void)state;
    listed a = list_of(right, RIGHT), b = list_of(left, LEFT);
    rt_error err = {0};
    rt_xref_pair *pairs;
    size_t n;
    OK(rt_xref(a.index, b.index, &options, &pairs, &n, &err));
    assert_true(holds(pairs, n, 6, 3));
    free(pairs);
    forget(&a);
    forget(&b);
}

static void within_one_list_each_pair_comes_once_and_none_with_itself(void **state) {
    (void)state;
    static const char *const names[] = {"Maria Example", "Oussama Atar", "EXAMPLE, Maria", "Maria Example"};
    listed a = list_of(names, 4);
    rt_error err = {0};
    rt_xref_pair *pairs;
    size_t n;
    OK(rt_xref(a.index, NULL, &options, &pairs, &n, &err));
    assert_int_equal(n, 3);
    assert_true(holds(pairs, n, 0, 2) && holds(pairs, n, 0, 3) && holds(pairs, n, 2, 3));
    free(pairs);
    forget(&a);
}

static void an_empty_list_has_no_pairs(void **state) {
    (void)state;
    listed a = list_of(left, 0), b = list_of(right, RIGHT);
    rt_error err = {0};
    rt_xref_pair *pairs;
    size_t n;
    OK(rt_xref(a.index, b.index, &options, &pairs, &n, &err));
    assert_int_equal(n, 0);
    free(pairs);
    forget(&a);
    forget(&b);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_likely_pair_of_two_lists_is_found_and_no_other),
        cmocka_unit_test(the_sides_stay_whichever_list_is_the_longer),
        cmocka_unit_test(within_one_list_each_pair_comes_once_and_none_with_itself),
        cmocka_unit_test(an_empty_list_has_no_pairs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
