/* Erasing whatever of random cases, and at whatever point the program is ended. REDTHREAD_SEED chooses one case. */
#include "store/erasing_case.h"
#include "store/killing.h"

enum { CASES = 20, LINES = 50, MOST_ASKED = 4, HEADS = 16 };

/* xorshift64* (Vigna 2016): small, and the same everywhere. */
static uint64_t state_of_chance;
static unsigned chance(unsigned below) {
    state_of_chance ^= state_of_chance >> 12;
    state_of_chance ^= state_of_chance << 25;
    state_of_chance ^= state_of_chance >> 27;
    return (unsigned)((state_of_chance * 2685821657736338717U) >> 33) % below;
}

/* --- a random case ------------------------------------------------------------------------------------------------ */

typedef struct trial {
    test_case c;
    rt_checkpoint heads[HEADS];
    size_t n_heads;
    uint64_t seed;
} trial;

static const char *random_name(const test_case *c) { return c->named[chance((unsigned)c->n_named)].name.at; }

/* Each holds a word that no other has, but where it repeats what another says. */
static void random_line(const test_case *c, int i, char *line, size_t room) {
    static const char *const handlings[] = {"", "; handling=hawk", "; handling=amber", ""};
    static const char *const links[] = {"retracts", "replaces", "repeats", "opposes"};
    const char *handling = handlings[chance(4)];
    const unsigned kind = i < 8 ? 0 : chance(10);
    if (kind < 5)
        snprintf(line, room, "p%u Person.name Zqword%d of \"hers\"; speaker=Speaker%u; dataset=list%u%s; as=n%d",
                 chance(9), i, chance(3), chance(3), handling, i);
    else if (kind < 6)
        snprintf(line, room, "p%u Person.notes what Zqword%u is; quote=Zqquote%d\\; as=n%d", chance(9),
                 chance((unsigned)i), i, i);
    else if (kind < 8)
        snprintf(line, room, "link; link=%s; from=@%s; to=@%s; why=Zqwhy%d%s; as=n%d", links[chance(4)], random_name(c),
                 random_name(c), i, handling, i);
    else if (kind < 9)
        snprintf(line, room, "decision; about=@%s; decision=accepted; why=Zqwhy%d; as=n%d", random_name(c), i, i);
    else
        snprintf(line, room, "judgement; a=p%u; b=q%d; judgement=same; why=Zqwhy%d; as=n%d", chance(9), i, i, i);
}

static void fill(trial *t, uint64_t seed) {
    char line[256];
    t->seed = seed;
    state_of_chance = seed * 2 + 1;
    case_make(&t->c);
    for (int i = 0; i < LINES; i++) {
        random_line(&t->c, i, line, sizeof line);
        case_add(&t->c, line);
        if (chance(4) == 0 && t->n_heads < HEADS) t->heads[t->n_heads++] = head_of(&t->c);
        if (chance(20) == 0) case_add_many(&t->c, 150);
    }
}

/* --- what must go, told slowly ------------------------------------------------------------------------------------ */

/* Lines of the log as they were, and which of them go: those that hold an id of one that goes. */
static bool goes[CASE_NAMES * 8];

static size_t mark(char *const *lines, size_t n, const rt_strs *ids) {
    size_t before = 0, count;
    for (size_t i = 0; i < n; i++) goes[i] = false;
    for (;; before = count) {
        count = 0;
        for (size_t i = 0; i < n; i++) {
            for (size_t k = 0; k < ids->n && !goes[i]; k++) goes[i] = strstr(lines[i], ids->at[k].at) != NULL;
            for (size_t k = 0; k < n && !goes[i]; k++) {
                const char *id = goes[k] ? strstr(lines[k], "\"id\":\"") : NULL;
                char hex[33] = {0};
                if (id != NULL) memcpy(hex, id + 6, 32);
                goes[i] = id != NULL && strstr(lines[i], hex) != NULL;
            }
            count += goes[i];
        }
        if (count == before) return count;
    }
}

static size_t split(char *text, char **lines, size_t most) {
    size_t n = 0;
    for (char *at = strtok(text, "\n"); at != NULL; at = strtok(NULL, "\n")) {
        assert_true(n < most);
        lines[n++] = at;
    }
    return n;
}

/* The words of ours that stand in a line and in no other that stays are in no byte of the file. */
static void words_are_gone(const trial *t, rt_str file, const char *line, const char *after) {
    for (const char *at = line; (at = strstr(at, "Zq")) != NULL; at += 2) {
        const rt_str word = {at, strcspn(at, " \\\"")};
        RT_AUTO(rt_buf) z = {0};
        rt_buf_add(&z, word);
        rt_buf_byte(&z, 0);
        const bool stays = strstr(after, z.at) != NULL;
        if (!stays && rt_str_find(file, word) != SIZE_MAX)
            fail_msg("REDTHREAD_SEED=%llu: %s is left", (unsigned long long)t->seed, z.at);
    }
}

