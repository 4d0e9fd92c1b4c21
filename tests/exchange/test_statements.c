#include "exchange/importing.h"
#include "exchange/statements.h"

#define HEADER                                                                                                         \
    "\"canonical_id\",\"entity_id\",\"prop\",\"prop_type\",\"schema\",\"value\",\"dataset\",\"origin\",\"lang\","      \
    "\"original_value\",\"external\",\"first_seen\",\"last_seen\",\"id\"\n"

/* --- ids ---------------------------------------------------------------------------------------------------------- */

/* Made by FollowTheMoney 4.11.2: Statement.make_key. */
static void ids_are_those_of_the_library(void **state) {
    (void)state;
    const struct {
        rt_statement_row row;
        const char *id;
    } known[] = {
        {{.dataset = RT_S("ds"),
          .entity_id = RT_S("e1"),
          .prop = RT_S("name"),
          .prop_type = RT_S("name"),
          .value = RT_S("Ann")},
         "ed59f0b7d277346a41a2a076b8f6dd859539eaeb"},
        {{.dataset = RT_S("ds"),
          .entity_id = RT_S("e1"),
          .prop = RT_S("id"),
          .prop_type = RT_S("id"),
          .value = RT_S("e1"),
          .lang = RT_S("eng")},
         "8c89a34610f15addf3044074ebf7e0e87fef0a76"},
        {{.dataset = RT_S("ds"),
          .entity_id = RT_S("e1"),
          .prop = RT_S("name"),
          .prop_type = RT_S("name"),
          .value = RT_S("Ann"),
          .lang = RT_S("eng")},
         "2159c8bbfa88f72c497703924abc9f292bb2c5e9"},
        {{.dataset = RT_S("ds"),
          .entity_id = RT_S("e1"),
          .prop = RT_S("name"),
          .prop_type = RT_S("name"),
          .value = RT_S("Ann"),
          .lang = RT_S("eng"),
          .external = RT_S("t")},
         "77a0577c1c04520ae0d2c7bc1d6b1d90387992d1"},
    };
    rt_hasher *h = rt_hasher_new_sha1();
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        char id[41] = "";
        rt_statement_row_id(h, &known[i].row, id);
        assert_string_equal(id, known[i].id);
    }
    rt_hasher_free(h);
}

/* --- out and in --------------------------------------------------------------------------------------------------- */

static void everything_of_a_row_comes_back_as_it_was(void **state) {
    (void)state;
    static const char csv[] =
        HEADER "\"a\",\"a\",\"name\",\"name\",\"Person\",\"Ann \"\"Q\"\", x\",\"police\",\"page "
               "3\",\"eng\",\"ANN\",\"f\",\"2026-11-20T00:00:00\","
               "\"2026-11-20T00:00:00\",\"\"\n"
               "\"a\",\"a\",\"alias\",\"name\",\"Person\",\"two\nlines\",\"court\",\"\",\"\",\"\",\"t\",\"2026-11-"
               "20T10:11:12\","
               "\"2026-11-20T10:11:12\",\"\"\n"
               "\"a\",\"a\",\"id\",\"id\",\"Person\",\"0a1b\",\"police\",\"\",\"\",\"\",\"f\",\"\",\"\",\"\"\n";
    importing im;
    importing_begin(&im);
    importing_takes(&im, "x.csv", rt_str_of(csv));
    assert_string_equal(im.told, "");
    const char *entries = importing_export(&im, "jsonl");
    assert_non_null(strstr(entries, "\"locator\":\"page 3\",\"original\":\"ANN\""));
    assert_non_null(strstr(entries, "\"locator\":\"[external]\""));
    assert_non_null(strstr(entries, "\"said_at\":\"2026-11-20\","));
    const char *out = importing_export(&im, "statements"), *json = importing_export(&im, "statements-jsonl");
    assert_int_equal(strncmp(out, csv, (size_t)(strstr(csv, ",\"\"\n") - csv)), 0); /* up to the first id */
    assert_non_null(strstr(
        json, "{\"canonical_id\":\"a\",\"entity_id\":\"a\",\"prop\":\"alias\",\"schema\":\"Person\",\"value\":"
              "\"two\\nlines\","
              "\"dataset\":\"court\",\"lang\":null,\"original_value\":null,\"first_seen\":\"2026-11-20T10:11:12\","
              "\"last_seen\":\"2026-11-20T10:11:12\",\"external\":true,\"origin\":null,\"id\":\""));
    importing again;
    importing_begin(&again);
    importing_takes(&again, "x", rt_str_of(json));
    assert_string_equal(importing_export(&again, "statements"), out);
    importing_takes(&again, "y", rt_str_of(out));
    assert_int_equal(again.report.batch.added, 0);
    importing_end(&again);
    importing_end(&im);
}

