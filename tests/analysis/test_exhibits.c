/* Exhibits: what lay in what, whose it is said to have been, who held it. */
#include "analysis/world.h"

/* A bag with two papers, found with p1 and p2. */
static void begin(world *w) {
    world_of_people(w);
    say(w, "bag Container name = A plastic bag | speaker Soldier");
    say(w, "bag Container seal = B 17 | speaker Soldier");
    say(w, "bag Container foundWith = p1 | speaker Soldier");
    say(w, "bag Container foundWith = p2 | speaker Soldier");
    say(w, "card Exhibit name = An identity card");
    say(w, "card Exhibit container = bag");
    say(w, "note Exhibit name = A note");
    say(w, "note Exhibit container = bag");
}

/* The exhibit with this id among those that are shown. */
static const rt_value *thing(const rt_value *o, const char *id) {
    for (const rt_value *v = rt_value_first(node(o, "exhibits")); v != NULL; v = v->next)
        if (rt_str_is(at(v, "id"), id)) return v;
    return NULL;
}

static rt_str standing(world *w, const char *id) {
    return at(thing(look_at_all(w, &rt_view_exhibits), id), "standing");
}

static void what_lies_in_a_container_stands_behind_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    const rt_value *o = look_at_all(&w, &rt_view_exhibits);
    assert_int_equal(count_at(o, "exhibits"), 3);
    assert_str(at(o, "exhibits.0.id"), "bag");
    assert_int_equal(number_at(o, "exhibits.1.depth"), 1);
    assert_int_equal(count_at(thing(o, "bag"), "contents"), 2);
    assert_int_equal(count_at(thing(o, "bag"), "found_with"), 2);
    assert_str(at(thing(o, "bag"), "seals.0.value"), "B 17");
}

static void a_bag_in_a_box_goes_one_deeper(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "box Container name = A box");
    say(&w, "bag Container container = box");
    const rt_value *o = look(&w, &rt_view_exhibits, "box");
    assert_str(at(o, "exhibits.0.id"), "box");
    assert_int_equal(number_at(thing(o, "bag"), "depth"), 1);
    assert_int_equal(number_at(thing(o, "card"), "depth"), 2);
}

static void two_that_lie_in_each_other_are_each_shown_once(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "a Container container = b");
    say(&w, "b Container container = a");
    say(&w, "c Container container = a");
    assert_int_equal(count_at(look_at_all(&w, &rt_view_exhibits), "exhibits"), 3);
}

static void what_nobody_attributes_is_unattributed(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    const rt_value *o = look_at_all(&w, &rt_view_exhibits);
    assert_str(at(thing(o, "card"), "standing"), "unattributed");
    assert_int_equal(count_at(o, "unattributed"), 2); /* and not the bag */
}

static void what_two_attribute_to_different_persons_is_attributed_twice(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "card Exhibit attributedTo = p1 | speaker Analyst | reliability B | credibility 2");
    say(&w, "card Exhibit attributedTo = p2 | speaker Guard");
    const rt_value *o = look_at_all(&w, &rt_view_exhibits);
    assert_str(at(thing(o, "card"), "standing"), "several");
    assert_str(at(o, "several.0.id"), "card");
    assert_int_equal(count_at(thing(o, "card"), "attributions"), 2);
    assert_true(holds(&w, thing(o, "card"), "\"grade\":\"B2\""));
}

static void a_denial_is_no_attribution_and_stands_beside(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "card Exhibit attributedTo = p1 | speaker Analyst");
    say(&w, "card Exhibit attributedTo = p2 | speaker Lawyer | stance denies");
    const rt_value *o = look_at_all(&w, &rt_view_exhibits);
    assert_str(at(thing(o, "card"), "standing"), "one");
    assert_true(holds(&w, thing(o, "card"), "denies"));
}

static void an_attribution_that_was_taken_back_does_not_count(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    const rt_str first = say(&w, "card Exhibit attributedTo = p1 | speaker Analyst");
    const rt_str later = say(&w, "card Exhibit attributedTo = p2 | speaker Analyst");
    link_by(&w, "retracts", later, first, "Analyst");
    const rt_value *o = look_at_all(&w, &rt_view_exhibits);
    assert_str(at(thing(o, "card"), "standing"), "one");
    assert_true(is_set(thing(o, "card"), "attributions.0.retracted") ||
                is_set(thing(o, "card"), "attributions.1.retracted"));
}

