/* An opened index file: its sections as arrays that cannot be left.
 *
 * Opening proves that every section lies in the file and has the size that the counts demand. What stands in a section
 * is proven when it is used: each function here takes any number and answers with something harmless when the file has
 * it wrong. */
#pragma once

#include "names/index.h"
#include "names/index_layout.h"

struct rt_index {
    const char *at; /* the file's bytes */
    size_t size;
    bool mapped;
    rt_index_header header; /* a copy, so that it stays as it was checked */

    /* The sections. Names and the arrays with an end in a record of their own hold one record more than counted. */
    const uint64_t *entry_at;
    const uint32_t *entry_name;
    const rt_index_name *names;
    const rt_index_name_word *name_words;
    const rt_index_word *words;
    const rt_index_posting *postings;
    const uint32_t *near_at; /* NULL while the index is built */
    const rt_index_near *nears;
    rt_str entries, letters, note;
    size_t entry_count, name_count, word_count, name_word_count, posting_count, near_count;
    rt_strs strings; /* of the STRINGS section */
    rt_arena arena;  /* holds these */
};

/* Opens the index in an open file, which stays the caller's; `name` is for errors. */
RT_RESULT rt_index_open_file(int fd, const char *name, rt_index **index, rt_error *err);

rt_str rt_index_section_bytes(const rt_index *index, rt_index_section section);

/* The word with this number. False when there is none or its record is wrong. Part and place are left to
 * rt_index_name_read. */
bool rt_index_word_read(const rt_index *index, uint32_t number, rt_word *word);

typedef struct rt_index_span {
    size_t begin, end;
} rt_index_span;

rt_index_span rt_index_postings(const rt_index *index, uint32_t word);   /* of index->postings */
rt_index_span rt_index_nears(const rt_index *index, uint32_t word);      /* of index->nears */
rt_index_span rt_index_name_span(const rt_index *index, uint32_t name);  /* of index->name_words; 20 at most */
rt_index_span rt_index_entry_names(const rt_index *index, size_t entry); /* numbers of names */

static inline uint32_t rt_index_word_at(const rt_index *index, size_t at) {
    return rt_index_name_word_number(&index->name_words[at]);
}

/* The name's words, made as rt_name_read made them; at most RT_NAME_MOST_WORDS into words, their numbers into
 * numbers. text is left empty. */
void rt_index_name_read(const rt_index *index, uint32_t number, rt_word *words, uint32_t *numbers, rt_name *name);

/* Only how it is read, of its kind; for a name without words RT_NAME_PERSON. */
rt_name_kind rt_index_name_kind(const rt_index *index, uint32_t number);

/* The entry with its names ready to be compared. Slices of the file, arrays in the arena. */
RT_RESULT rt_index_ready(const rt_index *index, rt_arena *arena, size_t entry, rt_subject *subject, rt_ready *ready,
                         rt_error *err);

/* Whether a word of this part leads to the names in which it stands. Titles, particles, legal forms and stops do not,
 * unless a name has nothing else. */
bool rt_index_part_listed(unsigned part);
static inline unsigned rt_index_part_at(const rt_index *index, size_t at) { return index->name_words[at].marks & 15u; }

/* Whether the word at this place of NAME_WORDS is one of those by which the name of this span is found; and whether it
 * is listed: it is, where it stands for the first time (Ali Ali is found by ali once, and by another ali). */
bool rt_index_counts(const rt_index *index, rt_index_span name, size_t at);
bool rt_index_listed(const rt_index *index, rt_index_span name, size_t at);
