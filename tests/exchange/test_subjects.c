/* Files as subjects to be compared. */
#include "exchange/subjects.h"

#include "base/json.h"
#include "exchange/entity.h"
#include "names/subjects_taken.h"
#include "test.h"

#include <stdlib.h>
#include <unistd.h>

/* What was read, and what could not be. */
typedef struct reading {
    taken subjects;
    size_t bad;
    rt_error last_bad;
    char path[128];
} reading;

static void bad(void *to, const rt_error *what) {
    reading *t = to;
    t->bad++;
    t->last_bad = *what;
}

static rt_status read_as(reading *t, const char *name, bool keep_going, rt_str text, rt_error *err) {
    const rt_subjects_options options = {.to = &t->subjects, .take = take, .keep_going = keep_going, .bad = bad};
    char folder[64] = "/tmp/subjects-XXXXXX";
    memset(t, 0, sizeof *t);
    assert_non_null(mkdtemp(folder));
    snprintf(t->path, sizeof t->path, "%s/%s", folder, name);
    FILE *f = fopen(t->path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(text.at, 1, text.len, f), text.len);
    assert_int_equal(fclose(f), 0);
    const char *path = t->path;
    const rt_status s = rt_subjects_read(&path, 1, &options, err);
    unlink(t->path);
    rmdir(folder);
    return s;
}

static rt_str trait(const rt_subject *s, const char *prop) {
    for (size_t i = 0; i < s->trait_count; i++)
        if (rt_str_is(s->traits[i].prop, prop)) return s->traits[i].value;
    return (rt_str){"", 0};
}

/* --- FollowTheMoney ----------------------------------------------------------------------------------------------- */

static void entities_with_names_become_subjects(void **state) {
    (void)state;
    rt_error err = {0};
    reading t;
    OK(read_as(&t, "p.ftm.json", false,
               RT_S("{\"id\":\"a1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Usama Example\"],\"alias\":["
                    "\"Abu Example\"],\"birthDate\":[\"1984-05\"],\"notes\":[\"x\"]}}\n"
                    "{\"id\":\"f\",\"schema\":\"Family\",\"properties\":{\"person\":[\"a1\"],\"relative\":[\"a2\"]}}\n"
                    "{\"id\":\"a2\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Example Ltd\"]}}\n"),
               &err));
    assert_int_equal(t.subjects.n, 2);
    assert_str(t.subjects.at[0].id, "a1");
    assert_str(t.subjects.at[0].caption, "Usama Example");
    assert_true(has_name(&t.subjects.at[0], "Abu Example"));
    assert_str(trait(&t.subjects.at[0], "birthDate"), "1984-05");
    assert_str(t.subjects.at[1].schema, "Company");
    rt_arena_close(&t.subjects.arena);
}

static void a_broken_line_is_named_or_skipped(void **state) {
    (void)state;
    rt_error err = {0};
    reading t;
    const rt_str text = RT_S("{\"id\":\"a1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"A\"]}}\n{\"id\":\n"
                             "{\"id\":\"a2\",\"schema\":\"Person\",\"properties\":{\"name\":[\"B\"]}}\n");
    FAILS(read_as(&t, "p.ftm.json", false, text, &err), RT_BAD);
    assert_int_equal(err.line, 2);
    assert_string_equal(err.file, t.path);
    rt_arena_close(&t.subjects.arena);
    OK(read_as(&t, "p.ftm.json", true, text, &err));
    assert_int_equal(t.subjects.n, 2);
    assert_int_equal(t.bad, 1);
    assert_int_equal(t.last_bad.line, 2);
    rt_arena_close(&t.subjects.arena);
}

/* --- entry lines -------------------------------------------------------------------------------------------------- */

#define LINE(entity, prop, value, more)                                                                                \
    "{\"type\":\"statement\",\"entity\":\"" entity "\",\"schema\":\"Person\",\"prop\":\"" prop "\",\"value\":\"" value \
    "\",\"dataset\":\"d\"" more "}\n"

