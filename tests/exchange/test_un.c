#include "exchange/reading.h"

extern const rt_format rt_format_un;

#define LIST(records)                                                                                                  \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CONSOLIDATED_LIST dateGenerated=\"2026-02-27T00:00:09.554Z\">\n"     \
    "<INDIVIDUALS>" records "</INDIVIDUALS></CONSOLIDATED_LIST>"
#define PERSON(id, name, more)                                                                                         \
    "<INDIVIDUAL><DATAID>" id "</DATAID><FIRST_NAME>" name "</FIRST_NAME>" more "</INDIVIDUAL>\n"
#define ONE(more) LIST(PERSON("6908555", "OUSSAMA", more))

static void read_list(reading *r, rt_str xml) {
    rt_error err = {0};
    reading_give(r, "un.xml", xml);
    OK(reading_run(r, &rt_format_un, &err));
}

/* Reads what must fail, and gives the error. */
static rt_error refused(rt_str xml, rt_code code) {
    reading r = {0};
    rt_error err = {0};
    reading_give(&r, "un.xml", xml);
    FAILS(reading_run(&r, &rt_format_un, &err), code);
    assert_non_null(strstr(err.file, "un.xml"));
    reading_close(&r);
    return err;
}

static void a_person_has_a_name_of_its_parts_and_a_listing(void **state) {
    (void)state;
    reading r = {0};
    read_list(&r,
              RT_S(ONE("<SECOND_NAME> ATAR "
                       "</SECOND_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>QDi.1</REFERENCE_NUMBER>"
                       "<LISTED_ON>2012-12-31</LISTED_ON><LAST_DAY_UPDATED><VALUE>2016-10-13</VALUE><VALUE>2017-01-02</"
                       "VALUE></LAST_DAY_UPDATED>")));
    const rt_entry *name = reading_find(&r, "un-6908555", "name", "OUSSAMA ATAR");
    assert_non_null(name);
    assert_str(name->said_at, "2026-02-27T00:00:09Z");
    assert_str(name->speaker, "UN Security Council");
    assert_str(name->stance, "asserts");
    assert_says(&r, "un-6908555", "program", "Al-Qaida");
    assert_says(&r, "un-6908555-sanction", "entity", "un-6908555");
    assert_says(&r, "un-6908555-sanction", "unscId", "QDi.1");
    assert_says(&r, "un-6908555-sanction", "listingDate", "2012-12-31");
    assert_int_equal(reading_count(&r, "un-6908555-sanction", "modifiedAt"), 2);
    assert_int_equal(r.notes, 0);
    reading_close(&r);
}

static void aliases_have_a_quality(void **state) {
    (void)state;
    reading r = {0};
#define ALIAS(quality, name, more)                                                                                     \
    "<INDIVIDUAL_ALIAS><QUALITY>" quality "</QUALITY><ALIAS_NAME>" name "</ALIAS_NAME>" more "</INDIVIDUAL_ALIAS>"
    read_list(&r, RT_S(ONE(ALIAS("Good", "One",
                                 "<DATE_OF_BIRTH>1979-12-31</DATE_OF_BIRTH><CITY_OF_BIRTH>Algiers</CITY_OF_BIRTH>")
                               ALIAS("Low", "Two", "") ALIAS("f.k.a.", "Three", "")
                                   ALIAS("Good", "Four", "<NOTE>previously listed as</NOTE>") ALIAS("", "", ""))));
    assert_says(&r, "un-6908555", "alias", "One");
    assert_says(&r, "un-6908555", "weakAlias", "Two");
    assert_says(&r, "un-6908555", "previousName", "Three");
    assert_says(&r, "un-6908555", "previousName", "Four");
    assert_says(&r, "un-6908555", "notes", "Birth of alias (One): 1979-12-31, Algiers");
    assert_int_equal(reading_count(&r, "un-6908555", "birthDate"), 0);
    reading_close(&r);
}

