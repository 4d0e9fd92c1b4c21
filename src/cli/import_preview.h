/* What `import --dry-run` shows: the first records of the files as entries that would be added. */
#pragma once

#include "cli/draw.h"
#include "model/entry.h"

typedef struct rt_preview {
    rt_arena *arena;
    rt_value *rows, *row; /* all; the one that entries are added to */
    size_t n;             /* entries shown */
} rt_preview;

rt_preview rt_preview_new(rt_arena *arena);

/* One entry, read of the record that begins on this line (0: not known); nothing once enough is shown. */
void rt_preview_add(rt_preview *p, rt_str file, uint64_t line, const rt_entry *e);

rt_drawer rt_draw_preview;
