/* Clusters against a slow and obvious version: union-find over the judgements that a reader sees, for random cases,
 * readers, days and questions asked as if. And: what was is what an as-of shows. REDTHREAD_SEED chooses the cases. */
#include "model/handling.h"
#include "resolve/judging.h"

enum { SCENES = 200, PEOPLE = 6, MOST_SAID = 24, LINES = 4096 };

/* Many scenes stand in one case, each of people of its own: s12-q0, ... */
static unsigned seed, number;
static unsigned chance(unsigned below) {
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 8) % below;
}

typedef struct said {
    int a, b, day;
    char judgement; /* s, d, u */
    const char *handling;
} said;

typedef struct supposed {
    int a, b;
    bool apart;
} supposed;

typedef struct scene {
    said all[MOST_SAID];
    int n;
    const char *of[PEOPLE]; /* handling of the one statement about each */
    supposed as_if[2];
    int n_as_if;
} scene;

static const char *const handlings[] = {"", "", "", "hawk", "red"};

/* --- a random case ------------------------------------------------------------------------------------------------ */

static void make_up(scene *s) {
    *s = (scene){.n = 1 + (int)chance(MOST_SAID)};
    for (int i = 0; i < PEOPLE; i++) s->of[i] = handlings[chance(5) == 0 ? 3 : 0];
    for (int i = 0; i < s->n; i++) {
        const int a = (int)chance(PEOPLE), b = (a + 1 + (int)chance(PEOPLE - 1)) % PEOPLE;
        s->all[i] = (said){a, b, 1 + (int)chance(9), "sssdu"[chance(5)], handlings[chance(5)]};
    }
}

static void put_handling(char *line, size_t size, const char *handling) {
    const size_t n = strlen(line);
    snprintf(line + n, size - n, "%s%s\n", handling[0] != '\0' ? "; handling=" : "", handling);
}

static void fill(test_case *c, const scene *s) {
    static char lines[LINES];
    lines[0] = '\0';
    for (int i = 0; i < PEOPLE; i++) {
        const size_t n = strlen(lines);
        snprintf(lines + n, LINES - n,
                 "s%u-q%d Person.name Person %c; recorded_at=2020-01-01T00:00:00.000000Z; recorded_by=x", number, i,
                 'A' + i);
        put_handling(lines, LINES, s->of[i]);
    }
    for (int i = 0; i < s->n; i++) {
        const size_t n = strlen(lines);
        const said *j = &s->all[i];
        snprintf(lines + n, LINES - n,
                 "judgement; a=s%u-q%d; b=s%u-q%d; judgement=%s; why=%d; recorded_at=2021-01-%02dT00:00:00.000000Z; "
                 "recorded_by=x",
                 number, j->a, number, j->b,
                 j->judgement == 's'   ? "same"
                 : j->judgement == 'd' ? "different"
                                       : "unsure",
                 i, j->day);
        put_handling(lines, LINES, j->handling);
    }
    case_add(c, lines);
}

/* --- slow and obvious --------------------------------------------------------------------------------------------- */

typedef struct slow {
    said seen[MOST_SAID]; /* in the order of recording */
    int n, label[PEOPLE];
    bool there[PEOPLE];
} slow;

static bool on_pair(const said *j, int a, int b) { return (j->a == a && j->b == b) || (j->a == b && j->b == a); }

/* Whether it would overrule `different` for those who may not see that. */
static bool is_blind(const slow *v, const said *j) {
    const said *before = NULL;
    for (int i = 0; i < v->n; i++)
        if (on_pair(&v->seen[i], j->a, j->b)) before = &v->seen[i];
    return before != NULL && before->judgement == 'd' && j->judgement != 'd' &&
           !rt_handling_seen(rt_str_of(before->handling), rt_str_of(j->handling));
}

static void see(const scene *s, const char *clearance, int day, slow *v) {
    *v = (slow){0};
    for (int i = 0; i < PEOPLE; i++)
        v->there[i] = clearance == NULL || rt_handling_seen(rt_str_of(s->of[i]), rt_str_of(clearance));
    for (int d = 1; d <= day; d++)
        for (int i = 0; i < s->n; i++) {
            const said *j = &s->all[i];
            const bool may = clearance == NULL || rt_handling_seen(rt_str_of(j->handling), rt_str_of(clearance));
            if (j->day == d && may && v->there[j->a] && v->there[j->b] && !is_blind(v, j)) v->seen[v->n++] = *j;
        }
}

/* What counts of a pair: of what is supposed, else the last judgement; 0: nothing. */
static char counts(const scene *s, const slow *v, int a, int b) {
    char last = 0;
    for (int i = 0; i < v->n; i++)
        if (on_pair(&v->seen[i], a, b)) last = v->seen[i].judgement;
    for (int i = 0; i < s->n_as_if; i++)
        if ((s->as_if[i].a == a && s->as_if[i].b == b) || (s->as_if[i].a == b && s->as_if[i].b == a))
            last = s->as_if[i].apart ? 'd' : 'x';
    return last;
}

