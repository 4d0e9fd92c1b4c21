#include "names/match.h"

#include <math.h>
#include <stdlib.h>

#include "names/subject_text.h"
#include "test.h"

static rt_match match_of(rt_arena *arena, const char *a, const char *b) {
    rt_ready left, right;
    rt_match match;
    rt_ready_make(arena, subject_of(arena, rt_str_of(a)), &left);
    rt_ready_make(arena, subject_of(arena, rt_str_of(b)), &right);
    rt_match_subjects(arena, &left, &right, &match);
    return match;
}

static double logit_of(const char *a, const char *b) {
    RT_AUTO(rt_arena) arena = {0};
    return match_of(&arena, a, b).logit;
}

static const rt_reason *reason(const rt_match *match, const char *feature) {
    for (size_t i = 0; i < match->n; i++)
        if (rt_str_is(match->reasons[i].feature, feature)) return &match->reasons[i];
    return NULL;
}

/* The score of one feature, 0 when it is not among the reasons. */
static double score_of(const char *a, const char *b, const char *feature) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_match match = match_of(&arena, a, b);
    const rt_reason *found = reason(&match, feature);
    return found != NULL ? found->score : 0;
}

#define ATAR "Person name=Oussama Atar; "
#define OTHER "Person name=Henrietta Quimby; "

static void assert_order(const char *what, double more, double less) {
    if (!(more > less)) fail_msg("%s: %f is not above %f", what, more, less);
}

static void birth(const char *other, double least, double most) {
    char text[256];
    snprintf(text, sizeof text, ATAR "birthDate=%s", other);
    const double score = score_of(ATAR "birthDate=1984-05-23", text, "birthDate");
    if (score < least || score > most)
        fail_msg("1984-05-23 against %s: %f is not in %f..%f", other, score, least, most);
}

static void an_equal_day_says_more_than_an_equal_month_or_year(void **state) {
    (void)state;
    const double day = score_of(ATAR "birthDate=1984-05-23", ATAR "birthDate=1984-05-23", "birthDate");
    const double month = score_of(ATAR "birthDate=1984-05-23", ATAR "birthDate=1984-05", "birthDate");
    const double year = score_of(ATAR "birthDate=1984-05-23", ATAR "birthDate=1984", "birthDate");
    const double span = score_of(ATAR "birthDate=1984-05-23", ATAR "birthDate=1980/1990", "birthDate");
    assert_order("day, month", day, month);
    assert_order("month, year", month, year);
    assert_order("year, span", year, span);
    assert_true(span >= 0);
}

static void different_births_speak_against_the_more_the_further(void **state) {
    (void)state;
    birth("1984-05-23", 3, 20);
    birth("1984~", 0.2, 10);
    birth("23 May 1984", 3, 20);
    birth("1999", -20, -1);
    birth("1930-01-01", -20, -2);
    birth("no date", 0, 0);
    birth("", 0, 0);
    birth("2050-13-45", 0, 0);
    assert_order("1985, 1995", score_of(ATAR "birthDate=1984", ATAR "birthDate=1985", "birthDate"),
                 score_of(ATAR "birthDate=1984", ATAR "birthDate=1995", "birthDate"));
}

static void day_and_month_swapped_are_a_likely_slip(void **state) {
    (void)state;
    const double swapped = score_of(ATAR "birthDate=1984-03-05", ATAR "birthDate=1984-05-03", "birthDate");
    const double other = score_of(ATAR "birthDate=1984-03-05", ATAR "birthDate=1984-09-27", "birthDate");
    assert_true(swapped > 0);
    assert_order("swapped, other day of the year", swapped, other);
}

static void the_best_of_several_dates_counts_but_less(void **state) {
    (void)state;
    const double one = score_of(ATAR "birthDate=1984-05-23", ATAR "birthDate=1984-05-23", "birthDate");
    const double many =
        score_of(ATAR "birthDate=1984-05-23",
                 ATAR "birthDate=1971; birthDate=1990; birthDate=1984-05-23; birthDate=1958", "birthDate");
    assert_order("one, many", one, many);
    assert_true(many > 0);
}

