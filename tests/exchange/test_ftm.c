#include "exchange/importing.h"
#include "model/types.h"

/* --- a random entity of every schema --------------------------------------------------------------------------------
 */

static uint32_t random_state = 7;
static unsigned chance(unsigned below) {
    random_state = random_state * 1664525U + 1013904223U;
    return (random_state >> 8) % below;
}

/* Values of all types: a property is given those that it takes. */
static const char *const pool[] = {
    "Oussama Atar",
    "\xd8\xa3\xd8\xb3\xd8\xa7\xd9\x85\xd8\xa9",
    "a \"quoted\" \\ value",
    "two\nlines",
    "1",
    "12.5",
    "-3",
    "iq",
    "be",
    "us",
    "eng",
    "ara",
    "male",
    "female",
    "2006",
    "2006-07",
    "2006-07-31",
    "2006-07-31T10:00:00",
    "p1",
    "another entity",
    "https://example.org/a?b=c",
    "a@example.org",
    "+3225551234",
    "192.0.2.1",
    "2001:db8::1",
    "text/plain",
    "sanction",
    "role.pep",
    "{\"a\":1}",
    "IMO9187629",
    "5493001KJTIIGC8Y1R12",
    "DE89370400440532013000",
    "US0378331005",
    "DEUTDEFF",
    "7707083893",
    "1027700132195",
    "0a4d55a8d778e5022fab701977c5d840bbc486d0",
    "<b>html</b>",
    "\xf0\x9f\x98\x80",
    "Q42",
};

/* Appends up to three different values that the property takes; false when the pool has none. */
static bool add_values(rt_buf *out, const rt_prop *prop) {
    enum { POOL = sizeof pool / sizeof *pool };
    const size_t start = chance(POOL), wanted = 1 + chance(3);
    size_t n = 0;
    const char *unused;
    for (size_t i = 0; i < POOL && n < wanted; i++) {
        const rt_str value = rt_str_of(pool[(start + i) % POOL]);
        if (!rt_prop_takes(prop, value, &unused)) continue;
        if (n++ > 0)
            rt_buf_byte(out, ',');
        else {
            rt_json_string(out, prop->name);
            rt_buf_add(out, RT_S(":["));
        }
        rt_json_string(out, value);
    }
    if (n > 0) rt_buf_byte(out, ']');
    return n > 0;
}

static size_t add_entity(rt_buf *out, const rt_schema *schema, int number) {
    size_t n = 0;
    rt_buf_printf(out, "{\"id\":\"e%d\",\"schema\":\"%.*s\",\"properties\":{", number, RT_FMT(schema->name));
    for (size_t i = 0; i < schema->props.n; i++) {
        const rt_prop *prop = rt_schema_prop_at(schema, i);
        if (prop->stub || prop->extension || !rt_prop_exists_in_ftm(schema, prop->name) || chance(5) == 0) continue;
        if (n > 0) rt_buf_byte(out, ',');
        if (add_values(out, prop))
            n++;
        else if (n > 0)
            out->len--;
    }
    rt_buf_add(out, RT_S("}}\n"));
    return n;
}

/* Written as we write it, so that what comes out must be the same bytes. */
static void an_entity_of_any_schema_goes_out_as_it_came_in(void **state) {
    (void)state;
    RT_AUTO(rt_buf) in = {0};
    importing im;
    int schemata = 0;
    size_t properties = 0;
    for (size_t i = 0; i < rt_schema_count; i++) {
        if (rt_schemata[i].abstract || rt_schemata[i].extension) continue;
        schemata++;
        for (int k = 0; k < 4; k++) properties += add_entity(&in, &rt_schemata[i], 4 * (int)i + k);
    }
    assert_int_equal(schemata, 66);
    assert_true(properties > 6000); /* of 2,626 in all, four times, a fifth left out */
    importing_begin(&im);
    importing_takes(&im, "x.ftm.json", rt_buf_str(&in));
    assert_string_equal(im.told, "");
    rt_buf_byte(&in, '\0');
    assert_string_equal(importing_export(&im, "ftm"), in.at);
    importing_end(&im);
}

/* --- what goes out --------------------------------------------------------------------------------------------------
 */

static const char *written(const char *lines) {
    static char out[8192];
    importing im;
    importing_begin(&im);
    case_add(&im.c, lines);
    snprintf(out, sizeof out, "%s", importing_export(&im, "ftm"));
    importing_end(&im);
    return out;
}

