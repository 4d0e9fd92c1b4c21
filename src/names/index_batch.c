#include "names/index_batch.h"

#include "names/index_entry.h"
#include "names/index_join.h"
#include "names/index_numbers.h"

void rt_index_batch_close(rt_index_batch *batch) {
    rt_arena_close(&batch->arena);
    rt_buf_close(&batch->records);
    rt_buf_close(&batch->word_counts);
    rt_buf_close(&batch->words);
    rt_buf_close(&batch->joins);
    rt_buf_close(&batch->numbers);
}

void rt_index_batch_clear(rt_index_batch *batch) {
    rt_arena_reset(&batch->arena);
    rt_buf_clear(&batch->records);
    rt_buf_clear(&batch->word_counts);
    rt_buf_clear(&batch->words);
    rt_buf_clear(&batch->joins);
    rt_buf_clear(&batch->numbers);
    batch->n = 0;
}

bool rt_index_batch_full(const rt_index_batch *batch) {
    return batch->n == RT_INDEX_BATCH_SUBJECTS || batch->arena.used > RT_INDEX_BATCH_BYTES;
}

/* --- in ----------------------------------------------------------------------------------------------------------- */

void rt_index_batch_add(rt_index_batch *batch, rt_numbered *strings, const rt_subject *subject) {
    rt_arena *arena = &batch->arena;
    rt_subject *to = &batch->subjects[batch->n];
    uint32_t *codes = batch->codes[batch->n++] = RT_NEW_N(arena, uint32_t, subject->trait_count + 1);
    *to = *subject;
    to->id = rt_str_copy(arena, subject->id);
    to->schema = rt_str_copy(arena, subject->schema);
    to->caption = rt_str_copy(arena, subject->caption);
    to->names.at = RT_NEW_N(arena, rt_str, subject->names.n + 1);
    for (size_t i = 0; i < subject->names.n; i++) to->names.at[i] = rt_str_copy(arena, subject->names.at[i]);
    to->traits = RT_NEW_N(arena, rt_trait, subject->trait_count + 1);
    codes[0] = rt_numbered_of(strings, subject->schema);
    for (size_t i = 0; i < subject->trait_count; i++) {
        codes[i + 1] = rt_numbered_of(strings, subject->traits[i].prop);
        to->traits[i].prop = rt_str_copy(arena, subject->traits[i].prop);
        to->traits[i].value = rt_str_copy(arena, subject->traits[i].value);
    }
}

/* --- out ---------------------------------------------------------------------------------------------------------- */

static uint16_t marks_of(const rt_name *name, size_t i) {
    const rt_word *w = &name->words[i];
    unsigned marks = w->part | (w->place & 31u) << RT_MARK_PLACE | (unsigned)w->truncated << RT_MARK_TRUNCATED;
    if (i == 0)
        marks |= (unsigned)name->kind << RT_MARK_KIND | (unsigned)name->ordered << RT_MARK_ORDERED |
                 (unsigned)name->truncated << RT_MARK_NAME_TRUNCATED;
    return (uint16_t)marks;
}

static void name_add(rt_index_batch *batch, const rt_name *name) {
    const size_t n = name->n < RT_NAME_MOST_WORDS ? name->n : RT_NAME_MOST_WORDS;
    rt_index_joins_add(name, (uint32_t)batch->word_counts.len, &batch->joins);
    rt_buf_byte(&batch->word_counts, (char)n);
    for (size_t i = 0; i < n; i++) {
        void *room = rt_buf_room(&batch->words, sizeof(rt_index_batch_word));
        rt_index_batch_word *word = room;
        rt_index_spell(&name->words[i], &word->spelt);
        word->hash = rt_index_spelt_hash(&word->spelt);
        word->marks = marks_of(name, i);
        batch->words.len += sizeof *word;
    }
}

void rt_index_batch_read(rt_index_batch *batch) {
    RT_AUTO(rt_arena) arena = {0};
    for (size_t i = 0; i < batch->n; i++) {
        rt_ready ready;
        rt_ready_make(&arena, &batch->subjects[i], &ready);
        const size_t before = batch->records.len;
        rt_index_entry_write(&ready, batch->codes[i], &batch->records);
        batch->record_len[i] = (uint32_t)(batch->records.len - before);
        batch->name_count[i] = (uint32_t)ready.n;
        for (size_t k = 0; k < ready.n; k++) name_add(batch, &ready.names[k]);
        rt_index_numbers_add(&batch->subjects[i], (uint32_t)i, &batch->numbers);
        rt_arena_reset(&arena);
    }
}