static void births_come_as_days_years_and_spans(void **state) {
    (void)state;
    reading r = {0};
#define BORN(type, more)                                                                                               \
    "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>" type "</TYPE_OF_DATE>" more "</INDIVIDUAL_DATE_OF_BIRTH>"
    read_list(&r, RT_S(ONE(BORN("EXACT", "<DATE>1971-03-04</DATE>") BORN("APPROXIMATELY", "<YEAR>1958</YEAR>")
                               BORN("", "") BORN("BETWEEN", "<FROM_YEAR>1968</FROM_YEAR><TO_YEAR>1973</TO_YEAR>")
                                   BORN("EXACT", "<YEAR>1960</YEAR><NOTE>Approximately</NOTE>")
                                       BORN("EXACT", "<DATE>1971-02-30</DATE>"))));
    assert_says(&r, "un-6908555", "birthDate", "1971-03-04");
    const rt_entry *circa = reading_find(&r, "un-6908555", "birthDate", "1958~");
    assert_non_null(circa);
    assert_str(circa->original, "APPROXIMATELY 1958");
    assert_says(&r, "un-6908555", "birthDate", "1968/1973");
    assert_says(&r, "un-6908555", "birthDate", "1960~");
    reading_close(&r);
}

static void a_passport_is_an_entity_with_its_holder(void **state) {
    (void)state;
    reading r = {0};
#define PAPER(type, number, more)                                                                                      \
    "<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>" type "</TYPE_OF_DOCUMENT><NUMBER>" number "</NUMBER>" more               \
    "</INDIVIDUAL_DOCUMENT>"
    read_list(&r,
              RT_S(ONE(PAPER(
                  "N\xc3\xbamero de pasaporte", "A 12/3",
                  "<DATE_OF_ISSUE>2008-10-28</DATE_OF_ISSUE><CITY_OF_ISSUE>Bonn</CITY_OF_ISSUE><NOTE>expired</NOTE>")
                           PAPER("National Identification Number", "77-1", "")
                               PAPER("Passport", "", "<NOTE>lost</NOTE>") "<INDIVIDUAL_DOCUMENT/>")));
    const rt_entry *number = reading_find(&r, NULL, "number", "A 12/3");
    assert_non_null(number);
    assert_str(number->schema, "Passport");
    assert_says(&r, "un-6908555", "passportNumber", "A 12/3");
    assert_says(&r, "un-6908555", "idNumber", "77-1");
    assert_says(&r, NULL, "summary", "issued in Bonn");
    assert_says(&r, "un-6908555", "notes", "Document: Passport, lost");
    reading_close(&r);
}

static void a_document_says_until_when_it_holds(void **state) {
    (void)state;
    reading r = {0};
#define WITH_NOTE(number, note) PAPER("Passport", number, "<NOTE>" note "</NOTE>")
    read_list(&r, RT_S(ONE(WITH_NOTE("1", "and expired on 24 Jun. 2003") WITH_NOTE("2", "Expiration date: 2026-12-11.")
                               WITH_NOTE("3", "expired 27 Feb. 2011, under name Said")
                                   WITH_NOTE("4", "expires on October 19, 2020") WITH_NOTE("5", "expired")
                                       WITH_NOTE("6", "valid until the end of time"))));
    assert_says(&r, "un-6908555-Passport-1", "endDate", "2003-06-24");
    assert_says(&r, "un-6908555-Passport-2", "endDate", "2026-12-11");
    assert_says(&r, "un-6908555-Passport-3", "endDate", "2011-02-27");
    assert_says(&r, "un-6908555-Passport-4", "endDate", "2020-10-19");
    assert_int_equal(reading_count(&r, NULL, "endDate"), 4);
    assert_says(&r, "un-6908555-Passport-6", "summary", "valid until the end of time");
    reading_close(&r);
}