static void our_own_schemata_go_out_as_their_nearest_ancestor(void **state) {
    (void)state;
    assert_string_equal(
        written("d Detention.detainee p\nd Detention.facility Abu Ghraib\nd Detention.startDate 2004\nd Detention.name "
                "Stay"),
        "{\"id\":\"d\",\"schema\":\"Event\",\"properties\":{\"involved\":[\"p\"],\"name\":[\"Stay\"],"
        "\"notes\":[\"detainee: p\",\"facility: Abu Ghraib\"],\"startDate\":[\"2004\"]}}\n");
    assert_string_equal(
        written("p Person.name Abe\np Person.age 22"),
        "{\"id\":\"p\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Abe\"],\"notes\":[\"age: 22\"]}}\n");
    assert_string_equal(
        written("x Exhibit.name Bag\nx Exhibit.amount 3"),
        "{\"id\":\"x\",\"schema\":\"Thing\",\"properties\":{\"name\":[\"Bag\"],\"notes\":[\"amount: 3\"]}}\n");
}

static void only_what_is_asserted_and_not_taken_back_goes_out(void **state) {
    (void)state;
    assert_string_equal(
        written("p Person.name yes\np Person.name no; stance=denies\np Person.name perhaps; stance=suspects\n"
                "p Person.name faith; stance=believes\np Person.alias gone; speaker=A; as=gone\n"
                "p Person.alias gone; speaker=A; stance=retracts; as=back\nlink; link=retracts; from=@back; to=@gone\n"
                "p Person.title old; as=old\np Person.title new; as=new\nlink; link=replaces; from=@new; to=@old\n"
                "p Person.summary kept; speaker=A; as=kept\nlink; link=retracts; from=@back; to=@kept; speaker=B"),
        "{\"id\":\"p\",\"schema\":\"Person\",\"properties\":{\"name\":[\"yes\"],\"summary\":[\"kept\"],\"title\":["
        "\"new\"]}}\n");
}

static void dates_go_out_as_the_nearest_that_is_taken(void **state) {
    (void)state;
    assert_string_equal(
        written("p Person.birthDate 2005~\np Person.birthDate 1983/1985\np Person.birthDate [2004..2006]\n"
                "p Person.birthDate 2006-07-1X\np Person.birthDate 2006-07-31\np Person.birthDate 2005?\n"
                "p Person.birthDate Y170000002\np Person.birthDate soon"),
        "{\"id\":\"p\",\"schema\":\"Person\",\"properties\":{\"birthDate\":[\"2005\",\"1983\",\"2004\",\"2006-07\","
        "\"2006-07-31\"],"
        "\"notes\":[\"birthDate: Y170000002\",\"birthDate: soon\"]}}\n");
}

static void an_entity_goes_out_under_its_most_precise_schema(void **state) {
    (void)state;
    assert_string_equal(
        written("p LegalEntity.name Abe\np Person.birthDate 2004\np Thing.summary x"),
        "{\"id\":\"p\",\"schema\":\"Person\",\"properties\":{\"birthDate\":[\"2004\"],\"name\":[\"Abe\"],"
        "\"summary\":[\"x\"]}}\n");
}

static void what_several_sources_say_goes_out_once(void **state) {
    (void)state;
    assert_string_equal(written("p Person.name B; speaker=A\np Person.name A; speaker=B\np Person.name B; speaker=C"),
                        "{\"id\":\"p\",\"schema\":\"Person\",\"properties\":{\"name\":[\"B\",\"A\"]}}\n");
}

static void what_the_lens_hides_stays_in(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    case_add(&im.c, "q Person.name Ben; handling=hawk\np Person.name Abe\np Person.alias Hid; handling=hawk");
    assert_string_equal(importing_export_by(&im, "ftm", (rt_lens_spec){.narrowed = true}),
                        "{\"id\":\"p\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Abe\"]}}\n");
    importing_end(&im);
}

/* --- what is not read -----------------------------------------------------------------------------------------------
 */

static void a_bad_entity_is_refused_with_line_and_column(void **state) {
    (void)state;
    const struct {
        rt_str line;
        unsigned column;
        const char *words;
    } wrong[] = {
        {RT_S("[]"), 1, "an entity"},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\"}"), 1, "properties"},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":[]}"), 29, "properties"},
        {RT_S("{\"schema\":\"Person\",\"properties\":{}}"), 1, "\"id\""},
        {RT_S("{\"id\":\"\",\"schema\":\"Person\",\"properties\":{}}"), 2, "\"id\""},
        {RT_S("{\"id\":7,\"schema\":\"Person\",\"properties\":{}}"), 2, "\"id\""},
        {RT_S("{\"id\":\"a\",\"properties\":{}}"), 1, "\"schema\""},
        {RT_S("{\"id\":\"a\",\"schema\":\"Persn\",\"properties\":{}}"), 20, "no schema \"Persn\""},
        {RT_S("{\"id\":\"a\",\"schema\":\"person\",\"properties\":{}}"), 20, "no schema"},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"nme\":[\"x\"]}}"), 43, "no property \"nme\""},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"familyPerson\":[\"x\"]}}"), 43, "far end"},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":\"x\"}}"), 43, "list"},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[{}]}}"), 43, "neither"},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[null]}}"), 43, "neither"},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[true]}}"), 43, "neither"},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"x\"],\"name\":[\"y\"]}}"), 43, ""},
        {RT_S("{\"id\":\"a\",\"id\":\"b\",\"schema\":\"Person\",\"properties\":{}}"), 2, ""},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"x\xff\"]}}"), 53, "UTF-8"},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"x\xc0\x80\"]}}"), 53, "UTF-8"},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"x\xed\xa0\x80\"]}}"), 53, "UTF-8"},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"x\0\"]}}"), 53, ""},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"x\\u0000\"]}}"), 53, ""},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"x\\ud800\"]}}"), 59, ""},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"x\"]}"), 56, ""},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"x\"]}}}"), 57, ""},
        {RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[01]}}"), 52, ""},
        {RT_S("x"), 1, ""},
    };
    importing im;
    importing_begin(&im);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        RT_AUTO(rt_buf) text = {0};
        rt_buf_add(&text, RT_S("{\"id\":\"g\",\"schema\":\"Person\",\"properties\":{\"name\":[\"good\"]}}\n\n"));
        rt_buf_add(&text, wrong[i].line);
        importing_refuses(&im, "x.ftm.json", rt_buf_str(&text), 3, wrong[i].column, wrong[i].words);
    }
    importing_end(&im);
}

