#include "cli/command.h"
#include "cli/help.h"

static rt_status version_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    (void)args, (void)err;
    if (ctx->json) {
        rt_value *v = rt_value_object(ctx->arena);
        rt_value_put_text(ctx->arena, v, RT_S("version"), RT_S(RT_VERSION));
        rt_out_json(ctx->out, v);
    } else
        rt_help_version(&ctx->out->buf);
    return rt_ok;
}

static const rt_example version_examples[] = {{"redthread version", NULL}, {0}};

const rt_command rt_cmd_version = {
    .name = "version",
    .group = RT_GROUP_HELP,
    .summary = "which version this is",
    .examples = version_examples,
    .run = version_run,
};
