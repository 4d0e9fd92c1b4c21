/* Keys that sign heads. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "cli/audit.h"
#include "cli/kept_head.h"
#include "names/index_spool.h"

enum { LARGEST_KEY = 16 * 1024 };

static const rt_option whole[] = {
    {"clear", "HANDLING", "refused: the log is looked at as a whole", RT_OPTION_TEXT, 0},
    {0},
};
const rt_option_group rt_audit_options = {.title = "What is read", .options = whole};

static rt_status open_as(rt_context *ctx, const rt_args *args, rt_open_mode mode, rt_opened *o, bool *consistent,
                         rt_error *err) {
    if (rt_args_has(args, "clear"))
        return rt_fail(err, RT_DENIED,
                       "audit looks at the whole log, whose size and places tell of what is hidden: it answers no "
                       "reader with less than full clearance, so leave out --clear");
    RT_TRY(rt_open_store_as(ctx, rt_str_z(ctx->arena, rt_args_word(args, 0)), mode, &o->store, err));
    *consistent = rt_kept_head_look(ctx, o->store);
    return rt_ok;
}

rt_status rt_audit_open(rt_context *ctx, const rt_args *args, rt_opened *o, bool *consistent, rt_error *err) {
    return open_as(ctx, args, RT_OPEN_READ, o, consistent, err);
}

rt_status rt_audit_open_damaged(rt_context *ctx, const rt_args *args, rt_opened *o, rt_error *err) {
    bool consistent;
    return open_as(ctx, args, RT_OPEN_AUDIT, o, &consistent, err);
}

static rt_status read_key(rt_context *ctx, const char *path, rt_str name, rt_note_key *key, rt_error *err) {
    rt_str text;
    RT_TRY(rt_small_file(path, ctx->arena, LARGEST_KEY, &text, err));
    const rt_status s = rt_note_key_read(text, name, ctx->arena, key, err);
    if (s.code != RT_OK) rt_error_at(err, path, 0, 0);
    return s;
}

rt_status rt_audit_key(rt_context *ctx, const rt_args *args, rt_str name, rt_note_key *key, bool *given,
                       rt_error *err) {
    *given = rt_args_has(args, "key");
    return *given ? read_key(ctx, rt_str_z(ctx->arena, rt_args_text(args, "key")), name, key, err) : rt_ok;
}

rt_status rt_audit_signed_head(rt_store *store, const rt_note_key *key, bool consistent, rt_buf *out, rt_error *err) {
    RT_AUTO(rt_buf) text = {0};
    rt_checkpoint head;
    RT_TRY(rt_audit_head(store, &head, err));
    if (!rt_str_eq(key->name, head.origin))
        return rt_fail(err, RT_BAD, "this key is that of %.*s, and the log is %.*s", RT_FMT(rt_str_cut(key->name, 80)),
                       RT_FMT(head.origin));
    if (!consistent)
        return rt_fail(err, RT_BAD, "this head does not go on from the one that was seen last: it is not signed");
    rt_checkpoint_write(&text, &head);
    return rt_note_sign(out, rt_buf_str(&text), key, err);
}

/* --- commands -------------------------------------------------------------------------------------------------------
 */

static void print_public(rt_context *ctx, const rt_note_key *key) {
    RT_AUTO(rt_buf) text = {0};
    rt_note_key_write(&text, key, false);
    if (!ctx->json) {
        rt_out_data(ctx->out, rt_buf_str(&text));
        return;
    }
    rt_value *v = rt_value_object(ctx->arena);
    rt_value_put_text(ctx->arena, v, RT_S("name"), key->name);
    rt_value_put_text(ctx->arena, v, RT_S("key"), rt_str_copy(ctx->arena, rt_str_trim(rt_buf_str(&text))));
    rt_out_json(ctx->out, v);
}

/* A key is never written over, and its owner alone may read it. */
static rt_status keep_key(const char *path, const rt_note_key *key, rt_error *err) {
    RT_AUTO(rt_buf) text = {0};
    const int fd = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0) return rt_fail(err, errno == EEXIST ? RT_BAD : RT_IO, "%s: %s", path, strerror(errno));
    rt_note_key_write(&text, key, true);
    rt_status s = rt_write_all(fd, text.at, text.len, err);
    if (s.code == RT_OK && fsync(fd) != 0) s = rt_fail(err, RT_IO, "%s: %s", path, strerror(errno));
    close(fd);
    if (s.code != RT_OK) unlink(path);
    return s;
}

static rt_status keygen_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    rt_note_key key;
    bool consistent;
    if (!rt_args_has(args, "output")) return rt_fail(err, RT_USAGE, "say where the private key goes: -o FILE");
    RT_TRY(rt_audit_open(ctx, args, &o, &consistent, err));
    RT_TRY(rt_note_key_make(rt_store_origin(o.store), &key, err));
    RT_TRY(keep_key(rt_str_z(ctx->arena, rt_args_text(args, "output")), &key, err));
    print_public(ctx, &key);
    return rt_ok;
}

static const rt_option keygen_options[] = {
    {"output", "FILE", "where the private key goes; nothing is written over", RT_OPTION_TEXT, 'o'},
    {0},
};
static const rt_example keygen_examples[] = {{"redthread audit keygen atar.case -o atar.key > atar.pub", NULL}, {0}};
const rt_command rt_audit_keygen = {
    .name = "audit keygen",
    .arguments = "CASE",
    .summary = "make a key that signs this case's heads",
    .options = keygen_options,
    .shared = RT_SHARED(&rt_audit_options),
    .examples = keygen_examples,
    .run = keygen_run,
    .description =
        "An Ed25519 key under the log's name, as golang.org/x/mod/sumdb/note writes them: the private one into the "
        "file, the one that verifies is printed. Keep the private key where those who write to the case cannot reach "
        "it, and give the other to those who will check.",
};

static rt_status key_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    rt_note_key key;
    RT_TRY(read_key(ctx, rt_str_z(ctx->arena, rt_args_word(args, 0)), rt_args_text(args, "name"), &key, err));
    print_public(ctx, &key);
    return rt_ok;
}

static const rt_option key_options[] = {
    {"name", "NAME", "of a key that comes as PEM: the log's name, the first line of `audit head`", RT_OPTION_TEXT, 0},
    {0},
};
static const rt_example key_examples[] = {{"redthread audit key atar.key > atar.pub", NULL}, {0}};
const rt_command rt_audit_key_command = {
    .name = "audit key",
    .arguments = "FILE",
    .summary = "print the key that verifies what this one signs",
    .options = key_options,
    .examples = key_examples,
    .run = key_run,
    .description = "FILE holds a key of `audit keygen`, or a private Ed25519 key as PEM (`openssl genpkey -algorithm "
                   "ed25519`).",
};