static void an_equal_birth_lifts_no_name_that_differs(void **state) {
    (void)state;
    const double names = logit_of(ATAR, OTHER);
    const double with = logit_of(ATAR "birthDate=1984-05-23; nationality=be; gender=male; birthPlace=Laeken",
                                 OTHER "birthDate=1984-05-23; nationality=be; gender=male; birthPlace=Laeken");
    assert_true(names < -3);
    assert_true(with <= names + 1e-9);
    RT_AUTO(rt_arena) arena = {0};
    const rt_match match = match_of(&arena, ATAR "birthDate=1984-05-23", OTHER "birthDate=1984-05-23");
    assert_non_null(reason(&match, "names first"));
    assert_true(reason(&match, "birthDate")->score > 0);
}

static void contradictions_pull_equal_names_down(void **state) {
    (void)state;
    const double names = logit_of(ATAR, ATAR);
    assert_order("birth", names, logit_of(ATAR "birthDate=1984", ATAR "birthDate=1951"));
    assert_order("gender", names, logit_of(ATAR "gender=male", ATAR "gender=female"));
    assert_order("nationality", names, logit_of(ATAR "nationality=be", ATAR "nationality=is"));
    assert_order("person and company", names, logit_of(ATAR, "Company name=Oussama Atar"));
    assert_order("person and ship", names, logit_of(ATAR, "Vessel name=Oussama Atar"));
}

static void what_may_be_one_thing_is_not_held_against(void **state) {
    (void)state;
    assert_true(score_of(ATAR, "LegalEntity name=Oussama Atar", "schema") >= 0);
    assert_true(score_of("Organization name=Atar Holding", "Company name=Atar Holding", "schema") >= 0);
    assert_true(score_of(ATAR, "Nonsense name=Oussama Atar", "schema") >= 0);
}

static void a_rare_nationality_says_more_than_a_common_one(void **state) {
    (void)state;
    assert_order("is, ir", score_of(ATAR "nationality=is", ATAR "nationality=is", "country"),
                 score_of(ATAR "nationality=ir", ATAR "nationality=ir", "country"));
    assert_true(score_of(ATAR "nationality=Iraq", ATAR "nationality=iq", "country") > 0);
    assert_true(score_of(ATAR "nationality=iq", ATAR "nationality=nowhere", "country") == 0);
}

static void another_tie_to_the_country_softens_a_different_nationality(void **state) {
    (void)state;
    assert_order("tie", score_of(ATAR "nationality=be; country=ma", ATAR "nationality=ma", "country"),
                 score_of(ATAR "nationality=be", ATAR "nationality=ma", "country"));
}

static void successors_and_territories_are_not_held_against(void **state) {
    (void)state;
    const double other = score_of(ATAR "nationality=ru", ATAR "nationality=gb", "country");
    assert_order("suhh", score_of(ATAR "nationality=ru", ATAR "nationality=suhh", "country"), other);
    assert_order("hk", score_of(ATAR "nationality=hk", ATAR "nationality=cn", "country"), other);
    assert_order("ua-cri", score_of(ATAR "nationality=ua", ATAR "nationality=ua-cri", "country"), other);
    assert_true(other < 0);
}

static void what_relatives_share_counts_little_where_births_are_apart(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    const rt_match match = match_of(&arena, ATAR "birthDate=1951; nationality=be; birthPlace=Laeken",
                                    ATAR "birthDate=1984; nationality=be; birthPlace=Laeken");
    assert_non_null(reason(&match, "relatives"));
    assert_true(reason(&match, "relatives")->score < 0);
    assert_true(score_of(ATAR "birthDate=1984; nationality=be", ATAR "birthDate=1984; nationality=be", "relatives") ==
                0);
}

static void a_country_alone_is_no_place(void **state) {
    (void)state;
    assert_true(score_of(ATAR "birthPlace=Iraq", ATAR "birthPlace=Baghdad, Iraq", "birthPlace") == 0);
    assert_true(score_of(ATAR "address=Korea, North", ATAR "address=Pyongyang, Korea, North", "address") == 0);
    assert_true(score_of(ATAR "birthPlace=Tripoli, Lebanon", ATAR "birthPlace=Tripoli, Libya", "birthPlace") < 0);
    assert_true(score_of(ATAR "birthPlace=Tripoli, Libya", ATAR "birthPlace=Tripoli", "birthPlace") > 0);
}

