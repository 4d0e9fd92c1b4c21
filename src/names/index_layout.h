/* How the index file is laid out: header, sections and their records, as docs/index-file.md describes them.
 *
 * Numbers are little-endian and as wide as they stand here. */
#pragma once

#include "base/hash.h"
#include "names/word.h"

enum {
    RT_INDEX_VERSION = 2,
    RT_INDEX_ALIGN = 64,                       /* of sections: a cache line */
    RT_INDEX_WORD_MOST = 4 * RT_TOKEN_LETTERS, /* letters of one word's record */
};

typedef enum rt_index_section {
    RT_SECTION_NOTE,       /* JSON: what the index was made from */
    RT_SECTION_STRINGS,    /* schemata and properties, each once: a record names them by number */
    RT_SECTION_ENTRY_AT,   /* u64 an entry and one more: where its record begins in ENTRIES */
    RT_SECTION_ENTRIES,    /* what is known of each entry, as text */
    RT_SECTION_ENTRY_NAME, /* u32 an entry and one more: its first name's number */
    RT_SECTION_NAMES,      /* rt_index_name a name and one more */
    RT_SECTION_NAME_WORDS, /* rt_index_name_word: the words of all names, one name behind the other */
    RT_SECTION_WORDS,      /* rt_index_word a word of the dictionary and one more; alike sounding ones side by side */
    RT_SECTION_LETTERS,    /* the letters of these words */
    RT_SECTION_POSTINGS,   /* rt_index_posting: in which names a word stands */
    RT_SECTION_SOUND_AT,   /* three tables by key (index_keyed.h): a directory and its records */
    RT_SECTION_SOUNDS,     /* sound -> word */
    RT_SECTION_JOIN_AT,
    RT_SECTION_JOINS, /* skeleton of two words that stand side by side, written as one -> name */
    RT_SECTION_NUMBER_AT,
    RT_SECTION_NUMBERS, /* hash of an identity number -> entry */
    RT_SECTION_NEAR_AT, /* u32 a word and one more: its first in NEARS */
    RT_SECTION_NEARS,   /* rt_index_near: what is near to the words that many names have */
    RT_SECTIONS,
} rt_index_section;

typedef struct rt_index_place {
    uint64_t offset, size; /* bytes of the file */
    rt_hash sha256;        /* of the section's bytes: tried by rt_index_verify only */
} rt_index_place;

typedef struct rt_index_header {
    char magic[8]; /* "RTNAMES\n" */
    uint32_t version;
    uint32_t order; /* 0x01020304, as the machine that wrote it has it */
    uint64_t bytes; /* of the file */
    uint64_t entries, names, words;
    rt_index_place sections[RT_SECTIONS];
    uint64_t check; /* FNV-1a of all that stands before it */
} rt_index_header;

typedef struct rt_index_name {
    uint32_t entry, first; /* its first word in NAME_WORDS; the next name's first ends it */
} rt_index_name;

/* A word as it stands in a name. marks: rt_index_marks. 6 bytes, so read and written by memcpy. */
typedef struct rt_index_name_word {
    uint16_t word[2]; /* number in WORDS: low half, high half */
    uint16_t marks;
} rt_index_name_word;

static inline rt_index_name_word rt_index_name_word_of(uint32_t number, uint16_t marks) {
    return (rt_index_name_word){{(uint16_t)number, (uint16_t)(number >> 16)}, marks};
}
static inline uint32_t rt_index_name_word_number(const rt_index_name_word *w) {
    return (uint32_t)w->word[0] | (uint32_t)w->word[1] << 16;
}

/* What a word has from its place in a name: part (4 bits), place (5), truncated (1); and, on a name's first word, of
 * the name: kind (2), ordered (1), truncated (1). */
enum {
    RT_MARK_PLACE = 4,
    RT_MARK_TRUNCATED = 9,
    RT_MARK_KIND = 10,
    RT_MARK_ORDERED = 12,
    RT_MARK_NAME_TRUNCATED = 13,
};

/* A word of the dictionary: rt_word without what it has from its place. Its letters stand in LETTERS from text on:
 * latin, symbols (none when symbol_len is RT_INDEX_SYMBOLS_ARE_LATIN), the other readings. */
typedef struct rt_index_word {
    uint64_t key;
    uint32_t letters, uses;
    uint16_t info,
        origins; /* info in RT_INDEX_INFO_STEPS of a nat, which all infos of the lexicon are whole numbers of */
    uint16_t families[RT_LEXEME_FAMILIES];
    uint16_t number;
    uint8_t script, nickname;
    uint8_t len, symbol_len, other_len[2];
    uint32_t text;
    uint32_t skeleton; /* index_sounds.h */
    uint32_t posting;  /* its first in POSTINGS; the next word's ends them */
} rt_index_word;

enum { RT_INDEX_SYMBOLS_ARE_LATIN = 255, RT_INDEX_INFO_STEPS = 1024 };

/* How many of LETTERS are the word's. */
static inline size_t rt_index_word_letters(const rt_index_word *w) {
    const size_t symbols = w->symbol_len == RT_INDEX_SYMBOLS_ARE_LATIN ? 0 : w->symbol_len;
    return w->len + symbols + w->other_len[0] + w->other_len[1];
}

static inline float rt_index_word_info(const rt_index_word *w) { return (float)w->info / RT_INDEX_INFO_STEPS; }

/* A name in which a word stands, with what lets most of them be passed over unread. The lower 24 bits of `others`: one
 * for each other word of that name, chosen by its skeleton (rt_index_bit). The next two: the kind of the name. The
 * upper six: how much the listed words of the name say together, in whole nats (63: or more). A word's postings rise by
 * this, then by name: the names in which the word is much come first. */
typedef struct rt_index_posting {
    uint32_t name, others;
} rt_index_posting;

static inline uint32_t rt_index_posting_info(const rt_index_posting *p) { return p->others >> 26; }
static inline uint32_t rt_index_posting_kind(const rt_index_posting *p) { return p->others >> 24 & 3; }

typedef struct rt_index_keyed {
    uint32_t key, value;
} rt_index_keyed;

/* A word that is near to another: 8 bits of rt_alike_how, then 24 of cost in 65536ths of a nat. */
typedef struct rt_index_near {
    uint32_t word, cost;
} rt_index_near;

_Static_assert(sizeof(rt_index_name_word) == 6 && sizeof(rt_index_word) == 48, "records have no gaps");
_Static_assert(sizeof(rt_index_place) == 48, "places have no gaps");

/* What one record of a section takes; 1 for text. */
size_t rt_index_record_size(rt_index_section section);

/* The header's checksum. */
uint64_t rt_index_check(const rt_index_header *header);

/* FNV-1a, 64 bits. */
uint64_t rt_index_hash(rt_str bytes);
uint32_t rt_index_fold(uint64_t key); /* 64 bits of key to 32 */
