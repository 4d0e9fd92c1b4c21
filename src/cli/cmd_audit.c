#include <stdio.h>
#include <sys/stat.h>

#include "cli/audit.h"
#include "cli/stop.h"
#include "store/tiles.h"

/* For what looks and signs nothing. */
static rt_status open_whole(rt_context *ctx, const rt_args *args, rt_opened *o, rt_error *err) {
    bool consistent;
    return rt_audit_open(ctx, args, o, &consistent, err);
}

static rt_str hex_of(rt_context *ctx, const rt_hash *hash) {
    rt_buf hex = {0};
    rt_buf_hex(&hex, hash->bytes, sizeof hash->bytes);
    const rt_str s = rt_str_copy(ctx->arena, rt_buf_str(&hex));
    rt_buf_close(&hex);
    return s;
}

/* --- verify
 * ----------------------------------------------------------------------------------------------------------- */

static void draw_verdict(rt_context *ctx, const rt_verdict *v) {
    rt_outf(ctx->out, "log         %.*s\n", RT_FMT(v->claimed.origin));
    rt_outf(ctx->out, "claimed     %.*s\n", RT_FMT(hex_of(ctx, &v->claimed.root)));
    rt_outf(ctx->out, "computed    %.*s\n",
            RT_FMT(v->computable ? hex_of(ctx, &v->computed) : RT_S("not to be computed: entries are missing")));
    rt_outf(ctx->out, "size        %lld\n", (long long)v->claimed.size);
    rt_outf(ctx->out, "entries     %lld\n", (long long)v->entries);
    rt_outf(ctx->out, "erased      %lld under %lld erasures\n", (long long)v->erased, (long long)v->erasures);
    rt_outf(ctx->out, "unaccounted %lld\n", (long long)v->unaccounted);
    if (v->sound) rt_outf(ctx->out, "The log is what it was.\n");
}

static rt_status say_fault(const rt_verdict *v, const char *path, rt_error *err) {
    const rt_status s = v->first_bad >= 0
                            ? rt_fail(err, RT_BAD, "entry %lld%s%s of the log: %s", (long long)v->first_bad,
                                      v->first_bad_id[0] != 0 ? " " : "", v->first_bad_id, v->what)
                            : rt_fail(err, RT_BAD, "%s", v->what);
    rt_error_at(err, path, 0, 0);
    return s;
}

/* What the log is held against: a head, or tiles with theirs. */
typedef struct against {
    bool given, tiles;
    const char *path;
    rt_checkpoint head;
} against;

static rt_status check_signature(rt_context *ctx, const rt_args *args, rt_str note, rt_str origin, rt_error *err) {
    rt_note_key key;
    rt_str text, signatures;
    bool given;
    RT_TRY(rt_audit_key(ctx, args, origin, &key, &given, err));
    if (given) return rt_note_check(note, &key, err);
    rt_note_split(note, &text, &signatures);
    if (signatures.len > 0)
        rt_outf(ctx->err, "redthread: the head is signed; --key FILE tries its signature, which was not tried\n");
    return rt_ok;
}

static bool is_folder(const char *path) {
    struct stat is;
    return stat(path, &is) == 0 && S_ISDIR(is.st_mode);
}

enum { LARGEST_HEAD = 64 * 1024 };

static rt_status read_against(rt_context *ctx, const rt_args *args, against *a, rt_error *err) {
    rt_str text;
    *a = (against){.given = rt_args_has(args, "against")};
    if (!a->given) return rt_ok;
    a->path = rt_str_z(ctx->arena, rt_args_text(args, "against"));
    a->tiles = is_folder(a->path);
    const char *file = a->tiles ? rt_str_printf(ctx->arena, "%s/checkpoint", a->path).at : a->path;
    RT_TRY(rt_small_file(file, ctx->arena, LARGEST_HEAD, &text, err));
    rt_status s = rt_checkpoint_read(text, &a->head, err);
    if (s.code == RT_OK) s = check_signature(ctx, args, text, a->head.origin, err);
    if (s.code != RT_OK) rt_error_at(err, file, 0, 0);
    return s;
}

