/* Full text: what is found, what is shown of it, and in which order. */
#include "analysis/world.h"

static const rt_value *search(world *w, const char *words) {
    w->asked.words = rt_str_of(words);
    return look(w, &rt_view_search, "");
}

static int64_t total(world *w, const char *words) { return rt_value_get_int(search(w, words), RT_S("total")); }

static rt_str paper(world *w, const char *name, const char *text, const char *handling) {
    rt_entry e = rt_entry_new(RT_DOCUMENT);
    char *id = rt_arena_alloc(&w->arena, 32);
    e.name = rt_str_of(name);
    e.title = RT_S("A paper");
    e.handling = rt_str_of(handling);
    world_add_paper(w, &e, rt_str_of(text), id);
    return (rt_str){id, 32};
}

static void statements_and_documents_are_found_with_the_words_marked(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str id = say(&w, "p1 Person notes = held at Camp Bucca | quote He was at camp | dataset file-a");
    paper(&w, "story.txt", "One day.\nHe met others in the Łódź camp.", "");
    const rt_value *o = search(&w, "camp");
    assert_int_equal(rt_value_get_int(o, RT_S("total")), 2);
    assert_str(at(o, "results.0.snippet"), "held at Camp Bucca");
    assert_true(rt_str_eq(at(o, "results.0.statement"), id));
    assert_str(at(o, "results.0.entity.id"), "p1");
    assert_int_equal(number_at(o, "results.0.marks.0.0"), 8);
    assert_int_equal(number_at(o, "results.0.marks.0.1"), 12);
    assert_str(at(o, "results.1.document.name"), "story.txt");
    assert_str(at(o, "results.1.snippet"), "One day. He met others in the Łódź camp.");
    assert_int_equal(number_at(o, "results.1.marks.0.0"), 35);
    assert_str(at(search(&w, "lodz"), "results.0.document.title"), "A paper");
}

static void words_phrases_and_filters_narrow(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person notes = the foreign ministry wrote | dataset file-a");
    say(&w, "p1 Person notes = a ministry of foreign trade | dataset file-b");
    say(&w, "p1 Person position = foreign minister | dataset file-b");
    paper(&w, "letter.txt", "To the foreign\nministry: nothing is known. Foreign affairs.", "");
    assert_int_equal(total(&w, "foreign"), 4);
    assert_int_equal(total(&w, "foreign ministry"), 3);
    assert_int_equal(total(&w, "\"foreign ministry\""), 2);
    assert_int_equal(total(&w, "\"foreign minist\""), 0);
    assert_int_equal(total(&w, "foreign-minist*"), 3);
    assert_int_equal(total(&w, "minist*"), 4);
    assert_int_equal(total(&w, "trade OR minister"), 2);
    assert_int_equal(total(&w, "foreign NOT ministry"), 1);
    assert_int_equal(total(&w, "foreign prop:notes"), 2);
    assert_int_equal(total(&w, "foreign source:file-b"), 2);
    assert_int_equal(total(&w, "foreign NOT (source:file-a OR source:letter.txt)"), 2);
    assert_int_equal(total(&w, "nothing trade"), 0);
    paper(&w, "parts.txt",
          "well-"
          "\n"
          "known, well known; aa aa bb aa bb",
          "");
    assert_int_equal(total(&w, "\"wellknown well known\""), 1);
    assert_int_equal(total(&w, "\"known well known aa aa bb aa\""), 1);
    assert_int_equal(total(&w, "\"aa aa aa\""), 0);
    assert_int_equal(total(&w, "\"bb aa bb\""), 1);
    say(&w, "p2 Person notes = foreign papers | document letter.txt");
    assert_int_equal(total(&w, "foreign source:letter.txt"), 2);
}

/* A statement names its document by id or by name, and so may who looks. */
static void a_source_is_a_dataset_or_a_document_by_whatever_name(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str id = paper(&w, "letter.txt", "foreign", "");
    say(&w, "p1 Person notes = foreign one | document letter.txt");
    say(&w, rt_str_z(&w.arena, rt_str_printf(&w.arena, "p1 Person notes = foreign two | document %.*s", RT_FMT(id))));
    say(&w, "p1 Person notes = foreign three | document other.txt");
    assert_int_equal(total(&w, "foreign source:letter.txt"), 3);
    assert_int_equal(total(&w, rt_str_z(&w.arena, rt_str_printf(&w.arena, "foreign source:%.*s", RT_FMT(id)))), 3);
}

static void words_that_stand_far_apart_are_both_shown(void **state) {
    RT_AUTO(world) w;
    RT_AUTO(rt_buf) text = {0};
    (void)state;
    world_init(&w);
    rt_buf_add(&text, RT_S("The passport was here. "));
    for (int i = 0; i < 100; i++) rt_buf_add(&text, RT_S("nothing of note "));
    rt_buf_add(&text, RT_S("until the court spoke."));
    paper(&w, "long.txt", rt_str_z(&w.arena, rt_buf_str(&text)), "");
    const rt_str snippet = at(search(&w, "court passport"), "results.0.snippet");
    assert_true(rt_str_starts(snippet, RT_S("The passport was here.")));
    assert_true(rt_str_ends(snippet, RT_S("until the court spoke.")));
    assert_true(snippet.len < 300 && rt_str_find(snippet, RT_S("…")) != SIZE_MAX);
}

