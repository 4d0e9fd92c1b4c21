/* A name that several bear. */
#include "analysis/meant.h"
#include "analysis/world.h"

static const rt_value *shown(world *w, const char *who) {
    rt_error err = {0};
    rt_value *o;
    rt_str one = rt_str_of(who);
    const rt_view_args args = {.who = {&one, 1}};
    world_commit(w);
    world_open(w, RT_OPEN_READ);
    OK(rt_lens_open(w->store, &w->spec, &w->lens, &err));
    OK(rt_view_look(&rt_view_show, w->lens, &args, &w->arena, &o, &err));
    return o;
}

static void a_view_says_who_else_bears_the_name(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say(&w, "p9 Person name = Ali Example");
    const rt_value *o = shown(&w, "Ali Example");
    assert_str(at(o, "meant.0.asked"), "Ali Example");
    assert_str(at(o, "meant.0.entity.id"), "p1");
    assert_str(at(o, "meant.0.others.0.id"), "p9");
    assert_int_equal(number_at(o, "meant.0.more"), 0);
    assert_null(node(shown(&w, "p1"), "meant"));
    assert_null(node(shown(&w, "Sara Example"), "meant"));
}

static void whoever_is_hidden_is_not_told_of(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say(&w, "p9 Person name = Ali Example | handling hawk");
    w.spec = (rt_lens_spec){.narrowed = true, .clear = RT_S("clear")};
    assert_null(node(shown(&w, "Ali Example"), "meant"));
}

static void those_who_are_judged_to_be_one_are_one(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say(&w, "p9 Person name = Ali Example");
    judge(&w, "p1", "same", "p9");
    assert_null(node(shown(&w, "Ali Example"), "meant"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_view_says_who_else_bears_the_name),
        cmocka_unit_test(whoever_is_hidden_is_not_told_of),
        cmocka_unit_test(those_who_are_judged_to_be_one_are_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
