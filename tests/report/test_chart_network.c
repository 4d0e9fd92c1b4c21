/* Networks drawn: nothing stands on anything else, and what is doubted looks so. */
#include <math.h>

#include "analysis/world.h"
#include "report/chart_network.h"
#include "report/layout.h"
#include "report/svg.h"

/* --- the layout -------------------------------------------------------------------------------------------------- */

static bool overlap(const rt_laid_box *a, const rt_laid_box *b) {
    return fabs(a->at.x - b->at.x) < (a->width + b->width) / 2 && fabs(a->at.y - b->at.y) < (a->height + b->height) / 2;
}

static void boxes_stand_apart_and_on_the_page(void **state) {
    (void)state;
    for (unsigned seed = 1, round = 0; round < 12; round++) {
        RT_AUTO(rt_arena) arena = {0};
        const size_t n = 2 + next_random(&seed) % 60, m = next_random(&seed) % 120;
        rt_laid_box *boxes = RT_NEW_N(&arena, rt_laid_box, n);
        rt_laid_link *links = RT_NEW_N(&arena, rt_laid_link, m + 1);
        for (size_t i = 0; i < n; i++)
            boxes[i] = (rt_laid_box){.width = 30 + next_random(&seed) % 200, .height = 15 + next_random(&seed) % 100};
        for (size_t i = 0; i < m; i++)
            links[i] = (rt_laid_link){next_random(&seed) % n, next_random(&seed) % n, next_random(&seed) % 90};
        const rt_point size = rt_layout(boxes, n, links, m, &arena);
        for (size_t i = 0; i < n; i++) {
            assert_true(boxes[i].at.x - boxes[i].width / 2 > -0.01 && boxes[i].at.y - boxes[i].height / 2 > -0.01);
            assert_true(boxes[i].at.x + boxes[i].width / 2 < size.x + 0.01);
            for (size_t k = 0; k < i; k++) assert_false(overlap(&boxes[i], &boxes[k]));
        }
    }
}

static void who_is_joined_stands_nearer_than_who_is_not(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    (void)state;
    rt_laid_box boxes[4];
    for (size_t i = 0; i < 4; i++) boxes[i] = (rt_laid_box){.width = 40, .height = 20};
    const rt_laid_link links[] = {{0, 1, 30}, {1, 2, 30}, {2, 3, 30}};
    rt_layout(boxes, 4, links, 3, &arena);
    assert_true(hypot(boxes[0].at.x - boxes[1].at.x, boxes[0].at.y - boxes[1].at.y) <
                hypot(boxes[0].at.x - boxes[3].at.x, boxes[0].at.y - boxes[3].at.y));
}

/* --- the chart --------------------------------------------------------------------------------------------------- */

static rt_str drawn(world *w, const rt_value *view) {
    RT_AUTO(rt_buf) out = {0};
    const rt_picture *p = rt_chart_network(&w->arena, view);
    assert_non_null(p);
    rt_svg_file(&out, p);
    return rt_str_copy(&w->arena, rt_buf_str(&out));
}

static bool has(rt_str svg, const char *text) { return rt_str_find(svg, rt_str_of(text)) != SIZE_MAX; }

static void a_chart_says_how_each_tie_is_meant(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say_kin(&w, "f", "p1", "mother", "p2", "");
    rt_str svg = drawn(&w, look(&w, &rt_view_network, "p1"));
    assert_true(has(svg, "Ali Example") && has(svg, "mother") && has(svg, "stated"));
    assert_false(has(svg, "denied") || has(svg, "suspected"));
    say_kin(&w, "g", "p2", "mother", "p3", " | stance suspects");
    say_kin(&w, "h", "p1", "friend", "p4", " | stance denies");
    svg = drawn(&w, look(&w, &rt_view_network, "p1"));
    assert_true(has(svg, "denied or taken back") && has(svg, "suspected or believed only"));
    assert_true(has(svg, "follows from what is stated"));
}

