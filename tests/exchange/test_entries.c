#include "exchange/importing.h"

#define STATEMENT "{\"type\":\"statement\",\"entity\":\"p\",\"schema\":\"Person\",\"prop\":\"name\",\"value\":\"Abe\""
#define NO_ID "00000000000000000000000000000000"
#define NO_HASH NO_ID NO_ID

/* --- round trips ----------------------------------------------------------------------------------------------------
 */

/* Every type that may be read, with all its fields. */
static const char everything[] =
    "document; sha256=" NO_HASH "; name=x.pdf; media_type=application/pdf; size=77; title=A \"title\"; date=2004~; "
    "handling=hawk,amber; as=doc\n"
    "p Person.name \xd8\xa3\xd8\xb3\xd8\xa7\xd9\x85\xd8\xa9 \\ \"x\"; lang=ara; original=Usama; document=@doc; "
    "locator=p. 3; "
    "quote=the words; speaker=A; via=B+C; stance=suspects; basis=told; reliability=B; credibility=2; said_at=2004-05?; "
    "valid=2003/..; dataset=un; handling=kite; as=s\n"
    "q Person.name Ben; as=t\n"
    "link; link=opposes; from=@s; to=@t; speaker=D; said_at=2005; why=because; as=l\n"
    "link; link=supports; from=@l; to=h1; handling=red\n"
    "judgement; a=p; b=q; judgement=unsure; why=x; score=0.5000; explanation=name 0.5; as=j\n"
    "decision; about=@j; decision=accepted; why=y\n"
    "absent; entity=q; dataset=ofac; edition=7\n"
    "grant; who=A reader; clearance=hawk,green\n"
    "h1 Hypothesis.name The claim\n";

static void what_is_exported_is_read_and_exported_the_same(void **state) {
    (void)state;
    importing from, to;
    importing_begin(&from);
    case_add(&from.c, everything);
    case_add(&from.c, "p Person.notes later\n");
    const char *lines = importing_export(&from, "jsonl");
    importing_begin(&to);
    importing_takes(&to, "x.jsonl", rt_str_of(lines));
    assert_int_equal(to.report.batch.added, 11);
    assert_int_equal(to.report.batch.restored, 11);
    assert_string_equal(to.told, "");
    assert_string_equal(importing_export(&to, "jsonl"), lines);
    importing_takes(&to, "x.jsonl", rt_str_of(lines)); /* once more */
    assert_int_equal(to.report.batch.added, 0);
    assert_int_equal(to.report.batch.there, 11);
    importing_takes(&from, "x.jsonl", rt_str_of(lines)); /* where it came from */
    assert_int_equal(from.report.batch.added, 0);
    importing_end(&to);
    importing_end(&from);
}

static void what_a_reader_was_given_is_read_as_it_is(void **state) {
    (void)state;
    importing from, to;
    importing_begin(&from);
    case_add(&from.c, everything);
    const rt_lens_spec spec = {.narrowed = true, .clear = RT_S("hawk,red")};
    const char *lines = importing_export_by(&from, "jsonl", spec);
    importing_begin(&to);
    importing_takes(&to, "x.jsonl", rt_str_of(lines));
    assert_string_equal(importing_export_by(&to, "jsonl", spec), lines);
    importing_end(&to);
    importing_end(&from);
}

/* --- refs -----------------------------------------------------------------------------------------------------------
 */

static void refs_name_earlier_lines_of_the_file(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    importing_takes(&im, "x.jsonl",
                    RT_S("{\"type\":\"document\",\"ref\":\"doc\",\"sha256\":\"" NO_HASH "\"}\n" STATEMENT
                         ",\"ref\":\"a\",\"document\":\"doc\"}\n" STATEMENT ",\"ref\":\"b\",\"speaker\":\"B\"}\n"
                         "{\"type\":\"link\",\"ref\":\"l\",\"link\":\"repeats\",\"from\":\"b\",\"to\":\"a\"}\n"
                         "{\"type\":\"decision\",\"about\":\"l\",\"decision\":\"accepted\"}\n"));
    const char *out = importing_export(&im, "jsonl");
    assert_null(strstr(out, "\"ref\""));
    assert_null(strstr(out, "\"document\":\"doc\""));
    assert_non_null(strstr(out, "\"link\":\"repeats\""));
    assert_int_equal(im.report.batch.added, 5);
    importing_end(&im);
}

