#include <string.h>
#include <unistd.h>

#include "cli/kept_head.h"
#include "cli/sending.h"
#include "cli/stop.h"
#include "store/audit.h"
#include "store/backup.h"

/* The copy is read back whole: a copy of a case that was damaged before is kept, and said to be so. */
static rt_status verify_copy(rt_context *ctx, const char *path, rt_verdict *v, rt_error *err) {
    RT_AUTO(rt_opened) copy = {0};
    RT_TRY(rt_open_store_as(ctx, path, RT_OPEN_AUDIT, &copy.store, err));
    return rt_audit_verify(copy.store, NULL, ctx->arena, v, err);
}

static rt_status check_copy(rt_context *ctx, rt_store *store, const char *path, rt_verdict *v, rt_error *err) {
    rt_checkpoint head;
    RT_TRY(rt_audit_head(store, &head, err));
    RT_TRY(verify_copy(ctx, path, v, err));
    if (head.size != v->claimed.size || !rt_hash_eq(&head.root, &v->claimed.root))
        return rt_fail(err, RT_CORRUPT, "the copy has another head than the case");
    return v->sound ? rt_ok : rt_fail(err, RT_BAD, "it is copied as it is, and damaged: %s", v->what);
}

/* Stopped while the copy was read back: what stands in no other's place is not left. */
static rt_status stopped(const char *path, bool replaced, rt_error *err) {
    if (replaced) return rt_fail(err, RT_STOPPED, "stopped; the copy is in its place, and was not verified");
    unlink(path);
    return rt_fail(err, RT_STOPPED, "stopped; there is no copy");
}

static rt_str root_of(rt_context *ctx, const rt_verdict *v) {
    RT_AUTO(rt_buf) hex = {0};
    rt_buf_hex(&hex, v->claimed.root.bytes, sizeof v->claimed.root.bytes);
    return rt_str_copy(ctx->arena, rt_buf_str(&hex));
}

static void tell(rt_context *ctx, const rt_args *args, const rt_verdict *v, int64_t bytes) {
    if (!ctx->json) {
        rt_out_data(ctx->err, rt_args_word(args, 1));
        rt_outf(ctx->err, ": %lld entries, %lld bytes, head %.*s\n", (long long)v->claimed.size, (long long)bytes,
                RT_FMT(root_of(ctx, v)));
        return;
    }
    rt_value *o = rt_value_object(ctx->arena);
    rt_value_put_text(ctx->arena, o, RT_S("case"), rt_args_word(args, 0));
    rt_value_put_text(ctx->arena, o, RT_S("file"), rt_args_word(args, 1));
    rt_value_put(o, RT_S("bytes"), rt_value_int(ctx->arena, bytes));
    rt_value_put(o, RT_S("entries"), rt_value_int(ctx->arena, v->claimed.size));
    rt_value_put_text(ctx->arena, o, RT_S("root"), root_of(ctx, v));
    rt_value_put(o, RT_S("sound"), rt_value_bool(ctx->arena, v->sound));
    rt_out_json(ctx->out, o);
}

/* With --to: before the copy is made, which so holds the note itself. */
static rt_status note(rt_context *ctx, const rt_args *args, const char *path, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    const rt_lens_spec whole = {.narrowed = false};
    RT_TRY(rt_sending_check(args, err));
    if (!rt_args_has(args, "to")) return rt_ok;
    RT_TRY(rt_open_store(ctx, path, &o.store, err));
    RT_TRY(rt_lens_open(o.store, &whole, &o.lens, err));
    return rt_sending_tell(ctx, args, o.lens, RT_S("backup"), (rt_str){"", 0}, err);
}

static rt_status backup_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    const char *path = rt_str_z(ctx->arena, rt_args_word(args, 0)), *to = rt_str_z(ctx->arena, rt_args_word(args, 1));
    rt_backup_report report;
    rt_verdict v = {0};
    RT_TRY(note(ctx, args, path, err));
    RT_TRY(rt_open_store_as(ctx, path, RT_OPEN_AUDIT, &o.store, err));
    rt_kept_head_look(ctx, o.store);
    rt_stop_begin();
    RT_TRY(rt_store_backup(o.store, to, rt_args_flag(args, "replace"), &report, err));
    rt_status s = check_copy(ctx, o.store, to, &v, err);
    if (s.code == RT_STOPPED) s = stopped(to, rt_args_flag(args, "replace"), err);
    if (s.code == RT_OK || s.code == RT_BAD) tell(ctx, args, &v, report.bytes);
    rt_error_at(err, to, 0, 0);
    return s;
}

static const rt_option backup_options[] = {
    {"replace", NULL, "put the copy in the place of a file of this name", RT_FLAG, 0},
    {0},
};

static const rt_example backup_examples[] = {
    {"redthread backup atar.case /mnt/stick/atar.case", "a whole copy, while others read and write"},
    {"redthread backup atar.case latest.case --replace", "the copy of before is there until the new one is whole"},
    {"redthread backup atar.case atar-2.case --to \"Court of Examples\"", "noted in the case that it went"},
    {0},
};

const rt_command rt_cmd_backup = {
    .name = "backup",
    .group = RT_GROUP_TAKE,
    .arguments = "CASE FILE",
    .summary = "make a whole copy of a case while others work on it",
    .options = backup_options,
    .shared = RT_SHARED(&rt_sending_options),
    .description =
        "Copies the case as it is at this moment, all entries for all eyes, into one file that only its owner may "
        "read, and "
        "verifies the copy's log. A case that is in use is not to be copied by other means: part of it may stand in "
        "the files beside it.\n\n"
        "The file is there whole or not at all. Nothing is put in the place of another file unless --replace is "
        "given, and never in the place of a case that somebody has open.",
    .examples = backup_examples,
    .run = backup_run,
};
