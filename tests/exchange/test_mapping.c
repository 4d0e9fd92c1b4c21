/* Mappings and what tables say by them. */
#include "exchange/table.h"

#include <unicode/ucnv.h>

#include "exchange/mapped.h"

#define PERSON(properties) "entities:\n  p:\n    schema: Person\n    id_column: id\n    properties: {" properties "}\n"

static const char *says(const char *yaml, rt_str table) {
    static char text[4096];
    mapped m;
    mapped_begin(&m, yaml);
    snprintf(text, sizeof text, "%s", mapped_reads(&m, table));
    mapped_end(&m);
    return text;
}

/* --- values ------------------------------------------------------------------------------------------------------- */

static void columns_literals_and_templates_make_values(void **state) {
    (void)state;
    const rt_str table = RT_S("id,a,b,c\n1,Ann, Example ,x/y\n2,,Ben,\n");
    assert_string_equal(says(PERSON("name: {columns: [a, b], join: \" \"}"), table), "1 name=Ann Example|2 name=Ben|");
    assert_string_equal(says(PERSON("name: {columns: [a, b]}"), table), "1 name=Ann|1 name=Example|2 name=Ben|");
    assert_string_equal(says(PERSON("alias: {column: c, split: \"/\"}"), table), "1 alias=x|1 alias=y|");
    assert_string_equal(says(PERSON("name: {template: \"{{b}}, {{a}}\"}"), table), "1 name=Example, Ann|2 name=Ben,|");
    assert_string_equal(says(PERSON("name: {template: \"<{{c}}>\"}"), table), "1 name=<x/y>|"); /* no c says nothing */
    assert_string_equal(says(PERSON("notes: {literals: [k, l]}, name: {column: a, literal: z}"), table),
                        "1 notes=k|1 notes=l|1 name=z|1 name=Ann|2 notes=k|2 notes=l|2 name=z|");
    assert_string_equal(says(PERSON("notes: {template: \"row {{$line}}\"}"), table), "1 notes=row 2|2 notes=row 3|");
}

static void values_are_brought_into_the_form_of_their_type(void **state) {
    (void)state;
    assert_string_equal(says(PERSON("nationality: {column: a}, birthDate: {column: b}, gender: {column: c}"),
                             RT_S("id,a,b,c\n1,Iraq,circa 1942,F\n2,be,2005-07,\n3,Atlantis,soon,\n")),
                        "1 nationality=iq (Iraq)|1 birthDate=1942~ (circa 1942)|1 gender=female (F)|2 nationality=be|"
                        "2 birthDate=2005-07|"
                        "4:3 \"nationality\" is \"Atlantis\", not the code of a country, like iq; kept as text|"
                        "4:12 \"birthDate\" is \"soon\", not a date in EDTF, like 2006-07-31, 2006-07, 2005~ or "
                        "[2004..2006]; kept as text|3 nationality=Atlantis|3 birthDate=soon|");
}

static void dates_are_read_as_their_format_says(void **state) {
    (void)state;
    const struct {
        const char *format, *text, *edtf;
    } known[] = {
        {"%d.%m.%Y", "3.5.1970", "1970-05-03"},
        {"%d.%m.%Y", "03.05.1970", "1970-05-03"},
        {"%m/%d/%Y", "5/3/1970", "1970-05-03"},
        {"%d %b %Y", "3  May 1970", "1970-05-03"},
        {"%B %Y", "September 2001", "2001-09"},
        {"%Y", "1970", "1970"},
        {"%Y-%m-%d %H:%M", "1970-05-03 4:05", "1970-05-03T04:05:00"},
        {"%d.%m.%Y", "31.2.1970", NULL},
        {"%d.%m.%Y", "3.5.70", NULL},
        {"%d.%m.%Y", "3.5.1970 x", NULL},
        {"%d.%m.%Y", "", NULL},
        {"%d", "3", NULL},
        {"", "8 Sep 1966", "1966-09-08"},
        {"%e.%m.%Y%%", "3.5.1970%", "1970-05-03"},
    };
    rt_arena arena = {0};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        rt_str edtf;
        const bool read = rt_mapped_date(rt_str_of(known[i].text), rt_str_of(known[i].format), &arena, &edtf);
        if (read != (known[i].edtf != NULL) || (read && !rt_str_is(edtf, known[i].edtf)))
            fail_msg("%s as %s: %.*s", known[i].text, known[i].format, read ? (int)edtf.len : 4,
                     read ? edtf.at : "none");
    }
    rt_arena_close(&arena);
}

/* --- entities ----------------------------------------------------------------------------------------------------- */

