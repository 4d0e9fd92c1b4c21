/* Two cases that differ only in what a reader may not see are one case to that reader: every cursor gives the same
 * entries in the same order. Random cases; REDTHREAD_SEED chooses them. */
#include "model/handling.h"
#include "store/tiny_case.h"

enum { CASES = 30, LINES = 60, ENTITIES = 6, DOCUMENTS = 3 /* the first lines */ };

/* xorshift64* (Vigna 2016): small, and the same everywhere. */
static uint64_t state_of_chance;
static unsigned chance(unsigned below) {
    state_of_chance ^= state_of_chance >> 12;
    state_of_chance ^= state_of_chance << 25;
    state_of_chance ^= state_of_chance >> 27;
    return (unsigned)((state_of_chance * 2685821657736338717U) >> 33) % below;
}

#define PICK(list) (list)[chance(sizeof(list) / sizeof *(list))]

/* --- random lines ---------------------------------------------------------------------------------------------------
 */

static const char *const handlings[] = {"", "; handling=hawk",       "; handling=hawk,green", "; handling=green",
                                        "", "; handling=kite,amber", "; handling=hawk,kite",  "; handling=red"};
static const char *const clearances[] = {"hawk,green", "clear", "", "kite,amber", "hawk,kite,red", "hawk"};
static const char *const said[] = {"", "", "; said_at=2004", "; said_at=2005~", "; said_at=2003-05-06"};
static const char *const valid[] = {"", "", "; valid=2004/2006", "; valid=2005", "; valid=/2005", "; valid=2004?"};
static const char *const dataset[] = {"", "; dataset=ofac", "; dataset=un"};
static const char *const speaker[] = {"", "; speaker=A", "; speaker=B", "; speaker=A; via=B+C"};
static const char *const days[] = {"2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04"};

static void random_statement(char *line, size_t size, int number, int documents) {
    static const char *const kinds[] = {"Person.name",   "Person.alias",  "Person.birthDate",  "Person.notes",
                                        "Family.person", "Family.person", "Detention.facility"};
    static const char *const names[] = {"Abe Ben", "Ben ABE", "Cid", "2004-05", "Abe"};
    const char *kind = PICK(kinds);
    char value[32], document[32] = "";
    snprintf(value, sizeof value, "p%u", chance(ENTITIES));
    if (documents > 0 && chance(3) == 0)
        snprintf(document, sizeof document, chance(2) ? "; document=@d%u" : "; document=paper%u",
                 chance((unsigned)documents));
    snprintf(line, size, "p%u %s %s%s%s%s%s%s; as=e%d", chance(ENTITIES), kind,
             strncmp(kind, "Person", 6) == 0 ? PICK(names) : value, PICK(said), PICK(valid), PICK(dataset),
             PICK(speaker), document, number);
}

static void random_act(char *line, size_t size, int number) {
    static const char *const links[] = {"retracts", "replaces", "repeats", "supports"};
    const unsigned from = chance((unsigned)number), to = chance((unsigned)number), kind = chance(5);
    if (kind == 0)
        snprintf(line, size, "judgement; a=p%u; b=p%u; judgement=same; as=e%d", chance(ENTITIES), chance(ENTITIES),
                 number);
    else if (kind == 4)
        snprintf(line, size, "sent; who=W%u; formats=jsonl; through=source=un; subject=p%u; as=e%d", to,
                 chance(ENTITIES), number);
    else if (kind == 1)
        snprintf(line, size, "decision; about=@e%u; decision=accepted; as=e%d", to, number);
    else
        snprintf(line, size, "link; link=%s; from=@e%u; to=@e%u%s; as=e%d", PICK(links), from, to,
                 chance(2) ? "; speaker=A" : "", number);
}

static void random_line(char *line, size_t size, int number) {
    if (number < DOCUMENTS)
        snprintf(line, size, "document; sha256=%064d; date=200%d; name=paper%d; as=d%d", number, 3 + number,
                 (number + 1) / 2, number);
    else if (number < LINES / 3 || chance(3) > 0)
        random_statement(line, size, number - DOCUMENTS, DOCUMENTS);
    else
        random_act(line, size, number - DOCUMENTS);
    const size_t n = strlen(line);
    snprintf(line + n, size - n, "%s; recorded_by=X; recorded_at=%sT0%u:00:00.000000Z", PICK(handlings), PICK(days),
             chance(9));
}

