/* The pairs of a case that are to be judged: those that may be one, best first, without those that are judged, are one
 * or are kept apart already; before them those whose judgement rests on something that no longer counts. */
#pragma once

#include "cli/kept_pairs.h"

typedef struct rt_queue {
    rt_arena *arena;
    rt_matching how;
    rt_strs between;     /* two sources: only pairs of an entity of the one and an entity of the other; none: all */
    rt_kept_pair *pairs; /* the first `shaken` were judged */
    size_t n, shaken;
} rt_queue;

/* --cutoff, --top and --between of xref and judge. */
#define RT_QUEUE_OPTIONS                                                                                               \
    {"cutoff", "SCORE", "pairs that score from here up; the threshold unless told", RT_OPTION_TEXT, 0},                \
        {"top", "N", "of each entity, at most so many partners; 10 unless told", RT_OPTION_TEXT, 0}, {                 \
        "between", "SOURCE",                                                                                           \
            "given twice: only pairs of an entity of the one dataset or document and one of the other",                \
            RT_OPTION_LIST, 0                                                                                          \
    }

/* Finds them in the case at this path, read through the lens that the options ask for. RT_USAGE when it is no case. */
RT_RESULT rt_queue_make(rt_context *ctx, const rt_args *args, rt_str path, rt_queue *queue, rt_error *err);

/* The i-th as an object {score, match, left, right, why[], judged, on[], shaken}; NULL when it need not be judged any
 * more, as this lens has it. `judged` is null, or the judgement that rests on something that no longer counts. */
RT_RESULT rt_queue_item(const rt_queue *queue, size_t i, rt_lens *lens, rt_arena *arena, rt_value **item,
                        rt_error *err);

rt_drawer rt_draw_queued;
