/* A case file whose bytes were changed or that was cut off, at every byte: a clear error, or the same answer. */

#include "exchange/format.h"
#include "fault/points.h"
#include "store/mend.h"
#include "store/tiny_case.h"

extern const rt_format rt_format_entries, rt_format_ftm;

/* What became of a point. */
enum { REFUSED, FOUND, MENDED, SAME, BEFORE };
static const char *const became[] = {"refused", "found by verify", "found by verify and mended by a rebuild",
                                     "the same answer", "the case before"};

static void tell(const points *p) {
    printf("%s: %zu of %zu points", p->what, (p->n + points_step(p) - 1) / points_step(p), p->n);
    for (int i = 0; i <= BEFORE; i++)
        if (p->counts[i] > 0) printf("; %s %d", became[i], p->counts[i]);
    printf("\n");
}

/* --- a case and what it answers -------------------------------------------------------------------------------------
 */

typedef struct given {
    char folder[96];
    rt_str file, log; /* when the machine stops behind the commit: the last batch stands in the -wal */
    rt_str whole;     /* when all is in the file */
    rt_str answer, before;
    rt_arena arena;
} given;

static rt_status gather(void *to, rt_str bytes, rt_error *err) {
    (void)err;
    rt_buf_add(to, bytes);
    return rt_ok;
}

/* What names lead to, which is looked up in what is derived. */
static rt_status add_named(rt_lens *lens, const char *name, rt_buf *out, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_cursor *cursor;
    rt_seen_list list;
    RT_TRY(rt_cursor_name(lens, rt_str_of(name), &cursor, err));
    RT_TRY(rt_cursor_list(cursor, &arena, &list, err));
    for (size_t i = 0; i < list.n; i++) rt_buf_printf(out, "%s: %.*s\n", name, RT_FMT(list.at[i].e.id));
    return rt_ok;
}

static rt_status ask(rt_store *store, rt_buf *out, rt_error *err) {
    rt_lens *lens = NULL;
    const rt_writer writer = {.to = out, .write = gather};
    RT_TRY(rt_lens_open(store, &(rt_lens_spec){0}, &lens, err));
    rt_status s = rt_format_entries.write(lens, &writer, err);
    if (s.code == RT_OK) s = rt_format_ftm.write(lens, &writer, err);
    if (s.code == RT_OK) s = add_named(lens, "Abe", out, err);
    if (s.code == RT_OK) s = add_named(lens, "Zoe", out, err);
    rt_lens_close(lens);
    return s;
}

/* Whether it answers; whoever asks does not verify first. */
static bool answers(const char *path, rt_buf *out, rt_error *err) {
    rt_store *store;
    rt_buf_clear(out);
    if (rt_store_open(path, RT_OPEN_READ, &store, err).code != RT_OK) return false;
    const bool done = rt_store_is_current(store) && ask(store, out, err).code == RT_OK;
    rt_store_close(store);
    return done;
}

/* REFUSED with an error, FOUND by verify, else SAME: then out holds the answer. */
static int answer_of(const char *path, rt_buf *out, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_store *store;
    rt_verdict v = {0};
    int is = REFUSED;
    rt_buf_clear(out);
    if (rt_store_open(path, RT_OPEN_AUDIT, &store, err).code != RT_OK) return REFUSED;
    if (rt_audit_verify(store, NULL, &arena, &v, err).code == RT_OK) is = v.sound ? SAME : FOUND;
    rt_store_close(store);
    return is == SAME && !answers(path, out, err) ? REFUSED : is;
}

static bool rebuild(const char *path, rt_error *err) {
    rt_store *store;
    rt_rebuilt done;
    if (rt_store_open(path, RT_OPEN_MEND, &store, err).code != RT_OK) return false;
    const rt_status s = rt_store_rebuild(store, false, &done, err);
    rt_store_close(store);
    return s.code == RT_OK;
}

static void write_whole(const char *path, rt_str bytes) {
    FILE *f = fopen(path, "wb");
    if (f == NULL || fwrite(bytes.at, 1, bytes.len, f) != bytes.len || fclose(f) != 0) _exit(2);
}

static const char *beside(given *g, const char *path, const char *suffix) {
    return rt_str_printf(&g->arena, "%s%s", path, suffix).at;
}

static void make_given(given *g) {
    test_case c;
    rt_buf out = {0};
    rt_error err = {0};
    *g = (given){0};
    case_make(&c);
    case_add_many(&c, 40);
    case_add(&c, "p Person.name Abe; speaker=A; via=B+C; as=a\np Person.birthDate 1984-05~\nq Person.name Zoe\n"
                 "link; link=repeats; from=@a; to=@a\njudgement; a=p; b=q; judgement=same");
    case_close_store(&c);
    assert_int_equal(answer_of(c.path, &out, &err), SAME);
    g->before = rt_str_copy(&g->arena, rt_buf_str(&out));
    case_reopen(&c, RT_OPEN_WRITE);
    case_add(&c, "r Person.name Zoe; handling=hawk\nr Person.notes came later");
    g->file = read_whole(&g->arena, c.path);
    g->log = read_whole(&g->arena, beside(g, c.path, "-wal"));
    case_close_store(&c);
    g->whole = read_whole(&g->arena, c.path);
    assert_int_equal(answer_of(c.path, &out, &err), SAME);
    g->answer = rt_str_copy(&g->arena, rt_buf_str(&out));
    assert_false(rt_str_eq(g->answer, g->before));
    rt_buf_close(&out);
    case_close(&c);
    snprintf(g->folder, sizeof g->folder, "%s",
             access("/dev/shm", W_OK) == 0 ? "/dev/shm/cut-XXXXXX" : "/tmp/cut-XXXXXX");
    assert_non_null(mkdtemp(g->folder));
}

