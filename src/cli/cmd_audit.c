#include "cli/kept_head.h"
#include "cli/with_case.h"
#include "store/audit.h"

/* The log is looked at as a whole, positions and all: not with less than full sight. */
static rt_status open_whole(rt_context *ctx, const rt_args *args, rt_opened *o, rt_error *err) {
    if (rt_args_has(args, "clear"))
        return rt_fail(err, RT_DENIED,
                       "audit looks at the whole log and answers no reader with less than full clearance");
    RT_TRY(rt_open_store(ctx, rt_str_z(ctx->arena, rt_args_word(args, 0)), &o->store, err));
    rt_kept_head_look(ctx, o->store);
    return rt_ok;
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

static rt_status verify_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    rt_checkpoint against;
    rt_verdict v;
    const bool compare = rt_args_has(args, "against");
    if (compare)
        RT_TRY(rt_checkpoint_read_file(rt_str_z(ctx->arena, rt_args_text(args, "against")), ctx->arena, &against, err));
    RT_TRY(open_whole(ctx, args, &o, err));
    RT_TRY(rt_audit_verify(o.store, compare ? &against : NULL, ctx->arena, &v, err));
    if (ctx->json)
        rt_out_json(ctx->out, rt_verdict_value(&v, ctx->arena));
    else
        draw_verdict(ctx, &v);
    return v.sound ? rt_ok : say_fault(&v, rt_store_path(o.store), err);
}

static const rt_option verify_options[] = {
    {"against", "FILE", "an earlier head (of `audit head`): this log must still begin with it", RT_OPTION_TEXT, 0},
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
    .shared = RT_SHARED(&rt_lens_options),
    .examples = verify_examples,
    .run = verify_run,
    .description =
        "Every entry is hashed anew and the tree over all of them compared with what was kept. A changed, removed, "
        "inserted or moved entry "
        "is named. Who rewrites the whole file consistently is found only by a head that was kept elsewhere: keep one.",
};

/* --- head, leaves
 * --------------------------------------------------------------------------------------------------------- */

static rt_status head_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    rt_checkpoint head;
    RT_TRY(open_whole(ctx, args, &o, err));
    RT_TRY(rt_audit_head(o.store, &head, err));
    if (!ctx->json) {
        rt_buf text = {0};
        rt_checkpoint_write(&text, &head);
        rt_out_data(ctx->out, rt_buf_str(&text));
        rt_buf_close(&text);
        return rt_ok;
    }
    rt_value *v = rt_value_object(ctx->arena);
    rt_value_put_text(ctx->arena, v, RT_S("origin"), head.origin);
    rt_value_put(v, RT_S("size"), rt_value_int(ctx->arena, head.size));
    rt_value_put_text(ctx->arena, v, RT_S("root"), hex_of(ctx, &head.root));
    rt_out_json(ctx->out, v);
    return rt_ok;
}

static const rt_example head_examples[] = {
    {"redthread audit head atar.case > atar.head", "keep it where those who write to the case cannot reach it"}, {0}};
static const rt_command head = {
    .name = "audit head",
    .arguments = "CASE",
    .summary = "print the log's head: origin, number of entries, root",
    .shared = RT_SHARED(&rt_lens_options),
    .examples = head_examples,
    .run = head_run,
    .description =
        "A C2SP checkpoint of three lines. It proves every head before it, and tells nothing of the entries.",
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
    .shared = RT_SHARED(&rt_lens_options),
    .examples = leaves_examples,
    .run = leaves_run,
    .description = "With these anybody can recompute the tree: a commitment is SHA-256(salt, line), a leaf "
                   "SHA-256(0x00, commitment), a node SHA-256(0x01, left, "
                   "right), as in RFC 6962.",
};

/* --- prove, check
 * ------------------------------------------------------------------------------------------------------- */

static rt_status prove_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    rt_proof proof;
    rt_buf text = {0};
    RT_TRY(open_whole(ctx, args, &o, err));
    RT_TRY(rt_audit_prove(o.store, rt_args_word(args, 1), ctx->arena, &proof, err));
    rt_proof_write(&text, &proof);
    rt_buf_byte(&text, '\n');
    rt_out_data(ctx->out, rt_buf_str(&text));
    rt_buf_close(&text);
    return rt_ok;
}

static const rt_example prove_examples[] = {
    {"redthread audit prove atar.case 7d3f0c5c1f0a4f4bb1f0a4f4bb1f0a4f > proof.json", NULL}, {0}};
static const rt_command prove = {
    .name = "audit prove",
    .arguments = "CASE ID",
    .summary = "prove that an entry stands in the log",
    .shared = RT_SHARED(&rt_lens_options),
    .examples = prove_examples,
    .run = prove_run,
    .description = "Prints the entry, its salt, its place and the path to the root. It shows the size of the log and "
                   "the entry's place in it, and nothing else of it.",
};

enum { LARGEST_PROOF = 64 * 1024 * 1024 };

static rt_status check_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    const char *path = rt_str_z(ctx->arena, rt_args_word(args, 0));
    rt_str text;
    rt_proof proof;
    RT_TRY(rt_small_file(path, ctx->arena, LARGEST_PROOF, &text, err));
    rt_status s = rt_proof_read(rt_str_trim(text), ctx->arena, &proof, err);
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

static const rt_example check_examples[] = {{"redthread audit check proof.json", NULL}, {0}};
static const rt_command check = {
    .name = "audit check",
    .arguments = "FILE",
    .summary = "check such a proof, without a case",
    .examples = check_examples,
    .run = check_run,
    .description = "Whether the entry and its path lead to the root that the proof names. Compare that root with a "
                   "head that you trust.",
};

static const rt_command *const audit_subcommands[] = {&verify, &head, &leaves, &prove, &check, NULL};
static const rt_example audit_examples[] = {
    {"redthread audit verify atar.case", NULL}, {"redthread audit head atar.case > atar.head", NULL}, {0}};

const rt_command rt_cmd_audit = {
    .name = "audit",
    .group = RT_GROUP_TRUST,
    .summary = "check the log: verify, head, leaves, prove, check",
    .description = "The log is append-only and one Merkle tree over salted commitments.",
    .examples = audit_examples,
    .subcommands = audit_subcommands,
};
