#include "names/index.h"

#include <dirent.h>
#include <sys/stat.h>

#include "names/index_made.h"
#include "names/index_out.h"

/* --- indexes in one line --------------------------------------------------------------------------------------------
 */

/* "ID SCHEMA NAME|NAME [passportNumber=...]" by tabs. */
static void subject_of(rt_arena *arena, const char *line, rt_subject *s) {
    rt_str rest = rt_str_of(line), field, name;
    *s = (rt_subject){0};
    assert_true(rt_str_split(&rest, RT_S("\t"), &s->id) && rt_str_split(&rest, RT_S("\t"), &s->schema));
    assert_true(rt_str_split(&rest, RT_S("\t"), &field));
    s->names.at = RT_NEW_N(arena, rt_str, field.len + 1);
    while (rt_str_split(&field, RT_S("|"), &name)) s->names.at[s->names.n++] = name;
    s->caption = s->names.n > 0 ? s->names.at[0] : RT_S("");
    s->traits = RT_NEW_N(arena, rt_trait, 8);
    while (s->trait_count < 8 && rt_str_split(&rest, RT_S("\t"), &field)) {
        const size_t at = rt_str_find(field, RT_S("="));
        s->traits[s->trait_count++] = (rt_trait){rt_str_cut(field, at), rt_str_from(field, at + 1)};
    }
}

static const char *const people[] = {
    "a1\tPerson\tATAR, Oussama Ahmad|ATTAR, Usama\tbirthDate=1984-03-05",
    "a2\tPerson\tMuhammad Ali Hassan",
    "a3\tPerson\tMuhammad Hassan",
    "a4\tPerson\tEl Bakraoui, Ibrahim\tpassportNumber=EJ 123456",
    "a5\tOrganization\tSun Flower Trading Company Ltd|Sunflower Trading",
    "a6\tPerson\t",
    "a7\tPerson\t\xd8\xa3\xd8\xb3\xd8\xa7\xd9\x85\xd8\xa9 \xd8\xb9\xd8\xb7\xd8\xa7\xd8\xb1",
    "a8\tVessel\tGrande Fortuna\timoNumber=9187629",
};

typedef struct built {
    char path[64];
    rt_index *index;
} built;

/* The lines' subjects, so many times, each time with other ids. */
static void build(const char *path, const char *const *lines, size_t n, size_t times, unsigned threads) {
    RT_AUTO(rt_arena) arena = {0};
    rt_subject *all = RT_NEW_N(&arena, rt_subject, n * times + 1), *s = all;
    for (size_t t = 0; t < times; t++)
        for (size_t i = 0; i < n; i++, s++) {
            subject_of(&arena, lines[i], s);
            if (t > 0) s->id = rt_str_printf(&arena, "%.*s-%zu", RT_FMT(s->id), t);
        }
    index_make(path, all, n * times, threads);
}

static built open_people(void) {
    built b;
    rt_error err = {0};
    path_make(b.path);
    build(b.path, people, sizeof people / sizeof *people, 1, 1);
    OK(rt_index_open(b.path, &b.index, &err));
    return b;
}

static void close_people(built *b) {
    rt_index_close(b->index);
    path_take_away(b->path);
}

/* The ids of the hits, best first, by blanks. */
static const char *found(const rt_index *index, const char *line, bool exhaustive) {
    static char ids[256];
    size_t n, at = 0;
    rt_hit *hits;
    rt_subject query;
    rt_error err = {0};
    RT_AUTO(rt_arena) arena = {0};
    subject_of(&arena, line, &query);
    OK(rt_index_search(index, &arena, &query, &(rt_search){.top = 5, .cutoff = 0.2, .exhaustive = exhaustive}, &hits,
                       &n, &err));
    ids[0] = '\0';
    for (size_t i = 0; i < n; i++)
        at += (size_t)snprintf(ids + at, sizeof ids - at, "%s%.*s", i > 0 ? " " : "", RT_FMT(hits[i].subject.id));
    return ids;
}

#define FINDS(b, query, id)                                                                                            \
    do {                                                                                                               \
        const char *ids_ = found((b).index, query, false);                                                             \
        if (strncmp(ids_, id, strlen(id)) != 0) fail_msg("%s finds \"%s\", not %s first", query, ids_, id);            \
    } while (0)

/* --- finding --------------------------------------------------------------------------------------------------------
 */

static void an_entry_is_found_by_its_names_in_other_spellings(void **state) {
    (void)state;
    built b = open_people();
    FINDS(b, "q\tPerson\tOussama Ahmad Atar", "a1");
    FINDS(b, "q\tPerson\tUsama Attar", "a1");
    FINDS(b, "q\tPerson\tIbrahim El Bakraoui", "a4");
    FINDS(b, "q\tPerson\tIbrahim Elbakraoui", "a4");
    FINDS(b, "q\tOrganization\tSunflower Trading Co", "a5");
    FINDS(b, "q\tVessel\tGRANDE FORTUNA", "a8");
    close_people(&b);
}

