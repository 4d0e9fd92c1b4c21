/* Who says a thing, and after whom: statements of one claim, those that they repeat, and those that repeat them.
 *
 * A statement is known to follow another
 *   by a link `repeats`;
 *   as said once more by the same speaker (whoever carried it here);
 *   as the same sentence quoted, of at least five words;
 *   as resting on the same passage of the same document (basis `document`);
 *   as carried by the same letter (a Message that `carries` both, or the documents on which they rest);
 *   as told by somebody in his own voice who elsewhere passes it on from another (stands in that one's `via`), unless
 * he witnessed it, or surely said it before. All but the first and the last make one voice of two statements. */
#pragma once

#include "analysis/reading.h"
#include "base/map.h"

typedef enum rt_after {
    RT_AFTER_NOBODY,
    RT_AFTER_LINK,
    RT_AFTER_SPEAKER,
    RT_AFTER_WORDS,
    RT_AFTER_PASSAGE,
    RT_AFTER_LETTER,
    RT_AFTER_CARRIED,
} rt_after;

/* "link", "same speaker", "same words", "same passage", "same letter", "passed on"; empty for nobody. */
rt_str rt_after_name(rt_after how);

typedef struct rt_saying {
    rt_fact *fact;
    bool own, below; /* own: says the claim itself; below: repeats it in other words; neither: is what it repeats */
    rt_after how;
    const rt_fact *after; /* whom it follows; NULL: nobody that is known */
    size_t voice;         /* sayings of one voice have the same */
} rt_saying;

/* The voice `from` has it from the voice `to`. */
typedef struct rt_echo {
    size_t from, to;
} rt_echo;

typedef struct rt_sayings {
    rt_saying *at; /* those of the claim first, in their order */
    size_t n, voices;
    rt_echo *echoes;
    size_t echo_count;
    bool more;  /* there are more than 4096: the rest is not looked at */
    rt_map ids; /* with the same numbers */
} rt_sayings;

/* Of the statements of one claim. Those that are reached by links are of the same mind: they affirm, or (denials) they
 * are what denies. O(n log n) for n statements with their links and `via`. */
RT_RESULT rt_sayings_of(rt_reading *r, rt_facts claim, rt_sayings *all, rt_error *err);
