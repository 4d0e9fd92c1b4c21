/* Who may have been at a place, for a search that asks for the same places again and again: the rows of a place are
 * read once, and what may touch some days is found among them. The same statements as those of rt_cursor_placed, in the
 * same order.
 *
 * Entities are the numbers of near.h. */
#pragma once

#include "base/slots.h"
#include "store/cursor.h"

/* RT_AUTO(rt_placed) placed = {0}; a reader through a lens, which must outlive it. */
typedef struct rt_placed {
    rt_lens *lens;
    struct sqlite3_stmt *rows, *statement;
    struct rt_placed_place *places;
    size_t n, room;
    rt_slots hashes; /* of these */
    int64_t *heap;   /* places in the log of what is to come: a binary heap, the first on top */
    size_t heap_n, heap_room;
    int64_t last;
} rt_placed;

RT_RESULT rt_placed_open(rt_placed *placed, rt_lens *lens, rt_error *err);
void rt_placed_close(rt_placed *placed); /* {0} is fine */

/* Asks for a place, given by its id or as a text, and for what may have been on any of these days. O(its rows). */
RT_RESULT rt_placed_find(rt_placed *placed, rt_str place, int64_t first_day, int64_t last_day, rt_error *err);

/* The entity of the next statement that the lens shows, in the order of the log; *more is false behind the last. */
RT_RESULT rt_placed_next(rt_placed *placed, int64_t *entity, bool *more, rt_error *err);
