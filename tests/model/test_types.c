#include "test.h"

#include "model/country.h"
#include "model/types.h"
#include "model/types_words.h"

static rt_arena arena;

static int close_arena(void **state) {
    (void)state;
    rt_arena_close(&arena);
    return 0;
}

static const rt_type *type(const char *name) {
    const rt_type *t = rt_type_named(rt_str_of(name));
    if (t == NULL) fail_msg("no type %s", name);
    return t;
}

static const rt_prop *prop(const char *schema, const char *name) {
    const rt_prop *p = rt_schema_prop(rt_schema_named(rt_str_of(schema)), rt_str_of(name));
    if (p == NULL) fail_msg("%s has no %s", schema, name);
    return p;
}

/* raw becomes value (NULL: has no canonical form), and what it becomes is taken and becomes itself. */
static void cleans(const char *name, const char *raw, const char *value) {
    const char *why = NULL;
    rt_str clean, again;
    const bool ok = rt_type_clean(type(name), rt_str_of(raw), &arena, &clean);
    if (ok != (value != NULL)) fail_msg("%s \"%s\" %s", name, raw, ok ? "is cleaned" : "is not cleaned");
    if (!ok) return;
    if (!rt_str_is(clean, value)) fail_msg("%s \"%s\" is \"%.*s\", not \"%s\"", name, raw, RT_FMT(clean), value);
    if (!rt_type_takes(type(name), clean, &why)) fail_msg("%s does not take \"%s\": %s", name, value, why);
    assert_true(rt_type_clean(type(name), clean, &arena, &again));
    assert_true(rt_str_eq(again, clean));
}

static void takes(const char *name, const char *value, bool wanted) {
    const char *why = NULL;
    if (rt_type_takes(type(name), rt_str_of(value), &why) != wanted)
        fail_msg("%s \"%s\": wanted %d (%s)", name, value, wanted, why);
    if (!wanted) assert_non_null(why);
}

static void takes_prop(const char *schema, const char *name, const char *value, bool wanted) {
    const char *why = NULL;
    if (rt_prop_takes(prop(schema, name), rt_str_of(value), &why) != wanted)
        fail_msg("%s:%s \"%s\": wanted %d (%s)", schema, name, value, wanted, why);
}

static void cleans_prop(const char *schema, const char *name, const char *raw, const char *value) {
    rt_str clean;
    const bool ok = rt_prop_clean(prop(schema, name), rt_str_of(raw), &arena, &clean);
    if (ok != (value != NULL)) fail_msg("%s:%s \"%s\" %s", schema, name, raw, ok ? "is cleaned" : "is not cleaned");
    if (ok && !rt_str_is(clean, value)) fail_msg("%s:%s \"%s\" is \"%.*s\"", schema, name, raw, RT_FMT(clean));
}

static void every_type_has_a_row(void **state) {
    (void)state;
    for (size_t i = 0; i < RT_TYPE_COUNT; i++) {
        assert_true(rt_types[i].name.len > 0 && rt_types[i].takes != NULL && rt_types[i].clean != NULL);
        assert_ptr_equal(rt_type_named(rt_types[i].name), &rt_types[i]);
        if (i > 0) assert_true(rt_str_cmp(rt_types[i - 1].name, rt_types[i].name) < 0);
    }
    assert_null(rt_type_named(RT_S("any")));
    assert_true(type("phone")->pivot && type("phone")->matchable && !type("text")->matchable);
}

static void the_tables_of_schema_and_types_agree(void **state) {
    (void)state;
    for (size_t i = 0; i < rt_prop_count; i++) {
        const rt_prop *p = &rt_props[i];
        assert_true(p->type >= rt_types && p->type < rt_types + RT_TYPE_COUNT);
        assert_true(p->max_length > 0);
        if (p->type->extension) assert_true(p->extension);
        if (p->stub) assert_true(p->max_length == p->type->max_length && p->matchable == p->type->matchable);
    }
}