static void a_name_in_its_script_is_a_name_of_its_own(void **state) {
    (void)state;
    reading r = {0};
    read_list(&r,
              RT_S(ONE("<NAME_ORIGINAL_SCRIPT>\xd8\xa3\xd8\xb3\xd8\xa7\xd9\x85\xd8\xa9</NAME_ORIGINAL_SCRIPT>" ALIAS(
                  "Low", "Sever (original script: \xd0\xa1\xd0\xb5)", "")
                           ALIAS("Good", "Bach", "<NOTE>original script: \xd0\x91\xd1\x8d\xd1\x87</NOTE>"))));
    assert_says(&r, "un-6908555", "alias", "\xd8\xa3\xd8\xb3\xd8\xa7\xd9\x85\xd8\xa9");
    assert_says(&r, "un-6908555", "weakAlias", "Sever");
    assert_says(&r, "un-6908555", "weakAlias", "\xd0\xa1\xd0\xb5");
    assert_says(&r, "un-6908555", "alias", "\xd0\x91\xd1\x8d\xd1\x87");
    reading_close(&r);
}

static void countries_are_codes_and_what_is_none_is_a_note(void **state) {
    (void)state;
    reading r = {0};
    read_list(
        &r, RT_S(ONE("<NATIONALITY><VALUE>Iran (Islamic Republic of)</VALUE><VALUE>Ruritania</VALUE></NATIONALITY>")));
    assert_str(reading_find(&r, "un-6908555", "nationality", "ir")->original, "Iran (Islamic Republic of)");
    assert_int_equal(reading_count(&r, "un-6908555", "nationality"), 1);
    assert_int_equal(reading_count(&r, "un-6908555", "notes"), 1);
    assert_non_null(strstr(r.last_note.message, "nationality is kept as text: Ruritania"));
    reading_close(&r);
}

static void places_are_one_line_with_a_country(void **state) {
    (void)state;
    reading r = {0};
    read_list(&r, RT_S(ONE("<INDIVIDUAL_ADDRESS><CITY>Kabul</CITY><STATE_PROVINCE>Kabul "
                           "Province</STATE_PROVINCE><NOTE>previous</NOTE></INDIVIDUAL_ADDRESS>"
                           "<INDIVIDUAL_PLACE_OF_BIRTH><CITY>Bonn</CITY></INDIVIDUAL_PLACE_OF_BIRTH>")));
    assert_says(&r, "un-6908555", "address", "Kabul, Kabul Province");
    assert_says(&r, "un-6908555", "notes", "Address (Kabul, Kabul Province): previous");
    assert_says(&r, "un-6908555", "birthPlace", "Bonn");
    reading_close(&r);
}

static void what_is_not_known_is_kept_and_told(void **state) {
    (void)state;
    reading r = {0};
    read_list(
        &r,
        RT_S(ONE(
            "<HEIGHT><VALUE>tall</VALUE></HEIGHT><TITLE><VALUE>Mullah</VALUE><SINCE>1999</SINCE></TITLE><EMPTY/>")));
    assert_says(&r, "un-6908555", "notes", "HEIGHT: tall");
    assert_says(&r, "un-6908555", "title", "Mullah");
    assert_says(&r, "un-6908555", "notes", "SINCE: 1999");
    assert_int_equal(r.notes, 2);
    reading_close(&r);
}

static void a_bad_record_ends_the_reading_or_is_skipped(void **state) {
    (void)state;
    const struct {
        rt_str xml;
        const char *message;
    } lists[] = {
        {RT_S(LIST(PERSON("1", "A", "") PERSON("x", "B", ""))), "\"x\" is no DATAID"},
        {RT_S(LIST(PERSON("1", "A", "") PERSON("2", " ", ""))), "entry 2 has no name"},
        {RT_S(LIST(PERSON("1", "A", "") PERSON("1", "B", ""))), "a second entry 1"},
        {RT_S(LIST(PERSON("1", "A", "") "<GHOST>boo</GHOST>")), "a record GHOST is not known"},
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        for (int keep_going = 0; keep_going < 2; keep_going++) {
            reading r = {.keep_going = keep_going};
            rt_error err = {0};
            reading_give(&r, "un.xml", lists[i].xml);
            FAILS(reading_run(&r, &rt_format_un, &err), keep_going ? RT_OK : RT_BAD);
            assert_string_equal(r.last_bad.message, lists[i].message);
            assert_int_equal(r.last_bad.line, 4);
            assert_int_equal(reading_count(&r, NULL, "name"), 1);
            reading_close(&r);
        }
    }
}

