/* What speaks for and against a hypothesis. */
#pragma once

#include "analysis/reading.h"
#include "base/map.h"

typedef struct rt_evidence_item {
    rt_fact *fact;
    bool against;
} rt_evidence_item;

/* In the order in which it was found; a statement may speak for and against. */
typedef struct rt_evidence {
    rt_evidence_item *at;
    size_t n;
    rt_map seen;
} rt_evidence;

/* Links `supports` and `opposes` to the hypothesis or to what states it, and who denies it; what was taken back counts
 * for nothing. */
RT_RESULT rt_evidence_of(rt_reading *r, const rt_entity *hypothesis, rt_evidence *evidence, rt_error *err);

/* One side of it. */
rt_facts rt_evidence_side(const rt_evidence *evidence, bool against, rt_arena *arena);
