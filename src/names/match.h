/* Whether two subjects are one: the names (pair.h) and what else is known of both, in log-odds, part by part. */
#pragma once

#include "names/pair.h"
#include "names/subject.h"

/* A subject made ready: its names read. */
typedef struct rt_ready {
    const rt_subject *subject;
    rt_name *names;
    size_t n;
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
} rt_match;

/* Scores at or above are called a match unless the user says otherwise. */
extern const double rt_match_threshold;

/* Compares two subjects with all that is known of both. Reasons live in the arena. */
void rt_match_subjects(rt_arena *arena, const rt_ready *a, const rt_ready *b, rt_match *match);