static void the_same_view_is_drawn_to_the_same_bytes(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say_kin(&w, "f", "p1", "mother", "p2", "");
    say_kin(&w, "g", "p3", "friend", "p1", "");
    const rt_value *o = look(&w, &rt_view_network, "p1");
    const rt_str one = drawn(&w, o), other = drawn(&w, o);
    assert_true(rt_str_eq(one, other));
}

static void who_is_joined_with_nobody_has_no_chart(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    assert_null(rt_chart_network(&w.arena, look(&w, &rt_view_network, "p1")));
}

static void events_of_one_alone_stand_in_one_box(void **state) {
    RT_AUTO(world) w;
    char line[80];
    (void)state;
    world_of_people(&w);
    for (int i = 0; i < 20; i++) {
        snprintf(line, sizeof line, "e%d Event name = Meeting %d", i, i);
        say(&w, line);
        snprintf(line, sizeof line, "e%d Event involved = p1", i);
        say(&w, line);
    }
    say_kin(&w, "f", "p1", "mother", "p2", "");
    const rt_str svg = drawn(&w, look(&w, &rt_view_network, "p1"));
    assert_true(has(svg, "20 events") && has(svg, "and 6 more") && has(svg, "Meeting 3"));
}

static void of_very_many_it_says_how_many_are_not_drawn(void **state) {
    RT_AUTO(world) w;
    char line[80], id[16], other[16];
    (void)state;
    world_of_people(&w);
    for (int i = 0; i < 200; i++) { /* each joined with two, so that none hangs on one alone */
        snprintf(line, sizeof line, "q%d Person name = Person %d", i, i);
        say(&w, line);
        snprintf(id, sizeof id, "f%d", i);
        snprintf(other, sizeof other, "q%d", i);
        say_kin(&w, id, "p1", "friend", other, "");
        snprintf(id, sizeof id, "g%d", i);
        say_kin(&w, id, "p2", "friend", other, "");
    }
    w.asked.depth = 2;
    const rt_str svg = drawn(&w, look(&w, &rt_view_network, "p1"));
    assert_true(has(svg, "further ones are not drawn"));
}

/* Text that stands on lines: small italics with a halo, about as wide as it is estimated. */
static void labels_do_not_cover_each_other(void **state) {
    RT_AUTO(world) w;
    char id[16], a[8], b[8];
    (void)state;
    world_of_people(&w);
    for (int i = 1; i <= 4; i++)
        for (int k = 1; k <= 4; k++) {
            snprintf(id, sizeof id, "f%d-%d", i, k);
            snprintf(a, sizeof a, "p%d", i);
            snprintf(b, sizeof b, "p%d", k);
            if (i != k) say_kin(&w, id, a, i < k ? "brother-in-law" : "cousin", b, "");
        }
    const rt_picture *p = rt_chart_network(&w.arena, look(&w, &rt_view_network, "p1"));
    size_t labels = 0;
    for (const rt_mark *m = p->first; m != NULL; m = m->next) {
        if (m->kind != RT_MARK_TEXT || !m->font.halo) continue;
        labels++;
        for (const rt_mark *o = p->first; o != m; o = o->next) {
            if (o->kind != RT_MARK_TEXT || !o->font.halo) continue;
            const double room = (rt_letters_width(m->text, m->font) + rt_letters_width(o->text, o->font)) / 2;
            assert_true(fabs(m->at.x - o->at.x) >= room || fabs(m->at.y - o->at.y) >= 7);
        }
    }
    assert_true(labels >= 12);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boxes_stand_apart_and_on_the_page),
        cmocka_unit_test(who_is_joined_stands_nearer_than_who_is_not),
        cmocka_unit_test(a_chart_says_how_each_tie_is_meant),
        cmocka_unit_test(the_same_view_is_drawn_to_the_same_bytes),
        cmocka_unit_test(who_is_joined_with_nobody_has_no_chart),
        cmocka_unit_test(events_of_one_alone_stand_in_one_box),
        cmocka_unit_test(of_very_many_it_says_how_many_are_not_drawn),
        cmocka_unit_test(labels_do_not_cover_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