/* --- one world and the other ----------------------------------------------------------------------------------------
 */

static bool may_see(const char *line, const char *clearance) {
    const char *at = strstr(line, "handling=");
    rt_str rest = at != NULL ? rt_str_of(at + 9) : RT_S(""), handling = {"", 0};
    if (rest.len > 0) assert_true(rt_str_split(&rest, RT_S("; "), &handling));
    return rt_handling_seen(handling, rt_str_of(clearance));
}

/* The number behind this text in a line; -1 when it is not there. */
static int number_after(const char *line, const char *text) {
    const char *at = strstr(line, text);
    return at != NULL ? atoi(at + strlen(text)) : -1;
}

static bool is_statement(const char *line) { return line[0] == 'p'; }

/* What this reader may see, told from the lines alone: an act when all that it names is seen, an entity when a visible
 * statement is about it. */
static void judge(char lines[LINES][512], const char *clearance, bool seen[LINES]) {
    static const char *const entries[] = {"from=@e", "to=@e", "about=@e"}, *const entities[] = {"a=p", "b=p"};
    bool entity[ENTITIES] = {0};
    for (int i = 0; i < LINES; i++) {
        seen[i] = may_see(lines[i], clearance);
        if (seen[i] && is_statement(lines[i])) entity[number_after(lines[i], "p")] = true;
    }
    for (int i = 0; i < LINES; i++) {
        if (is_statement(lines[i])) continue;
        for (int k = 0; k < 3; k++)
            if (number_after(lines[i], entries[k]) >= 0)
                seen[i] &= seen[DOCUMENTS + number_after(lines[i], entries[k])];
        for (int k = 0; k < 2; k++)
            if (number_after(lines[i], entities[k]) >= 0) seen[i] &= entity[number_after(lines[i], entities[k])];
    }
}

/* Fills a case with the lines, all or those that are seen, in batches of random length. */
static void fill(test_case *c, char lines[LINES][512], const bool *seen) {
    rt_error err = {0};
    rt_batch *b = NULL;
    for (int i = 0; i < LINES; i++) {
        if (b == NULL) b = case_begin_batch(c);
        if (seen == NULL || seen[i]) OK(case_put(c, b, lines[i], NULL, &err));
        if (i + 1 < LINES && chance(8) > 0) continue;
        OK(rt_batch_commit(b, NULL, &err));
        rt_batch_close(b);
        b = NULL;
    }
}

/* What a cursor gives, with what the lens says of each entry. */
static void print(rt_buf *out, test_case *c, const char *what, rt_cursor *cursor) {
    rt_error err = {0};
    const rt_seen_list list = case_list(c, cursor);
    rt_buf_printf(out, "%s\n", what);
    for (size_t i = 0; i < list.n; i++) {
        bool taken_out = false;
        if (list.at[i].e.type == RT_STATEMENT) OK(rt_lens_taken_out(c->lens, &list.at[i].e, &taken_out, &err));
        rt_buf_printf(out, "  %d %d %d ", list.at[i].said, list.at[i].held, taken_out);
        rt_entry_line(out, &list.at[i].e, RT_LINE_WHOLE);
        rt_buf_byte(out, '\n');
    }
}

static void print_entity(rt_buf *out, test_case *c, rt_str id) {
    rt_error err = {0};
    rt_cursor *cursor;
    bool seen;
    OK(rt_cursor_about(c->lens, id, &cursor, &err));
    print(out, c, "about", cursor);
    OK(rt_cursor_naming(c->lens, id, &cursor, &err));
    print(out, c, "naming", cursor);
    OK(rt_cursor_acts(c->lens, id, &cursor, &err));
    print(out, c, "acts", cursor);
    OK(rt_lens_sees_entity(c->lens, id, &seen, &err));
    rt_buf_printf(out, "entity %d\n", seen);
}

static void print_entry(rt_buf *out, test_case *c, rt_str id) {
    rt_error err = {0};
    rt_cursor *cursor;
    bool seen;
    OK(rt_cursor_statement(c->lens, id, &cursor, &err));
    print(out, c, "statement", cursor);
    OK(rt_cursor_acts(c->lens, id, &cursor, &err));
    print(out, c, "acts", cursor);
    OK(rt_lens_sees_entry(c->lens, id, &seen, &err));
    rt_buf_printf(out, "entry %d\n", seen);
}