static void half_a_file_is_never_read_as_a_whole_one(void **state) {
    (void)state;
    const rt_str whole = RT_S(LIST(PERSON("1", "A", "<COMMENTS1>said</COMMENTS1>") PERSON("2", "B", "")));
    for (size_t n = 0; n < whole.len; n++) {
        const rt_error err = refused(rt_str_cut(whole, n), RT_BAD);
        assert_true(err.line > 0 && err.column > 0);
    }
}

static void other_files_and_unknown_parts_are_refused(void **state) {
    (void)state;
    assert_string_equal(refused(RT_S("<LIST><A><B>c</B></A></LIST>"), RT_BAD).message,
                        "the root element is LIST, not CONSOLIDATED_LIST");
    assert_string_equal(refused(RT_S("<CONSOLIDATED_LIST><SHIPS/></CONSOLIDATED_LIST>"), RT_BAD).message,
                        "element SHIPS is not known here");
    assert_string_equal(refused(RT_S("<CONSOLIDATED_LIST/>"), RT_BAD).message, "the list has no entries");
    assert_string_equal(refused(RT_S("<CONSOLIDATED_LIST><ENTITIES>x</ENTITIES></CONSOLIDATED_LIST>"), RT_BAD).message,
                        "text where only elements stand");
}

static void nothing_is_expanded_or_fetched(void **state) {
    (void)state;
    const rt_str bombs[] = {
        RT_S("<!DOCTYPE l [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>"),
        RT_S("<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><CONSOLIDATED_LIST>&x;</CONSOLIDATED_LIST>"),
        RT_S("<!DOCTYPE l SYSTEM \"http://example.org/l.dtd\"><CONSOLIDATED_LIST/>"),
    };
    for (size_t i = 0; i < sizeof bombs / sizeof *bombs; i++)
        assert_string_equal(refused(bombs[i], RT_BAD).message, "a document type declaration is not taken");
}

static rt_str repeated(rt_buf *b, const char *before, const char *middle, size_t times, const char *after) {
    rt_buf_add(b, rt_str_of(before));
    for (size_t i = 0; i < times; i++) rt_buf_add(b, rt_str_of(middle));
    rt_buf_add(b, rt_str_of(after));
    return rt_buf_str(b);
}

static void depth_records_and_tags_have_limits(void **state) {
    (void)state;
    rt_buf deep = {0}, large = {0}, tag = {0};
    refused(repeated(&deep, "<CONSOLIDATED_LIST><ENTITIES>", "<a>", 100, ""), RT_LIMIT);
    refused(repeated(&large, "<CONSOLIDATED_LIST><ENTITIES><ENTITY>", "<a>0123456789</a>", 200000, ""), RT_LIMIT);
    refused(repeated(&tag, "<CONSOLIDATED_LIST><ENTITIES><ENTITY a='", "0123456789", 200000, "'/>"), RT_LIMIT);
    rt_buf_close(&deep);
    rt_buf_close(&large);
    rt_buf_close(&tag);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_person_has_a_name_of_its_parts_and_a_listing),
        cmocka_unit_test(aliases_have_a_quality),
        cmocka_unit_test(births_come_as_days_years_and_spans),
        cmocka_unit_test(a_passport_is_an_entity_with_its_holder),
        cmocka_unit_test(a_document_says_until_when_it_holds),
        cmocka_unit_test(a_name_in_its_script_is_a_name_of_its_own),
        cmocka_unit_test(countries_are_codes_and_what_is_none_is_a_note),
        cmocka_unit_test(places_are_one_line_with_a_country),
        cmocka_unit_test(what_is_not_known_is_kept_and_told),
        cmocka_unit_test(a_bad_record_ends_the_reading_or_is_skipped),
        cmocka_unit_test(half_a_file_is_never_read_as_a_whole_one),
        cmocka_unit_test(other_files_and_unknown_parts_are_refused),
        cmocka_unit_test(nothing_is_expanded_or_fetched),
        cmocka_unit_test(depth_records_and_tags_have_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
