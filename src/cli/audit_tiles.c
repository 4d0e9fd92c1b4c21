/* The log as files that tell nothing of it and name what was changed. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/audit.h"
#include "cli/stop.h"
#include "cli/write_file.h"
#include "store/tiles.h"

typedef struct folder {
    rt_context *ctx;
    rt_str path;
    int64_t written;
} folder;

static rt_status make_folders(rt_arena *arena, rt_str path, rt_error *err) {
    for (size_t i = 1; i < path.len; i++) {
        if (path.at[i] != '/') continue;
        const char *part = rt_str_z(arena, rt_str_cut(path, i));
        if (mkdir(part, 0777) != 0 && errno != EEXIST) return rt_fail(err, RT_IO, "%s: %s", part, strerror(errno));
    }
    return rt_ok;
}

/* What is there must be the same: tiles never change. */
static rt_status put(void *to, rt_str below, rt_str bytes, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    folder *f = to;
    const rt_str path = rt_str_printf(&arena, "%.*s/%.*s", RT_FMT(f->path), RT_FMT(below));
    rt_str there;
    rt_error none;
    if (rt_small_file(path.at, &arena, bytes.len, &there, &none).code == RT_OK) {
        if (rt_str_eq(there, bytes)) return rt_ok;
        return rt_fail(err, RT_BAD,
                       "%s is not what this log has there: hold it against these tiles with `audit verify`", path.at);
    }
    RT_TRY(make_folders(&arena, path, err));
    f->written++;
    return rt_write_file(&arena, path, bytes, err);
}

static rt_status put_head(folder *f, const rt_args *args, rt_store *store, bool consistent, rt_error *err) {
    RT_AUTO(rt_buf) text = {0};
    rt_note_key key;
    rt_checkpoint head;
    bool given;
    RT_TRY(rt_audit_key(f->ctx, args, rt_store_origin(store), &key, &given, err));
    RT_TRY(rt_audit_head(store, &head, err));
    if (given)
        RT_TRY(rt_audit_signed_head(store, &key, consistent, &text, err));
    else
        rt_checkpoint_write(&text, &head);
    const rt_str path = rt_str_printf(f->ctx->arena, "%.*s/checkpoint", RT_FMT(f->path));
    RT_TRY(make_folders(f->ctx->arena, path, err));
    return rt_write_file(f->ctx->arena, path, rt_buf_str(&text), err);
}

/* The head comes last: who reads it finds the tiles that it needs. */
static rt_status tiles_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    bool consistent;
    folder f = {.ctx = ctx, .path = rt_args_text(args, "output")};
    if (f.path.len == 0) return rt_fail(err, RT_USAGE, "say where the tiles go: -o DIR");
    RT_TRY(rt_audit_open(ctx, args, &o, &consistent, err));
    rt_stop_begin();
    const rt_status s = rt_tiles_write(o.store, put, &f, err);
    if (s.code == RT_STOPPED) return rt_fail(err, RT_STOPPED, "stopped; asked again it goes on with what is missing");
    RT_TRY(s);
    RT_TRY(put_head(&f, args, o.store, consistent, err));
    if (!ctx->json) return rt_outf(ctx->err, "%lld tiles written\n", (long long)f.written), rt_ok;
    rt_value *v = rt_value_object(ctx->arena);
    rt_value_put(v, RT_S("written"), rt_value_int(ctx->arena, f.written));
    rt_out_json(ctx->out, v);
    return rt_ok;
}

static const rt_option tiles_options[] = {
    {"output", "DIR", "where they go; tiles that are there already are not written again", RT_OPTION_TEXT, 'o'},
    RT_KEY_OPTION("sign the head with this key"),
    {0},
};
static const rt_example tiles_examples[] = {
    {"redthread audit tiles atar.case -o atar.tiles", NULL},
    {"redthread audit verify atar.case --against atar.tiles", "names the first entry that is not what it was"},
    {0},
};
const rt_command rt_audit_tiles = {
    .name = "audit tiles",
    .arguments = "CASE",
    .summary = "write the log's hashes and bare commitments, for an auditor to keep",
    .options = tiles_options,
    .shared = RT_SHARED(&rt_audit_options),
    .examples = tiles_examples,
    .run = tiles_run,
    .description =
        "C2SP tlog-tiles and the head. They show how long the log is, and nothing of what stands in it; no erasure "
        "changes them. Where a head kept elsewhere tells that a log was written anew, these name the first entry that "
        "is not what it was.",
};