/* Ids made by FollowTheMoney 4.11.2: `ftm map --no-sign`. */
static void keys_make_the_ids_that_followthemoney_makes(void **state) {
    (void)state;
    const char *yaml = "prison:\n  query:\n    entities:\n      p: {schema: Person, keys: [b, a], key_literal: L, "
                       "properties: {name: {column: a}}}\n";
    mapped m;
    mapped_begin(&m, yaml);
    m.im.options.dataset = (rt_str){"", 0};
    importing_takes(&m.im, "t.csv", RT_S("a,b\nz,a\n,\nz,\n"));
    const char *out = importing_export(&m.im, "jsonl");
    assert_non_null(strstr(out, "\"dataset\":\"prison\",\"entity\":\"e48de57d24f1b09ad2640eabaf5c8b4005776771\""));
    assert_non_null(strstr(out, "\"entity\":\"f1450d557fa7be4160792f044d6bb6247f904c5a\""));
    assert_int_equal(m.im.report.batch.added, 2); /* a row without any of the key has no entity */
    mapped_end(&m);
}

static void entities_name_each_other_and_fall_together(void **state) {
    (void)state;
    const char *yaml = "entities:\n  f: {schema: Family, id_column: f, properties: {person: {entity: a, required: "
                       "true}, relative: {entity: b}}}\n"
                       "  a: {schema: Person, id_column: a, properties: {name: {column: an, required: true}}}\n"
                       "  b: {schema: Person, id_column: b, properties: {name: {column: bn}}}\n";
    assert_string_equal(says(yaml, RT_S("f,a,an,b,bn\n1,2,A,3,B\n4,5,,6,C\n7,8,D,,E\n")),
                        "1 person=2|1 relative=3|2 name=A|3 name=B|6 name=C|7 person=8|8 name=D|");
}

static void two_entities_of_one_id_are_refused_unless_they_may_be_one(void **state) {
    (void)state;
    mapped m;
    mapped_begin(&m, "entities:\n  p: {schema: Person, keys: a, properties: {name: {column: a}}}\n"
                     "  o: {schema: Vessel, keys: [a, b], properties: {name: {column: a}}}\n"
                     "  l: {schema: LegalEntity, keys: [a], properties: {name: {column: a}}}\n");
    importing_refuses(&m.im, "t.csv", RT_S("a,b\nx,y\nx,\n"), 3, 1, "\"key_literal\" keeps them apart");
    mapped_end(&m);
}

static void filters_choose_rows(void **state) {
    (void)state;
    assert_string_equal(says(PERSON("name: {column: a}") "filters: {k: [x, y]}\nfilters_not: {a: B}\n",
                             RT_S("id,a,k\n1,A,x\n2,B,x\n3,C,y\n4,D,z\n")),
                        "1 name=A|3 name=C|");
}

static void a_query_may_be_for_one_file_only(void **state) {
    (void)state;
    const char *query = "  - {csv_url: \"http://example.org/%s\", entities: {p: {schema: Person, id_column: id, "
                        "properties: {%s: {column: a}}}}}\n";
    char yaml[1024] = "queries:\n";
    snprintf(yaml + strlen(yaml), 400, query, "t.csv", "name");
    snprintf(yaml + strlen(yaml), 400, query, "u.csv", "alias");
    assert_string_equal(says(yaml, RT_S("id,a\n1,A\n")), "1 name=A|");
}

/* --- fields of statements -------------------------------------------------------------------------------------------
 */

static void statements_say_who_when_where_and_for_whom(void **state) {
    (void)state;
    mapped m;
    mapped_begin(
        &m,
        "statement:\n  speaker: The registry\n  date: {column: d, format: \"%d.%m.%Y\"}\n  handling: {column: h}\n"
        "  via: {column: v, split: \";\"}\n  document: file 7\n  locator: {template: \"line {{$line}}\"}\n"
        "entities:\n  p:\n    schema: Person\n    id_column: id\n    statement: {stance: suspects, reliability: B}\n"
        "    properties:\n      name: {column: a}\n      alias: {column: a, statement: {speaker: {column: s}, stance: "
        "asserts}}\n");
    importing_takes(&m.im, "t.csv", RT_S("id,a,d,h,v,s\n1,A,3.5.2011,\"amber,hawk\",x;y,S\n2,B,,,,\n"));
    const char *out = importing_export(&m.im, "jsonl");
    assert_non_null(strstr(out, "\"document\":\"file 7\",\"entity\":\"1\",\"handling\":\"hawk,amber\""));
    assert_non_null(strstr(out, "\"locator\":\"line 2\",\"prop\":\"name\""));
    assert_non_null(strstr(out, "\"reliability\":\"B\",\"said_at\":\"2011-05-03\",\"schema\":\"Person\",\"speaker\":"
                                "\"The registry\",\"stance\":\"suspects\","
                                "\"type\":\"statement\",\"value\":\"A\",\"via\":[\"x\",\"y\"]"));
    assert_non_null(strstr(out, "\"speaker\":\"S\",\"stance\":\"asserts\""));
    assert_non_null(
        strstr(out, "\"speaker\":\"The registry\",\"stance\":\"asserts\",\"type\":\"statement\",\"value\":\"B\"}"));
    mapped_end(&m);
}