static void a_town_is_not_yet_an_address(void **state) {
    (void)state;
    assert_order("street, town",
                 score_of(ATAR "address=12 Rue Neuve, Namur, Belgium", ATAR "address=Rue Neuve 12, Namur", "address"),
                 score_of(ATAR "address=Namur, Belgium", ATAR "address=98 Rue Haute, Namur", "address"));
}

static void equal_numbers_count_however_they_are_written(void **state) {
    (void)state;
    const double same = score_of(ATAR "passportNumber=EC 123-456", ATAR "passportNumber=ec123456", "identifier");
    assert_true(same > 3);
    assert_true(score_of("Vessel name=A; imoNumber=IMO9187629", "Vessel name=A; imoNumber=9187629", "identifier") >
                same);
    assert_order("kinds", same, score_of(ATAR "passportNumber=EC123456", ATAR "idNumber=EC123456", "identifier"));
    assert_order("short", same, score_of(ATAR "passportNumber=1234", ATAR "passportNumber=1234", "identifier"));
    assert_order("slip", same, score_of(ATAR "passportNumber=EC123456", ATAR "passportNumber=EC123465", "identifier"));
    assert_true(score_of(ATAR "passportNumber=EC123456", ATAR "passportNumber=EC123465", "identifier") > 0);
}

static void wrong_check_digits_weaken_an_equal_number(void **state) {
    (void)state;
    assert_order("check digits",
                 score_of("Vessel name=A; imoNumber=IMO9187629", "Vessel name=A; imoNumber=IMO9187629", "identifier"),
                 score_of("Vessel name=A; imoNumber=IMO9187620", "Vessel name=A; imoNumber=IMO9187620", "identifier"));
}

static void of_two_equal_numbers_the_one_that_holds_counts(void **state) {
    (void)state;
    const double good =
        score_of("Vessel name=A; imoNumber=IMO9187629", "Vessel name=A; imoNumber=IMO9187629", "identifier");
    assert_true(good == score_of("Vessel name=A; imoNumber=IMO9187629; imoNumber=IMO9187620",
                                 "Vessel name=A; imoNumber=IMO9187620; imoNumber=IMO9187629", "identifier"));
    assert_true(good == score_of("Vessel name=A; imoNumber=IMO9187620; imoNumber=IMO9187629",
                                 "Vessel name=A; imoNumber=IMO9187620; imoNumber=IMO9187629", "identifier"));
}

static void different_numbers_of_which_one_has_one_speak_against(void **state) {
    (void)state;
    const double ships =
        score_of("Vessel name=A; imoNumber=IMO9187629", "Vessel name=A; imoNumber=IMO9187655", "identifier");
    const double passports = score_of(ATAR "passportNumber=EC123456", ATAR "passportNumber=K7741", "identifier");
    assert_true(ships < -2);
    assert_true(passports > -1 && passports <= 0);
}

static void an_equal_passport_lifts_other_names_a_little(void **state) {
    (void)state;
    const double names = logit_of(ATAR, OTHER);
    const double with = logit_of(ATAR "passportNumber=EC123456", OTHER "passportNumber=EC123456");
    assert_true(with > names + 1);
    assert_true(with < names + 6);
}

static void a_ship_keeps_its_number_under_another_name(void **state) {
    (void)state;
    const double with =
        logit_of("Vessel name=Sea Star; imoNumber=IMO9187629", "Vessel name=Ocean Pearl; imoNumber=9187629");
    const double wrong =
        logit_of("Vessel name=Sea Star; imoNumber=IMO9187620", "Vessel name=Ocean Pearl; imoNumber=9187620");
    assert_true(with > 0 && with < 2);
    assert_true(wrong < -1);
    assert_true(logit_of("Vessel name=Sea Star; imoNumber=IMO9187629", "Vessel name=Sea Star; imoNumber=9187629") >
                with);
}

