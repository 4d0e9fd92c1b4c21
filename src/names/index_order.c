/* The dictionary of an index in order of sound: words that a query's word may be near to stand side by side, so that
 * comparing with them reads the file from front to back. */
#include <stdlib.h>
#include <string.h>

#include "names/index_file.h"
#include "names/index_sounds.h"
#include "names/index_writer.h"

/* The word first seen as i, whole again. */
static void word_of(const rt_index_dictionary *in, size_t i, rt_word *word) {
    const rt_index index = {.words = in->words, .word_count = in->n, .letters = rt_buf_str(&in->letters)};
    rt_index_word_read(&index, (uint32_t)i, word);
}

static int words_cmp(const void *a, const void *b, void *with) {
    const rt_index_writer *w = with;
    uint32_t i, j;
    memcpy(&i, a, sizeof i);
    memcpy(&j, b, sizeof j);
    if (w->skeletons[i] != w->skeletons[j]) return w->skeletons[i] < w->skeletons[j] ? -1 : 1;
    const rt_index_word *x = &w->b->words.words[i], *y = &w->b->words.words[j];
    const rt_str s = {w->b->words.letters.at + x->text, x->len}, t = {w->b->words.letters.at + y->text, y->len};
    const int by_letters = rt_str_cmp(s, t);
    if (by_letters != 0) return by_letters;
    return i < j ? -1 : i > j; /* other readings, or known for another use: as they came */
}

static rt_status sounds_add(rt_index_writer *w, uint32_t number, rt_error *err) {
    rt_word word;
    rt_sounds sounds;
    word_of(&w->b->words, w->order[number], &word);
    rt_index_sounds(&word, false, &sounds);
    for (size_t k = 0; k <= sounds.n; k++) {
        const rt_index_keyed one = {k < sounds.n ? sounds.keys[k] : rt_index_word_key(&word), number};
        RT_TRY(rt_spool_add(&w->sounds, &one, sizeof one, err));
    }
    return rt_ok;
}

rt_status rt_writer_order(rt_index_writer *w, rt_error *err) {
    const rt_index_dictionary *in = &w->b->words;
    w->rank = rt_alloc((in->n + 1) * sizeof *w->rank);
    w->order = rt_alloc((in->n + 1) * sizeof *w->order);
    w->skeletons = rt_alloc((in->n + 1) * sizeof *w->skeletons);
    for (size_t i = 0; i < in->n; i++) {
        rt_word word;
        word_of(in, i, &word);
        w->skeletons[i] = rt_index_skeleton(&word);
        w->order[i] = (uint32_t)i;
    }
    qsort_r(w->order, in->n, sizeof *w->order, words_cmp, w);
    for (size_t i = 0; i < in->n; i++) {
        w->rank[w->order[i]] = (uint32_t)i;
        RT_TRY(sounds_add(w, (uint32_t)i, err));
    }
    return rt_ok;
}

rt_status rt_writer_words(rt_index_writer *w, rt_error *err) {
    const rt_index_dictionary *in = &w->b->words;
    RT_AUTO(rt_buf) letters = {0};
    RT_TRY(rt_index_out_begin(&w->out, RT_SECTION_WORDS, err));
    for (size_t i = 0; i < in->n; i++) {
        rt_index_word record = in->words[w->order[i]];
        const rt_str text = {in->letters.at + record.text, rt_index_word_letters(&record)};
        record.text = (uint32_t)letters.len;
        record.skeleton = w->skeletons[w->order[i]];
        record.posting = w->posting_at[i];
        rt_buf_add(&letters, text);
        RT_TRY(rt_index_out_add(&w->out, &record, sizeof record, err));
    }
    const rt_index_word end = {.text = (uint32_t)letters.len, .posting = w->posting_at[in->n]};
    RT_TRY(rt_index_out_add(&w->out, &end, sizeof end, err));
    rt_index_out_end(&w->out);
    return rt_index_out_section(&w->out, RT_SECTION_LETTERS, letters.at, letters.len, err);
}