static void a_bad_cell_is_refused_with_line_and_column(void **state) {
    (void)state;
    const struct {
        const char *row;
        unsigned column;
        const char *words;
    } wrong[] = {
        {"1,A,soon,", 5, "\"said_at\" takes a date"},
        {"1,A,,Hawk", 6, "\"handling\" takes"},
        {"1,A,,,x", 7, "more fields"},
        {"1,\"A\" b,,", 7, "quoted field"},
        {"1,\"A", 3, "within a quoted field"},
    };
    mapped m;
    mapped_begin(&m, "statement: {date: {column: d}, handling: {column: h}}\n" PERSON("name: {column: a}"));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        RT_AUTO(rt_buf) text = {0};
        rt_buf_printf(&text, "id,a,d,h\n0,good,,\n%s\n", wrong[i].row);
        importing_refuses(&m.im, "t.csv", rt_buf_str(&text), 3, wrong[i].column, wrong[i].words);
    }
    importing_refuses(&m.im, "t.csv", RT_S(""), 1, 1, "header");
    mapped_end(&m);
}

/* --- mappings that are wrong ----------------------------------------------------------------------------------------
 */

static void a_wrong_mapping_is_refused_at_its_place(void **state) {
    (void)state;
    const struct {
        const char *yaml;
        unsigned line, column;
        const char *words;
    } wrong[] = {
        {"", 1, 1, "neither"},
        {"a: 1\n", 1, 1, "neither"},
        {"a:\n  query: {entities: {}}\nb: 1\n", 3, 4, "second dataset"},
        {"entities: {}\n", 1, 11, "names none"},
        {"entities:\n  p: {keys: id}\n", 2, 6, "needs a \"schema\""},
        {"entities:\n  p: {schema: Persn, keys: id}\n", 2, 15, "no schema \"Persn\""},
        {"entities:\n  p: {schema: Thing, keys: id}\n", 2, 15, "only to be extended"},
        {"entities:\n  p: {schema: Person}\n", 2, 6, "either \"keys\""},
        {"entities:\n  p: {schema: Person, keys: id, id_column: id}\n", 2, 6, "either \"keys\""},
        {"entities:\n  p: {schema: Person, keys: id, attributes: {}}\n", 2, 45, "\"attributes\" is not known"},
        {PERSON("nme: {column: a}"), 5, 23, "no property \"nme\""},
        {PERSON("familyPerson: {column: a}"), 5, 32, "far end"},
        {PERSON("name: a"), 5, 24, "where \"name\" comes from"},
        {PERSON("name: {}"), 5, 24, "columns, literals or a template"},
        {PERSON("name: {cell: a}"), 5, 31, "\"cell\" is not known"},
        {PERSON("name: {column: {a: b}}"), 5, 33, "a text is expected"},
        {PERSON("name: {column: a, entity: p}"), 5, 44, "takes a text, and no entity"},
        {PERSON("name: {column: a, required: perhaps}"), 5, 46, "true or false"},
        {PERSON("name: {template: \"{{a\"}"), 5, 35, "no \"}}\""},
        {PERSON("name: {template: \"{{a}}\", column: b}"), 5, 35, "stands alone"},
        {PERSON("birthDate: {column: a, format: \"%j\"}"), 5, 49, "takes %d"},
        {PERSON("birthDate: {column: a, format: \"%d.%m.%y\"}"), 5, 49, "two digits"},
        {"entities:\n  f: {schema: Family, keys: id, properties: {person: {entity: x}}}\n", 2, 63, "called so"},
        {"entities:\n  f: {schema: Family, keys: id, properties: {person: {entity: f}}}\n", 2, 63,
         "which a Family is not"},
        {PERSON("name: {column: a}") "statement: {spekaer: x}\n", 6, 22, "\"spekaer\""},
        {PERSON("name: {column: a}") "statement: {stance: says}\n", 6, 21, "\"stance\" takes"},
        {PERSON("name: {column: a}") "delimiter: x\n", 6, 12, "takes one of"},
        {PERSON("name: {column: a}") "encoding: klingon\n", 6, 11, "no encoding \"klingon\""},
        {PERSON("name: {column: a}") "queries: 3\n", 6, 10, "list of queries"},
        {PERSON("name: {column: nme}"), 5, 33, "has no column \"nme\"; its header holds: id, a"},
        {"entities: *x\n", 1, 11, "aliases"},
        {"entities: [\n", 2, 1, "not YAML"},
    };
    int bad = 0;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        mapped m;
        mapped_begin(&m, wrong[i].yaml);
        const char *path = importing_file(&m.im, "t.csv", RT_S("id,a\n1,A\n"));
        rt_error err = {0};
        const rt_status s = rt_import(m.im.c.store, &path, 1, &m.im.options, &m.im.report, &err);
        if (s.code == RT_OK || err.line != wrong[i].line || err.column != wrong[i].column ||
            strstr(err.message, wrong[i].words) == NULL || strcmp(err.file, m.mapping) != 0) {
            printf("%s\n    %s:%d:%d: %s\n", wrong[i].yaml, err.file, (int)err.line, (int)err.column, err.message);
            bad++;
        }
        assert_int_equal(unlink(path), 0);
        mapped_end(&m);
    }
    assert_int_equal(bad, 0);
}

