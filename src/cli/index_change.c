/* Entries added to an index and removed from it, and the rebuild that makes one index of it again. */
#include "cli/index_change.h"

#include "base/json.h"
#include "cli/searchable.h"

static rt_status change(rt_context *ctx, const rt_args *args, rt_overlay_change *asked, rt_error *err) {
    const char *path = rt_str_z(ctx->arena, rt_args_word(args, 0));
    rt_overlay_changed done;
    RT_TRY(rt_overlay_make(path, asked, &done, err));
    if (ctx->json) {
        rt_value *v = rt_value_object(ctx->arena);
        rt_value_put(v, RT_S("added"), rt_value_int(ctx->arena, (int64_t)done.added));
        rt_value_put(v, RT_S("replaced"), rt_value_int(ctx->arena, (int64_t)done.replaced));
        rt_value_put(v, RT_S("removed"), rt_value_int(ctx->arena, (int64_t)done.removed));
        rt_out_json(ctx->out, v);
    } else {
        rt_outf(ctx->err, "%llu added, %llu replaced, %llu removed\n", (unsigned long long)done.added,
                (unsigned long long)done.replaced, (unsigned long long)done.removed);
    }
    return rt_ok;
}

/* --- add ---------------------------------------------------------------------------------------------------------- */

static rt_status add_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    rt_subject_list read = {.arena = ctx->arena};
    rt_overlay_change asked = {0};
    RT_TRY(rt_args_threads(args, &asked.threads, err));
    RT_TRY(rt_searchable_read(ctx, args, rt_args_words_from(args, 1), rt_subject_list_take, &read, err));
    asked.add = read.at;
    asked.add_count = read.n;
    return change(ctx, args, &asked, err);
}

static const rt_option add_options[] = {
    {"keep-going", NULL, "skip records that cannot be read, naming each", RT_FLAG, 0},
    RT_THREADS_OPTION,
    {0},
};
static const rt_example add_examples[] = {
    {"redthread index add ofac.idx delta.ftm.json", "entries of a newer list"},
    {"redthread index add customers.idx new.csv", NULL},
    {0},
};
const rt_command rt_index_add = {
    .name = "index add",
    .arguments = "INDEX FILE...",
    .summary = "add entries to an index, in place of those with their ids",
    .options = add_options,
    .description =
        "FILE is what `index build` reads, without cases. An entry whose id stands in the index takes the place of "
        "that one; of several with one id the last counts. Entries without an id are added.\n\n"
        "The index file stays as it is: what is added, and what that hides, lies in INDEX.overlay beside it, which "
        "every command reads with the index, and which is written beside and renamed. An overlay is for what is small "
        "beside its index; `index rebuild` makes one index of both.",
    .examples = add_examples,
    .run = add_run,
};

/* --- remove ------------------------------------------------------------------------------------------------------- */

static rt_status remove_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    rt_overlay_change asked = {.remove = rt_args_words_from(args, 1)};
    return change(ctx, args, &asked, err);
}

static const rt_example remove_examples[] = {{"redthread index remove ofac.idx ofac-36", NULL}, {0}};
const rt_command rt_index_remove = {
    .name = "index remove",
    .arguments = "INDEX ID...",
    .summary = "remove entries from an index by their ids",
    .description =
        "The entries are found no more. When one of the ids is not there, nothing is removed. Like `index add` this "
        "writes INDEX.overlay: the bytes of what was removed stay in the index file until `index rebuild`.",
    .examples = remove_examples,
    .run = remove_run,
};

/* --- rebuild ------------------------------------------------------------------------------------------------------ */

static rt_status rebuild_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    const char *path = rt_str_z(ctx->arena, rt_args_word(args, 0));
    const char *to = rt_args_has(args, "output") ? rt_str_z(ctx->arena, rt_args_text(args, "output")) : NULL;
    rt_index_options options = {0};
    uint64_t entries;
    RT_TRY(rt_args_threads(args, &options.threads, err));
    RT_TRY(rt_overlay_absorb(path, to, &options, &entries, err));
    rt_outf(ctx->err, "%llu subject%s in %s\n", (unsigned long long)entries, entries == 1 ? "" : "s",
            to != NULL ? to : path);
    return rt_ok;
}

static const rt_option rebuild_options[] = {
    {"output", "OUT", "write the new index there, and leave the old one and its overlay as they are", RT_OPTION_TEXT,
     'o'},
    RT_THREADS_OPTION,
    {0},
};
static const rt_example rebuild_examples[] = {{"redthread index rebuild ofac.idx", NULL}, {0}};
const rt_command rt_index_rebuild = {
    .name = "index rebuild",
    .arguments = "INDEX",
    .summary = "make one index of an index and what was added and removed",
    .options = rebuild_options,
    .description = "The new index takes the place of the old one and keeps its note; INDEX.overlay goes. When this is "
                   "interrupted, the old index with its changes or the new one stands there, never half of it.",
    .examples = rebuild_examples,
    .run = rebuild_run,
};
