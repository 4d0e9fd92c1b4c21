/* From words to names. The words of all names are read twice, in their order: to count how many names each word has,
 * and to put each name's number behind its words; so the numbers of a word come in rising order. */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "names/align.h"
#include "names/index_keyed.h"
#include "names/index_sounds.h"
#include "names/index_writer.h"

/* --- the part of the file that is written ------------------------------------------------------------------------- */

rt_status rt_writer_map(const rt_index_writer *w, rt_index *index, rt_error *err) {
    const rt_index_header *h = &w->out.header;
    void *at = mmap(NULL, (size_t)w->out.at, PROT_READ, MAP_SHARED, w->out.fd, 0);
    if (at == MAP_FAILED) return rt_fail(err, RT_IO, "%s: %s", w->out.path, strerror(errno));
    const char *bytes = at;
    const void *names = bytes + h->sections[RT_SECTION_NAMES].offset;
    const void *name_words = bytes + h->sections[RT_SECTION_NAME_WORDS].offset;
    const void *words = bytes + h->sections[RT_SECTION_WORDS].offset;
    *index = (rt_index){.at = at,
                        .size = (size_t)w->out.at,
                        .header = *h,
                        .names = names,
                        .name_words = name_words,
                        .words = words,
                        .name_count = (size_t)h->names,
                        .name_word_count = (size_t)w->b->name_words,
                        .word_count = (size_t)h->words,
                        .posting_count = h->sections[RT_SECTION_POSTINGS].size / sizeof(rt_index_posting)};
    index->letters = rt_index_section_bytes(index, RT_SECTION_LETTERS);
    return rt_ok;
}

void rt_writer_unmap(rt_index *index) { munmap((void *)(uintptr_t)index->at, index->size); }

/* --- postings ------------------------------------------------------------------------------------------------------
 */

/* at[word + 1] counts, then at[word] is where the word's postings begin. */
static uint32_t *postings_count(const rt_index_writer *w, const rt_index *index) {
    const size_t words = w->b->words.n;
    uint32_t *at = rt_alloc((words + 2) * sizeof *at);
    memset(at, 0, (words + 2) * sizeof *at);
    for (size_t name = 0; name < index->name_count; name++) {
        const rt_index_span s = rt_index_name_span(index, (uint32_t)name);
        for (size_t i = s.begin; i < s.end; i++)
            if (rt_index_listed(index, s, i)) at[rt_index_word_at(index, i) + 2]++;
    }
    for (size_t i = 2; i < words + 2; i++) at[i] += at[i - 1];
    return at;
}

static uint32_t others_of(const rt_index_writer *w, const rt_index *index, uint32_t name, rt_index_span s, size_t at) {
    uint32_t bits = 0;
    float info = 0;
    for (size_t i = s.begin; i < s.end; i++) {
        if (!rt_index_counts(index, s, i)) continue;
        const uint32_t word = rt_index_word_at(index, i);
        info += fminf(rt_index_word_info(&w->b->words.words[w->order[word]]), rt_most_info);
        if (i != at) bits |= rt_index_bit(w->skeletons[w->order[word]]);
    }
    return bits | (uint32_t)rt_index_name_kind(index, name) << 24 | (info < 63 ? (uint32_t)info : 63) << 26;
}

/* next[word + 1] moves from where the word's postings begin to where they end: where the next word's begin. */
static void postings_put(const rt_index_writer *w, const rt_index *index, uint32_t *next, rt_index_posting *to) {
    for (size_t name = 0; name < index->name_count; name++) {
        const rt_index_span s = rt_index_name_span(index, (uint32_t)name);
        for (size_t i = s.begin; i < s.end; i++)
            if (rt_index_listed(index, s, i))
                to[next[rt_index_word_at(index, i) + 1]++] =
                    (rt_index_posting){(uint32_t)name, others_of(w, index, (uint32_t)name, s, i)};
    }
}

