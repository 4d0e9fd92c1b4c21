/* Whether two subjects are one: the names (pair.h) and what else is known of both, in log-odds, part by part. */
#pragma once

#include "names/pair.h"
#include "names/subject.h"

/* What else is known of a subject, read. */
typedef struct rt_traits rt_traits;

/* A subject made ready: its names read (one of unknown kind twice, see rt_name_readings), of which the first
 * RT_READY_NAMES are compared. Who fills it otherwise may leave traits NULL: then they are read in each comparison. */
enum { RT_READY_NAMES = 64 };
typedef struct rt_ready {
    const rt_subject *subject;
    rt_name *names;
    size_t n;
    const rt_traits *traits;
} rt_ready;

void rt_ready_make(rt_arena *arena, const rt_subject *subject, rt_ready *ready);

/* One reason: feature, its share of the log-odds, and a sentence with both values in it. */
typedef struct rt_reason {
    rt_str feature;
    double score;
    rt_str detail;
} rt_reason;

typedef struct rt_match {
    double score; /* 0..1: the chance that the two are one, as measured on the development sets */
    double logit; /* what the reasons add up to */
    rt_reason *reasons;
    size_t n;
    rt_str names[2]; /* of a and of b, those that say most together: what the reasons speak of; empty: it has none */
} rt_match;

/* Scores at or above are called a match unless the user says otherwise. */
extern const double rt_match_threshold;

/* Compares two subjects with all that is known of both. Reasons live in the arena. */
void rt_match_subjects(rt_arena *arena, const rt_ready *a, const rt_ready *b, rt_match *match);

/* The score alone, the very same, without writing sentences: for ranking before the best are explained. */
double rt_match_score(rt_arena *arena, const rt_ready *a, const rt_ready *b);
