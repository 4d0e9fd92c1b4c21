/* Pairs that are kept from one run to the next, against a run from the beginning: lists of people who come, go and
 * change their names. */
#include "cli/kept_pairs.h"

#include <stdio.h>
#include <sys/stat.h>

#include "names/index_made.h"

enum { PEOPLE = 40, ROUNDS = 60 };

static const char *const given[] = {"Ali", "Aly", "Maria", "Marie", "Usama", "Oussama", "Jan", "Ibrahim"};
static const char *const family[] = {"Example", "Exampla", "Attar", "Atar", "Marek", "Janssen", "Jansen", "Dupont"};
static const rt_xref_options options = {.cutoff = 0.6, .top = PEOPLE, .threads = 1};

static unsigned seed;
static unsigned chance(unsigned below) {
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 8) % below;
}

typedef struct people {
    bool there[PEOPLE];
    char name[PEOPLE][40];
    char born[PEOPLE][8];
} people;

static void change(people *p, int i) {
    p->there[i] = chance(4) > 0;
    snprintf(p->name[i], sizeof p->name[i], "%s %s", given[chance(8)], family[chance(8)]);
    snprintf(p->born[i], sizeof p->born[i], "198%u", chance(3));
}

static rt_overlaid *index_of(people *p, const char *path) {
    RT_AUTO(rt_arena) arena = {0};
    rt_subject all[PEOPLE];
    size_t n = 0;
    for (int i = 0; i < PEOPLE; i++) {
        if (!p->there[i]) continue;
        rt_str *name = RT_NEW(&arena, rt_str);
        rt_trait *trait = RT_NEW(&arena, rt_trait);
        *name = rt_str_of(p->name[i]);
        *trait = (rt_trait){RT_S("birthDate"), rt_str_of(p->born[i])};
        all[n++] = (rt_subject){.id = rt_str_printf(&arena, "p%d", i),
                                .schema = RT_S("Person"),
                                .caption = *name,
                                .names = {name, 1},
                                .traits = trait,
                                .trait_count = 1};
    }
    index_make(path, all, n, 1);
    return overlaid_opened(path);
}

static rt_str told(rt_arena *arena, const rt_kept_pairs *pairs) {
    RT_AUTO(rt_buf) text = {0};
    for (size_t i = 0; i < pairs->n; i++)
        rt_buf_printf(&text, "%.*s %.*s %.6f\n", RT_FMT(pairs->at[i].a), RT_FMT(pairs->at[i].b), pairs->at[i].score);
    return rt_str_copy(arena, rt_buf_str(&text));
}

static rt_kept_pairs find(const rt_overlaid *index, const char *file, rt_arena *arena) {
    rt_kept_pairs pairs;
    rt_error err = {0};
    OK(rt_kept_pairs_find(index, &options, file, arena, &pairs, &err));
    return pairs;
}

static void compare(people *p, const char *file, int round) {
    RT_AUTO(rt_arena) arena = {0};
    char path[64];
    path_make(path);
    rt_overlaid *index = index_of(p, path);
    const rt_kept_pairs kept = find(index, file, &arena), anew = find(index, NULL, &arena);
    const rt_str one = told(&arena, &kept), other = told(&arena, &anew);
    if (!rt_str_eq(one, other))
        fail_msg("round %d: with what was kept\n%.*s\nanew\n%.*s", round, RT_FMT(one), RT_FMT(other));
    assert_int_equal(anew.searched, anew.entities);
    if (round > 0) assert_true(kept.searched < kept.entities);
    assert_int_equal(find(index, file, &arena).searched, 0);
    rt_overlaid_close(index);
    path_take_away(path);
}

static void what_is_kept_gives_the_pairs_that_a_run_from_the_beginning_gives(void **state) {
    people p;
    char file[64];
    (void)state;
    seed = 1;
    path_make(file);
    unlink(file);
    for (int i = 0; i < PEOPLE; i++) change(&p, i);
    for (int round = 0; round < ROUNDS; round++) {
        compare(&p, file, round);
        for (unsigned n = chance(5); n > 0; n--) change(&p, (int)chance(PEOPLE));
    }
    unlink(file);
}

static void a_file_that_is_damaged_counts_for_nothing(void **state) {
    static const char *const damaged[] = {"", "x\n", "{\"pairs\":\"redthread 0\"}\n",
                                          "{}\n{\"a\":\"p0\",\"b\":\"p1\",\"score\":1}\n"};
    RT_AUTO(rt_arena) arena = {0};
    people p;
    char file[64], path[64];
    (void)state;
    seed = 2;
    for (int i = 0; i < PEOPLE; i++) change(&p, i);
    path_make(path);
    path_make(file);
    rt_overlaid *index = index_of(&p, path);
    const rt_kept_pairs anew = find(index, NULL, &arena);
    assert_true(anew.n > 0);
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
        FILE *f = fopen(file, "wb");
        assert_non_null(f);
        assert_true(fputs(damaged[i], f) >= 0);
        assert_int_equal(fclose(f), 0);
        const rt_kept_pairs kept = find(index, file, &arena);
        assert_int_equal(kept.searched, kept.entities);
        assert_true(rt_str_eq(told(&arena, &kept), told(&arena, &anew)));
    }
    rt_overlaid_close(index);
    path_take_away(path);
    unlink(file);
}

/* Else a pair whose line is gone would be found by nobody again. */
static void a_file_that_was_cut_anywhere_counts_for_nothing(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    people p;
    char file[64], path[64];
    struct stat st;
    (void)state;
    seed = 3;
    for (int i = 0; i < PEOPLE; i++) change(&p, i);
    path_make(path);
    path_make(file);
    rt_overlaid *index = index_of(&p, path);
    const rt_kept_pairs anew = find(index, file, &arena);
    assert_int_equal(stat(file, &st), 0);
    for (off_t size = 0; size < st.st_size; size += 97) {
        assert_int_equal(find(index, file, &arena).searched, 0);
        assert_int_equal(truncate(file, st.st_size - 1 - size), 0);
        const rt_kept_pairs kept = find(index, file, &arena);
        assert_true(rt_str_eq(told(&arena, &kept), told(&arena, &anew)));
        assert_int_equal(kept.searched, kept.entities);
    }
    rt_overlaid_close(index);
    path_take_away(path);
    unlink(file);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_kept_gives_the_pairs_that_a_run_from_the_beginning_gives),
        cmocka_unit_test(a_file_that_is_damaged_counts_for_nothing),
        cmocka_unit_test(a_file_that_was_cut_anywhere_counts_for_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
