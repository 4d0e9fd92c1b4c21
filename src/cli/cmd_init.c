#include "cli/with_case.h"

static rt_status init_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    const rt_str path = rt_args_word(args, 0);
    RT_TRY(rt_store_make(rt_str_z(ctx->arena, path), err));
    if (ctx->json) {
        rt_value *v = rt_value_object(ctx->arena);
        rt_value_put_text(ctx->arena, v, RT_S("case"), path);
        rt_out_json(ctx->out, v);
        return rt_ok;
    }
    rt_outf(ctx->err, "An empty case. Next: ");
    rt_out_data(ctx->err, rt_str_printf(ctx->arena, "redthread import %.*s FILE...\n", RT_FMT(path)));
    return rt_ok;
}

static const rt_example init_examples[] = {{"redthread init atar.case", "make an empty case file"}, {0}};

const rt_command rt_cmd_init = {
    .name = "init",
    .group = RT_GROUP_FILL,
    .arguments = "CASE",
    .summary = "make an empty case file",
    .description = "A case is one file. It holds the log of all statements that enter it, append-only, and what is "
                   "derived from them. Only its "
                   "owner may read the file.",
    .examples = init_examples,
    .run = init_run,
};
