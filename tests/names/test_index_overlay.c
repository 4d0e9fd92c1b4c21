/* What lies over an index, against an index made anew of the same entries. */
#include "names/index_overlay.h"

#include <fcntl.h>
#include <sys/file.h>

#include "names/index_made.h"
#include "names/index_overlay_file.h"

/* --- people in one line ---------------------------------------------------------------------------------------------
 */

enum { IDS = 40, NAMES = 12 };

static const char *const given[NAMES] = {"Oussama",  "Usama", "Maria", "Marie", "Ibrahim",  "Vladimir",
                                         "Wladimir", "Jan",   "Johan", "Ahmad", "Mohammed", "Muhammad"};
static const char *const family[NAMES] = {"Atar",     "Attar",  "Bakraoui", "Example", "Exampla", "Kuznetsov",
                                          "Kusnezow", "Jansen", "Janssen",  "Hassan",  "Hasan",   "Holder"};

/* A person of the world: which names it has; 0: not there. */
typedef struct world {
    unsigned person[IDS];
} world;

static unsigned next(unsigned *seed) { return *seed = *seed * 1103515245u + 12345u, *seed >> 16; }

static rt_subject subject_of(rt_arena *arena, size_t id, unsigned person) {
    rt_subject s = {.schema = RT_S("Person"), .names = {RT_NEW(arena, rt_str), 1}};
    s.id = rt_str_printf(arena, "p%zu", id);
    s.names.at[0] = rt_str_printf(arena, "%s %s", given[person % NAMES], family[person / NAMES % NAMES]);
    s.caption = s.names.at[0];
    return s;
}

static void build(const char *path, const world *w) {
    RT_AUTO(rt_arena) arena = {0};
    rt_subject there[IDS];
    size_t n = 0;
    for (size_t i = 0; i < IDS; i++)
        if (w->person[i] != 0) there[n++] = subject_of(&arena, i, w->person[i]);
    index_make(path, there, n, 1);
}

static world people(unsigned *seed) {
    world w = {0};
    for (size_t i = 0; i < IDS / 2; i++) w.person[i] = 1 + next(seed) % (NAMES * NAMES - 1);
    return w;
}

/* An index of a world, under a path of its own. */
static world index_of_people(char path[64], unsigned *seed) {
    const world w = people(seed);
    path_make(path);
    build(path, &w);
    return w;
}

static rt_code change(const char *path, const rt_overlay_change *c) {
    rt_overlay_changed done;
    rt_error err = {0};
    return rt_overlay_make(path, c, &done, &err).code;
}

/* --- what is found --------------------------------------------------------------------------------------------------
 */

/* "ID SCORE" of each hit. */
static rt_str found(const rt_overlaid *o, rt_arena *arena, rt_str name, const rt_search *how) {
    const rt_subject query = {.schema = RT_S("Person"), .caption = name, .names = {&name, 1}};
    rt_error err = {0};
    rt_hit *hits;
    rt_str text = RT_S("");
    size_t n;
    OK(rt_overlaid_search(o, arena, &query, how, &hits, &n, &err));
    for (size_t i = 0; i < n; i++) {
        rt_subject there;
        assert_false(rt_overlaid_hides(o, hits[i].entry));
        OK(rt_overlaid_entry(o, arena, hits[i].entry, &there, &err));
        assert_true(rt_str_eq(there.id, hits[i].subject.id));
        text = rt_str_printf(arena, "%.*s%.*s %.6f\n", RT_FMT(text), RT_FMT(there.id), hits[i].match.score);
    }
    return text;
}

static void finds_the_same(const char *path, const char *anew, unsigned seed) {
    RT_AUTO(rt_arena) arena = {0};
    rt_overlaid *a = overlaid_opened(path), *b = overlaid_opened(anew);
    assert_int_equal(rt_overlaid_about(a).entries, rt_overlaid_about(b).entries);
    for (unsigned person = 0; person < NAMES * NAMES; person += 5)
        for (unsigned top = 1; top <= 9; top += 4) {
            const rt_search how = {.top = top, .cutoff = 0.2, .exhaustive = person % 2 == 0};
            const rt_str name = subject_of(&arena, 0, person).caption;
            const rt_str x = found(a, &arena, name, &how), y = found(b, &arena, name, &how);
            if (!rt_str_eq(x, y))
                fail_msg("seed %u, %.*s, top %u:\n%.*sbut anew\n%.*s", seed, RT_FMT(name), top, RT_FMT(x), RT_FMT(y));
        }
    rt_overlaid_close(a);
    rt_overlaid_close(b);
}

/* Adds, replaces and removes a few, in the world and over the index. */
static void change_some(const char *path, world *w, unsigned *seed) {
    RT_AUTO(rt_arena) arena = {0};
    rt_subject add[6];
    rt_str gone[3];
    rt_overlay_change c = {.add = add, .remove = {gone, 0}, .threads = 1};
    for (unsigned i = 0; i < 6; i++) {
        const size_t id = next(seed) % IDS;
        const bool removes = i < 3 && w->person[id] != 0;
        if (removes) gone[c.remove.n++] = rt_str_printf(&arena, "p%zu", id);
        w->person[id] = removes ? 0 : 1 + next(seed) % (NAMES * NAMES - 1);
        if (!removes) add[c.add_count++] = subject_of(&arena, id, w->person[id]);
    }
    assert_int_equal(change(path, &c), RT_OK);
}

