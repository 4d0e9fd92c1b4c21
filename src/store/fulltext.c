#include "store/fulltext.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "model/types.h"

enum {
    WINDOW = 1 << 20,     /* words that wait: with the sorted copy 24 MB */
    WORDS_MOST = 1 << 18, /* different ones: with texts and slots up to 25 MB */
};

rt_status rt_fulltext_open(rt_fulltext *f, rt_store *store, pthread_mutex_t *turn, rt_error *err) {
    *f = (rt_fulltext){.turn = turn, .tokenizer = rt_tokenizer_new()};
    return rt_word_merge_open(&f->merge, store->db, err);
}

void rt_fulltext_close(rt_fulltext *f) {
    rt_word_merge_close(&f->merge);
    rt_tokenizer_free(f->tokenizer);
    free(f->words);
    free(f->entries);
    free(f->known);
    rt_slots_close(&f->numbers);
    rt_arena_close(&f->arena);
    *f = (rt_fulltext){0};
}

/* --- numbers of words -----------------------------------------------------------------------------------------------
 */

static uint32_t number_of(rt_fulltext *f, rt_str word) {
    for (rt_probe p = rt_slots_text(&f->numbers, word); rt_probe_next(&p);)
        if (rt_str_eq(f->known[p.place], word)) return (uint32_t)p.place;
    f->known = rt_grow_own(f->known, f->known_n, &f->known_room, sizeof *f->known);
    f->known[f->known_n] = rt_str_copy(&f->arena, word);
    rt_slots_add_text(&f->numbers, word, f->known_n, NULL);
    return (uint32_t)f->known_n++;
}

/* --- the words of an entry ------------------------------------------------------------------------------------------
 */

/* Rows of a word must rise: what comes out of order begins a window of its own, and so does what is of another part of
 * the log, and what comes when much waits. */
static rt_status begin_entry(rt_fulltext *f, int64_t seq, rt_error *err) {
    const int64_t last = f->entry_n > 0 ? f->entries[f->entry_n - 1].seq : -1;
    const bool away = last >= seq || (last >= 0 && rt_part_of(last) != rt_part_of(seq));
    return away || f->n >= WINDOW || f->known_n >= WORDS_MOST ? rt_fulltext_flush(f, err) : rt_ok;
}

static void add_text(rt_fulltext *f, rt_str text, rt_fulltext_entry *entry) {
    rt_term term;
    if (text.len == 0) return;
    rt_tokenizer_start(f->tokenizer, text);
    while (rt_tokenizer_next(f->tokenizer, &term)) {
        f->words = rt_grow_own(f->words, f->n, &f->room, sizeof *f->words);
        f->words[f->n++] = (rt_fulltext_word){number_of(f, term.folded), (uint32_t)f->entry_n, (uint32_t)term.place};
        entry->words++;
    }
}

static void end_entry(rt_fulltext *f, const rt_fulltext_entry *entry) {
    if (entry->words == 0) return;
    f->entries = rt_grow_own(f->entries, f->entry_n, &f->entry_room, sizeof *f->entries);
    f->entries[f->entry_n++] = *entry;
}

void rt_fulltext_fields(const rt_prop *prop, const rt_entry *e, rt_str fields[RT_FULLTEXT_FIELDS]) {
    const bool names_entity = prop != NULL && prop->type == &rt_types[RT_TYPE_ENTITY];
    fields[0] = names_entity ? (rt_str){"", 0} : e->value;
    fields[1] = e->original;
    fields[2] = e->quote;
}

rt_status rt_fulltext_statement(rt_fulltext *f, const rt_numbers *at, const rt_prop *prop, const rt_entry *e,
                                rt_error *err) {
    rt_str fields[RT_FULLTEXT_FIELDS];
    rt_fulltext_entry entry = {at->seq, (uint32_t)at->provenance, (uint32_t)at->kind, 0};
    RT_TRY(begin_entry(f, at->seq, err));
    rt_fulltext_fields(prop, e, fields);
    for (int i = 0; i < RT_FULLTEXT_FIELDS; i++) add_text(f, fields[i], &entry);
    end_entry(f, &entry);
    return rt_ok;
}

rt_status rt_fulltext_document(rt_fulltext *f, int64_t seq, rt_str text, rt_error *err) {
    rt_fulltext_entry entry = {.seq = seq};
    RT_TRY(begin_entry(f, seq, err));
    add_text(f, text, &entry);
    end_entry(f, &entry);
    return rt_ok;
}

/* --- putting --------------------------------------------------------------------------------------------------------
 */

/* A word's number, and its first bytes: most are told apart by these, without a look at the word. */
typedef struct ranked {
    uint64_t begin;
    uint32_t word;
} ranked;

static uint64_t begin_of(rt_str word) {
    uint64_t begin = 0;
    for (size_t i = 0; i < 8; i++) begin = begin << 8 | (i < word.len ? (unsigned char)word.at[i] : 0);
    return begin;
}

static int by_word(const void *a, const void *b, void *known) {
    const ranked *x = a, *y = b;
    const rt_str *words = known;
    if (x->begin != y->begin) return x->begin < y->begin ? -1 : 1;
    return rt_str_cmp(words[x->word], words[y->word]);
}

/* The numbers of the window's words by rising word. */
static ranked *rank(const rt_fulltext *f) {
    ranked *all = rt_alloc(f->known_n * sizeof *all);
    for (size_t i = 0; i < f->known_n; i++) all[i] = (ranked){begin_of(f->known[i]), (uint32_t)i};
    qsort_r(all, f->known_n, sizeof *all, by_word, f->known);
    return all;
}

/* The words of the window by rising word, and within one by rising entry and place, in which order they came. */
static rt_fulltext_word *sorted(const rt_fulltext *f) {
    ranked *order = rank(f);
    rt_fulltext_word *to = rt_alloc(f->n * sizeof *to);
    size_t *begin = rt_alloc((f->known_n + 1) * sizeof *begin), at = 0;
    memset(begin, 0, (f->known_n + 1) * sizeof *begin);
    for (size_t i = 0; i < f->n; i++) begin[f->words[i].word]++;
    for (size_t i = 0; i < f->known_n; i++) {
        const size_t n = begin[order[i].word];
        begin[order[i].word] = at;
        at += n;
    }
    free(order);
    for (size_t i = 0; i < f->n; i++) to[begin[f->words[i].word]++] = f->words[i];
    free(begin);
    return to;
}

static void forget(rt_fulltext *f) {
    f->n = f->entry_n = f->known_n = 0;
    rt_slots_clear(&f->numbers);
    rt_arena_reset(&f->arena);
}

rt_status rt_fulltext_flush(rt_fulltext *f, rt_error *err) {
    if (f->n == 0) return rt_ok;
    rt_fulltext_word *all = sorted(f);
    const rt_sorted_words words = {f->known, f->entries, all, f->n};
    pthread_mutex_lock(f->turn);
    const rt_status s = rt_word_merge_put(&f->merge, &words, err);
    pthread_mutex_unlock(f->turn);
    free(all);
    forget(f);
    return s;
}