/* Where the head alone tells that something was changed, the tiles tell what; of another case's log nothing. */
static rt_status hold_against_tiles(rt_store *store, const against *a, rt_verdict *v, rt_error *err) {
    int64_t first_bad;
    if (!a->tiles || !rt_str_eq(a->head.origin, v->claimed.origin)) return rt_ok;
    RT_TRY(rt_tiles_compare(store, a->path, &a->head, &first_bad, err));
    if (first_bad < 0 || (v->first_bad >= 0 && v->first_bad <= first_bad)) return rt_ok;
    v->sound = false;
    v->first_bad = first_bad;
    v->first_bad_id[0] = 0;
    snprintf(v->what, sizeof v->what, "it is not the one that the tiles hold a commitment to");
    return rt_ok;
}

static rt_status verify_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    against a;
    rt_verdict v;
    RT_TRY(read_against(ctx, args, &a, err));
    RT_TRY(rt_audit_open_damaged(ctx, args, &o, err));
    rt_stop_begin();
    RT_TRY(rt_audit_verify(o.store, a.given ? &a.head : NULL, ctx->arena, &v, err));
    RT_TRY(hold_against_tiles(o.store, &a, &v, err));
    if (ctx->json)
        rt_out_json(ctx->out, rt_verdict_value(&v, ctx->arena));
    else
        draw_verdict(ctx, &v);
    return v.sound ? rt_ok : say_fault(&v, rt_store_path(o.store), err);
}

static const rt_option verify_options[] = {
    {"against", "FILE|DIR",
     "an earlier head (of `audit head`), or tiles with theirs: this log must still begin with it", RT_OPTION_TEXT, 0},
    RT_KEY_OPTION("with --against: the head must be signed by this key (of `audit keygen`)"),
    {0},
};
static const rt_example verify_examples[] = {
    {"redthread audit verify atar.case", NULL},
    {"redthread audit verify atar.case --against atar.head",
     "also finds a log that was written anew, and an older copy"},
    {0},
};
static const rt_command verify = {
    .name = "audit verify",
    .arguments = "CASE",
    .summary = "recompute the whole log and name what was changed",
    .options = verify_options,
    .shared = RT_SHARED(&rt_audit_options),
    .examples = verify_examples,
    .run = verify_run,
    .description =
        "Every entry is hashed anew and the tree over all of them compared with what was kept. A changed, removed, "
        "inserted or moved entry "
        "is named; so is a damaged page of the file, whatever stands on it. Who rewrites the whole file consistently "
        "is found only by a head that was kept elsewhere: keep one.\n\n"
        "The size that is printed is what the head counts: the entries that can be read, and those of which an erasure "
        "left the bare "
        "commitment.",
};

/* --- head, leaves
 * --------------------------------------------------------------------------------------------------------- */

static void print_head(rt_context *ctx, const rt_checkpoint *head, rt_str note) {
    if (!ctx->json) {
        rt_out_data(ctx->out, note);
        return;
    }
    rt_value *v = rt_value_object(ctx->arena);
    rt_value_put_text(ctx->arena, v, RT_S("origin"), head->origin);
    rt_value_put(v, RT_S("size"), rt_value_int(ctx->arena, head->size));
    rt_value_put_text(ctx->arena, v, RT_S("root"), hex_of(ctx, &head->root));
    rt_value_put_text(ctx->arena, v, RT_S("note"), rt_str_copy(ctx->arena, note));
    rt_out_json(ctx->out, v);
}

static rt_status head_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    RT_AUTO(rt_buf) note = {0};
    rt_checkpoint now;
    rt_note_key key;
    bool consistent, given;
    RT_TRY(rt_audit_open(ctx, args, &o, &consistent, err));
    RT_TRY(rt_audit_key(ctx, args, rt_store_origin(o.store), &key, &given, err));
    RT_TRY(rt_audit_head(o.store, &now, err));
    if (given)
        RT_TRY(rt_audit_signed_head(o.store, &key, consistent, &note, err));
    else
        rt_checkpoint_write(&note, &now);
    print_head(ctx, &now, rt_buf_str(&note));
    return rt_ok;
}