static void marks_are_kept_and_no_view_knows_of_them(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    importing_takes(&im, "x.csv",
                    RT_S("entity_id,prop,schema,value,dataset\na,id,Person,0a1b,police\nb,id,Person,0c2d,police\nb,"
                         "name,Person,Ben,police\n"));
    case_look_all(&im.c);
    assert_string_equal(case_about(&im.c, "a"), "");
    assert_string_equal(case_about(&im.c, "b"), "Ben");
    assert_string_equal(importing_export(&im, "ftm"),
                        "{\"id\":\"b\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ben\"]}}\n");
    const char *out = importing_export(&im, "statements");
    assert_non_null(strstr(out, "\"a\",\"a\",\"id\",\"id\",\"Person\",\"0a1b\""));
    importing copy;
    importing_begin(&copy);
    importing_takes(&copy, "all.jsonl", rt_str_of(importing_export(&im, "jsonl")));
    assert_string_equal(importing_export(&copy, "statements"), out);
    importing_end(&copy);
    importing_end(&im);
}

static const char *rows_of(importing *im, const char *lines) {
    importing_begin(im);
    case_add(&im->c, lines);
    return importing_export(im, "statements-jsonl");
}

static void what_the_format_cannot_hold_stays_in_the_case(void **state) {
    (void)state;
    importing im;
    const char *out =
        rows_of(&im, "p Person.birthDate 2005~; dataset=d; said_at=2011\np Person.name no; stance=denies; dataset=d\n"
                     "d Detention.detainee p; dataset=d\np Person.name A; dataset=d; speaker=X\np Person.name A; "
                     "dataset=d; speaker=Y");
    assert_non_null(strstr(
        out, "\"value\":\"2005\",\"dataset\":\"d\",\"lang\":null,\"original_value\":\"2005~\",\"first_seen\":null"));
    assert_null(strstr(out, "\"no\""));
    assert_non_null(strstr(out, "\"prop\":\"involved\",\"schema\":\"Event\",\"value\":\"p\""));
    const char *first = strstr(out, "\"value\":\"A\"");
    assert_non_null(first);
    assert_null(strstr(first + 1, "\"value\":\"A\"")); /* two speakers of one dataset */
    importing_end(&im);
}

static void those_judged_the_same_share_a_canonical_id_and_stand_together(void **state) {
    (void)state;
    importing im, copy;
    const char *out =
        rows_of(&im, "c Person.name C; dataset=d\nx Person.name X; dataset=d\na Person.name A; dataset=d\nb "
                     "Person.name B; dataset=d\n"
                     "judgement; a=c; b=a; judgement=same\njudgement; a=b; b=c; judgement=same; handling=hawk");
    assert_non_null(strstr(out, "{\"canonical_id\":\"a\",\"entity_id\":\"c\""));
    const char *x = strstr(out, "{\"canonical_id\":\"x\""), *a = strstr(out, "{\"canonical_id\":\"a\"");
    assert_true(x != NULL && a != NULL && x < a && strstr(a, "\"entity_id\":\"b\"") < strstr(a, "\"entity_id\":\"c\""));
    importing_begin(&copy);
    importing_takes(&copy, "s", rt_str_of(out));
    assert_string_equal(importing_export(&copy, "statements-jsonl"), out);
    importing_takes(&copy, "s", rt_str_of(out));
    assert_int_equal(copy.report.batch.added, 0);
    importing_end(&copy);
    out = importing_export_by(&im, "statements-jsonl", (rt_lens_spec){.narrowed = true});
    assert_non_null(strstr(out, "{\"canonical_id\":\"b\",\"entity_id\":\"b\"")); /* who may not see that judgement */
    importing_end(&im);
}

