#include "cli/with_case.h"

#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

#include "analysis/as_if.h"
#include "cli/kept_head.h"
#include "cli/progress.h"
#include "cli/stop.h"
#include "model/handling.h"

void rt_opened_close(rt_opened *o) {
    rt_lens_close(o->lens);
    rt_store_close(o->store);
}

/* --- who minds what is done with a case ------------------------------------------------------------------------------
 */

typedef struct telling {
    rt_output *err;
    rt_progress progress;
    bool narrowed; /* to whom sizes of the log are not told */
} telling;

static void tell(void *to, const char *message) {
    telling *t = to;
    rt_error what = {0};
    (void)rt_fail(&what, RT_OK, "%s", message);
    rt_progress_end(&t->progress);
    rt_print_error(t->err, &what);
}

static bool stop(void *to) {
    (void)to;
    return rt_stop_asked();
}

static void tell_progress(void *to, const char *what, int64_t done, int64_t all) {
    telling *t = to;
    if (t->progress.what != what) rt_progress_next(&t->progress, what);
    if (done < 0 || t->narrowed)
        rt_progress_still(&t->progress);
    else if (done == all)
        rt_progress_end(&t->progress);
    else
        rt_progress_tell(&t->progress, done, all > 0 ? (double)done / (double)all : -1);
}

static rt_minder minder_of(rt_context *ctx, bool narrowed) {
    telling *t = RT_NEW(ctx->arena, telling);
    *t = (telling){ctx->err, rt_progress_of(ctx->err, ""), narrowed};
    return (rt_minder){.to = t, .tell = tell, .stop = stop, .progress = tell_progress};
}

/* --- opening --------------------------------------------------------------------------------------------------------
 */

static rt_status open_store(const char *path, rt_open_mode mode, const rt_minder *minder, rt_store **store,
                            rt_error *err) {
    const bool begun = rt_stop_begin();
    const rt_status s = rt_store_open_minded(path, mode, minder, store, err);
    if (begun) rt_stop_end();
    return s;
}

static rt_status open_for(rt_context *ctx, const char *path, rt_open_mode mode, bool narrowed, rt_store **store,
                          rt_error *err) {
    const rt_minder minder = minder_of(ctx, narrowed);
    return open_store(path, mode, &minder, store, err);
}

rt_status rt_open_store_as(rt_context *ctx, const char *path, rt_open_mode mode, rt_store **store, rt_error *err) {
    return open_for(ctx, path, mode, false, store, err);
}

rt_status rt_open_store(rt_context *ctx, const char *path, rt_store **store, rt_error *err) {
    return open_for(ctx, path, RT_OPEN_READ, false, store, err);
}

/* --wait SECONDS */
static rt_status wait_asked(const rt_args *args, int *seconds, rt_error *err) {
    int64_t n;
    if (!rt_args_has(args, "wait")) return rt_ok;
    if (!rt_str_int(rt_args_text(args, "wait"), &n) || n < 0 || n > 24 * 3600)
        return rt_fail(err, RT_USAGE, "--wait takes seconds, from 0 to a day's 86400, not \"%.*s\"",
                       RT_FMT(rt_args_text(args, "wait")));
    *seconds = n == 0 ? RT_WAIT_NOT_AT_ALL : (int)n;
    return rt_ok;
}

/* What of the command line goes into the log: its lines are UTF-8. */
static rt_status check_utf8(const rt_args *args, rt_error *err) {
    static const char *const names[] = {"by", "dataset"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!rt_utf8_valid(rt_args_text(args, names[i]), NULL))
            return rt_fail(err, RT_BAD, "--%s is not UTF-8", names[i]);
    return rt_ok;
}

