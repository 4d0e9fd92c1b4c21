/* Editions of lists that were given whole, as the case has them: which there are, and when somebody was on one.
 *
 * Between an edition that has somebody and the next, which has not, he left some day: the days are told as an interval,
 * and what hangs on them is certain, possible or impossible. docs/lists.md says it for people. */
#pragma once

#include "analysis/reading.h"

/* One file that was read for an edition. */
typedef struct rt_edition_file {
    rt_str name, sha256;
    int64_t size;
    struct rt_edition_file *next;
} rt_edition_file;

typedef struct rt_list_edition {
    rt_str dataset, handling, date; /* date: EDTF */
    rt_day day;
    rt_str recorded_at, recorded_by;
    int64_t seq;            /* of its last `read`, which stands behind what came with it: for comparing only */
    rt_edition_file *files; /* none where only what it lacks is known (a restored case) */
} rt_list_edition;

/* In the order of the log. */
typedef struct rt_list_editions {
    rt_list_edition *at;
    size_t n;
} rt_list_editions;

/* Those of a dataset, or of all (empty), that the lens lets through. */
RT_RESULT rt_list_editions_read(rt_lens *lens, rt_str dataset, rt_arena *arena, rt_list_editions *all, rt_error *err);

/* The last one of this list before a place in the log, and the first one behind it; or NULL. */
const rt_list_edition *rt_edition_before(const rt_list_editions *all, rt_str handling, int64_t seq);
const rt_list_edition *rt_edition_after(const rt_list_editions *all, rt_str handling, int64_t seq);

/* A time on a list: from coming to leaving. The bounds are first days: on it, and no longer on it. */
typedef struct rt_spell {
    rt_facts facts;                 /* what the list said in it, in the order of the log; at least one */
    const rt_list_edition *came_by; /* NULL: read otherwise */
    rt_day came_min, came_max;      /* RT_DAY_OPEN_START: nothing is known of before */
    bool left;
    rt_str left_by, absent; /* the edition that lacks it, and the entry that says so */
    rt_day left_min, left_max;
    rt_day until; /* still on it: the day of the last edition that has it, or of what was read */
    int64_t left_seq;
} rt_spell;

/* One entity on one list. */
typedef struct rt_listing {
    rt_str entity, dataset, handling;
    rt_list_editions editions; /* of the dataset; of this handling and others */
    rt_spell *spells;
    size_t n;
} rt_listing;

typedef struct rt_listings {
    rt_listing *at;
    size_t n;
} rt_listings;

/* The lists with editions that an entity is or was on, each member by itself; with `left_only` those that it has left
 * at some time: then editions are read of these alone. */
RT_RESULT rt_listings_of(rt_reading *r, const rt_entity *e, bool left_only, rt_listings *all, rt_error *err);

/* Whether it was on the list on any day that `when` may be. *surely: the whole of it. */
rt_certainty rt_listing_on(const rt_listing *l, const rt_when *when);

/* Whether an edition has it. */
bool rt_listing_has(const rt_listing *l, const rt_list_edition *edition);

/* Its last spell ended and nothing came after. */
bool rt_listing_is_left(const rt_listing *l);

/* "[2026-03-02..2026-04-01]": one of these days, EDTF. */
rt_str rt_one_of_days(rt_day first, rt_day last, rt_arena *arena);

/* Appends {dataset, entity, left, left_span, left_by, absent} of each list that it has left to `list`. */
RT_RESULT rt_shape_left(rt_reading *r, const rt_entity *e, rt_value *list, rt_error *err);
