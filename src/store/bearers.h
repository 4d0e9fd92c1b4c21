/* Who bears a name that holds a word, or a word that sounds so. A word may be in millions of names: the index of names
 * tells where they stand and whether the lens shows them, without a look at the log; the caller then reads those that
 * it needs. */
#pragma once

#include "store/cursor.h"

/* Places in the log, rising: for comparing only, never to be shown. */
typedef struct rt_places {
    const int64_t *at;
    size_t n;
} rt_places;

typedef struct rt_bearers {
    rt_places places; /* the first ones that the lens shows */
    bool more;        /* than were asked for */
} rt_bearers;

/* The keys of a word and of a whole name (folded as names/fold.h does); that of a sound is from names/name_sounds.h.
 * Others may share them. */
int64_t rt_bearers_word(rt_str word);
int64_t rt_bearers_name(rt_strs words);

/* Statements of names with this key: the first `most` of them, in the arena. */
RT_RESULT rt_bearers_find(rt_lens *lens, int64_t key, size_t most, rt_arena *arena, rt_bearers *found, rt_error *err);

/* The statements at these places, which must outlive the cursor; what the lens does not show is left out. */
RT_RESULT rt_cursor_at(rt_lens *lens, rt_places places, rt_cursor **c, rt_error *err);
