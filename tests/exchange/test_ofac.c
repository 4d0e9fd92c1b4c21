#include "exchange/reading.h"

extern const rt_format rt_format_ofac;

#define ENTRY(number, name, type, remarks)                                                                             \
    number ",\"" name "\"," type ",\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"" remarks "\"\r\n"
#define INDIVIDUAL(number, name, remarks) ENTRY(number, name, "\"individual\"", remarks)
#define OTHER(number, name, remarks) ENTRY(number, name, "-0- ", remarks)

static void read_list(reading *r, rt_str sdn) {
    rt_error err = {0};
    reading_give(r, "sdn.csv", sdn);
    OK(reading_run(r, &rt_format_ofac, &err));
}

static void a_person_is_called_in_natural_order_and_as_the_list_writes(void **state) {
    (void)state;
    reading r = {0};
    read_list(&r, RT_S(INDIVIDUAL("22524", "ATAR, Oussama Ahmad", "a.k.a. 'AL-BELGIQI, Abu Ahmad'.")
                           INDIVIDUAL("7", "LAVILLA, Ruben Pestano, Jr.", "-0-") OTHER("9", "CECOEX, S.A.", "-0-")));
    const rt_entry *name = reading_find(&r, "ofac-22524", "name", "Oussama Ahmad ATAR");
    assert_non_null(name);
    assert_str(name->original, "ATAR, Oussama Ahmad");
    assert_str(name->schema, "Person");
    assert_str(name->speaker, "OFAC, US Department of the Treasury");
    assert_str(name->said_at, "");
    assert_says(&r, "ofac-22524", "weakAlias", "Abu Ahmad AL-BELGIQI");
    assert_says(&r, "ofac-22524", "lastName", "ATAR");
    assert_says(&r, "ofac-7", "name", "Ruben Pestano LAVILLA Jr.");
    assert_says(&r, "ofac-9", "name", "CECOEX, S.A.");
    reading_close(&r);
}

static void a_passport_says_its_country_and_dates(void **state) {
    (void)state;
    reading r = {0};
    read_list(
        &r, RT_S(INDIVIDUAL(
                "1", "A, B",
                "DOB 1960; alt. Passport AC7/5 (Guinea-Bissau) issued 01 Feb 2012 expires 02 Mar 2022; Passport 77.")));
    assert_says(&r, "ofac-1", "passportNumber", "AC7/5");
    assert_says(&r, "ofac-1", "passportNumber", "77");
    assert_says(&r, "ofac-1-Passport-AC7-5", "holder", "ofac-1");
    assert_int_equal(reading_count(&r, "ofac-1-Passport-AC7-5", "endDate"), 1);
    assert_null(reading_find(&r, "ofac-1-Passport-77", "number", NULL));
    reading_close(&r);
}

static void values_are_in_their_canonical_form_beside_the_lists_own(void **state) {
    (void)state;
    reading r = {0};
    read_list(
        &r, RT_S(INDIVIDUAL("1", "A, B", "DOB 1983 to 1985; alt. DOB circa 1942; nationality Korea, North; Gender Male")
                     OTHER("2", "C",
                           "Telephone (98)(9121115315); Nationality of Registration Man, Isle of; Phone Number 12; "
                           "Organization Established Date 17 Dec 2016")));
    assert_str(reading_find(&r, "ofac-1", "birthDate", "1983/1985")->original, "1983 to 1985");
    assert_says(&r, "ofac-1", "birthDate", "1942~");
    assert_says(&r, "ofac-1", "nationality", "kp");
    assert_says(&r, "ofac-1", "gender", "male");
    assert_says(&r, "ofac-2", "phone", "+989121115315");
    assert_says(&r, "ofac-2", "jurisdiction", "im");
    assert_says(&r, "ofac-2", "incorporationDate", "2016-12-17");
    assert_int_equal(reading_count(&r, "ofac-2", "notes"), 1);
    reading_close(&r);
}