static void a_ref_of_a_line_that_stands_in_the_case_already_names_it(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    importing_takes(&im, "x.jsonl", RT_S(STATEMENT "}"));
    importing_takes(
        &im, "x.jsonl",
        RT_S(STATEMENT ",\"ref\":\"a\"}\n{\"type\":\"link\",\"link\":\"repeats\",\"from\":\"a\",\"to\":\"a\"}\n"));
    assert_int_equal(im.report.batch.added, 1);
    importing_end(&im);
}

/* --- what is refused ------------------------------------------------------------------------------------------------
 */

static void a_bad_entry_is_refused_with_line_and_column(void **state) {
    (void)state;
    const struct {
        rt_str line;
        unsigned column;
        const char *words;
    } wrong[] = {
        {RT_S("[]"), 1, "expected an entry"},
        {RT_S("{}"), 1, "\"type\""},
        {RT_S("{\"type\":\"statment\"}"), 9, "statment"},
        {RT_S("{\"type\":7}"), 2, "\"type\""},
        {RT_S("{\"type\":\"batch\",\"recorded_by\":\"x\"}"), 9, "made by the case"},
        {RT_S("{\"type\":\"sent\",\"who\":\"x\",\"formats\":[\"jsonl\"]}"), 9, "unless it is restored"},
        {RT_S("{\"type\":\"read\",\"name\":\"x\",\"sha256\":\"" NO_HASH "\"}"), 9, "made by the case"},
        {RT_S(STATEMENT ",\"stance\":\"shouts\"}"), 80, "stance"},
        {RT_S(STATEMENT ",\"said_at\":\"2005-02-30\"}"), 80, "said_at"},
        {RT_S(STATEMENT ",\"valid\":\"May\"}"), 80, "valid"},
        {RT_S(STATEMENT ",\"reliability\":\"G\"}"), 80, "reliability"},
        {RT_S(STATEMENT ",\"handling\":\"Hawk\"}"), 80, "handling"},
        {RT_S(STATEMENT ",\"handling\":\"\"}"), 80, "not empty"},
        {RT_S(STATEMENT ",\"via\":\"A\"}"), 80, "list"},
        {RT_S(STATEMENT ",\"via\":[]}"), 80, "list"},
        {RT_S(STATEMENT ",\"via\":[\"\"]}"), 80, "list"},
        {RT_S(STATEMENT ",\"more\":1}"), 80, "no field"},
        {RT_S(STATEMENT ",\"speaker\":\"a\\u0000\"}"), 92, "NUL"},
        {RT_S(STATEMENT ",\"speaker\":\"a\xff\"}"), 92, "UTF-8"},
        {RT_S(STATEMENT ",\"value\":\"Ben\"}"), 66, "twice"},
        {RT_S(STATEMENT ",\"id\":\"" NO_ID "\"}"), 80, "id"},
        {RT_S(STATEMENT ",\"id\":\"7\"}"), 80, "id"},
        {RT_S(STATEMENT ",\"recorded_at\":\"2020\"}"), 80, "recorded_at"},
        {RT_S(STATEMENT ",\"recorded_at\":\"9020-01-02T03:04:05.000006Z\",\"recorded_by\":\"X\"}"), 94, "future"},
        {RT_S("{\"type\":\"statement\",\"entity\":\"p\",\"schema\":\"Persn\",\"prop\":\"name\",\"value\":\"Abe\"}"), 43,
         "no schema"},
        {RT_S("{\"type\":\"statement\",\"entity\":\"p\",\"schema\":\"Person\",\"prop\":\"nme\",\"value\":\"Abe\"}"), 59,
         "no property"},
        {RT_S("{\"type\":\"statement\",\"entity\":\"p\",\"schema\":\"Person\",\"prop\":\"name\"}"), 1,
         "needs \"value\""},
        {RT_S("{\"type\":\"link\",\"link\":\"repeats\",\"from\":\"later\",\"to\":\"" NO_ID "\"}"), 33,
         "\"from\" is \"later\""},
        {RT_S("{\"type\":\"link\",\"link\":\"repeats\",\"from\":\"" NO_ID "\",\"to\":\"h\"}"), 40, "not in the case"},
        {RT_S("{\"type\":\"decision\",\"about\":\"" NO_ID "\",\"decision\":\"x\"}"), 28, "not in the case"},
        {RT_S("{\"type\":\"judgement\",\"a\":\"p\",\"b\":\"q\",\"judgement\":\"same\",\"score\":0.5}"), 56, "score"},
        {RT_S("{\"type\":\"document\",\"sha256\":\"" NO_HASH "\",\"size\":-1}"), 96, "size"},
        {RT_S(STATEMENT ",\"ref\":\"first\"}"), 86, "earlier line"},
    };
    importing im;
    importing_begin(&im);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        RT_AUTO(rt_buf) text = {0};
        rt_buf_add(&text, RT_S(STATEMENT ",\"ref\":\"first\"}\r\n"));
        rt_buf_add(&text, wrong[i].line);
        importing_refuses(&im, "x.jsonl", rt_buf_str(&text), 2, wrong[i].column, wrong[i].words);
    }
    importing_end(&im);
}