static const rt_option head_options[] = {
    RT_KEY_OPTION("sign it with this key (of `audit keygen`): a signed note"),
    {0},
};
static const rt_example head_examples[] = {
    {"redthread audit head atar.case > atar.head", "keep it where those who write to the case cannot reach it"},
    {"redthread audit head atar.case --key atar.key > atar.head", "signed: others can tell that it is yours"},
    {0},
};
static const rt_command head = {
    .name = "audit head",
    .arguments = "CASE",
    .summary = "print the log's head: origin, number of entries, root",
    .options = head_options,
    .shared = RT_SHARED(&rt_audit_options),
    .examples = head_examples,
    .run = head_run,
    .description = "A C2SP checkpoint of three lines, with --key a signed note. It proves every head before it, and "
                   "tells nothing of the entries.",
};

static rt_status print_leaf(void *to, rt_str line, rt_error *err) {
    rt_output *out = to;
    rt_out_data(out, line);
    return rt_output_failed(out) ? rt_fail(err, RT_IO, "%s", "") : rt_ok;
}

static rt_status leaves_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    RT_TRY(open_whole(ctx, args, &o, err));
    const rt_status s = rt_audit_leaves(o.store, print_leaf, ctx->out, err);
    return s.code != RT_OK && rt_output_failed(ctx->out) ? rt_ok : s;
}

static const rt_example leaves_examples[] = {{"redthread audit leaves atar.case", NULL}, {0}};
static const rt_command leaves = {
    .name = "audit leaves",
    .arguments = "CASE",
    .summary = "print the log in its order: SALT LINE, a line an entry",
    .shared = RT_SHARED(&rt_audit_options),
    .examples = leaves_examples,
    .run = leaves_run,
    .description = "With these anybody can recompute the tree: a commitment is SHA-256(salt, line), a leaf "
                   "SHA-256(0x00, commitment), a node SHA-256(0x01, left, "
                   "right), as in RFC 6962.",
};

/* --- prove, check
 * ------------------------------------------------------------------------------------------------------- */

static rt_status write_proof(rt_context *ctx, const rt_args *args, rt_store *store, const rt_proof *proof,
                             bool consistent, rt_buf *out, rt_error *err) {
    RT_AUTO(rt_buf) signed_head = {0};
    rt_note_key key;
    bool given;
    if (!rt_args_flag(args, "tlog-proof")) {
        rt_proof_write(out, proof);
        rt_buf_byte(out, '\n');
        return rt_ok;
    }
    RT_TRY(rt_audit_key(ctx, args, rt_store_origin(store), &key, &given, err));
    if (!given) return rt_fail(err, RT_USAGE, "a tlog-proof holds a signed head: give --key FILE (of `audit keygen`)");
    RT_TRY(rt_audit_signed_head(store, &key, consistent, &signed_head, err)); /* that it may be signed */
    return rt_proof_write_tlog(out, proof, rt_store_origin(store), &key, err);
}

static rt_status prove_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    RT_AUTO(rt_buf) text = {0};
    rt_proof proof;
    bool consistent;
    RT_TRY(rt_audit_open(ctx, args, &o, &consistent, err));
    RT_TRY(rt_audit_prove(o.store, rt_args_word(args, 1), ctx->arena, &proof, err));
    RT_TRY(write_proof(ctx, args, o.store, &proof, consistent, &text, err));
    rt_out_data(ctx->out, rt_buf_str(&text));
    return rt_ok;
}