static void places_are_compared_by_their_words(void **state) {
    (void)state;
    const double same = score_of(ATAR "birthPlace=Laeken, Brussels", ATAR "birthPlace=BRUSSELS (Laeken)", "birthPlace");
    const double part =
        score_of(ATAR "birthPlace=Laeken, Brussels", ATAR "birthPlace=Laeken, Flanders, Europe", "birthPlace");
    const double other = score_of(ATAR "birthPlace=Laeken, Brussels", ATAR "birthPlace=Kandahar", "birthPlace");
    assert_order("same, part", same, part);
    assert_order("part, other", part, other);
    assert_true(other < 0);
    assert_order("house numbers",
                 score_of(ATAR "address=12 Rue Neuve, Namur", ATAR "address=12 Rue Neuve, Namur", "address"),
                 score_of(ATAR "address=12 Rue Neuve, Namur", ATAR "address=98 Rue Neuve, Namur", "address") - 1e-9);
}

static void names_alone_score_as_the_pair_of_names(void **state) {
    (void)state;
    static const char *const names[][2] = {
        {"Oussama Atar", "ATAR, Usama"}, {"Bank Melli", "Bank Mellat"}, {"", "X"}, {"A", "B C"}};
    for (size_t i = 0; i < 4; i++) {
        RT_AUTO(rt_arena) arena = {0};
        rt_str at[2] = {rt_str_of(names[i][0]), rt_str_of(names[i][1])};
        const rt_subject a = {.schema = RT_S("Person"), .names = {&at[0], 1}},
                         b = {.schema = RT_S("Person"), .names = {&at[1], 1}};
        rt_ready x, y;
        rt_match match;
        rt_pair pair;
        rt_ready_make(&arena, &a, &x);
        rt_ready_make(&arena, &b, &y);
        rt_match_subjects(&arena, &x, &y, &match);
        rt_pair_names(&x.names[0], &y.names[0], &pair);
        assert_true(fabs(match.score - (double)pair.certainty) < 1e-4);
        assert_true(rt_match_score(&arena, &x, &y) == match.score);
    }
}

static void the_best_of_all_names_counts(void **state) {
    (void)state;
    const double alias = logit_of("Person name=Karl Schulze; alias=Oussama Atar", ATAR);
    assert_true(fabs(alias - logit_of(ATAR, ATAR)) < 1e-4);
    assert_order("names", alias, logit_of("Person name=Karl Schulze", ATAR));
}

static void a_short_alias_does_not_outweigh_full_names_that_differ(void **state) {
    (void)state;
    const char *a = "Person name=Vladimir Krasnov; alias=Carlos", *b = "Person name=Ilich Ramirez; alias=Carlos";
    RT_AUTO(rt_arena) arena = {0};
    const rt_match match = match_of(&arena, a, b);
    assert_non_null(reason(&match, "other names"));
    assert_true(reason(&match, "other names")->score < 0);
    assert_order("aliases alone", logit_of("Person name=Carlos", "Person name=Carlos"), match.logit);
}

static void reasons_hold_both_values(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    const rt_match match = match_of(&arena, ATAR "birthDate=1984-05-23", ATAR "birthDate=1984");
    assert_str(reason(&match, "birthDate")->detail, "born 1984-05-23 here, 1984 there: they can be one day");
    for (size_t i = 0; i < match.n; i++)
        assert_true(match.reasons[i].detail.len > 0 && match.reasons[i].feature.len > 0);
}

/* --- properties ----------------------------------------------------------------------------------------------- */