static void try_random_case(uint64_t seed) {
    static trial t;
    char *lines[CASE_NAMES * 8];
    const char *asked_names[MOST_ASKED];
    rt_error err = {0};
    rt_erase_report report;
    memset(&t, 0, sizeof t);
    fill(&t, seed);
    const size_t n = split((char *)(uintptr_t)log_of(&t.c), lines, sizeof lines / sizeof *lines);
    const size_t n_asked = 1 + chance(MOST_ASKED);
    for (size_t i = 0; i < n_asked; i++) asked_names[i] = random_name(&t.c);
    const rt_erase_asked asked = asked_for(&t.c, asked_names, n_asked);
    const size_t expected = mark(lines, n, &asked.ids);
    OK(try_erase(&t.c, &asked, &report, &err));
    if (report.gone.n != expected)
        fail_msg("REDTHREAD_SEED=%llu: %zu went, not %zu", (unsigned long long)seed, report.gone.n, expected);
    const char *after = log_of(&t.c);
    const rt_str file = bytes_of(&t.c);
    for (size_t i = 0; i < n; i++) {
        assert_true((strstr(after, lines[i]) == NULL) == goes[i]);
        if (goes[i]) words_are_gone(&t, file, lines[i], after);
    }
    for (size_t i = 0; i < report.gone.n; i++) assert_false(id_stands_in_file(&t.c, report.gone.at[i].e.id));
    for (size_t i = 0; i < t.n_heads; i++) is_sound(&t.c, &t.heads[i], (int)expected);
    case_close(&t.c);
}

static void random_erasures_take_what_names_them_and_leave_no_byte(void **state) {
    (void)state;
    const char *seed = getenv("REDTHREAD_SEED");
    const uint64_t first = seed != NULL ? strtoull(seed, NULL, 10) : 1;
    for (uint64_t i = 0; i < (seed != NULL ? 1 : CASES); i++) try_random_case(first + i);
}

/* --- at whatever point it is ended -------------------------------------------------------------------------------- */

static void erase_in_a_process(void *with) {
    trial *t = with;
    rt_error err = {0};
    rt_erase_report report;
    const char *const names[] = {"n1", "n3"};
    if (rt_store_open(t->c.path, RT_OPEN_WRITE, &t->c.store, &err).code != RT_OK) _exit(1);
    const rt_erase_asked asked = asked_for(&t->c, names, 2);
    if (try_erase(&t->c, &asked, &report, &err).code != RT_OK) {
        print_error("%s\n", err.message);
        _exit(1);
    }
    rt_store_close(t->c.store);
}

static void put_back(trial *t, rt_str bytes) {
    static const char *const beside[] = {"-wal", "-shm"};
    case_close_store(&t->c);
    for (size_t i = 0; i < 2; i++) (void)unlink(rt_str_printf(&t->c.arena, "%s%s", t->c.path, beside[i]).at);
    FILE *f = fopen(t->c.path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.at, 1, bytes.len, f), bytes.len);
    assert_int_equal(fclose(f), 0);
}

/* Nothing was done; or it is done; or it was begun, says so, and is ended when it is asked again. */
static void it_is_before_or_after(trial *t) {
    case_reopen(&t->c, RT_OPEN_WRITE);
    rt_verdict v = verify(&t->c, NULL);
    if (!v.sound && !v.unfinished) fail_msg("%s", v.what);
    assert_true(v.erased == 0 || v.erased >= 2);
    const bool there = stands_in_file(&t->c, RT_S("Zqword1 "));
    if (v.erased == 0) assert_true(there && v.sound);
    if (v.erased > 0 && !v.unfinished) assert_false(there);
    if (v.sound && v.erased > 0) return;
    case_close_store(&t->c);
    erase_in_a_process(t);
    t->c.store = NULL;
    case_reopen(&t->c, RT_OPEN_WRITE);
    v = verify(&t->c, NULL);
    assert_true(v.sound && v.erased >= 2);
    assert_false(stands_in_file(&t->c, RT_S("Zqword1 ")) || id_stands_in_file(&t->c, case_id(&t->c, "n1")));
}

static void an_erasure_that_is_ended_anywhere_is_nothing_or_can_be_asked_again(void **state) {
    static trial t;
    (void)state;
    long writes = 1, points = 0;
    memset(&t, 0, sizeof t);
    fill(&t, 3);
    case_close_store(&t.c);
    const rt_str before = rt_str_copy(&t.c.arena, bytes_of(&t.c));
    for (bool ended = false; !ended; writes += writes < 12 ? 1 : 3, points++) {
        put_back(&t, before);
        ended = runs_to_end(erase_in_a_process, &t, writes);
        it_is_before_or_after(&t);
    }
    print_message("ended at %ld of %ld writes\n", points, writes);
    assert_true(points > 20);
    case_close(&t.c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_erasures_take_what_names_them_and_leave_no_byte),
        cmocka_unit_test(an_erasure_that_is_ended_anywhere_is_nothing_or_can_be_asked_again),
    };
    killing_begin();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