static void digits_that_look_like_letters_hide_no_name(void **state) {
    (void)state;
    built b = open_people();
    FINDS(b, "q\tPerson\tEL BAKRA0UI, 1brahim", "a4");
    FINDS(b, "q\tPerson\tMuhamm4d Ali HA55AN", "a2");
    FINDS(b, "q\tVessel\tGRANDE F0RTUNA", "a8");
    close_people(&b);
}

static void names_of_common_words_are_found_when_the_words_together_are_enough(void **state) {
    (void)state;
    built b = open_people();
    FINDS(b, "q\tPerson\tMohammed Ali Hasan", "a2");
    close_people(&b);
}

static void a_name_of_one_common_word_twice_is_found(void **state) {
    (void)state;
    static const char *const twice[] = {"a1\tPerson\tAli Ali", "a2\tPerson\tMohamed Mohamed",
                                        "a3\tPerson\tAli Ali Ali Ali Ali Ali Ali Ali"};
    built b;
    rt_error err = {0};
    path_make(b.path);
    build(b.path, twice, 3, 1, 1);
    OK(rt_index_open(b.path, &b.index, &err));
    FINDS(b, "q\tPerson\tAli Ali", "a1");
    FINDS(b, "q\tPerson\tMohammed Mohamed", "a2");
    FINDS(b, "q\tPerson\tAli Ali Ali Ali Ali Ali Ali Ali", "a3");
    close_people(&b);
}

static void an_equal_number_proposes_an_entry(void **state) {
    (void)state;
    built b = open_people();
    rt_error err = {0};
    rt_hit *hits;
    size_t n;
    rt_subject query;
    RT_AUTO(rt_arena) arena = {0};
    subject_of(&arena, "q\tPerson\tJohn Smith\tpassportNumber=ej123456", &query);
    OK(rt_index_search(b.index, &arena, &query, &(rt_search){.top = 5, .cutoff = 1e-9}, &hits, &n, &err));
    assert_int_equal(n, 1);
    assert_str(hits[0].subject.id, "a4");
    close_people(&b);
}

static void what_is_on_no_list_is_not_found(void **state) {
    (void)state;
    built b = open_people();
    assert_string_equal(found(b.index, "q\tPerson\tGiovanni Ferrarese", false), "");
    assert_string_equal(found(b.index, "q\tPerson\t", false), "");
    assert_string_equal(found(b.index, "q\tPerson\t\xff\xfe...", false), "");
    close_people(&b);
}

static void a_search_finds_what_comparing_with_all_finds(void **state) {
    (void)state;
    built b = open_people();
    for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
        char slow[256];
        snprintf(slow, sizeof slow, "%s", found(b.index, people[i], true));
        assert_string_equal(found(b.index, people[i], false), slow);
    }
    close_people(&b);
}

static void what_earlier_queries_asked_changes_no_answer(void **state) {
    (void)state;
    static const char *const asked[] = {"q\tPerson\tUsama Attar", "q\tPerson\tHassan Muhammad",
                                        "q\tPerson\tUsama Hassan", "q\tPerson\tUsama Attar"};
    built b = open_people();
    rt_searcher *searcher = rt_searcher_open();
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        RT_AUTO(rt_arena) arena = {0};
        rt_subject query;
        rt_error err = {0};
        rt_hit *afresh, *again;
        size_t n, n_again;
        rt_search how = {.top = 5, .cutoff = 0.05};
        subject_of(&arena, asked[i], &query);
        OK(rt_index_search(b.index, &arena, &query, &how, &afresh, &n, &err));
        how.searcher = searcher;
        OK(rt_index_search(b.index, &arena, &query, &how, &again, &n_again, &err));
        assert_true(n > 0);
        assert_int_equal(n, n_again);
        for (size_t k = 0; k < n; k++) {
            assert_int_equal(afresh[k].entry, again[k].entry);
            assert_true(afresh[k].match.score == again[k].match.score);
        }
    }
    rt_searcher_close(searcher);
    close_people(&b);
}

static void nothing_is_asked_for(void **state) {
    (void)state;
    built b = open_people();
    rt_error err = {0};
    rt_hit *hits;
    size_t n;
    rt_subject query;
    RT_AUTO(rt_arena) arena = {0};
    subject_of(&arena, "q\tPerson\tOussama Atar", &query);
    OK(rt_index_search(b.index, &arena, &query, &(rt_search){.top = 0, .cutoff = 0}, &hits, &n, &err));
    assert_int_equal(n, 0);
    close_people(&b);
}