/* "NK-..." is nobody's own id: those who share one are judged the same, one with the next. */
static void canonical_ids_of_their_own_join_those_who_share_one(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    importing_takes(
        &im, "s.csv",
        RT_S("canonical_id,entity_id,prop,schema,value,dataset\nNK-1,b,name,Person,B,d\nNK-1,b,alias,Person,BB,d\n"
             "NK-2,e,name,Person,E,d\nNK-1,a,name,Person,A,d\n"));
    const char *out = importing_export(&im, "statements");
    assert_non_null(strstr(out, "\"a\",\"b\",\"name\""));
    assert_non_null(strstr(out, "\"a\",\"a\",\"name\""));
    assert_non_null(strstr(out, "\"e\",\"e\",\"name\""));
    assert_non_null(strstr(importing_export(&im, "jsonl"), "\"why\":\"both are NK-1 to those who gave d\""));
    importing_end(&im);
}

/* --- random cases ------------------------------------------------------------------------------------------------- */

static uint32_t random_state = 11;
static unsigned chance(unsigned below) {
    random_state = random_state * 1664525U + 1013904223U;
    return (random_state >> 8) % below;
}

static void add_line(rt_buf *out) {
    static const char *const said[] = {"Person.name Abe",
                                       "Person.name \"x\", y",
                                       "Person.birthDate 2005~",
                                       "Person.birthDate soon",
                                       "Detention.detainee e1",
                                       "Detention.startDate 2004-05/..",
                                       "Person.age 22",
                                       "Person.notes  a  b ",
                                       "LegalEntity.country be",
                                       "Person.birthDate 2005-07",
                                       "Person.alias \xd8\xa3\xd8\xb3",
                                       "Event.name Stay"};
    static const char *const stances[] = {"asserts", "asserts", "asserts", "denies", "retracts", "suspects"};
    static const char *const seen[] = {"", "; said_at=2011-05-03", "; said_at=2011-05-03T10:00:00Z", "; said_at=2011?"};
    static const char *const more[] = {
        "",           "; lang=eng", "; original=as written", "; locator=[external] x", "; locator=p. 3", "; speaker=A",
        "; speaker=B"};
    rt_buf_printf(out, "e%u %s; stance=%s; dataset=d%u%s%s\n", chance(8), said[chance(12)], stances[chance(6)],
                  chance(2), seen[chance(4)], more[chance(7)]);
    if (chance(6) == 0)
        rt_buf_printf(out, "judgement; a=e%u; b=e%u; judgement=%s\n", chance(4), 4 + chance(4),
                      chance(4) == 0 ? "different" : "same");
}

static void a_case_to_statements_to_a_case_to_statements_is_equal(void **state) {
    (void)state;
    for (int round = 0; round < 40; round++) {
        RT_AUTO(rt_buf) lines = {0};
        importing im, copy;
        const uint32_t seed = random_state;
        for (unsigned n = 1 + chance(40); n > 0; n--) add_line(&lines);
        lines.len--;
        rt_buf_byte(&lines, '\0');
        const char *form = round % 2 == 0 ? "statements" : "statements-jsonl";
        importing_begin(&im);
        case_add(&im.c, lines.at);
        const char *out = importing_export(&im, form);
        importing_begin(&copy);
        importing_takes(&copy, "s", rt_str_of(out));
        const char *back = importing_export(&copy, form);
        if (strcmp(out, back) != 0) fail_msg("seed %u:\n%s\n%s\n%s", seed, lines.at, out, back);
        importing_end(&copy);
        importing_end(&im);
    }
}

/* Two cases that differ in hidden entries only say the same to who may not see these. */
static void what_is_hidden_changes_no_byte(void **state) {
    (void)state;
    for (int round = 0; round < 30; round++) {
        RT_AUTO(rt_buf) seen = {0};
        RT_AUTO(rt_buf) all = {0};
        importing with, without;
        const uint32_t seed = random_state;
        for (unsigned n = 10 + chance(30); n > 0; n--) {
            RT_AUTO(rt_buf) lines = {0};
            rt_str rest, line;
            const bool hidden = chance(3) == 0;
            add_line(&lines);
            rest = rt_str_cut(rt_buf_str(&lines), lines.len - 1);
            while (rt_str_split(&rest, RT_S("\n"), &line)) {
                rt_buf_printf(&all, "%.*s%s\n", RT_FMT(line), hidden ? "; handling=hawk" : "");
                if (!hidden) rt_buf_printf(&seen, "%.*s\n", RT_FMT(line));
            }
        }
        if (seen.len == 0) continue;
        seen.at[seen.len - 1] = all.at[all.len - 1] = '\0';
        importing_begin(&with);
        case_add(&with.c, all.at);
        importing_begin(&without);
        case_add(&without.c, seen.at);
        const rt_lens_spec reader = {.narrowed = true, .clear = RT_S("crow,red")};
        const char *a = importing_export_by(&with, "statements", reader);
        const char *b = importing_export_by(&without, "statements", reader);
        if (strcmp(a, b) != 0) fail_msg("seed %u:\n%s\n%s", seed, a, b);
        importing_end(&without);
        importing_end(&with);
    }
}

