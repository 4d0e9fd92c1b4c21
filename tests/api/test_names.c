/* Names through the public API. */
#include "place.h"

#define PERSON(name) "{\"schema\":\"Person\",\"properties\":{\"name\":[\"" name "\"]}}"

typedef struct names {
    place *p;
    rt_names *n;
    char index[96];
} names;

static int names_begin(void **state) {
    names *t = calloc(1, sizeof *t);
    if (t == NULL || place_begin((void **)&t->p) != 0) return -1;
    t->n = rt_names_new();
    snprintf(t->index, sizeof t->index, "%s/a.idx", t->p->folder);
    *state = t;
    return 0;
}

static int names_end(void **state) {
    names *t = *state;
    void *p = t->p;
    rt_names_free(t->n);
    (void)unlink(t->index);
    free(t);
    return place_end(&p);
}

#define FINE(t, call)                                                                                                  \
    do {                                                                                                               \
        if ((call) != RT_CASE_OK) fail_msg("%s: %s", #call, rt_names_last_error((t)->n)->message);                     \
    } while (0)

static void two_entities_are_compared(void **state) {
    names *t = *state;
    const char *json;
    FINE(t, rt_names_compare(t->n, PERSON("Oussama Atar"), PERSON("Oussama Atar"), NULL, &json));
    CONTAINS(json, "\"match\":true");
    CONTAINS(json, "\"why\":[{\"feature\":");
    FINE(t, rt_names_compare(t->n, PERSON("Oussama Atar"), PERSON("Maria Example"), NULL, &json));
    CONTAINS(json, "\"match\":false");
}

static void what_is_no_entity_is_refused(void **state) {
    names *t = *state;
    const char *json;
    assert_int_equal(rt_names_compare(t->n, "{", PERSON("A B"), NULL, &json), RT_CASE_BAD);
    assert_null(json);
    assert_int_equal(rt_names_compare(t->n, PERSON("A B"), "{\"id\":\"x\"}", NULL, &json), RT_CASE_BAD);
    CONTAINS(rt_names_last_error(t->n)->message, "properties");
}

static void a_search_needs_an_open_index(void **state) {
    names *t = *state;
    const char *json;
    assert_int_equal(rt_names_search(t->n, PERSON("A B"), NULL, &json), RT_CASE_USAGE);
    assert_int_equal(rt_names_open(t->n, "/nowhere/at/all.idx"), RT_CASE_ABSENT);
    assert_int_equal(rt_names_open(t->n, NULL), RT_CASE_USAGE);
}

static void an_index_of_a_file_is_searched(void **state) {
    names *t = *state;
    const char *json, *path = t->p->file;
    FILE *f = fopen(t->p->file, "w");
    assert_non_null(f);
    assert_true(fputs(NAME("Maria Example") "\n", f) >= 0);
    assert_int_equal(fclose(f), 0);
    FINE(t, rt_names_build(t->n, &path, 1, t->index));
    FINE(t, rt_names_open(t->n, t->index));
    FINE(t, rt_names_search(t->n, PERSON("Maria Example"), NULL, &json));
    CONTAINS(json, "{\"results\":[{\"id\":\"x\",\"caption\":\"Maria Example\"");
    FINE(t, rt_names_search(t->n, PERSON("Oussama Atar"), NULL, &json));
    assert_string_equal(json, "{\"results\":[]}");
    rt_names_close(t->n);
    assert_int_equal(rt_names_search(t->n, PERSON("A B"), NULL, &json), RT_CASE_USAGE);
}

static int is_found(names *t, const char *entity) {
    const char *json;
    FINE(t, rt_names_open(t->n, t->index));
    FINE(t, rt_names_search(t->n, entity, NULL, &json));
    return strstr(json, "\"id\":\"x\"") != NULL;
}

static void write_name(names *t, const char *line) {
    FILE *f = fopen(t->p->file, "w");
    assert_non_null(f);
    assert_true(fprintf(f, "%s\n", line) >= 0);
    assert_int_equal(fclose(f), 0);
}

static void an_index_is_changed_and_rebuilt(void **state) {
    names *t = *state;
    const char *path = t->p->file, *id = "x";
    write_name(t, NAME("Maria Example"));
    FINE(t, rt_names_build(t->n, &path, 1, t->index));
    write_name(t, NAME("Oussama Atar"));
    FINE(t, rt_names_add(t->n, t->index, &path, 1));
    assert_true(is_found(t, PERSON("Oussama Atar")));
    assert_false(is_found(t, PERSON("Maria Example")));
    FINE(t, rt_names_rebuild(t->n, t->index));
    assert_true(is_found(t, PERSON("Oussama Atar")));
    FINE(t, rt_names_remove(t->n, t->index, &id, 1));
    assert_false(is_found(t, PERSON("Oussama Atar")));
    assert_int_equal(rt_names_remove(t->n, t->index, &id, 1), RT_CASE_ABSENT);
    FINE(t, rt_names_rebuild(t->n, t->index)); /* which takes the overlay away */
}

static void an_index_of_a_case_holds_what_the_lens_lets_through(void **state) {
    names *t = *state;
    const char *json;
    rt_case_lens lens;
    rt_names_how how;
    RT_CASE_INIT(lens, rt_case_lens);
    RT_CASE_INIT(how, rt_names_how);
    lens.clear = "green";
    how.cutoff = 0.0001;
    put(t->p, NAME("Maria Example"));
    put(t->p, HIDDEN_NAME);
    FINE(t, rt_names_build_case(t->n, t->p->c, &lens, t->index));
    FINE(t, rt_names_open(t->n, t->index));
    FINE(t, rt_names_search(t->n, PERSON("Maria Example"), &how, &json));
    CONTAINS(json, "\"id\":\"x\"");
    FINE(t, rt_names_search(t->n, PERSON("Maria Hidden"), &how, &json));
    assert_null(strstr(json, "Hidden"));
}

#define IN_PLACE(name) cmocka_unit_test_setup_teardown(name, names_begin, names_end)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_PLACE(two_entities_are_compared),       IN_PLACE(what_is_no_entity_is_refused),
        IN_PLACE(a_search_needs_an_open_index),    IN_PLACE(an_index_of_a_file_is_searched),
        IN_PLACE(an_index_is_changed_and_rebuilt), IN_PLACE(an_index_of_a_case_holds_what_the_lens_lets_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
