/* What commands on a case share: opening it, the lens that the options ask for, who records, for whose eyes. */
#pragma once

#include "cli/command.h"
#include "store/batch.h"
#include "store/lens.h"

#define RT_PROGRAM "redthread " RT_VERSION

/* RT_AUTO(rt_opened) o = {0}: closes lens and case at the end of its scope. */
typedef struct rt_opened {
    rt_store *store;
    rt_lens *lens;
} rt_opened;
void rt_opened_close(rt_opened *o);

/* The case at this path, for reading: what is done with it (it waits, it is brought up to a new version) is told on
 * stderr, and may be stopped. Every command opens its case by this or by one of those below. */
RT_RESULT rt_open_store(rt_context *ctx, const char *path, rt_store **store, rt_error *err);
RT_RESULT rt_open_store_as(rt_context *ctx, const char *path, rt_open_mode mode, rt_store **store, rt_error *err);

/* The lens that the options ask for. */
rt_lens_spec rt_lens_wanted(rt_context *ctx, const rt_args *args);

/* A lens by `spec` on a case that is open, as if same or apart as the options ask. */
RT_RESULT rt_lens_open_asked(rt_context *ctx, const rt_args *args, rt_store *store, const rt_lens_spec *spec,
                             rt_lens **lens, rt_error *err);

/* The case at this path, for reading, through the lens that the options ask for. */
RT_RESULT rt_open_path_to_read(rt_context *ctx, const rt_args *args, const char *path, rt_opened *o, rt_error *err);

/* The case that is the first argument, for writing; --by and --dataset must be UTF-8, --wait says
 * how long to wait for others. */
RT_RESULT rt_open_to_write(rt_context *ctx, const rt_args *args, rt_opened *o, rt_error *err);

/* The same, also where pages of its file are damaged: to be mended. */
RT_RESULT rt_open_to_mend(rt_context *ctx, const rt_args *args, rt_opened *o, rt_error *err);

/* The same, for reading, through the lens that the options ask for. What is derived from the log must be of this
 * program's making. */
RT_RESULT rt_open_to_read(rt_context *ctx, const rt_args *args, rt_opened *o, rt_error *err);

/* --by, else the login name. */
rt_str rt_recorder(rt_context *ctx, const rt_args *args);

/* --handling, checked and in order; empty when not given. */
RT_RESULT rt_handling_asked(rt_context *ctx, const rt_args *args, rt_str *handling, rt_error *err);