/* --- the file -------------------------------------------------------------------------------------------------------
 */

static void an_entry_comes_out_as_it_went_in(void **state) {
    (void)state;
    built b = open_people();
    rt_error err = {0};
    rt_subject in, out;
    RT_AUTO(rt_arena) arena = {0};
    subject_of(&arena, people[0], &in);
    OK(rt_index_entry(b.index, &arena, 0, &out, &err));
    assert_true(rt_str_eq(out.id, in.id) && rt_str_eq(out.schema, in.schema) && rt_str_eq(out.caption, in.caption));
    assert_int_equal(out.names.n, 2);
    assert_true(rt_str_eq(out.names.at[1], in.names.at[1]));
    assert_int_equal(out.trait_count, 1);
    assert_str(out.traits[0].prop, "birthDate");
    assert_str(out.traits[0].value, "1984-03-05");
    FAILS(rt_index_entry(b.index, &arena, 8, &out, &err), RT_ABSENT);
    close_people(&b);
}

static void it_tells_what_it_was_made_from(void **state) {
    (void)state;
    built b = open_people();
    rt_error err = {0};
    const rt_index_info info = rt_index_about(b.index);
    assert_int_equal(info.entries, 8);
    assert_int_equal(info.names, 10);
    assert_str(info.note, "{\"by\":\"test\"}");
    OK(rt_index_verify(b.index, &err));
    close_people(&b);
}

static void the_same_subjects_give_the_same_bytes_by_any_number_of_threads(void **state) {
    (void)state;
    enum { TIMES = 700 };
    char one[64], many[64];
    RT_AUTO(rt_arena) arena = {0};
    path_make(one);
    path_make(many);
    build(one, people, sizeof people / sizeof *people, TIMES, 1);
    build(many, people, sizeof people / sizeof *people, TIMES, 3);
    const rt_str a = file_read(&arena, one), b = file_read(&arena, many);
    assert_true(a.len > 4096);
    assert_true(rt_str_eq(a, b));
    path_take_away(one);
    path_take_away(many);
}

static void an_index_without_entries_answers_nothing(void **state) {
    (void)state;
    built b;
    rt_error err = {0};
    path_make(b.path);
    build(b.path, people, 0, 1, 2);
    OK(rt_index_open(b.path, &b.index, &err));
    OK(rt_index_verify(b.index, &err));
    assert_string_equal(found(b.index, people[0], false), "");
    close_people(&b);
}

static void what_is_cut_or_no_index_is_refused(void **state) {
    (void)state;
    built b = open_people();
    rt_error err = {0};
    rt_index *index;
    RT_AUTO(rt_arena) arena = {0};
    const rt_str whole = file_read(&arena, b.path);
    const size_t lengths[] = {0, 7, 100, 960, whole.len / 2, whole.len - 1};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        FAILS(rt_index_open_bytes(rt_str_cut(whole, lengths[i]), &index, &err), RT_CORRUPT);
    FAILS(rt_index_open("/nonexistent/index", &index, &err), RT_ABSENT);
    close_people(&b);
}

/* Every 64-bit word of the file in turn is overwritten: the header's are refused, the others found by verify, and a
 * search is harmless with each (the sanitizers see to that). */
static void what_is_altered_is_refused_or_harmless_and_verify_finds_it(void **state) {
    (void)state;
    built b = open_people();
    RT_AUTO(rt_arena) arena = {0};
    const rt_str whole = file_read(&arena, b.path);
    char *bytes = rt_arena_alloc(&arena, whole.len);
    for (size_t at = 0; at + 8 <= whole.len; at += 8) {
        rt_error err = {0};
        rt_index *index;
        memcpy(bytes, whole.at, whole.len);
        memset(bytes + at, at % 16 == 0 ? 0xff : 0x5a, 8);
        if (memcmp(bytes, whole.at, whole.len) == 0) continue;
        if (rt_index_open_bytes((rt_str){bytes, whole.len}, &index, &err).code != RT_OK) continue;
        for (size_t i = 0; i < 8; i += 4) {
            rt_hit *hits;
            size_t n;
            rt_subject query;
            RT_AUTO(rt_arena) searching = {0};
            subject_of(&searching, people[i], &query);
            const rt_status s =
                rt_index_search(index, &searching, &query, &(rt_search){.top = 3, .cutoff = 0.1}, &hits, &n, &err);
            assert_true(s.code == RT_OK || s.code == RT_CORRUPT);
        }
        rt_index_close(index);
    }
    close_people(&b);
}