static void words_that_name_nobody_leave_it_unclear(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "card Exhibit attributedTo = Ali Example or another of them");
    say(&w, "note Exhibit attributedTo = Ali Example");
    assert_str(standing(&w, "card"), "unclear");
    const rt_value *o = look(&w, &rt_view_exhibits, "p1");
    assert_str(at(thing(o, "note"), "attributions.0.to.id"), "p1");
    assert_str(at(thing(o, "note"), "standing"), "one");
}

static void a_name_on_it_is_no_attribution_but_may_speak_for_another(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "card Exhibit bearsName = Omar Example");
    assert_str(standing(&w, "card"), "named");
    assert_str(at(thing(look(&w, &rt_view_exhibits, "p3"), "card"), "attributions.0.to.id"), "p3");
    say(&w, "card Exhibit attributedTo = p1");
    assert_str(standing(&w, "card"), "several");
}

static void a_hypothesis_attributes_with_what_speaks_for_and_against_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "h Hypothesis subject = card | speaker Analyst | stance suspects");
    say(&w, "h Hypothesis object = p4 | speaker Analyst | stance suspects");
    link_by(&w, "supports", say(&w, "p4 Person notes = asked for her card"), RT_S("h"), "");
    link_by(&w, "opposes", say(&w, "p4 Person notes = never had a card"), RT_S("h"), "");
    const rt_value *card = thing(look(&w, &rt_view_exhibits, "p4"), "card");
    assert_str(at(card, "attributions.0.how"), "supposed");
    assert_str(at(card, "attributions.0.stance"), "suspects");
    assert_int_equal(count_at(card, "attributions.0.for"), 1);
    assert_int_equal(count_at(card, "attributions.0.against"), 1);
}

static void of_a_person_what_was_found_with_them_is_shown_with_all_that_lay_in_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "gun Exhibit name = A gun");
    assert_int_equal(count_at(look(&w, &rt_view_exhibits, "p1"), "exhibits"), 3);
    assert_int_equal(count_at(look(&w, &rt_view_exhibits, "p3"), "exhibits"), 0);
    assert_int_equal(count_at(look(&w, &rt_view_exhibits, "card"), "exhibits"), 2); /* with the bag, without the note */
}

static void photos_and_hashes_are_told(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "card Exhibit contentHash = aa11");
    say(&w, "i Image title = Photo of the card");
    say(&w, "i Image pictured = card");
    say(&w, "i Image contentHash = bb22");
    const rt_value *card = thing(look(&w, &rt_view_exhibits, "card"), "card");
    assert_str(at(card, "hashes.0.value"), "aa11");
    assert_str(at(card, "photos.0.hash"), "bb22");
}

/* --- custody ------------------------------------------------------------------------------------------------------ */

static void keep(world *w, const char *id, const char *item, const char *holder, const char *start, const char *end) {
    const pair pairs[] = {{"item", item}, {"holder", holder}, {"startDate", start}, {"endDate", end}};
    say_pairs(w, id, "Custody", pairs, 4, "");
}

static void custody_stands_in_the_order_of_time_with_its_gaps(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    keep(&w, "k2", "bag", "Police", "2006-07-15", "");
    keep(&w, "k1", "bag", "Army", "2006-07-01", "2006-07-10");
    const rt_value *bag = thing(look_at_all(&w, &rt_view_exhibits), "bag");
    assert_str(at(bag, "custody.0.id"), "k1");
    assert_str(at(bag, "custody.0.holder"), "Army");
    assert_str(at(bag, "gaps.0.certainty"), "certain");
    assert_int_equal(number_at(bag, "gaps.0.days.0"), 4);
    assert_str(at(bag, "gaps.0.a"), "k1");
    assert_str(at(bag, "gaps.0.b"), "k2");
}

