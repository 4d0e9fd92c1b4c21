/* Independent origins behind claims, and the table of facts by sources. */
#include "analysis/circles.h"
#include "analysis/world.h"

/* The claim with this value. */
static const rt_value *claim(const rt_value *o, const char *value) {
    for (const rt_value *v = rt_value_first(node(o, "claims")); v != NULL; v = v->next)
        if (rt_str_is(rt_value_get_text(v, RT_S("value")), value)) return v;
    fail_msg("no claim %s", value);
    return NULL;
}

/* The claim "ill" on p1, as it is now. */
static const rt_value *ill(world *w) { return claim(look(w, &rt_view_corroboration, "p1"), "ill"); }

static void assert_counts(const rt_value *c, int origins, int repeats, const char *standing) {
    assert_int_equal(number_at(c, "origins"), origins);
    assert_int_equal(number_at(c, "repeats"), repeats);
    assert_int_equal(count_at(c, "origin_statements"), origins);
    assert_int_equal(count_at(c, "repeat_statements"), repeats);
    assert_str(at(c, "standing"), standing);
}

/* --- origins ----------------------------------------------------------------------------------------------------- */

static void two_speakers_are_two_origins(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person notes = ill | speaker Doctor");
    say(&w, "p1 Person notes = ill | speaker Nurse");
    assert_counts(ill(&w), 2, 0, "corroborated");
}

static void one_speaker_in_two_papers_is_one_origin(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person notes = ill | speaker Doctor | dataset a | via Le Soir");
    say(&w, "p1 Person notes = ill | speaker Doctor | dataset b | via De Morgen");
    const rt_value *c = ill(&w);
    assert_counts(c, 1, 1, "single");
    assert_str(at(c, "after.0.how"), "same speaker");
}

static void who_repeats_by_a_link_is_no_origin_however_long_the_chain(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str first = say(&w, "p1 Person notes = ill | speaker Doctor");
    const rt_str second = say(&w, "p1 Person notes = ill | speaker Family");
    const rt_str third = say(&w, "p1 Person notes = ill | speaker Campaign");
    link_by(&w, "repeats", second, first, "");
    link_by(&w, "repeats", third, second, "");
    assert_counts(ill(&w), 1, 2, "single");
}

static void who_repeats_in_other_words_is_counted_with_the_claim(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str first = say(&w, "p1 Person notes = ill | speaker Doctor");
    const rt_str other = say(&w, "p2 Person notes = his brother is ill | speaker Family");
    link_by(&w, "repeats", other, first, "");
    assert_counts(ill(&w), 1, 1, "single");
    const rt_value *o = look(&w, &rt_view_corroboration, "p2");
    assert_counts(claim(o, "his brother is ill"), 1, 1, "single");
    assert_true(rt_str_eq(at(claim(o, "his brother is ill"), "origin_statements.0"), first));
}

static void the_same_sentence_quoted_twice_is_one_origin(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person notes = ill | speaker A | said_at 2010 | quote He is gravely ill, they say");
    say(&w, "p1 Person notes = ill | speaker B | said_at 2009 | quote he is  gravely ill, they say");
    const rt_value *c = ill(&w);
    assert_counts(c, 1, 1, "single");
    assert_str(at(c, "after.0.how"), "same words");
}

/* Nobody is named as the speaker: the document is. */
static void a_document_by_its_name_and_by_its_id_is_one_origin(void **state) {
    RT_AUTO(world) w;
    rt_entry paper = rt_entry_new(RT_DOCUMENT);
    char id[32], line[200];
    (void)state;
    world_init(&w);
    paper.name = RT_S("paper.txt");
    paper.title = RT_S("A paper");
    world_add_paper(&w, &paper, RT_S("He is ill."), id);
    snprintf(line, sizeof line, "p1 Person notes = ill | document %.32s", id);
    say(&w, line);
    say(&w, "p1 Person notes = ill | document paper.txt");
    const rt_value *c = ill(&w);
    assert_counts(c, 1, 1, "single");
    const rt_value *o = look(&w, &rt_view_sources, "p1");
    assert_int_equal(count_at(o, "sources"), 1);
    assert_true(rt_str_eq(at(o, "sources.0.source"), (rt_str){id, sizeof id}));
    assert_str(at(o, "sources.0.title"), "A paper");
}