static void scattered_lines_come_together_and_denials_are_left_out(void **state) {
    (void)state;
    rt_error err = {0};
    reading t;
    OK(read_as(&t, "e.jsonl", false,
               RT_S(LINE("x", "name", "Ali Example", "") LINE("y", "name", "Maria Example", "")
                        LINE("x", "alias", "Abu Example", "")
                            LINE("x", "alias", "The Other", ",\"stance\":\"denies\",\"speaker\":\"A\"")),
               &err));
    assert_int_equal(t.subjects.n, 2);
    assert_int_equal(t.subjects.at[0].names.n, 2);
    assert_true(has_name(&t.subjects.at[0], "Abu Example"));
    assert_str(t.subjects.at[1].caption, "Maria Example");
    rt_arena_close(&t.subjects.arena);
}

/* --- CSV ---------------------------------------------------------------------------------------------------------- */

static void cells_are_read_as_people_write_them(void **state) {
    (void)state;
    rt_error err = {0};
    reading t;
    OK(read_as(&t, "q.csv", false,
               RT_S("\xef\xbb\xbfID,Name,alias,birth_date,nationality,colour,passportNumber\r\n"
                    "7,\"ATAR, Usama\",Abu A; Abu B,8 Sep 1966;1967,Iraq,red,X 1\r\n"
                    ",Maria,,,,,\r\n"),
               &err));
    assert_int_equal(t.subjects.n, 2);
    assert_str(t.subjects.at[0].id, "7");
    assert_str(t.subjects.at[0].caption, "ATAR, Usama");
    assert_int_equal(t.subjects.at[0].names.n, 3);
    assert_true(has_name(&t.subjects.at[0], "Abu B"));
    assert_str(trait(&t.subjects.at[0], "birthDate"), "1966-09-08");
    assert_str(trait(&t.subjects.at[0], "nationality"), "iq");
    assert_str(trait(&t.subjects.at[0], "passportNumber"), "X 1");
    assert_str(t.subjects.at[1].id, "");
    assert_int_equal(t.subjects.at[1].trait_count, 0);
    rt_arena_close(&t.subjects.arena);
}

static void every_row_is_a_query_even_without_a_name(void **state) {
    (void)state;
    rt_error err = {0};
    reading t;
    OK(read_as(&t, "q.csv", false, RT_S("name,id\n,1\nMaria,2\n"), &err));
    assert_int_equal(t.subjects.n, 2);
    assert_int_equal(t.subjects.at[0].names.n, 0);
    rt_arena_close(&t.subjects.arena);
}

static void a_row_that_is_none_is_named_with_line_and_column(void **state) {
    (void)state;
    rt_error err = {0};
    reading t;
    FAILS(read_as(&t, "q.csv", false, RT_S("id,name\n1,Maria\n2,Ali,more\n"), &err), RT_BAD);
    assert_int_equal(err.line, 3);
    assert_int_equal(err.column, 7);
    rt_arena_close(&t.subjects.arena);
    FAILS(read_as(&t, "q.csv", false, RT_S("id,surname\n1,Maria\n"), &err), RT_BAD);
    rt_arena_close(&t.subjects.arena);
}

/* --- one entity as JSON ------------------------------------------------------------------------------------------- */

static rt_status entity(rt_arena *arena, const char *json, rt_subject *s, rt_error *err) {
    rt_value *v;
    rt_json_reader *r = rt_json_reader_new();
    const rt_status read = rt_json_read(r, rt_str_of(json), arena, &v, err);
    rt_json_reader_free(r);
    RT_TRY(read);
    return rt_entity_subject(v, arena, s, err);
}

static void an_entity_is_read_leniently(void **state) {
    (void)state;
    rt_error err = {0};
    RT_AUTO(rt_arena) arena = {0};
    rt_subject s;
    OK(entity(&arena, "{\"caption\":\"M\",\"schema\":\"Person\",\"properties\":{\"birthDate\":1984,\"x\":[{}]}}", &s,
              &err));
    assert_str(s.caption, "M");
    assert_str(trait(&s, "birthDate"), "1984");
    FAILS(entity(&arena, "{\"schema\":\"Person\"}", &s, &err), RT_BAD);
    FAILS(entity(&arena, "[]", &s, &err), RT_BAD);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entities_with_names_become_subjects),
        cmocka_unit_test(a_broken_line_is_named_or_skipped),
        cmocka_unit_test(scattered_lines_come_together_and_denials_are_left_out),
        cmocka_unit_test(cells_are_read_as_people_write_them),
        cmocka_unit_test(every_row_is_a_query_even_without_a_name),
        cmocka_unit_test(a_row_that_is_none_is_named_with_line_and_column),
        cmocka_unit_test(an_entity_is_read_leniently),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