/* --- tables as they are sent ----------------------------------------------------------------------------------------
 */

static void delimiters_are_told_by_the_header(void **state) {
    (void)state;
    const char *yaml = PERSON("name: {column: a}");
    assert_string_equal(says(yaml, RT_S("id;a;x,y\r\n1;A, B;\r\n")), "1 name=A, B|");
    assert_string_equal(says(yaml, RT_S("id\ta\n1\tA; \"B\"\n")), "1 name=A; \"B\"|");
    assert_string_equal(says(yaml, RT_S("id|a\n1|A\n")), "1 name=A|");
    assert_string_equal(says(yaml, RT_S("sep=|\r\nid|a\r\n1|A\r\n")), "1 name=A|");
    assert_string_equal(says(PERSON("name: {column: a}") "delimiter: \":\"\n", RT_S("id:a\n1:A\n")), "1 name=A|");
    assert_string_equal(says(yaml, RT_S("\"id\";\"a;b,c\";\"a\"\r1;x;A\r")), "1 name=A|");
}

static void encodings_are_told_by_the_text(void **state) {
    (void)state;
    const char *yaml = PERSON("name: {column: a}");
    assert_string_equal(says(yaml, RT_S("\xef\xbb\xbfid,a\n1,\xc3\xbc\n")), "1 name=\xc3\xbc|");
    assert_string_equal(says(yaml, RT_S("\xff\xfei\0d\0,\0a\0\n\0"
                                        "1\0,\0\xfc\0\n\0")),
                        "1 name=\xc3\xbc|");
    assert_string_equal(says(yaml, RT_S("\xfe\xff\0i\0d\0,\0a\0\n\0"
                                        "1\0,\0\xfc\0\n")),
                        "1 name=\xc3\xbc|");
    assert_string_equal(says(yaml, RT_S("i\0d\0,\0a\0\n\0"
                                        "1\0,\0\xfc\0\n\0")),
                        "1 name=\xc3\xbc|");
    const char *latin = says(yaml, RT_S("id,a\n1,M\xfcller aus K\xf6ln und Stra\xdf"
                                        "burg\n"));
    assert_non_null(strstr(latin, "1 name=M\xc3\xbcller aus K\xc3\xb6ln und Stra\xc3\x9f"
                                  "burg|"));
    assert_non_null(strstr(latin, "read as windows-1252"));
    assert_string_equal(
        says(PERSON("name: {column: a}") "encoding: windows-1251\n", RT_S("id,a\n1,\xc8\xe2\xe0\xed\n")),
        "1 name=\xd0\x98\xd0\xb2\xd0\xb0\xd0\xbd|");
}