static void verify_finds_one_byte_that_is_wrong(void **state) {
    (void)state;
    built b = open_people();
    RT_AUTO(rt_arena) arena = {0};
    const rt_str whole = file_read(&arena, b.path);
    char *bytes = rt_arena_alloc(&arena, whole.len);
    memcpy(bytes, whole.at, whole.len);
    bytes[960] ^= 1; /* the first of the first section */
    rt_error err = {0};
    rt_index *index;
    OK(rt_index_open_bytes((rt_str){bytes, whole.len}, &index, &err));
    FAILS(rt_index_verify(index, &err), RT_CORRUPT);
    rt_index_close(index);
    close_people(&b);
}

static void a_builder_that_gives_up_leaves_the_old_file(void **state) {
    (void)state;
    built b = open_people();
    rt_error err = {0};
    rt_index_builder *builder;
    rt_subject s;
    RT_AUTO(rt_arena) arena = {0};
    const rt_str before = file_read(&arena, b.path);
    OK(rt_index_builder_open(b.path, NULL, &builder, &err));
    subject_of(&arena, people[0], &s);
    OK(rt_index_builder_add(builder, &s, &err));
    rt_index_builder_drop(builder);
    rt_index_builder_drop(NULL);
    assert_true(rt_str_eq(file_read(&arena, b.path), before));
    FAILS(rt_index_builder_open("/nonexistent/index", NULL, &builder, &err), RT_IO);
    close_people(&b);
}

/* --- for as long as it is open --------------------------------------------------------------------------------------
 */

static bool is_empty(const char *folder) {
    DIR *d = opendir(folder);
    const struct dirent *one;
    size_t n = 0;
    assert_non_null(d);
    while ((one = readdir(d)) != NULL) n += one->d_name[0] != '.' || strlen(one->d_name) > 2;
    closedir(d);
    return n == 0;
}

static void a_temporary_index_is_found_in_and_never_has_a_name(void **state) {
    (void)state;
    char folder[] = "/tmp/redthread-index-XXXXXX";
    rt_error err = {0};
    rt_index_builder *builder;
    rt_index *index;
    rt_subject s;
    RT_AUTO(rt_arena) arena = {0};
    assert_non_null(mkdtemp(folder));
    OK(rt_index_builder_open_temporary(folder, NULL, &builder, &err));
    assert_true(is_empty(folder));
    subject_of(&arena, people[0], &s);
    OK(rt_index_builder_add(builder, &s, &err));
    assert_true(is_empty(folder));
    OK(rt_index_builder_finish_temporary(builder, &index, &err));
    assert_true(is_empty(folder));
    assert_string_equal(found(index, "q\tPerson\tUsama Attar", false), "a1");
    OK(rt_index_verify(index, &err));
    rt_index_close(index);
    assert_int_equal(rmdir(folder), 0);
    FAILS(rt_index_builder_open_temporary(folder, NULL, &builder, &err), RT_IO);
}

static void a_file_that_is_written_without_a_name_is_its_owners_alone(void **state) {
    (void)state;
    char folder[] = "/tmp/redthread-index-XXXXXX";
    rt_error err = {0};
    rt_index_out out;
    struct stat st;
    assert_non_null(mkdtemp(folder));
    OK(rt_index_out_open(folder, NULL, &out, &err));
    assert_true(is_empty(folder));
    assert_int_equal(fstat(out.fd, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(st.st_nlink, 0);
    rt_index_out_close(&out);
    assert_int_equal(rmdir(folder), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entry_is_found_by_its_names_in_other_spellings),
        cmocka_unit_test(digits_that_look_like_letters_hide_no_name),
        cmocka_unit_test(names_of_common_words_are_found_when_the_words_together_are_enough),
        cmocka_unit_test(a_name_of_one_common_word_twice_is_found),
        cmocka_unit_test(an_equal_number_proposes_an_entry),
        cmocka_unit_test(what_is_on_no_list_is_not_found),
        cmocka_unit_test(a_search_finds_what_comparing_with_all_finds),
        cmocka_unit_test(what_earlier_queries_asked_changes_no_answer),
        cmocka_unit_test(nothing_is_asked_for),
        cmocka_unit_test(an_entry_comes_out_as_it_went_in),
        cmocka_unit_test(it_tells_what_it_was_made_from),
        cmocka_unit_test(the_same_subjects_give_the_same_bytes_by_any_number_of_threads),
        cmocka_unit_test(an_index_without_entries_answers_nothing),
        cmocka_unit_test(what_is_cut_or_no_index_is_refused),
        cmocka_unit_test(what_is_altered_is_refused_or_harmless_and_verify_finds_it),
        cmocka_unit_test(verify_finds_one_byte_that_is_wrong),
        cmocka_unit_test(a_builder_that_gives_up_leaves_the_old_file),
        cmocka_unit_test(a_temporary_index_is_found_in_and_never_has_a_name),
        cmocka_unit_test(a_file_that_is_written_without_a_name_is_its_owners_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