static void the_place_in_a_number_that_is_no_country_is_its_authority(void **state) {
    (void)state;
    reading r = {0};
    read_list(
        &r,
        RT_S(OTHER("1", "A",
                   "Matricula Mercantil No 21-573208-02 (Medellin); File Number 7136946 (Delaware) (United States)")));
    assert_says(&r, "ofac-1-Matricula-Mercantil-21-573208-02", "authority", "Medellin");
    assert_says(&r, "ofac-1-File-7136946", "authority", "Delaware");
    assert_says(&r, "ofac-1-File-7136946", "country", "us");
    assert_says(&r, "ofac-1", "registrationNumber", "7136946");
    reading_close(&r);
}

static void who_is_linked_is_found_by_name_even_further_down(void **state) {
    (void)state;
    reading r = {0};
    read_list(&r, RT_S(OTHER("1", "ONE S.A.", "Linked To: TWO, Given; Linked To: NOBODY; Linked To: THREE LTD.")
                           INDIVIDUAL("2", "TWO, Given", "wife of Fourth Four") OTHER("3", "THREE LTD.", "-0-")
                               INDIVIDUAL("4", "FOUR, Fourth", "-0-")));
    assert_says(&r, "ofac-1-link-ofac-2", "object", "ofac-2");
    assert_says(&r, "ofac-1-link-ofac-3", "object", "ofac-3");
    assert_says(&r, "ofac-1", "notes", "Linked To: NOBODY");
    assert_says(&r, "ofac-2-wife-ofac-4", "person", "ofac-4");
    assert_says(&r, "ofac-2-wife-ofac-4", "relative", "ofac-2");
    reading_close(&r);
}

static void remarks_that_are_too_long_go_on_in_the_comments(void **state) {
    (void)state;
    reading r = {0};
    rt_error err = {0};
    reading_give(&r, "sdn_comments.csv", RT_S("1,\"hn'; POB Kabul, Afghanistan.\"\r\n\x1a"));
    reading_give(&r, "sdn.csv", RT_S(INDIVIDUAL("1", "A, B", "a.k.a. 'Jo") "\x1a"));
    OK(reading_run(&r, &rt_format_ofac, &err));
    assert_says(&r, "ofac-1", "weakAlias", "John");
    assert_says(&r, "ofac-1", "birthPlace", "Kabul, Afghanistan");
    reading_close(&r);
}

static void names_and_addresses_find_their_entry_whatever_the_order_of_the_files(void **state) {
    (void)state;
    reading r = {0};
    rt_error err = {0};
    reading_give(&r, "add.csv", RT_S("1,5,\"12 Street\",\"Paris\",\"France\",-0- \r\n"));
    reading_give(&r, "alt.csv", RT_S("1,7,\"fka\",\"OLD, Name\",-0- \r\n1,8,\"aka\",\"OTHER, Name\",-0- \r\n"));
    reading_give(&r, "SDN.CSV", RT_S(INDIVIDUAL("1", "A, B", "-0-")));
    OK(reading_run(&r, &rt_format_ofac, &err));
    assert_says(&r, "ofac-1", "previousName", "Name OLD");
    assert_says(&r, "ofac-1", "alias", "Name OTHER");
    assert_says(&r, "ofac-1", "address", "12 Street, Paris, France");
    reading_close(&r);
}

static void what_is_not_understood_is_kept_and_told(void **state) {
    (void)state;
    reading r = {0};
    read_list(&r, RT_S(OTHER("1", "ONE", "juice manufacturer; (one; two); Gender")));
    assert_says(&r, "ofac-1", "notes", "juice manufacturer");
    assert_says(&r, "ofac-1", "notes", "(one; two)");
    assert_int_equal(r.notes, 3);
    reading_close(&r);
}