/* Names of six rows say in which encoding they are; of one row, half of them do (docs/decisions/031-formats.md). */
static void a_few_rows_say_in_which_encoding_they_are(void **state) {
    (void)state;
    const struct {
        const char *encoding, *rows;
    } sent[] = {
        {"windows-1252", "1,J\u00fcrgen M\u00fcller aus K\u00f6ln\n2,Fran\u00e7ois Lef\u00e8vre \u00e0 "
                         "Li\u00e8ge\n3,Jos\u00e9 N\u00fa\u00f1ez\n"},
        {"windows-1250",
         "1,\u0141ukasz Wi\u015bniewski z \u0141odzi\n2,Ji\u0159\u00ed Dvo\u0159\u00e1k Plze\u0148\n3,Zolt\u00e1n "
         "Kov\u00e1cs Gy\u0151r\n4,\u0160tefan \u017diak Ko\u0161ice\n5,\u015etefan \u0162urcanu\n6,\u0110or\u0111e "
         "\u0160\u0107epanovi\u0107 Ni\u0161\n"},
        {"windows-1251",
         "1,\u0418\u0432\u0430\u043d \u041f\u0435\u0442\u0440\u043e\u0432\n2,\u0421\u0435\u0440\u0433\u0435\u0439 "
         "\u041a\u0443\u0437\u043d\u0435\u0446\u043e\u0432\n3,\u041c\u0430\u0440\u0438\u044f "
         "\u0418\u0432\u0430\u043d\u043e\u0432\u0430\n"},
        {"windows-1256",
         "1,\u0623\u0633\u0627\u0645\u0629 \u0623\u062d\u0645\u062f \u0639\u0637\u0627\u0631\n2,\u0639\u0628\u062f "
         "\u0627\u0644\u0631\u062d\u0645\u0646\n3,\u0633\u062c\u0646 \u0623\u0628\u0648 \u063a\u0631\u064a\u0628\n"},
        {"Shift_JIS", "1,\u6771\u4eac\u90fd \u65e5\u672c\u4eba\n2,\u5c71\u7530\u592a\u90ce\n3,\u8b66\u5bdf\u5e81\n"},
        {"GB18030",
         "1,\u5f20\u4f1f \u5317\u4eac\n2,\u738b\u5c0f\u660e\n3,\u4e2d\u534e\u4eba\u6c11\u5171\u548c\u56fd\n"},
    };
    mapped m;
    mapped_begin(&m, PERSON("name: {column: a}"));
    for (size_t i = 0; i < sizeof sent / sizeof *sent; i++) {
        char text[1024], bytes[1024], words[64];
        UErrorCode code = U_ZERO_ERROR;
        snprintf(text, sizeof text, "id,a\n%s", sent[i].rows);
        const int32_t n = ucnv_convert(sent[i].encoding, "UTF-8", bytes, sizeof bytes, text, -1, &code);
        assert_true(U_SUCCESS(code));
        mapped_reads(&m, (rt_str){bytes, (size_t)n});
        snprintf(words, sizeof words, "read as %s", sent[i].encoding);
        if (strstr(m.im.told, words) == NULL) fail_msg("%s: %s", sent[i].encoding, m.im.told);
    }
    mapped_end(&m);
}

/* Text that is UTF-8 stays so: what is none later is an error, not another encoding. */
static void what_began_as_utf8_is_held_to_it(void **state) {
    (void)state;
    RT_AUTO(rt_buf) text = {0};
    mapped m;
    mapped_begin(&m, PERSON("name: {column: a}"));
    rt_buf_add(&text, RT_S("id,a\n1,\xc3\xbc\n"));
    for (int i = 0; i < 20000; i++) rt_buf_printf(&text, "%d,Ann\n", i);
    rt_buf_add(&text, RT_S("x,\xfc\n"));
    importing_refuses(&m.im, "t.csv", rt_buf_str(&text), 20003, 3, "UTF-8");
    mapped_end(&m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_literals_and_templates_make_values),
        cmocka_unit_test(values_are_brought_into_the_form_of_their_type),
        cmocka_unit_test(dates_are_read_as_their_format_says),
        cmocka_unit_test(keys_make_the_ids_that_followthemoney_makes),
        cmocka_unit_test(entities_name_each_other_and_fall_together),
        cmocka_unit_test(two_entities_of_one_id_are_refused_unless_they_may_be_one),
        cmocka_unit_test(filters_choose_rows),
        cmocka_unit_test(a_query_may_be_for_one_file_only),
        cmocka_unit_test(statements_say_who_when_where_and_for_whom),
        cmocka_unit_test(a_bad_cell_is_refused_with_line_and_column),
        cmocka_unit_test(a_wrong_mapping_is_refused_at_its_place),
        cmocka_unit_test(delimiters_are_told_by_the_header),
        cmocka_unit_test(encodings_are_told_by_the_text),
        cmocka_unit_test(a_few_rows_say_in_which_encoding_they_are),
        cmocka_unit_test(what_began_as_utf8_is_held_to_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