static void no_type_takes_nothing_or_what_is_not_utf8(void **state) {
    (void)state;
    const char *why;
    rt_str clean;
    for (size_t i = 0; i < RT_TYPE_COUNT; i++) {
        assert_false(rt_type_takes(&rt_types[i], RT_S(""), &why));
        assert_false(rt_type_takes(&rt_types[i], RT_S(" \n"), &why));
        assert_false(rt_type_takes(&rt_types[i], RT_S("\xff"), &why));
        assert_false(rt_type_clean(&rt_types[i], RT_S("\xc3"), &arena, &clean));
        assert_false(rt_type_clean(&rt_types[i], RT_S(" \xe2\x80\x8b\x01 "), &arena, &clean));
    }
}

static void a_value_that_is_too_long_is_refused_with_the_length(void **state) {
    (void)state;
    char text[1200];
    const char *why;
    memset(text, 'a', sizeof text);
    assert_true(rt_type_takes(type("name"), (rt_str){text, 384}, &why));
    assert_false(rt_type_takes(type("name"), (rt_str){text, 385}, &why));
    assert_string_equal(why, "at most 384 characters");
    for (size_t i = 0; i < 768; i += 2) memcpy(text + i, "\xc3\xa9", 2);
    assert_true(rt_type_takes(type("name"), (rt_str){text, 768}, &why));
}

static void every_word_of_the_tables_means_its_code(void **state) {
    (void)state;
    const rt_words *all[] = {&rt_words_countries, &rt_words_genders, &rt_words_languages, &rt_words_topics};
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
        for (size_t i = 0; i < all[k]->name_count; i++) {
            rt_str code;
            char to[RT_WORDS_KEY_MAX];
            rt_str key;
            assert_true(
                rt_words_key(all[k]->names[i].key, to, &key)); /* a key is its own key: as the script makes it */
            if (!rt_str_eq(key, all[k]->names[i].key))
                fail_msg("\"%.*s\" is \"%.*s\"", RT_FMT(all[k]->names[i].key), RT_FMT(key));
            assert_true(rt_words_find(all[k], all[k]->names[i].key, &code));
            assert_true(rt_str_eq(code, all[k]->names[i].value));
        }
        for (size_t i = 0; i < all[k]->code_count; i++) {
            rt_str code;
            assert_true(rt_words_find(all[k], all[k]->codes[i].value, &code)); /* its label */
            assert_true(rt_str_eq(code, all[k]->codes[i].key));
        }
    }
    assert_int_equal(rt_words_countries.code_count, 281);
    assert_int_equal(rt_words_languages.code_count, 74);
    assert_int_equal(rt_words_topics.code_count, 75);
}

