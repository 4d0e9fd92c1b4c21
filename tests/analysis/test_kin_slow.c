/* Kinship that follows, against all ways of up to three statements of kinship that there are. */
#include "analysis/kin_rules.h"
#include "analysis/world.h"

enum { PEOPLE = 9, FAMILIES = 11, ROUNDS = 10, STEPS = 3 };

/* What the relations say, as a table: by each of them, of the first to the second, and back. */
typedef struct stated {
    int from, to;
    rt_kin kin; /* of `to` to `from`; RT_KIN_NONE for words that no rule builds on */
    bool sure;
} stated;

typedef struct family {
    stated at[2 * FAMILIES];
    size_t n;
} family;

static void add(family *f, int a, int b, rt_kin kin, bool sure) {
    f->at[f->n++] = (stated){a, b, kin, sure};
    f->at[f->n++] = (stated){b, a, rt_kin_inverse(kin), sure};
}

static void say_random(world *w, unsigned *seed, family *f) {
    static const char *const words[] = {"mother", "son", "brother", "wife", "cousin", "uncle", "friend of the family"};
    char line[100], id[16], a[8], b[8];
    for (int i = 0; i < PEOPLE; i++) {
        snprintf(line, sizeof line, "n%d Person name = Person %d", i, i);
        say(w, line);
    }
    for (int i = 0; i < FAMILIES; i++) {
        const int x = (int)(next_random(seed) % PEOPLE), y = (int)(next_random(seed) % PEOPLE);
        const char *word = words[next_random(seed) % (sizeof words / sizeof *words)];
        const unsigned how = next_random(seed) % 8;
        rt_gender gender;
        if (x == y) continue;
        snprintf(id, sizeof id, "f%d", i);
        snprintf(a, sizeof a, "n%d", x);
        snprintf(b, sizeof b, "n%d", y);
        say_kin(w, id, a, word, b,
                how == 0   ? " | stance denies"
                : how == 1 ? " | stance suspects"
                : how == 2 ? " | handling red"
                           : "");
        if (how != 0 && how != 2) add(f, x, y, rt_kin_of_word(rt_str_of(word), &gender), how != 1);
    }
}

/* --- all ways ---------------------------------------------------------------------------------------------------- */

typedef struct best {
    size_t n; /* 0: nothing follows */
    bool sure;
    unsigned kins; /* a bit for each kinship that is as good */
} best;

static void follow(const family *f, int of, int at, rt_kin kin, bool sure, size_t n, best found[PEOPLE]) {
    for (size_t i = 0; i < f->n; i++) {
        const stated *s = &f->at[i];
        const rt_kin_rule *rule = s->from == at ? rt_kin_rule_of(kin, s->kin) : NULL;
        if (rule == NULL || s->to == of) continue;
        const bool all_sure = sure && s->sure && rule->certainty == RT_CERTAIN;
        best *b = &found[s->to];
        const size_t m = n + 1;
        if (b->n == 0 || m < b->n || (m == b->n && all_sure && !b->sure)) *b = (best){m, all_sure, 0};
        if (b->n == m && b->sure == all_sure) b->kins |= 1U << rule->gives;
        if (m < STEPS) follow(f, of, s->to, rule->gives, all_sure, m, found);
    }
}

static void slow(const family *f, int of, best found[PEOPLE]) {
    for (size_t i = 0; i < f->n; i++)
        if (f->at[i].from == of && f->at[i].to != of && f->at[i].kin != RT_KIN_NONE)
            follow(f, of, f->at[i].to, f->at[i].kin, f->at[i].sure, 1, found);
    for (size_t i = 0; i < f->n; i++)
        if (f->at[i].from == of) found[f->at[i].to] = (best){0}; /* it is stated, in whatever words */
}

/* --- one against the other --------------------------------------------------------------------------------------- */

static bool is_among(unsigned kins, rt_str what) {
    for (unsigned kin = 0; kin < RT_KINS; kin++)
        for (unsigned g = RT_GENDER_OPEN; g <= RT_MALE; g++)
            if ((kins & 1U << kin) != 0 && rt_str_eq(what, rt_kin_word((rt_kin)kin, (rt_gender)g))) return true;
    return false;
}

static size_t follows = 0;

static void compare(world *w, const family *f, int of, unsigned round) {
    char id[8];
    best found[PEOPLE] = {0};
    slow(f, of, found);
    snprintf(id, sizeof id, "n%d", of);
    const rt_value *o = look(w, &rt_view_network, id);
    for (const rt_value *e = rt_value_first(node(o, "edges")); e != NULL; e = e->next) {
        if (count_at(e, "derived") == 0 || !rt_str_is(at(e, "from"), id)) continue;
        best *b = &found[atoi(rt_str_z(&w->arena, at(e, "to")) + 1)];
        const bool sure = rt_str_is(at(e, "derived.certainty"), "certain");
        if (b->n != count_at(e, "derived.steps") || b->sure != sure || !is_among(b->kins, at(e, "what")))
            fail_msg("round %u: %s and %.*s: %.*s (%zu steps) should follow by %zu", round, id, RT_FMT(at(e, "to")),
                     RT_FMT(at(e, "what")), count_at(e, "derived.steps"), b->n);
        b->n = 0;
        follows++;
    }
    for (int i = 0; i < PEOPLE; i++)
        if (found[i].n > 0) fail_msg("round %u: a kinship of %s to n%d follows and is not told", round, id, i);
}

static void what_follows_is_what_all_ways_give(void **state) {
    (void)state;
    for (unsigned seed = 7, round = 0; round < ROUNDS; round++) {
        RT_AUTO(world) w;
        family f = {0};
        world_init(&w);
        say_random(&w, &seed, &f);
        w.spec.narrowed = true;
        w.spec.clear = RT_S("amber");
        for (int of = 0; of < PEOPLE; of++) compare(&w, &f, of, round);
    }
    assert_true(follows > 40);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_follows_is_what_all_ways_give)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
