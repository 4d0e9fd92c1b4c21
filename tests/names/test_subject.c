#include "names/subject.h"

#include "test.h"

static void what_tells_entities_apart_is_kept(void **state) {
    (void)state;
    static const char *const kept[] = {
        "birthDate",    "deathDate",      "nationality",        "citizenship",       "country",
        "jurisdiction", "gender",         "birthPlace",         "address",           "idNumber",
        "taxNumber",    "passportNumber", "registrationNumber", "leiCode",           "imoNumber",
        "swiftBic",     "innCode",        "ogrnCode",           "incorporationDate", "accountNumber",
        "wikidataId"};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (!rt_trait_counts(rt_str_of(kept[i]))) fail_msg("%s is not kept", kept[i]);
}

static void what_tells_nobody_apart_is_not(void **state) {
    (void)state;
    static const char *const left[] = {"",          "name",     "alias",      "notes", "topics",
                                       "birthdate", "birthDat", "birthDates", "zzz"};
    for (size_t i = 0; i < sizeof left / sizeof *left; i++)
        if (rt_trait_counts(rt_str_of(left[i]))) fail_msg("%s is kept", left[i]);
}

static void names_are_whole_names(void **state) {
    (void)state;
    assert_true(rt_prop_names(RT_S("name")) && rt_prop_names(RT_S("alias")) && rt_prop_names(RT_S("weakAlias")));
    assert_true(rt_prop_names(RT_S("previousName")) && rt_prop_names(RT_S("abbreviation")));
    assert_false(rt_prop_names(RT_S("firstName")) || rt_prop_names(RT_S("lastName")) || rt_prop_names(RT_S("title")));
    assert_false(rt_prop_names(RT_S("")) || rt_prop_names(RT_S("birthDate")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_tells_entities_apart_is_kept),
        cmocka_unit_test(what_tells_nobody_apart_is_not),
        cmocka_unit_test(names_are_whole_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