static void a_few_words_in_common_show_nothing(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person notes = ill | speaker A | quote He is ill");
    say(&w, "p1 Person notes = ill | speaker B | quote He is ill");
    assert_counts(ill(&w), 2, 0, "corroborated");
}

static void who_passes_it_on_and_says_it_himself_has_it_from_there(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person notes = ill | speaker CNN | said_at 2016");
    say(&w, "p1 Person notes = ill | speaker Lawyer | via CNN | said_at 2012");
    const rt_value *c = ill(&w);
    assert_counts(c, 1, 1, "single");
    assert_str(at(c, "after.0.how"), "passed on");
}

static void who_saw_it_himself_is_an_origin_even_when_he_passes_others_on(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person notes = ill | speaker CNN | basis witnessed");
    say(&w, "p1 Person notes = ill | speaker Lawyer | via CNN");
    assert_counts(ill(&w), 2, 0, "corroborated");
}

static void a_circle_is_found_and_counts_once(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str a = say(&w, "p1 Person notes = ill | speaker A | said_at 2010");
    const rt_str b = say(&w, "p1 Person notes = ill | speaker B | said_at 2011");
    const rt_str c = say(&w, "p1 Person notes = ill | speaker C | said_at 2012");
    link_by(&w, "repeats", a, c, "");
    link_by(&w, "repeats", b, a, "");
    link_by(&w, "repeats", c, b, "");
    const rt_value *found = ill(&w);
    assert_counts(found, 1, 2, "single");
    assert_true(is_set(found, "circular"));
    assert_int_equal(count_at(found, "circle"), 3);
}

static void a_circle_that_hangs_on_somebody_outside_is_no_origin(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str a = say(&w, "p1 Person notes = ill | speaker A");
    const rt_str b = say(&w, "p1 Person notes = ill | speaker B");
    const rt_str doctor = say(&w, "p1 Person notes = ill | speaker Doctor");
    link_by(&w, "repeats", a, b, "");
    link_by(&w, "repeats", b, a, "");
    link_by(&w, "repeats", b, doctor, "");
    const rt_value *c = ill(&w);
    assert_counts(c, 1, 2, "single");
    assert_true(is_set(c, "circular"));
}

static void several_who_tell_of_an_event_are_origins_of_its_having_been(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example");
    say(&w, "d Detention detainee = p1 | speaker Lawyer");
    say(&w, "d Detention startDate = 2005 | speaker Lawyer");
    say(&w, "d Detention endDate = 2006 | speaker Warden");
    say(&w, "d Detention endDate = 2007 | speaker Clerk | basis inferred");
    const rt_value *o = look(&w, &rt_view_corroboration, "p1");
    for (const rt_value *v = rt_value_first(node(o, "claims")); v != NULL; v = v->next)
        if (rt_str_is(at(v, "prop"), "Detention")) {
            assert_counts(v, 2, 0, "corroborated");
            return;
        }
    fail_msg("the detention is no claim");
}

/* --- standing ---------------------------------------------------------------------------------------------------- */

static void when_its_only_origin_takes_it_back_all_who_repeated_it_are_listed(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str first = say(&w, "p1 Person notes = ill | speaker Doctor");
    const rt_str second = say(&w, "p1 Person notes = ill | speaker Family");
    const rt_str taker = say(&w, "p1 Person notes = well | speaker Doctor");
    link_by(&w, "repeats", second, first, "");
    link_by(&w, "retracts", taker, first, "Doctor");
    const rt_value *c = ill(&w);
    assert_counts(c, 1, 1, "retracted");
    assert_true(is_set(c, "retracted"));
    assert_int_equal(count_at(c, "affected"), 1);
    assert_int_equal(count_at(c, "retracted_by"), 1);
}