static void drop_given(given *g) {
    assert_int_equal(rmdir(g->folder), 0);
    rt_arena_close(&g->arena);
}

/* --- one point ------------------------------------------------------------------------------------------------------
 */

/* Files of a process of its own. */
typedef struct place {
    char file[128], log[136], shared[136];
} place;

static void place_files(const given *g, rt_str file, rt_str log, place *at) {
    snprintf(at->file, sizeof at->file, "%s/%ld", g->folder, (long)getpid());
    snprintf(at->log, sizeof at->log, "%s-wal", at->file);
    snprintf(at->shared, sizeof at->shared, "%s-shm", at->file);
    write_whole(at->file, file);
    if (log.len > 0) write_whole(at->log, log);
}

static void remove_files(const place *at) {
    (void)unlink(at->file);
    (void)unlink(at->log);
    (void)unlink(at->shared);
}

/* A rebuild of what was found mends it, or leaves it as it is. */
static int after_rebuild(const points *p, const given *g, const char *path, rt_buf *out) {
    rt_error err = {0};
    const bool done = rebuild(path, &err);
    const int is = done ? answer_of(path, out, &err) : FOUND;
    if (!done && err.message[0] == '\0') POINT_FAILS(p, "not mended without a word");
    if (done && (is != SAME || !rt_str_eq(rt_buf_str(out), g->answer)))
        POINT_FAILS(p, "after a rebuild (%s) another answer stands there:\n%.*s", err.message, RT_FMT(rt_buf_str(out)));
    return done ? MENDED : FOUND;
}

static void check_answer(const points *p, const given *g, rt_str answer, bool may_be_before) {
    if (!rt_str_eq(answer, g->answer) && !(may_be_before && rt_str_eq(answer, g->before)))
        POINT_FAILS(p, "another answer stands there:\n%.*s", RT_FMT(answer));
}

/* Asks a case made of these bytes, and counts what it says. */
static void judge(points *p, const given *g, rt_str file, rt_str log) {
    RT_AUTO(rt_buf) out = {0};
    rt_error err = {0};
    place at;
    place_files(g, file, log, &at);
    if (answers(at.file, &out, &err)) check_answer(p, g, rt_buf_str(&out), log.len > 0);
    int is = answer_of(at.file, &out, &err);
    if (is == REFUSED && err.message[0] == '\0') POINT_FAILS(p, "refused without a word");
    if (is == SAME) check_answer(p, g, rt_buf_str(&out), log.len > 0);
    if (is == SAME && rt_str_eq(rt_buf_str(&out), g->before)) is = BEFORE;
    if (is == FOUND && log.len == 0) is = after_rebuild(p, g, at.file, &out);
    p->counts[is]++;
    remove_files(&at);
}

static rt_str flipped(rt_arena *arena, rt_str bytes, size_t at) {
    char *copy = rt_arena_alloc(arena, bytes.len);
    memcpy(copy, bytes.at, bytes.len);
    copy[at] = (char)(copy[at] ^ 1 << at % 8);
    return (rt_str){copy, bytes.len};
}

static void flip_file(points *p, void *with) {
    RT_AUTO(rt_arena) arena = {0};
    const given *g = with;
    judge(p, g, flipped(&arena, g->whole, p->at), RT_S(""));
}

static void cut_file(points *p, void *with) {
    const given *g = with;
    judge(p, g, rt_str_cut(g->whole, p->at), RT_S(""));
    if (p->counts[SAME] + p->counts[MENDED] > 0) POINT_FAILS(p, "cut off, it passes for whole");
}

static void flip_log(points *p, void *with) {
    RT_AUTO(rt_arena) arena = {0};
    const given *g = with;
    judge(p, g, g->file, flipped(&arena, g->log, p->at));
}

static void cut_log(points *p, void *with) {
    const given *g = with;
    judge(p, g, g->file, p->at == 0 ? RT_S("\0") : rt_str_cut(g->log, p->at));
}

/* --- all points -----------------------------------------------------------------------------------------------------
 */

static void at_each(const char *what, bool of_log, size_t at_most, try_point *attempt) {
    given g;
    make_given(&g);
    points p = {.n = of_log ? g.log.len : g.whole.len, .at_most = at_most, .what = what};
    points_try(&p, attempt, &g);
    tell(&p);
    drop_given(&g);
}

static void a_changed_bit_is_an_error_or_changes_nothing(void **state) {
    (void)state;
    at_each("a bit of the file changed at byte", false, 800, flip_file);
}

static void a_case_that_was_cut_off_is_an_error(void **state) {
    (void)state;
    at_each("the file cut off at byte", false, 150, cut_file);
}

static void a_changed_bit_of_what_waits_leaves_the_case_before_or_after(void **state) {
    (void)state;
    at_each("a bit of the -wal changed at byte", true, 150, flip_log);
}

static void what_waits_and_was_cut_off_leaves_the_case_before_or_after(void **state) {
    (void)state;
    at_each("the -wal cut off at byte", true, 150, cut_log);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_changed_bit_is_an_error_or_changes_nothing),
        cmocka_unit_test(a_case_that_was_cut_off_is_an_error),
        cmocka_unit_test(a_changed_bit_of_what_waits_leaves_the_case_before_or_after),
        cmocka_unit_test(what_waits_and_was_cut_off_leaves_the_case_before_or_after),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
