/* Queries against an index, on all threads, answered in their order. Private to `screen`. */
#pragma once

#include "cli/matching.h"
#include "exchange/input.h"
#include "names/gather.h"
#include "names/index_overlay.h"
#include "store/lens.h"

typedef struct rt_screening rt_screening;

/* lens: of the case that the index was made of, so that a hit can say which lists it has left; or NULL. */
rt_screening *rt_screening_new(rt_context *ctx, const rt_overlaid *index, rt_lens *lens, const rt_matching *how,
                               const rt_search *search);
void rt_screening_free(rt_screening *s); /* NULL is fine */

/* The file that the queries come from, for telling how far it is; open until the screening is finished. */
void rt_screening_reads(rt_screening *s, rt_input *in);

/* Takes a query (copied); `to` is the screening. What is answered is printed when enough came together. */
rt_subject_take rt_screening_add;

/* Tells of a value that is not compared: the first ten, and how many at the end; `to` is the screening. */
void rt_screening_note(void *to, const rt_error *what);

/* Tells of columns that are not compared; `to` is the screening. */
void rt_screening_unread(void *to, const rt_error *what);

/* Answers what is left. */
RT_RESULT rt_screening_finish(rt_screening *s, rt_error *err);
