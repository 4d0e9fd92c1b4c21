/* What can be searched for names: an index file, a case through the lens that the options ask for, or files that
 * `import` reads. Of the latter two an index is made on the way, in memory where the system allows it, and nothing of
 * it is left however the command ends. */
#pragma once

#include "cli/with_case.h"
#include "names/gather.h"
#include "names/index_overlay.h"

/* RT_AUTO(rt_searchable) s = {0}: closes itself at the end of its scope. */
typedef struct rt_searchable {
    rt_overlaid *index; /* with what lies over it */
    rt_opened from;     /* the case that the index was made of, still open through its lens; empty: none */
} rt_searchable;
void rt_searchable_close(rt_searchable *s);

RT_RESULT rt_searchable_open(rt_context *ctx, const rt_args *args, rt_str path, unsigned threads, rt_searchable *s,
                             rt_error *err);

/* Hands over the subjects of files that are neither a case nor an index (--keep-going, --threads as for building). */
RT_RESULT rt_searchable_read(rt_context *ctx, const rt_args *args, rt_strs paths, rt_subject_take *take, void *to,
                             rt_error *err);

/* Makes an index file of what these paths hold: files, or one case. `entries` is how many subjects went in. */
RT_RESULT rt_searchable_build(rt_context *ctx, const rt_args *args, rt_strs paths, const char *to, unsigned threads,
                              size_t *entries, rt_error *err);