static const rt_option prove_options[] = {
    {"tlog-proof", NULL, "as a C2SP tlog-proof, with a head that is signed: --key", RT_FLAG, 0},
    RT_KEY_OPTION("with --tlog-proof: what signs the head (of `audit keygen`)"),
    {0},
};
static const rt_example prove_examples[] = {
    {"redthread audit prove atar.case 7d3f0c5c1f0a4f4bb1f0a4f4bb1f0a4f > proof.json", NULL},
    {"redthread audit prove atar.case 7d3f0c5c1f0a4f4bb1f0a4f4bb1f0a4f --tlog-proof --key atar.key > a.tlog-proof",
     NULL},
    {0},
};
static const rt_command prove = {
    .name = "audit prove",
    .arguments = "CASE ID",
    .summary = "prove that an entry stands in the log",
    .options = prove_options,
    .shared = RT_SHARED(&rt_audit_options),
    .examples = prove_examples,
    .run = prove_run,
    .description = "Prints the entry, its salt, its place and the path to the root. It shows the size of the log and "
                   "the entry's place in it, and nothing else of it. In a tlog-proof salt and line are the extra "
                   "field, and what is logged is the SHA-256 of that field.",
};

enum { LARGEST_PROOF = 64 * 1024 * 1024 };

static rt_status read_proof(rt_context *ctx, const rt_args *args, rt_str text, rt_proof *proof, rt_error *err) {
    rt_str note;
    rt_checkpoint claimed;
    if (!rt_proof_is_tlog(text)) return rt_proof_read(rt_str_trim(text), ctx->arena, proof, err);
    RT_TRY(rt_proof_read_tlog(text, ctx->arena, proof, &note, err));
    RT_TRY(rt_checkpoint_read(note, &claimed, err));
    return check_signature(ctx, args, note, claimed.origin, err);
}

static rt_status check_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    const char *path = rt_str_z(ctx->arena, rt_args_word(args, 0));
    rt_str text;
    rt_proof proof;
    RT_TRY(rt_small_file(path, ctx->arena, LARGEST_PROOF, &text, err));
    rt_status s = read_proof(ctx, args, text, &proof, err);
    if (s.code == RT_OK) s = rt_proof_check(&proof, err);
    if (s.code != RT_OK) return rt_error_at(err, path, 0, 0), s;
    if (!ctx->json) {
        rt_outf(ctx->out, "The entry stands at place %llu of %llu under the root %.*s\n",
                (unsigned long long)proof.index, (unsigned long long)proof.size, RT_FMT(hex_of(ctx, &proof.root)));
        return rt_ok;
    }
    rt_value *v = rt_value_object(ctx->arena);
    rt_value_put(v, RT_S("holds"), rt_value_bool(ctx->arena, true));
    rt_value_put_text(ctx->arena, v, RT_S("root"), hex_of(ctx, &proof.root));
    rt_out_json(ctx->out, v);
    return rt_ok;
}

static const rt_option check_options[] = {
    RT_KEY_OPTION("of a tlog-proof: its head must be signed by this key (of `audit keygen`)"),
    {0},
};
static const rt_example check_examples[] = {
    {"redthread audit check proof.json", NULL}, {"redthread audit check a.tlog-proof --key atar.pub", NULL}, {0}};
static const rt_command check = {
    .name = "audit check",
    .arguments = "FILE",
    .summary = "check such a proof, without a case",
    .options = check_options,
    .examples = check_examples,
    .run = check_run,
    .description = "Whether the entry and its path lead to the root that the proof names. Compare that root with a "
                   "head that you trust.",
};

static const rt_command *const audit_subcommands[] = {
    &verify, &head, &leaves, &prove, &check, &rt_audit_tiles, &rt_audit_sent, &rt_audit_keygen, &rt_audit_key_command,
    NULL};
static const rt_example audit_examples[] = {
    {"redthread audit verify atar.case", NULL}, {"redthread audit head atar.case > atar.head", NULL}, {0}};

const rt_command rt_cmd_audit = {
    .name = "audit",
    .group = RT_GROUP_TRUST,
    .summary = "verify the log, prove an entry, sign the head, who got what",
    .description = "The log is append-only and one Merkle tree over salted commitments.",
    .examples = audit_examples,
    .subcommands = audit_subcommands,
};