static void an_index_with_its_overlay_finds_what_one_made_anew_finds(void **state) {
    (void)state;
    for (unsigned round = 1; round <= 12; round++) {
        char path[64], anew[64];
        unsigned seed = round;
        world w = index_of_people(path, &seed);
        path_make(anew);
        for (unsigned step = 0; step < 4; step++) {
            change_some(path, &w, &seed);
            build(anew, &w);
            finds_the_same(path, anew, round);
        }
        path_take_away(path);
        path_take_away(anew);
    }
}

static void many_removed_hits_do_not_push_others_out(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    char path[64];
    world w;
    rt_str ids[IDS];
    const rt_search how = {.top = 2, .cutoff = 0.2};
    for (size_t i = 0; i < IDS; i++) {
        w.person[i] = NAMES; /* all are Oussama Attar */
        ids[i] = rt_str_printf(&arena, "p%zu", i);
    }
    path_make(path);
    build(path, &w);
    assert_int_equal(change(path, &(rt_overlay_change){.remove = {ids, IDS - 1}}), RT_OK);
    rt_overlaid *o = overlaid_opened(path);
    assert_true(rt_str_starts(found(o, &arena, RT_S("Oussama Attar"), &how), ids[IDS - 1]));
    rt_overlaid_close(o);
    path_take_away(path);
}

/* --- rebuilding ------------------------------------------------------------------------------------------------------
 */

static void a_rebuild_absorbs_the_overlay_and_keeps_the_note(void **state) {
    (void)state;
    char path[64], anew[64];
    unsigned seed = 7;
    uint64_t entries;
    rt_error err = {0};
    world w = index_of_people(path, &seed);
    path_make(anew);
    change_some(path, &w, &seed);
    build(anew, &w);
    OK(rt_overlay_absorb(path, NULL, &(rt_index_options){.threads = 1}, &entries, &err));
    rt_overlaid *o = overlaid_opened(path);
    assert_false(rt_overlaid_about(o).overlay);
    assert_true(rt_str_is(rt_overlaid_about(o).index.note, "{\"by\":\"test\"}"));
    OK(rt_overlaid_verify(o, &err));
    rt_overlaid_close(o);
    finds_the_same(path, anew, 7);
    path_take_away(path);
    path_take_away(anew);
}

/* A rebuild that ended between its last two steps leaves the overlay beside the index that has absorbed it. */
static void an_overlay_that_was_absorbed_says_nothing(void **state) {
    (void)state;
    char path[64], anew[64];
    unsigned seed = 8;
    uint64_t entries;
    rt_error err = {0};
    world w = index_of_people(path, &seed);
    path_make(anew);
    change_some(path, &w, &seed);
    OK(rt_overlay_absorb(path, anew, &(rt_index_options){.threads = 1}, &entries, &err));
    rt_index *old, *index;
    rt_overlay_file f;
    OK(rt_index_open(path, &old, &err));
    OK(rt_index_open(anew, &index, &err));
    OK(rt_overlay_file_open(path, &f, &err));
    const rt_overlay_parts parts = {.base = rt_overlay_identity(old),
                                    .absorbed = rt_overlay_identity(index),
                                    .hidden = f.hidden,
                                    .hidden_count = (size_t)f.header.hidden,
                                    .added = {f.added->at, f.added->size}};
    OK(rt_overlay_file_write(path, &parts, &err));
    rt_overlay_file_close(&f);
    rt_index_close(old);
    rt_index_close(index);
    finds_the_same(path, anew, 8); /* before the new index takes its place */
    assert_int_equal(rename(anew, path), 0);
    rt_overlaid *o = overlaid_opened(path);
    assert_false(rt_overlaid_about(o).overlay);
    rt_overlaid_close(o);
    path_take_away(path);
}

/* --- what is refused -------------------------------------------------------------------------------------------------
 */

static void of_several_with_one_id_the_last_counts_and_none_without_one_is_replaced(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    char path[64];
    unsigned seed = 12;
    (void)index_of_people(path, &seed);
    rt_subject add[] = {subject_of(&arena, 0, 1), subject_of(&arena, 0, 2), subject_of(&arena, 0, 3),
                        subject_of(&arena, 0, 4)};
    const rt_search how = {.top = 1, .cutoff = 0.2};
    add[2].id = add[3].id = RT_S("");
    for (unsigned times = 1; times <= 2; times++) {
        assert_int_equal(change(path, &(rt_overlay_change){.add = add, .add_count = 4}), RT_OK);
        rt_overlaid *o = overlaid_opened(path);
        assert_int_equal(rt_overlaid_about(o).added, 1 + 2 * times);
        assert_int_equal(rt_overlaid_about(o).hidden, 1);
        assert_true(rt_str_starts(found(o, &arena, add[1].caption, &how), RT_S("p0 ")));
        rt_overlaid_close(o);
    }
    path_take_away(path);
}

