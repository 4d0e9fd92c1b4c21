#include "store/tamper.h"

#include "store/log.h"

/* Two batches: places 0 to 600 (nodes are kept over 0 to 255 and 256 to 511), and 601 to 605. */
static void fill(test_case *c) {
    case_make(c);
    case_add_many(c, 600);
    case_add(c, "q Person.name Abe; speaker=A; as=a\nlink; link=repeats; from=@a; to=@a; as=l\n"
                "judgement; a=q; b=p1; judgement=same\ndecision; about=@a; decision=accepted");
}

static rt_verdict verify(test_case *c, const rt_checkpoint *against) {
    rt_error err = {0};
    rt_verdict v;
    OK(rt_audit_verify(c->store, against, &c->arena, &v, &err));
    return v;
}

static void an_untouched_log_is_sound(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    rt_verdict v = verify(&c, NULL);
    assert_true(v.sound && v.computable && v.entries == 0);
    case_close(&c);
    fill(&c);
    v = verify(&c, NULL);
    assert_string_equal(v.what, "");
    assert_true(v.sound && v.computable && rt_hash_eq(&v.computed, &v.claimed.root));
    assert_int_equal(v.entries, 606);
    assert_int_equal(v.claimed.size, 606);
    assert_int_equal(v.first_bad, -1);
    assert_int_equal(v.bad + v.unaccounted + v.erased + v.erasures, 0);
    case_close(&c);
}

/* What is done to the file, the entry that must be named (-1: none can be), and words of what is said. */
typedef struct fault {
    const char *sql;
    int first_bad;
    const char *what;
} fault;

static const fault faults[] = {
    {"UPDATE statement SET value = 'other' WHERE seq = 300", 300, "was changed"},
    {"UPDATE statement SET lang = 'eng' WHERE seq = 301", 301, "was changed"},
    {"UPDATE statement SET quote = 'x' WHERE seq = 600", 600, "was changed"},
    {"UPDATE statement SET salt = zeroblob(16) WHERE seq = 10", 10, "was changed"},
    {"UPDATE statement SET seal = seal + 1 WHERE seq = 11", 11, "was changed"},
    {"UPDATE statement SET entity = 2 WHERE seq = 1", 1, "was changed"},
    {"UPDATE statement SET provenance = 2 WHERE seq = 20", 20, "was changed"},
    {"UPDATE provenance SET speaker = 'B' WHERE speaker = 'A'", 602, "was changed"},
    {"UPDATE provenance SET recorded_at = '2001-01-01T00:00:00.000000Z' WHERE id = 1", 1, "was changed"},
    {"UPDATE provenance SET handling = 'hawk' WHERE speaker = 'A'", 602, "was changed"},
    {"UPDATE provenance SET via = 'x' WHERE speaker = 'A'", 602, "damaged"},
    {"DELETE FROM provenance WHERE speaker = 'A'", 602, "provenance"},
    {"UPDATE entity SET name = 'x' WHERE name = 'p3'", 22, "was changed"},
    {"DELETE FROM entity WHERE name = 'p4'", 29, "entity"},
    {"UPDATE kind SET prop = 'alias' WHERE prop = 'notes'", 1, "was changed"},
    {"UPDATE kind SET schema = 'Company' WHERE prop = 'name'", 602, "was changed"},
    {"DELETE FROM kind WHERE prop = 'name'", 602, "kind"},
    {"UPDATE statement SET seq = -1 WHERE seq = 20; UPDATE statement SET seq = 20 WHERE seq = 30; "
     "UPDATE statement SET seq = 30 WHERE seq = -1",
     20, "was changed"},
    {"DELETE FROM statement WHERE seq = 40", 40, "removed"},
    {"DELETE FROM statement WHERE seq BETWEEN 40 AND 45", 40, "removed"},
    {"DELETE FROM act WHERE seq = 605", 605, "removed"},
    {"DELETE FROM act WHERE seq = 0", 0, "removed"},
    {"DELETE FROM act WHERE seq = 601", 601, "removed"},
    {"DELETE FROM statement; DELETE FROM act", 0, "removed"},
    {"INSERT INTO act SELECT 50, line, salt, seal FROM act WHERE seq = 604", 50, "same place"},
    {"INSERT INTO statement SELECT 606, entity, kind, provenance, value, lang, original, locator, quote, salt, seal "
     "FROM statement WHERE seq = 600",
     606, "behind the last head"},
    {"INSERT INTO act SELECT 900, line, salt, seal FROM act WHERE seq = 604", 900, "behind the last head"},
    {"UPDATE statement SET seq = -5 WHERE seq = 5", 5, "removed"},
    {"INSERT INTO act SELECT -5, line, salt, seal FROM act WHERE seq = 604", -5, "before the first entry"},
    {"UPDATE statement SET seq = 10000 WHERE seq = 5", 5, "removed"},
    {"UPDATE act SET line = replace(line, '\"same\"', '\"unsure\"') WHERE seq = 604", 604, ""},
    {"UPDATE act SET line = 'x' WHERE seq = 603", 603, "damaged"},
    {"UPDATE act SET line = '{\"type\":\"grant\"}' WHERE seq = 603", 603, "damaged"},
    {"UPDATE act SET line = line || ' ' WHERE seq = 603", 603, "was changed"},
    {"UPDATE act SET line = replace(line, '\"added\":4', '\"added\":5') WHERE seq = 601", 601, ""},
    {"UPDATE head SET root = zeroblob(32) WHERE size = 606", 601, "head"},
    {"UPDATE head SET root = zeroblob(32) WHERE size = 601", 0, "head"},
    {"UPDATE head SET recorded_at = '2001-01-01T00:00:00.000000Z' WHERE size = 601", 0, "time"},
    {"UPDATE head SET first = 600 WHERE size = 606", 601, "no head"},
    {"UPDATE head SET size = 605 WHERE size = 606", 601, "head"},
    {"UPDATE head SET size = 607 WHERE size = 606", 606, "removed"},
    {"UPDATE head SET size = 600 WHERE size = 601", 0, "head"},
    {"DELETE FROM head WHERE size = 601", 0, "no head"},
    {"DELETE FROM head WHERE size = 606", 601, "behind the last head"},
    {"DELETE FROM head", 0, "behind the last head"},
    {"INSERT INTO head SELECT 300, 200, recorded_at, root FROM head WHERE size = 601", 0, "no head"},
    {"UPDATE node SET hash = zeroblob(32) WHERE place = 8 << 48 | 1", 256, "node"},
    {"UPDATE node SET hash = zeroblob(32) WHERE place = 9 << 48", 0, "node"},
    {"DELETE FROM node WHERE place = 8 << 48", 0, "node"},
    {"INSERT INTO node VALUES (8 << 48 | 2, zeroblob(32))", -1, "node"},
};

