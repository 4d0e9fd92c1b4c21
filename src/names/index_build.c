#include <stdlib.h>
#include <string.h>

#include "names/index_builder.h"

/* --- opening and giving up ---------------------------------------------------------------------------------------- */

static char *text_copy(const char *text, size_t n) {
    char *copy = rt_alloc(n + 1);
    memcpy(copy, text, n);
    copy[n] = '\0';
    return copy;
}

static char *folder_of(const char *path) {
    const char *slash = strrchr(path, '/');
    if (slash == NULL) return text_copy(".", 1);
    return slash == path ? text_copy("/", 1) : text_copy(path, (size_t)(slash - path));
}

static rt_spool *spool_of(rt_index_builder *b, size_t i) {
    rt_spool *const all[] = {&b->entry_at,        &b->records, &b->entry_name, &b->name_spool,
                             &b->name_word_spool, &b->joins,   &b->numbers};
    return i < sizeof all / sizeof *all ? all[i] : NULL;
}

static rt_status spools_open(rt_index_builder *b, rt_error *err) {
    rt_spool *spool;
    for (size_t i = 0; (spool = spool_of(b, i)) != NULL; i++) RT_TRY(rt_spool_open(b->folder, spool, err));
    return rt_ok;
}

/* path, or NULL; folder becomes the builder's. */
static rt_status builder_open(const char *path, char *folder, const rt_index_options *options,
                              rt_index_builder **builder, rt_error *err) {
    rt_index_builder *b = rt_alloc(sizeof *b);
    rt_spool *spool;
    memset(b, 0, sizeof *b);
    for (size_t i = 0; (spool = spool_of(b, i)) != NULL; i++) spool->fd = -1;
    b->path = path != NULL ? text_copy(path, strlen(path)) : NULL;
    b->folder = folder;
    if (options != NULL) b->options = *options;
    rt_buf_add(&b->note, b->options.note);
    const rt_status s = spools_open(b, err);
    if (s.code != RT_OK) return rt_index_builder_drop(b), s;
    b->crew = rt_crew_new(b->options.threads);
    *builder = b;
    return rt_ok;
}

rt_status rt_index_builder_open(const char *path, const rt_index_options *options, rt_index_builder **builder,
                                rt_error *err) {
    return builder_open(path, folder_of(path), options, builder, err);
}

rt_status rt_index_builder_open_temporary(const char *folder, const rt_index_options *options,
                                          rt_index_builder **builder, rt_error *err) {
    return builder_open(NULL, text_copy(folder, strlen(folder)), options, builder, err);
}

void rt_index_builder_drop(rt_index_builder *b) {
    rt_spool *spool;
    if (b == NULL) return;
    rt_crew_free(b->crew);
    for (size_t i = 0; (spool = spool_of(b, i)) != NULL; i++) rt_spool_close(spool);
    rt_numbered_close(&b->strings);
    rt_index_dictionary_close(&b->words);
    rt_buf_close(&b->note);
    free(b->path);
    free(b->folder);
    free(b);
}

/* --- taking batches ----------------------------------------------------------------------------------------------- */

static const void *bytes_of(const rt_buf *buf) { return buf->at; }

static rt_status names_take(rt_index_builder *b, const rt_index_batch *batch, rt_error *err) {
    const rt_index_batch_word *words = bytes_of(&batch->words);
    const uint8_t *counts = bytes_of(&batch->word_counts);
    size_t word = 0, name = 0;
    for (size_t e = 0; e < batch->n; e++)
        for (size_t i = 0; i < batch->name_count[e]; i++, name++) {
            const rt_index_name record = {(uint32_t)(b->entries + e), (uint32_t)b->name_words};
            RT_TRY(rt_spool_add(&b->name_spool, &record, sizeof record, err));
            b->name_words += counts[name];
            for (size_t k = 0; k < counts[name]; k++, word++) {
                uint32_t number;
                RT_TRY(rt_index_dictionary_word(&b->words, &words[word].spelt, words[word].hash, &number, err));
                const rt_index_name_word one = rt_index_name_word_of(number, words[word].marks);
                RT_TRY(rt_spool_add(&b->name_word_spool, &one, sizeof one, err));
            }
        }
    return rt_ok;
}

static rt_status entries_take(rt_index_builder *b, const rt_index_batch *batch, rt_error *err) {
    uint32_t name = (uint32_t)b->names;
    for (size_t e = 0; e < batch->n; e++) {
        RT_TRY(rt_spool_add(&b->entry_at, &b->entry_bytes, sizeof b->entry_bytes, err));
        RT_TRY(rt_spool_add(&b->entry_name, &name, sizeof name, err));
        b->entry_bytes += batch->record_len[e];
        name += batch->name_count[e];
    }
    return rt_spool_add(&b->records, batch->records.at, batch->records.len, err);
}

static rt_status keyed_take(rt_spool *spool, const rt_buf *records, uint64_t first, rt_error *err) {
    const rt_index_keyed *at = bytes_of(records);
    const size_t n = records->len / sizeof *at;
    for (size_t i = 0; i < n; i++) {
        const rt_index_keyed one = {at[i].key, at[i].value + (uint32_t)first};
        RT_TRY(rt_spool_add(spool, &one, sizeof one, err));
    }
    return rt_ok;
}

static rt_status room_for(const rt_index_builder *b, const rt_index_batch *batch, rt_error *err) {
    const uint64_t most = UINT32_MAX - 1;
    if (b->entries + batch->n > most || b->names + batch->word_counts.len > most ||
        b->name_words + batch->words.len / sizeof(rt_index_batch_word) > most ||
        (b->joins.size + batch->joins.len) / sizeof(rt_index_keyed) > most)
        return rt_fail(err, RT_LIMIT, "more names than an index holds");
    return rt_ok;
}

rt_status rt_index_builder_take(rt_index_builder *b, const rt_index_batch *batch, rt_error *err) {
    RT_TRY(room_for(b, batch, err));
    RT_TRY(entries_take(b, batch, err));
    RT_TRY(names_take(b, batch, err));
    RT_TRY(keyed_take(&b->joins, &batch->joins, b->names, err));
    RT_TRY(keyed_take(&b->numbers, &batch->numbers, b->entries, err));
    b->entries += batch->n;
    b->names += batch->word_counts.len;
    return rt_ok;
}

static rt_status batch_take(void *with, const rt_index_batch *batch, rt_error *err) {
    return rt_index_builder_take(with, batch, err);
}

/* --- adding ------------------------------------------------------------------------------------------------------- */

rt_status rt_index_builder_add(rt_index_builder *b, const rt_subject *subject, rt_error *err) {
    rt_index_batch_add(rt_crew_filling(b->crew), &b->strings, subject);
    return rt_index_batch_full(rt_crew_filling(b->crew)) ? rt_crew_turn(b->crew, false, batch_take, b, err) : rt_ok;
}

rt_status rt_index_builder_finish_temporary(rt_index_builder *b, rt_index **index, rt_error *err) {
    rt_status s = rt_crew_turn(b->crew, true, batch_take, b, err);
    if (s.code == RT_OK) s = rt_index_builder_write(b, index, err);
    rt_index_builder_drop(b);
    return s;
}

rt_status rt_index_builder_finish(rt_index_builder *b, rt_error *err) {
    return rt_index_builder_finish_temporary(b, NULL, err);
}
