/* The entities of a case as subjects to be compared. */
#pragma once

#include "names/gather.h"
#include "store/lens.h"

/* Every entity with a name that the schema lets be compared, with what counts of it through the lens: what is denied,
 * taken back by who said it, or replaced is left out. One id is one subject, whatever was judged. The order tells
 * nothing of what is hidden. Memory is one entity. *share (may be NULL) is kept at how much of the case was looked at
 * (rt_lens_share). */
RT_RESULT rt_case_subjects(rt_lens *lens, rt_subject_take *take, void *to, double *share, rt_error *err);

/* One entity as a subject, in the arena; without id and names when no visible statement is about it. */
RT_RESULT rt_case_subject(rt_lens *lens, rt_str id, rt_arena *arena, rt_subject *subject, rt_error *err);
