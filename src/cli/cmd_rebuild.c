#include "cli/stop.h"
#include "cli/with_case.h"
#include "store/mend.h"

static void tell(rt_context *ctx, const rt_rebuilt *done) {
    rt_outf(ctx->err, "Made anew from the log: indexes, names, edges, dated values\n");
    if (done->damaged > 0)
        rt_outf(ctx->err, "Damaged pages were mended: %lld; the log is what it was. Look after what keeps the file\n",
                (long long)done->damaged);
}

static rt_status rebuild_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    rt_rebuilt done;
    RT_TRY(rt_open_to_mend(ctx, args, &o, err));
    rt_stop_begin();
    RT_TRY(rt_store_rebuild(o.store, rt_args_flag(args, "as-it-is"), &done, err));
    if (!ctx->json) return tell(ctx, &done), rt_ok;
    rt_value *v = rt_value_object(ctx->arena);
    rt_value_put_text(ctx->arena, v, RT_S("case"), rt_args_word(args, 0));
    rt_value_put(v, RT_S("damaged_pages"), rt_value_int(ctx->arena, done.damaged));
    rt_out_json(ctx->out, v);
    return rt_ok;
}

static const rt_option rebuild_options[] = {
    {"as-it-is", NULL,
     "also take what stands on damaged pages and is not made anew from the log (texts of documents, who said what)",
     RT_FLAG, 0},
    RT_WAIT_OPTION,
    {0},
};

static const rt_example rebuild_examples[] = {{"redthread rebuild atar.case", NULL}, {0}};

const rt_command rt_cmd_rebuild = {
    .name = "rebuild",
    .group = RT_GROUP_TRUST,
    .arguments = "CASE",
    .options = rebuild_options,
    .summary = "make anew what is derived from the log",
    .description = "Names, edges, dates and indexes are derived from the log and never a source of truth. They are "
                   "dropped and filled again; the log "
                   "stays as it is. Where pages of the file are damaged, the whole file is made anew from the log, "
                   "which is verified first; when that is damaged itself, nothing is changed and a backup is needed.",
    .examples = rebuild_examples,
    .run = rebuild_run,
};