static void what_cannot_be_read_is_skipped_and_named_when_asked(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    im.options.keep_going = true;
    importing_takes(&im, "x.jsonl",
                    RT_S(STATEMENT "}\nnot JSON\n" STATEMENT ",\"ref\":\"bad\",\"stance\":\"shouts\"}\n"
                                   "{\"type\":\"link\",\"link\":\"repeats\",\"from\":\"bad\",\"to\":\"bad\"}\n"
                                   "{\"type\":\"link\",\"link\":\"repeats\",\"from\":\"" NO_ID
                                   "\",\"to\":\"h\"}\n" STATEMENT ",\"id\":\"" NO_ID "\"}\n" STATEMENT
                                   ",\"speaker\":\"B\"}\n"));
    assert_int_equal(im.report.skipped, 5);
    assert_int_equal(im.report.batch.added, 2);
    int line = 2;
    for (const char *at = im.told; (at = strstr(at, "skipped ")) != NULL; at += 8)
        assert_int_equal(atoi(at + 8), line++);
    case_look_all(&im.c);
    assert_string_equal(case_about(&im.c, "p"), "Abe Abe");
    importing_end(&im);
}

/* A value is what the source gives; a field of ours says something that must hold. */
static void impossible_dates_are_kept_as_values(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    importing_takes(
        &im, "x.jsonl",
        RT_S("{\"type\":\"statement\",\"entity\":\"p\",\"schema\":\"Person\",\"prop\":\"birthDate\",\"value\":"
             "\"2005-02-30\"}\n"));
    assert_int_equal(im.report.notes, 1);
    assert_non_null(strstr(im.told, "1:79 \"birthDate\" is \"2005-02-30\""));
    importing_end(&im);
}

/* What is said of a file's handling holds for lines that say nothing themselves. */
static void lines_keep_their_own_handling(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    im.options.handling = RT_S("hawk");
    importing_takes(&im, "x.jsonl", RT_S(STATEMENT "}\n" STATEMENT ",\"handling\":\"kite\"}\n"));
    const char *out = importing_export(&im, "jsonl");
    assert_non_null(strstr(out, "\"handling\":\"hawk\""));
    assert_non_null(strstr(out, "\"handling\":\"kite\""));
    importing_end(&im);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_exported_is_read_and_exported_the_same),
        cmocka_unit_test(what_a_reader_was_given_is_read_as_it_is),
        cmocka_unit_test(refs_name_earlier_lines_of_the_file),
        cmocka_unit_test(a_ref_of_a_line_that_stands_in_the_case_already_names_it),
        cmocka_unit_test(a_bad_entry_is_refused_with_line_and_column),
        cmocka_unit_test(what_cannot_be_read_is_skipped_and_named_when_asked),
        cmocka_unit_test(impossible_dates_are_kept_as_values),
        cmocka_unit_test(lines_keep_their_own_handling),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