static void two_programs_do_not_change_one_index_at_once(void **state) {
    (void)state;
    char path[64];
    unsigned seed = 13;
    uint64_t entries;
    (void)index_of_people(path, &seed);
    rt_error err = {0};
    rt_str id = RT_S("p0");
    const int fd = open(path, O_RDONLY);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    assert_int_equal(change(path, &(rt_overlay_change){.remove = {&id, 1}}), RT_BUSY);
    assert_int_equal(rt_overlay_absorb(path, NULL, &(rt_index_options){0}, &entries, &err).code, RT_BUSY);
    close(fd);
    assert_int_equal(change(path, &(rt_overlay_change){.remove = {&id, 1}}), RT_OK);
    path_take_away(path);
}

static void an_id_that_is_not_there_cannot_be_removed(void **state) {
    (void)state;
    char path[64];
    unsigned seed = 9;
    (void)index_of_people(path, &seed);
    rt_str ids[] = {RT_S("p0"), RT_S("p39")};
    assert_int_equal(change(path, &(rt_overlay_change){.remove = {ids, 2}}), RT_ABSENT);
    assert_int_equal(change(path, &(rt_overlay_change){.remove = {ids, 1}}), RT_OK);
    assert_int_equal(change(path, &(rt_overlay_change){.remove = {ids, 1}}), RT_ABSENT);
    path_take_away(path);
}

static void the_overlay_of_another_index_is_refused(void **state) {
    (void)state;
    char path[64];
    unsigned seed = 10;
    world w = index_of_people(path, &seed);
    rt_overlaid *o;
    rt_error err = {0};
    change_some(path, &w, &seed);
    build(path, &w);
    assert_int_equal(rt_overlaid_open(path, &o, &err).code, RT_CORRUPT);
    assert_true(strstr(err.message, "another index") != NULL);
    path_take_away(path);
}

/* Opens and searches; true when it was refused. */
static bool is_refused(const char *path) {
    RT_AUTO(rt_arena) arena = {0};
    rt_overlaid *o;
    rt_hit *hits;
    size_t n;
    rt_error err = {0};
    rt_str name = RT_S("Oussama Attar");
    const rt_subject query = {.schema = RT_S("Person"), .caption = name, .names = {&name, 1}};
    if (rt_overlaid_open(path, &o, &err).code != RT_OK) return true;
    const rt_search how = {.top = 5, .cutoff = 0.1, .exhaustive = true};
    bool refused = rt_overlaid_search(o, &arena, &query, &how, &hits, &n, &err).code != RT_OK;
    refused |= rt_overlaid_verify(o, &err).code != RT_OK;
    rt_overlaid_close(o);
    return refused;
}

static void write_file(const char *path, const char *bytes, size_t n) {
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    fclose(f);
}

static void a_damaged_overlay_is_refused_or_harmless(void **state) {
    (void)state;
    char path[64];
    unsigned seed = 11;
    size_t refused = 0, tried = 0;
    RT_AUTO(rt_arena) arena = {0};
    world w = index_of_people(path, &seed);
    change_some(path, &w, &seed);
    char *overlay = rt_overlay_path(path, ".overlay"), bytes[1 << 16];
    const rt_str whole = file_read(&arena, overlay);
    const size_t n = whole.len;
    assert_in_range(n, sizeof(rt_overlay_header), sizeof bytes);
    memcpy(bytes, whole.at, n);
    for (size_t at = 0; at < n; at += at < 256 ? 1 : 97, tried++) {
        bytes[at] ^= 0x41;
        write_file(overlay, bytes, n);
        refused += is_refused(path);
        if (at < sizeof(rt_overlay_header)) assert_int_equal(refused, tried + 1);
        bytes[at] ^= 0x41;
    }
    if (refused < tried * 3 / 4) fail_msg("%zu of %zu refused", refused, tried); /* the rest lies between sections */
    for (size_t cut = 0; cut < n; cut += 61) {
        write_file(overlay, bytes, cut);
        assert_true(is_refused(path));
    }
    write_file(overlay, bytes, n);
    assert_false(is_refused(path));
    free(overlay);
    path_take_away(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_index_with_its_overlay_finds_what_one_made_anew_finds),
        cmocka_unit_test(many_removed_hits_do_not_push_others_out),
        cmocka_unit_test(a_rebuild_absorbs_the_overlay_and_keeps_the_note),
        cmocka_unit_test(an_overlay_that_was_absorbed_says_nothing),
        cmocka_unit_test(of_several_with_one_id_the_last_counts_and_none_without_one_is_replaced),
        cmocka_unit_test(two_programs_do_not_change_one_index_at_once),
        cmocka_unit_test(an_id_that_is_not_there_cannot_be_removed),
        cmocka_unit_test(the_overlay_of_another_index_is_refused),
        cmocka_unit_test(a_damaged_overlay_is_refused_or_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