static void when_one_of_two_origins_takes_it_back_only_who_repeated_that_one_falls(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str first = say(&w, "p1 Person notes = ill | speaker Doctor");
    const rt_str other = say(&w, "p1 Person notes = ill | speaker Nurse");
    const rt_str family = say(&w, "p1 Person notes = ill | speaker Family");
    const rt_str ward = say(&w, "p1 Person notes = ill | speaker Ward");
    const rt_str taker = say(&w, "p1 Person notes = well | speaker Doctor");
    link_by(&w, "repeats", family, first, "");
    link_by(&w, "repeats", ward, other, "");
    link_by(&w, "retracts", taker, first, "Doctor");
    const rt_value *c = ill(&w);
    assert_counts(c, 2, 2, "weakened");
    assert_int_equal(count_at(c, "affected"), 1);
}

static void a_claim_that_is_graded_improbable_and_denied_is_refuted(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str first = say(&w, "p1 Person notes = ill | speaker Rumour | credibility 5");
    const rt_str second = say(&w, "p1 Person notes = ill | speaker Family | credibility 5");
    say(&w, "p1 Person notes = ill | speaker CNN | stance denies");
    link_by(&w, "repeats", second, first, "");
    const rt_value *c = ill(&w);
    assert_counts(c, 1, 1, "refuted");
    assert_int_equal(count_at(c, "refuted_by"), 1);
    assert_int_equal(count_at(c, "affected"), 1);
}

static void one_voice_against_one_is_a_dispute(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person notes = ill | speaker Family");
    say(&w, "p1 Person notes = ill | speaker CNN | stance denies");
    assert_counts(ill(&w), 1, 0, "disputed");
}

static void who_denies_it_and_passes_on_another_finding_is_a_voice_of_his_own(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str id = say(&w, "p1 Person notes = ill | speaker Family");
    const rt_str other = say(&w, "p1 Person notes = tired | speaker Lawyer | via CNN");
    say(&w, "p1 Person notes = ill | speaker CNN | stance denies");
    link_by(&w, "opposes", other, id, "");
    assert_int_equal(number_at(ill(&w), "opposing_origins"), 2);
    assert_str(at(ill(&w), "standing"), "refuted");
}

static void what_is_only_denied_has_no_origin(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person notes = ill | speaker CNN | stance denies");
    assert_counts(ill(&w), 0, 0, "denied");
}

static void the_claim_of_one_statement_can_be_asked_for(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str id = say(&w, "p1 Person notes = ill | speaker Family");
    say(&w, "p1 Person name = Ali");
    rt_str one = id;
    const rt_value *o = try_look(&w, &rt_view_corroboration, (rt_strs){&one, 1});
    assert_int_equal(count_at(o, "claims"), 1);
    assert_str(at(o, "claims.0.value"), "ill");
}

/* --- circles against the plain definition ------------------------------------------------------------------------ */

enum { NODES = 9 };

/* Who reaches whom, by trying all ways through. */
static void close_over(bool reach[NODES][NODES]) {
    for (int k = 0; k < NODES; k++)
        for (int i = 0; i < NODES; i++)
            for (int j = 0; j < NODES; j++) reach[i][j] = reach[i][j] || (reach[i][k] && reach[k][j]);
}

static void two_are_in_one_circle_when_each_reaches_the_other(void **state) {
    unsigned seed = 11;
    (void)state;
    for (int round = 0; round < 200; round++) {
        RT_AUTO(rt_arena) arena = {0};
        bool reach[NODES][NODES] = {{false}};
        rt_echo edges[NODES * 2];
        size_t n = 0, component[NODES];
        for (; n < NODES + (size_t)round % NODES; n++) {
            seed = seed * 1103515245U + 12345U;
            edges[n] = (rt_echo){(seed >> 16) % NODES, (seed >> 24) % NODES};
            reach[edges[n].from][edges[n].to] = true;
        }
        close_over(reach);
        rt_circles_of(NODES, edges, n, component, &arena);
        for (int i = 0; i < NODES; i++)
            for (int j = 0; j < NODES; j++) {
                if (i != j) assert_int_equal(component[i] == component[j], reach[i][j] && reach[j][i]);
                if (reach[i][j]) assert_true(component[i] >= component[j]);
            }
    }
}

/* --- holdings ---------------------------------------------------------------------------------------------------- */

static const rt_value *fact(const rt_value *o, const char *value) {
    for (const rt_value *v = rt_value_first(node(o, "facts")); v != NULL; v = v->next)
        if (rt_str_is(rt_value_get_text(v, RT_S("value")), value)) return v;
    fail_msg("no fact %s", value);
    return NULL;
}