static void a_bad_row_ends_the_reading_or_is_skipped(void **state) {
    (void)state;
    const struct {
        rt_str row;
        const char *message;
    } rows[] = {
        {RT_S("x,\"A\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n"), "\"x\" is no number of an entry"},
        {RT_S("5,\"A\",-0- \n"), "a row of sdn.csv has 12 fields, not 3"},
        {RT_S("5,-0- ,-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n"), "entry 5 has no name"},
        {RT_S("5,\"A\",\"ghost\",\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n"), "\"ghost\" is no kind of entry"},
        {RT_S(OTHER("1", "TWICE", "-0-")), "a second entry 1"},
        {RT_S("5,\"A\xe9\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n"), "this is not UTF-8"},
        {RT_S("5,\"A"), "the file ends within a quoted field that begins here"},
        {RT_S("5,\"A\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-"), "the file ends within a row"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (int keep_going = 0; keep_going < 2; keep_going++) {
            reading r = {.keep_going = keep_going};
            rt_error err = {0};
            const rt_str text = rt_str_printf(&r.arena, "%s%.*s", OTHER("1", "ONE", "-0-"), RT_FMT(rows[i].row));
            reading_give(&r, "sdn.csv", text);
            FAILS(reading_run(&r, &rt_format_ofac, &err), keep_going ? RT_OK : RT_BAD);
            assert_string_equal(r.last_bad.message, rows[i].message);
            assert_int_equal(r.last_bad.line, 2);
            assert_non_null(strstr(r.last_bad.file, "sdn.csv"));
            assert_says(&r, "ofac-1", "name", "ONE");
            assert_null(reading_find(&r, "ofac-5", "name", NULL));
            reading_close(&r);
        }
    }
}

static void names_of_no_entry_and_parts_without_the_list_are_refused(void **state) {
    (void)state;
    rt_error err = {0};
    reading r = {0};
    reading_give(&r, "alt.csv", RT_S("2,7,\"aka\",\"OTHER\",-0- \r\n"));
    FAILS(reading_run(&r, &rt_format_ofac, &err), RT_BAD);
    assert_non_null(strstr(err.message, "sdn.csv must be given"));
    reading_give(&r, "sdn.csv", RT_S(OTHER("1", "ONE", "-0-")));
    FAILS(reading_run(&r, &rt_format_ofac, &err), RT_BAD);
    assert_string_equal(err.message, "sdn.csv has no entry 2");
    assert_non_null(strstr(err.file, "alt.csv"));
    reading_close(&r);
}

static void an_empty_list_is_refused(void **state) {
    (void)state;
    rt_error err = {0};
    reading r = {0};
    reading_give(&r, "sdn.csv", RT_S(""));
    FAILS(reading_run(&r, &rt_format_ofac, &err), RT_BAD);
    reading_close(&r);
}

static void the_files_are_told_by_name_or_by_their_first_row(void **state) {
    (void)state;
    const rt_str sdn = RT_S("36,\"AEROCARIBBEAN AIRLINES\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n");
    assert_true(rt_format_ofac.detect(RT_S("sdn.csv"), RT_S("")));
    assert_true(rt_format_ofac.detect(RT_S("list.csv"), sdn));
    assert_true(rt_format_ofac.detect(RT_S("a.csv"), RT_S("36,12,\"aka\",\"AERO-CARIBBEAN\",-0- \r\n")));
    assert_true(rt_format_ofac.detect(RT_S("b.csv"), RT_S("36,25,-0- ,\"Havana\",\"Cuba\",-0- \r\n")));
    assert_false(rt_format_ofac.detect(RT_S("c.csv"), RT_S("name,birth\nA,1960\n")));
    assert_false(rt_format_ofac.detect(RT_S("d.json"), RT_S("{\"id\": 1}")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_person_is_called_in_natural_order_and_as_the_list_writes),
        cmocka_unit_test(a_passport_says_its_country_and_dates),
        cmocka_unit_test(values_are_in_their_canonical_form_beside_the_lists_own),
        cmocka_unit_test(the_place_in_a_number_that_is_no_country_is_its_authority),
        cmocka_unit_test(who_is_linked_is_found_by_name_even_further_down),
        cmocka_unit_test(remarks_that_are_too_long_go_on_in_the_comments),
        cmocka_unit_test(names_and_addresses_find_their_entry_whatever_the_order_of_the_files),
        cmocka_unit_test(what_is_not_understood_is_kept_and_told),
        cmocka_unit_test(a_bad_row_ends_the_reading_or_is_skipped),
        cmocka_unit_test(names_of_no_entry_and_parts_without_the_list_are_refused),
        cmocka_unit_test(an_empty_list_is_refused),
        cmocka_unit_test(the_files_are_told_by_name_or_by_their_first_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