static void countries_are_known_as_lists_write_them(void **state) {
    (void)state;
    const struct {
        const char *raw, *code;
    } rows[] = {
        {"Iraq", "iq"},
        {"IRQ", "iq"},
        {"iq", "iq"},
        {"Iraqi", "iq"},
        {"IRAQ ", "iq"},
        {"العراق", NULL},
        {"Ирак", NULL},
        {"Korea, North", "kp"},
        {"Korea, South", "kr"},
        {"Democratic People's Republic of Korea", "kp"},
        {"Congo, Democratic Republic of the", "cd"},
        {"Democratic Republic of the Congo", "cd"},
        {"Congo, Republic of the", "cg"},
        {"Bahamas, The", "bs"},
        {"The Gambia", "gm"},
        {"Cote d Ivoire", "ci"},
        {"C\u00f4te d'Ivoire", "ci"},
        {"COTE D\u2019IVOIRE", "ci"},
        {"Burma", "mm"},
        {"Myanmar", "mm"},
        {"T\u00fcrkiye", "tr"},
        {"Turkey", "tr"},
        {"Viet Nam", "vn"},
        {"Palestinian", "ps"},
        {"State of Palestine", "ps"},
        {"West Bank", "ps"},
        {"Region: Gaza", "ps"},
        {"Region: Crimea", "ua-cri"},
        {"Kosovo", "xk"},
        {"Iran (Islamic Republic of)", "ir"},
        {"Syrian Arab Republic", "sy"},
        {"United Republic of Tanzania", "tz"},
        {"United Kingdom of Great Britain and Northern Ireland", "gb"},
        {"U.K.", "gb"},
        {"USA", "us"},
        {"United States", "us"},
        {"China, Hong Kong Special Administrative Region", "hk"},
        {"Macedonia, The Former Yugoslav Republic of", "mk"},
        {"Virgin Islands, British", "vg"},
        {"former Soviet Union", "suhh"},
        {"Netherlands Antilles", "nl"},
        {"Belgian", "be"},
        {"Bosnia & Herzegovina", "ba"},
        {"Eritrean", "er"},
        {"French", "fr"},
        {"Nigerien", "ne"},
        {"Nigerian", "ng"},
        {"undetermined", NULL},
        {"Region: Kafia Kingi", NULL},
        {"Korea", NULL},
        {"Dominican", NULL},
        {"Congolese", NULL},
        {"the", NULL},
        {"--", NULL},
        {"Iraq or Iran", NULL},
        {"Baghdad", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        rt_str code;
        const bool ok = rt_country_code(rt_str_of(rows[i].raw), &code);
        if (rows[i].code != NULL && !(ok && rt_str_is(code, rows[i].code)))
            fail_msg("%s is not %s", rows[i].raw, rows[i].code);
        if (rows[i].code == NULL && ok && i > 6) fail_msg("%s is %.*s", rows[i].raw, RT_FMT(code));
    }
    assert_str(rt_country_label(RT_S("iq")), "Iraq");
    assert_str(rt_country_label(RT_S("suhh")), "Soviet Union");
    assert_int_equal(rt_country_label(RT_S("IQ")).len, 0);
    assert_str(rt_type_caption(type("country"), RT_S("be")), "Belgium");
    assert_str(rt_type_caption(type("name"), RT_S("be")), "be");
}

static void codes_are_taken_only_as_they_are(void **state) {
    (void)state;
    takes("country", "iq", true);
    takes("country", "IQ", false);
    takes("country", "Iraq", false);
    takes("gender", "male", true);
    takes("gender", "Male", false);
    takes("language", "ara", true);
    takes("language", "ar", false);
    takes("topic", "crime.terror", true);
    takes("topic", "Terrorism", false);
    cleans("gender", "Male", "male");
    cleans("gender", "F", "female");
    cleans("gender", "unknown", NULL);
    cleans("language", "English", "eng");
    cleans("language", "AR", "ara");
    cleans("language", "fre", "fra");
    cleans("language", "fran\u00e7ais", "fra");
    cleans("language", "Klingon", NULL);
    cleans("topic", "Sanctioned", "sanction");
    cleans("topic", "nonsense", NULL);
}

static void text_is_composed_and_loses_what_cannot_be_seen(void **state) {
    (void)state;
    cleans("string", "  plain ", "plain");
    cleans("string", "e\u0301t\u00e9", "\u00e9t\u00e9");
    cleans("string",
           "a\u200bb\x01"
           "c\u00ad",
           "abc");
    cleans("string", "a\u200b\u0301", "\u00e1");
    cleans("address", "Mosul ,", "Mosul");
    cleans("text", "two\nlines", "two\nlines");
    cleans("string", "a\u2003b", "a b");
    cleans("string", "\u00a0x\u00a0", "x");
    cleans("name", "  Abu   Bakr\n\u00a0al-Baghdadi ", "Abu Bakr al-Baghdadi");
    cleans("name", "\"Abu Bakr\"", "Abu Bakr");
    cleans("name", "'Abd al-Rahman 'Isa'", "'Abd al-Rahman 'Isa'");
    takes("name", "\" \"", false);
    takes("name", "''", false);
    cleans("address", "1 Main St;\nBaghdad,, Iraq;", "1 Main St, Baghdad, Iraq");
    cleans("address", "P.O. Box 5<BR>Mosul", "P.O. Box 5, Mosul");
}

static void addresses_of_the_net_are_checked(void **state) {
    (void)state;
    cleans("email", "mailto:John.Doe@EXAMPLE.org", "John.Doe@example.org");
    cleans("email", "x@b\u00fccher.example", "x@b\u00fccher.example");
    cleans("email", "x@xn--bcher-kva.example", "x@b\u00fccher.example");
    cleans("email", "a@stra\u00dfe.de", "a@stra\u00dfe.de");
    cleans("email", "a@localhost", NULL);
    cleans("email", "a@1.2.3.4", NULL);
    cleans("email", "a b@example.org", NULL);
    cleans("email", "@example.org", NULL);
    cleans("email", "a@-x.org", NULL);
    cleans("email", "a@x_y.org", NULL);
    cleans("email", "a@ab--cd.org", NULL);
    cleans("email", "nobody", NULL);
    cleans("ip", "192.168.1.143", "192.168.1.143");
    cleans("ip", "0:0:0:0:0:ffff:c0a8:18f", "::ffff:192.168.1.143");
    cleans("ip", "2001:DB8::1", "2001:db8::1");
    cleans("ip", "256.1.1.1", NULL);
    cleans("ip", "1.2.3", NULL);
    cleans("mimetype", "Text/Plain; charset=utf-8", "text/plain");
    cleans("mimetype", "text", NULL);
    cleans("mimetype", "a/b/c", NULL);
    cleans("mimetype", "application/octet-stream", NULL);
    cleans("url", "www.un.org", "http://www.un.org/");
    cleans("url", "HTTPS://Example.org/a?b#c", "https://Example.org/a?b#c");
    cleans("url", "http://[2001:db8::1]:8080/", "http://[2001:db8::1]:8080/");
    cleans("url", "http://user@example.org:99999/", NULL);
    cleans("url", "Social media: http://vk.com/x", NULL);
    cleans("url", "ssh://example.org/", NULL);
    cleans("url", "mailto:a@b.org", NULL);
    cleans("url", "N.A.", NULL);
    cleans("url", "nothing", NULL);
}

static void telephone_numbers_are_those_in_use(void **state) {
    (void)state;
    cleans("phone", "+964 790 123 4567", "+9647901234567");
    cleans("phone", "+387 33 222 111", "+38733222111");
    cleans("phone", "+44 (0)20 7946 0018", "+442079460018");
    cleans("phone", "+1 (202) 456-1111", "+12024561111");
    cleans("phone", "+39 06 698 12345", "+390669812345");
    cleans("phone", "+881 612 345 67890", NULL);
    cleans("phone", "+1 555", NULL);
    cleans("phone", "+999 123456789", NULL);
    cleans("phone", "0790 123 4567", NULL);
    cleans("phone", "+9647901234567 (home)", NULL);
    takes("phone", "+964 790 123 4567", false);
}

static void references_numbers_and_durations_are_checked(void **state) {
    (void)state;
    takes("entity", "ofac-22524", true);
    takes("entity", "a", true);
    takes("entity", "-a", false);
    takes("entity", "Abu Bakr", false);
    takes("duration", "P10Y", true);
    takes("duration", "P1Y6M3DT4H", true);
    takes("duration", "P0.5Y", true);
    takes("duration", "P", false);
    takes("duration", "P1YT", false);
    takes("duration", "P6M1Y", false);
    takes("duration", "P1.5Y2M", false);
    takes("duration", "10Y", false);
    cleans("duration", "10 years", "P10Y");
    cleans("duration", "1 year and 6 months", "P1Y6M");
    cleans("duration", "18 months, 3 days", "P18M3D");
    cleans("duration", "life", NULL);
    cleans("duration", "ten years", NULL);
    takes("number", "about 12", true); /* FollowTheMoney's takes any text */
}

static void dates_are_edtf(void **state) {
    (void)state;
    takes("date", "2006-07-31", true);
    takes("date", "2005~", true);
    takes("date", "[2004..2006]", true);
    takes("date", "2006-13", false);
    takes("date", "31 July 2006", false);
    cleans("date", "31 July 2006", "2006-07-31");
    cleans("date", "circa 1942", "1942~");
    cleans("date", "2005~", "2005~");
    cleans("date", "some day", NULL);
}

static void identifiers_have_their_check_digits(void **state) {
    (void)state;
    const struct {
        const char *schema, *prop, *raw, *value;
    } rows[] = {
        {"Vessel", "imoNumber", "IMO 9187629", "IMO9187629"},
        {"Vessel", "imoNumber", "9187629", "IMO9187629"},
        {"Vessel", "imoNumber", "9187628", NULL},
        {"Vessel", "imoNumber", "IMO 0000000", NULL},
        {"LegalEntity", "leiCode", "2138 00KU D8LA JWSQ 9D15", "213800KUD8LAJWSQ9D15"},
        {"LegalEntity", "leiCode", "213800KUD8LXJWSQ9D15", NULL},
        {"LegalEntity", "innCode", "7707083893", "7707083893"},
        {"LegalEntity", "innCode", "500100732259", "500100732259"},
        {"LegalEntity", "innCode", "7707083894", NULL},
        {"LegalEntity", "ogrnCode", "1027700132195", "1027700132195"},
        {"LegalEntity", "ogrnCode", "1027700132196", NULL},
        {"LegalEntity", "swiftBic", "deutdeff500", "DEUTDEFF"},
        {"LegalEntity", "swiftBic", "DEUTQQFF", NULL},
        {"Thing", "wikidataId", "https://www.wikidata.org/wiki/Q42", "Q42"},
        {"Thing", "wikidataId", "P31", NULL},
        {"BankAccount", "iban", "GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432"},
        {"BankAccount", "iban", "GB82 WEST 1234 5698 7654 33", NULL},
        {"Security", "isin", "US0378331005", "US0378331005"},
        {"Security", "isin", "US0378331006", NULL},
        {"Security", "figiCode", "BBG000BLNQ16", "BBG000BLNQ16"},
        {"Security", "figiCode", "BBG000BLNQ14", NULL},
        {"LegalEntity", "uscCode", "91110000600037341L", "91110000600037341L"},
        {"LegalEntity", "uscCode", "91110000600037342L", NULL},
        {"LegalEntity", "npiCode", "1234567893", "1234567893"},
        {"LegalEntity", "npiCode", "1234567890", NULL},
        {"Person", "socialSecurityNumber", "536-90-4399", "536904399"},
        {"Person", "socialSecurityNumber", "078-05-1120", NULL},
        {"Person", "passportNumber", "A 123", "A 123"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cleans_prop(rows[i].schema, rows[i].prop, rows[i].raw, rows[i].value);
    takes_prop("Vessel", "imoNumber", "IMO9187629", true);
    takes_prop("Vessel", "imoNumber", "9187629", false);
}

static void every_format_of_the_schema_is_known(void **state) {
    (void)state;
    for (size_t i = 0; i < rt_prop_count; i++) {
        const char *why = NULL;
        if (rt_props[i].format.len == 0) continue;
        assert_false(rt_prop_takes(&rt_props[i], RT_S("?"), &why));
        assert_string_not_equal(why, "an identifier");
    }
}

static void our_own_properties_take_what_they_should(void **state) {
    (void)state;
    takes_prop("Detention", "detainee", "the man in cell 5", true);
    takes_prop("Detention", "detainee", "ofac-22524", true);
    takes_prop("Event", "organizer", "the man in cell 5", false);
    takes_prop("Person", "age", "21", true);
    takes_prop("Person", "age", "young", false);
    takes_prop("Person", "height", "tall", true);
    takes_prop("Person", "kind", "witness", true);
    takes_prop("Person", "kind", "bystander", false);
    takes_prop("Person", "detentions", "x", false);
    takes_prop("Exhibit", "contentHash", "da39a3ee5e6b4b0d3255bfef95601890afd80709", true);
    takes_prop("Exhibit", "contentHash", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", true);
    takes_prop("Exhibit", "contentHash", "nothing", false);
    takes_prop("Exhibit", "amount", "1,000.50 USD", true);
    takes_prop("Exhibit", "amount", "1-2", false);
    takes_prop("Exhibit", "amount", "12,345", true);
    takes_prop("Exhibit", "amount", "12,3", false);
    takes_prop("Exhibit", "amount", "1,234,5", false);
    takes_prop("Sentence", "term", "P10Y", true);
    cleans_prop("Sentence", "term", "10 years", "P10Y");
    cleans_prop("Person", "kind", "Witness", "witness");
    cleans_prop("Detention", "facility", " Camp  Bucca ", "Camp Bucca");
}

static void the_nearest_date_of_followthemoney_is_found(void **state) {
    (void)state;
    const struct {
        const char *edtf, *value;
    } rows[] = {
        {"2006", "2006"},
        {"2006-07", "2006-07"},
        {"2006-07-31", "2006-07-31"},
        {"2005~", "2005"},
        {"2006-07?", "2006-07"},
        {"?2006-~07-31", "2006-07-31"},
        {"1983/1985", "1983"},
        {"2006-07-1X", "2006-07"},
        {"2006-XX", "2006"},
        {"2006-XX-XX", "2006"},
        {"2006-1X", "2006"},
        {"[2004..2006]", "2004"},
        {"{1667,1668}", "1667"},
        {"[..1984]", "1984"},
        {"[1760-01, 1760-02, 1760-12..]", "1760-01"},
        {"../2013", "2013"},
        {"/2013", "2013"},
        {"2013/..", "2013"},
        {"2004-02-01/2005", "2004-02-01"},
        {"2005-21", "2005"},
        {"200X", "2000"},
        {"19XX", "1900"},
        {"1950S2", "1950"},
        {"Y170000002", NULL},
        {"-0044", NULL},
        {"0622", NULL},
        {"XXXX-12-25", NULL},
        {"3001", NULL},
        {"2006-07-31T12:00:00", "2006-07-31T12:00:00"},
        {"2006-07-31T12:00:00Z", "2006-07-31T12:00:00"},
        {"2006-07-31T23:30:00-02:00", "2006-08-01T01:30:00"},
        {"2006-01-01T01:00:00+03:00", "2005-12-31T22:00:00"},
        {"nonsense", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        rt_str value = {0};
        const bool ok = rt_date_nearest_ftm(rt_str_of(rows[i].edtf), &arena, &value);
        if (ok != (rows[i].value != NULL) || (ok && !rt_str_is(value, rows[i].value)))
            fail_msg("%s is %s%.*s, not %s", rows[i].edtf, ok ? "" : "none ", RT_FMT(value),
                     rows[i].value ? rows[i].value : "none");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_type_has_a_row),
        cmocka_unit_test(the_tables_of_schema_and_types_agree),
        cmocka_unit_test(no_type_takes_nothing_or_what_is_not_utf8),
        cmocka_unit_test(a_value_that_is_too_long_is_refused_with_the_length),
        cmocka_unit_test(every_word_of_the_tables_means_its_code),
        cmocka_unit_test(countries_are_known_as_lists_write_them),
        cmocka_unit_test(codes_are_taken_only_as_they_are),
        cmocka_unit_test(text_is_composed_and_loses_what_cannot_be_seen),
        cmocka_unit_test(addresses_of_the_net_are_checked),
        cmocka_unit_test(telephone_numbers_are_those_in_use),
        cmocka_unit_test(references_numbers_and_durations_are_checked),
        cmocka_unit_test(dates_are_edtf),
        cmocka_unit_test(identifiers_have_their_check_digits),
        cmocka_unit_test(every_format_of_the_schema_is_known),
        cmocka_unit_test(our_own_properties_take_what_they_should),
        cmocka_unit_test(the_nearest_date_of_followthemoney_is_found),
    };
    return cmocka_run_group_tests_name("model/types", tests, NULL, close_arena);
}