static void every_tampering_is_found_and_the_first_bad_entry_named(void **state) {
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        test_case c;
        fill(&c);
        tamper(&c, faults[i].sql);
        const rt_verdict v = verify(&c, NULL);
        if (v.sound || v.first_bad != faults[i].first_bad || strstr(v.what, faults[i].what) == NULL ||
            (v.unaccounted > 0) == v.computable) {
            printf("%s\n    gives entry %d: %s (sound %d, unaccounted %d, computable %d)\n", faults[i].sql,
                   (int)v.first_bad, v.what, v.sound, (int)v.unaccounted, v.computable);
            wrong++;
        }
        case_close(&c);
    }
    assert_int_equal(wrong, 0);
}

/* The seal beside a row is set right again: then the tree alone tells, as exactly as it can. */
static void a_change_with_its_seal_is_found_by_the_tree(void **state) {
    (void)state;
    const struct {
        int64_t seq;
        int first_bad;
    } rows[] = {{300, 256}, {3, 0}, {520, 0}, {602, 601}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        test_case c;
        char sql[128];
        fill(&c);
        snprintf(sql, sizeof sql, "UPDATE statement SET value = 'other' WHERE seq = %d", (int)rows[i].seq);
        tamper(&c, sql);
        rt_log log;
        rt_log_item item;
        rt_error err = {0};
        bool more;
        OK(rt_log_open(&log, c.store, rows[i].seq, rows[i].seq + 1, &err));
        OK(rt_log_next(&log, &item, &more, &err));
        snprintf(sql, sizeof sql, "UPDATE statement SET seal = %lld WHERE seq = %d",
                 (long long)rt_log_seal(rows[i].seq, &item.leaf), (int)rows[i].seq);
        rt_log_close(&log);
        tamper(&c, sql);
        const rt_verdict v = verify(&c, NULL);
        assert_false(v.sound);
        assert_false(rt_hash_eq(&v.computed, &v.claimed.root));
        assert_int_equal(v.first_bad, rows[i].first_bad);
        case_close(&c);
    }
}

/* Logs from 4096 entries on are read by two threads. */
static void a_long_log_is_tried_in_both_halves(void **state) {
    (void)state;
    const struct {
        const char *sql;
        int first_bad;
    } rows[] = {{"SELECT 1", -1},
                {"UPDATE statement SET value = 'x' WHERE seq IN (1000, 4000)", 1000},
                {"UPDATE statement SET value = 'x' WHERE seq IN (4000, 4400)", 4000},
                {"DELETE FROM statement WHERE seq = 2559", 2559},
                {"DELETE FROM statement WHERE seq = 2560", 2560},
                {"DELETE FROM act WHERE seq = 3003", 3003},
                {"UPDATE head SET root = zeroblob(32) WHERE first = 3003", 3003},
                {"UPDATE head SET root = zeroblob(32) WHERE first = 1501", 1501},
                {"UPDATE node SET hash = zeroblob(32) WHERE place = 8 << 48 | 12", 3072}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        test_case c;
        case_make(&c);
        case_add_many(&c, 1500);
        case_add_many(&c, 3001); /* the first 1500 are there already */
        case_add_many(&c, 5200);
        tamper(&c, rows[i].sql);
        const rt_verdict v = verify(&c, NULL);
        if (v.sound != (rows[i].first_bad < 0) || v.first_bad != rows[i].first_bad)
            fail_msg("%s gives entry %d: %s", rows[i].sql, (int)v.first_bad, v.what);
        case_close(&c);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_untouched_log_is_sound),
        cmocka_unit_test(every_tampering_is_found_and_the_first_bad_entry_named),
        cmocka_unit_test(a_change_with_its_seal_is_found_by_the_tree),
        cmocka_unit_test(a_long_log_is_tried_in_both_halves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
