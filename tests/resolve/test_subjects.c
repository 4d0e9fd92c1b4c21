/* Entities of a case as subjects, through a lens. */
#include "resolve/subjects.h"

#include "names/subjects_taken.h"
#include "store/tiny_case.h"

/* Reads the case anew, with this clearance (NULL: the owner's). */
static void read_subjects(test_case *c, const char *clear, taken *t) {
    rt_error err = {0};
    rt_lens *lens;
    const rt_lens_spec spec = {.narrowed = clear != NULL, .clear = rt_str_of(clear)};
    memset(t, 0, sizeof *t);
    case_reopen(c, RT_OPEN_READ);
    OK(rt_lens_open(c->store, &spec, &lens, &err));
    OK(rt_case_subjects(lens, take, t, NULL, &err));
    rt_lens_close(lens);
}

static void what_counts_of_an_entity_makes_its_subject(void **state) {
    (void)state;
    test_case c;
    taken t;
    case_make(&c);
    case_add(&c, "p1 Person.name Ali Example; dataset=a\n"
                 "p1 Person.alias Abu Ali; dataset=b\n"
                 "p1 Person.birthDate 1984-05; dataset=b\n"
                 "p1 Person.notes seen in Rome; dataset=b\n"
                 "d1 Detention.detainee p1; dataset=a\n"
                 "p2 Person.birthDate 1990; dataset=a");
    read_subjects(&c, NULL, &t);
    assert_int_equal(t.n, 1);
    assert_str(t.at[0].id, "p1");
    assert_str(t.at[0].schema, "Person");
    assert_true(has_name(&t.at[0], "Abu Ali"));
    assert_int_equal(t.at[0].trait_count, 1);
    rt_arena_close(&t.arena);
    case_close(&c);
}

static void denied_retracted_and_replaced_names_are_left_out(void **state) {
    (void)state;
    test_case c;
    taken t;
    case_make(&c);
    case_add(&c, "p1 Person.name Ali Example; dataset=a; speaker=Court\n"
                 "p1 Person.alias Denied Name; dataset=a; speaker=Court; stance=denies\n"
                 "p1 Person.alias Wrong Name; dataset=a; speaker=Court\n"
                 "p1 Person.alias Wrong Name; dataset=b; speaker=Court; stance=retracts\n"
                 "p1 Person.alias Older Name; dataset=a; speaker=Police; as=older\n"
                 "p1 Person.alias Newer Name; dataset=a; speaker=Police; as=newer\n"
                 "link; link=replaces; from=@newer; to=@older");
    read_subjects(&c, NULL, &t);
    assert_int_equal(t.n, 1);
    assert_int_equal(t.at[0].names.n, 2);
    assert_true(has_name(&t.at[0], "Ali Example") && has_name(&t.at[0], "Newer Name"));
    rt_arena_close(&t.arena);
    case_close(&c);
}

static void what_the_lens_hides_is_in_no_subject(void **state) {
    (void)state;
    test_case c;
    taken t;
    case_make(&c);
    case_add(&c, "p1 Person.name Ali Example\n"
                 "p1 Person.name Ali Hidden Example; handling=hawk\n"
                 "p2 Person.name Ghost Example; handling=amber");
    read_subjects(&c, "green", &t);
    assert_int_equal(t.n, 1);
    assert_int_equal(t.at[0].names.n, 1);
    assert_str(t.at[0].caption, "Ali Example");
    rt_arena_close(&t.arena);
    read_subjects(&c, NULL, &t);
    assert_int_equal(t.n, 2);
    rt_arena_close(&t.arena);
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_counts_of_an_entity_makes_its_subject),
        cmocka_unit_test(denied_retracted_and_replaced_names_are_left_out),
        cmocka_unit_test(what_the_lens_hides_is_in_no_subject),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