static bool differs(const scene *s, const slow *v, int x, int y) {
    for (int a = 0; a < PEOPLE; a++)
        for (int b = 0; b < PEOPLE; b++)
            if (v->label[a] == x && v->label[b] == y && counts(s, v, a, b) == 'd') return true;
    return false;
}

/* Whether this judgement is the first of the row of `same` with which its pair ends. */
static bool begins_the_last_row(const slow *v, int i) {
    const said *j = &v->seen[i];
    char before = 0;
    for (int k = 0; k < i; k++)
        if (on_pair(&v->seen[k], j->a, j->b)) before = v->seen[k].judgement;
    for (int k = i; k < v->n; k++)
        if (on_pair(&v->seen[k], j->a, j->b) && v->seen[k].judgement != 's') return false;
    return before != 's';
}

static void unite(slow *v, int a, int b) {
    const int from = v->label[b], to = v->label[a];
    for (int i = 0; i < PEOPLE; i++)
        if (v->label[i] == from) v->label[i] = to;
}

static void work_out(const scene *s, slow *v) {
    for (int i = 0; i < PEOPLE; i++) v->label[i] = i;
    for (int i = 0; i < v->n; i++) {
        const said *j = &v->seen[i];
        if (counts(s, v, j->a, j->b) != 's' || !begins_the_last_row(v, i)) continue;
        if (!differs(s, v, v->label[j->a], v->label[j->b])) unite(v, j->a, j->b);
    }
    for (int i = 0; i < s->n_as_if; i++)
        if (!s->as_if[i].apart) unite(v, s->as_if[i].a, s->as_if[i].b);
}

/* --- one against the other ---------------------------------------------------------------------------------------- */

static void compare(test_case *c, const slow *v, rt_lens_spec spec) {
    case_look(c, spec);
    for (int a = 0; a < PEOPLE; a++) {
        char id[16], expected[128] = "";
        if (!v->there[a]) continue;
        snprintf(id, sizeof id, "s%u-q%d", number, a);
        for (int b = 0; b < PEOPLE; b++)
            if (v->label[b] == v->label[a])
                snprintf(expected + strlen(expected), 16, "%ss%u-q%d", expected[0] != 0 ? " " : "", number, b);
        const char *found = members(c, id);
        if (strcmp(found, expected) != 0)
            fail_msg("REDTHREAD_SEED=%u: %s is with %s, not %s", number, id, found, expected);
    }
}

/* What is supposed contradicts itself, or is not there for this reader. */
static bool is_refused(const scene *s, const slow *v, rt_code *code) {
    for (int i = 0; i < s->n_as_if; i++)
        if (!v->there[s->as_if[i].a] || !v->there[s->as_if[i].b]) return *code = RT_ABSENT, true;
    for (int i = 0; i < s->n_as_if; i++)
        if (s->as_if[i].apart && v->label[s->as_if[i].a] == v->label[s->as_if[i].b]) return *code = RT_BAD, true;
    return false;
}

static void suppose(scene *s) {
    s->n_as_if = (int)chance(3);
    for (int i = 0; i < s->n_as_if; i++) {
        const int a = (int)chance(PEOPLE), b = (a + 1 + (int)chance(PEOPLE - 1)) % PEOPLE;
        s->as_if[i] = (supposed){a, b, chance(3) == 0};
    }
}

static rt_supposed_list listed(test_case *c, const scene *s) {
    rt_supposed *at = RT_NEW_N(&c->arena, rt_supposed, 2);
    for (int i = 0; i < s->n_as_if; i++)
        at[i] = (rt_supposed){rt_str_printf(&c->arena, "s%u-q%d", number, s->as_if[i].a),
                              rt_str_printf(&c->arena, "s%u-q%d", number, s->as_if[i].b), s->as_if[i].apart, RT_S("")};
    return (rt_supposed_list){at, (size_t)s->n_as_if};
}

static void look_once(test_case *c, scene *s) {
    static const char *const clearances[] = {NULL, "amber", "hawk", "hawk,red"};
    const char *clearance = clearances[chance(4)];
    const int day = (int)chance(11);
    char as_of[16];
    rt_code code = RT_OK;
    rt_error err = {0};
    slow v;
    snprintf(as_of, sizeof as_of, "2021-01-%02d", day);
    see(s, clearance, day > 0 ? day : 31, &v);
    suppose(s);
    work_out(s, &v);
    const rt_lens_spec spec = {.narrowed = clearance != NULL,
                               .clear = rt_str_of(clearance != NULL ? clearance : ""),
                               .as_of = rt_str_of(day > 0 ? as_of : ""),
                               .supposed = listed(c, s)};
    if (!is_refused(s, &v, &code)) {
        compare(c, &v, spec);
        return;
    }
    rt_lens_close(c->lens);
    c->lens = NULL;
    const rt_code found = rt_lens_open(c->store, &spec, &c->lens, &err).code;
    if (found != code) fail_msg("REDTHREAD_SEED=%u: %d, not %d: %s", number, (int)found, (int)code, err.message);
}

