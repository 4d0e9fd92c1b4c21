/* The odds of letters as tables, and the walk over two words that adds them up.
 *
 * Made from data/names/odds at build time by tools/odds_gen.py, which says how costs are kept. */
#pragma once

#include "names/word.h"

enum {
    RT_ODDS_EDGE =
        0, /* index of a word's edge in both alphabets: it stands before the first letter and behind the last */
    RT_ODDS_NEVER = 0x7fff, /* a cost that is never met; two of them still fit into 16 bits */
    RT_ODDS_NAT = 256,      /* one nat in the tables of one letter; the lower four bits count typing errors */
    RT_ODDS_PAIR_NAT = 16,  /* and in the tables of two letters, which know no typing errors */
    RT_ODDS_TYPOS = 15,
    RT_ODDS_ALPHABET = 26,
    RT_ODDS_LETTERS = RT_TOKEN_LETTERS + 2, /* of a word with its edges */
    RT_ODDS_LEVELS = 8,
};

/* What it costs at least when a letter stands on one side only: cost[k] with the first k of which the other side has
 * one of the letters with[k], each level with those before it; the last cost is that without any. 1/16 nat. */
typedef struct rt_odds_least_of {
    uint32_t with[RT_ODDS_LEVELS];
    uint8_t cost[RT_ODDS_LEVELS + 1];
} rt_odds_least_of;

/* Left is the script's letters, right the Latin ones (both Latin in the table of spellings). Of two letters only the
 * pairs that data/names/odds names have an id; 0 is every other. */
typedef struct rt_odds {
    uint8_t left[128], right[128]; /* ASCII to index; the last index is whatever the table does not know */
    unsigned lefts, rights, left_pairs, right_pairs; /* how many indexes and ids there are */
    const uint16_t *one;                             /* [left][right] */
    const uint16_t *left_alone;                      /* [left]: nothing stands for it */
    const uint16_t *right_alone;
    const uint8_t *left_pair; /* [left][left]: id of two letters */
    const uint8_t *right_pair;
    const uint8_t *two_one; /* [left pair][right] */
    const uint8_t *one_two; /* [left][right pair] */
    const uint8_t *two_two; /* [left pair][right pair] */
    float slope, letter, base,
        floor; /* how a walk's cost becomes one in nats: slope * cost - letter * letters + base */
    rt_odds_least_of least[RT_ODDS_ALPHABET]; /* of a-z */
    uint16_t swap, first; /* two letters in the wrong order; a typing error on the first letter, on top */
} rt_odds;

/* By script; NULL where there are none and the Latin reading is compared. RT_LATIN: spellings. */
extern const rt_odds *const rt_odds_of[RT_SCRIPTS];

typedef struct rt_walk {
    float cost;     /* nats; INFINITY above what was asked for */
    unsigned typos; /* on the best path */
} rt_walk;

/* Whether every walk between two words costs more than `most` nats, by the letters a-z that each has (bit 0 is a). */
bool rt_odds_apart(const rt_odds *odds, uint32_t left, uint32_t right, float most);

/* The cheapest way from one word to the other. At most RT_TOKEN_LETTERS letters each. */
rt_walk rt_odds_walk(const rt_odds *odds, rt_str left, rt_str right, float most);