/* --- what is not read --------------------------------------------------------------------------------------------- */

static void a_bad_row_is_refused_with_line_and_column(void **state) {
    (void)state;
    const struct {
        const char *row;
        unsigned column;
        const char *words;
    } wrong[] = {
        {",name,Person,A,d,,", 1, "entity_id"},
        {"a,,Person,A,d,,", 3, "prop"},
        {"a,name,,A,d,,", 8, "schema"},
        {"a,name,Persn,A,d,,", 8, "no schema \"Persn\""},
        {"a,nme,Person,A,d,,", 3, "no property \"nme\""},
        {"a,familyPerson,Person,A,d,,", 3, "familyPerson"},
        {"a,name,Person,A,d,perhaps,", 19, "t or f"},
        {"a,name,Person,A,d,,soon", 20, "a day or a time"},
        {"a,name,Person,A,d,,,more", 21, "more fields"},
        {"a,name,Person,\"A\" b,d,,", 19, "quoted"},
        {"a,name,Person,\xff,d,,", 15, "UTF-8"},
    };
    importing im;
    importing_begin(&im);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        RT_AUTO(rt_buf) text = {0};
        rt_buf_printf(&text, "entity_id,prop,schema,value,dataset,external,first_seen\ng,name,Person,Good,d,,\n\n%s\n",
                      wrong[i].row);
        importing_refuses(&im, "x.csv", rt_buf_str(&text), 4, wrong[i].column, wrong[i].words);
    }
    importing_refuses(&im, "x.json",
                      RT_S("{\"entity_id\":\"a\",\"prop\":\"name\",\"schema\":\"Person\",\"value\":7}\n"), 1, 50,
                      "takes a text");
    importing_refuses(&im, "x.json",
                      RT_S("{\"entity_id\":\"a\",\"prop\":\"nme\",\"schema\":\"Person\",\"value\":\"x\"}\n"), 1, 18,
                      "nme");
    im.options.format = RT_S("statements");
    importing_refuses(&im, "x.csv", RT_S("entity_id,prop\na,b\n"), 1, 1, "\"value\"");
    importing_refuses(&im, "x.csv", RT_S(""), 1, 1, "header");
    importing_end(&im);
}

static void another_id_and_a_refused_value_are_told(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    importing_takes(&im, "x.csv", RT_S("entity_id,prop,schema,value,dataset,id\na,birthDate,Person,soon,d,77\n"));
    assert_non_null(strstr(im.told, "2:27 the id is 77, where FollowTheMoney makes "));
    assert_non_null(strstr(im.told, "2:20 \"birthDate\" is \"soon\""));
    assert_non_null(strstr(importing_export(&im, "statements"), "\"birthDate\",\"date\",\"Person\",\"soon\""));
    importing_end(&im);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_those_of_the_library),
        cmocka_unit_test(everything_of_a_row_comes_back_as_it_was),
        cmocka_unit_test(marks_are_kept_and_no_view_knows_of_them),
        cmocka_unit_test(what_the_format_cannot_hold_stays_in_the_case),
        cmocka_unit_test(those_judged_the_same_share_a_canonical_id_and_stand_together),
        cmocka_unit_test(canonical_ids_of_their_own_join_those_who_share_one),
        cmocka_unit_test(a_case_to_statements_to_a_case_to_statements_is_equal),
        cmocka_unit_test(what_is_hidden_changes_no_byte),
        cmocka_unit_test(a_bad_row_is_refused_with_line_and_column),
        cmocka_unit_test(another_id_and_a_refused_value_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
