/* What a lens lets through, entry by entry. Private to src/store: the cursors ask. */
#pragma once

#include "base/date.h"
#include "base/map.h"
#include "store/cursor.h"
#include "store/postings_key.h"
#include "store/rows.h"

struct rt_lens {
    rt_store *store;
    rt_arena arena; /* of its options */
    rt_lens_spec options;
    int64_t before;         /* entries from this place on are not there yet */
    rt_str recorded_by;     /* nothing that was recorded after this: a day or a time, compared as text; or empty */
    rt_str recorded_before; /* nothing that was recorded from this day or time on; or empty */
    rt_when at;             /* of --at */
    rt_day said_by;         /* last day of --said-by */
    rt_rows rows;
    rt_strs let_through; /* handlings of what it let through, each once */
    bool has_acts;       /* some act names something: else nothing can be taken out */
    uint8_t *sights;     /* by provenance, as bits; 0: not judged yet */
    size_t sight_room;
    sqlite3_stmt *get_statement, *get_act;
    rt_key_rows ids, bearers;
    sqlite3_stmt *find_documents; /* NULL until somebody asks */
    rt_map called;                /* what documents are called that were looked for */
    struct rt_called *of_called;  /* with the same numbers */
    rt_arena called_arena;        /* of both */
    rt_cursor *idle;              /* closed cursors, kept to be opened again: most views open many of a kind */
};

/* Gives back what closed cursors keep. */
void rt_cursors_free(rt_cursor *idle);

/* Gives back what is known of documents by what they are called. */
void rt_called_close(rt_lens *lens);

/* The different dates of the documents that a statement may mean by what it calls its own, as far as the reader may see
 * them; of one document where that is sure. Texts live in the arena. */
RT_RESULT rt_called_dates(rt_lens *lens, rt_str called, rt_arena *arena, rt_strs *dates, rt_error *err);

/* Whether the reader may see this act and it was recorded by then, whatever else the lens asks for. */
bool rt_lens_may_show(rt_lens *lens, int64_t seq, const rt_entry *act);

/* The document with this id of which that holds; its texts live in the arena. */
RT_RESULT rt_lens_document_by_id(rt_lens *lens, rt_str id, rt_arena *arena, rt_entry *document, bool *found,
                                 rt_error *err);

/* What is supposed, copied into the lens; and whether all of it is there and holds together (RT_ABSENT, RT_BAD). */
void rt_supposed_copy(rt_lens *lens, rt_supposed_list supposed);
RT_RESULT rt_supposed_check(rt_lens *lens, rt_error *err);

typedef struct rt_sight {
    bool seen;
    rt_sure said, held;
} rt_sight;

/* rt_stay_ranges for what this lens lets through. */
void rt_lens_stay_ranges(const rt_lens *lens, rt_str place, int64_t first_day, int64_t last_day, int64_t *from,
                         int64_t *to);

/* Where the batch with this id begins, which the reader must be allowed to see; RT_ABSENT when there is none. */
RT_RESULT rt_lens_batch_begin(rt_lens *lens, rt_str id, int64_t *first, rt_error *err);

/* Of a statement at this place with this provenance. */
RT_RESULT rt_lens_sight(rt_lens *lens, int64_t seq, int64_t provenance, rt_sight *sight, rt_error *err);

/* The same where `rows`, who needs it too, reads the provenance. */
RT_RESULT rt_lens_sight_by(rt_lens *lens, rt_rows *rows, int64_t seq, int64_t provenance, rt_sight *sight,
                           rt_error *err);

/* Of an act: when the reader may see it, it was recorded and said by then, and all that it names is seen. */
RT_RESULT rt_lens_act_sight(rt_lens *lens, int64_t seq, const rt_entry *act, rt_sight *sight, rt_error *err);

/* The act at this place (RT_CORRUPT when there is none) and how the lens sees it; its texts live in the arena. */
RT_RESULT rt_lens_act_at(rt_lens *lens, int64_t seq, rt_arena *arena, rt_entry *act, rt_sight *sight, rt_error *err);
