#include "cli/kept_head.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/audit.h"

static rt_str folder(rt_arena *arena) {
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    if (state != NULL && state[0] == '/') return rt_str_printf(arena, "%s/redthread/heads", state);
    if (home != NULL && home[0] == '/') return rt_str_printf(arena, "%s/.local/state/redthread/heads", home);
    return (rt_str){"", 0};
}

/* Empty when the place of the case cannot be told. */
static rt_str file_of(rt_arena *arena, rt_store *store) {
    char *place = realpath(rt_store_path(store), NULL);
    const rt_str dir = folder(arena);
    rt_hash sum;
    rt_buf hex = {0};
    if (place == NULL || dir.len == 0) return free(place), (rt_str){"", 0};
    rt_hasher *h = rt_hasher_new();
    rt_hash_two(h, rt_str_of(place), rt_store_origin(store), &sum);
    rt_hasher_free(h);
    rt_buf_hex(&hex, sum.bytes, 16);
    const rt_str file = rt_str_printf(arena, "%.*s/%.*s", RT_FMT(dir), RT_FMT(rt_buf_str(&hex)));
    rt_buf_close(&hex);
    free(place);
    return file;
}

static void make_folders(rt_arena *arena, rt_str file) {
    for (size_t i = 1; i < file.len; i++)
        if (file.at[i] == '/') mkdir(rt_str_z(arena, rt_str_cut(file, i)), 0700);
}

/* Written beside and moved into place: a reader sees the old head or the new one. NULL, or why it is not kept. */
static const char *keep(rt_arena *arena, rt_str file, const rt_checkpoint *head) {
    const char *beside = rt_str_printf(arena, "%.*s.%ld", RT_FMT(file), (long)getpid()).at;
    rt_buf text = {0};
    FILE *f = fopen(beside, "wbxe");
    if (f == NULL) {
        make_folders(arena, file);
        f = fopen(beside, "wbxe");
    }
    if (f == NULL) return strerror(errno);
    rt_checkpoint_write(&text, head);
    const bool written = fwrite(text.at, 1, text.len, f) == text.len;
    rt_buf_close(&text);
    if (fclose(f) == 0 && written && rename(beside, file.at) == 0) return NULL;
    const char *why = strerror(errno);
    unlink(beside);
    return why;
}

/* Once a run, however often the case is opened. */
static void say(rt_context *ctx, const char *path, rt_str what) {
    rt_error e;
    if (ctx->told_head) return;
    ctx->told_head = true;
    (void)rt_fail(&e, RT_BAD, "%.*s", RT_FMT(what));
    rt_error_at(&e, path, 0, 0);
    rt_print_error(ctx->err, &e);
}

/* No failure: the command does what it was asked to. */
static void say_unkept(rt_context *ctx, const char *path, const char *why) {
    const rt_str dir = folder(ctx->arena);
    if (why == NULL) return;
    say(ctx, path,
        rt_str_printf(ctx->arena,
                      "its head is not kept%s%.*s (%s), so nobody is told when an older copy is put back: let "
                      "XDG_STATE_HOME name a folder that can be written to, or keep what `audit head` prints",
                      dir.len > 0 ? " in " : "", RT_FMT(dir), why));
}

static void warn(rt_context *ctx, const char *path, const rt_checkpoint *kept, const rt_checkpoint *head, rt_str file) {
    const bool shorter = head->size < kept->size;
    const rt_str what =
        shorter
            ? rt_str_printf(ctx->arena,
                            "it has %lld entries and had %lld when it was last seen here: an older copy was put back, "
                            "or entries were taken out",
                            (long long)head->size, (long long)kept->size)
            : rt_str_printf(ctx->arena,
                            "its first %lld entries are not those that were last seen here: the log was written anew",
                            (long long)kept->size);
    say(ctx, path,
        rt_str_printf(ctx->arena,
                      "%.*s. Compare it with a copy or with heads kept elsewhere (`audit verify --against %.*s` tells "
                      "more); if this is the case that you want, remove that file",
                      RT_FMT(what), RT_FMT(file)));
}

/* What was kept and cannot be read (a full disk, a crash) is replaced, and not in silence. */
static void begin_anew(rt_context *ctx, const char *path, const rt_checkpoint *head, rt_str file, rt_status failed,
                       const rt_error *failure) {
    const char *why = keep(ctx->arena, file, head);
    if (why == NULL && failed.code != RT_ABSENT)
        say(ctx, path,
            rt_str_printf(ctx->arena,
                          "the head that was kept of it could not be read (%.*s: %s), so nobody can tell whether this "
                          "is an older copy; its head of now is kept there instead",
                          RT_FMT(file), failure->message));
    say_unkept(ctx, path, why);
}

bool rt_kept_head_look(rt_context *ctx, rt_store *store) {
    rt_checkpoint head, kept = {0};
    rt_hash then;
    rt_error failure = {0};
    bool same = false;
    const char *path = rt_store_path(store);
    const rt_str file = file_of(ctx->arena, store);
    if (rt_audit_head(store, &head, NULL).code != RT_OK) return true;
    if (file.len == 0) return say_unkept(ctx, path, "there is no home"), true;
    const rt_status s = rt_checkpoint_read_file(file.at, ctx->arena, &kept, &failure);
    if (s.code != RT_OK) {
        if (head.size > 0) begin_anew(ctx, path, &head, file, s, &failure);
        return true;
    }
    if (rt_audit_root_at(store, kept.size, &then, &same, NULL).code != RT_OK) return true;
    same = same && rt_hash_eq(&then, &kept.root);
    if (!same)
        warn(ctx, path, &kept, &head, file);
    else if (head.size > kept.size)
        say_unkept(ctx, path, keep(ctx->arena, file, &head));
    return same;
}