static void two_who_hold_it_at_once_are_named_but_not_on_the_day_of_the_transfer(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    keep(&w, "k1", "bag", "Army", "2006-07-01", "2006-07-10");
    keep(&w, "k2", "bag", "Police", "2006-07-08", "2006-07-20");
    keep(&w, "k3", "bag", "Court", "2006-07-20", "2006-08-01");
    const rt_value *bag = thing(look_at_all(&w, &rt_view_exhibits), "bag");
    assert_int_equal(count_at(bag, "overlaps"), 1);
    assert_str(at(bag, "overlaps.0.certainty"), "certain");
    assert_int_equal(number_at(bag, "overlaps.0.days.0"), 3);
}

static void on_a_day_who_held_it_then_is_shown_or_the_gap(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    keep(&w, "k1", "bag", "Army", "2006-07-01", "2006-07-10");
    keep(&w, "k2", "bag", "Police", "2006-07-15", "2006-07-20");
    w.spec.at = RT_S("2006-07-05");
    const rt_value *bag = thing(look_at_all(&w, &rt_view_exhibits), "bag");
    assert_int_equal(count_at(bag, "custody"), 1);
    assert_int_equal(count_at(bag, "gaps"), 0);
    w.spec.at = RT_S("2006-07-12");
    bag = thing(look_at_all(&w, &rt_view_exhibits), "bag");
    assert_int_equal(count_at(bag, "custody"), 0);
    assert_str(at(bag, "gaps.0.a"), "k1");
}

static void custody_that_is_denied_fills_no_gap(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    keep(&w, "k1", "bag", "Army", "2006-07-01", "2006-07-10");
    keep(&w, "k2", "bag", "Police", "2006-07-15", "2006-08-01");
    say(&w, "k3 Custody item = bag | stance denies");
    say(&w, "k3 Custody holder = Court");
    say(&w, "k3 Custody startDate = 2006-07-10");
    say(&w, "k3 Custody endDate = 2006-07-15");
    const rt_value *bag = thing(look_at_all(&w, &rt_view_exhibits), "bag");
    assert_int_equal(count_at(bag, "custody"), 3);
    assert_int_equal(count_at(bag, "gaps"), 1);
}

static void a_document_that_somebody_held_is_an_exhibit_too(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say(&w, "file Document title = The file");
    keep(&w, "k1", "file", "p1", "2006", "");
    assert_str(at(look_at_all(&w, &rt_view_exhibits), "exhibits.0.id"), "file");
    assert_str(at(look(&w, &rt_view_exhibits, "p1"), "exhibits.0.custody.0.holder.id"), "p1");
}

static void what_the_reader_may_not_see_attributes_nothing(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "card Exhibit attributedTo = p1 | handling red");
    say(&w, "gun Exhibit name = A gun | handling red");
    w.spec.narrowed = true;
    w.spec.clear = RT_S("amber");
    const rt_value *o = look_at_all(&w, &rt_view_exhibits);
    assert_str(at(thing(o, "card"), "standing"), "unattributed");
    assert_null(thing(o, "gun"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_lies_in_a_container_stands_behind_it),
        cmocka_unit_test(a_bag_in_a_box_goes_one_deeper),
        cmocka_unit_test(two_that_lie_in_each_other_are_each_shown_once),
        cmocka_unit_test(what_nobody_attributes_is_unattributed),
        cmocka_unit_test(what_two_attribute_to_different_persons_is_attributed_twice),
        cmocka_unit_test(a_denial_is_no_attribution_and_stands_beside),
        cmocka_unit_test(an_attribution_that_was_taken_back_does_not_count),
        cmocka_unit_test(words_that_name_nobody_leave_it_unclear),
        cmocka_unit_test(a_name_on_it_is_no_attribution_but_may_speak_for_another),
        cmocka_unit_test(a_hypothesis_attributes_with_what_speaks_for_and_against_it),
        cmocka_unit_test(of_a_person_what_was_found_with_them_is_shown_with_all_that_lay_in_it),
        cmocka_unit_test(photos_and_hashes_are_told),
        cmocka_unit_test(custody_stands_in_the_order_of_time_with_its_gaps),
        cmocka_unit_test(two_who_hold_it_at_once_are_named_but_not_on_the_day_of_the_transfer),
        cmocka_unit_test(on_a_day_who_held_it_then_is_shown_or_the_gap),
        cmocka_unit_test(custody_that_is_denied_fills_no_gap),
        cmocka_unit_test(a_document_that_somebody_held_is_an_exhibit_too),
        cmocka_unit_test(what_the_reader_may_not_see_attributes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
