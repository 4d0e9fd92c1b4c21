/* One name of a query on its way through an index: its words, the words of the dictionary that are near to them, and
 * the names in which those stand. */
#pragma once

#include "names/index_bound.h"
#include "names/index_far.h"
#include "names/index_file.h"
#include "names/index_remembered.h"
#include "names/pair.h"

enum {
    RT_UNITS_MOST = 2 * RT_NAME_MOST_WORDS, /* words, and two neighbours as one */
    RT_NEAR_MOST = 2048,                    /* words near to one word */
    RT_EXAMINED_MOST = 8192,                /* words of the dictionary that one word is compared with */
};

/* A word of the dictionary that is near to a unit. */
typedef struct rt_near {
    uint32_t word;
    uint32_t next; /* place + 1 of the same word near to another unit; 0: none */
    float evidence, cost;
    float info; /* of the word itself */
    uint8_t unit, how;
} rt_near;

/* What is looked up: a word of the query's name, or two neighbours written as one. */
typedef struct rt_unit {
    const rt_word *word;
    uint8_t at, count; /* its first word of the name, and how many */
    float info;        /* of the words of the query, capped as pair.h has it */
} rt_unit;

typedef struct rt_lookup {
    const rt_index *index;
    rt_arena *arena;
    rt_remembered *remembered; /* or NULL */
    const rt_name *name;
    rt_unit units[RT_UNITS_MOST];
    rt_far *far; /* of each unit: rt_lookup_far */
    size_t n;
    rt_index_bound bound;
    rt_near *near;
    size_t near_count;
    uint32_t *slots; /* by word of the dictionary: place + 1 in near */
    size_t slot_mask;
} rt_lookup;

/* Finds all near words, of those in `remembered` (or NULL) without a search. least: the log-odds from which names are
 * of use. */
void rt_lookup_make(const rt_index *index, rt_arena *arena, rt_remembered *remembered, const rt_name *name, float least,
                    rt_lookup *lookup);

/* The unit, made ready when it is first asked for. */
const rt_far *rt_lookup_far(const rt_lookup *lookup, size_t unit);

/* Only the words near to one; for an index that is being built. */
void rt_lookup_word(const rt_index *index, rt_arena *arena, const rt_word *word, rt_lookup *lookup);

/* The first near entry of this word of the dictionary, or NULL; further ones by next. */
static inline const rt_near *rt_lookup_near(const rt_lookup *l, uint32_t word) {
    for (size_t at = word * 0x9e3779b1u & l->slot_mask;; at = (at + 1) & l->slot_mask) {
        const uint32_t place = l->slots[at];
        if (place == 0) return NULL;
        if (l->near[place - 1].word == word) return &l->near[place - 1];
    }
}

/* What two words that are alike at this cost say: pair.h. Infos are capped as there. */
float rt_index_evidence(float a, float b, float cost);

/* index_candidates.c: the names whose words may say enough, in no order, some more than once. A posting of kind
 * RT_FOUND_JOINED came by two of the name's words that may be one of the query's, the unit in the lowest byte of
 * `others`. */
enum { RT_FOUND_MOST = 1 << 13, RT_FOUND_JOINED = 3 };
void rt_lookup_find(const rt_lookup *lookup, rt_index_posting **found, size_t *n);

/* A name that may be meant. */
typedef struct rt_candidate {
    uint32_t name;
    float promise; /* log-odds: the least that is asked for, or more, when it may reach that */
} rt_candidate;

typedef struct rt_candidates {
    rt_candidate *at;
    size_t n;
} rt_candidates;

/* index_weigh.c: of the names found the most promising, best first, each once. */
rt_candidates rt_candidates_of(const rt_lookup *l, const rt_index_posting *found, size_t n);

/* Compares the name with the query's, by the costs that are known already. */
float rt_lookup_compare(const rt_lookup *l, uint32_t number);
