/* Words that are merged into packed blocks, against a plain list; and blocks that are damaged. */
#include <stdlib.h>

#include "store/fulltext_merge.h"
#include "store/posting.h"
#include "test.h"

enum { WORDS = 40, ENTRIES = 600, ROWS = 3000, PLACES = 5 };

static sqlite3 *make_table(void) {
    sqlite3 *db;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(db,
                     "CREATE TABLE word (part INTEGER NOT NULL, word TEXT NOT NULL, first INTEGER NOT NULL, "
                     "postings BLOB NOT NULL, PRIMARY KEY (part, word, first)) STRICT, WITHOUT ROWID",
                     NULL, NULL, NULL),
        SQLITE_OK);
    return db;
}

static uint64_t next_random(uint64_t *state) {
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return *state >> 24;
}

/* --- a window -------------------------------------------------------------------------------------------------------
 */

/* Words that begin alike, one as long as any can be, some in other scripts. */
static void make_words(rt_str known[WORDS], char texts[WORDS][RT_TERM_MOST + 1]) {
    for (int i = 0; i < WORDS; i++) {
        snprintf(texts[i], sizeof texts[i], "%s%d", i % 3 == 0 ? "word" : i % 3 == 1 ? "wor" : "слово", i * i);
        known[i] = rt_str_of(texts[i]);
    }
    memset(texts[7], 'w', RT_TERM_MOST);
    texts[7][RT_TERM_MOST] = '\0';
    known[7] = rt_str_of(texts[7]);
}

/* Every fifth is a document. */
static void make_entries(rt_fulltext_entry entries[ENTRIES], int64_t first, uint64_t *random) {
    for (uint32_t i = 0; i < ENTRIES; i++) {
        entries[i] = (rt_fulltext_entry){first + 3 * i, (uint32_t)(next_random(random) % 3), 4 + i % 2, 1 + i % 9};
        if (i % 5 == 0) entries[i].provenance = entries[i].kind = 0;
    }
}

static const rt_str *words_by_rank;

static int by_word_and_entry(const void *a, const void *b) {
    const rt_fulltext_word *x = a, *y = b;
    const int c = rt_str_cmp(words_by_rank[x->word], words_by_rank[y->word]);
    if (c != 0) return c;
    if (x->entry != y->entry) return x->entry < y->entry ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

static size_t make_rows(rt_fulltext_word rows[ROWS * PLACES], size_t n, const rt_str *known, uint64_t *random) {
    size_t made = 0;
    for (size_t i = 0; i < n; i++) {
        const uint32_t word = (uint32_t)(next_random(random) % (next_random(random) % 2 == 0 ? 2 : WORDS)),
                       entry = (uint32_t)(next_random(random) % ENTRIES);
        for (uint32_t k = 0, places = 1 + (uint32_t)(next_random(random) % PLACES); k < places; k++)
            rows[made++] = (rt_fulltext_word){word, entry, k * 1000 + (uint32_t)i};
    }
    words_by_rank = known;
    qsort(rows, made, sizeof *rows, by_word_and_entry);
    return made;
}

/* --- what stands in the table ------------------------------------------------------------------------------------- */

static void tell(rt_buf *out, const rt_standing *s) {
    uint32_t place = 0;
    const char *at = s->places.at;
    rt_buf_printf(out, "%.*s %lld %u %u %u:", RT_FMT(s->word), (long long)s->seq, s->provenance, s->kind, s->words);
    for (uint32_t i = 0; s->provenance == 0 && i < s->times; i++) {
        assert_true(rt_place_next(&at, s->places.at + s->places.len, &place));
        rt_buf_printf(out, " %u", place);
    }
    rt_buf_byte(out, '\n');
}

static rt_str table(sqlite3 *db, rt_buf *out) {
    sqlite3_stmt *s;
    assert_int_equal(
        sqlite3_prepare_v2(db, "SELECT word, first, postings FROM word ORDER BY part, word, first", -1, &s, NULL),
        SQLITE_OK);
    while (sqlite3_step(s) == SQLITE_ROW) {
        rt_block_reader r;
        const rt_str block = {sqlite3_column_blob(s, 2), (size_t)sqlite3_column_bytes(s, 2)};
        assert_in_range(block.len, 1, 1100);
        rt_block_begin(&r, rt_sql_text(s, 0), sqlite3_column_int64(s, 1), block);
        while (rt_block_next(&r)) tell(out, &r.s);
        assert_non_null(r.at);
    }
    sqlite3_finalize(s);
    return rt_buf_str(out);
}

/* --- merging ------------------------------------------------------------------------------------------------------ */

/* All rows in one go are what the same rows are that came in windows, of which each has every so-manieth entry. */
static void what_comes_in_windows_is_what_comes_at_once(void **state) {
    (void)state;
    static const uint32_t windows[] = {1, 2, 7, 100};
    static char texts[WORDS][RT_TERM_MOST + 1];
    static rt_fulltext_word rows[ROWS * PLACES], some[ROWS * PLACES];
    static rt_fulltext_entry entries[ENTRIES];
    rt_str known[WORDS];
    rt_error err = {0};
    rt_buf wanted = {0};
    uint64_t random = 11;
    make_words(known, texts);
    make_entries(entries, 5LL << RT_PART_BITS, &random);
    const size_t n = make_rows(rows, ROWS, known, &random);
    for (size_t w = 0; w < sizeof windows / sizeof *windows; w++) {
        rt_word_merge merge;
        rt_buf got = {0};
        sqlite3 *db = make_table();
        OK(rt_word_merge_open(&merge, db, &err));
        for (uint32_t k = 0; k < windows[w]; k++) {
            size_t kept = 0;
            for (size_t i = 0; i < n; i++)
                if (rows[i].entry * 7919 % windows[w] == k) some[kept++] = rows[i];
            OK(rt_word_merge_put(&merge, &(rt_sorted_words){known, entries, some, kept}, &err));
        }
        table(db, w == 0 ? &wanted : &got);
        if (w > 0) assert_true(rt_str_eq(rt_buf_str(&got), rt_buf_str(&wanted)));
        /* what is there already is replaced by itself */
        rt_buf_clear(&got);
        OK(rt_word_merge_put(&merge, &(rt_sorted_words){known, entries, rows, n}, &err));
        assert_true(rt_str_eq(table(db, &got), rt_buf_str(&wanted)));
        rt_buf_close(&got);
        rt_word_merge_close(&merge);
        sqlite3_close(db);
    }
    assert_true(wanted.len > 10000);
    rt_buf_close(&wanted);
}

/* --- damage ------------------------------------------------------------------------------------------------------- */

static void damaged_blocks_end(void **state) {
    (void)state;
    uint64_t random = 9;
    rt_buf block = {0};
    for (int round = 0; round < 20000; round++) {
        rt_block_reader r;
        rt_str word = RT_S("word");
        rt_buf_clear(&block);
        for (size_t i = 0, n = next_random(&random) % 60; i < n; i++)
            rt_buf_byte(&block, (char)(next_random(&random) % (round % 2 == 0 ? 256 : 12)));
        rt_block_begin(&r, word, 77 << RT_PART_BITS, rt_buf_str(&block));
        while (rt_block_next(&r)) {
            assert_int_equal(rt_part_of(r.s.seq), 77);
            assert_in_range(r.s.word.len, 1, RT_TERM_MOST);
        }
        assert_true(r.at == NULL || r.at == r.end);
    }
    rt_buf_close(&block);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_comes_in_windows_is_what_comes_at_once),
        cmocka_unit_test(damaged_blocks_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