static const char *const pieces[] = {"name=Oussama Atar",
                                     "name=Usama Ahmad ATAR",
                                     "alias=Carlos",
                                     "alias=\xd8\xa3\xd8\xb3\xd8\xa7\xd9\x85\xd8\xa9",
                                     "name=Henrietta Quimby",
                                     "name=",
                                     "birthDate=1984-05-23",
                                     "birthDate=1984",
                                     "birthDate=1984~",
                                     "birthDate=1985-01-01",
                                     "birthDate=/1970",
                                     "birthDate=?",
                                     "deathDate=2016",
                                     "deathDate=2017-11",
                                     "nationality=be",
                                     "nationality=Morocco",
                                     "country=ma",
                                     "jurisdiction=ru",
                                     "gender=male",
                                     "gender=female",
                                     "birthPlace=Laeken",
                                     "birthPlace=Brussels",
                                     "address=12 Rue Neuve",
                                     "address=\xff\xfe",
                                     "passportNumber=EC12345",
                                     "passportNumber=EC12354",
                                     "idNumber=EC12345",
                                     "imoNumber=9187629",
                                     "imoNumber=9187655",
                                     "phone=+32 2 123 45 67",
                                     "incorporationDate=1999",
                                     "innCode=7707083893"};
static const char *const schemata[] = {"Person",      "Person", "Person",   "Company",
                                       "LegalEntity", "Vessel", "Nonsense", ""};

static uint32_t next(uint32_t *seed) {
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

static rt_subject *random_subject(rt_arena *arena, uint32_t *seed) {
    char text[1024];
    size_t n = (size_t)snprintf(text, sizeof text, "%s ", schemata[next(seed) % 8]);
    for (uint32_t left = next(seed) % 12; left > 0; left--)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s;", pieces[next(seed) % (sizeof pieces / sizeof *pieces)]);
    return subject_of(arena, rt_str_of(text));
}

static void check_match(const rt_match *match, uint32_t seed) {
    double sum = 0;
    for (size_t i = 0; i < match->n; i++) sum += match->reasons[i].score;
    if (!isfinite(match->logit) || sum != match->logit || match->score != 1 / (1 + exp(-match->logit)))
        fail_msg("seed %u: reasons add up to %f, logit is %f, score %f", seed, sum, match->logit, match->score);
}

static void reasons_add_up_and_sides_do_not_matter(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 3000; i++) {
        RT_AUTO(rt_arena) arena = {0};
        uint32_t seed = i * 2654435761U;
        rt_ready a, b;
        rt_match match, turned;
        rt_ready_make(&arena, random_subject(&arena, &seed), &a);
        rt_ready_make(&arena, random_subject(&arena, &seed), &b);
        rt_match_subjects(&arena, &a, &b, &match);
        rt_match_subjects(&arena, &b, &a, &turned);
        check_match(&match, i);
        if (fabs(match.logit - turned.logit) > 1e-4) fail_msg("seed %u: %f turned is %f", i, match.logit, turned.logit);
        if (rt_match_score(&arena, &a, &b) != match.score) fail_msg("seed %u: the score alone is another", i);
        a.traits = b.traits = NULL;
        rt_match_subjects(&arena, &a, &b, &turned);
        assert_true(turned.logit == match.logit);
    }
}

static void traits_of_one_side_say_nothing(void **state) {
    (void)state;
    assert_true(fabs(logit_of(ATAR "birthDate=1984; nationality=be; address=x; passportNumber=EC12345", ATAR) -
                     logit_of(ATAR, ATAR)) < 1e-9);
}

static void ten_thousand_traits_and_names_are_bounded(void **state) {
    (void)state;
    enum { MANY = 10000 };
    static rt_trait traits[MANY];
    static rt_str names[MANY];
    static char long_text[100000];
    RT_AUTO(rt_arena) arena = {0};
    rt_ready a;
    rt_match match;
    memset(long_text, 'a', sizeof long_text);
    for (size_t i = 0; i < MANY; i++) {
        names[i] = i % 2 ? RT_S("Oussama Atar") : (rt_str){long_text, sizeof long_text};
        traits[i] =
            (rt_trait){i % 2 ? RT_S("address") : RT_S("birthDate"), (rt_str){long_text, i % 3 ? 20 : sizeof long_text}};
    }
    const rt_subject subject = {
        .schema = RT_S("Person"), .names = {names, MANY}, .traits = traits, .trait_count = MANY};
    rt_ready_make(&arena, &subject, &a);
    assert_int_equal(a.n, RT_READY_NAMES);
    rt_match_subjects(&arena, &a, &a, &match);
    check_match(&match, 0);
    for (size_t i = 0; i < match.n; i++) assert_true(match.reasons[i].detail.len < 16384);
}