static void each_source_holds_lacks_or_contradicts_a_fact(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali | speaker A | dataset a");
    say(&w, "p1 Person notes = ill | speaker A | dataset a");
    say(&w, "p1 Person notes = ill | speaker B | dataset b | stance denies");
    say(&w, "p1 Person gender = male | speaker C | dataset c");
    say(&w, "p1 Person gender = female | speaker A | dataset a");
    const rt_value *o = look(&w, &rt_view_holdings, "p1");
    assert_int_equal(count_at(o, "sources"), 3);
    assert_str(json_of(&w, node(fact(o, "ill"), "held_by")), "[\"a\"]");
    assert_str(json_of(&w, node(fact(o, "ill"), "lacking")), "[\"c\"]");
    assert_str(json_of(&w, node(fact(o, "ill"), "contradicted_by")), "[\"b\"]");
    assert_str(json_of(&w, node(fact(o, "male"), "contradicted_by")), "[\"a\"]");
}

static void a_file_holds_what_its_reader_knows_from_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali | speaker CNN | dataset cnn");
    say(&w, "o Offence accused = p1 | speaker CNN | dataset cnn");
    const rt_str court = say(&w, "o Offence charge = terrorism | speaker Court | basis document | dataset cnn");
    say(&w, "o Offence file = file-court | speaker Court | basis document | dataset cnn");
    const rt_str lawyer = say(&w, "o Offence charge = crossing | speaker Lawyer | basis document | dataset cnn");
    say(&w, "o Offence file = file-lawyer | speaker Lawyer | basis document | dataset cnn");
    link_by(&w, "opposes", court, lawyer, "");
    rt_str asked[] = {RT_S("p1"), RT_S("charge")};
    const rt_value *o = try_look(&w, &rt_view_holdings, (rt_strs){asked, 2});
    assert_int_equal(count_at(o, "facts"), 2);
    assert_str(json_of(&w, node(fact(o, "terrorism"), "held_by")), "[\"cnn\",\"file-court\"]");
    assert_str(json_of(&w, node(fact(o, "terrorism"), "contradicted_by")), "[\"file-lawyer\"]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_speakers_are_two_origins),
        cmocka_unit_test(one_speaker_in_two_papers_is_one_origin),
        cmocka_unit_test(who_repeats_by_a_link_is_no_origin_however_long_the_chain),
        cmocka_unit_test(who_repeats_in_other_words_is_counted_with_the_claim),
        cmocka_unit_test(the_same_sentence_quoted_twice_is_one_origin),
        cmocka_unit_test(a_document_by_its_name_and_by_its_id_is_one_origin),
        cmocka_unit_test(a_few_words_in_common_show_nothing),
        cmocka_unit_test(who_passes_it_on_and_says_it_himself_has_it_from_there),
        cmocka_unit_test(who_saw_it_himself_is_an_origin_even_when_he_passes_others_on),
        cmocka_unit_test(a_circle_is_found_and_counts_once),
        cmocka_unit_test(a_circle_that_hangs_on_somebody_outside_is_no_origin),
        cmocka_unit_test(several_who_tell_of_an_event_are_origins_of_its_having_been),
        cmocka_unit_test(when_its_only_origin_takes_it_back_all_who_repeated_it_are_listed),
        cmocka_unit_test(when_one_of_two_origins_takes_it_back_only_who_repeated_that_one_falls),
        cmocka_unit_test(a_claim_that_is_graded_improbable_and_denied_is_refuted),
        cmocka_unit_test(one_voice_against_one_is_a_dispute),
        cmocka_unit_test(who_denies_it_and_passes_on_another_finding_is_a_voice_of_his_own),
        cmocka_unit_test(what_is_only_denied_has_no_origin),
        cmocka_unit_test(the_claim_of_one_statement_can_be_asked_for),
        cmocka_unit_test(two_are_in_one_circle_when_each_reaches_the_other),
        cmocka_unit_test(each_source_holds_lacks_or_contradicts_a_fact),
        cmocka_unit_test(a_file_holds_what_its_reader_knows_from_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
