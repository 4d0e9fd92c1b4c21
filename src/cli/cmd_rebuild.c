#include "cli/stop.h"
#include "cli/with_case.h"
#include "store/project.h"

static rt_status rebuild_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    RT_TRY(rt_open_to_write(ctx, args, &o, err));
    rt_stop_begin();
    RT_TRY(rt_projections_rebuild(o.store, err));
    if (!ctx->json) return rt_outf(ctx->err, "Made anew from the log: indexes, names, edges, dated values\n"), rt_ok;
    rt_value *v = rt_value_object(ctx->arena);
    rt_value_put_text(ctx->arena, v, RT_S("case"), rt_args_word(args, 0));
    rt_out_json(ctx->out, v);
    return rt_ok;
}

static const rt_option rebuild_options[] = {RT_WAIT_OPTION, {0}};

static const rt_example rebuild_examples[] = {{"redthread rebuild atar.case", NULL}, {0}};

const rt_command rt_cmd_rebuild = {
    .name = "rebuild",
    .group = RT_GROUP_TRUST,
    .arguments = "CASE",
    .options = rebuild_options,
    .summary = "make anew what is derived from the log",
    .description = "Names, edges, dates and indexes are derived from the log and never a source of truth. They are "
                   "dropped and filled again; the log "
                   "stays as it is.",
    .examples = rebuild_examples,
    .run = rebuild_run,
};