static void clusters_are_what_union_find_over_the_visible_judgements_gives(void **state) {
    const char *chosen = getenv("REDTHREAD_SEED");
    const unsigned first = chosen != NULL ? (unsigned)atoi(chosen) : 1, last = chosen != NULL ? first : SCENES;
    test_case c;
    (void)state;
    case_make(&c);
    for (number = first; number <= last; number++) {
        scene s;
        seed = number;
        make_up(&s);
        fill(&c, &s);
        for (int i = 0; i < 12; i++) look_once(&c, &s);
    }
    case_close(&c);
}

/* --- the order in which it is recorded ---------------------------------------------------------------------------- */

/* The judgements of a scene in another order of the log, with the times that they had. */
static void turn_over(scene *s) {
    for (int i = 0; i < s->n; i++) {
        const int k = (int)chance((unsigned)s->n);
        const said kept = s->all[i];
        s->all[i] = s->all[k];
        s->all[k] = kept;
    }
}

static void the_same_judgements_make_the_same_clusters_in_whatever_order_they_came(void **state) {
    test_case one, other;
    (void)state;
    case_make(&one);
    case_make(&other);
    for (number = 1; number <= SCENES; number++) {
        scene s, turned;
        slow v;
        seed = 7000 + number;
        make_up(&s);
        s.n = s.n < 9 ? s.n : 9;
        for (int i = 0; i < s.n; i++) s.all[i].day = 1 + i; /* of equal times the log's order decides */
        turned = s;
        turn_over(&turned);
        fill(&one, &s);
        fill(&other, &turned);
        see(&s, NULL, 31, &v);
        work_out(&s, &v);
        compare(&one, &v, (rt_lens_spec){0});
        compare(&other, &v, (rt_lens_spec){0});
    }
    case_close(&one);
    case_close(&other);
}

/* --- as it was then ----------------------------------------------------------------------------------------------- */

enum { STEPS = 12 };

static void all_clusters(test_case *c, rt_lens_spec spec, char text[512]) {
    text[0] = '\0';
    case_look(c, spec);
    for (int a = 0; a < PEOPLE; a++) {
        char id[16];
        const size_t n = strlen(text);
        snprintf(id, sizeof id, "s%u-q%d", number, a);
        snprintf(text + n, 512 - n, "[%s]", members(c, id));
    }
}

/* One act that may be refused; its time, or nothing. */
static rt_str act_at_random(test_case *c, int step) {
    static const char *const names[] = {"same", "same", "same", "split", "different", "unsure"};
    const int a = (int)chance(PEOPLE), b = (a + 1 + (int)chance(PEOPLE - 1)) % PEOPLE;
    char line[96];
    rt_error err = {0};
    rt_seen_entry last;
    snprintf(line, sizeof line, "s%u-q%d %s s%u-q%d | why step %d", number, a, names[chance(6)], number, b, step);
    if (judge(c, line) != RT_OK) return (rt_str){"", 0};
    OK(rt_judgement_on(case_look(c, (rt_lens_spec){0}), done.e.a, done.e.b, &c->arena, &last, &err));
    return last.e.recorded_at;
}

static void replay(test_case *c) {
    rt_str when[STEPS];
    char was[STEPS][512], now[512];
    scene s = {0};
    for (int i = 0; i < PEOPLE; i++) s.of[i] = "";
    fill(c, &s);
    for (int i = 0; i < STEPS; i++) {
        when[i] = act_at_random(c, i);
        all_clusters(c, (rt_lens_spec){0}, was[i]);
    }
    for (int i = 0; i < STEPS; i++) {
        if (when[i].len == 0) continue;
        all_clusters(c, (rt_lens_spec){.as_of = when[i]}, now);
        if (strcmp(was[i], now) != 0) fail_msg("%u, step %d: %s then, %s as of then", number, i, was[i], now);
    }
}

static void the_clusters_of_a_past_time_are_those_of_the_case_as_it_was_then(void **state) {
    test_case c;
    (void)state;
    case_make(&c);
    for (number = 1; number <= 60; number++) {
        seed = 9000 + number;
        replay(&c);
    }
    case_close(&c);
}

/* Thousands of commits: on a disk they would take minutes. */
static void use_memory_where_it_is(void) {
    if (access("/dev/shm", W_OK) == 0) (void)setenv("TMPDIR", "/dev/shm", 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clusters_are_what_union_find_over_the_visible_judgements_gives),
        cmocka_unit_test(the_same_judgements_make_the_same_clusters_in_whatever_order_they_came),
        cmocka_unit_test(the_clusters_of_a_past_time_are_those_of_the_case_as_it_was_then),
    };
    use_memory_where_it_is();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