/* All that this lens shows, by every cursor there is. */
static void print_all(rt_buf *out, test_case *c) {
    rt_error err = {0};
    rt_cursor *cursor;
    char id[16];
    OK(rt_cursor_all(c->lens, &cursor, &err));
    print(out, c, "all", cursor);
    OK(rt_cursor_statements(c->lens, &cursor, &err));
    print(out, c, "statements", cursor);
    OK(rt_cursor_entities(c->lens, &cursor, &err));
    print(out, c, "entities", cursor);
    OK(rt_cursor_name(c->lens, RT_S("abe ben"), &cursor, &err));
    print(out, c, "name", cursor);
    print(out, c, "word", case_bearers(c, "abe"));
    for (unsigned i = 0; i < ENTITIES; i++) {
        snprintf(id, sizeof id, "p%u", i);
        print_entity(out, c, rt_str_of(id));
    }
    for (size_t i = 0; i < c->n_named; i++) print_entry(out, c, (rt_str){c->named[i].id, 32});
}

static rt_lens_spec random_lens(const char *clearance, rt_str sources[3]) {
    static const char *const no_day[] = {"", "", "", "2004-06-01", "2005", "2003-12-31"};
    rt_lens_spec spec = {.narrowed = true, .clear = rt_str_of(clearance)};
    spec.said_by = rt_str_of(PICK(no_day));
    spec.at = rt_str_of(PICK(no_day));
    if (chance(3) == 0) spec.as_of = rt_str_of(PICK(days));
    if (chance(3) == 0) spec.sources = (rt_strs){sources + chance(2), 1 + chance(2)};
    return spec;
}

static void compare(test_case *a, test_case *b, rt_lens_spec spec, uint64_t seed) {
    RT_AUTO(rt_buf) one = {0};
    RT_AUTO(rt_buf) other = {0};
    case_look(a, spec);
    case_look(b, spec);
    print_all(&one, a);
    print_all(&other, b);
    if (rt_str_eq(rt_buf_str(&one), rt_buf_str(&other))) return;
    size_t at = 0;
    while (at < one.len && at < other.len && one.at[at] == other.at[at]) at++;
    const size_t from = at < 300 ? 0 : at - 300;
    fail_msg("REDTHREAD_SEED=%llu, clear \"%.*s\", said by \"%.*s\", at \"%.*s\", as of \"%.*s\":\n%.*s\n--- not\n%.*s",
             (unsigned long long)seed, RT_FMT(spec.clear), RT_FMT(spec.said_by), RT_FMT(spec.at), RT_FMT(spec.as_of),
             RT_FMT(rt_str_cut(rt_str_from(rt_buf_str(&one), from), 600)),
             RT_FMT(rt_str_cut(rt_str_from(rt_buf_str(&other), from), 600)));
}

static void one_world(uint64_t seed) {
    static char lines[LINES][512];
    test_case all, seen;
    bool shown[LINES];
    state_of_chance = seed * 2 + 1;
    const char *clearance = PICK(clearances);
    for (int i = 0; i < LINES; i++) random_line(lines[i], sizeof lines[i], i);
    judge(lines, clearance, shown);
    case_make(&all);
    fill(&all, lines, NULL);
    case_make(&seen); /* its acts name entries that only the other has */
    for (size_t i = 0; i < all.n_named; i++) {
        seen.named[i] = all.named[i];
        seen.named[i].name = rt_str_copy(&seen.arena, all.named[i].name);
    }
    seen.n_named = all.n_named;
    fill(&seen, lines, shown);
    seen.n_named = all.n_named;
    rt_str sources[3] = {RT_S("un"), case_id(&all, "d1"), RT_S("paper0")};
    compare(&all, &seen, (rt_lens_spec){.narrowed = true, .clear = rt_str_of(clearance)}, seed);
    for (int i = 0; i < 4; i++) compare(&all, &seen, random_lens(clearance, sources), seed);
    case_close(&seen);
    case_close(&all);
}

static void what_is_hidden_changes_nothing_that_is_shown(void **state) {
    (void)state;
    const char *chosen = getenv("REDTHREAD_SEED");
    const uint64_t first = chosen != NULL ? strtoull(chosen, NULL, 10) : 1;
    printf("REDTHREAD_SEED=%llu\n", (unsigned long long)first);
    for (uint64_t i = 0; i < (chosen != NULL ? 1 : CASES); i++) one_world(first + i);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_hidden_changes_nothing_that_is_shown)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