static rt_status open_first(rt_context *ctx, const rt_args *args, rt_open_mode mode, rt_opened *o, rt_error *err) {
    rt_minder minder = minder_of(ctx, rt_args_has(args, "clear"));
    RT_TRY(check_utf8(args, err));
    RT_TRY(wait_asked(args, &minder.wait, err));
    RT_TRY(open_store(rt_str_z(ctx->arena, rt_args_word(args, 0)), mode, &minder, &o->store, err));
    if (!rt_args_has(args, "clear")) rt_kept_head_look(ctx, o->store); /* sizes of the log are not for every reader */
    return rt_ok;
}

rt_status rt_open_to_write(rt_context *ctx, const rt_args *args, rt_opened *o, rt_error *err) {
    return open_first(ctx, args, RT_OPEN_WRITE, o, err);
}

rt_status rt_open_to_mend(rt_context *ctx, const rt_args *args, rt_opened *o, rt_error *err) {
    return open_first(ctx, args, RT_OPEN_MEND, o, err);
}

rt_lens_spec rt_lens_wanted(rt_context *ctx, const rt_args *args) {
    return (rt_lens_spec){
        .narrowed = rt_args_has(args, "clear"),
        .clear = rt_args_text(args, "clear"),
        .as_of = rt_args_text(args, "as-of"),
        .said_by = rt_args_text(args, "said-by"),
        .at = rt_args_text(args, "at"),
        .sources = rt_args_list(args, "source", ctx->arena),
    };
}

static rt_as_if as_if_asked(rt_context *ctx, const rt_args *args) {
    return (rt_as_if){rt_args_list(args, "as-if-same", ctx->arena), rt_args_list(args, "as-if-apart", ctx->arena)};
}

rt_status rt_lens_open_asked(rt_context *ctx, const rt_args *args, rt_store *store, const rt_lens_spec *spec,
                             rt_lens **lens, rt_error *err) {
    const rt_as_if asked = as_if_asked(ctx, args);
    return rt_as_if_open(store, spec, &asked, ctx->arena, lens, err);
}

rt_status rt_open_path_to_read(rt_context *ctx, const rt_args *args, const char *path, rt_opened *o, rt_error *err) {
    const rt_lens_spec options = rt_lens_wanted(ctx, args);
    RT_TRY(open_for(ctx, path, RT_OPEN_READ, options.narrowed, &o->store, err));
    if (!options.narrowed) rt_kept_head_look(ctx, o->store); /* sizes of the log are not for every reader */
    if (rt_store_is_current(o->store)) return rt_lens_open_asked(ctx, args, o->store, &options, &o->lens, err);
    const rt_status s =
        rt_fail(err, RT_CORRUPT,
                "what is derived from its log is damaged or of another version: run `redthread rebuild %s`", path);
    rt_error_at(err, path, 0, 0);
    return s;
}

rt_status rt_open_to_read(rt_context *ctx, const rt_args *args, rt_opened *o, rt_error *err) {
    return rt_open_path_to_read(ctx, args, rt_str_z(ctx->arena, rt_args_word(args, 0)), o, err);
}

rt_str rt_recorder(rt_context *ctx, const rt_args *args) {
    const rt_str by = rt_args_text(args, "by");
    const struct passwd *user = by.len > 0 ? NULL : getpwuid(getuid());
    if (by.len > 0) return by;
    return user != NULL && user->pw_name[0] != 0 ? rt_str_copy(ctx->arena, rt_str_of(user->pw_name))
                                                 : rt_str_printf(ctx->arena, "user %u", (unsigned)getuid());
}

rt_status rt_handling_asked(rt_context *ctx, const rt_args *args, rt_str *handling, rt_error *err) {
    const rt_str asked = rt_args_text(args, "handling");
    const char *why;
    *handling = (rt_str){"", 0};
    if (!rt_args_has(args, "handling")) return rt_ok;
    if (!rt_is_handling(asked, &why))
        return rt_fail(err, RT_USAGE, "--handling takes %s, not \"%.*s\"", why, RT_FMT(asked));
    *handling = rt_handling_canonical(ctx->arena, asked);
    return rt_ok;
}