static int posting_cmp(const void *a, const void *b) {
    const rt_index_posting *x = a, *y = b;
    const uint32_t i = rt_index_posting_info(x), k = rt_index_posting_info(y);
    if (i != k) return i < k ? -1 : 1;
    return x->name < y->name ? -1 : x->name > y->name;
}

static void postings_sort(const rt_index_writer *w, rt_index_posting *postings) {
    const uint32_t *at = w->posting_at;
    for (size_t i = 0; i < w->b->words.n; i++)
        if (at[i + 1] - at[i] > 1) qsort(postings + at[i], at[i + 1] - at[i], sizeof *postings, posting_cmp);
}

static rt_status postings_write(rt_index_writer *w, const rt_index *index, uint32_t *at, rt_error *err) {
    const size_t words = w->b->words.n;
    void *to;
    RT_TRY(rt_index_out_map(&w->out, RT_SECTION_POSTINGS, at[words + 1] * sizeof(rt_index_posting), &to, err));
    postings_put(w, index, at, to);
    postings_sort(w, to);
    return rt_index_out_unmap(&w->out, err);
}

rt_status rt_writer_postings(rt_index_writer *w, rt_error *err) {
    rt_index index;
    RT_TRY(rt_writer_map(w, &index, err));
    w->posting_at = postings_count(w, &index);
    const rt_status s = postings_write(w, &index, w->posting_at, err);
    rt_writer_unmap(&index);
    return s;
}

/* --- tables by key --------------------------------------------------------------------------------------------------
 */

typedef struct source {
    rt_spool *spool;
    uint32_t *directory;
    unsigned bits;
    rt_index_keyed *out;
} source;

static rt_status count(void *with, const void *bytes, size_t n, rt_error *err) {
    source *s = with;
    (void)err;
    rt_index_directory_count(s->directory, s->bits, bytes, n / sizeof(rt_index_keyed));
    return rt_ok;
}

static rt_status put(void *with, const void *bytes, size_t n, rt_error *err) {
    source *s = with;
    (void)err;
    rt_index_directory_put(s->directory, s->bits, bytes, n / sizeof(rt_index_keyed), s->out);
    return rt_ok;
}

static rt_status each(source *s, rt_spool_take *take, rt_error *err) {
    return rt_spool_read(s->spool, sizeof(rt_index_keyed), take, s, err);
}

static rt_status records_write(rt_index_writer *w, source *s, rt_index_section directory, size_t size, rt_error *err) {
    void *to;
    RT_TRY(each(s, count, err));
    rt_index_directory_sum(s->directory, s->bits);
    RT_TRY(rt_index_out_map(&w->out, (rt_index_section)(directory + 1), size, &to, err));
    s->out = to;
    RT_TRY(each(s, put, err));
    rt_index_directory_sort(s->directory, s->bits, s->out);
    return rt_index_out_unmap(&w->out, err);
}

static rt_status table_write(rt_index_writer *w, rt_spool *spool, rt_index_section directory, rt_error *err) {
    source s = {.spool = spool, .bits = rt_index_directory_bits((size_t)spool->size / sizeof(rt_index_keyed))};
    const size_t places = ((size_t)1 << s.bits) + 1;
    if (spool->size / sizeof(rt_index_keyed) > UINT32_MAX - 1)
        return rt_fail(err, RT_LIMIT, "more names than an index holds");
    s.directory = rt_alloc(places * sizeof *s.directory);
    memset(s.directory, 0, places * sizeof *s.directory);
    rt_status status = records_write(w, &s, directory, (size_t)spool->size, err);
    if (status.code == RT_OK)
        status = rt_index_out_section(&w->out, directory, s.directory, places * sizeof *s.directory, err);
    free(s.directory);
    return status;
}

rt_status rt_writer_tables(rt_index_writer *w, rt_error *err) {
    RT_TRY(table_write(w, &w->sounds, RT_SECTION_SOUND_AT, err));
    RT_TRY(table_write(w, &w->b->joins, RT_SECTION_JOIN_AT, err));
    return table_write(w, &w->b->numbers, RT_SECTION_NUMBER_AT, err);
}
