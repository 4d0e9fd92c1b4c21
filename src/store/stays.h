/* Rows of places: which statements put somebody somewhere, by place and by when that may be. Private to src/store.
 *
 * A key is the place (32 bits of a hash of its folded words, or of those of its id), a class of length and the first
 * day. In a class no stay is longer than 2^class days, so what touches a span of days stands, of each class, in one run
 * of keys. When a stay was is what other statements say, and a lens may hide these: only where all of them are one
 * statement's kin (one run, one provenance, no act that names them) they are seen together or not at all, and the row
 * has a time. All else stands in the class `loose`, which is read whatever the time. So rows only narrow the search;
 * whoever reads tells from what is visible. Rows are added and never taken away.
 *
 * A text is kept under what it ends in too: "Laeken, Brussels, Belgium" under "Brussels, be" and under "be". In a class
 * of its own stands what says that a place is within another. */
#pragma once

#include "base/date.h"
#include "model/entry.h"
#include "model/placed.h"
#include "store/case.h"
#include "store/postings.h"
#include "store/postings_key.h"

/* How many names of acts wait at most. */
enum { RT_STAYS_WINDOW = 1 << 20 };

enum {
    RT_STAY_CLASSES = 16,      /* up to 2^15 days, a life */
    RT_STAY_WITHIN_CLASS = 30, /* no stay: what is within a place */
    RT_STAY_LOOSE = 31,
    RT_STAY_RANGES = RT_STAY_CLASSES + 1,
};

/* What a statement of this schema and property is to a stay. */
typedef enum rt_stay_part {
    RT_STAY_NOTHING,
    RT_STAY_EVENT,   /* of an event, but neither place nor date */
    RT_STAY_PLACE,   /* where an event was */
    RT_STAY_DATE,    /* when it was */
    RT_STAY_ADDRESS, /* where somebody lives, or what an organisation is within */
    RT_STAY_WITHIN,  /* what a place is within */
} rt_stay_part;

rt_stay_part rt_stay_part_of(rt_str schema, rt_str prop);

/* The numbers by which a statement of the log is kept. */
typedef struct rt_numbers {
    int64_t seq, entity, kind, provenance;
} rt_numbers;

/* The run of statements of one entity that is being projected. */
typedef struct rt_staying {
    int64_t entity, provenance; /* -1: none yet */
    bool is_event, loose;
    int64_t first; /* its first statement */
    rt_str dates[RT_DAY_PROPS];
    bool given[RT_DAY_PROPS];
    char kept[RT_DAY_PROPS][64];
    rt_posting *places; /* hash of the place, statement */
    size_t n, room;
    int64_t *keys; /* by which acts would name it, and the statements that its time hangs on */
    size_t key_n, key_room;
    rt_posting *named; /* what acts name, until it can be looked up: an entity's number, or (seq 1) the key of an id */
    size_t named_n, named_room;
    bool has_mentions; /* acts of before name something */
    sqlite3_stmt *earlier, *places_of, *statement_at, *mention;
    rt_key_rows ids;
} rt_staying;

RT_RESULT rt_staying_open(rt_staying *s, sqlite3 *db, rt_error *err);
void rt_staying_close(rt_staying *s);

/* Takes one more statement; rows of runs that end go to `rows`. */
RT_RESULT rt_staying_add(rt_staying *s, rt_store *store, rt_postings *rows, const rt_numbers *at, const rt_kind *kind,
                         const rt_entry *e, rt_error *err);

/* Ends the run. */
RT_RESULT rt_staying_end(rt_staying *s, rt_store *store, rt_postings *rows, rt_error *err);

/* Notes that an act names an entity (by its number), or an entry (by the key of its id). */
void rt_staying_name_entity(rt_staying *s, int64_t entity);
void rt_staying_name_entry(rt_staying *s, int64_t id_key);

/* Looks up what the acts named, all ids being in `lookup` and all acts in `mention` by now: the time of these is no
 * longer sure. */
RT_RESULT rt_staying_flush(rt_staying *s, rt_store *store, rt_postings *rows, rt_error *err);

/* The least key of a place. */
int64_t rt_stay_first_key(rt_str place);

/* The runs of keys in which the stays at a place stand that may touch these days. */
void rt_stay_ranges(rt_str place, rt_day first, rt_day last, int64_t from[RT_STAY_RANGES], int64_t to[RT_STAY_RANGES]);

/* The key of what is said to be within a place, given by its id, as a text, as a town, or as a country's code. */
int64_t rt_stay_within_key(rt_str place);
