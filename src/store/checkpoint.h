/* The head of a log as a C2SP tlog-checkpoint (https://c2sp.org/tlog-checkpoint): three lines, the origin, the number
 * of entries, the root in base64. Signature lines behind an empty one are passed over here: note.h signs and tries. */
#pragma once

#include "base/hash.h"

typedef struct rt_checkpoint {
    rt_str origin;
    int64_t size;
    rt_hash root;
} rt_checkpoint;

void rt_checkpoint_write(rt_buf *out, const rt_checkpoint *c);

/* Slices point into text. RT_BAD with the line. */
RT_RESULT rt_checkpoint_read(rt_str text, rt_checkpoint *c, rt_error *err);

/* A whole file (64 KiB at most) into the arena; RT_ABSENT, RT_IO, RT_LIMIT. */
RT_RESULT rt_checkpoint_read_file(const char *path, rt_arena *arena, rt_checkpoint *c, rt_error *err);
RT_RESULT rt_small_file(const char *path, rt_arena *arena, size_t most, rt_str *text, rt_error *err);
