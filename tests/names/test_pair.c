#include "names/pair.h"

#include <math.h>

#include "test.h"

typedef struct both {
    rt_arena arena;
    rt_name a, b;
    rt_pair pair;
} both;

static both *compared(const char *a, const char *b, rt_name_kind kind) {
    static both x;
    rt_arena_reset(&x.arena);
    rt_name_read(&x.arena, rt_str_of(a), kind, &x.a);
    rt_name_read(&x.arena, rt_str_of(b), kind, &x.b);
    rt_pair_names(&x.a, &x.b, &x.pair);
    return &x;
}

static double persons(const char *a, const char *b) { return (double)compared(a, b, RT_NAME_PERSON)->pair.certainty; }
static double companies(const char *a, const char *b) {
    return (double)compared(a, b, RT_NAME_ORGANISATION)->pair.certainty;
}

#define MORE(x, y)                                                                                                     \
    do {                                                                                                               \
        const double x_ = (x), y_ = (y);                                                                               \
        if (x_ <= y_) fail_msg("%s is %.4f, not above %s, which is %.4f", #x, x_, #y, y_);                             \
    } while (0)

static void a_spelling_scores_above_another_name(void **state) {
    (void)state;
    MORE(persons("Oussama Atar", "ATAR, Usama"), 0.5);
    MORE(0.5, persons("Oussama Atar", "Oussama Benali"));
    MORE(persons("Oussama Atar", "ATAR, Usama"), persons("Oussama Atar", "Karim Atar"));
    MORE(persons("Mohammed Bakraoui", "Mehmet Bakraoui"), persons("Mohammed Bakraoui", "Khalid Bakraoui"));
}

static void rare_names_say_more_than_common_ones(void **state) {
    (void)state;
    MORE(persons("Oussama Bakraoui", "Oussama Bakraoui"), persons("Mohammed Ali", "Mohammed Ali"));
    MORE(1.0, persons("Oussama Bakraoui", "Oussama Bakraoui"));
}

static void companies_are_told_apart_by_number_place_and_core(void **state) {
    (void)state;
    MORE(companies("Acmezon Trading Ltd", "Acmezon Trading Limited"),
         companies("Acmezon Trading Ltd", "Acmezon Shipping Ltd"));
    MORE(0.5, companies("First Bank of Iran", "Second Bank of Iran"));
    MORE(0.5, companies("Bank of Latvia", "Bank of Estonia"));
}

static double sum_of(rt_name_kind kind, float others) {
    return (double)(others + rt_pair_curve(kind, RT_PAIR_calibration, others));
}

static void a_little_more_evidence_makes_a_score_a_little_higher(void **state) {
    (void)state;
    const float step = 0.0625F;
    const double most = 5 * (double)step; /* the steepest stretch that train.py may fit */
    for (rt_name_kind kind = RT_NAME_PERSON; kind <= RT_NAME_THING; kind++)
        for (float others = -12; others < 12; others += step) {
            const double rise = sum_of(kind, others + step) - sum_of(kind, others);
            if (rise <= 0 || rise > most + 1e-5)
                fail_msg("kind %d: at %.2f it rises by %.3f", kind, (double)others, rise);
        }
}

static double feature(const char *a, const char *b, rt_pair_feature f) {
    return (double)compared(a, b, RT_NAME_PERSON)->pair.features[f];
}

static void it_is_told_what_the_evidence_hangs_on(void **state) {
    (void)state;
    MORE(feature("Mohammed Ali", "Mohammed Ali", RT_PAIR_common),
         feature("Hernan Giraldo", "Giraldo Hernan", RT_PAIR_common));
    MORE(feature("Kim Min", "Kim Min", RT_PAIR_short), 0);
    MORE(feature("Mohammed Bakraoui", "Mohammed Bakraoui", RT_PAIR_alone), 0);
    MORE(feature("Oussama Atar", "Oussama Benali", RT_PAIR_despite), 0);
    assert_true(feature("Oussama Atar", "Oussama Atar", RT_PAIR_despite) == 0);
}

static void a_person_is_no_company(void **state) {
    (void)state;
    MORE(persons("Oussama Bakraoui", "Oussama Bakraoui"), persons("Oussama Bakraoui", "Oussama Bakraoui GmbH"));
}

static void senior_is_not_junior(void **state) {
    (void)state;
    MORE(0.5, persons("George Bush Jr", "George Bush Sr"));
    MORE(persons("George Bush Jr", "George Bush"), 0.5);
}

static void nothing_is_like_no_name(void **state) {
    (void)state;
    MORE(0.05, persons("", "Oussama Atar"));
    MORE(0.05, persons("", ""));
}

static const char *const names[] = {
    "Oussama Atar",
    "ATAR, Usama Ahmad",
    "Abd al-Rahman bin Khalid al-Attar",
    "Abdurrahman",
    "J. R. Smith Jr.",
    "Dr Maria Luisa Garcia Lopez",
    "First Bank of Iran",
    "Acmezon Trading Company Ltd",
    "IBM",
    "International Business Machines",
    "",
    "7",
    "Xiao Ping Deng",
    "DENG Xiaoping",
    "Mohammed Mohammed Mohammed",
    "Ali Ali",
    "\xd8\xa3\xd8\xb3\xd8\xa7\xd9\x85\xd8\xa9 \xd8\xb9\xd8\xb7\xd8\xa7\xd8\xb1",
    "Usama",
    "MV SA/ND SAWN",
    "Sand fSwan",
    "Atar Oussama",
};
enum { NAMES = sizeof names / sizeof *names };

static void the_parts_add_up_to_the_score(void **state) {
    (void)state;
    for (size_t i = 0; i < NAMES; i++)
        for (size_t k = 0; k < NAMES; k++)
            for (rt_name_kind kind = RT_NAME_PERSON; kind <= RT_NAME_THING; kind++) {
                const both *x = compared(names[i], names[k], kind);
                rt_pair_part parts[RT_PAIR_PARTS];
                const size_t n = rt_pair_parts(&x->pair, &x->a, &x->b, parts);
                float sum = 0;
                for (size_t p = 0; p < n; p++) sum += parts[p].score;
                if (fabsf(sum - x->pair.logit) > 0.001F)
                    fail_msg("%s / %s: parts %f, score %f", names[i], names[k], (double)sum, (double)x->pair.logit);
            }
}

static void either_may_stand_first(void **state) {
    (void)state;
    for (size_t i = 0; i < NAMES; i++)
        for (size_t k = 0; k < NAMES; k++) {
            const double ab = persons(names[i], names[k]), ba = persons(names[k], names[i]);
            const double cd = companies(names[i], names[k]), dc = companies(names[k], names[i]);
            if (fabs(ab - ba) > 0.0001) fail_msg("%s / %s: %f and %f", names[i], names[k], ab, ba);
            if (fabs(cd - dc) > 0.0001) fail_msg("of organisations %s / %s: %f and %f", names[i], names[k], cd, dc);
        }
}

static void a_name_of_many_equal_words_is_itself(void **state) {
    (void)state;
    const char *name = "Usama Atar Usama Atar Usama Atar Usama Atar Usama Atar Usama Atar Usama Atar Usama Atar";
    const both *x = compared(name, name, RT_NAME_PERSON);
    assert_int_equal(x->pair.aligned_count, 16);
    for (size_t i = 0; i < 16; i++) assert_int_equal(x->pair.aligned[i].a, x->pair.aligned[i].b);
    MORE((double)x->pair.certainty, persons("Usama Atar", "Usama Atar") - 0.01);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_spelling_scores_above_another_name),
        cmocka_unit_test(rare_names_say_more_than_common_ones),
        cmocka_unit_test(companies_are_told_apart_by_number_place_and_core),
        cmocka_unit_test(a_little_more_evidence_makes_a_score_a_little_higher),
        cmocka_unit_test(it_is_told_what_the_evidence_hangs_on),
        cmocka_unit_test(a_person_is_no_company),
        cmocka_unit_test(senior_is_not_junior),
        cmocka_unit_test(nothing_is_like_no_name),
        cmocka_unit_test(the_parts_add_up_to_the_score),
        cmocka_unit_test(either_may_stand_first),
        cmocka_unit_test(a_name_of_many_equal_words_is_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