static void short_entries_come_before_long_ones_and_rare_words_before_common_ones(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w,
        "p1 Person notes = a long note in which somebody tells at length of a journey and of the passport | dataset f");
    say(&w, "p2 Person notes = passport lost | dataset f");
    for (int i = 0; i < 20; i++)
        say(&w, rt_str_z(&w.arena, rt_str_printf(&w.arena, "q%d Person notes = lost papers %d | dataset f", i, i)));
    assert_str(at(search(&w, "passport"), "results.0.entity.id"), "p2");
    const rt_value *o = search(&w, "passport OR lost");
    assert_str(at(o, "results.0.entity.id"), "p2");
    assert_str(at(o, "results.1.entity.id"), "p1");
    w.asked.top = 3;
    o = search(&w, "lost");
    assert_int_equal(rt_value_count(rt_value_get(o, RT_S("results"))), 3);
    assert_int_equal(rt_value_get_int(o, RT_S("total")), 21);
}

/* A reader's order is made of what the reader sees: hidden entries make no word common. */
static void hidden_entries_change_no_rank_and_no_count(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person notes = passport alpha | dataset f");
    say(&w, "p2 Person notes = passport beta | dataset f");
    w.spec = (rt_lens_spec){.narrowed = true, .clear = RT_S("green")};
    const rt_str before = json_of(&w, search(&w, "alpha OR beta"));
    for (int i = 0; i < 30; i++)
        say(&w, rt_str_z(&w.arena,
                         rt_str_printf(&w.arena, "h%d Person notes = alpha %d | dataset f | handling hawk", i, i)));
    paper(&w, "hidden.txt", "alpha and beta", "hawk");
    const rt_str after = json_of(&w, search(&w, "alpha OR beta"));
    assert_true(rt_str_eq(before, after));
    w.spec = (rt_lens_spec){.narrowed = false};
    assert_int_equal(total(&w, "alpha"), 32);
}

static void a_document_is_a_source_by_its_name_and_by_its_id(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str id = paper(&w, "letter.txt", "The passport was issued.", "");
    paper(&w, "other.txt", "No passport was issued.", "");
    rt_str sources[] = {RT_S("letter.txt")};
    w.spec = (rt_lens_spec){.sources = {sources, 1}};
    assert_int_equal(total(&w, "passport"), 1);
    sources[0] = id;
    assert_int_equal(total(&w, "passport"), 1);
    sources[0] = RT_S("passport");
    assert_int_equal(total(&w, "passport"), 0);
}

static void a_statement_shows_the_sentence_that_it_rests_on(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str id = paper(&w, "story.txt", "It was cold. He was released in August, they say. He left.", "");
    const rt_str by_quote = say(&w, "p1 Person notes = released | document story.txt | quote released in August");
    const rt_str by_place = say(
        &w, rt_str_z(&w.arena, rt_str_printf(&w.arena, "p1 Person notes = cold | document %.*s | locator bytes:7-11",
                                             RT_FMT(id))));
    const rt_str beyond = say(&w, "p1 Person notes = far | document story.txt | locator bytes:7-1100");
    const rt_value *o = look(&w, &rt_view_statement, rt_str_z(&w.arena, by_quote));
    assert_str(at(o, "context.before"), "He was ");
    assert_str(at(o, "context.text"), "released in August");
    assert_str(at(o, "context.after"), ", they say.");
    assert_str(at(o, "context.document.title"), "A paper");
    o = look(&w, &rt_view_statement, rt_str_z(&w.arena, by_place));
    assert_str(at(o, "context.before"), "It was ");
    assert_str(at(o, "context.after"), ".");
    o = look(&w, &rt_view_statement, rt_str_z(&w.arena, beyond));
    assert_true(rt_value_get(o, RT_S("context"))->kind == RT_NULL);
}

static void the_text_of_a_hidden_document_is_not_there(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    paper(&w, "story.txt", "It was cold. He was released in August.", "hawk");
    const rt_str id = say(&w, "p1 Person notes = released | document story.txt | quote released in August");
    w.spec = (rt_lens_spec){.narrowed = true, .clear = RT_S("amber")};
    const rt_value *o = look(&w, &rt_view_statement, rt_str_z(&w.arena, id));
    assert_true(rt_value_get(o, RT_S("context"))->kind == RT_NULL);
    assert_int_equal(total(&w, "cold"), 0);
    assert_int_equal(total(&w, "august"), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(statements_and_documents_are_found_with_the_words_marked),
        cmocka_unit_test(words_phrases_and_filters_narrow),
        cmocka_unit_test(a_source_is_a_dataset_or_a_document_by_whatever_name),
        cmocka_unit_test(words_that_stand_far_apart_are_both_shown),
        cmocka_unit_test(short_entries_come_before_long_ones_and_rare_words_before_common_ones),
        cmocka_unit_test(hidden_entries_change_no_rank_and_no_count),
        cmocka_unit_test(a_document_is_a_source_by_its_name_and_by_its_id),
        cmocka_unit_test(a_statement_shows_the_sentence_that_it_rests_on),
        cmocka_unit_test(the_text_of_a_hidden_document_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