static void a_name_of_unknown_kind_is_a_persons_and_an_organisations(void **state) {
    (void)state;
    /* Usama Atar in Arabic letters, of which the words tell nothing to who knows Latin ones */
    const char *arabic = "LegalEntity name=\xd8\xa3\xd8\xb3\xd8\xa7\xd9\x85\xd8\xa9 \xd8\xb9\xd8\xb7\xd8\xa7\xd8\xb1";
    assert_true(logit_of(arabic, "Person name=Oussama Atar") > 0);
    assert_true(logit_of("LegalEntity name=Zorbak", "Organization name=Zorbak") > 0);
    assert_true(logit_of("LegalEntity name=Karim Benali", "Company name=Karim Benali Trading LLC") < 0);
}

/* "as a" is "sa" written apart, and "sa a" is "as": both cannot be, and nothing but their letters tells which to take.
 */
static void of_two_ways_to_join_words_the_same_is_taken_whoever_comes_first(void **state) {
    (void)state;
    const char *vessel = "Organization name=MV as a name", *person = "Person name=Sa a";
    const double one = logit_of(vessel, person), other = logit_of(person, vessel);
    if (fabs(one - other) > 1e-3) fail_msg("%f one way, %f the other", one, other);
}

/* A Ukrainian letter that is "ye" in Latin is as long as the word whose initial it is. */
static void an_initial_of_two_latin_letters_fits_whoever_comes_first(void **state) {
    (void)state;
    const char *initial = "Person name=\u0454 Sandate", *whole = "Person name=\u0626\u0648 Sandate";
    const double one = logit_of(initial, whole), other = logit_of(whole, initial);
    if (fabs(one - other) > 1e-3) fail_msg("%f one way, %f the other", one, other);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_of_unknown_kind_is_a_persons_and_an_organisations),
        cmocka_unit_test(an_equal_day_says_more_than_an_equal_month_or_year),
        cmocka_unit_test(different_births_speak_against_the_more_the_further),
        cmocka_unit_test(day_and_month_swapped_are_a_likely_slip),
        cmocka_unit_test(the_best_of_several_dates_counts_but_less),
        cmocka_unit_test(an_equal_birth_lifts_no_name_that_differs),
        cmocka_unit_test(contradictions_pull_equal_names_down),
        cmocka_unit_test(what_may_be_one_thing_is_not_held_against),
        cmocka_unit_test(a_rare_nationality_says_more_than_a_common_one),
        cmocka_unit_test(another_tie_to_the_country_softens_a_different_nationality),
        cmocka_unit_test(successors_and_territories_are_not_held_against),
        cmocka_unit_test(what_relatives_share_counts_little_where_births_are_apart),
        cmocka_unit_test(a_country_alone_is_no_place),
        cmocka_unit_test(a_town_is_not_yet_an_address),
        cmocka_unit_test(equal_numbers_count_however_they_are_written),
        cmocka_unit_test(wrong_check_digits_weaken_an_equal_number),
        cmocka_unit_test(of_two_equal_numbers_the_one_that_holds_counts),
        cmocka_unit_test(different_numbers_of_which_one_has_one_speak_against),
        cmocka_unit_test(an_equal_passport_lifts_other_names_a_little),
        cmocka_unit_test(a_ship_keeps_its_number_under_another_name),
        cmocka_unit_test(places_are_compared_by_their_words),
        cmocka_unit_test(names_alone_score_as_the_pair_of_names),
        cmocka_unit_test(the_best_of_all_names_counts),
        cmocka_unit_test(a_short_alias_does_not_outweigh_full_names_that_differ),
        cmocka_unit_test(reasons_hold_both_values),
        cmocka_unit_test(reasons_add_up_and_sides_do_not_matter),
        cmocka_unit_test(traits_of_one_side_say_nothing),
        cmocka_unit_test(ten_thousand_traits_and_names_are_bounded),
        cmocka_unit_test(of_two_ways_to_join_words_the_same_is_taken_whoever_comes_first),
        cmocka_unit_test(an_initial_of_two_latin_letters_fits_whoever_comes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