static void deep_nesting_and_long_ids_are_refused(void **state) {
    (void)state;
    RT_AUTO(rt_buf) text = {0};
    importing im;
    importing_begin(&im);
    for (int i = 0; i < 100000; i++) rt_buf_byte(&text, '[');
    importing_refuses(&im, "x.ftm.json", rt_buf_str(&text), 1, 65, "");
    rt_buf_clear(&text);
    rt_buf_add(&text, RT_S("{\"id\":\""));
    for (int i = 0; i < 2000; i++) rt_buf_byte(&text, 'a');
    rt_buf_add(&text, RT_S("\",\"schema\":\"Person\",\"properties\":{}}"));
    importing_refuses(&im, "x.ftm.json", rt_buf_str(&text), 1, 2, "longer than");
    importing_end(&im);
}

/* --- what is read all the same --------------------------------------------------------------------------------------
 */

static void values_that_are_refused_are_kept_as_text_and_told(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    importing_takes(
        &im, "x.ftm.json",
        RT_S("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"birthDate\":[\"2005-02-30\",\"2005-02-28\"],"
             "\"country\":[\"Atlantis\"]}}\n"));
    assert_int_equal(im.report.notes, 2);
    assert_int_equal(im.report.batch.added, 3);
    assert_non_null(strstr(im.told, "1:56 \"birthDate\" is \"2005-02-30\""));
    case_look_all(&im.c);
    assert_string_equal(case_about(&im.c, "a"), "2005-02-30 2005-02-28 Atlantis");
    importing_end(&im);
}

static void empty_values_say_nothing_and_numbers_are_texts(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    importing_takes(
        &im, "x.ftm.json",
        RT_S(
            "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"\"],\"height\":[180,1.5,-7],\"alias\":[]},"
            "\"caption\":\"x\",\"datasets\":[\"y\"],\"first_seen\":null}\n"));
    case_look_all(&im.c);
    assert_string_equal(case_about(&im.c, "a"), "180 1.5 -7");
    importing_end(&im);
}

/* Fragments of one entity are how FollowTheMoney streams: they add up. */
static void an_id_that_comes_twice_is_one_entity(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    importing_takes(&im, "x.ftm.json",
                    RT_S("{\"id\":\"a\",\"schema\":\"LegalEntity\",\"properties\":{\"name\":[\"x\"]}}\n"
                         "{\"id\":\"b\",\"schema\":\"Person\",\"properties\":{\"name\":[\"z\"]}}\n"
                         "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"x\",\"y\"]}}\n"));
    assert_string_equal(importing_export(&im, "ftm"),
                        "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"x\",\"y\"]}}\n"
                        "{\"id\":\"b\",\"schema\":\"Person\",\"properties\":{\"name\":[\"z\"]}}\n");
    importing_end(&im);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entity_of_any_schema_goes_out_as_it_came_in),
        cmocka_unit_test(our_own_schemata_go_out_as_their_nearest_ancestor),
        cmocka_unit_test(only_what_is_asserted_and_not_taken_back_goes_out),
        cmocka_unit_test(dates_go_out_as_the_nearest_that_is_taken),
        cmocka_unit_test(an_entity_goes_out_under_its_most_precise_schema),
        cmocka_unit_test(what_several_sources_say_goes_out_once),
        cmocka_unit_test(what_the_lens_hides_stays_in),
        cmocka_unit_test(a_bad_entity_is_refused_with_line_and_column),
        cmocka_unit_test(deep_nesting_and_long_ids_are_refused),
        cmocka_unit_test(values_that_are_refused_are_kept_as_text_and_told),
        cmocka_unit_test(empty_values_say_nothing_and_numbers_are_texts),
        cmocka_unit_test(an_id_that_comes_twice_is_one_entity),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
