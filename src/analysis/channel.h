/* Channels: by which way, and since when, what a statement says had reached somebody: as its speaker, as one who passed
 * it on, as sender, recipient or author of the paper that holds it, as holder of that paper, or by part in the event
 * that it tells of. What had reached them is what it says, not its wording. */
#pragma once

#include "analysis/dating.h"
#include "analysis/reading.h"
#include "base/date_allen.h"

/* Since when: on one of the days from first to last. */
typedef struct rt_since {
    rt_str edtf;        /* where one text says it; else empty */
    rt_day first, last; /* RT_DAY_OPEN_START, RT_DAY_OPEN_END: not known */
    bool doubted;       /* the date itself is (?) */
} rt_since;

typedef struct rt_channel {
    const rt_entity *holder;  /* NULL where nobody, or more than one, bears the name */
    rt_str name;              /* as it stands; of an entity, its caption */
    rt_str how;               /* "speaker", "recipient", ... */
    const rt_entity *through; /* the paper or the event; NULL for those who spoke */
    rt_since since;
    rt_certainty reached; /* RT_POSSIBLE where nobody says that it did: whom a condition binds need not be told */
} rt_channel;

typedef struct rt_channels {
    rt_channel *at;
    size_t n;
} rt_channels;

/* Adds those of everything that is told of an entity: the event's parties, the paper's, those of what carries it, is
 * its proof or its file, and their holders. */
RT_RESULT rt_channels_of_entity(rt_reading *r, const rt_entity *e, rt_channels *channels, rt_error *err);

/* The last document that was asked about, and whom it reached: statements of one follow each other. */
typedef struct rt_carried {
    rt_str document;
    rt_channels channels;
} rt_carried;

/* Adds those of one statement: its speaker and those who passed it on; and, where a letter carries the statement itself
 * or the document in which it stands, or somebody held this document, these. *last begins as {0}. */
RT_RESULT rt_channels_of_fact(rt_reading *r, const rt_fact *f, rt_carried *last, rt_channels *channels, rt_error *err);

/* Whether what a statement tells of an event or a paper is known to its parties: who, when and where surely; what
 * somebody tells of its course possibly; what was noted later, and what
 * a condition was later taken to mean, not. */
rt_certainty rt_known_to_parties(const rt_entry *e);

/* Whether it had reached them by the end of a day: certain when it had on the first day that may be meant, possible
 * when it may have on the last. */
rt_certainty rt_channel_by(const rt_channel *c, const rt_when *day);

/* Puts holder, since, span, reached, how and through: what `knew` and `alerts` tell of it. */
void rt_shape_channel(const rt_channel *c, rt_certainty reached, rt_value *v, rt_arena *arena);
